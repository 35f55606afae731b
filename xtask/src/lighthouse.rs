//! `cargo xtask lighthouse`: what Google's Lighthouse says of our own page, as a server sends it that packs with brotli.
//! Fetches Lighthouse through npm, past our own package.json: it is large, and only this verb wants it.

use anyhow::{Context, Result, bail};
use serde_json::Value;
use xtask::project;
use xtask::server::{Server, Site};

use crate::setup::{self, tools};
use crate::{e2e, run};

/// The version that the figures in docs/ARCHITECTURE.md are of.
const LIGHTHOUSE: &str = "lighthouse@12.8.2";
/// What each category must reach, of 100.
const LEAST: f64 = 95.0;

/// Runs it, prints the four categories, and fails below the least.
pub fn lighthouse() -> Result<()> {
    e2e::need_dist()?;
    setup::node_tools()?.context("no node and npm here")?;
    let chromium = tools::find("chromium").context("no chromium on the PATH; `cargo xtask setup` installs it")?;
    let server = Server::start(Site::new(project::dist()).packed())?;
    let report = project::target().join("lighthouse.json");
    let (url, out) = (server.url("index.html"), format!("--output-path={}", report.display()));
    let words = ["exec", "--yes", "--", LIGHTHOUSE, &url, "--output=json", &out, "--quiet"];
    let mut command = run::command("npm", &words);
    let flags = format!("--chrome-flags={}", xtask::CHROMIUM_ARGS.join(" "));
    command.arg(flags).env("CHROME_PATH", chromium);
    // Once before, so that the answers are packed when it counts.
    run::run(&mut command)?;
    run::run(&mut command)?;
    let text = std::fs::read_to_string(&report).context("reading the report")?;
    let report: Value = serde_json::from_str(&text).context("reading the report")?;
    let mut low = Vec::new();
    for name in ["performance", "accessibility", "best-practices", "seo"] {
        let score =
            report.pointer(&format!("/categories/{name}/score")).and_then(Value::as_f64).unwrap_or_default() * 100.0;
        println!("    {name}: {score:.0}");
        if score < LEAST {
            low.push(name);
        }
    }
    if !low.is_empty() {
        bail!("below {LEAST}: {}", low.join(", "));
    }
    Ok(())
}
