//! Painting where it hurts: from strokes to marks, on the real drawings, and what random painting may never do.
#![cfg(feature = "bundled")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
mod support;

use proptest::prelude::*;
use referred_pain_explorer::app::paint::{Act, Dab, Extent, Grid, Painting, Stroke, extents};
use referred_pain_explorer::app::{Action, Choice, Sides, State, update};
use referred_pain_explorer::atlas::{Ink, Pt, RegionId, Side, View};
use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::rc::Rc;
use support::{after, atlas, drawings, fresh, marks, point};

/// The grids of all views, made once a thread.
fn grids() -> Vec<Rc<Grid>> {
    thread_local! { static GRIDS: OnceCell<Vec<Rc<Grid>>> = const { OnceCell::new() }; }
    let atlas = atlas();
    let make = || drawings().iter().map(|(v, d)| Rc::new(Grid::new(atlas.plate(*v).unwrap(), d))).collect();
    GRIDS.with(|cell| cell.get_or_init(make).clone())
}

fn region(name: &str) -> RegionId {
    atlas().region_named(name).unwrap()
}

/// The box of a region in a view.
fn bounds(view: View, name: &str) -> (Pt, Pt) {
    let drawings = drawings();
    let drawing = &drawings.iter().find(|(v, _)| *v == view).unwrap().1;
    let boxes = drawing.of(Ink::Region(region(name))).map(|shape| shape.form.contour().bounds());
    let join = |(a, b): (Pt, Pt), (c, d): (Pt, Pt)| {
        (Pt { x: a.x.min(c.x), y: a.y.min(c.y) }, Pt { x: b.x.max(d.x), y: b.y.max(d.y) })
    };
    boxes.reduce(join).unwrap()
}

/// A stroke through these places.
fn stroke(view: View, sides: Sides, erase: bool, width: f64, way: &[(f64, f64)]) -> Act {
    let mut stroke = Stroke::new(view, sides, erase, width);
    way.iter().filter_map(|(x, y)| Dab::new(Pt { x: *x, y: *y }, None)).for_each(|dab| stroke.push(dab));
    Act::Stroke(Rc::new(stroke))
}

/// A stroke to and fro over all of a region.
fn over(view: View, name: &str, sides: Sides, erase: bool) -> Act {
    let (low, high) = bounds(view, name);
    let rows = 12;
    let way: Vec<(f64, f64)> = (0..=rows)
        .flat_map(|row| {
            let y = low.y + (high.y - low.y) * f64::from(row) / f64::from(rows);
            if row % 2 == 0 { [(low.x, y), (high.x, y)] } else { [(high.x, y), (low.x, y)] }
        })
        .collect();
    stroke(view, sides, erase, (high.y - low.y) / 8.0, &way)
}

fn painting(acts: impl IntoIterator<Item = Act>) -> Painting {
    acts.into_iter().fold(Painting::default(), |painting, act| painting.and(act))
}

fn says(painting: &Painting) -> Vec<Extent> {
    extents(painting, &grids())
}

/// What is said of a region on the right leg.
fn right(painting: &Painting, name: &str) -> Option<u8> {
    says(painting).iter().find(|f| f.region == region(name) && f.side == Side::Right).map(|f| f.intensity)
}

/// The state after a painting took the place of the one that was there.
fn lay(state: &State, painting: &Painting) -> State {
    update(state, Action::Paint(Rc::new(painting.clone()), says(painting)))
}

const RIGHT: Sides = Sides::One(Side::Right);

#[test]
fn a_stroke_being_made_marks_already_and_is_over_with_whatever_comes_next() {
    let (fresh, felt) = (fresh("en"), says(&painting([over(View::Plantar, "heel_plantar", RIGHT, false)])));
    let midway = update(&fresh, Action::Stroke(felt.clone()));
    assert!(midway.stroking && midway.hurts(region("heel_plantar")));
    assert!(midway.painting.is_clear(), "the stroke is no part of the painting yet");
    let lifted = update(&midway, Action::Paint(Rc::new(painting([])), felt));
    assert!(!lifted.stroking && lifted.marks == midway.marks);
    assert!(!update(&midway, Action::ShowAll(true)).stroking);
}

// The grid.

#[test]
fn every_region_of_a_view_has_cells_and_about_as_many_as_its_size() {
    for grid in grids() {
        let atlas = atlas();
        let shown = atlas.region_ids().filter(|r| atlas.shows_region(grid.view, *r)).count();
        assert_eq!(grid.regions().len(), shown, "{:?}", grid.view);
        for (region, size) in grid.regions() {
            assert!(*size >= 12, "{} in {:?} has {size} cells", atlas.region_name(*region), grid.view);
            let (low, high) = bounds(grid.view, atlas.region_name(*region));
            let all = (high.x - low.x) * (high.y - low.y) / (grid.cell * grid.cell);
            assert!((*size as f64) < all * 1.05, "{} in {:?}", atlas.region_name(*region), grid.view);
        }
    }
}

// From paint to marks.

#[test]
fn one_stroke_over_the_heel_says_what_a_tap_says_and_more_strokes_say_more() {
    let once = painting([over(View::Plantar, "heel_plantar", RIGHT, false)]);
    assert_eq!(right(&once, "heel_plantar"), Some(5));
    let twice = once.and(over(View::Plantar, "heel_plantar", RIGHT, false));
    assert_eq!(right(&twice, "heel_plantar"), Some(8));
    let often = (0..6).fold(twice, |p, _| p.and(over(View::Plantar, "heel_plantar", RIGHT, false)));
    assert_eq!(right(&often, "heel_plantar"), Some(10));
    assert!(says(&often).iter().all(|f| f.side == Side::Right));
}

#[test]
fn a_third_counts_as_all_of_it_and_a_sliver_as_none() {
    let (low, high) = bounds(View::Plantar, "heel_plantar");
    let dot = |share: f64| {
        // A dot whose area is that share of the box; the heel fills about three quarters of its box.
        let width = 2.0 * ((high.x - low.x) * (high.y - low.y) * 0.75 * share / std::f64::consts::PI).sqrt();
        let middle = ((low.x + high.x) / 2.0, (low.y + high.y) / 2.0);
        right(&painting([stroke(View::Plantar, RIGHT, false, width, &[middle])]), "heel_plantar")
    };
    assert_eq!(dot(0.45), Some(5));
    assert!(matches!(dot(0.17), Some(2 | 3)), "{:?}", dot(0.17));
    assert_eq!(dot(0.03), None);
}

#[test]
fn a_pen_that_presses_harder_says_more() {
    let (low, high) = bounds(View::Plantar, "heel_plantar");
    let press = |pressure: f32| {
        let mut stroke = Stroke::new(View::Plantar, RIGHT, false, (high.x - low.x) * 0.9);
        let at = Pt { x: (low.x + high.x) / 2.0, y: (low.y + high.y) / 2.0 };
        stroke.push(Dab::new(at, Some(pressure)).unwrap());
        right(&painting([Act::Stroke(Rc::new(stroke))]), "heel_plantar")
    };
    assert_eq!([0.0, 0.3, 0.6, 1.0, 9.0].map(press), [Some(2), Some(4), Some(6), Some(10), Some(10)]);
}

#[test]
fn several_views_and_both_legs_make_one_painting() {
    let heel = over(View::Plantar, "heel_plantar", Sides::Both, false);
    let calf = over(View::Posterior, "leg_posterior_upper", Sides::One(Side::Left), false);
    let both = says(&painting([heel, calf]));
    let of = |name: &str| -> Vec<Side> { both.iter().filter(|f| f.region == region(name)).map(|f| f.side).collect() };
    assert_eq!(of("heel_plantar"), [Side::Left, Side::Right]);
    assert_eq!(of("leg_posterior_upper"), [Side::Left]);
}

#[test]
fn erasing_on_one_leg_leaves_the_other() {
    let heel = |sides, erase| over(View::Plantar, "heel_plantar", sides, erase);
    let left = painting([heel(Sides::Both, false), heel(RIGHT, true)]);
    assert!(!says(&left).is_empty() && says(&left).iter().all(|f| f.side == Side::Left));
    assert_eq!(says(&left.and(heel(Sides::One(Side::Left), true))), []);
}

#[test]
fn undo_and_redo_go_back_and_forth_and_a_new_stroke_forgets_what_was_undone() {
    let heel = over(View::Plantar, "heel_plantar", RIGHT, false);
    let calf = over(View::Posterior, "leg_posterior_upper", RIGHT, false);
    let both = painting([heel.clone(), calf.clone()]);
    let one = both.undo();
    assert_eq!((says(&one), says(&one.redo())), (says(&painting([heel])), says(&both)));
    assert_eq!(one.undo().undo().acts, []);
    assert_eq!(one.and(calf).undone, []);
    let cleared = both.and(Act::Clear);
    assert_eq!((says(&cleared), says(&cleared.undo())), (vec![], says(&both)));
    assert!(cleared.is_clear() && !both.is_clear());
}

#[test]
fn wiping_a_region_takes_its_paint_in_every_view() {
    let both = painting([
        over(View::Plantar, "heel_plantar", RIGHT, false),
        over(View::Posterior, "achilles", RIGHT, false),
        over(View::Medial, "achilles", RIGHT, false),
    ]);
    let wiped = both.and(Act::Wipe(region("achilles"), Sides::Both));
    assert_eq!((right(&wiped, "achilles"), right(&wiped, "heel_plantar")), (None, Some(5)));
    assert!(right(&wiped.undo(), "achilles").is_some());
}

// Painting and marking.

#[test]
fn paint_marks_what_it_covers_and_undoing_it_unmarks() {
    let state = fresh("en");
    let heel = painting([over(View::Plantar, "heel_plantar", Sides::Both, false)]);
    let painted = lay(&state, &heel);
    assert_eq!(painted.marks.iter().find(|m| m.region == region("heel_plantar")).map(|m| m.intensity), Some(5));
    assert_eq!(lay(&painted, &heel.undo()).marks, []);
}

#[test]
fn paint_beside_every_region_leaves_the_plan_and_the_card_alone() {
    let state = after(
        &fresh("en"),
        [Action::Tap(region("heel_plantar")), Action::Choose(Some(Choice::Point(point("soleus.1"))))],
    );
    let state = update(&state, Action::Pick(point("soleus.2")));
    let beside = lay(&state, &painting([stroke(View::Plantar, RIGHT, false, 5.0, &[(500.0, 500.0)])]));
    assert_eq!((beside.choice, &beside.picked, beside.painting.acts.len()), (state.choice, &state.picked, 1));
    let on = lay(&beside, &beside.painting.and(over(View::Posterior, "achilles", RIGHT, false)));
    assert_eq!((on.choice, on.picked), (None, None));
}

#[test]
fn what_was_tapped_before_it_was_painted_stands_again_when_the_paint_is_gone() {
    let state = after(&fresh("en"), [Action::Tap(region("heel_plantar")), Action::Hurt(region("heel_plantar"), 3)]);
    let heel = over(View::Plantar, "heel_plantar", Sides::Both, false);
    let twice = painting([heel.clone(), heel]);
    let painted = lay(&state, &twice);
    let heel = |state: &State| state.marks.iter().find(|m| m.region == region("heel_plantar")).map(|m| m.intensity);
    assert_eq!(heel(&painted), Some(8));
    assert_eq!(heel(&lay(&lay(&painted, &twice.undo()), &twice.undo().undo())), Some(3));
}

#[test]
fn a_number_said_for_a_painted_region_stays_while_something_else_is_painted() {
    let heel = painting([over(View::Plantar, "heel_plantar", Sides::Both, false)]);
    let said = update(&lay(&fresh("en"), &heel), Action::Hurt(region("heel_plantar"), 9));
    let more = lay(&said, &heel.and(over(View::Posterior, "achilles", Sides::Both, false)));
    assert!(more.marks.iter().any(|m| m.region == region("heel_plantar") && m.intensity == 9));
    assert!(more.marks.iter().any(|m| m.region == region("achilles")));
}

#[test]
fn tapping_a_painted_region_takes_its_mark_and_its_paint_and_nothing_elses() {
    let heel = painting([
        over(View::Plantar, "heel_plantar", Sides::Both, false),
        over(View::Posterior, "leg_posterior_upper", Sides::Both, false),
    ]);
    let painted = lay(&fresh("en"), &heel);
    let tapped = update(&painted, Action::Tap(region("heel_plantar")));
    let left: BTreeSet<RegionId> = says(&tapped.painting).iter().map(|f| f.region).collect();
    assert_eq!(left, tapped.marks.iter().map(|m| m.region).collect());
    assert!(!left.contains(&region("heel_plantar")) && left.contains(&region("leg_posterior_upper")));
    // The same for a whole group, and for all: then nothing of it is left to come back by itself.
    let group = atlas().region(region("leg_posterior_upper")).unwrap().group;
    let all = after(&painted, [Action::TapGroup(group), Action::TapGroup(group)]);
    assert!(says(&all.painting).iter().all(|f| atlas().region(f.region).unwrap().group != group));
    let cleared = update(&painted, Action::Hurts(Vec::new()));
    assert_eq!((&*cleared.painting, cleared.painted.len()), (&Painting::default(), 0));
}

#[test]
fn a_number_is_brought_within_one_and_ten_and_marks_what_was_not() {
    let state = fresh("en");
    let heel = marks(&state.atlas, "heel_plantar", 5)[0].region;
    let said = |n: u8| update(&state, Action::Hurt(heel, n)).marks.first().map(|m| m.intensity);
    assert_eq!([0, 1, 7, 10, 255].map(said), [Some(1), Some(1), Some(7), Some(10), Some(10)]);
}

// What random painting may never do.

fn any_view() -> impl Strategy<Value = View> {
    prop::sample::select(View::ALL.to_vec())
}

fn any_sides() -> impl Strategy<Value = Sides> {
    prop::sample::select(vec![Sides::Both, RIGHT, Sides::One(Side::Left)])
}

/// A stroke somewhere near the limb.
fn any_stroke(erase: bool) -> impl Strategy<Value = Act> {
    let way = prop::collection::vec((-150.0..250.0f64, -180.0..1000.0f64), 1..6);
    (any_view(), any_sides(), 2.0..120.0f64, way).prop_map(move |(v, s, w, way)| stroke(v, s, erase, w, &way))
}

fn any_act() -> impl Strategy<Value = Act> {
    prop_oneof![
        6 => any_stroke(false),
        2 => any_stroke(true),
        1 => (0u16..60, any_sides()).prop_map(|(r, s)| Act::Wipe(RegionId(r), s)),
    ]
}

fn mirror(sides: Sides) -> Sides {
    match sides {
        Sides::Both => Sides::Both,
        Sides::One(Side::Left) => Sides::One(Side::Right),
        Sides::One(Side::Right) => Sides::One(Side::Left),
    }
}

/// The same on the other leg.
fn mirrored(act: &Act) -> Act {
    match act {
        Act::Stroke(one) => {
            let mut other = Stroke::new(one.view, mirror(one.sides), one.erase, one.width());
            one.dabs().iter().for_each(|dab| other.push(*dab));
            Act::Stroke(Rc::new(other))
        }
        Act::Wipe(region, sides) => Act::Wipe(*region, mirror(*sides)),
        Act::Clear => Act::Clear,
    }
}

/// Whether everything that is said is said at least as strongly of the other.
fn at_least(more: &[Extent], less: &[Extent]) -> bool {
    let of = |f: &Extent| more.iter().find(|m| (m.region, m.side) == (f.region, f.side)).map_or(0, |m| m.intensity);
    less.iter().all(|f| of(f) >= f.intensity)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn erasing_everything_leaves_nothing(acts in prop::collection::vec(any_act(), 0..6)) {
        let mut all = painting(acts);
        for view in View::ALL {
            all = all.and(stroke(*view, Sides::Both, true, 1600.0, &[(0.0, 0.0), (0.0, 1000.0)]));
        }
        prop_assert_eq!(says(&all), []);
    }

    #[test]
    fn one_stroke_more_never_makes_a_mark_less(acts in prop::collection::vec(any_act(), 0..6), more in any_stroke(false)) {
        let before = painting(acts);
        let after = before.and(more);
        prop_assert!(at_least(&says(&after), &says(&before)));
    }

    #[test]
    fn strokes_that_do_not_meet_may_come_in_any_order(a in any_stroke(false), b in any_stroke(true), x in -60.0..60.0f64) {
        // On other views, and far apart on the same one.
        let view = |act: &Act| match act { Act::Stroke(s) => s.view, _ => View::Posterior };
        if view(&a) != view(&b) {
            prop_assert_eq!(says(&painting([a.clone(), b.clone()])), says(&painting([b, a])));
        }
        let high = stroke(View::Posterior, RIGHT, false, 60.0, &[(x, 300.0), (-x, 340.0)]);
        let low = stroke(View::Posterior, RIGHT, true, 60.0, &[(x, 700.0), (-x, 760.0)]);
        let calf = stroke(View::Posterior, RIGHT, false, 60.0, &[(x, 720.0)]);
        prop_assert_eq!(
            says(&painting([high.clone(), calf.clone(), low.clone()])),
            says(&painting([calf, low, high]))
        );
    }

    #[test]
    fn the_same_on_the_other_leg_says_the_same_of_the_other_leg(acts in prop::collection::vec(any_act(), 0..6)) {
        let other = painting(acts.iter().map(mirrored));
        let swap = |f: &Extent| Extent { side: if f.side == Side::Left { Side::Right } else { Side::Left }, ..*f };
        let mut swapped: Vec<Extent> = says(&other).iter().map(swap).collect();
        swapped.sort_by_key(|f| (f.region, f.side));
        prop_assert_eq!(swapped, says(&painting(acts)));
    }

    #[test]
    fn undoing_all_and_redoing_all_says_the_same(acts in prop::collection::vec(any_act(), 0..6)) {
        let all = painting(acts);
        let count = all.acts.len();
        let none = (0..count + 2).fold(all.clone(), |p, _| p.undo());
        prop_assert_eq!(says(&none), []);
        prop_assert_eq!((0..count + 2).fold(none, |p, _| p.redo()), all);
    }

    #[test]
    fn junk_is_harmless(
        view in any_view(), sides in any_sides(), erase: bool, width in any::<f64>(),
        way in prop::collection::vec((any::<f64>(), any::<f64>(), any::<Option<f32>>()), 0..8),
    ) {
        let mut stroke = Stroke::new(view, sides, erase, width);
        way.iter().filter_map(|(x, y, p)| Dab::new(Pt { x: *x, y: *y }, *p)).for_each(|dab| stroke.push(dab));
        let said = says(&painting([Act::Stroke(Rc::new(stroke)), Act::Wipe(RegionId(u16::MAX), sides)]));
        prop_assert!(said.iter().all(|f| (1..=10).contains(&f.intensity)));
    }

    #[test]
    fn marks_are_what_the_paint_says_whatever_was_tapped_between(
        acts in prop::collection::vec((any_act(), prop::option::of(0u16..52)), 1..6),
    ) {
        let mut state = fresh("en");
        for (act, tap) in acts {
            let next = state.painting.and(act);
            state = lay(&state, &next);
            if let Some(tap) = tap {
                state = update(&state, Action::Tap(RegionId(tap)));
            }
            for one in says(&state.painting) {
                prop_assert!(state.marks.iter().any(|m| (m.region, m.side) == (one.region, one.side)));
            }
            let places: BTreeSet<_> = state.marks.iter().map(|m| (m.region, m.side == Side::Left)).collect();
            prop_assert_eq!(places.len(), state.marks.len());
        }
    }
}
