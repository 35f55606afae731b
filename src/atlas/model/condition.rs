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
    /// Its name in the language. A sentence and not a name, because it comes with the prose.
    pub title: TextId,
    /// Other words for it, separated by commas; may be empty.
    pub aliases: TextId,
    /// What it is.
    pub about: TextId,
    /// Where and when it hurts.
    pub felt: TextId,
    /// What sets it apart.
    pub clue: TextId,
    /// What studies and guidelines say, and what is contested.
    pub support: TextId,
    /// What one can do.
    pub advice: TextId,
    /// When to see a doctor.
    pub doctor: TextId,
    /// Who says what it is, where and when it hurts.
    pub evidence: EvidenceId,
    /// Who says what `support` tells.
    pub supported_by: EvidenceId,
}
packed!(Condition {
    id,
    care,
    regions,
    muscles,
    timing,
    title,
    aliases,
    about,
    felt,
    clue,
    support,
    advice,
    doctor,
    evidence,
    supported_by,
});
