//! The library: what there is to read about muscles and points, and what the claims rest on. It comes when somebody
//! reads, because the map and the ranking do without it.
use super::condition::Condition;
use super::figure::Figure;
use super::id::{ConditionId, EvidenceId, GroupId, MuscleId, PointId, RegionId, SourceId, TextId};
use super::kind::{Claim, Confidence, Technique, Tool};
use super::pack::packed;
use super::question::QuestionPage;
use super::routine::Regimen;

/// The sources of a claim and how well they support it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Default)]
pub struct Evidence {
    /// How well the claim is supported.
    pub confidence: Confidence,
    /// The sources, strongest first.
    pub sources: Vec<SourceId>,
}
packed!(Evidence { confidence, sources });

/// A point on which the sources differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disagreement {
    /// The sentence.
    pub text: TextId,
    /// Who says what.
    pub sources: EvidenceId,
}
packed!(Disagreement { text, sources });

/// The page of a muscle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MusclePage {
    /// Its Latin name (Terminologia Anatomica 2).
    pub latin: String,
    /// The part of the body it belongs to.
    pub group: String,
    /// Other names to search by, separated by commas; may be empty.
    pub aliases: TextId,
    /// Where it lies and what it does.
    pub about: TextId,
    /// What it does, each as a phrase after "it".
    pub actions: Vec<TextId>,
    /// Where it is attached.
    pub attachments: TextId,
    /// The nerves that move it.
    pub nerves: Vec<TextId>,
    /// The roots of those nerves.
    pub roots: String,
    /// How to stretch it.
    pub stretch: TextId,
    /// What tends to load it.
    pub causes: Vec<TextId>,
    /// What it is often mistaken for.
    pub mistaken_for: Vec<TextId>,
    /// What supports the link to pain, and what does not.
    pub support: TextId,
    /// The evidence of each kind of claim.
    pub evidence: Vec<(Claim, EvidenceId)>,
    /// Where sources differ.
    pub disagreements: Vec<Disagreement>,
}
packed!(MusclePage {
    latin,
    group,
    aliases,
    about,
    actions,
    attachments,
    nerves,
    roots,
    stretch,
    causes,
    mistaken_for,
    support,
    evidence,
    disagreements,
});

/// The page of a trigger point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PointPage {
    /// How to find it with a finger.
    pub find: TextId,
    /// How to press it.
    pub press: TextId,
    /// What to press it with, best first.
    pub tools: Vec<Tool>,
    /// Who says that it lies here.
    pub position: EvidenceId,
    /// Who says that it sends pain there, for each of its zones in their order.
    pub zones: Vec<EvidenceId>,
}
packed!(PointPage { find, press, tools, position, zones });

/// A study, told in two sentences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Study {
    /// Where it was published.
    pub source: SourceId,
    /// How far it was read.
    pub confidence: Confidence,
    /// What kind of study it was.
    pub design: TextId,
    /// How many people took part; 0 when that is not known.
    pub people: u16,
    /// The muscles it is about; none when it is about trigger points at large.
    pub muscles: Vec<MuscleId>,
    /// The regions it is about.
    pub regions: Vec<RegionId>,
    /// What it found.
    pub finding: TextId,
    /// What it cannot show.
    pub limits: TextId,
}
packed!(Study { source, confidence, design, people, muscles, regions, finding, limits });

/// What there is to read.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Library {
    /// A page for each muscle, in their order.
    pub muscles: Vec<MusclePage>,
    /// A page for each point, in their order.
    pub points: Vec<PointPage>,
    /// Names of the sources; titles and addresses come with the prose.
    pub sources: Vec<String>,
    /// The evidence, each piece once.
    pub evidence: Vec<Evidence>,
    /// The main studies.
    pub studies: Vec<Study>,
    /// What the questions rest on, in their order.
    pub questions: Vec<QuestionPage>,
    /// What else may be behind the pain.
    pub conditions: Vec<Condition>,
    /// How to press, drawn: at most one figure per technique, in their order.
    pub figures: Vec<Figure>,
    /// Massages that are ready made.
    pub routines: Vec<Regimen>,
    /// The regions that have other words to search by.
    pub named_regions: Vec<RegionId>,
    /// The groups that have.
    pub named_groups: Vec<GroupId>,
    /// Those words, separated by commas: the first of them, because they stand in a row, regions before groups.
    pub other_words: TextId,
}
packed!(Library {
    muscles,
    points,
    sources,
    evidence,
    studies,
    questions,
    conditions,
    figures,
    routines,
    named_regions,
    named_groups,
    other_words,
});

impl Library {
    /// The page of that muscle. None for an id of another atlas.
    pub fn muscle(&self, id: MuscleId) -> Option<&MusclePage> {
        self.muscles.get(id.at())
    }
    /// The page of that point.
    pub fn point(&self, id: PointId) -> Option<&PointPage> {
        self.points.get(id.at())
    }
    /// Other words for a region, if it has any.
    pub fn words_of_region(&self, id: RegionId) -> Option<TextId> {
        let at = self.named_regions.iter().position(|region| *region == id)?;
        Some(self.other_words.after(at as u32))
    }
    /// Other words for a group, if it has any.
    pub fn words_of_group(&self, id: GroupId) -> Option<TextId> {
        let at = self.named_groups.iter().position(|group| *group == id)?;
        Some(self.other_words.after((self.named_regions.len() + at) as u32))
    }
    /// The condition of that id.
    pub fn condition(&self, id: ConditionId) -> Option<&Condition> {
        self.conditions.get(id.at())
    }
    /// The figure that shows that way to press. An atlas of somebody else may have none.
    pub fn figure(&self, technique: Technique) -> Option<&Figure> {
        self.figures.iter().find(|f| f.technique == technique)
    }
    /// The name of that source.
    pub fn source(&self, id: SourceId) -> &str {
        self.sources.get(id.at()).map_or("", String::as_str)
    }
    /// That piece of evidence.
    pub fn evidence(&self, id: EvidenceId) -> Option<&Evidence> {
        self.evidence.get(id.at())
    }
    /// The sources of that piece of evidence.
    pub fn sources_of(&self, id: EvidenceId) -> &[SourceId] {
        self.evidence(id).map_or(&[], |e| e.sources.as_slice())
    }
}
