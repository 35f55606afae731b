//! Taking a document apart: words out of records, records out of lists.
use super::super::{Lexicon, Placed, Problems, Words};
use super::ALSO;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// A JSON object.
pub type Object = Map<String, Value>;

/// A document being read.
pub struct Reader<'a> {
    /// The words found so far.
    pub words: Words,
    /// What was found wrong.
    pub problems: &'a mut Problems,
}

impl Reader<'_> {
    fn say(&mut self, lang: String, key: String, text: String) {
        let words = match self.words.langs.get_mut(&lang) {
            Some(words) => words,
            None => self.words.named.entry(lang).or_default(),
        };
        words.insert(key, text);
    }

    /// Takes words out of a record: `field: { language: text }`.
    pub fn take(&mut self, from: &mut Object, field: &str, key: &str, place: &str) {
        match from.remove(field) {
            Some(Value::Object(by_lang)) => {
                for (lang, text) in by_lang {
                    match text {
                        Value::String(text) => self.say(lang, key.to_owned(), text),
                        _ => self.problems.add(place, field, format!("{lang} must be a text")),
                    }
                }
            }
            Some(_) => self.problems.add(place, field, "must be an object: a text for each language"),
            // The comparison of languages cannot tell what all of them lack.
            None => self.problems.add(place, field, "is missing: a text for each language"),
        }
    }

    /// Takes several words out of a record.
    pub fn take_all(&mut self, from: &mut Object, words: &[(&str, &str)], key: &str, place: &str) {
        for (field, end) in words {
            self.take(from, field, &format!("{key}.{end}"), place);
        }
    }

    /// Takes lists of sentences out of a record: `field: { language: [text] }`.
    pub fn take_list(&mut self, from: &mut Object, field: &str, key: &str, place: &str) {
        let Some(Value::Object(by_lang)) = from.remove(field) else {
            return self.problems.add(place, field, "must be an object: a list of texts for each language");
        };
        for (lang, list) in by_lang {
            match serde_json::from_value::<Vec<String>>(list) {
                Ok(items) => {
                    for (at, text) in items.into_iter().enumerate() {
                        self.say(lang.clone(), format!("{key}.{at}"), text);
                    }
                }
                Err(_) => self.problems.add(place, field, format!("{lang} must be a list of texts")),
            }
        }
    }

    /// Takes other words for a thing out of its record: `aliases: { language: [text] }`. A language may have none.
    pub fn take_aliases(&mut self, from: &mut Object, key: &str, place: &str) {
        let Some(aliases) = from.remove("aliases") else { return };
        let Ok(by_lang) = serde_json::from_value::<BTreeMap<String, Vec<String>>>(aliases) else {
            return self.problems.add(place, "aliases", "must be an object: a list of texts for each language");
        };
        let langs: Vec<String> = self.words.langs.keys().cloned().collect();
        for lang in langs {
            let words = by_lang.get(&lang).map(|list| list.join(ALSO)).unwrap_or_default();
            self.say(lang, [key, ".aliases"].concat(), words);
        }
    }

    /// A record, or a note why it cannot be read.
    pub fn record<T: DeserializeOwned>(&mut self, object: Object, place: &str) -> Option<T> {
        match serde_json::from_value(Value::Object(object)) {
            Ok(record) => Some(record),
            Err(error) => {
                self.problems.add(place, "record", error.to_string());
                None
            }
        }
    }

    /// A list of records, each with its place.
    pub fn objects(&mut self, from: &mut Object, field: &str, place: &str) -> Vec<(String, Object)> {
        let Some(Value::Array(list)) = from.remove(field) else {
            self.problems.add(place, field, "must be a list");
            return Vec::new();
        };
        let mut out = Vec::new();
        for (at, value) in list.into_iter().enumerate() {
            let place = if place.is_empty() { format!("{field}[{at}]") } else { format!("{place}.{field}[{at}]") };
            match value {
                Value::Object(object) => out.push((place, object)),
                _ => self.problems.add(&place, "record", "must be an object"),
            }
        }
        out
    }

    /// One record of its own. `inner` renames lists in it: from, to.
    pub fn part<T: DeserializeOwned + Default>(
        &mut self,
        from: &mut Object,
        field: &str,
        inner: &[(&str, &str)],
    ) -> Placed<T> {
        let place = field.to_owned();
        let Some(Value::Object(mut object)) = from.remove(field) else {
            self.problems.add("", field, "must be an object");
            return Placed { place, it: T::default() };
        };
        for (outside, inside) in inner {
            if let Some(value) = object.remove(*outside) {
                object.insert((*inside).to_owned(), value);
            }
        }
        Placed { it: self.record(object, &place).unwrap_or_default(), place }
    }
}

/// A text of a record; empty when there is none.
pub fn text(object: &Object, field: &str) -> String {
    object.get(field).and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// The languages of a document.
pub fn languages(object: &mut Object, problems: &mut Problems) -> Words {
    let list = object.remove("languages").and_then(|v| serde_json::from_value::<Vec<String>>(v).ok());
    let Some(first) = list.as_ref().and_then(|l| l.first()).cloned() else {
        problems.add("", "languages", "must be a list of languages, such as [\"en\"]");
        return Words::default();
    };
    let list = list.unwrap_or_default();
    let measure = if list.iter().any(|l| l == "en") { "en".to_owned() } else { first };
    let mut words = Words::new("languages".to_owned(), measure);
    words.langs = list.into_iter().map(|lang| (lang, Lexicon::new())).collect();
    words
}
