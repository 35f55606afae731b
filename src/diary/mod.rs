//! What was done and how it felt: records, days, and how they are written down. Append only; one record each.
pub mod book;
pub mod csv;
pub mod day;
pub mod entry;
pub mod file;
pub mod hours;
pub mod ics;
pub mod report;
pub mod score;
pub mod trend;
pub mod value;

pub use book::{Book, Record};
pub use day::Day;
pub use entry::{Entry, EntryStep};
pub use hours::Hours;
pub use score::{About, Score, WORST};
pub use value::Value;
