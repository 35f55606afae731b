//! What surrounds a session: being away from it, coming back to one that was broken off, stopping for pain, and what has
//! just been rung.
use crate::session::{Instant, Session, Span, Tone};

/// What is done to a session, beside what `Action` names itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Fifteen seconds more.
    Extend,
    /// The present step from its beginning.
    Restart,
    /// It hurts more than it should.
    Sore,
    /// It tingles or goes numb.
    Tingling,
    /// The page is out of sight from now on.
    Hide,
    /// What ran out unseen was pressed all the same.
    Pressed,
    /// What ran out unseen is pressed again.
    Again,
    /// Go on with the session that was broken off, or runs in another tab.
    TakeOver,
    /// Do not go on with it: what was pressed goes into the diary.
    GiveUp,
}

/// What ran out while nobody looked. It is asked about once.
#[derive(Clone, Debug, PartialEq)]
pub struct Away {
    /// For how long the person was away, as far as it is known.
    pub gone: Span,
    /// How many points ran out.
    pub ran_out: usize,
    /// The session as they left it, standing still.
    pub left: Session,
}

/// Why a point was left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Advice {
    /// Pain above the ceiling.
    Sore,
    /// A nerve or a vessel was pressed.
    Tingling,
}

/// A session that is not this widget's: broken off by a reload, or under way in another tab.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The session as it was kept last.
    pub session: Session,
    /// What was said of the pain before it.
    pub before: Option<u8>,
    /// Whether this widget ran it, until another tab took it over.
    pub taken: bool,
}

/// What surrounds the session.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Run {
    /// What ran out unseen, until the person says what it was.
    pub away: Option<Away>,
    /// Why the last point was left, until they go on.
    pub advice: Option<Advice>,
    /// A session that could be gone on with.
    pub found: Option<Found>,
    /// Since when the page is out of sight.
    pub hidden: Option<Instant>,
    /// What the last action rang; and a number that changes with each ringing.
    pub rung: Vec<Tone>,
    /// How often something was rung.
    pub rings: u32,
    /// Whether the timer fills the screen, to be read from two metres.
    pub far: bool,
}
