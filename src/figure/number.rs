//! One number with its scale, and the bracket that says it again: `1,5 juta`, `6 (enam)`, `enam (6)`.

use super::exact::Exact;
use super::literal::{self, Style};
use super::spelled::{self, scale_of};
use super::tokens::{Kind, Token, stands};

/// A number in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Number {
    pub value: Exact,
    pub is_certain: bool,
    /// Whether digits and words differ.
    pub differs: bool,
    /// Whether a word such as *ribu* multiplies it.
    pub is_scaled: bool,
    /// Whether the bracket says that it is rupiah.
    pub says_rupiah: bool,
    /// The place of the first token after it.
    pub next: usize,
}

/// The number that starts at a place.
pub(super) fn read(tokens: &[Token], at: usize) -> Option<Number> {
    // What is said again is said the other way: digits in words, words in digits.
    match digits(tokens, at) {
        Some(number) => Some(said_again(tokens, number, words)),
        None => Some(said_again(tokens, words(tokens, at)?, digits)),
    }
}

/// `10.000,-`, `1,5 juta`, `1 juta 500 ribu`.
fn digits(tokens: &[Token], at: usize) -> Option<Number> {
    let (first, mut next) = scaled(tokens, at)?;
    let mut number = first.0;
    let mut scale = first.1;
    while let Some(((more, smaller), after)) = scaled(tokens, next) {
        if smaller <= 1 || smaller >= scale {
            break;
        }
        number.value = number.value.plus(more.value);
        number.is_certain &= more.is_certain;
        (scale, next) = (smaller, after);
    }
    number.next = next;
    Some(number)
}

/// Digits with the word of their scale: the number, by how much it was multiplied, and the place after.
fn scaled(tokens: &[Token], at: usize) -> Option<((Number, i64), usize)> {
    let token = tokens.get(at).filter(|token| token.kind == Kind::Digits)?;
    let (value, style) = literal::read(&token.text)?;
    let scale = tokens.get(at + 1).and_then(scale_of);
    let value = value.times(scale.unwrap_or(1))?;
    let is_certain = match style {
        Style::Clear => true,
        Style::Grouped => scale.is_none(),
        Style::Point => scale.is_some(),
        Style::Unclear => false,
    };
    let next = match scale {
        Some(_) => at + 2,
        None => without_sen(tokens, at + 1),
    };
    let number = Number {
        value,
        is_certain,
        differs: false,
        is_scaled: scale.is_some(),
        says_rupiah: false,
        next,
    };
    Some(((number, scale.unwrap_or(1)), next))
}

/// The place after `,-` or `.-`, the sign for no sen.
fn without_sen(tokens: &[Token], at: usize) -> usize {
    let glued = |at: usize| tokens.get(at).is_some_and(|token| token.glued);
    let ends = |at: usize| {
        tokens
            .get(at)
            .is_none_or(|token| token.kind != Kind::Digits || !token.glued)
    };
    let dash = |at: usize| {
        tokens
            .get(at)
            .is_some_and(|token| token.is(&["-", "–", "—"]))
    };
    let mark = tokens.get(at).is_some_and(|token| token.is(&[",", "."]));
    if mark && glued(at) && dash(at + 1) && glued(at + 1) && ends(at + 2) {
        let mut next = at + 2;
        while dash(next) && glued(next) {
            next += 1;
        }
        return next;
    }
    at
}

fn words(tokens: &[Token], at: usize) -> Option<Number> {
    let (value, next) = spelled::read(tokens, at)?;
    Some(Number {
        value,
        is_certain: true,
        differs: false,
        is_scaled: next > at + 1 && scale_of(&tokens[next - 1]).is_some(),
        says_rupiah: false,
        next,
    })
}

/// The number with the bracket after it, if that says a number too.
fn said_again(
    tokens: &[Token],
    number: Number,
    other: fn(&[Token], usize) -> Option<Number>,
) -> Number {
    if !stands(tokens, number.next, &["("]) {
        return number;
    }
    let Some(again) = other(tokens, number.next + 1) else {
        return number;
    };
    let agrees = again.value == number.value;
    let closed = stands(tokens, again.next, &[")"]);
    let with_unit = stands(tokens, again.next, &["rupiah", ")"]);
    if !closed && !with_unit {
        return number;
    }
    Number {
        is_certain: number.is_certain && again.is_certain && agrees,
        differs: !agrees,
        says_rupiah: with_unit,
        next: again.next + 1 + usize::from(with_unit),
        ..number
    }
}
