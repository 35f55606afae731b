//! What the guide says of a point: why it may be the source, why it does not rank higher, and how well all that is
//! supported. Data; the sentences are made elsewhere.
use super::super::model::{Confidence, Felt, PointId, Prevalence, QuestionId, RegionId, Side, Sides, ZoneKind};

/// Why a point ranks where it does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Pressing it brought on the person's own pain, or it was tender.
    Pressed(Felt),
    /// Its essential zone covers these marked regions.
    Essential(Vec<RegionId>),
    /// Its spillover zone covers these.
    Spillover(Vec<RegionId>),
    /// Its muscle lies far from the pain, and is easily forgotten.
    Distant,
    /// A study often found points in this muscle in people with this pain.
    Found(Prevalence),
    /// The answer to this question speaks for it.
    Answer(QuestionId),
}

/// Why a point does not rank higher.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// It was pressed, and nothing was felt.
    NothingFelt,
    /// Pain is only sometimes felt where it hurts.
    OnlySpillover,
    /// It would often be felt here too, where no pain was marked.
    Absent(Vec<RegionId>),
    /// It says nothing about the pain in these places of the same leg.
    Unexplained(Vec<RegionId>),
    /// The answer to this question speaks against it.
    Answer(QuestionId),
    /// It is an uncommon or rare point of its muscle.
    Rare,
    /// A study found points in this muscle in fewer than half of the people with this pain.
    Seldom(Prevalence),
}

/// A trigger point with its score and what speaks for it and against it.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranked {
    /// Which point.
    pub point: PointId,
    /// On which legs it is suspected.
    pub sides: Sides,
    /// On which of them most: the leg of which score, reasons and doubts speak.
    pub side: Side,
    /// 0 to 1; comparable within one ranking only.
    pub score: f64,
    /// Why, weightiest first.
    pub reasons: Vec<Reason>,
    /// Why not higher, weightiest first.
    pub doubts: Vec<Doubt>,
    /// How well the weakest of the claims it rests on is supported.
    pub confidence: Confidence,
}

impl Ranked {
    /// The marked regions that a kind of zone covers.
    pub fn covers(&self, kind: ZoneKind) -> &[RegionId] {
        let of_kind = |reason: &&Reason| {
            matches!(
                (reason, kind),
                (Reason::Essential(_), ZoneKind::Essential) | (Reason::Spillover(_), ZoneKind::Spillover)
            )
        };
        match self.reasons.iter().find(of_kind) {
            Some(Reason::Essential(regions) | Reason::Spillover(regions)) => regions,
            _ => &[],
        }
    }
}
