//! Small parts that the panels share. Plain functions: a component of its own costs kilobytes of download, so
//! only what keeps state or must not be drawn again with its neighbours is one.
mod icon;
mod notice;
mod segment;
mod share;
mod stepper;

pub use icon::{IconName, icon};
pub use notice::notice_bar;
pub use segment::{SegmentItem, segment};
pub use share::share_bar;
pub use stepper::{Stepper, stepper};
