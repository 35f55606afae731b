//! Muscles, trigger points and zones: what the map and the ranking need of them. What there is to read about them is
//! in the library.
use super::id::{CautionId, MuscleId, RegionId, SourceId, TextId};
use super::kind::{Confidence, Depth, Frequency, Technique, Tissue, ZoneKind};
use super::pack::packed;

/// A place where a trigger point sends pain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone {
    /// Where.
    pub region: RegionId,
    /// Felt by nearly everyone, or by some.
    pub kind: ZoneKind,
    /// How well that is supported.
    pub confidence: Confidence,
}
packed!(Zone { region, kind, confidence });

/// A spot in a taut band that sends pain elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TriggerPoint {
    /// Its muscle.
    pub muscle: MuscleId,
    /// Its number within the muscle, from 1.
    pub number: u8,
    /// A short place name, such as "lower inner calf".
    pub label: TextId,
    /// How deep it lies.
    pub depth: Depth,
    /// How often it is found among the points of its muscle.
    pub frequency: Frequency,
    /// Where it sends pain.
    pub zones: Vec<Zone>,
    /// The highest pressure pain, of 10.
    pub ceiling: u8,
    /// Ways to press it, best first.
    pub techniques: Vec<Technique>,
    /// What to mind.
    pub cautions: Vec<CautionId>,
}
packed!(TriggerPoint { muscle, number, label, depth, frequency, zones, ceiling, techniques, cautions });

/// How often a study found trigger points in a muscle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prevalence {
    /// The study.
    pub study: SourceId,
    /// People with a point in this muscle.
    pub found: u16,
    /// People examined.
    pub of: u16,
    /// Whether only points that reproduced the pain were counted.
    pub active: bool,
}
packed!(Prevalence { study, found, of, active });

/// A muscle (or the plantar fascia) with its trigger points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Muscle {
    /// Its name in data files and the public face.
    pub id: String,
    /// Its name in the language.
    pub name: TextId,
    /// What a lay person would call it.
    pub plain: TextId,
    /// Muscle or fascia.
    pub tissue: Tissue,
    /// How deep it lies.
    pub depth: Depth,
    /// How strongly it is linked to heel pain, 0 to 4.
    pub heel_relevance: u8,
    /// How far down the body it lies, in steps from 1 at the top; 0 where nobody says. See `Group::level`.
    pub level: u8,
    /// How often studies found points in it.
    pub prevalence: Vec<Prevalence>,
}
packed!(Muscle { id, name, plain, tissue, depth, heel_relevance, level, prevalence });
