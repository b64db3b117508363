//! Whether a translation repeats what the original says.

use crate::yaml::{Node, Value};

/// Whether two values are written alike, wherever they stand.
pub(super) fn alike(one: &Node, other: &Node) -> bool {
    match (&one.value, &other.value) {
        (Value::Scalar(one), Value::Scalar(other)) => one.text == other.text,
        (Value::List(one), Value::List(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| alike(one, other))
        }
        (Value::Map(one), Value::Map(other)) => {
            let mut pairs = one.iter().zip(other);
            one.len() == other.len()
                && pairs.all(|(one, other)| {
                    one.key.text == other.key.text && alike(&one.value, &other.value)
                })
        }
        (Value::Null, Value::Null) => true,
        _ => false,
    }
}
