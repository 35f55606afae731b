//! Records by the browser's own JSON. A record may be anything that another program, another version or a person left
//! under our key: what none of ours holds is read as nothing.
use crate::diary::Value;
use crate::diary::value::LARGEST;
use crate::ports::Records;
use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// The browser's reader and writer.
pub struct Json;

/// How deep a record may be; ours are four deep. A deeper one would use up the stack.
const DEEPEST: usize = 16;

/// A tree as JavaScript knows it.
pub fn to_js(value: &Value) -> JsValue {
    match value {
        Value::Null => JsValue::NULL,
        Value::Bool(value) => (*value).into(),
        Value::Int(value) => (*value as f64).into(),
        Value::Text(value) => value.into(),
        Value::List(values) => values.iter().map(to_js).collect::<Array>().into(),
        Value::Map(pieces) => {
            let object = Object::new();
            for (name, value) in pieces {
                // A fresh plain object takes any field.
                let _ = Reflect::set(&object, &name.into(), &to_js(value));
            }
            object.into()
        }
    }
}

/// What JavaScript gave, as a tree.
pub fn from_js(value: &JsValue) -> Value {
    read(value, 0)
}

fn read(value: &JsValue, depth: usize) -> Value {
    if depth > DEEPEST {
        return Value::Null;
    }
    if let Some(number) = value.as_f64() {
        let whole = number.trunc() == number && number.abs() <= LARGEST as f64;
        return if whole { Value::Int(number as i64) } else { Value::Null };
    }
    if let Some(text) = value.as_string() {
        return Value::Text(text);
    }
    if let Some(flag) = value.as_bool() {
        return Value::Bool(flag);
    }
    if Array::is_array(value) {
        return Value::List(Array::from(value).iter().map(|value| read(&value, depth + 1)).collect());
    }
    let Some(object) = value.dyn_ref::<Object>() else { return Value::Null };
    let piece = |entry: JsValue| {
        let entry: Array = entry.unchecked_into();
        Some((entry.get(0).as_string()?, read(&entry.get(1), depth + 1)))
    };
    Value::Map(Object::entries(object).iter().filter_map(piece).collect())
}

impl Records for Json {
    fn write(&self, record: &Value) -> String {
        JSON::stringify(&to_js(record)).map(String::from).unwrap_or_default()
    }

    fn read(&self, text: &str) -> Option<Value> {
        JSON::parse(text).ok().map(|value| from_js(&value))
    }
}
