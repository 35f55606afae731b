//! Whether it is getting better: the pain of the first steps over the days, and a plain word on it that knows small
//! numbers. In trials with chronic pain, a fall of two points of ten went with patients calling themselves "much improved"
//! or better (Farrar and others, Pain 2001, doi 10.1016/s0304-3959(01)00349-9; none of them had heel pain). The least
//! number of days and the weeks that are compared are choices of this project.
use super::book::Book;
use super::day::Day;
use super::score::About;

/// The least change that is called one, in points of ten.
pub const CHANGE: i64 = 2;

/// The fewest days with a score, among the last fourteen, from which something is said.
pub const FEWEST: usize = 5;

/// How many days a median is taken over.
pub const WEEK: i64 = 7;

/// A day of the trend.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Point {
    /// The pain of the first steps, 0 to 10.
    pub morning: Option<u8>,
    /// Twice the median of that over this day and the six before, so that it is whole.
    pub median: Option<i64>,
    /// Massages done to the end.
    pub done: usize,
    /// Twice the median of the pain before and after the day's massages.
    pub around: [Option<i64>; 2],
}

/// Over how long it is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Range {
    /// Four weeks.
    #[default]
    Month,
    /// Thirteen weeks.
    Quarter,
    /// Fifty-two weeks.
    Year,
}

impl Range {
    /// All of them, the shortest first.
    pub const ALL: [Range; 3] = [Range::Month, Range::Quarter, Range::Year];

    /// In days: whole weeks.
    pub fn days(self) -> usize {
        7 * match self {
            Range::Month => 4,
            Range::Quarter => 13,
            Range::Year => 52,
        }
    }
}

/// What can be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Too few days have a score.
    Early,
    /// It hurts less.
    Better,
    /// A change too small to count.
    Same,
    /// It hurts more.
    Worse,
}

/// The trend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trend {
    /// The days, earliest first; the last one is today.
    pub days: Vec<(Day, Point)>,
    /// What can be said of them.
    pub verdict: Verdict,
    /// Twice the medians that it compares: of the first week with scores, and of the last.
    pub weeks: Option<[i64; 2]>,
    /// Whether it has gone on for so long without getting better that a clinician should have a look.
    pub stuck: bool,
}

/// Twice the middle of some numbers, so that it is whole. None of none.
pub fn median(mut values: Vec<i64>) -> Option<i64> {
    values.sort_unstable();
    let middle = values.len() / 2;
    let upper = *values.get(middle)?;
    let lower = if values.len().is_multiple_of(2) { *values.get(middle.checked_sub(1)?)? } else { upper };
    Some(lower + upper)
}

/// The trend of the last days (at most a year), today included. `review` is after how many days without progress a
/// clinician should have a look.
pub fn trend(book: &Book, today: &Day, days: usize, review: i64) -> Trend {
    let mornings = mornings(book);
    let now = today.number();
    let first = now + 1 - days.min(366) as i64;
    let mut points = vec![Point::default(); days.min(366)];
    let at = |day: &Day| usize::try_from(day.number() - first).ok();
    for (number, pain) in between(&mornings, first, now) {
        let place = usize::try_from(number - first).ok().and_then(|at| points.get_mut(at));
        place.into_iter().for_each(|point| point.morning = Some(*pain));
    }
    for entry in book.entries().filter(|entry| entry.complete) {
        at(&entry.day).and_then(|at| points.get_mut(at)).into_iter().for_each(|point| point.done += 1);
    }
    let mut around: Vec<[Vec<(&str, i64)>; 2]> = vec![Default::default(); points.len()];
    for score in book.scores() {
        let (which, of) = match &score.about {
            About::Before(of, None) => (0, of),
            About::After(of, None) => (1, of),
            _ => continue,
        };
        let Some(said) = at(&score.day).and_then(|at| around.get_mut(at)?.get_mut(which)) else { continue };
        // What is said later of the same massage holds.
        said.retain(|(massage, _)| massage != of);
        said.extend(score.pain.map(|pain| (of.as_str(), i64::from(pain))));
    }
    for (index, (point, said)) in points.iter_mut().zip(&around).enumerate() {
        let end = first + index as i64;
        point.median = week(&mornings, end);
        point.around = said.each_ref().map(|said| median(said.iter().map(|(_, pain)| *pain).collect()));
    }
    let weeks = weeks(&mornings, now);
    let verdict = weeks.map_or(Verdict::Early, verdict);
    // Progress is asked for only once there was time for it.
    let long = mornings.first().is_some_and(|(first, _)| now - first >= review);
    let stuck = long && matches!(verdict, Verdict::Same | Verdict::Worse);
    Trend { days: (first..).map(Day::of).zip(points).collect(), verdict, weeks, stuck }
}

/// What holds of each day's first steps, by the day's number, in order.
fn mornings(book: &Book) -> Vec<(i64, u8)> {
    let mut mornings: Vec<(i64, u8)> = Vec::new();
    for score in book.scores().filter(|score| score.about == About::Morning) {
        let day = score.day.number();
        let place = mornings.partition_point(|(own, _)| *own < day);
        if mornings.get(place).is_some_and(|(own, _)| *own == day) {
            mornings.remove(place);
        }
        if let Some(pain) = score.pain {
            mornings.insert(place, (day, pain));
        }
    }
    mornings
}

/// Those of some days, the last one included.
fn between(mornings: &[(i64, u8)], first: i64, last: i64) -> &[(i64, u8)] {
    let place = |day: i64| mornings.partition_point(|(own, _)| *own < day);
    mornings.get(place(first)..place(last + 1)).unwrap_or_default()
}

fn week(mornings: &[(i64, u8)], end: i64) -> Option<i64> {
    median(between(mornings, end + 1 - WEEK, end).iter().map(|(_, pain)| i64::from(*pain)).collect())
}

/// Twice the medians of the first week with scores and of the last; they do not overlap. None while there are too few.
fn weeks(mornings: &[(i64, u8)], now: i64) -> Option<[i64; 2]> {
    let recent = between(mornings, now + 1 - 2 * WEEK, now).len();
    let first = mornings.first().map(|(day, _)| day).filter(|_| recent >= FEWEST)?;
    let start = (first + WEEK - 1).min(now - WEEK);
    Some([week(mornings, start)?, week(mornings, now)?])
}

fn verdict([then, now]: [i64; 2]) -> Verdict {
    match now - then {
        change if change <= -2 * CHANGE => Verdict::Better,
        change if change >= 2 * CHANGE => Verdict::Worse,
        _ => Verdict::Same,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diary::{Record, Score};
    use std::rc::Rc;

    fn book(mornings: &[(i64, u8)]) -> Book {
        let score = |(day, pain): &(i64, u8)| Score {
            id: day.to_string(),
            at: day * 86_400_000,
            day: Day::of(*day),
            about: About::Morning,
            pain: Some(*pain),
            text: String::new(),
        };
        Book::new(mornings.iter().map(|own| Record::Score(Rc::new(score(own)))))
    }

    fn said(mornings: &[(i64, u8)], today: i64) -> (Verdict, bool) {
        let trend = trend(&book(mornings), &Day::of(today), 28, 14);
        assert_eq!(trend.days.len(), 28);
        (trend.verdict, trend.stuck)
    }

    #[test]
    fn few_days_say_nothing() {
        assert_eq!(said(&[], 100), (Verdict::Early, false));
        assert_eq!(said(&[(97, 9), (98, 9), (99, 1), (100, 0)], 100), (Verdict::Early, false));
        assert_eq!(said(&[(1, 9), (2, 9), (3, 9), (4, 9), (5, 9), (6, 9)], 100), (Verdict::Early, false));
        // All of them within one week: nothing to compare with.
        assert_eq!(said(&[(96, 9), (97, 9), (98, 9), (99, 1), (100, 0)], 100), (Verdict::Early, false));
    }

    #[test]
    fn the_first_week_is_held_against_the_last() {
        let days = |from: i64, pain: [u8; 2]| -> Vec<(i64, u8)> {
            (from..=100).map(|day| (day, if day < 94 { pain[0] } else { pain[1] })).collect()
        };
        assert_eq!(said(&days(80, [7, 5]), 100), (Verdict::Better, false));
        assert_eq!(said(&days(80, [7, 6]), 100), (Verdict::Same, true));
        assert_eq!(said(&days(80, [5, 7]), 100), (Verdict::Worse, true));
        assert_eq!(said(&days(90, [5, 5]), 100), (Verdict::Same, false), "not long enough to be stuck");
    }

    #[test]
    fn a_median_is_the_middle() {
        assert_eq!(median(Vec::new()), None);
        assert_eq!(median(vec![3]), Some(6));
        assert_eq!(median(vec![9, 1, 2]), Some(4));
        assert_eq!(median(vec![4, 1, 2, 9]), Some(6));
    }
}
