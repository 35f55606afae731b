//! A plate: one drawn view, as shapes in drawing order and the places of the trigger points on it.
use super::curve::Pt;
use super::form::Form;
use super::id::{MuscleId, PointId, RegionId};
use super::kind::ZoneKind;
use super::view::{Layer, View};
use serde::{Deserialize, Serialize};

/// What a shape depicts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ink {
    /// The outline of the body.
    Skin,
    /// A bone, drawn faintly.
    Bone,
    /// The red part of a muscle.
    Muscle(MuscleId),
    /// A tendon or fascia, of the muscle it belongs to.
    Tendon(MuscleId),
    /// A pain region.
    Region(RegionId),
    /// Where a point sends pain in this view.
    Zone(PointId, ZoneKind),
    /// A fold of the skin or another fine line.
    Crease,
}

/// One shape of a plate.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Shape {
    /// What it depicts.
    pub ink: Ink,
    /// On which layer it lies.
    pub layer: Layer,
    /// Its geometry.
    pub form: Form,
}

/// Where a trigger point lies in a view, in quarter units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PointMark {
    /// Which point.
    pub point: PointId,
    /// x in quarter units.
    pub x: i16,
    /// y in quarter units.
    pub y: i16,
}

impl PointMark {
    /// The place in limb units.
    pub fn at(self) -> Pt {
        Pt { x: f64::from(self.x) / super::form::SCALE, y: f64::from(self.y) / super::form::SCALE }
    }
}

/// One drawn view of the right limb.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Plate {
    /// Which view.
    pub view: View,
    /// x, y, width, height of the drawing in limb units.
    pub frame: [i16; 4],
    /// The shapes, furthest from the viewer first within a kind.
    pub shapes: Vec<Shape>,
    /// The trigger points that a finger can reach in this view.
    pub marks: Vec<PointMark>,
}
