//! What a file means, however its keys are ordered and in whatever language they are.

use serde_json::{Map, Value as Json};

use super::super::files::Form;
use super::words::translated;
use crate::diagnostic::Lang;
use crate::model::shape::{RecordShape, Shape};
use crate::yaml::{Node, Pair, Value};

/// The meaning of a tree of this shape: two that mean the same are equal.
pub(super) fn of(node: &Node, shape: &Shape, form: Form) -> Json {
    match (&node.value, shape) {
        (Value::Null, _) => Json::Null,
        (Value::Scalar(_), Shape::Record(record)) => match record.short {
            Some(short) => of(node, &short(), form),
            None => text(node),
        },
        (Value::Scalar(scalar), shape) => match translated(&scalar.text, shape, Lang::En) {
            Some(word) => Json::from(word),
            None => text(node),
        },
        (value, Shape::Any(shapes)) => {
            let is_list = matches!(value, Value::List(_));
            let fits = |shape: &&Shape| match shape {
                Shape::List(_) => is_list || form == Form::Translation,
                Shape::Lines => is_list,
                Shape::Record(_) | Shape::Named(_) => !is_list,
                _ => false,
            };
            match shapes.iter().find(fits) {
                Some(shape) => of(node, shape, form),
                None => plain(node),
            }
        }
        (Value::List(items), Shape::List(item)) => {
            items.iter().map(|node| of(node, item, form)).collect()
        }
        (Value::List(items), _) => items.iter().map(plain).collect(),
        (Value::Map(pairs), Shape::Record(record)) => keyed(pairs, record, form),
        (Value::Map(pairs), Shape::Named(item) | Shape::List(item)) => {
            named(pairs, &|node| of(node, item, form))
        }
        (Value::Map(pairs), _) => stamped(pairs),
    }
}

fn keyed(pairs: &[Pair], record: &RecordShape, form: Form) -> Json {
    let mut map = Map::new();
    for pair in pairs {
        match record.find(&pair.key.text) {
            Some(field) => {
                let value = of(&pair.value, &(field.shape)(), form);
                map.insert(field.en.to_owned(), value);
            }
            None => {
                map.insert(english(&pair.key.text), plain(&pair.value));
            }
        }
    }
    Json::Object(map)
}

fn named(pairs: &[Pair], value: &dyn Fn(&Node) -> Json) -> Json {
    let pairs = pairs.iter();
    let pairs = pairs.map(|pair| (pair.key.text.clone(), value(&pair.value)));
    // Their order is the author's: it says which option stands first.
    pairs
        .map(|(key, value)| Json::Array(vec![key.into(), value]))
        .collect()
}

/// A text beside its stamp, or what no shape tells of.
fn stamped(pairs: &[Pair]) -> Json {
    let pairs = pairs.iter();
    let pairs = pairs.map(|pair| (english(&pair.key.text), plain(&pair.value)));
    Json::Object(pairs.collect())
}

fn plain(node: &Node) -> Json {
    match &node.value {
        Value::Null => Json::Null,
        Value::Scalar(_) => text(node),
        Value::List(items) => items.iter().map(plain).collect(),
        Value::Map(pairs) => named(pairs, &plain),
    }
}

fn text(node: &Node) -> Json {
    Json::from(node.as_str().unwrap_or_default())
}

/// The English name of a key of a stamp, or the key.
fn english(key: &str) -> String {
    let name = match key {
        "dari" => "of",
        "bunyi" => "text",
        "pesan" => "say",
        "nama" => "name",
        key => key,
    };
    name.to_owned()
}
