//! Where a few short texts are kept under keys. It may refuse at any time; the caller goes on without.
use super::clock::Timer;
use std::cell::RefCell;

/// The storage is forbidden, full or gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused;

/// A keeper of texts.
pub trait Storage {
    /// The text under a key.
    ///
    /// # Errors
    /// When the storage cannot be read.
    fn get(&self, key: &str) -> Result<Option<String>, Refused>;
    /// Keeps a text under a key.
    ///
    /// # Errors
    /// When the storage is forbidden or full.
    fn set(&self, key: &str, value: &str) -> Result<(), Refused>;
    /// Forgets what is under a key.
    ///
    /// # Errors
    /// When the storage cannot be reached.
    fn remove(&self, key: &str) -> Result<(), Refused>;
    /// The keys that begin so.
    ///
    /// # Errors
    /// When the storage cannot be read.
    fn keys(&self, prefix: &str) -> Result<Vec<String>, Refused>;
    /// Whether what is kept outlives the page.
    fn lasting(&self) -> bool;
    /// Calls with the key when another tab of the same site changed something, with none when it emptied everything;
    /// until the timer is dropped.
    fn on_change(&self, call: Box<dyn Fn(Option<String>)>) -> Box<dyn Timer>;
}

/// Nobody else changes anything.
struct Alone;
impl Timer for Alone {}

/// Keeps things as long as the page lives.
#[derive(Default)]
pub struct Memory {
    kept: RefCell<Vec<(String, String)>>,
}

impl Storage for Memory {
    fn get(&self, key: &str) -> Result<Option<String>, Refused> {
        Ok(self.kept.borrow().iter().find(|(k, _)| k == key).map(|(_, value)| value.clone()))
    }
    fn set(&self, key: &str, value: &str) -> Result<(), Refused> {
        let mut kept = self.kept.borrow_mut();
        kept.retain(|(k, _)| k != key);
        kept.push((key.to_owned(), value.to_owned()));
        Ok(())
    }
    fn keys(&self, prefix: &str) -> Result<Vec<String>, Refused> {
        Ok(self.kept.borrow().iter().map(|(k, _)| k).filter(|k| k.starts_with(prefix)).cloned().collect())
    }
    fn remove(&self, key: &str) -> Result<(), Refused> {
        self.kept.borrow_mut().retain(|(k, _)| k != key);
        Ok(())
    }
    fn lasting(&self) -> bool {
        false
    }
    fn on_change(&self, _: Box<dyn Fn(Option<String>)>) -> Box<dyn Timer> {
        Box::new(Alone)
    }
}
