//! Changing the plan: all that a person can do to it, and taking the last thing away again.
use super::kept::{self, Kept};
use super::own::{Line, Own};
use super::shelf;
use super::{points, pressable};
use crate::app::settings::Settings;
use crate::app::state::State;
use crate::atlas::{PointId, Sides, Technique, Tool};
use crate::session::Limits;
use std::rc::Rc;

/// Something done to the plan.
#[derive(Clone, Debug, PartialEq)]
pub enum Deed {
    /// A point is pressed on these legs.
    Legs(PointId, Sides),
    /// A point is held so many seconds; brought back to the limits.
    Hold(PointId, i64),
    /// A point is pressed in this way.
    How(PointId, Technique),
    /// A point is pressed with this.
    With(PointId, Tool),
    /// So many seconds to change over; brought back to the limits.
    Rest(i64),
    /// A point is picked up, to be moved.
    Lift(PointId),
    /// A point comes to stand at this place, counted from 0; and the button by which it did, which keeps the focus.
    To(PointId, usize, &'static str),
    /// The point that was picked up stays where it is.
    Drop,
    /// It goes back to where it was.
    Return,
    /// A point is taken out.
    Remove(PointId),
    /// What was done last is undone: a removal, or starting from a routine.
    Undo,
    /// A point is put in. Beyond what is advised in one massage, that is asked about first.
    Add(PointId),
    /// It is put in all the same.
    Anyway,
    /// It is not.
    Leave,
    /// This is looked for among the points.
    Seek(String),
    /// The plan becomes that routine, by its place in the library.
    Begin(usize),
    /// Something is done with the plans that are kept.
    Shelf(shelf::Deed),
}

/// The plan before something was done that can be undone.
#[derive(Clone, Debug, PartialEq)]
pub struct Undo {
    /// The point that was removed; none when the whole plan was replaced.
    pub point: Option<PointId>,
    picked: Option<Vec<PointId>>,
    own: Own,
    sides: Sides,
    settings: Settings,
    set_aside: Option<Settings>,
}

/// A point that is being moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    /// Which.
    pub point: PointId,
    picked: Option<Vec<PointId>>,
}

/// What is to be told of the last change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// Picked up.
    Lifted(PointId),
    /// Moved.
    Moved(PointId),
    /// Put down.
    Dropped(PointId),
    /// Put back.
    Returned(PointId),
    /// Added.
    Added(PointId),
    /// Undone.
    Undone,
    /// Kept under its name.
    Kept,
    /// Not kept: there are too many.
    Full,
}

/// What surrounds the plan while it is being changed.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Editing {
    /// What can be undone.
    pub undo: Option<Undo>,
    /// The kept plan that was thrown away last: that too can be undone.
    pub forgot: Option<Kept>,
    /// What is being moved.
    pub carried: Option<Carried>,
    /// A point that is one too many, until the person says.
    pub asked: Option<PointId>,
    /// What is looked for.
    pub query: String,
    /// What happened last.
    pub told: Option<Told>,
    /// The point that was moved last, and by which button.
    pub moved: Option<(PointId, &'static str)>,
}

/// Does it.
#[inline(never)]
pub fn act(state: &mut State, deed: Deed) {
    let mut edit = std::mem::take(&mut state.editing);
    state.editing.query = std::mem::take(&mut edit.query);
    match deed {
        Deed::Legs(point, sides) => change(state, point, |line| line.sides = Some(sides)),
        Deed::Hold(point, hold) => {
            let hold = hold.clamp(Limits::HOLD.0, Limits::HOLD.1);
            change(state, point, |line| line.hold = Some(hold));
        }
        Deed::How(point, technique) => {
            if state.atlas.point(point).is_some_and(|p| p.techniques.contains(&technique)) {
                change(state, point, |line| line.technique = Some(technique));
            }
        }
        Deed::With(point, tool) => {
            let page = state.library.as_ref().and_then(|library| library.point(point));
            if page.is_some_and(|page| page.tools.contains(&tool)) {
                change(state, point, |line| line.tool = Some(tool));
            }
        }
        Deed::Rest(rest) => state.own.rest = Some(rest.clamp(Limits::REST.0, Limits::REST.1)),
        Deed::Lift(point) => lift(state, point),
        Deed::To(point, place, by) => {
            state.editing.carried = edit.carried;
            to(state, point, place, by);
        }
        Deed::Drop => {
            if let Some(carried) = edit.carried {
                state.editing.told = Some(Told::Dropped(carried.point));
                state.editing.moved = Some((carried.point, "grip"));
            }
        }
        Deed::Return => {
            if let Some(carried) = edit.carried {
                state.picked = carried.picked;
                state.editing.told = Some(Told::Returned(carried.point));
                state.editing.moved = Some((carried.point, "grip"));
            }
        }
        Deed::Remove(point) => remove(state, point),
        Deed::Undo => undo(state, edit),
        Deed::Add(point) => {
            add(state, point);
            if state.editing.asked.is_some() {
                state.editing.undo = edit.undo;
            }
        }
        Deed::Anyway => {
            if let Some(point) = edit.asked {
                put(state, point);
            }
        }
        Deed::Leave => state.editing.undo = edit.undo,
        Deed::Seek(query) => state.editing = Editing { query, undo: edit.undo, ..Editing::default() },
        Deed::Begin(at) => begin(state, at),
        Deed::Shelf(deed) => shelf::act(state, deed, edit),
    }
}

fn change(state: &mut State, point: PointId, set: impl FnOnce(&mut Line)) {
    if points(state).contains(&point) {
        let mut line = state.own.of(point);
        set(&mut line);
        state.own.set(line);
    }
}

fn lift(state: &mut State, point: PointId) {
    if points(state).contains(&point) {
        state.editing.carried = Some(Carried { point, picked: state.picked.clone() });
        state.editing.told = Some(Told::Lifted(point));
    }
}

fn to(state: &mut State, point: PointId, place: usize, by: &'static str) {
    let mut all = points(state);
    let before = all.len();
    all.retain(|other| *other != point);
    if all.len() + 1 == before {
        all.insert(place.min(all.len()), point);
        state.picked = Some(all);
        state.editing.told = Some(Told::Moved(point));
        state.editing.moved = Some((point, by));
    }
}

pub(super) fn now(state: &State, point: Option<PointId>) -> Undo {
    let (picked, own) = (state.picked.clone(), state.own.clone());
    Undo { point, picked, own, sides: state.sides, settings: state.settings, set_aside: state.set_aside }
}

fn remove(state: &mut State, point: PointId) {
    let mut all = points(state);
    if !all.contains(&point) {
        return;
    }
    state.editing.undo = Some(now(state, Some(point)));
    all.retain(|other| *other != point);
    state.picked = Some(all);
    state.own.forget(point);
}

fn undo(state: &mut State, edit: Editing) {
    if let Some(plan) = edit.forgot {
        Rc::make_mut(&mut state.shelf).put(plan);
        state.editing.told = Some(Told::Undone);
    }
    let Some(undo) = edit.undo else { return };
    (state.picked, state.own, state.set_aside) = (undo.picked, undo.own, undo.set_aside);
    state.sides = if undo.point.is_none() { undo.sides } else { state.sides };
    // How the massage makes itself felt is no part of the plan.
    state.settings = Settings { cues: state.settings.cues, ..undo.settings };
    state.editing.told = Some(Told::Undone);
}

fn add(state: &mut State, point: PointId) {
    if points(state).len() < usize::from(state.atlas.dose.points) {
        put(state, point);
    } else if pressable(&state.atlas, point) && !points(state).contains(&point) {
        state.editing.asked = Some(point);
    }
}

fn put(state: &mut State, point: PointId) {
    let mut all = points(state);
    if pressable(&state.atlas, point) && !all.contains(&point) {
        all.push(point);
        state.picked = Some(all);
        state.editing.query = String::new();
        state.editing.told = Some(Told::Added(point));
    }
}

/// A routine's numbers stand before the person's own, which stay the ones that are kept.
fn begin(state: &mut State, at: usize) {
    let library = state.library.clone();
    let Some(routine) = library.as_ref().and_then(|library| library.routines.get(at)) else { return };
    state.editing.undo = Some(now(state, None));
    state.picked = Some(routine.points.clone());
    state.own = Own { lines: Vec::new(), rest: Some(routine.rest.into()) };
    let (hold, rounds) = (routine.hold.into(), routine.rounds.into());
    kept::lend(state, Settings { hold, rounds, ..state.settings });
    Rc::make_mut(&mut state.shelf).open = None;
    state.choice = None;
}

/// Moves a point up (true) or down.
#[inline(never)]
pub fn shift(state: &mut State, point: PointId, up: bool) {
    let mut points = points(state);
    if let Some(at) = points.iter().position(|p| *p == point) {
        let other = if up { at.checked_sub(1) } else { Some(at + 1) };
        if let Some(other) = other.filter(|o| *o < points.len()) {
            points.swap(at, other);
        }
    }
    state.picked = Some(points);
    state.editing.undo = None;
}
