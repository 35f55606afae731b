//! Searching and reading as the state goes: what a choice does, what the pages hold, and that nothing which must not be
//! pressed leads to a massage.
#![cfg(feature = "bundled")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
mod support;

use referred_pain_explorer::app::select::condition::{ConditionPage, DoctorModel, OthersModel, Reading, reading};
use referred_pain_explorer::app::select::search::{SearchModel, found};
use referred_pain_explorer::app::select::{card, fetch, map};
use referred_pain_explorer::app::{Action, Choice, Listing, Part, State, plan, update};
use referred_pain_explorer::atlas::{Care, ConditionId, Msg, Timing, View};
use support::{LANGS, after, bare, fresh, muscle, sore_heel};

fn typed(state: &State, query: &str) -> State {
    update(state, Action::Search(query.into()))
}

fn hits(state: &State) -> SearchModel {
    found(state).unwrap_or_else(|| panic!("nothing is searched for"))
}

/// The state after the best of what was found was chosen.
fn enter(state: &State) -> State {
    update(state, (*hits(state).groups[0].lines[0].action).clone())
}

fn condition(state: &State, id: &str) -> ConditionId {
    let all = &state.library.as_ref().unwrap().conditions;
    ConditionId(all.iter().position(|c| c.id == id).unwrap() as u16)
}

fn open(state: &State, id: &str) -> State {
    update(state, Action::Choose(Some(Choice::Condition(condition(state, id)))))
}

fn page(state: &State) -> ConditionPage {
    match reading(state) {
        Some(Reading::Condition(page)) => *page,
        other => panic!("{other:?}"),
    }
}

fn others(state: &State) -> OthersModel {
    match reading(&update(state, Action::Choose(Some(Choice::Others)))) {
        Some(Reading::Others(model)) => model,
        other => panic!("{other:?}"),
    }
}

fn doctor(state: &State) -> DoctorModel {
    match reading(&update(state, Action::Choose(Some(Choice::Doctor)))) {
        Some(Reading::Doctor(model)) => model,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_muscle_opens_its_card_and_the_words_stay_for_the_way_back() {
    let state = enter(&typed(&fresh("de"), "Schollenmusekl"));
    assert_eq!(state.choice, Some(Choice::Muscle(muscle("soleus"))));
    let back = update(&state, Action::Choose(None));
    assert_eq!(hits(&back).groups[0].lines[0].name, "Schollenmuskel");
}

#[test]
fn a_place_is_marked_and_the_search_is_over() {
    let state = fresh("nl");
    let region = enter(&typed(&state, "knieholte"));
    assert_eq!(region.sore().len(), 1);
    assert_eq!((region.query.as_str(), found(&region)), ("", None));
    let group = enter(&typed(&region, "hak"));
    assert_eq!(group.sore().len(), 5, "the heel has four places, and what was marked stays");
    let again = enter(&typed(&group, "hak"));
    assert_eq!(again.marks, group.marks, "choosing a place by name never takes its mark away");
}

#[test]
fn the_best_of_all_is_the_first_of_the_first_kind() {
    for (lang, query) in [("en", "heel spur"), ("en", "calf"), ("en", "soleus"), ("fr", "talon"), ("es", "planta")] {
        let state = typed(&fresh(lang), query);
        let model = hits(&state);
        let best =
            referred_pain_explorer::atlas::search::search(&state.atlas, state.library.as_deref(), &state.text, query);
        let lines: usize = model.groups.iter().map(|g| g.lines.len()).sum();
        assert_eq!(lines, best.len(), "{lang} {query}");
        assert!(model.groups.len() <= 3 && model.groups.iter().all(|g| !g.lines.is_empty()), "{lang} {query}");
        assert!(model.told.contains(&lines.to_string()), "{}", model.told);
    }
}

#[test]
fn nothing_found_says_what_to_try() {
    for lang in LANGS {
        let state = typed(&fresh(lang), "xyzzy");
        let model = hits(&state);
        assert!(model.groups.is_empty());
        assert_eq!(model.told, state.text.say(Msg::SearchNone), "{lang}");
    }
    assert_eq!(found(&typed(&fresh("en"), "   ")), None, "spaces are no search");
}

#[test]
fn other_lists_end_the_search() {
    let state = typed(&fresh("en"), "calf");
    assert_eq!(update(&state, Action::List(Listing::Muscles)).query, "");
    assert_eq!(update(&state, Action::Hurts(Vec::new())).query, "");
}

#[test]
fn the_first_letter_asks_for_what_there_is_to_read() {
    let state = bare("en");
    assert!(!fetch::wanted(&state).contains(&Part::Library));
    let wanted = fetch::wanted(&typed(&state, "h"));
    assert!(wanted.contains(&Part::Library) && wanted.contains(&Part::Prose), "{wanted:?}");
    assert_eq!(
        reading(&update(&state, Action::Choose(Some(Choice::Doctor)))),
        Some(Reading::Waiting(Msg::DoctorTitle))
    );
}

#[test]
fn every_condition_has_a_whole_page_in_every_language() {
    for lang in LANGS {
        let state = fresh(lang);
        for (at, own) in state.library.as_ref().unwrap().conditions.iter().enumerate() {
            let shown = page(&update(&state, Action::Choose(Some(Choice::Condition(ConditionId(at as u16))))));
            let words = [&shown.about, &shown.clue, &shown.evidence, &shown.sure, &shown.advice, &shown.doctor];
            assert!(words.iter().all(|w| !w.is_empty()), "{lang} {}", own.id);
            assert!(!shown.head.name.is_empty() && !shown.head.felt.is_empty() && !shown.places.is_empty());
            assert!(
                !shown.sources.is_empty() && shown.sources.iter().all(|s| !s.title.is_empty()),
                "{lang} {}",
                own.id
            );
            assert_eq!(shown.head.urgent, own.care == Care::Urgent);
        }
    }
}

#[test]
fn a_condition_marks_its_places_and_leads_to_its_muscles() {
    let state = open(&sore_heel("en"), "achilles_midportion");
    let shown = page(&state);
    assert!(shown.muscles.iter().any(|(id, ..)| *id == muscle("soleus")));
    let marked = update(&state, shown.mark.unwrap());
    assert_eq!(marked.choice, None);
    let names: Vec<&str> = marked.marks.iter().map(|m| marked.atlas.region_name(m.region)).collect();
    assert!(names.contains(&"achilles") && names.contains(&"heel_plantar"), "{names:?}");
}

#[test]
fn what_must_be_looked_at_first_leads_to_no_massage() {
    let state = fresh("en");
    let all = state.library.clone().unwrap();
    for own in &all.conditions {
        let opened = open(&state, &own.id);
        let shown = page(&opened);
        assert!(own.care != Care::Urgent || (shown.mark.is_none() && shown.muscles.is_empty()), "{}", own.id);
        assert!(own.care != Care::SelfCare || shown.mark.is_some(), "{}", own.id);
        assert_eq!(plan::points(&opened), [], "{} suggests nothing to press", own.id);
        assert!(card::card(&opened).is_none() && opened.muscle().is_none(), "{}", own.id);
    }
}

#[test]
fn a_page_changes_nothing_of_what_the_map_marks() {
    let state = sore_heel("en");
    let opened = open(&state, "heel_spur");
    let (before, now) = (map::map(&state).unwrap(), map::map(&opened).unwrap());
    assert_eq!((before.view, before.points), (now.view, now.points));
    assert_eq!(now.view, View::Posterior);
}

#[test]
fn what_else_it_could_be_follows_place_and_time() {
    let state = sore_heel("en");
    let ids = |state: &State, lines: &[referred_pain_explorer::app::select::condition::ConditionLine]| -> Vec<String> {
        let all = &state.library.as_ref().unwrap().conditions;
        lines.iter().map(|l| all[l.id.at()].id.clone()).collect()
    };
    let nowhere = others(&fresh("en"));
    assert!(!nowhere.marked && nowhere.rest.is_empty(), "without a place, all are listed");
    let heel = others(&state);
    let here = ids(&state, &heel.here);
    assert!(heel.marked && here.contains(&"plantar_fasciopathy".into()) && here.contains(&"fat_pad".into()));
    assert!(ids(&state, &heel.rest).contains(&"vein_clot".into()));
    assert_eq!(heel.here.len() + heel.rest.len(), nowhere.here.len(), "nothing is hidden");

    let morning = update(&state, Action::When(Some(Timing::FirstSteps)));
    let model = others(&morning);
    let here = ids(&morning, &model.here);
    assert!(here.contains(&"plantar_fasciopathy".into()) && !here.contains(&"fat_pad".into()), "{here:?}");
    assert_eq!(model.times.iter().filter(|(_, on)| *on).count(), 1);
    let night = others(&update(&state, Action::When(Some(Timing::Rest))));
    assert!(ids(&state, &night.here).contains(&"infection".into()));
    let none = others(&update(&morning, Action::When(None)));
    assert_eq!(none, heel);
}

#[test]
fn every_time_of_day_finds_something() {
    for time in Timing::ALL {
        let model = others(&update(&fresh("en"), Action::When(Some(*time))));
        assert!(!model.here.is_empty(), "{}", time.name());
    }
}

#[test]
fn when_to_see_a_doctor_tells_every_sign_the_most_urgent_first() {
    for lang in LANGS {
        let state = fresh(lang);
        let model = doctor(&state);
        assert_eq!(model.groups.iter().map(|g| g.flags.len()).sum::<usize>(), state.atlas.red_flags.len());
        assert!(model.groups[0].emergency && !model.groups[1].emergency, "{lang}");
        assert!(!model.sources.is_empty());
    }
}

#[test]
fn the_card_of_a_muscle_leads_to_what_it_is_mistaken_for() {
    let state = update(&fresh("en"), Action::Choose(Some(Choice::Muscle(muscle("soleus")))));
    let names: Vec<String> = card::card(&state).unwrap().page.unwrap().conditions.into_iter().map(|c| c.name).collect();
    assert!(names.contains(&"Heel spur".to_owned()), "{names:?}");
    assert!(names.iter().any(|name| name.contains("clot")), "{names:?}");
}

#[test]
fn leaving_a_page_leaves_everything_else_as_it_was() {
    let state = typed(&sore_heel("en"), "heel spur");
    let back = after(&enter(&state), [Action::Choose(None)]);
    assert_eq!((back.marks, back.query, back.choice), (state.marks, state.query, None));
}
