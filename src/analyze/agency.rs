//! What an agency's standard lacks.

use crate::diagnostic::{Code, Diagnostic, Sink, say};
use crate::model::agency::AgencyDocument;

/// Reports a pledge without a whole signature.
pub fn check(agency: &AgencyDocument, sink: &mut Sink) {
    let Some(pledge) = agency.pledge.get() else {
        return;
    };
    let lacking = pledge.lacking();
    if lacking.is_empty() {
        return;
    }
    let keys = |language: usize| {
        let keys: Vec<&str> = lacking.iter().map(|keys| keys[language]).collect();
        keys.join(", ")
    };
    let (id, en) = (keys(0), keys(1));
    let finding = Diagnostic::new(
        Code::K0505,
        pledge.span,
        say!(
            "maklumat pelayanan ini belum ditandatangani lengkap, jadi tampil sebagai rancangan",
            "this pledge lacks part of its signature, so it is shown as a draft"
        ),
    );
    sink.push(finding.help(say!(
        "sesudah ditandatangani, tambahkan: {id}",
        "after it has been signed, add: {en}"
    )));
}
