//! Words of offices that have a plain one of the same meaning: pairs in `data/`, a file for each language.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::Place;
use super::shown::{Passage, Voice};
use crate::analyze::texts::words::{Word, words};
use crate::diagnostic::say;

/// The pairs of a language by their first word, those of most words first.
type Pairs = BTreeMap<&'static str, Vec<(Vec<&'static str>, &'static str)>>;

static INDONESIAN: LazyLock<Pairs> = LazyLock::new(|| pairs(include_str!("data/id.txt")));
static ENGLISH: LazyLock<Pairs> = LazyLock::new(|| pairs(include_str!("data/en.txt")));

fn pairs(text: &'static str) -> Pairs {
    let mut pairs = Pairs::new();
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    for (office, plain) in lines.filter_map(|line| line.split_once('=')) {
        let office: Vec<&str> = office.split_whitespace().collect();
        if let Some(first) = office.first() {
            pairs.entry(first).or_default().push((office, plain.trim()));
        }
    }
    for longest_first in pairs.values_mut() {
        longest_first.sort_by_key(|(office, _)| std::cmp::Reverse(office.len()));
    }
    pairs
}

/// The words of offices in these passages, each once, where it stands first.
pub fn of(passages: &[Passage<'_>], language: &str) -> Vec<Place> {
    let pairs = match language.split('-').next() {
        Some("id") => &INDONESIAN,
        Some("en") => &ENGLISH,
        _ => return Vec::new(),
    };
    let mut told = BTreeSet::new();
    let mut found = Vec::new();
    for passage in passages.iter().filter(|one| one.voice != Voice::Name) {
        let text = passage.words();
        let all = words(text);
        for at in 0..all.len() {
            let Some((length, plain)) = fit(pairs, &all[at..]) else {
                continue;
            };
            let (first, last) = (&all[at], &all[at + length - 1]);
            let office = &text[first.from..last.to];
            if is_name(text, first) || is_quoted(text, first.from) {
                continue;
            }
            if told.insert(office.to_lowercase()) {
                let start = passage.range.start;
                found.push(Place {
                    span: passage.text.span_of(start + first.from, start + last.to),
                    what: say!("lebih mudah: {plain}", "plainer: {plain}"),
                });
            }
        }
    }
    found
}

/// How many words are an office's, and the plain ones.
fn fit(pairs: &Pairs, words: &[Word<'_>]) -> Option<(usize, &'static str)> {
    let found = pairs.get(&*words.first()?.text)?.iter();
    let fits = |(office, _): &&(Vec<&str>, &str)| {
        let said = words.get(..office.len());
        said.is_some_and(|said| {
            said.iter()
                .zip(office)
                .all(|(word, part)| word.text == *part)
        })
    };
    let (office, plain) = found.clone().find(fits)?;
    Some((office.len(), plain))
}

/// A capital in the middle of a sentence begins a name.
fn is_name(text: &str, word: &Word<'_>) -> bool {
    let capital = text[word.from..].starts_with(char::is_uppercase);
    let before = text[..word.from].trim_end();
    let begins =
        before.is_empty() || before.ends_with(['.', '!', '?', ':', ';', '(', '"', '“', '*', '-']);
    capital && !begins
}

/// Whether a byte of a text stands in quotation marks.
fn is_quoted(text: &str, at: usize) -> bool {
    let before = &text[..at];
    let open = before.matches('“').count() > before.matches('”').count();
    open || before.matches('"').count() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each pair is of two different wordings, and no plain one is an office's again.
    #[test]
    fn pairs_lead_from_offices_to_people() {
        for pairs in [&*INDONESIAN, &*ENGLISH] {
            assert!(pairs.values().map(Vec::len).sum::<usize>() >= 55);
            for (office, plain) in pairs.values().flatten() {
                assert_ne!(office.join(" "), *plain);
                let again = words(plain);
                for at in 0..again.len() {
                    assert_eq!(fit(pairs, &again[at..]), None, "{office:?} = {plain}");
                }
            }
        }
    }
}
