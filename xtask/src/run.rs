//! Running other programs: told in one line before, timed, and with an error that says what was run.

use std::io::{BufRead, BufReader, IsTerminal, Read, Write};
use std::process::{Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// Says what begins now.
pub fn say(what: &str) {
    println!("==> {what}");
}

/// Does something that takes time and says how long it took.
pub fn timed<T>(what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    say(what);
    let start = Instant::now();
    let done = work()?;
    println!("    {} ({})", what, seconds(start.elapsed()));
    Ok(done)
}

/// A duration as a person reads it.
pub fn seconds(time: Duration) -> String {
    if time.as_secs() >= 60 {
        format!("{} min {:02} s", time.as_secs() / 60, time.as_secs() % 60)
    } else {
        format!("{:.1} s", time.as_secs_f64())
    }
}

/// A command in the root of the project, from words.
pub fn command(program: &str, words: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(words).current_dir(xtask::project::root());
    command
}

/// Runs a command whose output the person sees; fails unless it succeeds.
pub fn run(command: &mut Command) -> Result<()> {
    let line = line(command);
    let status = command.status().with_context(|| format!("starting `{line}`"))?;
    if !status.success() {
        bail!("`{line}` failed ({status})");
    }
    Ok(())
}

/// Runs a command in silence and gives what it printed; on failure, all it printed is in the error.
pub fn read(command: &mut Command) -> Result<String> {
    let line = line(command);
    let output = command.stdin(Stdio::null()).output().with_context(|| format!("starting `{line}`"))?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    if !output.status.success() {
        bail!("`{line}` failed ({}):\n{}{}", output.status, text, String::from_utf8_lossy(&output.stderr));
    }
    Ok(text)
}

/// Runs a command whose output the person sees while we keep a copy of it.
pub fn tee(command: &mut Command) -> Result<(ExitStatus, String)> {
    let line = line(command);
    if std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none() {
        command.env("CARGO_TERM_COLOR", "always");
    }
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("starting `{line}`"))?;
    let (out, err) = (child.stdout.take(), child.stderr.take());
    let copy = std::thread::scope(|scope| {
        let errors = scope.spawn(|| err.map(|pipe| copy_lines(pipe, std::io::stderr())));
        let text = out.map(|pipe| copy_lines(pipe, std::io::stdout())).unwrap_or_default();
        let errors = errors.join().ok().flatten().unwrap_or_default();
        text + &errors
    });
    let status = child.wait().with_context(|| format!("waiting for `{line}`"))?;
    Ok((status, copy))
}

fn copy_lines(from: impl Read, mut to: impl Write) -> String {
    let mut reader = BufReader::new(from);
    let mut copy = String::new();
    let mut line = Vec::new();
    while reader.read_until(b'\n', &mut line).is_ok_and(|read| read > 0) {
        // A closed terminal does not stop the step.
        to.write_all(&line).and_then(|()| to.flush()).ok();
        copy.push_str(&String::from_utf8_lossy(&line));
        line.clear();
    }
    copy
}

/// The command as one would type it, for messages.
fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}
