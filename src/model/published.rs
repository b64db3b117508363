//! The simple values and the containers as JSON.

use serde_json::{Map, Value};

use super::encode::{Encode, Encoder};
use super::values::{Condition, TimeOfDay};
use super::{Date, FilePath, Id, Integer, Lines, Markdown, Named, Placed, Slot, Url};
use crate::yaml::{self, Node};

/// The value of a key in its state: `None` where nothing stands.
pub fn key<T: Encode>(name: &'static str, slot: &Slot<T>, out: &mut Encoder<'_>) -> Option<Value> {
    match slot {
        Slot::Given(value) => out.inside(name, value),
        Slot::Missing(_) => Some(Value::Null),
        Slot::Absent | Slot::Wrong => None,
    }
}

impl Encode for Markdown {
    fn encode(&self, out: &mut Encoder<'_>) -> Option<Value> {
        self.0.encode(out)
    }
}

impl Encode for Id {
    fn encode(&self, _: &mut Encoder<'_>) -> Option<Value> {
        Some(self.value.as_str().into())
    }
}

impl Encode for bool {
    fn encode(&self, _: &mut Encoder<'_>) -> Option<Value> {
        Some((*self).into())
    }
}

impl Encode for Integer {
    fn encode(&self, _: &mut Encoder<'_>) -> Option<Value> {
        Some(self.value.into())
    }
}

impl Encode for Date {
    fn encode(&self, _: &mut Encoder<'_>) -> Option<Value> {
        Some(self.value.to_string().into())
    }
}

impl Encode for TimeOfDay {
    fn encode(&self, _: &mut Encoder<'_>) -> Option<Value> {
        let (hours, minutes) = (self.minutes / 60, self.minutes % 60);
        Some(format!("{hours:02}:{minutes:02}").into())
    }
}

impl Encode for Url {
    fn encode(&self, _: &mut Encoder<'_>) -> Option<Value> {
        Some(self.value.as_str().into())
    }
}

impl Encode for FilePath {
    fn encode(&self, out: &mut Encoder<'_>) -> Option<Value> {
        Some(out.file(&self.value).into())
    }
}

impl Encode for Condition {
    fn encode(&self, _: &mut Encoder<'_>) -> Option<Value> {
        Some(as_written(&self.0))
    }
}

/// A condition as it was written: an expression, or its mapping.
fn as_written(node: &Node) -> Value {
    match &node.value {
        yaml::Value::Null => Value::Null,
        yaml::Value::Scalar(scalar) => scalar.text.as_str().into(),
        yaml::Value::List(items) => items.iter().map(as_written).collect(),
        yaml::Value::Map(pairs) => {
            let pairs = pairs.iter();
            let pairs = pairs.map(|pair| (pair.key.text.clone(), as_written(&pair.value)));
            Value::Object(pairs.collect())
        }
    }
}

impl<T: Encode> Encode for Placed<T> {
    fn encode(&self, out: &mut Encoder<'_>) -> Option<Value> {
        self.value.encode(out)
    }
}

impl<T: Encode> Encode for [T] {
    fn encode(&self, out: &mut Encoder<'_>) -> Option<Value> {
        let mut items = Vec::with_capacity(self.len());
        for item in self {
            let place = items.len().to_string();
            items.extend(out.inside(&place, item));
        }
        // Of a list of which nothing is published nothing is said.
        let published = !items.is_empty() || self.is_empty();
        published.then_some(Value::Array(items))
    }
}

impl<T: Encode> Encode for Vec<T> {
    fn encode(&self, out: &mut Encoder<'_>) -> Option<Value> {
        self.as_slice().encode(out)
    }
}

impl Encode for Lines {
    fn encode(&self, out: &mut Encoder<'_>) -> Option<Value> {
        self.0.encode(out)
    }
}

impl<T: Encode> Encode for Named<T> {
    fn encode(&self, out: &mut Encoder<'_>) -> Option<Value> {
        let mut map = Map::new();
        for (id, value) in &self.0 {
            if let Some(value) = out.inside(&id.value, value) {
                map.insert(id.value.clone(), value);
            }
        }
        Some(Value::Object(map))
    }
}
