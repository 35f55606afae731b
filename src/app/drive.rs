//! What starting, stopping and time do to the state: the part of `update` that is about a session.
use super::action::Moment;
use super::run::{Advice, Away, Deed, Found, Run};
use super::saved::Saved;
use super::state::{Finished, Gate, Screen, State};
use super::{journal, plan};
use crate::diary::{Entry, Record};
use crate::session::{Change, Instant, Phase, Routine, Session, Span, cue};
use std::rc::Rc;

/// What `Deed::Extend` adds.
pub const MORE: Span = Span::seconds(15);

/// Starts a routine, or the plan; the red-flag check comes first where it was not passed.
#[inline(never)]
pub fn start(state: &mut State, routine: Option<Routine>, moment: &Moment) {
    let routine = routine.unwrap_or_else(|| plan::routine(state));
    // A session in another tab is gone on with or ended first: never two timers.
    if routine.holds() == 0 || state.live().is_some() || state.run.away.is_some() || state.run.found.is_some() {
        state.screen = if state.run.found.is_some() { Screen::Massage } else { state.screen };
        return;
    }
    if !state.checked {
        state.gate = Gate::Asking(routine, moment.now);
        return;
    }
    state.session = Session::start(routine, moment.now);
    state.finished = None;
    state.run = Rc::new(Run { rings: state.run.rings, far: state.run.far, ..Run::default() });
    state.screen = Screen::Massage;
    note(state, moment);
}

fn note(state: &mut State, moment: &Moment) {
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
pub fn drive(state: &mut State, moment: &Moment, deed: fn(&mut Session, Instant) -> Vec<Change>) {
    note(state, moment);
    let Some(session) = &mut state.session else { return };
    if session.phase() == Phase::Done {
        return;
    }
    let before = session.clone();
    let changes = deed(session, moment.now);
    ring(state, &before, &changes, moment.now);
    miss(state, &before, &changes, moment.now);
    close(state, moment);
}

/// What is to be rung now: what time brought and is not too old, and what the person did.
fn ring(state: &mut State, before: &Session, changes: &[Change], now: Instant) {
    let due: Vec<_> = cue::ahead(before).into_iter().filter(|cue| cue.at <= now).collect();
    let by_hand = changes.iter().skip(due.iter().filter(|cue| is_change(cue.tone)).count());
    let done: Vec<_> = by_hand.filter_map(|change| cue::tone(change.phase)).collect();
    let fresh = due.iter().filter(|cue| now.since(cue.at) <= cue::ON_TIME).map(|cue| cue.tone);
    state.run_mut().rung = fresh.chain(done).collect();
    if !state.run.rung.is_empty() {
        state.run_mut().rings += 1;
    }
}

fn is_change(tone: cue::Tone) -> bool {
    matches!(tone, cue::Tone::Press | cue::Tone::Change | cue::Tone::End)
}

/// Holds that ran out while nobody looked are asked about, once for all of them.
fn miss(state: &mut State, before: &Session, changes: &[Change], now: Instant) {
    let late = |c: &&Change| now.since(c.at) > cue::ON_TIME && !matches!(c.phase, Phase::Hold(_));
    let ran_out = changes.iter().filter(late).count();
    let hidden = state.run.hidden;
    if ran_out == 0 {
        return;
    }
    // A device that slept tells nobody that it does: then the first thing missed tells since when.
    let since = hidden.or(changes.iter().find(late).map(|c| c.at)).unwrap_or(now);
    let gone = now.since(since);
    let run = state.run_mut();
    run.away = Some(match run.away.take() {
        Some(away) => Away { gone: away.gone.plus(gone), ran_out: away.ran_out + ran_out, ..away },
        None => Away { gone, ran_out, left: before.as_seen() },
    });
}

/// A session that is over goes into the diary, once nothing about it is in doubt.
fn close(state: &mut State, moment: &Moment) {
    let Some(session) = state.session.as_ref().filter(|s| s.phase() == Phase::Done) else { return };
    if state.run.away.is_some() || state.finished.is_some() {
        return;
    }
    let ended = session.ended().unwrap_or(moment.now);
    let entry = Entry::of(session, &state.atlas, ended, moment.day.clone(), moment.random).map(Rc::new);
    if let Some(entry) = &entry {
        Rc::make_mut(&mut state.book).add(Record::Entry(entry.clone()));
        journal::follow(state, entry);
    }
    state.finished = Some(Finished { entry });
    state.run_mut().advice = None;
}

/// Ends the session where it is. What ran out unseen then counts as pressed: nobody is there to say otherwise.
#[inline(never)]
pub fn stop(state: &mut State, moment: &Moment) {
    drive(state, moment, Session::stop);
    state.run_mut().away = None;
    close(state, moment);
}

/// What is done to a session beside driving it.
#[inline(never)]
pub fn act(state: &mut State, deed: Deed, moment: &Moment) {
    match deed {
        Deed::Extend => drive(state, moment, |s, now| s.extend(now, MORE)),
        Deed::Restart => drive(state, moment, Session::restart),
        Deed::Sore | Deed::Tingling => {
            let advice = if deed == Deed::Sore { Advice::Sore } else { Advice::Tingling };
            drive(state, moment, Session::leave_out);
            if state.live().is_some() {
                state.run_mut().advice = Some(advice);
            }
        }
        Deed::Hide => {
            drive(state, moment, Session::wake);
            state.run_mut().hidden = Some(moment.now);
        }
        Deed::Pressed => {
            state.run_mut().away = None;
            close(state, moment);
        }
        Deed::Again => {
            if let Some(away) = state.run_mut().away.take() {
                state.session = Some(away.left);
            }
        }
        Deed::TakeOver => {
            if let Some(found) = state.run_mut().found.take() {
                state.run_mut().hidden = Some(found.session.seen());
                journal::said_before(state, found.before);
                (state.session, state.finished, state.screen) = (Some(found.session), None, Screen::Massage);
                drive(state, moment, Session::wake);
                state.run_mut().hidden = None;
            }
        }
        Deed::GiveUp => {
            if let Some(found) = state.run_mut().found.take() {
                journal::said_before(state, found.before);
                (state.session, state.finished) = (Some(found.session.as_seen()), None);
                stop(state, moment);
                state.screen = Screen::Massage;
            }
        }
    }
}

/// Goes on after a pause; what was said of the last point is read.
#[inline(never)]
pub fn resume(state: &mut State, moment: &Moment) {
    state.run_mut().advice = None;
    drive(state, moment, Session::resume);
}

/// Time went on, and the page is in sight.
#[inline(never)]
pub fn wake(state: &mut State, moment: &Moment) {
    drive(state, moment, Session::wake);
    state.run_mut().hidden = None;
}

/// The session that is kept on the device is another one's now, or none.
#[inline(never)]
pub fn find(state: &mut State, saved: Option<Saved>) {
    let taken = state.live().is_some();
    match saved {
        Some(Saved { session, before, .. }) => {
            if taken {
                state.session = None;
                state.run = Rc::new(Run { rings: state.run.rings, ..Run::default() });
            }
            let taken = taken || state.run.found.as_ref().is_some_and(|found| found.taken);
            state.run_mut().found = Some(Found { session, before, taken });
        }
        None => state.run_mut().found = None,
    }
}

/// An ended session is put away.
#[inline(never)]
pub fn put_away(state: &mut State) {
    if state.live().is_none() && state.run.away.is_none() {
        state.session = None;
        state.finished = None;
    }
}
