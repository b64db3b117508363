//! A text that is nothing but a figure: a short form, or a number with more than digits.

use super::Figure;
use super::lexis::{BOUNDS, Bound, EVENTS, LEFT_OUT, SINCE, Since};
use super::sentence::figure;
use super::tokens::{Token, cut, stands};
use super::unit::Unit;

/// A text that is nothing but a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whole {
    /// The figure.
    pub figure: Figure,
    /// Which side of it is meant.
    pub bound: Bound,
    /// From when a time is counted, where that is said.
    pub since: Option<Since>,
    /// For each of what an amount is paid, as written: `lembar`.
    pub per: Option<String>,
}

/// Reads such a text; `None` where anything else stands in it.
pub fn read(text: &str) -> Option<Whole> {
    let (mut whole, rest) = parts(text)?;
    let first = rest.first();
    if first.is_some_and(|first| first.is(&["/", "per"])) {
        let (of, last) = (rest.get(1)?, rest.last()?);
        whole.per = Some(text[of.from..last.to].to_owned());
    } else if first.is_some() {
        whole.since = Some(since(&rest)?);
    }
    Some(whole)
}

/// Reads a length of time at the start of a text that goes on with from when it is counted, in whatever words.
pub fn starts_with(text: &str) -> Option<Whole> {
    let (whole, rest) = parts(text)?;
    rest.first()?.is(&SINCE).then_some(whole)
}

/// The only length of time in a text, with what the words before it say.
pub fn only_time(text: &str) -> Option<Whole> {
    let tokens = cut(text);
    let mut found = None;
    let mut at = 0;
    while at < tokens.len() {
        let Some((figure, next)) = figure(&tokens, at) else {
            at += 1;
            continue;
        };
        if matches!(figure.unit, Unit::Time(_)) {
            if found.is_some() {
                return None;
            }
            found = Some((figure, at));
        }
        at = next.max(at + 1);
    }
    let (figure, at) = found?;
    let before = &tokens[..at];
    let said = BOUNDS.iter().find(|(words, _)| {
        let start = before.len().checked_sub(words.len());
        start.is_some_and(|start| stands(before, start, words))
    });
    Some(Whole {
        figure,
        bound: said.map_or(Bound::Plain, |(_, bound)| *bound),
        since: None,
        per: None,
    })
}

/// The figure that a text starts with, and what follows it.
fn parts(text: &str) -> Option<(Whole, Vec<Token>)> {
    let mut tokens = cut(text);
    if tokens.last().is_some_and(|last| last.is(&["."])) && tokens.len() > 1 {
        tokens.pop();
    }
    let (bound, start) = bound(&tokens);
    let (figure, next) = figure(&tokens, start)?;
    let whole = Whole {
        figure,
        bound,
        since: None,
        per: None,
    };
    Some((whole, tokens.split_off(next)))
}

/// What the words before the figure say, and the place after them.
fn bound(tokens: &[Token]) -> (Bound, usize) {
    let mut bound = Bound::Plain;
    let mut at = 0;
    while let Some((words, side)) = BOUNDS.iter().find(|(words, _)| stands(tokens, at, words)) {
        if *side != Bound::Plain {
            bound = *side;
        }
        at += words.len();
    }
    (bound, at)
}

fn since(tokens: &[Token]) -> Option<Since> {
    let (first, rest) = tokens.split_first()?;
    if !first.is(&SINCE) {
        return None;
    }
    let words: Vec<&str> = rest
        .iter()
        .map(|token| token.text.as_str())
        .filter(|word| !LEFT_OUT.contains(word))
        .collect();
    let known = EVENTS.iter().find(|(event, _)| *event == words.as_slice());
    known.map(|(_, since)| *since)
}
