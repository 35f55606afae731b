//! `cargo xtask fuzz`: spoiled input in large numbers, built for speed. The tests take a few of the same (tests/fuzz.rs).

use anyhow::{Context, Result};

use crate::{check, run};

/// Runs so many inputs.
pub fn fuzz(count: &str) -> Result<()> {
    let count: u64 = count.parse().with_context(|| format!("`{count}` is not a number of inputs"))?;
    let mut command = check::test_command(check::ROOT, check::PURE, &["--release", "--test", "fuzz"]);
    command.env("RPE_FUZZ", count.to_string()).args(["--", "--nocapture"]);
    run::run(&mut command)
}
