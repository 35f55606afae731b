//! The plan: what to massage, in which order, from the person's own picks or as the guide suggests.
use super::state::{Choice, State};
use crate::atlas::guide::{self, Ranked};
use crate::atlas::{Atlas, PointId};
use crate::session::{Routine, Span, Step};

/// How many points a suggestion holds.
const SUGGESTED: usize = 3;

/// Whether a person may press this point by themselves: the atlas gives a way to do it.
pub fn pressable(atlas: &Atlas, point: PointId) -> bool {
    atlas.point(point).is_some_and(|p| !p.techniques.is_empty())
}

/// The ranking for the marked pain, one point per muscle: its best.
pub fn results(state: &State) -> Vec<Ranked> {
    let mut seen = Vec::new();
    let mut ranked = guide::rank(&state.atlas, &state.marks);
    ranked.retain(|r| {
        let muscle = state.atlas.point(r.point).map(|p| p.muscle);
        let new = !seen.contains(&muscle);
        seen.push(muscle);
        new
    });
    ranked
}

/// What the guide would massage: the best pressable points for the marked pain; without pain, the point or the first
/// point of the muscle being looked at.
pub fn suggested(state: &State) -> Vec<PointId> {
    let open = |point: &PointId| pressable(&state.atlas, *point);
    if !state.marks.is_empty() {
        return results(state).into_iter().map(|r| r.point).filter(open).take(SUGGESTED).collect();
    }
    match state.choice {
        Some(Choice::Point(point)) => Some(point).into_iter().filter(open).collect(),
        Some(Choice::Muscle(muscle)) => state.atlas.points_of(muscle).into_iter().filter(open).take(1).collect(),
        _ => Vec::new(),
    }
}

/// The points of the plan, in order.
pub fn points(state: &State) -> Vec<PointId> {
    state.picked.clone().unwrap_or_else(|| suggested(state))
}

/// The plan as a routine; without steps when there is nothing to press.
pub fn routine(state: &State) -> Routine {
    let hold = Span::seconds(state.settings.hold);
    let steps = points(state).into_iter().flat_map(|point| {
        let technique = state.atlas.point(point).and_then(|p| p.techniques.first().copied());
        state.sides.list().iter().filter_map(move |side| Some(Step { point, side: *side, technique: technique?, hold }))
    });
    Routine {
        steps: steps.collect(),
        rounds: u8::try_from(state.settings.rounds).unwrap_or(1),
        ready: Routine::READY,
        rest: Routine::REST,
    }
}
