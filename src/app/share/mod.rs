//! What can be handed on: where it hurts, the plan, its numbers, and what is looked at. Never the diary, and never
//! whether a warning sign applies. As the text of a link it is in `link`.
mod line;
mod link;

use super::plan::{self, Editing, Own};
use super::settings::Settings;
use super::state::{Choice, Gate, Listing, Notice, Screen, State};
use crate::atlas::{Mark, PointId, Sides, View};
pub use link::{Fault, VERSION, is_ours, read};
use std::rc::Rc;

/// What can be handed on of a state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    /// Where it hurts; each region once.
    pub marks: Vec<Mark>,
    /// Which legs.
    pub sides: Sides,
    /// The points of the plan, in order, each once; none means: as suggested.
    pub plan: Option<Vec<PointId>>,
    /// What was decided about these points, in their order, and about changing over.
    pub own: Own,
    /// The numbers of the plan. Whether tones are played is the person's own and is left alone.
    pub settings: Settings,
    /// The view that was chosen; none means the best one.
    pub view: Option<View>,
    /// The room.
    pub screen: Screen,
    /// The muscle or point being looked at.
    pub choice: Option<Choice>,
}

/// How a link went out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// Through the device's own sharing, or not at all because the person thought better of it.
    Sent,
    /// Onto the clipboard.
    Copied,
    /// Neither was possible: the whole link, to be copied by hand.
    Shown(String),
}

/// A link that was handed out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handed {
    /// Its text, without the page's address.
    pub fragment: String,
    /// How it went out.
    pub given: Given,
}

impl Shared {
    /// What can be handed on of this state. A plan that is only suggested is told point by point too: another version
    /// may suggest others.
    pub fn of(state: &State) -> Self {
        let points = plan::points(state);
        let mut own = Own { rest: state.own.rest, ..Own::default() };
        points.iter().for_each(|point| own.set(state.own.of(*point)));
        Shared {
            marks: state.marks.clone(),
            sides: state.sides,
            plan: Some(points),
            own,
            settings: state.settings,
            view: state.look.view,
            screen: state.screen,
            choice: state.choice,
        }
    }

    /// What its room is called in the attribute `mode`.
    pub fn mode(&self) -> &'static str {
        link::screen_name(self.screen)
    }

    /// The room that the attribute `mode` calls so.
    pub fn room(mode: &str) -> Option<Screen> {
        link::screen_named(mode)
    }
}

/// The text of a link to what this state shows.
pub fn fragment(state: &State) -> String {
    Shared::of(state).write(&state.atlas)
}

/// How the link that was handed out last went, as long as it is still the link to what is shown.
pub fn given(state: &State) -> Option<&Given> {
    state.handed.as_ref().filter(|h| h.fragment == fragment(state)).map(|h| &h.given)
}

/// Shows what was handed on. A session that runs is left alone.
pub fn open(state: &mut State, shared: Shared) {
    state.marks = shared.marks;
    state.sides = shared.sides;
    state.choice = shared.choice;
    state.look.view = shared.view;
    state.look.layer = None;
    state.screen = shared.screen;
    state.listing = Listing::Pain;
    state.all_results = false;
    state.gate = Gate::Open;
    // A plan that is what would be suggested anyway goes on following the pain.
    let suggested = plan::suggested(state);
    state.picked = shared.plan.filter(|points| *points != suggested);
    (state.own, state.editing) = (shared.own, Editing::default());
    Rc::make_mut(&mut state.shelf).open = None;
    plan::kept::lend(state, Settings { cues: state.settings.cues, ..shared.settings });
}

/// Opens a link, or tells in one line why not. A fragment that is not ours changes nothing.
pub fn follow(state: &mut State, text: &str) {
    match read(state, text) {
        Ok((shared, unknown)) => {
            open(state, shared);
            if unknown > 0 {
                state.notice = Some(Notice::LeftOut(unknown));
            }
        }
        Err(Fault::Garbled) => state.notice = Some(Notice::BadLink),
        Err(Fault::Newer) => state.notice = Some(Notice::NewerLink),
        Err(Fault::Foreign) => {}
    }
}
