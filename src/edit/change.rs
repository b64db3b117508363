//! Changes of a text by place.

use crate::span::Span;
use crate::yaml::Insertion;

/// What stands between two bytes becomes another text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Change {
    /// The first byte that goes.
    pub(super) from: usize,
    /// The first byte that stays.
    pub(super) to: usize,
    /// What stands there instead.
    pub(super) text: String,
}

impl Change {
    /// A text instead of what stands at a place.
    pub(super) fn at(span: Span, text: impl Into<String>) -> Self {
        Self {
            from: span.start as usize,
            to: span.end as usize,
            text: text.into(),
        }
    }
}

impl From<Insertion> for Change {
    fn from(Insertion { from, to, text }: Insertion) -> Self {
        Self { from, to, text }
    }
}

/// The text with all changes, none of which may overlap; those at one place stand in the order given.
pub(super) fn apply(text: &str, mut changes: Vec<Change>) -> String {
    changes.sort_by_key(|change| (change.from, change.to));
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for change in changes {
        out.push_str(&text[at..change.from]);
        out.push_str(&change.text);
        at = change.to;
    }
    out.push_str(&text[at..]);
    out
}
