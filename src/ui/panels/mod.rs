//! The rooms beside the map: finding, reading about a muscle, planning, the red-flag check, the day.
mod card;
mod condition;
mod cues;
mod day;
mod doors;
mod find;
mod guided;
mod plan;
mod query;
mod results;
mod safety;
mod search;
mod sheet;
mod start_bar;
mod tabs;

pub use card::card_panel;
pub use condition::reading_panel;
pub use cues::cues_panel;
pub use day::{ask_after, ask_before, day_panel};
pub use find::{FindModel, find_panel};
pub use guided::guided;
pub use plan::plan_panel;
pub use safety::safety_panel;
pub use sheet::sheet_panel;
pub use start_bar::start_bar;
pub use tabs::tabs;
