//! The strokes that are made, as paths. A path is made once for each.
use super::EaselProps;
use super::trace::Trace;
use crate::app::paint::{Act, Painting, Stroke};
use crate::app::{Sides, State};
use crate::atlas::{Drawing, Form, Ink, RegionId, Side};
use crate::ui::dom::{El, el, number, tenths};
use std::rc::Rc;
use yew::prelude::*;

/// A painting as a property: compared by identity, because each change makes a new one.
#[derive(Clone)]
pub struct PaintingRef(pub Rc<Painting>);

impl PartialEq for PaintingRef {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl PaintingRef {
    /// The painting of a state.
    pub fn of(state: &State) -> Self {
        PaintingRef(state.painting.clone())
    }
}

/// What of a stroke's strength is seen: what lies under the paint stays to be seen.
pub fn opacity(strength: u8) -> AttrValue {
    number_of(u32::from(strength) * 7 / 10)
}

/// Hundredths as a share of one.
fn number_of(hundredths: u32) -> AttrValue {
    let zero = if hundredths < 10 { "0" } else { "" };
    AttrValue::from([".", zero, &hundredths.to_string()].concat())
}

/// A line of a stroke.
pub fn line(d: AttrValue, width: f64) -> El {
    el("path").class("rpe-stroke").attr("d", d).attr("stroke-width", tenths(width))
}

/// What is cut out of what lies in it: white shows, black hides.
pub fn cut(id: AttrValue, parts: impl IntoIterator<Item = El>) -> El {
    let all = |el: El| el.attr("x", "-500").attr("y", "-500").attr("width", "1500").attr("height", "2500");
    all(el("mask").attr("id", id).attr("maskUnits", "userSpaceOnUse"))
        .child(all(el("rect").class("rpe-uncut")))
        .children(parts)
}

/// The address of a mask.
pub fn address(id: &str) -> AttrValue {
    AttrValue::from(["url(#", id, ")"].concat())
}

fn touches(of: Sides, side: Option<Side>) -> bool {
    side.is_none_or(|side| of.list().contains(&side))
}

/// The parts of a stroke: how strong, and their paths.
type Runs = Vec<(u8, AttrValue)>;

/// The strokes that are made.
#[derive(Default)]
pub struct Dry {
    paths: Vec<(Rc<Stroke>, Runs)>,
}

impl Dry {
    /// Makes the paths of a painting, as far as they are not there.
    pub fn follow(&mut self, painting: &Painting) {
        let strokes = painting.acts.iter().chain(&painting.undone).filter_map(|act| match act {
            Act::Stroke(stroke) => Some(stroke),
            _ => None,
        });
        let mut known = std::mem::take(&mut self.paths);
        for stroke in strokes {
            let at = known.iter().position(|(own, _)| Rc::ptr_eq(own, stroke));
            self.paths.push(match at {
                Some(at) => known.swap_remove(at),
                None => {
                    let runs = Trace::of(stroke.dabs()).runs;
                    (stroke.clone(), runs.iter().map(|run| (run.strength, run.path())).collect())
                }
            });
        }
    }

    fn lines(&self, stroke: &Rc<Stroke>) -> impl Iterator<Item = (u8, El)> {
        let known = self.paths.iter().find(|(own, _)| Rc::ptr_eq(own, stroke));
        let width = stroke.width();
        known.into_iter().flat_map(|(_, runs)| runs).map(move |(strength, d)| (*strength, line(d.clone(), width)))
    }

    /// The paint on the legs that are looked at.
    pub fn draw(&self, props: &EaselProps) -> El {
        let single = |act: &Act| match act {
            Act::Stroke(s) => s.view == props.view && s.sides != Sides::Both,
            Act::Wipe(_, sides) => *sides != Sides::Both,
            Act::Clear => false,
        };
        // Looking at both legs of which one has paint of its own: one over the other, so that what hurts on both is
        // the stronger.
        let legs: &[Option<Side>] = match props.sides {
            Sides::One(Side::Left) => &[Some(Side::Left)],
            Sides::One(Side::Right) => &[Some(Side::Right)],
            Sides::Both if props.painting.0.acts.iter().any(single) => &[Some(Side::Left), Some(Side::Right)],
            Sides::Both => &[None],
        };
        el("g").children(legs.iter().map(|side| self.leg(props, *side)))
    }

    /// The paint on one leg, or what is common to both.
    fn leg(&self, props: &EaselProps, side: Option<Side>) -> El {
        let mut paint = el("g");
        let mut bare = true;
        let cuts = |at: usize, paint: El, parts: Vec<El>| {
            let leg = side.map_or("", Side::name);
            let id = AttrValue::from([props.scene.prefix.as_str(), "-cut-", leg, &number(at)].concat());
            let held = el("g").attr("mask", address(&id)).child(paint);
            el("g").child(cut(id, parts)).child(held)
        };
        for (at, act) in props.painting.0.acts.iter().enumerate() {
            match act {
                Act::Stroke(s) if s.view != props.view || !touches(s.sides, side) => {}
                Act::Stroke(s) if s.erase => {
                    if !bare {
                        paint = cuts(at, paint, self.lines(s).map(|(_, line)| line).collect());
                    }
                }
                Act::Stroke(s) => {
                    bare = false;
                    paint =
                        paint.children(self.lines(s).map(|(level, line)| line.attr("stroke-opacity", opacity(level))));
                }
                Act::Wipe(region, sides) if !bare && touches(*sides, side) => {
                    let d = props.drawing.0.as_ref().map(|drawing| shape_of(drawing, *region)).unwrap_or_default();
                    paint = cuts(at, paint, vec![el("path").attr("d", d)]);
                }
                Act::Wipe(..) => {}
                Act::Clear => (paint, bare) = (el("g"), true),
            }
        }
        paint
    }
}

fn shape_of(drawing: &Drawing, region: RegionId) -> String {
    drawing.of(Ink::Region(region)).map(|shape| Form::path(&shape.form)).collect()
}
