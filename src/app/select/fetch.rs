//! What the screen needs that has not come yet. At first only what is in sight; once the person has done something, all
//! the rest, so that the next step need not wait.
use super::map;
use crate::app::{Gate, Screen, State};
use crate::atlas::View;

/// Something that comes when it is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// How a view is drawn.
    Drawing(View),
    /// What there is to read, in the language in use.
    Prose,
    /// What the claims rest on.
    Library,
}

impl Part {
    /// Its name between the program and the page.
    pub fn name(self) -> &'static str {
        match self {
            Part::Drawing(view) => view.name(),
            Part::Prose => "prose",
            Part::Library => "library",
        }
    }

    /// The part of that name.
    pub fn parse(name: &str) -> Option<Self> {
        match name {
            "prose" => Some(Part::Prose),
            "library" => Some(Part::Library),
            _ => View::parse(name).map(Part::Drawing),
        }
    }
}

fn reading(state: &State) -> bool {
    state.choice.is_some() || state.gate != Gate::Open || state.screen == Screen::Massage
}

/// The parts that are missing, the most urgent first.
pub fn wanted(state: &State) -> Vec<Part> {
    let seen = if state.screen == Screen::Day { None } else { map::view(state) };
    let rest = state.atlas.plates.iter().map(|p| p.view).filter(|v| state.touched && Some(*v) != seen);
    let missing = |view: &View| state.drawing(*view).is_none();
    let mut parts: Vec<Part> = seen.filter(missing).map(Part::Drawing).into_iter().collect();
    if state.touched || reading(state) {
        let (prose, library) = (!state.text.has_prose(), state.library.is_none());
        parts.extend(prose.then_some(Part::Prose).into_iter().chain(library.then_some(Part::Library)));
    }
    parts.extend(rest.filter(missing).map(Part::Drawing));
    parts
}
