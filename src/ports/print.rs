//! Putting the page on paper.

/// A printer.
pub trait Print {
    /// Prints the page as soon as it is drawn, and calls when that is over.
    fn print(&self, done: Box<dyn FnOnce()>);
}

/// No printer: it is over at once.
pub struct Paperless;

impl Print for Paperless {
    fn print(&self, done: Box<dyn FnOnce()>) {
        done();
    }
}
