//! The counts that test runners print: libtest and the runner of wasm-bindgen tests use the same line.

use std::fmt;

/// Counts, added up over all runs of a step.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    /// How many runners reported.
    pub runs: usize,
    /// Tests that passed.
    pub passed: usize,
    /// Tests that failed.
    pub failed: usize,
    /// Tests that were left out.
    pub ignored: usize,
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.runs == 0 {
            return Ok(());
        }
        write!(f, "{} passed, {} failed", self.passed, self.failed)?;
        if self.ignored > 0 {
            write!(f, ", {} ignored", self.ignored)?;
        }
        Ok(())
    }
}

/// Reads lines such as `test result: ok. 3 passed; 0 failed; 1 ignored; ...`.
pub fn read(output: &str) -> Counts {
    let mut counts = Counts::default();
    for line in output.lines() {
        let line = without_colours(line);
        // The wasm runner puts its status and the result on one line now and then.
        let Some((_, result)) = line.split_once("test result: ") else { continue };
        let Some((_, numbers)) = result.split_once(". ") else { continue };
        counts.runs += 1;
        for part in numbers.split(';') {
            let mut words = part.split_whitespace();
            let (number, what) = (words.next().and_then(|word| word.parse::<usize>().ok()), words.next());
            match (number, what) {
                (Some(number), Some("passed")) => counts.passed += number,
                (Some(number), Some("failed")) => counts.failed += number,
                (Some(number), Some("ignored")) => counts.ignored += number,
                _ => {}
            }
        }
    }
    counts
}

/// Drops what colours the terminal: from an escape to the letter that ends it.
fn without_colours(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut in_escape = false;
    for c in line.chars() {
        match (in_escape, c) {
            (false, '\u{1b}') => in_escape = true,
            (false, _) => plain.push(c),
            (true, _) => in_escape = !c.is_ascii_alphabetic(),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_of_several_runners_add_up() {
        let output = "running 3 tests\ntest result: \u{1b}[32mok\u{1b}[0m. 3 passed; 0 failed; 1 ignored; 0 measured; 2 filtered out; finished in 0.1s\n\
                      noise\ntest result: FAILED. 1 passed; 2 failed; 0 ignored; 0 filtered out; finished in 3s\n";
        assert_eq!(read(output), Counts { runs: 2, passed: 4, failed: 2, ignored: 1 });
        assert_eq!(read("nothing here"), Counts::default());
    }
}
