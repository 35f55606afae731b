//! The languages: reads `atlas/text/<lang>/`, checks that every language says the same things, and
//! packs each into one list of sentences. English is the measure: what it lacks, nobody may have.
use crate::Problems;
use crate::model::{Atlas, Text, TextId};
use crate::raw;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::{Path, PathBuf};

const MEASURE: &str = "en";
const UI: &str = "ui.";

/// All words of all languages, and which of them the records ask for.
pub struct Words {
    langs: BTreeMap<String, BTreeMap<String, String>>,
    sources: BTreeMap<String, raw::Source>,
    asked: RefCell<Vec<String>>,
}

fn flatten(prefix: &str, value: &toml::Value, out: &mut BTreeMap<String, String>) {
    match value {
        toml::Value::String(text) => {
            out.insert(prefix.to_owned(), text.clone());
        }
        toml::Value::Table(table) => {
            for (key, value) in table {
                flatten(&format!("{prefix}.{key}"), value, out);
            }
        }
        toml::Value::Array(items) => {
            for (index, value) in items.iter().enumerate() {
                flatten(&format!("{prefix}.{index}"), value, out);
            }
        }
        // Numbers and dates are not words; `compare` reports the keys that are then missing.
        _ => {}
    }
}

fn read_language(folder: &Path, problems: &mut Problems) -> BTreeMap<String, String> {
    let mut out = BTreeMap::new();
    for path in raw::files(folder) {
        let Some(table) = raw::toml::<toml::Table>(&path, problems) else { continue };
        let key = path.strip_prefix(folder).unwrap_or(&path).with_extension("");
        let prefix = key.to_string_lossy().replace(['/', '\\'], ".");
        flatten(&prefix, &toml::Value::Table(table), &mut out);
    }
    out
}

/// Reads all languages and sources.
pub fn read(atlas: &Path, problems: &mut Problems) -> Words {
    let mut langs = BTreeMap::new();
    let text = atlas.join("text");
    let mut folders: Vec<PathBuf> = std::fs::read_dir(&text)
        .map(|entries| entries.flatten().map(|e| e.path()).filter(|p| p.is_dir()).collect())
        .unwrap_or_default();
    folders.sort();
    for folder in folders {
        let lang = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        langs.insert(lang, read_language(&folder, problems));
    }
    for path in raw::files(&atlas.join("muscles")) {
        let Some(muscle) = raw::toml::<raw::Muscle>(&path, problems) else { continue };
        for (lang, words) in &mut langs {
            let key = format!("muscles.{}", muscle.id);
            match muscle.names.get(lang) {
                Some(name) => {
                    words.insert(format!("{key}.name"), name.clone());
                }
                None => problems.add(&path, "names", format!("lacks the language {lang}")),
            }
            let aliases = muscle.aliases.get(lang).map(|a| a.join(", ")).unwrap_or_default();
            words.insert(format!("{key}.aliases"), aliases);
        }
    }
    compare(&text, &langs, problems);
    let sources = raw::toml(&atlas.join("sources.toml"), problems).unwrap_or_default();
    Words { langs, sources, asked: RefCell::default() }
}

fn compare(folder: &Path, langs: &BTreeMap<String, BTreeMap<String, String>>, problems: &mut Problems) {
    let Some(measure) = langs.get(MEASURE) else {
        problems.add(folder, MEASURE, "the folder is missing");
        return;
    };
    let wanted: BTreeSet<_> = measure.keys().collect();
    for (lang, words) in langs {
        let has: BTreeSet<_> = words.keys().collect();
        for key in wanted.difference(&has) {
            problems.add(&folder.join(lang), key, format!("is missing; {MEASURE} has it"));
        }
        for key in has.difference(&wanted) {
            problems.add(&folder.join(lang), key, format!("is not in {MEASURE}; remove or rename it"));
        }
        for (key, text) in words {
            let other = measure.get(key).map(|t| slots(t)).unwrap_or_default();
            if key.starts_with(UI) && slots(text) != other {
                problems.add(&folder.join(lang), key, "has other {slots} than English");
            }
        }
    }
}

fn slots(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(slot, _)| slot).collect()
}

/// `ui.find.title` as a Rust variant: `FindTitle`.
fn variant(key: &str) -> String {
    let upper = |part: &str| {
        let mut letters = part.chars();
        letters.next().map(|c| c.to_uppercase().collect::<String>() + letters.as_str()).unwrap_or_default()
    };
    key.trim_start_matches(UI).split(['.', '_']).map(upper).collect()
}

impl Words {
    /// The id of a sentence, which must exist.
    pub fn ask(&self, key: &str, file: &Path, problems: &mut Problems) -> TextId {
        if self.langs.get(MEASURE).is_none_or(|words| !words.contains_key(key)) {
            problems.add(file, key, format!("has no sentence in atlas/text/{MEASURE}"));
        }
        let mut asked = self.asked.borrow_mut();
        let place = asked.iter().position(|k| k == key).unwrap_or_else(|| {
            asked.push(key.to_owned());
            asked.len() - 1
        });
        TextId(place as u16)
    }

    /// The ids of a list of sentences: `key.0`, `key.1` and so on.
    pub fn ask_list(&self, key: &str, file: &Path, problems: &mut Problems) -> Vec<TextId> {
        let words = self.langs.get(MEASURE);
        let has = |k: &str| words.is_some_and(|w| w.contains_key(k));
        (0..).map(|i| format!("{key}.{i}")).take_while(|k| has(k)).map(|k| self.ask(&k, file, problems)).collect()
    }

    /// Whether a source of that name exists.
    pub fn has_source(&self, name: &str) -> bool {
        self.sources.contains_key(name)
    }

    fn ui_keys(&self) -> Vec<&String> {
        self.langs.get(MEASURE).into_iter().flatten().map(|(k, _)| k).filter(|k| k.starts_with(UI)).collect()
    }

    /// Every language, packed.
    pub fn packs(&self, atlas: &Atlas) -> Vec<(String, Text)> {
        let pack = |lang: &String, words: &BTreeMap<String, String>| Text {
            lang: lang.clone(),
            ui: self.ui_keys().iter().map(|k| words.get(*k).cloned().unwrap_or_default()).collect(),
            atlas: self.asked.borrow().iter().map(|k| words.get(k).cloned().unwrap_or_default()).collect(),
            sources: atlas
                .sources
                .iter()
                .map(|name| self.sources.get(name).map_or_else(Default::default, |s| (s.title.clone(), s.url.clone())))
                .collect(),
        };
        self.langs.iter().map(|(lang, words)| (lang.clone(), pack(lang, words))).collect()
    }

    /// The generated Rust: one variant per sentence of the interface, and the list of languages.
    pub fn rust(&self) -> String {
        let mut out = String::from("/// A sentence of the interface, by its key in `atlas/text/<lang>/ui.toml`.\n");
        out.push_str("#[derive(Clone, Copy, Debug, PartialEq, Eq)]\n#[allow(missing_docs)]\npub enum Msg {\n");
        for key in self.ui_keys() {
            let _ = writeln!(out, "    {},", variant(key));
        }
        let _ = writeln!(
            out,
            "}}\n#[cfg(test)]\nimpl Msg {{ const FIRST: Msg = Msg::{}; }}",
            self.ui_keys().first().map(|k| variant(k)).unwrap_or_default()
        );
        let _ = writeln!(
            out,
            "/// How many sentences the interface has.\nconst MESSAGES: usize = {};",
            self.ui_keys().len()
        );
        out.push_str("/// The languages there are.\npub const LANGS: &[&str] = &[");
        for lang in self.langs.keys() {
            let _ = write!(out, "\"{lang}\", ");
        }
        out.push_str(
            "];\n/// Every language pack.\n#[cfg(feature = \"bundled\")]\npub const PACKS: &[(&str, &[u8])] = &[\n",
        );
        for lang in self.langs.keys() {
            let _ =
                writeln!(out, "    (\"{lang}\", include_bytes!(concat!(env!(\"OUT_DIR\"), \"/text-{lang}.bin\"))),");
        }
        out.push_str("];\n");
        out
    }
}
