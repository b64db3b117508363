//! The other reader: where its value of a document differs from our tree.

use maklumat::yaml::{Node, Value as Ours};
use serde_yaml::{Mapping, Value};

use super::spoil::Dice;

/// The first difference between what we read and what `serde_yaml` reads.
pub fn difference(ours: &Node, theirs: &Value, path: &str) -> Option<String> {
    match (&ours.value, theirs) {
        (Ours::Null, Value::Null) => None,
        (Ours::Scalar(scalar), _) if is_text(&scalar.text, theirs) => None,
        (Ours::List(items), Value::Sequence(others)) if items.len() == others.len() => items
            .iter()
            .zip(others)
            .enumerate()
            .find_map(|(at, (item, other))| difference(item, other, &format!("{path}[{at}]"))),
        (Ours::Map(pairs), Value::Mapping(others)) if pairs.len() == others.len() => {
            pairs.iter().zip(others).find_map(|(pair, (key, other))| {
                let name = &pair.key.text;
                let same = is_text(name, key) || (key.is_null() && is_null(name));
                if !same {
                    return Some(format!("{path}: we read the key `{name}`, they {key:?}"));
                }
                difference(&pair.value, other, &format!("{path}.{name}"))
            })
        }
        (Ours::Scalar(scalar), _) => {
            let text = &scalar.text;
            Some(format!("{path}: we read `{text}`, they {theirs:?}"))
        }
        (found, _) => Some(format!("{path}: we read {found:?}, they {theirs:?}")),
    }
}

/// Whether their value is our text, or what they make of it: a number, a yes or a no.
fn is_text(text: &str, theirs: &Value) -> bool {
    match theirs {
        Value::String(other) => other == text,
        Value::Bool(_) | Value::Number(_) => {
            serde_yaml::from_str::<Value>(text).is_ok_and(|read| same_number(&read, theirs))
        }
        _ => false,
    }
}

fn same_number(one: &Value, other: &Value) -> bool {
    let not_a_number = |value: &Value| value.as_f64().is_some_and(f64::is_nan);
    one == other || (not_a_number(one) && not_a_number(other))
}

fn is_null(text: &str) -> bool {
    matches!(text, "" | "~" | "null" | "Null" | "NULL")
}

/// Words of which values are drawn: what other readers make numbers, dates, yes or no of, and signs of YAML.
const WORDS: [&str; 34] = [
    "0254200083",
    "no",
    "1.10",
    "08:30",
    "2026-11-22",
    "null",
    "~",
    "",
    " ",
    "true",
    "0x1F",
    "1e3",
    ": ",
    " #",
    "- ",
    "? ",
    "[a, b]",
    "{a: b}",
    "\"",
    "'",
    "\\",
    "&a",
    "*a",
    "!x",
    "|",
    ">",
    "%",
    "@",
    "\n",
    "\t",
    "Rp10.000",
    "bawa KTP asli",
    "“kutip”",
    "é😀",
];

/// A drawn value: texts, lists and mappings.
pub fn drawn(dice: &mut Dice, depth: usize) -> Value {
    match dice.below(if depth == 0 { 3 } else { 6 }) {
        0 if depth < 3 => Value::Null,
        0..=2 => Value::String(text(dice)),
        3 => (0..dice.below(4)).map(|_| drawn(dice, depth - 1)).collect(),
        _ => {
            let mut mapping = Mapping::new();
            for at in 0..dice.below(4) {
                // A number makes each key another.
                let key = format!("{}{at}", text(dice));
                mapping.insert(Value::String(key), drawn(dice, depth - 1));
            }
            Value::Mapping(mapping)
        }
    }
}

fn text(dice: &mut Dice) -> String {
    (0..=dice.below(3)).map(|_| dice.one_of(&WORDS)).collect()
}
