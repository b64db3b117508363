//! Translations: words for the texts of an original, found by key and id, each with the hash of what it translates.

mod alike;
mod findings;
mod phrase;
pub mod stamps;
pub mod texts;

use std::collections::BTreeMap;

use super::dictionary::{Dictionary, Form};
use super::held::short_hash;
use crate::diagnostic::{Code, say};
use crate::figure;
use crate::model::shape::{RecordShape, Shape};
use crate::model::{Context, Decode, Text};
use crate::similar::nearest;
use crate::span::Span;
use crate::yaml::{Key, Node, Pair, Value};
use alike::alike;

pub(super) use findings::{stale, unstamped_page};

/// Keys whose text is a name that refers to something, and so no sentence.
const NAMES: [&str; 18] = [
    "document",
    "any_of",
    "all_of",
    "category",
    "life_events",
    "offered_at",
    "moved_from",
    "source",
    "regulation",
    "see",
    "needs",
    "produces",
    "related",
    "tests",
    "timezone",
    "postal_code",
    "lat",
    "lon",
];

/// The keys under which a text stands beside its stamp: `{of: HASH8, text: …}`, or the key that its short form means.
const SHORT: [&str; 7] = ["text", "bunyi", "label", "say", "pesan", "name", "nama"];

/// Names among which the one that was meant is sought.
const MOST_COMPARED: usize = 1_000;

/// Names that a finding lists.
const MOST_NAMED: usize = 8;

/// The first eight hexadecimal digits of the SHA-256 of an original text; several texts are joined by a newline.
pub fn hash8(texts: &[&str]) -> String {
    short_hash(texts.join("\n").as_bytes())
}

/// What a translation says about an original of this shape: a mapping, or a list whose items are called by their ids.
///
/// It brings words and nothing else. What the original does not have is reported, and so is a translation of an older
/// original, and a value that is the same in every language.
pub fn words(
    original: &Node,
    translation: &Node,
    shape: &Shape,
    lang: &str,
    cx: &mut Context<'_>,
) -> Said {
    let mut overlay = Overlay::new(lang, cx);
    match shape {
        Shape::Record(record) => overlay.record(original, translation, record),
        list => overlay.value(original, translation, list),
    }
    let finding = findings::unstamped(&overlay.unstamped);
    overlay.cx.sink.extend(finding);
    Said {
        words: overlay.words,
        unstamped: overlay.unstamped,
        stale: overlay.stale,
    }
}

/// What a translation says.
#[derive(Debug, Clone, Default)]
pub struct Said {
    /// Its words.
    pub words: Dictionary,
    /// Its texts that do not say what they translate.
    pub unstamped: Vec<Unstamped>,
    /// Its stamps that are not those of the original.
    pub stale: Vec<Stale>,
}

/// A stamp that is not that of the original.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stale {
    /// Where it stands.
    pub span: Span,
    /// The stamp of the original.
    pub now: String,
}

/// A text of a translation without a stamp.
#[derive(Debug, Clone)]
pub struct Unstamped {
    /// Where it stands.
    pub span: Span,
    /// The key it stands under.
    key: String,
    /// The stamp of its original.
    pub hash: String,
}

struct Overlay<'a, 's> {
    lang: &'a str,
    cx: &'a mut Context<'s>,
    words: Dictionary,
    unstamped: Vec<Unstamped>,
    stale: Vec<Stale>,
}

/// A stamp as it is written: the key under which it stands, the hash and its place.
struct Stamp<'n> {
    key: &'n str,
    hash: &'n str,
    span: Span,
}

/// The stamp in a pair, if it is one.
fn stamp(pair: &Pair) -> Option<Stamp<'_>> {
    let key = pair.key.text.as_str();
    let hash = pair
        .value
        .as_str()
        .filter(|_| matches!(key, "of" | "dari"))?;
    let span = pair.value.span;
    Some(Stamp { key, hash, span })
}

impl<'a, 's> Overlay<'a, 's> {
    fn new(lang: &'a str, cx: &'a mut Context<'s>) -> Self {
        Self {
            lang,
            cx,
            words: Dictionary::default(),
            unstamped: Vec::new(),
            stale: Vec::new(),
        }
    }

    fn record(&mut self, original: &Node, translation: &Node, shape: &RecordShape) {
        let Value::Map(pairs) = &original.value else {
            self.unknown(translation.span, "…");
            return;
        };
        let mut of = None;
        let unstamped = self.unstamped.len();
        let mut translated: Vec<String> = Vec::new();
        for pair in translation.pairs() {
            if matches!(pair.key.text.as_str(), "of" | "dari") {
                of = stamp(pair);
                continue;
            }
            let field = shape.find(&pair.key.text);
            let target = field.and_then(|field| {
                pairs
                    .iter()
                    .find(|pair| pair.key.text == field.en || pair.key.text == field.id)
            });
            let (Some(field), Some(target)) = (field, target) else {
                self.unknown_key(&pair.key, original);
                continue;
            };
            if let (Value::Scalar(before), Value::Scalar(_)) =
                (&target.value.value, &pair.value.value)
            {
                translated.push(before.text.clone());
            }
            let outer = std::mem::replace(&mut self.cx.key, target.key.text.clone());
            if NAMES.contains(&field.en) {
                self.same(&target.value, &pair.value);
            } else {
                self.value(&target.value, &pair.value, &(field.shape)());
            }
            self.cx.key = outer;
        }
        if of.is_some() {
            self.unstamped.truncate(unstamped);
        }
        self.check_hash(of, original.span, &translated);
    }

    fn value(&mut self, original: &Node, translation: &Node, shape: &Shape) {
        match (shape, &translation.value) {
            (_, Value::Null) => {}
            (Shape::List(item), Value::Map(entries)) => self.list(original, entries, item),
            (Shape::Named(item), Value::Map(entries)) => self.named(original, entries, item),
            (Shape::Any(shapes), _) => {
                let list = matches!(original.value, Value::List(_));
                let fits = |shape: &&Shape| matches!(shape, Shape::List(_)) == list;
                if let Some(shape) = shapes.iter().find(fits) {
                    self.value(original, translation, shape);
                }
            }
            (Shape::Record(record), Value::Map(_)) if original.as_str().is_none() => {
                self.record(original, translation, record);
            }
            (Shape::List(item), Value::List(_)) => self.items(original, translation, item),
            (Shape::Lines, Value::List(_)) => self.items(original, translation, &Shape::Text),
            (Shape::Text | Shape::Lines | Shape::List(_) | Shape::Record(_), _) => {
                self.text(original, translation, Form::Plain);
            }
            (Shape::Markdown, _) => self.text(original, translation, Form::Markdown),
            _ => self.same(original, translation),
        }
    }

    /// A text, or `{of: HASH8, text: …}` for one.
    fn text(&mut self, original: &Node, translation: &Node, form: Form) {
        let Some(before) = original.as_str() else {
            self.unknown(translation.span, "…");
            return;
        };
        let inner = match &translation.value {
            Value::Map(pairs) => {
                let is_stamp = |pair: &&Pair| matches!(pair.key.text.as_str(), "of" | "dari");
                let of = pairs.iter().find_map(stamp);
                if of.is_none() {
                    self.note_unstamped(translation.span, before);
                }
                self.check_hash(of, original.span, &[before.to_owned()]);
                let is_text = |pair: &&Pair| SHORT.contains(&pair.key.text.as_str());
                let other = |pair: &&Pair| !is_stamp(pair) && !is_text(pair);
                for pair in pairs.iter().filter(other) {
                    self.unknown(pair.key.span, &pair.key.text);
                }
                let said = pairs.iter().find(is_text);
                said.map(|pair| &pair.value)
            }
            _ => {
                self.note_unstamped(translation.span, before);
                Some(translation)
            }
        };
        let inner = inner.filter(|node| node.value != Value::Null);
        if let Some(mut text) = inner.and_then(|node| Text::decode(node, self.cx)) {
            phrase::check(&self.cx.key, before, &text, self.cx.sink);
            text.lang = Some(self.lang.to_owned());
            // A short form holds a text more: the unit of `Rp10.000 per lembar`.
            if let (Some(of), Some(value)) = (unit(before), unit(&text.value)) {
                let said = Text {
                    value,
                    ..text.clone()
                };
                self.words.insert(original.span, &of, said, Form::Plain);
            }
            self.words.insert(original.span, before, text, form);
        }
    }

    /// A list that is translated whole: the words of each item in its place. What can have an `id` and is more than a
    /// sentence is called by it, for its words must not end at another item's rules.
    fn items(&mut self, original: &Node, translation: &Node, item: &Shape) {
        // One text may stand where several could.
        let originals = match &original.value {
            Value::Scalar(_) => std::slice::from_ref(original),
            _ => original.items(),
        };
        if has_id(item)
            && originals
                .iter()
                .any(|item| matches!(item.value, Value::Map(_)))
        {
            let id = ids(originals).next().map(|(id, _)| id);
            self.cx.sink.push(findings::by_place(translation.span, id));
            return;
        }
        if originals.len() != translation.items().len() {
            let (ours, theirs) = (translation.items().len(), originals.len());
            let finding = findings::other_length(translation.span, ours, theirs);
            self.cx.sink.push(finding);
            // Which words belong to which item cannot be told; at one with rules, the wrong ones would mislead.
            if !matches!(item, Shape::Text) {
                return;
            }
        }
        for (original, translation) in originals.iter().zip(translation.items()) {
            self.cx.item = true;
            self.value(original, translation, item);
            self.cx.item = false;
        }
    }

    fn list(&mut self, original: &Node, entries: &[Pair], item: &Shape) {
        let ids: BTreeMap<&str, &Node> = ids(original.items()).collect();
        for entry in entries {
            match ids.get(&*entry.key.text) {
                Some(target) => self.value(target, &entry.value, item),
                None => self.report(&entry.key, ids.keys().copied()),
            }
        }
    }

    fn named(&mut self, original: &Node, entries: &[Pair], item: &Shape) {
        let named = original.pairs().iter().rev();
        let named = named.map(|pair| (pair.key.text.as_str(), pair));
        let named: BTreeMap<&str, &Pair> = named.collect();
        for entry in entries {
            match named.get(entry.key.text.as_str()) {
                Some(target) => {
                    let name = target.key.text.clone();
                    let outer = std::mem::replace(&mut self.cx.key, name);
                    self.value(&target.value, &entry.value, item);
                    self.cx.key = outer;
                }
                None => self.unknown_key(&entry.key, original),
            }
        }
    }

    /// A value that no language changes: it may be repeated, not replaced.
    fn same(&mut self, original: &Node, translation: &Node) {
        if translation.value == Value::Null || alike(original, translation) {
            return;
        }
        let finding = findings::same(&self.cx.key, translation.span);
        self.cx.sink.push(finding);
    }

    fn check_hash(&mut self, of: Option<Stamp<'_>>, original: Span, originals: &[String]) {
        let Some(Stamp { key, hash, span }) = of else {
            return;
        };
        let texts: Vec<&str> = originals.iter().map(String::as_str).collect();
        let now = hash8(&texts);
        if hash != now {
            let finding = findings::stale(key, &now, span);
            let place = say!("aslinya sekarang", "the original now");
            self.cx.sink.push(finding.also(original, place));
            self.stale.push(Stale { span, now });
        }
    }

    fn note_unstamped(&mut self, span: Span, original: &str) {
        if self.cx.item {
            return; // A plain item of a list has no room for one.
        }
        self.unstamped.push(Unstamped {
            span,
            key: self.cx.key.clone(),
            hash: hash8(&[original]),
        });
    }

    fn unknown(&mut self, span: Span, name: &str) {
        self.cx.sink.push(findings::unknown(span, name));
    }

    fn unknown_key(&mut self, key: &Key, original: &Node) {
        let pairs = original.pairs().iter();
        self.report(key, pairs.map(|pair| pair.key.text.as_str()));
    }

    fn report<'n>(&mut self, key: &Key, names: impl Iterator<Item = &'n str> + Clone) {
        // Where much is unknown, nobody reads what each was meant to be.
        let guess = !self.cx.sink.has_many(Code::K0702);
        let known = names.clone().take(if guess { MOST_COMPARED } else { 0 });
        let near = nearest(&key.text, known);
        let first: Vec<&str> = names.take(MOST_NAMED + 1).collect();
        self.cx.sink.push(findings::unknown_key(key, near, &first));
    }
}

/// The items of a list that have an id.
fn ids(items: &[Node]) -> impl Iterator<Item = (&str, &Node)> {
    let id = |node| Some((Node::get(node, "id")?.as_str()?, node));
    items.iter().filter_map(id)
}

/// Whether the items of a list can have an id.
fn has_id(item: &Shape) -> bool {
    match item {
        Shape::Record(record) => record.find("id").is_some(),
        Shape::Any(shapes) => shapes.iter().any(has_id),
        _ => false,
    }
}

/// The unit of a price written in short: `lembar` in `Rp10.000 per lembar`.
fn unit(text: &str) -> Option<String> {
    figure::read(text)?.per
}
