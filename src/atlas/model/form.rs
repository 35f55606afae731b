//! How a shape is held: a few knots, in quarter units, from which `curve` makes smooth contours. Knots
//! are what an illustrator chose; nothing finer is stored, which is also why the drawings are small.
use super::curve::{Contour, Cubic, Pt};
use super::pack::{Pack, Reader};

/// Steps per limb unit in stored coordinates.
pub const SCALE: f64 = 4.0;

/// A knot of an outline or a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Knot {
    /// Where, in limb units.
    pub at: Pt,
    /// Whether the contour turns sharply here.
    pub corner: bool,
}

/// A place on a spine: a point of the centre line and how far the muscle reaches on each side of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rib {
    /// The point of the centre line, in limb units.
    pub at: Pt,
    /// Half width on the viewer's left of a spine drawn downwards, in limb units.
    pub a: f64,
    /// Half width on the other side, in limb units.
    pub b: f64,
}

/// The stored form of a shape. The numbers are steps of a quarter unit, each the difference from the
/// same number of the knot before, because small numbers take one byte.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// A closed curve: x * 2 + corner, y per knot.
    Outline(Vec<i16>),
    /// A centre line with half widths: x, y, a, b per rib.
    Spine(Vec<i16>),
    /// An open line, such as a fold of the skin: x * 2 + corner, y per knot.
    Line(Vec<i16>),
    /// Curves as they are, where nobody chose knots: closed (1) or open (0), x, y of the start, then per piece the two
    /// handles and the end. Only atlases of site owners have these.
    Curves(Vec<i16>),
}

impl Pack for Form {
    fn pack(&self, out: &mut Vec<u8>) {
        let (kind, numbers) = match self {
            Form::Outline(numbers) => (0, numbers),
            Form::Spine(numbers) => (1, numbers),
            Form::Line(numbers) => (2, numbers),
            Form::Curves(numbers) => (3, numbers),
        };
        out.push(kind);
        numbers.pack(out);
    }
    fn unpack(from: &mut Reader) -> Self {
        let (kind, numbers) = (from.byte(), Pack::unpack(from));
        match kind {
            0 => Form::Outline(numbers),
            1 => Form::Spine(numbers),
            2 => Form::Line(numbers),
            _ => Form::Curves(numbers),
        }
    }
}

fn step(value: f64) -> i16 {
    (value * SCALE).round().clamp(-16000.0, 16000.0) as i16
}

fn unstep(value: i16) -> f64 {
    f64::from(value) / SCALE
}

fn undelta<const N: usize>(stored: &[i16]) -> impl Iterator<Item = [i16; N]> + '_ {
    let mut last = [0i16; N];
    stored.as_chunks::<N>().0.iter().map(move |chunk| {
        for (sum, change) in last.iter_mut().zip(chunk) {
            *sum = sum.wrapping_add(*change);
        }
        last
    })
}

fn delta<const N: usize>(rows: impl Iterator<Item = [i16; N]>) -> Vec<i16> {
    let mut last = [0i16; N];
    let mut out = Vec::new();
    for row in rows {
        out.extend(row.iter().zip(last).map(|(now, before)| now.wrapping_sub(before)));
        last = row;
    }
    out
}

/// Knots as they are stored. `outline` says whether the curve closes.
pub fn pack_knots(knots: &[Knot]) -> Vec<i16> {
    delta(knots.iter().map(|k| [step(k.at.x) * 2 + i16::from(k.corner), step(k.at.y)]))
}

/// Ribs as they are stored.
pub fn pack_ribs(ribs: &[Rib]) -> Vec<i16> {
    delta(ribs.iter().map(|r| [step(r.at.x), step(r.at.y), step(r.a), step(r.b)]))
}

/// The knots of a stored outline or line.
pub fn knots(stored: &[i16]) -> Vec<Knot> {
    undelta::<2>(stored).map(|[x, y]| Knot { at: Pt { x: unstep(x >> 1), y: unstep(y) }, corner: x & 1 == 1 }).collect()
}

/// The ribs of a stored spine.
pub fn ribs(stored: &[i16]) -> Vec<Rib> {
    undelta::<4>(stored)
        .map(|[x, y, a, b]| Rib { at: Pt { x: unstep(x), y: unstep(y) }, a: unstep(a), b: unstep(b) })
        .collect()
}

/// Curves as they are stored.
fn pack_curves(contour: &Contour) -> Vec<i16> {
    let start = contour.pieces.first().map(|piece| piece.0);
    let rest = contour.pieces.iter().flat_map(|piece| [piece.1, piece.2, piece.3]);
    let mut out = vec![i16::from(contour.closed)];
    out.extend(delta(start.into_iter().chain(rest).map(|p| [step(p.x), step(p.y)])));
    out
}

/// The stored curves.
pub fn curves(stored: &[i16]) -> Contour {
    let Some((closed, rest)) = stored.split_first() else { return Contour::default() };
    let mut points = undelta::<2>(rest).map(|[x, y]| Pt { x: unstep(x), y: unstep(y) });
    let mut pieces = Vec::new();
    if let Some(mut from) = points.next() {
        while let (Some(a), Some(b), Some(to)) = (points.next(), points.next(), points.next()) {
            pieces.push(Cubic(from, a, b, to));
            from = to;
        }
    }
    Contour { pieces, closed: *closed == 1 }
}

impl Form {
    /// Curves that nobody chose knots for.
    pub fn curves(contour: &Contour) -> Self {
        Form::Curves(pack_curves(contour))
    }
    /// A closed curve through these knots.
    pub fn outline(knots: &[Knot]) -> Self {
        Form::Outline(pack_knots(knots))
    }
    /// An open line through these knots.
    pub fn line(knots: &[Knot]) -> Self {
        Form::Line(pack_knots(knots))
    }
    /// The first knot of an outline or line, in its units.
    pub fn first(&self) -> Option<Pt> {
        match self {
            Form::Outline(stored) | Form::Line(stored) => knots(stored).first().map(|k| k.at),
            _ => None,
        }
    }
    /// A muscle or tendon along these ribs.
    pub fn spine(ribs: &[Rib]) -> Self {
        Form::Spine(pack_ribs(ribs))
    }
}
