//! The words of the language in Indonesian and English, and the words that people type in their place.

use super::lex::{Token, TokenKind};
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
    /// A phrase that is not part of the language, and the one that is: Indonesian, English.
    Wrong(&'static str, &'static str),
    /// `antara 17 dan 60`, and `false` for `tidak antara 17 dan 60`.
    Between(i64, i64, bool),
}

/// The phrases, longest first.
const PHRASES: &[(&[&str], Phrase)] = &[
    (
        &["adalah", "bukan", "salah", "satu", "dari"],
        Phrase::Wrong("bukan salah satu dari", "not in"),
    ),
    (&["bukan", "salah", "satu", "dari"], Phrase::NotIn),
    (&["tidak", "salah", "satu", "dari"], Phrase::NotIn),
    (&["adalah", "salah", "satu", "dari"], Phrase::In),
    (&["salah", "satu", "dari"], Phrase::In),
    (&["salah", "satu"], Phrase::Wrong("salah satu dari", "in")),
    (&["tidak", "sama", "dengan"], Phrase::Wrong("bukan", "!=")),
    (
        &["tidak", "lebih", "dari"],
        Phrase::Wrong("paling banyak", "<="),
    ),
    (
        &["tidak", "kurang", "dari"],
        Phrase::Wrong("paling sedikit", ">="),
    ),
    (&["sama", "dengan"], Phrase::Wrong("adalah", "=")),
    (&["lebih", "besar", "dari"], Phrase::Wrong("di atas", ">")),
    (&["lebih", "kecil", "dari"], Phrase::Wrong("di bawah", "<")),
    (&["lebih", "dari"], Phrase::Wrong("di atas", ">")),
    (&["kurang", "dari"], Phrase::Wrong("di bawah", "<")),
    (&["greater", "than"], Phrase::Wrong("di atas", ">")),
    (&["more", "than"], Phrase::Wrong("di atas", ">")),
    (&["less", "than"], Phrase::Wrong("di bawah", "<")),
    (&["at", "least"], Phrase::Wrong("paling sedikit", ">=")),
    (&["at", "most"], Phrase::Wrong("paling banyak", "<=")),
    (&["adalah", "bukan"], Phrase::Wrong("bukan", "!=")),
    (&["is", "not"], Phrase::Wrong("bukan", "!=")),
    (&["not", "in"], Phrase::NotIn),
    (&["paling", "sedikit"], Phrase::Compare(Op::AtLeast)),
    (&["paling", "banyak"], Phrase::Compare(Op::AtMost)),
    (&["di", "bawah"], Phrase::Compare(Op::Below)),
    (&["di", "atas"], Phrase::Compare(Op::Above)),
    (&["adalah"], Phrase::Compare(Op::Equal)),
    (&["bukan"], Phrase::Compare(Op::NotEqual)),
    (&["in"], Phrase::In),
    (&["dibawah"], Phrase::Wrong("di bawah", "<")),
    (&["diatas"], Phrase::Wrong("di atas", ">")),
    (&["minimal"], Phrase::Wrong("paling sedikit", ">=")),
    (&["minimum"], Phrase::Wrong("paling sedikit", ">=")),
    (&["maksimal"], Phrase::Wrong("paling banyak", "<=")),
    (&["maksimum"], Phrase::Wrong("paling banyak", "<=")),
    (&["ialah"], Phrase::Wrong("adalah", "=")),
    (&["is"], Phrase::Wrong("adalah", "=")),
    (&["tidak"], Phrase::Wrong("bukan", "!=")),
];

/// The phrase that starts at `tokens[0]`, and how many tokens it has.
pub(super) fn phrase(tokens: &[Token]) -> Option<(Phrase, usize)> {
    if let TokenKind::Compare(op) = tokens.first()?.kind {
        return Some((Phrase::Compare(op), 1));
    }
    if let Some((phrase, length)) = bounds(tokens) {
        return Some((phrase, length));
    }
    PHRASES
        .iter()
        .find(|(words, _)| starts_with(tokens, words))
        .map(|(words, phrase)| (*phrase, words.len()))
}

/// Words that bound a number and are none of the language; only before a number.
const BOUNDS: &[(&[&str], Phrase)] = &[
    (&["sampai", "dengan"], Phrase::Wrong("<=", "<=")),
    (&["sampai"], Phrase::Wrong("<=", "<=")),
    (&["hingga"], Phrase::Wrong("<=", "<=")),
    (&["s.d."], Phrase::Wrong("<=", "<=")),
    (&["s/d"], Phrase::Wrong("<=", "<=")),
    (&["up", "to"], Phrase::Wrong("<=", "<=")),
    (&["mulai", "dari"], Phrase::Wrong(">=", ">=")),
    (&["mulai"], Phrase::Wrong(">=", ">=")),
    (&["from"], Phrase::Wrong(">=", ">=")),
];

/// `antara 17 dan 60`, `17 sampai 60`, `sampai 17`.
fn bounds(tokens: &[Token]) -> Option<(Phrase, usize)> {
    let inside = !["tidak", "bukan", "not"]
        .iter()
        .any(|word| is_word(&tokens[0], word));
    let skip = usize::from(!inside);
    let opens = tokens
        .get(skip)
        .is_some_and(|token| is_word(token, "antara") || is_word(token, "between"));
    let at = skip + usize::from(opens);
    if let Some(least) = number(tokens.get(at)) {
        let rest = &tokens[at + 1..];
        let between = BOUNDS[..5]
            .iter()
            .find(|(words, _)| starts_with(rest, words))
            .map(|(words, _)| words.len());
        let joined = opens
            && rest
                .first()
                .is_some_and(|token| join(token) == Some(Join::And));
        let length = between.or(joined.then_some(1))?;
        let most = number(rest.get(length))?;
        return Some((Phrase::Between(least, most, inside), at + length + 2));
    }
    BOUNDS
        .iter()
        .find(|(words, _)| starts_with(tokens, words) && number(tokens.get(words.len())).is_some())
        .map(|(words, phrase)| (*phrase, words.len()))
}

fn number(token: Option<&Token>) -> Option<i64> {
    match &token?.kind {
        TokenKind::Word(text) => text.parse().ok(),
        _ => None,
    }
}

fn starts_with(tokens: &[Token], words: &[&str]) -> bool {
    tokens.get(..words.len()).is_some_and(|here| {
        here.iter()
            .zip(words)
            .all(|(token, word)| is_word(token, word))
    })
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
