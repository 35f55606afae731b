//! Reads the drawn views: knots and ribs as an author writes them, joined to muscles, regions and points.
use super::model::{Atlas, Drawing, Form, Ink, Knot, Layer, Plate, PointMark, Pt, Rib, SCALE, Shape, View, ZoneKind};
use super::names::Index;
use super::{Placed, Problems, Source, path, raw};
use std::collections::BTreeSet;

/// The decimals a coordinate may have: a finer one is noise.
const DECIMALS: usize = 2;

fn numbers(text: &str) -> Option<Vec<f64>> {
    let fine = |word: &str| word.rsplit_once('.').is_none_or(|(_, decimals)| decimals.len() <= DECIMALS);
    let one = |word: &str| word.parse().ok().filter(|v: &f64| v.is_finite() && fine(word));
    text.split(',').map(one).collect()
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

/// The geometry of a shape as it is written.
pub fn shape_form(raw: &raw::Shape) -> Result<Form, &'static str> {
    match (&raw.outline, &raw.spine, &raw.line, &raw.d) {
        (Some(text), None, None, None) => match knots(text) {
            Some(k) if k.len() >= 3 => Ok(Form::outline(&k)),
            _ => Err("outline needs three or more knots, written x,y, with at most two decimals"),
        },
        (None, Some(text), None, None) => match ribs(text) {
            Some(r) if r.len() >= 2 => Ok(Form::spine(&r)),
            _ => Err("spine needs two or more ribs, written x,y,width or x,y,a,b, with at most two decimals"),
        },
        (None, None, Some(text), None) => match knots(text) {
            Some(k) if k.len() >= 2 => Ok(Form::line(&k)),
            _ => Err("line needs two or more knots, written x,y, with at most two decimals"),
        },
        (None, None, None, Some(d)) => path::form(d, raw.kind == "crease"),
        _ => Err("needs exactly one of outline, spine, line, d"),
    }
}

fn ink(raw: &raw::Shape, index: &Index) -> Result<Ink, String> {
    let wanted =
        |field: &Option<String>, name: &str| field.clone().ok_or(format!("a {} needs the field {name}", raw.kind));
    let muscle = || {
        let name = wanted(&raw.muscle, "muscle")?;
        index.muscles.get(&name).copied().ok_or(format!("names the muscle {name}, which has no record"))
    };
    Ok(match raw.kind.as_str() {
        "skin" => Ink::Skin,
        "bone" => Ink::Bone,
        "crease" => Ink::Crease,
        "muscle" => Ink::Muscle(muscle()?),
        "tendon" => Ink::Tendon(muscle()?),
        "region" => {
            let name = wanted(&raw.region, "region")?;
            let id = index.regions.get(&name).copied();
            Ink::Region(id.ok_or(format!("names the region {name}, which has no record"))?)
        }
        "zone" => {
            let name = wanted(&raw.point, "point")?;
            let point = index.points.get(&name).copied();
            let point = point.ok_or(format!("names the point {name}, which has no record"))?;
            let kind = wanted(&raw.zone_kind, "zone_kind")?;
            let kind = ZoneKind::parse(&kind).ok_or(format!("zone_kind does not know \"{kind}\""))?;
            Ink::Zone(point, kind)
        }
        other => return Err(format!("kind does not know \"{other}\"")),
    })
}

fn layer(raw: &raw::Shape, ink: Ink) -> Result<Layer, String> {
    match (&raw.layer, ink) {
        (Some(_), Ink::Zone(..) | Ink::Region(_) | Ink::Skin) if raw.layer.as_deref() != Some("skin") => {
            Err("lies on the skin; remove its layer".to_owned())
        }
        (Some(name), _) => Layer::parse(name).ok_or(format!("layer does not know \"{name}\"")),
        (None, Ink::Bone) => Ok(Layer::Deep),
        (None, Ink::Muscle(_) | Ink::Tendon(_)) => Err("a muscle or tendon needs a layer".to_owned()),
        (None, _) => Ok(Layer::Skin),
    }
}

fn behind(raw: &raw::Shape, ink: Ink) -> Result<bool, String> {
    match ink {
        Ink::Muscle(_) | Ink::Tendon(_) => Ok(raw.behind),
        _ if raw.behind => Err("only a muscle or tendon lies behind the bones; remove behind".to_owned()),
        _ => Ok(false),
    }
}

fn add_shape(view: &mut Reading, raw: &raw::Shape, index: &Index, place: &str, problems: &mut Problems) {
    if !view.seen.insert(raw.id.clone()) {
        problems.add(place, &raw.id, "stands twice in this view");
    }
    let read = ink(raw, index).and_then(|ink| {
        Ok(Shape {
            ink,
            layer: layer(raw, ink)?,
            behind: behind(raw, ink)?,
            form: shape_form(raw).map_err(str::to_owned)?,
        })
    });
    match read {
        Ok(Shape { ink: Ink::Skin, form, .. }) => view.plate.skin.push(form),
        Ok(shape) => {
            if !view.plate.inks.contains(&shape.ink) {
                view.plate.inks.push(shape.ink);
            }
            view.drawing.shapes.push(shape);
        }
        Err(mend) => problems.add(place, &raw.id, mend),
    }
}

fn add_mark(view: &mut Reading, raw: &raw::Mark, index: &Index, place: &str, problems: &mut Problems) {
    let near = |v: &f64| v.is_finite() && v.abs() < 4000.0;
    match index.points.get(&raw.id) {
        Some(_) if !raw.at.iter().all(near) => problems.add(place, &raw.id, "at must be two numbers inside the frame"),
        Some(point) => {
            let [x, y] = raw.at.map(|v| (v * SCALE).round() as i16);
            if view.plate.marks.iter().any(|m| m.point == *point) {
                problems.add(place, &raw.id, "is marked twice in this view");
            }
            view.plate.marks.push(PointMark { point: *point, x, y });
        }
        None => problems.add(place, &raw.id, "names a point that has no record"),
    }
}

struct Reading {
    plate: Plate,
    drawing: Drawing,
    seen: BTreeSet<String>,
}

fn view(view: View, pieces: &[Placed<raw::ViewFile>], index: &Index, problems: &mut Problems) -> (Plate, Drawing) {
    let plate = Plate { view, frame: [0; 4], skin: Vec::new(), inks: Vec::new(), marks: Vec::new() };
    let mut reading = Reading { plate, drawing: Drawing::default(), seen: BTreeSet::new() };
    for Placed { place, it: raw } in pieces {
        if raw.id.as_ref().is_some_and(|id| id != view.name()) {
            problems.add(place, "id", "must be the name of the view");
        }
        if let Some(frame) = raw.view_box {
            reading.plate.frame = frame.map(|v| v.round().clamp(-4000.0, 4000.0) as i16);
        }
        for shape in &raw.shape {
            add_shape(&mut reading, shape, index, place, problems);
        }
        for mark in &raw.point {
            add_mark(&mut reading, mark, index, place, problems);
        }
    }
    let [_, _, w, h] = reading.plate.frame;
    if w <= 0 || h <= 0 {
        problems.add(view.name(), "view_box", "must give x, y, width, height");
    }
    (reading.plate, reading.drawing)
}

/// Reads every view: into the atlas what it shows, into the result how it is drawn. In the order of `View::ALL`.
pub fn read(source: &Source, atlas: &mut Atlas, index: &Index, problems: &mut Problems) -> Vec<(View, Drawing)> {
    let mut drawings = Vec::new();
    for one in View::ALL {
        if source.views.iter().filter(|(view, _)| view == one).count() > 1 {
            problems.add("views", one.name(), "stands twice");
        }
        let Some((_, pieces)) = source.views.iter().find(|(view, _)| view == one) else { continue };
        let (plate, drawing) = view(*one, pieces, index, problems);
        atlas.plates.push(plate);
        drawings.push((*one, drawing));
    }
    drawings
}
