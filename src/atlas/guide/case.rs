//! What is known of a person's pain: where it is, what they answered, what they felt when they pressed. It is given
//! anew each time, and nothing of it is kept here.
use super::super::model::{Felt, PointId, QuestionId, RegionId, Side};

/// A region of one leg, marked as painful.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Where it hurts.
    pub region: RegionId,
    /// On which leg.
    pub side: Side,
    /// How much, 1 to 10.
    pub intensity: u8,
}

/// An answer to a question of the guide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Which question.
    pub question: QuestionId,
    /// Yes, or no.
    pub yes: bool,
}

/// A point that was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pressed {
    /// Which point.
    pub point: PointId,
    /// On which leg.
    pub side: Side,
    /// What was felt.
    pub felt: Felt,
}

/// A person's pain, as far as it is known. Of two things said of the same, the later counts; of two marks for a region
/// of a leg, the stronger.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Case<'a> {
    /// Where it hurts.
    pub marks: &'a [Mark],
    /// What was answered.
    pub answers: &'a [Answer],
    /// What was pressed.
    pub pressed: &'a [Pressed],
}

impl<'a> Case<'a> {
    /// A case of which only the pain is known.
    pub fn of(marks: &'a [Mark]) -> Self {
        Case { marks, ..Case::default() }
    }

    /// What was answered to a question.
    pub fn answer(&self, question: QuestionId) -> Option<bool> {
        self.answers.iter().rev().find(|a| a.question == question).map(|a| a.yes)
    }

    /// What was felt when a point was pressed.
    pub fn felt(&self, point: PointId, side: Side) -> Option<Felt> {
        self.pressed.iter().rev().find(|p| (p.point, p.side) == (point, side)).map(|p| p.felt)
    }
}
