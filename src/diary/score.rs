//! What a person said of their pain, or wrote down: a record of its own, never a change of another. Of two that speak of
//! the same, the later one holds; that is how something is mended or taken back.
use super::day::Day;
use super::value::Value;

/// The version of the record's form.
pub const VERSION: u8 = 1;

/// The highest score.
pub const WORST: u8 = 10;

/// What a score speaks of.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum About {
    /// The first steps of the day.
    Morning,
    /// The pain before a massage (the entry's id): overall, or at one of its points (the point's public name).
    Before(String, Option<String>),
    /// The pain after a massage.
    After(String, Option<String>),
    /// A note on the day; it has a text and no number.
    Note,
}

impl About {
    /// What it is called in a record; the massage and the point it is of.
    pub fn parts(&self) -> (&'static str, Option<&str>, Option<&str>) {
        match self {
            About::Morning => ("morning", None, None),
            About::Before(of, point) => ("before", Some(of), point.as_deref()),
            About::After(of, point) => ("after", Some(of), point.as_deref()),
            About::Note => ("note", None, None),
        }
    }

    /// The same from those. None when there is no such thing.
    pub fn of(kind: &str, of: Option<String>, point: Option<String>) -> Option<Self> {
        match kind {
            "morning" => Some(About::Morning),
            "before" => Some(About::Before(of?, point)),
            "after" => Some(About::After(of?, point)),
            "note" => Some(About::Note),
            _ => None,
        }
    }
}

/// The longest note, in letters.
pub const LONGEST: usize = 500;

/// One thing said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Score {
    /// Unique: the moment in milliseconds and a random number.
    pub id: String,
    /// When it was said, in milliseconds since 1970.
    pub at: i64,
    /// The calendar day it speaks of.
    pub day: Day,
    /// What it speaks of.
    pub about: About,
    /// The pain, 0 (none) to 10 (the worst there could be); none takes back what was said before.
    pub pain: Option<u8>,
    /// What was written; empty takes back what was written before.
    pub text: String,
}

impl Score {
    /// The record.
    pub fn write(&self) -> Value {
        let (kind, of, point) = self.about.parts();
        let text = (!self.text.is_empty()).then_some(self.text.as_str());
        Value::map([
            ("v", VERSION.into()),
            ("id", self.id.as_str().into()),
            ("at", self.at.into()),
            ("day", self.day.as_str().into()),
            ("about", kind.into()),
            ("of", Value::maybe(of)),
            ("point", Value::maybe(point)),
            ("pain", Value::maybe(self.pain)),
            ("text", Value::maybe(text)),
        ])
    }

    /// Reads a record. None when it is damaged or of a newer version.
    pub fn read(record: &Value) -> Option<Self> {
        record.int("v").filter(|v: &u8| *v == VERSION)?;
        let own = |name: &str| record.text(name).map(str::to_owned);
        let about = About::of(record.text("about")?, own("of"), own("point"))?;
        let pain = match record.field("pain") {
            None => None,
            Some(_) => Some(record.int("pain").filter(|pain: &u8| *pain <= WORST)?),
        };
        Some(Score {
            id: record.text("id")?.to_owned(),
            at: record.int("at")?,
            day: Day::parse(record.text("day")?)?,
            about,
            pain,
            text: record.text("text").unwrap_or_default().to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_reads_as_it_was_written() {
        let all = [
            (About::Morning, Some(6), ""),
            (About::Before("1-2".into(), None), Some(0), ""),
            (About::After("1-2".into(), Some("soleus.1".into())), None, ""),
            (About::Note, None, "<b>better</b>"),
        ];
        for (about, pain, text) in all {
            let day = Day::new(2026, 3, 9);
            let score = Score { id: "3-4".into(), at: 7, day, about, pain, text: text.into() };
            assert_eq!(Score::read(&score.write()), Some(score));
        }
    }

    #[test]
    fn a_pain_that_is_none_is_refused() {
        let record = |pain: i64| {
            let pieces = [("v", 1i64.into()), ("id", "1".into()), ("at", 1i64.into()), ("day", "2026-03-09".into())];
            Value::map(pieces.into_iter().chain([("about", "morning".into()), ("pain", pain.into())]))
        };
        assert!(Score::read(&record(10)).is_some());
        assert_eq!(Score::read(&record(11)), None);
        assert_eq!(Score::read(&record(-1)), None);
    }
}
