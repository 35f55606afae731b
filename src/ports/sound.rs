//! Tones, set ahead of time.
use crate::session::{Span, Tone};

/// What is heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beep {
    /// The tone of a cue.
    Cue(Tone),
    /// One beat of the pace.
    Beat,
}

/// A maker of tones.
pub trait Sound {
    /// Told on a tap or key: the moment at which a browser allows sound.
    fn unlock(&self);
    /// Forgets the tones set before and sets these, each so much from now, 0 to 10 loud.
    fn schedule(&self, tones: &[(Span, Beep)], volume: u8);
}

/// Makes no sound.
pub struct Silent;

impl Sound for Silent {
    fn unlock(&self) {}
    fn schedule(&self, _: &[(Span, Beep)], _: u8) {}
}
