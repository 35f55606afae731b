//! Tones, set ahead of time.
use crate::session::{Span, Tone};

/// A maker of tones.
pub trait Sound {
    /// Told on a tap or key: the moment at which a browser allows sound.
    fn unlock(&self);
    /// Forgets the tones set before and sets these, each so much from now.
    fn schedule(&self, tones: &[(Span, Tone)]);
}

/// Makes no sound.
pub struct Silent;

impl Sound for Silent {
    fn unlock(&self) {}
    fn schedule(&self, _: &[(Span, Tone)]) {}
}
