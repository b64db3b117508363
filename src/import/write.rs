//! A draft as the text of its file: every doubt above what it is about, every suggestion as lines to uncomment.

pub mod lines;
mod notes;
mod stamp;

use serde_json::{Map, Value};

use super::Draft;
use crate::diagnostic::Lang;
use crate::model::service::ServiceDocument;
use crate::model::shape::{Choice, Field, RecordShape, Shape};
use crate::yaml::write::{below_sign, item, scalar};
use notes::{Notes, Step};
pub use stamp::{Standing, source_of, stamped, standing};

/// The text of a draft's file without its head: keys in `lang`, doubts and suggestions as comments, `status: draft`.
pub fn body(draft: &Draft, lang: Lang) -> String {
    let mut service = draft.service.clone();
    service.insert("status".to_owned(), "draft".into());
    let notes = Notes::of(draft, lang);
    let record = Keys::Of(&ServiceDocument::SHAPE);
    let ordered = in_order(service, &ServiceDocument::SHAPE);
    let text = Pen { lang }.map(&ordered, record, &notes, 0);
    apart(&text)
}

/// The keys of a service in the order in which its record declares them.
fn in_order(service: Map<String, Value>, shape: &RecordShape) -> Map<String, Value> {
    let place = |key: &str| shape.fields.iter().position(|field| field.en == key);
    let mut pairs: Vec<(String, Value)> = service.into_iter().collect();
    pairs.sort_by_key(|(key, _)| place(key).unwrap_or(usize::MAX));
    pairs.into_iter().collect()
}

/// The blocks of a file with a blank line above each that has more than one line.
fn apart(text: &str) -> String {
    let mut blocks: Vec<String> = Vec::new();
    let mut above = String::new();
    for line in text.split_inclusive('\n') {
        if line.starts_with('#') {
            above.push_str(line);
        } else if line.starts_with([' ', '\n']) {
            let block = blocks.last_mut();
            if let Some(block) = block {
                block.push_str(&std::mem::take(&mut above));
                block.push_str(line);
            }
        } else {
            blocks.push(std::mem::take(&mut above) + line);
        }
    }
    blocks.extend((!above.is_empty()).then_some(above));
    let mut out = String::new();
    let mut after_long = false;
    for block in &blocks {
        let long = block.lines().count() > 1;
        if !out.is_empty() && (long || after_long) {
            out.push('\n');
        }
        after_long = long;
        out.push_str(block);
    }
    out
}

/// What the keys of a mapping are.
#[derive(Clone, Copy)]
enum Keys<'s> {
    /// Those of a record.
    Of(&'static RecordShape),
    /// Names that the author chose, for values of this shape.
    Chosen(&'s Shape),
    /// Nobody knows; they stay as they are.
    Free,
}

impl Keys<'_> {
    fn field(self, key: &str) -> Option<&'static Field> {
        match self {
            Self::Of(shape) => shape.find(key),
            _ => None,
        }
    }

    /// Where a key stands among those of its record.
    fn place(self, key: &str) -> Option<usize> {
        match self {
            Self::Of(shape) => shape.fields.iter().position(|field| field.en == key),
            _ => None,
        }
    }

    /// The shape of the value of a key.
    fn shape(self, key: &str) -> Shape {
        match self {
            Self::Of(_) => self.field(key).map_or(Shape::Text, |field| (field.shape)()),
            Self::Chosen(shape) => shape.clone(),
            Self::Free => Shape::Text,
        }
    }
}

struct Pen {
    lang: Lang,
}

impl Pen {
    /// The lines of a mapping whose keys stand on column `indent`.
    fn map(
        &self,
        map: &Map<String, Value>,
        keys: Keys<'_>,
        notes: &Notes<'_>,
        indent: usize,
    ) -> String {
        let mut lacking: Vec<&str> = notes.keys().filter(|key| !map.contains_key(*key)).collect();
        lacking.sort_by_key(|key| keys.place(key).unwrap_or(usize::MAX));
        let mut lacking = lacking.into_iter().peekable();
        let mut out = String::new();
        for (key, value) in map {
            let here = keys.place(key);
            let before = |other: &&str| keys.place(other) < here && here.is_some();
            while let Some(other) = lacking.next_if(before) {
                out += &self.lacking(other, keys, notes, indent);
            }
            let of_value = notes.at(&Step::Key(key.clone()));
            out += &of_value.doubts_of(value, indent);
            out += &self.pair(
                &self.name(key, keys),
                value,
                &keys.shape(key),
                &of_value,
                indent,
            );
        }
        for other in lacking {
            out += &self.lacking(other, keys, notes, indent);
        }
        for suggestion in notes.suggestions() {
            out += &suggestion.reason(indent);
            if let Value::Object(lines) = suggestion.lines {
                out += &commented(
                    &self.map(lines, keys, &Notes::none(self.lang), indent),
                    indent,
                );
            }
        }
        out
    }

    /// What is noted of a key that is not there.
    fn lacking(&self, key: &str, keys: Keys<'_>, notes: &Notes<'_>, indent: usize) -> String {
        let of_value = notes.at(&Step::Key(key.to_owned()));
        let name = self.name(key, keys);
        let mut out = of_value.doubts_without(&name, indent);
        let shape = keys.shape(key);
        let none = Notes::none(self.lang);
        let mut has_key = false;
        for suggestion in of_value.suggestions() {
            out += &suggestion.reason(indent);
            let text = self.pair(&name, suggestion.lines, &shape, &none, indent);
            // Several suggestions go below one key.
            let rest = text
                .split_once('\n')
                .filter(|_| has_key)
                .map_or(text.as_str(), |(_, rest)| rest);
            out += &commented(rest, indent);
            has_key = true;
        }
        out
    }

    /// A key and its value.
    fn pair(
        &self,
        name: &str,
        value: &Value,
        shape: &Shape,
        notes: &Notes<'_>,
        indent: usize,
    ) -> String {
        let pad = " ".repeat(indent);
        match value {
            Value::Object(map) if !map.is_empty() => {
                let inner = self.map(map, keys_of(shape, map), notes, indent + 2);
                format!("{pad}{name}:\n{inner}")
            }
            Value::Array(items) if !items.is_empty() => {
                let inner = self.list(items, &item_of(shape), notes, indent + 2);
                format!("{pad}{name}:\n{inner}")
            }
            value => format!("{pad}{name}: {}\n", self.one(value, shape, indent + 2)),
        }
    }

    /// The items of a list whose dashes stand on column `indent`.
    fn list(&self, items: &[Value], shape: &Shape, notes: &Notes<'_>, indent: usize) -> String {
        let pad = " ".repeat(indent);
        let mut out = String::new();
        for (at, value) in items.iter().enumerate() {
            let of_item = notes.at(&Step::Item(at));
            out += &of_item.doubts_of(value, indent);
            let long;
            let value = match value {
                // What is added goes beside the text, which then needs a key.
                Value::String(_) if of_item.has_suggestions() => {
                    long =
                        Value::Object([("text".to_owned(), value.clone())].into_iter().collect());
                    &long
                }
                value => value,
            };
            out += &match value {
                Value::Object(map) if !map.is_empty() => {
                    let inner = self.map(map, keys_of(shape, map), &of_item, indent + 2);
                    item(&inner, indent)
                }
                Value::Array(items) if !items.is_empty() => item(
                    &self.list(items, &item_of(shape), &of_item, indent + 2),
                    indent,
                ),
                value => format!("{pad}- {}\n", self.one(value, shape, indent + 2)),
            };
        }
        out + &self.beyond(items.len(), shape, notes, indent)
    }

    /// What is noted of items that a list does not have, and what could be added to it.
    fn beyond(&self, count: usize, shape: &Shape, notes: &Notes<'_>, indent: usize) -> String {
        let mut out = String::new();
        for at in notes.items().filter(|at| *at >= count) {
            let of_item = notes.at(&Step::Item(at));
            out += &of_item.doubts_without("", indent);
            for suggestion in of_item.suggestions() {
                out += &self.item_to_add(&suggestion, shape, indent);
            }
        }
        for suggestion in notes.suggestions() {
            out += &self.item_to_add(&suggestion, shape, indent);
        }
        out
    }

    fn item_to_add(&self, suggestion: &notes::Said<'_>, shape: &Shape, indent: usize) -> String {
        let items = match suggestion.lines {
            Value::Array(items) => items.clone(),
            one => vec![one.clone()],
        };
        let lines = self.list(&items, shape, &Notes::none(self.lang), indent);
        suggestion.reason(indent) + &commented(&lines, indent)
    }

    /// A value on one line, or a text below its sign, whose lines stand on column `indent`.
    fn one(&self, value: &Value, shape: &Shape, indent: usize) -> String {
        match value {
            Value::String(text) => self.text(text, shape, indent),
            Value::Bool(yes) => match (self.lang, yes) {
                (Lang::En, yes) => yes.to_string(),
                (Lang::Id, true) => "ya".to_owned(),
                (Lang::Id, false) => "tidak".to_owned(),
            },
            Value::Object(_) => "{}".to_owned(),
            Value::Array(_) => "[]".to_owned(),
            other => other.to_string(),
        }
    }

    fn text(&self, text: &str, shape: &Shape, indent: usize) -> String {
        if let Some(choice) = choice_of(shape, text) {
            return scalar(match self.lang {
                Lang::Id => choice.id,
                Lang::En => choice.en,
            });
        }
        let is_date = matches!(shape, Shape::Date) && text.parse::<jiff::civil::Date>().is_ok();
        if is_date {
            return text.to_owned();
        }
        let Some((sign, lines)) = below_sign(text) else {
            return scalar(text);
        };
        let pad = " ".repeat(indent);
        let lines = lines.map(|line| match line {
            "" => "\n".to_owned(),
            line => format!("\n{pad}{line}"),
        });
        format!("{sign}{}", lines.collect::<String>())
    }

    fn name(&self, key: &str, keys: Keys<'_>) -> String {
        let name = keys.field(key).map_or(key, |field| field.name(self.lang));
        scalar(name)
    }
}

/// Lines as comments on column `indent`, which become themselves again without `# `.
fn commented(lines: &str, indent: usize) -> String {
    let pad = " ".repeat(indent);
    let lines = lines.lines().map(|line| {
        let text = line.strip_prefix(&pad).unwrap_or(line);
        format!("{pad}# {text}").trim_end().to_owned() + "\n"
    });
    lines.collect()
}

/// The keys of a mapping that has some shape.
fn keys_of<'s>(shape: &'s Shape, map: &Map<String, Value>) -> Keys<'s> {
    match shape {
        Shape::Record(record) => Keys::Of(record),
        Shape::Named(inner) => Keys::Chosen(inner),
        Shape::Any(several) => {
            let keys = several.iter().map(|shape| keys_of(shape, map));
            let known = |keys: &Keys<'_>| match keys {
                Keys::Of(record) => map.keys().all(|key| record.find(key).is_some()),
                Keys::Chosen(_) => true,
                Keys::Free => false,
            };
            keys.into_iter().find(known).unwrap_or(Keys::Free)
        }
        _ => Keys::Free,
    }
}

/// The shape of the items of a list.
fn item_of(shape: &Shape) -> Shape {
    match shape {
        Shape::List(inner) => (**inner).clone(),
        Shape::Any(several) => {
            let list = several.iter().find(|shape| matches!(shape, Shape::List(_)));
            list.map_or(Shape::Text, item_of)
        }
        _ => Shape::Text,
    }
}

/// The fixed value that a word is, where the shape has some.
fn choice_of(shape: &Shape, word: &str) -> Option<&'static Choice> {
    match shape {
        Shape::Choice(choices) => choices.iter().find(|choice| choice.en == word),
        Shape::Any(several) => several.iter().find_map(|shape| choice_of(shape, word)),
        _ => None,
    }
}
