//! A plate: one drawn view. What it shows is known from the start; how it is drawn (`Drawing`) comes when it is looked at.
use super::curve::Pt;
use super::form::Form;
use super::id::{MuscleId, PointId, RegionId};
use super::kind::ZoneKind;
use super::pack::{Pack, Reader, packed};
use super::view::{Layer, View};

/// What a shape depicts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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

impl Pack for Ink {
    fn pack(&self, out: &mut Vec<u8>) {
        let (kind, id) = match self {
            Ink::Skin => (0, 0),
            Ink::Bone => (1, 0),
            Ink::Crease => (2, 0),
            Ink::Muscle(id) => (3, id.0),
            Ink::Tendon(id) => (4, id.0),
            Ink::Region(id) => (5, id.0),
            Ink::Zone(id, ZoneKind::Essential) => (6, id.0),
            Ink::Zone(id, ZoneKind::Spillover) => (7, id.0),
        };
        out.push(kind);
        id.pack(out);
    }
    fn unpack(from: &mut Reader) -> Self {
        let (kind, id) = (from.byte(), Pack::unpack(from));
        match kind {
            0 => Ink::Skin,
            1 => Ink::Bone,
            3 => Ink::Muscle(MuscleId(id)),
            4 => Ink::Tendon(MuscleId(id)),
            5 => Ink::Region(RegionId(id)),
            6 => Ink::Zone(PointId(id), ZoneKind::Essential),
            7 => Ink::Zone(PointId(id), ZoneKind::Spillover),
            _ => Ink::Crease,
        }
    }
}

/// One shape of a plate.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    /// What it depicts.
    pub ink: Ink,
    /// On which layer it lies.
    pub layer: Layer,
    /// Whether it lies behind the bones as one looks at them.
    pub behind: bool,
    /// Its geometry.
    pub form: Form,
}
packed!(Shape { ink, layer, behind, form });

/// Where a trigger point lies in a view, in quarter units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PointMark {
    /// Which point.
    pub point: PointId,
    /// x in quarter units.
    pub x: i16,
    /// y in quarter units.
    pub y: i16,
}
packed!(PointMark { point, x, y });

impl PointMark {
    /// The place in limb units.
    pub fn at(self) -> Pt {
        Pt { x: f64::from(self.x) / super::form::SCALE, y: f64::from(self.y) / super::form::SCALE }
    }
}

/// One drawn view of the right limb: what is known of it before its drawing is there.
#[derive(Clone, Debug, PartialEq)]
pub struct Plate {
    /// Which view.
    pub view: View,
    /// x, y, width, height of the drawing in limb units.
    pub frame: [i16; 4],
    /// The outline of the body.
    pub skin: Vec<Form>,
    /// What the drawing depicts, each thing once.
    pub inks: Vec<Ink>,
    /// The trigger points that a finger can reach in this view.
    pub marks: Vec<PointMark>,
}
packed!(Plate { view, frame, skin, inks, marks });

impl Plate {
    /// Whether the drawing depicts that.
    pub fn shows(&self, ink: Ink) -> bool {
        self.inks.contains(&ink)
    }
    /// Where the view marks that point.
    pub fn mark(&self, point: PointId) -> Option<Pt> {
        self.marks.iter().find(|m| m.point == point).map(|m| m.at())
    }
}

/// How a view is drawn: all of its shapes but the skin, furthest from the viewer first within a kind.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Drawing {
    /// The shapes.
    pub shapes: Vec<Shape>,
}
packed!(Drawing { shapes });

impl Shape {
    /// Whether it is only seen once one looks deeper: a zone, or something below the superficial muscles.
    fn is_deeper(&self) -> bool {
        matches!(self.ink, Ink::Zone(..)) || (self.layer == Layer::Deep && self.ink != Ink::Bone)
    }
}

impl Drawing {
    /// What is seen at first, and what is only seen once one looks deeper. A foot is too small to be cut in two.
    pub fn split(&self, view: View) -> (Drawing, Option<Drawing>) {
        if view.is_foot() {
            return (self.clone(), None);
        }
        let (deeper, first) = self.shapes.iter().cloned().partition(Shape::is_deeper);
        (Drawing { shapes: first }, Some(Drawing { shapes: deeper }))
    }
    /// One drawing of two halves.
    pub fn join(&self, other: &Drawing) -> Drawing {
        Drawing { shapes: self.shapes.iter().chain(&other.shapes).cloned().collect() }
    }
    /// The shapes that depict that.
    pub fn of(&self, ink: Ink) -> impl Iterator<Item = &Shape> {
        self.shapes.iter().filter(move |s| s.ink == ink)
    }
}
