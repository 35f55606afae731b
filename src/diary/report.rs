//! The diary on one page, for a clinician: chosen days, chosen parts. Few days are a row each; more of them are put together
//! by weeks, and then by months of four, so that it stays one page.
use super::book::Book;
use super::day::Day;
use super::score::About;
use super::trend::{Trend, median, trend};
use std::rc::Rc;

/// The most rows.
pub const ROWS: i64 = 31;

/// The most notes, the latest ones.
pub const NOTES: usize = 10;

/// The most days; older ones are left out.
pub const DAYS: i64 = 366;

/// What is to be on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The first day; none means four weeks before the last.
    pub from: Option<Day>,
    /// The last day; none means today.
    pub to: Option<Day>,
    /// The pain of the first steps.
    pub mornings: bool,
    /// The pain before and after massages.
    pub pains: bool,
    /// What was massaged.
    pub massages: bool,
    /// What was written.
    pub notes: bool,
}

impl Default for Report {
    fn default() -> Self {
        // Notes may be private: they are on the page only when that was asked for.
        Report { from: None, to: None, mornings: true, pains: true, massages: true, notes: false }
    }
}

impl Report {
    /// The first and the last day, in that order, at most `DAYS` apart.
    pub fn days(&self, today: &Day) -> [Day; 2] {
        let to = self.to.clone().unwrap_or_else(|| today.clone());
        let from = self.from.clone().unwrap_or_else(|| to.plus(-27));
        let (from, to) = if from > to { (to, from) } else { (from, to) };
        [from.max(to.plus(1 - DAYS)), to]
    }
}

/// A row: a day, or some days in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The first of its days.
    pub first: Day,
    /// The last of them.
    pub last: Day,
    /// Twice the median of the first steps.
    pub morning: Option<i64>,
    /// Massages done to the end.
    pub done: usize,
    /// Twice the median of the pain before and after massages.
    pub around: [Option<i64>; 2],
}

/// How often and how long a point was pressed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pressed {
    /// The point's public name, and the leg.
    pub point: String,
    /// `left` or `right`.
    pub side: String,
    /// In how many massages.
    pub times: usize,
    /// For how long in all, in seconds.
    pub held: u32,
}

/// All that can be on the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// The trend of these days.
    pub trend: Trend,
    /// The days with something to tell, the earliest first.
    pub rows: Vec<Row>,
    /// The points that were pressed, the most pressed first.
    pub points: Vec<Pressed>,
    /// What was written, the earliest first.
    pub notes: Vec<(Day, String)>,
}

fn size(days: i64) -> usize {
    match days {
        days if days <= ROWS => 1,
        days if days <= ROWS * 7 => 7,
        _ => 28,
    }
}

/// The days of a trend with something to tell, put together so that they are at most `ROWS`; the earliest first.
pub fn rows(trend: &Trend) -> Vec<Row> {
    let days = i64::try_from(trend.days.len()).unwrap_or(1);
    let rows = trend.days.chunks(size(days)).filter_map(|chunk| {
        let ((first, _), (last, _)) = (chunk.first()?, chunk.last()?);
        // Twice a whole number, or twice a median; the median of those is doubled again.
        let middle = |values: Vec<i64>| median(values).map(|twice| twice / 2);
        let around = [0, 1].map(|at| middle(chunk.iter().filter_map(|(_, p)| p.around.get(at).copied()?).collect()));
        let row = Row {
            first: first.clone(),
            last: last.clone(),
            morning: median(chunk.iter().filter_map(|(_, p)| p.morning.map(i64::from)).collect()),
            done: chunk.iter().map(|(_, p)| p.done).sum(),
            around,
        };
        let empty = row.morning.is_none() && row.done == 0 && row.around == [None, None];
        (!empty).then_some(row)
    });
    rows.collect()
}

/// The page. `review` is as for `trend`.
pub fn page(book: &Book, report: &Report, today: &Day, review: i64) -> Page {
    let [from, to] = report.days(today);
    let days = to.number() - from.number() + 1;
    let trend = trend(book, &to, usize::try_from(days).unwrap_or(1), review);
    let rows = rows(&trend);
    let mut points: Vec<Pressed> = Vec::new();
    for entry in book.entries().filter(|entry| (&from..=&to).contains(&&entry.day)) {
        for step in &entry.steps {
            match points.iter_mut().find(|own| own.point == step.point && own.side == step.side) {
                Some(own) => (own.times, own.held) = (own.times + 1, own.held.saturating_add(step.held)),
                None => points.push(Pressed {
                    point: step.point.clone(),
                    side: step.side.clone(),
                    times: 1,
                    held: step.held,
                }),
            }
        }
    }
    points.sort_by(|a, b| (b.times, b.held, &a.point, &a.side).cmp(&(a.times, a.held, &b.point, &b.side)));
    let mut notes: Vec<(Day, Rc<super::Score>)> = Vec::new();
    for score in book.scores().filter(|s| s.about == About::Note && (&from..=&to).contains(&&s.day)) {
        notes.retain(|(day, _)| *day != score.day);
        notes.push((score.day.clone(), score.clone()));
    }
    notes.sort_by(|a, b| a.0.cmp(&b.0));
    let notes = notes.into_iter().filter(|(_, own)| !own.text.is_empty()).map(|(day, own)| (day, own.text.clone()));
    let mut notes: Vec<(Day, String)> = notes.collect();
    notes.drain(..notes.len().saturating_sub(NOTES));
    Page { trend, rows, points, notes }
}
