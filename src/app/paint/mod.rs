//! Painting where it hurts: what was painted, kept as what was done, so that it can be taken back and told on. What it
//! says of the regions is worked out on a grid (`canvas`); what follows for the marks is in `follow`.
mod canvas;
mod follow;
mod grid;

pub use canvas::{Canvas, Felt, felt};
pub use follow::{Painted, dry, lay};
pub use grid::Grid;

use super::state::Sides;
use crate::atlas::{Pt, RegionId, View};
use std::rc::Rc;

/// Steps per limb unit of what is painted.
const STEPS: f64 = 10.0;
/// The widest brush, in steps: wider than any view.
const WIDEST: u16 = 16_000;
/// How strong a brush without a sense of pressure paints, in percent: one stroke says what a tap says.
const EVEN: u8 = 50;
/// How finely the pressure of a pen is told, in percent.
const FINENESS: u8 = 20;
/// How many places one stroke keeps; hours of painting without lifting.
const LONGEST: usize = 20_000;

/// One place of a stroke.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dab {
    /// x of the right limb, in tenths of a limb unit.
    pub x: i16,
    /// y, in tenths of a limb unit.
    pub y: i16,
    /// How strong, 1 to 100 percent.
    pub strength: u8,
}

impl Dab {
    /// A place in limb units with the pressure of a pen (0 to 1), or without. None for what is no place.
    pub fn new(at: Pt, pressure: Option<f32>) -> Option<Self> {
        let step = |value: f64| value.is_finite().then_some((value * STEPS).round() as i16);
        let level = |p: f32| ((p * 100.0) as u8).clamp(FINENESS, 100).div_ceil(FINENESS) * FINENESS;
        Some(Dab { x: step(at.x)?, y: step(at.y)?, strength: pressure.map_or(EVEN, level) })
    }
    /// The place in limb units.
    pub fn at(self) -> Pt {
        Pt { x: f64::from(self.x) / STEPS, y: f64::from(self.y) / STEPS }
    }
}

/// One stroke of the brush or the eraser, from pressing to lifting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stroke {
    /// On which view.
    pub view: View,
    /// On which legs.
    pub sides: Sides,
    /// Whether it takes paint away.
    pub erase: bool,
    /// How wide, in tenths of a limb unit.
    width: u16,
    /// Where it went.
    dabs: Vec<Dab>,
}

impl Stroke {
    /// A stroke that has not touched anything yet; the width is in limb units.
    pub fn new(view: View, sides: Sides, erase: bool, width: f64) -> Self {
        let width = ((width * STEPS) as u16).clamp(1, WIDEST);
        Stroke { view, sides, erase, width, dabs: Vec::new() }
    }
    /// Goes on to there.
    pub fn push(&mut self, dab: Dab) {
        if self.dabs.len() < LONGEST {
            self.dabs.push(dab);
        }
    }
    /// Where it went.
    pub fn dabs(&self) -> &[Dab] {
        &self.dabs
    }
    /// How wide, in limb units.
    pub fn width(&self) -> f64 {
        f64::from(self.width) / STEPS
    }
}

/// Something done to the painting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// A stroke was made.
    Stroke(Rc<Stroke>),
    /// All paint on a region was taken away, in every view.
    Wipe(RegionId, Sides),
    /// All paint was taken away.
    Clear,
}

/// What was painted.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Painting {
    /// What was done, in order.
    pub acts: Vec<Act>,
    /// What was taken back, the last first to come again.
    pub undone: Vec<Act>,
}

impl Painting {
    /// With one thing more done. What was taken back before is gone.
    pub fn and(&self, act: Act) -> Self {
        let mut acts = self.acts.clone();
        acts.push(act);
        Painting { acts, undone: Vec::new() }
    }
    /// With the last thing taken back; the same when there is none.
    pub fn undo(&self) -> Self {
        let mut next = self.clone();
        next.undone.extend(next.acts.pop());
        next
    }
    /// With what was taken back last done again; the same when there is none.
    pub fn redo(&self) -> Self {
        let mut next = self.clone();
        next.acts.extend(next.undone.pop());
        next
    }
    /// Whether there may be paint.
    pub fn is_clear(&self) -> bool {
        !matches!(self.acts.last(), Some(Act::Stroke(_) | Act::Wipe(..)))
    }
}
