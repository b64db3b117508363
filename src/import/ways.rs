//! The lines of the part on complaints: which name a way, and which say how a complaint goes on.

use super::cues::is_hours;
use super::labels::segments;
use super::lexis::{
    BY, COME, COUNTERS, COURSE_HEADS, COURSE_TITLES, HEADS, LEADS, MANNERS, OFFICERS, SHORTENED,
    THINGS, THROUGH, TITLES,
};
use super::lists::split_inline;
use super::rows::{count, split_mark, style};
use super::sheet::Line;
use super::values;
use super::verbs::{is_applicant, is_passive, is_verb, submits, verb};
use super::words::{Place, begins, is_one, places, says, starts, words};
use crate::figure;

/// A sentence, and whether it is an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    pub text: String,
    pub is_item: bool,
    /// Whether others stand below it.
    pub is_head: bool,
}

/// The sentences of lines, those of lists on one line too.
pub(super) fn rows(lines: &[Line]) -> Vec<Row> {
    let mut found = Vec::new();
    for line in lines.iter().flat_map(apart_at_next) {
        let is_item = line.mark.is_some();
        if let Some((head, items)) = split_inline(&line.text) {
            if !head.is_empty() {
                push(&mut found, &head, is_item, true);
            }
            found.extend(rows(&items));
        } else {
            push(&mut found, &line.text, is_item, !line.lines.is_empty());
        }
        found.extend(rows(&line.lines));
    }
    found
}

/// An item and those after it that stand on its line: `1. Melalui: a. loket b. kotak saran 2. Alur pengaduan`.
fn apart_at_next(line: &Line) -> Vec<Line> {
    let mut found = Vec::new();
    let mut line = line.clone();
    while let Some((at, mark)) = line
        .mark
        .as_deref()
        .and_then(|mark| next_item(&line.text, mark))
    {
        let text = line.text[at + mark.len()..].trim().to_owned();
        line.text = line.text[..at].trim().to_owned();
        let lines = std::mem::take(&mut line.lines);
        found.push(std::mem::replace(
            &mut line,
            Line {
                text,
                mark: Some(mark),
                lines,
            },
        ));
    }
    found.push(line);
    found
}

/// Where the item after one begins within its text, and its mark.
fn next_item(text: &str, mark: &str) -> Option<(usize, String)> {
    let number = count(mark)?;
    let places = text.match_indices(' ').map(|(at, _)| at + 1);
    places
        .into_iter()
        .find_map(|at| match split_mark(&text[at..]) {
            (Some(next), rest) => {
                let fits = style(next) == style(mark) && count(next) == Some(number + 1);
                (fits && !rest.is_empty()).then(|| (at, next.to_owned()))
            }
            _ => None,
        })
}

fn push(rows: &mut Vec<Row>, text: &str, is_item: bool, is_head: bool) {
    let texts = sentences(text);
    let count = texts.len();
    for (at, text) in texts.into_iter().enumerate() {
        rows.push(Row {
            text: text.to_owned(),
            is_item,
            is_head: is_head && at + 1 == count,
        });
    }
}

/// The sentences of a text: cut at a full stop before a capital, but not behind `Jl.` or `No.`.
fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut from = 0;
    for (at, _) in text.match_indices(". ") {
        let last = text[from..at]
            .split([' ', '(', '/'])
            .next_back()
            .unwrap_or_default();
        let short = last.len() <= 3
            || is_one(&last.to_lowercase(), SHORTENED)
            || last.contains('.') && !last.contains('@');
        let open = text[from..at].matches('(').count() > text[from..at].matches(')').count();
        if !short && !open && text[at + 2..].trim_start().starts_with(char::is_uppercase) {
            found.push(text[from..=at].trim());
            from = at + 2;
        }
    }
    found.push(text[from..].trim());
    found.retain(|text| text.chars().any(char::is_alphanumeric));
    found
}

/// Whether a line names the course of a complaint, which the lines after it are: `Alur penanganan pengaduan:`.
pub(super) fn opens_course(row: &Row, next: Option<&Row>) -> bool {
    let own = words(&row.text);
    let heads = row.is_head
        || row.text.trim_end().ends_with(':')
        || next.is_some_and(|next| next.is_item && !row.is_item);
    heads
        && says(&row.text, COURSE_TITLES)
        && !is_labelled(&row.text)
        && !own
            .last()
            .is_some_and(|word| is_one(word, THROUGH) || word == "cara")
}

/// Whether a line is the title of those after it.
pub(super) fn is_title(row: &Row, next: Option<&Row>) -> bool {
    let sentence = row.text.trim();
    let Some(next) = next.filter(|_| !is_labelled(sentence)) else {
        return false;
    };
    let own = words(sentence);
    if sentence.chars().any(|c| c.is_ascii_digit()) {
        return false;
    }
    let opens = sentence.ends_with(':') && !is_hours(sentence);
    let above = !row.is_item && (next.is_item || is_labelled(&next.text)) && own.len() <= 5;
    let titled = says(sentence, TITLES);
    let place = says(sentence, "lantai, gedung, jl, jalan, di, ke, lewat");
    if !sentence.ends_with(':') && verb(sentence).is_some() && place_of(sentence).is_some() {
        return false;
    }
    let led = own.first().is_some_and(|word| is_one(word, BY));
    let place = place || !row.is_head && led && begins(without_lead(sentence), HEADS);
    opens || titled && !place && (above || row.is_head)
}

/// Whether a label stands in a line, or where its ways begin.
pub(super) fn is_labelled(text: &str) -> bool {
    let (parts, _) = ways(text);
    let labelled = |text: &str| segments(text).iter().any(|one| !one.kinds.is_empty());
    labelled(text) || parts.iter().any(|part| labelled(part))
}

/// Whether a sentence says what becomes of a complaint, or who sees to it, and no way.
pub(super) fn is_handling(sentence: &str) -> bool {
    if begins(sentence, COURSE_HEADS) {
        return true;
    }
    let Some(verb) = verb(sentence) else {
        return false;
    };
    let before = words(&sentence[..verb.from]);
    if before.is_empty() && is_passive(&verb.word) {
        return !words(sentence).iter().any(|word| is_one(word, THROUGH));
    }
    let officer = before
        .first()
        .is_some_and(|word| is_one(word, OFFICERS) || word == "tim");
    officer || !submits(&verb.word) && !before.first().is_some_and(|word| is_applicant(word))
}

/// Whether a part of a sentence says what becomes of a complaint: how long it takes, what is done.
pub(super) fn is_course(part: &str) -> bool {
    let first = words(part).into_iter().next().unwrap_or_default();
    is_passive(&first) || !figure::lengths(part).is_empty()
}

/// The ways that a sentence names, and whether words lead up to them: "Pengaduan disampaikan lewat kotak atau loket".
pub(super) fn ways(sentence: &str) -> (Vec<String>, bool) {
    let all = places(sentence);
    let Some((start, by)) = lead(&all) else {
        let opens = |text: &str, mark: &str| {
            let thing = mark.starts_with([',', ';']);
            begins(text, COME) || begins(text, COUNTERS) || thing && begins(text, THINGS)
        };
        return (apart(sentence, opens), false);
    };
    let Some(first) = all.get(start) else {
        return (Vec::new(), true);
    };
    let rest = without_tail(sentence[first.from..].trim_end_matches('.'));
    let led = start > 1 || !all.first().is_some_and(|place| is_one(&place.word, BY));
    let parts = if by {
        apart(rest, |text, _| opens_way(text))
    } else {
        vec![rest.to_owned()]
    };
    let parts = parts.iter().map(|part| without_lead(part).to_owned());
    (parts.filter(|part| !part.is_empty()).collect(), led)
}

/// Where the ways of a sentence begin, and whether there may be several.
fn lead(all: &[Place]) -> Option<(usize, bool)> {
    let leads = all
        .iter()
        .take_while(|place| is_one(&place.word, LEADS))
        .count();
    let at = |at: usize| all.get(at).map_or("", |place| place.word.as_str());
    if is_one(at(leads), BY) {
        return Some((leads + 1, true));
    }
    if at(leads) == "di" && leads > 0 {
        let direct = at(leads - 1) == "langsung";
        let start = if direct { leads - 1 } else { leads };
        return (direct || leads > 1)
            .then_some((start, false))
            .filter(|(start, _)| *start > 0);
    }
    // "Masyarakat yang tidak puas dapat mengadu melalui …"
    let through = all.iter().position(|place| is_one(&place.word, THROUGH))?;
    let verbs = all[..through].iter().filter(|place| is_verb(&place.word));
    let words: Vec<&str> = verbs.map(|place| place.word.as_str()).collect();
    let fits = words.last().is_some_and(|word| submits(word));
    fits.then_some((through + 1, true))
}

/// A text cut before each part that opens a way of its own.
fn apart(text: &str, opens: impl Fn(&str, &str) -> bool) -> Vec<String> {
    let mut marks: Vec<(usize, usize)> =
        [" atau ", " dan ", ", ", "; ", " / ", " serta ", " maupun "]
            .iter()
            .flat_map(|mark| text.match_indices(mark))
            .map(|(at, mark)| (at, at + mark.len()))
            .collect();
    marks.sort_unstable();
    let mut parts = Vec::new();
    let mut from = 0;
    for (at, after) in marks {
        let depth = text[..at].matches('(').count() > text[..at].matches(')').count();
        let rest = without_lead(&text[after..]);
        if at >= from && !depth && opens(rest, &text[at..after]) {
            parts.push(text[from..at].to_owned());
            from = text.len() - rest.len();
        }
    }
    parts.push(text[from..].to_owned());
    parts
}

/// Whether words begin with a way of their own, or with what becomes of the complaint.
fn opens_way(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    let name = first.len() > 3 && first.chars().all(|c| c.is_ascii_uppercase());
    let label = segments(text)
        .first()
        .is_some_and(|one| !one.kinds.is_empty() && one.starts);
    let form = !values::by_form(first).is_empty()
        || text.starts_with(|c: char| c.is_ascii_digit()) && !values::by_form(text).is_empty();
    let submitted = submits(&first.to_lowercase())
        && (!values::by_form(text).is_empty() || place_of(text).is_some());
    name || label
        || submitted
        || form
        || is_course(text)
        || begins(text, HEADS)
        || begins(text, COME)
}

/// Words without those that only lead up to a way.
fn without_lead(part: &str) -> &str {
    let own = places(part);
    let skip = own
        .iter()
        .take_while(|place| is_one(&place.word, BY) || place.word == "atau")
        .count();
    own.get(skip).map_or("", |place| &part[place.from..])
}

/// Words without the end that only promises more: `dengan tata cara berikut:`.
fn without_tail(text: &str) -> &str {
    const TAILS: [&str; 6] = [
        "dengan tata cara",
        "dengan cara",
        "sebagai berikut",
        "berikut ini",
        "berikut",
        "antara lain",
    ];
    let mut text = text.trim_end_matches([':', ' ', '.', ';']);
    while let Some(rest) = TAILS.iter().find_map(|tail| text.strip_suffix(tail)) {
        text = rest.trim_end_matches([':', ' ', ',', ';']);
    }
    text
}

/// The place or thing by which a complaint is made in a sentence that says what somebody does: `mengisi formulir di ruang
/// pengaduan`.
pub(super) fn place_of(sentence: &str) -> Option<&str> {
    let all = places(sentence);
    let at = all.iter().position(|place| submits(&place.word))?;
    let inside = all.iter().enumerate().skip(at + 1).filter(|(_, place)| {
        is_one(&place.word, BY) || matches!(place.word.as_str(), "di" | "dalam")
    });
    let found = inside.map(|(at, _)| at + 1).filter(|at| *at < all.len());
    let found: Vec<usize> = [at + 1].into_iter().chain(found).collect();
    found.into_iter().rev().find_map(|at| {
        let rest = sentence.get(all.get(at)?.from..)?;
        let rest = without_tail(rest);
        begins(rest, HEADS).then_some(rest)
    })
}

/// Words without the manner at their start: `langsung di loket pengaduan`, `Tidak langsung : email …`.
pub(super) fn without_manner(text: &str) -> &str {
    let own = words(text);
    let all = places(text);
    let Some(count) = starts(&own, MANNERS) else {
        return text;
    };
    let Some(next) = all.get(count) else {
        return text;
    };
    let behind = &text[all[count - 1].to..next.from];
    let rest = &text[next.from..];
    if behind.contains([':', '=']) {
        return rest;
    }
    let skip = usize::from(is_one(&next.word, BY) || next.word == "di");
    let place = all
        .get(count + skip)
        .map_or("", |place| &text[place.from..]);
    if skip == 1 && begins(place, HEADS) {
        place
    } else {
        text
    }
}
