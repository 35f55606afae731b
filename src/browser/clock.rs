//! The wall clock, and calls in time. A sleeping page calls late; the caller asks the clock again.
use crate::diary::Day;
use crate::ports::{Clock, Timer};
use crate::session::{Instant, Span};
use gloo_timers::callback::{Interval, Timeout};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::EventTarget;

/// The browser's clock.
pub struct Wall;

/// The longest a browser's timer can wait, in milliseconds.
const LONGEST: i64 = 0x7FFF_FFFF;

struct Held<T>(#[allow(dead_code, reason = "held so that dropping it calls it off")] T);
impl<T> Timer for Held<T> {}

/// Event listeners that are taken off when dropped.
struct Listening {
    call: Closure<dyn FnMut()>,
    on: Vec<(EventTarget, &'static str)>,
}

impl Timer for Listening {}

impl Drop for Listening {
    fn drop(&mut self) {
        for (target, event) in &self.on {
            // It was added, so it can be taken off.
            let _ = target.remove_event_listener_with_callback(event, self.call.as_ref().unchecked_ref());
        }
    }
}

impl Clock for Wall {
    fn now(&self) -> Instant {
        Instant(js_sys::Date::now() as i64)
    }

    fn day(&self, at: Instant) -> Day {
        let date = js_sys::Date::new(&(at.0 as f64).into());
        Day::new(date.get_full_year() as u16, date.get_month() as u8 + 1, date.get_date() as u8)
    }

    fn random(&self) -> u32 {
        (js_sys::Math::random() * f64::from(u32::MAX)) as u32
    }

    fn after(&self, span: Span, call: Box<dyn FnOnce()>) -> Box<dyn Timer> {
        let wait = span.as_millis().min(LONGEST) as u32;
        Box::new(Held(Timeout::new(wait, call)))
    }

    fn every(&self, span: Span, call: Box<dyn Fn()>) -> Box<dyn Timer> {
        Box::new(Held(Interval::new(span.as_millis().min(LONGEST) as u32, call)))
    }

    fn on_return(&self, call: Box<dyn Fn()>) -> Box<dyn Timer> {
        let call: Rc<dyn Fn()> = Rc::from(call);
        let closure = Closure::<dyn FnMut()>::new(move || call());
        let mut on: Vec<(EventTarget, &'static str)> = Vec::new();
        if let Some(window) = web_sys::window() {
            on.extend(window.document().map(|d| (d.into(), "visibilitychange")));
            on.push((window.clone().into(), "pageshow"));
            on.push((window.into(), "focus"));
        }
        for (target, event) in &on {
            // A target that refuses a listener is one wake less; the timer itself still comes.
            let _ = target.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
        }
        Box::new(Listening { call: closure, on })
    }
}
