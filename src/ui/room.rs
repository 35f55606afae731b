//! What stands beside or below the map: the room one is in, or what comes before it.
use super::dom::div;
use super::panels::{
    FindModel, ask_after, ask_before, card_panel, day_panel, find_panel, guided, plan_panel, reading_panel,
    safety_panel, start_bar,
};
use super::root::Scene;
use super::timer::{away_card, done_panel, found_card, timer_panel};
use super::widgets::share_bar;
use crate::app::select::{aside, card, condition, day, edit, find, massage, search, timer};
use crate::app::{Choice, Gate, Listing, Screen, State, share};
use std::rc::Rc;
use yew::prelude::*;

/// A state as a property: compared by identity, because a new one is made for each action.
#[derive(Clone)]
pub struct StateRef(pub Rc<State>);

impl PartialEq for StateRef {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// The properties of the room.
#[derive(Properties, PartialEq)]
pub struct RoomProps {
    /// Words, ids and the store.
    pub scene: Scene,
    /// What it shows.
    pub state: StateRef,
}

/// The room. It keeps still while a stroke is being painted: laying out the list takes longer than a picture may, and a
/// list that jumps under the hand is not read.
pub struct Room;

impl Component for Room {
    type Message = ();
    type Properties = RoomProps;

    fn create(_: &Context<Self>) -> Self {
        Room
    }

    fn changed(&mut self, ctx: &Context<Self>, _: &RoomProps) -> bool {
        !ctx.props().state.0.stroking
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let RoomProps { scene, state } = ctx.props();
        div("rpe-room").child(room(scene, &state.0)).into()
    }
}

fn finding(scene: &Scene, state: &State) -> Html {
    // No way to a massage from a page that may say not to. Asked only when there is something to read: pages and cards are
    // in the half of the program that comes later.
    if let Some(Choice::Condition(_) | Choice::Others | Choice::Doctor) = state.choice
        && let Some(model) = condition::reading(state)
    {
        return reading_panel(scene, &model);
    }
    let side = match state.choice.and_then(|_| card::card(state)) {
        Some(model) => {
            let results = find::results(state);
            card_panel(scene, &model, results.iter().find(|found| Some(found.muscle) == state.muscle()))
        }
        None => {
            let listing = state.listing;
            let muscles = if listing == Listing::Muscles { find::muscles(state) } else { Vec::new() };
            let (groups, results) = (find::groups(state), find::results(state));
            let (marked, all) = (state.sore().len(), state.all_results);
            let sore = if scene.store.whole() { find::sore(state) } else { Vec::new() };
            let query = state.query.clone();
            // So is the search.
            let found = if query.is_empty() || !scene.store.whole() { None } else { search::found(state) };
            let sharpen = if found.is_none() && !state.marks.is_empty() && scene.store.whole() {
                guided(scene, &find::guided(state))
            } else {
                Html::default()
            };
            let model = FindModel { groups, results, muscles, listing, marked, all, sore, query, found, sharpen };
            find_panel(scene, &model)
        }
    };
    let plan = massage::plan(state);
    let found =
        state.choice.is_none() && state.listing == Listing::Pain && state.query.is_empty() && !state.marks.is_empty();
    let share =
        if found && scene.store.whole() { handing(scene, state, !plan.lines.is_empty()) } else { Html::default() };
    let start =
        if scene.features.massage && state.live().is_none() { start_bar(scene, &plan) } else { Html::default() };
    Html::from_iter([side, share, start])
}

/// The massage: what is asked of it, the timer, its end, or the plan.
#[inline(never)]
fn massage(scene: &Scene, state: &State) -> Html {
    if let Some(model) = aside::found(state) {
        return div("rpe-panel").key("found").child(found_card(scene, &model)).into();
    }
    let asked = aside::away(state).map(|model| away_card(scene, &model));
    let main = match (timer::timer(state), timer::done(state)) {
        (Some(model), _) => timer_panel(scene, &model),
        (None, Some(model)) => done_panel(scene, &model, ask_after(scene, state)),
        (None, None) if asked.is_some() => Html::default(),
        (None, None) => {
            let above = Html::from_iter([ask_before(scene, state), handing(scene, state, true)]);
            plan_panel(scene, &massage::plan(state), &edit::edit(state), above)
        }
    };
    Html::from_iter(asked.into_iter().chain([main]))
}

/// The buttons that hand on what is shown.
#[inline(never)]
fn handing(scene: &Scene, state: &State, plan: bool) -> Html {
    share_bar(scene, share::given(state), plan)
}

/// What the red-flag check asks, when it asks.
pub fn gate_of(state: &State) -> Option<massage::SafetyModel> {
    if state.gate == Gate::Open { None } else { massage::safety(state) }
}

fn room(scene: &Scene, state: &State) -> Html {
    if let Some(model) = gate_of(state) {
        return safety_panel(scene, &model);
    }
    match state.screen {
        Screen::Find => finding(scene, state),
        Screen::Massage => massage(scene, state),
        Screen::Day => day_panel(scene, state, &day::day(state)),
    }
}
