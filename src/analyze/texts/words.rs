//! The words of a sentence, each with its place.

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
    /// Whether the word is one of these.
    pub fn is(&self, words: &[&str]) -> bool {
        words.contains(&self.text.as_str())
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

/// What can stand inside a word.
fn is_joint(c: char) -> bool {
    matches!(c, '-' | '/' | '.' | ',' | '×' | '\'' | '’')
}
