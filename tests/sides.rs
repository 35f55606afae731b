//! Left and right are kept apart: what a tap means, what is shown, what is suspected where, and what is pressed.
#![cfg(feature = "bundled")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
mod support;

use referred_pain_explorer::app::select::{find, map, massage};
use referred_pain_explorer::app::{Action, Sides, State, plan};
use referred_pain_explorer::atlas::{Mark, RegionId, Side};
use support::{after, atlas, fresh, point, sore_heel};

const LEFT: Sides = Sides::One(Side::Left);
const RIGHT: Sides = Sides::One(Side::Right);

fn region(name: &str) -> RegionId {
    atlas().region_named(name).unwrap()
}

fn tap(name: &str) -> Action {
    Action::Tap(region(name))
}

fn marked(state: &State) -> Vec<(String, &'static str)> {
    let name = |m: &Mark| (state.atlas.region_name(m.region).to_owned(), m.side.name());
    state.marks.iter().map(name).collect()
}

fn on(state: &State) -> Vec<String> {
    let places = find::groups(state).into_iter().flat_map(|g| g.places);
    places.filter(|p| p.on).map(|p| state.atlas.region_name(p.id).to_owned()).collect()
}

fn sides_of(state: &State, name: &str) -> Sides {
    plan::results(state).into_iter().find(|r| r.point == point(name)).unwrap().sides
}

#[test]
fn a_tap_speaks_of_the_legs_that_are_shown() {
    let both = after(&fresh("en"), [tap("achilles")]);
    assert_eq!(marked(&both), [("achilles".into(), "left"), ("achilles".into(), "right")]);
    assert_eq!(marked(&after(&both, [tap("achilles")])), []);
    let one = after(&fresh("en"), [Action::SetSides(RIGHT), tap("achilles")]);
    assert_eq!(marked(&one), [("achilles".into(), "right")]);
    let other = after(&one, [Action::SetSides(LEFT)]);
    assert_eq!((marked(&other), on(&other)), (marked(&one), vec![]), "the right leg keeps its mark, and is not shown");
    let two = after(&other, [tap("heel_medial"), Action::SetSides(Sides::Both)]);
    assert_eq!(marked(&two), [("achilles".into(), "right"), ("heel_medial".into(), "left")]);
    assert_eq!(on(&two), ["heel_medial", "achilles"], "with both shown, a place is on if either leg has it");
    let off = after(&two, [tap("achilles")]);
    assert_eq!(marked(&off), [("heel_medial".into(), "left")]);
}

#[test]
fn the_map_shows_what_the_list_shows() {
    let state = after(
        &fresh("en"),
        [Action::SetSides(RIGHT), tap("achilles"), Action::SetSides(LEFT), tap("leg_posterior_upper")],
    );
    for sides in [LEFT, RIGHT, Sides::Both] {
        let state = after(&state, [Action::SetSides(sides)]);
        let regions = map::map(&state).unwrap().regions;
        for one in regions {
            assert_eq!(one.on, on(&state).contains(&state.atlas.region_name(one.id).to_owned()), "{}", one.name);
        }
    }
}

#[test]
fn choosing_a_leg_says_that_it_is_that_one_if_nothing_was_said_of_one_alone() {
    let heel = sore_heel("en");
    let left = after(&heel, [Action::SetSides(LEFT)]);
    assert_eq!(left.marks.len() * 2, heel.marks.len());
    assert!(left.marks.iter().all(|m| m.side == Side::Left));
    assert_eq!(after(&left, [Action::SetSides(Sides::Both)]).marks, left.marks, "both legs shown changes no mark");
    let more = after(&left, [Action::SetSides(RIGHT), tap("achilles"), Action::SetSides(LEFT)]);
    assert_eq!(more.marks.len(), left.marks.len() + 1, "they differ, so both stay");
    let mut stronger = heel.clone();
    stronger.marks[0].intensity = 9;
    assert_eq!(after(&stronger, [Action::SetSides(LEFT)]).marks, stronger.marks, "so they do when one hurts more");
}

#[test]
fn a_group_is_tapped_on_the_legs_that_are_shown() {
    let heel = atlas().groups.iter().position(|g| g.id == "heel").unwrap();
    let heel = Action::TapGroup(referred_pain_explorer::atlas::GroupId(heel as u16));
    let state = after(&fresh("en"), [Action::SetSides(LEFT), heel.clone()]);
    assert_eq!((state.marks.len(), state.sore().len()), (4, 4));
    let both = after(&state, [Action::SetSides(RIGHT), tap("heel_medial"), heel.clone()]);
    assert_eq!(both.marks.len(), 8);
    assert_eq!(after(&both, [heel]).marks, state.marks, "only the right one is unmarked");
}

#[test]
fn each_leg_is_ranked_by_its_own_pain() {
    let state = after(
        &fresh("en"),
        [
            Action::SetSides(LEFT),
            tap("heel_plantar"),
            tap("heel_posterior"),
            Action::SetSides(RIGHT),
            tap("toe_great_plantar"),
        ],
    );
    assert_eq!((sides_of(&state, "soleus.1"), sides_of(&state, "flexor_hallucis_longus.1")), (LEFT, Sides::Both));
    assert_eq!(sides_of(&state, "flexor_hallucis_brevis.1"), Sides::Both);
    let alone = |sides: Sides| {
        let marks = state.marks.iter().copied().filter(|m| sides.has(m.side)).collect();
        plan::results(&after(&fresh("en"), [Action::Hurts(marks)]))
    };
    for one in plan::results(&state) {
        let scores =
            [LEFT, RIGHT].map(|s| alone(s).into_iter().find(|r| r.point == one.point).map_or(0.0, |r| r.score));
        // Another point of the muscle may be the better one on a single leg.
        assert!((one.score - scores[0].max(scores[1])).abs() < 1e-12 || scores.contains(&0.0));
    }
}

#[test]
fn a_suggested_point_is_pressed_where_it_is_suspected_and_a_picked_one_where_one_looks() {
    let state = after(
        &fresh("en"),
        [
            Action::SetSides(LEFT),
            tap("heel_plantar"),
            tap("heel_posterior"),
            tap("achilles"),
            Action::SetSides(Sides::Both),
        ],
    );
    let routine = plan::routine(&state);
    assert!(!routine.steps.is_empty() && routine.steps.iter().all(|s| s.side == Side::Left));
    assert!(massage::plan(&state).lines.iter().all(|l| l.sides == LEFT && l.how.ends_with("left leg")));
    let picked = after(&state, [Action::Pick(point("gastrocnemius.2"))]);
    let legs: Vec<Side> =
        plan::routine(&picked).steps.iter().filter(|s| s.point == point("gastrocnemius.2")).map(|s| s.side).collect();
    assert_eq!(legs, [Side::Left, Side::Right]);
    assert_eq!(plan::routine(&picked).steps.len(), routine.steps.len() + 2, "the suggested ones stay on their leg");
}

#[test]
fn marks_given_twice_are_one_mark_and_the_stronger_stays() {
    let mark = |side, intensity| Mark { region: region("achilles"), side, intensity };
    let marks = vec![mark(Side::Left, 3), mark(Side::Left, 8), mark(Side::Right, 2), mark(Side::Left, 4)];
    let state = after(&fresh("en"), [Action::Hurts(marks)]);
    assert_eq!(state.marks, [mark(Side::Left, 8), mark(Side::Right, 2)]);
}
