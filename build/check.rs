//! What a drawing must keep to: inside its frame, muscles and zones inside the skin, every point inside
//! its muscle, regions that do not overlap, and no record that is never drawn or drawn without a record.
use crate::Problems;
use crate::model::{Atlas, Ink, Layer, Plate, PointId, Pt, Shape};
use kurbo::{BezPath, ParamCurveNearest, PathSeg, Point, Shape as _};
use std::path::{Path, PathBuf};

/// How far a point may lie outside its muscle, a muscle outside the skin: limb units.
const TOLERANCE: f64 = 3.0;
/// How much of the smaller of two regions the other may cover.
const OVERLAP: f64 = 0.02;

fn path(shape: &Shape) -> BezPath {
    let mut out = BezPath::new();
    let contour = shape.form.contour();
    let at = |p: Pt| Point::new(p.x, p.y);
    for (index, piece) in contour.pieces.iter().enumerate() {
        if index == 0 {
            out.move_to(at(piece.0));
        }
        out.curve_to(at(piece.1), at(piece.2), at(piece.3));
    }
    if contour.closed {
        out.close_path();
    }
    out
}

fn distance(path: &BezPath, point: Point) -> f64 {
    let nearest = |segment: PathSeg| segment.nearest(point, 0.1).distance_sq;
    path.segments().map(nearest).fold(f64::MAX, f64::min).sqrt()
}

fn inside(path: &BezPath, point: Point, tolerance: f64) -> bool {
    path.winding(point) != 0 || distance(path, point) <= tolerance
}

fn label(atlas: &Atlas, shape: &Shape) -> String {
    match shape.ink {
        Ink::Skin => "skin".to_owned(),
        Ink::Bone => "bone".to_owned(),
        Ink::Crease => "crease".to_owned(),
        Ink::Muscle(m) | Ink::Tendon(m) => atlas.muscle_name(m).to_owned(),
        Ink::Region(r) => format!("region.{}", atlas.region_name(r)),
        Ink::Zone(p, kind) => format!("zone.{}.{}", atlas.point_name(p), kind.name()),
    }
}

struct Drawn<'a> {
    shape: &'a Shape,
    path: BezPath,
    samples: Vec<Point>,
}

fn overlap(a: &Drawn, b: &Drawn) -> f64 {
    let frame = a.path.bounding_box().intersect(b.path.bounding_box());
    if frame.is_zero_area() {
        return 0.0;
    }
    let step = (frame.area() / 400.0).sqrt().max(0.5);
    let (mut both, mut y) = (0.0, frame.y0 + step / 2.0);
    while y < frame.y1 {
        let mut x = frame.x0 + step / 2.0;
        while x < frame.x1 {
            let p = Point::new(x, y);
            if a.path.winding(p) != 0 && b.path.winding(p) != 0 {
                both += step * step;
            }
            x += step;
        }
        y += step;
    }
    both / a.path.area().abs().min(b.path.area().abs())
}

fn check_plate(atlas: &Atlas, plate: &Plate, folder: &Path, problems: &mut Problems) {
    let [x, y, w, h] = plate.frame.map(f64::from);
    let frame = kurbo::Rect::new(x, y, x + w, y + h).inflate(0.5, 0.5);
    let drawn: Vec<Drawn> = plate
        .shapes
        .iter()
        .map(|shape| {
            let samples = shape.form.contour().flat(4).into_iter().map(|p| Point::new(p.x, p.y)).collect();
            Drawn { shape, path: path(shape), samples }
        })
        .collect();
    let skins: Vec<&Drawn> = drawn.iter().filter(|d| d.shape.ink == Ink::Skin).collect();
    if skins.is_empty() {
        problems.add(folder, "skin", "the view has no skin outline");
    }
    for d in &drawn {
        let name = label(atlas, d.shape);
        if let Some(p) = d.samples.iter().find(|p| !frame.contains(**p)) {
            problems.add(folder, &name, format!("leaves the frame at {:.0},{:.0}", p.x, p.y));
        }
        if !matches!(d.shape.ink, Ink::Skin | Ink::Crease) {
            let outside = d.samples.iter().find(|p| !skins.iter().any(|s| inside(&s.path, **p, TOLERANCE)));
            if let Some(p) = outside {
                problems.add(folder, &name, format!("leaves the skin at {:.0},{:.0}", p.x, p.y));
            }
        }
        if d.shape.ink != Ink::Crease && d.path.area().abs() < 1.0 {
            problems.add(folder, &name, "encloses no area");
        }
    }
    let regions: Vec<&Drawn> = drawn.iter().filter(|d| matches!(d.shape.ink, Ink::Region(_))).collect();
    for (i, a) in regions.iter().enumerate() {
        for b in regions.iter().skip(i + 1).filter(|b| a.shape.ink != b.shape.ink) {
            let share = overlap(a, b);
            if share > OVERLAP {
                let names = format!("{} and {}", label(atlas, a.shape), label(atlas, b.shape));
                problems.add(folder, &names, format!("overlap by {:.1} %", share * 100.0));
            }
        }
    }
    check_marks(atlas, plate, &drawn, folder, problems);
}

fn check_marks(atlas: &Atlas, plate: &Plate, drawn: &[Drawn], folder: &Path, problems: &mut Problems) {
    for mark in &plate.marks {
        let Some(point) = atlas.point(mark.point) else { continue };
        let at = Point::new(mark.at().x, mark.at().y);
        let own = |d: &&Drawn| matches!(d.shape.ink, Ink::Muscle(m) | Ink::Tendon(m) if m == point.muscle);
        let mut shapes = drawn.iter().filter(own).peekable();
        let name = atlas.point_name(mark.point);
        if shapes.peek().is_none() {
            problems.add(folder, &name, "its muscle is not drawn in this view");
        } else if !shapes.any(|d| inside(&d.path, at, TOLERANCE)) {
            problems.add(folder, &name, "lies outside its muscle");
        }
    }
}

/// Checks every plate, and that every point is marked somewhere unless its record says that it cannot be.
pub fn check(atlas: &Atlas, undrawn: &[PointId], problems: &mut Problems) {
    for plate in &atlas.plates {
        let folder = PathBuf::from("atlas/views").join(plate.view.name());
        check_plate(atlas, plate, &folder, problems);
        for shape in &plate.shapes {
            let Ink::Zone(point, kind) = shape.ink else { continue };
            let zones = atlas.point(point).map(|p| p.zones.as_slice()).unwrap_or_default();
            if !zones.iter().any(|z| z.kind == kind) {
                problems.add(&folder, &label(atlas, shape), "is drawn, but the point has no such zone");
            }
            if shape.layer != Layer::Skin {
                problems.add(&folder, &label(atlas, shape), "a zone lies on the skin; remove its layer");
            }
        }
    }
    let marked = |point: PointId| atlas.plates.iter().any(|p| p.marks.iter().any(|m| m.point == point));
    for point in atlas.point_ids() {
        let mend = match (marked(point), undrawn.contains(&point)) {
            (false, false) => "is marked in no view; mark it, or say drawn = false in its record",
            (true, true) => "is marked in a view, but its record says drawn = false",
            _ => continue,
        };
        problems.add(Path::new("atlas/views"), &atlas.point_name(point), mend);
    }
}
