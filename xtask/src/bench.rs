//! `cargo xtask bench`: how long things take, printed: the guide by itself, and the element in a page beside two published
//! body maps. Nothing is asserted: a time depends on what else the machine does.

use anyhow::{Context, Result};
use xtask::project;

use crate::test::in_chromium;
use crate::{e2e, run, setup};

/// Compiles for speed, as a ranking is timed apart from what carries it over the border.
const GUIDE: [&str; 3] = ["--release", "--test", "bench_guide"];

/// Prints the times, and what else there is to measure.
pub fn bench() -> Result<()> {
    let mut command = in_chromium(&GUIDE)?.context("no chromedriver on the PATH; `cargo xtask setup` installs it")?;
    command.args(["--", "--nocapture"]);
    run::run(&mut command)?;
    e2e::need_dist()?;
    setup::node_tools()?.context("no node and npm here, and the other body maps come from there")?;
    let out = project::target().join("guests/bench").to_string_lossy().into_owned();
    run::run(&mut run::command("node", &["tests/e2e/bench/build.mjs", &out]))?;
    run::run(&mut run::command(&project::cargo(), &["run", "--quiet", "--package", "e2e", "--bin", "bench"]))
}
