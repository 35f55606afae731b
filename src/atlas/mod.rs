//! The atlas: muscles, trigger points, referral zones, pain regions and their drawings. Pure data and
//! pure questions about it; knows nothing of sessions, screens or browsers.
pub mod bundle;
mod fold;
pub mod guide;
pub mod model;
pub mod search;
#[cfg(feature = "check")]
pub mod source;
pub mod text;

pub use guide::{Answer, Case, Doubt, Mark, Pressed, Ranked, Reason};
pub use model::*;
pub use text::{Msg, Text};
