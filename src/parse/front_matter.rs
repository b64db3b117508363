//! Markdown files with front matter: YAML between two lines `---`, and the text below.

use crate::diagnostic::{Code, Diagnostic, Sink, say};
use crate::span::{FileId, Span};
use crate::yaml::{self, Key, Node, Pair, Scalar, Tree, Value};

/// Reads a Markdown file as one mapping: its front matter, and the text below under the key `body`.
pub fn read(file: FileId, text: &str, sink: &mut Sink) -> Option<Tree> {
    let Some((matter, body)) = split(text) else {
        sink.push(missing(file, text));
        return None;
    };
    let mut tree = yaml::read(file, matter.0, &text[matter.0..matter.1], sink)?;
    let below = &text[body..];
    let blank = below.len() - below.trim_start().len();
    let start = body + blank;
    let content = below.trim();
    if content.is_empty() {
        return Some(tree);
    }
    let pair = Pair {
        key: Key {
            text: "body".to_owned(),
            span: Span::new(file, start, start),
        },
        value: Node {
            span: Span::new(file, start, start + content.len()),
            value: Value::Scalar(Scalar {
                text: content.to_owned(),
                verbatim_at: u32::try_from(start).ok(),
                lines: Vec::new(),
                lang: None,
            }),
        },
    };
    match &mut tree.node.value {
        Value::Map(pairs) => pairs.push(pair),
        Value::Null => tree.node.value = Value::Map(vec![pair]),
        _ => {}
    }
    Some(tree)
}

/// The byte ranges of the front matter and the start of the text below.
fn split(text: &str) -> Option<((usize, usize), usize)> {
    let mark = text.len() - text.trim_start_matches('\u{feff}').len();
    let mut at = mark;
    let mut start = None;
    for line in text[mark..].split_inclusive('\n') {
        let fence = line.trim_end() == "---";
        match start {
            None if fence => start = Some(at + line.len()),
            None => return None,
            Some(from) if fence => return Some(((from, at), at + line.len())),
            Some(_) => {}
        }
        at += line.len();
    }
    None
}

fn missing(file: FileId, text: &str) -> Diagnostic {
    let opened = text.trim_start_matches('\u{feff}').starts_with("---");
    let (message, help) = if opened {
        (
            say!(
                "bagian atas berkas tidak ditutup dengan baris `---`",
                "the front matter is not closed with a line `---`"
            ),
            say!(
                "ketik --- di baris sendiri sesudah kunci terakhir",
                "type --- on its own line after the last key"
            ),
        )
    } else {
        (
            say!(
                "berkas ini tidak dimulai dengan baris `---`",
                "this file does not start with a line `---`"
            ),
            say!(
                "mulai dengan --- lalu judul: …, lalu --- lagi, baru tulisannya",
                "start with --- then title: …, then --- again, and then the text"
            ),
        )
    };
    let end = text.find('\n').unwrap_or(text.len());
    Diagnostic::new(Code::K0112, Span::new(file, 0, end), message).help(help)
}
