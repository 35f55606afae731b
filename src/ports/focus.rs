//! Where the keyboard is. When a press takes away the very thing that was pressed, the browser drops the focus to the
//! page's body, and a person without a pointer has to start from the top.

/// A keeper of the focus within the widget.
pub trait Focus {
    /// Whether something inside the widget has the focus.
    fn inside(&self) -> bool;
    /// Puts the focus on the first thing that matches one of these CSS selectors, tried in turn.
    fn to(&self, selectors: &[&str]);
}

/// Where there is no keyboard.
pub struct Nowhere;

impl Focus for Nowhere {
    fn inside(&self) -> bool {
        false
    }
    fn to(&self, _: &[&str]) {}
}
