//! Places in the text of a file.

use crate::yaml::{Node, Pair, Value};

/// The first byte of the line on which a byte stands.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |end| end + 1)
}

/// The byte behind the line break of the line on which a byte stands.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |end| at + end + 1)
}

/// Whether a list or a mapping stands in brackets.
pub(super) fn is_flow(text: &str, node: &Node) -> bool {
    let written = text.get(node.span.start as usize..).unwrap_or_default();
    written.starts_with(['[', '{'])
}

/// The byte behind what is written of a pair.
pub(super) fn end_of(text: &str, pair: &Pair) -> usize {
    end_of_value(text, &pair.value).unwrap_or(pair.key.span.end as usize)
}

/// The byte behind what is written of a value; nothing has no place of its own.
pub(super) fn end_of_value(text: &str, node: &Node) -> Option<usize> {
    let end = node.span.end as usize;
    match &node.value {
        Value::Null => (node.span.start < node.span.end).then_some(end),
        Value::Scalar(_) => Some(end),
        Value::List(_) | Value::Map(_) if is_flow(text, node) => Some(end),
        Value::List(items) => {
            let last = items.last()?;
            Some(end_of_value(text, last).unwrap_or(last.span.start as usize))
        }
        Value::Map(pairs) => pairs.last().map(|last| end_of(text, last)),
    }
}
