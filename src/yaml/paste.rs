//! What people paste from Word: special spaces and tabs as indentation.

use crate::diagnostic::{Code, Diagnostic, Sink, say};
use crate::span::{FileId, Span};

/// Reports special spaces and tabs in the indentation of `text` and returns a copy of as many characters with ordinary
/// spaces in their place, so that the rest of the file can be read. Only the first of a run of lines is reported.
pub fn mend_indentation(
    file: FileId,
    base: usize,
    text: &str,
    sink: &mut Sink,
) -> (String, MendedLines) {
    let mut mended = String::with_capacity(text.len());
    let mut lines = MendedLines::default();
    let mut at = base;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let body =
            line.trim_start_matches([' ', '\t', '\u{a0}', '\u{2007}', '\u{202f}', '\u{3000}']);
        let indent = &line[..line.len() - body.len()];
        let blank = body.trim().is_empty();
        if !blank && indent.chars().any(|c| c != ' ') {
            lines.0.push(number);
            report(file, at, indent, sink);
        }
        mended.extend(indent.chars().map(|_| ' '));
        mended.push_str(body);
        at += line.len();
    }
    (mended, lines)
}

/// The lines, from 0, whose indentation was mended.
#[derive(Debug, Default)]
pub struct MendedLines(Vec<usize>);

impl MendedLines {
    /// Whether the indentation of any line of the characters `from..to` was mended.
    pub fn within(&self, text: &[char], (from, to): (usize, usize)) -> bool {
        let lines = |part: &[char]| part.iter().filter(|c| **c == '\n').count();
        let first = lines(&text[..from]);
        let last = first + lines(&text[from..to]);
        self.0.iter().any(|line| (first..=last).contains(line))
    }
}

fn report(file: FileId, at: usize, indent: &str, sink: &mut Sink) {
    let span = Span::new(file, at, at + indent.len());
    let width = indent.chars().count();
    if indent.contains('\t') {
        sink.push(
            Diagnostic::new(
                Code::K0102,
                span,
                say!(
                    "baris ini menjorok dengan tab, bukan spasi",
                    "this line is indented with a tab, not with spaces"
                ),
            )
            .help(say!(
                "hapus tab itu, lalu tekan tombol spasi dua kali untuk tiap tingkat",
                "delete the tab and type two spaces for each level"
            )),
        );
    } else {
        let spaces = " ".repeat(width);
        sink.push(
            Diagnostic::new(
                Code::K0107,
                span,
                say!(
                    "baris ini menjorok dengan spasi khusus dari Word, bukan spasi biasa",
                    "this line is indented with special spaces from Word, not with ordinary ones"
                ),
            )
            .help(say!(
                "hapus, lalu tekan tombol spasi {width} kali; atau jalankan `maklumat check --fix`",
                "delete them and type {width} spaces; or run `maklumat check --fix`"
            ))
            .fix(span, spaces),
        );
    }
}
