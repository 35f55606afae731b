//! From knots to smooth curves. The tangent in a knot is the three-point derivative over chord length,
//! so that unevenly spaced knots still give an even curve; a handle is a third of its chord.
use super::form::{Form, Knot, Rib, curves, knots, ribs};

/// A point in limb units, y down.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Pt {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
}

impl Pt {
    fn minus(self, other: Pt) -> Pt {
        Pt { x: self.x - other.x, y: self.y - other.y }
    }
    fn plus(self, other: Pt, times: f64) -> Pt {
        Pt { x: self.x + other.x * times, y: self.y + other.y * times }
    }
    fn length(self) -> f64 {
        (self.x * self.x + self.y * self.y).sqrt()
    }
    fn unit(self) -> Pt {
        let length = self.length();
        if length < 1e-9 { Pt::default() } else { Pt { x: self.x / length, y: self.y / length } }
    }
}

/// A cubic Bezier piece: start, two handles, end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cubic(pub Pt, pub Pt, pub Pt, pub Pt);

/// A smooth curve made of cubic pieces.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Contour {
    /// The pieces, end to start.
    pub pieces: Vec<Cubic>,
    /// Whether the end joins the start.
    pub closed: bool,
}

fn tangent(before: Pt, here: Pt, after: Pt) -> Pt {
    let (back, forth) = (here.minus(before), after.minus(here));
    let (d1, d2) = (back.length(), forth.length());
    let (v1, v2) = (back.unit(), forth.unit());
    Pt { x: v1.x * d2 + v2.x * d1, y: v1.y * d2 + v2.y * d1 }.unit()
}

fn neighbour(points: &[Knot], index: usize, forth: bool, closed: bool) -> Option<Pt> {
    let count = points.len();
    let other = match (forth, closed) {
        (true, true) => Some((index + 1) % count),
        (false, true) => Some((index + count - 1) % count),
        (true, false) => Some(index + 1),
        (false, false) => index.checked_sub(1),
    };
    other.and_then(|i| points.get(i)).map(|k| k.at)
}

fn handle(points: &[Knot], from: usize, to: Knot, forth: bool, closed: bool) -> Option<Pt> {
    let knot = points.get(from)?;
    let chord = to.at.minus(knot.at);
    let third = chord.length() / 3.0;
    let before = neighbour(points, from, false, closed);
    let after = neighbour(points, from, true, closed);
    Some(match (before, after) {
        (Some(before), Some(after)) if !knot.corner => {
            let along = tangent(before, knot.at, after);
            knot.at.plus(along, if forth { third } else { -third })
        }
        _ => knot.at.plus(chord.unit(), third),
    })
}

/// A smooth curve through knots.
pub fn through(points: &[Knot], closed: bool) -> Contour {
    let count = points.len();
    let last = if closed { count } else { count.saturating_sub(1) };
    let pieces = (0..last)
        .filter_map(|i| {
            let j = (i + 1) % count;
            let (start, end) = (*points.get(i)?, *points.get(j)?);
            let out = handle(points, i, end, true, closed)?;
            let back = handle(points, j, start, false, closed)?;
            Some(Cubic(start.at, out, back, end.at))
        })
        .collect();
    Contour { pieces, closed }
}

fn normals(ribs: &[Rib]) -> Vec<Pt> {
    (0..ribs.len())
        .map(|i| {
            let here = ribs.get(i).map_or(Pt::default(), |r| r.at);
            let before = i.checked_sub(1).and_then(|i| ribs.get(i)).map(|r| r.at);
            let after = ribs.get(i + 1).map(|r| r.at);
            let along = match (before, after) {
                (Some(b), Some(a)) => tangent(b, here, a),
                (None, Some(a)) => a.minus(here).unit(),
                (Some(b), None) => here.minus(b).unit(),
                (None, None) => Pt { x: 0.0, y: 1.0 },
            };
            Pt { x: -along.y, y: along.x }
        })
        .collect()
}

/// The line at a fraction across a spine: -1 is side a, 0 the centre, 1 side b.
fn across(ribs: &[Rib], fraction: f64) -> Vec<Knot> {
    let offset = |rib: &Rib| fraction * if fraction < 0.0 { rib.a } else { rib.b };
    ribs.iter()
        .zip(normals(ribs))
        .map(|(rib, normal)| Knot { at: rib.at.plus(normal, -offset(rib)), corner: false })
        .collect()
}

/// The closed band between two fractions across a spine.
fn band(ribs: &[Rib], from: f64, to: f64) -> Contour {
    let mut points = across(ribs, from);
    points.extend(across(ribs, to).into_iter().rev());
    through(&points, true)
}

impl Form {
    /// The contour of the shape.
    pub fn contour(&self) -> Contour {
        match self {
            Form::Outline(stored) => through(&knots(stored), true),
            Form::Line(stored) => through(&knots(stored), false),
            Form::Spine(stored) => band(&ribs(stored), -1.0, 1.0),
            Form::Curves(stored) => curves(stored),
        }
    }

    /// A band along a spine between two fractions of its width (-1 to 1), for shading; none without a spine.
    pub fn shade(&self, from: f64, to: f64) -> Option<Contour> {
        match self {
            Form::Spine(stored) => Some(band(&ribs(stored), from, to)),
            _ => None,
        }
    }

    /// Lines along the muscle at these fractions of its width; none without a spine.
    pub fn fibres(&self, fractions: &[f64]) -> Vec<Contour> {
        match self {
            Form::Spine(stored) => {
                let ribs = ribs(stored);
                fractions.iter().map(|f| through(&across(&ribs, *f), false)).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The SVG path of the shape, at one decimal.
    pub fn path(&self) -> String {
        self.contour().path()
    }
}

fn write(out: &mut String, value: f64) {
    // By hand: the standard float formatter alone would cost several kilobytes of download.
    let tenths = (value * 10.0).round() as i32;
    let (whole, rest) = (tenths.abs() / 10, tenths.abs() % 10);
    if tenths < 0 {
        out.push('-');
    } else if !out.ends_with(['M', 'C']) {
        out.push(' ');
    }
    out.push_str(&whole.to_string());
    if rest != 0 {
        out.push('.');
        out.push_str(&rest.to_string());
    }
}

impl Contour {
    /// The SVG path data, at one decimal.
    pub fn path(&self) -> String {
        let mut out = String::with_capacity(self.pieces.len() * 36 + 8);
        for (index, piece) in self.pieces.iter().enumerate() {
            if index == 0 {
                out.push('M');
                write(&mut out, piece.0.x);
                write(&mut out, piece.0.y);
            }
            out.push('C');
            for point in [piece.1, piece.2, piece.3] {
                write(&mut out, point.x);
                write(&mut out, point.y);
            }
        }
        if self.closed && !self.pieces.is_empty() {
            out.push('Z');
        }
        out
    }

    /// The curve as short straight pieces, `per_piece` to a cubic.
    pub fn flat(&self, per_piece: u32) -> Vec<Pt> {
        let mut out = Vec::new();
        for Cubic(p0, p1, p2, p3) in &self.pieces {
            for i in 0..per_piece {
                let t = f64::from(i) / f64::from(per_piece);
                let u = 1.0 - t;
                let (a, b, c, d) = (u * u * u, 3.0 * u * u * t, 3.0 * u * t * t, t * t * t);
                out.push(Pt {
                    x: a * p0.x + b * p1.x + c * p2.x + d * p3.x,
                    y: a * p0.y + b * p1.y + c * p2.y + d * p3.y,
                });
            }
        }
        out
    }

    /// Where the curve ends.
    pub fn end(&self) -> Option<Pt> {
        self.pieces.last().map(|piece| piece.3)
    }

    /// The box around the curve, in limb units: its upper left and lower right corner.
    pub fn bounds(&self) -> (Pt, Pt) {
        let mut low = Pt { x: f64::MAX, y: f64::MAX };
        let mut high = Pt { x: f64::MIN, y: f64::MIN };
        for p in self.flat(4) {
            low = Pt { x: low.x.min(p.x), y: low.y.min(p.y) };
            high = Pt { x: high.x.max(p.x), y: high.y.max(p.y) };
        }
        (low, high)
    }

    /// The centre of that box.
    pub fn centre(&self) -> Pt {
        let (low, high) = self.bounds();
        Pt { x: (low.x + high.x) / 2.0, y: (low.y + high.y) / 2.0 }
    }
}
