//! Reading and writing the JSON of kept records. A port, because the browser has a JSON reader of its own, which costs
//! the download nothing.
use crate::app::prefs::Prefs;
use crate::diary::Entry;

/// A reader and writer of records.
pub trait Records {
    /// A diary entry as it is kept.
    fn write_entry(&self, entry: &Entry) -> String;
    /// Reads a diary entry. None when it is damaged or of a newer version.
    fn read_entry(&self, record: &str) -> Option<Entry>;
    /// The settings as they are kept.
    fn write_prefs(&self, prefs: &Prefs) -> String;
    /// Reads the settings. None when they are damaged or of another version.
    fn read_prefs(&self, record: &str) -> Option<Prefs>;
}

/// The twin outside the browser.
#[cfg(not(target_arch = "wasm32"))]
pub struct Plain;

#[cfg(not(target_arch = "wasm32"))]
impl Records for Plain {
    fn write_entry(&self, entry: &Entry) -> String {
        entry.write()
    }
    fn read_entry(&self, record: &str) -> Option<Entry> {
        Entry::read(record)
    }
    fn write_prefs(&self, prefs: &Prefs) -> String {
        prefs.write()
    }
    fn read_prefs(&self, record: &str) -> Option<Prefs> {
        Prefs::read(record)
    }
}
