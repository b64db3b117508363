//! The tree: scalars, lists and mappings, each with its place.

use crate::span::Span;

/// What could be read of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tree {
    /// Its root.
    pub node: Node,
    /// Whether everything of it was read; what was not may have held any key.
    pub whole: bool,
}

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// The whole value.
    pub span: Span,
    /// What it is.
    pub value: Value,
}

/// What a node holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing after the colon, `~` or an unquoted `null`.
    Null,
    /// A text, a number, a date: whatever is not a list or a mapping, never retyped.
    Scalar(Scalar),
    /// `- …` or `[…]`.
    List(Vec<Node>),
    /// `key: …` or `{…}`, in the order written.
    Map(Vec<Pair>),
}

/// A scalar as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scalar {
    /// Its characters, quotes and escapes resolved, nothing else changed.
    pub text: String,
    /// The file's byte at which `text` starts, where source and text agree byte for byte.
    pub verbatim_at: Option<u32>,
    /// The first and last byte of each line in the file, of a text below `|`; empty for any other.
    pub lines: Vec<(u32, u32)>,
    /// The language of a translation laid over the original, as a BCP 47 tag.
    pub lang: Option<String>,
}

/// A key of a mapping and its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// The key.
    pub key: Key,
    /// The value.
    pub value: Node,
}

/// A key as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// Its characters.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

impl Node {
    /// The scalar's text, if it is one.
    pub fn as_str(&self) -> Option<&str> {
        match &self.value {
            Value::Scalar(scalar) => Some(&scalar.text),
            _ => None,
        }
    }

    /// The value of `key`, if this is a mapping that has it.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.pairs()
            .iter()
            .find(|pair| pair.key.text == key)
            .map(|pair| &pair.value)
    }

    /// The pairs of a mapping; none for anything else.
    pub fn pairs(&self) -> &[Pair] {
        match &self.value {
            Value::Map(pairs) => pairs,
            _ => &[],
        }
    }

    /// The items of a list; none for anything else.
    pub fn items(&self) -> &[Node] {
        match &self.value {
            Value::List(items) => items,
            _ => &[],
        }
    }

    /// The place of the bytes `from..to` of the scalar's text; the whole scalar where source and text differ.
    pub fn span_of(&self, from: usize, to: usize) -> Span {
        match &self.value {
            Value::Scalar(Scalar {
                verbatim_at: Some(at),
                ..
            }) => Span::new(self.span.file, *at as usize + from, *at as usize + to),
            _ => self.span,
        }
    }
}
