//! Reads the drawn views: knots and ribs as an author writes them, joined to muscles, regions and points.
use crate::Problems;
use crate::model::{Atlas, Form, Ink, Knot, Layer, Plate, PointMark, Pt, Rib, SCALE, Shape, View, ZoneKind};
use crate::raw;
use std::collections::BTreeSet;
use std::path::Path;

fn numbers(text: &str) -> Option<Vec<f64>> {
    let all: Result<Vec<f64>, _> = text.split(',').map(str::parse).collect();
    all.ok().filter(|n| n.iter().all(|v| v.is_finite()))
}

/// `"x,y !x,y"`: knots, `!` marks a corner.
fn knots(text: &str) -> Option<Vec<Knot>> {
    text.split_whitespace()
        .map(|word| {
            let corner = word.starts_with('!');
            match numbers(word.trim_start_matches('!'))?.as_slice() {
                [x, y] => Some(Knot { at: Pt { x: *x, y: *y }, corner }),
                _ => None,
            }
        })
        .collect()
}

/// `"x,y,w x,y,a,b"`: ribs, w for both half widths.
fn ribs(text: &str) -> Option<Vec<Rib>> {
    text.split_whitespace()
        .map(|word| match numbers(word)?.as_slice() {
            [x, y, w] => Some(Rib { at: Pt { x: *x, y: *y }, a: *w, b: *w }),
            [x, y, a, b] => Some(Rib { at: Pt { x: *x, y: *y }, a: *a, b: *b }),
            _ => None,
        })
        .collect()
}

fn form(raw: &raw::Shape) -> Result<Form, &'static str> {
    match (&raw.outline, &raw.spine, &raw.line) {
        (Some(text), None, None) => match knots(text) {
            Some(k) if k.len() >= 3 => Ok(Form::outline(&k)),
            _ => Err("outline needs three or more knots, written x,y"),
        },
        (None, Some(text), None) => match ribs(text) {
            Some(r) if r.len() >= 2 => Ok(Form::spine(&r)),
            _ => Err("spine needs two or more ribs, written x,y,width or x,y,a,b"),
        },
        (None, None, Some(text)) => match knots(text) {
            Some(k) if k.len() >= 2 => Ok(Form::line(&k)),
            _ => Err("line needs two or more knots, written x,y"),
        },
        _ => Err("needs exactly one of outline, spine, line"),
    }
}

fn ink(raw: &raw::Shape, atlas: &Atlas) -> Result<Ink, String> {
    let wanted =
        |field: &Option<String>, name: &str| field.clone().ok_or(format!("a {} needs the field {name}", raw.kind));
    let muscle = || {
        let name = wanted(&raw.muscle, "muscle")?;
        atlas.muscle_named(&name).ok_or(format!("names the muscle {name}, which has no record"))
    };
    Ok(match raw.kind.as_str() {
        "skin" => Ink::Skin,
        "bone" => Ink::Bone,
        "crease" => Ink::Crease,
        "muscle" => Ink::Muscle(muscle()?),
        "tendon" => Ink::Tendon(muscle()?),
        "region" => {
            let name = wanted(&raw.region, "region")?;
            Ink::Region(atlas.region_named(&name).ok_or(format!("names the region {name}, which has no record"))?)
        }
        "zone" => {
            let name = wanted(&raw.point, "point")?;
            let point = atlas.point_named(&name).ok_or(format!("names the point {name}, which has no record"))?;
            let kind = wanted(&raw.zone_kind, "zone_kind")?;
            let kind = ZoneKind::parse(&kind).ok_or(format!("zone_kind does not know \"{kind}\""))?;
            Ink::Zone(point, kind)
        }
        other => return Err(format!("kind does not know \"{other}\"")),
    })
}

fn layer(raw: &raw::Shape, ink: Ink) -> Result<Layer, String> {
    match (&raw.layer, ink) {
        (Some(name), _) => Layer::parse(name).ok_or(format!("layer does not know \"{name}\"")),
        (None, Ink::Bone) => Ok(Layer::Deep),
        (None, Ink::Muscle(_) | Ink::Tendon(_)) => Err("a muscle or tendon needs a layer".to_owned()),
        (None, _) => Ok(Layer::Skin),
    }
}

fn plate(folder: &Path, view: View, atlas: &Atlas, problems: &mut Problems) -> Plate {
    let mut plate = Plate { view, frame: [0; 4], shapes: Vec::new(), marks: Vec::new() };
    let mut seen = BTreeSet::new();
    for file in raw::files(folder) {
        let Some(raw) = raw::toml::<raw::ViewFile>(&file, problems) else { continue };
        if raw.id.is_some_and(|id| id != view.name()) {
            problems.add(&file, "id", "must be the folder's name");
        }
        if let Some(frame) = raw.view_box {
            plate.frame = frame.map(|v| v.round() as i16);
        }
        for shape in &raw.shape {
            if !seen.insert(shape.id.clone()) {
                problems.add(&file, &shape.id, "stands twice in this view");
            }
            let read = ink(shape, atlas).and_then(|ink| {
                Ok(Shape { ink, layer: layer(shape, ink)?, form: form(shape).map_err(str::to_owned)? })
            });
            match read {
                Ok(shape) => plate.shapes.push(shape),
                Err(mend) => problems.add(&file, &shape.id, mend),
            }
        }
        for mark in &raw.point {
            match atlas.point_named(&mark.id) {
                Some(point) => {
                    let [x, y] = mark.at.map(|v| (v * SCALE).round() as i16);
                    plate.marks.push(PointMark { point, x, y });
                }
                None => problems.add(&file, &mark.id, "names a point that has no record"),
            }
        }
    }
    if plate.frame[2] <= 0 || plate.frame[3] <= 0 {
        problems.add(folder, "view_box", "view.toml must give x, y, width, height");
    }
    plate
}

/// Reads every view's folder into the atlas, in the order of `View::ALL`.
pub fn read(folder: &Path, atlas: &mut Atlas, problems: &mut Problems) {
    for view in View::ALL {
        let folder = folder.join(view.name());
        if folder.is_dir() {
            let plate = plate(&folder, *view, atlas, problems);
            atlas.plates.push(plate);
        }
    }
}
