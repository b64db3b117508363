//! Where the text of a page stops before its end.

use super::cues::{has_channel, is_address};
use super::lexis::{DOMAINS, LABELS, OPEN_ENDS};
use super::rows::Row;
use super::sheet::{Component, Sheet};
use super::words::{is_one, squeezed, words};

/// Whether a page stops in the middle: in a word, in an address, behind the name of a way to reach somebody, or, on a page
/// without headings, in a sentence.
pub(super) fn is_cut(sheet: &Sheet, rows: &[Row], is_bare: bool) -> bool {
    let Some(last) = rows.last() else {
        return false;
    };
    stops_in_word(last, rows)
        || stops_in_address(&last.text)
        || is_bare && (is_open_label(&last.text) || stops_in_sentence(sheet))
}

/// Whether the last word of a page is but the start of a word of it, and stands nowhere as a word of its own; or one with
/// which no sentence ends.
fn stops_in_word(last: &Row, rows: &[Row]) -> bool {
    let own = words(&last.text);
    let alone = own.len() == 1 && last.mark.is_some();
    let is_sentence = (own.len() >= 4 || alone) && last.text.ends_with(char::is_alphabetic);
    let Some(end) = own
        .last()
        .filter(|_| is_sentence && !has_channel(&last.text))
    else {
        return false;
    };
    let all: Vec<String> = rows.iter().flat_map(|row| words(&row.text)).collect();
    let known = all.iter().filter(|word| *word == end).count() > 1;
    let longer = |word: &String| word.starts_with(end.as_str()) && word.len() >= end.len() + 2;
    is_one(end, OPEN_ENDS) || !known && end.len() >= 3 && all.iter().any(longer)
}

/// Whether a text ends with an address whose end is no end of one: `info@kota.exam`.
fn stops_in_address(text: &str) -> bool {
    let Some(word) = text.split_whitespace().last() else {
        return false;
    };
    let host = word.rsplit_once('@').map_or(word, |(_, host)| host);
    let is_address = word.contains('@') && !word.starts_with('@') || word.starts_with("www.");
    let end = host
        .trim_end_matches(['.', ',', ';', ')', '/'])
        .rsplit('.')
        .next();
    let end = end.unwrap_or_default().to_lowercase();
    is_address && !host.contains('/') && !is_one(&end, DOMAINS)
}

/// Whether a text is the name of a way to reach somebody that says nothing without a number or an address.
fn is_open_label(text: &str) -> bool {
    let said = squeezed(text, "");
    let known = |kind: &str| {
        let names = LABELS.iter().filter(|(_, own)| *own == kind);
        let mut names = names.flat_map(|(names, _)| names.split(',').map(str::trim));
        names.any(|name| name == said)
    };
    let kinds = ["email", "whatsapp", "phone", "instagram", "facebook", "x"];
    !text.ends_with(':') && kinds.into_iter().any(known)
}

/// Whether the last words of a page stop in the middle.
fn stops_in_sentence(sheet: &Sheet) -> bool {
    let Some(part) = sheet.parts.last() else {
        return false;
    };
    let mut line = part.lines.last();
    while let Some(below) = line.and_then(|line| line.lines.last()) {
        line = Some(below);
    }
    let text = line.map_or("", |line| line.text.as_str());
    let ends = text.ends_with(['.', ';', '!', '?', ')', '"']);
    let complete = part.component == Component::Complaints
        && (has_channel(text)
            || is_address(text)
            || text.contains("www.")
            || text.ends_with(|c: char| c.is_ascii_digit())
            || words(text).len() <= 3);
    !ends && !complete
}
