//! What people paste from Word: special spaces and tabs as indentation and after signs, bullets and numbers.

use saphyr_parser::{Event, Parser};

use super::characters::Offsets;
use super::signs::{Blocks, Sign};
use crate::diagnostic::{Code, Diagnostic, Sink, say};
use crate::span::{FileId, Span};

/// A text as it can be read, and where its characters stand in the file.
pub struct Mended {
    /// The text with ordinary spaces and dashes in it.
    pub text: String,
    /// Where its characters stand.
    pub offsets: Offsets,
    /// The lines whose indentation is another.
    pub lines: MendedLines,
}

/// How many spaces may stand for a tab, the likeliest first.
const WIDTHS: [usize; 4] = [2, 4, 8, 1];

/// A text longer than this is not tried with tabs of each width.
const MOST_TRIED: usize = 200_000;

/// Reports special spaces, tabs, bullets and numbers where YAML wants spaces and dashes in the `text` that starts at
/// byte `base` of `file`, and puts those in their place, so that the rest of the file can be read.
pub fn mend(file: FileId, base: usize, text: &str, sink: &mut Sink) -> Mended {
    if !needs_mending(text) {
        return Mended {
            text: text.to_owned(),
            offsets: Offsets::new(file, base, text),
            lines: MendedLines::default(),
        };
    }
    let tab = if text.contains('\t') {
        tab(text)
    } else {
        Tab::none()
    };
    let mut pen = Pen {
        file,
        base,
        tab,
        sink,
        text: String::with_capacity(text.len()),
        bytes: Vec::with_capacity(text.len() + 1),
        lines: MendedLines::default(),
    };
    pen.write(text);
    let Pen {
        text, bytes, lines, ..
    } = pen;
    Mended {
        text,
        offsets: Offsets::of_changed(file, base, bytes),
        lines,
    }
}

/// Whether a text holds anything that this may change.
fn needs_mending(text: &str) -> bool {
    let first = text.lines().find(|line| is_content(line));
    !text.is_ascii()
        || text.contains('\t')
        || first.is_some_and(|line| line.starts_with(' '))
        || text
            .lines()
            .any(|line| super::signs::may_open(line.trim_start()))
}

/// How wide a tab is read, and whether no other width would mean something else.
#[derive(Clone, Copy)]
struct Tab {
    width: usize,
    certain: bool,
}

impl Tab {
    fn none() -> Self {
        Self {
            width: WIDTHS[0],
            certain: false,
        }
    }
}

/// The width with which a text can be read; it is certain if every width with which that goes gives the same.
fn tab(text: &str) -> Tab {
    if text.len() > MOST_TRIED {
        return Tab::none();
    }
    let mut found: Option<(usize, Vec<Event<'static>>)> = None;
    for width in WIDTHS {
        let mut sink = Sink::deaf();
        let mut pen = Pen {
            file: FileId::default(),
            base: 0,
            tab: Tab {
                width,
                certain: false,
            },
            sink: &mut sink,
            text: String::new(),
            bytes: Vec::new(),
            lines: MendedLines::default(),
        };
        pen.write(text);
        let Some(events) = events(&pen.text) else {
            continue;
        };
        match &found {
            None => found = Some((width, events)),
            Some((first, other)) if *other != events => {
                return Tab {
                    width: *first,
                    certain: false,
                };
            }
            Some(_) => {}
        }
    }
    found.map_or(Tab::none(), |(width, _)| Tab {
        width,
        certain: true,
    })
}

/// What a text says to the parser; `None` where it cannot be read.
fn events(text: &str) -> Option<Vec<Event<'static>>> {
    Parser::new_from_str(text)
        .map(|event| event.ok().map(|(event, _)| owned(event)))
        .collect()
}

fn owned(event: Event<'_>) -> Event<'static> {
    match event {
        Event::Scalar(text, style, ..) => Event::Scalar(text.into_owned().into(), style, 0, None),
        Event::SequenceStart(..) => Event::SequenceStart(0, None),
        Event::MappingStart(..) => Event::MappingStart(0, None),
        Event::SequenceEnd => Event::SequenceEnd,
        Event::MappingEnd => Event::MappingEnd,
        Event::DocumentStart(explicit) => Event::DocumentStart(explicit),
        Event::DocumentEnd => Event::DocumentEnd,
        Event::StreamStart => Event::StreamStart,
        Event::StreamEnd => Event::StreamEnd,
        Event::Alias(_) => Event::Alias(0),
        Event::Nothing => Event::Nothing,
    }
}

/// Writes the mended text line by line.
struct Pen<'s> {
    file: FileId,
    base: usize,
    tab: Tab,
    sink: &'s mut Sink,
    text: String,
    /// For each character of `text` the byte it stands for, counted from the start of the unchanged text.
    bytes: Vec<u32>,
    lines: MendedLines,
}

impl Pen<'_> {
    fn write(&mut self, text: &str) {
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        let stray = stray_first(&lines);
        let mut blocks = Blocks::default();
        let mut at = 0;
        for (number, line) in lines.iter().enumerate() {
            let body = body_of(line);
            let indent = &line[..line.len() - body.len()];
            if stray == Some(number) {
                self.lines.0.push(number);
                self.report_stray(at, indent, body);
            } else {
                self.indent(number, at, indent, body);
            }
            let place = at + indent.len();
            match blocks.sign(indent.chars().count(), body, &lines[number + 1..]) {
                Some(sign) => {
                    let file_place = self.base + place;
                    self.sink.push(sign.finding(self.file, file_place, body));
                    self.sign(&sign, body, place);
                }
                None => self.put(body, place),
            }
            at += line.len();
        }
        self.bytes.push(byte(at));
    }

    /// Writes a piece that stands at byte `at`.
    fn put(&mut self, piece: &str, at: usize) {
        self.text.push_str(piece);
        let places = piece.char_indices().map(|(offset, _)| byte(at + offset));
        self.bytes.extend(places);
    }

    /// Writes what stands for something else at byte `at`.
    fn put_for(&mut self, piece: &str, at: usize) {
        self.text.push_str(piece);
        self.bytes.extend(piece.chars().map(|_| byte(at)));
    }

    fn sign(&mut self, sign: &Sign, body: &str, place: usize) {
        let (from, to) = sign.range();
        self.put(&body[..from], place);
        self.put_for(sign.instead(), place + from);
        self.put(&body[to..], place + to);
    }

    /// Writes the indentation of a line.
    fn indent(&mut self, number: usize, at: usize, indent: &str, body: &str) {
        if !body.trim().is_empty() && indent.chars().any(|c| c != ' ') {
            self.lines.0.push(number);
            self.report(at, indent);
        }
        for (offset, c) in indent.char_indices() {
            let width = if c == '\t' { self.tab.width } else { 1 };
            self.put_for(&" ".repeat(width), at + offset);
        }
    }

    fn report(&mut self, at: usize, indent: &str) {
        let at = self.base + at;
        let span = Span::new(self.file, at, at + indent.len());
        let width = |c: char| if c == '\t' { self.tab.width } else { 1 };
        let width: usize = indent.chars().map(width).sum();
        let spaces = " ".repeat(width);
        let finding = if indent.contains('\t') {
            Diagnostic::new(
                Code::K0102,
                span,
                say!(
                    "baris ini menjorok dengan tab, bukan spasi",
                    "this line is indented with a tab, not with spaces"
                ),
            )
        } else {
            Diagnostic::new(
                Code::K0107,
                span,
                say!(
                    "baris ini menjorok dengan spasi khusus dari Word, bukan spasi biasa",
                    "this line is indented with special spaces from Word, not with ordinary ones"
                ),
            )
        };
        if indent.contains('\t') && !self.tab.certain {
            self.sink.push(finding.help(say!(
                "hapus tab itu, lalu tekan tombol spasi sampai sejajar dengan baris yang setingkat",
                "delete the tab and type spaces until it is aligned with the lines of its level"
            )));
            return;
        }
        let finding = finding.help(say!(
            "hapus, lalu tekan tombol spasi {width} kali; atau jalankan `maklumat check --fix`",
            "delete it and type {width} spaces; or run `maklumat check --fix`"
        ));
        self.sink.push(finding.fix(span, spaces));
    }

    /// The first line of a file starts further right than all others of its level.
    fn report_stray(&mut self, at: usize, indent: &str, body: &str) {
        let at = self.base + at;
        let span = Span::new(self.file, at, at + indent.len());
        let typed = body.trim_end();
        let code = if indent.contains('\t') {
            Code::K0102
        } else {
            Code::K0101
        };
        let finding = Diagnostic::new(
            code,
            span,
            say!(
                "baris pertama menjorok, padahal baris lain mulai di tepi kiri",
                "the first line is indented, but the others start at the left edge"
            ),
        )
        .help(say!(
            "hapus yang di depannya, ketik: {typed}",
            "delete what stands before it, type: {typed}"
        ));
        self.sink.push(finding.fix(span, ""));
    }
}

fn byte(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// A line without its indentation.
fn body_of(line: &str) -> &str {
    line.trim_start_matches([' ', '\t', '\u{a0}', '\u{2007}', '\u{202f}', '\u{3000}'])
}

/// Whether a line is neither blank nor a comment.
fn is_content(line: &str) -> bool {
    let body = body_of(line).trim_end();
    !body.is_empty() && !body.starts_with('#')
}

/// The number of the first line if it is a key that is indented, and the one after it stands at the left edge.
fn stray_first(lines: &[&str]) -> Option<usize> {
    let mut content = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| is_content(line));
    let (number, first) = content.next()?;
    let (_, second) = content.next()?;
    let body = body_of(first);
    let stray = body.len() < first.len()
        && body.contains(':')
        && !body.starts_with("- ")
        && body_of(second).len() == second.len();
    stray.then_some(number)
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
