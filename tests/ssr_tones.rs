//! Which tones are set: those to come, ahead of time; one at once only for a change made by hand.
#![cfg(all(feature = "ssr", feature = "bundled"))]
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]
mod support;

use referred_pain_explorer::app::Action;
use referred_pain_explorer::ports::sound::Beep;
use referred_pain_explorer::ports::{Ports, Sound, clock::Still};
use referred_pain_explorer::session::{Span, Tone};
use referred_pain_explorer::ui::Store;
use std::cell::RefCell;
use std::rc::Rc;
use support::{at, sore_heel};

#[derive(Default)]
struct Heard(RefCell<Vec<(Span, Beep)>>);

impl Sound for Heard {
    fn unlock(&self) {}
    fn schedule(&self, tones: &[(Span, Beep)], _: u8) {
        *self.0.borrow_mut() = tones.to_vec();
    }
}

fn started() -> (Store, Rc<Still>, Rc<Heard>) {
    let (clock, heard) = (Rc::new(Still::default()), Rc::new(Heard::default()));
    clock.set(at(0).now);
    let ports = Ports { clock: clock.clone(), sound: heard.clone(), ..Ports::memory() };
    let store = Store::new(sore_heel("en"), ports, "t", Rc::new(|_| {}));
    store.dispatch(Action::Start(None, store.moment()));
    clock.set(at(2_000).now);
    store.dispatch(Action::Safe(store.moment()));
    (store, clock, heard)
}

fn at_once(heard: &Heard) -> Vec<Beep> {
    heard.0.borrow().iter().filter(|(span, _)| *span == Span::ZERO).map(|(_, beep)| *beep).collect()
}

#[test]
fn all_tones_to_come_are_set_when_a_session_starts() {
    let (store, _, heard) = started();
    let holds = store.state().session.as_ref().unwrap().routine().holds();
    let tones = heard.0.borrow();
    let changes = |(_, beep): &&(Span, Beep)| !matches!(beep, Beep::Cue(Tone::Half | Tone::Last));
    assert_eq!(tones.iter().filter(changes).count(), holds * 2);
    assert_eq!(tones.len(), holds * 4, "each hold tells its half and its end");
    assert_eq!(tones.first(), Some(&(Span::seconds(5), Beep::Cue(Tone::Press))));
    assert_eq!(tones.last().map(|t| t.1), Some(Beep::Cue(Tone::End)));
}

#[test]
fn a_change_that_time_made_is_not_rung_a_second_time() {
    let (store, clock, heard) = started();
    clock.set(at(7_010).now);
    store.dispatch(Action::Wake(store.moment()));
    assert_eq!(at_once(&heard), []);
    clock.set(at(24 * 3_600_000).now);
    store.dispatch(Action::Wake(store.moment()));
    assert!(heard.0.borrow().is_empty(), "the end rang when it was due");
}

#[test]
fn a_change_made_by_hand_rings_now() {
    let (store, _, heard) = started();
    for (deed, tone) in
        [(Action::Next as fn(_) -> _, Tone::Press), (Action::Next, Tone::Change), (Action::Stop, Tone::End)]
    {
        store.dispatch(deed(store.moment()));
        assert_eq!(at_once(&heard), [Beep::Cue(tone)]);
    }
    let (store, _, heard) = started();
    store.dispatch(Action::Pause(store.moment()));
    assert_eq!(*heard.0.borrow(), [], "a paused session is silent");
}
