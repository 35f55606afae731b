//! Everything the atlas knows about the muscle being looked at, ready to be read.
use super::page::{Page, SourceLine, page, sources, sources_of};
use super::{figure, words};
use crate::app::{Choice, State, plan};
use crate::atlas::{
    CautionKind, Confidence, Depth, Frequency, Msg, Muscle, MuscleId, PointId, PointPage, RegionId, Technique, TextId,
    Tissue, TriggerPoint, Zone, ZoneKind,
};

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
    /// The way to press of which a figure shows how, on this part of the body.
    pub shown: Option<Technique>,
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
    /// Its points.
    pub points: Vec<PointCard>,
    /// What there is to read about it, when that has come.
    pub page: Option<Page>,
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

fn zones(state: &State, point: &TriggerPoint) -> Vec<ZoneLine> {
    let line = |z: &Zone| ZoneLine {
        region: z.region,
        name: words::region(&state.atlas, &state.text, z.region),
        kind: z.kind,
        confidence: state.text.say(confidence(z.confidence)).to_owned(),
        unverified: z.confidence == Confidence::Unverified,
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

/// A point as it is shown, ready to be read.
pub fn point_card(state: &State, id: PointId, picked: &[PointId]) -> Option<PointCard> {
    let point = state.atlas.point(id)?;
    let text = &state.text;
    let join = |msgs: Vec<Msg>| msgs.into_iter().map(|m| text.say(m)).collect::<Vec<_>>().join(", ");
    let cautions = point
        .cautions
        .iter()
        .filter_map(|c| state.atlas.caution(*c))
        .map(|c| CautionLine { title: text.of(c.title).to_owned(), advice: text.of(c.advice).to_owned() });
    let pressable = plan::pressable(&state.atlas, id);
    let page = state.library.as_ref().and_then(|l| l.point(id));
    let own = page.into_iter().flat_map(|p| [p.position].into_iter().chain(p.zones.iter().copied()));
    let own = sources_of(state, own);
    let of = |id: fn(&PointPage) -> TextId| page.map(|p| text.of(id(p)).to_owned()).unwrap_or_default();
    Some(PointCard {
        id,
        place: words::upper(text.of(point.label)),
        remarks: remarks(state, point),
        find: of(|p| p.find),
        press: of(|p| p.press),
        techniques: join(point.techniques.iter().map(|t| words::technique(*t)).collect()),
        shown: figure::fitting(state, id).filter(|_| pressable),
        tools: join(page.into_iter().flat_map(|p| &p.tools).map(|t| words::tool(*t)).collect()),
        dose: if pressable { dose(state, point) } else { String::new() },
        cautions: cautions.collect(),
        zones: zones(state, point),
        sources: sources(state, own),
        picked: picked.contains(&id),
        pressable,
        open: state.choice == Some(Choice::Point(id)) || state.atlas.points_of(point.muscle).len() == 1,
    })
}

fn muscle_card(state: &State, id: MuscleId, muscle: &Muscle) -> MuscleCard {
    let picked = plan::points(state);
    let points = state.atlas.points_of(id);
    MuscleCard {
        id,
        name: words::muscle(&state.atlas, &state.text, id),
        plain: words::upper(&words::plain(&state.atlas, &state.text, id)),
        about_title: if muscle.tissue == Tissue::Fascia { Msg::CardAboutFascia } else { Msg::CardAbout },
        points: points.iter().filter_map(|p| point_card(state, *p, &picked)).collect(),
        page: page(state, id, muscle),
    }
}

/// The card of the muscle being looked at, if one is.
#[inline(never)]
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
