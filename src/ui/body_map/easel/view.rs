//! The easel as elements: the strokes that are made, the one that is being made, and the tools.
use super::dry::{address, cut, line, opacity};
use super::hand::Hand;
use super::tools::Bench;
use super::{Easel, Move, trace};
use crate::ui::body_map::Deed;
use crate::ui::dom::{el, tenths};
use yew::prelude::*;

/// The paint, and what one paints with.
pub fn view(own: &Easel, ctx: &Context<Easel>) -> Html {
    let (props, link) = (ctx.props(), ctx.link());
    let scene = &props.scene;
    let dry = own.dry.draw(props);
    let hand = own.hand.as_ref();
    let eraser = hand.filter(|hand| hand.stroke.erase);
    let mask = scene.id("cut");
    let cutting = |hand: &Hand| {
        let pieces = hand.trace.runs.iter().flat_map(|run| [run.done.clone(), AttrValue::from(run.open.clone())]);
        cut(mask.clone(), pieces.map(|d| line(d, hand.stroke.width())))
    };
    let wet = |hand: &Hand| {
        let pieces = |run: &trace::Run| {
            let open = AttrValue::from(run.open.clone());
            el("g")
                .attr("opacity", opacity(run.strength))
                .children([run.done.clone(), open].map(|d| line(d, hand.stroke.width())))
        };
        el("g").children(hand.trace.runs.iter().map(pieces))
    };
    let held = el("g").attr_if("mask", eraser.map(|_| address(&mask))).child(dry);
    let paint = el("g")
        .attr("clip-path", address(&scene.id(&["skin-", props.view.name()].concat())))
        .child(eraser.map(|hand| Html::from(cutting(hand))).unwrap_or_default())
        .child(held)
        .child(hand.filter(|h| !h.stroke.erase).map(|hand| Html::from(wet(hand))).unwrap_or_default());
    let turn = props.mirror.map(|sum| ["matrix(-1 0 0 1 ", &tenths(sum), " 0)"].concat());
    let svg = el("svg")
        .class("rpe-paint")
        .class_if(props.on, "rpe-painting")
        .class_if(props.faint, "rpe-faint")
        .attr("viewBox", props.camera.seen.map(tenths).join(" "))
        .hidden();
    let svg = if props.on {
        let hear = props.hear.clone();
        svg.on_fingers(link.callback(Move::Press), link.callback(Move::Drag), link.callback(Move::Lift))
            .on_wheel(hear.reform(Deed::Wheel), Callback::noop())
    } else {
        svg
    };
    let bench = Bench {
        scene,
        on: props.on,
        brush: own.brush,
        erase: own.erase,
        painting: &props.painting.0,
        link,
        hear: &props.hear,
    };
    let svg = svg.child(el("g").attr_if("transform", turn).child(paint));
    Html::from_iter([Html::from(svg), Html::from(bench.view())])
}
