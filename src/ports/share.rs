//! Handing a link to somebody: through the device's own sharing, or by the clipboard.
use crate::app::Given;

/// A giver of links. Asked in a tap or key and nowhere else: browsers allow it only there.
pub trait Share {
    /// Gives away the page's address with this fragment, and tells how, once that is known.
    fn give(&self, title: &str, fragment: &str, told: Box<dyn FnOnce(Given)>);
}

/// Where there is nobody to give it to: the link is shown.
pub struct Nobody;

impl Share for Nobody {
    fn give(&self, _: &str, fragment: &str, told: Box<dyn FnOnce(Given)>) {
        told(Given::Shown(["#", fragment].concat()));
    }
}
