//! What follows from the actions that need all of the program.
use super::{follow, toggle};
use crate::app::action::Action;
use crate::app::drive::{act, drive, find, put_away, resume, safe, start, stop, wake};
use crate::app::paint::{Extent, Painting};
use crate::app::state::{Choice, Gate, Look, Screen, State};
use crate::app::{journal, paint, plan, prefs, share, sheet};
use crate::atlas::{Answer, Felt, PointId, Pressed, QuestionId, RegionId, Side};
use crate::session::Session;
use std::rc::Rc;

/// How many pages the way back remembers.
const TRAIL: usize = 30;

/// Changes the state as an action says. Those that the first half answers do not come here.
#[inline(never)]
pub fn step(next: &mut State, action: &Action) {
    match action {
        Action::Show(screen) => next.screen = *screen,
        Action::List(listing) => {
            next.listing = *listing;
            next.choice = None;
            next.trail.clear();
            next.query = String::new();
        }
        Action::Answer(question, yes) => answer(next, *question, *yes),
        Action::Press(point, side, felt) => press(next, *point, *side, *felt),
        Action::Choose(choice) => choose(next, *choice),
        Action::Back => {
            let before = next.trail.pop();
            let trail = std::mem::take(&mut next.trail);
            choose(next, before);
            next.trail = trail;
        }
        Action::Pick(point) => pick(next, *point),
        Action::Unpick => {
            next.picked = None;
            (next.own, next.editing) = Default::default();
        }
        Action::Plan(deed) => plan::edit::act(next, deed.clone()),
        Action::Move(point, up) => plan::edit::shift(next, *point, *up),
        Action::Start(routine, moment) => start(next, routine.clone(), moment),
        Action::Safe(moment) => safe(next, moment),
        Action::Flag(flag) => next.gate = Gate::Stopped(*flag),
        Action::LeaveGate => next.gate = Gate::Open,
        Action::Wake(moment) => wake(next, moment),
        Action::Pause(moment) => drive(next, moment, Session::pause),
        Action::Resume(moment) => resume(next, moment),
        Action::Next(moment) => drive(next, moment, Session::next),
        Action::Previous(moment) => drive(next, moment, Session::previous),
        Action::Stop(moment) => stop(next, moment),
        Action::Do(deed, moment) => act(next, *deed, moment),
        Action::Far(far) => next.run_mut().far = *far,
        Action::Found(session) => find(next, session.as_deref().cloned()),
        Action::PutAway => put_away(next),
        Action::Can(able) => next.able = *able,
        Action::Opened(book) => next.book = Rc::new(book.clone()),
        Action::Heard(record) => {
            Rc::make_mut(&mut next.book).take(record.clone());
        }
        Action::Forgotten(id) => Rc::make_mut(&mut next.book).forget(id),
        Action::Loaded { checked, settings, today } => {
            next.checked = next.checked || *checked;
            next.own_settings = settings.is_some();
            next.settings = settings.map_or(next.settings, prefs::within);
            next.today = today.clone();
        }
        Action::Mark(regions) => add(next, regions),
        Action::When(timing) => next.timing = *timing,
        Action::Diary(deed) => journal::act(next, deed.clone()),
        Action::Follow(text) => share::follow(next, text),
        Action::Open(shared) => share::open(next, (**shared).clone()),
        Action::Hand(handed) => next.handed = Some(handed.clone()),
        Action::Print(date) => sheet::ask(next, date.clone()),
        Action::Printed => next.sheet = sheet::Sheet::Away,
        Action::Hurt(region, intensity) => hurt(next, *region, *intensity),
        Action::Paint(painting, felt) => lay(next, painting.clone(), felt),
        Action::Stroke(felt) => lay(next, next.painting.clone(), felt),
        // The first half answers the others, and they do not come here.
        other => debug_assert!(false, "nobody answers {other:?}"),
    }
}

/// Follows what the paint says. Paint beside every region changes nothing else.
fn lay(state: &mut State, painting: Rc<Painting>, felt: &[Extent]) {
    let before = state.marks.clone();
    paint::lay(state, painting, felt);
    if state.marks != before {
        follow(state);
    }
}

fn hurt(state: &mut State, region: RegionId, intensity: u8) {
    let intensity = intensity.clamp(1, 10);
    if !state.hurts(region) {
        toggle(state, &[region]);
    }
    let sides = state.sides;
    let shown = state.marks.iter_mut().filter(|m| m.region == region && sides.has(m.side));
    shown.for_each(|m| m.intensity = intensity);
    follow(state);
}

fn answer(state: &mut State, question: QuestionId, yes: Option<bool>) {
    state.answers.retain(|a| a.question != question);
    state.answers.extend(yes.map(|yes| Answer { question, yes }));
}

fn press(state: &mut State, point: PointId, side: Side, felt: Option<Felt>) {
    state.pressed.retain(|p| (p.point, p.side) != (point, side));
    state.pressed.extend(felt.map(|felt| Pressed { point, side, felt }));
    if let Some(picked) = &mut state.picked
        && felt == Some(Felt::Reproduced)
        && plan::pressable(&state.atlas, point)
        && !picked.contains(&point)
    {
        picked.push(point);
    }
}

/// Marks what is not marked yet.
fn add(state: &mut State, regions: &[RegionId]) {
    for region in regions {
        if !state.hurts(*region) {
            toggle(state, &[*region]);
        }
    }
    follow(state);
}

fn choose(state: &mut State, choice: Option<Choice>) {
    if state.screen == Screen::Massage && state.picked.is_none() {
        // Reading about a point of the plan must not change the plan.
        state.picked = Some(plan::points(state));
    }
    if choice.is_some() {
        state.look = Look::default();
    }
    match (state.choice, choice) {
        (Some(before), Some(now)) if before != now => {
            if state.trail.len() == TRAIL {
                state.trail.remove(0);
            }
            state.trail.push(before);
        }
        (_, None) => state.trail.clear(),
        _ => {}
    }
    state.choice = choice;
}

fn pick(state: &mut State, point: PointId) {
    let mut points = plan::points(state);
    let before = points.len();
    points.retain(|p| *p != point);
    if points.len() == before && plan::pressable(&state.atlas, point) {
        points.push(point);
    }
    state.picked = Some(points);
    state.editing.undo = None;
}
