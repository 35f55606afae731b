//! `cargo xtask shots`: screenshots of dist/ at the widths and in the schemes we care about, to be looked at by a person.

use anyhow::Result;
use xtask::project;

use crate::{e2e, run};

/// Passes everything on to the program of that name in tests/e2e, which has the browser.
pub fn shots(words: &[String]) -> Result<()> {
    e2e::need_dist()?;
    let mut command = run::command(&project::cargo(), &["run", "--quiet", "--package", "e2e", "--bin", "shots", "--"]);
    run::run(command.args(words))
}
