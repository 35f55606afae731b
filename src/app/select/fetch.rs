//! What the screen needs that has not come yet. At first only what is in sight; once the person has done something, all
//! the rest, so that the next step need not wait.
use super::{map, sheet};
use crate::app::{Gate, Part, Program, Screen, Sheet, State};

fn reading(state: &State) -> bool {
    state.choice.is_some() || !state.query.is_empty() || state.gate != Gate::Open || state.screen == Screen::Massage
}

fn come(state: &State, part: Part) -> bool {
    match part {
        Part::Prose => state.text.has_prose(),
        Part::Library => state.library.is_some(),
        Part::Program => state.program == Program::Whole,
        Part::Drawing(_) | Part::Deeper(_) => state.drawn.contains(&part),
    }
}

/// The parts that are missing, the most urgent first.
pub fn wanted(state: &State) -> Vec<Part> {
    let mut parts = Vec::new();
    if let Some(seen) = map::view(state).filter(|_| state.screen != Screen::Day) {
        parts.push(Part::Drawing(seen));
        if map::deeper(state) && !seen.is_foot() {
            parts.push(Part::Deeper(seen));
        }
    }
    if state.touched || state.program == Program::Awaited {
        parts.push(Part::Program);
    }
    // The code that unpacks them comes with the program.
    if (state.touched || reading(state)) && state.program == Program::Whole {
        parts.extend([Part::Prose, Part::Library]);
    }
    if state.touched {
        let views = || state.atlas.plates.iter().map(|p| p.view);
        parts.extend(views().map(Part::Drawing));
        parts.extend(views().filter(|v| !v.is_foot()).map(Part::Deeper));
    }
    if state.sheet != Sheet::Away {
        parts.extend(sheet::missing(state));
    }
    missing(state, parts)
}

/// Those of some parts that have not come, each once.
pub fn missing(state: &State, parts: Vec<Part>) -> Vec<Part> {
    let mut missing: Vec<Part> = Vec::new();
    for part in parts {
        if !come(state, part) && !missing.contains(&part) {
            missing.push(part);
        }
    }
    missing
}
