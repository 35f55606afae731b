//! `cargo xtask bench`: how long things take, printed. Nothing is asserted: a time depends on what else the machine does.

use anyhow::{Context, Result};

use crate::run;
use crate::test::in_chromium;

/// Compiles for speed, as a ranking is timed apart from what carries it over the border.
const GUIDE: [&str; 3] = ["--release", "--test", "bench_guide"];

/// Prints the times.
pub fn bench() -> Result<()> {
    let mut command = in_chromium(&GUIDE)?.context("no chromedriver on the PATH; `cargo xtask setup` installs it")?;
    command.args(["--", "--nocapture"]);
    run::run(&mut command)
}
