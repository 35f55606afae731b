//! The program without a screen: its state, what can happen, what follows, and everything that can be
//! derived. `update` is pure; the interface renders from `select` and adds nothing of its own.
pub mod action;
pub mod part;
pub mod plan;
pub mod prefs;
pub mod select;
pub mod state;
pub mod update;

pub use crate::atlas::Sides;
pub use action::{Action, Moment};
pub use part::Part;
pub use state::{Choice, Gate, Listing, Look, Notice, Screen, Settings, State};
pub use update::update;
