//! Files that the person saves on their device, or picks from it.
use crate::diary::file::NotRead;

/// What a picked file holds.
pub type Picked = Result<String, NotRead>;

/// The device's files.
pub trait Files {
    /// Offers a text for saving, under a name, as a kind (a MIME type).
    fn save(&self, name: &str, kind: &'static str, text: &str);
    /// Lets the person pick a file of these endings (`.json,.csv`), and tells what it holds. Never tells anything when
    /// they think better of it.
    fn pick(&self, endings: &'static str, told: Box<dyn FnOnce(Picked)>);
}

/// Where there is no device.
pub struct Nowhere;

impl Files for Nowhere {
    fn save(&self, _: &str, _: &'static str, _: &str) {}
    fn pick(&self, _: &'static str, _: Box<dyn FnOnce(Picked)>) {}
}
