//! How to press, drawn: the shapes of a figure as paths, in layers of which one moves.
use crate::app::State;
use crate::atlas::{Contour, Cubic, FigureKind, FigurePart, Form, Knot, Motion, PointId, Pt, Technique, Toward};

/// Where the shadow lies across a limb or hand drawn along its middle: the light comes from the top left.
const SHADOW: (f64, f64) = (0.4, 1.0);
/// The head of an arrow: how far it reaches beyond the end of its line, back along it, and to each side, in units.
const HEAD: (f64, f64, f64) = (7.0, 3.0, 5.5);

/// A piece of a figure, to be drawn over the pieces before it.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// A shape without its edge, or a line; as an SVG path.
    Fill(FigureKind, String),
    /// The edge of a shape; it comes after the shape's shadow.
    Edge(FigureKind, String),
    /// The head of an arrow.
    Head(String),
    /// The place that is pressed, in units.
    Target(Pt),
}

/// A figure as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureModel {
    /// How it moves.
    pub motion: Motion,
    /// Where to.
    pub toward: Toward,
    /// What lies behind, what moves, and what lies before that.
    pub layers: [Vec<Piece>; 3],
}

/// The head of an arrow at the end of a line.
fn head(line: &Contour) -> String {
    let Some(Cubic(_, _, before, end)) = line.pieces.last() else { return String::new() };
    let (x, y) = (end.x - before.x, end.y - before.y);
    let length = (x * x + y * y).sqrt().max(1e-9);
    let (x, y) = (x / length, y / length);
    let corner = |along: f64, aside: f64| {
        let at = Pt { x: end.x + x * along - y * aside, y: end.y + y * along + x * aside };
        Knot { at, corner: true }
    };
    let (tip, back, aside) = HEAD;
    Form::outline(&[corner(tip, 0.0), corner(-back, aside), corner(-back, -aside)]).path()
}

fn pieces(part: &FigurePart, out: &mut Vec<Piece>, edge: &mut Option<Piece>) {
    let kind = part.kind;
    if kind == FigureKind::Target {
        out.extend(part.form.first().map(Piece::Target));
        return;
    }
    let contour = part.form.contour();
    out.push(Piece::Fill(kind, contour.path()));
    match kind {
        FigureKind::Arrow => out.push(Piece::Head(head(&contour))),
        FigureKind::Skin | FigureKind::Hand => {
            let shadow = part.form.shade(SHADOW.0, SHADOW.1);
            out.extend(shadow.map(|band| Piece::Fill(FigureKind::Shade, band.path())));
        }
        _ => {}
    }
    if matches!(kind, FigureKind::Skin | FigureKind::Hand | FigureKind::Cloth) {
        *edge = Some(Piece::Edge(kind, contour.path()));
    }
}

/// The way to press a point that is named first, if its figure shows it on this part of the body.
pub fn fitting(state: &State, id: PointId) -> Option<Technique> {
    let technique = *state.atlas.point(id)?.techniques.first()?;
    shown(state, id, technique)
}

/// A way to press a point, if its figure shows it on this part of the body. The figure of another part would be read as
/// the place to press.
pub fn shown(state: &State, id: PointId, technique: Technique) -> Option<Technique> {
    let (library, point) = (state.library.as_ref()?, state.atlas.point(id)?);
    let group = &library.muscle(point.muscle)?.group;
    library.figure(technique)?.groups.contains(group).then_some(technique)
}

/// The figure that shows that way to press. None as long as the library has not come, and where it has none.
#[inline(never)]
pub fn figure(state: &State, technique: Technique) -> Option<FigureModel> {
    let figure = state.library.as_ref()?.figure(technique)?;
    let [mut behind, mut moving, mut before] = [const { Vec::new() }; 3];
    let (mut edge, mut moved) = (None, false);
    for parts in figure.parts.chunk_by(|a, b| a.moves == b.moves) {
        let moves = parts.first().is_some_and(|p| p.moves);
        let layer = match (moves, moved) {
            (true, _) => &mut moving,
            (false, false) => &mut behind,
            (false, true) => &mut before,
        };
        moved |= moves;
        for part in parts {
            // A shape's shadow follows it and would cover half of its edge.
            if part.kind != FigureKind::Shade {
                layer.extend(edge.take());
            }
            pieces(part, layer, &mut edge);
        }
        layer.extend(edge.take());
    }
    Some(FigureModel { motion: figure.motion, toward: figure.toward, layers: [behind, moving, before] })
}
