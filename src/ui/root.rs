//! The widget as a whole: the frame around its three rooms.
use super::body_map::{BodyMap, BodyMapProps, DrawingRef};
use super::dom::{component, div, el};
use super::panels::{report_page, sheet_panel, tabs};
use super::room::{Room, RoomProps, StateRef, gate_of};
use super::spot::{Spot, follow, spot};
use super::store::Store;
use super::widgets::notice_bar;
use crate::app::select::{fetch, map};
use crate::app::{Action, Given, Part, Screen, Sheet, share};
use crate::atlas::{Msg, Text};
use std::rc::Rc;
use yew::prelude::*;

/// The properties of the widget.
#[derive(Properties, PartialEq, Clone)]
pub struct RootProps {
    /// The widget's state.
    pub store: Store,
    /// What all ids in the page begin with, so that two widgets do not clash.
    #[prop_or(AttrValue::Static("rpe"))]
    pub prefix: AttrValue,
    /// What this page offers; all by default.
    #[prop_or_default]
    pub features: Features,
}

/// What a page offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Features {
    /// Finding muscles.
    pub explore: bool,
    /// The plan and the timer.
    pub massage: bool,
    /// The diary.
    pub diary: bool,
    /// Handing out links, and opening them.
    pub share: bool,
    /// Printing the plan.
    pub print: bool,
}

impl Features {
    /// The first room on offer.
    pub fn first(self) -> Option<Screen> {
        let rooms = [(self.explore, Screen::Find), (self.massage, Screen::Massage), (self.diary, Screen::Day)];
        rooms.into_iter().find(|(on, _)| *on).map(|(_, room)| room)
    }
    /// Whether a room is on offer.
    pub fn offers(self, room: Screen) -> bool {
        match room {
            Screen::Find => self.explore,
            Screen::Massage => self.massage,
            Screen::Day => self.diary,
        }
    }
}

impl Default for Features {
    fn default() -> Self {
        Features { explore: true, massage: true, diary: true, share: true, print: true }
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
    /// What is on offer.
    pub features: Features,
}

impl Scene {
    /// A callback that lets something happen. It takes the action and not what makes it: a closure for each button
    /// would be a function for each button.
    pub fn on<E>(&self, action: Action) -> Callback<E> {
        self.again(Rc::new(action))
    }
    /// The same with an action that others hold as well.
    pub fn again<E>(&self, action: Rc<Action>) -> Callback<E> {
        let store = self.store.clone();
        Callback::from(move |_| {
            store.touch();
            store.again(action.clone());
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

/// The widget. Draws itself again whenever the store says that something changed.
pub struct Root {
    spot: Spot,
    had_focus: bool,
    /// Whether a link is shown, to be copied by hand.
    link: bool,
}

impl Component for Root {
    type Message = ();
    type Properties = RootProps;

    fn create(ctx: &Context<Self>) -> Self {
        let (store, link) = (&ctx.props().store, ctx.link().clone());
        store.on_change(Some(Rc::new(move || link.send_message(()))));
        Root { spot: spot(&store.state()), had_focus: false, link: false }
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
        let state = store.state();
        if state.run.far && state.live().is_some() {
            store.ports().layout.raise(".rpe-far");
        }
        let link = state.handed.is_some() && matches!(share::given(&state), Some(Given::Shown(_)));
        if link && !std::mem::replace(&mut self.link, link) {
            return focus.to(&["[data-act=link]"]);
        }
        self.link = link;
        let lost = if std::mem::take(&mut self.had_focus) { !focus.inside() } else { pressed && before != self.spot };
        if !lost {
            return;
        }
        follow(focus.as_ref(), before, self.spot);
    }

    fn destroy(&mut self, ctx: &Context<Self>) {
        ctx.props().store.on_change(None);
    }
}

fn widget(props: &RootProps) -> Html {
    let store = props.store.clone();
    let state = store.state();
    let scene = Scene { store, text: state.text.clone(), prefix: props.prefix.clone(), features: props.features };
    let gate = gate_of(&state).is_some();
    let over = state.screen == Screen::Massage && (state.finished.is_some() || state.is_in_doubt());
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
    let running = state.live().is_some() || state.run.found.is_some() || state.run.away.is_some();
    let map = model.map(|model| {
        let (atlas, scene) = (AtlasRef(state.atlas.clone()), scene.clone());
        let drawing = DrawingRef(state.drawing(model.view).cloned());
        let waiting =
            fetch::wanted(&state).iter().any(|p| matches!(p, Part::Drawing(v) | Part::Deeper(v) if *v == model.view));
        component::<BodyMap>(BodyMapProps { model, drawing, waiting, sides: state.sides, atlas, running, scene })
    });
    let room = component::<Room>(RoomProps { scene: scene.clone(), state: StateRef(state.clone()) });
    let disclaimer = el("slot").attr("name", "disclaimer").text(scene.say(Msg::AboutDisclaimer));
    let paper = match &state.sheet {
        Sheet::Out(date) => Some(sheet_panel(&scene, &state, date)),
        Sheet::Diary(date) => Some(report_page(&scene, &state, date)),
        _ => None,
    };
    div("rpe")
        .class(class)
        .class_if(paper.is_some(), "rpe-printing")
        .class_if(state.run.far && state.live().is_some(), "rpe-afar")
        .attr("lang", scene.text.lang().to_owned())
        .child_if(!gate, || tabs(&scene, state.screen, running))
        .child(notice_bar(&scene, state.notice, !state.book.records().is_empty()))
        .child(div("rpe-body").child(map.unwrap_or_default()).child(room))
        .child(el("p").class("rpe-disclaimer").child(disclaimer))
        .children(paper)
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
