//! Places in the text of a file.

use super::node::{Node, Pair, Value};

/// The first byte of the line on which a byte stands.
pub fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |end| end + 1)
}

/// The byte behind the line break of the line on which a byte stands.
pub fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |end| at + end + 1)
}

/// Whether a list or a mapping stands in brackets.
pub fn is_flow(text: &str, node: &Node) -> bool {
    let written = text.get(node.span.start as usize..).unwrap_or_default();
    written.starts_with(['[', '{'])
}

/// The byte behind what is written of a pair.
pub fn end_of(text: &str, pair: &Pair) -> usize {
    end_of_value(text, &pair.value).unwrap_or(pair.key.span.end as usize)
}

/// The byte behind what is written of a value; nothing has no place of its own.
pub fn end_of_value(text: &str, node: &Node) -> Option<usize> {
    let end = node.span.end as usize;
    match &node.value {
        Value::Null => (node.span.start < node.span.end).then_some(end),
        Value::Scalar(_) => Some(end),
        Value::List(_) | Value::Map(_) if is_flow(text, node) => Some(end),
        Value::List(items) => {
            let last = items.last()?;
            Some(end_of_value(text, last).unwrap_or(last.span.start as usize))
        }
        Value::Map(pairs) => {
            let last = pairs.iter().rfind(|pair| is_on_a_line(pair))?;
            Some(end_of(text, last))
        }
    }
}

/// Whether a key is written; what stands below a front matter has none.
pub fn is_on_a_line(pair: &Pair) -> bool {
    pair.key.span.start < pair.key.span.end
}
