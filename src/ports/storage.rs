//! Where a few short texts are kept under keys. It may refuse at any time; the caller goes on without.
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
    /// The keys that begin so.
    ///
    /// # Errors
    /// When the storage cannot be read.
    fn keys(&self, prefix: &str) -> Result<Vec<String>, Refused>;
    /// Whether what is kept outlives the page.
    fn lasting(&self) -> bool;
}

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
    fn lasting(&self) -> bool {
        false
    }
}
