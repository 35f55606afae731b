//! What lies on top of the drawing: places to mark, zones of pain, trigger points, and their names.
use super::labels::Label;
use super::paths::Paths;
use super::{Item, Reachable};
use crate::app::select::map::{MapModel, MapPoint, MapRegion};
use crate::atlas::{Atlas, Ink, Msg, PointId, Pt, ZoneKind};
use crate::ui::dom::{El, el, tenths};
use crate::ui::root::Scene;
use yew::prelude::*;

/// The radius of what can be tapped, in pixels.
const TARGET: f64 = 13.0;
/// The radius of a point's disc, in pixels: at rest, looked at, being pressed.
const DISCS: [f64; 3] = [7.0, 9.0, 10.0];
/// The height of a letter, in pixels.
pub const LETTER: f64 = 14.0;

/// What the person can do with the things on the map.
pub struct Hands {
    /// What the keyboard is on.
    pub active: Option<Item>,
    /// Hears a finger that is about to be put down on something.
    pub on_aim: Callback<Item>,
    /// Hears what was clicked.
    pub on_click: Callback<(Item, MouseEvent)>,
    /// Hears what the pointer is over.
    pub on_hover: Callback<Option<Item>>,
    /// Whether the map only shows.
    pub tied: bool,
    /// Limb units per pixel.
    pub unit: f64,
}

impl Hands {
    fn reach(&self, el: El, item: Item) -> El {
        let hover = &self.on_hover;
        el.on_click(self.on_click.reform(move |event| (item, event)))
            .on_press(self.on_aim.reform(move |_| item))
            .on_hover(hover.reform(move |_| Some(item)), hover.reform(|_| None))
    }
}

/// A rim of paper around a shape: red on muscle is nearly as light as the muscle.
fn rim(paths: &Paths, ink: Ink) -> El {
    el("path").class("rpe-rim").attr("d", paths.get(ink))
}

/// The places that can be marked.
pub fn region_marks(scene: &Scene, atlas: &Atlas, model: &MapModel, paths: &Paths, hands: &Hands) -> Html {
    let one = |region: &MapRegion| {
        let item = Item::Region(region.id);
        let place = el("path")
            .class("rpe-region")
            .class_if(region.on, "rpe-on")
            .class_if(hands.active == Some(item), "rpe-active")
            .key(u64::from(region.id.0))
            .attr("d", paths.get(Ink::Region(region.id)));
        if hands.tied {
            return place;
        }
        let filled = region.on && !region.painted;
        hands
            .reach(place, item)
            .class_if(region.painted, "rpe-painted")
            .attr_if("fill-opacity", filled.then(|| tenths(0.15 + f64::from(region.intensity) * 0.06)))
            .attr("id", item.id(scene))
            .attr("role", "option")
            .label(region.name.clone())
            .state("aria-selected", region.on)
            .attr("data-region", atlas.region_name(region.id).to_owned())
    };
    // Under all of them, or the rim of one would cut off its neighbour.
    let rimmed = |r: &&MapRegion| r.on || hands.active == Some(Item::Region(r.id));
    let rims = model
        .regions
        .iter()
        .filter(rimmed)
        .map(|r| rim(paths, Ink::Region(r.id)).class_if(r.on && !r.painted, "rpe-on"));
    el("g")
        .class("rpe-regions")
        .class_if(!model.zones.is_empty(), "rpe-under")
        .child(el("g").key("rims").hidden().children(rims))
        .children(model.regions.iter().map(one))
        .into()
}

/// The stipple of spillover zones, as a pattern.
pub fn dots(id: AttrValue, scale: &'static str) -> El {
    let dot =
        |at: &'static str, r: &'static str| el("circle").class("rpe-dot").attr("cx", at).attr("cy", at).attr("r", r);
    el("pattern")
        .attr("id", id)
        .attr("width", "8")
        .attr("height", "8")
        .attr("patternUnits", "userSpaceOnUse")
        .attr("patternTransform", scale)
        .child(dot("2", "1.5"))
        .child(dot("6", "1"))
}

/// Where the chosen points send pain: essential solid, spillover stippled.
pub fn zone_marks(scene: &Scene, atlas: &Atlas, model: &MapModel, paths: &Paths) -> Html {
    let id = scene.id("dots");
    let fill = AttrValue::from(["url(#", id.as_str(), ")"].concat());
    // The dots keep their size on the screen: foot views are drawn larger than leg views.
    let scale = if model.view.is_foot() { "scale(.55)" } else { "rotate(30)" };
    let one = |(point, kind): &(PointId, ZoneKind)| {
        let name = atlas.point_name(*point);
        let zone = el("path").attr("d", paths.get(Ink::Zone(*point, *kind))).attr("data-zone", name);
        match kind {
            ZoneKind::Essential => zone.class("rpe-essential"),
            ZoneKind::Spillover => zone.class("rpe-spillover").attr("fill", fill.clone()),
        }
    };
    let essential = model.zones.iter().filter(|(_, kind)| *kind == ZoneKind::Essential);
    let rims = essential.map(|(point, kind)| rim(paths, Ink::Zone(*point, *kind)).class("rpe-on"));
    let zones = model.zones.iter().map(one);
    el("g").class("rpe-zones").hidden().child(dots(id, scale)).children(rims).children(zones).into()
}

fn circle(class: &'static str, point: &MapPoint, radius: f64) -> El {
    let circle = el("circle").class(class).attr("cx", tenths(point.at.x)).attr("cy", tenths(point.at.y));
    circle.attr("r", tenths(radius))
}

fn disc(group: El, point: &MapPoint, radius: f64) -> El {
    let (x, y, arm) = (point.at.x, point.at.y, radius * 0.45);
    let stroke = |slope: f64| {
        let line = el("line").class("rpe-cross").attr("x1", tenths(x - arm)).attr("y1", tenths(y - arm * slope));
        line.attr("x2", tenths(x + arm)).attr("y2", tenths(y + arm * slope))
    };
    group.child(circle("rpe-disc", point, radius)).child(stroke(1.0)).child(stroke(-1.0))
}

/// The trigger points: an X on a white disc, on a target large enough for a thumb.
pub fn point_marks(scene: &Scene, model: &MapModel, hands: &Hands) -> Html {
    let unit = hands.unit;
    let [rest, on, pressed] = DISCS;
    let one = |point: &MapPoint| {
        let item = Item::Point(point.id);
        let radius = (if point.on { on } else { rest }) * unit;
        let group = el("g").class("rpe-point").key(u64::from(point.id.0));
        if hands.tied {
            return disc(group.class("rpe-pulse"), point, pressed * unit);
        }
        let group = hands
            .reach(group, item)
            .class_if(point.on, "rpe-on")
            .class_if(hands.active == Some(item), "rpe-active")
            .attr("id", item.id(scene))
            .attr("role", "option")
            .state("aria-selected", point.on)
            // The name first: one hears the beginning and goes on.
            .label([&point.name, ": ", scene.text.say(Msg::MapKeyPoint)].concat())
            .attr("data-point", point.id.0.to_string());
        disc(group.child(circle("rpe-target", point, TARGET * unit)), point, radius)
    };
    el("g").class("rpe-points").children(model.points.iter().map(one)).into()
}

fn label(label: &Label, letter: f64) -> El {
    let (x, y) = label.text;
    let line = |(at, words): (usize, &String)| {
        let rise = (at as f64 - (label.lines.len() as f64 - 1.0) / 2.0) * 1.25 * letter;
        el("tspan").attr("x", tenths(x)).attr("y", tenths(y + rise + letter * 0.35)).text(words.clone())
    };
    let toward = if label.right { -0.3 } else { 0.3 } * letter;
    let leader = el("line").class("rpe-leader").attr("x1", tenths(label.at.0)).attr("y1", tenths(label.at.1));
    let leader = leader.attr("x2", tenths(x + toward)).attr("y2", tenths(y));
    let words = el("text")
        .class("rpe-label")
        .attr("font-size", tenths(letter))
        .attr("text-anchor", if label.right { "start" } else { "end" })
        .children(label.lines.iter().enumerate().map(line));
    el("g").child(leader).child(words)
}

/// The names of the points, beside the limb. Drawn outside of what is mirrored, or they would read backwards.
pub fn name_marks(labels: &[Label], unit: f64) -> Html {
    el("g").class("rpe-labels").hidden().children(labels.iter().map(|l| label(l, LETTER * unit))).into()
}

/// How much the marked places hurt, as numbers on them: the strength of a colour alone does not tell. Where they would
/// lie on each other only the first is there; the list has all.
pub fn number_marks(items: &[Reachable], model: &MapModel, unit: f64) -> Html {
    let letter = LETTER * unit;
    let mut taken: Vec<Pt> = Vec::new();
    let mut all = el("g").class("rpe-labels").hidden();
    for (item, _, at) in items {
        let Item::Region(id) = item else { continue };
        let n = model.regions.iter().find(|r| r.id == *id).map_or(0, |r| r.intensity);
        let free = taken.iter().all(|own| (own.x - at.x).abs() > letter * 1.2 || (own.y - at.y).abs() > letter);
        if n > 0 && free {
            taken.push(*at);
            let text = el("text").class("rpe-label").class("rpe-number").attr("font-size", tenths(letter));
            let text = text.attr("x", tenths(at.x)).attr("y", tenths(at.y + letter * 0.35));
            all = all.child(text.text(n.to_string()));
        }
    }
    all.into()
}
