//! Adding texts to a list of a file, in the way in which it is written.

use super::change::Change;
use super::place::{column, end_of, end_of_value, is_flow};
use crate::diagnostic::Lang;
use crate::model::shape::{Field, RecordShape};
use crate::yaml::{Node, Pair, Value};

/// Adds texts to the list under a key of a mapping, or writes the key where the shape has its place. A text that is
/// `unwanted` gives its place to a new one. `None` where what stands there is no list.
pub(super) fn add(
    text: &str,
    map: &Node,
    shape: &RecordShape,
    field: &Field,
    lang: Lang,
    texts: &[String],
    unwanted: &dyn Fn(&str) -> bool,
) -> Option<Vec<Change>> {
    let pair = map.pairs().iter().find(|pair| names(field, pair));
    let Some(pair) = pair else {
        return Some(vec![new_key(text, map, shape, field, lang, texts)]);
    };
    let known = |text: &&String| !has(&pair.value, text);
    let mut texts: Vec<String> = texts.iter().filter(known).cloned().collect();
    let mut changes = Vec::new();
    for item in pair.value.items() {
        if !texts.is_empty() && item.as_str().is_some_and(unwanted) {
            changes.push(Change::at(item.span, texts.remove(0)));
        }
    }
    if texts.is_empty() {
        return Some(changes);
    }
    match &pair.value.value {
        Value::List(items) => changes.push(lengthen(text, &pair.value, items, &texts)),
        Value::Null => changes.push(fill(text, pair, &texts)?),
        _ => return None,
    }
    Some(changes)
}

fn names(field: &Field, pair: &Pair) -> bool {
    [field.en, field.id].contains(&pair.key.text.as_str())
}

fn has(list: &Node, text: &str) -> bool {
    list.items().iter().any(|item| item.as_str() == Some(text))
}

/// More items at the end of a list.
fn lengthen(text: &str, list: &Node, items: &[Node], texts: &[String]) -> Change {
    let open = is_flow(text, list);
    match items.last() {
        None => Change::at(list.span, format!("[{}]", texts.join(", "))),
        Some(last) if open => {
            Change::insert(last.span.end as usize, format!(", {}", texts.join(", ")))
        }
        Some(last) => {
            let dash = text[..last.span.start as usize].trim_end_matches(' ').len();
            let indent = " ".repeat(column(text, dash.saturating_sub(1)));
            let lines = texts.iter().map(|text| format!("{indent}- {text}\n"));
            let end = end_of_value(text, last).unwrap_or(dash);
            after_line(text, end, lines.collect())
        }
    }
}

/// A list where nothing stands behind a key.
fn fill(text: &str, pair: &Pair, texts: &[String]) -> Option<Change> {
    let list = format!("[{}]", texts.join(", "));
    let after = pair.key.span.end as usize;
    let colon = after + text[after..].find(':')? + 1;
    let span = pair.value.span;
    Some(match span.start < span.end {
        true => Change::at(span, list),
        false => Change::insert(colon, format!(" {list}")),
    })
}

/// The key and its list, behind the last of the keys that stand before it in the model.
fn new_key(
    text: &str,
    map: &Node,
    shape: &RecordShape,
    field: &Field,
    lang: Lang,
    texts: &[String],
) -> Change {
    let name = field.name(lang);
    let written = |pair: &&Pair| pair.key.span.start < pair.key.span.end;
    let mut pairs = map.pairs().iter().filter(written);
    let place = |en: &str| shape.fields.iter().position(|known| known.en == en);
    let own = place(field.en);
    let is_before = |pair: &&Pair| {
        let known = shape.find(&pair.key.text);
        known.is_some_and(|known| place(known.en) < own)
    };
    let Some(first) = map.pairs().iter().find(written) else {
        let list = texts.join(", ");
        return Change::insert(map.span.start as usize, format!("{name}: [{list}]\n"));
    };
    let before = pairs.rfind(is_before);
    if is_flow(text, map) {
        let list = texts.join(", ");
        let at = first.key.span.start as usize;
        return Change::insert(at, format!("{name}: [{list}], "));
    }
    let inset = column(text, first.key.span.start as usize);
    let indent = " ".repeat(inset);
    let items = texts.iter().map(|text| format!("{indent}  - {text}\n"));
    let lines = format!("{indent}{name}:\n{}", items.collect::<String>());
    match before {
        Some(before) => after_line(text, end_of(text, before), lines),
        None => {
            let at = first.key.span.start as usize;
            Change::insert(at, format!("{}{indent}", &lines[inset..]))
        }
    }
}

/// Lines behind the one on which a byte stands.
fn after_line(text: &str, at: usize, lines: String) -> Change {
    match text[at..].find('\n') {
        Some(end) => Change::insert(at + end + 1, lines),
        None => Change::insert(text.len(), format!("\n{}", lines.trim_end_matches('\n'))),
    }
}
