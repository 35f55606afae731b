//! What follows from what happened. Pure: the same state and action always give the same state.
use super::action::{Action, Moment};
use super::part::Part;
use super::state::{Choice, Finished, Gate, Look, Notice, Screen, Settings, State};
use super::{paint, plan, prefs, share, sheet};
use crate::atlas::{Drawing, GroupId, Mark, PointId, RegionId};
use crate::diary::Entry;
use crate::session::{Change, Phase, Routine, Session, Span, cue};
use std::rc::Rc;

/// The intensity a tap gives, of 10.
const TAPPED: u8 = 5;

/// The state after an action.
pub fn update(state: &State, action: Action) -> State {
    let mut next = state.clone();
    match action {
        Action::Show(screen) => next.screen = screen,
        Action::List(listing) => {
            next.listing = listing;
            next.choice = None;
            next.query = String::new();
        }
        Action::Tap(region) => {
            tap(&mut next, region);
            dry(&mut next);
        }
        Action::TapGroup(group) => {
            tap_group(&mut next, group);
            dry(&mut next);
        }
        Action::Hurts(marks) => {
            next.marks = marks;
            (next.painting, next.painted) = Default::default();
            follow(&mut next);
        }
        Action::ShowAll(all) => next.all_results = all,
        Action::Choose(choice) => choose(&mut next, choice),
        Action::SetSides(sides) => next.sides = sides,
        Action::SetView(view) => next.look.view = view,
        Action::SetLayer(layer) => next.look.layer = Some(layer),
        Action::Pick(point) => pick(&mut next, point),
        Action::Unpick => next.picked = None,
        Action::Move(point, up) => shift(&mut next, point, up),
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
        Action::Wake(moment) => drive(&mut next, &moment, Session::wake),
        Action::Pause(moment) => drive(&mut next, &moment, Session::pause),
        Action::Resume(moment) => drive(&mut next, &moment, Session::resume),
        Action::Next(moment) => drive(&mut next, &moment, Session::next),
        Action::Previous(moment) => drive(&mut next, &moment, Session::previous),
        Action::Stop(moment) => drive(&mut next, &moment, Session::stop),
        Action::PutAway => put_away(&mut next),
        Action::Loaded { book, checked, settings, today } => {
            next.book = Rc::new(book);
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
        Action::Mark(regions) => mark(&mut next, regions),
        Action::Search(query) => next.query = query,
        Action::Felt(timing) => next.timing = timing,
        Action::Come(program) => next.program = program,
        Action::Follow(text) => share::follow(&mut next, &text),
        Action::Open(shared) => share::open(&mut next, *shared),
        Action::Hand(handed) => next.handed = Some(handed),
        Action::Print(date) => sheet::ask(&mut next, date),
        Action::Printed => next.sheet = sheet::Sheet::Away,
        Action::Hurt(region, intensity) => hurt(&mut next, region, intensity),
        Action::Paint(painting, felt) => {
            paint::lay(&mut next, painting, &felt);
            // Paint beside every region changes nothing else.
            if next.marks != state.marks {
                follow(&mut next);
            }
        }
    }
    if next.sheet != sheet::Sheet::Away {
        sheet::follow(&mut next);
    }
    next
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
    state.query = String::new();
    state.all_results = false;
    if state.live().is_none() {
        state.picked = None;
    }
}

fn tap(state: &mut State, region: RegionId) {
    let before = state.marks.len();
    state.marks.retain(|m| m.region != region);
    if state.marks.len() == before {
        state.marks.push(Mark { region, intensity: TAPPED });
    }
    follow(state);
}

fn hurt(state: &mut State, region: RegionId, intensity: u8) {
    let intensity = intensity.clamp(1, 10);
    if state.marks.iter().all(|m| m.region != region) {
        state.marks.push(Mark { region, intensity });
    }
    state.marks.iter_mut().filter(|m| m.region == region).for_each(|m| m.intensity = intensity);
    follow(state);
}

fn tap_group(state: &mut State, group: GroupId) {
    let regions = state.atlas.regions_in(group);
    if regions.iter().all(|r| has(state, *r)) {
        state.marks.retain(|m| !regions.contains(&m.region));
        follow(state);
    } else {
        mark(state, regions);
    }
}

fn has(state: &State, region: RegionId) -> bool {
    state.marks.iter().any(|m| m.region == region)
}

/// Marks what is not marked yet.
fn mark(state: &mut State, regions: Vec<RegionId>) {
    for region in regions {
        if !has(state, region) {
            state.marks.push(Mark { region, intensity: TAPPED });
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
}

fn offer(state: &mut State, offered: Settings) {
    let per_day = offered.per_day;
    let settings = if state.own_settings { Settings { per_day, ..state.settings } } else { offered };
    state.settings = prefs::within(settings);
}

#[inline(never)]
fn shift(state: &mut State, point: PointId, up: bool) {
    let mut points = plan::points(state);
    if let Some(at) = points.iter().position(|p| *p == point) {
        let other = if up { at.checked_sub(1) } else { Some(at + 1) };
        if let Some(other) = other.filter(|o| *o < points.len()) {
            points.swap(at, other);
        }
    }
    state.picked = Some(points);
}

#[inline(never)]
fn start(state: &mut State, routine: Option<Routine>, moment: &Moment) {
    let routine = routine.unwrap_or_else(|| plan::routine(state));
    if routine.holds() == 0 || state.live().is_some() {
        return;
    }
    if !state.checked {
        state.gate = Gate::Asking(routine, moment.now);
        return;
    }
    state.session = Session::start(routine, moment.now);
    state.finished = None;
    state.screen = Screen::Massage;
    state.now = moment.now;
    state.today = moment.day.clone();
}

/// How long the red flags must have been in sight before an answer counts. A double tap on the start button must not
/// answer them.
const TO_READ: Span = Span::millis(700);

#[inline(never)]
fn safe(state: &mut State, moment: &Moment) {
    match &state.gate {
        // A clock that was set back must not lock the person out.
        Gate::Asking(_, since) if moment.now.since(*since) >= TO_READ || moment.now < *since => {}
        _ => return,
    }
    if let Gate::Asking(routine, _) = std::mem::take(&mut state.gate) {
        state.checked = true;
        start(state, Some(routine), moment);
    }
}

#[inline(never)]
fn drive(state: &mut State, moment: &Moment, deed: fn(&mut Session, crate::session::Instant) -> Vec<Change>) {
    state.now = moment.now;
    state.today = moment.day.clone();
    let Some(session) = &mut state.session else { return };
    if session.phase() == Phase::Done {
        return;
    }
    let changes = deed(session, moment.now);
    let late = |c: &&Change| moment.now.since(c.at) > cue::ON_TIME && !matches!(c.phase, Phase::Hold(_));
    let missed = changes.iter().filter(late).count();
    if missed > 0 {
        state.notice = Some(Notice::Missed(missed));
    }
    if session.phase() == Phase::Done {
        let ended = changes.last().map_or(moment.now, |c| c.at);
        let entry = Entry::of(session, &state.atlas, ended, moment.day.clone(), moment.random);
        if let Some(entry) = &entry {
            Rc::make_mut(&mut state.book).add(entry.clone());
        }
        state.finished = Some(Finished { entry });
    }
}

#[inline(never)]
fn put_away(state: &mut State) {
    if state.live().is_none() {
        state.session = None;
        state.finished = None;
    }
}
