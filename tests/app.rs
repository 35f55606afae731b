//! What follows from what happens, and what is shown of it: the program without a screen, on the real atlas.
#![cfg(feature = "bundled")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
mod support;

use proptest::prelude::*;
use referred_pain_explorer::app::Part;
use referred_pain_explorer::app::select::fetch::wanted;
use referred_pain_explorer::app::select::{aside, card, day, find, map, massage, timer, trend};
use referred_pain_explorer::app::{Action, Choice, Deed, Gate, Listing, Screen, Settings, Sides, State};
use referred_pain_explorer::app::{plan, update};
use referred_pain_explorer::atlas::{GroupId, Ink, Layer, Mark, Msg, PointId, RegionId, Side, View, ZoneKind, bundle};
use referred_pain_explorer::diary::Day;
use referred_pain_explorer::session::{Limits, Phase, Routine, Span};
use std::collections::BTreeSet;
use std::rc::Rc;
use support::{DAY, LANGS, after, at, bare, cues, fresh, marks, muscle, passed, point, running, sore_heel};

/// The regions that are marked.
fn marked(state: &State) -> BTreeSet<RegionId> {
    state.marks.iter().map(|m| m.region).collect()
}

/// How long the suggested massage takes, in milliseconds.
fn total(state: &State) -> i64 {
    state.session.as_ref().unwrap().routine().total().as_millis()
}

// Marking.

#[test]
fn tapping_a_region_twice_restores() {
    let state = fresh("en");
    for region in state.atlas.region_ids() {
        let once = update(&state, Action::Tap(region));
        assert_eq!(marked(&once), [region].into());
        assert_eq!(update(&once, Action::Tap(region)), state);
    }
}

#[test]
fn tapping_a_group_marks_all_of_it_then_none() {
    let state = fresh("en");
    for at in 0..state.atlas.groups.len() {
        let group = GroupId(at as u16);
        let regions = state.atlas.regions_in(group);
        let all = update(&state, Action::TapGroup(group));
        assert_eq!(marked(&all), regions.iter().copied().collect());
        assert!(find::groups(&all).iter().find(|g| g.id == group).unwrap().on);
        assert_eq!(update(&all, Action::TapGroup(group)), state);
        if regions.len() < 2 {
            continue;
        }
        // Some of it marked, and something else: the rest is added, nothing twice, the other stays.
        let elsewhere = state.atlas.region_ids().find(|r| !regions.contains(r)).unwrap();
        let some = after(&state, [Action::Tap(elsewhere), Action::Tap(regions[0])]);
        let rest = update(&some, Action::TapGroup(group));
        assert_eq!(
            (rest.marks.len(), marked(&rest).len()),
            (2 * (regions.len() + 1), regions.len() + 1),
            "on both legs"
        );
        assert_eq!(marked(&update(&rest, Action::TapGroup(group))), [elsewhere].into());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn tapping_twice_restores_whatever_was_tapped_before(taps in prop::collection::vec(0u16..52, 0..12), last in 0u16..52) {
        let before = after(&fresh("en"), taps.into_iter().map(|r| Action::Tap(RegionId(r))));
        let twice = after(&before, [Action::Tap(RegionId(last)), Action::Tap(RegionId(last))]);
        prop_assert_eq!(marked(&twice), marked(&before));
        prop_assert_eq!(twice.marks.len(), before.marks.len());
        prop_assert_eq!(plan::results(&twice), plan::results(&before));
    }

    #[test]
    fn settings_are_brought_back_within_their_limits(hold: i64, rounds: i64, per_day: i64, sound: bool) {
        let wild = Settings { hold, rounds, per_day, cues: cues(sound) };
        let state = update(&fresh("en"), Action::Set(wild));
        let within = |value: i64, (low, high): (i64, i64), asked: i64| value == asked.clamp(low, high);
        let set = state.settings;
        prop_assert!(within(set.hold, Limits::HOLD, hold));
        prop_assert!(within(set.rounds, Limits::ROUNDS, rounds));
        prop_assert!(within(set.per_day, Limits::PER_DAY, per_day));
        prop_assert_eq!(set.cues.tone, sound);
        let loaded = Action::Loaded { checked: false, settings: Some(wild), today: Day::default() };
        prop_assert_eq!(update(&fresh("en"), loaded).settings, set);
    }
}

#[test]
fn new_pain_leaves_the_card_and_the_old_plan() {
    let state = sore_heel("en");
    let own = after(&state, [Action::Choose(Some(Choice::Muscle(muscle("soleus")))), Action::Pick(point("soleus.2"))]);
    assert!(own.picked.is_some());
    let next = update(&own, Action::Tap(marks(&own.atlas, "arch_medial", 5)[0].region));
    assert_eq!((next.choice, next.picked), (None, None));
}

// The plan.

#[test]
fn nothing_is_suggested_before_anything_hurts() {
    let state = fresh("en");
    assert_eq!(plan::points(&state), []);
    let model = massage::plan(&state);
    assert!(model.lines.is_empty() && !model.own);
    let asked = update(&state, Action::Start(None, at(0)));
    assert_eq!((asked.gate, asked.session), (Gate::Open, None), "there is nothing to start");
}

#[test]
fn the_suggestion_is_the_best_pressable_points_one_a_muscle() {
    let state = sore_heel("en");
    let points = plan::points(&state);
    assert_eq!(points.len(), 3);
    assert!(points.iter().all(|p| plan::pressable(&state.atlas, *p)));
    let muscles: BTreeSet<_> = points.iter().map(|p| state.atlas.point(*p).unwrap().muscle).collect();
    assert_eq!(muscles.len(), 3);
    let results: Vec<PointId> = plan::results(&state).iter().map(|r| r.point).collect();
    let first = results.into_iter().filter(|p| plan::pressable(&state.atlas, *p)).take(3).collect::<Vec<_>>();
    assert_eq!(points, first);
}

#[test]
fn both_legs_make_two_steps_of_a_point() {
    let state = sore_heel("en");
    let points = plan::points(&state);
    for sides in [Sides::Both, Sides::One(Side::Left), Sides::One(Side::Right)] {
        let routine = plan::routine(&update(&state, Action::SetSides(sides)));
        let steps: Vec<_> = routine.steps.iter().map(|s| (s.point, s.side)).collect();
        let wanted: Vec<_> = points.iter().flat_map(|p| sides.list().iter().map(move |s| (*p, *s))).collect();
        assert_eq!(steps, wanted);
        assert_eq!(steps.len(), points.len() * if sides == Sides::Both { 2 } else { 1 });
        assert!(routine.steps.iter().all(|s| s.hold == Span::seconds(state.settings.hold)));
    }
}

#[test]
fn picking_adds_to_the_suggestion_and_takes_out_again() {
    let state = sore_heel("en");
    let suggested = plan::points(&state);
    let more = point("soleus.2");
    let added = update(&state, Action::Pick(more));
    assert_eq!(plan::points(&added), [suggested.as_slice(), &[more]].concat());
    assert_eq!(plan::points(&update(&added, Action::Pick(more))), suggested);
    let fewer = update(&state, Action::Pick(suggested[0]));
    assert_eq!(plan::points(&fewer), suggested[1..]);
    let none = after(&state, suggested.iter().map(|p| Action::Pick(*p)));
    assert_eq!(plan::points(&none), [], "all taken out is not the suggestion again");
    assert_eq!(plan::points(&update(&none, Action::Unpick)), suggested);
    // What is not for one's own hands stays out.
    for id in state.atlas.point_ids().filter(|p| !plan::pressable(&state.atlas, *p)) {
        assert!(!plan::points(&update(&state, Action::Pick(id))).contains(&id));
    }
}

#[test]
fn picking_from_a_card_keeps_the_suggestion() {
    let state = sore_heel("en");
    let suggested = plan::points(&state);
    let card = update(&state, Action::Choose(Some(Choice::Muscle(muscle("gastrocnemius")))));
    let own = update(&card, Action::Pick(point("gastrocnemius.1")));
    let added = suggested.iter().copied().chain([point("gastrocnemius.1")]).collect::<Vec<_>>();
    assert_eq!(plan::points(&own), added);
}

#[test]
fn points_move_up_and_down_and_stay_at_the_ends() {
    let state = sore_heel("en");
    let [a, b, c] = plan::points(&state)[..] else { panic!("three points") };
    let order = |actions: &[Action]| plan::points(&after(&state, actions.iter().cloned()));
    assert_eq!(order(&[Action::Move(b, true)]), [b, a, c]);
    assert_eq!(order(&[Action::Move(b, false)]), [a, c, b]);
    assert_eq!(order(&[Action::Move(a, true)]), [a, b, c]);
    assert_eq!(order(&[Action::Move(c, false)]), [a, b, c]);
    assert_eq!(order(&[Action::Move(a, false), Action::Move(a, false)]), [b, c, a]);
    assert_eq!(order(&[Action::Move(c, true), Action::Move(c, false)]), [a, b, c]);
    assert_eq!(order(&[Action::Move(PointId(255), true)]), [a, b, c]);
}

#[test]
fn the_plan_tells_how_long_it_takes() {
    let state = sore_heel("en");
    let set = Settings { hold: 40, rounds: 3, ..fresh("en").settings };
    let both = update(&state, Action::Set(set));
    let state = update(&both, Action::SetSides(Sides::One(Side::Right)));
    let model = massage::plan(&state);
    // 5 s to get ready, 9 holds, 8 changes of 8 s.
    assert_eq!(plan::routine(&state).total(), Span::seconds(5 + 9 * 40 + 8 * 8));
    assert_eq!(model.clock, "7:09");
    assert!(model.total.contains('7') && model.start.contains('3'), "{} {}", model.total, model.start);
    assert_eq!((model.lines.len(), model.many, model.unusual_hold, model.own), (3, false, false, false));
    assert_eq!(massage::plan(&both).clock, "14:21", "18 holds, 17 changes");
    let long = massage::plan(&update(&state, Action::Set(Settings { hold: 65, ..set })));
    assert!(long.unusual_hold);
    let more = ["soleus.2", "soleus.3"].map(|name| Action::Pick(point(name)));
    assert!(massage::plan(&after(&state, more)).many);
}

// The check before the first massage.

#[test]
fn a_start_without_the_check_asks_and_safe_starts() {
    let state = sore_heel("en");
    let asked = update(&state, Action::Start(None, at(0)));
    assert!(
        matches!(&asked.gate, Gate::Asking(routine, since) if *routine == plan::routine(&state) && *since == at(0).now)
    );
    assert_eq!((asked.session.as_ref(), asked.checked), (None, false));
    let Some(massage::SafetyModel::Asking(flags, care)) = massage::safety(&asked) else { panic!("it asks") };
    assert_eq!(flags.len(), state.atlas.red_flags.len());
    assert!(!flags.is_empty() && !care.is_empty());
    let hasty = update(&asked, Action::Safe(at(300)));
    assert_eq!(hasty, asked, "a double tap on the start does not answer");
    let safe = update(&asked, Action::Safe(at(2_000)));
    assert_eq!((&safe.gate, safe.checked, safe.screen), (&Gate::Open, true, Screen::Massage));
    let session = safe.session.as_ref().unwrap();
    assert_eq!((session.started(), session.phase()), (at(2_000).now, Phase::Ready), "it starts at the answer");
    // From now on nothing is asked.
    let again = after(&safe, [Action::Stop(at(3_000)), Action::PutAway, Action::Start(None, at(4_000))]);
    assert!(again.live().is_some() && again.gate == Gate::Open);
}

#[test]
fn a_red_flag_stops_and_no_session_begins() {
    let asked = update(&sore_heel("en"), Action::Start(None, at(0)));
    for flag in 0..asked.atlas.red_flags.len() {
        let stopped = update(&asked, Action::Flag(flag));
        assert_eq!(stopped.gate, Gate::Stopped(flag));
        let Some(massage::SafetyModel::Stopped(line)) = massage::safety(&stopped) else { panic!("it stops") };
        assert!(!line.advice.is_empty() && !line.title.is_empty());
        for way in [Action::Safe(at(1)), Action::Wake(at(1)), Action::Resume(at(1)), Action::Next(at(1))] {
            let next = update(&stopped, way);
            assert_eq!((next.session, next.checked), (None, false));
        }
        let left = update(&stopped, Action::LeaveGate);
        assert_eq!((&left.gate, &left.session, left.checked), (&Gate::Open, &None, false));
        assert!(matches!(update(&left, Action::Start(None, at(2))).gate, Gate::Asking(..)), "it asks again");
    }
}

#[test]
fn a_second_start_does_not_disturb_the_first() {
    let state = running("en");
    let later = after(&state, [Action::Wake(at(9_000)), Action::Start(None, at(10_000))]);
    assert_eq!(later.session.as_ref().unwrap().started(), at(0).now);
}

// The session and the diary.

#[test]
fn finishing_writes_exactly_one_entry() {
    let state = running("en");
    let total = total(&state);
    let mut now = 0;
    let mut run = state.clone();
    while now < total {
        assert_eq!(run.book.entries().count(), 0);
        now += 700;
        run = update(&run, Action::Wake(at(now)));
    }
    assert_eq!(run.session.as_ref().unwrap().phase(), Phase::Done);
    assert_eq!(run.notice, None, "whoever was there missed nothing");
    let entry = run.book.entries().next().unwrap().clone();
    assert!(entry.complete);
    assert_eq!(run.finished.as_ref().unwrap().entry.as_ref(), Some(&entry));
    let held: Vec<u32> = entry.steps.iter().map(|s| s.held).collect();
    assert_eq!(held, vec![90; 6], "three points on two legs, two rounds of 45 s");
    assert_eq!(entry.at, at(total).now.0, "it ended when it was due to");
    // Whatever comes after, it stays one.
    let more = [
        Action::Wake(at(now + 1)),
        Action::Next(at(now + 2)),
        Action::Previous(at(now + 3)),
        Action::Resume(at(now + 4)),
        Action::Stop(at(now + 5)),
        Action::PutAway,
        Action::Wake(at(now + 6)),
        Action::Stop(at(now + 7)),
    ];
    let end = after(&run, more);
    assert!(end.book.entries().eq([&entry]));
    assert_eq!((end.session, end.finished), (None, None));
}

#[test]
fn a_massage_stopped_early_is_kept_but_does_not_count() {
    // 5 s to get ready, then 20 s of the first hold.
    let stopped = update(&running("en"), Action::Stop(at(25_000)));
    let entry = stopped.book.entries().next().expect("one entry");
    assert!(!entry.complete);
    let steps: Vec<_> = entry.steps.iter().map(|s| (s.side.as_str(), s.held)).collect();
    assert_eq!(steps, [("left", 20)], "what was not pressed is not told");
    assert_eq!(stopped.book.done_on(&at(0).day), 0);
    let model = timer::done(&stopped).unwrap();
    assert_eq!((model.title, model.remark), (Msg::DoneTitlePart, Some(Msg::DonePart)));
    let day = day::day(&stopped);
    assert_eq!((day.done, day.today.len(), day.today[0].part), (0, 1, true));
}

#[test]
fn less_than_ten_seconds_are_not_kept() {
    for (ms, kept) in [(0, 0), (4_000, 0), (5_000, 0), (14_999, 0), (15_000, 1)] {
        let stopped = update(&running("en"), Action::Stop(at(ms)));
        assert_eq!(stopped.book.entries().count(), kept, "stopped after {ms} ms");
        assert_eq!(stopped.session.as_ref().unwrap().phase(), Phase::Done);
        let finished = stopped.finished.as_ref().unwrap();
        assert_eq!(finished.entry.is_some(), kept == 1);
        assert!(timer::done(&stopped).is_some(), "it says so");
    }
}

#[test]
fn a_pause_is_not_pressing() {
    let paused = after(&running("en"), [Action::Wake(at(5_000)), Action::Pause(at(9_000))]);
    let session = paused.session.as_ref().unwrap();
    assert!(session.paused());
    let later = update(&paused, Action::Wake(at(DAY / 2)));
    assert_eq!(later.session.as_ref().unwrap().remaining(at(DAY / 2).now), Span::seconds(41));
    assert_eq!(update(&later, Action::Stop(at(DAY / 2))).book.entries().count(), 0, "four seconds were pressed");
}

#[test]
fn a_jump_in_time_to_the_end_finishes_and_tells_once_what_was_missed() {
    let state = running("en");
    let total = total(&state);
    let jumped = update(&state, Action::Wake(at(total + 3_600_000)));
    assert_eq!(jumped.session.as_ref().unwrap().phase(), Phase::Done);
    let away = jumped.run.away.as_ref().expect("it is asked about");
    assert_eq!(away.ran_out, 12, "three points, two legs, two rounds");
    assert_eq!((jumped.finished.is_none(), jumped.book.entries().count()), (true, 0), "nothing is written in doubt");
    let jumped = update(&jumped, Action::Do(Deed::Pressed, at(total + 3_600_000)));
    let entry = jumped.book.entries().next().expect("one entry");
    assert_eq!((entry.complete, entry.at), (true, at(total).now.0));
    for again in [Action::Wake(at(total + 3_600_001)), Action::Next(at(total + 9_999_999))] {
        let next = update(&jumped, again);
        assert_eq!((next.run.away.is_none(), next.book.entries().count()), (true, 1));
    }
}

#[test]
fn a_short_sleep_tells_only_what_ran_out() {
    // Asleep from the get-ready to 1 s into the change-over: the hold ended just now.
    let state = running("en");
    assert_eq!(update(&state, Action::Wake(at(51_000))).run.away, None);
    let away = update(&state, Action::Wake(at(55_000))).run.away.as_ref().map(|away| (away.ran_out, away.gone));
    assert_eq!(
        away,
        Some((1, Span::seconds(5))),
        "nobody told when they left, so it counts from what was missed first"
    );
    let hidden = update(&state, Action::Do(Deed::Hide, at(3_000)));
    let back = update(&hidden, Action::Wake(at(193_000)));
    assert!(aside::away(&back).is_some_and(|own| own.title.contains("3 min 10 s")), "{:?}", aside::away(&back));
    let away = back.run.away.as_ref().map(|away| (away.ran_out, away.gone));
    assert_eq!(away, Some((3, Span::seconds(190))));
}

#[test]
fn the_next_day_counts_from_zero() {
    let first = running("en");
    let total = total(&first);
    let mut state = after(&first, passed(total));
    assert_eq!((day::day(&state).done, state.today.as_str()), (1, "2026-11-22"));
    state = after(&state, [Action::PutAway, Action::Start(None, at(total + 60_000))]);
    state = after(&after(&state, passed(2 * total + 60_000)), [Action::PutAway]);
    let model = day::day(&state);
    assert_eq!((model.done, model.of, model.today.len()), (2, 3, 2));
    assert!(model.count.contains('2') && model.count.contains('3'), "{}", model.count);
    assert!(model.left.contains('1'), "{}", model.left);
    // A day later, told by any moment or by a reload.
    let loaded = Action::Loaded { checked: true, settings: None, today: at(DAY).day };
    for next in [Action::Wake(at(DAY)), loaded] {
        let later = update(&state, next);
        let model = day::day(&later);
        assert_eq!((model.done, model.today.len()), (0, 0));
        let rows: Vec<_> =
            trend::trend(&later).rows.iter().map(|row| (row.first.as_str().to_owned(), row.done)).collect();
        assert_eq!(rows, [("2026-11-22".to_owned(), 2)]);
        assert!(model.count.contains('0'), "{}", model.count);
    }
}

#[test]
fn the_day_is_full_and_never_overfull() {
    let mut state = update(&running("en"), Action::Set(Settings { per_day: 1, ..fresh("en").settings }));
    let total = total(&state);
    for n in 0..3 {
        let begin = n * (total + 1_000);
        state = after(&after(&state, [Action::PutAway, Action::Start(None, at(begin))]), passed(begin + total));
        let model = day::day(&state);
        assert_eq!((model.done, model.of), (n as usize + 1, 1));
        assert_eq!(model.left, state.text.say(Msg::DayEnough));
        let latest: Vec<i64> = model.today.iter().map(|l| l.at).collect();
        assert!(latest.windows(2).all(|p| p[0] > p[1]), "latest first");
    }
}

#[test]
fn what_was_loaded_neither_unchecks_nor_forgets_a_running_session() {
    let state = running("en");
    let loaded = Action::Loaded { checked: false, settings: None, today: at(0).day };
    let next = update(&state, loaded);
    assert!(next.checked && next.live().is_some());
}

// What is shown.

#[test]
fn results_are_told_with_reasons() {
    for lang in LANGS {
        let state = sore_heel(lang);
        let results = find::results(&state);
        let best: Vec<u8> = results.iter().map(|r| r.match_percent).collect();
        assert!(best.windows(2).all(|p| p[0] >= p[1]) && best.iter().all(|p| (1..=100).contains(p)));
        for found in &results {
            assert!(!found.name.is_empty() && !found.place.is_empty());
            assert!(!found.reasons.is_empty() && found.reasons.iter().all(|r| r.len() > 5), "{}", found.name);
            assert!(found.match_words.contains(&found.match_percent.to_string()));
            assert_eq!(found.picked, plan::points(&state).contains(&found.point));
            assert_eq!(found.pressable, plan::pressable(&state.atlas, found.point));
        }
    }
    assert_eq!(find::results(&fresh("en")), [], "nothing hurts, nothing is found");
}

#[test]
fn until_the_prose_has_come_a_card_says_what_is_known() {
    let open = |state: &State| update(state, Action::Choose(Some(Choice::Muscle(muscle("soleus")))));
    let bare = open(&bare("en"));
    let model = card::card(&bare).unwrap();
    assert_eq!((model.name.as_str(), model.points.len(), model.page.is_none()), ("Soleus", 4, true));
    assert!(model.points.iter().all(|p| !p.place.is_empty() && !p.zones.is_empty()));
    let prose = bundle::unpack_prose(bundle::pack("prose-en")).unwrap();
    let read = after(&bare, [Action::Read(Rc::new(prose)), Action::Lend(Rc::new(bundle::library()))]);
    assert_eq!(card::card(&read), card::card(&open(&fresh("en"))));
}

#[test]
fn what_is_missing_is_asked_for_when_it_is_needed() {
    let parts = |s: &State| wanted(s).into_iter().map(Part::name).collect::<Vec<_>>();
    let state = bare("en");
    assert_eq!(parts(&state), ["posterior"], "at first only what is in sight");
    let day = update(&state, Action::Show(Screen::Day));
    assert_eq!(parts(&day), Vec::<String>::new(), "no map, no drawing");
    let deep = update(&state, Action::SetLayer(Layer::Deep));
    assert_eq!(parts(&deep), ["posterior", "deeper-posterior"]);
    let reading = update(&state, Action::Choose(Some(Choice::Muscle(muscle("abductor_hallucis")))));
    assert_eq!(
        parts(&reading).len(),
        4,
        "the view that shows it, its zones, the prose, the library: {:?}",
        parts(&reading)
    );
    assert_eq!(parts(&update(&state, Action::Touch)).len(), 14, "whoever begins gets all the rest");
    assert_eq!(parts(&update(&fresh("en"), Action::Touch)), Vec::<String>::new());
    for view in View::ALL {
        for part in [Part::Drawing(*view), Part::Deeper(*view)] {
            assert_eq!(Part::parse(&part.name()), Some(part));
        }
    }
    // Another language has prose of its own.
    let dutch = update(&fresh("en"), Action::Speak(bare("nl").text));
    assert_eq!(parts(&update(&dutch, Action::Touch)), ["prose"]);
}

#[test]
fn the_groups_begin_where_most_people_look() {
    let state = sore_heel("en");
    let groups = find::groups(&state);
    assert_eq!(state.atlas.group(groups[0].id).unwrap().id, "heel");
    assert!(groups[0].on && groups[1..].iter().all(|g| !g.on && !g.some));
    assert_eq!(groups.iter().map(|g| g.places.len()).sum::<usize>(), state.atlas.regions.len());
}

#[test]
fn a_card_tells_all_about_a_muscle() {
    for lang in LANGS {
        let state = sore_heel(lang);
        assert_eq!(card::card(&state), None);
        for id in state.atlas.muscle_ids() {
            let model = card::card(&update(&state, Action::Choose(Some(Choice::Muscle(id))))).unwrap();
            let page = model.page.as_ref().unwrap();
            let paragraphs = [
                &model.name,
                &model.plain,
                &page.about,
                &page.actions,
                &page.attachments,
                &page.stretch,
                &page.evidence,
                &page.latin,
                &page.nerve,
            ];
            assert!(paragraphs.iter().all(|p| !p.trim().is_empty()), "{lang} {}", page.latin);
            assert!(!page.sources.is_empty() && page.sources.iter().all(|s| !s.title.is_empty()));
            for study in &page.studies {
                assert!(
                    [&study.design, &study.finding, &study.limits, &study.source.title].iter().all(|w| !w.is_empty())
                );
            }
            assert_eq!(model.points.len(), state.atlas.points_of(id).len());
            assert!(model.points.iter().all(|p| p.open == (model.points.len() == 1)));
            for point in &model.points {
                assert!(!point.zones.is_empty() && !point.sources.is_empty());
                assert!(!point.find.is_empty() && !point.press.is_empty() && !point.place.is_empty());
                for words in [&point.dose, &point.techniques, &point.tools] {
                    assert_eq!(point.pressable, !words.is_empty(), "{lang} {} {}", page.latin, point.place);
                }
            }
        }
        let open = card::card(&update(&state, Action::Choose(Some(Choice::Point(point("soleus.2")))))).unwrap();
        assert_eq!(open.id, muscle("soleus"));
        let one: Vec<PointId> = open.points.iter().filter(|p| p.open).map(|p| p.id).collect();
        assert_eq!(one, [point("soleus.2")]);
    }
}

#[test]
fn the_dose_follows_the_settings() {
    let set = Settings { hold: 37, rounds: 4, per_day: 11, cues: cues(true) };
    let chosen = [Action::Set(set), Action::Choose(Some(Choice::Point(point("soleus.1"))))];
    for lang in LANGS {
        let model = card::card(&after(&fresh(lang), chosen.clone())).unwrap();
        for number in ["37", "4", "11"] {
            assert!(model.points[0].dose.contains(number), "{}", model.points[0].dose);
        }
    }
}

#[test]
fn the_map_turns_to_what_is_looked_at() {
    let state = fresh("en");
    let atlas = &state.atlas;
    for id in atlas.point_ids() {
        let chosen = update(&state, Action::Choose(Some(Choice::Point(id))));
        let model = map::map(&chosen).unwrap();
        let drawn = View::ALL.iter().any(|v| atlas.shows_point(*v, id));
        let name = atlas.point_name(id);
        assert_eq!(model.points.iter().any(|p| p.id == id && p.on), drawn, "{name} in {}", model.view.name());
        assert_eq!(model.muscle, atlas.point(id).map(|p| p.muscle));
        let hidden = atlas.point(id).unwrap().zones.iter().any(|z| !atlas.shows_region(model.view, z.region));
        assert_eq!(hidden, !model.elsewhere.is_empty(), "{name}");
    }
    for region in atlas.region_ids() {
        let model = map::map(&update(&state, Action::Tap(region))).unwrap();
        let drawn = View::ALL.iter().any(|v| atlas.shows_region(*v, region));
        let shown = model.regions.iter().any(|r| r.id == region && r.on);
        assert_eq!(shown, drawn, "{} in {}", atlas.region_name(region), model.view.name());
    }
}

#[test]
fn where_a_point_sends_pain_is_drawn_or_told() {
    let state = fresh("en");
    let atlas = &state.atlas;
    let drawn = |view: View, id: PointId, kind: ZoneKind| atlas.plate(view).unwrap().shows(Ink::Zone(id, kind));
    let mut offences = Vec::new();
    for id in atlas.point_ids() {
        let model = map::map(&update(&state, Action::Choose(Some(Choice::Point(id))))).unwrap();
        let has = |kind: ZoneKind| atlas.point(id).unwrap().zones.iter().any(|z| z.kind == kind);
        let kinds: Vec<ZoneKind> = ZoneKind::ALL.iter().copied().filter(|k| has(*k)).collect();
        let shown: Vec<ZoneKind> = kinds.iter().copied().filter(|k| model.zones.contains(&(id, *k))).collect();
        let (name, view) = (atlas.point_name(id), model.view.name());
        if shown.is_empty() && model.elsewhere.is_empty() {
            offences.push(format!("{name} in {view}: no zone is drawn, and nothing is told"));
        }
        // Another view with the point in it would show where it is felt most, and this one does not.
        let better = |v: &View| atlas.shows_point(*v, id) && drawn(*v, id, ZoneKind::Essential);
        if let (false, Some(better)) = (shown.contains(&ZoneKind::Essential), View::ALL.iter().find(|v| better(v))) {
            offences.push(format!("{name} in {view}: its main zone is not drawn here, but in {}", better.name()));
        }
    }
    assert!(offences.is_empty(), "{}", offences.join("\n"));
}

#[test]
fn a_chosen_view_and_layer_stay_until_something_else_is_chosen() {
    let state = sore_heel("en");
    let look = [Action::SetView(Some(View::Anterior)), Action::SetLayer(Layer::Skin)];
    let own = after(&state, look);
    let seen = |s: &State| map::map(s).map(|m| (m.view, m.layer)).unwrap();
    assert_eq!(seen(&own), (View::Anterior, Layer::Skin));
    assert_eq!(seen(&update(&own, Action::SetView(None))).0, map::best_view(&state).unwrap());
    let deep = update(&own, Action::Choose(Some(Choice::Muscle(muscle("tibialis_posterior")))));
    assert_eq!(seen(&deep), (map::best_view(&deep).unwrap(), Layer::Deep));
}

#[test]
fn the_map_is_mirrored_for_the_left_leg() {
    let state = sore_heel("en");
    let mirrored = |s: &State| map::map(s).unwrap().mirrored;
    for (sides, wanted) in [(Sides::One(Side::Left), true), (Sides::One(Side::Right), false), (Sides::Both, false)] {
        assert_eq!(mirrored(&update(&state, Action::SetSides(sides))), wanted, "{sides:?}");
    }
    // A running massage shows the leg it is on: left first, then right, whatever the map showed.
    let run = running("en");
    for (step, wanted) in [true, false, true, false].into_iter().enumerate() {
        // Each step takes a change-over and a hold.
        let now = 6_000 + step as i64 * 53_000;
        let there = update(&run, Action::Wake(at(now)));
        let side = there.live().unwrap().step().unwrap().side;
        assert_eq!((side == Side::Left, mirrored(&there)), (wanted, wanted), "step {step}");
    }
    let right = after(
        &state,
        [
            Action::SetSides(Sides::One(Side::Right)),
            Action::Start(None, at(-5_000)),
            Action::Safe(at(0)),
            Action::SetSides(Sides::One(Side::Left)),
        ],
    );
    assert!(!mirrored(&right), "the massage is on the right leg");
}

#[test]
fn the_map_never_shows_less_than_what_matters() {
    let state = fresh("en");
    for id in state.atlas.point_ids() {
        let model = map::map(&update(&state, Action::Choose(Some(Choice::Point(id))))).unwrap();
        let [x, y, w, h] = model.frame.map(f64::from);
        for p in &model.points {
            let inside = p.at.x >= x && p.at.x <= x + w && p.at.y >= y && p.at.y <= y + h;
            assert!(inside, "{} lies outside of what is seen", state.atlas.point_name(p.id));
        }
        let [wx, wy, ww, wh] = model.whole.map(f64::from);
        assert!(x >= wx && y >= wy && x + w <= wx + ww && y + h <= wy + wh, "no more than there is");
    }
}

#[test]
fn the_timer_tells_each_phase() {
    let state = running("en");
    let seen = |ms: i64| timer::timer(&update(&state, Action::Wake(at(ms)))).unwrap();
    let ready = seen(0);
    assert_eq!((ready.phase, ready.face, ready.paused), (Msg::TimerReady, timer::Face::Waiting, false));
    let hold = seen(5_000);
    assert_eq!((hold.phase, hold.face), (Msg::TimerHold, timer::Face::Pressing));
    assert_eq!((hold.point.as_str(), hold.round.as_str()), ("Point 1 of 6", "Round 1 of 2"));
    assert_eq!(hold.leg, "left leg");
    assert!(hold.said.contains("45") && hold.said.contains(&hold.muscle), "{}", hold.said);
    let rest = seen(50_000);
    assert_eq!((rest.phase, rest.face), (Msg::TimerRest, timer::Face::Waiting));
    assert_eq!((rest.point.as_str(), rest.leg.as_str()), ("Point 2 of 6", "right leg"), "it tells where to go");
    assert!(hold.upcoming.contains(&rest.muscle) && hold.upcoming.contains(&rest.leg), "{}", hold.upcoming);
    let second = seen(5_000 + 6 * 53_000);
    assert_eq!((second.point.as_str(), second.round.as_str()), ("Point 1 of 6", "Round 2 of 2"));
    let last = seen(total(&state) - 1);
    assert_eq!(last.upcoming, state.text.say(Msg::TimerLast));
    assert_eq!((last.point.as_str(), last.round.as_str()), ("Point 6 of 6", "Round 2 of 2"));
    let paused = timer::timer(&update(&state, Action::Pause(at(7_000)))).unwrap();
    assert_eq!((paused.phase, paused.paused, paused.face), (Msg::TimerPaused, true, timer::Face::Pressing));
    let done = after(&state, passed(total(&state)));
    assert_eq!(timer::timer(&done), None);
    let end = timer::done(&done).unwrap();
    assert_eq!((end.title, end.remark), (Msg::DoneTitle, None));
    assert!(end.count.contains("1") && end.count.contains("3"), "{}", end.count);
    assert_eq!(timer::done(&update(&done, Action::PutAway)), None);
}

#[test]
fn a_routine_from_outside_runs_as_it_was_given() {
    let state = after(
        &sore_heel("en"),
        [Action::Start(None, at(-5_000)), Action::Safe(at(0)), Action::Stop(at(1)), Action::PutAway],
    );
    let own = Routine { rounds: 1, rest: Span::ZERO, ..plan::routine(&state) };
    let run = update(&state, Action::Start(Some(own.clone()), at(10)));
    assert_eq!(run.session.as_ref().unwrap().routine(), &own);
    let end = after(&run, passed(10 + own.total().as_millis()));
    assert!(end.book.entries().next().unwrap().complete);
}

/// Everything between quotes in the debug form of a model: every sentence in it, also those added later.
fn sentences(model: &impl std::fmt::Debug) -> Vec<String> {
    let debug = format!("{model:?}");
    let mut all = Vec::new();
    let mut letters = debug.chars();
    while let Some(c) = letters.next() {
        if c == '"' {
            let mut inside = String::new();
            while let Some(c) = letters.next().filter(|c| *c != '"') {
                match (c, if c == '\\' { letters.next() } else { None }) {
                    // A space of its own kind, written as its number.
                    (_, Some('u')) => inside.push(letters.by_ref().find(|c| *c == '}').map_or('u', |_| '\u{a0}')),
                    (c, escaped) => inside.push(escaped.unwrap_or(c)),
                }
            }
            all.push(inside);
        }
    }
    all
}

/// Every sentence that any model makes of a state.
fn all_sentences(state: &State) -> Vec<String> {
    let mut all = sentences(&find::groups(state));
    all.extend(sentences(&find::results(state)));
    all.extend(sentences(&find::muscles(state)));
    all.extend(sentences(&card::card(state)));
    all.extend(sentences(&card::general_cautions(state)));
    all.extend(sentences(&map::map(state)));
    all.extend(sentences(&massage::plan(state)));
    all.extend(sentences(&massage::safety(state)));
    all.extend(sentences(&timer::timer(state)));
    all.extend(sentences(&timer::done(state)));
    all.extend(sentences(&day::day(state)));
    all
}

#[test]
fn no_slot_is_left_open_in_any_sentence() {
    for lang in LANGS {
        let mut states = vec![fresh(lang), update(&fresh(lang), Action::List(Listing::Muscles)), sore_heel(lang)];
        let run = running(lang);
        let end = total(&run);
        for ms in [0, 5_000, 50_000, end - 1, end, end + DAY] {
            states.push(update(&run, Action::Wake(at(ms))));
            states.push(update(&run, Action::Pause(at(ms))));
            states.push(update(&run, Action::Stop(at(ms))));
        }
        let asked = update(&sore_heel(lang), Action::Start(None, at(0)));
        states.extend((0..asked.atlas.red_flags.len()).map(|f| update(&asked, Action::Flag(f))));
        states.push(asked);
        let side = Side::Left;
        let everywhere: Vec<Mark> =
            fresh(lang).atlas.region_ids().map(|region| Mark { region, side, intensity: 9 }).collect();
        states.push(update(&fresh(lang), Action::Hurts(everywhere)));
        states.extend(
            fresh(lang).atlas.point_ids().map(|p| update(&sore_heel(lang), Action::Choose(Some(Choice::Point(p))))),
        );
        let mut count = 0;
        for state in &states {
            for sentence in all_sentences(state) {
                count += 1;
                assert!(!sentence.contains(['{', '}']), "{lang}: {sentence}");
                assert!(!sentence.contains("  ") && !sentence.contains(": ."), "{lang}: {sentence}");
                assert!(!sentence.starts_with(", ") && !sentence.ends_with(", "), "{lang}: {sentence}");
            }
        }
        assert!(count > 10_000, "{count} sentences were looked at");
    }
}
