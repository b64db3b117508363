//! A text that is no date, and the date it means.

use crate::diagnostic::{Code, Diagnostic, say};
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
    let (message, help) = match dates_in(text).as_slice() {
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

/// The dates that a text may mean: `1 Februari 2026`, `February 1, 2026`, `02/01/2026`, `2026/2/1`.
pub(super) fn dates_in(text: &str) -> Vec<jiff::civil::Date> {
    let parts: Vec<String> = text
        .split(|c: char| c.is_whitespace() || "/.,-".contains(c))
        .filter(|part| !part.is_empty())
        .map(str::to_lowercase)
        .collect();
    let [first, second, third] = parts.as_slice() else {
        return Vec::new();
    };
    let month = |word: &str| {
        let at = MONTHS
            .iter()
            .position(|names| names.iter().any(|name| word.starts_with(name)));
        at.filter(|_| word.chars().all(char::is_alphabetic))
            .and_then(|at| i16::try_from(at + 1).ok())
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
