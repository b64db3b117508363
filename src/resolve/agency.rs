//! Checks of an agency: its files and its dates.

use super::names::Names;
use super::registry::{alt_of_nothing, missing_alt};
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
    super::old_address::check(&agency.moved_from, sink);
    super::hours::check(agency, sink);
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
