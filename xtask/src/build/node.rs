//! The node tools as the build uses them: a minifier for scripts and styles. Without node, text goes through as it is.

use std::io::Write;
use std::process::Stdio;

use anyhow::{Context, Result, bail};

use crate::run;
use crate::setup::NodeTools;

/// Minifies, or does nothing.
#[derive(Debug)]
pub struct Minify(Option<NodeTools>);

impl Minify {
    /// With the node tools, or without.
    pub fn new(tools: Option<NodeTools>) -> Self {
        Self(tools)
    }

    /// The path of a node tool, if there are any.
    pub fn program(&self, name: &str) -> Option<String> {
        self.0.as_ref().map(|tools| tools.path(name))
    }

    /// A module script.
    pub fn script(&self, text: &str) -> Result<String> {
        self.esbuild(text, &["--loader=js", "--format=esm", "--target=es2022"])
    }

    /// A classic script, such as a service worker: its names at the top are left alone.
    pub fn classic(&self, text: &str) -> Result<String> {
        self.esbuild(text, &["--loader=js", "--target=es2022"])
    }

    /// A style sheet.
    pub fn style(&self, text: &str) -> Result<String> {
        self.esbuild(text, &["--loader=css"])
    }

    fn esbuild(&self, text: &str, words: &[&str]) -> Result<String> {
        let Some(program) = self.program("esbuild") else { return Ok(text.to_string()) };
        let mut command = run::command(&program, words);
        command.args(["--minify", "--charset=utf8", "--legal-comments=none", "--log-level=warning"]);
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .context("starting esbuild; remove node_modules and try again")?;
        let mut stdin = child.stdin.take().context("esbuild has no stdin")?;
        let text = text.as_bytes().to_vec();
        // From a thread of its own: esbuild may answer before it has read all.
        let writer = std::thread::spawn(move || stdin.write_all(&text));
        let output = child.wait_with_output().context("waiting for esbuild")?;
        if !output.status.success() || !matches!(writer.join(), Ok(Ok(()))) {
            bail!("esbuild refused the text; its message is above");
        }
        String::from_utf8(output.stdout).context("esbuild answered in something that is not UTF-8")
    }
}
