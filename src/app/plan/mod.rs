//! The plan: what to massage, in which order, from the person's own picks or as the guide suggests.
pub mod edit;
pub mod kept;
pub mod own;
pub mod shelf;

use super::state::{Choice, State};
use crate::atlas::guide::{self, Ranked, Reason};
use crate::atlas::{Atlas, Felt, PointId, Sides, Technique};
use crate::session::{Routine, Span, Step};
pub use edit::{Deed, Editing};
pub use kept::{Kept, Shelf};
pub use own::Own;

/// How many points a suggestion holds.
const SUGGESTED: usize = 3;

/// Whether a person may press this point by themselves: the atlas gives a way to do it.
pub fn pressable(atlas: &Atlas, point: PointId) -> bool {
    atlas.point(point).is_some_and(|p| !p.techniques.is_empty())
}

/// The ranking for the marked pain, one point per muscle: its best.
pub fn results(state: &State) -> Vec<Ranked> {
    guide::one_each(&state.atlas, guide::rank(&state.atlas, &state.case()))
}

/// What the guide would massage, and on which legs: the points that brought on the pain, and the best others, where they
/// are suspected; without pain, the point or the first point of the muscle being looked at.
pub fn suggestion(state: &State) -> Vec<(PointId, Sides)> {
    let open = |point: &PointId| pressable(&state.atlas, *point);
    if !state.marks.is_empty() {
        let ranked = guide::rank(&state.atlas, &state.case());
        let found = |r: &&Ranked| r.reasons.contains(&Reason::Pressed(Felt::Reproduced)) && open(&r.point);
        let mut out: Vec<(PointId, Sides)> = ranked.iter().filter(found).map(|r| (r.point, r.sides)).collect();
        for one in guide::one_each(&state.atlas, ranked) {
            let new = !out.iter().any(|(point, _)| *point == one.point);
            if out.len() < SUGGESTED && new && open(&one.point) {
                out.push((one.point, one.sides));
            }
        }
        return out;
    }
    let points = match state.choice {
        Some(Choice::Point(point)) => vec![point],
        Some(Choice::Muscle(muscle)) => state.atlas.points_of(muscle),
        _ => Vec::new(),
    };
    points.into_iter().filter(open).take(1).map(|p| (p, state.sides)).collect()
}

/// The points of the suggestion.
pub fn suggested(state: &State) -> Vec<PointId> {
    suggestion(state).into_iter().map(|(point, _)| point).collect()
}

/// The plan, in order: a point that the guide suggests on the legs on which it is suspected, one picked by hand on the
/// legs that are shown; either on other legs if the person says so.
pub fn lines(state: &State) -> Vec<(PointId, Sides)> {
    let suggestion = suggestion(state);
    let legs = |point: &PointId| {
        let known = suggestion.iter().find(|(other, _)| other == point);
        let usual = known.map_or(state.sides, |(_, sides)| *sides);
        (*point, state.own.of(*point).sides.unwrap_or(usual))
    };
    match &state.picked {
        Some(picked) => picked.iter().map(legs).collect(),
        None => suggestion.iter().map(|(point, _)| legs(point)).collect(),
    }
}

/// Seconds a point is held.
pub fn hold(state: &State, point: PointId) -> i64 {
    state.own.of(point).hold.unwrap_or(state.settings.hold)
}

/// How a point is pressed. None when nobody should by themselves.
pub fn technique(state: &State, point: PointId) -> Option<Technique> {
    let usual = state.atlas.point(point).and_then(|p| p.techniques.first().copied());
    state.own.of(point).technique.or(usual)
}

/// Seconds to change over.
pub fn rest(state: &State) -> i64 {
    state.own.rest.unwrap_or(Routine::REST.as_seconds_up())
}

/// The points of the plan, in order.
pub fn points(state: &State) -> Vec<PointId> {
    state.picked.clone().unwrap_or_else(|| suggested(state))
}

/// The plan as a routine; without steps when there is nothing to press.
pub fn routine(state: &State) -> Routine {
    let steps = lines(state).into_iter().flat_map(|(point, sides)| {
        let (technique, hold) = (technique(state, point), Span::seconds(hold(state, point)));
        let tool = state.own.of(point).tool;
        sides.list().iter().filter_map(move |side| Some(Step { point, side: *side, technique: technique?, hold, tool }))
    });
    Routine {
        steps: steps.collect(),
        rounds: u8::try_from(state.settings.rounds).unwrap_or(1),
        ready: Routine::READY,
        rest: Span::seconds(rest(state)),
    }
}
