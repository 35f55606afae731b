//! How to press, as a small picture. What moves is one layer of its own, so that the motion is one transform of one
//! element, done without drawing anew. It says nothing that the words beside it do not say.
use crate::app::select::figure::{FigureModel, Piece, figure as model};
use crate::atlas::{FRAME, FigureKind, Pt, Technique};
use crate::ui::dom::{El, div, el, tenths};
use crate::ui::root::Scene;
use yew::prelude::*;

/// Half the breadth of the cross on the place that is pressed, in units, and the radius of the disc around it.
const CROSS: (f64, f64) = (2.6, 6.5);

fn path(kind: FigureKind, d: &str) -> El {
    el("path").class("rpe-drawn").class(&["rpe-of-", kind.name()].concat()).attr("d", d.to_owned())
}

fn target(at: Pt) -> El {
    let (arm, radius) = CROSS;
    let line = |rise: f64| {
        el("line")
            .class("rpe-cross")
            .attr("x1", tenths(at.x - arm))
            .attr("y1", tenths(at.y - rise))
            .attr("x2", tenths(at.x + arm))
            .attr("y2", tenths(at.y + rise))
    };
    let disc = el("circle").class("rpe-disc").attr("cx", tenths(at.x)).attr("cy", tenths(at.y));
    el("g").child(disc.attr("r", tenths(radius))).child(line(arm)).child(line(-arm))
}

fn piece(piece: &Piece) -> El {
    match piece {
        Piece::Fill(kind, d) => path(*kind, d),
        Piece::Edge(kind, d) => path(*kind, d).class("rpe-edge"),
        Piece::Head(d) => path(FigureKind::Arrow, d).class("rpe-head"),
        Piece::Target(at) => target(*at),
    }
}

fn picture(model: &FigureModel, moving: bool) -> Html {
    let side = FRAME.to_string();
    let frame = ["0 0 ", &side, " ", &side].concat();
    let layer = |pieces: &Vec<Piece>| el("svg").attr("viewBox", frame.clone()).children(pieces.iter().map(piece));
    let [behind, mover, before] = &model.layers;
    div("rpe-figure")
        .hidden()
        .class(&["rpe-motion-", model.motion.name()].concat())
        .class(&["rpe-toward-", model.toward.name()].concat())
        .class_if(moving, "rpe-moving")
        .child(layer(behind))
        .child(layer(mover).class("rpe-mover"))
        .child(layer(before))
        .into()
}

/// The figure of a way to press, moving or in its still pose. Nothing as long as the library has not come.
#[inline(never)]
pub fn figure(scene: &Scene, technique: Technique, moving: bool) -> Html {
    model(&scene.store.state(), technique).map_or_else(Html::default, |model| picture(&model, moving))
}
