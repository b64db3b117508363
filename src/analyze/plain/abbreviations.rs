//! Abbreviations that a service never explains and that not everybody knows.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::Place;
use super::shown::{Passage, Shown};
use crate::analyze::texts::words::words;
use crate::diagnostic::say;
use crate::resolve::names::Names;

/// What nearly everybody knows.
static KNOWN: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| {
    let lines = include_str!("data/known.txt").lines();
    let lines = lines.filter(|line| !line.starts_with('#'));
    lines.flat_map(str::split_whitespace).collect()
});

/// Longer words in capitals are shouted, not shortened.
const MOST_LETTERS: usize = 6;

/// Words that lend no letter to an abbreviation.
const SILENT: &str = "dan atau di ke dari untuk yang dengan bagi oleh the of and or for to in";

/// The abbreviations that are not explained, each once, where it stands first.
pub fn unexplained(shown: &[Shown<'_>], passages: &[Passage<'_>], names: &Names<'_>) -> Vec<Place> {
    let mut told = BTreeSet::new();
    let mut found = Vec::new();
    let in_small = in_small_letters(shown);
    for passage in passages {
        let text = passage.words();
        if is_shouted(text) {
            continue;
        }
        for word in words(text) {
            let Some((from, to)) = abbreviation(&text[word.from..word.to]) else {
                continue;
            };
            let (from, to) = (word.from + from, word.from + to);
            let short = &text[from..to];
            let known = KNOWN.contains(short)
                || in_small.contains(&short.to_lowercase())
                || names.document(short).is_some()
                || shown.iter().any(|one| explains(&one.text.value, short));
            if !known && told.insert(short) {
                let start = passage.range.start;
                found.push(Place {
                    span: passage.text.span_of(start + from, start + to),
                    what: say!("apa kepanjangan {short}?", "what does {short} stand for?"),
                });
            }
        }
    }
    found
}

/// The part of a word that is an abbreviation: `KTP` of `KTP-el`. A code such as `F-1.02` or `A4` is none.
fn abbreviation(word: &str) -> Option<(usize, usize)> {
    let part = word.split(['-', '/', '\'', '’', '.']).next()?;
    let letters = part.chars().count();
    let capital = part.chars().all(|c| c.is_ascii_uppercase());
    let is_number = part.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    (capital && (2..=MOST_LETTERS).contains(&letters) && !is_number).then_some((0, part.len()))
}

/// Whether a text is written in capitals altogether.
fn is_shouted(text: &str) -> bool {
    let several = text.split_whitespace().count() > 2;
    several && !text.contains(char::is_lowercase)
}

/// The words that stand somewhere in small letters: in capitals they are shouted.
fn in_small_letters(shown: &[Shown<'_>]) -> BTreeSet<String> {
    let texts = shown.iter().map(|one| one.text.value.as_str());
    let small = texts.flat_map(|text| {
        let all = words(text).into_iter();
        let small = all.filter(|word| text[word.from..word.to].chars().all(|c| c.is_lowercase()));
        small.map(|word| word.text.into_owned())
    });
    small.collect()
}

/// Whether a text says what an abbreviation stands for: beside it in brackets, or by words with its first letters.
fn explains(text: &str, short: &str) -> bool {
    let after = |at: usize| text[at + short.len()..].trim_start().starts_with('(');
    let before = |at: usize| {
        let bracket = text[..at].strip_suffix('(');
        bracket.is_some_and(|before| !before.trim().is_empty())
    };
    let mut places = text.match_indices(short).map(|(at, _)| at);
    places.any(|at| after(at) || before(at)) || spells(text, short)
}

/// Whether words that follow each other have the letters of an abbreviation at their beginnings.
fn spells(text: &str, short: &str) -> bool {
    let first = words(text).into_iter().filter(|word| !word.is(SILENT));
    let first: String = first.filter_map(|word| word.text.chars().next()).collect();
    first.contains(&short.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_numbers_and_shouted_words_are_no_abbreviations() {
        for word in [
            "F-1.02",
            "A4",
            "II",
            "XIV",
            "Rp",
            "KARTUKELUARGA",
            "3x4",
            "PerMen",
        ] {
            assert_eq!(abbreviation(word), None, "{word}");
        }
        assert_eq!(abbreviation("KTP-el"), Some((0, 3)));
        assert_eq!(abbreviation("SPTJM"), Some((0, 5)));
    }

    #[test]
    fn an_abbreviation_is_explained_in_brackets_or_by_its_letters() {
        for text in [
            "Surat pernyataan (SPTJM) tentang kelahiran",
            "SPTJM (surat pernyataan)",
            "Surat Pernyataan Tanggung Jawab Mutlak dari Anda",
        ] {
            assert!(explains(text, "SPTJM"), "{text}");
        }
        assert!(!explains("Bawa SPTJM dan KK", "SPTJM"));
        assert!(!explains("(SPTJM)", "SPTJM"));
    }
}
