//! The price that a sentence states: how much, for what, and for each of what.

use super::lexis::{BOUNDS, Bound, FREE, GOES_ON, NEAR, NO_UNIT, OF};
use super::sentence::figure;
use super::tokens::{Kind, Token, cut, stands};
use super::unit::Unit;

/// A price in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Price {
    /// In rupiah.
    pub rupiah: i64,
    /// What is paid for, where it stands before the amount: `Mobil barang`.
    pub label: Option<String>,
    /// For each of what it is paid.
    pub per: Option<String>,
}

/// What a sentence says of a cost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stated {
    /// No amount, or none that is certain: a range, a share, a formula, a most.
    Nothing,
    /// One amount, which is the price.
    Price(Price),
    /// Several amounts, or one beside the word that nothing is paid; each is certain.
    Several(Vec<i64>),
}

/// The longest label in letters.
const LONGEST: usize = 60;

/// The most words of a unit.
const UNIT_WORDS: usize = 6;

/// Reads the price that a sentence states.
pub fn price(text: &str) -> Stated {
    let tokens = cut(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let Some((figure, next)) = figure(&tokens, at) else {
            at += 1;
            continue;
        };
        match (&figure.unit, figure.rupiah()) {
            (Unit::Foreign, _) => return Stated::Nothing,
            (Unit::Rupiah, None) => return Stated::Nothing,
            (Unit::Rupiah, Some(_)) if is_bounded(&tokens[..at], &tokens[next..]) => {
                return Stated::Nothing;
            }
            (Unit::Rupiah, Some(rupiah)) => found.push((rupiah, figure.from, figure.to)),
            _ => {}
        }
        at = next.max(at + 1);
    }
    match found.as_slice() {
        [] => Stated::Nothing,
        [(rupiah, from, to)] if !frees(&tokens) => match per(text, *to, &tokens) {
            Some(per) => Stated::Price(Price {
                rupiah: *rupiah,
                label: label(&text[..*from]),
                per,
            }),
            None => Stated::Nothing,
        },
        _ => Stated::Several(found.into_iter().map(|(rupiah, ..)| rupiah).collect()),
    }
}

/// Whether a sentence says that nothing is paid.
pub fn says_free(text: &str) -> bool {
    frees(&cut(text))
}

fn frees(tokens: &[Token]) -> bool {
    let free = |at| FREE.iter().any(|words| stands(tokens, at, words));
    (0..tokens.len()).any(free)
}

/// Whether the words before or after an amount say that it is not the price itself: "paling banyak sebesar", "mulai
/// dari", "ke atas", "dikalikan luasnya".
fn is_bounded(mut before: &[Token], after: &[Token]) -> bool {
    if GOES_ON.iter().any(|words| stands(after, 0, words)) {
        return true;
    }
    while let Some((last, rest)) = before.split_last()
        && last.is(&OF)
    {
        before = rest;
    }
    let ends = |words: &&[&str]| {
        let start = before.len().checked_sub(words.len());
        start.is_some_and(|start| stands(before, start, words))
    };
    let bounds = BOUNDS.iter().filter(|(_, side)| *side != Bound::Plain);
    bounds.map(|(words, _)| words).chain(&NEAR).any(ends)
}

/// The words before an amount as what is paid for.
fn label(before: &str) -> Option<String> {
    let mark = |c: char| c.is_whitespace() || matches!(c, ':' | '=' | '-' | '–' | '—' | '(' | ',');
    let mut words = before.trim_end_matches(mark);
    while let Some(rest) = OF.iter().find_map(|word| ends_with_word(words, word)) {
        words = rest.trim_end_matches(mark);
    }
    // A number or letter of a list, a dash: they are no part of the name.
    let words = match words.split_once([')', '.']) {
        Some((mark, rest)) if mark.trim().chars().count() <= 2 => rest,
        _ => words,
    };
    let words = words.trim_start_matches(|c: char| !c.is_alphanumeric());
    let fits = words.chars().any(char::is_alphabetic)
        && words.chars().count() <= LONGEST
        && !words.contains(['.', ';', ':', '\n', '"', '#'])
        && !["biaya", "tarif"].contains(&words.to_lowercase().as_str());
    fits.then(|| words.to_owned())
}

fn ends_with_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let start = text.len().checked_sub(word.len())?;
    let same = text.is_char_boundary(start) && text[start..].eq_ignore_ascii_case(word);
    let rest = text.get(..start).filter(|_| same)?;
    (rest.is_empty() || rest.ends_with(char::is_whitespace)).then_some(rest)
}

/// The words after `/` or `per`, up to a mark or a word that goes on; `None` where they stand and are no unit, as in
/// "per 10 lembar", so that the amount is no price of one.
fn per(text: &str, to: usize, tokens: &[Token]) -> Option<Option<String>> {
    let after = tokens.iter().position(|token| token.from >= to);
    let mut rest = &tokens[after.unwrap_or(tokens.len())..];
    while rest.first().is_some_and(|token| token.is(&[",", "-", "–"])) {
        rest = &rest[1..];
    }
    if stands(rest, 0, &["untuk", "tiap"]) || stands(rest, 0, &["untuk", "setiap"]) {
        rest = &rest[1..];
    }
    let Some((first, rest)) = rest.split_first() else {
        return Some(None);
    };
    if !first.is(&["/", "per", "tiap", "setiap"]) {
        return Some(None);
    }
    let names = |token: &&Token| token.kind == Kind::Word && !token.is(&NO_UNIT);
    // A small figure may belong to the unit: `m²`, which no letter is.
    let glued =
        |token: &&Token| token.glued && !token.is(&[",", ".", ";", ":", "(", ")", "/", "-"]);
    // "per meter persegi per bulan", "/m²/hari"
    let joins = |at: usize| {
        let next = rest.get(at + 1).is_some_and(|next| names(&next));
        at > 0 && next && rest[at].is(&["/", "per"])
    };
    let unit = rest
        .iter()
        .enumerate()
        .take_while(|(at, token)| names(token) || (*at > 0 && glued(token)) || joins(*at));
    let unit: Vec<&Token> = unit.map(|(_, token)| token).collect();
    let (start, end) = (unit.first()?.from, unit.last()?.to);
    let words = &text[start..end];
    (words.split_whitespace().count() <= UNIT_WORDS).then(|| Some(words.to_owned()))
}
