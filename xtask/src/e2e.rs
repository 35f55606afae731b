//! `cargo xtask e2e`: the end-to-end tests alone, against the dist/ that is there. Also lays them out for `test`.

use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use xtask::project;

use crate::check::{files_with_prefix, test_command};
use crate::setup::browsers::{ENGINES, Engine};
use crate::steps::{self, Step, Work};
use crate::{build, guests, setup};

/// Test files whose name begins so run in every engine; the others in the first one only.
const EVERY: &str = "every_";

/// Browsers at a time: each one is several processes, and a test that starves tells nothing.
const THREADS: &str = "--test-threads=2";

/// The tests in one engine.
pub fn work(engine: &Engine, all: bool, filter: Option<&str>) -> Work {
    let missing = engine.missing();
    if !missing.is_empty() {
        return Work::Missing(format!("no {} on the PATH", missing.join(", ")));
    }
    if files_with_prefix("tests/e2e/tests", EVERY).is_empty() {
        return Work::Missing(format!("there is no tests/e2e/tests/{EVERY}*.rs"));
    }
    let every = format!("{EVERY}*");
    let targets = ["--test", if all { "*" } else { every.as_str() }];
    let mut command = test_command("e2e", &[], &targets);
    command.env("RPE_ENGINE", engine.id).args(["--", THREADS]).args(filter);
    // A machine may lack these; where everything must run, the tests say what is missing.
    if !project::in_ci() {
        if !matches!(setup::node_tools(), Ok(Some(_))) {
            println!("    no node tools: the tests with axe, with npm and with frameworks are left out");
            command.args(["--skip", "no_rule_is_broken", "--skip", "with_node::"]);
        }
        if setup::tools::find(setup::PHP).is_none() {
            println!("    no {} on the PATH: the tests of the plugin for WordPress are left out", setup::PHP);
            command.args(["--skip", "with_php::"]);
        }
    }
    Work::Tests(command)
}

/// Runs the tests in one engine, all of them or those with a word in their name.
pub fn e2e(engine: Option<&str>, filter: Option<&str>) -> Result<ExitCode> {
    let known = ENGINES.iter().map(|engine| engine.id).collect::<Vec<_>>().join(", ");
    let id = engine.unwrap_or("chromium");
    let Some(at) = ENGINES.iter().position(|engine| engine.id == id) else {
        bail!("there is no engine `{id}`; there are: {known}");
    };
    need_dist()?;
    guests::guests()?;
    let engine = ENGINES.get(at).context("an engine that was just found")?;
    if !engine.missing().is_empty() {
        setup::browsers::install()?;
    }
    setup::php();
    // Here a missing browser is an error wherever we run: somebody asked for this very one.
    steps::run_all(vec![Step::new(format!("e2e {}", engine.name), work(engine, at == 0, filter))], None, true)
}

/// Builds dist/ if there is none. One that is there is taken as it is: these verbs are for trying things out.
pub fn need_dist() -> Result<()> {
    if project::dist().join("referred-pain-explorer.js").is_file() {
        return Ok(());
    }
    build::build(&build::Options { dev: false, out: project::dist() })
}
