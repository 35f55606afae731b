//! The printed sheet: one page with the map, the points with how to find and press them, and the plan.
use super::card::{CautionLine, PointCard, point_card};
use super::map::{self, MapModel};
use super::massage::flags;
use super::{fetch, page, words};
use crate::app::{Look, Part, Screen, Sides, State, plan};
use crate::atlas::{Ink, Msg, Plate, PointId, View, ZoneKind};
use crate::session::Span;

/// The most pictures on a sheet.
const PICTURES: usize = 2;
/// How much of a leg is seen around what matters, and how much at least, in limb units.
const MARGIN: i16 = 45;
const LEAST: i16 = 360;

/// A point of the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetPoint {
    /// Its muscle and place.
    pub name: String,
    /// What the person decided about it: legs, seconds, way and tool; empty when it is as the plan says.
    pub own: String,
    /// How to find and press it.
    pub card: PointCard,
}

/// The sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetModel {
    /// The views that show the points. The label of a point on them is its number in the plan.
    pub maps: Vec<MapModel>,
    /// Where it hurts, by name; empty when nothing is marked.
    pub pain: String,
    /// The points, in order.
    pub points: Vec<SheetPoint>,
    /// How long and how often.
    pub dose: String,
    /// On which leg.
    pub legs: Msg,
    /// How many massages a day there are to tick.
    pub per_day: usize,
    /// What to mind, each once.
    pub cautions: Vec<CautionLine>,
    /// When to see a doctor: how soon, and the signs.
    pub flags: [(Msg, Vec<String>); 3],
    /// Who says that the points lie there: titles, each once.
    pub sources: Vec<String>,
}

/// The views that show the points, the one with most of them first.
fn views(state: &State, points: &[PointId]) -> Vec<View> {
    let mut left = points.to_vec();
    let mut views = Vec::new();
    while views.len() < PICTURES {
        let mut best: Option<(usize, &Plate)> = None;
        for plate in &state.atlas.plates {
            let shown = left.iter().filter(|p| plate.mark(**p).is_some()).count();
            if shown > best.map_or(0, |(most, _)| most) {
                best = Some((shown, plate));
            }
        }
        let Some((_, plate)) = best else { break };
        left.retain(|p| plate.mark(*p).is_none());
        views.push(plate.view);
    }
    views
}

/// What belongs on the sheet and has not come.
pub fn missing(state: &State) -> Vec<Part> {
    let views = views(state, &plan::points(state));
    let drawings = views.iter().flat_map(|v| [Part::Drawing(*v), Part::Deeper(*v)]);
    let drawings = drawings.filter(|part| !matches!(part, Part::Deeper(view) if view.is_foot()));
    fetch::missing(state, [Part::Prose, Part::Library].into_iter().chain(drawings).collect())
}

/// What is seen of a leg: all its width, and as much of its length as matters. A foot is seen whole.
fn frame(state: &State, model: &MapModel) -> [i16; 4] {
    let [x, y, w, h] = model.whole;
    let Some(drawing) = state.drawing(model.view).filter(|_| !model.view.is_foot()) else { return model.whole };
    let matters = |ink: Ink| match ink {
        Ink::Region(region) => model.regions.iter().any(|r| r.on && r.id == region),
        Ink::Zone(point, kind) => model.zones.contains(&(point, kind)),
        _ => false,
    };
    let shapes = drawing.shapes.iter().filter(|s| matters(s.ink)).map(|s| s.form.contour().bounds());
    let all = shapes.chain(model.points.iter().map(|p| (p.at, p.at)));
    let Some((low, high)) = all.map(|(low, high)| (low.y, high.y)).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))) else {
        return model.whole;
    };
    let (low, high) = (low as i16 - MARGIN, high as i16 + MARGIN);
    let height = (high - low).max(LEAST).min(h);
    let top = (low - (height - (high - low)) / 2).clamp(y, y + h - height);
    [x, top, w, height]
}

/// One view with the points it shows, their zones, and where it hurts.
fn picture(state: &State, view: View, points: &[PointId]) -> Option<MapModel> {
    let look = Look { view: Some(view), layer: None };
    let plain = State { session: None, choice: None, screen: Screen::Find, look, ..state.clone() };
    let mut model = map::map(&State { picked: Some(points.to_vec()), ..plain })?;
    let plate = state.atlas.plate(view)?;
    let kinds = [ZoneKind::Spillover, ZoneKind::Essential];
    let zones = kinds.into_iter().flat_map(|kind| points.iter().map(move |p| (*p, kind)));
    model.zones = zones.filter(|(p, kind)| plate.shows(Ink::Zone(*p, *kind))).collect();
    for point in &mut model.points {
        let at = points.iter().position(|p| *p == point.id).unwrap_or_default();
        point.label = (at + 1).to_string();
    }
    model.frame = frame(state, &model);
    Some(model)
}

/// Adds what is not there yet.
fn once<T: PartialEq>(all: &mut Vec<T>, more: impl IntoIterator<Item = T>) {
    for one in more {
        if !all.contains(&one) {
            all.push(one);
        }
    }
}

/// The signs that stop a massage, the most urgent first.
fn signs(state: &State) -> [(Msg, Vec<String>); 3] {
    let all = flags(state);
    [Msg::SafetyEmergency, Msg::SafetyUrgent, Msg::SafetyDoctor].map(|urgency| {
        let own = all.iter().filter(|flag| flag.urgency == urgency);
        (urgency, own.map(|flag| flag.sign.clone()).collect())
    })
}

/// What the person decided about a point, in words.
fn decided(state: &State, point: PointId) -> String {
    let line = state.own.of(point);
    let say = |msg: Msg| state.text.say(msg).to_owned();
    let parts = [
        line.sides.map(|sides| say(words::sides(sides))),
        line.hold.map(|hold| words::length(&state.text, Span::seconds(hold))),
        line.technique.map(|way| say(words::technique(way))),
        line.tool.map(|tool| say(words::tool(tool))),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// The sheet of the plan as it stands.
pub fn sheet(state: &State) -> SheetModel {
    let ids = plan::points(state);
    let (atlas, text, set) = (&state.atlas, &state.text, &state.settings);
    let (mut points, mut cautions, mut sources) = (Vec::new(), Vec::new(), Vec::new());
    for id in &ids {
        let Some(mut card) = point_card(state, *id, &ids) else { continue };
        once(&mut cautions, std::mem::take(&mut card.cautions));
        let page = state.library.as_ref().and_then(|l| l.point(*id));
        let own = page::sources_of(state, page.map(|p| p.position).into_iter());
        once(&mut sources, page::sources(state, own).into_iter().map(|s| s.title));
        points.push(SheetPoint { name: words::point(atlas, text, *id), own: decided(state, *id), card });
    }
    let slots = [
        ("hold", set.hold.to_string()),
        ("rounds", set.rounds.to_string()),
        ("per_day", set.per_day.to_string()),
        ("pressure", words::pressure(text, crate::session::Limits::PRESSURE_CEILING)),
    ];
    let slots: Vec<(&str, &str)> = slots.iter().map(|(slot, value)| (*slot, value.as_str())).collect();
    let sore = state.sore();
    SheetModel {
        maps: views(state, &ids).into_iter().filter_map(|view| picture(state, view, &ids)).collect(),
        pain: words::regions(atlas, text, &sore),
        points,
        dose: text.fill(Msg::CardDoseText, &slots),
        legs: match state.sides {
            Sides::Both => Msg::PlanLegs,
            Sides::One(side) => words::leg(side),
        },
        per_day: usize::try_from(set.per_day).unwrap_or(1),
        cautions,
        flags: signs(state),
        sources,
    }
}
