//! The 14 components of a standard (UU 25/2009 art. 21), and which of them a service has.

use crate::model::agency::AgencyDocument;
use crate::model::channel::ChannelDocument;
use crate::model::service::{Decree, Requirements, ServiceDocument};
use crate::model::{Lines, Slot};

/// The 14 components, in English and Indonesian; on paper A.1 to A.6 and B.1 to B.8.
pub const COMPONENTS: [(&str, &str); 14] = [
    ("requirements", "persyaratan"),
    ("procedure", "prosedur"),
    ("time", "waktu"),
    ("cost", "biaya"),
    ("products", "produk"),
    ("complaints", "pengaduan"),
    ("legal_basis", "dasar_hukum"),
    ("facilities", "sarana_prasarana"),
    ("staff_competence", "kompetensi_pelaksana"),
    ("internal_supervision", "pengawasan_internal"),
    ("staff_count", "jumlah_pelaksana"),
    ("service_guarantee", "jaminan_pelayanan"),
    ("safety_guarantee", "jaminan_keamanan"),
    ("performance_evaluation", "evaluasi_kinerja"),
];

/// Whether each is given, known to be missing, or not written, in the order of [`COMPONENTS`].
pub fn states(service: &ServiceDocument, agency: Option<&AgencyDocument>) -> [&'static str; 14] {
    let none = matches!(service.requirements.get(), Some(Requirements::None));
    let no_requirements = !none && service.requirements.listed().is_empty();
    let cost = service.cost.get();
    [
        given(service.requirements.state(), no_requirements),
        of_list(&service.procedure),
        service.time.state(),
        given(
            service.cost.state(),
            cost.is_none_or(|cost| cost.0.is_empty()),
        ),
        of_list(&service.products),
        of_complaints(service, agency),
        of_list(&service.legal_basis),
        of_list(&service.facilities),
        of_lines(&service.staff_competence),
        of_lines(&service.internal_supervision),
        service.staff_count.state(),
        of_lines(&service.service_guarantee),
        of_lines(&service.safety_guarantee),
        of_lines(&service.performance_evaluation),
    ]
}

/// The state of a list: one with nothing in it is not written.
fn given(state: &'static str, empty: bool) -> &'static str {
    match (state, empty) {
        ("given", true) => "absent",
        (state, _) => state,
    }
}

fn of_list<T>(list: &Slot<Vec<T>>) -> &'static str {
    given(list.state(), list.items().is_empty())
}

fn of_lines(lines: &Slot<Lines>) -> &'static str {
    let empty = lines.get().is_none_or(|lines| lines.0.is_empty());
    given(lines.state(), empty)
}

/// Whether ways to complain are given, known to be missing, or not written; a service that says itself how complaints are
/// dealt with has said it.
pub fn of_complaints(service: &ServiceDocument, agency: Option<&AgencyDocument>) -> &'static str {
    let own = service.complaints.get();
    match own.is_some_and(|complaints| complaints.channels.is_absent()) {
        true => "given",
        false => complaint_channels(service, agency).0,
    }
}

/// The channels by which citizens complain of a service, its own or else its agency's, and whether they are given, known
/// to be missing, or not written.
pub fn complaint_channels<'a>(
    service: &'a ServiceDocument,
    agency: Option<&'a AgencyDocument>,
) -> (&'static str, &'a [ChannelDocument]) {
    if let Slot::Missing(_) = service.complaints {
        return ("missing", &[]);
    }
    let own = service.complaints.get();
    let own = own.map(|complaints| &complaints.channels);
    let own = own.filter(|channels| !channels.is_absent());
    match own.or(agency.map(|agency| &agency.channels)) {
        Some(channels) => (of_list(channels), channels.items()),
        None => ("absent", &[]),
    }
}

/// The decree of a service: its own, else that of its agency.
pub fn decree<'a>(
    service: &'a ServiceDocument,
    agency: Option<&'a AgencyDocument>,
) -> &'a Slot<Decree> {
    match agency {
        Some(agency) => service.decree.or(&agency.decree),
        None => &service.decree,
    }
}
