//! The Rust that is generated: one name per sentence of the interface, and where the packs lie.
use crate::source::Words;
use std::fmt::Write;

const UI: &str = "ui.";

/// `ui.find.title` as a Rust variant: `FindTitle`.
fn variant(key: &str) -> String {
    let upper = |part: &str| {
        let mut letters = part.chars();
        letters.next().map(|c| c.to_uppercase().collect::<String>() + letters.as_str()).unwrap_or_default()
    };
    key.trim_start_matches(UI).split(['.', '_']).map(upper).collect()
}

/// The keys of the interface's sentences, in order.
pub fn ui_keys(words: &Words) -> Vec<&str> {
    let keys = words.langs.get(&words.measure).into_iter().flatten().map(|(key, _)| key.as_str());
    let mut keys: Vec<&str> = keys.filter(|key| key.starts_with(UI)).collect();
    keys.sort_unstable();
    keys
}

fn listed(out: &mut String, doc: &str, name: &str, rows: &[String]) {
    let _ = writeln!(out, "/// {doc}\n#[cfg(feature = \"bundled\")]\npub const {name}: &[(&str, &[u8])] = &[");
    for row in rows {
        let _ = writeln!(out, "    (\"{row}\", include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{row}.bin\"))),");
    }
    out.push_str("];\n");
}

/// `words.rs`, for `src/atlas/text.rs`.
pub fn words(words: &Words) -> String {
    let keys = ui_keys(words);
    let mut out = String::from("/// A sentence of the interface, by its key in `atlas/text/<lang>/ui.toml`.\n");
    out.push_str("#[derive(Clone, Copy, Debug, PartialEq, Eq)]\n#[allow(missing_docs)]\npub enum Msg {\n");
    for key in &keys {
        let _ = writeln!(out, "    {},", variant(key));
    }
    let first = keys.first().map(|k| variant(k)).unwrap_or_default();
    let _ = writeln!(out, "}}\n#[cfg(test)]\nimpl Msg {{ const FIRST: Msg = Msg::{first}; }}");
    let _ = writeln!(out, "/// How many sentences the interface has.\nconst MESSAGES: usize = {};", keys.len());
    let langs: Vec<String> = words.langs.keys().map(|lang| format!("\"{lang}\"")).collect();
    let _ = writeln!(out, "/// The languages there are.\npub const LANGS: &[&str] = &[{}];", langs.join(", "));
    out
}

/// `packs.rs`, for `src/atlas/bundle.rs`.
pub fn packs(names: &[String]) -> String {
    let mut out = String::new();
    listed(
        &mut out,
        "Every pack by its name: the atlas, a drawing per view, three parts per language.",
        "PACKS",
        names,
    );
    out
}
