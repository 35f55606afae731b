//! `cargo xtask plates`: every view, muscle and point of the atlas in dist/ as a picture, to be leafed through by a person.

use anyhow::Result;
use xtask::project;

use crate::{e2e, run};

/// Passes everything on to the program of that name in tests/e2e, which has the browser.
pub fn plates(words: &[String]) -> Result<()> {
    e2e::need_dist()?;
    let command = || run::command(&project::cargo(), &["run", "--quiet", "--package", "e2e", "--bin", "plates", "--"]);
    if words.iter().any(|word| word == "--help" || word == "-h") {
        return run::run(command().args(words));
    }
    run::timed("taking the plates", || run::run(command().args(words)))
}
