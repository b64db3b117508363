//! Whether the opening hours of an agency and its working days hold together.

use crate::diagnostic::{Code, Diagnostic, Message, Sink, say};
use crate::model::agency::AgencyDocument;
use crate::model::hours::{Closing, HoursDocument, Opening, Weekday};
use crate::model::values::TimeOfDay;
use crate::model::{Placed, Slot};
use crate::span::Span;

/// Reports times in the wrong order, rows of one day that contradict each other, and days that only the hours or only the
/// working days name.
pub fn check(agency: &AgencyDocument, sink: &mut Sink) {
    let rows = agency.hours.items();
    for hours in rows {
        if let Opening::Open(Some(open), Some(Closing::At(close))) = hours.opening()
            && !(open.minutes < close.minutes || over_midnight(open, close))
        {
            sink.push(closes_first(open, close));
        }
    }
    for (at, row) in rows.iter().enumerate() {
        sink.extend(
            rows[..at]
                .iter()
                .filter_map(|first| contradiction(first, row)),
        );
    }
    if rows.iter().all(|row| matches!(row.days, Slot::Given(_))) {
        check_working_days(agency.working_days.items(), rows, sink);
    }
}

/// Reports two rows that contradict each other on a day that both name.
fn contradiction(first: &HoursDocument, row: &HoursDocument) -> Option<Diagnostic> {
    let mut days = row.days.items().iter();
    let day = days.find(|day| first.days.items().contains(day))?;
    let (id, en) = words(*day);
    let closed = |row: &HoursDocument| row.opening() == Opening::Closed;
    let served =
        |row: &HoursDocument| matches!(row.opening(), Opening::Open(..) | Opening::ByAppointment);
    let message = if (closed(first) && served(row)) || (served(first) && closed(row)) {
        say!(
            "`{id}` dinyatakan libur dan sekaligus dilayani",
            "`{en}` is both closed and open"
        )
    } else if overlap(first, row) {
        say!(
            "`{id}` punya dua jam layanan yang bertumpuk",
            "`{en}` has two opening hours that overlap"
        )
    } else {
        return None;
    };
    let finding = Diagnostic::new(Code::K0231, row.span, message);
    Some(
        finding
            .also(first.span, say!("baris lainnya", "the other row"))
            .help(say!(
                "hapus `{id}` dari salah satu baris, atau betulkan jamnya",
                "delete `{en}` from one of the rows, or correct the hours"
            )),
    )
}

/// Whether both rows are open at one minute of the same day; an appointment may lie within other hours.
fn overlap(first: &HoursDocument, row: &HoursDocument) -> bool {
    let (Some((from, to)), Some((open, close))) = (minutes(first), minutes(row)) else {
        return false;
    };
    first.is_by_appointment() == row.is_by_appointment() && from < close && open < to
}

/// The minutes between which a row is open; what closes before it opens closes on the next day.
fn minutes(row: &HoursDocument) -> Option<(u16, u16)> {
    let Opening::Open(open, close) = row.opening() else {
        return None;
    };
    let from = open.map_or(0, |open| open.minutes);
    let to = match close {
        Some(Closing::At(close)) if close.minutes > from => close.minutes,
        _ => 24 * 60,
    };
    Some((from, to))
}

/// Reports working days on which nobody is there by the hours, and days with hours that are no working days.
fn check_working_days(working: &[Placed<Weekday>], rows: &[HoursDocument], sink: &mut Sink) {
    if working.is_empty() || rows.is_empty() {
        return;
    }
    let rows_of = |day: Weekday| {
        rows.iter()
            .filter(move |row| row.days.items().contains(&day))
    };
    let mut told: Vec<Weekday> = Vec::new();
    for day in working {
        if told.contains(&day.value) {
            continue;
        }
        told.push(day.value);
        let mut named = rows_of(day.value).peekable();
        if named.peek().is_none() {
            sink.push(without_hours(day));
        } else if named.clone().all(|row| row.opening() == Opening::Closed) {
            sink.extend(
                named
                    .next()
                    .map(|row| closed_working_day(row.span, day.value)),
            );
        }
    }
    // A remark says that the day is served and not counted.
    for row in rows.iter().filter(|row| row.note.get().is_none()) {
        let open = matches!(row.opening(), Opening::Open(..)) && !row.is_by_appointment();
        for day in row.days.items().iter().filter(|_| open) {
            if !told.contains(day) {
                told.push(*day);
                sink.push(not_counted(row.span, *day));
            }
        }
    }
}

fn words(day: Weekday) -> (&'static str, &'static str) {
    let choice = Weekday::CHOICES
        .iter()
        .find(|choice| choice.en == day.key());
    choice.map_or(("", ""), |choice| (choice.id, choice.en))
}

fn without_hours(day: &Placed<Weekday>) -> Diagnostic {
    let (id, en) = words(day.value);
    let finding = Diagnostic::new(
        Code::K0231,
        day.span,
        say!(
            "`{id}` dihitung sebagai hari kerja, tetapi `jam_layanan` tidak menyebutnya",
            "`{en}` counts as a working day, but `hours` does not name it"
        ),
    );
    finding.help(remedy(id, en))
}

fn remedy(id: &str, en: &str) -> Message {
    say!(
        "tambahkan baris untuk `{id}` di `jam_layanan`, atau hapus `{id}` dari `hari_layanan`",
        "add a row for `{en}` to `hours`, or delete `{en}` from `working_days`"
    )
}

fn not_counted(row: Span, day: Weekday) -> Diagnostic {
    let (id, en) = words(day);
    let finding = Diagnostic::new(
        Code::K0231,
        row,
        say!(
            "`{id}` punya jam layanan, tetapi tidak dihitung sebagai hari kerja di `hari_layanan`",
            "`{en}` has opening hours, but does not count as a working day in `working_days`"
        ),
    );
    finding.help(say!(
        "tambahkan `{id}` ke `hari_layanan`; jika hari itu memang tidak dihitung, beri baris sendiri dengan catatan: …",
        "add `{en}` to `working_days`; if that day is not counted, give it a row of its own with note: …"
    ))
}

fn closed_working_day(row: Span, day: Weekday) -> Diagnostic {
    let (id, en) = words(day);
    let finding = Diagnostic::new(
        Code::K0222,
        row,
        say!(
            "`{id}` libur menurut jam layanan, tetapi dihitung sebagai hari kerja di `hari_layanan`",
            "`{en}` is closed by the opening hours, but counts as a working day in `working_days`"
        ),
    );
    finding.help(say!(
        "hapus `{id}` dari `hari_layanan`, atau tulis jam buka dan tutupnya di sini",
        "delete `{en}` from `working_days`, or write its opening hours here"
    ))
}

/// Whether a night is meant: from the afternoon into the next morning.
fn over_midnight(open: &TimeOfDay, close: &TimeOfDay) -> bool {
    let noon = 12 * 60;
    open.minutes >= noon && close.minutes < noon
}

fn closes_first(open: &TimeOfDay, close: &TimeOfDay) -> Diagnostic {
    Diagnostic::new(
        Code::K0216,
        close.span,
        say!(
            "jam tutup tidak sesudah jam buka",
            "the closing time is not after the opening time"
        ),
    )
    .also(open.span, say!("jam buka", "opening time"))
    .help(say!(
        "tulis jam dalam format 24 jam, misalnya tutup: \"15:00\"",
        "write times on the 24-hour clock, for example close: \"15:00\""
    ))
}
