//! What is handed on comes back: links and their limits, on the real atlas. No text makes the reader fall over.
#![cfg(feature = "bundled")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
mod support;

use proptest::prelude::*;
use referred_pain_explorer::app::plan::own::Line;
use referred_pain_explorer::app::select::sheet::{missing, sheet};
use referred_pain_explorer::app::share::{self, Fault};
use referred_pain_explorer::app::{
    Action, Choice, Given, Handed, Notice, Part, Screen, Settings, Shared, Sheet, Sides, State, plan,
};
use referred_pain_explorer::atlas::{Mark, MuscleId, PointId, RegionId, Side, Tool, View};
use std::rc::Rc;
use support::{after, bare, cues, drawings, fresh, marks, muscle, point, running, sore_heel};

/// How many regions, points and muscles the atlas has.
const REGIONS: u16 = 52;
const POINTS: u16 = 74;
const MUSCLES: u16 = 47;

/// What a link brings back: everything but the day, which is nobody else's.
fn shown(state: &State) -> Shared {
    let screen = if state.screen == Screen::Day { Screen::Find } else { state.screen };
    Shared { screen, ..Shared::of(state) }
}

fn follow(state: &State, text: &str) -> State {
    after(state, [Action::Follow(text.to_owned())])
}

fn states() -> impl Strategy<Value = State> {
    let pain = prop::collection::vec((0..REGIONS, 0usize..3, 1u8..=10), 0..8);
    let picks = prop::option::of(prop::collection::vec(0..POINTS, 0..5));
    let numbers = (10i64..=120, 1i64..=5, 1i64..=12);
    let look = (0usize..3, prop::option::of(0usize..8), 0usize..3);
    let choice = prop_oneof![
        Just(None),
        (0..MUSCLES).prop_map(|m| Some(Choice::Muscle(MuscleId(m)))),
        (0..POINTS).prop_map(|p| Some(Choice::Point(PointId(p)))),
    ];
    let own = (prop::collection::vec((0usize..4, 0i64..200, 0usize..4, any::<bool>()), 5), -5i64..65);
    (pain, picks, numbers, look, choice, own).prop_map(
        |(pain, picks, (hold, rounds, per_day), (sides, view, room), choice, (lines, rest))| {
            let mut state = fresh("en");
            for (region, side, intensity) in pain {
                let (region, sides) =
                    (RegionId(region), [Sides::Both, Sides::One(Side::Left), Sides::One(Side::Right)]);
                if state.marks.iter().all(|m| m.region != region) {
                    let mark = |side: &Side| Mark { region, side: *side, intensity };
                    state.marks.extend(sides[side].list().iter().map(mark));
                }
            }
            state.sides = [Sides::Both, Sides::One(Side::Left), Sides::One(Side::Right)][sides];
            state.look.view = view.map(|v| View::ALL[v]);
            state.screen = [Screen::Find, Screen::Massage, Screen::Day][room];
            state.settings = Settings { hold, rounds, per_day, cues: cues(true) };
            state.choice = choice;
            state.picked = picks.map(|own| {
                let mut points: Vec<PointId> = Vec::new();
                for id in own.into_iter().map(PointId).filter(|id| plan::pressable(&state.atlas, *id)) {
                    if !points.contains(&id) {
                        points.push(id);
                    }
                }
                points
            });
            // What the person decided about some of its lines.
            for (point, (legs, hold, way, tool)) in plan::points(&state).into_iter().zip(lines) {
                let techniques = state.atlas.point(point).unwrap().techniques.clone();
                let sides =
                    [None, Some(Sides::Both), Some(Sides::One(Side::Left)), Some(Sides::One(Side::Right))][legs];
                let hold = Some(hold).filter(|hold| (10..=120).contains(hold));
                let tool = tool.then_some(Tool::ALL[way]);
                state.own.set(Line { point, sides, hold, technique: techniques.get(way).copied(), tool });
            }
            state.own.rest = Some(rest).filter(|rest| (0..=60).contains(rest));
            state
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_link_opens_in_another_language_as_what_was_shown(state in states()) {
        let link = share::fragment(&state);
        prop_assert!(link.is_ascii() && !link.contains([' ', '"', '<', '%']), "{link}");
        let opened = follow(&fresh("nl"), &link);
        prop_assert_eq!(opened.notice, None, "{}", link);
        // A link names no room but the massage; an empty plan is not told apart from none where nothing is suggested.
        let empty = plan::points(&state).is_empty();
        let (mut there, mut here) = (shown(&state), shown(&opened));
        if empty {
            (there.plan, here.plan) = (None, None);
        }
        prop_assert_eq!(here, there, "{}", link);
        // And once more: the link of what it opened is the same link.
        if !empty {
            prop_assert_eq!(share::fragment(&opened), link);
        }
        // What is captured comes back with the room.
        let restored = after(&fresh("fr"), [Action::Open(Box::new(Shared::of(&state)))]);
        prop_assert_eq!(Shared::of(&restored), Shared::of(&state));
    }

    #[test]
    fn mail_programs_may_encode_it(state in states(), every in 1usize..4) {
        let link = share::fragment(&state);
        let encode = |(at, c): (usize, char)| match at % every {
            0 => format!("%{:02X}", c as u8),
            _ => c.to_string(),
        };
        let encoded: String = link.chars().enumerate().map(encode).collect();
        prop_assert_eq!(share::read(&fresh("en"), &encoded), share::read(&fresh("en"), &link));
    }

    #[test]
    fn junk_never_panics_and_changes_only_what_it_names(text in "(#?rpe=1&|rpe=|)([a-z]{1,6}=)?\\PC{0,60}") {
        let state = sore_heel("en");
        let opened = follow(&state, &text);
        prop_assert_eq!(opened.book, state.book);
        prop_assert_eq!(opened.checked, state.checked);
    }

    #[test]
    fn junk_after_each_key_is_counted(key in "m|p|hold|rounds|side|view|mode|c", junk in "[a-z]{12,20}") {
        let link = ["rpe=1&", &key, "=", &junk].concat();
        let (shared, unknown) = share::read(&fresh("en"), &link).unwrap();
        prop_assert_eq!(unknown, 1, "{}", link);
        prop_assert_eq!((shared.marks, shared.choice), (Vec::new(), None));
    }
}

#[test]
fn the_largest_link_is_small() {
    let mut state = fresh("en");
    let both = |region| [Side::Left, Side::Right].map(|side| Mark { region, side, intensity: 10 });
    state.marks = state.atlas.region_ids().flat_map(both).collect();
    let points = state.atlas.point_ids().filter(|p| plan::pressable(&state.atlas, *p));
    state.picked = Some(points.take(4).collect());
    let link = share::fragment(&state);
    assert!(link.len() < 2048, "{} bytes", link.len());
    assert_eq!(follow(&fresh("en"), &link).marks, state.marks);
}

#[test]
fn damaged_long_and_newer_links_are_told_and_change_nothing() {
    let state = fresh("en");
    let long = ["rpe=1&m=", &"heel_plantar,".repeat(400)].concat();
    for (link, notice) in [
        ("rpe=x&m=heel", Notice::BadLink),
        ("rpe=&m=heel", Notice::BadLink),
        ("rpe=0&m=heel", Notice::BadLink),
        (long.as_str(), Notice::BadLink),
        ("rpe=2&m=heel", Notice::NewerLink),
        ("rpe=999&z", Notice::NewerLink),
    ] {
        let told = follow(&state, link);
        assert_eq!(told.notice, Some(notice), "{link:.40}");
        assert_eq!(State { notice: None, ..told }, state);
    }
    for foreign in ["", "#", "main", "#evidence", "%FF", "rp", "xrpe=1"] {
        assert_eq!(share::read(&state, foreign), Err(Fault::Foreign), "{foreign}");
        assert_eq!(follow(&state, foreign), state);
    }
    assert!(!share::is_ours(&"x".repeat(9_000)) && share::is_ours("#rpe%3D1"));
}

#[test]
fn unknown_names_are_left_out_one_by_one() {
    let link =
        "rpe=1&m=nose.5,heel_plantar.8,achilles.12,ankle_x&p=soleus.1,soleus.99,nose.1&c=soleus&view=inside&utm=x";
    let opened = follow(&fresh("en"), link);
    assert_eq!(opened.notice, Some(Notice::LeftOut(6)));
    assert_eq!(opened.marks, marks(&opened.atlas, "heel_plantar", 8));
    assert_eq!(plan::points(&opened), [point("soleus.1")]);
    assert_eq!((opened.choice, opened.look.view), (Some(Choice::Muscle(muscle("soleus"))), None));
}

#[test]
fn what_others_write_by_hand_is_understood() {
    let opened = follow(&fresh("en"), "#rpe=1&amp;m=heel,achilles.l3.r7&amp;hold=9000&amp;rounds=0");
    let heel = marks(&opened.atlas, "heel", 5);
    assert!(heel.iter().all(|mark| opened.marks.contains(mark)));
    let achilles = opened.atlas.region_named("achilles").unwrap();
    let strength = |m: &Mark| (m.side, m.intensity);
    let legs: Vec<_> = opened.marks.iter().filter(|m| m.region == achilles).map(strength).collect();
    assert_eq!((legs, opened.marks.len()), (vec![(Side::Left, 3), (Side::Right, 7)], heel.len() + 2));
    assert_eq!((opened.settings.hold, opened.settings.rounds), (120, 1));
    assert_eq!(opened.notice, None);
    // Nothing is planned by hand, so the plan follows the pain.
    assert_eq!(opened.picked, None);
    assert_eq!(plan::points(&opened), plan::suggested(&opened));
}

#[test]
fn a_link_goes_before_what_the_page_had_selected() {
    let opened = follow(&sore_heel("en"), "rpe=1&c=soleus.1");
    assert_eq!((opened.marks, opened.choice), (Vec::new(), Some(Choice::Point(point("soleus.1")))));
}

#[test]
fn numbers_of_a_link_are_not_kept_on_the_device() {
    let own = Settings { hold: 30, rounds: 1, per_day: 3, cues: cues(false) };
    let state = after(&fresh("en"), [Action::Set(own)]);
    let opened = follow(&state, "rpe=1&hold=60&rounds=4");
    assert_eq!((opened.settings.hold, opened.settings.rounds, opened.settings.cues.tone), (60, 4, false));
    assert_eq!(opened.kept_settings(), Some(own));
    let twice = follow(&opened, "rpe=1&hold=90");
    assert_eq!(twice.kept_settings(), Some(own));
    let set = after(&twice, [Action::Set(Settings { hold: 95, ..twice.settings })]);
    assert_eq!(set.kept_settings(), Some(set.settings));
    // Who has set nothing keeps nothing.
    assert_eq!(follow(&fresh("en"), "rpe=1&hold=60").kept_settings(), None);
}

#[test]
fn a_running_session_is_left_alone() {
    let state = running("en");
    let opened = follow(&state, "rpe=1&m=knee_front_inner.5&p=soleus.1&mode=massage");
    assert_eq!(opened.session, state.session);
}

#[test]
fn how_a_link_went_is_told_until_something_else_is_shown() {
    let state = sore_heel("en");
    let handed = Handed { fragment: share::fragment(&state), given: Given::Copied };
    let told = after(&state, [Action::Hand(handed)]);
    assert_eq!(share::given(&told), Some(&Given::Copied));
    assert_eq!(share::given(&after(&told, [Action::SetSides(Sides::One(Side::Left))])), None);
}

// The sheet.

#[test]
fn the_sheet_comes_out_when_all_it_shows_has_come() {
    let heel = marks(&fresh("en").atlas, "heel", 5);
    let waiting = after(&bare("en"), [Action::Hurts(heel), Action::Print("today".into())]);
    assert_eq!(waiting.sheet, Sheet::Waiting("today".into()));
    assert!(missing(&waiting).contains(&Part::Prose) && missing(&waiting).contains(&Part::Library));
    let full = fresh("en");
    let mut here = waiting.clone();
    here.text = full.text.clone();
    here = after(&here, [Action::Lend(full.library.clone().unwrap())]);
    assert_eq!(here.sheet, Sheet::Waiting("today".into()));
    for (view, drawing) in drawings() {
        // The whole drawing stands for each of its halves.
        let halves = [Action::Draw(Part::Drawing(view), drawing), Action::Draw(Part::Deeper(view), Rc::default())];
        here = after(&here, halves);
    }
    assert_eq!(here.sheet, Sheet::Out("today".into()));
    assert_eq!(after(&here, [Action::Printed]).sheet, Sheet::Away);
    // What does not come does not keep anybody from printing: the second press prints.
    assert!(after(&waiting, [Action::Print("today".into())]).sheet.is_out());
}

#[test]
fn the_sheet_shows_every_point_and_no_caution_twice() {
    for lang in support::LANGS {
        let model = sheet(&sore_heel(lang));
        assert_eq!(model.points.len(), 3);
        assert!((1..=2).contains(&model.maps.len()));
        let shown: Vec<String> = model.maps.iter().flat_map(|m| m.points.iter().map(|p| p.label.clone())).collect();
        for at in 1..=3 {
            assert!(shown.contains(&at.to_string()), "{at} is on no picture");
        }
        for map in &model.maps {
            let ([x, y, w, h], [_, top, _, height]) = (map.frame, map.whole);
            assert!(y >= top && y + h <= top + height && h > 0 && w > 0);
            for p in &map.points {
                let (px, py) = (p.at.x as i16, p.at.y as i16);
                assert!(px > x && px < x + w && py > y && py < y + h, "{} lies outside of its picture", p.label);
            }
        }
        let mut titles: Vec<_> = model.cautions.iter().map(|c| c.title.clone()).collect();
        let all = titles.len();
        titles.sort();
        titles.dedup();
        assert_eq!((titles.len(), all > 0), (all, true));
        assert!(model.flags.iter().all(|(_, signs)| !signs.is_empty() && signs.iter().all(|s| !s.is_empty())));
        assert!(!model.sources.is_empty() && !model.dose.contains('{'));
    }
}
