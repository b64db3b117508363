//! Headings of the 14 components, in the spellings of decrees, catalogues and offices' own sites.

use super::sheet::Component;
use super::words::squeezed;

/// Words of a heading that change nothing.
const NOISE: &str = "pelayanan layanan dan atau publik standar komponen tentang serta of the for and or service services";

/// What is left of the headings of each component.
const HEADINGS: [(&str, Component); 14] = [
    (
        "persyaratan, syarat, syarat syarat, persyaratan teknis administratif, persyaratan administrasi, \
         persyaratan administratif, persyaratan teknis, dokumen persyaratan, berkas persyaratan, persyaratan umum, \
         persyaratan permohonan, persyaratan dokumen, persyaratan berkas, requirements, requirement",
        Component::Requirements,
    ),
    (
        "sistem mekanisme prosedur, prosedur, mekanisme, mekanisme prosedur, sistem mekanisme, sistem prosedur, alur, \
         alur prosedur, prosedur alur, tata cara, langkah langkah, langkah, sistem mekanisme prosedur alur, \
         mekanisme alur, mekanisme sistem prosedur, procedure, steps",
        Component::Procedure,
    ),
    (
        "waktu penyelesaian, jangka waktu penyelesaian, jangka waktu, waktu, lama waktu, lama penyelesaian, \
         waktu proses, lama proses, jangka waktu proses, durasi, waktu yang dibutuhkan, lama waktu penyelesaian, \
         waktu pengurusan, time, processing time",
        Component::Time,
    ),
    (
        "biaya tarif, biaya, tarif, tarif biaya, retribusi, biaya retribusi, tarif retribusi, biaya tarif retribusi, \
         besaran biaya, besaran tarif, cost, fee, fees",
        Component::Cost,
    ),
    (
        "produk, hasil, produk hasil, hasil produk, keluaran, output, produk akhir, produk yang dihasilkan, product, products",
        Component::Products,
    ),
    (
        "pengaduan, penanganan pengaduan saran masukan, penanganan pengaduan, pengaduan saran masukan, \
         pengelolaan pengaduan, pengelolaan pengaduan saran masukan, pengaduan saran, pengaduan masukan, \
         kontak pengaduan, sarana pengaduan, kanal pengaduan, saluran pengaduan, media pengaduan, mekanisme pengaduan, \
         pengaduan masyarakat, penanganan pengaduan saran, penanganan pengaduan saran masukan apresiasi, \
         penanganan pengaduan saran kritik, penanganan aduan saran masukan, pengaduan kritik saran, complaints, complaint",
        Component::Complaints,
    ),
    (
        "dasar hukum, landasan hukum, dasar peraturan, legal basis",
        Component::LegalBasis,
    ),
    (
        "sarana prasarana fasilitas, sarana prasarana, sarana, prasarana, fasilitas, sarana fasilitas, \
         sarana prasarana fasilitas pendukung, facilities",
        Component::Facilities,
    ),
    (
        "kompetensi pelaksana, kompetensi petugas, kompetensi, kompetensi sdm, kualifikasi pelaksana, staff competence",
        Component::StaffCompetence,
    ),
    (
        "pengawasan internal, pengawasan, pengawasan melekat, internal supervision",
        Component::InternalSupervision,
    ),
    (
        "jumlah pelaksana, jumlah petugas, jumlah sdm, staff count",
        Component::StaffCount,
    ),
    ("jaminan, guarantee", Component::ServiceGuarantee),
    (
        "jaminan keamanan keselamatan, jaminan keamanan, keamanan keselamatan, jaminan keselamatan, \
         jaminan keamanan keselamatan pengguna, jaminan keselamatan keamanan, safety guarantee",
        Component::SafetyGuarantee,
    ),
    (
        "evaluasi kinerja pelaksana, evaluasi kinerja, evaluasi, evaluasi kinerja petugas, performance evaluation",
        Component::PerformanceEvaluation,
    ),
];

/// Words from here on are read with one slip of the pen.
const LONG: usize = 7;

/// Whether two headings differ by one slip in one long word: `persyartan`, but not `kotak` for `kontak`.
fn is_slip(name: &str, said: &str) -> bool {
    let (name, said): (Vec<&str>, Vec<&str>) =
        (name.split(' ').collect(), said.split(' ').collect());
    let mut differing = name.iter().zip(&said).filter(|(one, other)| one != other);
    let only = differing.next().filter(|_| differing.next().is_none());
    let slip =
        |(one, other): (&&str, &&str)| one.len() >= LONG && strsim::levenshtein(one, other) == 1;
    name.len() == said.len() && only.is_some_and(slip)
}

impl Component {
    /// The component whose heading a text is, in whatever spelling: `Biaya / Tarif`, `C. Jangka waktu`.
    pub fn of_heading(text: &str) -> Option<Self> {
        let words = squeezed(text, NOISE);
        if words.is_empty() || words.len() > 60 {
            return None;
        }
        let all = || {
            HEADINGS.iter().flat_map(|(names, component)| {
                names.split(',').map(move |name| (name.trim(), *component))
            })
        };
        let exact = all().find(|(name, _)| *name == words);
        let near = || all().find(|(name, _)| is_slip(name, &words));
        exact.or_else(near).map(|(_, component)| component)
    }

    /// The component whose heading stands at the start of a text that goes on, and the rest of it:
    /// `Biaya/tarif; Gratis`.
    pub(super) fn at_start(text: &str) -> Option<(Self, &str)> {
        let marks = text
            .char_indices()
            .filter(|(_, c)| matches!(c, ':' | ';' | '=' | '–' | '—'));
        let mut ends = marks.map(|(at, c)| (at, at + c.len_utf8()));
        ends.find_map(|(at, after)| {
            let component = Self::of_heading(&text[..at])?;
            Some((component, text[after..].trim_start()))
        })
    }

    /// A heading with the number of its component that leaked into the text below: `5 Produk Pelayanan 1. Buku`.
    pub(super) fn leaked(text: &str) -> Option<(Self, &str)> {
        let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
        let number = text.len() - rest.len();
        if !(1..=2).contains(&number) || !rest.starts_with(char::is_whitespace) {
            return None;
        }
        let rest = rest.trim_start();
        let spaces: Vec<usize> = rest
            .match_indices(' ')
            .map(|(at, _)| at)
            .chain([rest.len()])
            .collect();
        let found = spaces.iter().rev().find_map(|at| {
            let component = Self::of_heading(&rest[..*at])?;
            Some((component, rest[*at..].trim_start_matches([' ', ':', ';'])))
        });
        found.filter(|(_, rest)| !rest.is_empty())
    }
}

/// The component that the start of a paragraph names, and what follows.
pub(super) fn heading_rest(text: &str) -> Option<(Component, &str)> {
    let first = text.lines().next()?;
    let found = Component::leaked(first).or_else(|| Component::at_start(first))?;
    (!found.1.is_empty()).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_in_their_spellings() {
        for (text, component) in [
            ("Persyaratan", Component::Requirements),
            ("PERSYARATAN PELAYANAN", Component::Requirements),
            ("Sistem, Mekanisme dan Prosedur", Component::Procedure),
            ("Jangka waktu penyelesaian", Component::Time),
            ("Biaya / Tarif", Component::Cost),
            ("Produk Pelayanan:", Component::Products),
            (
                "Penanganan pengaduan, saran, dan masukan",
                Component::Complaints,
            ),
            ("Pengaduan Layanan", Component::Complaints),
            (
                "Sarana, prasarana, dan/atau fasilitas",
                Component::Facilities,
            ),
            ("Jaminan pelayanan", Component::ServiceGuarantee),
            (
                "Jaminan keamanan dan keselamatan pelayanan",
                Component::SafetyGuarantee,
            ),
            ("Persyartan", Component::Requirements),
        ] {
            assert_eq!(Component::of_heading(text), Some(component), "{text}");
        }
        for text in [
            "",
            "Fotokopi KK",
            "Petugas memeriksa berkas",
            "Kotak saran",
            "Kotak pengaduan",
            "Gratis",
        ] {
            assert_eq!(Component::of_heading(text), None, "{text}");
        }
    }
}
