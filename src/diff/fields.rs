//! Every key that has no sentence of its own: what stood below it and what stands there now, by the shapes that the
//! records declare.

use serde_json::Value;

use super::pairs::{Known, matched, plain};
use super::tell::{Voice, headed, quoted};
use crate::model::shape::{Choice, Field, RecordShape, Shape};

/// The keys by which a record is called, the first that is there.
const CALLED: [&str; 12] = [
    "label",
    "text",
    "name",
    "title",
    "question",
    "ask",
    "say",
    "number",
    "agency",
    "regulation",
    "file",
    "note",
];

/// One of a list, as sentences call it, in Indonesian and in English.
const ONE_OF: [(&str, [&str; 2]); 18] = [
    ("accounts", ["rekening", "account"]),
    ("aliases", ["nama lain", "other name"]),
    (
        "all_of",
        ["dokumen yang juga perlu", "paper that is needed too"],
    ),
    ("any_of", ["dokumen pilihan", "paper that will do"]),
    ("attachments", ["lampiran", "attachment"]),
    ("audience", ["pengguna", "audience"]),
    (
        "channels",
        ["cara memakai layanan", "way to use the service"],
    ),
    ("eligibility", ["syarat", "criterion"]),
    ("facilities", ["sarana", "facility"]),
    ("faq", ["tanya jawab", "question and answer"]),
    ("legal_basis", ["dasar hukum", "legal basis"]),
    ("life_events", ["peristiwa", "life event"]),
    ("offered_at", ["tempat layanan", "place that offers it"]),
    ("payment_methods", ["cara bayar", "means of payment"]),
    ("phases", ["tahap", "phase"]),
    ("procedure", ["langkah", "step"]),
    ("products", ["produk", "product"]),
    ("unsettled", ["hal yang belum diatur", "open case"]),
];

/// So many words are a sentence.
const SENTENCE: usize = 4;

/// Says what differs below one key after the other.
pub struct Fields<'a> {
    voice: Voice,
    /// What an id or a name of the shared lists is called, if it is one.
    names: &'a dyn Fn(&str, &str) -> Option<String>,
}

impl<'a> Fields<'a> {
    /// `names` gives the words for the value of a key that names something else.
    pub fn new(voice: Voice, names: &'a dyn Fn(&str, &str) -> Option<String>) -> Self {
        Self { voice, names }
    }

    /// What differs of a record's keys but those left out; `of` is what it is called, at the start of each sentence.
    pub fn record(
        &self,
        of: Option<&str>,
        shape: &RecordShape,
        (old, new): (&Value, &Value),
        but: &[&str],
    ) -> Vec<String> {
        let fields = shape.fields.iter().filter(|field| !but.contains(&field.en));
        let says =
            fields.flat_map(|field| self.field(of, field, (old.get(field.en), new.get(field.en))));
        says.collect()
    }

    /// What differs of one key.
    pub fn field(
        &self,
        of: Option<&str>,
        field: &Field,
        (old, new): (Option<&Value>, Option<&Value>),
    ) -> Vec<String> {
        if old == new {
            return Vec::new();
        }
        let name = self.name(field);
        let head = |says: String| match of {
            Some(of) => headed(of, &format!("{name} {says}")),
            None => headed(&name, &says),
        };
        let shape = shape_of((field.shape)(), old.or(new));
        match (shape, old, new) {
            (Shape::Condition, ..) => Vec::new(),
            (Shape::Record(shape), Some(Value::Object(_)), Some(Value::Object(_))) => {
                let whole = match of {
                    Some(of) => format!("{of}, {name}"),
                    None => name,
                };
                let (old, new) = (old.unwrap_or(&Value::Null), new.unwrap_or(&Value::Null));
                self.record(Some(&whole), shape, (old, new), &[])
            }
            (Shape::List(of_list), Some(Value::Array(olds)), Some(Value::Array(news))) => {
                self.list(of, field, &of_list, (olds, news))
            }
            (Shape::List(of_list), None, Some(Value::Array(news))) => {
                self.list(of, field, &of_list, (&[], news))
            }
            (Shape::List(of_list), Some(Value::Array(olds)), None) => {
                self.list(of, field, &of_list, (olds, &[]))
            }
            (Shape::Named(shape), ..) => self.named(of, field, &shape, (old, new)),
            (shape, ..) => self
                .values(field.en, &shape, (old, new))
                .map(head)
                .into_iter()
                .collect(),
        }
    }

    /// What a key is called in a sentence.
    fn name(&self, field: &Field) -> String {
        if field.en == "decree" {
            return self.voice.word(["SK", "decree"]);
        }
        field.name(self.voice.lang).replace('_', " ")
    }

    /// What one of the items below a key is called.
    pub fn one_of(&self, field: &Field) -> String {
        let known = ONE_OF.iter().find(|(name, _)| *name == field.en);
        known.map_or_else(|| self.name(field), |(_, words)| self.voice.word(*words))
    }

    /// Two values that differ: "“A” → “B”".
    fn values(
        &self,
        key: &str,
        shape: &Shape,
        (old, new): (Option<&Value>, Option<&Value>),
    ) -> Option<String> {
        if let (Some(Value::String(old)), Some(Value::String(new))) = (old, new)
            && is_words(shape)
            && (self.names)(key, new).is_none()
        {
            return (plain(old) != plain(new)).then(|| self.voice.change(old, new));
        }
        let (was, is) = (self.said(key, shape, old), self.said(key, shape, new));
        if was == is {
            return None;
        }
        Some(match (old, new) {
            (None, _) => format!("{} {is}", self.voice.word(["kini", "is now"])),
            (_, None) => format!(
                "{} {was}",
                self.voice.word(["dihapus, dulu", "removed, was"])
            ),
            _ => format!("{was} → {is}"),
        })
    }

    /// A value in words.
    fn said(&self, key: &str, shape: &Shape, value: Option<&Value>) -> String {
        let voice = self.voice;
        match value {
            None => voice.word(["belum diisi", "not filled in"]),
            Some(Value::Null) => voice.word(["diketahui belum ada", "known to be missing"]),
            Some(Value::Bool(true)) => voice.word(["ya", "yes"]),
            Some(Value::Bool(false)) => voice.word(["tidak", "no"]),
            Some(Value::Number(number)) => match number.as_i64() {
                Some(number) => voice.language.counted(number, 0, None),
                None => number.to_string(),
            },
            Some(Value::String(text)) => self.text(key, shape, text),
            Some(Value::Array(items)) => {
                let of = match shape_of(shape.clone(), value) {
                    Shape::List(of) => *of,
                    other => other,
                };
                let said: Vec<String> = items
                    .iter()
                    .map(|item| self.said(key, &of, Some(item)))
                    .collect();
                voice.language.row(&said)
            }
            Some(Value::Object(_)) => match shape_of(shape.clone(), value) {
                Shape::Record(shape) => self.called(key, shape, value.unwrap_or(&Value::Null)),
                _ => String::new(),
            },
        }
    }

    fn text(&self, key: &str, shape: &Shape, text: &str) -> String {
        if let Some(name) = (self.names)(key, text) {
            return name;
        }
        match shape_of(shape.clone(), Some(&Value::Null)) {
            Shape::Choice(choices) => self.choice(choices, text),
            Shape::Any(shapes) => {
                let choices = shapes.iter().find_map(|shape| match shape {
                    Shape::Choice(choices) => Some(*choices),
                    _ => None,
                });
                let known = choices.filter(|choices| choices.iter().any(|one| one.en == text));
                known.map_or_else(|| quoted(text), |choices| self.choice(choices, text))
            }
            Shape::Date => match text.parse() {
                Ok(date) => self.voice.language.date(date),
                Err(_) => text.to_owned(),
            },
            Shape::Text | Shape::Markdown | Shape::Lines => quoted(text),
            _ => text.to_owned(),
        }
    }

    fn choice(&self, choices: &[Choice], text: &str) -> String {
        let known = choices.iter().find(|choice| choice.en == text);
        let word = known.map_or(text.to_owned(), |choice| {
            self.voice.word([choice.id, choice.en])
        });
        word.replace('_', " ")
    }

    /// What a record is called: by its words, else by all its keys.
    pub fn called(&self, key: &str, shape: &RecordShape, record: &Value) -> String {
        let words = CALLED
            .iter()
            .find_map(|key| Some((*key, record.get(key)?.as_str()?)));
        if let Some((key, words)) = words {
            return (self.names)(key, words).unwrap_or_else(|| quoted(words));
        }
        let fields = shape.fields.iter();
        let said = fields.filter_map(|field| {
            let value = record.get(field.en)?;
            let said = self.said(key, &(field.shape)(), Some(value));
            Some(format!("{} {said}", self.name(field)))
        });
        self.voice.language.row(&said.collect::<Vec<_>>())
    }

    /// What is new, gone and changed of a list; its order is no change.
    pub fn list(
        &self,
        of: Option<&str>,
        field: &Field,
        shape: &Shape,
        (olds, news): (&[Value], &[Value]),
    ) -> Vec<String> {
        let (one, key) = (self.one_of(field), field.en);
        let head = |message: [String; 2]| {
            let says = self.voice.word([&message[0], &message[1]]);
            match of {
                Some(of) => format!("{}: {says}", crate::language::capitalised(of)),
                None => crate::language::capitalised(&says),
            }
        };
        // At the end of a sentence a name stands as it is.
        let said = |value: &Value| bare(self.said(key, shape, Some(value)));
        let mut says = Vec::new();
        for (before, now) in parted(matched(&known(olds), &known(news)), olds, news) {
            match (before.map(|at| &olds[at]), now.map(|at| &news[at])) {
                (None, Some(new)) => {
                    let new = said(new);
                    says.push(head([
                        format!("{one} baru: {new}"),
                        format!("new {one}: {new}"),
                    ]));
                }
                (Some(old), None) => {
                    let old = said(old);
                    says.push(head([
                        format!("{one} dihapus: {old}"),
                        format!("{one} removed: {old}"),
                    ]));
                }
                (Some(old), Some(new)) => says.extend(self.one(of, &one, key, shape, (old, new))),
                (None, None) => {}
            }
        }
        says
    }

    /// What differs of an item that stays.
    fn one(
        &self,
        of: Option<&str>,
        one: &str,
        key: &str,
        shape: &Shape,
        (old, new): (&Value, &Value),
    ) -> Vec<String> {
        let of = of.map_or_else(|| one.to_owned(), |of| format!("{of}, {one}"));
        let Shape::Record(record) = shape_of(shape.clone(), Some(old)) else {
            let values = self.values(key, shape, (Some(old), Some(new)));
            return values.map(|says| headed(&of, &says)).into_iter().collect();
        };
        let words = CALLED
            .iter()
            .find(|key| old.get(key).is_some() && new.get(key).is_some());
        let called =
            words.and_then(|key| self.values(key, &Shape::Text, (old.get(key), new.get(key))));
        let mut says: Vec<String> = called.map(|says| headed(&of, &says)).into_iter().collect();
        let whole = format!("{of} {}", self.called(key, record, new));
        let but = [words.copied().unwrap_or("id"), "id", "source_number"];
        says.extend(self.record(Some(&whole), record, (old, new), &but));
        says
    }

    /// What differs below names that the author chose.
    fn named(
        &self,
        of: Option<&str>,
        field: &Field,
        shape: &Shape,
        (old, new): (Option<&Value>, Option<&Value>),
    ) -> Vec<String> {
        let items = |value: Option<&Value>| -> Vec<Value> {
            let pairs = value.and_then(Value::as_object).into_iter().flatten();
            pairs
                .map(|(id, value)| {
                    let mut value = match value {
                        Value::Object(_) => value.clone(),
                        other => serde_json::json!({ "label": other }),
                    };
                    value["id"] = id.as_str().into();
                    value
                })
                .collect()
        };
        self.list(of, field, shape, (&items(old), &items(new)))
    }
}

/// Pairs of places in two lists.
type Pairs = Vec<(Option<usize>, Option<usize>)>;

/// The pairs without those of names: of a few words one is another name, and no rewording.
fn parted(pairs: Pairs, olds: &[Value], news: &[Value]) -> Pairs {
    let is_name = |value: Option<&Value>| {
        let text = value.and_then(Value::as_str);
        text.is_some_and(|text| text.split_whitespace().count() < SENTENCE)
    };
    let part = |(before, now): (Option<usize>, Option<usize>)| {
        let values = (
            before.and_then(|at| olds.get(at)),
            now.and_then(|at| news.get(at)),
        );
        match values.0 != values.1 && is_name(values.0) && is_name(values.1) {
            true => vec![(None, now), (before, None)],
            false => vec![(before, now)],
        }
    };
    pairs.into_iter().flat_map(part).collect()
}

/// By what the values of a list are known.
fn known(values: &[Value]) -> Vec<Known> {
    let of = |value: &Value| {
        let text = |key: &str| value.get(key).and_then(Value::as_str).map(str::to_owned);
        let words = match value {
            Value::String(text) => vec![text.clone()],
            _ => CALLED.iter().filter_map(|key| text(key)).take(2).collect(),
        };
        Known {
            id: text("id").or(text("type")),
            words,
            about: text("document"),
            price: None,
        }
    };
    values.iter().map(of).collect()
}

/// A text without the quotes around it.
fn bare(said: String) -> String {
    let inner = said
        .strip_prefix('“')
        .and_then(|said| said.strip_suffix('”'));
    match inner.filter(|inner| !inner.contains(['“', '”'])) {
        Some(inner) => inner.to_owned(),
        None => said,
    }
}

/// Whether values of a shape are somebody's words.
fn is_words(shape: &Shape) -> bool {
    matches!(shape, Shape::Text | Shape::Markdown | Shape::Lines)
}

/// The one of several shapes that a value has.
fn shape_of(shape: Shape, value: Option<&Value>) -> Shape {
    let Shape::Any(shapes) = shape else {
        return match (&shape, value) {
            (Shape::Lines, Some(Value::Array(_))) => Shape::List(Box::new(Shape::Text)),
            _ => shape,
        };
    };
    let fits = |shape: &&Shape| {
        matches!(
            (shape, value),
            (Shape::Record(_), Some(Value::Object(_))) | (Shape::List(_), Some(Value::Array(_)))
        )
    };
    let found = shapes.iter().find(fits).cloned();
    found.unwrap_or(Shape::Any(shapes))
}
