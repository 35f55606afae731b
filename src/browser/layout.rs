//! Where things lie, as the browser laid them out.
use crate::ports::{Layout, Timer};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, ResizeObserver};

/// The widget's own element.
pub struct Within(pub Element);

/// An observer that is called off when dropped.
struct Watching {
    observer: ResizeObserver,
    #[allow(dead_code, reason = "held as long as the browser may call it")]
    call: Closure<dyn FnMut()>,
}

impl Timer for Watching {}

impl Drop for Watching {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
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
        let call = Closure::<dyn FnMut()>::new(call);
        match ResizeObserver::new(call.as_ref().unchecked_ref()) {
            Ok(observer) => {
                observer.observe(&self.0);
                Box::new(Watching { observer, call })
            }
            // Without one, sizes are taken when something happens on the map.
            Err(_) => Box::new(Never),
        }
    }
}
