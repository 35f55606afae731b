//! What was done: entries, days, and how they are written down. Append only; one record each.
pub mod book;
pub mod entry;

pub use book::Book;
pub use entry::{Day, Entry, EntryStep};
