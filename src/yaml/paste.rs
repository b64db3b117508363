//! What people paste from Word: special spaces and tabs as indentation, special spaces after signs, bullets.

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
    let mut blocks = Blocks::default();
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
        let place = at + indent.len();
        match blocks.sign(indent.chars().count(), body) {
            Some(sign) => {
                sink.push(sign.finding(file, place, body));
                mended.push_str(&sign.mended(body));
            }
            None => mended.push_str(body),
        }
        at += line.len();
    }
    (mended, lines)
}

/// A special blank, or a bullet, where YAML wants a sign of its own.
enum Sign {
    /// The byte of a line's text at which a special blank follows `-` or a key's colon.
    Blank(usize),
    /// The line starts with a bullet.
    Bullet(char),
}

impl Sign {
    fn mended(&self, body: &str) -> String {
        match self {
            Self::Blank(at) => {
                let special = body[*at..].chars().next().map_or(0, char::len_utf8);
                format!("{} {}", &body[..*at], &body[at + special..])
            }
            Self::Bullet(bullet) => {
                let rest = &body[bullet.len_utf8()..];
                let blank = rest.chars().next().map_or(0, char::len_utf8);
                format!("- {}", &rest[blank..])
            }
        }
    }

    fn finding(&self, file: FileId, place: usize, body: &str) -> Diagnostic {
        let typed = self.mended(body);
        let typed = typed.trim_end();
        match self {
            Self::Blank(at) => {
                let special = body[*at..].chars().next().map_or(0, char::len_utf8);
                let span = Span::new(file, place + at, place + at + special);
                Diagnostic::new(
                    Code::K0107,
                    span,
                    say!(
                        "di sini ada spasi khusus dari Word, bukan spasi biasa",
                        "this is a special space from Word, not an ordinary one"
                    ),
                )
                .help(say!(
                    "ketik: {typed}; atau jalankan `maklumat check --fix`",
                    "type: {typed}; or run `maklumat check --fix`"
                ))
                .fix(span, " ")
            }
            Self::Bullet(bullet) => Diagnostic::new(
                Code::K0101,
                Span::new(file, place, place + bullet.len_utf8()),
                say!(
                    "butir diawali `{bullet}`, bukan `- `",
                    "this item starts with `{bullet}`, not with `- `"
                ),
            )
            .help(say!("ganti dengan `- `, ketik: {typed}", "type: {typed}")),
        }
    }
}

/// Which lines stand in a text below `|` or `>`, and which follow a key or an item.
#[derive(Default)]
struct Blocks {
    /// The indentation of the key whose text goes on below.
    text: Option<usize>,
    /// How far an item of a list may stand in, where the line before is a key without a value, or an item: what stands
    /// deeper than the item before belongs to its sentence.
    list: Option<usize>,
}

impl Blocks {
    fn sign(&mut self, indent: usize, body: &str) -> Option<Sign> {
        let words = body.trim_end();
        if words.is_empty() {
            return None;
        }
        if self.text.is_some_and(|outer| indent > outer) {
            return None;
        }
        let bullet = words
            .chars()
            .next()
            .filter(|c| self.list.is_some_and(|most| indent <= most) && "•●▪·–—*".contains(*c))
            .filter(|c| words[c.len_utf8()..].starts_with([' ', '\t', '\u{a0}']));
        let opens = [" |", " >", " |-", " >-", " |+", " >+"];
        self.text = opens
            .iter()
            .any(|end| words.ends_with(end))
            .then_some(indent);
        self.list = match words.starts_with("- ") || bullet.is_some() {
            true if words.ends_with(':') => Some(usize::MAX),
            true => Some(indent),
            false => words.ends_with(':').then_some(usize::MAX),
        };
        match bullet {
            Some(bullet) => Some(Sign::Bullet(bullet)),
            None => special_blank(words).map(Sign::Blank),
        }
    }
}

/// The byte at which a special blank follows the dash or the key of a line.
fn special_blank(words: &str) -> Option<usize> {
    let special = |at: usize| words[at..].starts_with(['\u{a0}', '\u{2007}', '\u{202f}']);
    let start = match words.strip_prefix('-') {
        Some(_) if special(1) => return Some(1),
        Some(rest) => words.len() - rest.trim_start_matches(' ').len(),
        None => 0,
    };
    let word = words[start..]
        .bytes()
        .take_while(|byte| byte.is_ascii_lowercase() || *byte == b'_')
        .count();
    let colon = start + word;
    (word > 1 && words[colon..].starts_with(':') && special(colon + 1)).then_some(colon + 1)
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
