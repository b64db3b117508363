//! What an agency's standard lacks.

use crate::diagnostic::{Code, Diagnostic, Sink, say};
use crate::model::agency::AgencyDocument;

/// Reports a pledge that nobody signed.
pub fn check(agency: &AgencyDocument, sink: &mut Sink) {
    if let Some(pledge) = agency.pledge.get()
        && pledge.signed_by.get().is_none()
    {
        sink.push(
            Diagnostic::new(
                Code::K0505,
                pledge.span,
                say!(
                    "maklumat pelayanan ini belum ditandatangani, jadi tidak ditampilkan",
                    "this pledge is not signed, so it is not published"
                ),
            )
            .help(say!(
                "sesudah ditandatangani, tambahkan: ditandatangani_oleh: nama pejabat",
                "after it has been signed, add: signed_by: name of the official"
            )),
        );
    }
}
