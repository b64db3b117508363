//! Opening hours in words: "Senin–Kamis", "08.00–15.00".

use crate::language::Language;
use crate::model::hours::{Closing, HoursDocument, OnHolidays, Opening, Weekday};
use crate::model::values::TimeOfDay;

/// What opening hours say of their days: "08.00–15.00", "mulai 08.00", "Tutup".
pub fn times(line: &HoursDocument, language: &Language) -> String {
    let (open, close) = match line.opening() {
        Opening::Closed => return word(language, "hours.closed"),
        Opening::Unknown => return String::new(),
        Opening::ByAppointment => return word(language, "hours.by_appointment"),
        Opening::Open(open, close) => (open, close),
    };
    let open = open.map(|open| time_of_day(language, open));
    let close = close.map(|close| match close {
        Closing::At(time) => time_of_day(language, time),
        Closing::UntilDone(_) => word(language, "hours.until_done"),
    });
    let times = with_holidays(language, line, times_between(language, open, close));
    if line.is_by_appointment() {
        language
            .words()
            .fill("hours.appointment", &[("hours", &times)])
    } else {
        times
    }
}

fn times_between(language: &Language, open: Option<String>, close: Option<String>) -> String {
    match (open, close) {
        (Some(open), Some(close)) => language
            .words()
            .fill("hours.range", &[("open", &open), ("close", &close)]),
        (Some(open), None) => language.words().fill("hours.from", &[("open", &open)]),
        (None, close) => language
            .words()
            .fill("hours.until", &[("close", &close.unwrap_or_default())]),
    }
}

/// Times with the holidays on which they hold too.
fn with_holidays(language: &Language, line: &HoursDocument, times: String) -> String {
    let key = match line.holidays() {
        OnHolidays::None => return times,
        OnHolidays::CollectiveLeave => "hours.on_collective_leave",
        OnHolidays::All => "hours.on_holidays",
    };
    language.words().fill(key, &[("hours", &times)])
}

fn time_of_day(language: &Language, time: &TimeOfDay) -> String {
    let (hour, minute) = (time.minutes / 60, time.minutes % 60);
    let (hour, minute) = (format!("{hour:02}"), format!("{minute:02}"));
    language
        .words()
        .fill("hours.time", &[("hour", &hour), ("minute", &minute)])
}

/// Days in words, three or more in a row as a range: "Senin–Kamis, Sabtu".
pub fn days(days: &[Weekday], language: &Language) -> String {
    let mut sorted = days.to_vec();
    sorted.sort_unstable();
    sorted.dedup();
    let name = |day: &Weekday| word(language, &format!("day.{}", day.key()));
    let mut parts = Vec::new();
    let mut rest = sorted.as_slice();
    while let Some(first) = rest.first() {
        let run = rest
            .iter()
            .enumerate()
            .take_while(|(at, day)| **day as usize == *first as usize + at)
            .count();
        let (row, after) = rest.split_at(run);
        match row {
            [first, _, .., last] => {
                let (first, last) = (name(first), name(last));
                parts.push(
                    language
                        .words()
                        .fill("days.range", &[("first", &first), ("last", &last)]),
                );
            }
            few => parts.extend(few.iter().map(name)),
        }
        rest = after;
    }
    language.row(&parts)
}

fn word(language: &Language, key: &str) -> String {
    language.words().get(key).to_owned()
}
