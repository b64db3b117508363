//! The lengths of time that a text names, each with what the words around it say of it.

use super::Figure;
use super::lexis::{BOUNDS, Bound, LIMITS};
use super::sentence::figure;
use super::tokens::{Token, cut, stands};
use super::unit::Unit;

/// A length of time in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The figure.
    pub figure: Figure,
    /// Which side of it is meant.
    pub bound: Bound,
    /// The first byte of the words that belong to it: of "paling lama" or of the number.
    pub from: usize,
    /// The byte after it.
    pub to: usize,
}

/// Every length of time in a text, in order. `2x24 jam` without a word is a most: so offices count the days they have.
pub fn lengths(text: &str) -> Vec<Said> {
    let tokens = cut(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let Some((figure, next)) = figure(&tokens, at) else {
            at += 1;
            continue;
        };
        if matches!(figure.unit, Unit::Time(_)) {
            let (bound, start) = before(&tokens, at);
            let product = tokens[at..next]
                .iter()
                .any(|token| token.is(&["x", "×", "*", "kali"]));
            let bound = match bound {
                None if product => Bound::Most,
                bound => bound.unwrap_or(Bound::Plain),
            };
            found.push(Said {
                bound,
                from: tokens[start].from,
                to: figure.to,
                figure,
            });
        }
        at = next.max(at + 1);
    }
    found
}

/// What the words before a place say, and where they begin.
fn before(tokens: &[Token], at: usize) -> (Option<Bound>, usize) {
    let mut start = at;
    let mut bound = None;
    let words = || BOUNDS.iter().chain(&LIMITS);
    while let Some((words, side)) = words().find(|(words, _)| {
        let from = start.checked_sub(words.len());
        from.is_some_and(|from| stands(tokens, from, words))
    }) {
        start -= words.len();
        if *side != Bound::Plain && bound.is_none() {
            bound = Some(*side);
        }
    }
    (bound, start)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Vec<(Option<i64>, Bound)> {
        lengths(text)
            .into_iter()
            .map(|said| (said.figure.length().map(|length| length.value), said.bound))
            .collect()
    }

    #[test]
    fn each_length_has_its_bound() {
        assert_eq!(said("3 hari kerja"), [(Some(3), Bound::Plain)]);
        assert_eq!(
            said("Paling lama 5 jam, minimal 2 jam"),
            [(Some(5), Bound::Most), (Some(2), Bound::Least)]
        );
        assert_eq!(said("< 40 menit"), [(Some(40), Bound::Most)]);
        assert_eq!(said("kurang dari 1 menit"), [(Some(1), Bound::Most)]);
        assert_eq!(said("± 7 hari"), [(Some(7), Bound::Plain)]);
        assert_eq!(said("2x24 jam"), [(Some(48), Bound::Most)]);
        assert_eq!(
            said("maksimal selama 2 (dua) hari"),
            [(Some(2), Bound::Most)]
        );
        assert_eq!(said("3 (dua) hari"), [(None, Bound::Plain)]);
        assert_eq!(said("langkah 1 s.d 5"), []);
    }
}
