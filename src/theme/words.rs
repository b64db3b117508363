//! Files of words: read, laid over those of the default theme, and nested for templates.

use std::collections::BTreeMap;
use std::ops::Range;

use tera::Value;

use crate::diagnostic::{Code, say};
use crate::language::{Phrases, Words, is_tag, places};

use super::problem::ThemeProblem;
use crate::similar::nearest;

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

/// What a language's own file lacks: pages say it in the language of `known`.
pub(super) fn missing(known: &Words, file: &str, text: &str) -> Option<ThemeProblem> {
    let said: BTreeMap<String, String> = serde_yaml::from_str(text).unwrap_or_default();
    let first = known.keys().find(|key| !said.contains_key(*key))?;
    let sentence = known.get(first);
    let message = say!(
        "bahasa ini belum punya semua kata halaman, misalnya `{first}`; halaman memakai bahasa bawaan untuk kata itu",
        "this language lacks some words of the pages, such as `{first}`; pages show those in the default language"
    );
    let problem = ThemeProblem::new(file, 0..0, Code::K0904, message);
    Some(problem.help(say!(
        "tambahkan baris ini dalam bahasa itu: {first}: \"{sentence}\"",
        "add this line in that language: {first}: \"{sentence}\""
    )))
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
            "the theme has no words called `{key}`"
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
    if key == "language.direction" && !["ltr", "rtl"].contains(&sentence) {
        let message = say!(
            "arah tulisan `{sentence}` tidak dikenal",
            "unknown direction `{sentence}`"
        );
        let problem = ThemeProblem::new(file, span, Code::K0901, message);
        return Some(problem.help(say!("ketik: ltr, atau: rtl", "type: ltr, or: rtl")));
    }
    let filled: Vec<&str> = places(known).collect();
    let offered = filled
        .iter()
        .map(|name| format!("`{{{name}}}`"))
        .collect::<Vec<_>>()
        .join(", ");
    let message = if let Some(stray) = places(sentence).find(|name| !filled.contains(name)) {
        say!(
            "`{{{stray}}}` tidak akan diisi di `{key}`",
            "`{{{stray}}}` in `{key}` is never filled in"
        )
    } else {
        let said: Vec<&str> = places(sentence).collect();
        let lost = filled
            .iter()
            .find(|name| carries_meaning(key) && !said.contains(name))?;
        say!(
            "`{key}` tidak memuat `{{{lost}}}`, sehingga artinya berubah",
            "`{key}` lacks `{{{lost}}}`, which changes its meaning"
        )
    };
    let problem = ThemeProblem::new(file, span, Code::K0901, message);
    Some(if offered.is_empty() {
        problem
    } else {
        problem.help(say!("yang diisi: {offered}", "available: {offered}"))
    })
}

/// Whether a sentence that leaves out what is filled in would say something else: lists, amounts, conditions.
fn carries_meaning(key: &str) -> bool {
    Phrases::KEYS.contains(&key) || key.starts_with("list.") || key == "cost.amount"
}

/// The language of a file of words.
pub(super) fn tag_of(path: &str) -> Option<&str> {
    let tag = path.strip_prefix("words/")?.strip_suffix(".yaml")?;
    is_tag(tag).then_some(tag)
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
        "the words file cannot be read: {error}"
    );
    ThemeProblem::new(file, start..start, Code::K0901, message).help(say!(
        "tulis satu `kunci: kalimat` tiap baris, dan apit dengan tanda kutip jika ada titik dua",
        "write one `key: sentence` per line, in quotes if it contains a colon"
    ))
}
