//! Changes of a text by place.

use crate::span::Span;

/// What stands between two bytes becomes another text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The first byte that goes.
    pub from: usize,
    /// The first byte that stays.
    pub to: usize,
    /// What stands there instead.
    pub text: String,
}

impl Change {
    /// A text instead of what stands at a place.
    pub fn at(span: Span, text: impl Into<String>) -> Self {
        Self {
            from: span.start as usize,
            to: span.end as usize,
            text: text.into(),
        }
    }
}

/// The text with all changes, none of which may overlap; those at one place stand in the order given.
pub fn apply(text: &str, mut changes: Vec<Change>) -> String {
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
