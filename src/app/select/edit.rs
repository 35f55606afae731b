//! The plan while it is being changed: what each line can be, what was done last, what could be added, and the massages
//! that are ready made.
use super::words;
use crate::app::plan::edit::{Editing, Told};
use crate::app::plan::kept::{Kept, MOST, held};
use crate::app::{Sides, State, plan};
use crate::atlas::search::{Thing, search};
use crate::atlas::{Msg, PointId, Regimen, Technique, Tool};
use crate::session::{Limits, Routine, Span, Step};

/// How many points a search lists.
const FOUND: usize = 6;

/// What a line of the plan can be.
#[derive(Clone, Debug, PartialEq)]
pub struct LineModel {
    /// Which point.
    pub id: PointId,
    /// The point in words.
    pub name: String,
    /// On which legs.
    pub sides: Sides,
    /// Seconds it is held.
    pub hold: i64,
    /// How it can be pressed, the best first; and whether it is.
    pub techniques: Vec<(Technique, Msg, bool)>,
    /// What with, the best first; and whether it is. Empty until that has come.
    pub tools: Vec<(Tool, Msg, bool)>,
    /// Whether the hold lies outside what is usually advised.
    pub unusual: bool,
    /// Whether it is being moved.
    pub carried: bool,
    /// The button by which it was moved last.
    pub moved: Option<&'static str>,
}

/// A massage that is ready made.
#[derive(Clone, Debug, PartialEq)]
pub struct RoutineModel {
    /// What it is called.
    pub title: String,
    /// What it is for.
    pub purpose: String,
    /// How many points and how long.
    pub size: String,
    /// What it rests on.
    pub support: String,
    /// The sources of that.
    pub sources: Vec<String>,
}

/// A plan that is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptModel {
    /// Its id.
    pub id: String,
    /// What the person calls it.
    pub name: String,
    /// What it is of: its muscles, each once.
    pub of: String,
}

/// The plan while it is being changed.
#[derive(Clone, Debug, PartialEq)]
pub struct EditModel {
    /// Its lines, in order.
    pub lines: Vec<LineModel>,
    /// Seconds to change over.
    pub rest: i64,
    /// How hard to press.
    pub pressure: String,
    /// What happened last, for those who do not see it.
    pub told: String,
    /// What can be undone.
    pub undo: Option<String>,
    /// The point that would be one too many: why not.
    pub asked: Option<String>,
    /// What is looked for.
    pub query: String,
    /// What was found: points with their names.
    pub found: Vec<(PointId, String)>,
    /// The massages that are ready made, as far as they have come.
    pub routines: Vec<RoutineModel>,
    /// The plans that are kept.
    pub kept: Vec<KeptModel>,
    /// What the plan is called: by its name when it is a kept one, changed or not.
    pub name: String,
    /// What came of keeping it.
    pub keeping: String,
}

fn line(state: &State, (id, sides): (PointId, Sides)) -> LineModel {
    let own = state.own.of(id);
    let (hold, now) = (plan::hold(state, id), plan::technique(state, id));
    let techniques = state.atlas.point(id).map(|p| p.techniques.clone()).unwrap_or_default();
    let page = state.library.as_ref().and_then(|library| library.point(id));
    let tools = page.map(|page| page.tools.clone()).unwrap_or_default();
    let with = own.tool.or(tools.first().copied());
    let [low, _, high] = state.atlas.dose.hold.map(i64::from);
    let Editing { carried, moved, .. } = &state.editing;
    LineModel {
        id,
        name: words::point(&state.atlas, &state.text, id),
        sides,
        hold,
        techniques: techniques.into_iter().map(|t| (t, words::technique(t), Some(t) == now)).collect(),
        tools: tools.into_iter().map(|t| (t, words::tool(t), Some(t) == with)).collect(),
        unusual: !(low..=high).contains(&hold),
        carried: carried.as_ref().is_some_and(|carried| carried.point == id),
        moved: moved.filter(|(point, _)| *point == id).map(|(_, by)| by),
    }
}

/// The length of a ready-made massage on the legs that are shown.
fn length(state: &State, own: &Regimen) -> Span {
    let hold = Span::seconds(own.hold.into());
    let step = |point: &PointId| {
        let point = *point;
        let technique = Technique::Hold;
        state.sides.list().iter().map(move |side| Step { point, side: *side, technique, hold, tool: None })
    };
    let rounds = u8::try_from(own.rounds).unwrap_or(1);
    let steps = own.points.iter().flat_map(step).collect();
    Routine { steps, rounds, ready: Routine::READY, rest: Span::seconds(own.rest.into()) }.total()
}

fn routine(state: &State, own: &Regimen) -> RoutineModel {
    let text = &state.text;
    let points = text.count(Msg::PlanPointsOne, Msg::PlanPointsMany, own.points.len());
    let time = words::length(text, length(state, own));
    let sources = super::page::sources_of(state, std::iter::once(own.evidence));
    RoutineModel {
        title: text.of(own.title).to_owned(),
        purpose: text.of(own.purpose).to_owned(),
        size: text.fill(Msg::PlanWithin, &[("points", &points), ("time", &time)]),
        support: text.of(own.support).to_owned(),
        sources: super::page::sources(state, sources).into_iter().map(|s| s.title).collect(),
    }
}

/// The points of what is looked for that can be pressed without help and are not in the plan.
fn found(state: &State) -> Vec<(PointId, String)> {
    let (query, planned) = (&state.editing.query, plan::points(state));
    if query.trim_matches(' ').is_empty() {
        return Vec::new();
    }
    let mut out: Vec<(PointId, String)> = Vec::new();
    for hit in search(&state.atlas, state.library.as_deref(), &state.text, query) {
        let points = match hit.thing {
            Thing::Muscle(id) => state.atlas.points_of(id),
            _ => Vec::new(),
        };
        let open = |p: &PointId| plan::pressable(&state.atlas, *p) && !planned.contains(p);
        out.extend(points.into_iter().filter(open).map(|p| (p, words::point(&state.atlas, &state.text, p))));
    }
    out.truncate(FOUND);
    out
}

fn kept(state: &State, own: &Kept) -> KeptModel {
    let points = held(state, own).and_then(|shared| shared.plan).unwrap_or_default();
    let of = words::muscles(&state.atlas, &state.text, &points);
    KeptModel { id: own.id.clone(), name: own.name.clone(), of }
}

fn named(state: &State) -> String {
    let open = state.shelf.open.as_ref().and_then(|id| state.shelf.plan(id));
    open.map_or_else(String::new, |plan| plan.name.clone())
}

fn keeping(state: &State) -> String {
    match state.editing.told {
        Some(Told::Kept) => state.text.fill(Msg::PlanKept, &[("name", &named(state))]),
        Some(Told::Full) => state.text.fill(Msg::PlanShelfFull, &[("n", &MOST.to_string())]),
        _ => String::new(),
    }
}

fn told(state: &State, lines: &[LineModel]) -> String {
    let Some(told) = state.editing.told else { return String::new() };
    let (msg, point) = match told {
        Told::Lifted(point) => (Msg::PlanLifted, point),
        Told::Moved(point) => (Msg::PlanMoved, point),
        Told::Dropped(point) => (Msg::PlanDropped, point),
        Told::Returned(point) => (Msg::PlanReturned, point),
        Told::Added(point) => (Msg::PlanAdded, point),
        Told::Undone => return state.text.say(Msg::PlanUndone).to_owned(),
        Told::Kept | Told::Full => return String::new(),
    };
    let place = lines.iter().position(|line| line.id == point).map_or(0, |at| at + 1);
    let name = words::point(&state.atlas, &state.text, point);
    let slots = [("point", name), ("n", place.to_string()), ("of", lines.len().to_string())];
    state.text.fill(msg, &slots.each_ref().map(|(slot, value)| (*slot, value.as_str())))
}

/// The plan while it is being changed.
#[inline(never)]
pub fn edit(state: &State) -> EditModel {
    let lines: Vec<LineModel> = plan::lines(state).into_iter().map(|own| line(state, own)).collect();
    let (text, edit) = (&state.text, &state.editing);
    let name = |point: PointId| words::point(&state.atlas, text, point);
    let [low, high] = state.atlas.dose.pressure.map(|n| n.to_string());
    let most = state.atlas.dose.points.to_string();
    let asked = |point| text.fill(Msg::PlanFull, &[("point", &name(point)), ("n", &most)]);
    let library = state.library.as_ref();
    EditModel {
        told: told(state, &lines),
        rest: plan::rest(state),
        pressure: text
            .fill(Msg::PlanPressure, &[("low", &low), ("high", &high), ("n", &Limits::PRESSURE_CEILING.to_string())]),
        kept: state.shelf.plans.iter().map(|own| kept(state, own)).collect(),
        name: named(state),
        keeping: keeping(state),
        undo: edit.forgot.as_ref().map(|plan| text.fill(Msg::PlanRemoved, &[("point", &plan.name)])).or(edit
            .undo
            .as_ref()
            .map(|undo| match undo.point {
                Some(point) => text.fill(Msg::PlanRemoved, &[("point", &name(point))]),
                None => text.say(Msg::PlanReplaced).to_owned(),
            })),
        asked: edit.asked.map(asked),
        query: edit.query.clone(),
        found: found(state),
        routines: library.map(|l| l.routines.iter().map(|own| routine(state, own)).collect()).unwrap_or_default(),
        lines,
    }
}
