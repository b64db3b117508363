//! Where the parser stopped, where the mistake really is, and what is said about it.

use saphyr_parser::ScanError;

use super::characters::{Offsets, block_starts, closing_quote, line_around};
use super::slips::{self, Slip, yaml_feature};
use super::unquoted;
use super::write::quoted;
use crate::diagnostic::{Code, Diagnostic, Message, say};
use crate::span::Span;

/// A place at which a document cannot be read.
pub struct Broken {
    /// The character at which the mistake is.
    pub at: usize,
    /// What is said about it.
    pub finding: Diagnostic,
}

/// Says in words what the parser's error means, at the place of the mistake: a quote or bracket that stays open is
/// noticed by the parser only far below.
pub fn explain(error: &ScanError, work: &[char], offsets: &Offsets) -> Broken {
    let index = error.marker().index().min(work.len());
    let info = error.info();
    let one = |at: usize| offsets.span(at, (at + 1).min(work.len()));
    let here = line_around(work, index);
    if let Some(slip) = slips::of_line(work, index, info) {
        return slipped(slip, index, offsets);
    }
    if let Some(slip) = unquoted::of_line(work, here, info) {
        return slipped(slip, index, offsets);
    }
    if let Some(opener) = left_open(work, index, info) {
        let finding = cannot_read(one(opener), &stays_open(work[opener]));
        return Broken {
            at: opener,
            finding,
        };
    }
    if let Some(colon) = second_colon(work, index) {
        let finding = sentence_cut(work, colon, one(colon));
        return Broken { at: index, finding };
    }
    let special = |c: &char| matches!(c, '&' | '*' | '!');
    if work.get(index).is_some_and(special) || info.contains("anchor") || info.contains("tag") {
        let finding = yaml_feature(one(index));
        return Broken { at: index, finding };
    }
    if info.contains("simple key")
        && let Some((from, to)) = line_without_colon(work, index)
    {
        if let Some(slip) = unquoted::goes_on(work, line_around(work, from)) {
            return slipped(slip, from, offsets);
        }
        let finding = cannot_read(offsets.span(from, to), &translate(info));
        return Broken { at: from, finding };
    }
    let finding = cannot_read(one(index), &translate(info));
    Broken { at: index, finding }
}

fn slipped(slip: Slip, at: usize, offsets: &Offsets) -> Broken {
    let finding = Diagnostic::new(Code::K0101, offsets.span(slip.from, slip.to), slip.message);
    Broken {
        at,
        finding: finding.help(slip.help),
    }
}

fn cannot_read(span: Span, why: &Message) -> Diagnostic {
    let Message { id, en } = why;
    Diagnostic::new(
        Code::K0101,
        span,
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

/// The quote or bracket that the error is about: opened in the block of `index` or one above it, and never closed in
/// its own block.
fn left_open(work: &[char], index: usize, info: &str) -> Option<usize> {
    let marks = [
        "flow",
        "quoted scalar",
        "illegal placement",
        "simple key",
        "not allowed",
    ];
    if !marks.iter().any(|mark| info.contains(mark)) {
        return None;
    }
    let starts = block_starts(work);
    let last = starts.iter().rposition(|start| *start <= index)?;
    let mut end = starts.get(last + 1).copied().unwrap_or(work.len());
    for (at, start) in starts[..=last].iter().enumerate().rev() {
        if let Some(opener) = open_at_end(&work[*start..end]) {
            // In the block of the error itself only an error about brackets or quotes is about this one.
            let about = info.contains("flow") || info.contains("quoted scalar");
            return (about || at < last).then_some(start + opener);
        }
        end = *start;
    }
    None
}

/// The quote or the innermost bracket that is still open at the end of a block.
fn open_at_end(block: &[char]) -> Option<usize> {
    let mut open: Vec<usize> = Vec::new();
    let mut before = '\n';
    let mut at = 0;
    while let Some(c) = block.get(at) {
        let blank = at == 0 || block[at - 1].is_whitespace();
        let starts = match before {
            '\n' | '[' | '{' => true,
            ':' | '-' | '?' => blank,
            ',' => !open.is_empty(),
            _ => false,
        };
        match c {
            '"' | '\'' if starts => match closing_quote(block, at) {
                Some(end) => at = end,
                None => return Some(at),
            },
            '[' | '{' if starts => open.push(at),
            ']' | '}' => drop(open.pop()),
            '#' if blank => {
                let rest = &block[at..];
                at += rest
                    .iter()
                    .position(|c| *c == '\n')
                    .unwrap_or(rest.len() - 1);
            }
            _ => {}
        }
        match block.get(at) {
            Some(' ' | '\r') | None => {}
            // A value goes on over the end of a line; only its first sign opens a quote.
            Some('\n') => {}
            Some(c) => before = *c,
        }
        at += 1;
    }
    open.last().copied()
}

fn stays_open(opener: char) -> Message {
    let closer = match opener {
        '[' => ']',
        '{' => '}',
        _ => {
            return say!(
                "tanda kutip dibuka tetapi tidak ditutup",
                "a quote is opened but not closed"
            );
        }
    };
    say!(
        "kurung `{opener}` dibuka tetapi tidak ditutup dengan `{closer}`",
        "the bracket `{opener}` is opened but not closed with `{closer}`"
    )
}

/// The line of `index`, or the one above it, if a key stands there without its colon.
fn line_without_colon(work: &[char], index: usize) -> Option<(usize, usize)> {
    let mut end = work[index..]
        .iter()
        .position(|c| *c == '\n')
        .map_or(work.len(), |at| index + at);
    let mut looked_at = 0;
    while looked_at < 2 {
        let line_start = work[..end]
            .iter()
            .rposition(|c| *c == '\n')
            .map_or(0, |at| at + 1);
        let line: String = work[line_start..end].iter().collect();
        let words = line.trim();
        if !words.is_empty() && !words.starts_with('#') {
            looked_at += 1;
            if !words.contains(':') && !words.starts_with("- ") {
                let indent = line.chars().take_while(|c| c.is_whitespace()).count();
                let from = line_start + indent;
                return Some((from, from + words.chars().count()));
            }
        }
        end = line_start.checked_sub(1)?;
    }
    None
}

/// On the line of `index`, the second `: ` outside quotes: a sentence that YAML takes for a key.
fn second_colon(work: &[char], index: usize) -> Option<usize> {
    let (start, end) = line_around(work, index);
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
    let (start, end) = line_around(work, colon);
    let line: String = work[start..end].iter().collect();
    let (key, sentence) = line.split_once(':').unwrap_or((&line, ""));
    let name = key.trim().trim_start_matches("- ").trim().to_owned();
    // Curly quotes around the sentence were meant as the quotes that it needs.
    let curly = ['“', '”', '„', '‘', '’'];
    let sentence = sentence.trim().trim_matches(curly);
    let sentence = quoted(sentence);
    let key = key.trim();
    Diagnostic::new(
        Code::K0103,
        span,
        say!(
            "kalimat di `{name}` terputus oleh tanda titik dua",
            "the sentence in `{name}` is cut off by a colon"
        ),
    )
    .label(say!(
        "titik dua dan spasi dibaca sebagai kunci baru",
        "a colon and a space are read as a new key"
    ))
    .help(say!(
        "apit seluruh kalimat dengan tanda kutip, ketik: {key}: {sentence}",
        "put the whole sentence in quotes, type: {key}: {sentence}"
    ))
}

/// A mark of the parser's reason, and what it means in Indonesian and English; the first that fits is taken.
const KNOWN: &[(&str, &str, &str)] = &[
    (
        "escape",
        "di dalam tanda kutip ganda, `\\` punya arti khusus; ketik `\\\\`",
        "inside double quotes `\\` has a meaning of its own; type `\\\\`",
    ),
    (
        "invalid trailing content",
        "ada tulisan sesudah tanda kutip penutup",
        "there is text after the closing quote",
    ),
    (
        "end of stream",
        "tanda kutip dibuka tetapi tidak ditutup",
        "a quote is opened but not closed",
    ),
    (
        "quoted scalar",
        "tanda kutip tidak berpasangan",
        "the quotes do not match",
    ),
    (
        "expected ',' or ']'",
        "kurung siku `[` tidak ditutup dengan `]`",
        "a bracket `[` is not closed with `]`",
    ),
    (
        "expected ',' or '}'",
        "kurung kurawal `{` tidak ditutup dengan `}`",
        "a brace `{` is not closed with `}`",
    ),
    (
        "misplaced bracket",
        "kurung penutup ini tidak punya pembuka",
        "this closing bracket has no opening bracket",
    ),
    (
        "did not find expected '-' indicator",
        "butir daftar harus dimulai dengan tanda `-` yang sejajar",
        "a list item must start with a `-` aligned with the others",
    ),
    (
        "block sequence entries are not allowed",
        "daftar harus dimulai di baris baru, di bawah kuncinya",
        "a list must start on its own line, below its key",
    ),
    (
        "did not find expected key",
        "baris ini tidak sejajar dengan baris di atasnya, atau bukan `kunci: nilai`",
        "this line is not aligned with the ones above, or is not `key: value`",
    ),
    (
        "simple key",
        "baris ini bukan `kunci: nilai`: titik duanya tidak ada",
        "this line is not `key: value`: the colon is missing",
    ),
    (
        "mapping values are not allowed",
        "titik dua tidak boleh di sini",
        "a colon is not allowed here",
    ),
    (
        "illegal placement of ':'",
        "titik dua tidak boleh di sini",
        "a colon is not allowed here",
    ),
    (
        "comment intercepting",
        "komentar memotong kalimat yang lebih dari satu baris",
        "a comment interrupts a sentence of several lines",
    ),
    (
        "plain scalar cannot start",
        "kalimat yang dimulai dengan tanda ini harus diapit tanda kutip",
        "a sentence that starts with this sign must be in quotes",
    ),
    (
        "unexpected character",
        "kalimat yang dimulai dengan tanda ini harus diapit tanda kutip",
        "a sentence that starts with this sign must be in quotes",
    ),
    (
        "did not find expected next token",
        "kalimat yang dimulai dengan tanda ini harus diapit tanda kutip",
        "a sentence that starts with this sign must be in quotes",
    ),
    (
        "directive",
        "baris tidak boleh dimulai dengan tanda `%`",
        "a line must not start with the sign `%`",
    ),
    (
        "in block scalar",
        "semua baris di bawah `|` atau `>` harus menjorok sama",
        "all lines below `|` or `>` must be indented alike",
    ),
    (
        "block scalar",
        "sesudah `|` atau `>` tulisannya dimulai di baris baru",
        "after `|` or `>` the text starts on a new line",
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
    (
        "document start",
        "baris ini tidak sejajar dengan baris pertama",
        "this line is not aligned with the first one",
    ),
    (
        "valid YAML whitespace",
        "sesudah titik dua harus ada satu spasi biasa",
        "the colon must be followed by one ordinary space",
    ),
    (
        "node content",
        "di sini seharusnya ada nilai",
        "a value is expected here",
    ),
];

/// The parser's reasons that staff meet, in words; any other is given in English alone, as it is.
fn translate(info: &str) -> Message {
    KNOWN
        .iter()
        .find(|(mark, _, _)| info.contains(mark))
        .map_or_else(
            || say!("susunannya bukan YAML yang benar", "{info}"),
            |(_, id, en)| say!("{id}", "{en}"),
        )
}
