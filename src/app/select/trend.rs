//! Whether it is getting better: the chart, the table, the days of the calendar, and one plain sentence.
use crate::app::State;
use crate::atlas::{Msg, Text};
use crate::diary::Day;
use crate::diary::report::{Page, Row, page, rows};
use crate::diary::trend::{Point, Range, Trend, Verdict, trend as trend_of};

/// How wide a day is in the chart; it is a hundred high.
const DAY: usize = 10;

/// The fewest weeks of the calendar.
const WEEKS: i64 = 13;

/// The chart: data of SVG paths on a square as wide as the days and a hundred high, no pain at the bottom.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Chart {
    /// How wide it is.
    pub width: usize,
    /// The first steps of each day.
    pub dots: String,
    /// The median of seven days.
    pub median: String,
    /// From the pain before a massage to the pain after it.
    pub around: String,
    /// Where that ends.
    pub ends: String,
    /// Massages done, a bar for each day.
    pub bars: String,
    /// The first and the last day.
    pub days: [Day; 2],
}

/// A day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Its column: the week, from 0.
    pub week: usize,
    /// Its row: 0 for Monday.
    pub weekday: usize,
    /// How much of what was wished for is done, in quarters.
    pub quarters: usize,
}

/// The calendar.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Heat {
    /// How many weeks.
    pub weeks: usize,
    /// The days.
    pub cells: Vec<Cell>,
    /// "A massage on 5 of the last 91 days".
    pub said: String,
}

/// The trend as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct TrendModel {
    /// Over how long.
    pub range: Range,
    /// Whether nothing was noted yet.
    pub empty: bool,
    /// What can be said.
    pub verdict: String,
    /// Whether a clinician should have a look.
    pub stuck: bool,
    /// The chart.
    pub chart: Chart,
    /// The same as a table, the latest first.
    pub rows: Vec<Row>,
    /// The days on which something was done.
    pub heat: Heat,
}

/// A number of which twice is given, as it is written in the language: `3.5`.
pub fn half(text: &Text, twice: i64) -> String {
    let whole = (twice / 2).to_string();
    if twice % 2 == 0 { whole } else { text.fill(Msg::TrendHalf, &[("n", &whole)]) }
}

/// What can be said of a trend.
pub fn verdict(text: &Text, trend: &Trend) -> String {
    let Some([then, now]) = trend.weeks else { return text.say(Msg::TrendEarly).to_owned() };
    let sentence = match trend.verdict {
        Verdict::Better => Msg::TrendBetter,
        Verdict::Worse => Msg::TrendWorse,
        Verdict::Same | Verdict::Early => Msg::TrendSame,
    };
    text.fill(sentence, &[("then", &half(text, then)), ("now", &half(text, now))])
}

/// A piece of a path: a letter, and where it goes.
fn to(path: &mut String, letter: char, x: usize, twice: i64) {
    let y = (200 - 10 * twice) / 2;
    path.push(letter);
    path.push_str(&[x.to_string(), y.to_string()].join(" "));
}

/// The chart of some days.
pub fn chart(trend: &Trend, per_day: usize) -> Chart {
    let ends = |at: Option<&(Day, Point)>| at.map(|(day, _)| day.clone()).unwrap_or_default();
    let days = [ends(trend.days.first()), ends(trend.days.last())];
    let mut chart = Chart { width: trend.days.len() * DAY, days, ..Chart::default() };
    let most = trend.days.iter().map(|(_, point)| point.done).fold(per_day.max(1), usize::max);
    let mut drawing = false;
    for (at, (_, point)) in trend.days.iter().enumerate() {
        let x = at * DAY + DAY / 2;
        // A line of next to no length with round ends is a dot, whatever the chart is stretched to.
        if let Some(pain) = point.morning {
            to(&mut chart.dots, 'M', x, i64::from(pain) * 2);
            chart.dots.push_str("h.01");
        }
        if let Some(median) = point.median {
            to(&mut chart.median, if drawing { 'L' } else { 'M' }, x, median);
        }
        drawing = point.median.is_some();
        if let [Some(before), Some(after)] = point.around {
            to(&mut chart.around, 'M', x, before);
            to(&mut chart.around, 'L', x, after);
            to(&mut chart.ends, 'M', x, after);
            chart.ends.push_str("h.01");
        }
        if point.done > 0 {
            let high = (point.done * 100 / most).to_string();
            let place = [(x - 3).to_string(), "100v-".to_owned()].join(" ");
            chart.bars.push_str(&["M", &place, &high, "h6v", &high, "z"].concat());
        }
    }
    chart
}

fn heat(state: &State, trend: &Trend, range: Range) -> Heat {
    let today = state.today.number();
    let weeks = i64::try_from(range.days() / 7).unwrap_or(WEEKS).max(WEEKS);
    let monday = today - state.today.weekday() - 7 * (weeks - 1);
    let of = usize::try_from(state.settings.per_day).unwrap_or(1).max(1);
    let mut done = vec![0_usize; usize::try_from(today + 1 - monday).unwrap_or(0)];
    for entry in state.book.entries().filter(|entry| entry.complete) {
        let at = usize::try_from(entry.day.number() - monday).ok();
        at.and_then(|at| done.get_mut(at)).into_iter().for_each(|count| *count += 1);
    }
    let cell = |(at, done): (usize, &usize)| {
        let quarters = if *done == 0 { 0 } else { (done * 4 / of).clamp(1, 4) };
        Cell { week: at / 7, weekday: at % 7, quarters }
    };
    let days = trend.days.iter().filter(|(_, point)| point.done > 0).count();
    let slots = [days.to_string(), trend.days.len().to_string()];
    let [n, all] = slots.each_ref().map(String::as_str);
    Heat {
        weeks: usize::try_from(weeks).unwrap_or(0),
        cells: done.iter().enumerate().map(cell).collect(),
        said: state.text.fill(Msg::TrendDays, &[("n", n), ("of", all)]),
    }
}

/// The page for a clinician, as it was asked for.
pub fn report(state: &State) -> Page {
    page(&state.book, &state.journal.report, &state.today, i64::from(state.atlas.dose.review))
}

/// The trend of the last days.
#[inline(never)]
pub fn trend(state: &State) -> TrendModel {
    let range = state.journal.range;
    let trend = trend_of(&state.book, &state.today, range.days(), i64::from(state.atlas.dose.review));
    let mut rows = rows(&trend);
    rows.reverse();
    TrendModel {
        range,
        empty: state.book.records().is_empty(),
        verdict: verdict(&state.text, &trend),
        stuck: trend.stuck,
        chart: chart(&trend, usize::try_from(state.settings.per_day).unwrap_or(1)),
        heat: heat(state, &trend, range),
        rows,
    }
}
