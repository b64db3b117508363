//! Headings of decrees and posters that stand where keys belong, and the keys they stand for.

/// What a heading stands for, in English.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Heading {
    /// A key of the service.
    Key(&'static str),
    /// A key below another.
    Below(&'static str, &'static str),
}

/// The words of headings by key. A heading stands for the first key whose words it is made of, beside words that say
/// nothing.
const KEYS: &[(&str, &str)] = &[
    (
        "requirements",
        "persyaratan syarat ketentuan kelengkapan berkas dokumen requirement requirements documents conditions",
    ),
    (
        "procedure",
        "sistem mekanisme prosedur tata cara alur langkah tahap tahapan proses sop permohonan pengajuan pendaftaran \
         system mechanism mechanisms procedure procedures step steps process flow how apply",
    ),
    (
        "time",
        "jangka waktu lama durasi proses pengerjaan time times duration period length processing",
    ),
    (
        "cost",
        "biaya tarif retribusi ongkos harga cost costs fee fees tariff tariffs charge charges price prices",
    ),
    (
        "products",
        "produk hasil keluaran luaran output outputs product products result results",
    ),
    (
        "facilities",
        "sarana prasarana fasilitas peralatan facilities facility infrastructure equipment",
    ),
    (
        "complaints",
        "penanganan pengaduan pengelolaan saran sarana masukan keluhan aspirasi complaint complaints handling \
         suggestion suggestions feedback input",
    ),
    (
        "legal_basis",
        "dasar landasan hukum peraturan perundang undangan regulasi legal basis law laws regulation regulations",
    ),
    (
        "staff_competence",
        "kompetensi kualifikasi competence competency competencies qualification qualifications",
    ),
    (
        "internal_supervision",
        "pengawasan internal supervision oversight control",
    ),
    ("staff_count", "jumlah personel personil sdm number count"),
    (
        "service_guarantee",
        "jaminan kepastian garansi guarantee guarantees assurance",
    ),
    (
        "safety_guarantee",
        "jaminan keamanan keselamatan kenyamanan guarantee assurance safety security",
    ),
    (
        "performance_evaluation",
        "evaluasi kinerja penilaian evaluation performance assessment",
    ),
    ("title", "nama jenis judul name title type kind"),
];

/// Words of headings that say nothing of their own.
const SILENT: &str = "pelayanan layanan penyelesaian pelaksana pelaksanaan petugas pegawai staf yang dihasilkan dan atau \
    untuk dari di standar komponen service services staff public the of and or for a an to";

/// Words for a decree and its number and date.
const DECREE: &str = "sk surat keputusan decree";
const NUMBER: &str = "no nomor number";
const DATE: &str = "tgl tanggal date";

/// Words that are too common to stand for a key all alone.
const COMMON: &[&str] = &[
    "jumlah", "number", "count", "nama", "jenis", "type", "kind", "how", "input", "length",
];

/// What a heading stands for, whatever its capitals and signs: `Sistem, Mekanisme dan Prosedur`, `A. Persyaratan`,
/// `nomor_sk`. `None` when it is no such heading.
pub(super) fn meant(written: &str) -> Option<Heading> {
    let lower = written.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric());
    let mut words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    if words.len() > 1 && is_mark(words[0]) {
        words.remove(0);
    }
    let is_one_of = |list: &str, word: &str| list.split_whitespace().any(|known| known == word);
    let telling: Vec<&str> = words
        .iter()
        .copied()
        .filter(|word| !is_one_of(SILENT, word))
        .collect();
    if telling.is_empty() || words.len() == 1 && COMMON.contains(&words[0]) {
        return None;
    }
    let of_decree = telling.iter().any(|word| is_one_of(DECREE, word));
    for (list, key) in [(NUMBER, "number"), (DATE, "date")] {
        let about = telling.iter().any(|word| is_one_of(list, word));
        let all = telling
            .iter()
            .all(|word| is_one_of(list, word) || is_one_of(DECREE, word));
        if of_decree && about && all {
            return Some(Heading::Below("decree", key));
        }
    }
    let made_of = |list: &str| telling.iter().all(|word| is_one_of(list, word));
    let found = KEYS.iter().find(|(_, list)| made_of(list));
    found.map(|(key, _)| Heading::Key(key))
}

/// A number or letter before a heading: `1`, `A`, `IV`, `SD1`.
fn is_mark(word: &str) -> bool {
    let digits = word.chars().all(|c| c.is_ascii_digit());
    let roman = word.len() <= 4 && word.chars().all(|c| matches!(c, 'i' | 'v' | 'x'));
    let code = word
        .strip_prefix("sd")
        .or_else(|| word.strip_prefix('m'))
        .is_some_and(|rest| !rest.is_empty() && rest.chars().all(|c| c.is_ascii_digit()));
    digits || roman || code || word.chars().count() == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The components of a standard as laws, decrees and posters head them.
    const HEADINGS: &[(&str, &[&str])] = &[
        (
            "requirements",
            &[
                "Persyaratan",
                "Persyaratan Pelayanan",
                "SYARAT",
                "Syarat-syarat",
                "A. Persyaratan",
                "Kelengkapan Berkas",
                "Dokumen Persyaratan",
                "Service requirements",
            ],
        ),
        (
            "procedure",
            &[
                "Sistem, Mekanisme, dan Prosedur",
                "Sistem, Mekanisme dan Prosedur",
                "Tata Cara",
                "tata_cara",
                "Alur Pelayanan",
                "Mekanisme",
                "SOP",
                "2. Prosedur",
                "System, mechanism and procedure",
                "How to apply",
                "Langkah-langkah",
            ],
        ),
        (
            "time",
            &[
                "Jangka Waktu Penyelesaian",
                "Jangka waktu pelayanan",
                "Waktu Penyelesaian",
                "Lama Proses",
                "Durasi",
                "Service time",
                "Processing time",
            ],
        ),
        (
            "cost",
            &[
                "Biaya/Tarif",
                "Biaya / Tarif",
                "BIAYA",
                "Tarif Retribusi",
                "Fees",
                "Cost/tariff",
                "biaya_pelayanan",
            ],
        ),
        (
            "products",
            &[
                "Produk Pelayanan",
                "hasil",
                "keluaran",
                "Hasil Layanan",
                "output",
                "Service products",
            ],
        ),
        (
            "complaints",
            &[
                "Penanganan Pengaduan, Saran, dan Masukan",
                "Pengelolaan Pengaduan",
                "Sarana Pengaduan",
                "Saran dan Masukan",
                "Complaint handling",
                "Pengaduan Pelayanan",
            ],
        ),
        (
            "legal_basis",
            &[
                "Dasar Hukum",
                "DASAR HUKUM",
                "Landasan Hukum",
                "Peraturan perundang-undangan",
                "Legal basis",
            ],
        ),
        (
            "facilities",
            &[
                "Sarana, Prasarana, dan/atau Fasilitas",
                "Sarana dan Prasarana",
                "Fasilitas",
                "Facilities",
            ],
        ),
        (
            "staff_competence",
            &[
                "Kompetensi Pelaksana",
                "Kompetensi",
                "Competence of the staff",
            ],
        ),
        (
            "internal_supervision",
            &["Pengawasan Internal", "Internal supervision"],
        ),
        (
            "staff_count",
            &["Jumlah Pelaksana", "Jumlah Petugas", "Number of staff"],
        ),
        (
            "service_guarantee",
            &["Jaminan Pelayanan", "Service guarantee"],
        ),
        (
            "safety_guarantee",
            &[
                "Jaminan Keamanan dan Keselamatan Pelayanan",
                "Jaminan Keamanan",
                "Safety guarantee",
                "Security and safety",
            ],
        ),
        (
            "performance_evaluation",
            &[
                "Evaluasi Kinerja Pelaksana",
                "Evaluasi Kinerja",
                "Performance evaluation",
            ],
        ),
        (
            "title",
            &["Nama Pelayanan", "Jenis Layanan", "Name of the service"],
        ),
    ];

    #[test]
    fn a_heading_of_a_component_stands_for_its_key() {
        for (key, headings) in HEADINGS {
            for heading in *headings {
                for written in [
                    (*heading).to_owned(),
                    heading.to_uppercase(),
                    heading.to_lowercase(),
                ] {
                    assert_eq!(meant(&written), Some(Heading::Key(key)), "{written}");
                }
            }
        }
        for heading in [
            "nomor_sk",
            "No. SK",
            "Nomor Surat Keputusan",
            "decree number",
        ] {
            assert_eq!(
                meant(heading),
                Some(Heading::Below("decree", "number")),
                "{heading}"
            );
        }
        assert_eq!(meant("Tanggal SK"), Some(Heading::Below("decree", "date")));
    }

    #[test]
    fn a_sentence_is_no_heading() {
        for sentence in [
            "Pas foto terbaru",
            "Catatan",
            "Untuk WNA",
            "pelayanan",
            "jumlah",
            "Waktu kedatangan pemohon",
            "a",
            "",
        ] {
            assert_eq!(meant(sentence), None, "{sentence}");
        }
    }
}
