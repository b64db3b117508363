//! The words of a theme in one language: flat keys, sentences with `{name}` places to fill.

use std::collections::BTreeMap;
use std::ops::Range;

use tera::Value;

use crate::diagnostic::{Code, say};

use super::problem::{ThemeProblem, nearest};

/// The language that stands in for one the theme does not know.
pub(super) const FIRST: &str = "id";

/// The words of one language by key, such as `unit.working_day`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    /// Sentences by key.
    by_key: BTreeMap<String, String>,
}

impl Words {
    /// The words under `key`; the key itself where there are none, so that a page shows what it lacks.
    pub fn get<'a>(&'a self, key: &'a str) -> &'a str {
        self.by_key.get(key).map_or(key, String::as_str)
    }

    /// The words under `key` with every `{name}` replaced by its value; other braces stay as they are.
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        let mut rest = self.get(key);
        let mut filled = String::with_capacity(rest.len());
        while let Some(open) = rest.find('{') {
            let after = &rest[open + 1..];
            let place = after
                .find('}')
                .and_then(|close| Some((close, lookup(values, &after[..close])?)));
            filled.push_str(&rest[..open]);
            rest = match place {
                Some((close, value)) => {
                    filled.push_str(value);
                    &after[close + 1..]
                }
                None => {
                    filled.push('{');
                    after
                }
            };
        }
        filled.push_str(rest);
        filled
    }

    /// Every key, sorted.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.by_key.keys().map(String::as_str)
    }

    /// Lays the sentences of a file over these. A file over others may only say what they say otherwise.
    pub(super) fn lay_over(&mut self, file: &str, text: &str) -> Vec<ThemeProblem> {
        let said: Option<BTreeMap<String, String>> = match serde_yaml::from_str(text) {
            Ok(said) => said,
            Err(error) => return vec![unreadable(file, text, &error)],
        };
        let said = said.unwrap_or_default();
        let first = self.by_key.is_empty();
        let mut problems = Vec::new();
        for (key, sentence) in said {
            if !first && let Some(problem) = self.misfit(file, text, &key, &sentence) {
                problems.push(problem);
            } else {
                self.by_key.insert(key, sentence);
            }
        }
        problems
    }

    /// The words as nested maps for templates: `w.unit.day`.
    pub(super) fn nested(&self) -> Value {
        let mut root = serde_json::Map::new();
        for (key, sentence) in &self.by_key {
            let mut parts: Vec<&str> = key.split('.').collect();
            let leaf = parts.pop().unwrap_or(key);
            if let Some(map) = descend(&mut root, &parts) {
                map.insert(leaf.to_owned(), sentence.as_str().into());
            }
        }
        Value::from_serializable(&root)
    }

    /// What is wrong with another sentence for `key`: no such key, or a place nothing fills.
    fn misfit(&self, file: &str, text: &str, key: &str, sentence: &str) -> Option<ThemeProblem> {
        let span = place_of(text, key);
        let Some(known) = self.by_key.get(key) else {
            let message = say!(
                "tema tidak mengenal kata `{key}`",
                "the theme knows no words `{key}`"
            );
            let problem = ThemeProblem::new(file, span, Code::K0901, message);
            return Some(match nearest(key, self.keys()) {
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
}

/// The language of a file of words.
pub(super) fn tag_of(path: &str) -> Option<&str> {
    path.strip_prefix("words/")?.strip_suffix(".yaml")
}

/// The value called `name`.
fn lookup<'a>(values: &[(&str, &'a str)], name: &str) -> Option<&'a str> {
    values
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, value)| *value)
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

/// The names of the places in a sentence.
fn places(sentence: &str) -> impl Iterator<Item = &str> {
    sentence
        .split('{')
        .skip(1)
        .filter_map(|part| part.split_once('}'))
        .map(|(name, _)| name)
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
