//! Doubts and suggestions by the place that they are about.

use serde_json::Value;

use super::super::Draft;
use crate::diagnostic::{Lang, Message};
use crate::model::service::ServiceDocument;
use crate::model::shape::{RecordShape, Shape};
use crate::parse::doubts;

/// A step on the way to a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// The value of a key.
    Key(String),
    /// An item of a list, from 0.
    Item(usize),
}

/// What is said of a place, or below it.
#[derive(Clone)]
pub struct Said<'d> {
    /// The rest of the way.
    way: Vec<Step>,
    why: &'d Message,
    lang: Lang,
    /// The lines that are suggested; `null` for a doubt.
    pub lines: &'d Value,
    is_doubt: bool,
    /// The names of the keys on the rest of the way.
    names: Vec<String>,
}

/// Everything that is said of a place and of what is below it.
pub struct Notes<'d> {
    lang: Lang,
    all: Vec<Said<'d>>,
}

impl<'d> Notes<'d> {
    /// What is said of a draft.
    pub fn of(draft: &'d Draft, lang: Lang) -> Self {
        let said = |field: &str, why, lines, is_doubt| {
            let way = way(field);
            let names = names(&way, &ServiceDocument::SHAPE, lang);
            Said {
                way,
                why,
                lang,
                lines,
                is_doubt,
                names,
            }
        };
        let doubts = draft.doubts.iter();
        let doubts = doubts.map(|doubt| said(&doubt.field, &doubt.reason, &Value::Null, true));
        let suggestions = draft.suggestions.iter();
        let suggestions = suggestions.map(|one| said(&one.field, &one.reason, &one.lines, false));
        Self {
            lang,
            all: doubts.chain(suggestions).collect(),
        }
    }

    /// Nothing.
    pub fn none(lang: Lang) -> Self {
        Self {
            lang,
            all: Vec::new(),
        }
    }

    /// What is said of a place one step on, and of what is below it.
    pub fn at(&self, step: &Step) -> Self {
        let below = self
            .all
            .iter()
            .filter(|said| said.way.first() == Some(step));
        let below = below.map(|said| {
            let mut said = said.clone();
            said.way.remove(0);
            if matches!(step, Step::Key(_)) && !said.names.is_empty() {
                said.names.remove(0);
            }
            said
        });
        Self {
            lang: self.lang,
            all: below.collect(),
        }
    }

    /// The keys of which something is said, each once.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        let key = |said: &'_ Said<'d>| match said.way.first() {
            Some(Step::Key(key)) => Some(key.clone()),
            _ => None,
        };
        let mut seen = Vec::new();
        self.all.iter().filter_map(move |said| {
            let new = key(said).filter(|key| !seen.contains(key))?;
            seen.push(new);
            match said.way.first() {
                Some(Step::Key(key)) => Some(key.as_str()),
                _ => None,
            }
        })
    }

    /// The items of which something is said, each once.
    pub fn items(&self) -> impl Iterator<Item = usize> + '_ {
        let items = self.all.iter().filter_map(|said| match said.way.first() {
            Some(Step::Item(at)) => Some(*at),
            _ => None,
        });
        let items: std::collections::BTreeSet<usize> = items.collect();
        items.into_iter()
    }

    /// What could be added at this very place.
    pub fn suggestions(&self) -> impl Iterator<Item = Said<'d>> + '_ {
        let here = |said: &&Said<'d>| !said.is_doubt && said.way.is_empty();
        self.all.iter().filter(here).cloned()
    }

    /// Whether anything could be added here or below.
    pub fn has_suggestions(&self) -> bool {
        self.all.iter().any(|said| !said.is_doubt)
    }

    /// The doubts about a value that is there, or about what is below it where it has nothing below.
    pub fn doubts_of(&self, value: &Value, indent: usize) -> String {
        let is_branch = value.is_object() || value.is_array();
        let here = |said: &&Said<'d>| said.is_doubt && (said.way.is_empty() || !is_branch);
        self.all
            .iter()
            .filter(here)
            .map(|said| said.doubt("", indent))
            .collect()
    }

    /// The doubts about a value that is not there, whose key is `name`.
    pub fn doubts_without(&self, name: &str, indent: usize) -> String {
        let doubts = self.all.iter().filter(|said| said.is_doubt);
        doubts.map(|said| said.doubt(name, indent)).collect()
    }
}

impl Said<'_> {
    /// The line that marks a doubt. `name` is the key that is not there.
    fn doubt(&self, name: &str, indent: usize) -> String {
        let names = std::iter::once(name).chain(self.names.iter().map(String::as_str));
        let names: Vec<&str> = names.filter(|name| !name.is_empty()).collect();
        let place = match names.as_slice() {
            [] => String::new(),
            names => format!("`{}`: ", names.join(".")),
        };
        let why = self.why();
        format!(
            "{}# {}: {place}{why}\n",
            " ".repeat(indent),
            doubts::mark(self.lang)
        )
    }

    /// The line above what is suggested.
    pub fn reason(&self, indent: usize) -> String {
        let mark = doubts::suggestion_mark(self.lang);
        format!("{}# {mark}: {}\n", " ".repeat(indent), self.why())
    }

    /// Why, on one line.
    fn why(&self) -> String {
        let words = self.why.get(self.lang).split_whitespace();
        words.collect::<Vec<_>>().join(" ")
    }
}

/// The steps of a field: `time.cases[1]`.
fn way(field: &str) -> Vec<Step> {
    let mut way = Vec::new();
    for part in field.split('.').filter(|part| !part.is_empty()) {
        let (key, mut rest) = part
            .split_once('[')
            .map_or((part, ""), |(key, rest)| (key, rest));
        if !key.is_empty() {
            way.push(Step::Key(key.to_owned()));
        }
        while let Some((number, after)) = rest.split_once(']') {
            way.extend(number.parse().ok().map(Step::Item));
            rest = after.trim_start_matches('[');
        }
    }
    way
}

/// What the keys of a way are called in a language.
fn names(way: &[Step], shape: &'static RecordShape, lang: Lang) -> Vec<String> {
    let mut names = Vec::new();
    let mut record = Some(shape);
    for step in way {
        let Step::Key(key) = step else { continue };
        let field = record.and_then(|record| record.find(key));
        names.push(
            field
                .map_or(key.as_str(), |field| field.name(lang))
                .to_owned(),
        );
        record = field.and_then(|field| record_in(&(field.shape)()));
    }
    names
}

/// The record that values of a shape are, or hold.
fn record_in(shape: &Shape) -> Option<&'static RecordShape> {
    match shape {
        Shape::Record(record) => Some(record),
        Shape::List(inner) | Shape::Named(inner) => record_in(inner),
        Shape::Any(several) => several.iter().find_map(record_in),
        _ => None,
    }
}
