//! The widget as a whole: the frame around its three rooms.
use super::body_map::{BodyMap, BodyMapProps, DrawingRef};
use super::dom::{component, div, el};
use super::panels::{
    FindModel, card_panel, day_panel, find_panel, plan_panel, reading_panel, safety_panel, start_bar, tabs,
};
use super::store::Store;
use super::timer::{done_panel, timer_panel};
use super::widgets::notice_bar;
use crate::app::select::{card, condition, day, fetch, find, map, massage, search, timer};
use crate::app::{Action, Choice, Gate, Listing, Part, Screen, State};
use crate::atlas::{Msg, MuscleId, Text};
use crate::ports::Focus;
use std::rc::Rc;
use yew::prelude::*;

/// The properties of the widget.
#[derive(Properties, PartialEq)]
pub struct RootProps {
    /// The widget's state.
    pub store: Store,
    /// What all ids in the page begin with, so that two widgets do not clash.
    #[prop_or(AttrValue::Static("rpe"))]
    pub prefix: AttrValue,
    /// The rooms this page offers; all by default.
    #[prop_or_default]
    pub features: Features,
}

/// Which rooms a page offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Features {
    /// Finding muscles.
    pub explore: bool,
    /// The plan and the timer.
    pub massage: bool,
    /// The diary.
    pub diary: bool,
}

impl Features {
    /// The first room on offer.
    pub fn first(self) -> Option<Screen> {
        let rooms = [(self.explore, Screen::Find), (self.massage, Screen::Massage), (self.diary, Screen::Day)];
        rooms.into_iter().find(|(on, _)| *on).map(|(_, room)| room)
    }
}

impl Default for Features {
    fn default() -> Self {
        Features { explore: true, massage: true, diary: true }
    }
}

/// What every component may reach: words, ids and the store.
#[derive(Clone, PartialEq)]
pub struct Scene {
    /// The store.
    pub store: Store,
    /// The words.
    pub text: Rc<Text>,
    /// What ids begin with.
    pub prefix: AttrValue,
    /// The rooms on offer.
    pub features: Features,
}

impl Scene {
    /// A callback that lets something happen. It takes the action and not what makes it: a closure for each button
    /// would be a function for each button.
    pub fn on<E>(&self, action: Action) -> Callback<E> {
        let store = self.store.clone();
        Callback::from(move |_| {
            store.touch();
            store.dispatch(action.clone());
        })
    }
    /// A callback that lets something happen now. What carries a moment may start a session, so this is also
    /// the tap in which the browser lets sound begin.
    pub fn now<E>(&self, action: fn(crate::app::Moment) -> Action) -> Callback<E> {
        let store = self.store.clone();
        Callback::from(move |_| {
            store.touch();
            store.ports().sound.unlock();
            store.dispatch(action(store.moment()));
        })
    }
    /// A sentence of the interface.
    pub fn say(&self, msg: Msg) -> AttrValue {
        AttrValue::from(self.text.say(msg).to_owned())
    }
    /// An id that is this widget's own.
    pub fn id(&self, name: &str) -> AttrValue {
        AttrValue::from([self.prefix.as_str(), "-", name].concat())
    }
}

fn finding(scene: &Scene, state: &State) -> Html {
    // No way to a massage from a page that may say not to.
    if let Some(model) = condition::reading(state) {
        return reading_panel(scene, &model);
    }
    let side = match card::card(state) {
        Some(model) => card_panel(scene, &model),
        None => {
            let listing = state.listing;
            let muscles = if listing == Listing::Muscles { find::muscles(state) } else { Vec::new() };
            let (groups, results) = (find::groups(state), find::results(state));
            let (marked, all) = (state.marks.len(), state.all_results);
            let (query, found) = (state.query.clone(), search::found(state));
            find_panel(scene, &FindModel { groups, results, muscles, listing, marked, all, query, found })
        }
    };
    let start = if scene.features.massage && state.live().is_none() {
        start_bar(scene, &massage::plan(state))
    } else {
        Html::default()
    };
    Html::from_iter([side, start])
}

fn room(scene: &Scene, state: &State) -> Html {
    if let Some(model) = massage::safety(state) {
        return safety_panel(scene, &model);
    }
    match state.screen {
        Screen::Find => finding(scene, state),
        Screen::Massage => match (timer::timer(state), timer::done(state)) {
            (Some(model), _) => timer_panel(scene, &model),
            (None, Some(model)) => done_panel(scene, &model),
            (None, None) => plan_panel(scene, &massage::plan(state)),
        },
        Screen::Day => day_panel(scene, &day::day(state)),
    }
}

/// Where in the widget the person is, as far as the focus is concerned.
#[derive(Clone, Copy, PartialEq)]
enum Spot {
    Gate(bool),
    Card(MuscleId),
    Page(Choice),
    Find(Listing),
    Plan,
    Run,
    Over,
    Day,
}

fn spot(state: &State) -> Spot {
    match (&state.gate, state.screen) {
        (Gate::Asking(..), _) => Spot::Gate(false),
        (Gate::Stopped(_), _) => Spot::Gate(true),
        (_, Screen::Find) => match (state.muscle(), state.choice) {
            (Some(muscle), _) => Spot::Card(muscle),
            (None, Some(page)) => Spot::Page(page),
            (None, None) => Spot::Find(state.listing),
        },
        (_, Screen::Massage) if state.live().is_some() => Spot::Run,
        (_, Screen::Massage) if state.finished.is_some() => Spot::Over,
        (_, Screen::Massage) => Spot::Plan,
        (_, Screen::Day) => Spot::Day,
    }
}

/// The widget. Draws itself again whenever the store says that something changed.
pub struct Root {
    spot: Spot,
    had_focus: bool,
}

impl Component for Root {
    type Message = ();
    type Properties = RootProps;

    fn create(ctx: &Context<Self>) -> Self {
        let (store, link) = (&ctx.props().store, ctx.link().clone());
        store.on_change(Some(Rc::new(move || link.send_message(()))));
        Root { spot: spot(&store.state()), had_focus: false }
    }

    fn update(&mut self, ctx: &Context<Self>, (): ()) -> bool {
        self.had_focus = ctx.props().store.ports().focus.inside();
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        widget(ctx.props())
    }

    /// When the drawing took away what had the focus, the focus goes to the row one came from, or to the heading of what
    /// is there now. A page's own focus is never taken away: then it was not inside. A browser that gives no focus to a
    /// pressed button (Safari) gets it moved only when a press led to another place.
    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        let store = &ctx.props().store;
        let before = std::mem::replace(&mut self.spot, spot(&store.state()));
        let (focus, pressed) = (&store.ports().focus, store.touched());
        let lost = if std::mem::take(&mut self.had_focus) { !focus.inside() } else { pressed && before != self.spot };
        if !lost {
            return;
        }
        let heading = ".rpe-room h2";
        match (before, self.spot) {
            (_, Spot::Run) => focus.to(&[".rpe-controls .rpe-first", heading]),
            (Spot::Card(muscle), Spot::Find(_) | Spot::Page(_)) => back_to(focus, "[data-muscle=\"", muscle.0),
            (Spot::Page(Choice::Condition(id)), Spot::Find(_) | Spot::Page(_)) => {
                back_to(focus, "[data-condition=\"", id.0);
            }
            (Spot::Page(Choice::Others), Spot::Find(_)) => focus.to(&["[data-page=others]", heading]),
            (Spot::Page(Choice::Doctor), Spot::Find(_)) => focus.to(&["[data-page=doctor]", heading]),
            _ => focus.to(&[heading]),
        }
    }

    fn destroy(&mut self, ctx: &Context<Self>) {
        ctx.props().store.on_change(None);
    }
}

/// Puts the focus on the row one came from.
fn back_to(focus: &Rc<dyn Focus>, which: &str, id: u16) {
    let row = [which, &id.to_string(), "\"] .rpe-row"].concat();
    focus.to(&[&row, ".rpe-room h2"]);
}

fn widget(props: &RootProps) -> Html {
    let store = props.store.clone();
    let state = store.state();
    let scene = Scene { store, text: state.text.clone(), prefix: props.prefix.clone(), features: props.features };
    let gate = massage::safety(&state).is_some();
    let over = state.screen == Screen::Massage && state.finished.is_some();
    let with_map = !gate && !over && state.screen != Screen::Day;
    let class = match (gate, state.screen) {
        (true, _) => "rpe-gate",
        (_, Screen::Find) => "rpe-find",
        (_, Screen::Massage) if state.live().is_some() => "rpe-run",
        (_, Screen::Massage) if over => "rpe-over",
        (_, Screen::Massage) => "rpe-massage",
        (_, Screen::Day) => "rpe-day",
    };
    let model = if with_map { map::map(&state) } else { None };
    let running = state.live().is_some();
    let map = model.map(|model| {
        let (atlas, scene) = (AtlasRef(state.atlas.clone()), scene.clone());
        let drawing = DrawingRef(state.drawing(model.view).cloned());
        let waiting =
            fetch::wanted(&state).iter().any(|p| matches!(p, Part::Drawing(v) | Part::Deeper(v) if *v == model.view));
        component::<BodyMap>(BodyMapProps { model, drawing, waiting, sides: state.sides, atlas, running, scene })
    });
    let disclaimer = el("slot").attr("name", "disclaimer").text(scene.say(Msg::AboutDisclaimer));
    div("rpe")
        .class(class)
        .attr("lang", scene.text.lang().to_owned())
        .child_if(!gate, || tabs(&scene, state.screen, running))
        .child(notice_bar(&scene, state.notice))
        .child(div("rpe-body").child(map.unwrap_or_default()).child(div("rpe-room").child(room(&scene, &state))))
        .child(el("p").class("rpe-disclaimer").child(disclaimer))
        .into()
}

/// The atlas as a property: compared by identity, because it is large and never changes in place.
#[derive(Clone)]
pub struct AtlasRef(pub Rc<crate::atlas::Atlas>);

impl PartialEq for AtlasRef {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
