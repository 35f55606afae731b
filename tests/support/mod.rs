//! What several tests need: the real atlas, a fresh state, moments, and time passing in a state.
#![allow(dead_code, reason = "each test file uses its own part")]
use referred_pain_explorer::app::{Action, Cues, Deed, Moment, Part, State, update};
use referred_pain_explorer::atlas::{Atlas, Drawing, Mark, MuscleId, PointId, Side, Text, View, bundle};
use referred_pain_explorer::diary::Day;
use referred_pain_explorer::session::Instant;
use std::cell::OnceCell;
use std::rc::Rc;

/// The languages that tests look at.
pub const LANGS: [&str; 5] = ["de", "en", "es", "fr", "nl"];

/// The start of 22 November 2026 by the tests' clock, in milliseconds.
pub const MIDNIGHT: i64 = 1_795_305_600_000;
/// A day in milliseconds.
pub const DAY: i64 = 86_400_000;

/// The built-in atlas, unpacked once a thread.
pub fn atlas() -> Rc<Atlas> {
    thread_local! { static ATLAS: OnceCell<Rc<Atlas>> = const { OnceCell::new() }; }
    ATLAS.with(|cell| cell.get_or_init(|| Rc::new(bundle::built_in())).clone())
}

type Drawings = Vec<(View, Rc<Drawing>)>;

/// All drawings, unpacked once a thread.
pub fn drawings() -> Drawings {
    thread_local! { static DRAWINGS: OnceCell<Drawings> = const { OnceCell::new() }; }
    let unpack = || View::ALL.iter().map(|v| (*v, Rc::new(bundle::drawing(*v)))).collect();
    DRAWINGS.with(|cell| cell.get_or_init(unpack).clone())
}

/// A widget in a language of which nothing has come but its whole program: neither drawings nor prose.
pub fn bare(lang: &str) -> State {
    let part = |kind: &str| bundle::pack(&[kind, lang].concat());
    State::new(atlas(), Rc::new(Text::unpack(part("ui-"), part("names-")).unwrap().with_later(part("later-"))))
}

/// A fresh widget in a language, with all drawings and prose.
pub fn fresh(lang: &str) -> State {
    let mut state = State::new(atlas(), Rc::new(bundle::text(lang)));
    state.drawings = drawings();
    state.drawn = View::ALL.iter().flat_map(|v| [Part::Drawing(*v), Part::Deeper(*v)]).collect();
    state.library = Some(Rc::new(bundle::library()));
    state
}

/// So many milliseconds after 10:00 on the first day.
pub fn at(ms: i64) -> Moment {
    let now = MIDNIGHT + 10 * 3_600_000 + ms;
    let day = Day::new(2026, 11, (22 + (now - MIDNIGHT).div_euclid(DAY)) as u8);
    Moment { now: Instant(now), day, random: 7 }
}

/// The state after some actions.
pub fn after(state: &State, actions: impl IntoIterator<Item = Action>) -> State {
    actions.into_iter().fold(state.clone(), |state, action| update(&state, action))
}

/// Marks for a region or group on both legs, all of one intensity.
pub fn marks(atlas: &Atlas, name: &str, intensity: u8) -> Vec<Mark> {
    let regions = atlas.regions_named(name);
    assert!(!regions.is_empty(), "{name} is in the atlas");
    let on = |side: Side| regions.iter().map(move |r| Mark { region: *r, side, intensity });
    [Side::Left, Side::Right].into_iter().flat_map(on).collect()
}

/// The point of that name.
pub fn point(name: &str) -> PointId {
    atlas().point_named(name).unwrap_or_else(|| panic!("{name} is in the atlas"))
}

/// The muscle of that name.
pub fn muscle(name: &str) -> MuscleId {
    atlas().muscle_named(name).unwrap_or_else(|| panic!("{name} is in the atlas"))
}

/// A state in which the heel is marked.
pub fn sore_heel(lang: &str) -> State {
    let state = fresh(lang);
    let heel = marks(&state.atlas, "heel", 5);
    update(&state, Action::Hurts(heel))
}

/// The heel is marked, the check is passed and the suggested massage runs since `at(0)`.
pub fn running(lang: &str) -> State {
    after(&sore_heel(lang), [Action::Start(None, at(-5_000)), Action::Safe(at(0))])
}

/// The usual cues, with tones or without.
pub fn cues(tone: bool) -> Cues {
    Cues { tone, ..Cues::default() }
}

/// What happens when time has gone on to a moment, and what ran out was pressed.
pub fn passed(ms: i64) -> [Action; 2] {
    [Action::Wake(at(ms)), Action::Do(Deed::Pressed, at(ms))]
}
