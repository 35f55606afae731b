//! Steps: named pieces of `check` and `test`, each with a result, a duration and, where a test runner ran, its own counts.
//! Runs them all, whatever fails, and prints the table.

pub mod counts;

use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use crate::run;
use counts::Counts;

/// How a step does its work.
pub enum Work {
    /// A program whose exit code decides.
    Program(Command),
    /// A test runner: its exit code decides, and what it prints is counted. No count at all is a failure.
    Tests(Command),
    /// Something of our own.
    Own(Box<dyn FnOnce() -> Result<()>>),
    /// Cannot be done here, for a reason. A failure in continuous integration, and told in any case.
    Missing(String),
}

/// A named piece of work.
pub struct Step {
    /// The name, for the table and for `--only`.
    pub name: String,
    /// What to do.
    pub work: Work,
}

impl Step {
    /// A step with a name.
    pub fn new(name: impl Into<String>, work: Work) -> Self {
        Self { name: name.into(), work }
    }
}

/// How a step went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// As it should.
    Good,
    /// Not, and why.
    Failed(String),
    /// Not done, and why.
    Skipped(String),
}

/// What is known about a step afterwards.
#[derive(Debug)]
pub struct Report {
    name: String,
    outcome: Outcome,
    counts: Counts,
    time: Duration,
}

/// Runs steps in order, and prints the table at the end. The last line is always the sum of the counts.
pub fn run_all(steps: Vec<Step>, only: Option<&str>, in_ci: bool) -> Result<ExitCode> {
    let known: Vec<_> = steps.iter().map(|step| step.name.clone()).collect();
    let chosen: Vec<_> = steps.into_iter().filter(|step| only.is_none_or(|only| step.name.contains(only))).collect();
    if chosen.is_empty() {
        bail!("no step has `{}` in its name; the steps are: {}", only.unwrap_or_default(), known.join(", "));
    }
    let total = chosen.len();
    let reports: Vec<_> = chosen
        .into_iter()
        .enumerate()
        .map(|(at, step)| {
            run::say(&format!("[{}/{total}] {}", at + 1, step.name));
            run_one(step, in_ci)
        })
        .collect();
    println!("\n{}", table(&reports));
    let (passed, failed) = sum(&reports);
    println!("{passed} passed, {failed} failed");
    let broken = reports.iter().any(|report| matches!(report.outcome, Outcome::Failed(_)));
    Ok(if broken { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn run_one(step: Step, in_ci: bool) -> Report {
    let start = Instant::now();
    let mut counts = Counts::default();
    let outcome = match step.work {
        Work::Program(mut command) => match run::tee(&mut command) {
            Ok((status, _)) if status.success() => Outcome::Good,
            Ok((status, _)) => Outcome::Failed(status.to_string()),
            Err(error) => Outcome::Failed(format!("{error:#}")),
        },
        Work::Tests(mut command) => match run::tee(&mut command) {
            Ok((status, text)) => {
                counts = counts::read(&text);
                judge(status.success(), counts)
            }
            Err(error) => Outcome::Failed(format!("{error:#}")),
        },
        Work::Own(work) => match work() {
            Ok(()) => Outcome::Good,
            Err(error) => {
                eprintln!("error: {error:#}");
                Outcome::Failed("see above".into())
            }
        },
        Work::Missing(what) if in_ci => Outcome::Failed(what),
        Work::Missing(what) => Outcome::Skipped(what),
    };
    Report { name: step.name, outcome, counts, time: start.elapsed() }
}

fn judge(success: bool, counts: Counts) -> Outcome {
    match (success, counts) {
        // The count in the table says it all.
        (_, Counts { failed: 1.., .. }) => Outcome::Failed(String::new()),
        (false, _) => Outcome::Failed("did not run to its end".into()),
        (true, Counts { runs: 0, .. }) => Outcome::Failed("no test runner reported".into()),
        (true, _) => Outcome::Good,
    }
}

/// The runners' own counts. A step that failed without counting a failure is one failure, so that a broken build is
/// never "0 failed".
fn sum(reports: &[Report]) -> (usize, usize) {
    let passed = reports.iter().map(|report| report.counts.passed).sum();
    let failed = |report: &Report| match report.outcome {
        Outcome::Failed(_) => report.counts.failed.max(1),
        _ => report.counts.failed,
    };
    (passed, reports.iter().map(failed).sum())
}

fn table(reports: &[Report]) -> String {
    let width = reports.iter().map(|report| report.name.len()).max().unwrap_or_default();
    let mut lines = String::new();
    for Report { name, outcome, counts, time } in reports {
        let (word, why) = match outcome {
            Outcome::Good => ("ok", ""),
            Outcome::Failed(why) => ("FAILED", why.as_str()),
            Outcome::Skipped(why) => ("MISSING", why.as_str()),
        };
        let time = run::seconds(*time);
        let line = format!("{word:<8} {name:<width$} {time:>12}  {counts}  {why}");
        lines.push_str(line.trim_end());
        lines.push('\n');
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(outcome: Outcome, passed: usize, failed: usize) -> Report {
        let counts = Counts { runs: 1, passed, failed, ignored: 0 };
        Report { name: "x".into(), outcome, counts, time: Duration::ZERO }
    }

    #[test]
    fn a_step_that_breaks_counts_as_a_failure() {
        let reports = [report(Outcome::Good, 3, 0), report(Outcome::Failed("it broke".into()), 0, 0)];
        assert_eq!(sum(&reports), (3, 1));
        assert!(table(&reports).contains("FAILED") && table(&reports).contains("it broke"));
    }

    #[test]
    fn a_runner_that_says_nothing_is_not_a_success() {
        assert_eq!(judge(true, Counts { runs: 1, passed: 0, failed: 0, ignored: 0 }), Outcome::Good);
        assert!(matches!(judge(true, Counts::default()), Outcome::Failed(_)));
        assert!(matches!(judge(false, Counts { runs: 1, passed: 5, failed: 0, ignored: 0 }), Outcome::Failed(_)));
    }

    #[test]
    fn what_is_missing_fails_only_in_ci() {
        let missing = || Step::new("e2e", Work::Missing("no browser".into()));
        assert_eq!(run_one(missing(), true).outcome, Outcome::Failed("no browser".into()));
        assert_eq!(run_one(missing(), false).outcome, Outcome::Skipped("no browser".into()));
    }
}
