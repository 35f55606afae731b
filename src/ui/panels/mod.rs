//! The rooms beside the map: finding, reading about a muscle, planning, the red-flag check, the day.
mod card;
mod condition;
mod day;
mod find;
mod plan;
mod results;
mod safety;
mod search;
mod start_bar;
mod tabs;

pub use card::card_panel;
pub use condition::reading_panel;
pub use day::day_panel;
pub use find::{FindModel, find_panel};
pub use plan::plan_panel;
pub use safety::safety_panel;
pub use start_bar::start_bar;
pub use tabs::tabs;
