//! What stands beside or below the map: the room one is in, or what comes before it.
use super::dom::div;
use super::panels::{
    FindModel, Search, ask_after, ask_before, card_panel, day_panel, find_panel, guided, muscles, places, plan_panel,
    reading_panel, safety_panel, search_panel, start_bar, strengths,
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
    // What there is to read, to search and to answer is in the half of the program that comes later.
    let side = match state.choice.and_then(|choice| opened(scene, state, choice)) {
        // No way to a massage from a page that may say not to.
        Some(page) if !matches!(state.choice, Some(Choice::Muscle(_) | Choice::Point(_))) => return page,
        Some(card) => card,
        None => {
            let (listing, query) = (state.listing, state.query.clone());
            let muscles = (listing == Listing::Muscles).then(|| all_muscles(scene, state));
            let (groups, results) = (find::groups(state), find::results(state));
            let (marked, all) = (state.sore().len(), state.all_results);
            let whole = scene.store.whole();
            let found = if query.is_empty() || !whole { None } else { searched(scene, state) };
            let listed = found.is_none() && muscles.is_none() && whole;
            let places = if listed { places(scene, &groups) } else { Html::default() };
            let (sore, sharpen) = if listed && marked > 0 { sharper(scene, state) } else { Default::default() };
            find_panel(
                scene,
                FindModel { groups, places, results, muscles, listing, marked, all, sore, query, found, sharpen },
            )
        }
    };
    let [share, start] = if scene.store.whole() { onward(scene, state) } else { Default::default() };
    Html::from_iter([side, share, start])
}

/// The card or the page that is open.
#[inline(never)]
fn opened(scene: &Scene, state: &State, choice: Choice) -> Option<Html> {
    match choice {
        Choice::Condition(_) | Choice::Others | Choice::Doctor => {
            condition::reading(state).map(|model| reading_panel(scene, &model))
        }
        Choice::Muscle(_) | Choice::Point(_) => card::card(state).map(|model| {
            let results = find::results(state);
            card_panel(scene, &model, results.iter().find(|found| Some(found.muscle) == state.muscle()))
        }),
    }
}

/// What leads on from the list: handing on what is shown, and the massage.
#[inline(never)]
fn onward(scene: &Scene, state: &State) -> [Html; 2] {
    let plan = massage::plan(state);
    let found =
        state.choice.is_none() && state.listing == Listing::Pain && state.query.is_empty() && !state.marks.is_empty();
    let share = if found { handing(scene, state, !plan.lines.is_empty()) } else { Html::default() };
    let start =
        if scene.features.massage && state.live().is_none() { start_bar(scene, &plan) } else { Html::default() };
    [share, start]
}

/// All muscles, for those who start there.
#[inline(never)]
fn all_muscles(scene: &Scene, state: &State) -> Html {
    muscles(scene, &find::muscles(state))
}

/// What was found for the words in the search field.
#[inline(never)]
fn searched(scene: &Scene, state: &State) -> Option<Search> {
    search::found(state).map(|model| search_panel(scene, &model))
}

/// What makes the list of possible sources sharper: how much each place hurts, and what is asked and pressed.
#[inline(never)]
fn sharper(scene: &Scene, state: &State) -> (Html, Html) {
    (strengths(scene, &find::sore(state)), guided(scene, &find::guided(state)))
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
