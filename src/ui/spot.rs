//! Where in the widget the person is, and where the focus goes when the thing that had it is gone.
use crate::app::{Choice, Gate, Listing, Screen, State};
use crate::atlas::MuscleId;
use crate::ports::Focus;

/// Where in the widget the person is, as far as the focus is concerned.
#[derive(Clone, Copy, PartialEq)]
pub enum Spot {
    /// The red-flag check, or its advice.
    Gate(bool),
    /// The card of a muscle.
    Card(MuscleId),
    /// A page to read.
    Page(Choice),
    /// The lists of the first room.
    Find(Listing),
    /// The plan.
    Plan,
    /// A running massage.
    Run,
    /// One that was broken off.
    Found,
    /// The end of one.
    Over,
    /// The diary.
    Day,
}

/// Where the person is.
pub fn spot(state: &State) -> Spot {
    match (&state.gate, state.screen) {
        (Gate::Asking(..), _) => Spot::Gate(false),
        (Gate::Stopped(_), _) => Spot::Gate(true),
        (_, Screen::Find) => match (state.muscle(), state.choice) {
            (Some(muscle), _) => Spot::Card(muscle),
            (None, Some(page)) => Spot::Page(page),
            (None, None) => Spot::Find(state.listing),
        },
        (_, Screen::Massage) if state.live().is_some() => Spot::Run,
        (_, Screen::Massage) if state.run.found.is_some() => Spot::Found,
        (_, Screen::Massage) if state.finished.is_some() || state.run.away.is_some() => Spot::Over,
        (_, Screen::Massage) => Spot::Plan,
        (_, Screen::Day) => Spot::Day,
    }
}

/// What there is to read from in every room.
const HEADING: &str = ".rpe-room h2";

/// Puts the focus on the row one came from, or on the heading of what is there now.
pub fn follow(focus: &dyn Focus, before: Spot, now: Spot) {
    let back_to = |which: &str, id: u16| {
        let row = [which, &id.to_string(), "\"] .rpe-row"].concat();
        focus.to(&[&row, HEADING]);
    };
    match (before, now) {
        (_, Spot::Run) => focus.to(&[".rpe-controls .rpe-first", HEADING]),
        (Spot::Card(muscle), Spot::Find(_) | Spot::Page(_)) => back_to("[data-muscle=\"", muscle.0),
        (Spot::Page(Choice::Condition(id)), Spot::Find(_) | Spot::Page(_)) => back_to("[data-condition=\"", id.0),
        (Spot::Page(Choice::Others), Spot::Find(_)) => focus.to(&["[data-page=others]", HEADING]),
        (Spot::Page(Choice::Doctor), Spot::Find(_)) => focus.to(&["[data-page=doctor]", HEADING]),
        // A line that moved took the focus along, if the browser let it; one that is gone can be brought back.
        (Spot::Plan, Spot::Plan) => focus.to(&[
            "[data-moved=grip] [data-act=grip]",
            "[data-moved=up] [data-act=up]",
            "[data-moved=down] [data-act=down]",
            "[data-act=put-back]",
            HEADING,
        ]),
        _ => focus.to(&[HEADING]),
    }
}
