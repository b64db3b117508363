//! The answer to one question in words: what passes a test, a set of answers, a band of a number.

use crate::language::{Language, fill};
use crate::rule::check::{Test, everything};
use crate::rule::domain::Domain;
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
            let numbers: Vec<String> = numbers.iter().map(i64::to_string).collect();
            with_unit(question, &language.one_of(&numbers), language)
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
        .map(|range| band(question, range, language));
    // A range may hold an "atau" of its own: "A, atau B".
    match ranges.reduce(|first, last| fill(&phrases.or, &[("first", &first), ("last", &last)])) {
        Some(ranges) => asked(question, &ranges, language),
        None => phrases.never.clone(),
    }
}

/// A band of a number in words, as the label of its radio button: "di bawah 17 tahun", "17 tahun atau lebih".
pub fn band(question: &Question, (first, last): (i64, i64), language: &Language) -> String {
    let (min, max) = match question.kind {
        Kind::Number { min, max, .. } => (min, max),
        _ => (first, last),
    };
    if first == last {
        with_unit(question, &first.to_string(), language)
    } else if first == min && last != max {
        number(question, Op::Below, last.saturating_add(1), language)
    } else if last == max && first != min {
        number(question, Op::AtLeast, first, language)
    } else {
        let (first, last) = (first.to_string(), last.to_string());
        let values = [("first", first.as_str()), ("last", &last)];
        let between = fill(&language.phrases().between, &values);
        with_unit(question, &between, language)
    }
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
        Op::AtMost => &phrases.at_most,
        Op::Above => &phrases.above,
        Op::AtLeast => &phrases.at_least,
    };
    let amount = with_unit(question, &constant.to_string(), language);
    fill(phrase, &[("n", &amount)])
}

fn with_unit(question: &Question, amount: &str, language: &Language) -> String {
    match &question.kind {
        Kind::Number {
            unit: Some(unit), ..
        } => fill(
            &language.phrases().with_unit,
            &[("n", amount), ("unit", unit)],
        ),
        _ => amount.to_owned(),
    }
}
