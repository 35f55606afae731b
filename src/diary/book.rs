//! All entries in memory, in order of time, and what they say of a day.
use super::entry::{Day, Entry};

/// The diary.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Book {
    entries: Vec<Entry>,
}

impl Book {
    /// A diary from records in any order; an entry that is there twice counts once.
    pub fn new(entries: impl IntoIterator<Item = Entry>) -> Self {
        let mut book = Book::default();
        for entry in entries {
            book.add(entry);
        }
        book
    }

    /// Adds an entry, unless it is there already. Says whether it was new.
    pub fn add(&mut self, entry: Entry) -> bool {
        if self.entries.iter().any(|e| e.id == entry.id) {
            return false;
        }
        let place = self.entries.partition_point(|e| (e.at, &e.id) < (entry.at, &entry.id));
        self.entries.insert(place, entry);
        true
    }

    /// The entries, oldest first.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The massages of a day that count: those held to the end.
    pub fn done_on(&self, day: &Day) -> usize {
        self.entries.iter().filter(|e| e.complete && e.day == *day).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(id: &str, at: i64, day: u8, complete: bool) -> Entry {
        Entry { v: 1, id: id.into(), at, day: Day::new(2026, 1, day), complete, steps: Vec::new() }
    }

    #[test]
    fn entries_are_kept_in_order_of_time_and_once() {
        let book = Book::new([entry("b", 2, 1, true), entry("a", 1, 1, true), entry("b", 2, 1, true)]);
        let ids: Vec<_> = book.entries().iter().map(|e| e.id.as_str()).collect();
        assert_eq!(ids, ["a", "b"]);
    }

    #[test]
    fn only_finished_massages_of_that_day_count() {
        let book = Book::new([entry("a", 1, 1, true), entry("b", 2, 1, false), entry("c", 3, 2, true)]);
        assert_eq!(book.done_on(&Day::new(2026, 1, 1)), 1);
        assert_eq!(book.done_on(&Day::new(2026, 1, 3)), 0);
    }
}
