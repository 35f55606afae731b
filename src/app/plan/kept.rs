//! Plans that a person named and keeps. What a plan is, is told as in a link: it reads the same in every language, outlives
//! a version, and what an atlas does not know is left out.
use crate::app::prefs::within;
use crate::app::settings::Settings;
use crate::app::share::{self, Shared};
use crate::app::state::State;
use crate::diary::Value;
use std::rc::Rc;

/// The version of the record's form.
pub const VERSION: u8 = 1;

/// The most plans that are kept.
pub const MOST: usize = 20;

/// The longest name, in letters.
pub const LONGEST: usize = 60;

/// A plan that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Unique: the moment in milliseconds and a random number.
    pub id: String,
    /// What the person calls it.
    pub name: String,
    /// The text of a link to it: its points, its numbers and its legs.
    pub link: String,
}

impl Kept {
    /// The record.
    pub fn write(&self) -> Value {
        let pieces = [("id", &self.id), ("name", &self.name), ("link", &self.link)];
        let pieces = pieces.map(|(name, value)| (name, value.as_str().into()));
        Value::map([("v", VERSION.into())].into_iter().chain(pieces))
    }

    /// Reads a record. None when it is damaged or of a newer version.
    pub fn read(record: &Value) -> Option<Self> {
        record.int("v").filter(|v: &u8| *v == VERSION)?;
        let own = |name: &str| record.text(name).map(str::to_owned);
        Some(Kept { id: own("id")?, name: own("name").filter(|name| !name.is_empty())?, link: own("link")? })
    }
}

/// The plans that are kept, by name.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Shelf {
    /// The plans.
    pub plans: Vec<Kept>,
    /// The id of the one that was opened last, as long as the plan is that one, changed or not.
    pub open: Option<String>,
}

impl Shelf {
    /// The plan of this id.
    pub fn plan(&self, id: &str) -> Option<&Kept> {
        self.plans.iter().find(|own| own.id == id)
    }

    /// Puts a plan in its place, instead of one of the same id.
    pub fn put(&mut self, plan: Kept) {
        self.remove(&plan.id);
        let place = self.plans.partition_point(|own| (&own.name, &own.id) < (&plan.name, &plan.id));
        self.plans.insert(place, plan);
    }

    /// Takes a plan out, and gives it.
    pub fn remove(&mut self, id: &str) -> Option<Kept> {
        let at = self.plans.iter().position(|own| own.id == id)?;
        Some(self.plans.remove(at))
    }
}

/// A name as it is kept: without what surrounds it, not longer than `LONGEST`.
pub fn name(typed: &str) -> String {
    typed.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(LONGEST).collect()
}

/// Keeps the plan as it stands under a name; one of that name is replaced. None when there are too many.
pub fn keep(state: &mut State, name: &str, id: String) -> Option<Kept> {
    let own = Shared { marks: Vec::new(), view: None, choice: None, ..Shared::of(state) };
    let old = state.shelf.plans.iter().find(|own| own.name == name).map(|own| own.id.clone());
    if old.is_none() && state.shelf.plans.len() >= MOST {
        return None;
    }
    let plan = Kept { id: old.unwrap_or(id), name: name.to_owned(), link: own.write(&state.atlas) };
    let shelf = Rc::make_mut(&mut state.shelf);
    shelf.put(plan.clone());
    shelf.open = Some(plan.id.clone());
    Some(plan)
}

/// What a kept plan holds; its text was written by another version, perhaps for another atlas.
pub fn held(state: &State, plan: &Kept) -> Option<Shared> {
    share::read(state, &plan.link).ok().map(|(shared, _)| shared)
}

/// The plan becomes one that is kept. Says whether it could be read. Its numbers stand before the person's own, which stay
/// the ones that are kept.
pub fn open(state: &mut State, id: &str) -> bool {
    let Some(shared) = state.shelf.plan(id).and_then(|plan| held(state, plan)) else { return false };
    (state.picked, state.own, state.sides) = (shared.plan, shared.own, shared.sides);
    let Settings { hold, rounds, .. } = shared.settings;
    lend(state, Settings { hold, rounds, ..state.settings });
    Rc::make_mut(&mut state.shelf).open = Some(id.to_owned());
    true
}

/// These numbers stand before the person's own, which stay the ones that are kept.
pub fn lend(state: &mut State, settings: Settings) {
    let settings = within(settings);
    if state.own_settings && state.set_aside.is_none() && settings != state.settings {
        state.set_aside = Some(state.settings);
    }
    state.settings = settings;
}
