//! The program without a screen: its state, what can happen, what follows, and everything that can be
//! derived. `update` is pure; the interface renders from `select` and adds nothing of its own.
pub mod action;
pub mod drive;
mod early;
pub mod journal;
pub mod paint;
pub mod part;
pub mod plan;
pub mod prefs;
pub mod run;
pub mod saved;
pub mod select;
pub mod settings;
pub mod share;
pub mod sheet;
pub mod state;
pub mod update;
pub mod wish;

pub use crate::atlas::Sides;
pub use action::{Action, Moment};
pub use journal::Journal;
pub use part::{Part, Program};
pub use run::{Advice, Deed};
pub use settings::{Able, Cues, Settings};
pub use share::{Given, Handed, Shared};
pub use sheet::Sheet;
pub use state::{Choice, Gate, Listing, Look, Notice, Screen, State};
pub use update::{step, update};
