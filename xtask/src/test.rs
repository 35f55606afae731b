//! `cargo xtask test`: everything. Sets up, checks, tests in browsers, builds, weighs; ends with the runners' own counts.

use std::process::{Command, ExitCode};

use anyhow::{Context, Result};
use serde_json::json;
use xtask::project;

use crate::setup::browsers::ENGINES;
use crate::setup::{self, WASM, tools};
use crate::steps::{self, Step, Work};
use crate::{build, check, e2e, guests, size};

/// Runs all steps, or those with a word in their name.
pub fn test(only: Option<&str>) -> Result<ExitCode> {
    // Done before the steps are laid out, because what is missing decides what they are; counted among them all the same.
    let ready = setup::setup();
    let mut all = vec![Step::new("setup", Work::Own(Box::new(|| ready)))];
    all.extend(check::steps());
    all.push(Step::new("wasm tests", wasm_tests()));
    let options = build::Options { dev: false, out: project::dist() };
    all.push(Step::new("build", Work::Own(Box::new(move || build::build(&options)))));
    all.push(Step::new("size", Work::Own(Box::new(size::size))));
    all.push(Step::new("guests", Work::Own(Box::new(guests::guests))));
    for (at, engine) in ENGINES.iter().enumerate() {
        all.push(Step::new(format!("e2e {}", engine.name), e2e::work(engine, at == 0, None)));
    }
    steps::run_all(all, only, project::in_ci())
}

/// The tests of the browser layer, inside a headless Chromium.
fn wasm_tests() -> Work {
    if check::test_files("browser").is_empty() {
        return Work::Missing("there is no tests/browser*.rs".into());
    }
    match in_chromium(&["--test", "browser*"]) {
        Ok(Some(command)) => Work::Tests(command),
        Ok(None) => Work::Missing("no chromedriver on the PATH".into()),
        Err(error) => Work::Own(Box::new(move || Err(error))),
    }
}

/// Tests that run as WebAssembly inside Chromium; none without a driver for it.
pub fn in_chromium(which: &[&str]) -> Result<Option<Command>> {
    let Some(driver) = tools::find("chromedriver") else {
        return Ok(None);
    };
    let runner = tools::find("wasm-bindgen-test-runner").context("wasm-bindgen-test-runner is missing")?;
    let settings = project::target().join("webdriver.json");
    let args = xtask::CHROMIUM_ARGS;
    std::fs::create_dir_all(project::target()).context("making the target folder")?;
    std::fs::write(&settings, json!({ "goog:chromeOptions": { "args": args } }).to_string())
        .with_context(|| format!("writing {}", settings.display()))?;
    let targets = [which, &["--target", WASM]].concat();
    let mut command = check::test_command("referred-pain-explorer", check::BROWSER, &targets);
    command
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
        .env("CHROMEDRIVER", driver)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", settings)
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    Ok(Some(command))
}
