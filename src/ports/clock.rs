//! What time it is where the person is, and being called later.
use crate::diary::Day;
use crate::session::{Instant, Span};
use std::cell::Cell;

/// A call that will come; dropping it calls it off.
pub trait Timer {}

/// The time, and calls in time.
pub trait Clock {
    /// Now, by the wall clock.
    fn now(&self) -> Instant;
    /// The calendar day of a moment where the person is.
    fn day(&self, at: Instant) -> Day;
    /// The minute since midnight of a moment where the person is, as their clock on the wall shows it.
    fn minute(&self, at: Instant) -> i64;
    /// The day of a moment where the person is, written out in a language (a BCP 47 tag).
    fn date(&self, at: Instant, lang: &str) -> String;
    /// A calendar day written out in a language (a BCP 47 tag), short: weekday, day and month.
    fn calendar(&self, day: &Day, lang: &str) -> String;
    /// A number that is unlikely to come twice.
    fn random(&self) -> u32;
    /// Calls once, so much later or (in a sleeping page) later than that.
    fn after(&self, span: Span, call: Box<dyn FnOnce()>) -> Box<dyn Timer>;
    /// Calls again and again until the timer is dropped.
    fn every(&self, span: Span, call: Box<dyn Fn()>) -> Box<dyn Timer>;
    /// Whether the page is out of sight.
    fn hidden(&self) -> bool;
    /// Calls whenever the page comes back to the person or leaves them, until the timer is dropped.
    fn on_return(&self, call: Box<dyn Fn()>) -> Box<dyn Timer>;
}

/// A clock that stands still until it is set. Its days are 24 hours from 1970-01-01, numbered in January.
#[derive(Default)]
pub struct Still {
    now: Cell<i64>,
}

impl Still {
    /// Sets the time.
    pub fn set(&self, now: Instant) {
        self.now.set(now.0);
    }
}

struct Never;
impl Timer for Never {}

impl Clock for Still {
    fn now(&self) -> Instant {
        Instant(self.now.get())
    }
    fn day(&self, at: Instant) -> Day {
        Day::new(1970, 1, (at.0 / 86_400_000 % 28 + 1) as u8)
    }
    fn minute(&self, at: Instant) -> i64 {
        at.0.div_euclid(60_000).rem_euclid(24 * 60)
    }
    fn date(&self, at: Instant, _: &str) -> String {
        self.day(at).as_str().to_owned()
    }
    fn calendar(&self, day: &Day, _: &str) -> String {
        day.as_str().to_owned()
    }
    fn random(&self) -> u32 {
        4
    }
    fn after(&self, _: Span, _: Box<dyn FnOnce()>) -> Box<dyn Timer> {
        Box::new(Never)
    }
    fn every(&self, _: Span, _: Box<dyn Fn()>) -> Box<dyn Timer> {
        Box::new(Never)
    }
    fn hidden(&self) -> bool {
        false
    }
    fn on_return(&self, _: Box<dyn Fn()>) -> Box<dyn Timer> {
        Box::new(Never)
    }
}
