//! The way from pain to muscle: places to mark, what may cause the pain (`results`), what to ask and where to press
//! (`ask`); and all muscles, for those who start there.
mod ask;
mod results;

pub use ask::{Guided, PressHere, Question, Warning, guided, next_press, questions};
pub use results::{Found, Together, doubt, reason, results, together};

use super::words;
use crate::app::{Choice, State};
use crate::atlas::{GroupId, MuscleId, RegionId};

/// A place that can be marked.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Which region.
    pub id: RegionId,
    /// Its name.
    pub name: String,
    /// Whether it is marked on a leg that is shown.
    pub on: bool,
}

/// A group of places.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceGroup {
    /// Which group.
    pub id: GroupId,
    /// Its name.
    pub name: String,
    /// Whether all of it is marked.
    pub on: bool,
    /// Whether something in it is marked.
    pub some: bool,
    /// Its places.
    pub places: Vec<Place>,
}

/// All groups with their places.
pub fn groups(state: &State) -> Vec<PlaceGroup> {
    let group = |(at, group): (usize, &crate::atlas::Group)| {
        let id = GroupId(at as u16);
        let places: Vec<Place> = state
            .atlas
            .regions_in(id)
            .into_iter()
            .map(|id| Place { id, name: words::region(&state.atlas, &state.text, id), on: state.hurts(id) })
            .collect();
        PlaceGroup {
            id,
            name: state.text.of(group.name).to_owned(),
            on: places.iter().all(|p| p.on),
            some: places.iter().any(|p| p.on),
            places,
        }
    };
    state.atlas.groups.iter().enumerate().map(group).collect()
}

/// A place that is marked.
#[derive(Clone, Debug, PartialEq)]
pub struct Sore {
    /// Which region.
    pub id: RegionId,
    /// Its name.
    pub name: String,
    /// How much it hurts, 1 to 10.
    pub intensity: u8,
}

/// The places that are marked on a leg that is shown, each once, in the order in which they were.
#[inline(never)]
pub fn sore(state: &State) -> Vec<Sore> {
    let line = |id: RegionId| Sore {
        id,
        name: words::region(&state.atlas, &state.text, id),
        intensity: words::intensity(state, id),
    };
    state.sore().into_iter().map(line).filter(|sore| sore.intensity > 0).collect()
}

/// A muscle in the list of all muscles.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    /// Which muscle.
    pub id: MuscleId,
    /// Its name.
    pub name: String,
    /// What a lay person calls it.
    pub plain: String,
    /// Whether it is being looked at.
    pub on: bool,
}

/// All muscles, by name.
#[inline(never)]
pub fn muscles(state: &State) -> Vec<Listed> {
    let listed = |id: MuscleId| Listed {
        id,
        name: words::muscle(&state.atlas, &state.text, id),
        plain: words::plain(&state.atlas, &state.text, id),
        on: state.choice == Some(Choice::Muscle(id)),
    };
    let mut all: Vec<Listed> = Vec::new();
    for one in state.atlas.muscle_ids().map(listed) {
        // Put in its place at once: the standard sort is more code than the list is worth.
        all.insert(all.partition_point(|other| other.name <= one.name), one);
    }
    all
}
