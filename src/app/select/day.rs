//! The day: how many massages are done, how many are left, and what they were.
use super::words;
use crate::app::State;
use crate::atlas::Msg;
use crate::diary::hours::{LIMITS, Next};
use crate::diary::{About, Entry, Hours};
use crate::session::Span;

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

/// The hours in which the person is awake, to be set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HourLine {
    /// "Get up" or "Go to sleep".
    pub name: Msg,
    /// What it is, as a clock shows it.
    pub time: String,
    /// The hours with this one earlier; none at the limit.
    pub earlier: Option<Hours>,
    /// The hours with this one later; none at the limit.
    pub later: Option<Hours>,
}

/// The day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayModel {
    /// When the next massage is due, or why none is, in words; empty when the clock was not looked at yet.
    pub next: String,
    /// Whether massages were missed today.
    pub missed: bool,
    /// When massages are due, as a clock shows it.
    pub times: String,
    /// The hours of the day.
    pub hours: [HourLine; 2],
    /// What was said of the first steps of today.
    pub morning: Option<u8>,
    /// What was written on today.
    pub note: String,
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

/// Hours and minutes as a clock shows them: `7:30`.
pub fn time(minute: i64) -> String {
    let (hour, rest) = (minute.div_euclid(60), minute.rem_euclid(60));
    [hour.to_string().as_str(), if rest < 10 { ":0" } else { ":" }, rest.to_string().as_str()].concat()
}

/// The minute at which the clock was looked at, and what comes next from then on.
fn next(state: &State) -> Option<(i64, Option<Next>)> {
    let (_, now) = state.journal.clock?;
    let today = state.book.entries().filter(|e| e.complete && e.day == state.today);
    let done: Vec<i64> = today.filter_map(|entry| state.minute(entry.at)).collect();
    let of = usize::try_from(state.settings.per_day).unwrap_or(1);
    Some((now, state.journal.hours.next(of, &done, now)))
}

/// How long what is shown of the day stays true: until the next massage is due, or until midnight.
pub fn until(state: &State) -> Option<Span> {
    let (now, next) = next(state)?;
    let then = next.map_or(24 * 60, |next| next.at);
    let then = if then > now { then } else { 24 * 60 };
    // A minute has up to a minute left of itself.
    Some(Span::seconds((then - now) * 60))
}

fn hour(hours: Hours, name: Msg, of: (i64, i64), at: i64, with: fn(Hours, i64) -> Hours) -> HourLine {
    let to = |by: i64| Some(at + by).filter(|at| (of.0..=of.1).contains(at)).map(|at| with(hours, at));
    let step = crate::diary::hours::STEP;
    HourLine { name, time: time(at), earlier: to(-step), later: to(step) }
}

/// The day as it stands.
#[inline(never)]
pub fn day(state: &State) -> DayModel {
    let done = state.book.done_on(&state.today);
    let of = usize::try_from(state.settings.per_day).unwrap_or(1);
    let coming = next(state);
    let remaining = match coming {
        Some((_, next)) => next.map_or(0, |next| next.left),
        None => of.saturating_sub(done),
    };
    let left = match remaining {
        _ if done >= of => state.text.say(Msg::DayEnough).to_owned(),
        0 => state.text.say(Msg::DayNoneLeft).to_owned(),
        left => state.text.count(Msg::DayLeftOne, Msg::DayLeftMany, left),
    };
    let next = match coming {
        Some((now, Some(next))) if next.at <= now => state.text.say(Msg::DayNextNow).to_owned(),
        Some((_, Some(next))) => state.text.fill(Msg::DayNextAt, &[("time", &time(next.at))]),
        _ => String::new(),
    };
    let today = state.book.entries().rev().filter(|e| e.day == state.today);
    let hours = state.journal.hours;
    let [wake, sleep] = LIMITS;
    let times: Vec<String> = hours.times(of).into_iter().map(time).collect();
    DayModel {
        next,
        missed: done < of && remaining + done < of,
        times: times.join(", "),
        hours: [
            hour(hours, Msg::DayWake, wake, hours.wake, |hours, wake| Hours { wake, ..hours }),
            hour(hours, Msg::DaySleep, sleep, hours.sleep, |hours, sleep| Hours { sleep, ..hours }),
        ],
        morning: state.book.said(&state.today, &About::Morning).and_then(|score| score.pain),
        note: state.book.said(&state.today, &About::Note).map_or_else(String::new, |score| score.text.clone()),
        done,
        of,
        count: count(state),
        left,
        today: today.map(|e| line(state, e)).collect(),
    }
}

/// A point that was pressed, to be asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// What is asked about.
    pub about: About,
    /// The point by name; empty for the whole.
    pub name: String,
    /// What was said.
    pub pain: Option<u8>,
}

/// What is asked after a massage: of the whole first, then of each point that was pressed. Nothing when it was not written
/// down.
#[inline(never)]
pub fn after(state: &State) -> Vec<Asked> {
    let Some(entry) = state.finished.as_ref().and_then(|finished| finished.entry.as_ref()) else { return Vec::new() };
    let ask = |name: String, point: Option<String>| {
        let about = About::After(entry.id.clone(), point);
        let pain = state.book.said(&entry.day, &about).and_then(|score| score.pain);
        Asked { about, name, pain }
    };
    let mut points: Vec<&str> = entry.steps.iter().map(|step| step.point.as_str()).collect();
    points.sort_unstable();
    points.dedup();
    let each = points.into_iter().filter_map(|point| {
        let name = words::point(&state.atlas, &state.text, state.atlas.point_named(point)?);
        Some(ask(name, Some(point.to_owned())))
    });
    std::iter::once(ask(String::new(), None)).chain(each).collect()
}
