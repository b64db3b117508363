//! Strict reading of nodes into typed values: nothing is coerced, every mistake is reported at its place.

use super::shape::{Choice, Field, RecordShape, Shape};
use super::{Id, Lines, Named, Slot, Text};
use crate::diagnostic::{Code, Diagnostic, Lang, Sink, say};
use crate::span::Span;
use crate::yaml::{Key, Node, Value};

/// A type that content files can hold.
pub trait Decode: Sized {
    /// What it looks like in a file.
    fn shape() -> Shape;

    /// Reads it; what does not fit is reported, and `None` returned when nothing can be used.
    fn decode(node: &Node, cx: &mut Context<'_>) -> Option<Self>;
}

/// What reading needs beside the node: where findings go, and the key being read for their wording.
#[derive(Debug)]
pub struct Context<'a> {
    /// Takes the findings.
    pub sink: &'a mut Sink,
    /// The key whose value is read, as the author wrote it.
    pub key: String,
    /// The language in which the author writes keys; suggestions follow it.
    pub lang: Lang,
}

impl<'a> Context<'a> {
    /// A context that reports to `sink`.
    pub fn new(sink: &'a mut Sink) -> Self {
        Self {
            sink,
            key: String::new(),
            lang: Lang::Id,
        }
    }

    /// Reports that the value is not of the kind `expected` (Indonesian, English).
    pub fn wrong_type(&mut self, node: &Node, expected: (&str, &str), help: (&str, &str)) {
        let key = &self.key;
        let (found_id, found_en) = kind_of(node);
        let (expected_id, expected_en) = expected;
        let (help_id, help_en) = help;
        self.sink.push(
            Diagnostic::new(
                Code::K0202,
                node.span,
                say!(
                    "`{key}` harus berisi {expected_id}, bukan {found_id}",
                    "`{key}` takes {expected_en}, not {found_en}"
                ),
            )
            .help(say!("{help_id}", "{help_en}")),
        );
    }

    /// The scalar of a node that must be one; anything else is reported.
    pub fn scalar<'n>(&mut self, node: &'n Node, expected: (&str, &str)) -> Option<&'n str> {
        let text = node.as_str();
        if text.is_none() {
            let key = self.key.clone();
            let (id, en) = (
                format!("tulis di baris yang sama: {key}: …"),
                format!("write it on the same line: {key}: …"),
            );
            self.wrong_type(node, expected, (&id, &en));
        }
        text
    }
}

fn kind_of(node: &Node) -> (&'static str, &'static str) {
    match &node.value {
        Value::Null => ("kosong", "nothing"),
        Value::Scalar(_) => ("teks", "a text"),
        Value::List(_) => ("daftar", "a list"),
        Value::Map(_) => ("pasangan kunci dan nilai", "a mapping"),
    }
}

/// The keys of a mapping, by their declared name.
pub struct Keys<'n> {
    found: Vec<(&'static Field, &'n Key, &'n Node)>,
    span: Span,
}

impl<'n> Keys<'n> {
    /// Sorts the pairs of a mapping under the declared keys; unknown, doubled and missing ones are reported.
    pub fn read(node: &'n Node, shape: &'static RecordShape, cx: &mut Context<'_>) -> Option<Self> {
        let Value::Map(pairs) = &node.value else {
            let first = shape.fields.first().map_or("", |field| field.name(cx.lang));
            let (id, en) = (
                format!("tulis kunci di bawahnya, misalnya: {first}: …"),
                format!("write its keys below it, such as: {first}: …"),
            );
            cx.wrong_type(node, ("kunci dan nilai", "keys and values"), (&id, &en));
            return None;
        };
        let mut found: Vec<(&'static Field, &Key, &Node)> = Vec::new();
        let mut cut = false;
        for pair in pairs {
            match shape.find(&pair.key.text) {
                Some(field) => {
                    let first = found.iter().find(|(known, _, _)| known.en == field.en);
                    match first {
                        Some((_, first, _)) => cx.sink.push(twice(&pair.key, first)),
                        None => found.push((field, &pair.key, &pair.value)),
                    }
                }
                None if pair.key.text.contains(' ') => {
                    cut = true;
                    cx.sink.push(sentence_cut(&pair.key, &pair.value));
                }
                None => cx.sink.push(unknown_key(&pair.key, shape, cx.lang)),
            }
        }
        let keys = Self {
            found,
            span: node.span,
        };
        // A sentence that became a key was meant as a value: which one, nobody knows.
        if !cut {
            keys.report_missing(shape, cx);
        }
        Some(keys)
    }

    /// The value of a declared key in its state.
    pub fn take<T: Decode>(&mut self, en: &str, cx: &mut Context<'_>) -> Slot<T> {
        let Some(at) = self.found.iter().position(|(field, _, _)| field.en == en) else {
            return Slot::Absent;
        };
        let (_, key, node) = self.found.swap_remove(at);
        if node.value == Value::Null {
            return Slot::Missing(key.span);
        }
        let outer = std::mem::replace(&mut cx.key, key.text.clone());
        let value = T::decode(node, cx);
        cx.key = outer;
        value.map_or(Slot::Absent, Slot::Given)
    }

    fn report_missing(&self, shape: &'static RecordShape, cx: &mut Context<'_>) {
        for field in shape.fields.iter().filter(|field| field.required) {
            let given = self
                .found
                .iter()
                .any(|(known, _, node)| known.en == field.en && node.value != Value::Null);
            if !given {
                let name = field.name(cx.lang);
                let about_id = field.about_id;
                let about_en = field.about_en;
                cx.sink.push(
                    Diagnostic::new(
                        Code::K0208,
                        Span::new(
                            self.span.file,
                            self.span.start as usize,
                            self.span.start as usize,
                        ),
                        say!("`{name}` belum ditulis", "`{name}` is missing"),
                    )
                    .help(say!(
                        "tambahkan: {name}: … ({about_id})",
                        "add: {name}: … ({about_en})"
                    )),
                );
            }
        }
    }
}

impl Field {
    /// The key in a language.
    pub fn name(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Id => self.id,
            Lang::En => self.en,
        }
    }
}

impl RecordShape {
    /// The field that `key` names in either language.
    pub fn find(&self, key: &str) -> Option<&'static Field> {
        self.fields
            .iter()
            .find(|field| field.en == key || field.id == key)
    }
}

fn twice(key: &Key, first: &Key) -> Diagnostic {
    let (name, other) = (&key.text, &first.text);
    Diagnostic::new(
        Code::K0108,
        key.span,
        say!(
            "`{name}` sama artinya dengan `{other}`, yang sudah ditulis",
            "`{name}` means the same as `{other}`, which is written already"
        ),
    )
    .also(first.span, say!("pertama kali di sini", "first here"))
    .help(say!(
        "hapus salah satu dari keduanya",
        "delete one of the two"
    ))
}

/// A key of several words: a sentence that a colon cut in two.
fn sentence_cut(key: &Key, rest: &Node) -> Diagnostic {
    let name = &key.text;
    let rest = match rest.as_str() {
        Some(rest) => rest.replace('"', "\\\""),
        None => "…".to_owned(),
    };
    Diagnostic::new(
        Code::K0103,
        key.span,
        say!(
            "kalimat `{name}` terputus oleh tanda titik dua",
            "the sentence `{name}` is cut by a colon"
        ),
    )
    .label(say!(
        "titik dua dan spasi sesudah ini dibaca sebagai kunci",
        "the colon and blank after this make it a key"
    ))
    .help(say!(
        "apit seluruh kalimat dengan tanda kutip, ketik: \"{name}: {rest}\"",
        "put the whole sentence in quotes, type: \"{name}: {rest}\""
    ))
}

fn unknown_key(key: &Key, shape: &RecordShape, lang: Lang) -> Diagnostic {
    let name = &key.text;
    let known = shape.fields.iter().flat_map(|field| [field.id, field.en]);
    let finding = Diagnostic::new(
        Code::K0201,
        key.span,
        say!(
            "`{name}` bukan kunci yang dikenal di sini",
            "`{name}` is no key known here"
        ),
    );
    match nearest(name, known) {
        Some(near) => finding.help(say!(
            "mungkin maksud Anda `{near}`, ketik: {near}:",
            "did you mean `{near}`? type: {near}:"
        )),
        None => {
            let names: Vec<&str> = shape.fields.iter().map(|field| field.name(lang)).collect();
            let names = names.join(", ");
            finding.help(say!("kunci yang ada: {names}", "the keys are: {names}"))
        }
    }
}

/// The candidate nearest to `name`, if one is near enough to be meant.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let name = name.to_lowercase();
    let mut best: Option<(f64, &str)> = None;
    for candidate in candidates {
        let score = strsim::jaro_winkler(&name, &candidate.to_lowercase());
        if score >= 0.8 && best.is_none_or(|(top, _)| score > top) {
            best = Some((score, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// The index of the fixed value that a node names in either language.
pub fn fixed_value(node: &Node, choices: &[Choice], cx: &mut Context<'_>) -> Option<usize> {
    let text = cx.scalar(node, ("satu kata", "one word"))?;
    let at = choices
        .iter()
        .position(|choice| choice.en == text || choice.id == text);
    if at.is_none() {
        let key = &cx.key;
        let words: Vec<&str> = choices
            .iter()
            .map(|choice| match cx.lang {
                Lang::Id => choice.id,
                Lang::En => choice.en,
            })
            .collect();
        let known = words.join(", ");
        let near = nearest(
            text,
            choices.iter().flat_map(|choice| [choice.id, choice.en]),
        );
        let finding = Diagnostic::new(
            Code::K0205,
            node.span,
            say!(
                "`{text}` bukan nilai dari `{key}`",
                "`{text}` is no value of `{key}`"
            ),
        )
        .label(say!("yang ada: {known}", "known: {known}"));
        let mend = near.unwrap_or(words.first().copied().unwrap_or_default());
        cx.sink.push(finding.help(say!(
            "mungkin maksud Anda `{mend}`, ketik: {key}: {mend}",
            "did you mean `{mend}`? type: {key}: {mend}"
        )));
    }
    at
}

impl<T: Decode> Decode for Vec<T> {
    fn shape() -> Shape {
        Shape::List(Box::new(T::shape()))
    }

    fn decode(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        let Value::List(items) = &node.value else {
            let key = cx.key.clone();
            let (id, en) = (
                format!("tulis tiap butir di baris baru di bawah `{key}:`, diawali tanda `- `"),
                format!("write each item on a line of its own below `{key}:`, starting with `- `"),
            );
            cx.wrong_type(node, ("daftar", "a list"), (&id, &en));
            return None;
        };
        let mut values = Vec::with_capacity(items.len());
        for item in items {
            if item.value == Value::Null {
                empty_item(item, cx);
            } else if let Some(value) = T::decode(item, cx) {
                values.push(value);
            }
        }
        Some(values)
    }
}

fn empty_item(item: &Node, cx: &mut Context<'_>) {
    let key = &cx.key;
    cx.sink.push(
        Diagnostic::new(
            Code::K0209,
            item.span,
            say!("ada butir kosong di `{key}`", "an item of `{key}` is empty"),
        )
        .help(say!(
            "isi sesudah tanda `- `, atau hapus baris itu",
            "write something after the `- `, or delete the line"
        )),
    );
}

impl Decode for Lines {
    fn shape() -> Shape {
        Shape::Lines
    }

    fn decode(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        match &node.value {
            Value::List(_) => Vec::<Text>::decode(node, cx).map(Lines),
            _ => Text::decode(node, cx).map(|text| Lines(vec![text])),
        }
    }
}

impl<T: Decode> Decode for Named<T> {
    fn shape() -> Shape {
        Shape::Named(Box::new(T::shape()))
    }

    fn decode(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        let Value::Map(pairs) = &node.value else {
            let key = cx.key.clone();
            let (id, en) = (
                format!(
                    "tulis di bawah `{key}:` satu baris untuk tiap nama, misalnya: nama: nilai"
                ),
                format!("write a line for each name below `{key}:`, such as: name: value"),
            );
            cx.wrong_type(node, ("nama dan nilai", "names and values"), (&id, &en));
            return None;
        };
        let mut values = Vec::with_capacity(pairs.len());
        for pair in pairs {
            let Some(name) = Id::from_key(&pair.key, cx) else {
                continue;
            };
            let outer = std::mem::replace(&mut cx.key, pair.key.text.clone());
            if let Some(value) = T::decode(&pair.value, cx) {
                values.push((name, value));
            }
            cx.key = outer;
        }
        Some(Named(values))
    }
}
