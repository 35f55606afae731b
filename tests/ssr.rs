//! The widget as it is rendered on a server: every room holds what it must, in every language, and can be read
//! without a mouse or eyes.
#![cfg(all(feature = "ssr", feature = "bundled"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
mod support;

use referred_pain_explorer::app::paint::{Act, Dab, Grid, Painting, Stroke, extents};
use referred_pain_explorer::app::plan::Deed as Change;
use referred_pain_explorer::app::select::{card, find, massage, timer, words};
use referred_pain_explorer::app::{
    Action, Choice, Deed, Given, Handed, Listing, Notice, Screen, Sheet, Sides, State, share, update,
};
use referred_pain_explorer::atlas::{Care, ConditionId, Msg, Pt, Side, Text, View, bundle};
use referred_pain_explorer::ports::clock::Still;
use referred_pain_explorer::ports::storage::{Memory, Storage};
use referred_pain_explorer::ports::{Clock, Ports};
use referred_pain_explorer::session::{Instant, Session, Span};
use referred_pain_explorer::ui::root::{Features, RootProps};
use referred_pain_explorer::ui::{Event, Root, Store};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};
use support::{LANGS, after, at, cues, fresh, muscle, point, running, sore_heel};
use yew::LocalServerRenderer;

/// Runs a future that never waits for anything outside.
fn finish<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    for _ in 0..10_000 {
        if let Poll::Ready(value) = future.as_mut().poll(&mut context) {
            return value;
        }
    }
    panic!("the page is never finished");
}

/// Ports of memory with a clock that can be set.
fn ports(now: Instant) -> (Ports, Rc<Still>) {
    let clock = Rc::new(Still::default());
    clock.set(now);
    (Ports { clock: clock.clone(), ..Ports::memory() }, clock)
}

fn render_with(state: &State, prefix: &'static str, features: Features) -> Page {
    let (ports, _) = ports(state.now);
    let store = Store::new(state.clone(), ports, "test", Rc::new(|_| ()));
    // Loading from an empty storage knows only the clock's day.
    store.dispatch(Action::Opened((*state.book).clone()));
    store.dispatch(Action::Loaded { checked: state.checked, settings: None, today: state.today.clone() });
    let props = RootProps { store, prefix: prefix.into(), features };
    let html = finish(LocalServerRenderer::<Root>::with_props(props).hydratable(false).render());
    Page { tags: tags(&html), text: plain(&html), html }
}

fn render(state: &State) -> Page {
    render_with(state, "rpe", Features::default())
}

/// A rendered page.
struct Page {
    html: String,
    tags: Vec<Tag>,
    text: String,
}

/// An opening tag.
#[derive(Debug)]
struct Tag {
    name: String,
    attributes: BTreeMap<String, String>,
    /// What stands in it as text, its descendants included.
    inside: String,
}

impl Tag {
    fn get(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }
}

fn unescape(text: &str) -> String {
    let pairs = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#x27;", "'"),
        ("&#39;", "'"),
        ("&#x2F;", "/"),
        ("&amp;", "&"),
    ];
    pairs.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

/// The text of a piece of HTML, a space between elements.
fn plain(html: &str) -> String {
    let mut out = String::new();
    for part in html.split('<') {
        out.push_str(part.split_once('>').map_or("", |(_, text)| text));
        out.push(' ');
    }
    unescape(&out).split_whitespace().collect::<Vec<_>>().join(" ")
}

const VOID: [&str; 3] = ["input", "br", "img"];

/// The opening tags of a page, each checked to be closed in its turn.
fn tags(html: &str) -> Vec<Tag> {
    let mut all: Vec<Tag> = Vec::new();
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut at = 0;
    while let Some(start) = html[at..].find('<').map(|i| at + i) {
        let end = start + html[start..].find('>').expect("a tag ends");
        let inner = &html[start + 1..end];
        at = end + 1;
        if let Some(name) = inner.strip_prefix('/') {
            let (index, from) = open.pop().expect("what is closed was open");
            assert_eq!(all[index].name, name, "tags are nested");
            all[index].inside = plain(&["<>", &html[from..start], "<>"].concat());
            continue;
        }
        let (name, mut rest) = inner.split_once(' ').unwrap_or((inner, ""));
        let mut attributes = BTreeMap::new();
        rest = rest.trim_end_matches('/').trim();
        while !rest.is_empty() {
            let name_ends = rest.find(['=', ' ']).unwrap_or(rest.len());
            let (key, after_name) = rest.split_at(name_ends);
            let (value, after) = match after_name.strip_prefix("=\"") {
                Some(quoted) => quoted.split_once('"').expect("a value ends"),
                None => ("", after_name),
            };
            let twice = attributes.insert(key.to_owned(), unescape(value));
            assert_eq!(twice, None, "{key} twice in <{inner}>");
            rest = after.trim_start();
        }
        all.push(Tag { name: name.trim_end_matches('/').to_owned(), attributes, inside: String::new() });
        if !VOID.contains(&name) && !inner.ends_with('/') {
            open.push((all.len() - 1, at));
        }
    }
    assert!(open.is_empty(), "every tag is closed");
    all
}

impl Page {
    fn with<'a>(&'a self, key: &'a str, value: &'a str) -> impl Iterator<Item = &'a Tag> {
        self.tags.iter().filter(move |t| t.get(key) == Some(value))
    }
    fn has(&self, key: &str, value: &str) -> bool {
        self.with(key, value).next().is_some()
    }
    fn class(&self, name: &str) -> Vec<&Tag> {
        let of = |t: &&Tag| t.get("class").is_some_and(|c| c.split(' ').any(|c| c == name));
        self.tags.iter().filter(of).collect()
    }
    #[track_caller]
    fn says(&self, words: &str) {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(!words.is_empty() && self.text.contains(&words), "not said: {words}\nin: {}", self.text);
    }
    #[track_caller]
    fn hushes(&self, words: &str) {
        assert!(!self.text.contains(words), "said: {words}");
    }
}

/// What holds for every room.
fn sound(page: &Page, state: &State, prefix: &str) {
    assert!(page.tags.len() > 10, "there is something: {}", page.html);
    let mut ids = BTreeSet::new();
    for tag in &page.tags {
        assert_eq!(tag.get("style"), None, "{tag:?}");
        let handler = tag.attributes.keys().find(|k| k.starts_with("on"));
        assert_eq!(handler, None, "{tag:?}");
        if let Some(id) = tag.get("id") {
            assert!(id.starts_with(&[prefix, "-"].concat()), "{id} is not this widget's own");
            assert!(ids.insert(id), "{id} is there twice");
        }
        assert!(!tag.attributes.values().any(|v| v.contains(['{', '}'])), "{tag:?}");
        assert_ne!(tag.name, "style", "{tag:?}");
    }
    assert!(!page.html.contains("style="), "{}", page.html);
    assert!(!page.text.contains(['{', '}']), "{}", page.text);
    for tag in &page.tags {
        for key in ["aria-describedby", "aria-labelledby", "aria-activedescendant", "aria-controls", "for"] {
            let Some(wanted) = tag.get(key) else { continue };
            assert!(wanted.split(' ').all(|id| ids.contains(id)), "{key}=\"{wanted}\" leads nowhere");
        }
        for value in tag.attributes.values().filter_map(|v| v.strip_prefix("url(#")) {
            assert!(ids.contains(value.trim_end_matches(')')), "url(#{value} leads nowhere");
        }
        let named = tag.get("aria-label").unwrap_or(&tag.inside);
        let must_be_named = ["button", "h2", "h3", "h4", "summary", "legend", "a", "label"]
            .contains(&tag.name.as_str())
            || matches!(tag.get("role"), Some("option" | "listbox" | "group" | "img" | "timer" | "navigation"));
        assert!(!must_be_named || !named.trim().is_empty(), "{tag:?} has no name");
        if tag.name == "button" {
            assert_eq!(tag.get("type"), Some("button"), "{tag:?}");
        }
        if tag.name == "a" {
            assert!(tag.get("rel").is_some_and(|r| r.contains("noopener")), "{tag:?}");
        }
        assert!(tag.get("tabindex").is_none_or(|t| t == "0" || t == "-1"), "{tag:?}");
    }
    let root = &page.tags[0];
    assert_eq!(root.get("lang"), Some(state.text.lang()));
    page.says(state.text.say(Msg::AboutDisclaimer));
    // One thing to do first, not two of the same.
    assert!(page.with("data-act", "start").count() <= 1);
}

/// The map is a listbox whose options have names.
fn listbox(page: &Page, state: &State) -> usize {
    let boxes: Vec<&Tag> = page.with("role", "listbox").collect();
    assert_eq!(boxes.len(), 1);
    let map = boxes[0];
    assert_eq!((map.name.as_str(), map.get("tabindex")), ("svg", Some("0")));
    assert_eq!(map.get("aria-multiselectable"), Some("true"));
    assert!(!map.get("aria-label").unwrap().is_empty());
    let options: Vec<&Tag> = page.with("role", "option").collect();
    assert!(!options.is_empty());
    for option in &options {
        assert!(!option.get("aria-label").unwrap().trim().is_empty(), "{option:?}");
        assert!(matches!(option.get("aria-selected"), Some("true" | "false")), "{option:?}");
        assert!(option.get("id").is_some(), "{option:?}");
    }
    let active = map.get("aria-activedescendant").unwrap();
    assert!(options.iter().any(|o| o.get("id") == Some(active)), "the active thing is an option");
    // Regions with the names of the list.
    let shown = View::parse(map.get("data-view").unwrap()).unwrap();
    let regions = state.atlas.region_ids().filter(|r| state.atlas.shows_region(shown, *r)).count();
    assert_eq!(options.iter().filter(|o| o.get("data-region").is_some()).count(), regions);
    options.iter().filter(|o| o.get("aria-selected") == Some("true")).count()
}

fn each(mut look: impl FnMut(&'static str, &Text)) {
    for lang in LANGS {
        look(lang, &bundle::text(lang));
    }
}

#[test]
fn a_fresh_widget_asks_where_it_hurts() {
    each(|lang, text| {
        let state = fresh(lang);
        let page = render(&state);
        sound(&page, &state, "rpe");
        assert_eq!(listbox(&page, &state), 0);
        for msg in [Msg::FindTitle, Msg::FindLead, Msg::FindEmpty, Msg::ScreenFind, Msg::ScreenMassage, Msg::ScreenDay]
        {
            page.says(text.say(msg));
        }
        assert_eq!(page.class("rpe-chip").len(), state.atlas.groups.len());
        assert_eq!(page.tags.iter().filter(|t| t.get("type") == Some("checkbox")).count(), state.atlas.regions.len());
        for region in state.atlas.region_ids() {
            page.says(&words::region(&state.atlas, text, region));
        }
        page.hushes(text.say(Msg::ResultsTitle));
        assert!(!page.has("data-act", "start"), "nothing hurts: there is nothing to start");
    });
}

#[test]
fn a_sore_heel_gives_results_and_a_start() {
    each(|lang, text| {
        let state = sore_heel(lang);
        let page = render(&state);
        sound(&page, &state, "rpe");
        assert!(listbox(&page, &state) > 0, "what is marked is selected on the map");
        page.says(text.say(Msg::ResultsTitle));
        page.says(&text.count(Msg::FindMarkedOne, Msg::FindMarkedMany, state.sore().len()));
        page.says(&massage::plan(&state).start);
        page.says(&massage::plan(&state).clock);
        assert!(page.has("data-act", "start"));
        let results = page.class("rpe-result");
        assert_eq!(results.len(), 5, "the first few");
        for name in ["soleus", "quadratus_plantae"] {
            let at = muscle(name).at().to_string();
            assert!(results[..3].iter().any(|r| r.get("data-muscle") == Some(&at)), "{name}");
        }
        let ticked = page.tags.iter().filter(|t| t.name == "input" && t.get("checked").is_some()).count();
        assert_eq!(ticked, state.sore().len(), "the list shows the same as the map");
        let pressed = page.class("rpe-chip").iter().filter(|c| c.get("aria-pressed") == Some("true")).count();
        assert_eq!(pressed, 1);
        let all = render(&update(&state, Action::ShowAll(true)));
        assert!(all.class("rpe-result").len() > 5);
    });
}

#[test]
fn a_painted_heel_is_drawn_numbered_and_told() {
    each(|lang, text| {
        let mut stroke = Stroke::new(View::Plantar, Sides::Both, false, 60.0);
        let mut gone = Stroke::new(View::Plantar, Sides::Both, true, 4.0);
        for y in [235.0, 250.0, 265.0] {
            stroke.push(Dab::new(Pt { x: -10.0, y }, None).unwrap());
            gone.push(Dab::new(Pt { x: -10.0, y }, None).unwrap());
        }
        let acts = [stroke, gone].map(|stroke| Act::Stroke(Rc::new(stroke)));
        let painting = acts.into_iter().fold(Painting::default(), |painting, act| painting.and(act));
        let fresh = update(&fresh(lang), Action::SetView(Some(View::Plantar)));
        let grid = Grid::new(fresh.atlas.plate(View::Plantar).unwrap(), fresh.drawing(View::Plantar).unwrap());
        let felt = extents(&painting, &[Rc::new(grid)]);
        let state = update(&fresh, Action::Paint(Rc::new(painting), felt));
        assert!(!state.marks.is_empty());
        let page = render(&state);
        sound(&page, &state, "rpe");
        assert!(listbox(&page, &state) > 0);
        assert_eq!((page.class("rpe-stroke").len(), page.class("rpe-uncut").len()), (2, 1), "a stroke and a cut");
        assert!(!page.class("rpe-number").is_empty());
        for msg in [Msg::PaintTap, Msg::PaintPaint] {
            page.says(text.say(msg));
        }
        let sliders: Vec<&Tag> = page.tags.iter().filter(|t| t.get("type") == Some("range")).collect();
        let left: Vec<_> = state.marks.iter().filter(|m| m.side == Side::Left).collect();
        assert_eq!((sliders.len(), state.marks.len()), (left.len(), 2 * left.len()), "one for both legs");
        for (slider, mark) in sliders.iter().zip(left) {
            assert!(!slider.get("aria-label").unwrap().is_empty());
            assert_eq!(slider.get("value"), Some(mark.intensity.to_string().as_str()));
        }
    });
}

#[test]
fn a_distant_suspect_is_shown_below_the_first_results() {
    each(|lang, text| {
        let marked = |region| update(&fresh(lang), Action::Tap(region));
        let hidden = |state: &State| find::results(state).iter().skip(5).any(|found| found.distant);
        let state = fresh(lang).atlas.region_ids().map(marked).find(hidden).expect("one stands further down");
        render(&state).says(text.say(Msg::GuideFarTitle));
        render(&update(&state, Action::ShowAll(true))).hushes(text.say(Msg::GuideFarTitle));
    });
}

#[test]
fn questions_say_what_they_rest_on() {
    each(|lang, text| {
        let page = render(&sore_heel(lang));
        let model = find::guided(&sore_heel(lang));
        page.says(text.say(Msg::GuideWeights));
        assert!(!model.sources.is_empty() && !model.questions.is_empty());
        for source in &model.sources {
            page.says(&source.title);
        }
    });
}

#[test]
fn a_muscle_card_tells_all_and_shows_zones() {
    each(|lang, text| {
        let state = update(&sore_heel(lang), Action::Choose(Some(Choice::Muscle(muscle("soleus")))));
        let page = render(&state);
        sound(&page, &state, "rpe");
        listbox(&page, &state);
        let model = card::card(&state).unwrap();
        let own = model.page.as_ref().unwrap();
        for words in
            [&model.name, &model.plain, &own.about, &own.actions, &own.attachments, &own.stretch, &own.evidence]
        {
            page.says(words);
        }
        for words in own.causes.iter().chain(&own.mistaken_for).chain(&own.disagreements) {
            page.says(words);
        }
        for study in &own.studies {
            page.says(&study.finding);
            page.says(&study.limits);
        }
        assert_eq!(page.class("rpe-point-card").len(), model.points.len());
        assert_eq!(page.with("lang", "la").count(), 1);
        // A point of it, open.
        let open = update(&state, Action::Choose(Some(Choice::Point(point("soleus.1")))));
        let page = render(&open);
        sound(&page, &open, "rpe");
        let model = card::card(&open).unwrap();
        for words in [&model.points[0].find, &model.points[0].press, &model.points[0].dose, &model.points[0].tools] {
            page.says(words);
        }
        page.says(text.say(Msg::CardCautions));
        assert!(page.has("data-zone", "soleus.1") && page.has("data-act", "pick"));
        assert_eq!(page.with("aria-expanded", "true").count(), 1);
        assert!(page.with("role", "option").any(|o| {
            o.get("data-point") == Some(&point("soleus.1").0.to_string()) && o.get("aria-selected") == Some("true")
        }));
    });
}

#[test]
fn a_point_not_for_ones_own_hands_says_so() {
    each(|lang, text| {
        let state = update(&fresh(lang), Action::Choose(Some(Choice::Point(point("iliopsoas.2")))));
        let page = render(&state);
        sound(&page, &state, "rpe");
        page.says(text.say(Msg::CardLeave));
        assert!(!page.has("data-act", "pick") && !page.has("data-act", "start"));
        page.hushes(text.say(Msg::CardDoseNote));
    });
}

#[test]
fn every_muscle_and_every_view_renders() {
    each(|lang, text| {
        let all = update(&fresh(lang), Action::List(Listing::Muscles));
        let page = render(&all);
        sound(&page, &all, "rpe");
        page.says(text.say(Msg::MusclesTitle));
        for id in all.atlas.muscle_ids() {
            page.says(text.of(all.atlas.muscle(id).unwrap().plain));
            let state = update(&all, Action::Choose(Some(Choice::Muscle(id))));
            sound(&render(&state), &state, "rpe");
        }
        for view in View::ALL {
            let state = update(&sore_heel(lang), Action::SetView(Some(*view)));
            let page = render(&state);
            sound(&page, &state, "rpe");
            listbox(&page, &state);
            assert!(page.has("data-view", view.name()));
        }
    });
}

/// The headings of a page, each at most one level below the one before it.
fn headings(page: &Page) -> Vec<(u32, &str)> {
    let level = |tag: &Tag| tag.name.strip_prefix('h').and_then(|n| n.parse().ok());
    let all: Vec<(u32, &str)> = page.tags.iter().filter_map(|tag| Some((level(tag)?, tag.inside.as_str()))).collect();
    for pair in all.windows(2) {
        assert!(pair[1].0 <= pair[0].0 + 1, "{:?} stands below {:?}", pair[1], pair[0]);
    }
    assert_eq!(all.first().map(|(level, _)| *level), Some(2), "{all:?}");
    all
}

#[test]
fn the_search_field_has_a_name_and_a_count_that_is_heard() {
    each(|lang, text| {
        let state = fresh(lang);
        let page = render(&state);
        let field: Vec<&Tag> = page.with("type", "search").collect();
        assert_eq!((field.len(), field[0].get("aria-label")), (1, Some(text.say(Msg::SearchLabel))));
        assert!(page.has("role", "search") && !page.has("data-act", "clear"));
        assert!(
            page.class("rpe-told")[0].get("role") == Some("status"),
            "the region is there before it says something"
        );

        let state = update(&state, Action::Search("soleus".into()));
        let page = render(&state);
        sound(&page, &state, "rpe");
        headings(&page);
        assert_eq!(page.with("type", "search").next().unwrap().get("value"), Some("soleus"), "{lang}");
        assert!(page.has("data-act", "clear") && page.has("data-muscle", &muscle("soleus").at().to_string()));
        page.says(&text.count(Msg::SearchFoundOne, Msg::SearchFoundMany, page.class("rpe-row").len() - 2));
        page.hushes(text.say(Msg::FindTitle));

        let state = update(&state, Action::Search("xyzzy".into()));
        let page = render(&state);
        sound(&page, &state, "rpe");
        page.says(text.say(Msg::SearchNone));
    });
}

#[test]
fn every_condition_renders_with_its_headings_in_order() {
    each(|lang, text| {
        let state = sore_heel(lang);
        for (at, own) in state.library.clone().unwrap().conditions.iter().enumerate() {
            let state = update(&state, Action::Choose(Some(Choice::Condition(ConditionId(at as u16)))));
            let page = render(&state);
            sound(&page, &state, "rpe");
            let all = headings(&page);
            assert_eq!(all[0], (2, text.of(own.title())), "{lang}");
            for id in [own.about(), own.felt(), own.clue(), own.support(), own.advice(), own.doctor()] {
                page.says(text.of(id));
            }
            page.says(text.say(Msg::ConditionLead));
            assert!(!page.has("data-act", "start"), "{lang} {}: a page to read starts no massage", own.id);
            assert!(own.care != Care::Urgent || !page.has("data-act", "mark"), "{lang} {}", own.id);
            assert!(page.tags.iter().any(|tag| tag.name == "a"), "{lang} {} names its sources", own.id);
        }
    });
}

#[test]
fn what_else_it_could_be_and_when_to_see_a_doctor_can_be_read_at_any_time() {
    each(|lang, text| {
        let state = sore_heel(lang);
        for page in [render(&fresh(lang)), render(&state), render(&update(&state, Action::List(Listing::Muscles)))] {
            assert!(page.has("data-page", "others") && page.has("data-page", "doctor"), "{lang}");
        }
        let others = update(&state, Action::Choose(Some(Choice::Others)));
        let page = render(&others);
        sound(&page, &others, "rpe");
        headings(&page);
        page.says(text.say(Msg::OthersLead));
        assert!(page.with("data-timing", "first_steps").all(|chip| chip.get("aria-pressed") == Some("false")));
        let shown = page.tags.iter().filter(|tag| tag.get("data-condition").is_some()).count();
        assert_eq!(shown, state.library.as_ref().unwrap().conditions.len(), "{lang}: nothing is left out");

        let doctor = update(&state, Action::Choose(Some(Choice::Doctor)));
        let page = render(&doctor);
        sound(&page, &doctor, "rpe");
        headings(&page);
        for flag in &state.atlas.red_flags {
            page.says(text.of(flag.sign));
            page.says(text.of(flag.advice));
        }
        assert!(!page.has("data-act", "start"), "{lang}");
    });
}

#[test]
fn a_page_that_has_not_come_is_said_to_be_on_its_way() {
    let state = update(&support::bare("en"), Action::Choose(Some(Choice::Condition(ConditionId(0)))));
    let page = render(&state);
    sound(&page, &state, "rpe");
    assert!(page.has("aria-busy", "true"));
    headings(&page);
}

#[test]
fn the_plan_lists_points_and_numbers() {
    each(|lang, text| {
        let state = update(&sore_heel(lang), Action::Show(Screen::Massage));
        let page = render(&state);
        sound(&page, &state, "rpe");
        page.says(text.say(Msg::PlanTitle));
        page.says(text.say(Msg::PlanLegs));
        assert_eq!(page.class("rpe-plan-line").len(), 3);
        for line in massage::plan(&state).lines {
            page.says(&line.muscle);
            page.says(&line.place);
        }
        for name in ["hold", "rounds"] {
            assert_eq!(page.with("data-name", name).count(), 1);
        }
        assert!(page.has("data-act", "start"));
        let off = |act: &str| page.with("data-act", act).filter(|b| b.get("aria-disabled") == Some("true")).count();
        assert_eq!((off("up"), off("down"), off("remove")), (1, 1, 0));
        let empty = update(&fresh(lang), Action::Show(Screen::Massage));
        let page = render(&empty);
        sound(&page, &empty, "rpe");
        page.says(text.say(Msg::PlanEmpty));
        assert!(!page.has("data-act", "start"));
    });
}

#[test]
fn the_plan_can_be_changed_line_by_line() {
    each(|lang, text| {
        let state = update(&sore_heel(lang), Action::Show(Screen::Massage));
        let first = massage::plan(&state).lines[0].id;
        let page = render(&state);
        assert_eq!(page.with("data-act", "grip").count(), 3);
        assert_eq!(page.with("data-act", "begin").count(), 4);
        assert_eq!(page.with("data-name", "seconds").count(), 3);
        for routine in &state.library.as_ref().unwrap().routines {
            [routine.title, routine.purpose, routine.support].iter().for_each(|words| page.says(text.of(*words)));
        }
        let lifted = update(&state, Action::Plan(Change::Lift(first)));
        let page = render(&lifted);
        sound(&page, &lifted, "rpe");
        assert_eq!(page.class("rpe-carried").len(), 1);
        let removed = update(&state, Action::Plan(Change::Remove(first)));
        let page = render(&removed);
        sound(&page, &removed, "rpe");
        assert_eq!((page.class("rpe-plan-line").len(), page.with("data-act", "put-back").count()), (2, 1));
        let sought = update(&state, Action::Plan(Change::Seek("soleus".into())));
        let page = render(&sought);
        sound(&page, &sought, "rpe");
        headings(&page);
    });
}

#[test]
fn the_check_shows_every_sign_and_one_way_on() {
    each(|lang, text| {
        let state = update(&sore_heel(lang), Action::Start(None, at(0)));
        let page = render(&state);
        sound(&page, &state, "rpe");
        page.says(text.say(Msg::SafetyTitle));
        page.says(text.say(Msg::SafetyNone));
        for flag in &state.atlas.red_flags {
            page.says(text.of(flag.sign));
        }
        assert_eq!(page.class("rpe-flag").len(), state.atlas.red_flags.len());
        assert_eq!(page.with("data-act", "safe").count(), 1);
        assert!(!page.has("role", "listbox") && !page.has("data-act", "start"), "nothing beside the check");
    });
}

#[test]
fn a_red_flag_shows_advice_and_no_start() {
    each(|lang, text| {
        let asked = update(&sore_heel(lang), Action::Start(None, at(0)));
        for (at, flag) in asked.atlas.red_flags.iter().enumerate() {
            let state = update(&asked, Action::Flag(at));
            let page = render(&state);
            sound(&page, &state, "rpe");
            page.says(text.say(Msg::SafetyStop));
            page.says(text.of(flag.title));
            page.says(text.of(flag.advice));
            assert!(page.has("role", "alert"), "it is told at once");
            for act in ["start", "safe"] {
                assert!(!page.has("data-act", act), "{act}");
            }
        }
    });
}

#[test]
fn a_running_timer_shows_what_to_do_and_nothing_to_change() {
    each(|lang, text| {
        let run = running(lang);
        let phases = [(0, Msg::TimerReady, "5"), (5_000, Msg::TimerHold, "45"), (50_500, Msg::TimerRest, "8")];
        for (ms, phase, digits) in phases {
            let state = update(&run, Action::Wake(at(ms)));
            let page = render(&state);
            sound(&page, &state, "rpe");
            page.says(text.say(phase));
            let model = timer::timer(&state).unwrap();
            for words in [&model.muscle, &model.leg, &model.how, &model.point, &model.round, &model.upcoming] {
                page.says(words);
            }
            page.says(&text.fill(Msg::PressureFirm, &[("n", "7")]));
            assert_eq!(page.with("role", "timer").count(), 1);
            assert_eq!(page.class("rpe-digits")[0].inside, digits);
            for act in ["pause", "stop", "next", "previous"] {
                assert!(page.has("data-act", act), "{act}");
            }
            assert!(!page.has("role", "listbox") && !page.has("role", "option"), "the map only shows");
            let picture: Vec<_> =
                page.tags.iter().filter(|t| t.name == "svg" && t.get("role") == Some("img")).collect();
            assert_eq!(picture.len(), 1);
            assert_eq!(page.class("rpe-pulse").len(), 1, "the point of now is on the map");
        }
        let paused = update(&run, Action::Pause(at(20_000)));
        let page = render(&paused);
        sound(&page, &paused, "rpe");
        page.says(text.say(Msg::TimerPaused));
        page.says(text.say(Msg::TimerResume));
        assert_eq!(page.class("rpe-digits")[0].inside, "30");
        // Elsewhere in the widget the timer is not forgotten.
        let away = update(&run, Action::Show(Screen::Find));
        assert_eq!(render(&away).class("rpe-busy").len(), 1);
    });
}

#[test]
fn the_end_and_the_day_tell_what_was_done() {
    each(|lang, text| {
        let run = running(lang);
        let total = run.session.as_ref().unwrap().routine().total().as_millis();
        let done = after(&run, support::passed(total));
        let page = render(&done);
        sound(&page, &done, "rpe");
        page.says(text.say(Msg::DoneTitle));
        let count = text.fill(Msg::DayCount, &[("n", "1"), ("of", "3")]);
        page.says(&count);
        assert!(page.has("data-act", "to-day") && page.has("data-act", "again"));
        let day = after(&done, [Action::PutAway, Action::Show(Screen::Day)]);
        let page = render(&day);
        sound(&page, &day, "rpe");
        page.says(text.say(Msg::DayTitle));
        page.says(&count);
        page.says(&text.count(Msg::DayLeftOne, Msg::DayLeftMany, 2));
        assert!(page.has("data-count", "1") && !page.has("role", "listbox"));
        assert_eq!(page.class("rpe-log")[0].inside.matches("Soleus").count() > 0, lang == "en");
        let part = after(&run, [Action::Stop(at(30_000))]);
        render(&part).says(text.say(Msg::DoneTitlePart));
        let day = after(&part, [Action::PutAway, Action::Show(Screen::Day)]);
        render(&day).says(text.say(Msg::DayPart));
        let none = update(&fresh(lang), Action::Show(Screen::Day));
        render(&none).says(text.say(Msg::DayNone));
    });
}

#[test]
fn notices_are_heard_and_can_be_closed() {
    each(|lang, text| {
        for notice in [Notice::NotKept, Notice::Unreadable(1), Notice::Unreadable(3)] {
            let state = update(&fresh(lang), Action::Tell(Some(notice)));
            let page = render(&state);
            sound(&page, &state, "rpe");
            let line = page.class("rpe-notice")[0];
            assert_eq!(line.get("role"), Some("status"));
            assert!(!line.inside.is_empty());
            assert!(page.tags.iter().any(|t| t.get("aria-label") == Some(text.say(Msg::NoticeClose))));
        }
    });
}

#[test]
fn two_widgets_share_no_id() {
    let state = update(&sore_heel("en"), Action::Choose(Some(Choice::Point(point("soleus.1")))));
    let ids = |prefix: &'static str| {
        let page = render_with(&state, prefix, Features::default());
        sound(&page, &state, prefix);
        page.tags.iter().filter_map(|t| t.get("id").map(str::to_owned)).collect::<BTreeSet<String>>()
    };
    let (one, two) = (ids("rpe-1"), ids("rpe-2"));
    assert!(!one.is_empty() && one.is_disjoint(&two));
}

#[test]
fn rooms_that_a_page_does_not_offer_are_not_there() {
    let state = sore_heel("en");
    let only = Features { massage: false, diary: false, ..Features::default() };
    let page = render_with(&state, "rpe", only);
    sound(&page, &state, "rpe");
    assert!(page.class("rpe-tab").is_empty() && !page.has("data-act", "start"));
    assert!(page.class("rpe-pick").is_empty());
    let two = render_with(&state, "rpe", Features { diary: true, ..only });
    assert_eq!(two.class("rpe-tab").len(), 2);
}

// The store, which lives with the components: what is kept, and what the host hears.

fn store_on(storage: Rc<dyn Storage>, now: Instant) -> (Store, Rc<Still>, Rc<RefCell<Vec<Event>>>) {
    let (ports, clock) = ports(now);
    let heard: Rc<RefCell<Vec<Event>>> = Rc::default();
    let ear = heard.clone();
    let host = Rc::new(move |event| ear.borrow_mut().push(event));
    (Store::new(fresh("en"), Ports { storage, ..ports }, "rpe:test", host), clock, heard)
}

/// The heel is marked and the suggested massage is done to its end.
fn massage_now(store: &Store, clock: &Still) {
    let heel = support::marks(&store.state().atlas, "heel", 5);
    store.dispatch(Action::Hurts(heel));
    store.dispatch(Action::Start(None, store.moment()));
    clock.set(clock.now().after(Span::seconds(2)));
    store.dispatch(Action::Safe(store.moment()));
    let total = store.state().session.as_ref().unwrap().routine().total();
    clock.set(clock.now().after(total));
    store.dispatch(Action::Wake(store.moment()));
    store.dispatch(Action::Do(Deed::Pressed, store.moment()));
}

#[test]
fn the_diary_the_check_and_the_settings_survive_a_reload() {
    let storage: Rc<dyn Storage> = Rc::new(Memory::default());
    let (store, clock, heard) = store_on(storage.clone(), at(0).now);
    let set = referred_pain_explorer::app::Settings { hold: 30, rounds: 1, per_day: 3, cues: cues(false) };
    store.dispatch(Action::Set(set));
    massage_now(&store, &clock);
    let state = store.state();
    assert_eq!(state.book.entries().count(), 1);
    let entries = heard.borrow().iter().filter(|e| matches!(e, Event::Entry(_))).count();
    assert_eq!(entries, 1, "the host hears of it once");
    assert_eq!(storage.keys("rpe:test:entry:").unwrap().len(), 1, "one record under one key");
    let (again, _, heard) = store_on(storage.clone(), clock.now());
    let loaded = again.state();
    assert_eq!((&loaded.book, loaded.checked, loaded.settings), (&state.book, true, set));
    assert_eq!(loaded.book.done_on(&loaded.today), 1);
    assert!(!heard.borrow().iter().any(|e| matches!(e, Event::Entry(_))), "what was loaded is not news");
    let (other, ..) = store_on(Rc::new(Memory::default()), clock.now());
    assert_eq!(other.state().book.entries().count(), 0);
}

#[test]
fn garbage_in_the_storage_is_told_left_alone_and_harmless() {
    let storage: Rc<dyn Storage> = Rc::new(Memory::default());
    let garbage =
        ["", "garbage", "{\"v\":1", "null", "[]", "{\"v\":99,\"id\":\"1\"}", "{\"v\":1,\"id\":5}", "\u{0}\u{fffd}"];
    for (i, text) in garbage.iter().enumerate() {
        storage.set(&["rpe:test:entry:", &i.to_string()].concat(), text).unwrap();
    }
    storage.set("rpe:test:prefs", "{\"hold\":\"never\"}").unwrap();
    storage.set("other:entry:1", "not ours").unwrap();
    let (store, clock, _) = store_on(storage.clone(), at(0).now);
    assert_eq!(store.state().notice, Some(Notice::Unreadable(garbage.len())));
    assert_eq!(store.state().settings, fresh("en").settings);
    massage_now(&store, &clock);
    assert_eq!(store.state().book.entries().count(), 1, "it works all the same");
    for (i, text) in garbage.iter().enumerate() {
        assert_eq!(storage.get(&["rpe:test:entry:", &i.to_string()].concat()).unwrap().as_deref(), Some(*text));
    }
    assert_eq!(storage.get("other:entry:1").unwrap().as_deref(), Some("not ours"));
}

#[test]
fn a_page_left_open_overnight_shows_the_new_day() {
    let (store, clock, _) = store_on(Rc::new(Memory::default()), at(0).now);
    massage_now(&store, &clock);
    store.dispatch(Action::PutAway);
    clock.set(at(support::DAY).now);
    store.dispatch(Action::Show(Screen::Day));
    let props = RootProps { store, prefix: "rpe".into(), features: Features::default() };
    let html = finish(LocalServerRenderer::<Root>::with_props(props).hydratable(false).render());
    let fresh_day = bundle::text("en").fill(Msg::DayCount, &[("n", "0"), ("of", "3")]);
    assert!(plain(&html).contains(&fresh_day), "{}", plain(&html));
}

#[test]
fn the_host_hears_what_is_selected_and_each_phase_once() {
    let (store, clock, heard) = store_on(Rc::new(Memory::default()), at(0).now);
    massage_now(&store, &clock);
    let events = heard.borrow();
    let selected = events.iter().filter(|e| matches!(e, Event::Select { .. })).count();
    assert_eq!(selected, 1);
    let sessions: Vec<&Option<Session>> =
        events.iter().filter_map(|e| if let Event::Session(s) = e { Some(s) } else { None }).collect();
    assert_eq!(sessions.len(), 2, "it began, and it was over when the page woke");
}

// Handing on.

#[test]
fn the_printed_sheet_tells_how_to_find_and_press_every_point() {
    each(|lang, text| {
        for room in [Screen::Find, Screen::Massage] {
            let mut state = update(&sore_heel(lang), Action::Show(room));
            assert!(render(&state).class("rpe-paper").is_empty(), "it is in the page only while it is printed");
            state.sheet = Sheet::Out("22 November 2026".into());
            let page = render(&state);
            sound(&page, &state, "rpe");
            assert_eq!(page.class("rpe-printing").len(), 1);
            page.says("22 November 2026");
            let model = referred_pain_explorer::app::select::sheet::sheet(&state);
            let paper = page.class("rpe-paper")[0];
            let said = |words: &str| {
                let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
                assert!(paper.inside.contains(&words), "not on the paper: {words}");
            };
            for own in &model.points {
                for words in [&own.name, &own.card.find, &own.card.press] {
                    said(words);
                }
            }
            for caution in &model.cautions {
                said(&caution.advice);
            }
            for words in model.flags.iter().flat_map(|(_, signs)| signs).chain([&model.dose, &model.pain]) {
                said(words);
            }
            said(text.say(Msg::AboutDisclaimer));
            let boxes = page.tags.iter().filter(|t| t.name == "td").count();
            assert_eq!(boxes, 14 * usize::try_from(state.settings.per_day).unwrap());
            let pictures = page.tags.iter().filter(|t| t.name == "figure").count();
            assert_eq!(pictures, model.maps.len());
            // Patterns, not colour alone.
            assert!(page.class("rpe-paper-zone").iter().all(|z| z.get("fill").is_some_and(|f| f.starts_with("url(#"))));
        }
    });
}

#[test]
fn a_plan_can_be_handed_on_where_the_page_offers_it() {
    let plan = update(&sore_heel("en"), Action::Show(Screen::Massage));
    for state in [&sore_heel("en"), &plan] {
        let page = render(state);
        assert!(page.has("data-act", "share") && page.has("data-act", "print"));
        let none = Features { share: false, print: false, ..Features::default() };
        let page = render_with(state, "rpe", none);
        assert!(!page.has("data-act", "share") && !page.has("data-act", "print"));
    }
    assert!(!render(&fresh("en")).has("data-act", "share"), "there is nothing to hand on");
    each(|lang, text| {
        let state = update(&sore_heel(lang), Action::Show(Screen::Massage));
        let hand = |given| {
            let fragment = share::fragment(&state);
            update(&state, Action::Hand(Handed { fragment, given }))
        };
        let copied = hand(Given::Copied);
        let page = render(&copied);
        sound(&page, &copied, "rpe");
        assert!(page.with("role", "status").any(|t| t.inside == text.say(Msg::ShareCopied)));
        let shown = hand(Given::Shown("https://example.org/#rpe=1".into()));
        let page = render(&shown);
        sound(&page, &shown, "rpe");
        page.says(text.say(Msg::ShareLink));
        assert!(page.has("value", "https://example.org/#rpe=1"));
        render(&hand(Given::Sent)).hushes(text.say(Msg::ShareCopied));
        for notice in [Notice::BadLink, Notice::NewerLink, Notice::LeftOut(1), Notice::LeftOut(3)] {
            let page = render(&update(&state, Action::Tell(Some(notice))));
            assert!(page.class("rpe-notice")[0].inside.len() > 20);
        }
    });
}
