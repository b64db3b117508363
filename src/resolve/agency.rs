//! Checks of an agency: its files, its Markdown and its dates.

use super::names::Names;
use super::registry::{alt_of_nothing, missing_alt};
use crate::diagnostic::{Code, Diagnostic, Sink, say};
use crate::model::agency::AgencyDocument;
use crate::model::hours::{Closing, Opening, Weekday};
use crate::model::values::TimeOfDay;
use crate::model::{Date, Slot};
use crate::span::Span;

/// Reports what an agency names that does not exist, and dates in the wrong order.
pub fn check(agency: &AgencyDocument, names: &Names<'_>, sink: &mut Sink) {
    if let Some(decree) = agency.decree.get() {
        if let Some(file) = decree.file.get() {
            names.expect_file(file, sink);
        }
        in_order(&decree.date, &decree.valid_until, sink);
    }
    let minutes = agency.consultation.get().and_then(|held| held.file.get());
    if let Some(file) = minutes {
        names.expect_file(file, sink);
    }
    if let Some(posted) = agency.posted.get() {
        match posted.photo.get() {
            Some(photo) => {
                names.expect_file(photo, sink);
                if posted.alt.get().is_none() {
                    sink.push(missing_alt(photo.span));
                }
            }
            None => sink.extend(posted.alt.get().map(alt_of_nothing)),
        }
    }
    for hours in agency.hours.items() {
        if let Opening::Open(Some(open), Some(Closing::At(close))) = hours.opening()
            && !(open.minutes < close.minutes || over_midnight(open, close))
        {
            sink.push(closes_first(open, close));
        }
    }
    for row in agency.hours.items() {
        if let Opening::Closed = row.opening() {
            let both = row.days.items().iter();
            let both = both.filter(|day| agency.working_days.items().contains(day));
            report_closed_days(row.span, both.copied().collect(), sink);
        }
    }
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

/// Reports days that count as working days and are closed.
fn report_closed_days(row: Span, days: Vec<Weekday>, sink: &mut Sink) {
    for day in days {
        let choice = Weekday::CHOICES
            .iter()
            .find(|choice| choice.en == day.key());
        let (id, en) = choice.map_or(("", ""), |choice| (choice.id, choice.en));
        sink.push(
            Diagnostic::new(
                Code::K0222,
                row,
                say!(
                    "`{id}` libur menurut jam layanan, tetapi dihitung sebagai hari kerja di `hari_layanan`",
                    "`{en}` is closed by the opening hours, but counts as a working day in `working_days`"
                ),
            )
            .help(say!(
                "hapus `{id}` dari `hari_layanan`, atau tulis jam buka dan tutupnya di sini",
                "delete `{en}` from `working_days`, or write its opening hours here"
            )),
        );
    }
}

/// Reports an end before its start.
pub fn in_order(start: &Slot<Date>, end: &Slot<Date>, sink: &mut Sink) {
    if let (Some(start), Some(end)) = (start.get(), end.get())
        && end.value < start.value
    {
        let (from, to) = (start.value, end.value);
        sink.push(
            Diagnostic::new(
                Code::K0224,
                end.span,
                say!(
                    "{to} lebih awal daripada {from}",
                    "{to} is earlier than {from}"
                ),
            )
            .also(start.span, say!("awalnya", "the start"))
            .help(say!("periksa kedua tanggal itu", "check both dates")),
        );
    }
}
