//! A record as a tree, between its type and its text. What is kept, exported or imported goes through here, so that each
//! type says once how it is written and how it is read; text is made and read by `ports::records`.

/// A piece of a record. Numbers are whole: nothing that is kept needs a fraction.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Value {
    /// Nothing, or something that no record of ours holds, such as a fraction.
    #[default]
    Null,
    /// Yes or no.
    Bool(bool),
    /// A whole number that JavaScript holds exactly.
    Int(i64),
    /// A text.
    Text(String),
    /// A row of pieces.
    List(Vec<Value>),
    /// Named pieces, in the order in which they are written.
    Map(Vec<(String, Value)>),
}

/// The largest number that JavaScript holds exactly.
pub const LARGEST: i64 = 9_007_199_254_740_991;

impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Value::Bool(value)
    }
}
impl From<i64> for Value {
    fn from(value: i64) -> Self {
        Value::Int(value)
    }
}
impl From<u8> for Value {
    fn from(value: u8) -> Self {
        Value::Int(value.into())
    }
}
impl From<u32> for Value {
    fn from(value: u32) -> Self {
        Value::Int(value.into())
    }
}
impl From<&str> for Value {
    fn from(value: &str) -> Self {
        Value::Text(value.to_owned())
    }
}
impl<T: Into<Value>> From<Vec<T>> for Value {
    fn from(values: Vec<T>) -> Self {
        Value::List(values.into_iter().map(Into::into).collect())
    }
}

impl Value {
    /// Named pieces; those that are nothing are left out.
    pub fn map(pieces: impl IntoIterator<Item = (&'static str, Value)>) -> Self {
        let some = pieces.into_iter().filter(|(_, value)| *value != Value::Null);
        Value::Map(some.map(|(name, value)| (name.to_owned(), value)).collect())
    }

    /// A number that JavaScript holds exactly, or nothing.
    pub fn int_or_null(value: i64) -> Self {
        if value.unsigned_abs() <= LARGEST.unsigned_abs() { Value::Int(value) } else { Value::Null }
    }

    /// A piece that may be missing.
    pub fn maybe(value: Option<impl Into<Value>>) -> Self {
        value.map_or(Value::Null, Into::into)
    }

    /// The piece of this name.
    pub fn field(&self, name: &str) -> Option<&Value> {
        match self {
            Value::Map(pieces) => pieces.iter().find(|(own, _)| own == name).map(|(_, value)| value),
            _ => None,
        }
    }

    /// The whole number of this name, if it fits.
    pub fn int<N: TryFrom<i64>>(&self, name: &str) -> Option<N> {
        match self.field(name)? {
            Value::Int(value) => N::try_from(*value).ok(),
            _ => None,
        }
    }

    /// The text of this name.
    pub fn text(&self, name: &str) -> Option<&str> {
        match self.field(name)? {
            Value::Text(value) => Some(value),
            _ => None,
        }
    }

    /// The yes or no of this name.
    pub fn flag(&self, name: &str) -> Option<bool> {
        match self.field(name)? {
            Value::Bool(value) => Some(*value),
            _ => None,
        }
    }

    /// The row of this name.
    pub fn list(&self, name: &str) -> Option<&[Value]> {
        match self.field(name)? {
            Value::List(values) => Some(values),
            _ => None,
        }
    }
}
