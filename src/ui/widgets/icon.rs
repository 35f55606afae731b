//! Icons: own line drawings on a 24 unit square. Always decoration; the words beside them say the same.
use crate::ui::dom::el;
use yew::prelude::*;

/// Which icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IconName {
    /// To the left.
    Back,
    /// Into a thing.
    Into,
    /// Up.
    Up,
    /// Down.
    Down,
    /// A plus.
    Plus,
    /// A minus.
    Minus,
    /// A tick.
    Tick,
    /// A cross: remove, close.
    Cross,
    /// Start.
    Play,
    /// Stand still.
    Pause,
    /// End.
    Stop,
    /// On to the next.
    Skip,
    /// Back to the one before.
    Rewind,
    /// Take care.
    Warn,
    /// A looking glass.
    Search,
}

impl IconName {
    fn path(self) -> &'static str {
        match self {
            IconName::Back => "M15 5l-7 7 7 7",
            IconName::Into => "M9 5l7 7-7 7",
            IconName::Up => "M5 15l7-7 7 7",
            IconName::Down => "M5 9l7 7 7-7",
            IconName::Plus => "M12 5v14M5 12h14",
            IconName::Minus => "M5 12h14",
            IconName::Tick => "M5 12.5l4.5 4.5L19 7.5",
            IconName::Cross => "M6 6l12 12M18 6L6 18",
            IconName::Play => "M8 5.5v13l10.5-6.5z",
            IconName::Pause => "M8.5 6v12M15.5 6v12",
            IconName::Stop => "M7 7h10v10H7z",
            IconName::Skip => "M6 6l8 6-8 6zM18 6v12",
            IconName::Rewind => "M18 6l-8 6 8 6zM6 6v12",
            IconName::Search => "M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13M15.5 15.5L20 20",
            IconName::Warn => "M12 4l9 16H3zM12 10v4.5M12 17.2v.3",
        }
    }
}

/// An icon.
pub fn icon(name: IconName) -> Html {
    el("svg")
        .class("rpe-icon")
        .attr("viewBox", "0 0 24 24")
        .attr("focusable", "false")
        .hidden()
        .child(el("path").attr("d", name.path()))
        .into()
}
