//! What the guide asks, what a finger tells it, why a result is not higher, and what explains all of the pain.
#![cfg(feature = "bundled")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
mod support;

use proptest::prelude::*;
use referred_pain_explorer::app::select::find;
use referred_pain_explorer::app::{Action, Choice, Sides, State, plan, update};
use referred_pain_explorer::atlas::guide::{Answer, Case, Cover, Doubt, Mark, Pressed, Ranked, Reason};
use referred_pain_explorer::atlas::guide::{cover, distant, one_each, press_next, questions, rank};
use referred_pain_explorer::atlas::{Confidence, Felt, PointId, QuestionId, RegionId, Side, ZoneKind};
use support::{LANGS, after, atlas, fresh, marks, point, sore_heel};

const REGIONS: u16 = 52;

fn question(id: &str) -> QuestionId {
    atlas().question_ids().find(|q| atlas().question(*q).unwrap().id == id).unwrap_or_else(|| panic!("no {id}"))
}

fn answer(id: &str, yes: bool) -> Action {
    Action::Answer(question(id), Some(yes))
}

fn press(name: &str, side: Side, felt: Felt) -> Action {
    Action::Press(point(name), side, Some(felt))
}

fn left(name: &str, intensity: u8) -> Vec<Mark> {
    marks(&atlas(), name, intensity).into_iter().filter(|m| m.side == Side::Left).collect()
}

fn sore(places: &[(&str, u8)]) -> State {
    let marks = places.iter().flat_map(|(name, intensity)| left(name, *intensity)).collect();
    after(&fresh("en"), [Action::SetSides(Sides::One(Side::Left)), Action::Hurts(marks)])
}

fn of(state: &State, name: &str) -> Ranked {
    let ranked = rank(&state.atlas, &state.case());
    ranked.into_iter().find(|r| r.point == point(name)).unwrap_or_else(|| panic!("{name} does not rank"))
}

fn open(state: &State) -> Vec<QuestionId> {
    questions(&state.atlas, &state.case(), &rank(&state.atlas, &state.case()))
}

// Questions.

#[test]
fn an_answer_speaks_for_some_and_against_others_and_is_told() {
    let state = sore(&[("heel_plantar", 6)]);
    let yes = after(&state, [answer("uphill", true)]);
    let no = after(&state, [answer("uphill", false)]);
    let scores = [&no, &state, &yes].map(|s| of(s, "soleus.1").score);
    assert!(scores.is_sorted() && scores[0] < scores[2], "{scores:?}");
    assert!(of(&yes, "soleus.1").reasons.contains(&Reason::Answer(question("uphill"))));
    assert!(of(&no, "soleus.1").doubts.contains(&Doubt::Answer(question("uphill"))));
    assert_eq!(of(&yes, "quadratus_plantae.1").score, of(&state, "quadratus_plantae.1").score);
    assert_eq!(after(&yes, [Action::Answer(question("uphill"), None)]), state, "it can be taken back");
    assert_eq!(after(&no, [answer("uphill", true)]), yes, "and changed");
}

#[test]
fn a_question_is_asked_only_if_an_answer_would_change_the_order() {
    for region in atlas().region_ids() {
        let state = after(&fresh("en"), [Action::Hurts(vec![Mark { region, side: Side::Left, intensity: 5 }])]);
        let order = |s: &State| {
            plan::results(s).iter().map(|r| s.atlas.point(r.point).unwrap().muscle).take(8).collect::<Vec<_>>()
        };
        let before = order(&state);
        let asked = open(&state);
        for id in state.atlas.question_ids() {
            let changes = [true, false].iter().any(|yes| {
                // Only among those that stand there now: one that comes in from below is no news of them.
                let mut then = order(&update(&state, Action::Answer(id, Some(*yes))));
                then.retain(|m| before.contains(m));
                then != before.iter().copied().filter(|m| then.contains(m)).collect::<Vec<_>>()
            });
            let warns = !state.atlas.question(id).unwrap().flags.is_empty() && !before.is_empty();
            let name = &state.atlas.question(id).unwrap().id;
            assert!(
                !changes || asked.contains(&id),
                "{name} would change the order for {}",
                state.atlas.region_name(region)
            );
            assert!(!asked.contains(&id) || changes || warns || !before.is_empty(), "{name} changes nothing");
        }
    }
    assert_eq!(open(&fresh("en")), [], "nothing hurts");
}

#[test]
fn a_warning_sign_is_asked_last_changes_no_order_and_shows_what_to_do() {
    let state = sore_heel("en");
    assert_eq!(open(&state).last(), Some(&question("burning")));
    let yes = after(&state, [answer("burning", true)]);
    assert_eq!(rank(&yes.atlas, &yes.case()), rank(&state.atlas, &state.case()));
    let told = |s: &State| find::questions(s).into_iter().find(|q| q.id == question("burning")).map(|q| q.warnings);
    assert!(!told(&yes).unwrap()[0].advice.is_empty());
    assert_eq!(told(&after(&state, [answer("burning", false)])), Some(vec![]));
}

#[test]
fn at_most_four_are_open_and_those_answered_stay() {
    for lang in LANGS {
        let mut state = sore_heel(lang);
        for round in 0..20 {
            let shown = find::questions(&state);
            assert!(shown.iter().filter(|q| q.answer.is_none()).count() <= 4);
            assert_eq!(shown.iter().filter(|q| q.answer.is_some()).count(), state.answers.len());
            assert!(shown.iter().all(|q| !q.text.is_empty() && !q.why.is_empty()), "{lang}");
            let Some(next) = shown.into_iter().find(|q| q.answer.is_none()) else { break };
            state = update(&state, Action::Answer(next.id, Some(round % 2 == 0)));
        }
        assert_eq!(open(&state), [], "all that matters was asked");
        assert!(!state.answers.is_empty());
    }
    assert_eq!(find::questions(&support::bare("en")), [], "nothing is asked before the words have come");
}

#[test]
fn answers_outlive_the_pain_and_what_was_pressed_does_not() {
    let state = after(&sore_heel("en"), [answer("running", true), press("soleus.1", Side::Left, Felt::Tender)]);
    let more = after(&state, [Action::Tap(atlas().region_named("achilles").unwrap())]);
    assert_eq!((more.answers.len(), more.pressed.len()), (1, 1));
    let gone = after(&more, [Action::Hurts(Vec::new())]);
    assert_eq!((gone.answers.len(), gone.pressed.len()), (1, 0));
}

// Pressing.

#[test]
fn what_is_felt_ranks_anew() {
    let state = sore(&[("heel_plantar", 6)]);
    let felt = |felt| of(&after(&state, [press("quadratus_plantae.1", Side::Left, felt)]), "quadratus_plantae.1").score;
    let before = of(&state, "quadratus_plantae.1").score;
    assert!(felt(Felt::Reproduced) > felt(Felt::Tender) && felt(Felt::Tender) > before && before > felt(Felt::Nothing));
    assert!(felt(Felt::Nothing) > 0.0, "a finger never takes a point out of the list");
    assert_eq!(felt(Felt::Unreachable), before);
    let found = after(&state, [press("quadratus_plantae.1", Side::Left, Felt::Reproduced)]);
    assert_eq!(plan::results(&found)[0].point, point("quadratus_plantae.1"));
    assert_eq!(plan::results(&found)[0].reasons[0], Reason::Pressed(Felt::Reproduced));
    assert!(of(&found, "soleus.1").score < of(&state, "soleus.1").score + 1e-12, "the pain there is explained");
    let not = after(&state, [press("soleus.1", Side::Left, Felt::Nothing)]);
    assert_eq!(of(&not, "soleus.1").doubts[0], Doubt::NothingFelt);
    let other = after(&state, [press("soleus.1", Side::Right, Felt::Nothing)]);
    assert_eq!(of(&other, "soleus.1").score, of(&state, "soleus.1").score, "the other leg says nothing of this one");
}

#[test]
fn a_point_that_brings_on_the_pain_ranks_even_where_no_chart_has_it() {
    let state = sore(&[("heel_plantar", 6)]);
    assert!(!rank(&state.atlas, &state.case()).iter().any(|r| r.point == point("popliteus.1")));
    let found = after(&state, [press("popliteus.1", Side::Left, Felt::Reproduced)]);
    let own = of(&found, "popliteus.1");
    assert_eq!(
        (own.reasons.as_slice(), own.confidence),
        (&[Reason::Pressed(Felt::Reproduced)][..], Confidence::Unverified)
    );
}

#[test]
fn pressing_goes_on_from_point_to_point_and_ends() {
    for lang in LANGS {
        let mut state = sore_heel(lang);
        let mut seen = Vec::new();
        while let Some(here) = find::next_press(&state) {
            assert!(plan::pressable(&state.atlas, here.point), "{}", here.name);
            assert!(!seen.contains(&(here.point, here.side)), "{} is asked twice", here.name);
            assert!(
                [&here.name, &here.place, &here.leg, &here.find, &here.press].iter().all(|s| !s.is_empty()),
                "{lang}"
            );
            assert!(here.ceiling <= 7);
            seen.push((here.point, here.side));
            let felt = [Felt::Nothing, Felt::Unreachable, Felt::Tender][seen.len() % 3];
            state = update(&state, Action::Press(here.point, here.side, Some(felt)));
            assert!(seen.len() < 60);
        }
        assert!(
            seen.len() > 6 && seen[..2] == [(seen[0].0, Side::Left), (seen[0].0, Side::Right)],
            "both legs in turn"
        );
    }
    assert_eq!(find::next_press(&fresh("en")), None);
}

#[test]
fn the_points_of_no_self_massage_come_last_in_the_guide_and_never_on_the_screen() {
    let state = sore(&[("knee_posterior", 6), ("leg_posterior_upper", 6)]);
    let ranked = rank(&state.atlas, &state.case());
    let next = press_next(&state.atlas, &state.case(), &ranked);
    let alone: Vec<bool> = next.iter().map(|(p, _)| plan::pressable(&state.atlas, *p)).collect();
    assert!(alone.contains(&false) && alone.is_sorted_by(|a, b| a >= b), "{alone:?}");
}

#[test]
fn found_points_join_the_plan() {
    let state = sore_heel("en");
    assert!(!plan::points(&state).contains(&point("tibialis_posterior.1")));
    let found = after(&state, [press("tibialis_posterior.1", Side::Left, Felt::Reproduced)]);
    assert_eq!(plan::points(&found)[0], point("tibialis_posterior.1"));
    let own = after(
        &state,
        [Action::Pick(point("gastrocnemius.2")), press("tibialis_posterior.1", Side::Left, Felt::Reproduced)],
    );
    assert_eq!(plan::points(&own).len(), plan::points(&state).len() + 2);
    assert_eq!(
        plan::points(&after(&own, [press("tibialis_posterior.1", Side::Left, Felt::Nothing)])),
        plan::points(&own)
    );
    let never = after(&own, [press("popliteus.1", Side::Left, Felt::Reproduced)]);
    assert_eq!(plan::points(&never), plan::points(&own), "not for self-massage");
}

// Why, why not higher, and how sure.

#[test]
fn a_distant_suspect_is_told_and_kept_in_sight() {
    let state = sore(&[("leg_posterior_upper", 6)]);
    let calf = plan::results(&state);
    let small = calf.iter().find(|r| r.point == point("gluteus_minimus.2")).expect("the small muscle of the buttock");
    assert!(small.reasons.contains(&Reason::Distant));
    for near in ["gastrocnemius.2", "soleus.2", "biceps_femoris.1"] {
        assert!(!of(&state, near).reasons.contains(&Reason::Distant), "{near}");
    }
    let back = sore(&[("sacroiliac", 6)]);
    assert!(of(&back, "soleus.3").reasons.contains(&Reason::Distant));
    assert!(!of(&sore_heel("en"), "soleus.1").reasons.contains(&Reason::Distant));
    let mut later = 0;
    for region in atlas().region_ids() {
        let state = after(&fresh("en"), [Action::Hurts(vec![Mark { region, side: Side::Left, intensity: 5 }])]);
        let results = plan::results(&state);
        let shown = find::results(&state).into_iter().filter(|found| found.distant).count();
        assert_eq!(shown, results.iter().filter(|one| one.reasons.contains(&Reason::Distant)).count());
        for (at, one) in results.iter().enumerate() {
            let kept = at >= 5 && one.reasons.contains(&Reason::Distant);
            assert_eq!(distant(&results).contains(&one.point), kept);
            later += usize::from(kept);
        }
    }
    assert!(later > 0, "one such suspect stands further down");
    // Every group of muscles and regions has its height; a slip would go unseen.
    assert!(atlas().muscles.iter().all(|m| m.level > 0) && atlas().groups.iter().all(|g| g.level > 0));
}

#[test]
fn each_doubt_is_raised_where_it_is_due() {
    let state = sore(&[("heel_plantar", 6), ("knee_anterior", 3)]);
    let region = |name: &str| atlas().region_named(name).unwrap();
    let soleus = of(&state, "soleus.1");
    assert!(
        soleus.doubts.contains(&Doubt::Absent(vec![region("achilles"), region("heel_posterior")]))
            || soleus.doubts.contains(&Doubt::Absent(vec![region("heel_posterior"), region("achilles")]))
    );
    assert!(soleus.doubts.contains(&Doubt::Unexplained(vec![region("knee_anterior")])));
    let back = of(&state, "tibialis_posterior.1");
    assert!(back.doubts.contains(&Doubt::OnlySpillover) && back.doubts.iter().any(|d| matches!(d, Doubt::Seldom(_))));
    assert!(of(&sore(&[("jaw", 5)]), "soleus.4").doubts.contains(&Doubt::Rare));
}

#[test]
fn the_confidence_is_that_of_the_weakest_zone_it_rests_on() {
    assert_eq!(of(&sore(&[("heel_plantar", 6), ("achilles", 3)]), "soleus.1").confidence, Confidence::Book);
    assert_eq!(of(&sore(&[("heel_plantar", 6), ("arch_medial", 3)]), "soleus.1").confidence, Confidence::Secondary);
    assert_eq!(of(&sore(&[("ball_fifth", 6)]), "flexor_digiti_minimi_brevis.1").confidence, Confidence::Unverified);
    assert_eq!(of(&sore(&[("heel_plantar", 6)]), "flexor_hallucis_longus.1").confidence, Confidence::Study);
}

#[test]
fn all_that_is_told_is_said_in_every_language() {
    for lang in LANGS {
        let state = after(
            &sore_heel(lang),
            [
                Action::SetSides(Sides::One(Side::Left)),
                Action::Tap(atlas().region_named("leg_posterior_upper").unwrap()),
                Action::Tap(atlas().region_named("jaw").unwrap()),
                answer("running", true),
                answer("uphill", false),
                answer("burning", true),
                press("soleus.1", Side::Left, Felt::Reproduced),
                press("abductor_hallucis.1", Side::Left, Felt::Tender),
                press("quadratus_plantae.1", Side::Left, Felt::Nothing),
            ],
        );
        let (mut all, mut kinds) = (Vec::new(), Vec::new());
        for one in find::results(&state) {
            assert_eq!(one.leg, state.text.say(referred_pain_explorer::atlas::Msg::TimerLeft));
            all.extend([one.support.clone()]);
            all.extend(one.reasons.iter().chain(&one.doubts).cloned());
            kinds.push(one.reasons.len() + one.doubts.len());
        }
        let together = find::together(&state).unwrap();
        all.extend([together.words, together.rest].into_iter().filter(|s| !s.is_empty()));
        assert!(all.iter().all(|s| s.len() > 5 && !s.contains(['{', '}']) && !s.contains(": .")), "{lang}: {all:#?}");
        assert!(kinds.iter().sum::<usize>() > 20);
    }
}

// All of the pain.

fn explained(points: &[(PointId, Sides)], mark: &Mark) -> bool {
    points.iter().any(|(p, sides)| sides.has(mark.side) && atlas().zone_kind(*p, mark.region).is_some())
}

fn covered(marks: &[Mark]) -> Cover {
    let case = Case::of(marks);
    cover(&atlas(), &case, &rank(&atlas(), &case))
}

#[test]
fn two_pains_of_two_muscles_are_explained_by_both() {
    let state = sore(&[
        ("heel_plantar", 6),
        ("heel_posterior", 5),
        ("achilles", 5),
        ("toe_great_plantar", 6),
        ("ball_first", 5),
    ]);
    let together = find::together(&state).unwrap();
    assert_eq!(together.points.len(), 1, "one muscle reaches all of it: {}", together.words);
    let two = sore(&[("heel_medial", 6), ("knee_anterior", 5), ("groin", 4)]);
    let together = find::together(&two).unwrap();
    assert!(together.points.iter().any(|(p, _)| *p == point("abductor_hallucis.1")) && together.rest.is_empty());
    assert_eq!(find::together(&sore(&[("heel_plantar", 6)])), None, "one place needs no set");
    let found = after(&state, [press("quadratus_plantae.1", Side::Left, Felt::Reproduced)]);
    let known = find::together(&found).unwrap();
    assert_eq!(known.points[0], (point("quadratus_plantae.1"), Sides::One(Side::Left)), "what was found stands in it");
}

#[test]
fn what_hurts_alike_on_both_legs_is_one_set_for_both() {
    let state = sore_heel("en");
    assert!(find::together(&state).unwrap().points.iter().all(|(_, sides)| *sides == Sides::Both));
}

fn mark() -> impl Strategy<Value = Mark> {
    (0..REGIONS, any::<bool>(), 1u8..=10).prop_map(|(region, right, intensity)| {
        let side = if right { Side::Right } else { Side::Left };
        Mark { region: RegionId(region), side, intensity }
    })
}

fn pressed() -> impl Strategy<Value = Pressed> {
    (0..atlas().points.len() as u16, any::<bool>(), 0..4usize).prop_map(|(point, right, felt)| {
        let side = if right { Side::Right } else { Side::Left };
        Pressed { point: PointId(point), side, felt: Felt::ALL[felt] }
    })
}

fn answers() -> impl Strategy<Value = Vec<Answer>> {
    let one = (0..atlas().questions.len() as u16, any::<bool>());
    prop::collection::vec(one.prop_map(|(q, yes)| Answer { question: QuestionId(q), yes }), 0..8)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(250))]

    #[test]
    fn any_case_is_ranked_within_bounds_and_gives_no_answer_twice(
        marks in prop::collection::vec(mark(), 0..30),
        answers in answers(),
        pressed in prop::collection::vec(pressed(), 0..10),
    ) {
        let case = Case { marks: &marks, answers: &answers, pressed: &pressed };
        let ranked = rank(&atlas(), &case);
        for one in &ranked {
            prop_assert!(one.score > 0.0 && one.score <= 1.0, "{}", one.score);
            prop_assert!(one.sides.has(one.side) && !one.reasons.is_empty());
        }
        prop_assert_eq!(&ranked, &rank(&atlas(), &case));
        let asked = questions(&atlas(), &case, &ranked);
        prop_assert!(asked.iter().all(|q| case.answer(*q).is_none()));
        let next = press_next(&atlas(), &case, &ranked);
        prop_assert!(next.iter().all(|(p, side)| case.felt(*p, *side).is_none()));
        let each = one_each(&atlas(), ranked);
        prop_assert!(distant(&each).len() + 5 <= each.len().max(5));
    }

    #[test]
    fn more_pain_in_an_essential_zone_never_lowers_its_point_whatever_else_is_known(
        marks in prop::collection::vec(mark(), 0..8), answers in answers(), pressed in prop::collection::vec(pressed(), 0..6),
        at in 0..10_000usize, low in 0u8..10, more in 1u8..=10,
    ) {
        let atlas = atlas();
        let zones: Vec<(PointId, RegionId)> = atlas
            .point_ids()
            .flat_map(|p| atlas.point(p).unwrap().zones.iter().filter(|z| z.kind == ZoneKind::Essential).map(move |z| (p, z.region)))
            .collect();
        let (point, region) = zones[at % zones.len()];
        let score = |intensity: u8| {
            let others = marks.iter().copied().filter(|m| (m.region, m.side) != (region, Side::Left));
            let marks: Vec<Mark> = others.chain([Mark { region, side: Side::Left, intensity }]).collect();
            let case = Case { marks: &marks, answers: &answers, pressed: &pressed };
            rank(&atlas, &case).iter().find(|r| r.point == point).map_or(0.0, |r| r.score)
        };
        let (before, after) = (score(low), score(low.saturating_add(more).min(10)));
        prop_assert!(after >= before - 1e-12, "{} fell from {before} to {after}", atlas.point_name(point));
    }

    #[test]
    fn all_that_can_be_explained_is_and_by_as_few_as_can_be(marks in prop::collection::vec(mark(), 1..7)) {
        let atlas = atlas();
        let Cover { points, rest } = covered(&marks);
        for mark in &marks {
            let known = atlas.point_ids().any(|p| atlas.zone_kind(p, mark.region).is_some());
            let named = rest.iter().any(|(r, sides)| *r == mark.region && sides.has(mark.side));
            prop_assert_eq!(explained(&points, mark), known);
            prop_assert_eq!(named, !known);
        }
        // For each leg no single point and no pair does what more of them do.
        for side in [Side::Left, Side::Right] {
            let own: Vec<Mark> = marks.iter().copied().filter(|m| m.side == side && explained(&points, m)).collect();
            let count = points.iter().filter(|(_, sides)| sides.has(side)).count();
            let all: Vec<PointId> = atlas.point_ids().collect();
            let does = |set: &[PointId]| own.iter().all(|m| set.iter().any(|p| atlas.zone_kind(*p, m.region).is_some()));
            prop_assert!(count < 2 || !all.iter().any(|p| does(&[*p])), "one would do");
            prop_assert!(count < 3 || !all.iter().any(|p| all.iter().any(|q| does(&[*p, *q]))), "two would do");
        }
    }
}

#[test]
fn five_hundred_marks_are_asked_about_pressed_and_explained() {
    let mark = |i: u32| Mark {
        region: RegionId((i * 7 % u32::from(REGIONS)) as u16),
        side: if i.is_multiple_of(2) { Side::Left } else { Side::Right },
        intensity: (i % 10 + 1) as u8,
    };
    let state = after(&fresh("en"), [Action::Hurts((0..500).map(mark).collect())]);
    assert!(find::together(&state).is_some() && find::next_press(&state).is_some());
    let _ = (find::questions(&state), find::results(&state));
    let read = after(&state, [Action::Choose(Some(Choice::Point(point("soleus.1"))))]);
    assert!(!find::results(&read).is_empty());
}

#[test]
fn the_way_back_leads_through_all_that_was_looked_at() {
    let look = |name: &str| Action::Choose(Some(Choice::Muscle(support::muscle(name))));
    let heel = sore_heel("en");
    let deep =
        after(&heel, [look("soleus"), look("gastrocnemius"), Action::Choose(Some(Choice::Doctor)), look("soleus")]);
    let names = |state: &State| state.choice;
    let mut way = Vec::new();
    let mut state = deep.clone();
    while state.choice.is_some() {
        way.push(names(&state).unwrap());
        state = update(&state, Action::Back);
    }
    let muscle = |name: &str| Choice::Muscle(support::muscle(name));
    assert_eq!(way, [muscle("soleus"), Choice::Doctor, muscle("gastrocnemius"), muscle("soleus")]);
    assert_eq!(State { look: heel.look, ..state.clone() }, heel, "at the end the list is as it was");
    assert_eq!(update(&state, Action::Back), state, "further back there is nothing");
    // Leaving at once forgets the way; the same page twice is one step.
    assert!(update(&deep, Action::Choose(None)).trail.is_empty());
    assert_eq!(after(&heel, [look("soleus"), look("soleus")]).trail, []);
    let long = (0..200)
        .fold(heel.clone(), |state, at| update(&state, look(if at % 2 == 0 { "soleus" } else { "gastrocnemius" })));
    assert!(long.trail.len() <= 30);
}
