//! The browser's media session, where there is one: title and keys on the lock screen and on headsets.
use super::reflect::{call, get};
use crate::app::select::timer::Shown;
use crate::ports::Media;
use crate::ports::media::Key;
use js_sys::{Array, Function, Object, Reflect};
use std::cell::RefCell;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// The lock screen.
#[derive(Default)]
pub struct LockScreen {
    // Held for as long as the browser may call them.
    keys: RefCell<Option<Keys>>,
}

type Keys = Closure<dyn Fn(JsValue)>;

const KEYS: [(&str, Key); 5] = [
    ("play", Key::Play),
    ("pause", Key::Pause),
    ("nexttrack", Key::Next),
    ("previoustrack", Key::Previous),
    ("stop", Key::Stop),
];

fn set(object: &JsValue, name: &str, value: &JsValue) {
    // What a browser does not take, it does not show.
    let _ = Reflect::set(object, &name.into(), value);
}

/// Gives every key this handler, or none. A key the browser does not know is left alone.
fn hand_out(session: &JsValue, handler: &JsValue) {
    let Some(give) = get(session, "setActionHandler").and_then(|give| give.dyn_into::<Function>().ok()) else { return };
    for (name, _) in KEYS {
        let _ = give.call2(session, &name.into(), handler);
    }
}

fn metadata(window: &JsValue, shown: &Shown) -> Option<JsValue> {
    let class: Function = get(window, "MediaMetadata")?.dyn_into().ok()?;
    let fields = Object::new();
    set(&fields, "title", &shown.title.as_str().into());
    set(&fields, "artist", &shown.line.as_str().into());
    Reflect::construct(&class, &Array::of1(&fields)).ok()
}

impl Media for LockScreen {
    fn show(&self, what: Option<&Shown>, press: Box<dyn Fn(Key)>) {
        let Some(window) = web_sys::window() else { return };
        let Some(session) = get(&window, "navigator").and_then(|navigator| get(&navigator, "mediaSession")) else {
            return;
        };
        let mut keys = self.keys.borrow_mut();
        let Some(shown) = what else {
            // Another widget's, or the page's own, is left alone.
            if keys.take().is_some() {
                hand_out(&session, &JsValue::NULL);
                set(&session, "metadata", &JsValue::NULL);
                set(&session, "playbackState", &"none".into());
            }
            return;
        };
        if keys.is_none() {
            let hear = move |event: JsValue| {
                let name = get(&event, "action").and_then(|name| name.as_string());
                let key = KEYS.into_iter().find(|(own, _)| Some(*own) == name.as_deref());
                key.into_iter().for_each(|(_, key)| press(key));
            };
            let closure: Keys = Closure::new(hear);
            hand_out(&session, closure.as_ref());
            *keys = Some(closure);
        }
        set(&session, "metadata", &metadata(&window, shown).unwrap_or(JsValue::NULL));
        set(&session, "playbackState", &if shown.running { "playing" } else { "paused" }.into());
    }
}

impl Drop for LockScreen {
    fn drop(&mut self) {
        let session = web_sys::window().and_then(|w| get(&w, "navigator")).and_then(|n| get(&n, "mediaSession"));
        if let (Some(session), Some(_)) = (session, self.keys.borrow_mut().take()) {
            hand_out(&session, &JsValue::NULL);
            call(&session, "setPositionState", &JsValue::UNDEFINED);
        }
    }
}
