//! `cargo xtask plates`: every view, muscle and point of the atlas in dist/ as a picture, and a page of the figures that
//! show how to press, to be leafed through by a person.

use anyhow::Result;
use xtask::project;

use crate::check::{ROOT, SSR};
use crate::{e2e, run};

/// The page of the figures, beside the page of the plates, which leads to it.
const FIGURES: &str = "figures.html";

/// Passes everything on to the program of that name in tests/e2e, which has the browser.
pub fn plates(words: &[String]) -> Result<()> {
    e2e::need_dist()?;
    let command = || run::command(&project::cargo(), &["run", "--quiet", "--package", "e2e", "--bin", "plates", "--"]);
    if words.iter().any(|word| word == "--help" || word == "-h") {
        return run::run(command().args(words));
    }
    run::timed("taking the plates", || run::run(command().args(words)))?;
    run::timed("drawing the figures", figures)
}

/// A page of all figures, still and moving. The test that renders them natively writes it.
fn figures() -> Result<()> {
    let page = project::target().join("plates").join(FIGURES);
    let words = ["test", "--quiet", "--package", ROOT, "--test", "ssr_figures", "a_page_of_them_all"];
    run::run(run::command(&project::cargo(), &words).args(SSR).env("RPE_FIGURES", &page))?;
    println!("the figures: {}", page.display());
    Ok(())
}
