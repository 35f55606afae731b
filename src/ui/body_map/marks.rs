//! What lies on top of the drawing: places to mark, zones of pain, trigger points.
use super::Item;
use crate::app::select::map::{MapModel, MapPoint, MapRegion};
use crate::atlas::{Atlas, Ink, Msg, PointId, ZoneKind};
use crate::ui::dom::{El, el};
use crate::ui::root::Scene;
use yew::prelude::*;

/// The smallest a thing to tap may be: its radius in pixels, when the map has its smallest size.
const TARGET: f64 = 13.0;
/// The smallest size of the map in pixels.
const SMALLEST: (f64, f64) = (288.0, 400.0);

/// What the person can do with the things on the map.
pub struct Hands {
    /// What the keyboard is on.
    pub active: Option<Item>,
    /// Hears what was used.
    pub on_use: Callback<Item>,
    /// Hears what the pointer is over.
    pub on_hover: Callback<Option<Item>>,
    /// Whether the map only shows.
    pub tied: bool,
}

impl Hands {
    fn on(&self, item: Item) -> (Callback<MouseEvent>, Callback<PointerEvent>, Callback<PointerEvent>) {
        let hover = &self.on_hover;
        (self.on_use.reform(move |_| item), hover.reform(move |_| Some(item)), hover.reform(|_| None))
    }
}

/// The places that can be marked.
pub fn region_marks(scene: &Scene, atlas: &Atlas, model: &MapModel, hands: &Hands) -> Html {
    let Some(plate) = atlas.plate(model.view) else { return Html::default() };
    let one = |region: &MapRegion| {
        let shapes = plate.shapes.iter().filter(|s| s.ink == Ink::Region(region.id));
        let d: String = shapes.map(|s| s.form.path()).collect();
        let item = Item::Region(region.id);
        let place = el("path")
            .class("rpe-region")
            .class_if(region.on, "rpe-on")
            .class_if(hands.active == Some(item), "rpe-active")
            .key(region.id.0)
            .attr("d", d);
        if hands.tied {
            return place;
        }
        let (click, over, out) = hands.on(item);
        place
            .attr("id", item.id(scene))
            .attr("role", "option")
            .label(region.name.clone())
            .state("aria-selected", region.on)
            .attr("data-region", atlas.region_name(region.id).to_owned())
            .on_click(click)
            .on_hover(over, out)
    };
    el("g")
        .class("rpe-regions")
        .class_if(!model.zones.is_empty(), "rpe-under")
        .children(model.regions.iter().map(one))
        .into()
}

/// Where the chosen points send pain: essential solid, spillover stippled.
pub fn zone_marks(scene: &Scene, atlas: &Atlas, model: &MapModel) -> Html {
    let Some(plate) = atlas.plate(model.view) else { return Html::default() };
    let dots = scene.id("dots");
    let fill = AttrValue::from(["url(#", dots.as_str(), ")"].concat());
    // The dots keep their size on the screen: foot views are drawn larger than leg views.
    let scale = if model.view.is_foot() { "scale(.55)" } else { "rotate(30)" };
    let one = |(point, kind): &(PointId, ZoneKind)| {
        let shapes = plate.shapes.iter().filter(|s| s.ink == Ink::Zone(*point, *kind));
        let d: String = shapes.map(|s| s.form.path()).collect();
        let name = atlas.point_name(*point);
        let zone = el("path").attr("d", d).attr("data-zone", name);
        match kind {
            ZoneKind::Essential => zone.class("rpe-essential"),
            ZoneKind::Spillover => zone.class("rpe-spillover").attr("fill", fill.clone()),
        }
    };
    let dot =
        |at: &'static str, r: &'static str| el("circle").class("rpe-dot").attr("cx", at).attr("cy", at).attr("r", r);
    let pattern = el("pattern")
        .attr("id", dots)
        .attr("width", "8")
        .attr("height", "8")
        .attr("patternUnits", "userSpaceOnUse")
        .attr("patternTransform", scale)
        .child(dot("2", "1.5"))
        .child(dot("6", "1"));
    el("g").class("rpe-zones").hidden().child(pattern).children(model.zones.iter().map(one)).into()
}

/// A length in limb units, to a tenth. By hand: the standard float formatter costs kilobytes of download.
fn units(value: f64) -> String {
    let tenths = (value * 10.0).round() as i32;
    let sign = if tenths < 0 { "-" } else { "" };
    [sign, &(tenths.abs() / 10).to_string(), ".", &(tenths.abs() % 10).to_string()].concat()
}

fn circle(class: &'static str, point: &MapPoint, radius: f64) -> El {
    let circle = el("circle").class(class).attr("cx", units(point.at.x)).attr("cy", units(point.at.y));
    circle.attr("r", units(radius))
}

fn disc(group: El, point: &MapPoint, radius: f64) -> El {
    let (x, y, arm) = (point.at.x, point.at.y, radius * 0.45);
    let stroke = |slope: f64| {
        let line = el("line").class("rpe-cross").attr("x1", units(x - arm)).attr("y1", units(y - arm * slope));
        line.attr("x2", units(x + arm)).attr("y2", units(y + arm * slope))
    };
    group.child(circle("rpe-disc", point, radius)).child(stroke(1.0)).child(stroke(-1.0))
}

/// The trigger points: an X on a white disc, on a target large enough for a thumb.
pub fn point_marks(scene: &Scene, model: &MapModel, hands: &Hands) -> Html {
    let [_, _, w, h] = model.frame.map(f64::from);
    let unit = (w / SMALLEST.0).max(h / SMALLEST.1);
    let one = |point: &MapPoint| {
        let item = Item::Point(point.id);
        let radius = (if point.on { 9.0 } else { 7.0 }) * unit;
        let group = el("g").class("rpe-point").key(point.id.0);
        if hands.tied {
            return disc(group.class("rpe-pulse"), point, 10.0 * unit);
        }
        let (click, over, out) = hands.on(item);
        let group = group
            .class_if(point.on, "rpe-on")
            .class_if(hands.active == Some(item), "rpe-active")
            .attr("id", item.id(scene))
            .attr("role", "option")
            .state("aria-selected", point.on)
            .label([scene.text.say(Msg::CardPoints), ": ", &point.name].concat())
            .attr("data-point", point.id.0.to_string())
            .on_click(click)
            .on_hover(over, out);
        disc(group.child(circle("rpe-target", point, TARGET * unit)), point, radius)
    };
    el("g").class("rpe-points").children(model.points.iter().map(one)).into()
}
