//! The element's attributes: text in, actions out. An unknown value is ignored, and said once in the console
//! with the values there are.
use crate::app::{Action, Choice, Screen, Settings, Sides, State};
use crate::atlas::{Mark, View};
use crate::session::Limits;

/// What an attribute asks for.
pub enum Wish {
    /// Do these, in order.
    Do(Vec<Action>),
    /// This cannot be: the allowed values.
    Refuse(String),
}

/// The intensity of a region given by an attribute, of 10.
const GIVEN: u8 = 5;

fn listed(names: impl IntoIterator<Item = impl AsRef<str>>) -> Wish {
    let names: Vec<String> = names.into_iter().map(|n| n.as_ref().to_owned()).collect();
    Wish::Refuse(["one of ", &names.join(" ")].concat())
}

fn number(value: &str, (low, high): (i64, i64), set: impl Fn(i64) -> Action) -> Wish {
    match value.trim().parse::<i64>() {
        Ok(n) if (low..=high).contains(&n) => Wish::Do(vec![set(n)]),
        _ => Wish::Refuse(["a whole number from ", &low.to_string(), " to ", &high.to_string()].concat()),
    }
}

fn regions(state: &State, value: &str) -> Wish {
    let mut marks = Vec::new();
    for name in value.split_whitespace() {
        let found = state.atlas.regions_named(name);
        if found.is_empty() {
            let groups = state.atlas.groups.iter().map(|g| g.id.as_str());
            return listed(groups.chain(state.atlas.regions.iter().map(|r| r.id.as_str())));
        }
        marks.extend(found.into_iter().map(|region| Mark { region, intensity: GIVEN }));
    }
    Wish::Do(vec![Action::Hurts(marks)])
}

/// What an attribute asks for. `value` is none when the attribute was removed. Attributes that only matter
/// when the widget is made (`lang`, `storage`, `loading`) ask for nothing.
pub fn wish(state: &State, name: &str, value: Option<&str>) -> Wish {
    let text = value.unwrap_or_default().trim();
    let removed = value.is_none() || text.is_empty();
    let settings = state.settings;
    match name {
        "region" => regions(state, text),
        "muscle" if removed => Wish::Do(vec![Action::Choose(None)]),
        "muscle" => match state.atlas.muscle_named(text) {
            Some(muscle) => Wish::Do(vec![Action::Choose(Some(Choice::Muscle(muscle)))]),
            None => listed(state.atlas.muscles.iter().map(|m| m.id.as_str())),
        },
        "side" => match Sides::parse(if removed { "both" } else { text }) {
            Some(sides) => Wish::Do(vec![Action::SetSides(sides)]),
            None => listed(["left", "right", "both"]),
        },
        "view" if removed => Wish::Do(vec![Action::SetView(None)]),
        "view" => match View::parse(text).filter(|v| state.atlas.plate(*v).is_some()) {
            Some(view) => Wish::Do(vec![Action::SetView(Some(view))]),
            None => listed(state.atlas.plates.iter().map(|p| p.view.name())),
        },
        "mode" => match text {
            "" | "explore" => Wish::Do(vec![Action::Show(Screen::Find)]),
            "massage" => Wish::Do(vec![Action::Show(Screen::Massage)]),
            "day" => Wish::Do(vec![Action::Show(Screen::Day)]),
            _ => listed(["explore", "massage", "day"]),
        },
        "hold" if removed => Wish::Do(vec![Action::Offer(Settings { hold: Limits::HOLD_DEFAULT, ..settings })]),
        "rounds" if removed => Wish::Do(vec![Action::Offer(Settings { rounds: Limits::ROUNDS_DEFAULT, ..settings })]),
        "per-day" if removed => {
            Wish::Do(vec![Action::Offer(Settings { per_day: Limits::PER_DAY_DEFAULT, ..settings })])
        }
        "hold" => number(text, Limits::HOLD, |hold| Action::Offer(Settings { hold, ..settings })),
        "rounds" => number(text, Limits::ROUNDS, |rounds| Action::Offer(Settings { rounds, ..settings })),
        "per-day" => number(text, Limits::PER_DAY, |per_day| Action::Offer(Settings { per_day, ..settings })),
        _ => Wish::Do(Vec::new()),
    }
}
