//! The words after the verb: flags and values, by hand. A word nobody asked for is an error, not a shrug.

use anyhow::{Result, bail};

/// What is left to read of the command line.
#[derive(Debug)]
pub struct Args(Vec<String>);

impl Args {
    /// Takes the words after the verb.
    pub fn new(words: impl IntoIterator<Item = String>) -> Self {
        Self(words.into_iter().collect())
    }

    /// Whether a flag such as `--dev` is there.
    pub fn flag(&mut self, name: &str) -> bool {
        match self.0.iter().position(|word| word == name) {
            Some(at) => {
                self.0.remove(at);
                true
            }
            None => false,
        }
    }

    /// The word after a name such as `--port`, or what follows it after an equals sign.
    pub fn value(&mut self, name: &str) -> Result<Option<String>> {
        let with_equals = format!("{name}=");
        if let Some(at) = self.0.iter().position(|word| word.starts_with(&with_equals)) {
            let word = self.0.remove(at);
            return Ok(word.strip_prefix(&with_equals).map(str::to_string));
        }
        let Some(at) = self.0.iter().position(|word| word == name) else { return Ok(None) };
        self.0.remove(at);
        if at >= self.0.len() {
            bail!("{name} needs a value");
        }
        Ok(Some(self.0.remove(at)))
    }

    /// All that is left, for a program that we pass it on to.
    pub fn rest(self) -> Vec<String> {
        self.0
    }

    /// The next word that belongs to no name, if there is one.
    pub fn word(&mut self) -> Option<String> {
        if self.0.first().is_some_and(|word| !word.starts_with('-')) { Some(self.0.remove(0)) } else { None }
    }

    /// Fails if a word was not understood.
    pub fn finish(self, verb: &str) -> Result<()> {
        match self.0.first() {
            Some(word) => bail!("`{verb}` does not know `{word}`; see `cargo xtask --help`"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn args(line: &str) -> Args {
        Args::new(line.split_whitespace().map(String::from))
    }

    #[test]
    fn flags_and_values_are_taken_and_the_rest_is_refused() {
        let mut given = args("--dev --port 81 --name=x y");
        assert!(given.flag("--dev") && !given.flag("--dev"));
        assert_eq!(given.value("--port").unwrap().as_deref(), Some("81"));
        assert_eq!(given.value("--name").unwrap().as_deref(), Some("x"));
        assert_eq!(given.value("--none").unwrap(), None);
        assert!(given.finish("serve").unwrap_err().to_string().contains("`y`"));
        assert!(args("--port").value("--port").is_err());
    }
}
