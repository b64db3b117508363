//! The comments of a document, which its tree leaves out, and where they stand.

use super::node::{Node, Tree, Value};
use crate::span::Span;

/// A comment: from its `#` to the end of its line, without the blanks at its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Comment {
    /// Where it stands.
    pub span: Span,
    /// Whether it has its line for itself; else it stands behind a key, a value or a sign.
    pub is_alone: bool,
}

/// The comments of the YAML `text` that starts at byte `base` of its file, in their order. `tree` is what [`super::read`]
/// made of it, without errors: in a value that was dropped, a `#` after a blank would be taken for a comment.
pub fn comments(base: usize, text: &str, tree: &Tree) -> Vec<Comment> {
    let bytes = text.as_bytes();
    let mut taken = Vec::new();
    collect(&tree.node, &mut |span| {
        let place = |byte: u32| (byte as usize).saturating_sub(base).min(bytes.len());
        taken.push((place(span.start), place(span.end)));
    });
    let mut taken = taken.into_iter().peekable();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(hash) = memchr::memchr(b'#', &bytes[at..]).map(|found| at + found) {
        while taken.next_if(|(_, end)| *end <= hash).is_some() {}
        if let Some((_, end)) = taken.peek().filter(|(start, _)| *start <= hash) {
            at = *end;
        } else if starts_comment(&bytes[..hash]) {
            let line = bytes[hash..].iter();
            let line = line.take_while(|byte| !is_line_end(**byte)).count();
            let length = text[hash..hash + line].trim_end().len();
            found.push(Comment {
                span: Span::new(tree.node.span.file, base + hash, base + hash + length),
                is_alone: has_its_line(&bytes[..hash]),
            });
            at = hash + line;
        } else {
            at = hash + 1;
        }
    }
    found
}

/// The places of all keys and scalars, in the order of the file.
fn collect(node: &Node, take: &mut impl FnMut(Span)) {
    match &node.value {
        Value::Null => {}
        Value::Scalar(_) => take(node.span),
        Value::List(items) => items.iter().for_each(|item| collect(item, take)),
        Value::Map(pairs) => {
            for pair in pairs {
                take(pair.key.span);
                collect(&pair.value, take);
            }
        }
    }
}

fn is_line_end(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

/// Whether a `#` after these bytes starts a comment: at the start of a line, or after a blank.
fn starts_comment(before: &[u8]) -> bool {
    let blank = before.ends_with(b" ") || before.ends_with(b"\t");
    blank || at_start(before)
}

fn at_start(before: &[u8]) -> bool {
    let is_mark = before == "\u{feff}".as_bytes();
    is_mark || before.last().is_none_or(|byte| is_line_end(*byte))
}

/// Whether only blanks stand before the end of these bytes on its line.
fn has_its_line(before: &[u8]) -> bool {
    let blanks = before.iter().rev();
    let blanks = blanks.take_while(|byte| matches!(byte, b' ' | b'\t'));
    at_start(&before[..before.len() - blanks.count()])
}

#[cfg(test)]
mod tests;
