//! Where the text of a page stops before its end.

use super::cues::{has_channel, is_address};
use super::lexis::{DOMAINS, HOURS, LABELS, OPEN_ENDS};
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
        || stops_in_known_word(last, rows)
        || stops_before_value(&last.text)
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

/// Whether the last word of a page is but the start of a word with which people are reached: `Emai`, `jam ker`.
fn stops_in_known_word(last: &Row, rows: &[Row]) -> bool {
    let own = words(&last.text);
    let Some(end) = own
        .last()
        .filter(|_| last.text.ends_with(char::is_alphabetic))
    else {
        return false;
    };
    let lists = LABELS.iter().map(|(names, _)| *names).chain([HOURS]);
    let known: Vec<&str> = lists.flat_map(|names| names.split([',', ' '])).collect();
    let often = rows.iter().flat_map(|row| words(&row.text));
    let alone = often.filter(|word| word == end).count() == 1;
    let longer = |word: &&str| word.starts_with(end.as_str()) && word.len() > end.len();
    let few = own.len() == 1 && end.len() >= 4 || own.len() > 3 && end.len() >= 3;
    few && alone && !known.contains(&end.as_str()) && known.iter().any(longer)
}

/// Whether a text ends where a sum or an address has to follow: `Kelas I : Rp.`, `Email : dinas_kota`.
fn stops_before_value(text: &str) -> bool {
    let sum = words(text).last().is_some_and(|word| word == "rp");
    let mail = text.split_once(':').is_some_and(|(label, value)| {
        let value = value.trim();
        let word = value.len() > 3 && !value.contains(char::is_whitespace);
        is_label(label, &["email"]) && word && !value.contains('@')
    });
    sum || mail
}

/// Whether a text ends with an address whose end is no end of one: `info@kota.exam`.
fn stops_in_address(text: &str) -> bool {
    let Some(word) = text.split_whitespace().last() else {
        return false;
    };
    let host = word.rsplit_once('@').map_or(word, |(_, host)| host);
    let is_address = word.contains('@') && !word.starts_with('@') || word.starts_with("www.");
    is_address && !host.contains('/') && !is_host(host)
}

/// Whether a text ends with the name of a computer: `gudang.kota.go.id`.
fn ends_in_host(text: &str) -> bool {
    let last = text.split_whitespace().last().unwrap_or_default();
    last.contains('.') && is_host(last)
}

/// Whether a word ends as the names of computers do.
fn is_host(word: &str) -> bool {
    let word = word.trim_end_matches(['.', ',', ';', ')', '/']);
    let end = word.rsplit('.').next().unwrap_or_default().to_lowercase();
    is_one(&end, DOMAINS)
}

/// Whether a text is the name of a way to reach somebody that says nothing without a number or an address.
fn is_open_label(text: &str) -> bool {
    let kinds = ["email", "whatsapp", "phone", "instagram", "facebook", "x"];
    !text.ends_with(':') && is_label(text, &kinds)
}

/// Whether a text is the name of a way of one of these kinds.
fn is_label(text: &str, kinds: &[&str]) -> bool {
    let said = squeezed(text, "");
    let names = LABELS.iter().filter(|(_, own)| kinds.contains(own));
    let mut names = names.flat_map(|(names, _)| names.split(',').map(str::trim));
    names.any(|name| name == said)
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
            || ends_in_host(text)
            || text.ends_with(|c: char| c.is_ascii_digit())
            || words(text).len() <= 3);
    !ends && !complete
}
