//! The widget as a whole: the frame around its three rooms.
use super::body_map::BodyMap;
use super::panels::{FindModel, card_panel, day_panel, find_panel, plan_panel, safety_panel, start_bar, tabs};
use super::store::Store;
use super::timer::{done_panel, timer_panel};
use super::widgets::notice_bar;
use crate::app::select::{card, day, find, map, massage, timer};
use crate::app::{Action, Listing, Screen, State};
use crate::atlas::{Msg, Text};
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
    /// A callback that lets something happen.
    pub fn on<E>(&self, action: impl Fn() -> Action + 'static) -> Callback<E> {
        let store = self.store.clone();
        Callback::from(move |_| store.dispatch(action()))
    }
    /// A callback that lets something happen now. What carries a moment may start a session, so this is also
    /// the tap in which the browser lets sound begin.
    pub fn now<E>(&self, action: impl Fn(crate::app::Moment) -> Action + 'static) -> Callback<E> {
        let store = self.store.clone();
        Callback::from(move |_| {
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
    let side = match card::card(state) {
        Some(model) => card_panel(scene, &model),
        None => {
            let listing = state.listing;
            let muscles = if listing == Listing::Muscles { find::muscles(state) } else { Vec::new() };
            let (groups, results) = (find::groups(state), find::results(state));
            let (marked, all) = (state.marks.len(), state.all_results);
            find_panel(scene, &FindModel { groups, results, muscles, listing, marked, all })
        }
    };
    let start = if scene.features.massage { start_bar(scene, &massage::plan(state)) } else { Html::default() };
    html! { <>{ side }{ start }</> }
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

/// The widget.
#[component]
pub fn Root(props: &RootProps) -> Html {
    let redraw = use_force_update();
    let store = props.store.clone();
    use_effect_with(store.clone(), move |store| {
        let redraw = redraw.clone();
        store.on_change(Some(Rc::new(move || redraw.force_update())));
        // What happened between the first drawing and now.
        store.dispatch(Action::Tell(store.state().notice));
        let store = store.clone();
        move || store.on_change(None)
    });
    let state = store.state();
    let scene = Scene { store, text: state.text.clone(), prefix: props.prefix.clone(), features: props.features };
    let gate = massage::safety(&state).is_some();
    let with_map = !gate && state.screen != Screen::Day;
    let class = classes!(
        "rpe",
        match (gate, state.screen) {
            (true, _) => "rpe-gate",
            (_, Screen::Find) => "rpe-find",
            (_, Screen::Massage) if state.live().is_some() => "rpe-run",
            (_, Screen::Massage) => "rpe-massage",
            (_, Screen::Day) => "rpe-day",
        }
    );
    let model = if with_map { map::map(&state) } else { None };
    html! {
            <div {class} lang={scene.text.lang().to_owned()}>
                { tabs(&scene, state.screen, state.live().is_some()) }
                { notice_bar(&scene, state.notice) }
                <div class="rpe-body">
                    if let Some(model) = model {
                        <BodyMap {model} sides={state.sides} atlas={AtlasRef(state.atlas.clone())} running={state.live().is_some()} scene={scene.clone()} />
                    }
                    <div class="rpe-room">{ room(&scene, &state) }</div>
                </div>
                <p class="rpe-disclaimer"><slot name="disclaimer">{ scene.say(Msg::AboutDisclaimer) }</slot></p>
            </div>
    }
}

/// The atlas as a property: compared by identity, because it is large and never changes in place.
#[derive(Clone)]
pub struct AtlasRef(pub Rc<crate::atlas::Atlas>);

impl PartialEq for AtlasRef {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
