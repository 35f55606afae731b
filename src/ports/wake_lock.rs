//! Keeping the screen on while both hands are busy.

/// A keeper of the screen.
pub trait WakeLock {
    /// Keeps the screen on, or lets it sleep. May fail quietly: the session runs on either way.
    fn keep_on(&self, on: bool);
}

/// Does nothing.
pub struct Unneeded;

impl WakeLock for Unneeded {
    fn keep_on(&self, _: bool) {}
}
