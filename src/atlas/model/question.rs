//! The questions of the guide: what an answer makes likelier or less likely, and which warning sign it points to.
use super::id::{EvidenceId, PointId, TextId};
use super::pack::packed;

/// What the answers to a question do to some points: their odds are multiplied, in percent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effect {
    /// The points.
    pub points: Vec<PointId>,
    /// The factor for a yes, 50 to 200.
    pub yes: u8,
    /// The factor for a no, 50 to 200.
    pub no: u8,
}
packed!(Effect { points, yes, no });

/// A question about the pain, to be answered by yes or no.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Its name in data files and the public face.
    pub id: String,
    /// The question.
    pub text: TextId,
    /// Why it is asked.
    pub why: TextId,
    /// What it is about, in a few words.
    pub topic: TextId,
    /// What its answers change; empty when they change no order.
    pub effects: Vec<Effect>,
    /// The red flags that a yes points to, by their places in the atlas's list.
    pub flags: Vec<u16>,
}
packed!(Question { id, text, why, topic, effects, flags });

/// What a question rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionPage {
    /// Who says so, for each effect that somebody says.
    pub evidence: Vec<EvidenceId>,
    /// Whether some of its effects are conventions of this project.
    pub convention: bool,
}
packed!(QuestionPage { evidence, convention });
