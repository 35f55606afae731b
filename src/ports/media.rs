//! What the lock screen and the keys of a headset show and do while a session runs.
use crate::app::select::timer::Shown;

/// What a key on the lock screen or a headset asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// Go on.
    Play,
    /// Stand still.
    Pause,
    /// The next point.
    Next,
    /// The one before.
    Previous,
    /// End it.
    Stop,
}

/// The lock screen.
pub trait Media {
    /// Shows this, or nothing any more. `press` is called for each key from then on.
    fn show(&self, what: Option<&Shown>, press: Box<dyn Fn(Key)>);
}

/// Shows nothing.
pub struct Hidden;

impl Media for Hidden {
    fn show(&self, _: Option<&Shown>, _: Box<dyn Fn(Key)>) {}
}
