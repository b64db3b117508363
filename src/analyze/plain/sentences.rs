//! Sentences that are too long to be read in one breath.

use super::Place;
use super::shown::{Passage, Voice};
use crate::analyze::texts::words::words;
use crate::diagnostic::say;

/// A sentence of more words is long.
pub const MOST_WORDS: usize = 25;

/// A sentence with so many commas or semicolons is a list.
const LIST: usize = 3;

/// After these a full stop ends no sentence.
const SHORTENED: &str = "no jl jln rp hlm dll dsb dst kec kab kel ds tn ny sdr sdri dr drs ir prof bpk tgl thn telp hp s a an st mr mrs e.g i.e no. art";

/// The long sentences of the service's own words.
pub fn long(passages: &[Passage<'_>]) -> Vec<Place> {
    let own = passages
        .iter()
        .filter(|passage| passage.voice == Voice::Own);
    own.flat_map(|passage| {
        let sentences = sentences(passage.words()).into_iter();
        sentences.filter_map(|(from, to)| {
            let count = counted(&passage.words()[from..to]);
            let start = passage.range.start;
            (count > MOST_WORDS).then(|| Place {
                span: passage.text.span_of(start + from, start + to),
                what: say!("{count} kata", "{count} words"),
            })
        })
    })
    .collect()
}

/// Where the sentences of a passage begin and end.
fn sentences(passage: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut from = 0;
    let chars: Vec<(usize, char)> = passage.char_indices().collect();
    for (place, (at, c)) in chars.iter().enumerate() {
        let next = chars.get(place + 1).map_or(' ', |(_, next)| *next);
        let ends = matches!(c, '.' | '!' | '?' | ';') && next.is_whitespace();
        if ends && !(*c == '.' && is_shortened(&passage[from..*at])) {
            found.push((from, at + c.len_utf8()));
            from = at + c.len_utf8();
        }
    }
    found.push((from, passage.len()));
    let trimmed = found.into_iter().map(|(from, to)| {
        let text = &passage[from..to];
        let left = text.len() - text.trim_start().len();
        (from + left, from + text.trim_end().len().max(left))
    });
    trimmed.filter(|(from, to)| from < to).collect()
}

/// Whether the last word before a full stop is one that is written short.
fn is_shortened(before: &str) -> bool {
    let last = words(before).pop();
    last.is_some_and(|word| word.to == before.len() && word.is(SHORTENED))
}

/// How many words must be kept in mind at once: without what stands in brackets or quotation marks, and none of a list.
fn counted(sentence: &str) -> usize {
    let bare = without_asides(sentence);
    let (told, listed) = bare.split_once(':').unwrap_or((&bare, ""));
    let marks = |text: &str| text.matches([',', ';']).count();
    if marks(&bare) >= LIST {
        return 0;
    }
    match listed.is_empty() || marks(listed) == 0 {
        true => words(&bare).len(),
        false => words(told).len(),
    }
}

fn without_asides(sentence: &str) -> String {
    let mut depth = 0usize;
    let mut quoted = false;
    let kept = sentence.chars().filter(|c| {
        match c {
            '(' | '[' | '“' | '«' => depth += 1,
            ')' | ']' | '”' | '»' => depth = depth.saturating_sub(1),
            '"' => quoted = !quoted,
            _ => {}
        }
        depth == 0 && !quoted
    });
    kept.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_stop_ends_a_sentence_where_a_new_one_may_begin() {
        let text = "Datang ke Jl. Contoh No. 5 sebelum pukul 08.00. Bawa KTP! Sudah?";
        let found = sentences(text)
            .into_iter()
            .map(|(from, to)| &text[from..to]);
        assert_eq!(
            found.collect::<Vec<_>>(),
            [
                "Datang ke Jl. Contoh No. 5 sebelum pukul 08.00.",
                "Bawa KTP!",
                "Sudah?"
            ]
        );
    }

    #[test]
    fn lists_brackets_and_quotations_are_not_counted() {
        assert_eq!(counted("satu dua (tiga empat) lima"), 3);
        assert_eq!(counted("satu dua \"tiga empat\" lima"), 3);
        assert_eq!(counted("bawa: satu, dua tiga"), 1);
        assert_eq!(counted("bawa satu, dua, tiga, dan empat"), 0);
        assert_eq!(counted("pukul: satu dua"), 3);
    }
}
