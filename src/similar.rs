//! Which of several names a misspelt one was meant to be, never one that means the opposite.

/// Words that turn a meaning round.
const NOT: [&str; 16] = [
    "tidak", "tdk", "tak", "bukan", "bkn", "belum", "blm", "tanpa", "non", "anti", "not", "no",
    "never", "without", "un", "dis",
];

/// The ones that also turn it round when they are written together with a word: `nonaktif`, `ketidakhadiran`.
const GLUED: [&str; 7] = ["tidak", "bukan", "belum", "tanpa", "without", "non", "tak"];

/// How long a glued word must be to count inside a word and not only at its start: `non` is part of many words.
const INSIDE: usize = 5;

/// Beginnings that turn some words round and merely begin others: `inactive`, but also `instagram`.
const PREFIXES: [&str; 9] = ["in", "un", "im", "ir", "il", "dis", "de", "mis", "a"];

/// How alike two names must be as a whole, from 0 to 1; the same beginning counts for more.
const ALIKE: f64 = 0.8;

/// How alike each word of two names must be: `paling_sedikit` is not `paling_lambat`.
const WORD: f64 = 0.5;

/// The candidate nearest to `name`, if one is near enough to be meant.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let name = name.to_lowercase();
    let mut best: Option<(f64, &str)> = None;
    for candidate in candidates {
        let score = likeness(&name, &candidate.to_lowercase());
        if score >= ALIKE && best.is_none_or(|(top, _)| score > top) {
            best = Some((score, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// How alike two names are; 0 where one of their words is not near, or they are opposites.
fn likeness(name: &str, candidate: &str) -> f64 {
    let whole = strsim::jaro_winkler(name, candidate);
    if whole < ALIKE {
        return whole;
    }
    let (ours, theirs) = (words(name), words(candidate));
    let near = if ours.len() == theirs.len() {
        let mut pairs = ours.iter().zip(&theirs);
        pairs.all(|(one, other)| edits(one, other) >= WORD)
    } else {
        edits(&ours.concat(), &theirs.concat()) >= WORD
    };
    if near && !are_opposites(name, candidate) {
        whole
    } else {
        0.0
    }
}

/// Whether a word is another with one slip of the pen, or two where it is long; both in small letters.
pub fn is_slip(word: &str, meant: &str) -> bool {
    let most = match meant.chars().count() {
        0..=4 => return false,
        5..=8 => 1,
        _ => 2,
    };
    let same_start = word.chars().next() == meant.chars().next();
    let edits = strsim::damerau_levenshtein(word, meant);
    same_start && edits > 0 && edits <= most && !are_opposites(word, meant)
}

/// Whether one of two names says *not* and the other does not: `nonaktif` and `aktif`, `tidak_hadir` and `hadir`.
pub fn are_opposites(one: &str, other: &str) -> bool {
    let (one, other) = (one.to_lowercase(), other.to_lowercase());
    let turned = |name: &str| words(name).iter().filter(|word| says_not(word)).count();
    turned(&one) != turned(&other) || prefixed(&one, &other) || prefixed(&other, &one)
}

fn says_not(word: &str) -> bool {
    let glued = |not: &&str| word.starts_with(*not) || (not.len() >= INSIDE && word.contains(*not));
    NOT.contains(&word) || GLUED.iter().any(glued)
}

/// Whether `longer` without a beginning that says *not* is nearer to `other` than with it.
fn prefixed(longer: &str, other: &str) -> bool {
    PREFIXES.iter().any(|prefix| {
        let rest = longer.strip_prefix(prefix);
        rest.is_some_and(|rest| {
            strsim::damerau_levenshtein(rest, other) < strsim::damerau_levenshtein(longer, other)
        })
    })
}

fn edits(one: &str, other: &str) -> f64 {
    strsim::normalized_damerau_levenshtein(one, other)
}

fn words(name: &str) -> Vec<&str> {
    let parts = name.split(|c: char| !c.is_alphanumeric());
    parts.filter(|part| !part.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_pen_is_recognised() {
        for (written, meant) in [
            ("ringkassan", "ringkasan"),
            ("telp", "telepon"),
            ("tidak_memenuhii", "tidak_memenuhi"),
            ("instgram", "instagram"),
            ("nstagram", "instagram"),
            ("inama", "nama"),
            ("hari kerja", "hari_kerja"),
        ] {
            assert_eq!(nearest(written, [meant]), Some(meant));
        }
    }

    #[test]
    fn what_turns_a_meaning_round_is_never_a_slip_of_the_pen() {
        for (written, opposite) in [
            ("nonaktif", "aktif"),
            ("non-aktif", "aktif"),
            ("nonaktiv", "aktif"),
            ("tidak aktif", "aktif"),
            ("tdk_aktif", "aktif"),
            ("takaktif", "aktif"),
            ("inactive", "active"),
            ("Inactve", "active"),
            ("complete", "incomplete"),
            ("ketidakhadiran", "kehadiran"),
            ("memenuhi", "tidak_memenuhi"),
            ("paling_sedikit", "paling_lambat"),
            ("diterbitkan", "dihentikan_sementara"),
            ("dibuka", "dicabut"),
        ] {
            assert_eq!(nearest(written, [opposite]), None, "{written}");
        }
    }
}
