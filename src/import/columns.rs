//! The columns of a list with one row a service: one for each component, and who it is about.

use super::Component;
use super::words::squeezed;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// The name of the service.
    Title,
    /// The number of the decree.
    Decree,
    /// The agency.
    Agency,
    /// A component of the standard.
    Of(Component),
}

/// All columns, with the heading that the program writes, in the order of its own lists.
pub const COLUMNS: [(Column, &str); 17] = [
    (Column::Title, "Nama layanan"),
    (Column::Agency, "Instansi"),
    (Column::Decree, "Nomor SK"),
    (Column::Of(Component::Requirements), "Persyaratan"),
    (
        Column::Of(Component::Procedure),
        "Sistem, mekanisme, dan prosedur",
    ),
    (Column::Of(Component::Time), "Jangka waktu penyelesaian"),
    (Column::Of(Component::Cost), "Biaya/tarif"),
    (Column::Of(Component::Products), "Produk pelayanan"),
    (
        Column::Of(Component::Complaints),
        "Penanganan pengaduan, saran, dan masukan",
    ),
    (Column::Of(Component::LegalBasis), "Dasar hukum"),
    (
        Column::Of(Component::Facilities),
        "Sarana, prasarana, dan/atau fasilitas",
    ),
    (
        Column::Of(Component::StaffCompetence),
        "Kompetensi pelaksana",
    ),
    (
        Column::Of(Component::InternalSupervision),
        "Pengawasan internal",
    ),
    (Column::Of(Component::StaffCount), "Jumlah pelaksana"),
    (Column::Of(Component::ServiceGuarantee), "Jaminan pelayanan"),
    (
        Column::Of(Component::SafetyGuarantee),
        "Jaminan keamanan dan keselamatan pelayanan",
    ),
    (
        Column::Of(Component::PerformanceEvaluation),
        "Evaluasi kinerja pelaksana",
    ),
];

/// Other headings of the columns that are no components, in small letters without signs.
const OTHER: [(&str, Column); 3] = [
    (
        "nama layanan, nama pelayanan, jenis layanan, jenis pelayanan, layanan, pelayanan, judul, judul layanan, \
         nama jenis layanan, nama standar pelayanan, standar pelayanan, service, title",
        Column::Title,
    ),
    (
        "nomor sk, no sk, sk, nomor keputusan, surat keputusan, no keputusan, nomor surat keputusan, decree",
        Column::Decree,
    ),
    (
        "instansi, dinas, opd, skpd, perangkat daerah, unit, unit kerja, unit pelayanan, unit layanan, penyelenggara, \
         nama instansi, nama opd, agency",
        Column::Agency,
    ),
];

impl Column {
    /// The column whose heading a text is.
    pub fn of_heading(text: &str) -> Option<Self> {
        let words = squeezed(text, "");
        let other = OTHER.iter().find(|(names, _)| {
            let mut names = names.split(',').map(str::trim);
            names.any(|name| name == words)
        });
        let other = other.map(|(_, column)| *column);
        other.or_else(|| Component::of_heading(text).map(Self::Of))
    }
}

/// How an example in a template begins, which is no service.
pub const EXAMPLE: &str = "(contoh)";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_heading_that_is_written_is_read() {
        for (column, heading) in COLUMNS {
            assert_eq!(Column::of_heading(heading), Some(column), "{heading}");
        }
        assert_eq!(Column::of_heading("JENIS PELAYANAN"), Some(Column::Title));
        assert_eq!(Column::of_heading("No."), None);
        assert_eq!(Column::of_heading("Keterangan"), None);
    }
}
