//! The browser's vibration: Android only, and not in a frame of another site.
use super::reflect::{call, get};
use crate::ports::Haptics;
use js_sys::Array;
use wasm_bindgen::JsValue;

/// The browser's vibration.
pub struct Buzz;

fn navigator() -> Option<JsValue> {
    get(&web_sys::window()?.into(), "navigator")
}

impl Haptics for Buzz {
    fn shake(&self, pattern: &[u32]) {
        let pattern: Array = pattern.iter().map(|ms| JsValue::from(*ms)).collect();
        // Before the first tap a browser refuses, and complains in the console.
        let touched = |navigator: &JsValue| get(navigator, "userActivation").and_then(|a| get(&a, "hasBeenActive"));
        if let Some(navigator) = navigator().filter(|n| touched(n).is_none_or(|yes| yes.is_truthy())) {
            call(&navigator, "vibrate", &pattern);
        }
    }

    fn able(&self) -> bool {
        navigator().is_some_and(|navigator| get(&navigator, "vibrate").is_some())
    }
}
