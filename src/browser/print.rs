//! The browser's print dialogue.
use super::clock::Listening;
use crate::ports::{Print, Timer};
use gloo_timers::callback::Timeout;
use std::cell::{Cell, RefCell};

/// The print dialogue.
#[derive(Default)]
pub struct Dialogue {
    // Held until the next time: what is being called must not be dropped meanwhile.
    over: RefCell<Option<Box<dyn Timer>>>,
}

impl Print for Dialogue {
    fn print(&self, done: Box<dyn FnOnce()>) {
        let Some(window) = web_sys::window() else { return done() };
        let done = Cell::new(Some(done));
        let over = move || {
            if let Some(done) = done.take() {
                done();
            }
        };
        *self.over.borrow_mut() = Some(Box::new(Listening::new(Box::new(over), vec![(window.into(), "afterprint")])));
        // One task later: what is to be printed is drawn in a microtask.
        Timeout::new(0, || {
            // A frame that may not print does nothing.
            let _ = web_sys::window().map(|w| w.print());
        })
        .forget();
    }
}
