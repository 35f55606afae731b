//! Muscles, trigger points and zones: the clinical records, each claim with its evidence.
use super::id::{CautionId, MuscleId, RegionId, SourceId, TextId};
use super::kind::{Claim, Confidence, Depth, Frequency, Technique, Tissue, Tool, ZoneKind};
use super::pack::packed;

/// The sources of a claim and how well they support it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Evidence {
    /// How well the claim is supported.
    pub confidence: Confidence,
    /// The sources, strongest first.
    pub sources: Vec<SourceId>,
}
packed!(Evidence { confidence, sources });

/// A place where a trigger point sends pain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone {
    /// Where.
    pub region: RegionId,
    /// Felt by nearly everyone, or by some.
    pub kind: ZoneKind,
    /// Who says so.
    pub evidence: Evidence,
}
packed!(Zone { region, kind, evidence });

/// The sentences about a trigger point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PointText {
    /// A short place name, such as "lower inner calf".
    pub label: TextId,
    /// How to find it with a finger.
    pub find: TextId,
    /// How to press it.
    pub press: TextId,
}
packed!(PointText { label, find, press });

/// A spot in a taut band that sends pain elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TriggerPoint {
    /// Its muscle.
    pub muscle: MuscleId,
    /// Its number within the muscle, from 1.
    pub number: u8,
    /// How deep it lies.
    pub depth: Depth,
    /// How often it is found among the points of its muscle.
    pub frequency: Frequency,
    /// Who says that it lies here.
    pub position: Evidence,
    /// Where it sends pain.
    pub zones: Vec<Zone>,
    /// The highest pressure pain, of 10.
    pub ceiling: u8,
    /// Ways to press it, best first.
    pub techniques: Vec<Technique>,
    /// What to press it with, best first.
    pub tools: Vec<Tool>,
    /// What to mind.
    pub cautions: Vec<CautionId>,
    /// Its sentences.
    pub text: PointText,
}
packed!(TriggerPoint { muscle, number, depth, frequency, position, zones, ceiling, techniques, tools, cautions, text });

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

/// A point on which the sources differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disagreement {
    /// The sentence.
    pub text: TextId,
    /// Who says what.
    pub sources: Vec<SourceId>,
}
packed!(Disagreement { text, sources });

/// The sentences about a muscle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MuscleText {
    /// Its name in the language.
    pub name: TextId,
    /// What a lay person would call it.
    pub plain: TextId,
    /// Other names to search by, separated by commas; may be empty.
    pub aliases: TextId,
    /// Where it lies and what it does.
    pub about: TextId,
    /// Where it is attached.
    pub attachments: TextId,
    /// How to stretch it.
    pub stretch: TextId,
    /// What tends to load it.
    pub causes: Vec<TextId>,
    /// What it is often mistaken for.
    pub mistaken_for: Vec<TextId>,
    /// What supports the link to pain, and what does not.
    pub evidence: TextId,
}
packed!(MuscleText { name, plain, aliases, about, attachments, stretch, causes, mistaken_for, evidence });

/// A muscle (or the plantar fascia) with its trigger points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Muscle {
    /// Its name in data files and the public face.
    pub id: String,
    /// Its Latin name (Terminologia Anatomica 2).
    pub latin: String,
    /// The part of the body it belongs to.
    pub group: String,
    /// Muscle or fascia.
    pub tissue: Tissue,
    /// How deep it lies.
    pub depth: Depth,
    /// What it does, each as a phrase after "it".
    pub actions: Vec<TextId>,
    /// The nerves that move it.
    pub nerves: Vec<TextId>,
    /// The roots of that nerve.
    pub roots: String,
    /// How strongly it is linked to heel pain, 0 to 4.
    pub heel_relevance: u8,
    /// The evidence of each kind of claim.
    pub evidence: Vec<(Claim, Evidence)>,
    /// How often studies found points in it.
    pub prevalence: Vec<Prevalence>,
    /// Where sources differ.
    pub disagreements: Vec<Disagreement>,
    /// Its sentences.
    pub text: MuscleText,
}
packed!(Muscle {
    id,
    latin,
    group,
    tissue,
    depth,
    actions,
    nerves,
    roots,
    heel_relevance,
    evidence,
    prevalence,
    disagreements,
    text,
});
