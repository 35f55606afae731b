//! The plan keeps to what the person sees: reading changes nothing, new pain makes a new one.
#![cfg(feature = "bundled")]
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]
mod support;

use referred_pain_explorer::app::{Action, Choice, Screen, plan};
use referred_pain_explorer::session::{Instant, Phase};
use support::{after, at, fresh, marks, point, running, sore_heel};

#[test]
fn reading_about_a_point_does_not_change_the_plan() {
    let state = sore_heel("en");
    let before = plan::points(&state);
    let read = after(&state, [Action::Choose(Some(Choice::Point(point("gastrocnemius.1"))))]);
    assert_eq!(plan::points(&read), before);
    let in_plan = after(&state, [Action::Show(Screen::Massage), Action::Choose(Some(Choice::Point(before[1])))]);
    assert_eq!(plan::points(&in_plan), before);
}

#[test]
fn removing_takes_the_point_out_of_the_list_that_is_shown() {
    let state = after(&fresh("en"), [Action::Choose(Some(Choice::Point(point("soleus.1"))))]);
    assert_eq!(plan::points(&state), [point("soleus.1")]);
    assert_eq!(plan::points(&after(&state, [Action::Pick(point("soleus.1"))])), []);
    let both = after(&state, [Action::Pick(point("soleus.2"))]);
    assert_eq!(plan::points(&both), [point("soleus.1"), point("soleus.2")]);
}

#[test]
fn new_pain_after_a_massage_makes_a_new_plan() {
    let heel = running("en");
    let mut end = at(0);
    end.now = Instant(end.now.0 + 24 * 3_600_000);
    let done = after(&heel, [Action::Wake(end)]);
    assert_eq!(done.session.as_ref().unwrap().phase(), Phase::Done);
    let knee = after(&done, [Action::Hurts(marks(&done.atlas, "knee", 5))]);
    assert_ne!(plan::points(&knee), plan::points(&heel));
    assert_eq!(plan::points(&knee), plan::suggested(&knee));
}
