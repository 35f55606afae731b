//! A massage that was done, as it is kept: append only, one record under one key, so that two tabs never overwrite each
//! other. Records of a newer version are left alone, never rewritten.
use super::day::Day;
use super::value::Value;
use crate::atlas::{Atlas, Side};
use crate::session::{Instant, Session};

/// The version of the record's form.
pub const VERSION: u8 = 1;

/// A point that was pressed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryStep {
    /// The point's public name, such as `soleus.1`, which outlives any version of the atlas.
    pub point: String,
    /// `left` or `right`.
    pub side: String,
    /// How long it was held in all rounds, in seconds.
    pub held: u32,
}

/// One massage that was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
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
            id: [&session.started().0.to_string(), "-", &random.to_string()].concat(),
            at: ended.0,
            day,
            complete: session.complete(),
            steps: steps.filter(|s| s.held > 0).collect(),
        })
    }

    /// The record.
    pub fn write(&self) -> Value {
        let step = |step: &EntryStep| {
            let pieces = [("point", step.point.as_str().into()), ("side", step.side.as_str().into())];
            Value::map(pieces.into_iter().chain([("held", step.held.into())]))
        };
        Value::map([
            ("v", VERSION.into()),
            ("id", self.id.as_str().into()),
            ("at", self.at.into()),
            ("day", self.day.as_str().into()),
            ("complete", self.complete.into()),
            ("steps", Value::List(self.steps.iter().map(step).collect())),
        ])
    }

    /// Reads a record. None when it is damaged or of a newer version.
    pub fn read(record: &Value) -> Option<Self> {
        record.int("v").filter(|v: &u8| *v == VERSION)?;
        let step = |step: &Value| {
            let side = step.text("side").filter(|side| matches!(*side, "left" | "right"))?.to_owned();
            Some(EntryStep { point: step.text("point")?.to_owned(), side, held: step.int("held")? })
        };
        Some(Entry {
            id: record.text("id")?.to_owned(),
            at: record.int("at")?,
            day: Day::parse(record.text("day")?)?,
            complete: record.flag("complete")?,
            steps: record.list("steps")?.iter().map(step).collect::<Option<_>>()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry() -> Entry {
        Entry {
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
        let with = |name: &str, value: Value| match entry().write() {
            Value::Map(pieces) => Value::Map(
                pieces
                    .into_iter()
                    .map(|(own, old)| if own == name { (own, value.clone()) } else { (own, old) })
                    .collect(),
            ),
            other => other,
        };
        assert_eq!(Entry::read(&Value::Null), None);
        assert_eq!(Entry::read(&with("v", 2u8.into())), None);
        assert_eq!(Entry::read(&with("day", "yesterday".into())), None);
        assert_eq!(Entry::read(&with("steps", Value::Text("soleus.1".into()))), None);
        assert!(Entry::read(&with("at", (-5i64).into())).is_some());
    }
}
