//! `cargo xtask guests`: pages of other people's making that the end-to-end tests open, into target/guests/.

use std::path::PathBuf;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;
use xtask::project;

use crate::setup::{self, WASM};
use crate::{build, run};

/// Builds all of them.
pub fn guests() -> Result<()> {
    run::timed("a Yew page", yew)
}

/// The example for Yew hosts, with everything of Yew left as it is: the element beside it must cope.
fn yew() -> Result<()> {
    setup::wasm_target()?;
    let mut command = run::command(&project::cargo(), &["build", "--example", "yew_host", "--target", WASM]);
    command.args(["--package", "referred-pain-explorer", "--profile", "wasm-dev"]);
    let module = build::compiled(command, &[])?;
    let out = folder().join("yew");
    let mut bindgen = Bindgen::new();
    bindgen.input_bytes("host", module).typescript(false).web(true).context("binding the example")?;
    bindgen.generate(&out).context("binding the example")?;
    Ok(())
}

/// Where they go.
fn folder() -> PathBuf {
    project::target().join("guests")
}
