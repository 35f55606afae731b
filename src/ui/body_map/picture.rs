//! A picture of a view for paper: the drawing, where it hurts, zones and numbered points. Nothing in it reacts, and
//! nothing is told by colour alone.
use super::art::{Art, ArtProps};
use super::marks::{dots, point_marks, region_marks};
use super::paths::Paths;
use super::{DrawingRef, Hands};
use crate::app::select::map::{MapModel, MapPoint};
use crate::app::select::words;
use crate::atlas::{Ink, Msg, ZoneKind};
use crate::ui::dom::{El, component, el, tenths};
use crate::ui::root::{AtlasRef, Scene};
use yew::prelude::*;

/// Stripes, for what is solid on the screen: solid red is grey among greys once printed without colour.
fn stripes(id: AttrValue, scale: &'static str) -> El {
    let stripe = el("rect").class("rpe-dot").attr("width", "2").attr("height", "5");
    el("pattern")
        .attr("id", id)
        .attr("width", "5")
        .attr("height", "5")
        .attr("patternUnits", "userSpaceOnUse")
        .attr("patternTransform", scale)
        .child(stripe)
}

fn fill(scene: &Scene, kind: ZoneKind) -> AttrValue {
    let name = if kind == ZoneKind::Essential { "stripes" } else { "dots" };
    AttrValue::from(["url(#", scene.id(name).as_str(), ")"].concat())
}

/// A view with its name. What ids of it begin with comes from the scene, which must be its own. Marks are sized for a
/// picture this high, in pixels.
pub fn picture(scene: &Scene, atlas: &AtlasRef, model: &MapModel, drawing: DrawingRef, high: f64) -> El {
    let mut paths = Paths::default();
    paths.follow(drawing.0.as_ref());
    let [_, _, _, height] = model.frame.map(f64::from);
    let unit = height / high;
    let hands = Hands {
        active: None,
        on_aim: Callback::noop(),
        on_click: Callback::noop(),
        on_hover: Callback::noop(),
        tied: true,
        unit,
    };
    let art = component::<Art>(ArtProps {
        view: model.view,
        layer: model.layer,
        muscle: None,
        atlas: atlas.clone(),
        drawing,
        prefix: scene.prefix.clone(),
    });
    let zone = |(point, kind): &(_, ZoneKind)| {
        el("path")
            .class("rpe-paper-zone")
            .attr("d", paths.get(Ink::Zone(*point, *kind)))
            .attr("fill", fill(scene, *kind))
    };
    let small = model.view.is_foot();
    let number = |point: &MapPoint| {
        let (x, y) = (model.flip(point.at.x), point.at.y);
        // On the other side where a neighbour would be written over.
        let close =
            |p: &MapPoint| (0.1..40.0 * unit).contains(&(model.flip(p.at.x) - x)) && (p.at.y - y).abs() < 16.0 * unit;
        let left = model.points.iter().any(close);
        el("text")
            .class("rpe-label")
            .attr("x", tenths(x + if left { -14.0 } else { 14.0 } * unit))
            .attr("y", tenths(y + 5.0 * unit))
            .attr("text-anchor", if left { "end" } else { "start" })
            .attr("font-size", tenths(15.0 * unit))
            .text(point.label.clone())
    };
    let drawn = el("g")
        .attr_if("transform", model.turn())
        .child(art)
        .child(region_marks(scene, &atlas.0, model, &paths, &hands))
        .children(model.zones.iter().map(zone))
        .child(point_marks(scene, model, &hands));
    let svg = el("svg")
        .attr("viewBox", model.frame.map(|n| n.to_string()).join(" "))
        .attr("role", "img")
        .label(model.label.clone())
        .child(dots(scene.id("dots"), if small { "scale(.55)" } else { "rotate(30)" }))
        .child(stripes(scene.id("stripes"), if small { "rotate(45) scale(.45)" } else { "rotate(45)" }))
        .child(drawn)
        .children(model.points.iter().map(number));
    el("figure").child(svg).child(el("figcaption").text(scene.say(words::view(model.view))))
}

/// What the patterns of a picture mean: those of a picture with the same scene. `marked` says whether something hurts.
pub fn key(scene: &Scene, marked: bool) -> El {
    let swatch = |fill: Option<AttrValue>| {
        let rect = el("rect").attr("width", "22").attr("height", "12");
        let rect = match fill {
            Some(fill) => rect.class("rpe-paper-zone").attr("fill", fill),
            None => rect.class("rpe-region rpe-on"),
        };
        el("svg").attr("viewBox", "0 0 22 12").hidden().child(rect)
    };
    let line = |(fill, msg): (Option<AttrValue>, Msg)| el("li").child(swatch(fill)).text(scene.say(msg));
    let lines = [
        (Some(fill(scene, ZoneKind::Essential)), Msg::MapKeyEssential),
        (Some(fill(scene, ZoneKind::Spillover)), Msg::MapKeySpillover),
        (None, Msg::MapKeyMarked),
    ];
    let shown = lines.into_iter().filter(|(fill, _)| marked || fill.is_some());
    el("ul").class("rpe-paper-key").children(shown.map(line))
}
