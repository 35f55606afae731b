//! The explorer as a component for Yew hosts. It stands in a shadow root, as the element does, so that the page's styles
//! and the widget's do not meet; atlas and languages are inside the binary.
mod style;

use crate::app::wish::{Wish, wish};
use crate::app::{Action, Choice, Part, Screen, State};
use crate::atlas::{Atlas, Drawing, Library, View, bundle};
use crate::browser::seat::Seat;
use crate::browser::stage::{Stage, warn};
use crate::browser::{self, Keep};
use crate::diary::Entry;
use crate::session::Session;
use crate::ui::root::{Features, RootProps};
use crate::ui::{Event, Store, WeakStore};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use style::STYLE;
use yew::prelude::*;

/// The properties. Those that are text take what the element's attributes of the same name take (docs/EMBEDDING.md); they
/// may change at any time. An unknown value is ignored, with a warning in the console that names the allowed ones.
#[derive(Properties, PartialEq, Clone)]
pub struct ExplorerProps {
    /// Region or group ids, separated by spaces.
    #[prop_or_default]
    pub region: Option<AttrValue>,
    /// A muscle id.
    #[prop_or_default]
    pub muscle: Option<AttrValue>,
    /// `left`, `right` or `both`.
    #[prop_or_default]
    pub side: Option<AttrValue>,
    /// A view id.
    #[prop_or_default]
    pub view: Option<AttrValue>,
    /// `explore`, `massage` or `day`.
    #[prop_or_default]
    pub mode: Option<AttrValue>,
    /// A BCP 47 tag: the nearest language there is; English for others.
    #[prop_or(AttrValue::Static("en"))]
    pub lang: AttrValue,
    /// `auto`, `light` or `dark`.
    #[prop_or(AttrValue::Static("auto"))]
    pub theme: AttrValue,
    /// Seconds per point, 10 to 120. Without it, what the person set, or 45.
    #[prop_or_default]
    pub hold: Option<u16>,
    /// Rounds, 1 to 5. Without it, what the person set, or 2.
    #[prop_or_default]
    pub rounds: Option<u16>,
    /// Massages a day, 1 to 12. Without it, what the person set, or 3.
    #[prop_or_default]
    pub per_day: Option<u16>,
    /// What is on offer. Read when the component is made.
    #[prop_or_default]
    pub features: Features,
    /// Where things are kept. Read when the component is made.
    #[prop_or_default]
    pub storage: Keep,
    /// The namespace of what is kept. Read when the component is made.
    #[prop_or(AttrValue::Static("rpe"))]
    pub storage_key: AttrValue,
    /// Hears what is selected.
    #[prop_or_default]
    pub on_select: Callback<Selected>,
    /// Hears of a session that enters another phase, pauses or goes on; none when it is put away.
    #[prop_or_default]
    pub on_session: Callback<Option<Session>>,
    /// Hears what is written to the diary.
    #[prop_or_default]
    pub on_entry: Callback<Rc<Entry>>,
    /// What stands in its place while the page is rendered on a server.
    #[prop_or_default]
    pub children: Children,
}

/// What is selected, by the ids of the atlas.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selected {
    /// The regions that are marked as painful.
    pub regions: Vec<String>,
    /// The muscle that is looked at.
    pub muscle: Option<String>,
    /// The point that is looked at, as in `soleus.1`.
    pub point: Option<String>,
    /// `left`, `right` or `both`.
    pub side: &'static str,
}

/// What is unpacked once for all of a page.
#[derive(Clone)]
struct Known {
    atlas: Rc<Atlas>,
    drawings: Vec<(View, Rc<Drawing>)>,
    library: Rc<Library>,
}

thread_local! {
    static KNOWN: RefCell<Option<Known>> = const { RefCell::new(None) };
    static COUNT: Cell<u32> = const { Cell::new(0) };
}

fn known() -> Known {
    let unpack = || Known {
        atlas: Rc::new(bundle::built_in()),
        drawings: View::ALL.iter().map(|view| (*view, Rc::new(bundle::drawing(*view)))).collect(),
        library: Rc::new(bundle::library()),
    };
    KNOWN.with_borrow_mut(|kept| kept.get_or_insert_with(unpack).clone())
}

fn fresh(lang: &str) -> State {
    let Known { atlas, drawings, library } = known();
    let mut state = State::new(atlas, Rc::new(bundle::text(lang)));
    state.drawn = drawings.iter().flat_map(|(view, _)| [Part::Drawing(*view), Part::Deeper(*view)]).collect();
    state.drawings = drawings;
    state.library = Some(library);
    state
}

/// The options as text, in the order in which they are set: later ones may refine what earlier ones selected.
fn options(props: &ExplorerProps) -> [(&'static str, Option<AttrValue>); 8] {
    let number = |n: Option<u16>| n.map(|n| AttrValue::from(n.to_string()));
    [
        ("hold", number(props.hold)),
        ("rounds", number(props.rounds)),
        ("per-day", number(props.per_day)),
        ("side", props.side.clone()),
        ("region", props.region.clone()),
        ("muscle", props.muscle.clone()),
        ("view", props.view.clone()),
        ("mode", props.mode.clone()),
    ]
}

/// The widget in its shadow root.
struct Live {
    store: Store,
    seat: Option<Seat>,
    stage: Rc<Stage>,
}

impl Live {
    fn new(host: &NodeRef, props: &Rc<RefCell<ExplorerProps>>) -> Option<Self> {
        let mut seat = Seat::take()?;
        let stage = Rc::new(Stage::new(host, STYLE, seat.place())?);
        let own = props.borrow().clone();
        // The store tells the host through a slot, because the host's words need the store; weakly, or neither would go.
        let slot: Rc<RefCell<Option<WeakStore>>> = Rc::default();
        let (speaker, heard, paper) = (slot.clone(), props.clone(), Rc::downgrade(&stage));
        let tell = move |event: Event| {
            let Some(store) = speaker.borrow().as_ref().and_then(WeakStore::get) else { return };
            if let (Event::Print(on), Some(stage)) = (&event, paper.upgrade()) {
                stage.paper(*on);
            }
            // What hears it may change the properties.
            let props = heard.borrow().clone();
            told(&props, &store.state(), event);
        };
        let ports = browser::ports(own.storage, seat.place());
        let store = Store::new(fresh(&own.lang), ports, &own.storage_key, Rc::new(tell));
        *slot.borrow_mut() = Some(store.weak());
        if let Some(room) = own.features.first().filter(|room| *room != Screen::default()) {
            store.dispatch(Action::Show(room));
        }
        let prefix = COUNT.with(|count| count.replace(count.get() + 1));
        let root =
            RootProps { store: store.clone(), prefix: format!("rpe-yew{prefix}").into(), features: own.features };
        seat.fill(root);
        let live = Live { store, seat: Some(seat), stage };
        live.stage.theme(&own.theme);
        options(&own).iter().filter(|(_, value)| value.is_some()).for_each(|option| live.set(option));
        Some(live)
    }

    fn set(&self, (name, value): &(&'static str, Option<AttrValue>)) {
        match wish(&self.store.state(), name, value.as_deref()) {
            Wish::Do(actions) => actions.into_iter().for_each(|action| self.store.dispatch(action)),
            Wish::Refuse(allowed) => {
                let value = value.as_deref().unwrap_or_default();
                warn(&["<Explorer ", name, "=\"", value, "\">: ignored; allowed is ", &allowed].concat());
            }
        }
    }

    fn change(&self, before: &ExplorerProps, now: &ExplorerProps) {
        if before.lang != now.lang {
            self.store.dispatch(Action::Speak(Rc::new(bundle::text(&now.lang))));
        }
        self.stage.theme(&now.theme);
        let changed = options(before).into_iter().zip(options(now)).filter(|(before, now)| before != now);
        changed.for_each(|(_, option)| self.set(&option));
    }
}

impl Drop for Live {
    fn drop(&mut self) {
        // What was pressed so far is kept, also when the page takes the component away.
        self.store.dispatch(Action::Stop(self.store.moment()));
        self.store.release();
        if let Some(seat) = self.seat.take() {
            seat.leave();
        }
    }
}

fn told(props: &ExplorerProps, state: &State, event: Event) {
    match event {
        Event::Select { .. } => props.on_select.emit(Selected {
            regions: state.sore().into_iter().map(|region| state.atlas.region_name(region).to_owned()).collect(),
            muscle: state.muscle().map(|muscle| state.atlas.muscle_name(muscle).to_owned()),
            point: match state.choice {
                Some(Choice::Point(point)) => Some(state.atlas.point_name(point)),
                _ => None,
            },
            side: state.sides.name(),
        }),
        Event::Session(session) => props.on_session.emit(session),
        Event::Entry(entry) => props.on_entry.emit(entry),
        Event::Want | Event::Print(_) => {}
    }
}

/// The explorer. See [`ExplorerProps`].
///
/// ```
/// use referred_pain_explorer::{Explorer, Selected};
/// use yew::prelude::*;
///
/// #[component]
/// fn Page() -> Html {
///     let heard = Callback::from(|selected: Selected| drop(selected.regions));
///     html! { <Explorer region="heel" lang="nl" on_select={heard} /> }
/// }
/// ```
pub struct Explorer {
    host: NodeRef,
    live: Option<Live>,
    // What the widget's events go by: the properties of now.
    props: Option<Rc<RefCell<ExplorerProps>>>,
}

impl Component for Explorer {
    type Message = ();
    type Properties = ExplorerProps;

    fn create(_: &Context<Self>) -> Self {
        Explorer { host: NodeRef::default(), live: None, props: None }
    }

    fn changed(&mut self, ctx: &Context<Self>, before: &ExplorerProps) -> bool {
        if let Some(props) = &self.props {
            *props.borrow_mut() = ctx.props().clone();
        }
        if let Some(live) = &self.live {
            live.change(before, ctx.props());
        }
        before.children != ctx.props().children
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        html! { <div ref={self.host.clone()}>{ctx.props().children.clone()}</div> }
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        if first {
            let props = Rc::new(RefCell::new(ctx.props().clone()));
            self.live = Live::new(&self.host, &props);
            self.props = Some(props);
        }
    }
}
