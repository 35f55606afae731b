//! The element with everything inside: one script that fetches nothing, for bundlers, for hosts that allow no second file,
//! and for a page on a disk. The files are packed as one text; the two scripts among them become functions.

use std::io::Write;

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::ZlibEncoder;
use sha2::{Digest, Sha256};

use super::files::Files;
use super::pages::{self, Names};

/// The scripts of the two modules, as they are before they are made small.
pub struct Scripts {
    /// The widget's, with `rest.inline.js` behind it.
    pub glue: String,
    /// That of the module that checks a page's own atlas.
    pub check: String,
}

/// The whole script.
pub fn element(script: &str, names: &Names, rest: &str, files: &Files, scripts: &Scripts) -> Result<String> {
    let data = names.packs.iter().map(|(_, file)| file.as_str());
    let inside: Vec<&str> =
        [&names.wasm, rest, &names.css, &names.later_css, &names.check[0]].into_iter().chain(data).collect();
    let mut table = serde_json::Map::new();
    let mut whole = Vec::new();
    for name in inside {
        let bytes = files.get(name).with_context(|| format!("{name} is not made yet"))?;
        table.insert(name.to_owned(), serde_json::json!([whole.len(), bytes.len()]));
        whole.extend_from_slice(bytes);
    }
    let functions = [(&names.glue, &scripts.glue), (&names.check[1], &scripts.check)]
        .map(|(name, text)| Ok(format!("{name:?}: {}", function(text)?)))
        .into_iter()
        .collect::<Result<Vec<_>>>()?;
    let text = pages::element(script, "net.inline.js", names)?;
    let tokens = [
        ("__RPE_PACKED__", STANDARD.encode(packed(&whole)?)),
        ("__RPE_TABLE__", serde_json::to_string(&table).context("the table of what is inside")?),
        ("__RPE_SCRIPTS__", functions.join(", ").replace("__RPE_REST__", rest)),
    ];
    // Not the other way round: what is packed may hold anything.
    Ok(tokens.iter().rev().fold(text, |text, (token, value)| text.replacen(token, value, 1)))
}

/// A page with the script in it. The policy of the page names the script by its hash, so that nothing else runs in it.
pub fn standalone(page: &str, script: &str) -> Result<String> {
    // In a page, this ends a script wherever it stands.
    if script.to_ascii_lowercase().contains("</script") {
        bail!("the script would end early in a page: it holds the end of a script");
    }
    let script = script.trim();
    let hash = STANDARD.encode(Sha256::digest(script.as_bytes()));
    Ok(page.replacen("__RPE_HASH__", &hash, 1).replacen("__RPE_SCRIPT__", script, 1))
}

/// A module's script as a function that gives what the module exports.
fn function(module: &str) -> Result<String> {
    let (mut body, mut exports) = (String::new(), Vec::new());
    for line in module.lines() {
        let Some(exported) = line.strip_prefix("export ") else {
            body.push_str(line);
            body.push('\n');
            continue;
        };
        if let Some(list) = exported.strip_prefix('{').and_then(|list| list.split('}').next()) {
            for one in list.split(',').map(str::trim) {
                let (own, name) = one.split_once(" as ").unwrap_or((one, one));
                exports.push(format!("{name:?}: {own}"));
            }
            continue;
        }
        let words = exported.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == '$'));
        let name = words.into_iter().find(|word| !["async", "class", "const", "function", "let", ""].contains(word));
        exports.push(name.with_context(|| format!("`{line}` exports something without a name"))?.to_owned());
        body.push_str(exported);
        body.push('\n');
    }
    if exports.is_empty() || body.contains("import.meta") {
        bail!("the script of a module exports nothing, or asks where it is");
    }
    Ok(format!("() => {{\n{body}return {{ {} }};\n}}", exports.join(", ")))
}

fn packed(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).context("packing")?;
    encoder.finish().context("packing")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_becomes_a_function() {
        let module =
            "let a = 1;\nexport class B {\n  c() {}\n}\nexport async function d() {}\nexport { a, B as default };\n";
        let made = function(module).unwrap();
        assert!(made.starts_with("() => {\nlet a = 1;\nclass B {\n"), "{made}");
        assert!(made.ends_with("return { B, d, \"a\": a, \"default\": B };\n}"), "{made}");
        assert!(function("let a = 1;").is_err());
        assert!(function("export const a = import.meta.url;").is_err());
    }

    #[test]
    fn a_script_that_would_end_its_page_is_refused() {
        assert!(standalone("__RPE_HASH__ __RPE_SCRIPT__", "a = '</Script>'").is_err());
        let page =
            standalone("<meta content='sha256-__RPE_HASH__'><script>__RPE_SCRIPT__</script>", " a = 1 ").unwrap();
        assert!(page.ends_with("<script>a = 1</script>") && !page.contains("__RPE_"));
    }
}
