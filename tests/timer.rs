//! The timer's promises, held against random sequences of what a person and a clock may do.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]
use proptest::prelude::*;
use referred_pain_explorer::atlas::{PointId, Side, Technique};
use referred_pain_explorer::session::cue::ahead;
use referred_pain_explorer::session::{Change, Cue, Instant, Phase, Routine, Session, Span, Step, Tone};

#[derive(Clone, Copy, Debug)]
enum Deed {
    Wait(i64),
    Pause,
    Resume,
    Next,
    Previous,
    Extend,
    Restart,
    LeaveOut,
    Stop,
}

fn routine() -> impl Strategy<Value = Routine> {
    (prop::collection::vec(10i64..=120, 1..5), 1u8..=5).prop_map(|(holds, rounds)| Routine {
        steps: holds
            .into_iter()
            .enumerate()
            .map(|(i, s)| Step {
                point: PointId(i as u16),
                side: Side::Right,
                technique: Technique::Hold,
                hold: Span::seconds(s),
                tool: None,
            })
            .collect(),
        rounds,
        ready: Routine::READY,
        rest: Routine::REST,
    })
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        4 => (0i64..90_000).prop_map(Deed::Wait),
        1 => (0i64..7_200_000).prop_map(Deed::Wait),
        1 => (-600_000i64..0).prop_map(Deed::Wait),
        2 => Just(Deed::Pause),
        3 => Just(Deed::Resume),
        1 => Just(Deed::Next),
        1 => Just(Deed::Previous),
        1 => Just(Deed::Extend),
        1 => Just(Deed::Restart),
        1 => Just(Deed::LeaveOut),
        1 => Just(Deed::Stop),
    ]
}

/// A change tells the phase after the one before it: nothing is skipped unheard.
fn follows(before: Phase, change: Phase) -> bool {
    match (before, change) {
        (Phase::Ready, Phase::Hold(0)) => true,
        // Holds in between are of points that were left out.
        (Phase::Hold(a), Phase::Rest(b)) => b > a,
        (Phase::Rest(a), Phase::Hold(b)) => a == b,
        (Phase::Hold(_), Phase::Done) => true,
        _ => false,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn any_sequence_keeps_the_promises(plan in routine(), deeds in prop::collection::vec(deed(), 0..60)) {
        let mut now = Instant(1_000_000_000);
        let mut session = Session::start(plan.clone(), now).unwrap();
        for deed in deeds {
            let before = session.phase();
            let paused = session.paused();
            let left = session.remaining(now);
            let held = session.held(now);
            let changes: Vec<Change> = match deed {
                Deed::Wait(ms) => { now = Instant(now.0 + ms); session.wake(now) }
                Deed::Pause => session.pause(now),
                Deed::Resume => session.resume(now),
                Deed::Next => session.next(now),
                Deed::Previous => session.previous(now),
                Deed::Extend => session.extend(now, Span::seconds(15)),
                Deed::Restart => session.restart(now),
                Deed::LeaveOut => session.leave_out(now),
                Deed::Stop => session.stop(now),
            };
            if let Some(deadline) = session.deadline() {
                prop_assert_eq!(session.remaining(now), deadline.since(now));
                prop_assert!(deadline > now, "a phase whose time is up was not left");
            }
            prop_assert!(session.remaining(now) <= session.length());
            prop_assert_eq!(session.elapsed(now).plus(session.remaining(now)), session.length());
            if let Deed::Wait(ms) = deed {
                let mut phase = before;
                for change in &changes {
                    prop_assert!(follows(phase, change.phase), "{:?} after {:?}", change.phase, phase);
                    prop_assert!(change.at <= now);
                    phase = change.phase;
                }
                prop_assert_eq!(phase, session.phase(), "a phase was entered without being told");
                if paused { prop_assert_eq!(session.remaining(now), left); }
                if ms < 0 { prop_assert_eq!(session.remaining(now), left, "a clock set back changed what is left"); }
            }
            // Held time only grows, by no more than the time that passed.
            let after = session.held(now);
            let sum = |held: &[Span]| held.iter().map(|s| s.as_millis()).sum::<i64>();
            let passed = if let Deed::Wait(ms) = deed { ms.max(0) } else { 0 };
            prop_assert!(sum(&after) >= sum(&held));
            prop_assert!(sum(&after) <= sum(&held) + passed);
            if paused { prop_assert_eq!(sum(&after), sum(&held)); }
            // What is kept of a session is all of it.
            let kept = Session::from_parts(plan.clone(), session.parts());
            prop_assert_eq!(kept.as_ref(), Some(&session));
        }
    }

    #[test]
    fn an_undisturbed_session_holds_the_sum_of_its_holds(plan in routine(), wakes in prop::collection::vec(1i64..200_000, 1..200)) {
        let start = Instant(5_000);
        let mut session = Session::start(plan.clone(), start).unwrap();
        let mut now = start;
        let mut changes = Vec::new();
        for wake in wakes { now = Instant(now.0 + wake); changes.extend(session.wake(now)); }
        changes.extend(session.wake(start.after(plan.total())));
        if now < start.after(plan.total()) { now = start.after(plan.total()); }
        prop_assert_eq!(session.phase(), Phase::Done);
        let held = session.held(now).iter().fold(Span::ZERO, |a, b| a.plus(*b));
        prop_assert_eq!(held, plan.held());
        prop_assert!(session.complete());
        prop_assert_eq!(changes.len(), plan.holds() * 2);
        prop_assert_eq!(changes.last().unwrap().at, start.after(plan.total()));
    }

    #[test]
    fn tones_set_ahead_are_the_changes_to_come(plan in routine()) {
        let start = Instant(0);
        let mut session = Session::start(plan.clone(), start).unwrap();
        let within = |cue: &&Cue| matches!(cue.tone, Tone::Half | Tone::Last);
        let cues = ahead(&session);
        prop_assert!(cues.windows(2).all(|pair| pair[0].at <= pair[1].at), "soonest first");
        prop_assert_eq!(cues.iter().filter(within).count() % 2, 0, "a half has an end");
        let ahead: Vec<Instant> = cues.iter().filter(|cue| !within(cue)).map(|c| c.at).collect();
        let told: Vec<Instant> = session.wake(start.after(plan.total())).iter().map(|c| c.at).collect();
        prop_assert_eq!(ahead, told);
    }
}

#[test]
fn a_routine_without_steps_does_not_start() {
    let empty = Routine { steps: vec![], rounds: 2, ready: Routine::READY, rest: Routine::REST };
    assert!(Session::start(empty, Instant(0)).is_none());
}
