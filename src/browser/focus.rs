//! The focus within the element's shadow root.
use crate::ports::Focus;
use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

/// The widget's own element.
pub struct Within(pub Element);

impl Within {
    fn active(&self) -> JsValue {
        Reflect::get(&self.0.get_root_node(), &"activeElement".into()).unwrap_or(JsValue::NULL)
    }
}

impl Focus for Within {
    fn inside(&self) -> bool {
        self.active().dyn_ref::<Element>().is_some_and(|element| self.0.contains(Some(element)))
    }

    fn typed(&self) -> String {
        Reflect::get(&self.active(), &"value".into()).ok().and_then(|value| value.as_string()).unwrap_or_default()
    }

    fn to(&self, selectors: &[&str]) {
        let found = selectors.iter().find_map(|s| self.0.query_selector(s).ok().flatten());
        let Some(element) = found else { return };
        if element.tag_name().starts_with('H') {
            // A heading can be read from, but not reached by Tab.
            let _ = element.set_attribute("tabindex", "-1");
        }
        if let Some(focus) = Reflect::get(&element, &"focus".into()).ok().and_then(|f| f.dyn_into::<Function>().ok()) {
            // A browser that refuses leaves the focus where it is.
            let _ = focus.call0(&element);
        }
    }
}
