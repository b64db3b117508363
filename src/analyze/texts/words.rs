//! The words of a sentence, each with its place; and whether they are among those of a [`super::lexicon`] list.

/// A word in small letters. A code such as `F-1.02`, `KTP-el`, `dan/atau` or `3x4` is one word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// The word in small letters.
    pub text: String,
    /// Its first byte in the sentence.
    pub from: usize,
    /// The byte after it.
    pub to: usize,
    /// What stands between the word before and this one.
    pub gap: String,
}

impl Word {
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
pub fn words(sentence: &str) -> Vec<Word> {
    let chars: Vec<(usize, char)> = sentence.char_indices().collect();
    let letter = |at: usize| chars.get(at).is_some_and(|(_, c)| c.is_alphanumeric());
    let byte = |at: usize| chars.get(at).map_or(sentence.len(), |(byte, _)| *byte);
    let mut found: Vec<Word> = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        if !letter(at) {
            at += 1;
            continue;
        }
        let start = at;
        while letter(at) || (is_joint(chars[at].1) && letter(at + 1)) {
            at += 1;
            if at >= chars.len() {
                break;
            }
        }
        let (from, to) = (byte(start), byte(at));
        let end = found.last().map_or(0, |word| word.to);
        found.push(Word {
            text: sentence[from..to].to_lowercase(),
            from,
            to,
            gap: sentence[end..from].to_owned(),
        });
    }
    found
}

/// Whether a word is one of a list: words with spaces between them.
pub fn is_one(word: &str, list: &str) -> bool {
    list.split_ascii_whitespace().any(|one| one == word)
}

/// How many of the words are a phrase of the list with which they begin; the first that fits.
pub fn begin(words: &[Word], phrases: &str) -> Option<usize> {
    fits(phrases, |length| words.get(..length))
}

/// How many of the words are a phrase of the list with which they end; the first that fits.
pub fn end(words: &[Word], phrases: &str) -> Option<usize> {
    fits(phrases, |length| {
        words.get(words.len().checked_sub(length)?..)
    })
}

fn fits<'a>(phrases: &str, part: impl Fn(usize) -> Option<&'a [Word]>) -> Option<usize> {
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
