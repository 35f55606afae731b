//! Texts of JSON from records and back. A port, because the browser has a JSON reader of its own, which costs the download
//! nothing.
use crate::diary::file::{Brought, MOST, NotRead};
use crate::diary::{Book, Value, csv, file};

/// A reader and writer of JSON.
pub trait Records {
    /// A record as text, its fields in their order.
    fn write(&self, record: &Value) -> String;
    /// Reads a text. None when it is no JSON.
    fn read(&self, text: &str) -> Option<Value>;

    /// The diary as one text, to be brought in again.
    fn export(&self, book: &Book) -> String {
        self.write(&file::write(book))
    }

    /// Reads a diary from such a text, or from a table as `diary::csv` writes it.
    ///
    /// # Errors
    /// When it is no diary of ours, or too large to be one.
    fn import(&self, text: &str) -> Result<Brought, NotRead> {
        if text.len() > MOST {
            return Err(NotRead::TooLarge);
        }
        // A file that a person opened and saved may have got a mark of its encoding.
        let text = text.trim_start_matches('\u{feff}');
        let brought = match text.trim_start().starts_with('{') {
            true => self.read(text).and_then(|tree| file::read(&tree)),
            false => csv::read(text),
        };
        brought.ok_or(NotRead::NoDiary)
    }
}

/// The twin outside the browser.
#[cfg(not(target_arch = "wasm32"))]
pub struct Plain;

#[cfg(not(target_arch = "wasm32"))]
mod plain {
    use super::{Plain, Records, Value};
    use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
    use serde::ser::{Serialize, SerializeMap, Serializer};

    struct Shown<'a>(&'a Value);

    impl Serialize for Shown<'_> {
        fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
            match self.0 {
                Value::Null => out.serialize_unit(),
                Value::Bool(value) => out.serialize_bool(*value),
                Value::Int(value) => out.serialize_i64(*value),
                Value::Text(value) => out.serialize_str(value),
                Value::List(values) => out.collect_seq(values.iter().map(Shown)),
                Value::Map(pieces) => {
                    let mut map = out.serialize_map(Some(pieces.len()))?;
                    for (name, value) in pieces {
                        map.serialize_entry(name, &Shown(value))?;
                    }
                    map.end()
                }
            }
        }
    }

    struct Read(Value);

    impl<'de> Deserialize<'de> for Read {
        fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
            struct Reader;
            impl<'de> Visitor<'de> for Reader {
                type Value = Value;
                fn expecting(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    out.write_str("JSON")
                }
                fn visit_unit<E>(self) -> Result<Value, E> {
                    Ok(Value::Null)
                }
                fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
                    Ok(Value::Bool(value))
                }
                fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
                    Ok(Value::int_or_null(value))
                }
                fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
                    Ok(i64::try_from(value).map_or(Value::Null, Value::int_or_null))
                }
                fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
                    // As in the browser, where 1.0 and 1 are the same number.
                    let whole = value.trunc() == value && value.abs() <= crate::diary::value::LARGEST as f64;
                    Ok(if whole { Value::Int(value as i64) } else { Value::Null })
                }
                fn visit_str<E>(self, value: &str) -> Result<Value, E> {
                    Ok(Value::Text(value.to_owned()))
                }
                fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value, A::Error> {
                    let mut values = Vec::new();
                    while let Some(Read(value)) = seq.next_element()? {
                        values.push(value);
                    }
                    Ok(Value::List(values))
                }
                fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
                    let mut pieces: Vec<(String, Value)> = Vec::new();
                    while let Some((name, Read(value))) = map.next_entry::<String, Read>()? {
                        // Of two of one name the last holds, as in the browser.
                        match pieces.iter_mut().find(|(own, _)| *own == name) {
                            Some(piece) => piece.1 = value,
                            None => pieces.push((name, value)),
                        }
                    }
                    Ok(Value::Map(pieces))
                }
            }
            from.deserialize_any(Reader).map(Read)
        }
    }

    impl Records for Plain {
        fn write(&self, record: &Value) -> String {
            serde_json::to_string(&Shown(record)).unwrap_or_default()
        }
        fn read(&self, text: &str) -> Option<Value> {
            serde_json::from_str(text).ok().map(|Read(value)| value)
        }
    }
}
