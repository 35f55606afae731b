//! Where things lie on the screen, asked when a finger moves and never while rendering.

use super::Timer;

/// A surveyor of the widget.
pub trait Layout {
    /// Left, top, width and height in pixels of the first thing that matches a CSS selector.
    fn place(&self, selector: &str) -> Option<[f64; 4]>;
    /// Calls whenever the widget has got another size, until the guard is dropped.
    fn watch(&self, call: Box<dyn Fn()>) -> Box<dyn Timer>;
}

/// Where there is no screen: everything is a hundred pixels wide and high.
pub struct Square;

struct Never;
impl Timer for Never {}

impl Layout for Square {
    fn place(&self, _: &str) -> Option<[f64; 4]> {
        Some([0.0, 0.0, 100.0, 100.0])
    }
    fn watch(&self, _: Box<dyn Fn()>) -> Box<dyn Timer> {
        Box::new(Never)
    }
}
