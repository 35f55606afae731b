//! What follows from what happened. Pure: the same state and action always give the same state.
use super::action::Action;
use super::drive::{act, drive, find, put_away, resume, safe, start, stop, wake};
use super::paint::{Extent, Painting};
use super::part::Part;
use super::settings::Settings;
use super::state::{Choice, Gate, Look, Screen, State};
use super::{journal, paint, plan, prefs, share, sheet};
use crate::atlas::{Answer, Drawing, Felt, Mark, PointId, Pressed, QuestionId, RegionId, Side, Sides};
use crate::session::Session;
use std::rc::Rc;

/// How many pages the way back remembers.
const TRAIL: usize = 30;

/// The intensity a tap gives, of 10.
const TAPPED: u8 = 5;

/// The state after an action.
pub fn update(state: &State, action: Action) -> State {
    let mut next = state.clone();
    next.stroking = matches!(action, Action::Stroke(_));
    match action {
        Action::Show(screen) => next.screen = screen,
        Action::List(listing) => {
            next.listing = listing;
            next.choice = None;
            next.trail.clear();
            next.query = String::new();
        }
        Action::Tap(region) => {
            toggle(&mut next, &[region]);
            dry(&mut next);
        }
        Action::TapGroup(group) => {
            let regions = next.atlas.regions_in(group);
            toggle(&mut next, &regions);
            dry(&mut next);
        }
        Action::Hurts(marks) => {
            mark_all(&mut next, marks);
            (next.painting, next.painted) = Default::default();
            follow(&mut next);
        }
        Action::Answer(question, yes) => answer(&mut next, question, yes),
        Action::Press(point, side, felt) => press(&mut next, point, side, felt),
        Action::ShowAll(all) => next.all_results = all,
        Action::Choose(choice) => choose(&mut next, choice),
        Action::Back => {
            let before = next.trail.pop();
            let trail = std::mem::take(&mut next.trail);
            choose(&mut next, before);
            next.trail = trail;
        }
        Action::SetSides(sides) => set_sides(&mut next, sides),
        Action::SetView(view) => next.look.view = view,
        Action::SetLayer(layer) => next.look.layer = Some(layer),
        Action::Pick(point) => pick(&mut next, point),
        Action::Unpick => {
            next.picked = None;
            (next.own, next.editing) = Default::default();
        }
        Action::Plan(deed) => plan::edit::act(&mut next, deed),
        Action::Move(point, up) => plan::edit::shift(&mut next, point, up),
        Action::Set(settings) => {
            next.settings = prefs::within(settings);
            next.own_settings = true;
            next.set_aside = None;
        }
        Action::Offer(offered) => offer(&mut next, offered),
        Action::Start(routine, moment) => start(&mut next, routine, &moment),
        Action::Safe(moment) => safe(&mut next, &moment),
        Action::Flag(flag) => next.gate = Gate::Stopped(flag),
        Action::LeaveGate => next.gate = Gate::Open,
        Action::Wake(moment) => wake(&mut next, &moment),
        Action::Pause(moment) => drive(&mut next, &moment, Session::pause),
        Action::Resume(moment) => resume(&mut next, &moment),
        Action::Next(moment) => drive(&mut next, &moment, Session::next),
        Action::Previous(moment) => drive(&mut next, &moment, Session::previous),
        Action::Stop(moment) => stop(&mut next, &moment),
        Action::Do(deed, moment) => act(&mut next, deed, &moment),
        Action::Far(far) => next.run_mut().far = far,
        Action::Found(session) => find(&mut next, session.map(|saved| *saved)),
        Action::PutAway => put_away(&mut next),
        Action::Can(able) => next.able = able,
        Action::Opened(book) => next.book = Rc::new(book),
        Action::Heard(record) => {
            Rc::make_mut(&mut next.book).take(record);
        }
        Action::Forgotten(id) => Rc::make_mut(&mut next.book).forget(&id),
        Action::Loaded { checked, settings, today } => {
            next.checked = next.checked || checked;
            next.own_settings = settings.is_some();
            next.settings = settings.map_or(next.settings, prefs::within);
            next.today = today;
        }
        Action::Tell(notice) => next.notice = notice,
        Action::Speak(text) => next.text = text,
        Action::Draw(part, drawing) => draw(&mut next, part, drawing),
        Action::Read(prose) => next.text = Rc::new(next.text.with_prose(prose)),
        Action::Lend(library) => next.library = Some(library),
        Action::Touch => next.touched = true,
        Action::Mark(regions) => add(&mut next, &regions),
        Action::Search(query) => next.query = query,
        Action::When(timing) => next.timing = timing,
        Action::Diary(deed) => journal::act(&mut next, deed),
        Action::Come(program) => next.program = program,
        Action::Follow(text) => share::follow(&mut next, &text),
        Action::Open(shared) => share::open(&mut next, *shared),
        Action::Hand(handed) => next.handed = Some(handed),
        Action::Print(date) => sheet::ask(&mut next, date),
        Action::Printed => next.sheet = sheet::Sheet::Away,
        Action::Hurt(region, intensity) => hurt(&mut next, region, intensity),
        Action::Paint(painting, felt) => lay(&mut next, painting, &felt),
        Action::Stroke(felt) => lay(&mut next, state.painting.clone(), &felt),
    }
    if next.sheet != sheet::Sheet::Away {
        sheet::follow(&mut next);
    }
    next
}

/// Follows what the paint says. Paint beside every region changes nothing else.
#[inline(never)]
fn lay(state: &mut State, painting: Rc<Painting>, felt: &[Extent]) {
    let before = state.marks.clone();
    paint::lay(state, painting, felt);
    if state.marks != before {
        follow(state);
    }
}

fn draw(state: &mut State, part: Part, drawing: Rc<Drawing>) {
    let (Part::Drawing(view) | Part::Deeper(view)) = part else { return };
    if state.drawn.contains(&part) {
        return;
    }
    state.drawn.push(part);
    match state.drawings.iter_mut().find(|(of, _)| *of == view) {
        Some((_, half)) => *half = Rc::new(half.join(&drawing)),
        None => state.drawings.push((view, drawing)),
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

fn mark_all(state: &mut State, marks: Vec<Mark>) {
    state.marks.clear();
    marks.into_iter().for_each(|m| mark(state, m));
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

#[inline(never)]
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
fn answer(state: &mut State, question: QuestionId, yes: Option<bool>) {
    state.answers.retain(|a| a.question != question);
    state.answers.extend(yes.map(|yes| Answer { question, yes }));
}

#[inline(never)]
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
#[inline(never)]
fn add(state: &mut State, regions: &[RegionId]) {
    for region in regions {
        if !state.hurts(*region) {
            toggle(state, &[*region]);
        }
    }
    follow(state);
}

#[inline(never)]
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

#[inline(never)]
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

#[inline(never)]
fn offer(state: &mut State, offered: Settings) {
    let per_day = offered.per_day;
    let settings = if state.own_settings { Settings { per_day, ..state.settings } } else { offered };
    state.settings = prefs::within(settings);
}
