//! A place of the widget's own inside of an element of somebody's page: a shadow root, into which no style of the page
//! comes, with the widget's style in it.
use super::reflect::{call, get};
use js_sys::{Array, Reflect};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use web_sys::{CssStyleSheet, Element, ShadowRoot, ShadowRootInit, ShadowRootMode};
use yew::NodeRef;

#[wasm_bindgen(module = "/www/out.js")]
extern "C" {
    #[wasm_bindgen(js_name = onPaper)]
    fn on_paper(element: &Element, on: bool);
}

thread_local! {
    /// One sheet serves all widgets of a page.
    static SHEET: RefCell<Option<CssStyleSheet>> = const { RefCell::new(None) };
}

fn sheet(css: &str) -> Option<CssStyleSheet> {
    SHEET.with_borrow_mut(|kept| {
        if kept.is_none() {
            let made = CssStyleSheet::new().ok()?;
            made.replace_sync(css).ok()?;
            *kept = Some(made);
        }
        kept.clone()
    })
}

fn root(host: &Element) -> Option<ShadowRoot> {
    host.shadow_root().or_else(|| host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).ok())
}

/// An element of the page with a widget's place in it.
pub struct Stage {
    host: Element,
    place: Element,
}

impl Stage {
    /// A widget's place inside of an element of the page, over what stood there, with a style sheet for it. None where the
    /// browser gives no shadow root or no constructable sheet: then what the element holds stays to be seen.
    pub fn new(host: &NodeRef, css: &str, place: Element) -> Option<Self> {
        let host = host.cast::<Element>()?;
        let (root, sheet) = (root(&host)?, sheet(css)?);
        // A root just made takes any sheet of its own document.
        let _ = Reflect::set(&root, &"adoptedStyleSheets".into(), &Array::of1(&sheet));
        root.append_child(&place).ok()?;
        Some(Stage { host, place })
    }

    /// `auto`, `light` or `dark`.
    pub fn theme(&self, theme: &str) {
        let theme = if matches!(theme, "light" | "dark") { theme } else { "auto" };
        // A `data-` attribute can be set on any element.
        let _ = self.place.set_attribute("data-theme", theme);
    }

    /// Takes the page around the element off the paper while the widget's sheet is printed, or gives it back.
    pub fn paper(&self, on: bool) {
        on_paper(&self.host, on);
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.paper(false);
    }
}

/// A warning to whoever writes the page.
pub fn warn(text: &str) {
    if let Some(console) = get(&js_sys::global(), "console") {
        call(&console, "warn", &text.into());
    }
}
