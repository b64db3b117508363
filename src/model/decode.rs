//! Strict reading of mappings and lists: nothing is coerced, every mistake is reported at its place.

use super::context::{Context, Decode, yes_or_no};
use super::meant;
use super::mistakes::{self, Unknown};
use super::shape::{Choice, Field, RecordShape, Shape};
use super::{Id, Lines, Named, Placed, Slot, Text};
use crate::diagnostic::{Code, Diagnostic, say};
use crate::span::Span;
use crate::yaml::{Key, Node, Value};

/// The keys of a mapping, by their declared name.
pub struct Keys<'n> {
    found: Vec<(&'static Field, &'n Key, &'n Node)>,
    /// The keys that misspelled ones stand for.
    meant: Vec<&'static Field>,
    official: bool,
    /// Whether each key is known and each value that was taken could be read.
    whole: bool,
    span: Span,
}

impl<'n> Keys<'n> {
    /// Sorts the pairs of a mapping under the declared keys; unknown, doubled and missing ones are reported.
    pub fn read(node: &'n Node, shape: &'static RecordShape, cx: &mut Context<'_>) -> Option<Self> {
        let item = std::mem::take(&mut cx.item);
        let lost = std::mem::take(&mut cx.lost);
        if meant::row_of_hours(node, shape, cx) {
            return None;
        }
        let Value::Map(pairs) = &node.value else {
            mistakes::no_mapping(node, shape, item, cx);
            return None;
        };
        let mut keys = Self {
            found: Vec::new(),
            meant: Vec::new(),
            official: false,
            whole: !lost,
            span: node.span,
        };
        let mut cut = lost;
        for (at, pair) in pairs.iter().enumerate() {
            let declared = shape.find(&pair.key.text);
            let field = match declared {
                Some(field) => field,
                None => match mistakes::unknown(pairs, at, shape, item, cx) {
                    Unknown::Means(field) => field,
                    Unknown::Near(field) => {
                        keys.whole = false;
                        keys.meant.push(field);
                        continue;
                    }
                    Unknown::Sentence => {
                        keys.whole = false;
                        cut = true;
                        continue;
                    }
                    // It may be any key, a required one too.
                    Unknown::Nothing => {
                        keys.whole = false;
                        cut = true;
                        continue;
                    }
                },
            };
            let first = keys.found.iter().find(|(known, _, _)| known.en == field.en);
            match (first, declared) {
                (Some((_, first, _)), Some(_)) => cx.sink.push(mistakes::twice(&pair.key, first)),
                // Of a key that there is not, that alone is said.
                (Some(_), None) => {}
                (None, _) => keys.found.push((field, &pair.key, &pair.value)),
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
        let (field, key, node) = self.found.swap_remove(at);
        if node.value == Value::Null {
            return Slot::Missing(key.span);
        }
        // A key that only stands for this one is not what should be typed.
        let known = [field.en, field.id].contains(&key.text.as_str());
        let name = if known {
            &key.text
        } else {
            field.name(cx.lang)
        };
        let outer = std::mem::replace(&mut cx.key, name.to_owned());
        let outer_official = std::mem::replace(&mut cx.official, self.official);
        cx.item = false;
        let value = T::decode(node, cx);
        cx.official = outer_official;
        cx.key = outer;
        self.whole &= value.is_some();
        value.map_or(Slot::Wrong, Slot::Given)
    }

    /// Whether each key is known and each value that was taken could be read.
    pub fn is_whole(&self) -> bool {
        self.whole
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
        if meant::days(node, &T::shape(), cx) {
            return None;
        }
        let Value::List(items) = &node.value else {
            if !meant::rows_of_hours(node, &T::shape(), cx) {
                mistakes::no_list(node, cx);
            }
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
