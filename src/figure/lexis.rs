//! The words of figures.

/// Which side of a figure is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// "paling lama 3 hari"
    Most,
    /// "minimal 3 hari"
    Least,
    /// Nothing says which.
    Plain,
}

/// From when a time is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Since {
    /// From the application.
    Submission,
    /// From complete papers.
    Complete,
    /// From the payment.
    Payment,
}

/// Numbers below twelve, from one on.
pub(super) const ONES: [&str; 11] = [
    "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh",
    "sebelas",
];

/// Words that multiply the number before them, and by how much.
pub(super) const SCALES: [(&str, i64); 11] = [
    ("ribu", 1_000),
    ("rb", 1_000),
    ("juta", 1_000_000),
    ("jt", 1_000_000),
    ("miliar", 1_000_000_000),
    ("milyar", 1_000_000_000),
    ("milliar", 1_000_000_000),
    ("miliard", 1_000_000_000),
    ("triliun", 1_000_000_000_000),
    ("trilyun", 1_000_000_000_000),
    ("trilliun", 1_000_000_000_000),
];

/// Words and signs before an amount in rupiah.
pub(super) const RUPIAH: [&str; 2] = ["rp", "idr"];

/// Words and signs before or after a number that make it nothing a standard's field holds.
pub(super) const FOREIGN: [&str; 16] = [
    "usd", "us", "sgd", "myr", "rm", "eur", "euro", "dollar", "dolar", "persen", "percent",
    "permil", "%", "$", "€", "‰",
];

/// Joins of the two ends of a range.
pub(super) const TO: [&[&str]; 10] = [
    &["sampai", "dengan"],
    &["sampai"],
    &["hingga"],
    &["s", ".", "d", "."],
    &["s", ".", "d"],
    &["s", "/", "d"],
    &["sd"],
    &["-"],
    &["–"],
    &["—"],
];

/// Words before a number that is a name: of a law, an article, a form, a counter.
pub(super) const NAMES: [&str; 37] = [
    "no",
    "nomor",
    "nomer",
    "pasal",
    "ayat",
    "huruf",
    "angka",
    "butir",
    "poin",
    "lampiran",
    "tipe",
    "uu",
    "pp",
    "perpres",
    "permen",
    "permendagri",
    "perda",
    "perwali",
    "perbup",
    "pergub",
    "bab",
    "formulir",
    "form",
    "blangko",
    "rt",
    "rw",
    "lajur",
    "loket",
    "lantai",
    "ruang",
    "meja",
    "model",
    "salah",
    "kelas",
    "langkah",
    "syarat",
    "tahap",
];

/// The months: a number before one is a day, one after it a year.
pub(super) const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maret",
    "april",
    "mei",
    "juni",
    "juli",
    "agustus",
    "september",
    "oktober",
    "november",
    "desember",
];

/// Words before a figure that say which side of it is meant.
pub(super) const BOUNDS: [(&[&str], Bound); 26] = [
    (&["paling", "lama"], Bound::Most),
    (&["paling", "lambat"], Bound::Most),
    (&["paling", "banyak"], Bound::Most),
    (&["paling", "tinggi"], Bound::Most),
    (&["selambat", "-", "lambatnya"], Bound::Most),
    (&["selama", "-", "lamanya"], Bound::Most),
    (&["setinggi", "-", "tingginya"], Bound::Most),
    (&["sebanyak", "-", "banyaknya"], Bound::Most),
    (&["maksimal"], Bound::Most),
    (&["maksimum"], Bound::Most),
    (&["max"], Bound::Most),
    (&["maks"], Bound::Most),
    (&["tidak", "lebih", "dari"], Bound::Most),
    (&["at", "most"], Bound::Most),
    (&["up", "to"], Bound::Most),
    (&["dalam", "waktu"], Bound::Most),
    (&["sampai", "dengan"], Bound::Most),
    (&["paling", "cepat"], Bound::Least),
    (&["paling", "sedikit"], Bound::Least),
    (&["paling", "rendah"], Bound::Least),
    (&["sekurang", "-", "kurangnya"], Bound::Least),
    (&["minimal"], Bound::Least),
    (&["minimum"], Bound::Least),
    (&["at", "least"], Bound::Least),
    (&["selama"], Bound::Plain),
    (&["waktu"], Bound::Plain),
];

/// Signs and words before a length of time that say the same, where a sentence goes on.
pub(super) const LIMITS: [(&[&str], Bound); 19] = [
    (&["maks", "."], Bound::Most),
    (&["max", "."], Bound::Most),
    (&["min", "."], Bound::Least),
    (&["<"], Bound::Most),
    (&["≤"], Bound::Most),
    (&["kurang", "dari"], Bound::Most),
    (&["di", "bawah"], Bound::Most),
    (&["dibawah"], Bound::Most),
    (&["tidak", "melebihi"], Bound::Most),
    (&["selambatnya"], Bound::Most),
    (&[">"], Bound::Least),
    (&["≥"], Bound::Least),
    (&["lebih", "dari"], Bound::Least),
    (&["±"], Bound::Plain),
    (&["~"], Bound::Plain),
    (&["sekitar"], Bound::Plain),
    (&["kurang", "lebih"], Bound::Plain),
    (&["lebih", "kurang"], Bound::Plain),
    (&["kira", "-", "kira"], Bound::Plain),
];

/// Words after a length of time that say from when it is counted.
pub(super) const SINCE: [&str; 4] = ["sejak", "setelah", "sesudah", "terhitung"];

/// What is said after them, without the words that may be left out.
pub(super) const EVENTS: [(&[&str], Since); 14] = [
    (&["berkas", "lengkap"], Since::Complete),
    (&["dokumen", "lengkap"], Since::Complete),
    (&["persyaratan", "lengkap"], Since::Complete),
    (&["berkas", "diterima", "lengkap"], Since::Complete),
    (&["dokumen", "diterima", "lengkap"], Since::Complete),
    (&["berkas", "dinyatakan", "lengkap"], Since::Complete),
    (&["permohonan", "diajukan"], Since::Submission),
    (&["pengajuan"], Since::Submission),
    (&["pengajuan", "permohonan"], Since::Submission),
    (&["permohonan", "diterima"], Since::Submission),
    (&["permohonan", "masuk"], Since::Submission),
    (&["pembayaran"], Since::Payment),
    (&["dibayar"], Since::Payment),
    (&["pembayaran", "diterima"], Since::Payment),
];

/// Words of such a phrase that change nothing.
pub(super) const LEFT_OUT: [&str; 5] = ["sejak", "tanggal", "semua", "seluruh", "secara"];

/// Words after a number that are no thing counted.
pub(super) const NO_UNIT: [&str; 38] = [
    "sesuai",
    "berdasarkan",
    "menurut",
    "bagi",
    "belum",
    "termasuk",
    "dan",
    "atau",
    "sampai",
    "hingga",
    "s",
    "sd",
    "sejak",
    "setelah",
    "sesudah",
    "terhitung",
    "ke",
    "keatas",
    "kebawah",
    "per",
    "untuk",
    "dari",
    "x",
    "dengan",
    "pada",
    "di",
    "yang",
    "bila",
    "jika",
    "apabila",
    "tiap",
    "setiap",
    "and",
    "or",
    "to",
    "from",
    "for",
    "of",
];

/// Words before an amount that make it less or more than the price.
pub(super) const NEAR: [&[&str]; 18] = [
    &["±"],
    &["~"],
    &["mulai"],
    &["mulai", "dari"],
    &["sampai"],
    &["hingga"],
    &["s", ".", "d", "."],
    &["s", "/", "d"],
    &["sd"],
    &["sekitar"],
    &["kurang", "lebih"],
    &["kira", "-", "kira"],
    &["di", "bawah"],
    &["dibawah"],
    &["di", "atas"],
    &["diatas"],
    &["lebih", "dari"],
    &["kurang", "dari"],
];

/// Words that say that nothing is paid.
pub(super) const FREE: [&[&str]; 8] = [
    &["gratis"],
    &["free"],
    &["tidak", "dipungut"],
    &["tidak", "dikenakan"],
    &["tidak", "ada", "biaya"],
    &["tanpa", "biaya"],
    &["cuma", "-", "cuma"],
    &["dibebaskan"],
];

/// Words after an amount by which it is not the price itself.
pub(super) const GOES_ON: [&[&str]; 16] = [
    &["ke", "atas"],
    &["keatas"],
    &["ke", "bawah"],
    &["kebawah"],
    &["atau", "lebih"],
    &["atau", "kurang"],
    &["lebih"],
    &["maksimal"],
    &["maksimum"],
    &["minimal"],
    &["minimum"],
    &["dikali"],
    &["dikalikan"],
    &["kali"],
    &["dibagi"],
    &["dikurangi"],
];

/// Words between what is paid for and the amount.
pub(super) const OF: [&str; 8] = [
    "sebesar",
    "sejumlah",
    "adalah",
    "ialah",
    "yaitu",
    "yakni",
    "senilai",
    "dikenakan",
];
