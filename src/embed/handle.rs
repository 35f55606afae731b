//! One widget, held by its element. Dropping the handle takes the widget down and releases all it held.
use super::error::{out_of_range, wrong_type};
use super::known::Known;
use super::told::told;
use super::wire;
use crate::app::select::fetch::wanted;
use crate::app::wish::{APART, Wish, wish};
use crate::app::{Action, Choice, Part, Program, Screen, Sides, State};
use crate::atlas::guide;
use crate::atlas::{Text, bundle};
use crate::browser::seat::Seat;
use crate::browser::{Keep, ports};
use crate::ui::root::{Features, RootProps};
use crate::ui::{Event, Store, WeakStore};
use js_sys::Function;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::Element;

/// A mounted widget.
#[wasm_bindgen]
pub struct Handle {
    pub(super) store: Store,
    known: Known,
    pub(super) features: Features,
    seat: Option<Seat>,
}

fn text(interface: &[u8], names: &[u8]) -> Result<Text, JsValue> {
    Text::unpack(interface, names).ok_or_else(|| out_of_range("language", "", "one of this build"))
}

fn features(names: &str) -> Features {
    let has = |name| names.split(APART).any(|n| n == name);
    let wanted = Features {
        explore: has("explore"),
        massage: has("massage"),
        diary: has("diary"),
        share: has("share"),
        print: has("print"),
    };
    // A widget without any room would be an empty box.
    if wanted.first().is_some() { wanted } else { Features::default() }
}

/// Makes a widget, in an element of its own: see [`Handle::place`].
///
/// `known` is the atlas, `interface` and `names` a language of it, packed by this build, `prefix` makes ids unique in the page, `keep` is `local` or
/// `none`, `key` the namespace of what is kept, `wanted` the features, `host` is called with an event's name and detail.
///
/// # Errors
/// RangeError when the language is not one of this build.
#[wasm_bindgen]
#[allow(clippy::too_many_arguments, reason = "a plain list crosses the border with the least code")]
pub fn mount(
    known: &Known,
    interface: &[u8],
    names: &[u8],
    prefix: String,
    keep: &str,
    key: &str,
    wanted: &str,
    host: Function,
) -> Result<Handle, JsValue> {
    let text = text(interface, names)?;
    let mut seat = Seat::take().ok_or_else(|| wrong_type("the explorer", "in a page"))?;
    let keep = if keep == "none" { Keep::None } else { Keep::Local };
    let mut state = State::new(known.atlas(), Rc::new(text));
    state.program = Program::Half;
    // The store tells the host through a slot, because the host's words need the store; weakly, or neither would go.
    let slot: Rc<RefCell<Option<WeakStore>>> = Rc::default();
    let speaker = slot.clone();
    let tell = move |event: Event| {
        let store = speaker.borrow().as_ref().and_then(WeakStore::get);
        if let Some(store) = store {
            told(&host, &store, event);
        }
    };
    let store = Store::new(state, ports(keep, seat.place()), key, Rc::new(tell));
    *slot.borrow_mut() = Some(store.weak());
    let features = features(wanted);
    if let Some(room) = features.first().filter(|room| *room != Screen::default()) {
        store.dispatch(Action::Show(room));
    }
    let props = RootProps { store: store.clone(), prefix: prefix.into(), features };
    seat.fill(props);
    Ok(Handle { store, known: known.clone(), features, seat: Some(seat) })
}

#[wasm_bindgen]
impl Handle {
    /// The element that the widget stands in. Not in the page until somebody puts it there; after the widget, another one
    /// may stand in it.
    #[wasm_bindgen(getter)]
    pub fn place(&self) -> Option<Element> {
        self.seat.as_ref().map(Seat::place)
    }

    /// An attribute of the element changed. Gives the allowed values when this one is not among them.
    pub fn set(&self, name: &str, value: Option<String>) -> Option<String> {
        match wish(&self.store.state(), name, value.as_deref()) {
            Wish::Do(actions) => {
                actions.into_iter().for_each(|a| self.store.dispatch(a));
                None
            }
            Wish::Refuse(allowed) => Some(allowed),
        }
    }

    /// Speaks another language from now on.
    ///
    /// # Errors
    /// RangeError when the pack is not one of this build.
    pub fn speak(&self, interface: &[u8], names: &[u8], later: &[u8]) -> Result<(), JsValue> {
        self.store.dispatch(Action::Speak(Rc::new(text(interface, names)?.with_later(later))));
        Ok(())
    }

    /// The names of the parts that are missing, the most urgent first, with spaces between.
    pub fn wants(&self) -> String {
        wanted(&self.store.state()).into_iter().map(Part::name).collect::<Vec<_>>().join(" ")
    }

    /// A missing part has come. Bytes that are not of this build change nothing.
    pub fn learn(&self, name: &str, bytes: &[u8]) {
        match Part::parse(name) {
            Some(part @ (Part::Drawing(_) | Part::Deeper(_))) => {
                if let Some(drawing) = self.known.drawing(part, bytes) {
                    self.store.dispatch(Action::Draw(part, drawing));
                }
            }
            Some(Part::Prose) => {
                if let Some(prose) = bundle::unpack_prose(bytes) {
                    self.store.dispatch(Action::Read(Rc::new(prose)));
                }
            }
            Some(Part::Library) => {
                if let Some(library) = self.known.library(bytes) {
                    self.store.dispatch(Action::Lend(library));
                }
            }
            Some(Part::Program) => {
                let text = self.store.state().text.with_later(bytes);
                self.store.dispatch(Action::Speak(Rc::new(text)));
                self.store.complete();
            }
            None => {}
        }
    }

    /// Selects, like a tap would.
    ///
    /// # Errors
    /// TypeError or RangeError naming the field; then nothing is selected.
    pub fn select(&self, wanted: &JsValue) -> Result<(), JsValue> {
        wire::object(wanted, "selection")?;
        let state = self.store.state();
        let atlas = state.atlas.clone();
        let mut actions = Vec::new();
        let mut legs = state.sides;
        // The legs first: the regions are meant on them.
        if let Some(side) = wire::field(wanted, "side") {
            legs = wire::sides(&side, "side")?;
            actions.push(Action::SetSides(legs));
        }
        if let Some(regions) = wire::field(wanted, "regions") {
            actions.push(Action::Hurts(wire::marks(&atlas, &regions, "regions", legs)?));
        }
        if let Some(muscle) = wire::field(wanted, "muscle") {
            actions.push(Action::Choose(Some(Choice::Muscle(wire::muscle(&atlas, &muscle, "muscle")?))));
        }
        if let Some(point) = wire::field(wanted, "point") {
            actions.push(Action::Choose(Some(Choice::Point(wire::point(&atlas, &point, "point")?))));
        }
        if actions.is_empty() {
            return Err(wrong_type("selection", "an object with regions, muscle, point or side"));
        }
        actions.into_iter().for_each(|a| self.store.dispatch(a));
        Ok(())
    }

    /// Ranks points for marks, without selecting anything.
    ///
    /// # Errors
    /// TypeError or RangeError naming the entry.
    pub fn rank(&self, marks: &JsValue) -> Result<JsValue, JsValue> {
        let state = self.store.state();
        let marks = wire::marks(&state.atlas, marks, "marks", Sides::Both)?;
        let ranked = guide::rank(&state.atlas, &guide::Case::of(&marks));
        let rows: Vec<wire::RankOut> = ranked.iter().map(|r| wire::ranked(&state, r)).collect();
        Ok(wire::to_js(&rows))
    }

    /// Starts a session with a plan, or with the plan as it stands. The red-flag check comes first if it
    /// was not passed on this device.
    ///
    /// # Errors
    /// TypeError or RangeError naming the field.
    #[wasm_bindgen(js_name = startSession)]
    pub fn start_session(&self, plan: &JsValue) -> Result<(), JsValue> {
        let routine =
            if plan.is_undefined() || plan.is_null() { None } else { Some(wire::routine(&self.store.state(), plan)?) };
        self.store.ports().sound.unlock();
        self.store.dispatch(Action::Show(Screen::Massage));
        self.store.dispatch(Action::Start(routine, self.store.moment()));
        Ok(())
    }

    /// Stands still.
    pub fn pause(&self) {
        self.store.dispatch(Action::Pause(self.store.moment()));
    }
    /// Goes on.
    pub fn resume(&self) {
        self.store.ports().sound.unlock();
        self.store.dispatch(Action::Resume(self.store.moment()));
    }
    /// On to the next point.
    pub fn next(&self) {
        self.store.dispatch(Action::Next(self.store.moment()));
    }
    /// Back to the one before.
    pub fn previous(&self) {
        self.store.dispatch(Action::Previous(self.store.moment()));
    }
    /// Ends the session.
    pub fn stop(&self) {
        self.store.dispatch(Action::Stop(self.store.moment()));
    }

    /// The session now, or null.
    pub fn session(&self) -> JsValue {
        let state = self.store.state();
        let now = self.store.ports().clock.now();
        match &state.session {
            Some(session) => wire::session(&state.atlas, session, now),
            None => JsValue::NULL,
        }
    }
}

impl Drop for Handle {
    fn drop(&mut self) {
        // What was pressed so far is kept, also when the page takes the element away.
        if self.store.whole() {
            self.store.dispatch(Action::Stop(self.store.moment()));
        }
        self.store.release();
        if let Some(seat) = self.seat.take() {
            seat.leave();
        }
    }
}
