//! The diary as one thing to take along: out of a device and into another. What is brought in is added, never replaced:
//! a record that is there already stays as it is.
use super::book::{Book, Record};
use super::value::Value;

/// What the file says it is.
pub const FORMAT: &str = "rpe-diary";

/// The version of the file's form.
pub const VERSION: u8 = 1;

/// The largest text that is read, in bytes.
pub const MOST: usize = 10 * 1024 * 1024;

/// The diary as a tree.
pub fn write(book: &Book) -> Value {
    let records = book.records().iter().map(Record::write).collect();
    Value::map([("format", FORMAT.into()), ("v", VERSION.into()), ("records", Value::List(records))])
}

/// Why a file was not taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotRead {
    /// It is no diary, or one of a newer version.
    NoDiary,
    /// It is larger than `MOST`.
    TooLarge,
}

/// Records that were read, and how many could not be.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Brought {
    /// What was read.
    pub records: Vec<Record>,
    /// How many pieces are damaged or of a newer version.
    pub unreadable: usize,
}

/// Reads a diary. None when it is no diary, or one of a newer version.
pub fn read(file: &Value) -> Option<Brought> {
    file.text("format").filter(|format| *format == FORMAT)?;
    file.int("v").filter(|v: &u8| *v == VERSION)?;
    let all = file.list("records")?;
    let records: Vec<Record> = all.iter().filter_map(Record::read).collect();
    Some(Brought { unreadable: all.len() - records.len(), records })
}

/// What came of bringing in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Tally {
    /// Records that are new here.
    pub new: usize,
    /// Records that were here already.
    pub known: usize,
    /// Pieces that could not be read.
    pub unreadable: usize,
}

/// Adds what was read to a diary.
pub fn merge(book: &mut Book, brought: Brought) -> Tally {
    let all = brought.records.len();
    let new = book.bring(brought.records);
    Tally { new, known: all - new, unreadable: brought.unreadable }
}
