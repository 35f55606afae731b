//! A run of a massage in time: what to press, for how long, where we are, what is to be rung. Pure: time
//! comes in as timestamps, and nothing here knows a screen or a browser.
pub mod cue;
mod hand;
pub mod machine;
pub mod routine;
pub mod time;

pub use cue::{Cue, Tone};
pub use machine::{Change, Phase, Session};
pub use routine::{Limits, Routine, Step};
pub use time::{Instant, Span};
