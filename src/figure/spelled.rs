//! Numbers in words: "seratus dua puluh lima ribu", "satu setengah juta".

use super::exact::Exact;
use super::lexis::{ONES, SCALES};
use super::tokens::Token;

/// A number in words that starts at a place, and the place after it.
pub(super) fn read(tokens: &[Token], at: usize) -> Option<(Exact, usize)> {
    let mut sum = Exact::of(0);
    let mut next = at;
    let mut last = i64::MAX;
    while let Some((part, factor, after)) = part(tokens, next) {
        if factor >= last {
            return None;
        }
        sum = sum.plus(part.times(factor)?);
        (last, next) = (factor, after);
        if factor == 1 || part.whole().is_none() {
            break;
        }
    }
    (next > at).then_some((sum, next))
}

/// What a word multiplies by: `ribu`.
pub(super) fn scale_of(token: &Token) -> Option<i64> {
    let known = SCALES.iter().find(|(word, _)| token.text == *word);
    known.map(|(_, factor)| *factor)
}

/// "lima ratus ribu" as a number, what it is multiplied by, and the place after it.
fn part(tokens: &[Token], at: usize) -> Option<(Exact, i64, usize)> {
    let one = Exact::of(1);
    match tokens.get(at)?.text.as_str() {
        "nol" => return Some((Exact::of(0), 1, at + 1)),
        "seribu" => return Some((one, 1_000, at + 1)),
        "sejuta" => return Some((one, 1_000_000, at + 1)),
        _ => {}
    }
    let (whole, after) = below_thousand(tokens, at);
    let half = is(tokens, after, "setengah");
    let after = after + usize::from(half);
    if after == at {
        return None;
    }
    let number = Exact::of(whole);
    let number = if half { number.and_a_half() } else { number };
    match tokens.get(after).and_then(scale_of) {
        Some(factor) => Some((number, factor, after + 1)),
        None => Some((number, 1, after)),
    }
}

/// A number below thousand and the place after it; 0 and the same place where there is none.
fn below_thousand(tokens: &[Token], at: usize) -> (i64, usize) {
    let (mut number, mut next) = (0, at);
    if is(tokens, next, "seratus") {
        (number, next) = (100, next + 1);
    } else if let (Some(ones), true) = (one(tokens, next), is(tokens, next + 1, "ratus")) {
        (number, next) = (ones * 100, next + 2);
    }
    let Some(ones) = one(tokens, next) else {
        return (number, next);
    };
    if ones < 10 && is(tokens, next + 1, "belas") {
        return (number + 10 + ones, next + 2);
    }
    if ones < 10 && is(tokens, next + 1, "puluh") {
        let last = one(tokens, next + 2).filter(|ones| *ones < 10);
        let after = next + 2 + usize::from(last.is_some());
        return (number + ones * 10 + last.unwrap_or(0), after);
    }
    (number + ones, next + 1)
}

fn is(tokens: &[Token], at: usize, word: &str) -> bool {
    tokens.get(at).is_some_and(|token| token.text == word)
}

fn one(tokens: &[Token], at: usize) -> Option<i64> {
    let word = &tokens.get(at)?.text;
    let place = ONES.iter().position(|one| one == word)?;
    i64::try_from(place + 1).ok()
}
