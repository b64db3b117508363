//! The numbers of a sentence: what each counts, and which side of it is meant.

use super::lexicon::{AFTER, AGES, BEFORE, Bound, SIGNS};
use super::words::{Word, begin, end, words};
use crate::figure::{Exact, Figure, Unit, figures};

/// A number in a sentence that counts something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The number, in units of the last decimal that is asked for.
    pub value: i64,
    /// Which side of it is meant.
    pub bound: Bound,
    /// What it counts, in small letters: `tahun`, `hari kerja`; empty where the sentence leaves it out.
    pub unit: String,
    /// Whether it is one end of a range.
    pub is_end: bool,
    /// The first byte of its figure in the sentence; both ends of a range have the same.
    pub from: usize,
    /// The byte after its figure, the unit included.
    pub to: usize,
}

/// The numbers of a sentence that count something and can be read in one way only, in order, in units of the last of so
/// many decimals; one with more is none.
pub fn mentions(sentence: &str, decimals: u8) -> Vec<Mention> {
    let words = words(sentence);
    let figures = figures(sentence).into_iter();
    figures
        .filter(|figure| counts(figure, sentence))
        .flat_map(|figure| ends(&figure, &words, decimals))
        .collect()
}

/// Whether a figure may decide something: one in words does where it counts time or money, as "dua orang saksi" and
/// "satu map" seldom do.
fn counts(figure: &Figure, sentence: &str) -> bool {
    let spelled = sentence[figure.from..].starts_with(char::is_alphabetic);
    let measured = matches!(figure.unit, Unit::Time(_) | Unit::Rupiah);
    figure.is_certain && (measured || !spelled)
}

/// The number of a figure, or the two ends of a range.
fn ends(figure: &Figure, words: &[Word], decimals: u8) -> Vec<Mention> {
    let at = words
        .iter()
        .take_while(|word| word.to <= figure.from)
        .count();
    let next = words
        .iter()
        .take_while(|word| word.from < figure.to)
        .count();
    let gap = words.get(at).map_or("", |word| word.gap);
    let (before, after) = (&words[..at], &words[next..]);
    let ends = match figure.low {
        None => vec![(figure.value, side(before, gap, after))],
        // "lebih dari 17 sampai 25": what stands before is said of the lower end, what stands after of the upper.
        Some(low) => {
            let above = side(before, gap, &[]) == Bound::Above;
            let below = side(&[], "", after) == Bound::Below;
            let low_side = if above { Bound::Above } else { Bound::Least };
            let high_side = if below { Bound::Below } else { Bound::Most };
            vec![(low, low_side), (figure.value, high_side)]
        }
    };
    let mention = |(value, bound): (Exact, Bound)| {
        Some(Mention {
            value: value.scaled(decimals)?,
            bound,
            unit: figure.unit.word().to_owned(),
            is_end: figure.low.is_some(),
            from: figure.from,
            to: figure.to,
        })
    };
    ends.into_iter().filter_map(mention).collect()
}

/// Which side of a number is meant, by the words before it, what stands right before it, and the words after its unit.
fn side(mut before: &[Word], gap: &str, after: &[Word]) -> Bound {
    while let Some((last, rest)) = before.split_last()
        && last.is(AGES)
    {
        before = rest;
    }
    let sign = gap.trim();
    let signed = |(text, _): &&(&str, Bound)| sign.starts_with(text) || sign.ends_with(text);
    let cut = |(phrases, _): &&(&str, Bound)| begin(after, phrases).is_some();
    let said = |(phrases, _): &&(&str, Bound)| end(before, phrases).is_some();
    let found = AFTER[..1].iter().find(cut);
    let found = found.or_else(|| SIGNS.iter().find(signed));
    let found = found.or_else(|| BEFORE.iter().find(said));
    let found = found.or_else(|| AFTER.iter().find(cut));
    found.map_or(Bound::Plain, |(_, bound)| *bound)
}
