//! What is to be heard when: the tones still to come, so that they can be set ahead of time and ring even
//! in a page that the browser has put to sleep.
use super::machine::{Phase, Session};
use super::time::{Instant, Span};

/// A tone. Which one tells what to do without looking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tone {
    /// Start pressing.
    Press,
    /// Let go and change over.
    Change,
    /// All done.
    End,
}

/// A tone at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cue {
    /// When.
    pub at: Instant,
    /// What.
    pub tone: Tone,
}

/// The tone that goes with the beginning of a phase.
pub fn tone(phase: Phase) -> Option<Tone> {
    match phase {
        Phase::Ready => None,
        Phase::Hold(_) => Some(Tone::Press),
        Phase::Rest(_) => Some(Tone::Change),
        Phase::Done => Some(Tone::End),
    }
}

/// The tones still to come, soonest first. Empty while paused or done.
pub fn ahead(session: &Session) -> Vec<Cue> {
    let mut run = session.clone();
    let mut cues = Vec::new();
    while let Some(deadline) = run.deadline() {
        for change in run.wake(deadline) {
            cues.extend(tone(change.phase).map(|tone| Cue { at: change.at, tone }));
        }
    }
    cues
}

/// How late a phase may be told and still count as heard on time.
pub const ON_TIME: Span = Span::millis(1500);
