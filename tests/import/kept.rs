//! What of a page's words is in no text of its draft.

use maklumat::import::{Component, Draft, Line, Sheet};
use serde_json::Value;

/// The sentences of which a word is missing; labels of channels are keys of the draft, and a channel that was left out is
/// doubted.
pub fn lost(sheet: &Sheet, draft: &Draft) -> Vec<String> {
    let mut said = Vec::new();
    for value in draft.service.values() {
        gather(value, &mut said);
    }
    let mut lines = Vec::new();
    for part in sheet
        .parts
        .iter()
        .filter(|part| part.component != Component::Complaints)
    {
        texts(&part.lines, &mut lines);
    }
    lines.retain(|line| words(line).any(|word| !said.contains(&word)));
    lines
}

fn words(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(str::to_owned)
}

fn gather(value: &Value, said: &mut Vec<String>) {
    match value {
        Value::String(text) => said.extend(words(text)),
        Value::Array(items) => items.iter().for_each(|item| gather(item, said)),
        Value::Object(map) => map.values().for_each(|item| gather(item, said)),
        _ => {}
    }
}

fn texts(lines: &[Line], found: &mut Vec<String>) {
    for line in lines {
        found.push(line.text.clone());
        texts(&line.lines, found);
    }
}
