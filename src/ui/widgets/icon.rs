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
    /// Hand on.
    Share,
    /// On paper.
    Print,
    /// An eraser.
    Eraser,
    /// Take back.
    Undo,
    /// Do again.
    Redo,
    /// As large as the screen.
    Wide,
    /// Throw away.
    Bin,
    /// Take hold of it to move it.
    Grip,
    /// Onto the device.
    Save,
    /// Out of the device's files.
    Open,
}

impl IconName {
    fn path(self) -> &'static str {
        match self {
            IconName::Back => "M15 5l-7 7 7 7",
            IconName::Into => "M9 5l7 7-7 7",
            IconName::Up => "M5 15l7-7 7 7",
            IconName::Down => "M5 9l7 7 7-7",
            IconName::Wide => "M9 4H4v5M15 4h5v5M9 20H4v-5M15 20h5v-5",
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
            IconName::Share => "M12 15V4M7.5 8.5L12 4l4.5 4.5M5 12.5V20h14v-7.5",
            IconName::Print => "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z",
            IconName::Warn => "M12 4l9 16H3zM12 10v4.5M12 17.2v.3",
            IconName::Eraser => "M4.5 14.5l9-9 5.5 5.5-8.5 8.5h-3zM9 10l5.5 5.5M13 20h7",
            IconName::Undo => "M8.5 5L4 9.5 8.5 14M4 9.5h10a5 5 0 0 1 0 10h-4",
            IconName::Redo => "M15.5 5L20 9.5 15.5 14M20 9.5H10a5 5 0 0 0 0 10h4",
            IconName::Save => "M12 4v11M7.5 10.5L12 15l4.5-4.5M5 15v5h14v-5",
            IconName::Open => "M4 19V6h5l2 2.5h8V11M4 19l3-8h14l-3 8z",
            IconName::Grip => "M6 9h12M6 15h12",
            IconName::Bin => "M4.5 7h15M9.5 7V4.5h5V7M6.5 7l1 13h9l1-13M10.5 11v5M13.5 11v5",
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
