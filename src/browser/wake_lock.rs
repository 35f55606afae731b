//! Keeps the screen on through the Screen Wake Lock API, where there is one. The browser lets go of it when
//! the page is hidden; it is asked for again when the page comes back, because the session wakes then.
use super::reflect::{call, get};
use crate::ports::WakeLock;
use js_sys::Promise;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

type Slot = Rc<RefCell<State>>;

#[derive(Default)]
struct State {
    wanted: bool,
    asking: bool,
    lock: Option<JsValue>,
}

/// The keeper of the screen.
#[derive(Default)]
pub struct Screen {
    state: Slot,
}

fn release(lock: &JsValue) {
    // A lock the browser has let go of already does not mind.
    let _ = call(lock, "release", &JsValue::UNDEFINED);
}

fn held(state: &State) -> bool {
    state.lock.as_ref().is_some_and(|l| get(l, "released").is_some_and(|r| r.is_falsy()))
}

fn ask(slot: &Slot) {
    let Some(navigator) = web_sys::window().and_then(|w| get(&w, "navigator")) else { return };
    let promise = get(&navigator, "wakeLock").and_then(|keeper| call(&keeper, "request", &"screen".into()));
    let Some(promise) = promise.and_then(|p| p.dyn_into::<Promise>().ok()) else { return };
    slot.borrow_mut().asking = true;
    let slot = slot.clone();
    spawn_local(async move {
        let granted = JsFuture::from(promise).await;
        let mut state = slot.borrow_mut();
        state.asking = false;
        match granted {
            Ok(lock) if state.wanted => state.lock = Some(lock),
            Ok(lock) => release(&lock),
            // Refused (low battery, hidden page): the session runs on, the screen may sleep.
            Err(_) => {}
        }
    });
}

impl WakeLock for Screen {
    fn keep_on(&self, on: bool) {
        let mut state = self.state.borrow_mut();
        state.wanted = on;
        if !on {
            if let Some(lock) = state.lock.take() {
                release(&lock);
            }
            return;
        }
        let ready = !held(&state) && !state.asking;
        drop(state);
        if ready {
            ask(&self.state);
        }
    }
}
