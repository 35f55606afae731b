//! What there is to read about a muscle, with its studies and sources.
use super::condition::{ConditionLine, of_muscle};
use super::words;
use crate::app::State;
use crate::atlas::{EvidenceId, Msg, Muscle, MuscleId, SourceId, Study, TextId};

/// A source as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceLine {
    /// Its number in the atlas.
    pub id: u16,
    /// Its title.
    pub title: String,
    /// Its address; may be empty.
    pub url: String,
}

/// A study as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StudyLine {
    /// What kind of study, and how many people took part.
    pub design: String,
    /// What it found.
    pub finding: String,
    /// What it cannot show.
    pub limits: String,
    /// Where it was published.
    pub source: SourceLine,
}

/// What there is to read about a muscle.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// Where it lies and what it does.
    pub about: String,
    /// Its Latin name.
    pub latin: String,
    /// What it does.
    pub actions: String,
    /// Its attachments.
    pub attachments: String,
    /// Nerves and roots.
    pub nerve: String,
    /// How to stretch it.
    pub stretch: String,
    /// What loads it.
    pub causes: Vec<String>,
    /// What it is mistaken for.
    pub mistaken_for: Vec<String>,
    /// The pages there are about that.
    pub conditions: Vec<ConditionLine>,
    /// What supports the link to pain.
    pub evidence: String,
    /// Where sources differ.
    pub disagreements: Vec<String>,
    /// What studies found.
    pub studies: Vec<StudyLine>,
    /// All sources of the muscle.
    pub sources: Vec<SourceLine>,
}

/// Sources, each once.
pub fn sources(state: &State, ids: impl IntoIterator<Item = SourceId>) -> Vec<SourceLine> {
    let mut lines: Vec<SourceLine> = Vec::new();
    for id in ids {
        let (title, url) = state.text.source(id);
        let line = SourceLine { id: id.0, title: title.to_owned(), url: url.to_owned() };
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}

/// The sources of pieces of evidence, as far as they have come.
pub fn sources_of(state: &State, ids: impl Iterator<Item = EvidenceId>) -> Vec<SourceId> {
    let Some(library) = &state.library else { return Vec::new() };
    ids.flat_map(|id| library.sources_of(id)).copied().collect()
}

fn list(state: &State, ids: &[TextId]) -> Vec<String> {
    ids.iter().map(|id| state.text.of(*id).to_owned()).collect()
}

fn studies(state: &State, muscle: MuscleId) -> Vec<StudyLine> {
    let text = &state.text;
    let line = |s: &Study| {
        let people = text.fill(Msg::CardPeople, &[("n", &s.people.to_string())]);
        let design = words::upper(text.of(s.design));
        Some(StudyLine {
            design: if s.people == 0 { design } else { [design, people].join(", ") },
            finding: text.of(s.finding).to_owned(),
            limits: text.of(s.limits).to_owned(),
            source: sources(state, [s.source]).pop()?,
        })
    };
    let all = state.library.iter().flat_map(|g| &g.studies);
    all.filter(|s| s.muscles.contains(&muscle)).filter_map(line).collect()
}

/// What there is to read about a muscle. None as long as the library or the language's prose has not come.
#[inline(never)]
pub fn page(state: &State, id: MuscleId, muscle: &Muscle) -> Option<Page> {
    let page = state.library.as_ref().filter(|_| state.text.has_prose())?.muscle(id)?;
    let of = |id| state.text.of(id).to_owned();
    let nerves = list(state, &page.nerves).join(", ");
    let claims = page.evidence.iter().map(|(_, e)| *e).chain(page.disagreements.iter().map(|d| d.sources));
    let counted = muscle.prevalence.iter().map(|p| p.study);
    Some(Page {
        about: of(page.about),
        latin: page.latin.clone(),
        actions: words::upper(&list(state, &page.actions).join("; ")),
        attachments: of(page.attachments),
        nerve: if nerves.is_empty() { page.roots.clone() } else { [&nerves, " (", &page.roots, ")"].concat() },
        stretch: of(page.stretch),
        causes: list(state, &page.causes),
        mistaken_for: list(state, &page.mistaken_for),
        conditions: of_muscle(state, id),
        evidence: of(page.support),
        disagreements: page.disagreements.iter().map(|d| of(d.text)).collect(),
        studies: studies(state, id),
        sources: sources(state, sources_of(state, claims).into_iter().chain(counted)),
    })
}
