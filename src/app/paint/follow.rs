//! What painting does to the marks, and what taking a mark away does to the paint. The only place where marks are made
//! of paint.
use super::canvas::Felt;
use super::{Act, Painting};
use crate::app::state::{Sides, State};
use crate::atlas::Mark;
use std::rc::Rc;

/// A mark that the painting made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Painted {
    /// The mark, as the painting says it.
    pub mark: Mark,
    /// How much it was said to hurt there before anything was painted, if it was.
    before: Option<u8>,
}

/// Whether two marks are of the same place.
fn same(a: &Mark, b: &Mark) -> bool {
    a.region == b.region
}

/// What is felt, as marks. A mark is of both legs: the stronger one counts.
fn marks(felt: &[Felt]) -> Vec<Mark> {
    let mut out: Vec<Mark> = Vec::new();
    for one in felt {
        let mark = Mark { region: one.region, intensity: one.intensity };
        match out.iter_mut().find(|own| same(own, &mark)) {
            Some(own) => own.intensity = own.intensity.max(mark.intensity),
            None => out.push(mark),
        }
    }
    out
}

fn put(state: &mut State, mark: Mark) {
    match state.marks.iter_mut().find(|own| same(own, &mark)) {
        Some(own) => own.intensity = mark.intensity,
        None => state.marks.push(mark),
    }
}

/// The painting is this now, and says this. Marks change only where what it says changed: what the person said in
/// another way stays, and stands again when the paint is gone.
pub fn lay(state: &mut State, painting: Rc<Painting>, felt: &[Felt]) {
    let new = marks(felt);
    let old = std::mem::take(&mut state.painted);
    for gone in old.iter().filter(|p| !new.iter().any(|m| same(m, &p.mark))) {
        match gone.before {
            Some(intensity) => put(state, Mark { intensity, ..gone.mark }),
            None => state.marks.retain(|m| !same(m, &gone.mark)),
        }
    }
    for mark in new {
        let was = old.iter().find(|p| same(&p.mark, &mark));
        let before = match was {
            Some(was) => was.before,
            None => state.marks.iter().find(|m| same(m, &mark)).map(|m| m.intensity),
        };
        if was.is_none_or(|was| was.mark != mark) {
            put(state, mark);
        }
        state.painted.push(Painted { mark, before });
    }
    state.painting = painting;
}

/// After marks were taken away: what is no longer marked loses its paint.
pub fn dry(state: &mut State) {
    let marks = &state.marks;
    let (stay, gone): (Vec<Painted>, Vec<Painted>) =
        state.painted.iter().partition(|p| marks.iter().any(|m| same(m, &p.mark)));
    if gone.is_empty() {
        return;
    }
    state.painted = stay;
    let wipe = |painting: Painting, p: &Painted| painting.and(Act::Wipe(p.mark.region, Sides::Both));
    state.painting = Rc::new(gone.iter().fold((*state.painting).clone(), wipe));
}
