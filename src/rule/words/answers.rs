//! The answer to one question in words: what passes a test, a set of answers, a band of a number.

use crate::language::{Language, fill, is_rupiah};
use crate::rule::check::{Test, everything};
use crate::rule::domain::{Bands, Domain};
use crate::rule::questions::{Kind, Question};
use crate::rule::syntax::Op;

/// A test of the answer to `question`: “Apakah Anda sudah menikah?” dijawab ya.
pub(super) fn test(question: &Question, test: &Test, language: &Language) -> String {
    let phrases = language.phrases();
    let answer = match test {
        Test::OneOf(mask) if *mask == 0 => return phrases.never.clone(),
        Test::OneOf(mask) if *mask == everything(question) => return phrases.always.clone(),
        Test::OneOf(mask) => choices(question, *mask, language),
        Test::Number(op, constant) => number(question, *op, *constant, language),
        Test::Numbers(numbers) => {
            let numbers = numbers.iter();
            let numbers = numbers.map(|number| amount(question, *number, language));
            let listed = language.one_of(&numbers.collect::<Vec<String>>());
            with_unit(question, listed, language)
        }
    };
    asked(question, &answer, language)
}

/// A set of answers to `question` as a sentence, the answers given by their places: for reasons and examples.
pub fn answers(question: &Question, domain: &Domain, mask: u64, language: &Language) -> String {
    let Domain::Bands(bands) = domain else {
        return test(question, &Test::OneOf(mask), language);
    };
    let phrases = language.phrases();
    if mask & domain.full() == domain.full() {
        return phrases.always.clone();
    }
    let mut ranges: Vec<(i64, i64)> = Vec::new();
    let chosen = bands
        .iter()
        .enumerate()
        .filter(|(index, _)| mask >> index & 1 == 1);
    for (_, (first, last)) in chosen {
        match ranges.last_mut() {
            Some((_, end)) if *end == first.saturating_sub(1) => *end = *last,
            _ => ranges.push((*first, *last)),
        }
    }
    let ranges = ranges
        .into_iter()
        .map(|range| band(question, bands, range, language));
    // A range may hold an "atau" of its own: "A, atau B".
    match ranges.reduce(|first, last| fill(&phrases.or, &[("first", &first), ("last", &last)])) {
        Some(ranges) => asked(question, &ranges, language),
        None => phrases.never.clone(),
    }
}

/// A range of the bands of a number in words, as the label of a radio button: "di bawah 17 tahun", "100 hari atau
/// kurang". The edges are those that the rules name.
pub fn band(
    question: &Question,
    bands: &Bands,
    (first, last): (i64, i64),
    language: &Language,
) -> String {
    let lowest = bands.first().is_none_or(|band| band.0 == first);
    let highest = bands.last().is_none_or(|band| band.1 == last);
    if first == last {
        return counted(question, first, language);
    }
    match (lowest, highest) {
        (true, false) => {
            let next = last.saturating_add(1);
            if bands.named_by_last(next) {
                number(question, Op::AtMost, last, language)
            } else {
                number(question, Op::Below, next, language)
            }
        }
        (false, true) if bands.named_by_last(first) => {
            number(question, Op::Above, first.saturating_sub(1), language)
        }
        (false, true) => number(question, Op::AtLeast, first, language),
        _ => between(question, bands, (first, last), language),
    }
}

fn between(
    question: &Question,
    bands: &Bands,
    (first, last): (i64, i64),
    language: &Language,
) -> String {
    let phrases = language.phrases();
    let fine = question.decimals() > 0;
    let highest = bands.last().is_none_or(|band| band.1 == last);
    // One rupiah more than a round amount is nobody's way to say it, nor is a hundredth less.
    let over = (fine || is_money(question)) && bands.named_by_last(first);
    let below = fine && !highest && !bands.named_by_last(last.saturating_add(1));
    let phrase = match (over, below) {
        (true, true) => &phrases.over_below,
        (true, false) => &phrases.over_up_to,
        (false, true) => &phrases.from_below,
        (false, false) => &phrases.between,
    };
    let (first, last) = (
        first.saturating_sub(i64::from(over)),
        last.saturating_add(i64::from(below)),
    );
    let first = amount(question, first, language);
    let last = amount(question, last, language);
    let between = fill(phrase, &[("first", &first), ("last", &last)]);
    with_unit(question, between, language)
}

fn asked(question: &Question, answer: &str, language: &Language) -> String {
    let values = [("ask", question.ask.as_str()), ("answer", answer)];
    fill(&language.phrases().asked, &values)
}

fn choices(question: &Question, mask: u64, language: &Language) -> String {
    let all = everything(question);
    let chosen = (mask & all).count_ones();
    let others = (!mask & all).count_ones();
    if chosen > others && chosen > 1 {
        let names = language.one_of(&labels(question, !mask, language));
        return fill(&language.phrases().but, &[("answer", &names)]);
    }
    language.one_of(&labels(question, mask, language))
}

fn labels(question: &Question, mask: u64, language: &Language) -> Vec<String> {
    let phrases = language.phrases();
    let all: Vec<String> = match &question.kind {
        Kind::Choices(choices) => choices
            .iter()
            .map(|choice| fill(&phrases.option, &[("label", &choice.label)]))
            .collect(),
        _ => vec![phrases.yes.clone(), phrases.no.clone()],
    };
    let chosen = all
        .into_iter()
        .enumerate()
        .filter(|(index, _)| mask >> index & 1 == 1);
    chosen.map(|(_, label)| label).collect()
}

fn number(question: &Question, op: Op, constant: i64, language: &Language) -> String {
    let phrases = language.phrases();
    let phrase = match op {
        Op::Equal => &phrases.equal,
        Op::NotEqual => &phrases.not_equal,
        Op::Below => &phrases.below,
        Op::AtMost if is_money(question) => &phrases.up_to,
        Op::AtMost => &phrases.at_most,
        Op::Above => &phrases.above,
        Op::AtLeast => &phrases.at_least,
    };
    fill(phrase, &[("n", &counted(question, constant, language))])
}

/// A number with its unit.
fn counted(question: &Question, number: i64, language: &Language) -> String {
    language.counted(number, question.decimals(), unit(question))
}

/// What a number counts.
fn unit(question: &Question) -> Option<&str> {
    match &question.kind {
        Kind::Number { unit, .. } => unit.as_deref(),
        _ => None,
    }
}

fn is_money(question: &Question) -> bool {
    unit(question).is_some_and(is_rupiah)
}

/// A number of several that have their unit together; money has it each time.
fn amount(question: &Question, number: i64, language: &Language) -> String {
    match unit(question) {
        Some(unit) if !is_rupiah(unit) => language.decimal(number, question.decimals()),
        _ => counted(question, number, language),
    }
}

/// Several numbers with their unit.
fn with_unit(question: &Question, numbers: String, language: &Language) -> String {
    match unit(question) {
        Some(unit) if !is_rupiah(unit) => {
            let values = [("n", numbers.as_str()), ("unit", unit)];
            fill(&language.phrases().with_unit, &values)
        }
        _ => numbers,
    }
}
