//! Strict reading of nodes into typed values: nothing is coerced, every mistake is reported at its place.

use super::mistakes::{self, Unknown};
use super::shape::{Choice, Field, RecordShape, Shape};
use super::{Id, Lines, Named, Placed, Slot, Text};
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
    /// Whether the node that is read is an item of a list.
    pub item: bool,
    /// Whether the record that is read is said to be official: its numbers are not somebody's own.
    pub official: bool,
    /// Whether a part of the record that is read next was lost: then no key of it is said to be missing.
    pub lost: bool,
}

impl<'a> Context<'a> {
    /// A context that reports to `sink`.
    pub fn new(sink: &'a mut Sink) -> Self {
        Self {
            sink,
            key: String::new(),
            lang: Lang::Id,
            item: false,
            official: false,
            lost: false,
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
    /// The keys that misspelled ones stand for.
    meant: Vec<&'static Field>,
    official: bool,
    span: Span,
}

impl<'n> Keys<'n> {
    /// Sorts the pairs of a mapping under the declared keys; unknown, doubled and missing ones are reported.
    pub fn read(node: &'n Node, shape: &'static RecordShape, cx: &mut Context<'_>) -> Option<Self> {
        let item = std::mem::take(&mut cx.item);
        let lost = std::mem::take(&mut cx.lost);
        let Value::Map(pairs) = &node.value else {
            mistakes::no_mapping(node, shape, item, cx);
            return None;
        };
        let mut keys = Self {
            found: Vec::new(),
            meant: Vec::new(),
            official: false,
            span: node.span,
        };
        let mut cut = lost;
        for (at, pair) in pairs.iter().enumerate() {
            let field = match shape.find(&pair.key.text) {
                Some(field) => field,
                None => match mistakes::unknown(pairs, at, shape, item, cx) {
                    Unknown::Means(field) => field,
                    Unknown::Near(field) => {
                        keys.meant.push(field);
                        continue;
                    }
                    Unknown::Sentence => {
                        cut = true;
                        continue;
                    }
                    Unknown::Nothing => continue,
                },
            };
            let first = keys.found.iter().find(|(known, _, _)| known.en == field.en);
            match first {
                Some((_, first, _)) => cx.sink.push(mistakes::twice(&pair.key, first)),
                None => keys.found.push((field, &pair.key, &pair.value)),
            }
        }
        let official = |(field, _, node): &(&Field, &Key, &Node)| {
            field.en == "official" && node.as_str().and_then(yes_or_no) == Some(true)
        };
        keys.official = keys.found.iter().any(official);
        // A sentence that became a key was meant as a value: which one, nobody knows.
        if !cut {
            keys.report_missing(shape, cx);
        }
        Some(keys)
    }

    /// The value of a declared key in its state.
    pub fn take<T: Decode>(&mut self, en: &str, cx: &mut Context<'_>) -> Slot<T> {
        let Some(at) = self.found.iter().position(|(field, _, _)| field.en == en) else {
            return if self.meant.iter().any(|field| field.en == en) {
                Slot::Wrong
            } else {
                Slot::Absent
            };
        };
        let (_, key, node) = self.found.swap_remove(at);
        if node.value == Value::Null {
            return Slot::Missing(key.span);
        }
        let outer = std::mem::replace(&mut cx.key, key.text.clone());
        let outer_official = std::mem::replace(&mut cx.official, self.official);
        cx.item = false;
        let value = T::decode(node, cx);
        cx.official = outer_official;
        cx.key = outer;
        value.map_or(Slot::Wrong, Slot::Given)
    }

    fn report_missing(&self, shape: &'static RecordShape, cx: &mut Context<'_>) {
        for field in shape.fields.iter().filter(|field| field.required) {
            let given = self
                .found
                .iter()
                .any(|(known, _, node)| known.en == field.en && node.value != Value::Null);
            let meant = self.meant.iter().any(|meant| meant.en == field.en);
            if !given && !meant {
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

/// A yes or a no, in either language.
pub(super) fn yes_or_no(text: &str) -> Option<bool> {
    match text.to_ascii_lowercase().as_str() {
        "true" | "ya" | "yes" => Some(true),
        "false" | "tidak" | "no" => Some(false),
        _ => None,
    }
}

/// The index of the fixed value that a node names in either language.
pub fn fixed_value(node: &Node, choices: &[Choice], cx: &mut Context<'_>) -> Option<usize> {
    let text = cx.scalar(node, ("satu kata", "one word"))?;
    let at = choices
        .iter()
        .position(|choice| choice.en == text || choice.id == text);
    if at.is_none() {
        mistakes::no_value(text, node.span, choices, cx);
    }
    at
}

impl<T: Decode> Decode for Placed<T> {
    fn shape() -> Shape {
        T::shape()
    }

    fn decode(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        Some(Self {
            value: T::decode(node, cx)?,
            span: node.span,
        })
    }
}

impl<T: Decode> Decode for Vec<T> {
    fn shape() -> Shape {
        Shape::List(Box::new(T::shape()))
    }

    fn decode(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        let Value::List(items) = &node.value else {
            mistakes::no_list(node, cx);
            return None;
        };
        let mut values = Vec::with_capacity(items.len());
        for item in items {
            if item.value == Value::Null {
                empty_item(item, cx);
                continue;
            }
            cx.item = true;
            values.extend(T::decode(item, cx));
            cx.item = false;
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
            "write something after `- `, or delete the line"
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
            mistakes::no_names(node, cx);
            return None;
        };
        let mut values = Vec::with_capacity(pairs.len());
        for pair in pairs {
            // Answers are looked up among the questions, where more can be said about a wrong name.
            let name = if matches!(cx.key.as_str(), "jawaban" | "answers") {
                let (value, span) = (pair.key.text.clone(), pair.key.span);
                Some(Id { value, span })
            } else {
                Id::from_key(&pair.key, cx)
            };
            let Some(name) = name else { continue };
            let outer = std::mem::replace(&mut cx.key, pair.key.text.clone());
            if let Some(value) = T::decode(&pair.value, cx) {
                values.push((name, value));
            }
            cx.key = outer;
        }
        Some(Named(values))
    }
}
