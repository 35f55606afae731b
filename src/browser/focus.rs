//! The focus within the element's shadow root.
use crate::ports::Focus;
use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

/// The widget's own element.
pub struct Within(pub Element);

impl Focus for Within {
    fn inside(&self) -> bool {
        let root = self.0.get_root_node();
        let active = Reflect::get(&root, &"activeElement".into()).unwrap_or(JsValue::NULL);
        active.dyn_ref::<Element>().is_some_and(|element| self.0.contains(Some(element)))
    }

    fn to(&self, selectors: &[&str]) {
        let found = selectors.iter().find_map(|s| self.0.query_selector(s).ok().flatten());
        let Some(element) = found else { return };
        if element.tag_name().starts_with('H') {
            // A heading can be read from, but not reached by Tab.
            let _ = element.set_attribute("tabindex", "-1");
        }
        let own =
            |method: &str| Reflect::get(&element, &method.into()).ok().and_then(|f| f.dyn_into::<Function>().ok());
        // What is typed into is selected with it.
        for method in ["focus", "select"] {
            // A browser that refuses leaves the focus where it is.
            let _ = own(method).map(|f| f.call0(&element));
        }
    }
}
