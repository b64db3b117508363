//! Headings of the 14 components, in the spellings of decrees, catalogues and offices' own sites.

use super::lexis::{DIVISIONS, OTHER_HEADINGS};
use super::sheet::Component;
use super::words::{is_one, place, says, squeezed, starts, words};

/// Words of a heading that change nothing.
const NOISE: &str = "pelayanan layanan dan atau publik standar komponen tentang serta of the for and or service services \
    yang untuk jenis apa saja bagaimana berapa apakah di mana dimana";

/// How offices name the components: phrases of which one must stand in a heading, and words that may stand beside them,
/// in any order. The first that fits is meant.
const HEADINGS: [(Component, &str, &str); 14] = [
    (
        Component::Complaints,
        "pengaduan, aduan, keluhan, mengadu, complaints, complaint, hubungi kami, kontak kami, kontak, narahubung, saran masukan, \
         saran kritik, kritik saran",
        "penanganan pengelolaan penyampaian penyelesaian saran masukan apresiasi kritik sarana kanal saluran media mekanisme \
         masyarakat kontak informasi konsultasi kami hubungi tata cara prosedur alur tindak lanjut aspirasi",
    ),
    (
        Component::Requirements,
        "persyaratan, syarat, requirements, requirement, perlu dibawa, harus dibawa, wajib dibawa, perlu disiapkan, \
         harus disiapkan, perlu dilengkapi, harus dilengkapi, harus dipenuhi, dokumen diperlukan, dokumen dibutuhkan, \
         berkas diperlukan, berkas dibutuhkan, dokumen harus, berkas harus, dokumen perlu, berkas perlu",
        "teknis administratif administrasi umum permohonan dokumen berkas dipenuhi perlu harus wajib diperlukan dibutuhkan \
         disiapkan dilengkapi dilampirkan diserahkan dibawa apa saja ketentuan pemohon pengajuan pendaftaran kelengkapan",
    ),
    (
        Component::Procedure,
        "prosedur, mekanisme, alur, tata cara, langkah, tahapan, procedure, steps, cara mengurus, cara mengajukan, \
         cara pengajuan, cara mendaftar, cara pendaftaran, cara mendapatkan, cara memperoleh, cara permohonan, cara pengurusan, cara",
        "sistem sistim bagan mengurus mengajukan pengajuan mendaftar pendaftaran mendapatkan memperoleh permohonan pengurusan \
         penyelesaian proses pemohon",
    ),
    (
        Component::Time,
        "waktu, durasi, time, lama, jangka penyelesaian",
        "penyelesaian jangka proses pengurusan dibutuhkan diperlukan processing pemrosesan pengerjaan",
    ),
    (
        Component::Cost,
        "biaya, tarif, retribusi, ongkos, cost, fee, fees, pnbp",
        "besaran rincian daftar administrasi harus dibayar dibayarkan pengurusan permohonan",
    ),
    (
        Component::Products,
        "produk, hasil, keluaran, output, product, products, didapat, didapatkan, diperoleh",
        "akhir dihasilkan diperoleh diterima didapat didapatkan produk",
    ),
    (
        Component::LegalBasis,
        "dasar hukum, landasan hukum, dasar peraturan, legal basis, regulasi, payung hukum",
        "peraturan perundang-undangan perundang undangan terkait",
    ),
    (
        Component::Facilities,
        "sarana, prasarana, fasilitas, facilities",
        "pendukung penunjang",
    ),
    (
        Component::StaffCompetence,
        "kompetensi, kualifikasi pelaksana, staff competence",
        "pelaksana petugas sdm kualifikasi",
    ),
    (
        Component::InternalSupervision,
        "pengawasan, internal supervision",
        "internal melekat",
    ),
    (
        Component::StaffCount,
        "jumlah pelaksana, jumlah petugas, jumlah sdm, jumlah personil, jumlah personel, staff count",
        "",
    ),
    (Component::ServiceGuarantee, "jaminan, guarantee", "mutu"),
    (
        Component::SafetyGuarantee,
        "keamanan, keselamatan, safety guarantee",
        "jaminan pengguna",
    ),
    (
        Component::PerformanceEvaluation,
        "evaluasi, performance evaluation",
        "kinerja pelaksana petugas",
    ),
];

/// Words from here on are read with one slip of the pen.
const LONG: usize = 7;

/// The longest heading, in characters and in words.
const LONGEST: (usize, usize) = (60, 8);

/// So many blanks are in no heading.
const MOST_BLANKS: usize = 60;

/// Whether words are a heading of these phrases and of the words beside them.
fn fits(said: &[String], phrases: &str, beside: &str) -> bool {
    let known =
        |word: &str| is_one(word, beside) || phrases.split([',', ' ']).any(|one| one == word);
    said.iter().all(|word| known(word)) && place(said, phrases).is_some()
}

/// The same with one slip in one long word: `persyartan`, but not `kotak` for `kontak`.
fn nearly_fits(said: &[String], phrases: &str, beside: &str) -> bool {
    let names = || phrases.split([',', ' ']).chain(beside.split(' '));
    let slip = |word: &str| {
        let near = |name: &&str| {
            let alike = name.len() >= LONG && name.len().abs_diff(word.len()) <= 1;
            alike && strsim::levenshtein(name, word) == 1
        };
        names().find(near)
    };
    (0..said.len()).any(|at| {
        let Some(name) = slip(&said[at]) else {
            return false;
        };
        let mut mended = said.to_vec();
        name.clone_into(&mut mended[at]);
        fits(&mended, phrases, beside)
    })
}

impl Component {
    /// The component whose heading a text is, in whatever spelling, without its mark: `Biaya / Tarif`, `Jangka waktu`.
    pub fn of_heading(text: &str) -> Option<Self> {
        if text.chars().nth(LONGEST.0).is_some() || text.contains(['@', '+']) {
            return None;
        }
        let said = squeezed(text, NOISE);
        // "Berapa biayanya?"
        let plain = |word: &str| word.strip_suffix("nya").unwrap_or(word).to_owned();
        let said: Vec<String> = said.split(' ').map(plain).collect();
        if said.len() > LONGEST.1 || said[0].is_empty() {
            return None;
        }
        let find = |fits: fn(&[String], &str, &str) -> bool| {
            let mut all = HEADINGS.iter();
            all.find(|(_, phrases, beside)| fits(&said, phrases, beside))
        };
        let found = find(fits).or_else(|| find(nearly_fits));
        found.map(|(component, ..)| *component)
    }

    /// The component whose heading stands at the start of a text that goes on, and the rest of it:
    /// `Biaya/tarif; Gratis`, `Biaya (Perda 4/2023)`.
    pub(super) fn at_start(text: &str) -> Option<(Self, String)> {
        if let Some(found) = Self::with_bracket(text) {
            return Some(found);
        }
        let marks = text
            .char_indices()
            .take(LONGEST.0 + 1)
            .filter(|(_, c)| matches!(c, ':' | ';' | '=' | '–' | '—'));
        let mut ends = marks.map(|(at, c)| (at, at + c.len_utf8()));
        ends.find_map(|(at, after)| {
            let component = Self::of_heading(&text[..at])?;
            Some((component, text[after..].trim_start().to_owned()))
        })
    }

    /// A heading with a bracket behind it; what stands there is the first that is said below it.
    fn with_bracket(text: &str) -> Option<(Self, String)> {
        let (name, rest) = text.split_once('(')?;
        let component = Self::of_heading(name)?;
        let (inner, after) = rest.rsplit_once(')')?;
        let after = after.trim();
        let ends = after.is_empty() || after.starts_with([':', ';', '=', '.']);
        let after = after.trim_start_matches([':', ';', '=', '.']).trim_start();
        let whole = !inner.contains([')', '(']) && ends;
        let lines = [inner.trim(), after].map(str::to_owned);
        let said: Vec<String> = lines.into_iter().filter(|line| !line.is_empty()).collect();
        whole.then(|| (component, said.join("\n")))
    }

    /// A heading with the number of its component that leaked into the text below: `5 Produk Pelayanan 1. Buku`.
    pub(super) fn leaked(text: &str) -> Option<(Self, String)> {
        let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
        let number = text.len() - rest.len();
        if !(1..=2).contains(&number) || !rest.starts_with(char::is_whitespace) {
            return None;
        }
        let rest = rest.trim_start();
        let spaces: Vec<usize> = rest
            .match_indices(' ')
            .map(|(at, _)| at)
            .take(MOST_BLANKS)
            .chain([rest.len()])
            .collect();
        let found = spaces.iter().rev().find_map(|at| {
            let component = Self::of_heading(&rest[..*at])?;
            Some((component, rest[*at..].trim_start_matches([' ', ':', ';'])))
        });
        let found = found.filter(|(_, rest)| !rest.is_empty());
        found.map(|(component, rest)| (component, rest.to_owned()))
    }

    /// Whether a text is a heading of what is no component: `Visi dan Misi`, `Jam Layanan`.
    pub(super) fn is_other(text: &str) -> bool {
        let own = words(text);
        let asks = starts(&own, "apa itu").is_some() && text.ends_with('?');
        let all = |names: &str| starts(&own, names) == Some(own.len()) && !own.is_empty();
        asks || all(OTHER_HEADINGS) || Self::is_division(text)
    }

    /// Whether a text is a heading above those of several components: `B. Pengelolaan pelayanan (manufacturing)`.
    pub(super) fn is_division(text: &str) -> bool {
        says(text, DIVISIONS) && words(text).len() <= LONGEST.1
    }
}

/// The component that the start of a paragraph names, and what follows.
pub(super) fn heading_rest(text: &str) -> Option<(Component, String)> {
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
            ("Lama Layanan", Component::Time),
            ("Ongkos", Component::Cost),
            ("Hubungi Kami", Component::Complaints),
            ("Aduan, Saran, Masukan", Component::Complaints),
            ("Tata cara pengaduan", Component::Complaints),
            ("Syarat-syarat yang harus dipenuhi", Component::Requirements),
            ("Yang perlu dibawa", Component::Requirements),
            ("Dokumen yang diperlukan", Component::Requirements),
            ("Cara mengurus", Component::Procedure),
            ("Prosedur / Mekanisme", Component::Procedure),
            (
                "Sistim, mekanisme, prosedur pelayanan",
                Component::Procedure,
            ),
            ("Hasil Layanan", Component::Products),
            ("Yang didapat", Component::Products),
            ("Apa saja syaratnya?", Component::Requirements),
            ("Bagaimana caranya?", Component::Procedure),
            ("Berapa lama prosesnya?", Component::Time),
            ("Berapa biayanya?", Component::Cost),
            ("Di mana mengadu?", Component::Complaints),
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
            "Jam Layanan",
            "Unit pengaduan",
            "Lama rekaman",
            "Surat syarat nikah",
        ] {
            assert_eq!(Component::of_heading(text), None, "{text}");
        }
    }

    #[test]
    fn what_stands_behind_a_heading_is_said_below_it() {
        for (text, rest) in [
            ("Biaya/tarif; Gratis", "Gratis"),
            ("TARIF RETRIBUSI (Perda 4/2023)", "Perda 4/2023"),
            ("Waktu (hari kerja) : 3 hari", "hari kerja\n3 hari"),
        ] {
            let said = Component::at_start(text).map(|(_, rest)| rest);
            assert_eq!(said.as_deref(), Some(rest), "{text}");
        }
        assert_eq!(Component::at_start("Waktu (maksimal) 3 hari"), None);
    }

    #[test]
    fn other_headings_are_no_components() {
        for text in [
            "Visi dan Misi",
            "JAM PELAYANAN",
            "Apa itu KIA?",
            "Maklumat Pelayanan",
        ] {
            assert!(Component::is_other(text), "{text}");
        }
        for text in [
            "Jam layanan : Senin - Jumat",
            "Visitasi",
            "Profil lulusan sekolah",
        ] {
            assert!(!Component::is_other(text), "{text}");
        }
    }
}
