//! Moments and durations in whole milliseconds. A moment is wall-clock time, so that it survives a reload.
use serde::{Deserialize, Serialize};

/// A moment: milliseconds since 1970-01-01T00:00Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default, Hash, Serialize, Deserialize)]
pub struct Instant(pub i64);

/// A duration in milliseconds, never negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default, Hash, Serialize, Deserialize)]
pub struct Span(i64);

impl Span {
    /// No time at all.
    pub const ZERO: Span = Span(0);

    /// A duration of so many milliseconds; less than none is none.
    pub const fn millis(ms: i64) -> Self {
        Span(if ms < 0 { 0 } else { ms })
    }
    /// A duration of so many seconds.
    pub const fn seconds(s: i64) -> Self {
        Span::millis(s.saturating_mul(1000))
    }
    /// The milliseconds.
    pub const fn as_millis(self) -> i64 {
        self.0
    }
    /// The seconds, rounded up: what a countdown shows.
    pub const fn as_seconds_up(self) -> i64 {
        (self.0 + 999) / 1000
    }
    /// The sum of two durations.
    pub const fn plus(self, other: Span) -> Span {
        Span(self.0.saturating_add(other.0))
    }
    /// What is left after taking off the other; none if it is longer.
    pub const fn minus(self, other: Span) -> Span {
        Span::millis(self.0 - other.0)
    }
    /// So many times the duration.
    pub const fn times(self, n: i64) -> Span {
        Span::millis(self.0.saturating_mul(n))
    }
}

impl Instant {
    /// The moment so much later.
    pub const fn after(self, span: Span) -> Instant {
        Instant(self.0.saturating_add(span.0))
    }
    /// The moment so much earlier.
    pub const fn before(self, span: Span) -> Instant {
        Instant(self.0.saturating_sub(span.0))
    }
    /// How long from another moment until this one; none if it is past.
    pub const fn since(self, earlier: Instant) -> Span {
        Span::millis(self.0.saturating_sub(earlier.0))
    }
}
