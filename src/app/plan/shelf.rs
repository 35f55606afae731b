//! What is done with the plans that are kept.
use super::edit::{Editing, Told, now};
use super::kept::{self, Kept};
use super::points;
use crate::app::action::Moment;
use crate::app::select::words;
use crate::app::state::State;
use std::rc::Rc;

/// Something done with them.
#[derive(Clone, Debug, PartialEq)]
pub enum Deed {
    /// The plan is kept under this name; with what makes an id.
    Keep(String, Moment),
    /// The plan becomes the kept one of this id.
    Open(String),
    /// The kept plan of this id is thrown away.
    Forget(String),
    /// These plans were kept on the device, or one of them by another tab.
    Heard(Vec<Kept>),
    /// Another tab threw away the plan of this id.
    Gone(String),
}

/// Does it. `before` surrounded the plan until now.
pub fn act(state: &mut State, deed: Deed, before: Editing) {
    match deed {
        Deed::Keep(typed, moment) => keep(state, &typed, &moment),
        Deed::Open(id) => {
            let was = now(state, None);
            if kept::open(state, &id) {
                state.editing.undo = Some(was);
                state.choice = None;
            }
        }
        Deed::Forget(id) => state.editing.forgot = Rc::make_mut(&mut state.shelf).remove(&id),
        // What happens in another tab changes nothing of what is being done in this one.
        Deed::Heard(plans) => {
            let shelf = Rc::make_mut(&mut state.shelf);
            plans.into_iter().for_each(|plan| shelf.put(plan));
            state.editing = Editing { query: std::mem::take(&mut state.editing.query), ..before };
        }
        Deed::Gone(id) => {
            Rc::make_mut(&mut state.shelf).remove(&id);
            state.editing = Editing { query: std::mem::take(&mut state.editing.query), ..before };
        }
    }
}

/// Keeps the plan. Without a name it gets those of its muscles: nobody is asked twice.
fn keep(state: &mut State, typed: &str, moment: &Moment) {
    let mut name = kept::name(typed);
    if name.is_empty() {
        name = kept::name(&words::muscles(&state.atlas, &state.text, &points(state)));
    }
    if name.is_empty() {
        return;
    }
    let id = [moment.now.0.to_string().as_str(), "-", &moment.random.to_string()].concat();
    let kept = kept::keep(state, &name, id);
    state.editing.told = Some(if kept.is_some() { Told::Kept } else { Told::Full });
}
