//! `cargo xtask eval`: how good the guide is. The vignettes, the baselines and the bounds are in `tests/eval.rs`, which
//! `check` runs too; here only their figures are wanted.

use std::process::ExitCode;

use anyhow::Result;
use xtask::project;

use crate::check;
use crate::steps::{self, Step, Work};

/// Runs the evaluation, which prints its figures.
pub fn eval() -> Result<ExitCode> {
    let command = check::test_command(check::ROOT, check::PURE, &["--test", "eval"]);
    steps::run_all(vec![Step::new("eval", Work::Tests(command))], None, project::in_ci())
}
