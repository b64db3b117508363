//! Finds the words that make a sentence hold for some people only, or give a choice.

use super::lexicon::{FOR, HOW, ISSUED, NO_CHOICE, NOT_SOME, PAPERS, PEOPLE, SPECIAL, WHEN};
use super::words::{Word, begin};

/// How far before "atau" the word stands that says who made the paper.
const NEAR: usize = 6;

/// The first word that limits the sentence to some people, by its place among the words.
pub fn condition(words: &[Word]) -> Option<usize> {
    (0..words.len()).find(|at| limits(words, *at))
}

fn limits(words: &[Word], at: usize) -> bool {
    let (word, before, after) = (&words[at], &words[..at], &words[at + 1..]);
    let counts = |after: &Word| after.text.starts_with(|c: char| c.is_ascii_digit());
    let Some(next) = after.first() else {
        return false;
    };
    match &*word.text {
        "untuk" | "bagi" if word.gap.ends_with('(') => !next.is(NOT_SOME) && !counts(next),
        "bagi" => next.is("yang"),
        "khusus" => {
            let names = next.is(FOR) && next.gap.trim().is_empty();
            let adjective = end_is(before, SPECIAL) && !word.opens_phrase();
            next.is("bagi") || (!adjective && (word.opens_phrase() || names))
        }
        "hanya" => !end_is(before, "tidak bukan") && !next.is(HOW) && !counts(next),
        "dalam" => next.is("hal"),
        _ => word.is(WHEN),
    }
}

/// Whether the last word is one of a list.
fn end_is(words: &[Word], list: &str) -> bool {
    words.last().is_some_and(|last| last.is(list))
}

/// The first word that gives a choice, by its place among the words.
pub fn choice(words: &[Word]) -> Option<usize> {
    (0..words.len()).find(|at| chooses(words, *at))
}

fn chooses(words: &[Word], at: usize) -> bool {
    let after = &words[at + 1..];
    match &*words[at].text {
        "atau" | "dan/atau" => {
            !after.is_empty()
                && begin(after, NO_CHOICE).is_none()
                && !one_paper(&words[..at], after)
        }
        "salah" => {
            begin(after, "satu").is_some() && !after.get(1).is_some_and(|third| third.is(PEOPLE))
        }
        _ => false,
    }
}

/// Whether the choice is only who made the paper: the word that says so stands before it in the same phrase, and no
/// other paper begins after it.
fn one_paper(before: &[Word], after: &[Word]) -> bool {
    let mut phrase = before.iter().rev().take(NEAR);
    let telling = phrase.find(|word| word.is(ISSUED) || word.is(PAPERS) && !word.is("keterangan"));
    !after[0].is(PAPERS) && telling.is_some_and(|word| word.is(ISSUED))
}
