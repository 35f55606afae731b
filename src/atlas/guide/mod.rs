//! The pain-and-muscle guide: from where it hurts, what the person answered and what they felt when they pressed, to the
//! trigger points that may be the source. Pure, deterministic, and able to say why, and why not more. A match is a
//! likelihood worth exploring, never a diagnosis.
mod case;
mod cover;
mod leg;
mod press;
mod question;
mod rank;
mod reason;

pub use case::{Answer, Case, Mark, Pressed};
pub use cover::{Cover, cover};
pub use press::press_next;
pub use question::questions;
pub use rank::{distant, one_each, rank};
pub use reason::{Doubt, Ranked, Reason};
