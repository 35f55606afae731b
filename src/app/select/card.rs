//! Everything the atlas knows about the muscle being looked at, ready to be read.
use super::words;
use crate::app::{Choice, State, plan};
use crate::atlas::{
    CautionKind, Confidence, Depth, Evidence, Frequency, Msg, Muscle, MuscleId, PointId, RegionId, SourceId, Study,
    Tissue, TriggerPoint, ZoneKind,
};

/// A source as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceLine {
    /// Its name, such as `TS22`.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its address; may be empty.
    pub url: String,
}

/// A region a point sends pain to.
#[derive(Clone, Debug, PartialEq)]
pub struct ZoneLine {
    /// Which region.
    pub region: RegionId,
    /// Its name.
    pub name: String,
    /// Felt by nearly everyone, or by some.
    pub kind: ZoneKind,
    /// How well that is supported, in words.
    pub confidence: String,
    /// Whether it was not looked up.
    pub unverified: bool,
}

/// A caution as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CautionLine {
    /// A short heading.
    pub title: String,
    /// What to do.
    pub advice: String,
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

/// A trigger point as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct PointCard {
    /// Which point.
    pub id: PointId,
    /// Its place, such as "Lower inner calf".
    pub place: String,
    /// Depth and frequency, in words.
    pub remarks: Vec<String>,
    /// How to find it.
    pub find: String,
    /// How to press it.
    pub press: String,
    /// Ways to press, in words.
    pub techniques: String,
    /// What to press with, in words.
    pub tools: String,
    /// How long and how often; empty when it is not to be pressed.
    pub dose: String,
    /// What to mind.
    pub cautions: Vec<CautionLine>,
    /// Where it sends pain.
    pub zones: Vec<ZoneLine>,
    /// Who says that it lies there.
    pub sources: Vec<SourceLine>,
    /// Whether it is in the plan.
    pub picked: bool,
    /// Whether it may be pressed by oneself.
    pub pressable: bool,
    /// Whether it is the one being looked at.
    pub open: bool,
}

/// A muscle as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct MuscleCard {
    /// Which muscle.
    pub id: MuscleId,
    /// Its name.
    pub name: String,
    /// What a lay person calls it.
    pub plain: String,
    /// The heading of its description.
    pub about_title: Msg,
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
    /// What supports the link to pain.
    pub evidence: String,
    /// Where sources differ.
    pub disagreements: Vec<String>,
    /// What studies found.
    pub studies: Vec<StudyLine>,
    /// Whether the sentences are still to come.
    pub waiting: bool,
    /// Its points.
    pub points: Vec<PointCard>,
    /// All sources of the muscle.
    pub sources: Vec<SourceLine>,
}

/// How well a claim is supported, in words.
pub fn confidence(confidence: Confidence) -> Msg {
    match confidence {
        Confidence::Book => Msg::ConfidenceBook,
        Confidence::Study => Msg::ConfidenceStudy,
        Confidence::Secondary => Msg::ConfidenceSecondary,
        Confidence::Unverified => Msg::ConfidenceUnverified,
    }
}

fn sources(state: &State, ids: impl IntoIterator<Item = SourceId>) -> Vec<SourceLine> {
    let mut lines: Vec<SourceLine> = Vec::new();
    for id in ids {
        let (title, url) = state.text.source(id);
        let line = SourceLine { id: state.atlas.source(id).to_owned(), title: title.to_owned(), url: url.to_owned() };
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}

fn zones(state: &State, point: &TriggerPoint) -> Vec<ZoneLine> {
    let line = |z: &crate::atlas::Zone| ZoneLine {
        region: z.region,
        name: words::region(&state.atlas, &state.text, z.region),
        kind: z.kind,
        confidence: state.text.say(confidence(z.evidence.confidence)).to_owned(),
        unverified: z.evidence.confidence == Confidence::Unverified,
    };
    point.zones.iter().map(line).collect()
}

fn remarks(state: &State, point: &TriggerPoint) -> Vec<String> {
    let deep = (point.depth == Depth::Deep).then_some(Msg::CardDeep);
    let often = match point.frequency {
        Frequency::Most => Some(Msg::CardMost),
        Frequency::Uncommon => Some(Msg::CardUncommon),
        Frequency::Rare => Some(Msg::CardRare),
        Frequency::Common | Frequency::Unknown => None,
    };
    [often, deep].into_iter().flatten().map(|msg| state.text.say(msg).to_owned()).collect()
}

fn dose(state: &State, point: &TriggerPoint) -> String {
    let set = &state.settings;
    state.text.fill(
        Msg::CardDoseText,
        &[
            ("hold", &set.hold.to_string()),
            ("rounds", &set.rounds.to_string()),
            ("per_day", &set.per_day.to_string()),
            ("pressure", &words::pressure(&state.text, point.ceiling)),
        ],
    )
}

fn point_card(state: &State, id: PointId, picked: &[PointId]) -> Option<PointCard> {
    let point = state.atlas.point(id)?;
    let text = &state.text;
    let join = |msgs: Vec<Msg>| msgs.into_iter().map(|m| text.say(m)).collect::<Vec<_>>().join(", ");
    let cautions = point
        .cautions
        .iter()
        .filter_map(|c| state.atlas.caution(*c))
        .map(|c| CautionLine { title: text.of(c.title).to_owned(), advice: text.of(c.advice).to_owned() });
    let pressable = plan::pressable(&state.atlas, id);
    let own = point.position.sources.iter().chain(point.zones.iter().flat_map(|z| &z.evidence.sources));
    Some(PointCard {
        id,
        place: words::upper(text.of(point.text.label)),
        remarks: remarks(state, point),
        find: text.of(point.text.find).to_owned(),
        press: text.of(point.text.press).to_owned(),
        techniques: join(point.techniques.iter().map(|t| words::technique(*t)).collect()),
        tools: join(point.tools.iter().map(|t| words::tool(*t)).collect()),
        dose: if pressable { dose(state, point) } else { String::new() },
        cautions: cautions.collect(),
        zones: zones(state, point),
        sources: sources(state, own.copied()),
        picked: picked.contains(&id),
        pressable,
        open: state.choice == Some(Choice::Point(id)) || state.atlas.points_of(point.muscle).len() == 1,
    })
}

fn list(state: &State, ids: &[crate::atlas::TextId]) -> Vec<String> {
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
    state.atlas.studies.iter().filter(|s| s.muscles.contains(&muscle)).filter_map(line).collect()
}

fn muscle_card(state: &State, id: MuscleId, muscle: &Muscle) -> MuscleCard {
    let of = |id| state.text.of(id).to_owned();
    let picked = plan::points(state);
    let points = state.atlas.points_of(id);
    let nerves = list(state, &muscle.nerves).join(", ");
    let claims = muscle.evidence.iter().flat_map(|(_, e): &(_, Evidence)| e.sources.iter());
    let counted = muscle.prevalence.iter().map(|p| &p.study);
    let differ = muscle.disagreements.iter().flat_map(|d| d.sources.iter());
    MuscleCard {
        id,
        name: words::muscle(&state.atlas, &state.text, id),
        plain: words::upper(&words::plain(&state.atlas, &state.text, id)),
        about_title: if muscle.tissue == Tissue::Fascia { Msg::CardAboutFascia } else { Msg::CardAbout },
        about: of(muscle.text.about),
        latin: muscle.latin.clone(),
        actions: words::upper(&list(state, &muscle.actions).join("; ")),
        attachments: of(muscle.text.attachments),
        nerve: if nerves.is_empty() { muscle.roots.clone() } else { [&nerves, " (", &muscle.roots, ")"].concat() },
        stretch: of(muscle.text.stretch),
        causes: list(state, &muscle.text.causes),
        mistaken_for: list(state, &muscle.text.mistaken_for),
        evidence: of(muscle.text.evidence),
        disagreements: muscle.disagreements.iter().map(|d| of(d.text)).collect(),
        studies: studies(state, id),
        waiting: !state.text.has_prose(),
        points: points.iter().filter_map(|p| point_card(state, *p, &picked)).collect(),
        sources: sources(state, claims.chain(counted).chain(differ).copied()),
    }
}

/// The card of the muscle being looked at, if one is.
pub fn card(state: &State) -> Option<MuscleCard> {
    let id = state.muscle()?;
    Some(muscle_card(state, id, state.atlas.muscle(id)?))
}

/// The general cautions that change how one presses.
pub fn general_cautions(state: &State) -> Vec<CautionLine> {
    let general = state.atlas.cautions.iter().filter(|c| c.kind == CautionKind::Contraindication);
    general
        .map(|c| CautionLine { title: state.text.of(c.title).to_owned(), advice: state.text.of(c.advice).to_owned() })
        .collect()
}
