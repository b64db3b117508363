//! Translations: words for the texts of an original, found by key and id, each with the hash of what it translates.

mod alike;
mod phrase;

use std::collections::BTreeMap;

use super::dictionary::{Dictionary, Form};
use super::held::short_hash;
use crate::diagnostic::{Code, Diagnostic, say};
use crate::figure;
use crate::model::shape::{RecordShape, Shape};
use crate::model::{Context, Decode, Text};
use crate::similar::nearest;
use crate::span::Span;
use crate::yaml::{Key, Node, Pair, Value};
use alike::alike;

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

/// What a translation says about the mapping of an original, with the keys of the translation in `lang`.
///
/// It brings words and nothing else. What the original does not have is reported, and so is a translation of an older
/// original, and a value that is the same in every language.
pub fn words(
    original: &Node,
    translation: &Node,
    shape: &RecordShape,
    lang: &str,
    cx: &mut Context<'_>,
) -> Dictionary {
    let mut overlay = Overlay::new(lang, cx);
    overlay.record(original, translation, shape);
    overlay.report_unstamped();
    overlay.words
}

/// The same of a list whose items, of the shape `item`, are called by their ids.
pub fn words_of_list(
    original: &Node,
    translation: &Node,
    item: Shape,
    lang: &str,
    cx: &mut Context<'_>,
) -> Dictionary {
    let mut overlay = Overlay::new(lang, cx);
    overlay.value(original, translation, &Shape::List(Box::new(item)));
    overlay.report_unstamped();
    overlay.words
}

struct Overlay<'a, 's> {
    lang: &'a str,
    cx: &'a mut Context<'s>,
    words: Dictionary,
    /// Texts without a stamp: where they stand, their key, and the stamp of their original.
    unstamped: Vec<(Span, String, String)>,
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
        self.check_hash(of, &translated);
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
                self.check_hash(of, &[before.to_owned()]);
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
            self.by_place(translation.span, originals);
            return;
        }
        if originals.len() != translation.items().len() {
            let (ours, theirs) = (translation.items().len(), originals.len());
            self.other_length(translation.span, ours, theirs);
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
        let key = &self.cx.key;
        self.cx.sink.push(
            Diagnostic::new(
                Code::K0702,
                translation.span,
                say!(
                    "`{key}` sama dalam semua bahasa dan tidak diterjemahkan",
                    "`{key}` is the same in all languages and is not translated"
                ),
            )
            .help(say!(
                "hapus dari terjemahan; yang diterjemahkan hanya kalimat",
                "delete it from the translation; only sentences are translated"
            )),
        );
    }

    fn check_hash(&mut self, of: Option<Stamp<'_>>, originals: &[String]) {
        let Some(Stamp { key, hash, span }) = of else {
            return;
        };
        let texts: Vec<&str> = originals.iter().map(String::as_str).collect();
        let now = hash8(&texts);
        if hash == now {
            return;
        }
        self.cx.sink.push(
            Diagnostic::new(
                Code::K0701,
                span,
                say!(
                    "teks aslinya berubah sesudah diterjemahkan",
                    "the original changed after it was translated"
                ),
            )
            .help(say!(
                "periksa terjemahannya, lalu ketik: {key}: {now}",
                "check the translation, then type: {key}: {now}"
            )),
        );
    }

    /// A list translated by order that has another number of items than the original.
    fn other_length(&mut self, span: Span, ours: usize, theirs: usize) {
        self.cx.sink.push(
            Diagnostic::new(
                Code::K0701,
                span,
                say!(
                    "terjemahan ini punya {ours} butir, teks aslinya {theirs}",
                    "this translation has {ours} items, the original {theirs}"
                ),
            )
            .help(say!(
                "tulis butir sebanyak di teks aslinya, menurut urutannya",
                "write as many items as the original has, in its order"
            )),
        );
    }

    fn note_unstamped(&mut self, span: Span, original: &str) {
        if self.cx.item {
            return; // A plain item of a list has no room for one.
        }
        let key = self.cx.key.clone();
        self.unstamped.push((span, key, hash8(&[original])));
    }

    /// One hint for all texts of a file whose originals may change unnoticed.
    fn report_unstamped(&mut self) {
        let count = self.unstamped.len();
        let Some((span, key, hash)) = self.unstamped.first() else {
            return;
        };
        self.cx.sink.push(
            Diagnostic::new(
                Code::K0703,
                *span,
                say!(
                    "{count} teks terjemahan ini tanpa cap, jadi tidak ketahuan jika aslinya berubah",
                    "{count} texts of this translation have no stamp, so nobody sees when their originals change"
                ),
            )
            .help(say!(
                "ketik di bawah `{key}`: dari: {hash}, dan terjemahannya sesudah bunyi:; begitu juga yang lain",
                "type below `{key}`: of: {hash}, and the translation after text:; and so for the others"
            )),
        );
    }

    fn unknown(&mut self, span: Span, name: &str) {
        self.cx.sink.push(
            Diagnostic::new(
                Code::K0702,
                span,
                say!(
                    "teks asli tidak punya `{name}` di tempat ini",
                    "the original has no `{name}` here"
                ),
            )
            .help(say!(
                "hapus, atau samakan dengan susunan berkas aslinya",
                "delete it, or follow the structure of the original"
            )),
        );
    }

    fn unknown_key(&mut self, key: &Key, original: &Node) {
        let pairs = original.pairs().iter();
        self.report(key, pairs.map(|pair| pair.key.text.as_str()));
    }

    fn report<'n>(&mut self, key: &Key, names: impl Iterator<Item = &'n str> + Clone) {
        let name = &key.text;
        let finding = Diagnostic::new(
            Code::K0702,
            key.span,
            say!(
                "teks asli tidak punya `{name}`",
                "the original has no `{name}`"
            ),
        );
        // Where much is unknown, nobody reads what each was meant to be.
        let guess = !self.cx.sink.has_many(Code::K0702);
        let known = names.clone().take(if guess { MOST_COMPARED } else { 0 });
        let near = nearest(name, known);
        let finding = match near {
            Some(near) => finding.help(say!(
                "mungkin maksud Anda `{near}`, ketik: {near}:",
                "did you mean `{near}`? type: {near}:"
            )),
            None => {
                let first: Vec<&str> = names.clone().take(MOST_NAMED).collect();
                let more = names.clone().nth(MOST_NAMED).map_or("", |_| ", …");
                let known = if first.is_empty() {
                    "-".to_owned()
                } else {
                    first.join(", ")
                };
                finding.help(say!(
                    "yang dapat diterjemahkan: {known}{more}; butir daftar perlu `id`",
                    "what can be translated: {known}{more}; list items need an `id`"
                ))
            }
        };
        self.cx.sink.push(finding);
    }

    /// Items that are more than sentences, translated by their places.
    fn by_place(&mut self, span: Span, originals: &[Node]) {
        let finding = Diagnostic::new(
            Code::K0702,
            span,
            say!(
                "butir daftar ini diterjemahkan menurut urutannya; urutan dapat bergeser, `id` tidak",
                "the items of this list are translated by their order; an order can shift, an `id` does not"
            ),
        );
        self.cx.sink.push(match ids(originals).next() {
            Some((id, _)) => finding.help(say!(
                "sebut tiap butir dengan `id`-nya, ketik: {id}: lalu terjemahannya di bawahnya",
                "call each item by its `id`, type: {id}: and its translation below it"
            )),
            None => finding.help(say!(
                "beri tiap butir aslinya `id`, misalnya id: butir-1, lalu ketik di sini: butir-1: dan terjemahannya di bawahnya",
                "give each item of the original an `id`, for example id: item-1, then type here: item-1: and its translation below it"
            )),
        });
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
