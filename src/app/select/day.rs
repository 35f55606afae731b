//! The day: how many massages are done, how many are left, and what they were.
use super::words;
use crate::app::State;
use crate::atlas::Msg;
use crate::diary::Entry;
use crate::session::Span;

/// How many earlier days are listed.
const DAYS_BEFORE: usize = 7;

/// A massage that was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DoneLine {
    /// The entry's id.
    pub id: String,
    /// When it ended, in milliseconds since 1970, for the clock to show.
    pub at: i64,
    /// The points, by name.
    pub points: String,
    /// How long was pressed, in words.
    pub time: String,
    /// Whether it was stopped early.
    pub part: bool,
}

/// The day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayModel {
    /// Massages done to the end.
    pub done: usize,
    /// Massages wished for.
    pub of: usize,
    /// "Done today 1 of 3".
    pub count: String,
    /// What is left, in words.
    pub left: String,
    /// What was done today, latest first.
    pub today: Vec<DoneLine>,
    /// The days before with the number of massages done, latest first.
    pub before: Vec<(String, usize)>,
}

/// "Done today 1 of 3".
pub fn count(state: &State) -> String {
    let done = state.book.done_on(&state.today).to_string();
    state.text.fill(Msg::DayCount, &[("n", &done), ("of", &state.settings.per_day.to_string())])
}

fn line(state: &State, entry: &Entry) -> DoneLine {
    let name = |name: &str| match state.atlas.point_named(name) {
        Some(point) => words::point(&state.atlas, &state.text, point),
        None => name.to_owned(),
    };
    let mut points: Vec<String> = entry.steps.iter().map(|s| name(&s.point)).collect();
    points.dedup();
    let held: i64 = entry.steps.iter().map(|s| i64::from(s.held)).sum();
    DoneLine {
        id: entry.id.clone(),
        at: entry.at,
        points: points.join("; "),
        time: words::length(&state.text, Span::seconds(held)),
        part: !entry.complete,
    }
}

/// The day as it stands.
#[inline(never)]
pub fn day(state: &State) -> DayModel {
    let done = state.book.done_on(&state.today);
    let of = usize::try_from(state.settings.per_day).unwrap_or(1);
    let left = match of.saturating_sub(done) {
        0 => state.text.say(Msg::DayEnough).to_owned(),
        left => state.text.count(Msg::DayLeftOne, Msg::DayLeftMany, left),
    };
    let today = state.book.entries().rev().filter(|e| e.day == state.today);
    let mut before: Vec<(String, usize)> = Vec::new();
    for entry in state.book.entries().rev().filter(|e| e.day < state.today && e.complete) {
        let days = before.len();
        match before.last_mut() {
            Some((day, n)) if day == entry.day.as_str() => *n += 1,
            _ if days < DAYS_BEFORE => before.push((entry.day.as_str().to_owned(), 1)),
            _ => break,
        }
    }
    DayModel { done, of, count: count(state), left, today: today.map(|e| line(state, e)).collect(), before }
}
