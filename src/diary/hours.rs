//! The massages of a day, spread over the hours in which a person is awake. Counted by the clock on the wall, in minutes
//! since midnight, so that a day on which the clock changes needs no care. That they are spread evenly, that a missed one is
//! not made up for and that two are never closer than two hours are choices of this project; no trial compared them.
use super::value::Value;

/// The version of the record's form.
pub const VERSION: u8 = 1;

/// The least time between two massages, in minutes.
pub const GAP: i64 = 120;

/// How far a press of "earlier" or "later" goes, in minutes.
pub const STEP: i64 = 30;

/// When getting up may be, and going to sleep, in minutes since midnight.
pub const LIMITS: [(i64, i64); 2] = [(3 * 60, 12 * 60), (17 * 60, 24 * 60 - STEP)];

/// When a person is awake.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hours {
    /// When they get up, in minutes since midnight.
    pub wake: i64,
    /// When they go to sleep, in minutes since midnight.
    pub sleep: i64,
}

impl Default for Hours {
    fn default() -> Self {
        Hours { wake: 7 * 60, sleep: 22 * 60 }
    }
}

/// What comes next today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Next {
    /// When, in minutes since midnight; not before now.
    pub at: i64,
    /// How many massages are left today, this one included.
    pub left: usize,
}

impl Hours {
    /// Hours within what can be set.
    pub fn within(self) -> Self {
        let [wake, sleep] = LIMITS;
        Hours { wake: self.wake.clamp(wake.0, wake.1), sleep: self.sleep.clamp(sleep.0, sleep.1) }
    }

    /// The record.
    pub fn write(&self) -> Value {
        Value::map([("v", VERSION.into()), ("wake", self.wake.into()), ("sleep", self.sleep.into())])
    }

    /// Reads a record. None when it is damaged or of a newer version.
    pub fn read(record: &Value) -> Option<Self> {
        record.int("v").filter(|v: &u8| *v == VERSION)?;
        Some(Hours { wake: record.int("wake")?, sleep: record.int("sleep")? }.within())
    }

    /// When so many massages are due, in minutes since midnight, to the half hour: in the middle of as many equal parts of
    /// the day.
    pub fn times(&self, of: usize) -> Vec<i64> {
        let (long, of) = (self.sleep - self.wake, of as i64);
        (0..of).map(|i| self.wake + (long * (2 * i + 1) / (2 * of) + STEP / 2) / STEP * STEP).collect()
    }

    /// What comes next, after massages that ended at these minutes (earliest first). None when nothing more is due today:
    /// all done, or the day is over.
    pub fn next(&self, of: usize, done: &[i64], now: i64) -> Option<Next> {
        if done.len() >= of {
            return None;
        }
        let times = self.times(of);
        // The part of the day that a minute belongs to; what is before the first counts as the first.
        let part = |minute: i64| times.iter().filter(|time| **time <= minute).count().saturating_sub(1);
        // A massage counts for its part of the day, or for the next one when that has one already.
        let taken = done.iter().fold(0, |taken, minute| (part(*minute) + 1).max(taken + 1));
        let next = taken.max(part(now));
        let due = *times.get(next)?;
        let rested = done.last().map_or(due, |last| last + GAP);
        let at = due.max(rested).max(now);
        (at <= self.sleep).then_some(Next { at, left: of - next })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn clock(hour: i64, minute: i64) -> i64 {
        hour * 60 + minute
    }

    #[test]
    fn massages_are_spread_evenly() {
        let hours = Hours::default();
        assert_eq!(hours.times(3), [clock(9, 30), clock(14, 30), clock(19, 30)]);
        assert_eq!(hours.times(1), [clock(14, 30)]);
        assert_eq!(hours.times(0), Vec::<i64>::new());
        for of in 1..=12 {
            let times = hours.times(of);
            assert!(times.windows(2).all(|two| two[0] < two[1]), "{times:?}");
            assert!(times.iter().all(|time| (hours.wake..=hours.sleep).contains(time)));
        }
    }

    #[test]
    fn what_was_missed_is_not_made_up_for() {
        let hours = Hours::default();
        let next = |done: &[i64], now| hours.next(3, done, now).map(|next| (next.at, next.left));
        assert_eq!(next(&[], clock(7, 0)), Some((clock(9, 30), 3)));
        assert_eq!(next(&[], clock(10, 0)), Some((clock(10, 0), 3)), "due now");
        assert_eq!(next(&[], clock(15, 0)), Some((clock(15, 0), 2)), "the first is missed");
        assert_eq!(next(&[clock(15, 0)], clock(15, 1)), Some((clock(19, 30), 1)), "not doubled");
        assert_eq!(next(&[clock(8, 0)], clock(8, 1)), Some((clock(14, 30), 2)));
        assert_eq!(next(&[clock(8, 0), clock(8, 30)], clock(9, 0)), Some((clock(19, 30), 1)), "ahead of time");
        assert_eq!(next(&[clock(18, 30)], clock(18, 31)), Some((clock(20, 30), 1)), "two hours at least");
        assert_eq!(next(&[clock(20, 30), clock(21, 0)], clock(21, 0)), None, "the day is too short");
        assert_eq!(next(&[], clock(22, 1)), None, "the day is over");
        assert_eq!(next(&[1, 2, 3], clock(12, 0)), None, "all done");
    }

    #[test]
    fn a_record_reads_as_it_was_written_and_within_limits() {
        let hours = Hours { wake: 330, sleep: 1_290 };
        assert_eq!(Hours::read(&hours.write()), Some(hours));
        assert_eq!(Hours::read(&Hours { wake: -5, sleep: 9_000 }.write()), Some(Hours { wake: 180, sleep: 1_410 }));
        assert_eq!(Hours::read(&Value::Null), None);
    }
}
