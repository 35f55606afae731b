//! `cargo xtask deny`: whether every dependency has a licence and a source that we take, and no known weakness. Installs
//! cargo-deny if it is not here, which takes minutes: not a part of `test`.

use anyhow::Result;
use xtask::project;

use crate::run;
use crate::setup::tools;

/// Runs it.
pub fn deny() -> Result<()> {
    if tools::find("cargo-deny").is_none() {
        run::run(&mut run::command(&project::cargo(), &["install", "--locked", "cargo-deny"]))?;
    }
    let check = |what: &[&str]| run::run(&mut run::command(&project::cargo(), &[&["deny", "check"], what].concat()));
    check(&["licenses", "sources", "bans"])?;
    // The list of known weaknesses is fetched from where it is kept, which a machine may not reach.
    check(&["advisories"])
}
