//! A text cut into digits, words and signs.

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// In small letters.
    pub text: String,
    pub kind: Kind,
    pub from: usize,
    pub to: usize,
    /// Whether nothing stands between this and the one before.
    pub glued: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Digits, with points and commas between digits.
    Digits,
    Word,
    Sign,
}

impl Token {
    pub fn is(&self, texts: &[&str]) -> bool {
        texts.contains(&self.text.as_str())
    }
}

/// Cuts a text.
pub(super) fn cut(text: &str) -> Vec<Token> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let byte = |at: usize| chars.get(at).map_or(text.len(), |(byte, _)| *byte);
    let digit = |at: usize| chars.get(at).is_some_and(|(_, c)| c.is_ascii_digit());
    let letter = |at: usize| chars.get(at).is_some_and(|(_, c)| c.is_alphabetic());
    let mut found: Vec<Token> = Vec::new();
    let mut at = 0;
    while let Some((_, first)) = chars.get(at) {
        if first.is_whitespace() {
            at += 1;
            continue;
        }
        let start = at;
        at += 1;
        let kind = if digit(start) {
            while digit(at)
                || (chars.get(at).is_some_and(|(_, c)| matches!(c, '.' | ',')) && digit(at + 1))
            {
                at += 1;
            }
            Kind::Digits
        } else if letter(start) {
            while letter(at) {
                at += 1;
            }
            Kind::Word
        } else {
            Kind::Sign
        };
        let (from, to) = (byte(start), byte(at));
        found.push(Token {
            text: text[from..to].to_lowercase(),
            kind,
            glued: found.last().is_some_and(|last| last.to == from),
            from,
            to,
        });
    }
    found
}

/// Whether these words and signs stand at a place.
pub(super) fn stands(tokens: &[Token], at: usize, words: &[&str]) -> bool {
    tokens.get(at..at + words.len()).is_some_and(|here| {
        here.iter()
            .zip(words)
            .all(|(token, word)| token.text == *word)
    })
}
