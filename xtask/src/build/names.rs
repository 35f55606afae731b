//! Short names on the border between the module and its JavaScript. wasm-bindgen's names carry hashes, which no
//! compression can shrink: 4 kB of the download. wasm-opt shortens them in the module and says which became which.

use anyhow::{Context, Result, bail};
use serde_json::Value;

/// What became of the names.
#[derive(Debug)]
pub struct Map {
    /// Module, long and short name of each import.
    imports: Vec<[String; 3]>,
    /// Long and short name of each export.
    exports: Vec<[String; 2]>,
}

/// The name that wasm-opt gives the one module that all imports come from.
pub const IMPORTS: &str = "a";

impl Map {
    /// Reads what wasm-opt's pass printed.
    pub fn read(printed: &str) -> Result<Map> {
        let map: Value = serde_json::from_str(printed).context("reading the names that wasm-opt printed")?;
        let list = |key: &str| map.get(key).and_then(Value::as_array).cloned().unwrap_or_default();
        let imports: Option<Vec<_>> = list("imports").iter().map(words).collect();
        let exports: Option<Vec<_>> = list("exports").iter().map(words).collect();
        match (imports, exports) {
            (Some(imports), Some(exports)) => Ok(Map { imports, exports }),
            _ => bail!("wasm-opt printed an import or export of another form"),
        }
    }

    /// The short name of an import.
    pub fn import(&self, long: &str) -> Option<&str> {
        self.imports.iter().find(|[_, own, _]| own == long).map(|[.., short]| short.as_str())
    }

    /// The short name of an export.
    pub fn export(&self, long: &str) -> Option<&str> {
        self.exports.iter().find(|[own, _]| own == long).map(|[_, short]| short.as_str())
    }

    /// Applies to the glue what was done to the module.
    pub fn shorten(&self, glue: &str) -> Result<String> {
        let mut glue = glue.to_owned();
        for [_, long, short] in &self.imports {
            glue = replace(&glue, "", long, short).with_context(|| format!("the glue has no import {long}"))?;
        }
        for [long, short] in &self.exports {
            // The glue does not use all of them: some are there for the runtime or the rest of the module.
            glue = replace(&glue, "wasm.", long, short).unwrap_or(glue);
        }
        let mut modules: Vec<&str> = self.imports.iter().map(|[module, ..]| module.as_str()).collect();
        modules.dedup();
        let [module] = modules.as_slice() else {
            bail!("the module imports from {} modules instead of one", modules.len())
        };
        Ok(glue.replace(&format!("\"{module}\""), &format!("\"{IMPORTS}\"")))
    }
}

fn words<const N: usize>(entry: &Value) -> Option<[String; N]> {
    let words: Option<Vec<String>> = entry.as_array()?.iter().map(|w| w.as_str().map(str::to_owned)).collect();
    words?.try_into().ok()
}

/// Replaces a name where it stands as a whole word after `lead`. None when it stands nowhere.
pub fn replace(text: &str, lead: &str, long: &str, short: &str) -> Option<String> {
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
        assert_eq!(
            Map::read(map).unwrap().shorten(glue).unwrap(),
            r#"{"a": {b: f, c: g}}; wasm.d(1); wasm.e; mount()"#
        );
    }

    #[test]
    fn a_name_that_is_not_in_the_glue_is_told() {
        let map = r#"{"imports":[["m","gone","b"]],"exports":[]}"#;
        assert!(Map::read(map).unwrap().shorten("\"m\"").unwrap_err().to_string().contains("gone"));
    }
}
