//! Translations: strings laid over the original by id, each with the hash of what it translates.

use sha2::{Digest, Sha256};

use crate::diagnostic::{Code, Diagnostic, Sink, say};
use crate::model::decode::nearest;
use crate::model::shape::{RecordShape, Shape};
use crate::span::Span;
use crate::yaml::{Key, Node, Pair, Scalar, Value};

/// The first eight hexadecimal digits of the SHA-256 of an original text; several texts are joined by a newline.
pub fn hash8(texts: &[&str]) -> String {
    let digest = Sha256::digest(texts.join("\n").as_bytes());
    digest[..4]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// Lays a translation over the mapping of an original: the same mapping, with translated scalars marked by `lang`.
/// What the original does not have is reported, and so is a translation of an older original.
pub fn overlay(
    original: &Node,
    translation: &Node,
    shape: &RecordShape,
    lang: &str,
    sink: &mut Sink,
) -> Node {
    let mut overlay = Overlay { lang, sink };
    overlay.record(original, translation, shape)
}

struct Overlay<'a> {
    lang: &'a str,
    sink: &'a mut Sink,
}

impl Overlay<'_> {
    fn record(&mut self, original: &Node, translation: &Node, shape: &RecordShape) -> Node {
        let mut result = original.clone();
        let Value::Map(pairs) = &mut result.value else {
            self.unknown(translation.span, "…");
            return result;
        };
        let mut of = None;
        let mut translated: Vec<String> = Vec::new();
        for pair in translation.pairs() {
            if pair.key.text == "of" || pair.key.text == "dari" {
                of = pair.value.as_str().map(|hash| (hash, pair.value.span));
                continue;
            }
            let field = shape.find(&pair.key.text);
            let target = field.and_then(|field| {
                pairs
                    .iter_mut()
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
            target.value = self.value(&target.value, &pair.value, &(field.shape)());
        }
        self.check_hash(of, &translated);
        result
    }

    fn value(&mut self, original: &Node, translation: &Node, shape: &Shape) -> Node {
        match (shape, &translation.value) {
            (_, Value::Null) => original.clone(),
            (Shape::List(item), Value::Map(entries)) => self.list(original, entries, item),
            (Shape::Named(item), Value::Map(entries)) => self.named(original, entries, item),
            (Shape::Any(shapes), _) => match shapes.first() {
                Some(first) => self.value(original, translation, first),
                None => original.clone(),
            },
            (Shape::Record(record), Value::Map(_)) => match original.value {
                Value::Map(_) => self.record(original, translation, record),
                _ => self.text(original, translation),
            },
            (Shape::List(_) | Shape::Lines, Value::List(_)) => self.texts(original, translation),
            _ => self.text(original, translation),
        }
    }

    /// A scalar, or `{of: HASH8, text: …}` for one.
    fn text(&mut self, original: &Node, translation: &Node) -> Node {
        let Some(before) = original.as_str() else {
            self.unknown(translation.span, "…");
            return original.clone();
        };
        let inner = match &translation.value {
            Value::Map(_) => {
                let of = translation.get("of").or_else(|| translation.get("dari"));
                let of = of.and_then(|node| node.as_str().map(|hash| (hash, node.span)));
                self.check_hash(of, &[before.to_owned()]);
                translation
                    .pairs()
                    .iter()
                    .find(|pair| !matches!(pair.key.text.as_str(), "of" | "dari"))
                    .map(|pair| &pair.value)
            }
            _ => Some(translation),
        };
        match inner.map(|node| (node, &node.value)) {
            Some((node, Value::Scalar(scalar))) => Node {
                span: node.span,
                value: Value::Scalar(Scalar {
                    lang: Some(self.lang.to_owned()),
                    ..scalar.clone()
                }),
            },
            _ => original.clone(),
        }
    }

    /// A list of texts, translated whole.
    fn texts(&mut self, original: &Node, translation: &Node) -> Node {
        let items = translation.items().iter().map(|item| match &item.value {
            Value::Scalar(scalar) => Node {
                span: item.span,
                value: Value::Scalar(Scalar {
                    lang: Some(self.lang.to_owned()),
                    ..scalar.clone()
                }),
            },
            _ => item.clone(),
        });
        let same = original.items().len() == translation.items().len();
        if !same && !matches!(original.value, Value::Scalar(_)) {
            self.stale(translation.span, None);
        }
        Node {
            span: translation.span,
            value: Value::List(items.collect()),
        }
    }

    fn list(&mut self, original: &Node, entries: &[Pair], item: &Shape) -> Node {
        let mut result = original.clone();
        let Value::List(items) = &mut result.value else {
            return result;
        };
        let ids: Vec<String> = items
            .iter()
            .filter_map(|node| node.get("id")?.as_str().map(str::to_owned))
            .collect();
        for entry in entries {
            let target = items.iter_mut().find(|node| {
                node.get("id").and_then(Node::as_str) == Some(entry.key.text.as_str())
            });
            match target {
                Some(target) => *target = self.value(target, &entry.value, item),
                None => self.unknown_id(&entry.key, &ids),
            }
        }
        result
    }

    fn named(&mut self, original: &Node, entries: &[Pair], item: &Shape) -> Node {
        let mut result = original.clone();
        let names: Vec<String> = original
            .pairs()
            .iter()
            .map(|pair| pair.key.text.clone())
            .collect();
        let Value::Map(pairs) = &mut result.value else {
            return result;
        };
        for entry in entries {
            match pairs
                .iter_mut()
                .find(|pair| pair.key.text == entry.key.text)
            {
                Some(target) => target.value = self.value(&target.value, &entry.value, item),
                None => self.unknown_id(&entry.key, &names),
            }
        }
        result
    }

    fn check_hash(&mut self, of: Option<(&str, Span)>, originals: &[String]) {
        let Some((hash, span)) = of else { return };
        let texts: Vec<&str> = originals.iter().map(String::as_str).collect();
        let now = hash8(&texts);
        if hash != now {
            self.stale(span, Some(now));
        }
    }

    fn stale(&mut self, span: Span, now: Option<String>) {
        let finding = Diagnostic::new(
            Code::K0701,
            span,
            say!(
                "teks aslinya berubah sesudah diterjemahkan",
                "the original changed after it was translated"
            ),
        );
        self.sink.push(match now {
            Some(now) => finding.help(say!(
                "periksa terjemahannya, lalu ketik: of: {now}",
                "check the translation, then type: of: {now}"
            )),
            None => finding.help(say!(
                "tulis butir sebanyak di teks aslinya",
                "write as many items as the original has"
            )),
        });
    }

    fn unknown(&mut self, span: Span, name: &str) {
        self.sink.push(
            Diagnostic::new(
                Code::K0702,
                span,
                say!(
                    "teks asli tidak punya `{name}` di tempat ini",
                    "the original has no `{name}` in this place"
                ),
            )
            .help(say!(
                "hapus, atau samakan dengan susunan berkas aslinya",
                "delete it, or follow the shape of the original"
            )),
        );
    }

    fn unknown_key(&mut self, key: &Key, original: &Node) {
        let names: Vec<&str> = original
            .pairs()
            .iter()
            .map(|pair| pair.key.text.as_str())
            .collect();
        self.report(key, &names);
    }

    fn unknown_id(&mut self, key: &Key, ids: &[String]) {
        let names: Vec<&str> = ids.iter().map(String::as_str).collect();
        self.report(key, &names);
    }

    fn report(&mut self, key: &Key, names: &[&str]) {
        let name = &key.text;
        let finding = Diagnostic::new(
            Code::K0702,
            key.span,
            say!(
                "teks asli tidak punya `{name}`",
                "the original has no `{name}`"
            ),
        );
        let known = if names.is_empty() {
            "-".to_owned()
        } else {
            names.join(", ")
        };
        self.sink.push(match nearest(name, names.iter().copied()) {
            Some(near) => finding.help(say!(
                "mungkin maksud Anda `{near}`, ketik: {near}:",
                "did you mean `{near}`? type: {near}:"
            )),
            None => finding.help(say!(
                "yang dapat diterjemahkan: {known}; butir daftar perlu `id`",
                "what can be translated: {known}; an item of a list needs an `id`"
            )),
        });
    }
}
