//! What somebody does or is done to something in a sentence, by the forms of its words.

use super::lexis::{APPLICANTS, NO_VERBS, SUBMITS};
use super::words::{Place, is_one, places};

/// Words of five letters that say what is done to something.
const SHORT_PASSIVES: &str = "dicap dicek diisi dites diuji";

/// The first verb of a sentence; of a name in capitals only where it opens the sentence.
pub(super) fn verb(text: &str) -> Option<Place> {
    let all = places(text);
    let small = |place: &Place| text[place.from..].starts_with(char::is_lowercase);
    let mut found = all.into_iter().enumerate();
    found.find_map(|(at, place)| {
        ((at == 0 || small(&place)) && is_verb(&place.word)).then_some(place)
    })
}

/// Whether a word has the form of a verb: `diteruskan`, `memeriksa`.
pub(super) fn is_verb(word: &str) -> bool {
    is_passive(word) || is_active(word)
}

/// Whether a word says what is done to something: `diteruskan`.
pub(super) fn is_passive(word: &str) -> bool {
    let formed = word.len() > 5 && word.starts_with("di") && !word.starts_with("dis-");
    formed && !is_one(word, NO_VERBS) || is_one(word, SHORT_PASSIVES)
}

fn is_active(word: &str) -> bool {
    const STARTS: [&str; 6] = ["mem", "men", "mer", "mel", "mew", "mey"];
    let starts = STARTS.iter().any(|start| word.starts_with(start));
    word.len() > 5 && starts && !is_one(word, NO_VERBS)
}

/// Whether a verb names what somebody does who complains: `disampaikan`, `mengisi`.
pub(super) fn submits(word: &str) -> bool {
    is_one(word, SUBMITS)
}

/// Whether a word names somebody who comes to the office.
pub(super) fn is_applicant(word: &str) -> bool {
    is_one(word, APPLICANTS)
}
