//! Which plates there are: read from the atlas in dist/, so that none is forgotten. Knows no browser.

use std::collections::BTreeSet;

use serde_json::Value;

/// The layers, in the order of their buttons.
const LAYERS: [&str; 3] = ["skin", "superficial", "deep"];

/// The largest a picture may be, across and down.
pub const LARGEST: (f64, f64) = (900.0, 1500.0);

/// One picture to take.
#[derive(Clone, Debug)]
pub struct Plate {
    /// `views`, `muscles` or `points`.
    pub group: &'static str,
    /// The name of its file, without folder and extension.
    pub name: String,
    /// What it stands under in the gallery: a view, a muscle or a point.
    pub heading: String,
    /// What the atlas says about that, to compare the picture with.
    pub note: String,
    /// What is special about this one.
    pub caption: String,
    /// The view.
    pub view: String,
    /// The frame of the view, in limb units: `[x, y, width, height]`.
    pub frame: [f64; 4],
    /// What the widget is asked to show in it.
    pub subject: Subject,
}

impl Plate {
    /// Its file, from the folder of the plates.
    pub fn path(&self, theme: &str) -> String {
        format!("{theme}/{}/{}.png", self.group, self.name)
    }
}

/// What the widget is asked to show.
#[derive(Clone, Debug)]
pub enum Subject {
    /// A layer, by the place of its button.
    Layer(usize),
    /// A muscle with the zones of all its points.
    Muscle(String),
    /// A point with its zones.
    Point(String),
}

/// What is to be rendered, and what cannot be because no view shows it.
pub fn plates(atlas: &Value) -> (Vec<Plate>, Vec<String>) {
    let (mut plates, mut nowhere) = (Vec::new(), Vec::new());
    let views = list(atlas, "views");
    for view in views {
        for (at, layer) in LAYERS.iter().enumerate() {
            let head = (text(view, "id").replace('_', " "), String::new());
            plates.push(plate("views", view, layer, head, (*layer).to_string(), Subject::Layer(at)));
        }
    }
    // Points after all muscles, as in the gallery.
    let mut points = Vec::new();
    for muscle in list(atlas, "muscles") {
        let id = text(muscle, "id");
        let own: Vec<&str> = list(muscle, "trigger_points").iter().map(|point| text(point, "id")).collect();
        let best = views.iter().max_by(|a, b| extent(a, id).total_cmp(&extent(b, id)));
        let best = best.filter(|view| extent(view, id) > 0.0).map(|view| text(view, "id"));
        let before = plates.len();
        for view in views {
            let shown = Shown::of(view, &own);
            if shown.any() || best == Some(text(view, "id")) {
                let head = (named(muscle, "names", id), format!("{} of {} points", text(muscle, "depth"), own.len()));
                let subject = Subject::Muscle(id.to_string());
                plates.push(plate("muscles", view, id, head, shown.caption(), subject));
            }
        }
        if plates.len() == before {
            nowhere.push(id.to_string());
        }
        for point in list(muscle, "trigger_points") {
            let id = text(point, "id");
            let before = points.len();
            for view in views {
                let shown = Shown::of(view, &[id]);
                if shown.any() {
                    let head = (named(point, "label", id), zones(point));
                    let subject = Subject::Point(id.to_string());
                    points.push(plate("points", view, id, head, shown.caption(), subject));
                }
            }
            if points.len() == before {
                nowhere.push(id.to_string());
            }
        }
    }
    plates.append(&mut points);
    (plates, nowhere)
}

fn plate(
    group: &'static str,
    view: &Value,
    of: &str,
    (heading, note): (String, String),
    caption: String,
    subject: Subject,
) -> Plate {
    let id = text(view, "id");
    // A view is looked at layer by layer, the others view by view.
    let (name, caption) = match subject {
        Subject::Layer(_) => (format!("{id}-{of}"), caption),
        _ => (format!("{of}-{id}"), format!("{}: {caption}", id.replace('_', " "))),
    };
    Plate { group, name, heading, note, caption, view: id.to_string(), frame: frame(view), subject }
}

/// What a view shows of some points.
struct Shown {
    marks: usize,
    /// By point and kind, because a zone may be of several shapes.
    zones: BTreeSet<(String, String)>,
}

impl Shown {
    fn of(view: &Value, points: &[&str]) -> Self {
        let own = list(view, "shapes").iter().filter(|shape| points.contains(&text(shape, "point")));
        let mut shown = Self { marks: 0, zones: BTreeSet::new() };
        for shape in own {
            match text(shape, "kind") {
                "point" => shown.marks += 1,
                "zone" => {
                    shown.zones.insert((text(shape, "point").to_string(), text(shape, "zone_kind").to_string()));
                }
                _ => {}
            }
        }
        shown
    }

    fn any(&self) -> bool {
        self.marks > 0 || !self.zones.is_empty()
    }

    fn caption(&self) -> String {
        let kinds = |kind: &str| self.zones.iter().filter(|(_, own)| own == kind).count();
        let counts = [(self.marks, "marked"), (kinds("essential"), "essential"), (kinds("spillover"), "spillover")];
        let parts: Vec<_> =
            counts.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}")).collect();
        if parts.is_empty() { "the muscle alone".into() } else { parts.join(", ") }
    }
}

/// How large a muscle is in the picture of a view: of its shapes there, the box around all that their paths touch.
fn extent(view: &Value, muscle: &str) -> f64 {
    let bellies = list(view, "shapes").iter().filter(|s| text(s, "kind") == "muscle" && text(s, "muscle") == muscle);
    let mut area = 0.0;
    for shape in bellies {
        let numbers = numbers(text(shape, "d"));
        let span = |from: usize| {
            let along = numbers.iter().skip(from).step_by(2);
            let (low, high) = along.fold((f64::MAX, f64::MIN), |(low, high), n| (low.min(*n), high.max(*n)));
            (high - low).max(0.0)
        };
        area += span(0) * span(1);
    }
    area * scale(frame(view)).powi(2)
}

/// How much a box grows to be as large as a picture may be.
pub fn scale([_, _, width, height]: [f64; 4]) -> f64 {
    (LARGEST.0 / width).min(LARGEST.1 / height)
}

/// What a view shows of the limb, in limb units.
fn frame(view: &Value) -> [f64; 4] {
    std::array::from_fn(|at| view["view_box"][at].as_f64().unwrap_or_default())
}

/// The numbers of a path of absolute commands: `x` and `y` by turns.
fn numbers(path: &str) -> Vec<f64> {
    let spaced = path.replace('-', " -");
    spaced.split(|c: char| c.is_ascii_alphabetic() || c == ',' || c == ' ').filter_map(|n| n.parse().ok()).collect()
}

/// Where a point sends pain, as its record has it.
fn zones(point: &Value) -> String {
    let zones = list(point, "zones");
    let kind = |kind: &str| {
        let regions: Vec<_> = zones.iter().filter(|z| text(z, "kind") == kind).map(|z| text(z, "region")).collect();
        (!regions.is_empty()).then(|| format!("{kind}: {}", regions.join(", ")))
    };
    [kind("essential"), kind("spillover")].into_iter().flatten().collect::<Vec<_>>().join("; ")
}

fn named(record: &Value, key: &str, id: &str) -> String {
    format!("{id}: {}", text(&record[key], "en"))
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map(Vec::as_slice).unwrap_or_default()
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn atlas() -> Value {
        let shape = |kind: &str, muscle: &str, d: &str| json!({ "kind": kind, "muscle": muscle, "d": d });
        let zone = json!({ "kind": "zone", "point": "long.1", "zone_kind": "essential", "d": "" });
        json!({
            "views": [
                { "id": "front", "view_box": [0, 0, 90, 150], "shapes": [shape("muscle", "long", "M0 0C1 1 2-2 10 9Z"), zone, zone] },
                { "id": "back", "view_box": [0, 0, 90, 150], "shapes": [shape("muscle", "long", "M0 0C1 1 2-2 20 9Z")] },
                { "id": "side", "view_box": [0, 0, 90, 150], "shapes": [shape("muscle", "long", "M0 0C1 1 2 2 3 3Z")] },
            ],
            "muscles": [
                { "id": "long", "names": { "en": "Long" }, "trigger_points": [{ "id": "long.1" }] },
                { "id": "lost", "names": { "en": "Lost" }, "trigger_points": [] },
            ],
        })
    }

    #[test]
    fn a_muscle_is_taken_where_it_shows_best_and_where_its_points_show() {
        let (plates, nowhere) = plates(&atlas());
        let paths: Vec<_> = plates.iter().map(|plate| plate.path("light")).filter(|p| !p.contains("views")).collect();
        let wanted = ["muscles/long-front", "muscles/long-back", "points/long.1-front"];
        assert_eq!(paths, wanted.map(|name| format!("light/{name}.png")));
        assert_eq!(nowhere, ["lost"]);
    }

    #[test]
    fn every_view_is_taken_on_every_layer_and_a_zone_of_two_shapes_counts_once() {
        let (plates, _) = plates(&atlas());
        assert_eq!(plates.iter().filter(|plate| plate.group == "views").count(), 9);
        assert_eq!(plates.last().map(|plate| plate.caption.as_str()), Some("front: 1 essential"));
    }

    #[test]
    fn the_numbers_of_a_path_need_no_space_between_them() {
        assert_eq!(numbers("M-98.5-130C1 2-.5 0Z"), [-98.5, -130.0, 1.0, 2.0, -0.5, 0.0]);
    }
}
