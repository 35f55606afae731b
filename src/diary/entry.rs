//! A diary entry and the form in which it is kept: versioned JSON, one record under one key, so that two
//! tabs never overwrite each other. Records of a newer version are left alone, never rewritten.
use crate::atlas::{Atlas, Side};
use crate::session::{Instant, Session};
#[cfg(not(target_arch = "wasm32"))]
use serde::Deserialize;
use serde::Serialize;

/// The version of the record's form.
pub const VERSION: u8 = 1;

/// A calendar day where the person is, as `2026-11-22`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Deserialize))]
pub struct Day(String);

impl Day {
    /// A day from its year, month (1-12) and day of the month.
    pub fn new(year: u16, month: u8, day: u8) -> Self {
        let two = |n: u8| [if n < 10 { "0" } else { "" }, &n.to_string()].concat();
        Day([&year.to_string(), "-", &two(month), "-", &two(day)].concat())
    }
    /// A day from its text, as `as_str` gives it.
    pub fn from_text(text: &str) -> Self {
        Day(text.to_owned())
    }
    /// The day as text, year first.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A point that was pressed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Deserialize))]
pub struct EntryStep {
    /// The point's public name, such as `soleus.1`, which outlives any version of the atlas.
    pub point: String,
    /// `left` or `right`.
    pub side: String,
    /// How long it was held in all rounds, in seconds.
    pub held: u32,
}

/// One massage that was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Deserialize))]
pub struct Entry {
    /// The version of this form.
    pub v: u8,
    /// Unique: the start in milliseconds and a random number.
    pub id: String,
    /// When it ended, in milliseconds since 1970.
    pub at: i64,
    /// The person's calendar day at the end.
    pub day: Day,
    /// Whether every hold was pressed to its end.
    pub complete: bool,
    /// What was pressed.
    pub steps: Vec<EntryStep>,
}

impl Entry {
    /// The entry of a session that has ended. None when nothing was pressed for ten seconds in all.
    pub fn of(session: &Session, atlas: &Atlas, ended: Instant, day: Day, random: u32) -> Option<Self> {
        let held = session.held(ended);
        let total: i64 = held.iter().map(|s| s.as_millis()).sum();
        if total < 10_000 {
            return None;
        }
        let count = session.routine().steps.len().max(1);
        let steps = session.routine().steps.iter().enumerate().map(|(i, step)| {
            let millis: i64 = held.iter().skip(i).step_by(count).map(|s| s.as_millis()).sum();
            let side = match step.side {
                Side::Left => "left",
                Side::Right => "right",
            };
            EntryStep {
                point: atlas.point_name(step.point),
                side: side.to_owned(),
                held: u32::try_from((millis + 500) / 1000).unwrap_or(u32::MAX),
            }
        });
        Some(Entry {
            v: VERSION,
            id: [&session.started().0.to_string(), "-", &random.to_string()].concat(),
            at: ended.0,
            day,
            complete: session.complete(),
            steps: steps.filter(|s| s.held > 0).collect(),
        })
    }

    /// The record as it is kept. In the browser `crate::browser` writes the same text.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn write(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads a record. None when it is damaged or of a newer version.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn read(record: &str) -> Option<Self> {
        serde_json::from_str(record).ok().filter(|e: &Entry| e.v == VERSION)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry() -> Entry {
        Entry {
            v: 1,
            id: "1-2".into(),
            at: 5,
            day: Day::new(2026, 3, 9),
            complete: true,
            steps: vec![EntryStep { point: "soleus.1".into(), side: "left".into(), held: 90 }],
        }
    }

    #[test]
    fn a_record_reads_as_it_was_written() {
        assert_eq!(Entry::read(&entry().write()), Some(entry()));
        assert_eq!(entry().day.as_str(), "2026-03-09");
    }

    #[test]
    fn damaged_and_newer_records_are_not_read() {
        assert_eq!(Entry::read("{\"v\":1"), None);
        assert_eq!(Entry::read("garbage"), None);
        assert_eq!(Entry::read(&entry().write().replace("\"v\":1", "\"v\":2")), None);
    }
}
