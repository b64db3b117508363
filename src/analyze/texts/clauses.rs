//! Finds the words that make a sentence hold for some people only, or give a choice.

use super::words::Word;

/// Words after which a circumstance is named.
const WHEN: [&str; 8] = [
    "apabila",
    "jika",
    "jikalau",
    "bila",
    "bilamana",
    "kalau",
    "seandainya",
    "kecuali",
];

/// Words after which "khusus" belongs to the word before: "surat kuasa khusus".
const SPECIAL: [&str; 22] = [
    "kuasa",
    "kebutuhan",
    "berkebutuhan",
    "daerah",
    "pendidikan",
    "sekolah",
    "loket",
    "ruang",
    "formulir",
    "izin",
    "tanda",
    "keahlian",
    "pelatihan",
    "kategori",
    "petugas",
    "secara",
    "dana",
    "ketentuan",
    "layanan",
    "pelayanan",
    "rekomendasi",
    "keterangan",
];

/// Words before which "khusus" names people or cases even in the middle of a phrase.
const FOR: [&str; 16] = [
    "untuk",
    "bagi",
    "yang",
    "pemohon",
    "warga",
    "wni",
    "wna",
    "anak",
    "bayi",
    "perempuan",
    "laki-laki",
    "pria",
    "wanita",
    "penduduk",
    "peserta",
    "pasien",
];

/// Words before which "hanya" says how, how many or where, not for whom.
const HOW: [&str; 22] = [
    "di",
    "ke",
    "melalui",
    "lewat",
    "dengan",
    "secara",
    "satu",
    "sekali",
    "berupa",
    "menerima",
    "sampai",
    "pada",
    "fotokopi",
    "fotocopy",
    "asli",
    "salinan",
    "berlaku",
    "satu-satunya",
    "memakai",
    "menggunakan",
    "dalam",
    "sebagai",
];

/// Words after which comes who made a paper or where: "dari RT atau RW" is one paper all the same.
const ISSUED: [&str; 16] = [
    "dari",
    "oleh",
    "diketahui",
    "ditandatangani",
    "disahkan",
    "dilegalisir",
    "diterbitkan",
    "dikeluarkan",
    "dibuat",
    "kepada",
    "ke",
    "di",
    "pada",
    "melalui",
    "tentang",
    "bermeterai",
];

/// Words that begin a paper of its own.
const PAPERS: [&str; 34] = [
    "surat",
    "kartu",
    "fotokopi",
    "fotocopy",
    "fotocopi",
    "foto",
    "pas",
    "salinan",
    "ktp",
    "ktp-el",
    "e-ktp",
    "kk",
    "akta",
    "akte",
    "buku",
    "paspor",
    "ijazah",
    "formulir",
    "sim",
    "sertifikat",
    "bukti",
    "kutipan",
    "dokumen",
    "keterangan",
    "rekomendasi",
    "izin",
    "rapor",
    "kitas",
    "kitap",
    "pengantar",
    "kia",
    "npwp",
    "stnk",
    "skck",
];

/// People of whom one comes: "salah satu orang tua" chooses no paper.
const PEOPLE: [&str; 12] = [
    "orang", "anggota", "pihak", "saksi", "ahli", "pasangan", "suami", "istri", "keluarga",
    "pengurus", "pemilik", "penduduk",
];

/// How far before "atau" the word stands that says who made the paper.
const NEAR: usize = 6;

/// Words after "(untuk" or "(bagi" that name a purpose or everybody, not some people.
const NOT_SOME: [&str; 18] = [
    "arsip",
    "keperluan",
    "pengambilan",
    "pengurusan",
    "pendaftaran",
    "verifikasi",
    "dilegalisir",
    "diperlihatkan",
    "ditunjukkan",
    "dicocokkan",
    "kelengkapan",
    "semua",
    "seluruh",
    "setiap",
    "tiap",
    "masing-masing",
    "di",
    "per",
];

/// The first word that limits the sentence to some people, by its place among the words.
pub fn condition(words: &[Word]) -> Option<usize> {
    (0..words.len()).find(|at| limits(words, *at))
}

fn limits(words: &[Word], at: usize) -> bool {
    let word = &words[at];
    let before = at.checked_sub(1).and_then(|at| words.get(at));
    let after = words.get(at + 1);
    match word.text.as_str() {
        "untuk" | "bagi" if word.gap.ends_with('(') => {
            let purpose = |after: &Word| {
                after.is(&NOT_SOME) || after.text.starts_with(|c: char| c.is_ascii_digit())
            };
            after.is_some_and(|after| !purpose(after))
        }
        "bagi" => after.is_some_and(|after| after.is(&["yang"])),
        "khusus" => {
            let names = after.is_some_and(|after| after.is(&FOR) && after.gap.trim().is_empty());
            let adjective =
                before.is_some_and(|before| before.is(&SPECIAL)) && !word.opens_phrase();
            let people = after.is_some_and(|after| after.is(&["bagi"]));
            people || (after.is_some() && !adjective && (word.opens_phrase() || names))
        }
        "hanya" => {
            let not = before.is_some_and(|before| before.is(&["tidak", "bukan"]));
            let how = |after: &Word| {
                after.is(&HOW) || after.text.starts_with(|c: char| c.is_ascii_digit())
            };
            !not && after.is_some_and(|after| !how(after))
        }
        "dalam" => after.is_some_and(|after| after.is(&["hal"])),
        _ => word.is(&WHEN) && after.is_some(),
    }
}

/// The first word that gives a choice, by its place among the words.
pub fn choice(words: &[Word]) -> Option<usize> {
    (0..words.len()).find(|at| chooses(words, *at))
}

fn chooses(words: &[Word], at: usize) -> bool {
    let after = words.get(at + 1);
    match words[at].text.as_str() {
        "atau" | "dan/atau" => {
            after.is_some_and(|after| {
                !is_bound(words, at + 1) && !after.is(&["sejenisnya", "sebutan", "yang"])
            }) && !one_paper(words, at)
        }
        "salah" => {
            let one = after.is_some_and(|after| after.is(&["satu"]));
            let person = words.get(at + 2).is_some_and(|third| third.is(&PEOPLE));
            one && !person
        }
        _ => false,
    }
}

/// "17 tahun atau lebih", "atau kurang", "atau di atasnya": a bound, not a choice.
fn is_bound(words: &[Word], at: usize) -> bool {
    let word = &words[at];
    let next = words.get(at + 1);
    word.is(&["lebih", "kurang", "diatasnya", "dibawahnya"])
        || (word.is(&["di", "ke"])
            && next.is_some_and(|next| next.is(&["atas", "bawah", "atasnya", "bawahnya"])))
}

/// Whether the choice is only who made the paper: the word that says so stands before it in the same phrase, and no
/// other paper begins after it.
fn one_paper(words: &[Word], at: usize) -> bool {
    if words.get(at + 1).is_some_and(|after| after.is(&PAPERS)) {
        return false;
    }
    let phrase = words[..at].iter().rev().take(NEAR);
    for word in phrase {
        if word.is(&ISSUED) {
            return true;
        }
        if word.is(&PAPERS) && !word.is(&["keterangan"]) {
            return false;
        }
    }
    false
}
