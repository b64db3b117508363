//! Numbers of a question in words: a comparison, a band, a list.

use crate::language::{Language, fill, is_rupiah};
use crate::rule::domain::Bands;
use crate::rule::questions::{Kind, Question};
use crate::rule::syntax::Op;

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
                compared(question, Op::AtMost, last, language)
            } else {
                compared(question, Op::Below, next, language)
            }
        }
        (false, true) if bands.named_by_last(first) => {
            compared(question, Op::Above, first.saturating_sub(1), language)
        }
        (false, true) => compared(question, Op::AtLeast, first, language),
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

/// The numbers that compare so with a constant.
pub(super) fn compared(question: &Question, op: Op, constant: i64, language: &Language) -> String {
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

/// Any of these numbers.
pub(super) fn one_of<'n>(
    question: &Question,
    numbers: impl IntoIterator<Item = &'n i64>,
    language: &Language,
) -> String {
    let numbers = numbers.into_iter();
    let numbers = numbers.map(|number| amount(question, *number, language));
    let listed = language.one_of(&numbers.collect::<Vec<String>>());
    with_unit(question, listed, language)
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
