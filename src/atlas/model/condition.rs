//! What else may be behind the pain: conditions that a person searches by name, and that only a clinician can tell apart.
//! Part of the library; nothing here is ever said to be what somebody has.
use super::id::{EvidenceId, MuscleId, RegionId, TextId};
use super::kind::{Care, Timing};
use super::pack::packed;

/// A condition with its page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// Its name in data files and the public face.
    pub id: String,
    /// What a person can do about it.
    pub care: Care,
    /// Where it is felt.
    pub regions: Vec<RegionId>,
    /// Muscles whose pain is taken for it, or in which studies of it found points.
    pub muscles: Vec<MuscleId>,
    /// When it is felt; empty when no source says so.
    pub timing: Vec<Timing>,
    /// Its sentences, in the order of `PARTS`: the first of them, because they stand in a row.
    pub words: TextId,
    /// Who says what it is, where and when it hurts.
    pub evidence: EvidenceId,
    /// Who says what its sentence on the evidence tells.
    pub supported_by: EvidenceId,
}
packed!(Condition { id, care, regions, muscles, timing, words, evidence, supported_by });

impl Condition {
    /// What is told of a condition, by the ends of the keys.
    pub const PARTS: [&str; 8] = ["title", "aliases", "about", "felt", "clue", "evidence", "advice", "doctor"];

    /// Its name in the language. A sentence and not a name, because it comes with the prose.
    pub fn title(&self) -> TextId {
        self.words
    }
    /// Other words for it, separated by commas; may be empty.
    pub fn aliases(&self) -> TextId {
        self.words.after(1)
    }
    /// What it is.
    pub fn about(&self) -> TextId {
        self.words.after(2)
    }
    /// Where and when it hurts.
    pub fn felt(&self) -> TextId {
        self.words.after(3)
    }
    /// What sets it apart.
    pub fn clue(&self) -> TextId {
        self.words.after(4)
    }
    /// What studies and guidelines say, and what is contested.
    pub fn support(&self) -> TextId {
        self.words.after(5)
    }
    /// What one can do.
    pub fn advice(&self) -> TextId {
        self.words.after(6)
    }
    /// When to see a doctor.
    pub fn doctor(&self) -> TextId {
        self.words.after(7)
    }
}
