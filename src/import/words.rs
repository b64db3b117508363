//! Words of a text in small letters, and the few questions that the readers of pages ask of them.

/// Whether a word is one of a list: words with blanks between them.
pub(super) fn is_one(word: &str, list: &str) -> bool {
    list.split_ascii_whitespace().any(|one| one == word)
}

/// The words of a text in small letters: letters and digits, with `-` and `'` between them.
pub(super) fn words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '-' | '\'');
    let words = lower.split(|c: char| !inside(c));
    let words = words.map(|word| word.trim_matches(['-', '\'']));
    words
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The words of a text joined by blanks, without those of a list.
pub(super) fn squeezed(text: &str, without: &str) -> String {
    let kept: Vec<String> = words(text)
        .iter()
        .flat_map(|word| word.split('-').map(str::to_owned).collect::<Vec<_>>())
        .filter(|word| !word.is_empty() && !is_one(word, without))
        .collect();
    kept.join(" ")
}

/// Whether a phrase of a list stands in a text; phrases have commas between them, `*` at their end stands for any
/// further letters.
pub(super) fn says(text: &str, phrases: &str) -> bool {
    place(&words(text), phrases).is_some()
}

/// Whether a text begins with a phrase of a list.
pub(super) fn begins(text: &str, phrases: &str) -> bool {
    starts(&words(text), phrases).is_some()
}

/// Where the first phrase of a list stands among words.
pub(super) fn place(words: &[String], phrases: &str) -> Option<usize> {
    (0..words.len()).find(|at| starts(&words[*at..], phrases).is_some())
}

/// How many words the phrase of a list has with which these begin; the longest.
pub(super) fn starts(words: &[String], phrases: &str) -> Option<usize> {
    let lengths = phrases.split(',').filter_map(|phrase| {
        let mut count = 0;
        for wanted in phrase.split_ascii_whitespace() {
            if !fits(words.get(count)?, wanted) {
                return None;
            }
            count += 1;
        }
        (count > 0).then_some(count)
    });
    lengths.max()
}

/// Whether words end with a phrase of a list.
pub(super) fn ends_with(words: &[String], phrases: &str) -> bool {
    (0..words.len()).any(|at| starts(&words[at..], phrases) == Some(words.len() - at))
}

fn fits(word: &str, wanted: &str) -> bool {
    wanted.split('|').any(|one| match one.strip_suffix('*') {
        Some(start) => word.starts_with(start),
        None => word == one,
    })
}

/// A text with single blanks and none at its ends.
pub(super) fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text without what stands in brackets; a bracket that was never opened closes nothing.
pub(super) fn without_brackets(text: &str) -> String {
    let mut depth = 0_usize;
    let kept = text.chars().filter(|c| {
        let inside = depth > 0 || *c == '(';
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        !inside
    });
    kept.collect()
}

/// So many letters of a text hold its first or last words.
const NEAR: usize = 200;

/// The start of a text, long enough for its first words.
pub(super) fn first_part(text: &str) -> &str {
    let end = text.char_indices().nth(NEAR);
    &text[..end.map_or(text.len(), |(at, _)| at)]
}

/// The end of a text, long enough for its last words.
pub(super) fn last_part(text: &str) -> &str {
    let start = text.char_indices().rev().nth(NEAR);
    &text[start.map_or(0, |(at, _)| at)..]
}

/// The same without regard to large letters, signs and blanks.
pub(super) fn same(one: &str, other: &str) -> bool {
    words(one) == words(other)
}

/// A word in small letters with its bytes in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    pub word: String,
    pub from: usize,
    pub to: usize,
}

/// The words of a text with their places: letters and digits, with `-` and `'` between them.
pub(super) fn places(text: &str) -> Vec<Place> {
    let mut found: Vec<Place> = Vec::new();
    let mut start = None;
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '-' | '\'');
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (inside(c), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                start = None;
                let whole = &text[from..at];
                let word = whole.trim_matches(['-', '\'']);
                if !word.is_empty() {
                    let from = from + (whole.len() - whole.trim_start_matches(['-', '\'']).len());
                    found.push(Place {
                        word: word.to_lowercase(),
                        from,
                        to: from + word.len(),
                    });
                }
            }
            _ => {}
        }
    }
    found
}
