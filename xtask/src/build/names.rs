//! Short names on the border between the module and its JavaScript. wasm-bindgen's names carry hashes, which no
//! compression can shrink: 4 kB of the download. wasm-opt shortens them in the module and says which became which.

use anyhow::{Context, Result, bail};
use serde_json::Value;

/// Applies to the glue what wasm-opt did to the module. `map` is what its pass printed.
pub fn shorten(glue: &str, map: &str) -> Result<String> {
    let map: Value = serde_json::from_str(map).context("reading the names that wasm-opt printed")?;
    let list = |key: &str| map.get(key).and_then(Value::as_array).cloned().unwrap_or_default();
    let mut glue = glue.to_owned();
    let mut modules: Vec<String> = Vec::new();
    for entry in list("imports") {
        let Some([module, long, short]) = words(&entry) else { bail!("wasm-opt printed an import of another form") };
        glue = replace(&glue, "", &long, &short).with_context(|| format!("the glue has no import {long}"))?;
        modules.push(module);
    }
    for entry in list("exports") {
        let Some([long, short]) = words(&entry) else { bail!("wasm-opt printed an export of another form") };
        // The glue does not use all of them: some are there for the runtime alone.
        glue = replace(&glue, "wasm.", &long, &short).unwrap_or(glue);
    }
    modules.dedup();
    // All imports come from one module, which the pass calls "a".
    let [module] = modules.as_slice() else {
        bail!("the module imports from {} modules instead of one", modules.len())
    };
    Ok(glue.replace(&format!("\"{module}\""), "\"a\""))
}

fn words<const N: usize>(entry: &Value) -> Option<[String; N]> {
    let words: Option<Vec<String>> = entry.as_array()?.iter().map(|w| w.as_str().map(str::to_owned)).collect();
    words?.try_into().ok()
}

/// Replaces a name where it stands as a whole word after `lead`. None when it stands nowhere.
fn replace(text: &str, lead: &str, long: &str, short: &str) -> Option<String> {
    let wanted = format!("{lead}{long}");
    let part_of_word = |c: char| c.is_alphanumeric() || c == '_' || c == '$';
    let (mut out, mut rest, mut found) = (String::with_capacity(text.len()), text, false);
    while let Some((before, after)) = rest.split_once(wanted.as_str()) {
        out.push_str(before);
        let whole = !after.starts_with(part_of_word) && !out.ends_with(part_of_word);
        out.push_str(lead);
        out.push_str(if whole { short } else { long });
        found |= whole;
        rest = after;
    }
    out.push_str(rest);
    found.then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_replaced_as_whole_words_and_the_module_once() {
        let glue = r#"{"./x_bg.js": {__wbg_a_1: f, __wbg_a_12: g}}; wasm.mount(1); wasm.mount_all; mount()"#;
        let map = r#"{"imports":[["./x_bg.js","__wbg_a_1","b"],["./x_bg.js","__wbg_a_12","c"]],
            "exports":[["mount","d"],["mount_all","e"]]}"#;
        assert_eq!(shorten(glue, map).unwrap(), r#"{"a": {b: f, c: g}}; wasm.d(1); wasm.e; mount()"#);
    }

    #[test]
    fn a_name_that_is_not_in_the_glue_is_told() {
        let map = r#"{"imports":[["m","gone","b"]],"exports":[]}"#;
        assert!(shorten("\"m\"", map).unwrap_err().to_string().contains("gone"));
    }
}
