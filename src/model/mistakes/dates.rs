//! A text that is no date, and the date it means.

use crate::diagnostic::{Code, Diagnostic, say};
use crate::model::weekly;
use crate::span::Span;

/// The months as people write them, Indonesian and English; the first three letters are enough.
const MONTHS: [&[&str]; 12] = [
    &["jan"],
    &["feb", "peb"],
    &["mar"],
    &["apr"],
    &["mei", "may"],
    &["jun"],
    &["jul"],
    &["agu", "ags", "aug"],
    &["sep"],
    &["okt", "oct"],
    &["nov", "nop"],
    &["des", "dec"],
];

/// A text that is no date, and how the date in it is typed.
pub fn no_date(text: &str, span: Span) -> Diagnostic {
    let order = say!(
        "tanggal ditulis tahun-bulan-tanggal, bukan `{text}`",
        "a date is written year-month-day, not `{text}`"
    );
    let (weekday, parts) = parts_of(text);
    if lacks_day(&parts) {
        let message = say!(
            "tanggal `{text}` belum lengkap: harinya tidak ada",
            "the date `{text}` lacks the day"
        );
        return Diagnostic::new(Code::K0204, span, message).help(say!(
            "tulis tahun-bulan-tanggal lengkap, misalnya: 2026-01-31",
            "write the whole date, year-month-day, for example: 2026-01-31"
        ));
    }
    let named = |date: &jiff::civil::Date| {
        usize::from(date.weekday().to_monday_zero_offset().unsigned_abs())
    };
    let (message, help) = match dates_of(&parts).as_slice() {
        [only] if weekday.is_some_and(|day| day != named(only)) => (
            say!(
                "hari dan tanggal di `{text}` tidak cocok",
                "the weekday and the date in `{text}` do not agree"
            ),
            say!(
                "periksa mana yang benar; {only} ditulis tanpa nama hari",
                "check which is right; {only} is written without a weekday"
            ),
        ),
        [only] => (order, say!("ketik: {only}", "type: {only}")),
        [first, second] => (
            order,
            say!(
                "maksudnya {first} atau {second}?",
                "does it mean {first} or {second}?"
            ),
        ),
        _ => (
            say!(
                "`{text}` tidak ada di kalender",
                "`{text}` is not a date in the calendar"
            ),
            say!(
                "tulis tahun-bulan-tanggal, misalnya: 2026-01-31",
                "write year-month-day, for example: 2026-01-31"
            ),
        ),
    };
    Diagnostic::new(Code::K0204, span, message).help(help)
}

/// The dates that a text may mean.
pub fn dates_in(text: &str) -> Vec<jiff::civil::Date> {
    dates_of(&parts_of(text).1)
}

/// The dates that the parts of a text may mean: `1 Februari 2026`, `February 1, 2026`, `02/01/2026`, `2026/2/1`.
fn dates_of(parts: &[String]) -> Vec<jiff::civil::Date> {
    let [first, second, third] = parts else {
        return Vec::new();
    };
    let number = |word: &str| word.parse::<i16>().ok().filter(|number| *number > 0);
    let date = |year: Option<i16>, month: Option<i16>, day: Option<i16>| {
        let year = year.filter(|year| (1900..=2200).contains(year))?;
        let (month, day) = (i8::try_from(month?).ok()?, i8::try_from(day?).ok()?);
        jiff::civil::Date::new(year, month, day).ok()
    };
    let readings = if let Some(named) = month(second) {
        vec![date(number(third), Some(named), number(first))]
    } else if let Some(named) = month(first) {
        vec![date(number(third), Some(named), number(second))]
    } else if first.len() == 4 {
        vec![date(number(first), number(second), number(third))]
    } else {
        vec![
            date(number(third), number(second), number(first)),
            date(number(third), number(first), number(second)),
        ]
    };
    let mut found: Vec<_> = readings.into_iter().flatten().collect();
    found.dedup();
    found
}

/// The month (1 to 12) that a word names.
fn month(word: &str) -> Option<i16> {
    let at = MONTHS
        .iter()
        .position(|names| names.iter().any(|name| word.starts_with(name)));
    at.filter(|_| word.chars().all(char::is_alphabetic))
        .and_then(|at| i16::try_from(at + 1).ok())
}

/// The day of the week before a date, if one is named, and the parts of the date.
fn parts_of(text: &str) -> (Option<usize>, Vec<String>) {
    let parts = text
        .split(|c: char| c.is_whitespace() || "/.,-".contains(c))
        .map(str::to_lowercase)
        .filter(|part| !matches!(part.as_str(), "" | "hari" | "tanggal" | "tgl"));
    let mut parts: Vec<String> = parts.collect();
    let weekday = parts.first().and_then(|first| weekly::day(first));
    if weekday.is_some() {
        parts.remove(0);
    }
    (weekday, parts)
}

/// Whether only a year, or a year and a month, are given.
fn lacks_day(parts: &[String]) -> bool {
    let digits = |word: &String| word.bytes().all(|byte| byte.is_ascii_digit());
    let year = |word: &String| word.len() == 4 && digits(word);
    let other = |word: &String| month(word).is_some() || (digits(word) && word.len() <= 2);
    match parts {
        [one] => year(one),
        [one, two] => (year(one) && other(two)) || (other(one) && year(two)),
        _ => false,
    }
}
