//! What is being written of a draft, and what is doubted and suggested on the way.

use serde_json::{Map, Value};

use super::draft::{Doubt, Draft, Suggestion};
use crate::diagnostic::Message;

/// Writes a draft.
#[derive(Default)]
pub(super) struct Pen {
    draft: Draft,
    /// Questions that would be asked, by their ids.
    questions: Vec<(String, Value)>,
}

impl Pen {
    /// Writes a value, unless there is none.
    pub fn write(&mut self, key: &str, value: Option<Value>) {
        if let Some(value) = value {
            self.draft.service.insert(key.to_owned(), value);
        }
    }

    /// What stands at a key.
    pub fn written(&self, key: &str) -> Option<&Value> {
        self.draft.service.get(key)
    }

    /// The doubts that were cast so far.
    pub fn doubts(&self) -> &[Doubt] {
        &self.draft.doubts
    }

    /// Casts a doubt, once for a place and reason.
    pub fn doubt(&mut self, field: impl Into<String>, reason: Message) {
        let doubt = Doubt {
            field: field.into(),
            reason,
        };
        if !self.draft.doubts.contains(&doubt) {
            self.draft.doubts.push(doubt);
        }
    }

    /// Whether something at a key, or below it, is doubted.
    pub fn doubts_at(&self, key: &str) -> bool {
        let mut doubts = self.draft.doubts.iter();
        doubts.any(|doubt| doubt.field.starts_with(key))
    }

    /// Suggests lines.
    pub fn suggest(&mut self, suggestion: Suggestion) {
        self.draft.suggestions.push(suggestion);
    }

    /// A suggested question: the id under which rules refer to it. The same question is asked once.
    pub fn question(&mut self, id: &str, make: impl Fn(&str) -> Value) -> String {
        let mut own = id.to_owned();
        let mut count = 1;
        loop {
            let question = make(&own);
            match self.questions.iter().find(|(known, _)| *known == own) {
                None => {
                    self.questions.push((own.clone(), question));
                    return own;
                }
                Some((_, known)) if *known == question => return own,
                Some(_) => {
                    count += 1;
                    own = format!("{id}_{count}");
                }
            }
        }
    }

    /// The questions that would be asked.
    pub fn questions(&self) -> Vec<Value> {
        self.questions
            .iter()
            .map(|(_, question)| question.clone())
            .collect()
    }

    /// All strings of the draft, each with its place, to be changed.
    pub fn texts(&mut self, change: &mut dyn FnMut(&mut String) -> bool) -> Vec<String> {
        let mut changed = Vec::new();
        for (key, value) in &mut self.draft.service {
            visit(key, value, change, &mut changed);
        }
        changed
    }

    /// All that doubts quote, in words that may be repeated.
    pub fn reasons(&mut self, repeatable: impl Fn(&str) -> String) {
        for doubt in &mut self.draft.doubts {
            for said in [&mut doubt.reason.id, &mut doubt.reason.en] {
                *said = repeatable(said);
            }
        }
    }

    /// The draft.
    pub fn done(self) -> Draft {
        self.draft
    }
}

fn visit(
    place: &str,
    value: &mut Value,
    change: &mut dyn FnMut(&mut String) -> bool,
    changed: &mut Vec<String>,
) {
    match value {
        Value::String(text) => {
            let is_changed = change(text);
            changed.extend(is_changed.then(|| place.to_owned()));
        }
        Value::Array(items) => {
            for (at, item) in items.iter_mut().enumerate() {
                visit(&format!("{place}[{at}]"), item, change, changed);
            }
        }
        Value::Object(map) => {
            for (key, value) in map {
                visit(&format!("{place}.{key}"), value, change, changed);
            }
        }
        _ => {}
    }
}

/// A mapping of the keys that have a value.
pub(super) fn record<const N: usize>(entries: [(&str, Option<Value>); N]) -> Value {
    let given = entries
        .into_iter()
        .filter_map(|(key, value)| Some((key.to_owned(), value?)));
    Value::Object(given.collect::<Map<String, Value>>())
}

/// A text as a value; none for one without words.
pub(super) fn text(text: &str) -> Option<Value> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.into())
}
