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

/// The words of a text; the marks of lists on one line are none.
fn words(text: &str) -> impl Iterator<Item = String> {
    let pieces = text.split_whitespace().filter(|piece| !is_mark(piece));
    let words = pieces.flat_map(|piece| piece.split(|c: char| !c.is_alphanumeric()));
    words.filter(|word| !word.is_empty()).map(str::to_owned)
}

/// `1.`, `a)`
fn is_mark(piece: &str) -> bool {
    let name = piece.strip_suffix(['.', ')']).unwrap_or_default();
    let digits = name.bytes().all(|byte| byte.is_ascii_digit());
    (digits && (1..=2).contains(&name.len()))
        || (name.len() == 1 && name.bytes().all(|byte| byte.is_ascii_lowercase()))
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
