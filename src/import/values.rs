//! What stands behind the label of a channel, as the value of its key.

use super::words::{is_one, tidy, words};
use crate::diagnostic::{Message, say};
use crate::model::channel::web_address;
use crate::telephone::{self, Unclear};

/// A value.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Found {
    /// As it is published.
    pub value: String,
    /// Its extension.
    pub extension: Option<String>,
    /// What else stands beside it.
    pub note: Option<String>,
    /// Why it is not clear.
    pub doubt: Option<Message>,
    /// Whether it fits under no key of its own.
    pub is_other: bool,
}

/// The values behind a label; none where no value of that kind stands there.
pub(super) fn of(kind: &str, label: &str, value: &str, whole: &str) -> Vec<Found> {
    let plain = |value: &str| {
        vec![Found {
            value: tidy(value),
            ..Found::default()
        }]
    };
    match kind {
        "email" => emails(value),
        "phone" | "whatsapp" | "sms" => numbers(value),
        "fax" => numbers(value)
            .into_iter()
            .map(|mut found| {
                found.value = format!("{} {}", tidy(label), found.value);
                found
            })
            .collect(),
        "video" => plain(whole),
        "web" => addresses(value, whole),
        "box" => plain(whole),
        "lapor" => match address_in(value) {
            Some(address) => plain(&address),
            None => plain(whole),
        },
        "counter" => plain(value),
        _ => plain(value.trim_matches(|c: char| matches!(c, '(' | ')' | ' ' | ';' | ','))),
    }
}

/// The kind and value of a text by its form alone.
pub(super) fn by_form(text: &str) -> Option<(&'static str, String)> {
    let one = !text.trim().contains(char::is_whitespace);
    if let Some(email) = one
        .then(|| emails(text))
        .and_then(|found| found.into_iter().next())
    {
        return Some(("email", email.value));
    }
    let bare = text.trim().trim_end_matches(['.', ',', ';']);
    if one && (bare.starts_with("www.") || bare.contains("://")) {
        return web_address(bare).map(|_| ("web", bare.to_owned()));
    }
    let digits = text
        .chars()
        .all(|c| c.is_ascii_digit() || " ()-+.".contains(c));
    let number = digits.then(|| telephone::read(text).ok()).flatten()?;
    let fixed = matches!(
        number.kind,
        telephone::Kind::Landline | telephone::Kind::TollFree | telephone::Kind::Nationwide
    );
    fixed.then(|| ("phone", text.trim().to_owned()))
}

fn emails(value: &str) -> Vec<Found> {
    let parts = value.split(|c: char| {
        c.is_whitespace() || matches!(c, ',' | ';' | '(' | ')' | '<' | '>' | '/' | ':')
    });
    let parts = parts.map(|part| part.trim_matches(['.', '"', '\'']));
    let fits = |part: &&str| {
        part.split_once('@').is_some_and(|(name, host)| {
            !name.is_empty() && host.contains('.') && !host.starts_with('.') && !host.contains('@')
        })
    };
    let found = parts.filter(fits).map(|part| Found {
        value: part.to_owned(),
        ..Found::default()
    });
    found.collect()
}

/// The first word that is the address of a page.
fn address_in(text: &str) -> Option<String> {
    let words = text
        .split_whitespace()
        .map(|word| word.trim_matches(['(', ')', ',', ';', '.', '"']));
    let mut fits = words.filter(|word| {
        let host = word.split_once("://").map_or(*word, |(_, rest)| rest);
        let host = host.split('/').next().unwrap_or("");
        let dotted = host.split('.').count() > 1 && host.split('.').all(|part| !part.is_empty());
        let letters = host
            .rsplit('.')
            .next()
            .is_some_and(|end| end.len() > 1 && end.chars().all(char::is_alphabetic));
        dotted && letters && !word.contains('@')
    });
    fits.find(|word| web_address(word).is_some())
        .map(str::to_owned)
}

fn addresses(value: &str, whole: &str) -> Vec<Found> {
    let found = address_in(value);
    let is_other = found.is_none();
    let value = found.unwrap_or_else(|| tidy(whole));
    vec![Found {
        value,
        is_other,
        ..Found::default()
    }]
}

/// The telephone numbers of a text, each as it is written.
fn numbers(value: &str) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut area: Option<String> = None;
    for part in apart(value) {
        let Some((number, rest)) = number_in(&part) else {
            continue;
        };
        let mut entry = Found {
            note: Some(rest).filter(|rest| !words(rest).is_empty()),
            ..Found::default()
        };
        match telephone::read(&number) {
            Ok(_) => {
                area = area_of(&number).or(area);
                entry.value = number;
            }
            Err(Unclear::Extension(number, extension)) => {
                area = area_of(&number).or(area);
                (entry.value, entry.extension) = (number, Some(extension));
                entry.note = None;
            }
            Err(Unclear::NoArea) if area.is_some() => {
                let whole = format!("{} {number}", area.clone().unwrap_or_default());
                if telephone::read(&whole).is_err() {
                    continue;
                }
                entry.value = whole;
                entry.doubt = Some(say!(
                    "kode wilayahnya diambil dari nomor di depannya",
                    "its area code was taken from the number before it"
                ));
            }
            Err(Unclear::Lines(first)) => {
                entry.value = first;
                entry.doubt = Some(say!(
                    "hanya nomor pertama dari beberapa nomor berurutan yang dipakai",
                    "only the first of several lines was taken"
                ));
            }
            Err(_) => {
                entry.value = part.trim().to_owned();
                entry.is_other = true;
                entry.doubt = Some(say!(
                    "nomor ini tidak dapat dipastikan: kode wilayah kurang atau jumlah angkanya tidak cocok",
                    "this number is not certain: its area code is missing or its number of digits is wrong"
                ));
            }
        }
        found.push(entry);
    }
    found
}

/// A text cut where another number may begin.
fn apart(value: &str) -> Vec<String> {
    let mut parts = vec![value.to_owned()];
    for mark in [",", ";", "/", "|", "&", " dan ", " atau "] {
        parts = parts
            .iter()
            .flat_map(|part| part.split(mark).map(str::to_owned).collect::<Vec<_>>())
            .collect();
    }
    parts.retain(|part| part.chars().any(|c| c.is_ascii_digit()));
    parts
}

/// The number of a part, with its extension, and the words beside it.
fn number_in(part: &str) -> Option<(String, String)> {
    let sign =
        |c: char| c.is_ascii_digit() || matches!(c, ' ' | '(' | ')' | '+' | '-' | '.' | '‑' | '–');
    let first = part.find(|c: char| c.is_ascii_digit() || c == '(' || c == '+')?;
    let run = &part[first..];
    let end = run.find(|c: char| !sign(c)).unwrap_or(run.len());
    let rest = &run[end..];
    let word = words(rest).into_iter().next().unwrap_or_default();
    if is_one(&word, "pesawat psw ekstensi ext eks ekst pes") {
        let whole = tidy(run.trim_end_matches(['.', ' ']));
        if matches!(telephone::read(&whole), Err(Unclear::Extension(..))) {
            return Some((whole, String::new()));
        }
    }
    let number = run[..end].trim_end_matches(|c: char| !c.is_ascii_digit() && c != ')');
    let number = number.trim_start_matches([' ', '-', '.', '–']);
    let number = balanced(number);
    let digits = number.chars().filter(char::is_ascii_digit).count();
    let beside = format!("{} {}", &part[..first], rest);
    let beside = tidy(beside.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, '(' | ')' | ':' | '.' | ';' | '-')
    }));
    (digits >= 3).then(|| (tidy(number), beside))
}

/// A number without brackets around all of it: `(0812 0000 6405)`, but `(0299) 8921101` as it is.
fn balanced(number: &str) -> &str {
    let inner = number.strip_prefix('(').map(str::trim_start);
    match inner.and_then(|inner| inner.find(')').map(|at| (inner, at))) {
        Some((inner, at)) if at + 1 == inner.len() => inner[..at].trim(),
        Some(_) => number,
        None => inner.unwrap_or(number).trim_end_matches(')'),
    }
}

/// The area code of a fixed line, where a mark sets it apart.
fn area_of(number: &str) -> Option<String> {
    let number = number.trim();
    if let Some(end) = number.strip_prefix('(').and_then(|inner| inner.find(')')) {
        return Some(number[..end + 2].to_owned());
    }
    let end = number.find([' ', '-', '–'])?;
    let area = &number[..end];
    (area.starts_with('0') && (3..=4).contains(&area.len())).then(|| area.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(value: &str) -> Vec<(String, bool)> {
        numbers(value)
            .into_iter()
            .map(|found| (found.value, found.doubt.is_some()))
            .collect()
    }

    #[test]
    fn numbers_stand_as_they_are_written() {
        let one = |value: &str, doubt| (value.to_owned(), doubt);
        for (text, wanted) in [
            ("0299 - 551111", vec![one("0299 - 551111", false)]),
            ("(0812 0000 6405)", vec![one("0812 0000 6405", false)]),
            ("(0299) 8921101", vec![one("(0299) 8921101", false)]),
            (
                "(0299) 8921101, 8921102",
                vec![one("(0299) 8921101", false), one("(0299) 8921102", true)],
            ),
            (
                "0299 8921101 / 0299 8921102",
                vec![one("0299 8921101", false), one("0299 8921102", false)],
            ),
            ("0254 200083 ext. 12", vec![one("0254 200083", false)]),
            ("belum ada", vec![]),
        ] {
            assert_eq!(values(text), wanted, "{text}");
        }
    }
}
