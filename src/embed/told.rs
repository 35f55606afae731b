//! What the host hears. The selection is told from the first tap on, so it is made without the rest of what crosses the
//! border.
use super::wire;
use crate::app::{Choice, State};
use crate::ui::{Event, Store};
use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::JsValue;

fn emit(host: &Function, name: &str, detail: &JsValue) {
    // What a host's listener throws is the host's; the element reports it.
    let _ = host.call2(&JsValue::NULL, &name.into(), detail);
}

/// A plain object with these fields.
pub fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let out = Object::new();
    for (name, value) in fields {
        // A fresh plain object takes any field.
        let _ = Reflect::set(&out, &(*name).into(), value);
    }
    out.into()
}

/// A name, or null.
fn name(name: Option<String>) -> JsValue {
    name.map_or(JsValue::NULL, JsValue::from)
}

/// What is selected, as the host sees it.
fn selection(state: &State) -> JsValue {
    let point = match state.choice {
        Some(Choice::Point(point)) => Some(state.atlas.point_name(point)),
        _ => None,
    };
    let regions: Array = state.sore().into_iter().map(|r| JsValue::from(state.atlas.region_name(r))).collect();
    object(&[
        ("regions", regions.into()),
        ("muscle", name(state.muscle().map(|m| state.atlas.muscle_name(m).to_owned()))),
        ("point", name(point)),
        ("side", state.sides.name().into()),
    ])
}

/// Tells the host what happened.
pub fn told(host: &Function, store: &Store, event: Event) {
    match event {
        Event::Select { .. } => emit(host, "rpe-select", &selection(&store.state())),
        Event::Session(Some(session)) => {
            let now = store.ports().clock.now();
            emit(host, "rpe-session", &wire::session(&store.state().atlas, &session, now));
        }
        Event::Session(None) => {}
        Event::Want => emit(host, "want", &JsValue::NULL),
        Event::Print(out) => emit(host, "print", &out.into()),
        Event::Entry(entry) => emit(host, "rpe-entry", &wire::entry(&entry)),
    }
}
