//! From the parser's events to the tree, and what YAML allows but content files do not.

use std::borrow::Cow;
use std::collections::HashMap;

use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Span as ParserSpan, StrInput};

use super::characters::{Offsets, closing_quote, rows};
use super::continued;
use super::node::{Key, Node, Pair, Scalar, Tree, Value};
use super::slips::{self, yaml_feature};
use super::write::quoted;
use crate::diagnostic::{Code, Diagnostic, Sink, say};
use crate::span::Span;

/// The deepest nesting of lists and mappings.
const MAX_DEPTH: usize = 64;

/// What came of a document.
pub enum Build {
    /// It was read to its end; `None` when it holds nothing.
    Done(Option<Tree>),
    /// The parser stopped.
    Broken(ScanError),
}

/// Reads one document.
pub struct Builder<'a> {
    chars: Vec<char>,
    parser: Parser<'a, StrInput<'a>>,
    offsets: &'a Offsets,
    sink: &'a mut Sink,
    depth: usize,
    /// Whether nothing was passed over so far.
    whole: bool,
}

/// The keys of a mapping, found by hash once they are many.
#[derive(Default)]
struct KnownKeys(HashMap<String, usize>);

impl KnownKeys {
    /// As many keys are compared one by one.
    const FEW: usize = 32;

    /// The pair of that key.
    fn find<'p>(&mut self, pairs: &'p [Pair], key: &str) -> Option<&'p Pair> {
        if pairs.len() <= Self::FEW {
            return pairs.iter().find(|pair| pair.key.text == key);
        }
        for (at, pair) in pairs.iter().enumerate().skip(self.0.len()) {
            self.0.insert(pair.key.text.clone(), at);
        }
        self.0.get(key).map(|at| &pairs[*at])
    }
}

type Next<'a> = (Event<'a>, ParserSpan);

impl<'a> Builder<'a> {
    /// A builder over `text`, whose characters stand at `offsets`.
    pub fn new(text: &'a str, offsets: &'a Offsets, sink: &'a mut Sink) -> Self {
        Self {
            chars: text.chars().collect(),
            parser: Parser::new_from_str(text),
            offsets,
            sink,
            depth: 0,
            whole: true,
        }
    }

    /// Reads the first document and reports a second one.
    pub fn document(mut self) -> Build {
        match self.try_document() {
            Ok(node) => Build::Done(node.map(|node| Tree {
                node,
                whole: self.whole,
            })),
            Err(error) => Build::Broken(error),
        }
    }

    fn try_document(&mut self) -> Result<Option<Node>, ScanError> {
        let mut root = None;
        let mut documents = 0;
        while let Some((event, span)) = self.next()? {
            match event {
                Event::StreamEnd => break,
                Event::DocumentStart(_) => {
                    documents += 1;
                    if documents == 2 {
                        self.second_document(&span);
                        break;
                    }
                }
                Event::StreamStart | Event::DocumentEnd | Event::Nothing => {}
                event => root = Some(self.node(event, &span)?),
            }
        }
        Ok(root)
    }

    fn next(&mut self) -> Result<Option<Next<'a>>, ScanError> {
        self.parser.next_event().transpose()
    }

    fn must_next(&mut self) -> Result<Next<'a>, ScanError> {
        let end = self.chars.len();
        self.next()?.ok_or_else(|| {
            ScanError::new_str(
                saphyr_parser::Marker::new(end, 1, 0),
                "unexpected end of the file",
            )
        })
    }

    fn node(&mut self, event: Event<'a>, span: &ParserSpan) -> Result<Node, ScanError> {
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                self.refuse_feature(anchor != 0 || tag.is_some(), span);
                Ok(self.scalar(text, style, span))
            }
            Event::SequenceStart(anchor, tag) => {
                self.refuse_feature(anchor != 0 || tag.is_some(), span);
                self.nested(span, Self::list)
            }
            Event::MappingStart(anchor, tag) => {
                self.refuse_feature(anchor != 0 || tag.is_some(), span);
                self.nested(span, Self::map)
            }
            Event::Alias(_) => {
                self.refuse_feature(true, span);
                Ok(self.null(span))
            }
            _ => Ok(self.null(span)),
        }
    }

    fn nested(
        &mut self,
        span: &ParserSpan,
        read: fn(&mut Self, &ParserSpan) -> Result<Node, ScanError>,
    ) -> Result<Node, ScanError> {
        self.depth += 1;
        let node = if self.depth > MAX_DEPTH {
            if self.depth == MAX_DEPTH + 1 {
                self.too_deep(span);
            }
            self.skip(span)
        } else {
            read(self, span)
        };
        self.depth -= 1;
        node
    }

    /// Passes over a collection without recursion, however deep it is.
    fn skip(&mut self, span: &ParserSpan) -> Result<Node, ScanError> {
        let mut open = 1;
        while open > 0 {
            match self.must_next()?.0 {
                Event::SequenceStart(..) | Event::MappingStart(..) => open += 1,
                Event::SequenceEnd | Event::MappingEnd => open -= 1,
                _ => {}
            }
        }
        Ok(self.null(span))
    }

    fn list(&mut self, start: &ParserSpan) -> Result<Node, ScanError> {
        let mut items: Vec<Node> = Vec::new();
        let end = loop {
            let (event, span) = self.must_next()?;
            if event == Event::SequenceEnd {
                break span;
            }
            items.push(self.node(event, &span)?);
        };
        let flow = self.char_at(start.start.index()) == Some('[');
        let last = items.last().map(|item| item.span);
        Ok(Node {
            span: self.collection_span(start, &end, flow, last),
            value: Value::List(items),
        })
    }

    fn map(&mut self, start: &ParserSpan) -> Result<Node, ScanError> {
        let flow = self.char_at(start.start.index()) == Some('{');
        let mut pairs: Vec<Pair> = Vec::new();
        let mut known = KnownKeys::default();
        let end = loop {
            let (event, span) = self.must_next()?;
            if event == Event::MappingEnd {
                break span;
            }
            let key = self.key(event, &span)?;
            let (event, span) = self.must_next()?;
            let value = self.node(event, &span)?;
            let Some(key) = key else { continue };
            if value.value == Value::Null {
                let at = self.offsets.index(key.span.end as usize);
                if let Some(finding) = slips::all_comment(&self.chars, at, self.offsets) {
                    self.sink.push(finding);
                }
            }
            if flow && value.value == Value::Null && !self.has_colon(&key) {
                self.comma_cuts(&key, pairs.last());
                continue;
            }
            match known.find(&pairs, &key.text) {
                Some(first) => self.sink.push(slips::duplicate_key(&key, &first.key)),
                None => pairs.push(Pair { key, value }),
            }
        };
        let last = pairs.last().map(|pair| pair.value.span);
        Ok(Node {
            span: self.collection_span(start, &end, flow, last),
            value: Value::Map(pairs),
        })
    }

    fn key(&mut self, event: Event<'a>, span: &ParserSpan) -> Result<Option<Key>, ScanError> {
        let node = self.node(event, span)?;
        match node.value {
            Value::Scalar(scalar) if scalar.text == "<<" => {
                self.whole = false;
                self.sink.push(yaml_feature(node.span));
                Ok(None)
            }
            Value::Scalar(scalar) => Ok(Some(Key {
                text: scalar.text,
                span: node.span,
            })),
            Value::Null if node.span.start < node.span.end => {
                let start = node.span;
                let text = self.slice(span);
                Ok(Some(Key { text, span: start }))
            }
            _ => {
                self.whole = false;
                self.sink.push(slips::key_is_no_text(node.span));
                Ok(None)
            }
        }
    }

    fn scalar(&mut self, text: Cow<'a, str>, style: ScalarStyle, span: &ParserSpan) -> Node {
        let from = span.start.index();
        let start = self.offsets.byte(from);
        let plain = style == ScalarStyle::Plain;
        if plain && matches!(&*text, "" | "~" | "null" | "Null" | "NULL") {
            let len = text.chars().count();
            return Node {
                span: self.offsets.span(from, from + len),
                value: Value::Null,
            };
        }
        let skip = usize::from(!plain);
        let length = text.chars().count();
        let verbatim = matches!(
            style,
            ScalarStyle::Plain | ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted
        ) && self.matches(from + skip, &text);
        let to = if verbatim {
            from + length + 2 * skip
        } else {
            self.end(style, from, span.end.index())
        };
        let node_span = self.offsets.span(from, to);
        if plain {
            self.comment_after(&text, to, node_span);
            self.curly_quotes(&text, node_span);
            let lines = continued::check(&self.chars, (from, to), self.offsets);
            self.sink.extend(lines);
        }
        let lines = match style {
            ScalarStyle::Literal => rows(&self.chars, (from, to), &text, self.offsets),
            _ => Vec::new(),
        };
        Node {
            span: node_span,
            value: Value::Scalar(Scalar {
                text: text.into_owned(),
                verbatim_at: verbatim.then(|| u32::try_from(start + skip).unwrap_or(u32::MAX)),
                lines,
                lang: None,
            }),
        }
    }

    fn matches(&self, from: usize, text: &str) -> bool {
        let mut at = from;
        text.chars().all(|c| {
            at += 1;
            self.chars.get(at - 1) == Some(&c)
        })
    }

    /// Where a scalar ends; the parser counts in what follows its quote.
    fn end(&self, style: ScalarStyle, from: usize, to: usize) -> usize {
        let is_quoted = matches!(style, ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted);
        let quote = is_quoted.then(|| closing_quote(&self.chars, from));
        let end = quote.flatten().map(|at| at + 1);
        end.unwrap_or_else(|| self.trimmed_end(from, to))
    }

    fn trimmed_end(&self, from: usize, to: usize) -> usize {
        let mut to = to.min(self.chars.len()).max(from);
        while to > from && self.chars[to - 1].is_whitespace() {
            to -= 1;
        }
        to
    }

    fn collection_span(
        &self,
        start: &ParserSpan,
        end: &ParserSpan,
        flow: bool,
        last: Option<Span>,
    ) -> Span {
        let from = self.offsets.span(start.start.index(), start.start.index());
        match last {
            Some(last) if !flow => from.to(last),
            _ => self.offsets.span(start.start.index(), end.end.index()),
        }
    }

    fn null(&self, span: &ParserSpan) -> Node {
        Node {
            span: self.offsets.span(span.start.index(), span.end.index()),
            value: Value::Null,
        }
    }

    fn slice(&self, span: &ParserSpan) -> String {
        let (from, to) = (span.start.index(), span.end.index());
        let written: String = self.chars[from..to].iter().collect();
        written.trim_end().to_owned()
    }

    fn char_at(&self, index: usize) -> Option<char> {
        self.chars.get(index).copied()
    }

    /// Whether a colon follows the key in the source.
    fn has_colon(&self, key: &Key) -> bool {
        let index = self.offsets.index(key.span.end as usize);
        self.chars[index..].iter().find(|c| !c.is_whitespace()) == Some(&':')
    }

    fn refuse_feature(&mut self, used: bool, span: &ParserSpan) {
        if used {
            self.whole = false;
            let from = span.start.index().min(self.chars.len());
            // An anchor or tag stands before the value it belongs to.
            let mark = self.chars[..from]
                .iter()
                .rposition(|c| matches!(c, '&' | '!' | '*' | '\n'))
                .filter(|at| self.chars[*at] != '\n');
            let at = mark.unwrap_or(from);
            self.sink.push(yaml_feature(self.offsets.span(at, at + 1)));
        }
    }

    fn second_document(&mut self, span: &ParserSpan) {
        let at = span.start.index();
        self.sink.push(
            Diagnostic::new(
                Code::K0110,
                self.offsets.span(at, at + 3),
                say!(
                    "berkas ini berisi dokumen kedua sesudah `---`",
                    "the file contains a second document after `---`"
                ),
            )
            .help(say!(
                "hapus garis `---` itu, atau pindahkan bagian sesudahnya ke berkas lain",
                "delete that `---`, or move what follows to another file"
            )),
        );
    }

    fn too_deep(&mut self, span: &ParserSpan) {
        self.whole = false;
        let at = span.start.index();
        self.sink.push(
            Diagnostic::new(
                Code::K0111,
                self.offsets.span(at, at + 1),
                say!(
                    "daftar di dalam daftar lebih dari {MAX_DEPTH} tingkat",
                    "lists are nested more than {MAX_DEPTH} levels deep"
                ),
            )
            .help(say!(
                "periksa jarak dari tepi kiri; rincian layanan cukup beberapa tingkat",
                "check the indentation; a service needs only a few levels"
            )),
        );
    }

    fn comma_cuts(&mut self, key: &Key, before: Option<&Pair>) {
        let text = &key.text;
        let name = before.map_or("…", |pair| pair.key.text.as_str());
        let value = before
            .and_then(|pair| pair.value.as_str())
            .unwrap_or_default();
        let whole = quoted(&format!("{value}, {text}"));
        self.sink.push(
            Diagnostic::new(
                Code::K0105,
                key.span,
                say!(
                    "koma memotong nilai `{name}` di dalam kurung kurawal",
                    "a comma cuts off the value of `{name}` inside the braces"
                ),
            )
            .label(say!(
                "bagian ini hilang dari `{name}`",
                "this part of `{name}` is lost"
            ))
            .help(say!(
                "apit nilainya dengan tanda kutip, ketik: {name}: {whole}",
                "put the value in quotes, type: {name}: {whole}"
            )),
        );
    }

    /// ` #` after an unquoted sentence: the rest of the line is a comment, which the author may not have meant.
    fn comment_after(&mut self, text: &str, end: usize, span: Span) {
        let rest = &self.chars[end.min(self.chars.len())..];
        let blanks = rest.iter().take_while(|c| **c == ' ').count();
        let comment = blanks > 0 && rest.get(blanks) == Some(&'#');
        let meant = blanks > 1 && rest.get(blanks + 1) == Some(&' ');
        // An id, a number or a fixed value is whole without what follows; a sentence has blanks or capitals.
        let sentence = text.contains(|c: char| c == ' ' || c.is_uppercase());
        if !comment || meant || !sentence {
            return;
        }
        let lost: String = rest[blanks..]
            .iter()
            .take_while(|c| !matches!(c, '\n' | '\r'))
            .collect();
        let at = end + blanks;
        let place = self.offsets.span(at, at + lost.chars().count());
        let whole = quoted(&format!("{text} {lost}"));
        self.sink.push(
            Diagnostic::new(
                Code::K0104,
                place,
                say!(
                    "kalimat terpotong: `{lost}` dibaca sebagai komentar",
                    "the sentence is cut off: `{lost}` is read as a comment"
                ),
            )
            .also(span, say!("hanya ini yang terbaca", "only this is read"))
            .help(say!(
                "apit seluruh kalimat dengan tanda kutip, ketik: {whole}; jika memang komentar, beri dua spasi sebelum `#` dan satu sesudahnya",
                "put the whole sentence in quotes, type: {whole}; if it is a comment, put two spaces before `#` and one after"
            )),
        );
    }

    /// Curly quotes around a value are part of it; whoever typed them meant ordinary ones.
    fn curly_quotes(&mut self, text: &str, span: Span) {
        let opens = text.starts_with(['“', '”', '„', '‘']);
        let closes = text.ends_with(['“', '”', '’']);
        if opens && closes && text.chars().count() > 1 {
            let inner: String = text
                .chars()
                .skip(1)
                .take(text.chars().count() - 2)
                .collect();
            let straight = quoted(&inner);
            self.sink.push(
                Diagnostic::new(
                    Code::K0106,
                    span,
                    say!(
                        "tanda kutip lengkung dari Word ikut tampil di halaman",
                        "curly quotes from Word are shown on the page"
                    ),
                )
                .help(say!(
                    "ganti dengan tanda kutip lurus, ketik: {straight}",
                    "replace them with straight ones, type: {straight}"
                ))
                .fix(span, straight),
            );
        }
    }
}
