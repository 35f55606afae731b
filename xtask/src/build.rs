//! `cargo xtask build`: from the sources to dist/. All files are made in memory first, and dist/ is replaced only when
//! every one of them is there: a failed build leaves the last good one alone.

mod cut;
mod detach;
mod expandos;
mod files;
mod graft;
mod inline;
mod later;
mod links;
mod names;
mod node;
mod npm;
mod pages;
mod reach;
mod spill;
mod split;
mod waits;
mod wasm;
mod wordpress;

pub use wasm::compiled;

use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result, bail};
use xtask::project;

use crate::{run, setup};
use files::Files;
use node::Minify;

/// How to build, and where to.
#[derive(Debug, Clone)]
pub struct Options {
    /// Quick to build and slow to load, instead of small.
    pub dev: bool,
    /// The folder that is replaced.
    pub out: PathBuf,
}

/// Lets V8 compile a whole script while the program is still on its way, and not each function when it is first called: the
/// start calls nearly all of the glue (explicit compile hints; other engines read a comment).
const AT_ONCE: &str = "//# allFunctionsCalledOnLoad\n";

/// Builds everything into a folder.
pub fn build(options: &Options) -> Result<()> {
    let start = Instant::now();
    setup::wasm_target()?;
    let node = setup::node_tools()?;
    if node.is_none() && !options.dev {
        println!("    notice: no node and npm here, so neither wasm-opt nor a minifier: dist/ gets larger");
    }
    let minify = Minify::new(node.filter(|_| !options.dev));

    let wasm_opt = minify.program("wasm-opt");
    let (bound, compiled) = module(&wasm::ELEMENT, options.dev, wasm_opt.as_deref())?;
    let (check, _) = module(&wasm::CHECK, options.dev, wasm_opt.as_deref())?;
    let data = run::timed("atlas and its packs", read_data)?;

    run::timed("writing the files", || {
        let mut files = Files::default();
        let rest = files.add_hashed("rest", "wasm", bound.rest);
        let packs: Vec<(String, String)> = data
            .packs
            .into_iter()
            .map(|(what, bytes)| (what.clone(), files.add_hashed(&format!("data-{what}"), "bin", bytes)))
            .collect();
        let check_glue = [&check.glue, "\n", &read("www/own.js")?].concat();
        let later_css = files.add_hashed("later", "css", minify.style(&pages::styles("later", pages::LATER)?)?);
        let check_files = [
            files.add_hashed("check", "wasm", check.wasm),
            files.add_hashed("check", "js", minify.script(&check_glue)?),
        ];
        // The glue's own hash follows the rest's, so that the two are never of two builds.
        let glue = pages::program(&expandos::rename(&bound.glue, &compiled)?, &packs, &later_css, &check_files)?;
        let scripts = inline::Scripts { glue: [&glue, "\n", &read("www/rest.inline.js")?].concat(), check: check_glue };
        let glue = [&glue, "\n", &read("www/rest.net.js")?].concat().replace("__RPE_REST__", &rest);
        let names = pages::Names {
            wasm: files.add_hashed("rpe", "wasm", bound.wasm),
            glue: files.add_hashed("rpe", "js", [AT_ONCE, &minify.script(&glue)?].concat()),
            css: files.add_hashed("rpe", "css", minify.style(&pages::styles("first", pages::FIRST)?)?),
            later_css,
            packs,
            check: check_files,
        };
        files.add("atlas.json", data.atlas);
        let element = read("www/element.js")?;
        let inside = minify.script(&inline::element(&element, &names, &rest, &files, &scripts)?)?;
        let alone = [minify.script(&read("www/options.js")?)?.as_str(), "\n", &inside].concat();
        files.add("standalone.html", inline::standalone(&read("www/standalone.html")?, &alone)?);
        files.add("referred-pain-explorer.inline.js", inside);
        files.add("referred-pain-explorer.js", minify.script(&pages::element(&element, "net.js", &names)?)?);
        pages::copy_own(&mut files, &names, &data.fallbacks)?;
        npm::add(&mut files)?;
        pages::service_worker(&mut files, &minify, options.dev)?;
        files.replace(&options.out)
    })?;
    println!("built {} in {}", shown(&options.out), run::seconds(start.elapsed()));
    Ok(())
}

/// One of the two modules, ready for the browser; with it, what the compiler made.
fn module(of: &wasm::Module, dev: bool, wasm_opt: Option<&str>) -> Result<(wasm::Bound, Vec<u8>)> {
    let compiled = run::timed(&format!("compiling {}", of.name), || wasm::compile(of, dev))?;
    let bound = run::timed("binding WebAssembly to JavaScript", || wasm::bind(of, &compiled, dev))?;
    match wasm_opt {
        Some(program) => Ok((run::timed("wasm-opt", || wasm::optimise(of, program, &bound))?, compiled)),
        None => Ok((bound, compiled)),
    }
}

struct Data {
    atlas: Vec<u8>,
    packs: Vec<(String, Vec<u8>)>,
    /// Of each language, what stands in the element's place until it is there.
    fallbacks: Vec<(String, String)>,
}

/// Asks the pure layers, in a process of their own: see the feature `data` in xtask/Cargo.toml.
fn read_data() -> Result<Data> {
    let folder = project::target().join("dist-data");
    if folder.is_dir() {
        std::fs::remove_dir_all(&folder).with_context(|| format!("emptying {}", folder.display()))?;
    }
    publish(&[&folder.to_string_lossy()])?;
    let (mut packs, mut fallbacks) = (Vec::new(), Vec::new());
    for entry in std::fs::read_dir(&folder).context("listing the packs")? {
        let name = entry.context("listing the packs")?.file_name().to_string_lossy().into_owned();
        if let Some(what) = name.strip_suffix(".bin") {
            packs.push((what.to_string(), read_bytes(&folder.join(&name))?));
        }
        if let Some(lang) = name.strip_prefix("fallback-").and_then(|name| name.strip_suffix(".html")) {
            let html = String::from_utf8(read_bytes(&folder.join(&name))?).context("reading a fallback")?;
            fallbacks.push((lang.to_string(), html));
        }
    }
    packs.sort();
    fallbacks.sort();
    Ok(Data { atlas: read_bytes(&folder.join("atlas.json"))?, packs, fallbacks })
}

/// Runs what knows the pure layers.
fn publish(own: &[&str]) -> Result<()> {
    let words = ["run", "--quiet", "--package", "xtask", "--features", "data", "--bin", "dist-data", "--"];
    run::run(&mut run::command(&project::cargo(), &[&words, own].concat()))
}

/// `cargo xtask fallback`: prints it for a region in a language.
pub fn fallback(words: &[String]) -> Result<()> {
    let [region, lang] = words else { bail!("say a region or group and a language, as in: fallback leg nl") };
    publish(&["fallback", region, lang])
}

fn read(path: &str) -> Result<String> {
    std::fs::read_to_string(project::root().join(path)).with_context(|| format!("reading {path}"))
}

fn read_bytes(path: &Path) -> Result<Vec<u8>> {
    std::fs::read(path).with_context(|| format!("reading {}", shown(path)))
}

/// A path as it looks from the root of the project.
fn shown(path: &Path) -> String {
    path.strip_prefix(project::root()).unwrap_or(path).display().to_string()
}
