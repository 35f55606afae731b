//! Errors a caller can act on: which field, what is wrong, what would be right.
use wasm_bindgen::JsValue;

/// The value is of the wrong kind.
pub fn wrong_type(field: &str, wanted: &str) -> JsValue {
    js_sys::TypeError::new(&[field, " must be ", wanted].concat()).into()
}

/// The value is of the right kind, but not one there is.
pub fn out_of_range(field: &str, got: &str, wanted: &str) -> JsValue {
    js_sys::RangeError::new(&[field, ": \"", got, "\" is not ", wanted].concat()).into()
}
