//! `cargo xtask setup`: everything the other verbs need, fetched where we know how. Each part is also called by the verb
//! that needs it, so nobody has to run this first.

pub mod browsers;
pub mod tools;

use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use xtask::project;

use crate::run;
use tools::find;

/// The Rust target of the element.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Runs the plugin for WordPress in tests.
pub const PHP: &str = "php";

/// Runs every part.
pub fn setup() -> Result<()> {
    run::timed("the wasm target", wasm_target)?;
    run::timed("the node tools", || node_tools().map(drop))?;
    let mut missing = run::timed("browsers and drivers", browsers::install)?;
    run::timed("PHP", || {
        missing.extend(php());
        Ok(())
    })?;
    run::timed("the runner of wasm tests", test_runner)?;
    for name in &missing {
        println!("missing: {name}");
    }
    if missing.is_empty() {
        println!("everything is here");
    }
    Ok(())
}

/// Installs PHP where we know how, and says what is missing still.
pub fn php() -> Option<String> {
    if find(PHP).is_none()
        && tools::can_apt()
        && let Err(error) = tools::apt_install(&["php-cli"])
    {
        println!("    {error:#}");
    }
    find(PHP).is_none().then(|| format!("the tests of the plugin for WordPress (no {PHP} on the PATH)"))
}

/// Adds the wasm target to the toolchain, if it is not there.
pub fn wasm_target() -> Result<()> {
    let sysroot = run::read(&mut run::command("rustc", &["--print", "sysroot"]))?;
    if PathBuf::from(sysroot.trim()).join("lib/rustlib").join(WASM).is_dir() {
        return Ok(());
    }
    if find("rustup").is_none() {
        bail!(
            "the Rust target {WASM} is missing and there is no rustup to add it; install it with your system's packages"
        );
    }
    run::run(&mut run::command("rustup", &["target", "add", WASM]))
}

/// Adds the sources of the standard library, from which a smaller one is built into the element. Says whether they are
/// here: without them the element works as well, and is a fifth larger.
pub fn rust_src() -> Result<bool> {
    let sysroot = run::read(&mut run::command("rustc", &["--print", "sysroot"]))?;
    let library = PathBuf::from(sysroot.trim()).join("lib/rustlib/src/rust/library/std");
    if !library.is_dir() && find("rustup").is_some() {
        // Refused, it is simply not here: the build goes on without it and says so.
        run::run(&mut run::command("rustup", &["component", "add", "rust-src"])).ok();
    }
    Ok(library.is_dir())
}

/// The programs from package.json. `None` where node is not installed: the build then works without them, and says so.
#[derive(Debug, Clone)]
pub struct NodeTools {
    bin: PathBuf,
}

impl NodeTools {
    /// The path of one of the programs.
    pub fn path(&self, program: &str) -> String {
        self.bin.join(program).to_string_lossy().into_owned()
    }
}

/// Fetches the node tools if node is here and they are not those of the lock file.
pub fn node_tools() -> Result<Option<NodeTools>> {
    let root = project::root();
    let bin = root.join("node_modules/.bin");
    let (Some(_), Some(npm)) = (find("node"), find("npm")) else { return Ok(None) };
    let lock = std::fs::read(root.join("package-lock.json")).context("reading package-lock.json")?;
    // The lock file that the folder was filled from, kept inside it.
    let stamp = root.join("node_modules/.filled-from");
    if std::fs::read(&stamp).is_ok_and(|filled| filled == lock) && bin.is_dir() {
        return Ok(Some(NodeTools { bin }));
    }
    let npm = npm.to_string_lossy().into_owned();
    // No scripts: these packages bring their programs along.
    run::run(&mut run::command(&npm, &["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]))?;
    std::fs::write(&stamp, lock).context("marking node_modules as fresh")?;
    Ok(Some(NodeTools { bin }))
}

/// Installs the runner of wasm-bindgen tests, in the version of the lock file: any other one refuses the test binary.
pub fn test_runner() -> Result<()> {
    let wanted = project::locked_version("wasm-bindgen")?;
    let have = find("wasm-bindgen-test-runner")
        .and_then(|path| run::read(&mut run::command(&path.to_string_lossy(), &["--version"])).ok())
        .unwrap_or_default();
    if have.split_whitespace().any(|word| word == wanted) {
        return Ok(());
    }
    tools::cargo_install("wasm-bindgen-cli", Some(&wanted))
}
