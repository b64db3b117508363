//! Files of words: read, laid over those of the default theme, and nested for templates.

use std::collections::BTreeMap;
use std::ops::Range;

use tera::Value;

use crate::diagnostic::{Code, say};
use crate::language::{Words, places};

use super::problem::{ThemeProblem, nearest};

/// Lays the sentences of a file over these. A file over others may only say what they say otherwise.
pub(super) fn lay_over(words: &mut Words, file: &str, text: &str) -> Vec<ThemeProblem> {
    let said: Option<BTreeMap<String, String>> = match serde_yaml::from_str(text) {
        Ok(said) => said,
        Err(error) => return vec![unreadable(file, text, &error)],
    };
    let first = words.is_empty();
    let mut problems = Vec::new();
    for (key, sentence) in said.unwrap_or_default() {
        if !first && let Some(problem) = misfit(words, file, text, &key, &sentence) {
            problems.push(problem);
        } else {
            words.insert(key, sentence);
        }
    }
    problems
}

/// The words as nested maps for templates: `w.unit.day`.
pub(super) fn nested(words: &Words) -> Value {
    let mut root = serde_json::Map::new();
    for (key, sentence) in words.iter() {
        let mut parts: Vec<&str> = key.split('.').collect();
        let leaf = parts.pop().unwrap_or(key);
        if let Some(map) = descend(&mut root, &parts) {
            map.insert(leaf.to_owned(), sentence.into());
        }
    }
    Value::from_serializable(&root)
}

/// What is wrong with another sentence for `key`: no such key, or a place nothing fills.
fn misfit(
    words: &Words,
    file: &str,
    text: &str,
    key: &str,
    sentence: &str,
) -> Option<ThemeProblem> {
    let span = place_of(text, key);
    let Some(known) = words.find(key) else {
        let message = say!(
            "tema tidak mengenal kata `{key}`",
            "the theme knows no words `{key}`"
        );
        let problem = ThemeProblem::new(file, span, Code::K0901, message);
        return Some(match nearest(key, words.keys()) {
            Some(name) => problem.help(say!(
                "mungkin maksud Anda `{name}`",
                "did you mean `{name}`?"
            )),
            None => problem,
        });
    };
    let places: Vec<&str> = places(known).collect();
    let stray = places_outside(sentence, &places)?;
    let message = say!(
        "`{{{stray}}}` tidak akan diisi di `{key}`",
        "nothing fills `{{{stray}}}` in `{key}`"
    );
    let problem = ThemeProblem::new(file, span, Code::K0901, message);
    let offered = places
        .iter()
        .map(|name| format!("`{{{name}}}`"))
        .collect::<Vec<_>>()
        .join(", ");
    Some(if offered.is_empty() {
        problem
    } else {
        problem.help(say!("yang diisi: {offered}", "what is filled: {offered}"))
    })
}

/// The language of a file of words.
pub(super) fn tag_of(path: &str) -> Option<&str> {
    path.strip_prefix("words/")?.strip_suffix(".yaml")
}

/// The map at the end of `path`, made where it is not there; `None` where a sentence stands in the way.
fn descend<'a>(
    root: &'a mut serde_json::Map<String, serde_json::Value>,
    path: &[&str],
) -> Option<&'a mut serde_json::Map<String, serde_json::Value>> {
    let mut map = root;
    for part in path {
        map = map
            .entry(*part)
            .or_insert_with(|| serde_json::Map::new().into())
            .as_object_mut()?;
    }
    Some(map)
}

/// The first place of `sentence` that is not among `known`.
fn places_outside<'a>(sentence: &'a str, known: &[&str]) -> Option<&'a str> {
    places(sentence).find(|name| !known.contains(name))
}

/// Where a key stands in its file.
fn place_of(text: &str, key: &str) -> Range<usize> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let bare = line.trim_start_matches(['"', '\'']);
        if bare.starts_with(key) {
            let from = start + line.len() - bare.len();
            return from..from + key.len();
        }
        start += line.len();
    }
    0..0
}

/// The problem of a file of words that is not a map of sentences.
fn unreadable(file: &str, text: &str, error: &serde_yaml::Error) -> ThemeProblem {
    let start = error
        .location()
        .map_or(0, |place| place.index().min(text.len()));
    let message = say!(
        "berkas kata tidak terbaca: {error}",
        "the file of words cannot be read: {error}"
    );
    ThemeProblem::new(file, start..start, Code::K0901, message).help(say!(
        "tulis satu `kunci: kalimat` tiap baris, dan apit dengan tanda kutip bila ada titik dua",
        "write one `key: sentence` a line, in quotes where it holds a colon"
    ))
}
