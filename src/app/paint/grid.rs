//! A view as a coarse grid: which region each cell belongs to. Made once per view from the drawing.
use crate::atlas::{Drawing, Ink, Plate, Pt, RegionId, Shape, View};

/// The side of a cell in limb units, on views of the leg and of the foot.
const CELLS: (f64, f64) = (3.5, 1.75);

/// Into how many straight pieces a piece of a contour is cut.
const PIECES: u32 = 6;

/// The cells of a view.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    /// Which view.
    pub view: View,
    /// The side of a cell, in limb units.
    pub cell: f64,
    left: f64,
    top: f64,
    /// Cells in a row, and rows.
    size: (usize, usize),
    /// For each cell, row by row, the place of its region in `regions`, from 1; 0 for none.
    cells: Vec<u8>,
    /// The regions, and how many cells each has.
    regions: Vec<(RegionId, usize)>,
}

/// Where a row crosses a contour, from left to right.
fn crossings(outline: &[Pt], y: f64) -> Vec<f64> {
    let mut out: Vec<f64> = Vec::new();
    let next = outline.iter().cycle().skip(1);
    for (a, b) in outline.iter().zip(next) {
        if (a.y > y) != (b.y > y) {
            let x = a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x);
            out.insert(out.partition_point(|other| *other <= x), x);
        }
    }
    out
}

impl Grid {
    /// The grid of a view, from what it shows and how that is drawn.
    pub fn new(plate: &Plate, drawing: &Drawing) -> Self {
        let [left, top, width, height] = plate.frame.map(f64::from);
        let cell = if plate.view.is_foot() { CELLS.1 } else { CELLS.0 };
        let size = ((width / cell).ceil() as usize, (height / cell).ceil() as usize);
        let cells = vec![0; size.0 * size.1];
        let mut grid = Grid { view: plate.view, cell, left, top, size, cells, regions: Vec::new() };
        for shape in &drawing.shapes {
            if let Ink::Region(region) = shape.ink {
                grid.fill(region, shape);
            }
        }
        for (at, (_, count)) in grid.regions.iter_mut().enumerate() {
            *count = grid.cells.iter().filter(|cell| usize::from(**cell) == at + 1).count();
        }
        grid
    }

    fn fill(&mut self, region: RegionId, shape: &Shape) {
        let known = self.regions.iter().position(|(own, _)| *own == region);
        let at = known.unwrap_or_else(|| {
            self.regions.push((region, 0));
            self.regions.len() - 1
        });
        let Ok(name) = u8::try_from(at + 1) else { return };
        let outline = shape.form.contour().flat(PIECES);
        for row in 0..self.size.1 {
            let y = self.top + (row as f64 + 0.5) * self.cell;
            for pair in crossings(&outline, y).as_chunks::<2>().0 {
                let [from, to] = pair.map(|x| (x - self.left) / self.cell - 0.5);
                let range = self.range(row, from, to);
                self.cells.get_mut(range).unwrap_or_default().fill(name);
            }
        }
    }

    /// The cells of a row whose middles lie between two places, counted in cells from the middle of the first.
    fn range(&self, row: usize, from: f64, to: f64) -> std::ops::Range<usize> {
        let (across, start) = (self.size.0, row * self.size.0);
        // A number below nought or beyond all bounds becomes the nearest there is.
        let (from, to) = (from.ceil() as usize, (to.floor() + 1.0) as usize);
        start + from.min(across)..start + to.clamp(from.min(across), across)
    }

    /// The rows of cells whose middles lie within so far of a place: for each the range of cells.
    pub fn disc(&self, at: Pt, radius: f64) -> impl Iterator<Item = std::ops::Range<usize>> + '_ {
        // The smallest dab still takes the cell it is in.
        let radius = (radius / self.cell).max(0.71);
        let (x, y) = ((at.x - self.left) / self.cell - 0.5, (at.y - self.top) / self.cell - 0.5);
        let (first, last) = ((y - radius).ceil() as usize, (y + radius).floor());
        let last = if last < 0.0 { 0 } else { (last as usize + 1).min(self.size.1) };
        (first..last).map(move |row| {
            let half = (radius * radius - (row as f64 - y) * (row as f64 - y)).max(0.0).sqrt();
            if x + half < 0.0 { 0..0 } else { self.range(row, x - half, x + half) }
        })
    }

    /// The regions, and how many cells each has.
    pub fn regions(&self) -> &[(RegionId, usize)] {
        &self.regions
    }

    /// For each cell, row by row, the place of its region in `regions`, from 1; 0 for none.
    pub fn cells(&self) -> &[u8] {
        &self.cells
    }
}
