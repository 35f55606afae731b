//! What a package registry, a security officer and a lawyer want to see: package.json, the hash of each file, and whose
//! work is in the module.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Value, json};
use xtask::project;

use super::files::Files;
use super::{read, read_bytes, wordpress};
use crate::run;

/// What no page loads, and therefore needs no hash: descriptions of the others.
const DESCRIBING: [&str; 2] = ["integrity.json", "package.json"];

/// What is in dist/ and not in the package: our own pages, and what is a package of its own.
const NOT_PACKED: [&str; 8] =
    ["index.html", "nl.html", "page.css", "page.js", "sw.js", "manifest.webmanifest", "icons", wordpress::ARCHIVE];

/// Adds all of it. Comes last but for the service worker: it names the other files.
pub fn add(files: &mut Files) -> Result<()> {
    for licence in ["LICENSE-MIT", "LICENSE-APACHE"] {
        files.add(licence, read_bytes(&project::root().join(licence))?);
    }
    files.add("README.md", read("www/npm.md")?);
    files.add("THIRD_PARTY.md", third_party()?);
    files.add("package.json", package()?);
    wordpress::add(files)?;
    let hashes: BTreeMap<&str, String> = files
        .names()
        .filter(|name| !DESCRIBING.contains(name))
        .filter_map(|name| Some((name, xtask::integrity(files.get(name)?))))
        .collect();
    let list = serde_json::to_string_pretty(&hashes).context("writing integrity.json")?;
    files.add("integrity.json", list + "\n");
    Ok(())
}

fn package() -> Result<String> {
    let tag = |framework: &str| json!({ "types": format!("./types/{framework}.d.ts") });
    let package = json!({
        "name": "referred-pain-explorer",
        "version": project::version(),
        "description": "An interactive referred-pain explorer and massage timer for the lower limb, as a custom element",
        "keywords": ["web-component", "custom-element", "trigger-point", "referred-pain", "heel-pain", "body-map", "webassembly"],
        "license": "(MIT OR Apache-2.0) AND CC-BY-4.0",
        "type": "module",
        "main": "./referred-pain-explorer.js",
        "types": "./referred-pain-explorer.d.ts",
        "exports": {
            // A compiler finds the types beside each script. Named here, they would have to stand before it.
            ".": "./referred-pain-explorer.js",
            "./inline": "./referred-pain-explorer.inline.js",
            "./host": "./referred-pain-explorer.host.js",
            "./react": tag("react"),
            "./vue": tag("vue"),
            "./svelte": tag("svelte"),
            "./atlas.json": "./atlas.json",
            "./atlas.schema.json": "./atlas.schema.json",
            "./custom-elements.json": "./custom-elements.json",
            "./integrity.json": "./integrity.json",
            "./package.json": "./package.json",
        },
        "files": NOT_PACKED.iter().fold(vec!["**".to_owned()], |files, name| [files, vec![format!("!{name}")]].concat()),
        "customElements": "./custom-elements.json",
        // Importing it defines the element.
        "sideEffects": ["*.js"],
    });
    Ok(serde_json::to_string_pretty(&package).context("writing package.json")? + "\n")
}

/// The packages whose code is in the module, each with its licence.
fn third_party() -> Result<String> {
    let words = ["metadata", "--format-version=1", "--filter-platform=wasm32-unknown-unknown", "--features=embed"];
    let told = run::read(&mut run::command(&project::cargo(), &words))?;
    let told: Value = serde_json::from_str(&told).context("reading what cargo tells of the packages")?;
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let packages: BTreeMap<String, Value> =
        list(&at(&told, "packages")).into_iter().map(|own| (text(&at(&own, "id")), own)).collect();
    let nodes: BTreeMap<String, Value> =
        list(&at(&at(&told, "resolve"), "nodes")).into_iter().map(|own| (text(&at(&own, "id")), own)).collect();
    let root = packages.iter().find(|(_, own)| at(own, "name") == "referred-pain-explorer").map(|(id, _)| id.clone());
    let mut open = vec![root.context("cargo does not know this package")?];
    let mut used: BTreeMap<(String, String), Value> = BTreeMap::new();
    while let Some(id) = open.pop() {
        let Some(own) = packages.get(&id) else { continue };
        // What runs while compiling is not in what was compiled.
        let macros = list(&at(own, "targets")).iter().any(|target| at(target, "kind") == json!(["proc-macro"]));
        let key = (text(&at(own, "name")), text(&at(own, "version")));
        if macros || used.contains_key(&key) {
            continue;
        }
        used.insert(key, own.clone());
        for dependency in list(&at(nodes.get(&id).unwrap_or(&Value::Null), "deps")) {
            if list(&at(&dependency, "dep_kinds")).iter().any(|kind| at(kind, "kind").is_null()) {
                open.push(text(&at(&dependency, "pkg")));
            }
        }
    }
    let mut out = String::from(
        "# What others made\n\nThe module holds code of these packages, and of the Rust standard library (MIT OR Apache-2.0), \
         <https://www.rust-lang.org>.\n",
    );
    for ((name, version), own) in used.iter().filter(|((name, _), _)| name != "referred-pain-explorer") {
        let folder = text(&at(own, "manifest_path"));
        let folder = Path::new(&folder).parent().unwrap_or(Path::new("."));
        out.push_str(&format!("\n## {name} {version}\n\n{}\n", text(&at(own, "license"))));
        if !at(own, "repository").is_null() {
            out.push_str(&format!("<{}>\n", text(&at(own, "repository"))));
        }
        if let Some(licence) = licence(folder) {
            out.push_str(&format!("\n```text\n{}\n```\n", licence.trim().replace('\r', "").replace("```", "'''")));
        }
    }
    Ok(out)
}

fn at(value: &Value, name: &str) -> Value {
    value.get(name).cloned().unwrap_or_default()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// The text of a package's licence: of several, that of the MIT licence, which is the shortest.
fn licence(folder: &Path) -> Option<String> {
    let mut names: Vec<_> = std::fs::read_dir(folder).ok()?.flatten().map(|entry| entry.file_name()).collect();
    names.sort();
    let named = |word: &str| {
        names.iter().find(|name| {
            let name = name.to_string_lossy().to_uppercase();
            name.starts_with("LICEN") && name.contains(word)
        })
    };
    std::fs::read_to_string(folder.join(named("MIT").or_else(|| named(""))?)).ok()
}
