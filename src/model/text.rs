//! A text of a content file, and where it stands.

use crate::span::Span;
use crate::yaml::{Node, Value};

/// A text exactly as it was written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text {
    /// The characters.
    pub value: String,
    /// Where they stand.
    pub span: Span,
    /// The language of a translation, as a BCP 47 tag; `None` for the content's own.
    pub lang: Option<String>,
    /// The byte of the file where `value` starts, where file and value agree byte for byte.
    pub verbatim_at: Option<u32>,
    /// The first and last byte of each line in the file, of a text below `|`; empty for any other.
    pub lines: Vec<(u32, u32)>,
}

impl Text {
    /// The place of the bytes `from..to` of the value.
    pub fn span_of(&self, from: usize, to: usize) -> Span {
        match self.verbatim_at {
            Some(at) => Span::new(self.span.file, at as usize + from, at as usize + to),
            None => self.line_of(from),
        }
    }

    /// The line on which byte `from` of a text below `|` stands; the whole text where it cannot be told.
    fn line_of(&self, from: usize) -> Span {
        let line = self.value[..from].matches('\n').count();
        let place = self.lines.get(line).copied();
        place.map_or(self.span, |(start, end)| {
            Span::new(self.span.file, start as usize, end as usize)
        })
    }

    /// The text of a node; `None` for a list, a mapping or nothing.
    pub(super) fn of(node: &Node) -> Option<Self> {
        match &node.value {
            Value::Scalar(scalar) => Some(Self {
                value: scalar.text.clone(),
                span: node.span,
                lang: scalar.lang.clone(),
                verbatim_at: scalar.verbatim_at,
                lines: scalar.lines.clone(),
            }),
            _ => None,
        }
    }
}
