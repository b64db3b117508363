//! The numbers of a sentence: what each counts, and which side of it is meant.

use super::lexicon::{
    AFTER, AGES, BEFORE, Bound, GLUED, IN_WORDS, MONTHS, NAMES, ONES, SHORT, SIGNS, TIMES, TO,
};
use super::words::{Word, begin, end, is_one, words};

/// A number in a sentence that counts something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The number.
    pub value: i64,
    /// Which side of it is meant.
    pub bound: Bound,
    /// What it counts, in small letters: `tahun`, `hari kerja`; empty at the end of a phrase.
    pub unit: String,
    /// Its first byte in the sentence.
    pub from: usize,
    /// The byte after it.
    pub to: usize,
}

/// The numbers of a sentence that count something, in order.
pub fn mentions(sentence: &str) -> Vec<Mention> {
    let words = words(sentence);
    let mut found: Vec<Mention> = Vec::new();
    for at in 0..words.len() {
        found.extend(spelled(&words, at));
        for (value, bound, (from, to)) in read(&words, at) {
            let (unit, after) = unit(&words, at);
            found.push(Mention {
                value,
                bound: bound.unwrap_or_else(|| side(&words, at, after)),
                unit,
                from,
                to,
            });
        }
    }
    share_units(&words, &mut found);
    found
}

/// A number in words that starts here and counts a time: "tujuh belas tahun", "tiga hari kerja".
fn spelled(words: &[Word], at: usize) -> Option<Mention> {
    let word = &words[at];
    let inside = at > 0 && (words[at - 1].is(IN_WORDS) || words[at - 1].is("salah"));
    if inside || word.gap.contains('(') {
        return None;
    }
    let ones = |at: usize| -> Option<i64> {
        let mut ones = ONES.split_ascii_whitespace();
        let place = ones.position(|one| words[at].text == one)?;
        i64::try_from(place + 1).ok()
    };
    let is = |at: usize, text: &str| words.get(at).is_some_and(|word| word.is(text));
    let first = ones(at)?;
    let (value, last) = if first < 10 && is(at + 1, "belas") {
        (first + 10, at + 1)
    } else if first < 10 && is(at + 1, "puluh") {
        match words.get(at + 2).and_then(|_| ones(at + 2)) {
            Some(one) if one < 10 => (first * 10 + one, at + 2),
            _ => (first * 10, at + 1),
        }
    } else {
        (first, at)
    };
    let (unit, after) = counted(words, last + 1);
    let counts = is_one(&unit, TIMES) || unit == "hari kerja";
    counts.then(|| Mention {
        value,
        bound: side(words, at, after),
        unit,
        from: word.from,
        to: words[last].to,
    })
}

type Read = (i64, Option<Bound>, (usize, usize));

/// The numbers of one word: one, or the two ends of `17-25`.
fn read(words: &[Word], at: usize) -> Vec<Read> {
    let word = &words[at];
    if is_name(words, at) {
        return Vec::new();
    }
    if let Some((first, last)) = word.text.split_once('-')
        && let (Some(low), Some(high)) = (whole(first), whole(last))
    {
        let middle = word.from + first.len();
        return vec![
            (low, Some(Bound::Least), (word.from, middle)),
            (high, None, (middle + 1, word.to)),
        ];
    }
    let glued = word.text.find(|c: char| c.is_alphabetic());
    let digits = glued.map_or(word.text.as_str(), |end| &word.text[..end]);
    if glued.is_some_and(|end| !is_one(&word.text[end..], GLUED)) {
        return Vec::new();
    }
    let place = (word.from, word.from + digits.len());
    whole(digits)
        .map(|value| (value, None, place))
        .into_iter()
        .collect()
}

/// A whole number: digits, perhaps in groups of three.
fn whole(text: &str) -> Option<i64> {
    let mut groups = text.split('.');
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let digits = |group: &&str| group.bytes().all(|byte| byte.is_ascii_digit());
    let fits = rest.is_empty() || (first.len() <= 3 && rest.iter().all(|group| group.len() == 3));
    let sound = !first.is_empty() && digits(&first) && rest.iter().all(digits) && fits;
    sound.then(|| text.replace('.', "").parse().ok()).flatten()
}

/// Whether the number names something: a law, a year, a day, a place in a list.
fn is_name(words: &[Word], at: usize) -> bool {
    let word = &words[at];
    let before = at.checked_sub(1).and_then(|at| words.get(at));
    let after = words.get(at + 1);
    let listed = at == 0 && after.is_some_and(|after| after.gap.starts_with(['.', ')']));
    let tied = word.gap.ends_with([':', '/'])
        || after.is_some_and(|after| after.gap.starts_with([':', '/', '×']));
    let named = before.is_some_and(|before| {
        let year = before.is("tahun") || before.is(MONTHS);
        before.is(NAMES) || (year && word.text.len() == 4) || before.text.ends_with("rp")
    });
    listed || tied || named || after.is_some_and(|after| after.is(MONTHS))
}

/// What the number counts, and the place of the word after that.
fn unit(words: &[Word], at: usize) -> (String, usize) {
    if let Some(glued) = words[at].text.find(|c: char| c.is_alphabetic()) {
        return (normal(&words[at].text[glued..]).to_owned(), at + 1);
    }
    counted(words, at + 1)
}

/// What stands at a place as the thing counted, and the place of the word after it.
fn counted(words: &[Word], mut next: usize) -> (String, usize) {
    let opened = words
        .get(next)
        .is_some_and(|word| word.gap.contains('(') && word.is(IN_WORDS));
    if opened {
        while words.get(next).is_some_and(|word| word.is(IN_WORDS)) {
            next += 1;
        }
    }
    match words.get(next) {
        Some(word)
            if word
                .gap
                .trim_matches([' ', ')', '(', '\n', '\u{a0}'])
                .is_empty() =>
        {
            let working = words
                .get(next + 1)
                .is_some_and(|after| after.is("kerja") && after.gap == " ");
            if word.is("hari") && working {
                ("hari kerja".to_owned(), next + 2)
            } else {
                (normal(&word.text).to_owned(), next + 1)
            }
        }
        _ => (String::new(), next),
    }
}

/// Short forms of units written out.
fn normal(unit: &str) -> &str {
    let mut short = SHORT.split(", ").filter_map(|pair| pair.split_once(' '));
    let long = short.find(|(short, _)| *short == unit);
    long.map_or_else(|| unit.split('/').next().unwrap_or(unit), |(_, long)| long)
}

/// Which side of the number is meant, by the words around it; `after` is the place after its unit.
fn side(words: &[Word], at: usize, after: usize) -> Bound {
    let (mut before, after) = (&words[..at], &words[after.min(words.len())..]);
    while let Some((last, rest)) = before.split_last()
        && last.is(AGES)
    {
        before = rest;
    }
    let sign = words[at].gap.trim();
    let signed = |(text, _): &&(&str, Bound)| sign.starts_with(text) || sign.ends_with(text);
    let cut = |(phrases, _): &&(&str, Bound)| begin(after, phrases).is_some();
    let found = AFTER[..1].iter().find(cut);
    let found = found.or_else(|| SIGNS.iter().find(signed));
    let found = found.or_else(|| {
        BEFORE
            .iter()
            .find(|(phrases, _)| end(before, phrases).is_some())
    });
    let found = found.or_else(|| AFTER.iter().find(cut));
    found.map_or(Bound::Plain, |(_, bound)| *bound)
}

/// "17 sampai 25 tahun": the first number counts what the second does, and begins the range.
fn share_units(words: &[Word], found: &mut [Mention]) {
    for at in 1..found.len() {
        let (low, high) = (&found[at - 1], &found[at]);
        if low.to + 1 != high.from && !is_range(words, low, high) {
            continue;
        }
        let unit = high.unit.clone();
        for (at, bound) in [(at - 1, Bound::Least), (at, Bound::Most)] {
            if found[at].bound == Bound::Plain {
                found[at].bound = bound;
            }
        }
        found[at - 1].unit = unit;
    }
}

/// Whether only "sampai", a dash or the first number's own unit stands between two numbers.
fn is_range(words: &[Word], low: &Mention, high: &Mention) -> bool {
    let between = |word: &&Word| word.from >= low.to && word.from < high.from;
    let between: Vec<&Word> = words.iter().filter(between).collect();
    let own = |word: &&Word| {
        word.is(TO) || word.is("dengan") || word.text == low.unit || word.is(IN_WORDS)
    };
    let mut ends = words.iter().filter(|word| word.from == high.from);
    let dash = ends.any(|word| word.gap.contains(['-', '–', '—']));
    between.iter().all(own) && (dash || between.iter().any(|word| word.is(TO)))
}
