//! A calendar day where the person is. Days are counted on the calendar, not in hours: a day on which the clock changes
//! has 23 or 25 of them.

/// A calendar day, as `2026-11-22`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Day(String);

impl Day {
    /// A day from its year, month (1-12) and day of the month.
    pub fn new(year: u16, month: u8, day: u8) -> Self {
        let pad = |n: i64, width: usize| {
            let digits = n.to_string();
            ["0".repeat(width.saturating_sub(digits.len())), digits].concat()
        };
        Day([pad(year.into(), 4), pad(month.into(), 2), pad(day.into(), 2)].join("-"))
    }

    /// A day from its text. None when that is no day of the calendar.
    pub fn parse(text: &str) -> Option<Self> {
        let number = |from: usize, to: usize| {
            let digits = text.get(from..to).filter(|d| d.bytes().all(|b| b.is_ascii_digit()))?;
            digits.parse::<u16>().ok()
        };
        let (year, month, day) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
        let read = Day::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?);
        (read.0 == text && Day::of(read.number()) == read).then_some(read)
    }

    /// The day as text, year first.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Year, month (1-12) and day of the month.
    pub fn parts(&self) -> (i64, i64, i64) {
        let part = |from: usize, to: usize| self.0.get(from..to).and_then(|d| d.parse().ok()).unwrap_or(0);
        (part(0, 4), part(5, 7), part(8, 10))
    }

    /// The days since 1970-01-01, by the Gregorian calendar. Years are counted from March, so that the leap day is the last.
    pub fn number(&self) -> i64 {
        let (year, month, day) = self.parts();
        let year = if month <= 2 { year - 1 } else { year };
        let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
        let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
    }

    /// The day of a number of days since 1970-01-01.
    pub fn of(number: i64) -> Self {
        let days = number + 719_468;
        let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        let year = year + era * 400 + i64::from(month <= 2);
        Day::new(u16::try_from(year).unwrap_or(0), month as u8, day as u8)
    }

    /// The day so many days later, or earlier.
    pub fn plus(&self, days: i64) -> Self {
        Day::of(self.number() + days)
    }

    /// The day of the week, 0 for Monday.
    pub fn weekday(&self) -> i64 {
        (self.number() + 3).rem_euclid(7)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_on_the_calendar() {
        let day = |text: &str| Day::parse(text).unwrap_or_default();
        assert_eq!(Day::new(1970, 1, 1).number(), 0);
        assert_eq!(day("2000-03-01").number(), 11_017);
        assert_eq!(day("2028-02-28").plus(1).as_str(), "2028-02-29");
        assert_eq!(day("2026-12-31").plus(1).as_str(), "2027-01-01");
        assert_eq!(day("2026-11-23").weekday(), 0);
        for number in (-30_000..60_000).step_by(17) {
            assert_eq!(Day::of(number).number(), number);
        }
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for text in
            ["", "2026-02-30", "2026-13-01", "2026-1-1", "2026-11-22T", "+026-11-22", "2026/11/22", "2026-11-2é"]
        {
            assert_eq!(Day::parse(text), None, "{text}");
        }
    }
}
