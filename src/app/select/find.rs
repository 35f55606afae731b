//! The way from pain to muscle: places to mark, and what may cause the pain, each with its reasons.
use super::words;
use crate::app::{Choice, State, plan};
use crate::atlas::{GroupId, Msg, MuscleId, PointId, Reason, RegionId};

/// A place that can be marked.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Which region.
    pub id: RegionId,
    /// Its name.
    pub name: String,
    /// Whether it is marked.
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
    let marked = |id: RegionId| state.marks.iter().any(|m| m.region == id);
    let group = |(at, group): (usize, &crate::atlas::Group)| {
        let id = GroupId(at as u16);
        let places: Vec<Place> = state
            .atlas
            .regions_in(id)
            .into_iter()
            .map(|id| Place { id, name: words::region(&state.atlas, &state.text, id), on: marked(id) })
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

/// The places that are marked, each once, in the order in which they were.
pub fn sore(state: &State) -> Vec<Sore> {
    let mut out: Vec<Sore> = Vec::new();
    for mark in &state.marks {
        if out.iter().all(|own| own.id != mark.region) {
            let name = words::region(&state.atlas, &state.text, mark.region);
            out.push(Sore { id: mark.region, name, intensity: words::intensity(state, mark.region) });
        }
    }
    out
}

/// A muscle point in the list of results.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The point.
    pub point: PointId,
    /// Its muscle.
    pub muscle: MuscleId,
    /// The muscle's name.
    pub name: String,
    /// What a lay person calls the muscle, and the place of the point.
    pub place: String,
    /// How well it matches, 0 to 100.
    pub match_percent: u8,
    /// The match in words.
    pub match_words: String,
    /// Why, in plain words.
    pub reasons: Vec<String>,
    /// Whether it is in the plan.
    pub picked: bool,
    /// Whether it may be pressed by oneself.
    pub pressable: bool,
}

/// A reason in the person's language.
pub fn reason(state: &State, reason: &Reason) -> String {
    let places = |ids: &[RegionId]| words::regions(&state.atlas, &state.text, ids);
    let text = &state.text;
    match reason {
        Reason::Essential(ids) => text.fill(Msg::ResultsEssential, &[("places", &places(ids))]),
        Reason::Spillover(ids) => text.fill(Msg::ResultsSpillover, &[("places", &places(ids))]),
        Reason::Absent(ids) => text.fill(Msg::ResultsAbsent, &[("places", &places(ids))]),
        Reason::Found(p) => {
            let msg = if p.active { Msg::ResultsFoundActive } else { Msg::ResultsFound };
            text.fill(msg, &[("found", &p.found.to_string()), ("of", &p.of.to_string())])
        }
    }
}

/// What may cause the marked pain, best first, one entry per muscle.
pub fn results(state: &State) -> Vec<Found> {
    let picked = plan::points(state);
    let found = |ranked: crate::atlas::Ranked| {
        let muscle = state.atlas.point(ranked.point)?.muscle;
        let percent = (ranked.score * 100.0).round().clamp(1.0, 100.0) as u8;
        let plain = words::plain(&state.atlas, &state.text, muscle);
        Some(Found {
            point: ranked.point,
            muscle,
            name: words::muscle(&state.atlas, &state.text, muscle),
            place: state.text.fill(
                Msg::ResultsAt,
                &[("plain", &words::upper(&plain)), ("place", &words::place(&state.atlas, &state.text, ranked.point))],
            ),
            match_percent: percent,
            match_words: state.text.fill(Msg::ResultsMatch, &[("n", &percent.to_string())]),
            reasons: ranked.reasons.iter().map(|r| reason(state, r)).collect(),
            picked: picked.contains(&ranked.point),
            pressable: plan::pressable(&state.atlas, ranked.point),
        })
    };
    plan::results(state).into_iter().filter_map(found).collect()
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
