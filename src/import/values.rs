//! What stands behind the label of a channel, as the value of its key.

use super::lexis::FILLERS;
use super::verbs::verb;
use super::words::{Place, is_one, places, tidy, words};
use crate::diagnostic::{Message, say};
use crate::model::channel::web_address;
use crate::telephone::{self, Kind, Unclear};

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
        "box" => {
            let end = verb(whole).filter(|verb| verb.from > 0);
            let (name, note) = whole.split_at(end.map_or(whole.len(), |verb| verb.from));
            vec![Found {
                value: tidy(name),
                note: Some(tidy(note)).filter(|note| !note.is_empty()),
                ..Found::default()
            }]
        }
        "lapor" => match address_in(value) {
            Some(address) => plain(&address),
            None => plain(whole),
        },
        "counter" => plain(value),
        _ => vec![account(value)],
    }
}

/// The name of an account; what stands behind one with an `@` is a remark.
fn account(value: &str) -> Found {
    let value = value.trim_matches(|c: char| matches!(c, '(' | ' ' | ';' | ','));
    let value = if value.contains('(') {
        value
    } else {
        value.trim_end_matches(')')
    };
    let end = value
        .find(char::is_whitespace)
        .filter(|_| value.starts_with('@'));
    let (name, rest) = value.split_at(end.unwrap_or(value.len()));
    Found {
        value: tidy(name.trim_end_matches([',', ';', ')'])),
        note: beside(rest),
        ..Found::default()
    }
}

/// What a text holds that is known by its form alone, with the kind of each: mail, a page, numbers.
pub(super) fn by_form(text: &str) -> Vec<(&'static str, Found)> {
    let mails = emails(text);
    if !mails.is_empty() {
        return mails.into_iter().map(|found| ("email", found)).collect();
    }
    if let Some(address) = address_in(text).filter(|word| is_page(word)) {
        let found = Found {
            note: beside(&text.replacen(&address, " ", 1)),
            value: address,
            ..Found::default()
        };
        return vec![("web", found)];
    }
    let dialled = |found: &Found| {
        let known = telephone::read(&found.value).is_ok_and(|number| {
            let short = number.kind == Kind::Short;
            let alone = !text.chars().any(char::is_alphabetic);
            matches!(
                number.kind,
                Kind::Mobile | Kind::Landline | Kind::TollFree | Kind::Nationwide
            ) || short && alone && found.value.len() > 4
        });
        known && !found.is_other && !is_clock(&found.value)
    };
    let found = numbers(text).into_iter().filter(dialled);
    found.map(|found| ("phone", found)).collect()
}

/// Whether digits are hours: `08.00 - 15.00`.
pub(super) fn is_clock(run: &str) -> bool {
    let parts = run.split(|c: char| !c.is_ascii_digit());
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    parts.iter().all(|part| part.len() <= 2) && run.contains(['.', ':'])
}

/// Whether an address that stands without a label is one: of a page, or of a service that shortens others.
pub(super) fn is_page(word: &str) -> bool {
    word.starts_with("www.") || word.contains("://") || word.contains('/') || word.ends_with(".id")
}

/// What stands beside a value, without words that only lead to it.
fn beside(text: &str) -> Option<String> {
    let edge =
        |c: char| c.is_whitespace() || matches!(c, '(' | ')' | ':' | '.' | ';' | '-' | ',' | '/');
    let text = tidy(text.trim_matches(edge));
    let own = places(&text);
    let filler = |place: &&Place| is_one(&place.word, FILLERS);
    let (first, last) = (
        own.iter().find(|place| !filler(place)),
        own.iter().rfind(|place| !filler(place)),
    );
    let (first, last) = (first?, last?);
    let inner = &text[first.from..last.to];
    let closed = inner.matches('(').count() > inner.matches(')').count();
    Some(if closed {
        format!("{inner})")
    } else {
        inner.to_owned()
    })
}

/// The addresses of mail in a text, also where the sign in them is written out: `aduan[at]contoh.example`.
fn emails(value: &str) -> Vec<Found> {
    let clear = unveiled(value);
    let is_veiled = clear != value;
    let parts = clear.split(|c: char| {
        c.is_whitespace() || matches!(c, ',' | ';' | '(' | ')' | '<' | '>' | '/' | ':')
    });
    let parts = parts.map(|part| part.trim_matches(['.', '"', '\'']));
    let fits = |part: &&str| {
        part.split_once('@').is_some_and(|(name, host)| {
            !name.is_empty() && host.contains('.') && !host.starts_with('.') && !host.contains('@')
        })
    };
    let found: Vec<&str> = parts.filter(fits).collect();
    let rest = found
        .iter()
        .fold(clear.clone(), |rest, mail| rest.replacen(mail, " ", 1));
    let plain = |word: &&str| {
        !word.contains(['.', '@', '/']) && word.bytes().filter(u8::is_ascii_digit).count() < 5
    };
    let rest: Vec<&str> = rest.split_whitespace().filter(plain).collect();
    let note = beside(&rest.join(" "));
    let doubt = is_veiled.then(|| {
        say!(
            "alamat ini ditulis tanpa tanda @; periksa apakah ini alamat yang benar",
            "this address is written without its @; check that it is the right one"
        )
    });
    let found = found.iter().map(|mail| Found {
        value: (*mail).to_owned(),
        note: note.clone(),
        doubt: doubt.clone(),
        ..Found::default()
    });
    found.collect()
}

/// A text with the signs of addresses that are written out in brackets.
pub(super) fn unveiled(text: &str) -> String {
    const SIGNS: [(&str, &[&str]); 2] = [("@", &["at", "et", "@"]), (".", &["dot", "titik", "."])];
    let mut text = text.to_owned();
    for (sign, names) in SIGNS {
        for name in names {
            for (open, close) in [('[', ']'), ('(', ')'), ('{', '}'), ('<', '>')] {
                let veiled = format!("{open}{name}{close}");
                let upper = veiled.to_uppercase();
                for veiled in [veiled, upper] {
                    text = text
                        .replace(&format!(" {veiled} "), sign)
                        .replace(&veiled, sign);
                }
            }
        }
    }
    text
}

/// The first word that is the address of a page.
pub(super) fn address_in(text: &str) -> Option<String> {
    let parts = text.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '<' | '>'));
    let words = parts.map(|word| word.trim_matches(['/', ',', ';', '.', '"', ':']));
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
    let mut before: Option<String> = None;
    for part in apart(value) {
        let Some((number, rest)) = number_in(&part) else {
            // Words between numbers belong to the one before them, or to the first.
            let note = found.last_mut().map_or(&mut before, |last| &mut last.note);
            let said = note.take().into_iter().chain(beside(&part));
            let said: Vec<String> = said.collect();
            *note = Some(said.join(", ")).filter(|said| !said.is_empty());
            continue;
        };
        let rest: Vec<String> = before.take().into_iter().chain([rest]).collect();
        let mut entry = Found {
            note: beside(&rest.join(" ")),
            ..Found::default()
        };
        match read(&number, area.is_some()) {
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
                let whole = format!("{}{number}", area.clone().unwrap_or_default());
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

/// Reads a number; what looks like one of a few digits belongs to the area of the number before it.
fn read(number: &str, has_area: bool) -> Result<telephone::Number, Unclear> {
    let read = telephone::read(number)?;
    let local = has_area && read.kind == Kind::Short && number.len() > 4;
    if local {
        Err(Unclear::NoArea)
    } else {
        Ok(read)
    }
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
    parts
}

/// The number of a part, with its extension, and the words beside it.
fn number_in(part: &str) -> Option<(String, String)> {
    let sign =
        |c: char| c.is_ascii_digit() || matches!(c, ' ' | '(' | ')' | '+' | '-' | '.' | '‑' | '–');
    let mut from = 0;
    let (first, end) = loop {
        let first = from + part[from..].find(sign)?;
        let end = part[first..]
            .find(|c: char| !sign(c))
            .map_or(part.len(), |end| first + end);
        if part[first..end].bytes().filter(u8::is_ascii_digit).count() >= 3 {
            break (first, end);
        }
        from = end;
    };
    let first = first + start(&part[first..end])?;
    // A bracket behind a number is a remark: `0812 0000 6405 (24 jam)`.
    let bracket = part[first..end].match_indices('(').find(|(at, _)| {
        let digits = part[first..first + at].bytes().filter(u8::is_ascii_digit);
        digits.count() >= 6
    });
    let end = bracket.map_or(end, |(at, _)| first + at);
    let (run, rest) = (&part[first..], &part[end..]);
    let word = words(rest).into_iter().next().unwrap_or_default();
    if is_one(&word, "pesawat psw ekstensi ext eks ekst pes") {
        let whole = tidy(run.trim_end_matches(['.', ' ']));
        if matches!(telephone::read(&whole), Err(Unclear::Extension(..))) {
            return Some((whole, String::new()));
        }
    }
    let number = &part[first..end];
    let number = number.trim_end_matches(|c: char| !c.is_ascii_digit() && c != ')');
    let number = balanced(number);
    let digits = number.chars().filter(char::is_ascii_digit).count();
    (digits >= 3).then(|| (tidy(number), format!("{} {}", &part[..first], rest)))
}

/// Where the number of a run of digits and signs begins: a number of a house or a floor may stand before it.
fn start(run: &str) -> Option<usize> {
    let opens = |at: usize| {
        let before = run[..at].chars().next_back();
        before.is_none_or(|c| !c.is_ascii_digit() && c != '(' && c != '+')
    };
    let groups = run
        .char_indices()
        .filter(|(at, c)| (c.is_ascii_digit() || matches!(c, '(' | '+')) && opens(*at));
    let groups: Vec<usize> = groups.map(|(at, _)| at).collect();
    let first = *groups.first()?;
    let end = run.trim_end_matches(|c: char| !c.is_ascii_digit()).len();
    if telephone::read(balanced(&run[first..end.max(first)])).is_ok() {
        return Some(first);
    }
    let whole = |at: &&usize| {
        let rest = &run[**at..end.max(**at)];
        rest.trim_start_matches('(').starts_with(['0', '+'])
            && telephone::read(balanced(rest)).is_ok()
    };
    Some(groups.iter().find(whole).copied().unwrap_or(first))
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

/// The area code of a fixed line with the mark that sets it apart, as written.
fn area_of(number: &str) -> Option<String> {
    let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).count();
    let code = number.find(|c: char| !c.is_ascii_digit() && c != '(')?;
    let bracket = number.starts_with('(');
    let end = number[code..].find(|c: char| c.is_ascii_digit())? + code;
    let fits = number.trim_start_matches('(').starts_with('0')
        && (3..=4).contains(&digits(&number[..code]));
    (fits && (!bracket || number[code..].starts_with(')'))).then(|| number[..end].to_owned())
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
