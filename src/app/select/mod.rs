//! Everything derived from the state that the interface shows: plain values, compared by the components to
//! see whether they must draw again. Words are filled in here, so that the interface only lays them out.
pub mod aside;
pub mod card;
pub mod condition;
pub mod day;
pub mod edit;
pub mod fetch;
pub mod figure;
pub mod find;
pub mod map;
pub mod massage;
pub mod page;
pub mod search;
pub mod sheet;
pub mod timer;
pub mod trend;
pub mod words;
