//! Simulated hours: a page that is woken once a minute, freezes for up to two hours, and whose clock is set back and forth,
//! while a person does what people do. What rings, rings on time; what was missed is told once; no pressing is lost.
#![cfg(feature = "bundled")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
mod support;

use proptest::prelude::*;
use referred_pain_explorer::app::{Action, Deed, Moment, State, update};
use referred_pain_explorer::diary::Day;
use referred_pain_explorer::session::cue::{ON_TIME, Tone, ahead};
use referred_pain_explorer::session::{Cue, Instant, Phase, Span};
use std::cell::OnceCell;
use support::running;

/// How late a browser that is awake may call, in milliseconds.
const LATE: i64 = 100;

#[derive(Clone, Copy, Debug)]
enum Event {
    /// The page is awake for so long, and is called when it asked for it, so late.
    Awake(i64, i64),
    /// The page is hidden: called at most once a minute.
    Hidden(i64),
    /// The page is frozen: not called at all.
    Frozen(i64),
    /// The clock of the device is set.
    Set(i64),
    /// The person does something.
    Do(u8),
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        5 => (1_000i64..300_000, 0..LATE).prop_map(|(ms, late)| Event::Awake(ms, late)),
        2 => (60_000i64..1_800_000).prop_map(Event::Hidden),
        1 => (1_000i64..7_200_000).prop_map(Event::Frozen),
        1 => (-3_600_000i64..3_600_000).prop_map(Event::Set),
        3 => (0u8..9).prop_map(Event::Do),
    ]
}

fn moment(now: Instant) -> Moment {
    Moment { now, day: Day::new(2026, 11, 22), random: 7 }
}

fn held(state: &State, now: Instant) -> i64 {
    state.session.as_ref().map_or(0, |s| s.held(now).iter().map(|span| span.as_millis()).sum())
}

/// What ends a hold: the cues that must never go by without a word.
fn ends(cues: &[Cue]) -> Vec<Cue> {
    cues.iter().copied().filter(|cue| matches!(cue.tone, Tone::Change | Tone::End)).collect()
}

struct Run {
    state: State,
    now: Instant,
    missed: usize,
}

impl Run {
    fn ran_out(&self) -> usize {
        self.state.run.away.as_ref().map_or(0, |away| away.ran_out)
    }

    /// Calls the program, and holds it to what it promises.
    fn call(&mut self, action: Action, awake: bool) -> Result<(), TestCaseError> {
        let before = self.state.clone();
        let due: Vec<Cue> =
            before.live().map(ahead).unwrap_or_default().into_iter().filter(|cue| cue.at <= self.now).collect();
        let (pressed, counted) = (held(&before, before.now), self.ran_out());
        self.state = update(&before, action);
        let late = |cue: &Cue| self.now.since(cue.at);
        if awake {
            for cue in &due {
                prop_assert!(late(cue) <= Span::millis(LATE), "{cue:?} came {:?} late", late(cue));
            }
        }
        // Rung, or told as missed: each end of a hold one of both, and once.
        let rung = due.iter().filter(|cue| late(cue) <= ON_TIME).map(|cue| cue.tone);
        let told = &self.state.run.rung;
        for (at, tone) in rung.enumerate() {
            prop_assert_eq!(told.get(at), Some(&tone), "it was due and did not ring");
        }
        let missed = ends(&due).iter().filter(|cue| late(cue) > ON_TIME).count();
        if self.state.session.is_some() && before.run.away.is_some() == (counted > 0) {
            prop_assert_eq!(self.ran_out(), counted + missed);
        }
        self.missed += missed;
        // Pressing time only grows, by no more than time passed.
        let grown = held(&self.state, self.now) - pressed;
        let passed = (self.now.0 - before.now.0).max(0);
        prop_assert!((0..=passed).contains(&grown), "{grown} ms more were pressed in {passed} ms");
        Ok(())
    }

    fn wake(&mut self, awake: bool) -> Result<(), TestCaseError> {
        self.call(Action::Wake(moment(self.now)), awake)
    }

    fn pass(&mut self, event: Event) -> Result<(), TestCaseError> {
        match event {
            Event::Awake(ms, late) => {
                let until = self.now.after(Span::millis(ms));
                while let Some(due) = self.state.live().and_then(|s| ahead(s).first().map(|cue| cue.at)) {
                    let called = due.after(Span::millis(late)).max(self.now);
                    if called > until {
                        break;
                    }
                    self.now = called;
                    self.wake(true)?;
                }
                self.now = until.max(self.now);
            }
            Event::Hidden(ms) => {
                self.call(Action::Do(Deed::Hide, moment(self.now)), false)?;
                let until = self.now.after(Span::millis(ms));
                while self.now.after(Span::seconds(60)) < until {
                    self.now = self.now.after(Span::seconds(60));
                    self.call(Action::Do(Deed::Hide, moment(self.now)), false)?;
                }
                self.now = until;
                self.wake(false)?;
            }
            Event::Frozen(ms) => {
                self.now = self.now.after(Span::millis(ms));
                self.wake(false)?;
            }
            Event::Set(ms) => {
                self.now = Instant(self.now.0 + ms);
                self.wake(false)?;
            }
            Event::Do(which) => self.act(which)?,
        }
        Ok(())
    }

    fn act(&mut self, which: u8) -> Result<(), TestCaseError> {
        let at = moment(self.now);
        let action = match which {
            0 => Action::Pause(at),
            1 | 2 => Action::Resume(at),
            3 => Action::Next(at),
            4 => Action::Previous(at),
            5 => Action::Do(Deed::Extend, at),
            6 => Action::Do(Deed::Restart, at),
            7 => Action::Do(Deed::Sore, at),
            _ if self.state.run.away.is_some() => {
                // What is asked is answered; doing it again takes back what ran out, and nothing else.
                let left = self.state.run.away.clone().unwrap().left;
                let again = update(&self.state, Action::Do(Deed::Again, at.clone()));
                prop_assert_eq!(again.session.as_ref(), Some(&left));
                prop_assert!(again.run.away.is_none() && again.book == self.state.book);
                let yes = update(&self.state, Action::Do(Deed::Pressed, at.clone()));
                prop_assert_eq!(held(&yes, self.now), held(&self.state, self.now));
                self.state = yes;
                return Ok(());
            }
            _ => Action::Wake(at),
        };
        self.call(action, false)
    }
}

fn begun() -> State {
    thread_local! { static BEGUN: OnceCell<State> = const { OnceCell::new() }; }
    BEGUN.with(|cell| cell.get_or_init(|| running("en")).clone())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, max_shrink_iters: 4_000, ..ProptestConfig::default() })]

    #[test]
    fn hours_of_anything_ring_on_time_and_lose_nothing(events in prop::collection::vec(event(), 1..40)) {
        let state = begun();
        let now = state.now;
        let mut run = Run { state, now, missed: 0 };
        for event in events {
            run.pass(event)?;
        }
        // The end: whatever happened, what was pressed is in the diary, once.
        let pressed = held(&run.state, run.now);
        let entries = run.state.book.entries().count();
        let open = run.state.finished.is_none();
        let end = update(&run.state, Action::Stop(moment(run.now)));
        prop_assert_eq!(end.session.as_ref().map(|s| s.phase()), Some(Phase::Done));
        let written: i64 = end.book.entries().flat_map(|e| e.steps.iter()).map(|s| i64::from(s.held)).sum();
        if open && held(&end, run.now) >= 10_000 {
            prop_assert_eq!(end.book.entries().count(), entries + 1);
            // Each point is told in whole seconds.
            prop_assert!((written * 1000 - held(&end, run.now)).abs() <= 500 * 6, "{written} s of {pressed} ms");
        } else {
            prop_assert_eq!(end.book.entries().count(), entries);
        }
    }
}
