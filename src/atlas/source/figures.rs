//! Reads the figures that show how to press, as an author writes them, and checks what they must keep to.
use super::drawing::shape_form;
use super::model::{FRAME, Figure, FigureKind, FigurePart, Form, Knot, Motion, Pt, Technique, Toward};
use super::{Placed, Problems, raw};
use serde::{Deserialize, Serialize};

/// How far a shape may leave the frame, which cuts it off: units.
const BEYOND: f64 = 16.0;
/// How far target and arrow stay from the edge: units.
const INSIDE: f64 = 8.0;

fn is_no(so: &bool) -> bool {
    !so
}

/// A shape of a figure as it is written.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "docs/ATLAS.md says what each field means")]
pub struct RawPart {
    pub kind: String,
    #[serde(default, skip_serializing_if = "is_no")]
    pub moves: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outline: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spine: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<[f64; 2]>,
}

/// A figure as it is written.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "docs/ATLAS.md says what each field means")]
pub struct RawFigure {
    /// In a file, its name says it.
    #[serde(default)]
    pub technique: String,
    pub motion: String,
    pub toward: String,
    pub groups: Vec<String>,
    #[serde(default)]
    pub part: Vec<RawPart>,
}

fn form(kind: FigureKind, raw: &RawPart) -> Result<Form, &'static str> {
    let lies = |v: &f64| v.is_finite() && v.abs() < 1000.0;
    match (kind, raw.at) {
        (FigureKind::Target, Some([x, y])) if lies(&x) && lies(&y) => {
            Ok(Form::line(&[Knot { at: Pt { x, y }, corner: false }]))
        }
        (FigureKind::Target, _) => Err("a target needs at = [x, y]"),
        (_, Some(_)) => Err("only a target has at"),
        (FigureKind::Arrow | FigureKind::Line | FigureKind::Trail, None) if raw.line.is_none() => Err("needs a line"),
        (_, None) => {
            let (outline, spine, line) = (raw.outline.clone(), raw.spine.clone(), raw.line.clone());
            shape_form(&raw::Shape { outline, spine, line, ..raw::Shape::default() })
        }
    }
}

/// The box around a shape: its corners.
fn bounds(form: &Form) -> (Pt, Pt) {
    match form.first() {
        Some(at) if form.contour().pieces.is_empty() => (at, at),
        _ => form.contour().bounds(),
    }
}

fn part(raw: &RawPart) -> Result<FigurePart, String> {
    let kind = FigureKind::parse(&raw.kind).ok_or(["kind does not know \"", &raw.kind, "\""].concat())?;
    let form = form(kind, raw)?;
    let margin = if matches!(kind, FigureKind::Target | FigureKind::Arrow) { INSIDE } else { -BEYOND };
    let (low, high) = bounds(&form);
    let within = |v: f64| v >= margin && v <= f64::from(FRAME) - margin;
    if [low.x, low.y, high.x, high.y].into_iter().all(within) {
        Ok(FigurePart { kind, moves: raw.moves, form })
    } else {
        Err(format!("lies outside the frame: {:.0},{:.0} to {:.0},{:.0}", low.x, low.y, high.x, high.y))
    }
}

/// The figures, in the order of the techniques. `groups`: the groups that there are muscles of.
pub fn read(all: &[Placed<RawFigure>], groups: &[&str], problems: &mut Problems) -> Vec<Figure> {
    let mut out: Vec<Figure> = Vec::new();
    for Placed { place, it: raw } in all {
        let known = (Technique::parse(&raw.technique), Motion::parse(&raw.motion), Toward::parse(&raw.toward));
        let (Some(technique), Some(motion), Some(toward)) = known else {
            problems.add(place, "technique", "technique, motion or toward is not a known word; see docs/ATLAS.md");
            continue;
        };
        if out.iter().any(|f| f.technique == technique) {
            problems.add(place, technique.name(), "has two figures");
        }
        if (motion == Motion::Squeeze) != (toward == Toward::Inward) {
            problems.add(place, "toward", "inward is where a squeeze goes, and nothing else");
        }
        let mut parts = Vec::new();
        for (at, one) in raw.part.iter().enumerate() {
            match part(one) {
                Ok(part) => parts.push(part),
                Err(mend) => problems.add(place, &format!("part[{at}]"), mend),
            }
        }
        let count = |of: &dyn Fn(&FigurePart) -> bool| parts.iter().filter(|p| of(p)).count();
        if count(&|p| p.kind == FigureKind::Target) != 1 {
            problems.add(place, "part", "one of its parts is a target, and only one");
        }
        if count(&|p| p.moves) == 0 || parts.chunk_by(|a, b| a.moves == b.moves).filter(|c| is_moving(c)).count() != 1 {
            problems.add(place, "part", "the parts that move stand in one row");
        }
        for group in raw.groups.iter().filter(|g| !groups.contains(&g.as_str())) {
            problems.add(place, "groups", ["no muscle is of the group ", group].concat());
        }
        out.push(Figure { technique, motion, toward, groups: raw.groups.clone(), parts });
    }
    out.sort_by_key(|f| f.technique);
    out
}

fn is_moving(parts: &[FigurePart]) -> bool {
    parts.first().is_some_and(|p| p.moves)
}
