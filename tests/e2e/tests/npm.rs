//! dist/ as a package: what npm packs, what a program without a page and the compiler of types make of it, hashes, and whose
//! work is inside. Opens no browser.

use std::collections::BTreeSet;
use std::path::Path;

use e2e::project;
use serde_json::Value;

/// What is for our own site, or a package of its own.
const NOT_PACKED: [&str; 8] = [
    "index.html",
    "nl.html",
    "page.css",
    "page.js",
    "sw.js",
    "manifest.webmanifest",
    "icons/",
    "referred-pain-explorer-wordpress.zip",
];

fn read(name: &str) -> Vec<u8> {
    std::fs::read(project::dist().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn json(name: &str) -> Value {
    serde_json::from_slice(&read(name)).expect("JSON")
}

/// All files of dist/, with their folders.
fn built() -> BTreeSet<String> {
    fn collect(folder: &Path, prefix: &str, names: &mut BTreeSet<String>) {
        for entry in std::fs::read_dir(folder).expect("dist").flatten() {
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                collect(&entry.path(), &format!("{name}/"), names);
            } else {
                names.insert(name);
            }
        }
    }
    let mut names = BTreeSet::new();
    collect(&project::dist(), "", &mut names);
    names
}

/// The files that package.json leads to.
fn exported() -> Vec<String> {
    let package = json("package.json");
    let mut paths = vec![package["main"].clone(), package["types"].clone(), package["customElements"].clone()];
    for path in package["exports"].as_object().expect("exports").values() {
        paths.extend(path.as_object().map_or_else(|| vec![path.clone()], |more| more.values().cloned().collect()));
    }
    paths
        .iter()
        .map(|path| path.as_str().and_then(|path| path.strip_prefix("./")).expect("a path").to_owned())
        .collect()
}

#[test]
fn every_file_is_named_with_its_hash() {
    let list = json("integrity.json");
    let list = list.as_object().expect("an object");
    for (name, hash) in list {
        assert_eq!(hash, &xtask::integrity(&read(name)), "{name}");
    }
    // The first two describe the others, and no page may hold a service worker to a hash.
    let without = ["integrity.json", "package.json", "sw.js"];
    let wanted: BTreeSet<_> = built().into_iter().filter(|name| !without.contains(&name.as_str())).collect();
    assert_eq!(list.keys().cloned().collect::<BTreeSet<_>>(), wanted);
}

#[test]
fn whose_work_is_inside_is_told() {
    let third = String::from_utf8(read("THIRD_PARTY.md")).expect("text");
    for name in ["yew", "wasm-bindgen", "serde", "gloo-timers"] {
        assert!(third.contains(&format!("## {name} ")), "{name} is not credited");
    }
}

#[test]
fn the_types_of_each_script_lie_beside_it() {
    let names = built();
    for name in exported().iter().filter_map(|name| name.strip_suffix(".js")) {
        assert!(names.contains(&format!("{name}.d.ts")), "{name}.js has no types");
    }
}

/// All of it needs the node tools.
mod with_node {
    use super::*;
    use e2e::{guest, run};

    #[test]
    fn it_packs_what_a_page_needs_and_not_our_own_pages() {
        let said = run("npm", &["pack", "--dry-run", "--json", "--loglevel=error"], &project::dist(), "");
        let said: Value = serde_json::from_str(&said).expect("JSON from npm");
        // A list in older versions of npm, by name in newer ones.
        let packed = said.get(0).or_else(|| said.get("referred-pain-explorer")).expect("a package");
        assert_eq!(packed["version"], project::version());
        let files = packed["files"].as_array().expect("files").iter();
        let packed: BTreeSet<String> = files.filter_map(|file| Some(file["path"].as_str()?.to_owned())).collect();
        let mut wanted = built();
        wanted
            .retain(|name| !NOT_PACKED.iter().any(|own| name == own || (own.ends_with('/') && name.starts_with(own))));
        assert_eq!(packed, wanted);
        let needed = ["README.md", "THIRD_PARTY.md", "LICENSE-MIT", "LICENSE-APACHE", "embed.html", "standalone.html"];
        for name in exported().iter().map(String::as_str).chain(needed) {
            assert!(packed.contains(name), "{name} is not in the package");
        }
    }

    #[test]
    fn the_description_for_editors_keeps_to_its_schema() {
        let schema = project::root().join("node_modules/custom-elements-manifest/schema.json");
        let schema = std::fs::read(&schema).unwrap_or_else(|error| panic!("{}: {error}", schema.display()));
        let schema: Value = serde_json::from_slice(&schema).expect("JSON");
        let rules = jsonschema::validator_for(&schema).expect("a schema");
        let wrong = |of: &Value| rules.iter_errors(of).map(|error| error.to_string()).collect::<Vec<_>>();
        let description = json("custom-elements.json");
        assert_eq!(wrong(&description), Vec::<String>::new());
        // The rules do say no.
        let mut spoiled = description;
        spoiled["modules"][0]["declarations"][0]["members"][0]["kind"] = Value::from("nothing");
        assert_ne!(wrong(&spoiled), Vec::<String>::new());
    }

    #[test]
    fn it_can_be_imported_where_there_is_no_page() {
        let script = r#"
            const versions = [];
            for (const name of ["referred-pain-explorer", "referred-pain-explorer/inline"]) {
                const { ReferredPainExplorer } = await import(name);
                versions.push(ReferredPainExplorer.version);
            }
            const { default: description } = await import("referred-pain-explorer/custom-elements.json", { with: { type: "json" } });
            if (!description.modules.length) throw new Error("custom-elements.json");
            console.log(versions.join(" "), Object.keys(globalThis).includes("document"));
        "#;
        let folder = guest("tests/types");
        folder.write("main.mjs", script);
        let version = project::version();
        assert_eq!(run("node", &["main.mjs"], &folder, "").trim(), format!("{version} {version} false"));
    }

    #[test]
    fn the_types_hold_where_it_is_installed() {
        let folder = guest("tests/types");
        let tsc = project::root().join("node_modules/.bin/tsc");
        let tsc = tsc.to_string_lossy();
        for words in [
            &["--project", "tsconfig.package.json"][..],
            &["--project", "tsconfig.package.json", "--module", "esnext", "--moduleResolution", "bundler"],
        ] {
            run(&tsc, words, &folder, "");
        }
        // It would not be silent about a wrong one.
        folder.write("wrong.ts", "import { ReferredPainExplorer } from \"referred-pain-explorer/inline\"; new ReferredPainExplorer().skip();");
        let output = std::process::Command::new(&*tsc)
            .args(["--project", "tsconfig.package.json"])
            .current_dir(&*folder)
            .output();
        assert!(!output.expect("tsc").status.success());
    }
}
