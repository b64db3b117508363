//! The words of the language in Indonesian and English, and the words that people type in their place.

use super::lex::{Token, TokenKind};
use crate::figure::Decimal;
use crate::rule::syntax::Op;

/// What a phrase means after a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Phrase {
    /// A comparison.
    Compare(Op),
    /// `in`, `salah satu dari`
    In,
    /// `not in`, `bukan salah satu dari`
    NotIn,
    /// `antara 17 dan 60`, the places of both numbers among its tokens; `false` for `tidak antara 17 dan 60`.
    Between(usize, usize, bool),
}

/// A phrase at the start of some tokens.
pub(super) struct Found {
    pub phrase: Phrase,
    /// How many tokens it has.
    pub length: usize,
    /// What to type for one that is none of the language, in Indonesian and English.
    pub instead: Option<(&'static str, &'static str)>,
}

/// What can be said after a name: its meaning, what to type in Indonesian and in English, all phrases of the language,
/// and those that people type in their place.
const PHRASES: [(Phrase, &str, &str, &str, &str); 8] = [
    (
        Phrase::Compare(Op::AtLeast),
        "paling sedikit",
        ">=",
        "paling sedikit",
        "tidak kurang dari, at least, minimal, minimum",
    ),
    (
        Phrase::Compare(Op::AtMost),
        "paling banyak",
        "<=",
        "paling banyak",
        "tidak lebih dari, at most, maksimal, maksimum",
    ),
    (
        Phrase::Compare(Op::Above),
        "di atas",
        ">",
        "di atas",
        "diatas, lebih dari, lebih besar dari, more than, greater than",
    ),
    (
        Phrase::Compare(Op::Below),
        "di bawah",
        "<",
        "di bawah",
        "dibawah, kurang dari, lebih kecil dari, less than",
    ),
    (
        Phrase::Compare(Op::Equal),
        "adalah",
        "=",
        "adalah",
        "ialah, sama dengan, is",
    ),
    (
        Phrase::Compare(Op::NotEqual),
        "bukan",
        "!=",
        "bukan",
        "tidak, adalah bukan, tidak sama dengan, is not",
    ),
    (
        Phrase::In,
        "salah satu dari",
        "in",
        "salah satu dari, adalah salah satu dari, in",
        "salah satu",
    ),
    (
        Phrase::NotIn,
        "bukan salah satu dari",
        "not in",
        "bukan salah satu dari, tidak salah satu dari, not in",
        "adalah bukan salah satu dari",
    ),
];

/// Words that bound a number and are none of the language; only before a number. The first may stand between two.
const BOUNDS: [(Op, &str, &str); 2] = [
    (
        Op::AtMost,
        "<=",
        "sampai, sampai dengan, hingga, s.d., s/d, up to",
    ),
    (Op::AtLeast, ">=", "mulai, mulai dari, from"),
];

/// The longest phrase that starts at `tokens[0]`.
pub(super) fn phrase(tokens: &[Token]) -> Option<Found> {
    let found = |phrase, length, instead| Found {
        phrase,
        length,
        instead,
    };
    if let TokenKind::Compare(op) = tokens.first()?.kind {
        return Some(found(Phrase::Compare(op), 1, None));
    }
    if let Some((phrase, length)) = between(tokens) {
        return Some(found(phrase, length, None));
    }
    let bounds = BOUNDS.iter().filter_map(|(op, sign, words)| {
        let length = starts_with(tokens, words)?;
        is_number(tokens.get(length)?).then_some(())?;
        Some(found(Phrase::Compare(*op), length, Some((sign, sign))))
    });
    let known = PHRASES.iter().flat_map(|(phrase, id, en, own, wrong)| {
        let own = starts_with(tokens, own).map(|length| found(*phrase, length, None));
        let wrong = starts_with(tokens, wrong);
        let wrong = wrong.map(|length| found(*phrase, length, Some((*id, *en))));
        own.into_iter().chain(wrong)
    });
    bounds.chain(known).max_by_key(|found| found.length)
}

/// `antara 17 dan 60`, `17 sampai 60`, and the same after a *not*.
fn between(tokens: &[Token]) -> Option<(Phrase, usize)> {
    let inside = !is_not(&tokens[0]);
    let skip = usize::from(!inside);
    let opens = starts_with(&tokens[skip..], "antara, between").is_some();
    let at = skip + usize::from(opens);
    is_number(tokens.get(at)?).then_some(())?;
    let rest = &tokens[at + 1..];
    let joined = rest
        .first()
        .filter(|token| opens && join(token) == Some(Join::And));
    let length = starts_with(rest, BOUNDS[0].2).or(joined.map(|_| 1))?;
    is_number(rest.get(length)?).then_some(())?;
    let most = at + 1 + length;
    Some((Phrase::Between(at, most, inside), most + 1))
}

/// Whether a token is a number: digits, with or without decimals.
pub(super) fn is_number(token: &Token) -> bool {
    match &token.kind {
        TokenKind::Word(text) => Decimal::read(text).is_some(),
        _ => false,
    }
}

/// The number of words of the longest of these phrases that stands at the start.
fn starts_with(tokens: &[Token], phrases: &str) -> Option<usize> {
    let here = phrases.split(',').filter_map(|phrase| {
        let mut length = 0;
        for word in phrase.trim_start().split(' ') {
            tokens.get(length).filter(|token| is_word(token, word))?;
            length += 1;
        }
        Some(length)
    });
    here.max()
}

/// What joins two conditions, or turns one round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Join {
    And,
    Or,
}

/// Whether the token is `and`/`dan` or `or`/`atau`.
pub(super) fn join(token: &Token) -> Option<Join> {
    match token.kind {
        TokenKind::And => Some(Join::And),
        TokenKind::Or => Some(Join::Or),
        _ if is_word(token, "and") || is_word(token, "dan") => Some(Join::And),
        _ if is_word(token, "or") || is_word(token, "atau") => Some(Join::Or),
        _ => None,
    }
}

/// Whether the token is `not`, `bukan` or `tidak`.
pub(super) fn is_not(token: &Token) -> bool {
    token.kind == TokenKind::Not
        || ["not", "bukan", "tidak"]
            .iter()
            .any(|word| is_word(token, word))
}

fn is_word(token: &Token, word: &str) -> bool {
    matches!(&token.kind, TokenKind::Word(text) if text.eq_ignore_ascii_case(word))
}
