//! The Rust that is generated: one name per sentence of the interface, and where the packs lie.
use crate::source::Words;
use std::fmt::Write;

/// What the keys of the interface's sentences begin with: those of what shows first, and those of what opens after a tap.
pub const PARTS: [&str; 2] = ["ui.", "later."];

/// `ui.find.title` as a Rust variant: `FindTitle`; `later.plan.title` as `PlanTitle`.
fn variant(key: &str) -> String {
    let upper = |part: &str| {
        let mut letters = part.chars();
        letters.next().map(|c| c.to_uppercase().collect::<String>() + letters.as_str()).unwrap_or_default()
    };
    let key = PARTS.iter().find_map(|part| key.strip_prefix(part)).unwrap_or(key);
    key.split(['.', '_']).map(upper).collect()
}

/// The keys of a part of the interface's sentences, in order.
pub fn keys<'a>(words: &'a Words, part: &str) -> Vec<&'a str> {
    let keys = words.langs.get(&words.measure).into_iter().flatten().map(|(key, _)| key.as_str());
    let mut keys: Vec<&str> = keys.filter(|key| key.starts_with(part)).collect();
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
    let [first, later] = PARTS.map(|part| keys(words, part));
    let mut out = String::from(
        "/// A sentence of the interface, by its key in `atlas/text/<lang>/ui.toml` or in a file of `later/` beside it.\n",
    );
    out.push_str("#[derive(Clone, Copy, Debug, PartialEq, Eq)]\n#[allow(missing_docs)]\npub enum Msg {\n");
    for key in first.iter().chain(&later) {
        let _ = writeln!(out, "    {},", variant(key));
    }
    let name = first.first().map(|k| variant(k)).unwrap_or_default();
    let _ = writeln!(out, "}}\n#[cfg(test)]\nimpl Msg {{ const FIRST: Msg = Msg::{name}; }}");
    let _ = writeln!(out, "/// How many sentences are there from the start; and how many come later.");
    let _ = writeln!(out, "const MESSAGES: [usize; 2] = [{}, {}];", first.len(), later.len());
    let langs: Vec<String> = words.langs.keys().map(|lang| format!("\"{lang}\"")).collect();
    let _ = writeln!(out, "/// The languages there are.\npub const LANGS: &[&str] = &[{}];", langs.join(", "));
    out
}

/// `packs.rs`, for `src/atlas/bundle.rs`.
pub fn packs(names: &[String]) -> String {
    let mut out = String::new();
    listed(&mut out, "Every pack by its name: the atlas, a drawing per view, four parts per language.", "PACKS", names);
    out
}
