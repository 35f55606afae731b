//! Where things lie, as the browser laid them out.
use super::reflect::call;
use crate::ports::{Layout, Timer};
use js_sys::Reflect;
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, ResizeObserver};

/// The widget's own element.
pub struct Within(pub Element);

/// An observer that is called off when dropped.
struct Watching {
    observer: Rc<OnceCell<ResizeObserver>>,
    #[allow(dead_code, reason = "held as long as the browser may call it")]
    told: Closure<dyn FnMut()>,
    #[allow(dead_code, reason = "held so that dropping it calls it off")]
    due: Rc<RefCell<Option<Framed>>>,
}

impl Timer for Watching {}

impl Drop for Watching {
    fn drop(&mut self) {
        self.observer.get().inspect(|own| own.disconnect());
    }
}

/// A call before the next picture, called off when dropped.
struct Framed {
    id: Option<i32>,
    #[allow(dead_code, reason = "held as long as the browser may call it")]
    call: Closure<dyn FnMut()>,
}

impl Timer for Framed {}

impl Drop for Framed {
    fn drop(&mut self) {
        if let (Some(window), Some(id)) = (web_sys::window(), self.id) {
            // One that was called already is called off in vain.
            let _ = window.cancel_animation_frame(id);
        }
    }
}

/// Calls before the next picture.
fn framed(call: Box<dyn FnOnce()>) -> Framed {
    let mut call = Some(call);
    let call = Closure::<dyn FnMut()>::new(move || call.take().into_iter().for_each(|call| call()));
    let ask = |window: web_sys::Window| window.request_animation_frame(call.as_ref().unchecked_ref()).ok();
    let id = web_sys::window().and_then(ask);
    Framed { id, call }
}

/// Width and height in pixels.
fn size(element: &Element) -> (f64, f64) {
    let place = element.get_bounding_client_rect();
    (place.width(), place.height())
}

struct Never;
impl Timer for Never {}

impl Layout for Within {
    fn place(&self, selector: &str) -> Option<[f64; 4]> {
        let place = self.0.query_selector(selector).ok().flatten()?.get_bounding_client_rect();
        let (width, height) = (place.width(), place.height());
        // What is not laid out yet has no place.
        (width > 0.0 && height > 0.0).then(|| [place.left(), place.top(), width, height])
    }

    fn watch(&self, call: Box<dyn Fn()>) -> Box<dyn Timer> {
        let (element, call): (_, Rc<dyn Fn()>) = (self.0.clone(), call.into());
        let (due, observer) = <(Rc<RefCell<Option<Framed>>>, Rc<OnceCell<ResizeObserver>>)>::default();
        let (next, own, mut seen) = (due.clone(), observer.clone(), None);
        // Who changes sizes while the browser tells of some makes it tell the page of an error. So the answer comes one
        // picture later, and until then nobody watches: the page itself may change this size once more.
        let told = Closure::<dyn FnMut()>::new(move || {
            // Whoever begins to watch is told once.
            let now = size(&element);
            if seen.replace(now) != Some(now) {
                own.get().inspect(|own| own.disconnect());
                let (element, call, own) = (element.clone(), call.clone(), own.clone());
                *next.borrow_mut() = Some(framed(Box::new(move || {
                    call();
                    own.get().inspect(|own| own.observe(&element));
                })));
            }
        });
        match ResizeObserver::new(told.as_ref().unchecked_ref()) {
            Ok(new) => {
                observer.get_or_init(|| new).observe(&self.0);
                Box::new(Watching { observer, told, due })
            }
            // Without one, sizes are taken when something happens on the map.
            Err(_) => Box::new(Never),
        }
    }

    fn frame(&self, call: Box<dyn FnOnce()>) -> Box<dyn Timer> {
        Box::new(framed(call))
    }

    fn coalesces(&self) -> bool {
        // Older browsers, and pages that did not come over a safe connection, have no such thing.
        let events = Reflect::get(&js_sys::global(), &"PointerEvent".into());
        let kind = events.and_then(|events| Reflect::get(&events, &"prototype".into()));
        kind.and_then(|kind| Reflect::has(&kind, &"getCoalescedEvents".into())).unwrap_or(false)
    }

    fn hold(&self, selector: &str, finger: i32) {
        if let Some(element) = self.0.query_selector(selector).ok().flatten() {
            // One that is lifted already cannot be held.
            let _ = element.set_pointer_capture(finger);
        }
    }

    fn raise(&self, selector: &str) {
        // Shown already, or unknown to the browser: then it fills the widget.
        if let Some(element) = self.0.query_selector(selector).ok().flatten() {
            call(&element, "showPopover", &JsValue::UNDEFINED);
        }
    }

    fn typed(&self, selector: &str) -> Option<String> {
        let field = self.0.query_selector(selector).ok().flatten()?;
        Reflect::get(&field, &"value".into()).ok()?.as_string()
    }
}
