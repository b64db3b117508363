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
    PHRASES.iter().find_map(|(words, phrase)| {
        let here = tokens.get(..words.len())?;
        here.iter()
            .zip(*words)
            .all(|(token, word)| is_word(token, word))
            .then_some((*phrase, words.len()))
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
