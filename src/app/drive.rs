//! What starting, stopping and time do to the state: the part of `update` that is about a session.
use super::action::Moment;
use super::plan;
use super::state::{Finished, Gate, Notice, Screen, State};
use crate::diary::{Entry, Record};
use crate::session::{Change, Phase, Routine, Session, Span, cue};
use std::rc::Rc;

/// Starts a routine, or the plan; the red-flag check comes first where it was not passed.
#[inline(never)]
pub fn start(state: &mut State, routine: Option<Routine>, moment: &Moment) {
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

/// No red flag applies: what was asked for starts.
#[inline(never)]
pub fn safe(state: &mut State, moment: &Moment) {
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

/// Does something to the session that runs, and takes down what came of it.
#[inline(never)]
pub fn drive(state: &mut State, moment: &Moment, deed: fn(&mut Session, crate::session::Instant) -> Vec<Change>) {
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
        let entry = entry.map(Rc::new);
        if let Some(entry) = &entry {
            Rc::make_mut(&mut state.book).add(Record::Entry(entry.clone()));
        }
        state.finished = Some(Finished { entry });
    }
}

/// An ended session is put away.
#[inline(never)]
pub fn put_away(state: &mut State) {
    if state.live().is_none() {
        state.session = None;
        state.finished = None;
    }
}
