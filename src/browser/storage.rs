//! What the browser keeps on this device. Reading it may already throw, in a frame or with strict settings.
use super::reflect::get;
use crate::ports::Timer;
use crate::ports::storage::{Refused, Storage};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// Hears what other tabs change, until it is dropped.
struct Elsewhere(Closure<dyn Fn(JsValue)>);

impl Timer for Elsewhere {}

impl Elsewhere {
    fn new(call: Box<dyn Fn(Option<String>)>) -> Self {
        let hear = move |event: JsValue| call(get(&event, "key").and_then(|key| key.as_string()));
        let own = Elsewhere(Closure::new(hear));
        if let Some(window) = web_sys::window() {
            // Refused, it is one tab that hears of the others only when it is opened anew.
            let _ = window.add_event_listener_with_callback(STORAGE, own.0.as_ref().unchecked_ref());
        }
        own
    }
}

impl Drop for Elsewhere {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            // It was added, so it can be taken off.
            let _ = window.remove_event_listener_with_callback(STORAGE, self.0.as_ref().unchecked_ref());
        }
    }
}

/// The browser's event for it.
const STORAGE: &str = "storage";

/// The browser's local storage.
pub struct Local;

fn local() -> Result<web_sys::Storage, Refused> {
    web_sys::window().and_then(|w| w.local_storage().ok().flatten()).ok_or(Refused)
}

impl Storage for Local {
    fn get(&self, key: &str) -> Result<Option<String>, Refused> {
        local()?.get_item(key).map_err(|_| Refused)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), Refused> {
        local()?.set_item(key, value).map_err(|_| Refused)
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, Refused> {
        let storage = local()?;
        let count = storage.length().map_err(|_| Refused)?;
        let keys = (0..count).filter_map(|i| storage.key(i).ok().flatten());
        Ok(keys.filter(|k| k.starts_with(prefix)).collect())
    }

    fn remove(&self, key: &str) -> Result<(), Refused> {
        local()?.remove_item(key).map_err(|_| Refused)
    }

    fn on_change(&self, call: Box<dyn Fn(Option<String>)>) -> Box<dyn Timer> {
        Box::new(Elsewhere::new(call))
    }

    fn lasting(&self) -> bool {
        true
    }
}
