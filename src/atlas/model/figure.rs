//! Figures that show how to press, one per technique: a few shapes, of which some move together in one direction.
use super::form::Form;
use super::kind::Technique;
use super::pack::packed;
use super::view::named;

named! {
    /// What a shape of a figure depicts, which is also how it is coloured.
    FigureKind {
        /// The body that is pressed.
        Skin = "skin",
        /// The side of a shape that lies away from the light.
        Shade = "shade",
        /// A fine line: a nail, an ankle, the edge of a thumb.
        Line = "line",
        /// What it is pressed with.
        Tool = "tool",
        /// Light on a tool.
        Gloss = "gloss",
        /// A hand that presses or holds.
        Hand = "hand",
        /// Skin of a hand without an edge, where one shape goes over into the next.
        Flesh = "flesh",
        /// Clothes and hair.
        Cloth = "cloth",
        /// Floor, wall, chair.
        Prop = "prop",
        /// The way that the pressure has come along the skin.
        Trail = "trail",
        /// Where the moving parts go.
        Arrow = "arrow",
        /// The place that is pressed.
        Target = "target",
    }
}

named! {
    /// How a figure moves.
    Motion {
        /// In, a while there, and back.
        Press = "press",
        /// A hand along the skin, then lifted back.
        Stroke = "stroke",
        /// A limb over something that stays.
        Draw = "draw",
        /// The body over something that rolls.
        Roll = "roll",
        /// Together from two sides.
        Squeeze = "squeeze",
    }
}

named! {
    /// Where the moving parts of a figure go.
    Toward {
        /// Up.
        Up = "up",
        /// To the right.
        Right = "right",
        /// Down.
        Down = "down",
        /// To the left.
        Left = "left",
        /// To the middle, from both sides.
        Inward = "inward",
    }
}

/// A shape of a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigurePart {
    /// What it depicts.
    pub kind: FigureKind,
    /// Whether it moves.
    pub moves: bool,
    /// The shape, within a frame of `FRAME` by `FRAME` units; of a target a line with one knot.
    pub form: Form,
}
packed!(FigurePart { kind, moves, form });

/// How to press, drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The way to press that it shows.
    pub technique: Technique,
    /// How it moves.
    pub motion: Motion,
    /// Where to.
    pub toward: Toward,
    /// The parts of the body whose muscles are pressed as it shows: groups of muscles.
    pub groups: Vec<String>,
    /// Its shapes, from the back to the front.
    pub parts: Vec<FigurePart>,
}
packed!(Figure { technique, motion, toward, groups, parts });

/// The side of the square in which figures are drawn, in units.
pub const FRAME: u8 = 160;
