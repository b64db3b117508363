//! A condition in words, as a person would read it aloud, in any language that has the phrases.
//!
//! # Steps
//!
//! 1. `plain`: *not* is said of answers and never of a group, two ends of one number are a range.
//! 2. `answers`: what is demanded of one question, in the phrases of its answers, "KTP lama rusak", or
//!    with the question and the answer quoted.
//! 3. `sentence`: all of it in a line that can be read in one way only, or as a short list.

mod answers;
mod numbers;
mod plain;
mod sentence;

pub use answers::{answered, answers, cell};
pub use numbers::band;
pub use sentence::{Listed, Sentence};

use std::collections::BTreeMap;

use crate::language::Language;
use crate::rule::check::{Questions, Rule, Test, everything};
use crate::rule::domain::Bands;
use crate::rule::questions::{Kind, Question};
use crate::rule::syntax::Op;
use plain::{Bounds, Plain, plain};

/// The condition as a sentence: what follows "Hanya jika" or "Only if".
pub fn words(rule: &Rule, questions: &Questions, language: &Language) -> Sentence {
    said(&plain(rule, false), questions, language)
}

/// The answers that a condition speaks of although they have no phrase, as bits for each question; of a number the first.
pub fn without_phrase(rule: &Rule, questions: &Questions) -> BTreeMap<usize, u64> {
    let mut lacking = BTreeMap::new();
    note_lacking(&plain(rule, false), questions, &mut lacking);
    lacking
}

/// The answers of a question that a condition could not speak of, as bits; of a number the first.
pub fn answers_without_phrase(question: &Question) -> u64 {
    match question.kind {
        Kind::Number { .. } => u64::from(question.phrase.is.is_none()),
        _ => (0..question.options().len()).fold(0, |mask, place| {
            mask | answers::lacking(question, 1 << place)
        }),
    }
}

fn note_lacking(plain: &Plain, questions: &Questions, lacking: &mut BTreeMap<usize, u64>) {
    let (index, test) = match plain {
        Plain::All(parts) | Plain::Any(parts) => {
            for part in parts {
                note_lacking(part, questions, lacking);
            }
            return;
        }
        Plain::Within(index, _) => (index, None),
        Plain::Test(index, test) => (index, Some(test)),
    };
    let Some(question) = questions.list.get(*index) else {
        return;
    };
    let answers = match test {
        Some(Test::OneOf(mask)) => answers::lacking(question, mask & everything(question)),
        _ => u64::from(question.phrase.is.is_none()),
    };
    if answers > 0 {
        *lacking.entry(*index).or_default() |= answers;
    }
}

fn said(plain: &Plain, questions: &Questions, language: &Language) -> Sentence {
    let phrases = language.phrases();
    let several = |parts: &[Plain]| -> Vec<Sentence> {
        let parts = parts.iter();
        parts.map(|part| said(part, questions, language)).collect()
    };
    match plain {
        Plain::All(parts) if parts.is_empty() => Sentence::One(phrases.always.clone(), 0),
        Plain::Any(parts) if parts.is_empty() => Sentence::One(phrases.never.clone(), 0),
        Plain::All(parts) => Sentence::all(several(parts)),
        Plain::Any(parts) => Sentence::any(several(parts)),
        Plain::Within(index, bounds) => match questions.list.get(*index) {
            Some(question) => within(question, bounds, language),
            None => Sentence::One(String::new(), 0),
        },
        Plain::Test(index, test) => {
            let Some(question) = questions.list.get(*index) else {
                return Sentence::One(String::new(), 0);
            };
            let test = match test {
                Test::OneOf(mask) => Test::OneOf(mask & everything(question)),
                other => other.clone(),
            };
            answers::test(question, &test, language)
        }
    }
}

/// A number within its bounds; of two, a range.
fn within(question: &Question, bounds: &Bounds, language: &Language) -> Sentence {
    let compared = |(op, constant)| answers::test(question, &Test::Number(op, constant), language);
    let (low, high) = match (bounds.low, bounds.high) {
        (Some(low), Some(high)) => (low, high),
        (low, high) => {
            let end = low.or(high).map(compared);
            return end.unwrap_or_else(|| Sentence::One(language.phrases().always.clone(), 0));
        }
    };
    let Kind::Number { min, max, .. } = question.kind else {
        return Sentence::One(String::new(), 0);
    };
    let first = bounds.first().map_or(min, |first| first.max(min));
    let last = bounds.last().map_or(max, |last| last.min(max));
    if first > last {
        return Sentence::One(language.phrases().never.clone(), 0);
    }
    if first == last {
        return compared((Op::Equal, first));
    }
    let parts = [(min, first - 1), (first, last), (last + 1, max)];
    let parts = parts.into_iter().filter(|(first, last)| first <= last);
    let mut bands = Bands::from(parts.collect::<Vec<_>>());
    if low.0 == Op::Above {
        bands = bands.naming_by_last(first);
    }
    if high.0 == Op::AtMost {
        bands = bands.naming_by_last(last + 1);
    }
    let range = band(question, &bands, (first, last), language);
    answers::number(question, &range, 0, language)
}
