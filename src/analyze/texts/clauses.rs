//! Finds the words that make a sentence hold for some people only, or give a choice.

use super::lexicon::{
    ANYONE, BRINGS, FOR, HALVES, HOW, ISSUED, NO_CHOICE, NO_MORE, NOT_SOME, PAPERS, PEOPLE, SOME,
    SPECIAL, WHEN, WHICH,
};
use super::words::{Word, begin};

/// How many words a sentence may begin with that say whom it is about: "Pemohon dari luar daerah: …".
const SUBJECT: usize = 6;

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
        _ if at == 0 && is_about_some(words) => true,
        "untuk" | "bagi" if begin(after, HALVES).is_some() => false,
        "untuk" | "bagi" if word.gap.ends_with('(') => !next.is(NOT_SOME) && !counts(next),
        "untuk" => next.is("yang") || names_some(after),
        "bagi" if next.is(ANYONE) => names_some(after),
        "bagi" => !next.is(NOT_SOME) && !counts(next),
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

/// Whether words begin with a name of some people: one by itself, or everyone with a word that says which.
fn names_some(words: &[Word]) -> bool {
    match words {
        [first, ..] if first.is(SOME) => true,
        [first, more, ..] if first.is(ANYONE) => !more.is(NO_MORE) && !more.opens_phrase(),
        _ => false,
    }
}

/// Whether a sentence begins with whom it is about, and goes on after a colon or with what they bring.
fn is_about_some(words: &[Word]) -> bool {
    let subject = words.iter().skip(1).take(SUBJECT);
    let mut after = subject.skip_while(|word| !word.gap.contains(':') && !word.is(BRINGS));
    let which = words
        .get(1)
        .is_some_and(|word| word.is(WHICH) || word.is(SOME));
    let some = words[0].is(SOME) || words[0].is(ANYONE) && which;
    some && begin(words, HALVES).is_none() && after.next().is_some()
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
