//! A contour as a polygon fine enough to ask whether it holds a point, how far one lies from it, and what two share.
use super::model::{Form, Pt};

/// Straight pieces per curved one: at our knots' distances the polygon stays within a tenth of a unit of the curve.
const FINE: u32 = 6;
/// How many samples the overlap of two outlines takes, at most.
const SAMPLES: f64 = 400.0;

/// The height of a row of edges, in limb units.
const ROW: f64 = 8.0;

/// The polygon.
pub struct Outline {
    /// Its corners.
    pub points: Vec<Pt>,
    /// Which edges touch each row of the box, from the top: a large outline is asked about thousands of points.
    rows: Vec<Vec<u32>>,
    /// Whether the curve was closed.
    pub closed: bool,
    /// The upper left corner of its box.
    pub low: Pt,
    /// The lower right corner of its box.
    pub high: Pt,
}

impl Outline {
    /// The polygon of a shape.
    pub fn of(form: &Form) -> Self {
        let contour = form.contour();
        let mut points = contour.flat(FINE);
        points.extend(contour.end().filter(|_| !contour.closed));
        let fold = |f: fn(f64, f64) -> f64, start: f64| Pt {
            x: points.iter().map(|p| p.x).fold(start, f),
            y: points.iter().map(|p| p.y).fold(start, f),
        };
        let (low, high) = (fold(f64::min, f64::MAX), fold(f64::max, f64::MIN));
        let mut outline = Outline { points, rows: Vec::new(), closed: contour.closed, low, high };
        outline.rows = vec![Vec::new(); outline.row(high.y) + 1];
        for (at, (a, b)) in outline.edges().enumerate().collect::<Vec<_>>() {
            for row in outline.row(a.y.min(b.y))..=outline.row(a.y.max(b.y)) {
                outline.rows.get_mut(row).into_iter().for_each(|edges| edges.push(at as u32));
            }
        }
        outline
    }

    fn row(&self, y: f64) -> usize {
        ((y - self.low.y) / ROW).max(0.0) as usize
    }

    /// The edges in the rows from one level to another; some more than once.
    fn edges_between(&self, top: f64, bottom: f64) -> impl Iterator<Item = (Pt, Pt)> {
        let rows = self.rows.iter().take(self.row(bottom) + 1).skip(self.row(top));
        rows.flatten().filter_map(|at| {
            let a = self.points.get(*at as usize)?;
            Some((*a, *self.points.get(*at as usize + 1).or(self.points.first())?))
        })
    }

    fn edges(&self) -> impl Iterator<Item = (Pt, Pt)> {
        let next = self.points.iter().cycle().skip(1);
        self.points.iter().copied().zip(next.copied())
    }

    /// The first corner outside a box of x, y, x, y.
    pub fn beyond(&self, [left, top, right, bottom]: [f64; 4]) -> Option<Pt> {
        self.points.iter().find(|p| !(p.x >= left && p.x <= right && p.y >= top && p.y <= bottom)).copied()
    }

    /// The area, in square units. A contour that crosses itself counts each loop by its direction, as kind as can be.
    pub fn area(&self) -> f64 {
        (self.edges().map(|(a, b)| a.x * b.y - b.x * a.y).sum::<f64>() / 2.0).abs()
    }

    /// Whether a point lies inside (non-zero winding).
    fn inside(&self, p: Pt) -> bool {
        if !self.near(p, 0.0) {
            return false;
        }
        let mut winding = 0;
        for (a, b) in self.edges_between(p.y, p.y) {
            let side = (b.x - a.x) * (p.y - a.y) - (p.x - a.x) * (b.y - a.y);
            if a.y <= p.y && b.y > p.y && side > 0.0 {
                winding += 1;
            } else if a.y > p.y && b.y <= p.y && side < 0.0 {
                winding -= 1;
            }
        }
        winding != 0
    }

    fn near(&self, p: Pt, by: f64) -> bool {
        p.x >= self.low.x - by && p.x <= self.high.x + by && p.y >= self.low.y - by && p.y <= self.high.y + by
    }

    /// Whether a point lies inside, or no further outside than that.
    pub fn holds(&self, p: Pt, tolerance: f64) -> bool {
        let close = |(a, b): (Pt, Pt)| {
            let (dx, dy) = (b.x - a.x, b.y - a.y);
            let length = (dx * dx + dy * dy).max(1e-12);
            let t = (((p.x - a.x) * dx + (p.y - a.y) * dy) / length).clamp(0.0, 1.0);
            let (x, y) = (a.x + t * dx - p.x, a.y + t * dy - p.y);
            x * x + y * y <= tolerance * tolerance
        };
        self.inside(p) || (self.near(p, tolerance) && self.edges_between(p.y - tolerance, p.y + tolerance).any(close))
    }

    /// How much of the smaller of two outlines the other covers, by samples: 0 to 1.
    pub fn overlap(&self, other: &Outline) -> f64 {
        let (left, top) = (self.low.x.max(other.low.x), self.low.y.max(other.low.y));
        let (right, bottom) = (self.high.x.min(other.high.x), self.high.y.min(other.high.y));
        if left >= right || top >= bottom {
            return 0.0;
        }
        let step = ((right - left) * (bottom - top) / SAMPLES).sqrt().max(0.5);
        let along =
            |from: f64, to: f64| (0..).map(move |i| from + step * (f64::from(i) + 0.5)).take_while(move |v| *v < to);
        let both =
            |y: f64| along(left, right).map(|x| Pt { x, y }).filter(|p| self.inside(*p) && other.inside(*p)).count();
        let shared = along(top, bottom).map(both).sum::<usize>() as f64 * step * step;
        shared / self.area().min(other.area()).max(1e-9)
    }
}
