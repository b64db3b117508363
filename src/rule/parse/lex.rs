//! Cuts the text of a condition into words, quoted texts and signs; mends the signs of other languages.

use std::ops::Range;

use crate::diagnostic::{Message, say};
use crate::rule::syntax::Op;

/// A piece of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub kind: TokenKind,
    /// Bytes of the text.
    pub range: Range<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum TokenKind {
    Word(String),
    Quoted(String),
    Open,
    Close,
    ListOpen,
    ListClose,
    Comma,
    Compare(Op),
    And,
    Or,
    Not,
}

/// A sign that means something elsewhere: where it stands, and what to type.
#[derive(Debug)]
pub(super) struct Foreign {
    pub range: Range<usize>,
    pub message: Message,
    /// What belongs in its place.
    pub instead: &'static str,
    /// Whether putting it there cannot be wrong.
    pub certain: bool,
}

/// The signs, longest first. `true` in the last place: part of the language.
const SIGNS: &[(&str, TokenKind, &str)] = &[
    ("===", TokenKind::Compare(Op::Equal), "="),
    ("!==", TokenKind::Compare(Op::NotEqual), "!="),
    ("==", TokenKind::Compare(Op::Equal), "="),
    ("!=", TokenKind::Compare(Op::NotEqual), ""),
    ("<=", TokenKind::Compare(Op::AtMost), ""),
    (">=", TokenKind::Compare(Op::AtLeast), ""),
    ("=<", TokenKind::Compare(Op::AtMost), "<="),
    ("=>", TokenKind::Compare(Op::AtLeast), ">="),
    ("<>", TokenKind::Compare(Op::NotEqual), "!="),
    ("&&", TokenKind::And, "and"),
    ("||", TokenKind::Or, "or"),
    ("≥", TokenKind::Compare(Op::AtLeast), ">="),
    ("≤", TokenKind::Compare(Op::AtMost), "<="),
    ("≠", TokenKind::Compare(Op::NotEqual), "!="),
    ("=", TokenKind::Compare(Op::Equal), ""),
    ("<", TokenKind::Compare(Op::Below), ""),
    (">", TokenKind::Compare(Op::Above), ""),
    ("!", TokenKind::Not, "not"),
    ("&", TokenKind::And, "and"),
    ("|", TokenKind::Or, "or"),
    ("(", TokenKind::Open, ""),
    (")", TokenKind::Close, ""),
    ("[", TokenKind::ListOpen, ""),
    ("]", TokenKind::ListClose, ""),
    (",", TokenKind::Comma, ""),
];

/// The tokens of a text, and the foreign signs that were read as what they mean.
#[derive(Debug, Default)]
pub(super) struct Lexed {
    pub tokens: Vec<Token>,
    pub foreign: Vec<Foreign>,
    /// Where a quote was opened and never closed.
    pub unclosed: Option<Range<usize>>,
}

/// Cuts `text` into tokens; never fails.
pub(super) fn lex(text: &str) -> Lexed {
    let mut lexed = Lexed::default();
    let mut at = 0;
    while let Some(next) = text[at..].chars().next() {
        let rest = &text[at..];
        if is_blank(next) {
            at += next.len_utf8();
        } else if let Some(len) = quote(rest, at, &mut lexed) {
            at += len;
        } else if let Some((sign, kind, instead)) =
            SIGNS.iter().find(|(sign, ..)| rest.starts_with(sign))
        {
            let range = at..at + sign.len();
            if !instead.is_empty() {
                lexed
                    .foreign
                    .push(foreign_sign(range.clone(), sign, kind, instead));
            }
            let kind = kind.clone();
            lexed.tokens.push(Token { kind, range });
            at += sign.len();
        } else {
            let len = word_length(rest);
            let kind = match rest[..len].to_ascii_lowercase().as_str() {
                "dan/atau" | "and/or" | "atau/dan" => {
                    let word = &rest[..len];
                    lexed.foreign.push(Foreign {
                        range: at..at + len,
                        message: say!(
                            "`{word}` tidak dikenal dalam syarat; `atau` sudah mencakup keduanya",
                            "`{word}` is not part of a condition; `or` covers both"
                        ),
                        instead: "or",
                        certain: false,
                    });
                    TokenKind::Or
                }
                _ => TokenKind::Word(rest[..len].to_owned()),
            };
            lexed.tokens.push(Token {
                kind,
                range: at..at + len,
            });
            at += len;
        }
    }
    lexed
}

/// Blanks, and the invisible characters that come along from Word.
fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{feff}' | '\u{ad}'
        )
}

/// Reads a quoted text at the start of `rest`; its length in bytes.
fn quote(rest: &str, at: usize, lexed: &mut Lexed) -> Option<usize> {
    let open = rest.chars().next()?;
    let closing: &[char] = match open {
        '"' => &['"'],
        '\'' => &['\''],
        '“' | '”' | '„' => &['“', '”', '"'],
        '‘' | '’' => &['‘', '’', '\''],
        _ => return None,
    };
    let inner = &rest[open.len_utf8()..];
    let Some(end) = inner.find(closing) else {
        lexed.unclosed.get_or_insert(at..at + open.len_utf8());
        let kind = TokenKind::Quoted(inner.trim().to_owned());
        lexed.tokens.push(Token {
            kind,
            range: at..at + rest.len(),
        });
        return Some(rest.len());
    };
    let close = inner[end..].chars().next().map_or(1, char::len_utf8);
    let len = open.len_utf8() + end + close;
    if !open.is_ascii() {
        lexed.foreign.push(Foreign {
            range: at..at + len,
            message: say!(
                "tanda kutip lengkung dari Word tidak dikenal dalam syarat",
                "curly quotes from Word are not part of a condition"
            ),
            instead: "\"",
            certain: false,
        });
    }
    let kind = TokenKind::Quoted(inner[..end].trim().to_owned());
    lexed.tokens.push(Token {
        kind,
        range: at..at + len,
    });
    Some(len)
}

fn foreign_sign(
    range: Range<usize>,
    sign: &str,
    kind: &TokenKind,
    instead: &'static str,
) -> Foreign {
    Foreign {
        range,
        message: say!(
            "tanda `{sign}` tidak dikenal dalam syarat",
            "the sign `{sign}` is not part of a condition"
        ),
        instead,
        certain: matches!(kind, TokenKind::Compare(_)),
    }
}

/// The bytes up to the next blank or sign. An apostrophe inside a word belongs to it: `Jum'at`; so does a comma between
/// digits: `2,75`.
fn word_length(rest: &str) -> usize {
    let mut end = 0;
    for c in rest.chars() {
        let sign = "()[],=<>!&|\"“”„≥≤≠".contains(c);
        if end > 0 && (is_blank(c) || sign && !is_within_number(rest, end)) {
            break;
        }
        end += c.len_utf8();
    }
    end
}

/// Whether the sign at a place is a comma between digits.
fn is_within_number(rest: &str, at: usize) -> bool {
    let (before, after) = rest.split_at(at);
    let digits = before.trim_start_matches('-');
    let number = digits.chars().all(|c| c.is_ascii_digit() || c == ',');
    let next = after.strip_prefix(',');
    number
        && !digits.is_empty()
        && next.is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_other_languages_are_read_and_reported() {
        let lexed = lex("a == b && usia ≥ 17");
        let signs: Vec<&str> = lexed
            .foreign
            .iter()
            .map(|foreign| foreign.instead)
            .collect();
        assert_eq!(signs, ["=", "and", ">="]);
        assert_eq!(lexed.tokens[1].kind, TokenKind::Compare(Op::Equal));
    }

    #[test]
    fn a_quote_that_never_closes_takes_the_rest() {
        let lexed = lex("a = \"Masih ada");
        assert!(lexed.unclosed.is_some());
        assert_eq!(lexed.tokens[2].kind, TokenKind::Quoted("Masih ada".into()));
    }
}
