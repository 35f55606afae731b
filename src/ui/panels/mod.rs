//! The rooms beside the map: finding, reading about a muscle, planning, the red-flag check, the day.
mod card;
mod day;
mod find;
mod plan;
mod results;
mod safety;
mod sheet;
mod start_bar;
mod tabs;

pub use card::card_panel;
pub use day::day_panel;
pub use find::{FindModel, find_panel};
pub use plan::plan_panel;
pub use safety::safety_panel;
pub use sheet::sheet_panel;
pub use start_bar::start_bar;
pub use tabs::tabs;
