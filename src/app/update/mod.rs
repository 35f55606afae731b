//! What follows from what happened. Pure: the same state and action always give the same state. Here is what the first half
//! of the program answers by itself (`Action::is_early`); the other actions are in `later`.
mod later;

use super::action::Action;
use super::paint;
use super::part::Part;
use super::prefs;
use super::settings::Settings;
use super::sheet::{self, Sheet};
use super::state::State;
use crate::atlas::{Drawing, Mark, RegionId, Side, Sides};
use std::rc::Rc;

/// The intensity a tap gives, of 10.
const TAPPED: u8 = 5;

/// The state after an action.
pub fn update(state: &State, action: Action) -> State {
    step(state, &action)
}

/// The same, of an action that others hold as well.
pub fn step(state: &State, action: &Action) -> State {
    let mut next = state.clone();
    next.stroking = matches!(action, Action::Stroke(_));
    match action {
        Action::Tap(region) => {
            toggle(&mut next, &[*region]);
            dry(&mut next);
        }
        Action::TapGroup(group) => {
            let regions = next.atlas.regions_in(*group);
            toggle(&mut next, &regions);
            dry(&mut next);
        }
        Action::Hurts(marks) => {
            mark_all(&mut next, marks);
            (next.painting, next.painted) = Default::default();
            follow(&mut next);
        }
        Action::ShowAll(all) => next.all_results = *all,
        Action::SetSides(sides) => set_sides(&mut next, *sides),
        Action::SetView(view) => next.look.view = *view,
        Action::SetLayer(layer) => next.look.layer = Some(*layer),
        Action::Set(settings) => {
            next.settings = prefs::within(*settings);
            next.own_settings = true;
            next.set_aside = None;
        }
        Action::Offer(offered) => offer(&mut next, *offered),
        Action::Tell(notice) => next.notice = *notice,
        Action::Speak(text) => next.text = text.clone(),
        Action::Draw(part, drawing) => draw(&mut next, *part, drawing),
        Action::Read(prose) => next.text = Rc::new(next.text.with_prose(prose.clone())),
        Action::Lend(library) => next.library = Some(library.clone()),
        Action::Touch => next.touched = true,
        Action::Search(query) => next.query = query.clone(),
        Action::Come(program) => next.program = *program,
        other => later::step(&mut next, other),
    }
    if next.sheet != Sheet::Away {
        sheet::follow(&mut next);
    }
    next
}

fn draw(state: &mut State, part: Part, drawing: &Rc<Drawing>) {
    let (Part::Drawing(view) | Part::Deeper(view)) = part else { return };
    if state.drawn.contains(&part) {
        return;
    }
    state.drawn.push(part);
    match state.drawings.iter_mut().find(|(of, _)| *of == view) {
        Some((_, half)) => *half = Rc::new(half.join(drawing)),
        None => state.drawings.push((view, drawing.clone())),
    }
}

/// Before anything was painted, there is nothing to take away, and the code for it may still be on its way.
fn dry(state: &mut State) {
    if !state.painted.is_empty() {
        paint::dry(state);
    }
}

/// After the pain changed, the map shows what was marked and the suggestion starts anew.
fn follow(state: &mut State) {
    state.choice = None;
    state.trail.clear();
    state.query = String::new();
    state.all_results = false;
    if state.marks.is_empty() {
        // What was felt was felt about that pain. What was answered is about the person, and stays.
        state.pressed.clear();
    }
    if state.live().is_none() {
        state.picked = None;
        (state.own, state.editing) = Default::default();
    }
}

/// Adds a mark. Of two for a region of a leg, the stronger stays.
fn mark(state: &mut State, new: Mark) {
    match state.marks.iter_mut().find(|m| m.region == new.region && m.side == new.side) {
        Some(old) => old.intensity = old.intensity.max(new.intensity),
        None => state.marks.push(new),
    }
}

fn mark_all(state: &mut State, marks: &[Mark]) {
    state.marks.clear();
    marks.iter().for_each(|m| mark(state, *m));
}

/// Marks these regions on the legs shown, or unmarks them there if all of them were marked.
fn toggle(state: &mut State, regions: &[RegionId]) {
    let sides = state.sides;
    if regions.iter().all(|r| state.hurts(*r)) {
        state.marks.retain(|m| !(regions.contains(&m.region) && sides.has(m.side)));
    } else {
        for region in regions {
            let new = |side: &Side| Mark { region: *region, side: *side, intensity: TAPPED };
            // What was marked before keeps its intensity.
            let missing = |m: &Mark| !state.marks.iter().any(|o| (o.region, o.side) == (m.region, m.side));
            let missing: Vec<Mark> = sides.list().iter().map(new).filter(missing).collect();
            state.marks.extend(missing);
        }
    }
    follow(state);
}

fn set_sides(state: &mut State, sides: Sides) {
    let twin = |m: &Mark| {
        let mut others = state.marks.iter().filter(|o| o.side != m.side);
        others.any(|o| (o.region, o.intensity) == (m.region, m.intensity))
    };
    // "It is my left one": nothing had been said of one leg alone.
    if let Sides::One(_) = sides
        && state.marks.iter().all(twin)
    {
        state.marks.retain(|m| sides.has(m.side));
    }
    state.sides = sides;
}

#[inline(never)]
fn offer(state: &mut State, offered: Settings) {
    let per_day = offered.per_day;
    let settings = if state.own_settings { Settings { per_day, ..state.settings } } else { offered };
    state.settings = prefs::within(settings);
}
