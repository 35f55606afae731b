//! The options of a widget as text, as the element's attributes and a component's properties have them: text in, actions
//! out. What is refused comes with the values there are.
use super::{Action, Choice, Screen, Settings, Sides, State};
use crate::atlas::{Mark, View};
use crate::session::Limits;

/// What an attribute asks for.
pub enum Wish {
    /// Do these, in order.
    Do(Vec<Action>),
    /// This cannot be: the allowed values.
    Refuse(String),
}

/// What stands between names in an attribute: HTML's white space. The standard library's comes with tables of all
/// scripts.
pub const APART: [char; 5] = [' ', '\t', '\n', '\r', '\u{c}'];

/// The intensity of a region given by an attribute, of 10.
const GIVEN: u8 = 5;

// By a pointer to the iterator: a function for each kind of list would be more code than the lists.
fn listed(names: &mut dyn Iterator<Item = &str>) -> Wish {
    let mut allowed = String::from("one of");
    for name in names {
        allowed.push(' ');
        allowed.push_str(name);
    }
    Wish::Refuse(allowed)
}

/// One of the numbers of a plan.
fn number(state: &State, name: &str, value: Option<&str>) -> Wish {
    let mut wanted = state.settings;
    let usual = Settings::usual(&state.atlas.dose);
    let (field, usual, (low, high)) = match name {
        "hold" => (&mut wanted.hold, usual.hold, Limits::HOLD),
        "rounds" => (&mut wanted.rounds, usual.rounds, Limits::ROUNDS),
        _ => (&mut wanted.per_day, usual.per_day, Limits::PER_DAY),
    };
    match value.map_or(Ok(usual), str::parse::<i64>) {
        Ok(n) if (low..=high).contains(&n) => {
            *field = n;
            Wish::Do(vec![Action::Offer(wanted)])
        }
        _ => Wish::Refuse(["a whole number from ", &low.to_string(), " to ", &high.to_string()].concat()),
    }
}

fn regions(state: &State, value: &str) -> Wish {
    let mut marks = Vec::new();
    for name in value.split(APART).filter(|n| !n.is_empty()) {
        let found = state.atlas.regions_named(name);
        if found.is_empty() {
            let groups = state.atlas.groups.iter().map(|g| g.id.as_str());
            return listed(&mut groups.chain(state.atlas.regions.iter().map(|r| r.id.as_str())));
        }
        let legs = state.sides.list().iter();
        marks.extend(legs.flat_map(|s| found.iter().map(|r| Mark { region: *r, side: *s, intensity: GIVEN })));
    }
    Wish::Do(vec![Action::Hurts(marks)])
}

/// What an attribute asks for. `value` is none when the attribute was removed. Attributes that only matter
/// when the widget is made (`lang`, `storage`, `loading`) ask for nothing.
pub fn wish(state: &State, name: &str, value: Option<&str>) -> Wish {
    let text = value.unwrap_or_default().trim_ascii();
    let removed = value.is_none() || text.is_empty();
    match name {
        "region" => regions(state, text),
        "muscle" if removed => Wish::Do(vec![Action::Choose(None)]),
        "muscle" => match state.atlas.muscle_named(text) {
            Some(muscle) => Wish::Do(vec![Action::Choose(Some(Choice::Muscle(muscle)))]),
            None => listed(&mut state.atlas.muscles.iter().map(|m| m.id.as_str())),
        },
        "side" => match Sides::parse(if removed { "both" } else { text }) {
            Some(sides) => Wish::Do(vec![Action::SetSides(sides)]),
            None => listed(&mut ["left", "right", "both"].into_iter()),
        },
        "view" if removed => Wish::Do(vec![Action::SetView(None)]),
        "view" => match View::parse(text).filter(|v| state.atlas.plate(*v).is_some()) {
            Some(view) => Wish::Do(vec![Action::SetView(Some(view))]),
            None => listed(&mut state.atlas.plates.iter().map(|p| p.view.name())),
        },
        "mode" => match text {
            "" | "explore" => Wish::Do(vec![Action::Show(Screen::Find)]),
            "massage" => Wish::Do(vec![Action::Show(Screen::Massage)]),
            "day" => Wish::Do(vec![Action::Show(Screen::Day)]),
            _ => listed(&mut ["explore", "massage", "day"].into_iter()),
        },
        "hold" | "rounds" | "per-day" => number(state, name, Some(text).filter(|_| !removed)),
        _ => Wish::Do(Vec::new()),
    }
}
