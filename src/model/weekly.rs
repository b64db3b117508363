//! Days of the week and times of day as people write them in one sentence: `Senin-Kamis 08.00 s.d. 15.00 WIB`.

use super::shape::{Choice, Shape};
use crate::diagnostic::Lang;

/// The words for each day, from Monday on: the fixed values in English and Indonesian first.
const DAYS: [&[&str]; 7] = [
    &["mon", "senin", "monday", "sen"],
    &["tue", "selasa", "tuesday", "tues", "sel"],
    &["wed", "rabu", "wednesday", "rab"],
    &["thu", "kamis", "thursday", "thurs", "kam"],
    &["fri", "jumat", "friday", "jum'at", "jum’at", "jum"],
    &["sat", "sabtu", "saturday", "sab"],
    &["sun", "minggu", "sunday", "ahad"],
];

/// Words between the first and the last of a range.
const UNTIL: &[&str] = &[
    "s.d", "s/d", "sd", "sampai", "hingga", "to", "until", "till", "through",
];

/// Words before a start.
const FROM: &[&str] = &["mulai", "dari", "from", "buka", "open", "opens"];

/// Words that add nothing to a day or a time.
const FILLER: &[&str] = &[
    "pukul", "pkl", "jam", "wib", "wita", "wit", "hari", "day", "at", "dengan",
];

/// Words between two that hold together.
const AND: &[&str] = &["dan", "and", "serta"];

/// The last minute of a day, as a time: `24:00`.
const MIDNIGHT: u16 = 24 * 60;

/// What a sentence says, all of it: the days from Monday (0) on, and the hours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The days; none if it names no day.
    pub days: Vec<usize>,
    /// The hours.
    pub hours: SaidHours,
}

/// The hours that a sentence names, in minutes since midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SaidHours {
    /// None.
    Nothing,
    /// Nobody is there.
    Closed,
    /// One time, which may be a start or an end.
    At(u16),
    /// A start.
    From(u16),
    /// An end; `None` when everybody is served.
    Until(Option<u16>),
    /// A start and an end.
    Between(u16, Option<u16>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token {
    Day(usize),
    Time(u16),
    AllDay,
    Dash,
    Until,
    From,
    And,
    /// `tutup`, which may stand before a time.
    Shut,
    /// `libur`, which may not.
    Closed,
    Done,
    Every,
}

/// The day that a word names, from Monday (0) on.
pub fn day(word: &str) -> Option<usize> {
    let word = word.to_lowercase();
    DAYS.iter().position(|names| names.contains(&word.as_str()))
}

/// Reads days and hours, if every word of the text is understood.
pub fn read(text: &str) -> Option<Said> {
    let tokens = tokens(text)?;
    let every = tokens.contains(&Token::Every);
    let tokens: Vec<Token> = tokens
        .iter()
        .enumerate()
        .filter(|(at, token)| match token {
            Token::Every => false,
            Token::From => matches!(tokens.get(at + 1), Some(Token::Time(_))),
            _ => true,
        })
        .map(|(_, token)| *token)
        .collect();
    let (mut days, rest) = leading_days(&tokens);
    if every && days.is_empty() {
        days = (0..7).collect();
    }
    let hours = hours(rest)?;
    (!days.is_empty() || hours != SaidHours::Nothing).then_some(Said { days, hours })
}

fn leading_days(tokens: &[Token]) -> (Vec<usize>, &[Token]) {
    let mut days = Vec::new();
    let mut rest = tokens;
    loop {
        rest = match rest {
            [
                Token::Day(first),
                Token::Dash | Token::Until,
                Token::Day(last),
                after @ ..,
            ] => {
                let count = (last + 7 - first) % 7;
                days.extend((0..=count).map(|step| (first + step) % 7));
                after
            }
            [Token::Day(one), after @ ..] => {
                days.push(*one);
                after
            }
            [Token::And, after @ ..] if !days.is_empty() => after,
            _ => break,
        };
    }
    let mut seen = [false; 7];
    days.retain(|day| !std::mem::replace(&mut seen[*day], true));
    (days, rest)
}

fn hours(tokens: &[Token]) -> Option<SaidHours> {
    use Token::{And, Dash, Done, From, Shut, Time, Until};
    let tokens = match tokens {
        [From, rest @ ..] if rest.len() > 1 => rest,
        other => other,
    };
    if let [Time(open), And, Shut, rest @ ..] = tokens {
        return hours(&[&[Time(*open), Shut], rest].concat());
    }
    Some(match tokens {
        [] => SaidHours::Nothing,
        [Shut | Token::Closed] => SaidHours::Closed,
        [Token::AllDay] => SaidHours::Between(0, Some(MIDNIGHT)),
        [Time(at)] => SaidHours::At(*at),
        [From, Time(at)] => SaidHours::From(*at),
        [Until | Shut, Time(at)] => SaidHours::Until(Some(*at)),
        [Until, Done] | [Done] => SaidHours::Until(None),
        [Time(open), Until | Dash | Shut, Time(close)] if open != close => {
            SaidHours::Between(*open, Some(*close))
        }
        [Time(open), Until | Dash, Done] => SaidHours::Between(*open, None),
        _ => return None,
    })
}

fn tokens(text: &str) -> Option<Vec<Token>> {
    let lower = text.to_lowercase();
    let mut rest = lower.as_str();
    let mut tokens = Vec::new();
    while let Some(first) = rest.chars().next() {
        let (token, length) = if first.is_ascii_digit() {
            number(rest)?
        } else if first.is_alphabetic() {
            let inside = |c: char| c.is_alphabetic() || matches!(c, '.' | '/' | '\'' | '’');
            let length = rest.find(|c| !inside(c)).unwrap_or(rest.len());
            (word(rest[..length].trim_end_matches('.'))?, length)
        } else {
            let token = match first {
                '-' | '–' | '—' | '‑' => Some(Token::Dash),
                ',' | '&' => Some(Token::And),
                ':' | '.' => None,
                blank if blank.is_whitespace() => None,
                _ => return None,
            };
            (token, first.len_utf8())
        };
        tokens.extend(token);
        rest = &rest[length..];
    }
    Some(tokens)
}

/// A time, or `24 jam`, and how many bytes it takes.
fn number(text: &str) -> Option<(Option<Token>, usize)> {
    let hours = ["24 jam", "24 hours"];
    if let Some(all) = hours.iter().find(|all| text.starts_with(**all)) {
        return Some((Some(Token::AllDay), all.len()));
    }
    let inside = |c: char| c.is_ascii_digit() || matches!(c, '.' | ':');
    let length = text.find(|c| !inside(c)).unwrap_or(text.len());
    let written = text[..length].trim_end_matches(['.', ':']);
    Some((Some(Token::Time(minutes(written)?)), length))
}

/// The minutes since midnight of `08:30` or `8.30`.
pub fn minutes(text: &str) -> Option<u16> {
    let (hours, minutes) = text.split_once([':', '.'])?;
    let two = minutes.len() == 2 && (1..=2).contains(&hours.len());
    let hours: u16 = hours.parse().ok()?;
    let minutes: u16 = minutes.parse().ok()?;
    let fits = two && hours <= 24 && minutes < 60 && hours * 60 + minutes <= MIDNIGHT;
    fits.then_some(hours * 60 + minutes)
}

/// What a word means; `None` where it is not known.
#[expect(clippy::option_option, reason = "a word that is known may add nothing")]
fn word(word: &str) -> Option<Option<Token>> {
    let is = |words: &[&str]| words.contains(&word);
    Some(match word {
        _ if is(FILLER) => None,
        _ if is(UNTIL) => Some(Token::Until),
        _ if is(FROM) => Some(Token::From),
        _ if is(AND) => Some(Token::And),
        "tutup" | "close" | "closes" => Some(Token::Shut),
        "libur" | "closed" => Some(Token::Closed),
        "selesai" => Some(Token::Done),
        "setiap" | "tiap" | "every" => Some(Token::Every),
        other => Some(Token::Day(day(other)?)),
    })
}

/// Whether a shape is that of days of the week.
pub fn is_day(shape: &Shape) -> bool {
    matches!(shape, Shape::Choice([Choice { en: "mon", .. }, ..]))
}

/// The days as a list is typed: `[senin, selasa]`.
pub fn list(days: &[usize], lang: Lang) -> String {
    let at = usize::from(lang == Lang::Id);
    let names: Vec<&str> = days.iter().map(|day| DAYS[*day][at]).collect();
    format!("[{}]", names.join(", "))
}

/// The lines to type for hours, in their order: `buka: "08:00"`, `tutup: "15:00"`; none where they are not certain.
pub fn lines(hours: SaidHours, lang: Lang) -> Vec<String> {
    let (open_key, close_key, done, closed) = match lang {
        Lang::Id => ("buka", "tutup", "selesai", "libur: ya"),
        Lang::En => ("open", "close", "until_done", "closed: true"),
    };
    let (open, close) = match hours {
        SaidHours::Closed => return vec![closed.to_owned()],
        SaidHours::From(open) => (Some(open), None),
        SaidHours::Until(close) => (None, Some(close)),
        SaidHours::Between(open, close) => (Some(open), Some(close)),
        SaidHours::Nothing | SaidHours::At(_) => (None, None),
    };
    let open = open.map(|open| format!("{open_key}: {}", typed(open)));
    let close = close.map(|close| format!("{close_key}: {}", close.map_or(done.to_owned(), typed)));
    open.into_iter().chain(close).collect()
}

/// A time as it is typed: `"08:00"`.
pub fn typed(minutes: u16) -> String {
    format!("\"{:02}:{:02}\"", minutes / 60, minutes % 60)
}

/// The row that says the same, as one types it: its lines, the first with `- `; `None` where a part is not certain.
pub fn row(text: &str, lang: Lang) -> Option<Vec<String>> {
    let said = read(text).filter(|said| !said.days.is_empty())?;
    let key = match lang {
        Lang::Id => "hari",
        Lang::En => "days",
    };
    let below = lines(said.hours, lang);
    let first = format!("- {key}: {}", list(&said.days, lang));
    (!below.is_empty()).then(|| std::iter::once(first).chain(below).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_certain_is_read_whole() {
        for (text, days, hours) in [
            ("senin-jumat", "[senin, selasa, rabu, kamis, jumat]", ""),
            ("Senin s.d. Kamis", "[senin, selasa, rabu, kamis]", ""),
            ("senin sampai dengan rabu", "[senin, selasa, rabu]", ""),
            ("Monday to Wednesday", "[senin, selasa, rabu]", ""),
            ("sabtu – senin", "[sabtu, minggu, senin]", ""),
            ("Senin, Rabu dan Jum'at", "[senin, rabu, jumat]", ""),
            ("setiap hari Sabtu", "[sabtu]", ""),
            (
                "Senin-Kamis 08.00-15.00",
                "[senin, selasa, rabu, kamis]",
                "buka: \"08:00\" tutup: \"15:00\"",
            ),
            (
                "Jumat: pukul 8.00 s/d 11.30 WIB",
                "[jumat]",
                "buka: \"08:00\" tutup: \"11:30\"",
            ),
            ("Buka 24 jam", "[]", "buka: \"00:00\" tutup: \"24:00\""),
            ("s.d. 15.00", "[]", "tutup: \"15:00\""),
            ("mulai 08.00", "[]", "buka: \"08:00\""),
            (
                "buka 08.00, tutup 15.00",
                "[]",
                "buka: \"08:00\" tutup: \"15:00\"",
            ),
            ("08.00 - selesai", "[]", "buka: \"08:00\" tutup: selesai"),
            ("Minggu libur", "[minggu]", "libur: ya"),
        ] {
            let said = read(text).unwrap_or_else(|| panic!("{text} is not read"));
            assert_eq!(list(&said.days, Lang::Id), days, "{text}");
            assert_eq!(lines(said.hours, Lang::Id).join(" "), hours, "{text}");
        }
        for text in [
            "istirahat 12.00-13.00",
            "08.00-12.00, 13.00-15.00",
            "jam 3",
            "25.00",
            "kecuali Senin",
            "setelah senin",
            "24",
            "",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
