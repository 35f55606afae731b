//! What is to be heard, felt or seen when: the cues still to come, so that tones can be set ahead of time and ring even in
//! a page that the browser has put to sleep.
use super::machine::{Phase, Session};
use super::time::{Instant, Span};
use crate::atlas::Technique;

/// What a cue tells to do without looking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tone {
    /// Start pressing.
    Press,
    /// Half of the hold is over.
    Half,
    /// Five seconds of the hold are left.
    Last,
    /// Let go and change over.
    Change,
    /// All done.
    End,
}

impl Tone {
    /// Every one, in the order in which a session brings them.
    pub const ALL: [Tone; 5] = [Tone::Press, Tone::Half, Tone::Last, Tone::Change, Tone::End];
}

/// A cue at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cue {
    /// When.
    pub at: Instant,
    /// What.
    pub tone: Tone,
}

/// How long before its end a hold is said to end.
pub const LAST: Span = Span::seconds(5);
/// A hold shorter than this is not said to be half over, or to end.
const WORTH_TELLING: Span = Span::seconds(20);

/// The tone that goes with the beginning of a phase.
pub fn tone(phase: Phase) -> Option<Tone> {
    match phase {
        Phase::Ready => None,
        Phase::Hold(_) => Some(Tone::Press),
        Phase::Rest(_) => Some(Tone::Change),
        Phase::Done => Some(Tone::End),
    }
}

/// The cues within the present phase that lie after the last look at the clock.
fn within(session: &Session, cues: &mut Vec<Cue>) {
    let (Phase::Hold(_), Some(end)) = (session.phase(), session.deadline()) else { return };
    if session.length() < WORTH_TELLING {
        return;
    }
    let half = Cue { at: end.before(Span::millis(session.length().as_millis() / 2)), tone: Tone::Half };
    let last = Cue { at: end.before(LAST), tone: Tone::Last };
    cues.extend([half, last].into_iter().filter(|cue| cue.at > session.seen()));
}

/// The cues still to come, soonest first. Empty while paused or done.
pub fn ahead(session: &Session) -> Vec<Cue> {
    let mut run = session.clone();
    let mut cues = Vec::new();
    while let Some(deadline) = run.deadline() {
        within(&run, &mut cues);
        for change in run.wake(deadline) {
            cues.extend(tone(change.phase).map(|tone| Cue { at: change.at, tone }));
        }
    }
    cues
}

/// The pace of a slow stroke.
const PACE: Span = Span::seconds(4);

/// Whether a technique moves along the muscle.
fn is_stroke(technique: Technique) -> bool {
    matches!(technique, Technique::Stroke | Technique::KneeStroke | Technique::Roller)
}

/// The beats of the present and all coming strokes.
pub fn beats(session: &Session) -> Vec<Instant> {
    let mut run = session.clone();
    let mut beats = Vec::new();
    while let Some(deadline) = run.deadline() {
        let strokes = run.step().is_some_and(|step| is_stroke(step.technique));
        if let (true, Phase::Hold(_)) = (strokes, run.phase()) {
            let mut at = deadline.before(run.length());
            while at < deadline {
                beats.extend((at > run.seen()).then_some(at));
                at = at.after(PACE);
            }
        }
        run.wake(deadline);
    }
    beats
}

/// How late a cue may be told and still count as on time.
pub const ON_TIME: Span = Span::millis(1500);
