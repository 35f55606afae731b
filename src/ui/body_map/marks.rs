//! What lies on top of the drawing: places to mark, zones of pain, trigger points.
use super::Item;
use crate::app::select::map::{MapModel, MapPoint, MapRegion};
use crate::atlas::{Atlas, Ink, Msg, PointId, ZoneKind};
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
        let class =
            classes!("rpe-region", region.on.then_some("rpe-on"), (hands.active == Some(item)).then_some("rpe-active"));
        if hands.tied {
            return html! { <path key={region.id.0} {d} {class} /> };
        }
        let (onclick, over, out) = hands.on(item);
        html! {
            <path key={region.id.0} id={item.id(scene)} {d} {class} role="option" aria-label={region.name.clone()}
                aria-selected={region.on.to_string()} data-region={atlas.region_name(region.id).to_owned()}
                {onclick} onpointerenter={over} onpointerleave={out} />
        }
    };
    html! { <g class="rpe-regions">{ for model.regions.iter().map(one) }</g> }
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
        match kind {
            ZoneKind::Essential => html! { <path {d} class="rpe-essential" data-zone={name} /> },
            ZoneKind::Spillover => html! { <path {d} class="rpe-spillover" fill={fill.clone()} data-zone={name} /> },
        }
    };
    html! {
        <g class="rpe-zones" aria-hidden="true">
            <pattern id={dots} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform={scale}>
                <circle cx="2" cy="2" r="1.5" class="rpe-dot" /><circle cx="6" cy="6" r="1" class="rpe-dot" />
            </pattern>
            { for model.zones.iter().map(one) }
        </g>
    }
}

/// A length in limb units, to a tenth. By hand: the standard float formatter costs kilobytes of download.
fn units(value: f64) -> String {
    let tenths = (value * 10.0).round() as i32;
    let sign = if tenths < 0 { "-" } else { "" };
    [sign, &(tenths.abs() / 10).to_string(), ".", &(tenths.abs() % 10).to_string()].concat()
}

fn disc(point: &MapPoint, radius: f64) -> Html {
    let (x, y, arm) = (point.at.x, point.at.y, radius * 0.45);
    let cross = [(x - arm, y - arm, x + arm, y + arm), (x + arm, y - arm, x - arm, y + arm)];
    html! {
        <>
            <circle cx={units(x)} cy={units(y)} r={units(radius)} class="rpe-disc" />
            { for cross.into_iter().map(|(x1, y1, x2, y2)| html! {
                <line x1={units(x1)} y1={units(y1)} x2={units(x2)} y2={units(y2)} class="rpe-cross" />
            }) }
        </>
    }
}

/// The trigger points: an X on a white disc, on a target large enough for a thumb.
pub fn point_marks(scene: &Scene, model: &MapModel, hands: &Hands) -> Html {
    let [_, _, w, h] = model.frame.map(f64::from);
    let unit = (w / SMALLEST.0).max(h / SMALLEST.1);
    let one = |point: &MapPoint| {
        let item = Item::Point(point.id);
        let radius = (if point.on { 9.0 } else { 7.0 }) * unit;
        if hands.tied {
            return html! { <g key={point.id.0} class="rpe-point rpe-pulse">{ disc(point, 10.0 * unit) }</g> };
        }
        let class =
            classes!("rpe-point", point.on.then_some("rpe-on"), (hands.active == Some(item)).then_some("rpe-active"));
        let (onclick, over, out) = hands.on(item);
        html! {
            <g key={point.id.0} id={item.id(scene)} {class} role="option" aria-selected={point.on.to_string()}
                aria-label={[scene.text.say(Msg::CardPoints), ": ", &point.name].concat()} data-point={point.id.0.to_string()}
                {onclick} onpointerenter={over} onpointerleave={out}>
                <circle cx={units(point.at.x)} cy={units(point.at.y)} r={units(TARGET * unit)} class="rpe-target" />
                { disc(point, radius) }
            </g>
        }
    };
    html! { <g class="rpe-points">{ for model.points.iter().map(one) }</g> }
}
