//! Records by the browser's own JSON. Reads field by field and takes nothing on trust: a record may be anything that
//! another program, another version or a person left under our key.
use crate::app::prefs::{self, Prefs};
use crate::diary::entry::VERSION;
use crate::diary::{Day, Entry, EntryStep};
use crate::ports::Records;
use js_sys::{Array, JSON, Reflect};
use serde::Serialize;
use wasm_bindgen::JsValue;

/// The browser's reader and writer.
pub struct Json;

fn write(value: &impl Serialize) -> String {
    let plain = serde_wasm_bindgen::Serializer::json_compatible();
    let value = value.serialize(&plain).unwrap_or(JsValue::NULL);
    JSON::stringify(&value).map(String::from).unwrap_or_default()
}

fn field(object: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(object, &name.into()).ok()
}

fn text(object: &JsValue, name: &str) -> Option<String> {
    field(object, name)?.as_string()
}

/// A whole number that JavaScript holds exactly.
fn whole(object: &JsValue, name: &str) -> Option<i64> {
    let number = field(object, name)?.as_f64()?;
    (number.trunc() == number && number.abs() < 9e15).then_some(number as i64)
}

fn flag(object: &JsValue, name: &str) -> Option<bool> {
    field(object, name)?.as_bool()
}

fn step(value: &JsValue) -> Option<EntryStep> {
    let held = u32::try_from(whole(value, "held")?).ok()?;
    Some(EntryStep { point: text(value, "point")?, side: text(value, "side")?, held })
}

impl Records for Json {
    fn write_entry(&self, entry: &Entry) -> String {
        write(entry)
    }

    fn read_entry(&self, record: &str) -> Option<Entry> {
        let value = JSON::parse(record).ok()?;
        let steps = field(&value, "steps").filter(Array::is_array)?;
        let steps: Option<Vec<EntryStep>> = Array::from(&steps).iter().map(|s| step(&s)).collect();
        let v = u8::try_from(whole(&value, "v")?).ok().filter(|v| *v == VERSION)?;
        Some(Entry {
            v,
            id: text(&value, "id")?,
            at: whole(&value, "at")?,
            day: Day::from_text(&text(&value, "day")?),
            complete: flag(&value, "complete")?,
            steps: steps?,
        })
    }

    fn write_prefs(&self, prefs: &Prefs) -> String {
        write(prefs)
    }

    fn read_prefs(&self, record: &str) -> Option<Prefs> {
        let value = JSON::parse(record).ok()?;
        let v = u8::try_from(whole(&value, "v")?).ok().filter(|v| *v == prefs::VERSION)?;
        Some(Prefs {
            v,
            checked: flag(&value, "checked")?,
            own: flag(&value, "own")?,
            hold: whole(&value, "hold")?,
            rounds: whole(&value, "rounds")?,
            sound: flag(&value, "sound")?,
        })
    }
}
