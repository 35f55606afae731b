//! The wall clock, and calls in time. A sleeping page calls late; the caller asks the clock again.
use super::reflect::get;
use crate::diary::Day;
use crate::ports::{Clock, Timer};
use crate::session::{Instant, Span};
use gloo_timers::callback::{Interval, Timeout};
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
pub struct Listening {
    call: Closure<dyn FnMut()>,
    on: Vec<(EventTarget, &'static str)>,
}

impl Timer for Listening {}

impl Listening {
    /// Calls on each of these events.
    pub fn new(call: Box<dyn FnMut()>, on: Vec<(EventTarget, &'static str)>) -> Self {
        let call = Closure::wrap(call);
        for (target, event) in &on {
            // A target that refuses a listener is one call less.
            let _ = target.add_event_listener_with_callback(event, call.as_ref().unchecked_ref());
        }
        Listening { call, on }
    }
}

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

    fn minute(&self, at: Instant) -> i64 {
        let date = js_sys::Date::new(&(at.0 as f64).into());
        i64::from(date.get_hours() * 60 + date.get_minutes())
    }

    fn random(&self) -> u32 {
        (js_sys::Math::random() * f64::from(u32::MAX)) as u32
    }

    fn date(&self, at: Instant, lang: &str) -> String {
        let (options, style) = (js_sys::Object::new(), "long");
        // A fresh plain object takes any field.
        let _ = js_sys::Reflect::set(&options, &"dateStyle".into(), &style.into());
        js_sys::Date::new(&(at.0 as f64).into()).to_locale_date_string(lang, &options).into()
    }

    fn calendar(&self, day: &Day, lang: &str) -> String {
        let options = js_sys::Object::new();
        for (field, form) in [("weekday", "short"), ("day", "numeric"), ("month", "short"), ("timeZone", "UTC")] {
            // A fresh plain object takes any field.
            let _ = js_sys::Reflect::set(&options, &field.into(), &form.into());
        }
        let noon = (day.number() as f64 + 0.5) * 86_400_000.0;
        js_sys::Date::new(&noon.into()).to_locale_date_string(lang, &options).into()
    }

    fn after(&self, span: Span, call: Box<dyn FnOnce()>) -> Box<dyn Timer> {
        let wait = span.as_millis().min(LONGEST) as u32;
        Box::new(Held(Timeout::new(wait, call)))
    }

    fn every(&self, span: Span, call: Box<dyn Fn()>) -> Box<dyn Timer> {
        Box::new(Held(Interval::new(span.as_millis().min(LONGEST) as u32, call)))
    }

    fn hidden(&self) -> bool {
        let document = web_sys::window().and_then(|w| w.document());
        document.and_then(|d| get(&d, "hidden")).and_then(|h| h.as_bool()).unwrap_or(false)
    }

    fn on_return(&self, call: Box<dyn Fn()>) -> Box<dyn Timer> {
        let mut on: Vec<(EventTarget, &'static str)> = Vec::new();
        if let Some(window) = web_sys::window() {
            on.extend(window.document().map(|d| (d.into(), "visibilitychange")));
            on.push((window.clone().into(), "pageshow"));
            on.push((window.into(), "focus"));
        }
        Box::new(Listening::new(Box::new(call), on))
    }
}
