//! Checks of an agency: its files, its Markdown and its dates.

use super::names::Names;
use super::registry::missing_alt;
use crate::diagnostic::{Code, Diagnostic, Sink, say};
use crate::model::agency::AgencyDocument;
use crate::model::{Date, Slot};

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
    if let Some(posted) = agency.posted.get()
        && let Some(photo) = posted.photo.get()
    {
        names.expect_file(photo, sink);
        if posted.alt.get().is_none() {
            sink.push(missing_alt(photo.span));
        }
    }
    for hours in agency.hours.items() {
        if let (Some(open), Some(close)) = (hours.open.get(), hours.close.get())
            && open.minutes >= close.minutes
        {
            sink.push(
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
                    "tulis jam dengan 24 jam, misalnya tutup: \"15:00\"",
                    "write times of 24 hours, such as close: \"15:00\""
                )),
            );
        }
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
            .help(say!("periksa kedua tanggal itu", "check the two dates")),
        );
    }
}
