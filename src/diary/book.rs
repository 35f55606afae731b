//! All records in memory, in order of time, and what they say of a day.
use super::day::Day;
use super::entry::Entry;
use super::score::{About, Score};
use super::value::Value;
use std::rc::Rc;

/// A record of the diary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Record {
    /// A massage that was done.
    Entry(Rc<Entry>),
    /// Something said of the pain.
    Score(Rc<Score>),
}

impl Record {
    /// What makes it this one.
    pub fn id(&self) -> &str {
        match self {
            Record::Entry(entry) => &entry.id,
            Record::Score(score) => &score.id,
        }
    }
    /// When it is of, in milliseconds since 1970.
    pub fn at(&self) -> i64 {
        match self {
            Record::Entry(entry) => entry.at,
            Record::Score(score) => score.at,
        }
    }
    /// The calendar day it is of.
    pub fn day(&self) -> &Day {
        match self {
            Record::Entry(entry) => &entry.day,
            Record::Score(score) => &score.day,
        }
    }
    /// The record as a tree.
    pub fn write(&self) -> Value {
        match self {
            Record::Entry(entry) => entry.write(),
            Record::Score(score) => score.write(),
        }
    }
    /// Reads a record. None when it is damaged or of a newer version.
    pub fn read(record: &Value) -> Option<Self> {
        match record.field("about") {
            Some(_) => Score::read(record).map(|score| Record::Score(Rc::new(score))),
            None => Entry::read(record).map(|entry| Record::Entry(Rc::new(entry))),
        }
    }
}

/// The diary.
#[derive(Clone, Debug, Default)]
pub struct Book {
    records: Vec<Record>,
    // What came after it was opened, in the order in which it came.
    log: Vec<Record>,
}

/// Two diaries with the same records are the same, however they came by them.
impl PartialEq for Book {
    fn eq(&self, other: &Self) -> bool {
        self.records == other.records
    }
}

impl Book {
    /// A diary from records in any order; one that is there twice counts once.
    pub fn new(records: impl IntoIterator<Item = Record>) -> Self {
        let mut records: Vec<Record> = records.into_iter().collect();
        records.sort_by(|a, b| a.id().cmp(b.id()));
        records.dedup_by(|a, b| a.id() == b.id());
        records.sort_by(|a, b| (a.at(), a.id()).cmp(&(b.at(), b.id())));
        Book { records, log: Vec::new() }
    }

    /// Adds a record, unless it is there already. Says whether it was new.
    pub fn add(&mut self, record: Record) -> bool {
        let new = self.take(record.clone());
        if new {
            self.log.push(record);
        }
        new
    }

    /// Takes in a record that is kept already, by another tab. Says whether it was new.
    pub fn take(&mut self, record: Record) -> bool {
        if self.records.iter().any(|own| own.id() == record.id()) {
            return false;
        }
        let place = self.records.partition_point(|r| (r.at(), r.id()) < (record.at(), record.id()));
        self.records.insert(place, record);
        true
    }

    /// Adds many records at once, those that are not there already. Says how many were new.
    pub fn bring(&mut self, records: Vec<Record>) -> usize {
        let mut known: Vec<&str> = self.records.iter().map(Record::id).collect();
        known.sort_unstable();
        let mut new: Vec<Record> = records.into_iter().filter(|r| known.binary_search(&r.id()).is_err()).collect();
        new.sort_by(|a, b| a.id().cmp(b.id()));
        new.dedup_by(|a, b| a.id() == b.id());
        let count = new.len();
        self.log.extend(new.iter().cloned());
        self.records.extend(new);
        self.records.sort_by(|a, b| (a.at(), a.id()).cmp(&(b.at(), b.id())));
        count
    }

    /// Forgets a record, if it is there.
    pub fn forget(&mut self, id: &str) {
        self.records.retain(|record| record.id() != id);
    }

    /// The records, oldest first.
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    /// What was added since an earlier state of the same diary, and is still to be kept.
    pub fn since(&self, earlier: &Book) -> &[Record] {
        self.log.get(earlier.log.len()..).unwrap_or_default()
    }

    /// The massages, oldest first.
    pub fn entries(&self) -> impl DoubleEndedIterator<Item = &Rc<Entry>> {
        self.records.iter().filter_map(|record| match record {
            Record::Entry(entry) => Some(entry),
            Record::Score(_) => None,
        })
    }

    /// What was said of the pain, oldest first.
    pub fn scores(&self) -> impl DoubleEndedIterator<Item = &Rc<Score>> {
        self.records.iter().filter_map(|record| match record {
            Record::Score(score) => Some(score),
            Record::Entry(_) => None,
        })
    }

    /// What holds of all that was said about something on a day: the latest.
    pub fn said(&self, day: &Day, about: &About) -> Option<&Rc<Score>> {
        self.scores().rev().find(|score| score.about == *about && score.day == *day)
    }

    /// The massages of a day that count: those held to the end.
    pub fn done_on(&self, day: &Day) -> usize {
        self.entries().filter(|e| e.complete && e.day == *day).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(id: &str, at: i64, day: u8, complete: bool) -> Record {
        let day = Day::new(2026, 1, day);
        Record::Entry(Rc::new(Entry { id: id.into(), at, day, complete, steps: Vec::new() }))
    }

    fn morning(id: &str, at: i64, pain: u8) -> Record {
        let (day, about) = (Day::new(2026, 1, 1), About::Morning);
        Record::Score(Rc::new(Score { id: id.into(), at, day, about, pain: Some(pain), text: String::new() }))
    }

    #[test]
    fn records_are_kept_in_order_of_time_and_once() {
        let all = [entry("b", 2, 1, true), entry("a", 1, 1, true), entry("b", 2, 1, true)];
        let mut one_by_one = Book::default();
        all.iter().for_each(|record| {
            one_by_one.take(record.clone());
        });
        let book = Book::new(all);
        let ids: Vec<_> = book.entries().map(|e| e.id.as_str()).collect();
        assert_eq!(ids, ["a", "b"]);
        assert_eq!(one_by_one, book);
    }

    #[test]
    fn only_finished_massages_of_that_day_count() {
        let book = Book::new([entry("a", 1, 1, true), entry("b", 2, 1, false), entry("c", 3, 2, true)]);
        assert_eq!(book.done_on(&Day::new(2026, 1, 1)), 1);
        assert_eq!(book.done_on(&Day::new(2026, 1, 3)), 0);
    }

    #[test]
    fn what_was_said_last_holds_and_what_is_new_is_told() {
        let opened = Book::new([morning("a", 1, 7)]);
        let mut book = opened.clone();
        assert!(book.add(morning("b", 2, 4)) && !book.add(morning("b", 2, 4)));
        let pain = |book: &Book| book.said(&Day::new(2026, 1, 1), &About::Morning).and_then(|s| s.pain);
        assert_eq!((pain(&opened), pain(&book)), (Some(7), Some(4)));
        let new: Vec<&str> = book.since(&opened).iter().map(Record::id).collect();
        assert_eq!(new, ["b"]);
        assert!(opened.since(&opened).is_empty());
    }
}
