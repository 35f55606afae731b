//! Asking objects of the browser for what not every browser has.
use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// A property; none when it is missing, undefined or null.
pub fn get(object: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(object, &name.into()).ok().filter(|v| !v.is_undefined() && !v.is_null())
}

/// What a method gives; none when there is none, or it throws.
pub fn call(object: &JsValue, method: &str, argument: &JsValue) -> Option<JsValue> {
    get(object, method)?.dyn_into::<Function>().ok()?.call1(object, argument).ok()
}
