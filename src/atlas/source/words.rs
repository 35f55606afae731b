//! The words of an atlas: every language by key, checked to say the same things, and laid out as the lists that ids
//! point into. The languages of a site owner's atlas and those in `atlas/text/` are treated alike.
use super::model::{Library, Names, Prose, Shelf, TextId};
use super::{Problems, raw};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Whether a key is of the interface's own sentences and not of the atlas's.
fn is_interface(key: &str) -> bool {
    key.starts_with("ui.") || key.starts_with("later.")
}

/// The words of a language, by key.
pub type Lexicon = HashMap<String, String>;

/// The ids given out so far.
#[derive(Debug, Default, PartialEq)]
struct Asked {
    ids: HashMap<String, TextId>,
    names: Vec<String>,
    sentences: Vec<String>,
}

/// All words of all languages, and which of them the records ask for.
#[derive(Debug, Default, PartialEq)]
pub struct Words {
    /// The language whose keys the others must have.
    pub measure: String,
    /// Where the languages stand, for messages.
    pub place: String,
    /// The languages, complete: words by key.
    pub langs: BTreeMap<String, Lexicon>,
    /// Languages that have names only.
    pub named: BTreeMap<String, Lexicon>,
    asked: RefCell<Asked>,
}

/// Whether a key is that of a name: what the person sees before reading.
fn is_name(key: &str) -> bool {
    let last = key.rsplit('.').next().unwrap_or_default();
    matches!(last, "name" | "plain" | "label")
}

fn slots(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(slot, _)| slot).collect()
}

impl Words {
    /// No words yet, of languages that stand at a place and must say what one of them says.
    pub fn new(place: String, measure: String) -> Self {
        Words { measure, place, ..Words::default() }
    }

    fn measured(&self) -> Option<&Lexicon> {
        self.langs.get(&self.measure)
    }

    /// Every language must have the same keys, and the interface's sentences the same slots.
    pub fn compare(&self, problems: &mut Problems) {
        let before = problems.0.len();
        self.compare_all(problems);
        // Tables have no order of their own.
        if let Some(own) = problems.0.get_mut(before..) {
            own.sort_by(|a, b| (&a.place, &a.key).cmp(&(&b.place, &b.key)));
        }
    }

    fn compare_all(&self, problems: &mut Problems) {
        let Some(measure) = self.measured() else {
            problems.add(&self.place, &self.measure, "the language is missing");
            return;
        };
        for (lang, words) in &self.langs {
            let place = [self.place.as_str(), "/", lang].concat();
            for key in measure.keys().filter(|k| !words.contains_key(*k)) {
                problems.add(&place, key, format!("is missing; {} has it", self.measure));
            }
            for (key, text) in words {
                match measure.get(key) {
                    None => problems.add(&place, key, format!("is not in {}; remove or rename it", self.measure)),
                    Some(other) if is_interface(key) && slots(text) != slots(other) => {
                        problems.add(&place, key, format!("has other {{slots}} than {}", self.measure));
                    }
                    Some(_) if text.trim().is_empty() && !key.ends_with(".aliases") => {
                        problems.add(&place, key, "is empty");
                    }
                    Some(_) => {}
                }
            }
        }
        for (lang, words) in &self.named {
            let place = [self.place.as_str(), "/", lang].concat();
            for key in measure.keys().filter(|k| k.ends_with(".name") && !words.contains_key(*k)) {
                problems.add(&place, key, format!("is missing; {} has it", self.measure));
            }
        }
    }

    /// The names of a muscle stand with its facts.
    pub fn add_muscle(&mut self, muscle: &raw::Muscle, place: &str, problems: &mut Problems) {
        let key = ["muscles.", &muscle.id].concat();
        let langs = self.langs.iter_mut().map(|(lang, words)| (lang, words, true));
        let named = self.named.iter_mut().map(|(lang, words)| (lang, words, false));
        for (lang, words, whole) in langs.chain(named) {
            match muscle.names.get(lang) {
                Some(name) => {
                    words.insert([&key, ".name"].concat(), name.clone());
                }
                None => problems.add(place, "names", format!("lacks the language {lang}")),
            }
            if whole {
                let aliases = muscle.aliases.get(lang).map(|a| a.join(", ")).unwrap_or_default();
                words.insert([&key, ".aliases"].concat(), aliases);
            }
        }
    }

    /// The id of a name or sentence, which must exist.
    pub fn ask(&self, key: &str, place: &str, problems: &mut Problems) -> TextId {
        let mut asked = self.asked.borrow_mut();
        if let Some(id) = asked.ids.get(key) {
            return *id;
        }
        if self.measured().is_none_or(|words| !words.contains_key(key)) {
            problems.add(place, key, format!("has no words in {}/{}", self.place, self.measure));
        }
        let list = if is_name(key) { &mut asked.names } else { &mut asked.sentences };
        list.push(key.to_owned());
        let at = list.len() - 1;
        let id = TextId::new(if is_name(key) { Shelf::Name(at) } else { Shelf::Sentence(at) });
        asked.ids.insert(key.to_owned(), id);
        id
    }

    /// The ids of a list of sentences: `key.0`, `key.1` and so on.
    pub fn ask_list(&self, key: &str, place: &str, problems: &mut Problems) -> Vec<TextId> {
        let has = |k: &str| self.measured().is_some_and(|w| w.contains_key(k));
        (0..).map(|i| format!("{key}.{i}")).take_while(|k| has(k)).map(|k| self.ask(&k, place, problems)).collect()
    }

    /// Words that no record asks for are a slip: of the words or of the record.
    pub fn unasked(&self, problems: &mut Problems) {
        let asked = self.asked.borrow();
        let spare = |key: &&String| !is_interface(key) && !asked.ids.contains_key(*key);
        let mut keys: Vec<&String> = self.measured().into_iter().flat_map(Lexicon::keys).filter(spare).collect();
        keys.sort();
        for key in keys {
            let place = [self.place.as_str(), "/", &self.measure].concat();
            problems.add(&place, key, "belongs to no record; remove it, or name its record");
        }
    }

    /// The names of every language, in the order of their ids.
    pub fn names(&self) -> Vec<Names> {
        let pack = |(lang, words): (&String, &Lexicon)| Names {
            lang: lang.clone(),
            names: self.asked.borrow().names.iter().map(|k| words.get(k).cloned().unwrap_or_default()).collect(),
        };
        self.langs.iter().map(pack).collect()
    }

    /// The names of things in the language that measures the others.
    fn also(&self) -> Vec<String> {
        let own = |key: &String| match self.measured() {
            Some(words) if key.ends_with(".name") => words.get(key).cloned().unwrap_or_default(),
            _ => String::new(),
        };
        self.asked.borrow().names.iter().map(own).collect()
    }

    /// The id of a name or sentence, if there are words for it.
    pub fn maybe(&self, key: &str, problems: &mut Problems) -> Option<TextId> {
        self.measured()?.contains_key(key).then(|| self.ask(key, &self.place, problems))
    }

    /// The prose of every language, in the order of its ids, with the sources in the order of theirs.
    pub fn prose(&self, library: &Library, sources: &BTreeMap<String, raw::Source>) -> Vec<Prose> {
        let source =
            |name: &String| sources.get(name).map_or_else(Default::default, |s| (s.title.clone(), s.url.clone()));
        let pack = |(lang, words): (&String, &Lexicon)| Prose {
            lang: lang.clone(),
            sentences: self
                .asked
                .borrow()
                .sentences
                .iter()
                .map(|k| words.get(k).cloned().unwrap_or_default())
                .collect(),
            sources: library.sources.iter().map(source).collect(),
            also: if *lang == self.measure { Vec::new() } else { self.also() },
        };
        self.langs.iter().map(pack).collect()
    }
}
