//! The paint on one view, cell by cell and leg by leg, and what it says of the regions.
use super::grid::Grid;
use super::{Act, Dab, Painting, Stroke};
use crate::app::state::Sides;
use crate::atlas::{Pt, RegionId, Side};
use std::rc::Rc;

/// The share of a region, one part in so many, that hurts as much as all of it.
const FULL: usize = 3;
/// The share of a region, in percent, below which paint on it was spilt there.
const SPILT: usize = 6;
/// How far the brush goes between two dabs, as a share of its radius.
const STRIDE: f64 = 0.33;

/// What the painting says of a region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Felt {
    /// Where it hurts.
    pub region: RegionId,
    /// On which leg.
    pub side: Side,
    /// How much, 1 to 10.
    pub intensity: u8,
}

/// The strength of the paint in each cell, in percent: of the left leg, of the right.
type Legs = [Vec<u8>; 2];

/// The paint on one view.
#[derive(Clone, Debug)]
pub struct Canvas {
    grid: Rc<Grid>,
    paint: Legs,
    /// What lay there before the stroke that is being made.
    under: Legs,
}

fn legs(sides: Sides) -> [bool; 2] {
    [sides != Sides::One(Side::Right), sides != Sides::One(Side::Left)]
}

impl Canvas {
    /// Without paint.
    pub fn new(grid: Rc<Grid>) -> Self {
        let bare = || vec![0; grid.cells().len()];
        Canvas { paint: [bare(), bare()], under: [bare(), bare()], grid }
    }

    /// The view it is of.
    pub fn view(&self) -> crate::atlas::View {
        self.grid.view
    }

    /// A stroke begins. Going over the same place within one stroke does not count twice: that is how it looks, too.
    pub fn begin(&mut self) {
        self.under.clone_from(&self.paint);
    }

    /// The stroke that is being made is given up.
    pub fn cancel(&mut self) {
        self.paint.clone_from(&self.under);
    }

    /// The stroke that is being made goes from one place on to the next.
    pub fn go(&mut self, stroke: &Stroke, from: Dab, to: Dab) {
        let radius = stroke.width() / 2.0;
        let (a, b) = (from.at(), to.at());
        let far = ((b.x - a.x).powi(2) + (b.y - a.y).powi(2)).sqrt();
        let steps = (far / (radius * STRIDE).max(self.grid.cell / 2.0)).ceil().max(1.0) as u32;
        for step in 1..=steps {
            let t = f64::from(step) / f64::from(steps);
            let at = Pt { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t };
            self.dab(stroke, at, radius, to.strength);
        }
    }

    fn dab(&mut self, stroke: &Stroke, at: Pt, radius: f64, strength: u8) {
        for range in self.grid.disc(at, radius) {
            for ((paint, under), on) in self.paint.iter_mut().zip(&self.under).zip(legs(stroke.sides)) {
                let cells = paint.get_mut(range.clone()).filter(|_| on).unwrap_or_default();
                if stroke.erase {
                    cells.fill(0);
                    continue;
                }
                for (cell, under) in cells.iter_mut().zip(under.get(range.clone()).unwrap_or_default()) {
                    // As paint covers paint: what is not covered yet is covered by that share.
                    let more = (100 - u16::from(*under)) * u16::from(strength);
                    *cell = (*cell).max(*under + (more.div_ceil(100)) as u8).min(100);
                }
            }
        }
    }

    /// Does what was done once, as far as it concerns this view.
    pub fn act(&mut self, act: &Act) {
        match act {
            Act::Stroke(stroke) if stroke.view == self.grid.view => {
                self.begin();
                let mut last = None;
                for dab in stroke.dabs() {
                    self.go(stroke, last.unwrap_or(*dab), *dab);
                    last = Some(*dab);
                }
            }
            Act::Stroke(_) => {}
            Act::Wipe(region, sides) => {
                let at = self.grid.regions().iter().position(|(own, _)| own == region);
                let Some(name) = at.and_then(|at| u8::try_from(at + 1).ok()) else { return };
                for (paint, _) in self.paint.iter_mut().zip(legs(*sides)).filter(|(_, on)| *on) {
                    let own = paint.iter_mut().zip(self.grid.cells()).filter(|(_, cell)| **cell == name);
                    own.for_each(|(paint, _)| *paint = 0);
                }
            }
            Act::Clear => self.paint.iter_mut().for_each(|leg| leg.fill(0)),
        }
    }

    /// Adds what the paint says of the regions. Of a region in several views the strongest counts.
    pub fn tell(&self, out: &mut Vec<Felt>) {
        for (paint, side) in self.paint.iter().zip([Side::Left, Side::Right]) {
            // How many cells of each region have which strength.
            let mut counts = vec![[0u32; 101]; self.grid.regions().len() + 1];
            for (strength, cell) in paint.iter().zip(self.grid.cells()).filter(|(strength, _)| **strength > 0) {
                let count = counts.get_mut(usize::from(*cell)).and_then(|c| c.get_mut(usize::from(*strength)));
                if let Some(count) = count {
                    *count += 1;
                }
            }
            for ((region, size), counts) in self.grid.regions().iter().zip(counts.iter().skip(1)) {
                if let Some(intensity) = strength(*size, counts) {
                    add(out, Felt { region: *region, side, intensity });
                }
            }
        }
    }
}

/// How much a region hurts, 1 to 10: the mean of its most painted third. So a third counts as all of it, less counts by
/// its share, and no stroke more can ever make it less. None when it has no more than a spill.
fn strength(size: usize, counts: &[u32; 101]) -> Option<u8> {
    let covered: u32 = counts.iter().sum();
    if covered == 0 || (covered as usize) * 100 < size * SPILT {
        return None;
    }
    let third = (size / FULL).max(1) as u32;
    let (mut left, mut sum) = (third, 0);
    for (strength, count) in counts.iter().enumerate().rev() {
        let taken = left.min(*count);
        left -= taken;
        sum += taken * strength as u32;
    }
    Some(((sum + third * 5) / (third * 10)).clamp(1, 10) as u8)
}

/// Adds it in its place, or makes what is there as strong.
fn add(out: &mut Vec<Felt>, new: Felt) {
    let place = |f: &Felt| (f.region, f.side);
    match out.iter_mut().find(|own| place(own) == place(&new)) {
        Some(own) => own.intensity = own.intensity.max(new.intensity),
        None => out.insert(out.partition_point(|own| place(own) < place(&new)), new),
    }
}

/// What a painting says of the regions, in their order. Views without a grid are passed over.
pub fn felt(painting: &Painting, grids: &[Rc<Grid>]) -> Vec<Felt> {
    let mut out = Vec::new();
    for grid in grids {
        let mut canvas = Canvas::new(grid.clone());
        painting.acts.iter().for_each(|act| canvas.act(act));
        canvas.tell(&mut out);
    }
    out
}
