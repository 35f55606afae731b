//! Where things lie on the screen, asked when a finger moves and never while rendering.

use super::Timer;

/// A surveyor of the widget.
pub trait Layout {
    /// Left, top, width and height in pixels of the first thing that matches a CSS selector.
    fn place(&self, selector: &str) -> Option<[f64; 4]>;
    /// Calls whenever the widget has got another size, until the guard is dropped.
    fn watch(&self, call: Box<dyn Fn()>) -> Box<dyn Timer>;
    /// Calls once, before the next picture is drawn; not if the guard is dropped before.
    fn frame(&self, call: Box<dyn FnOnce()>) -> Box<dyn Timer>;
    /// Whether an event of a moving pointer tells where it was in between.
    fn coalesces(&self) -> bool;
    /// Lets the first thing that matches a CSS selector hear a finger that is down, wherever it goes, until it is lifted.
    fn hold(&self, selector: &str, finger: i32);
    /// Lifts the first thing that matches a CSS selector, a popover, above all else in the page, if it is not there yet.
    fn raise(&self, selector: &str);
    /// What the first field that matches a CSS selector holds.
    fn typed(&self, selector: &str) -> Option<String>;
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
    fn frame(&self, _: Box<dyn FnOnce()>) -> Box<dyn Timer> {
        Box::new(Never)
    }
    fn coalesces(&self) -> bool {
        false
    }
    fn hold(&self, _: &str, _: i32) {}
    fn raise(&self, _: &str) {}
    fn typed(&self, _: &str) -> Option<String> {
        None
    }
}
