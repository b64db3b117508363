//! The words of a sentence, each with its place; and whether they are among those of a [`super::lexicon`] list.

use std::borrow::Cow;

/// A word in small letters. A code such as `F-1.02`, `KTP-el`, `dan/atau` or `3x4` is one word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word<'a> {
    /// The word in small letters.
    pub text: Cow<'a, str>,
    /// Its first byte in the sentence.
    pub from: usize,
    /// The byte after it.
    pub to: usize,
    /// What stands between the word before and this one.
    pub gap: &'a str,
}

impl Word<'_> {
    /// Whether the word is one of a list.
    pub fn is(&self, list: &str) -> bool {
        is_one(&self.text, list)
    }

    /// Whether a bracket, comma or the like stands before it, or nothing at all.
    pub fn opens_phrase(&self) -> bool {
        self.from == 0
            || self
                .gap
                .contains(['(', '[', ',', ';', ':', '.', '–', '—', '-', '/'])
    }
}

/// All words of a sentence.
pub fn words(sentence: &str) -> Vec<Word<'_>> {
    let mut found: Vec<Word<'_>> = Vec::new();
    let (mut at, mut end) = (0, 0);
    while let Some(start) = sentence[at..].find(char::is_alphanumeric) {
        let from = at + start;
        let to = from + length(&sentence[from..]);
        found.push(Word {
            text: in_small_letters(&sentence[from..to]),
            from,
            to,
            gap: &sentence[end..from],
        });
        (at, end) = (to, to);
    }
    found
}

/// The bytes of the word with which a text begins: letters and digits, and one joint at a time between them.
fn length(text: &str) -> usize {
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let goes_on = |next: Option<&(usize, char)>| next.is_some_and(|(_, c)| c.is_alphanumeric());
        let of_word = c.is_alphanumeric() || is_joint(c) && goes_on(chars.peek());
        if !of_word {
            return at;
        }
    }
    text.len()
}

fn in_small_letters(word: &str) -> Cow<'_, str> {
    let small = |byte: u8| byte.is_ascii() && !byte.is_ascii_uppercase();
    match word.bytes().all(small) {
        true => Cow::Borrowed(word),
        false => Cow::Owned(word.to_lowercase()),
    }
}

/// Whether a word is one of a list: words with spaces between them.
pub fn is_one(word: &str, list: &str) -> bool {
    list.split_ascii_whitespace().any(|one| one == word)
}

/// How many of the words are a phrase of the list with which they begin; the first that fits.
pub fn begin(words: &[Word<'_>], phrases: &str) -> Option<usize> {
    fits(phrases, |length| words.get(..length))
}

/// How many of the words are a phrase of the list with which they end; the first that fits.
pub fn end(words: &[Word<'_>], phrases: &str) -> Option<usize> {
    fits(phrases, |length| {
        words.get(words.len().checked_sub(length)?..)
    })
}

fn fits<'a>(phrases: &str, part: impl Fn(usize) -> Option<&'a [Word<'a>]>) -> Option<usize> {
    let lengths = phrases.split(',').map(|phrase| {
        let wanted: Vec<&str> = phrase.split_ascii_whitespace().collect();
        let words = part(wanted.len())?;
        let mut pairs = words.iter().zip(&wanted);
        let fits = pairs.all(|(word, any)| any.split('|').any(|one| one == word.text));
        fits.then_some(wanted.len())
    });
    lengths.flatten().next()
}

/// What can stand inside a word.
fn is_joint(c: char) -> bool {
    matches!(c, '-' | '/' | '.' | ',' | '×' | '\'' | '’')
}
