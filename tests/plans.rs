//! Plans that are kept: what goes in comes out in any language, junk harms nothing, names and numbers have limits, and what
//! is thrown away can be put back.
#![cfg(feature = "bundled")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
mod support;

use proptest::prelude::*;
use referred_pain_explorer::app::plan::kept::{LONGEST, MOST};
use referred_pain_explorer::app::plan::shelf::Deed;
use referred_pain_explorer::app::plan::{self, Kept};
use referred_pain_explorer::app::select::edit::edit;
use referred_pain_explorer::app::{Action, Sides, State};
use referred_pain_explorer::atlas::Side;
use referred_pain_explorer::diary::Value;
use support::{after, at, fresh, sore_heel};

fn shelf(deed: Deed) -> Action {
    Action::Plan(plan::Deed::Shelf(deed))
}

fn keep(state: &State, name: &str, ms: i64) -> State {
    after(state, [shelf(Deed::Keep(name.into(), at(ms)))])
}

/// What a plan is.
fn content(state: &State) -> (plan::Own, Vec<(referred_pain_explorer::atlas::PointId, Sides)>, i64, i64) {
    (state.own.clone(), plan::lines(state), state.settings.hold, state.settings.rounds)
}

#[test]
fn a_kept_plan_opens_as_it_was_in_another_language_and_can_be_undone() {
    let heel = sore_heel("en");
    let points = plan::points(&heel);
    let changed = after(
        &heel,
        [
            Action::Plan(plan::Deed::Remove(points[1])),
            Action::Plan(plan::Deed::Hold(points[0], 30)),
            Action::Plan(plan::Deed::Legs(points[0], Sides::One(Side::Left))),
            Action::Plan(plan::Deed::Rest(20)),
        ],
    );
    let kept = keep(&changed, "  In the   morning ", 0);
    assert_eq!(kept.shelf.plans[0].name, "In the morning");
    assert!(edit(&kept).keeping.contains("In the morning") && edit(&kept).name == "In the morning");
    let there = State { shelf: kept.shelf.clone(), ..fresh("nl") };
    let id = kept.shelf.plans[0].id.clone();
    let opened = after(&there, [shelf(Deed::Open(id.clone()))]);
    assert_eq!(content(&opened), content(&changed));
    assert!(opened.marks.is_empty(), "where it hurts is no part of a plan");
    let undone = after(&opened, [Action::Plan(plan::Deed::Undo)]);
    assert_eq!((content(&undone), undone.sides), (content(&there), there.sides));
    assert!(edit(&opened).kept[0].of.starts_with("Scholspier"), "{}", edit(&opened).kept[0].of);

    // Kept again under its name, it is the same plan, changed.
    let again = keep(&after(&opened, [Action::Plan(plan::Deed::Rest(10))]), "In the morning", 5);
    assert_eq!((again.shelf.plans.len(), &again.shelf.plans[0].id), (1, &id));
    assert!(again.shelf.plans[0].link.contains("rest=10"), "{}", again.shelf.plans[0].link);

    let gone = after(&again, [shelf(Deed::Forget(id.clone()))]);
    assert!(gone.shelf.plans.is_empty() && edit(&gone).undo.is_some_and(|said| said.contains("In the morning")));
    assert_eq!(after(&gone, [Action::Plan(plan::Deed::Undo)]).shelf.plans, again.shelf.plans);
    // What another tab does meanwhile takes nothing away that can be undone.
    let heard =
        after(&gone, [shelf(Deed::Heard(vec![Kept { id: "x".into(), name: "Other".into(), link: "rpe=1".into() }]))]);
    assert_eq!(after(&heard, [Action::Plan(plan::Deed::Undo)]).shelf.plans.len(), 2);
    assert_eq!(after(&heard, [shelf(Deed::Gone("x".into()))]).shelf.plans.len(), 0);
}

#[test]
fn names_and_numbers_have_limits_and_nothing_is_asked_twice() {
    let heel = sore_heel("en");
    let unnamed = keep(&heel, "   ", 0);
    assert!(unnamed.shelf.plans[0].name.contains("Soleus"), "{}", unnamed.shelf.plans[0].name);
    let long = keep(&heel, &"ü".repeat(100), 0);
    assert_eq!(long.shelf.plans[0].name.chars().count(), LONGEST);
    let mut full = heel.clone();
    for n in 0..MOST + 3 {
        full = keep(&full, &format!("plan {n:02}"), n as i64);
    }
    assert_eq!(full.shelf.plans.len(), MOST);
    assert!(full.shelf.plans.is_sorted_by_key(|own| own.name.clone()));
    assert!(edit(&full).keeping.contains(&MOST.to_string()), "{}", edit(&full).keeping);
    let same = keep(&full, "plan 03", 99);
    assert_eq!(same.shelf.plans.len(), MOST, "one of that name is replaced, also when there is no room");
    assert_eq!(keep(&fresh("en"), "", 0).shelf.plans, [], "an empty plan without a name is nothing");
}

proptest! {
    #[test]
    fn a_record_reads_as_it_was_written(id in "[0-9]{1,9}-[0-9]{1,9}", name in "\\PC{1,60}", link in "\\PC{0,80}") {
        let plan = Kept { id, name, link };
        prop_assert_eq!(Kept::read(&plan.write()), Some(plan));
    }

    #[test]
    fn a_kept_plan_of_junk_changes_nothing(link in "(rpe=1&|rpe=9&|)\\PC{0,60}") {
        let heel = sore_heel("en");
        let junk = Kept { id: "1".into(), name: "<b>".into(), link };
        let heard = after(&heel, [shelf(Deed::Heard(vec![junk]))]);
        prop_assert_eq!(edit(&heard).kept.len(), 1);
        let opened = after(&heard, [shelf(Deed::Open("1".into()))]);
        prop_assert!(plan::points(&opened).iter().all(|point| plan::pressable(&opened.atlas, *point)));
        prop_assert_eq!(&opened.marks, &heel.marks);
        prop_assert_eq!(&opened.book, &heel.book);
    }
}

#[test]
fn damaged_and_newer_records_are_not_read() {
    let with = |v: u8, name: &str| {
        Value::map([("v", v.into()), ("id", "1".into()), ("name", name.into()), ("link", "".into())])
    };
    assert!(Kept::read(&with(1, "a")).is_some());
    assert_eq!(Kept::read(&with(2, "a")), None);
    assert_eq!(Kept::read(&with(1, "")), None);
    assert_eq!(Kept::read(&Value::Null), None);
}
