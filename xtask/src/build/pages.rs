//! The files that people wrote: the element's script, the pages, the service worker. Fills in the names of this build.

use std::path::Path;

use anyhow::{Context, Result, bail};
use xtask::project;

use super::files::Files;
use super::node::Minify;
use super::{read, read_bytes, shown};

/// These become something else on their way; every other file of www/ is copied as it is.
const NOT_COPIED: [&str; 18] = [
    "npm.md",
    "element.js",
    "load.js",
    "out.js",
    "place.js",
    "panic.js",
    "later.js",
    "own.js",
    "choices.js",
    "attributes.js",
    "net.js",
    "net.inline.js",
    "rest.js",
    "start.js",
    "rest.net.js",
    "rest.inline.js",
    "standalone.html",
    "sw.js",
];

/// What `inline` fills in later.
const INSIDE: [&str; 3] = ["__RPE_PACKED__", "__RPE_TABLE__", "__RPE_SCRIPTS__"];

/// The folder of the widget's style sheets, which become two files.
const STYLES: &str = "styles";

/// The sheets of what shows first, in the order in which they override each other.
pub const FIRST: &[&str] = &["tokens", "frame", "map", "plate", "find", "widths"];

/// The sheets of what opens after a tap. They follow the others.
pub const LATER: &[&str] = &["paint", "read", "plan", "timer", "figure", "day", "paper", "trend", "forced"];

/// Where a file of www/ goes under another name.
const RENAMED: [(&str, &str); 1] = [("element.d.ts", "referred-pain-explorer.d.ts")];

/// What a person who is offline does not miss: data and descriptions for programs, and what is for other people's pages.
const NOT_CACHED: [&str; 11] = [
    ".d.ts",
    ".json",
    ".txt",
    ".md",
    ".zip",
    ".inline.js",
    ".host.js",
    "standalone.html",
    "embed.html",
    "embed.css",
    "embed.js",
];

/// How the files begin that hold a piece of HTML, to be put into a page; and the page for those who do that.
const PIECES: [&str; 3] = ["fallback-", "preload-", "playground"];

/// The names of the hashed files.
#[derive(Debug)]
pub struct Names {
    /// The module.
    pub wasm: String,
    /// Its JavaScript.
    pub glue: String,
    /// The style sheet of what shows first.
    pub css: String,
    /// The style sheet of the rest.
    pub later_css: String,
    /// The packs: what is in each, and its file.
    pub packs: Vec<(String, String)>,
    /// The module that checks a page's own atlas, and its JavaScript.
    pub check: [String; 2],
}

/// The element's script as one file, with the names filled in; `net` is how it gets its files. What it imports takes the place of the import.
pub fn element(script: &str, net: &str, names: &Names) -> Result<String> {
    let mut joined: Vec<String> = vec![part(net)?];
    for line in script.lines() {
        match line.strip_prefix("import ").and_then(|line| line.rsplit_once("\"./")).map(|(_, file)| file) {
            Some(file) => joined.push(part(file.trim_end_matches("\";"))?),
            None => joined.push(line.to_owned()),
        }
    }
    let script = &(joined.join("\n") + "\n");
    let packs = table(names.packs.iter().filter(|(what, _)| is_first(what)));
    fill(
        "www/element.js",
        script,
        &[
            ("__RPE_GLUE__", &names.glue),
            ("__RPE_WASM__", &names.wasm),
            ("__RPE_CSS__", &names.css),
            ("__RPE_PACKS__", &packs),
            ("__RPE_VERSION__", project::version()),
        ],
    )
}

/// Whether a pack is asked for before the program is there.
fn is_first(what: &str) -> bool {
    matches!(what, "atlas" | "posterior") || what.starts_with("ui-") || what.starts_with("names-")
}

/// What is in each pack and the hash in the name of its file, as an object of JavaScript.
fn table<'a>(packs: impl Iterator<Item = &'a (String, String)>) -> String {
    // The script builds the rest of the name.
    let hash = |what: &str, name: &'a str| name.strip_prefix(&format!("data-{what}-"))?.strip_suffix(".bin");
    let packs: Vec<_> = packs.filter_map(|(what, name)| Some(format!("{what:?}:{:?}", hash(what, name)?))).collect();
    format!("{{{}}}", packs.join(","))
}

/// The program's script with what the element needs once it has it: no page that waits for its visitor to come near loads
/// it.
pub fn program(glue: &str, packs: &[(String, String)], later_css: &str, check: &[String; 2]) -> Result<String> {
    let later = table(packs.iter().filter(|(what, _)| !is_first(what)));
    let parts = ["out", "place", "panic", "choices"].map(|part| read(&format!("www/{part}.js")));
    let parts = parts.into_iter().collect::<Result<Vec<_>>>()?;
    let packs = fill(
        "www/later.js",
        &read("www/later.js")?,
        &[
            ("__RPE_LATER_PACKS__", &later),
            ("__RPE_LATER_CSS__", later_css),
            ("__RPE_CHECK_WASM__", &check[0]),
            ("__RPE_CHECK_GLUE__", &check[1]),
        ],
    )?;
    Ok([glue, "\n", &parts.join("\n"), "\n", &packs].concat())
}

/// The sheets of a folder as one. A sheet that is in the folder and not in the list would be missing without a word.
pub fn styles(folder: &str, sheets: &[&str]) -> Result<String> {
    let path = project::root().join("www").join(STYLES).join(folder);
    let there = std::fs::read_dir(&path).with_context(|| format!("listing {}", shown(&path)))?.count();
    if there != sheets.len() {
        bail!("www/{STYLES}/{folder} holds {there} files, but xtask/src/build/pages.rs names {}", sheets.len());
    }
    sheets.iter().map(|name| read(&format!("www/{STYLES}/{folder}/{name}.css"))).collect()
}

/// A file that the element's script imports. What it imports itself is already there.
fn part(file: &str) -> Result<String> {
    let text = read(&format!("www/{file}"))?;
    let own = text.lines().filter(|line| !line.starts_with("import "));
    Ok(own.collect::<Vec<_>>().join("\n").replace("export ", ""))
}

/// What a page may put into its head, so that the files come without waiting for the script that asks for them.
fn preload(names: &Names, lang: &str) -> String {
    let packs = ["atlas".to_owned(), "posterior".to_owned(), format!("ui-{lang}"), format!("names-{lang}")];
    let packs = packs.iter().filter_map(|what| names.packs.iter().find(|(own, _)| own == what));
    let fetched = [&names.wasm, &names.css].into_iter().chain(packs.map(|(_, file)| file));
    let mut head = format!("<link rel=\"modulepreload\" href=\"{}\">\n", names.glue);
    for file in fetched {
        head.push_str(&format!("<link rel=\"preload\" as=\"fetch\" crossorigin href=\"{file}\">\n"));
    }
    head
}

/// Copies index.html and the files of www/, and adds the fallback and the preloads in each language: by themselves, for
/// other people's pages, and in ours.
pub fn copy_own(files: &mut Files, names: &Names, fallbacks: &[(String, String)]) -> Result<()> {
    let mut pieces = Vec::new();
    for (lang, html) in fallbacks {
        pieces.push((format!("fallback {lang}"), html.clone()));
        pieces.push((format!("preload {lang}"), preload(names, lang)));
    }
    for (name, html) in &pieces {
        files.add(&format!("{}.html", name.replace(' ', "-")), html.as_bytes());
    }
    let root = project::root();
    match root.join("index.html") {
        page if page.is_file() => files.add("index.html", with_pieces(read("index.html")?, &pieces)?),
        _ => println!("    notice: there is no index.html, so dist/ has no page of its own"),
    }
    copy_folder(&root.join("www"), "", files, &pieces)
}

/// A page with the pieces that it asks for, as in `<!-- build: fallback nl -->`.
fn with_pieces(mut page: String, pieces: &[(String, String)]) -> Result<String> {
    for (name, html) in pieces {
        page = page.replace(&format!("<!-- build: {name} -->"), html);
    }
    if let Some((_, rest)) = page.split_once("<!-- build: ") {
        bail!("a page asks for what is not made: {}", rest.split_once("-->").map_or("", |(name, _)| name));
    }
    Ok(page)
}

fn copy_folder(folder: &Path, prefix: &str, files: &mut Files, pieces: &[(String, String)]) -> Result<()> {
    for entry in std::fs::read_dir(folder).with_context(|| format!("listing {}", shown(folder)))? {
        let path = entry.with_context(|| format!("listing {}", shown(folder)))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let name = format!("{prefix}{name}");
        if path.is_dir() && name == STYLES {
            continue;
        }
        if path.is_dir() {
            copy_folder(&path, &format!("{name}/"), files, pieces)?;
        } else if NOT_COPIED.contains(&name.as_str()) {
            continue;
        } else if name.ends_with(".html") {
            files.add(&name, with_pieces(String::from_utf8(read_bytes(&path)?)?, pieces)?);
        } else {
            let renamed = RENAMED.iter().find(|(from, _)| *from == name);
            files.add(renamed.map_or(name.as_str(), |(_, to)| to), read_bytes(&path)?);
        }
    }
    Ok(())
}

/// Adds the service worker, which has to know all other files.
pub fn service_worker(files: &mut Files, minify: &Minify, dev: bool) -> Result<()> {
    let needed = |name: &&str| {
        !PIECES.iter().any(|start| name.starts_with(start)) && !NOT_CACHED.iter().any(|end| name.ends_with(end))
    };
    let cached: Vec<_> = files.names().filter(needed).collect();
    let list = serde_json::to_string(&cached).context("listing the files")?;
    let tokens =
        [("__RPE_BUILD__", files.build_id()), ("__RPE_FILES__", list), ("__RPE_NETWORK_FIRST__", dev.to_string())];
    let tokens: Vec<_> = tokens.iter().map(|(token, value)| (*token, value.as_str())).collect();
    let script = fill("www/sw.js", &read("www/sw.js")?, &tokens)?;
    files.add("sw.js", minify.classic(&script)?);
    Ok(())
}

/// Replaces tokens; each has to be there, and none may be left over.
fn fill(name: &str, text: &str, tokens: &[(&str, &str)]) -> Result<String> {
    let mut filled = text.to_string();
    for (token, value) in tokens {
        if !filled.contains(token) {
            bail!("{name} does not mention {token}, which the build fills in");
        }
        filled = filled.replace(token, value);
    }
    // What is inside of a script is filled in by `inline`.
    let left = INSIDE.iter().fold(filled.clone(), |text, token| text.replace(token, ""));
    if let Some((_, rest)) = left.split_once("__RPE_") {
        let token: String = rest.chars().take_while(|c| c.is_ascii_uppercase() || *c == '_').collect();
        bail!("{name} mentions __RPE_{token}, which the build does not know");
    }
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_filled_and_a_missing_or_unknown_one_is_told() {
        assert_eq!(fill("x", "a(__RPE_A__, \"__RPE_A__\")", &[("__RPE_A__", "1")]).unwrap(), "a(1, \"1\")");
        assert!(fill("x", "nothing", &[("__RPE_A__", "1")]).unwrap_err().to_string().contains("does not mention"));
        assert!(fill("x", "__RPE_B__", &[]).unwrap_err().to_string().contains("__RPE_B__"));
    }

    #[test]
    fn what_is_for_other_peoples_pages_is_not_kept_for_our_own() {
        let mut files = Files::default();
        let others = ["a.zip", "a.d.ts", "types/a.d.ts", "fallback-nl.html", "a.inline.js", "embed.html", "a.json"];
        for name in ["index.html", "rpe-1.wasm"].into_iter().chain(others) {
            files.add(name, name);
        }
        service_worker(&mut files, &Minify::new(None), false).unwrap();
        let script = String::from_utf8(files.get("sw.js").unwrap().to_vec()).unwrap();
        assert!(script.contains(r#"["index.html","rpe-1.wasm"]"#), "{script}");
    }

    #[test]
    fn the_packs_become_an_object() {
        let names = Names {
            wasm: "w".into(),
            glue: "g".into(),
            css: "c".into(),
            later_css: "d".into(),
            packs: vec![
                ("atlas".into(), "data-atlas-a.bin".into()),
                ("library".into(), "data-library-l.bin".into()),
                ("ui-pt-br".into(), "data-ui-pt-br-p.bin".into()),
            ],
            check: ["k".into(), "l".into()],
        };
        let script = "__RPE_GLUE__ __RPE_WASM__ __RPE_CSS__ __RPE_VERSION__ __RPE_PACKS__";
        assert!(element(script, "net.js", &names).unwrap().trim_end().ends_with(r#"{"atlas":"a","ui-pt-br":"p"}"#));
        assert!(program("", &names.packs, "d", &names.check).unwrap().contains(r#"PACKS = {"library":"l"};"#));
    }
}
