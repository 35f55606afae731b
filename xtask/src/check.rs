//! `cargo xtask check`: all that needs no browser. Meant to be run before every commit, so it has to stay quick.

use std::process::{Command, ExitCode};

use anyhow::Result;
use xtask::project;

use crate::run;
use crate::setup::{self, WASM};
use crate::steps::{self, Step, Work};

/// The package of the element.
pub const ROOT: &str = "referred-pain-explorer";

/// The pure layers: no browser, no components.
pub const PURE: &[&str] = &["--no-default-features", "--features", "bundled,check"];

/// The components, rendered natively.
pub const SSR: &[&str] = &["--no-default-features", "--features", "ssr,bundled"];

/// What the element is built from.
const EMBED: &[&str] = &["--no-default-features", "--features", "embed"];

/// What the module is built from that checks a page's own atlas.
const CHECK: &[&str] = &["--no-default-features", "--features", "check-embed"];

/// The code that talks to the browser, for its tests in one.
pub const BROWSER: &[&str] = &["--no-default-features", "--features", "browser,bundled"];

/// Runs the steps, or those with a word in their name.
pub fn check(only: Option<&str>) -> Result<ExitCode> {
    let mut all = vec![Step::new("setup", Work::Own(Box::new(setup::wasm_target)))];
    all.extend(steps());
    steps::run_all(all, only, project::in_ci())
}

/// The steps, in the order in which a mistake shows soonest.
pub fn steps() -> Vec<Step> {
    let mut steps = vec![
        Step::new("fmt", Work::Program(run::command(&project::cargo(), &["fmt", "--all", "--check"]))),
        Step::new("tidy", tests(ROOT, PURE, &["--test", "tidy"])),
        Step::new("clippy pure", clippy(ROOT, &["--no-default-features"], &["--lib"])),
        Step::new("clippy ssr", clippy(ROOT, SSR, &["--all-targets"])),
        Step::new("clippy wasm", clippy(ROOT, EMBED, &["--lib", "--target", WASM])),
        Step::new("clippy wasm check", clippy(ROOT, CHECK, &["--lib", "--target", WASM])),
    ];
    if !test_files("browser").is_empty() {
        let targets = ["--test", "browser*", "--target", WASM];
        steps.push(Step::new("clippy wasm tests", clippy(ROOT, BROWSER, &targets)));
    }
    steps.extend([
        Step::new("clippy tools", clippy("xtask", &["--package", "e2e"], &["--all-targets"])),
        Step::new("test pure", pure_tests()),
        // The pure layers' own tests have just run: here only what needs the components.
        Step::new("test ui", tests(ROOT, SSR, &["--lib", "ui::"])),
        Step::new("test ssr", tests_named("ssr", SSR)),
        Step::new("test tools", tests("xtask", &["--package", "e2e"], &["--lib", "--bins"])),
        Step::new("types", types()),
    ]);
    steps
}

/// The element's types, held against samples of how pages and frameworks use them. Some samples are wrong on purpose, and
/// the compiler complains if it does not find them so.
fn types() -> Work {
    match setup::node_tools() {
        Ok(Some(tools)) => Work::Program(run::command(&tools.path("tsc"), &["--project", "tests/types"])),
        Ok(None) => Work::Missing("no node and npm on the PATH".into()),
        Err(error) => Work::Own(Box::new(move || Err(error))),
    }
}

fn pure_tests() -> Work {
    let elsewhere = ["tidy", "ssr", "browser"];
    let names = test_files("");
    let names = names.iter().filter(|name| !elsewhere.iter().any(|prefix| name.starts_with(prefix)));
    let targets: Vec<_> = std::iter::once("--lib").chain(names.flat_map(|name| ["--test", name])).collect();
    tests(ROOT, PURE, &targets)
}

/// Native test files of the root package with this prefix; their absence is told, not passed over.
fn tests_named(prefix: &str, features: &[&str]) -> Work {
    if test_files(prefix).is_empty() {
        return Work::Missing(format!("there is no tests/{prefix}*.rs"));
    }
    tests(ROOT, features, &["--test", &format!("{prefix}*")])
}

/// The names of the root package's test files with this prefix.
pub fn test_files(prefix: &str) -> Vec<String> {
    files_with_prefix("tests", prefix)
}

/// The names of the Rust files in a folder with this prefix, without their extension.
pub fn files_with_prefix(folder: &str, prefix: &str) -> Vec<String> {
    let entries = std::fs::read_dir(project::root().join(folder)).into_iter().flatten().flatten();
    let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let mut names: Vec<_> = names.filter_map(|name| name.strip_suffix(".rs").map(str::to_string)).collect();
    names.retain(|name| name.starts_with(prefix));
    names.sort();
    names
}

fn clippy(package: &str, features: &[&str], targets: &[&str]) -> Work {
    let mut command = run::command(&project::cargo(), &["clippy", "--package", package]);
    command.args(features).args(targets).args(["--", "-D", "warnings"]);
    Work::Program(command)
}

fn tests(package: &str, features: &[&str], targets: &[&str]) -> Work {
    Work::Tests(test_command(package, features, targets))
}

/// `cargo test` for a package, going on after a failure so that all is counted.
pub fn test_command(package: &str, features: &[&str], targets: &[&str]) -> Command {
    let mut command = run::command(&project::cargo(), &["test", "--no-fail-fast", "--package", package]);
    command.args(features).args(targets);
    command
}
