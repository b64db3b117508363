//! The clauses of a text, each with the one length of time that it names.

use super::lexis::{CASE_OPENERS, CASE_STARTS, LABEL_ENDS, LABEL_STARTS, VALID};
use super::words::{begins, place, says, starts, tidy, words};
use crate::figure::{Bound, Said, lengths};

/// A clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Clause {
    /// Its words.
    pub text: String,
    /// The length of time in it.
    pub said: Option<Said>,
    /// What that is the time of: the words before it, or those after.
    pub label: String,
    /// Whether that stands before it.
    pub leads: bool,
    /// Whether a colon stands between the two.
    pub is_named: bool,
    /// Whether it says how long all of it takes, of which others say the parts.
    pub is_total: bool,
    /// The words of a clause before, which hold for this one too: `Khusus BTA`.
    pub head: Option<String>,
}

impl Clause {
    /// The label with the head's words.
    pub fn whole_label(&self) -> String {
        match &self.head {
            Some(head) => tidy(&format!("{head} {}", self.label)),
            None => self.label.clone(),
        }
    }
}

/// Where clauses end, from the strongest to the weakest.
const ENDS: [&[&str]; 4] = [
    &[". ", "; ", ";"],
    &[" - ", " – ", " — "],
    &[", "],
    &[" dan ", " lalu ", " kemudian ", " serta "],
];

/// The clauses of a text, no longer than needed for one length each.
pub(super) fn clauses(text: &str) -> Vec<Clause> {
    let mut pieces: Vec<&str> = at_openers(text).into_iter().flat_map(at_bracket).collect();
    for ends in ENDS {
        pieces = pieces
            .into_iter()
            .flat_map(|piece| cut(piece, ends))
            .collect();
    }
    let mut found: Vec<Clause> = Vec::new();
    let mut head: Option<String> = None;
    for piece in pieces {
        let in_bracket = piece.starts_with('(')
            && piece.ends_with([')', '.'])
            && place(&words(piece), CASE_OPENERS).is_some();
        let inner = if in_bracket {
            piece.trim_matches(['(', ')', '.', ' '])
        } else {
            piece
        };
        let mut clause = clause(inner, head.as_deref());
        // "maksimal 3 hari (7 hari bila perlu)": the bracket states a most too.
        if let (true, Some(said), Some(last)) = (in_bracket, &mut clause.said, found.last())
            && said.bound == Bound::Plain
            && let Some(before) = &last.said
        {
            said.bound = before.bound;
        }
        let opens = starts(&words(piece), CASE_OPENERS).is_some();
        if opens {
            head = clause.said.is_none().then(|| head_of(piece));
        }
        if begins(&clause.text, PARTS)
            && let Some(before) = found.last_mut()
        {
            before.is_total = true;
        }
        found.push(clause);
    }
    found
}

/// Words with which the parts of a time begin.
const PARTS: &str = "dengan rincian, rincian, dengan perincian, terdiri dari, terdiri atas";

/// Whether the label of a time, or the words behind it, say that it is that of all.
fn says_total(label: &str, after: &str) -> bool {
    begins(
        label,
        "total, jumlah, keseluruhan, total waktu, jumlah waktu, jadi",
    ) || says(label, "seluruhnya, keseluruhan, secara keseluruhan")
        || says(after, PARTS)
}

/// Cuts before a word that opens a case and begins a sentence, though no full stop stands before it.
fn at_openers(text: &str) -> Vec<&str> {
    if lengths(text).len() < 2 {
        return vec![text];
    }
    let starts = text.match_indices(' ').map(|(at, _)| at + 1).filter(|at| {
        let rest = &text[*at..];
        let capital = rest.starts_with(char::is_uppercase);
        capital && starts(&words(rest), CASE_OPENERS).is_some()
    });
    let mut pieces = Vec::new();
    let mut from = 0;
    for at in starts {
        pieces.push(text[from..at].trim());
        from = at;
    }
    pieces.push(text[from..].trim());
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

/// Cuts before a bracket with a length of its own in another case: `3 hari (7 hari bila perlu cek lapangan)`.
fn at_bracket(text: &str) -> Vec<&str> {
    let cut = text.match_indices('(').find_map(|(at, _)| {
        let inner = text[at + 1..].split(')').next()?;
        let own = !lengths(inner).is_empty() && !lengths(&text[..at]).is_empty();
        (own && place(&words(inner), CASE_OPENERS).is_some()).then_some(at)
    });
    match cut {
        Some(at) => vec![text[..at].trim(), text[at..].trim()],
        None => vec![text],
    }
}

/// Cuts a piece that names several lengths where that leaves one to each part, or none to the first.
fn cut<'t>(piece: &'t str, ends: &[&str]) -> Vec<&'t str> {
    let found = lengths(piece);
    let opens = ends.contains(&" - ");
    if found.len() < 2 && !(opens && found.len() == 1) || range(&found).is_some() {
        return vec![piece];
    }
    let mut parts = vec![piece];
    for end in ends {
        parts = parts
            .into_iter()
            .flat_map(|part| outside_brackets(part, end))
            .collect();
    }
    let parts: Vec<&str> = parts
        .into_iter()
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    joined(piece, parts)
}

/// Splits at a mark that stands in no brackets and not in the middle of a length.
fn outside_brackets<'t>(text: &'t str, end: &str) -> Vec<&'t str> {
    let said = lengths(text);
    let mut parts = Vec::new();
    let mut from = 0;
    for (at, _) in text.match_indices(end) {
        let depth = text[..at].matches('(').count() > text[..at].matches(')').count();
        let inside = said.iter().any(|said| said.from < at && at < said.to);
        if !depth && !inside && at >= from {
            parts.push(&text[from..at]);
            from = at + end.len();
        }
    }
    parts.push(&text[from..]);
    parts
}

/// Parts without a length go with the one before them, but for the first: it may say what those after are of.
fn joined<'t>(whole: &'t str, parts: Vec<&'t str>) -> Vec<&'t str> {
    let place = |part: &str| part.as_ptr() as usize - whole.as_ptr() as usize;
    let mut kept: Vec<(usize, usize)> = Vec::new();
    for part in parts {
        let (from, to) = (place(part), place(part) + part.len());
        let bare = lengths(part).is_empty();
        let opens = starts(&words(part), CASE_OPENERS).is_some();
        match kept.last_mut() {
            Some(last) if bare && !opens => last.1 = to,
            _ => kept.push((from, to)),
        }
    }
    kept.into_iter()
        .map(|(from, to)| whole[from..to].trim())
        .collect()
}

/// "10 hari dan paling lama 30 hari": the two ends of a range.
fn range(found: &[Said]) -> Option<Said> {
    let [low, high] = found else {
        return None;
    };
    let (least, most) = (low.figure.length()?, high.figure.length()?);
    let ends = low.bound != Bound::Most && high.bound == Bound::Most;
    let plain = low.figure.low.is_none() && high.figure.low.is_none();
    let fits = ends && plain && least.period == most.period && least.value < most.value;
    fits.then(|| {
        let mut said = high.clone();
        said.figure.low = Some(low.figure.value);
        said.from = low.from;
        said
    })
}

fn clause(text: &str, head: Option<&str>) -> Clause {
    let found = lengths(text);
    let said = match found.as_slice() {
        [said] => Some(said.clone()),
        several => range(several).or_else(|| {
            let mut first = several.first()?.clone();
            first.figure.is_certain &= several.iter().all(|said| same(said, &first));
            Some(first)
        }),
    };
    let said = said.filter(|said| !begins_valid(&text[..said.from]));
    let (before, after) = said
        .as_ref()
        .map_or((text, ""), |said| (&text[..said.from], &text[said.to..]));
    let named = before.trim_end().ends_with([':', '=']);
    let is_total = said.is_some() && says_total(&clean(before), after);
    // A word that says nothing may be all there is: "Lama : 10 hari".
    let bare = tidy(before.trim_matches(|c: char| !c.is_alphanumeric()));
    let before = match clean(before) {
        empty if empty.is_empty() && named => bare,
        // "Dengan peninjauan lapangan": not the peninjauan itself.
        _ if words(&bare).first().is_some_and(|word| word == "dengan")
            && starts(&words(&bare), CASE_STARTS).is_some() =>
        {
            bare
        }
        before => before,
    };
    let leads = !before.is_empty();
    let label = if before.is_empty() {
        clean(after)
    } else {
        before
    };
    Clause {
        text: tidy(text),
        said,
        label,
        leads,
        is_named: named,
        is_total,
        head: head.map(str::to_owned),
    }
}

/// Whether two lengths are one, said twice: `1 minggu (7 hari)`.
fn same(one: &Said, other: &Said) -> bool {
    let lengths = one.figure.length().zip(other.figure.length());
    lengths.is_some_and(|(one, other)| one.is(other)) && one.figure.least() == other.figure.least()
}

/// Whether the last words before a length speak of how long something is valid.
pub(super) fn begins_valid(before: &str) -> bool {
    let last = words(before);
    let near = last.len().saturating_sub(3);
    place(&last[near..], VALID).is_some()
}

/// What is said of several clauses, without the word that opens it.
fn head_of(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().skip(1).collect();
    clean(&words.join(" "))
}

/// A label without the words and marks at its ends that say nothing.
fn clean(text: &str) -> String {
    let mark = |c: char| {
        c.is_whitespace() || matches!(c, ':' | '=' | ',' | '.' | ';' | '-' | '–' | '—' | '(' | '/')
    };
    let mut label = text.trim_matches(|c: char| mark(c) && c != '(').to_owned();
    loop {
        let own = words(&label);
        if let Some(count) = starts(&own, LABEL_STARTS) {
            let rest: Vec<&str> = label.split_whitespace().skip(count).collect();
            let rest = rest.join(" ");
            if rest.len() < label.len() {
                label = rest;
                continue;
            }
        }
        let Some(last) = own
            .last()
            .filter(|last| super::words::is_one(last, LABEL_ENDS))
        else {
            break;
        };
        let end = label.to_lowercase().rfind(last.as_str()).unwrap_or(0);
        let shorter = label
            .get(..end)
            .unwrap_or("")
            .trim_end_matches(mark)
            .to_owned();
        if shorter.len() >= label.len() {
            break;
        }
        label = shorter;
    }
    let label = label.trim_end_matches(mark);
    let label = label.trim_start_matches(|c: char| mark(c) && c != '(');
    match label.strip_prefix('(') {
        Some(inner) if inner.find(')').is_none_or(|at| at + 1 == inner.len()) => {
            inner.trim_end_matches(')').to_owned()
        }
        _ => label.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The labels and upper ends of the clauses of a text.
    fn said(text: &str) -> Vec<(String, Option<i64>)> {
        let found = clauses(text).into_iter();
        let found = found.filter(|clause| clause.said.is_some());
        found
            .map(|clause| {
                let length = clause.said.as_ref().and_then(|said| said.figure.length());
                (clause.whole_label(), length.map(|length| length.value))
            })
            .collect()
    }

    #[test]
    fn a_text_is_cut_into_one_length_each() {
        let pair = |label: &str, value| (label.to_owned(), Some(value));
        for (text, wanted) in [
            (
                "Pemeriksaan 5 menit, pencetakan 1 jam dan penyerahan 2 menit",
                vec![
                    pair("Pemeriksaan", 5),
                    pair("pencetakan", 1),
                    pair("penyerahan", 2),
                ],
            ),
            (
                "Tindak lanjut 10 hari dan paling lama 30 hari",
                vec![pair("Tindak lanjut", 30)],
            ),
            (
                "Paling lama 5 jam (umum) Khusus rujukan - paling lama 3 hari di kota - 7 hari di desa",
                vec![
                    pair("umum", 5),
                    pair("rujukan di kota", 3),
                    pair("rujukan di desa", 7),
                ],
            ),
            (
                "Baru : 3 hari; Perpanjangan : 1 hari",
                vec![pair("Baru", 3), pair("Perpanjangan", 1)],
            ),
        ] {
            assert_eq!(said(text), wanted, "{text}");
        }
    }
}
