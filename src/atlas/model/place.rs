//! Where it hurts, what to mind, and how the guide weighs what it knows.
use super::id::{EvidenceId, GroupId, RegionId, SourceId, TextId};
use super::kind::{CautionKind, Urgency};
use super::pack::packed;

/// A place where it hurts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    /// Its name in data files and the public face.
    pub id: String,
    /// The group it belongs to.
    pub group: GroupId,
    /// Its name in the language.
    pub name: TextId,
}
packed!(Region { id, group, name });

/// A group of regions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its name in data files and the public face.
    pub id: String,
    /// Its name in the language.
    pub name: TextId,
    /// How far down the body it lies, in steps from 1 at the top; 0 where nobody says. A muscle two or more steps away
    /// is a distant suspect for pain here.
    pub level: u8,
}
packed!(Group { id, name, level });

/// Something to mind before pressing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caution {
    /// Its name in data files.
    pub id: String,
    /// Care, or do not press at all.
    pub kind: CautionKind,
    /// Who says so.
    pub evidence: EvidenceId,
    /// A short heading.
    pub title: TextId,
    /// What to do.
    pub advice: TextId,
}
packed!(Caution { id, kind, evidence, title, advice });

/// A sign that stops the massage and sends the person to a doctor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RedFlag {
    /// Its name in data files.
    pub id: String,
    /// How soon to be seen.
    pub urgency: Urgency,
    /// Who says so.
    pub evidence: EvidenceId,
    /// A short heading.
    pub title: TextId,
    /// What the person would notice.
    pub sign: TextId,
    /// What to do.
    pub advice: TextId,
}
packed!(RedFlag { id, urgency, evidence, title, sign, advice });

/// The people a prevalence study examined, told by where they had pain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Population {
    /// The study.
    pub study: SourceId,
    /// Where its people had pain.
    pub regions: Vec<RegionId>,
}
packed!(Population { study, regions });

/// The weights of the guide, in percent. Conventions, not measurements.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Weights {
    /// What a spillover zone explains of a region's pain; an essential zone explains 100.
    pub spillover: u8,
    /// How much predicted pain that is absent takes off a point's score.
    pub absent: u8,
    /// How much of the score of a zone match depends on prevalence.
    pub prior: u8,
    /// What prevalence alone can add, without a zone there.
    pub association: u8,
    /// What the odds of an uncommon point are multiplied by.
    pub uncommon: u16,
    /// What the odds of a rare point are multiplied by.
    pub rare: u16,
    /// What the odds are multiplied by when pressing brought on the person's own pain.
    pub reproduced: u16,
    /// The same when it was only tender.
    pub tender: u16,
    /// The same when nothing was felt.
    pub nothing: u16,
    /// What is left, for other points, of a pain that a pressed point brought on.
    pub explained: u8,
}
packed!(Weights { spillover, absent, prior, association, uncommon, rare, reproduced, tender, nothing, explained });

/// How long and how hard to press, where nothing else is said.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Dose {
    /// Seconds per point: at least advised, usual, at most advised.
    pub hold: [u16; 3],
    /// Rounds per massage.
    pub rounds: u16,
    /// Massages a day.
    pub per_day: u16,
    /// The most points in one massage.
    pub points: u16,
    /// Pressure pain to aim for, of 10: from, to.
    pub pressure: [u8; 2],
    /// After how many days without progress a clinician should have a look.
    pub review: u16,
    /// Who says so.
    pub evidence: EvidenceId,
}
packed!(Dose { hold, rounds, per_day, points, pressure, review, evidence });
