//! A ready-made SVG path, as a site owner's atlas may have it, and back.
use super::model::{Contour, Cubic, Form, Pt};
use kurbo::{BezPath, PathEl, Point};

/// The furthest from the origin that a coordinate may lie, in limb units.
const FAR: f64 = 3000.0;

fn pt(p: Point) -> Pt {
    Pt { x: p.x, y: p.y }
}

/// The curves of a path with one subpath. `open` leaves its ends apart.
pub fn form(d: &str, open: bool) -> Result<Form, &'static str> {
    let path = BezPath::from_svg(d).map_err(|_| "d is no SVG path")?;
    let mut pieces = Vec::new();
    let mut at = Point::ZERO;
    for (index, element) in path.elements().iter().enumerate() {
        let (a, b, to) = match *element {
            PathEl::MoveTo(_) if index > 0 => return Err("d has several subpaths; make each a shape of its own"),
            PathEl::MoveTo(to) => {
                at = to;
                continue;
            }
            PathEl::LineTo(to) => (at.lerp(to, 1.0 / 3.0), at.lerp(to, 2.0 / 3.0), to),
            PathEl::QuadTo(c, to) => (at.lerp(c, 2.0 / 3.0), to.lerp(c, 2.0 / 3.0), to),
            PathEl::CurveTo(a, b, to) => (a, b, to),
            PathEl::ClosePath => break,
        };
        if [a, b, to].iter().any(|p| !(p.x.abs() < FAR && p.y.abs() < FAR)) {
            return Err("d has a coordinate far outside any frame");
        }
        pieces.push(Cubic(pt(at), pt(a), pt(b), pt(to)));
        at = to;
    }
    if pieces.is_empty() {
        return Err("d draws nothing");
    }
    Ok(Form::curves(&Contour { pieces, closed: !open }))
}
