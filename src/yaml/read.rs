//! From text to a tree: every block that can be read is read, every one that cannot is reported once.

use saphyr_parser::ScanError;

use super::build::{Build, Builder};
use super::node::{Node, Pair, Value};
use super::paste::mend_indentation;
use crate::diagnostic::{Code, Diagnostic, Message, Sink, say};
use crate::span::{FileId, Span};

/// How many unreadable blocks of one file are reported before the rest is given up.
const MAX_BLOCKS: usize = 20;

/// Reads the YAML text that starts at byte `base` of `file`. `None` only when nothing of it can be used.
pub fn read(file: FileId, base: usize, text: &str, sink: &mut Sink) -> Option<Node> {
    if let Some(rest) = text.strip_prefix('\u{feff}') {
        return read(file, base + '\u{feff}'.len_utf8(), rest, sink);
    }
    let (mended, indentation) = mend_indentation(file, base, text, sink);
    let offsets = Offsets::new(file, base, text);
    let mut work: Vec<char> = mended.chars().collect();
    let mut lost = Vec::new();
    for _ in 0..MAX_BLOCKS {
        let current: String = work.iter().collect();
        let mut found = Sink::default();
        match Builder::new(&current, &offsets, &mut found).document() {
            Build::Done(node) => {
                sink.append(found);
                let nothing = node.as_ref().is_none_or(|node| node.value == Value::Null);
                if nothing && lost.is_empty() {
                    sink.push(super::text::empty(Span::new(file, base, base)));
                    return None;
                }
                return node.map(|node| without_lost(node, &lost));
            }
            Build::Broken(error) => {
                let index = error.marker().index().min(work.len());
                if !indentation.any() {
                    sink.push(explain(&error, &work, &offsets));
                }
                match blank_block(&mut work, index) {
                    Some(range) => lost.push(range),
                    None => return None,
                }
            }
        }
    }
    None
}

/// Blocks that were blanked leave nothing behind but, at times, an empty document.
fn without_lost(node: Node, lost: &[(usize, usize)]) -> Node {
    match node.value {
        Value::Null if !lost.is_empty() => Node {
            value: Value::Map(Vec::<Pair>::new()),
            ..node
        },
        _ => node,
    }
}

/// Blanks the block of unindented start around `index`, so that the rest can be read. `None` when there is none left.
fn blank_block(work: &mut [char], index: usize) -> Option<(usize, usize)> {
    let starts = block_starts(work);
    let at = starts.iter().rposition(|start| *start <= index)?;
    let end = starts.get(at + 1).copied().unwrap_or(work.len());
    let start = starts[at];
    let mut blanked = false;
    for c in &mut work[start..end] {
        if !matches!(c, '\n' | '\r' | ' ') {
            *c = ' ';
            blanked = true;
        }
    }
    blanked.then_some((start, end))
}

/// Indexes of the characters that start a line which is neither indented, blank nor a comment.
fn block_starts(work: &[char]) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut line_start = true;
    let mut in_list = false;
    for (index, c) in work.iter().enumerate() {
        if line_start && !matches!(c, ' ' | '\n' | '\r' | '#') {
            // Items of an unindented list belong to the key above, unless the file itself is a list.
            let item = *c == '-' && work.get(index + 1).is_none_or(|next| next.is_whitespace());
            if starts.is_empty() {
                in_list = item;
            }
            if !item || in_list {
                starts.push(index);
            }
        }
        line_start = *c == '\n';
    }
    starts
}

/// Says in words what the parser's error means, at its place.
fn explain(error: &ScanError, work: &[char], offsets: &Offsets) -> Diagnostic {
    let index = error.marker().index().min(work.len());
    let info = error.info();
    let at = |from: usize, to: usize| offsets.span(from, to.max(from));
    if let Some(colon) = second_colon(work, index) {
        return sentence_cut(work, colon, at(colon, colon + 1));
    }
    let feature = work
        .get(index)
        .is_some_and(|c| matches!(c, '&' | '*' | '!'))
        || info.contains("anchor")
        || info.contains("tag");
    if feature {
        return super::build::yaml_feature(at(index, index + 1));
    }
    let Message { id, en } = translate(info);
    Diagnostic::new(
        Code::K0101,
        at(index, (index + 1).min(work.len())),
        say!(
            "berkas tidak dapat dibaca di sini: {id}",
            "the file cannot be read here: {en}"
        ),
    )
    .help(say!(
        "periksa jarak dari tepi kiri, tanda titik dua, tanda kutip dan kurung di baris ini dan baris di atasnya",
        "check the indentation, colons, quotes and brackets on this line and the one above"
    ))
}

/// On the line of `index`, the second `: ` outside quotes: a sentence that YAML takes for a key.
fn second_colon(work: &[char], index: usize) -> Option<usize> {
    let start = work[..index]
        .iter()
        .rposition(|c| *c == '\n')
        .map_or(0, |at| at + 1);
    let end = work[index..]
        .iter()
        .position(|c| *c == '\n')
        .map_or(work.len(), |at| index + at);
    let line = &work[start..end];
    let first = colons(line).next()?;
    let value: Vec<char> = line[first + 1..]
        .iter()
        .copied()
        .skip_while(|c| *c == ' ')
        .collect();
    if value
        .first()
        .is_none_or(|c| matches!(c, '"' | '\'' | '[' | '{' | '|' | '>' | '&' | '*' | '!'))
    {
        return None;
    }
    colons(line).nth(1).map(|at| start + at)
}

fn colons(line: &[char]) -> impl Iterator<Item = usize> + '_ {
    (0..line.len()).filter(|at| {
        line[*at] == ':'
            && line
                .get(at + 1)
                .is_none_or(|next| *next == ' ' || *next == '\r')
    })
}

fn sentence_cut(work: &[char], colon: usize, span: Span) -> Diagnostic {
    let start = work[..colon]
        .iter()
        .rposition(|c| *c == '\n')
        .map_or(0, |at| at + 1);
    let end = work[colon..]
        .iter()
        .position(|c| *c == '\n')
        .map_or(work.len(), |at| colon + at);
    let line: String = work[start..end].iter().collect();
    let (key, sentence) = line.split_once(':').unwrap_or((&line, ""));
    let name = key.trim().trim_start_matches("- ").trim().to_owned();
    let (key, sentence) = (key.trim(), sentence.trim().replace('"', "\\\""));
    Diagnostic::new(
        Code::K0103,
        span,
        say!(
            "kalimat di `{name}` terputus oleh tanda titik dua",
            "the sentence in `{name}` is cut by a colon"
        ),
    )
    .label(say!(
        "titik dua dan spasi dibaca sebagai kunci baru",
        "a colon and a blank are read as a new key"
    ))
    .help(say!(
        "apit seluruh kalimat dengan tanda kutip, ketik: {key}: \"{sentence}\"",
        "put the whole sentence in quotes, type: {key}: \"{sentence}\""
    ))
}

/// A mark of the parser's reason, and what it means in Indonesian and English.
const KNOWN: &[(&str, &str, &str)] = &[
    (
        "while scanning a quoted scalar",
        "tanda kutip dibuka tetapi tidak ditutup",
        "a quote is opened but not closed",
    ),
    (
        "quoted scalar",
        "tanda kutip tidak berpasangan",
        "the quotes do not pair",
    ),
    (
        "did not find expected ',' or ']'",
        "kurung siku `[` tidak ditutup dengan `]`",
        "a bracket `[` is not closed by `]`",
    ),
    (
        "did not find expected ',' or '}'",
        "kurung kurawal `{` tidak ditutup dengan `}`",
        "a brace `{` is not closed by `}`",
    ),
    (
        "did not find expected '-' indicator",
        "butir daftar harus dimulai dengan tanda `-` yang sejajar",
        "an item of the list must start with a `-` in line with the others",
    ),
    (
        "did not find expected key",
        "baris ini tidak sejajar dengan baris di atasnya, atau bukan `kunci: nilai`",
        "this line is not in line with the ones above, or is no `key: value`",
    ),
    (
        "simple key",
        "baris ini bukan `kunci: nilai`: titik duanya tidak ada",
        "this line is no `key: value`: its colon is missing",
    ),
    (
        "mapping values are not allowed",
        "titik dua tidak boleh di sini",
        "a colon is not allowed here",
    ),
    (
        "invalid indentation",
        "jarak dari tepi kiri tidak sesuai",
        "the indentation does not fit",
    ),
    (
        "tab",
        "ada tab di tempat spasi",
        "a tab stands where blanks must",
    ),
];

/// The parser's reasons that staff meet, in words; any other is given as it is.
fn translate(info: &str) -> Message {
    KNOWN
        .iter()
        .find(|(mark, _, _)| info.contains(mark))
        .map_or_else(
            || say!("{info}", "{info}"),
            |(_, id, en)| say!("{id}", "{en}"),
        )
}

/// From the parser's character indexes to bytes of the file.
pub struct Offsets {
    file: FileId,
    base: usize,
    bytes: Vec<u32>,
}

impl Offsets {
    fn new(file: FileId, base: usize, text: &str) -> Self {
        let ends = std::iter::once(text.len());
        Self {
            file,
            base,
            bytes: text
                .char_indices()
                .map(|(at, _)| at)
                .chain(ends)
                .map(|at| u32::try_from(at).unwrap_or(u32::MAX))
                .collect(),
        }
    }

    /// The byte of the file at which character `index` stands.
    pub fn byte(&self, index: usize) -> usize {
        let last = self.bytes.len() - 1;
        self.base + self.bytes[index.min(last)] as usize
    }

    /// The span of the characters `from..to`.
    pub fn span(&self, from: usize, to: usize) -> Span {
        Span::new(self.file, self.byte(from), self.byte(to))
    }
}
