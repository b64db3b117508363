//! What of an original can be said in another language: its sentences, in the order and under the names of its file.

use super::{NAMES, has_id, hash8, ids};
use crate::model::YesNo;
use crate::model::shape::{RecordShape, Shape};
use crate::yaml::{Node, Pair, Value};

/// Keys whose text is the same in every language: numbers, addresses, names of people and accounts.
const SAME: [&str; 26] = [
    "email",
    "phone",
    "whatsapp",
    "sms",
    "web",
    "instagram",
    "facebook",
    "x",
    "telegram",
    "extension",
    "number",
    "sha256",
    "system",
    "title_verbatim",
    "source_number",
    "signed_by",
    "by",
    "score",
    "grade",
    "street",
    "village",
    "district",
    "city",
    "province",
    "bank",
    "holder",
];

/// Records whose `label` says their `text` in plain words. The sentence of the standard then stays what it is.
const LABELLED: [&str; 4] = ["requirement", "criterion", "step", "product"];

/// A part of an original that holds sentences.
#[derive(Debug)]
pub enum Part<'n> {
    /// A sentence.
    Text(&'n Node),
    /// Parts under keys or ids.
    Named(Vec<Entry<'n>>),
    /// The items of a list that is translated in its order; one without a sentence is `None`.
    Items(Vec<Option<Part<'n>>>),
}

/// A part and what it is called.
#[derive(Debug)]
pub struct Entry<'n> {
    /// The key as the original has it, or the id.
    pub name: &'n str,
    /// The other name of the key; of an id the same.
    pub also: &'n str,
    /// What stands there.
    pub part: Part<'n>,
}

/// An item with sentences that cannot be translated before it has an id.
#[derive(Debug, Clone, Copy)]
pub struct Nameless<'n> {
    /// The item.
    pub item: &'n Node,
    /// The key of its list.
    pub list: &'n str,
    /// How many sentences it holds.
    pub texts: usize,
}

/// The sentences of an original.
#[derive(Debug, Default)]
pub struct Texts<'n> {
    /// Under their names; of a file, its keys.
    pub entries: Vec<Entry<'n>>,
    /// What lacks an id.
    pub nameless: Vec<Nameless<'n>>,
}

impl<'n> Texts<'n> {
    /// The sentences of a file of this shape: a mapping, or a list whose items are called by their ids.
    pub fn of(original: &'n Node, shape: &Shape) -> Self {
        let mut texts = Self::default();
        texts.entries = match texts.part(original, shape, "") {
            Some(Part::Named(entries)) => entries,
            _ => Vec::new(),
        };
        texts
    }

    fn record(&mut self, node: &'n Node, shape: &RecordShape) -> Vec<Entry<'n>> {
        let mut entries = Vec::new();
        for pair in node.pairs() {
            let name = pair.key.text.as_str();
            let Some(field) = shape.find(name) else {
                continue;
            };
            let other = NAMES.contains(&field.en) || SAME.contains(&field.en);
            if other || field.en == "text" && is_labelled(node, shape) {
                continue;
            }
            let also = if name == field.en { field.id } else { field.en };
            let part = self.part(&pair.value, &(field.shape)(), name);
            entries.extend(part.map(|part| Entry { name, also, part }));
        }
        entries
    }

    /// The sentences of a value under `key`, as [`super::words`] looks them up.
    fn part(&mut self, node: &'n Node, shape: &Shape, key: &'n str) -> Option<Part<'n>> {
        match (shape, &node.value) {
            (_, Value::Null) => None,
            // What is no more than the name of something.
            (Shape::Any(shapes), Value::Scalar(_)) if shapes.iter().any(is_id) => None,
            (Shape::Any(shapes), value) => {
                let list = matches!(value, Value::List(_));
                let fits = |shape: &&Shape| matches!(shape, Shape::List(_)) == list;
                self.part(node, shapes.iter().find(fits)?, key)
            }
            (Shape::List(item), Value::List(items)) => self.list(items, item, key),
            (Shape::Lines, Value::List(items)) => self.items(items, &Shape::Text, key),
            (Shape::Named(item), Value::Map(pairs)) => self.named(pairs, item),
            (Shape::Record(record), Value::Map(_)) => named(self.record(node, record)),
            (
                Shape::Text | Shape::Markdown | Shape::Lines | Shape::Record(_),
                Value::Scalar(scalar),
            ) => is_sentence(&scalar.text).then_some(Part::Text(node)),
            _ => None,
        }
    }

    fn list(&mut self, items: &'n [Node], shape: &Shape, key: &'n str) -> Option<Part<'n>> {
        let records = items.iter().any(|item| matches!(item.value, Value::Map(_)));
        if !(records && has_id(shape)) {
            return self.items(items, shape, key);
        }
        let mut entries = Vec::new();
        for item in items {
            let id = ids(std::slice::from_ref(item)).next().map(|(id, _)| id);
            let part = self.part(item, shape, key);
            match (id, part) {
                (Some(name), Some(part)) => entries.push(Entry {
                    name,
                    also: name,
                    part,
                }),
                (None, Some(part)) => self.nameless.push(Nameless {
                    item,
                    list: key,
                    texts: part.count(),
                }),
                (_, None) => {}
            }
        }
        named(entries)
    }

    fn items(&mut self, items: &'n [Node], shape: &Shape, key: &'n str) -> Option<Part<'n>> {
        let parts = items.iter().map(|item| self.part(item, shape, key));
        let parts: Vec<_> = parts.collect();
        let some = parts.iter().any(Option::is_some);
        some.then_some(Part::Items(parts))
    }

    fn named(&mut self, pairs: &'n [Pair], shape: &Shape) -> Option<Part<'n>> {
        let entries = pairs.iter().filter_map(|pair| {
            let name = pair.key.text.as_str();
            let part = self.part(&pair.value, shape, name)?;
            Some(Entry {
                name,
                also: name,
                part,
            })
        });
        named(entries.collect())
    }

    /// All sentences that have a name, in the order of the file, each with the key it stands under.
    pub fn all(&self) -> Vec<(&'n str, &'n Node)> {
        let entries = self.entries.iter();
        let texts = entries.flat_map(|entry| entry.part.texts_under(entry.name));
        texts.collect()
    }

    /// How many sentences there are, those without a name too.
    pub fn count(&self) -> usize {
        let nameless = self.nameless.iter().map(|nameless| nameless.texts);
        self.all().len() + nameless.sum::<usize>()
    }
}

impl<'n> Part<'n> {
    /// How many sentences it holds.
    pub fn count(&self) -> usize {
        self.texts().len()
    }

    fn texts(&self) -> Vec<(&'n str, &'n Node)> {
        self.texts_under("")
    }

    fn texts_under(&self, name: &'n str) -> Vec<(&'n str, &'n Node)> {
        match self {
            Self::Text(node) => vec![(name, *node)],
            Self::Named(entries) => {
                let texts = entries
                    .iter()
                    .map(|entry| entry.part.texts_under(entry.name));
                texts.flatten().collect()
            }
            Self::Items(items) => {
                let parts = items.iter().flatten();
                parts.flat_map(|part| part.texts_under(name)).collect()
            }
        }
    }
}

/// The stamp of a sentence.
pub fn stamp_of(text: &Node) -> String {
    hash8(&[text.as_str().unwrap_or_default()])
}

fn named(entries: Vec<Entry<'_>>) -> Option<Part<'_>> {
    (!entries.is_empty()).then_some(Part::Named(entries))
}

fn is_id(shape: &Shape) -> bool {
    matches!(shape, Shape::Id)
}

/// Whether a record's plain words stand for its sentence.
fn is_labelled(node: &Node, shape: &RecordShape) -> bool {
    LABELLED.contains(&shape.name)
        && node
            .get("label")
            .is_some_and(|label| label.as_str().is_some())
}

/// Whether a text says something in a language.
fn is_sentence(text: &str) -> bool {
    let text = text.trim();
    let address = text.contains("://") && !text.contains(char::is_whitespace);
    text.contains(char::is_alphabetic) && !address && YesNo::of(text).is_none()
}
