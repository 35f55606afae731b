//! What the widget tells its host.
use crate::app::Sides;
use crate::atlas::{MuscleId, PointId, RegionId};
use crate::diary::Entry;
use crate::session::Session;
use std::rc::Rc;

/// Something the host may want to know.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// What is selected changed.
    Select {
        /// The regions marked as painful.
        regions: Vec<RegionId>,
        /// The muscle being looked at.
        muscle: Option<MuscleId>,
        /// The point being looked at.
        point: Option<PointId>,
        /// Which legs.
        sides: Sides,
    },
    /// A session entered another phase, paused or went on; none when it was put away.
    Session(Option<Session>),
    /// Other parts are missing than before; `Handle::wants` says which.
    Want,
    /// The printed sheet is in the page and about to be printed, or it was put away.
    Print(bool),
    /// Something was written to the diary.
    Entry(Rc<Entry>),
}
