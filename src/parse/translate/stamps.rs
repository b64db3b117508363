//! Writing stamps: a text of a translation gets the hash of what it translates beside it, and stays what it is.

use super::Unstamped;
use crate::diagnostic::Lang;
use crate::span::Span;
use crate::yaml::{Node, Pair, Value};

/// The key of a stamp and that of the text beside it.
pub fn keys(lang: Lang) -> [&'static str; 2] {
    match lang {
        Lang::Id => ["dari", "bunyi"],
        Lang::En => ["of", "text"],
    }
}

/// The text of a file with stamps for these texts of it, and how many were written. What is written in a way that has no
/// room for one, such as below a comment, stays without.
pub fn write(text: &str, root: &Node, unstamped: &[Unstamped], lang: Lang) -> (String, usize) {
    let mut writer = Writer {
        text,
        lang,
        unstamped,
        edits: Vec::new(),
    };
    writer.node(root, Style::Block);
    let Writer { mut edits, .. } = writer;
    edits.sort_by_key(|edit| edit.from);
    let count = edits.len();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for edit in edits {
        out.push_str(&text[at..edit.from]);
        out.push_str(&edit.text);
        at = edit.to;
    }
    out.push_str(&text[at..]);
    (out, count)
}

/// Whether what is written stands on lines of its own or in brackets.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Block,
    Flow,
}

struct Edit {
    from: usize,
    to: usize,
    text: String,
}

struct Writer<'a> {
    text: &'a str,
    lang: Lang,
    unstamped: &'a [Unstamped],
    edits: Vec<Edit>,
}

impl Writer<'_> {
    fn node(&mut self, node: &Node, around: Style) {
        let start = node.span.start as usize;
        let opens = self.text[start..].starts_with(['{', '[']);
        let style = if opens { Style::Flow } else { around };
        match &node.value {
            Value::List(items) => items.iter().for_each(|item| self.node(item, style)),
            Value::Map(pairs) => {
                if let (Some(hash), Some(first)) = (self.hash_of(node.span), pairs.first()) {
                    self.beside_text(first, hash, style);
                }
                for pair in pairs {
                    match (&pair.value.value, self.hash_of(pair.value.span)) {
                        (Value::Scalar(_), Some(hash)) => self.around_text(pair, hash, style),
                        _ => self.node(&pair.value, style),
                    }
                }
            }
            Value::Scalar(_) | Value::Null => {}
        }
    }

    fn hash_of(&self, span: Span) -> Option<String> {
        let mut unstamped = self.unstamped.iter();
        let found = unstamped.find(|text| text.span == span)?;
        Some(found.hash.clone())
    }

    /// A stamp before the key of a text that already stands under one.
    fn beside_text(&mut self, first: &Pair, hash: String, style: Style) {
        let [of, _] = keys(self.lang);
        let from = first.key.span.start as usize;
        let text = match style {
            Style::Flow => format!("{of}: {hash}, "),
            Style::Block => format!("{of}: {hash}\n{}", self.indent(from)),
        };
        self.edits.push(Edit {
            from,
            to: from,
            text,
        });
    }

    /// A text that stands behind its key goes under a key of its own.
    fn around_text(&mut self, pair: &Pair, hash: String, style: Style) {
        let [of, key] = keys(self.lang);
        let (after_key, to) = (pair.key.span.end as usize, pair.value.span.end as usize);
        // The text below a front matter has no key.
        let key_is_written = pair.key.span.start < pair.key.span.end;
        let colon = self.text[after_key..to].find(':');
        let Some(colon) = colon.filter(|_| key_is_written) else {
            return;
        };
        let from = after_key + colon + 1;
        let written = self.text[from..to].trim_start();
        // What stands between key and text, such as a comment, would be taken for the text.
        if written.starts_with('#') {
            return;
        }
        let text = match style {
            Style::Flow => format!(" {{{of}: {hash}, {key}: {written}}}"),
            Style::Block => {
                let indent = self.indent(pair.key.span.start as usize);
                let deeper = |line: &str| match line.trim().is_empty() {
                    true => line.to_owned(),
                    false => format!("  {line}"),
                };
                let mut lines = written.split_inclusive('\n');
                let first = lines.next().unwrap_or_default().to_owned();
                let written: String = std::iter::once(first).chain(lines.map(deeper)).collect();
                format!("\n{indent}  {of}: {hash}\n{indent}  {key}: {written}")
            }
        };
        self.edits.push(Edit { from, to, text });
    }

    /// As many blanks as stand, or could stand, before a place on its line.
    fn indent(&self, at: usize) -> String {
        let line = self.text[..at].rfind('\n').map_or(0, |end| end + 1);
        " ".repeat(self.text[line..at].chars().count())
    }
}
