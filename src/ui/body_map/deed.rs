//! What can be reached on the map, and what can happen there.
use crate::app::{Action, Choice};
use crate::atlas::{PointId, RegionId};
use crate::ui::root::Scene;
use yew::prelude::*;

/// Something on the map that can be reached and used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// A place that can be marked.
    Region(RegionId),
    /// A trigger point that can be opened.
    Point(PointId),
}

impl Item {
    /// Its id on the page.
    pub fn id(self, scene: &Scene) -> AttrValue {
        match self {
            Item::Region(r) => scene.id(&["region-", &r.0.to_string()].concat()),
            Item::Point(p) => scene.id(&["point-", &p.0.to_string()].concat()),
        }
    }
    /// What using it does.
    pub fn action(self) -> Action {
        match self {
            Item::Region(region) => Action::Tap(region),
            Item::Point(point) => Action::Choose(Some(Choice::Point(point))),
        }
    }
}

/// What happens on the map.
pub enum Deed {
    /// The pointer is over something, or over nothing.
    Hover(Option<Item>),
    /// The keyboard moved to something.
    Reach(Item),
    /// The key for something was pressed.
    Use(Item),
    /// A finger is about to be put down on something.
    Aim(Item),
    /// Something was clicked.
    Click(Item, MouseEvent),
    /// From now on one paints, or taps.
    Paint(bool),
    /// A finger was put down.
    Press(PointerEvent),
    /// A finger, or the mouse, moved.
    Drag(PointerEvent),
    /// A finger was taken away.
    Lift(PointerEvent),
    /// The wheel was turned.
    Wheel(WheelEvent),
    /// Closer or further by a factor.
    Zoom(f64),
    /// Back to what is seen before anybody zooms.
    Reset,
    /// The map may have got another size.
    Resized,
}
