//! Changing the plan: whatever is done to it, it keeps within its limits, loses nothing, and gives back what was taken away.
#![cfg(feature = "bundled")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
mod support;

use proptest::prelude::*;
use referred_pain_explorer::app::plan::Deed;
use referred_pain_explorer::app::select::edit::edit;
use referred_pain_explorer::app::{Action, Screen, Settings, Sides, State, plan};
use referred_pain_explorer::atlas::{PointId, Side, Technique, Tool};
use referred_pain_explorer::session::{Limits, Span};
use support::{LANGS, after, at, cues, fresh, point, sore_heel};

fn done(state: &State, deeds: impl IntoIterator<Item = Deed>) -> State {
    after(state, deeds.into_iter().map(Action::Plan))
}

fn planned(lang: &str) -> State {
    after(&sore_heel(lang), [Action::Show(Screen::Massage)])
}

/// What a plan is, without what surrounds it.
fn core(state: &State) -> impl PartialEq + std::fmt::Debug + use<> {
    (plan::routine(state), state.picked.clone(), state.own.clone(), state.settings)
}

#[test]
fn every_ready_made_massage_starts_a_plan_within_the_dose() {
    let state = fresh("en");
    let library = state.library.clone().unwrap();
    let names: Vec<&str> = library.routines.iter().map(|own| own.id.as_str()).collect();
    assert_eq!(names, ["heel_basics", "calf_achilles", "sole", "desk"]);
    for (at, own) in library.routines.iter().enumerate() {
        let begun = done(&state, [Deed::Begin(at)]);
        let routine = plan::routine(&begun);
        assert_eq!(plan::points(&begun), own.points, "{}", own.id);
        assert_eq!(routine.steps.len(), own.points.len() * 2);
        assert!(routine.steps.iter().all(|step| step.hold == Span::seconds(own.hold.into())));
        assert_eq!((routine.rounds, routine.rest), (own.rounds as u8, Span::seconds(own.rest.into())));
        assert_eq!(core(&done(&begun, [Deed::Undo])), core(&state), "{}: what was there comes back", own.id);
    }
    let desk = plan::routine(&done(&state, [Deed::Begin(3)])).total();
    assert!((Span::seconds(110)..=Span::seconds(150)).contains(&desk), "two minutes: {desk:?}");
}

#[test]
fn a_routine_leaves_the_persons_own_numbers_to_be_kept() {
    let mine = Settings { hold: 90, rounds: 3, ..fresh("en").settings };
    let begun = after(&fresh("en"), [Action::Set(mine), Action::Plan(Deed::Begin(0))]);
    assert_eq!((begun.settings.hold, begun.settings.rounds), (45, 1));
    assert_eq!(begun.kept_settings(), Some(mine));
}

#[test]
fn a_line_has_its_own_legs_seconds_technique_and_tool() {
    let state = planned("en");
    let soleus = point("soleus.1");
    assert!(plan::points(&state).contains(&soleus));
    let left = Sides::One(Side::Left);
    let deeds = [
        Deed::Legs(soleus, left),
        Deed::Hold(soleus, 75),
        Deed::How(soleus, Technique::Hold),
        Deed::With(soleus, Tool::Ball),
        Deed::Rest(20),
    ];
    let changed = done(&state, deeds);
    let routine = plan::routine(&changed);
    let own: Vec<_> = routine.steps.iter().filter(|step| step.point == soleus).collect();
    assert_eq!(own.len(), 1);
    assert_eq!((own[0].side, own[0].technique, own[0].hold), (Side::Left, Technique::Hold, Span::seconds(75)));
    assert_eq!(routine.rest, Span::seconds(20));
    assert_eq!(routine.steps.len(), plan::routine(&state).steps.len() - 1, "the others are as they were");
    let model = edit(&changed);
    let line = model.lines.iter().find(|line| line.id == soleus).unwrap();
    assert!(line.unusual && line.tools.contains(&(Tool::Ball, referred_pain_explorer::atlas::Msg::ToolBall, true)));
    // What the atlas does not allow changes nothing.
    let refused = done(&changed, [Deed::How(soleus, Technique::Pinch), Deed::With(soleus, Tool::BluntStick)]);
    assert_eq!(core(&refused), core(&changed));
    // Deep in the sole, the stick comes first.
    let deep = done(&fresh("en"), [Deed::Add(point("quadratus_plantae.1"))]);
    assert_eq!(edit(&deep).lines[0].techniques[0].0, Technique::Stick);
}

#[test]
fn a_fifth_point_is_asked_about_and_then_added() {
    let four = ["soleus.1", "gastrocnemius.1", "quadratus_plantae.1", "abductor_hallucis.1"].map(point);
    let state = done(&fresh("en"), four.map(Deed::Add));
    assert_eq!(plan::points(&state), four);
    let fifth = point("plantar_fascia.1");
    let asked = done(&state, [Deed::Add(fifth)]);
    assert_eq!(plan::points(&asked), four);
    assert!(edit(&asked).asked.unwrap().contains(" 4 "), "the reason names the number");
    assert_eq!(plan::points(&done(&asked, [Deed::Leave])), four);
    assert_eq!(plan::points(&done(&asked, [Deed::Leave, Deed::Anyway])), four);
    assert_eq!(plan::points(&done(&asked, [Deed::Anyway])).len(), 5);
    // A point that nobody should press alone is never added.
    let no = done(&fresh("en"), [Deed::Add(point("popliteus.1")), Deed::Anyway]);
    assert!(plan::points(&no).is_empty());
}

#[test]
fn a_carried_point_goes_where_it_is_moved_and_back() {
    let state = planned("en");
    let all = plan::points(&state);
    let up = done(&state, [Deed::Lift(all[2]), Deed::To(all[2], 0, "grip")]);
    assert_eq!(plan::points(&up), [all[2], all[0], all[1]]);
    assert!(edit(&up).lines[0].carried);
    assert_eq!(plan::points(&done(&up, [Deed::Drop])), [all[2], all[0], all[1]]);
    assert_eq!(core(&done(&up, [Deed::Return])), core(&state));
    assert_eq!(plan::points(&done(&up, [Deed::To(all[2], 99, "grip")])), all, "beyond the end is the end");
    for lang in LANGS {
        let told = edit(&done(&planned(lang), [Deed::Lift(all[2])])).told;
        assert!(!told.is_empty() && !told.contains('{'), "{lang}: {told}");
    }
}

#[test]
fn what_is_searched_for_can_be_pressed_and_is_not_there_yet() {
    let state = done(&fresh("en"), [Deed::Add(point("soleus.1")), Deed::Seek("soleus".into())]);
    let found: Vec<PointId> = edit(&state).found.into_iter().map(|(id, _)| id).collect();
    assert!(found.contains(&point("soleus.2")) && !found.contains(&point("soleus.1")));
    assert!(
        edit(&done(&state, [Deed::Seek("popliteus".into())]))
            .found
            .iter()
            .all(|(id, _)| { plan::pressable(&state.atlas, *id) })
    );
}

#[test]
fn without_a_rest_a_session_still_runs_to_its_end() {
    let state = done(&planned("en"), [Deed::Rest(0)]);
    let length = plan::routine(&state).total();
    let run = after(&state, [Action::Start(None, at(-5_000)), Action::Safe(at(0))]);
    let over = after(&run, support::passed(length.as_millis() + 1_000));
    assert!(over.finished.is_some_and(|end| end.entry.is_some_and(|entry| entry.complete)));
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let points = u16::try_from(support::atlas().points.len()).unwrap();
    let id = || (0..points).prop_map(PointId);
    let sides = prop_oneof![Just(Sides::Both), Just(Sides::One(Side::Left)), Just(Sides::One(Side::Right))];
    let one = prop_oneof![
        (id(), sides).prop_map(|(p, sides)| Deed::Legs(p, sides)),
        (id(), -50_i64..500).prop_map(|(p, hold)| Deed::Hold(p, hold)),
        (-50_i64..500).prop_map(Deed::Rest),
        id().prop_map(Deed::Lift),
        (id(), 0_usize..9).prop_map(|(p, place)| Deed::To(p, place, "grip")),
        Just(Deed::Drop),
        Just(Deed::Return),
        id().prop_map(Deed::Remove),
        Just(Deed::Undo),
        id().prop_map(Deed::Add),
        Just(Deed::Anyway),
        Just(Deed::Leave),
        (0_usize..6).prop_map(Deed::Begin),
    ];
    proptest::collection::vec(one, 0..40)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_done_the_plan_keeps_its_limits_and_loses_nothing(deeds in deeds()) {
        let mut state = after(&planned("en"), [Action::Set(Settings { hold: 45, rounds: 2, per_day: 3, cues: cues(true) })]);
        for deed in deeds {
            let (before, was) = (plan::points(&state), state.clone());
            state = done(&state, [deed.clone()]);
            let now = plan::points(&state);
            let mut once = now.clone();
            once.sort_unstable();
            once.dedup();
            prop_assert_eq!(once.len(), now.len(), "each point once");
            prop_assert!(now.iter().all(|p| plan::pressable(&state.atlas, *p)));
            match deed {
                Deed::Remove(p) => {
                    prop_assert_eq!(now.len(), before.len() - usize::from(before.contains(&p)));
                    if before.contains(&p) {
                        prop_assert_eq!(core(&done(&state, [Deed::Undo])), core(&was), "undo restores exactly");
                    }
                }
                Deed::Add(_) | Deed::Anyway => prop_assert!(before.iter().all(|p| now.contains(p))),
                Deed::Undo | Deed::Begin(_) | Deed::Return => {}
                _ => prop_assert!(before.iter().all(|p| now.contains(p)) && now.len() == before.len()),
            }
            let routine = plan::routine(&state);
            let (low, high) = Limits::HOLD;
            prop_assert!(routine.steps.iter().all(|s| (Span::seconds(low)..=Span::seconds(high)).contains(&s.hold)));
            prop_assert!(routine.rest <= Span::seconds(Limits::REST.1));
            prop_assert!((1..=5).contains(&routine.rounds));
        }
    }
}
