//! The WebAssembly module: compiled by cargo, bound to JavaScript by the library behind wasm-bindgen, shrunk by wasm-opt.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use serde_json::Value;
use wasm_bindgen_cli_support::{Bindgen, EncodeInto};
use xtask::project;

use super::links::Links;
use super::{graft, later, names, read, spill, split};
use crate::run;
use crate::setup::{self, WASM};

/// What every browser of the last years has. Never `--all-features`: it also turns on those that browsers still refuse.
const WASM_FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// The passes that gave the fewest bytes after brotli, which is what a person waits for: 5 kB less than -Oz, which gives
/// the fewest before it. Nothing of Rust's lies below address 1024: there the stack ends.
const SMALL_AFTER_BROTLI: [&str; 7] = [
    "--low-memory-unused",
    "--flatten",
    "--rereloop",
    "-O2",
    "-Os",
    "--converge",
    "--one-caller-inline-max-function-size=40",
];

/// The compiler flags of the wasm target alone, so that build scripts and macros are not compiled anew for them.
const RUSTFLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// A standard library without what nobody reads: no backtraces, smaller algorithms.
const SMALL_STD: [&str; 2] = ["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"];

/// Code without panic messages, their places, and derived `Debug` texts.
/// Functions that come out alike are folded by wasm-opt, in each half by itself: folded by the compiler, one that is needed
/// at once may bear the name of one for later.
const SMALL_CODE: [&str; 5] = [
    "-Zunstable-options",
    "-Cpanic=immediate-abort",
    "-Zlocation-detail=none",
    "-Zfmt-debug=none",
    "-Zmerge-functions=disabled",
];

/// What is compiled to a module of its own.
#[derive(Debug)]
pub struct Module {
    /// Its name among the files.
    pub name: &'static str,
    /// The features of the library that it needs.
    features: &'static str,
    /// The profile of a small build.
    profile: &'static str,
    /// What is cut off and loaded later.
    later: &'static [&'static str],
}

/// What every page loads.
pub const ELEMENT: Module = Module { name: "rpe", features: "embed", profile: "wasm-release", later: later::LATER };
/// What a page loads that brings an atlas of its own. Speed counts there, and size little.
pub const CHECK: Module = Module { name: "check", features: "check-embed", profile: "wasm-check", later: &[] };

/// The module and the JavaScript that goes with it.
#[derive(Debug)]
pub struct Bound {
    /// The bytes of the module.
    pub wasm: Vec<u8>,
    /// What was cut off it; empty when nothing was.
    pub rest: Vec<u8>,
    /// The JavaScript, an ES module.
    pub glue: String,
}

/// Compiles the library with what a module needs.
pub fn compile(module: &Module, dev: bool) -> Result<Vec<u8>> {
    let profile = if dev { "wasm-dev" } else { module.profile };
    // `cargo rustc` for the sake of --crate-type: a library that is an rlib as well is not optimised at link time.
    let mut command = run::command(
        &project::cargo(),
        &["rustc", "--lib", "--crate-type", "cdylib", "--package", "referred-pain-explorer"],
    );
    command.args(["--target", WASM, "--profile", profile, "--no-default-features", "--features", module.features]);
    let mut flags = remapped_paths();
    // Names that say all of where a function belongs, also what a generic one was made for: see `later`.
    flags.push("-Csymbol-mangling-version=v0".to_owned());
    if !dev && setup::rust_src()? {
        // Cargo and rustc call these unstable, although they only leave things out; the variable lets the stable
        // toolchain use them, for this one build.
        command.args(SMALL_STD).env("RUSTC_BOOTSTRAP", "1");
        flags.extend(SMALL_CODE.map(str::to_string));
    } else if !dev {
        println!("    notice: the sources of the standard library are not here (rust-src), so the element gets larger");
    }
    command.env(RUSTFLAGS, flags.join(" "));
    // The linker writes down what refers to what: see `links`.
    let last: &[&str] = if module.later.is_empty() { &[] } else { &["--", "-Clink-arg=--emit-relocs"] };
    compiled(command, last)
}

/// The module that a command of cargo makes; `last` are the words behind all others.
pub fn compiled(mut command: Command, last: &[&str]) -> Result<Vec<u8>> {
    // Warnings and progress go to the person; what we read is where the module lies.
    command.arg("--message-format=json-render-diagnostics").args(last).stderr(Stdio::inherit());
    let output = command.output().context("starting cargo")?;
    if !output.status.success() {
        bail!("it does not compile; cargo says why above");
    }
    let messages = String::from_utf8_lossy(&output.stdout);
    // An example comes after the library it is one of.
    let path = messages
        .lines()
        .rev()
        .find_map(module_of)
        .context("cargo built no WebAssembly module; is cdylib in crate-type?")?;
    std::fs::read(&path).with_context(|| format!("reading {}", path.display()))
}

/// Panic messages carry the path of their source file. Ours shall not tell where this machine keeps things, and shall be
/// the same bytes wherever they are built.
fn remapped_paths() -> Vec<String> {
    let home = std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".cargo"));
    let Some(home) = std::env::var_os("CARGO_HOME").map(PathBuf::from).or(home) else { return Vec::new() };
    // One folder per registry, whose name is another one on each machine.
    let registries = std::fs::read_dir(home.join("registry/src")).into_iter().flatten().flatten();
    let paths = registries.map(|entry| (entry.path(), "dep")).chain([(project::root(), "rpe")]);
    // Flags are split at spaces: a path with one is left as it is rather than breaking the build.
    let paths = paths.map(|(path, name)| format!("--remap-path-prefix={}={name}", path.display()));
    paths.filter(|flag| !flag.contains(' ')).collect()
}

fn module_of(message: &str) -> Option<PathBuf> {
    let message: Value = serde_json::from_str(message).ok()?;
    if message.get("reason")? != "compiler-artifact" {
        return None;
    }
    let files = message.get("filenames")?.as_array()?;
    files.iter().filter_map(Value::as_str).find(|name| name.ends_with(".wasm")).map(PathBuf::from)
}

/// Makes the glue, and cuts off what is for later. The names of functions stay, for the cut and for readable stack traces.
pub fn bind(of: &Module, module: &[u8], dev: bool) -> Result<Bound> {
    let mut bindgen = Bindgen::new();
    bindgen.input_bytes(of.name, module.to_vec()).typescript(false).omit_default_module_path(true);
    // Names as the linker wrote them down.
    bindgen.demangle(false);
    bindgen.remove_producers_section(!dev);
    // All browsers with `adoptedStyleSheets` have it, and there is no widget without those.
    bindgen.encode_into(EncodeInto::Always);
    let mut output = bindgen.web(true)?.generate_output().context("wasm-bindgen refused the module")?;
    if output.snippets().values().any(|scripts| !scripts.is_empty()) || !output.local_modules().is_empty() {
        bail!("a package brings inline JavaScript along, which dist/ does not carry; use web-sys or js-sys instead");
    }
    let (glue, wasm) = (output.js().to_string(), output.wasm_mut().emit_wasm());
    if of.later.is_empty() {
        return Ok(Bound { glue, wasm, rest: Vec::new() });
    }
    let glue = graft::graft(&glue, &read("www/start.js")?, &read("www/rest.js")?)?;
    split::split(&wasm, &Links::read(module)?, &imports(of), of.later).map(|(wasm, rest)| Bound { glue, wasm, rest })
}

/// The module name under which the JavaScript functions are imported.
pub fn imports(of: &Module) -> String {
    format!("./{}_bg.js", of.name)
}

/// Shrinks the module, strips what only tools read, and shortens the names on its border.
pub fn optimise(of: &Module, wasm_opt: &str, bound: &Bound) -> Result<Bound> {
    let small = shrink(of.name, wasm_opt, &bound.wasm)?;
    // A run of its own: --converge repeats its passes, and names must be shortened once.
    let (before, after) = (stage(of.name, "small"), stage(of.name, "after"));
    std::fs::write(&before, small).with_context(|| format!("writing {}", before.display()))?;
    let mut command = run::command(wasm_opt, &["--minify-imports-and-exports-and-modules"]);
    let map = run::read(command.args(WASM_FEATURES).arg(&before).arg("-o").arg(&after))?;
    let wasm = spill::spill(&std::fs::read(&after).with_context(|| format!("reading {}", after.display()))?)?;
    let map = names::Map::read(&map)?;
    let glue = map.shorten(&bound.glue)?;
    if bound.rest.is_empty() {
        return Ok(Bound { wasm, glue, rest: Vec::new() });
    }
    let rest = shrink(&[of.name, "-rest"].concat(), wasm_opt, &bound.rest)?;
    let (rest, glue) = graft::follow(&rest, &imports(of), &map, glue)?;
    Ok(Bound { wasm, glue, rest: spill::spill(&rest)? })
}

fn stage(name: &str, stage: &str) -> PathBuf {
    project::target().join(format!("{name}-{stage}.wasm"))
}

fn shrink(name: &str, wasm_opt: &str, wasm: &[u8]) -> Result<Vec<u8>> {
    let (before, small) = (stage(name, "before"), stage(name, "small"));
    std::fs::write(&before, wasm).with_context(|| format!("writing {}", before.display()))?;
    let mut command = run::command(wasm_opt, &SMALL_AFTER_BROTLI);
    command.args(["--strip-debug", "--strip-producers", "--strip-target-features"]);
    run::read(command.args(WASM_FEATURES).arg(&before).arg("-o").arg(&small))?;
    std::fs::read(&small).with_context(|| format!("reading {}", small.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_module_is_found_among_cargos_messages() {
        let module = r#"{"reason":"compiler-artifact","filenames":["a/librpe.rlib","a/rpe.wasm"]}"#;
        assert_eq!(module_of(module), Some(PathBuf::from("a/rpe.wasm")));
        assert_eq!(module_of(r#"{"reason":"build-finished","success":true}"#), None);
        assert_eq!(module_of("not json"), None);
    }
}
