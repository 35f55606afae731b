//! A routine: which points to press in which order, for how long, how often. Data; it does not run.
use super::time::Span;
use crate::atlas::{PointId, Side, Technique, Tool};

/// One point on one side, pressed once a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Which point.
    pub point: PointId,
    /// On which leg.
    pub side: Side,
    /// How to press.
    pub technique: Technique,
    /// For how long.
    pub hold: Span,
    /// What with, if the person chose.
    pub tool: Option<Tool>,
}

/// What a routine accepts at most; wider than what is advised (the atlas's dose), for those told otherwise by their
/// therapist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits;

impl Limits {
    /// Shortest and longest hold, in seconds.
    pub const HOLD: (i64, i64) = (10, 120);
    /// Fewest and most rounds.
    pub const ROUNDS: (i64, i64) = (1, 5);
    /// Shortest and longest time to change over to the next point, in seconds.
    pub const REST: (i64, i64) = (0, 60);
    /// Fewest and most massages a day.
    pub const PER_DAY: (i64, i64) = (1, 12);
    /// The highest pressure pain, of 10.
    pub const PRESSURE_CEILING: u8 = 7;
}

/// A plan for one massage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Routine {
    /// The steps of a round, in order.
    pub steps: Vec<Step>,
    /// How many rounds.
    pub rounds: u8,
    /// Time to get ready before the first hold.
    pub ready: Span,
    /// Time to change over to the next point.
    pub rest: Span,
}

impl Routine {
    /// Time to get ready.
    pub const READY: Span = Span::seconds(5);
    /// Time to change over.
    pub const REST: Span = Span::seconds(8);

    /// How many holds there are in all.
    pub fn holds(&self) -> usize {
        self.steps.len() * usize::from(self.rounds)
    }

    /// The step of a hold, counted over all rounds.
    pub fn step(&self, hold: usize) -> Option<&Step> {
        if hold >= self.holds() {
            return None;
        }
        self.steps.get(hold % self.steps.len().max(1))
    }

    /// The length of all holds together.
    pub fn held(&self) -> Span {
        let round = self.steps.iter().fold(Span::ZERO, |sum, s| sum.plus(s.hold));
        round.times(i64::from(self.rounds))
    }

    /// The length of everything, from getting ready to the end.
    pub fn total(&self) -> Span {
        let changes = self.holds().saturating_sub(1) as i64;
        self.ready.plus(self.held()).plus(self.rest.times(changes))
    }
}
