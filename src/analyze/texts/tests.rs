//! Sentences as real pages write them: which are suspected, and which are not.

use super::clauses::{choice, condition};
use super::lexicon::Bound;
use super::mentions::mentions;
use super::words::words;

/// The word found by `find`, with what follows it.
fn found(find: fn(&[super::words::Word]) -> Option<usize>, sentence: &str) -> Option<String> {
    let words = words(sentence);
    find(&words).map(|at| sentence[words[at].from..].to_owned())
}

#[test]
fn words_keep_their_places_and_codes_stay_whole() {
    let list = words("Formulir F-1.02 (KTP-el), 3×4 dan/atau Ijazah");
    let texts: Vec<&str> = list.iter().map(|word| &*word.text).collect();
    assert_eq!(
        texts,
        ["formulir", "f-1.02", "ktp-el", "3×4", "dan/atau", "ijazah"]
    );
    assert_eq!(list[2].from, 17);
    assert!(list[2].opens_phrase() && !list[1].opens_phrase());
}

#[test]
fn words_that_limit_a_sentence() {
    for (sentence, rest) in [
        ("KTP asli apabila KTP lama rusak", "apabila KTP lama rusak"),
        ("Surat kuasa BILA diwakilkan", "BILA diwakilkan"),
        ("Salinan ijazah atau rapor bila ada", "bila ada"),
        (
            "pernyataan kesediaan istri (khusus poligami)",
            "khusus poligami)",
        ),
        ("Khusus WNA: paspor", "Khusus WNA: paspor"),
        (
            "Buku nikah khusus bagi yang menikah",
            "khusus bagi yang menikah",
        ),
        ("Paspor (untuk WNA)", "untuk WNA)"),
        ("KITAP (bagi pemohon asing)", "bagi pemohon asing)"),
        ("Akta bagi yang sudah menikah", "bagi yang sudah menikah"),
        (
            "Surat kuasa khusus bagi wakil badan usaha",
            "khusus bagi wakil badan usaha",
        ),
        ("Gratis, kecuali ketiga kalinya", "kecuali ketiga kalinya"),
        ("KITAP (hanya untuk WNA)", "hanya untuk WNA)"),
        ("Paspor bagi WNA", "bagi WNA"),
        ("KITAS bagi orang asing", "bagi orang asing"),
        (
            "Izin usaha bagi usaha warung makan",
            "bagi usaha warung makan",
        ),
        ("Akta pendirian bagi badan hukum", "bagi badan hukum"),
        (
            "Surat pengantar untuk pemohon luar daerah",
            "untuk pemohon luar daerah",
        ),
        ("Kartu pelajar untuk siswa", "untuk siswa"),
        (
            "SPTJM untuk keluarga yang tidak punya akta",
            "untuk keluarga yang tidak punya akta",
        ),
        ("KK asli untuk yang hilang", "untuk yang hilang"),
        ("WNA: paspor dan KITAS", "WNA: paspor dan KITAS"),
        (
            "Pemohon luar daerah: surat pindah",
            "Pemohon luar daerah: surat pindah",
        ),
        ("WNA melampirkan paspor", "WNA melampirkan paspor"),
        (
            "Penduduk pendatang wajib melampirkan surat pindah",
            "Penduduk pendatang wajib melampirkan surat pindah",
        ),
        (
            "Akta cerai dalam hal sudah bercerai",
            "dalam hal sudah bercerai",
        ),
    ] {
        assert_eq!(
            found(condition, sentence).as_deref(),
            Some(rest),
            "{sentence}"
        );
    }
    for sentence in [
        "Surat kuasa khusus",
        "Surat kuasa khusus untuk pengambilan sertifikat",
        "Kartu anak berkebutuhan khusus yang terdaftar",
        "Jenis cuti yang diminta",
        "Pembayaran hanya melalui bank",
        "Tidak hanya fotokopi",
        "Hanya 2 lembar",
        "Fotokopi KK dalam map",
        "Surat Bilamana",
        "Fotokopi KTP (untuk arsip)",
        "Pas foto (untuk 2 formulir)",
        "Formulir bagi pemohon",
        "Formulir untuk pemohon di loket 2",
        "Surat pengantar untuk masyarakat umum",
        "Formulir bagi WNI dan WNA",
        "Fotokopi KTP bagi semua anggota keluarga",
        "Surat pernyataan untuk pengurusan akta",
        "Pemohon membawa KTP asli",
        "Pemohon mengambil nomor antrean, lalu menyerahkan berkas",
        "Anak dan dewasa membawa KK",
        "Orang tua membawa KTP",
        "Untuk mengurus sendiri",
        "Kartu Keluarga bagi yang bersangkutan",
    ] {
        assert_eq!(found(condition, sentence), None, "{sentence}");
    }
}

#[test]
fn words_that_give_a_choice() {
    for (sentence, rest) in [
        ("Salinan KTP atau KK", "atau KK"),
        ("Rapor dan/atau ijazah", "dan/atau ijazah"),
        ("KTP atau kartu identitas lain", "atau kartu identitas lain"),
        (
            "Pengantar atau keterangan dari desa/kelurahan",
            "atau keterangan dari desa/kelurahan",
        ),
        (
            "Surat pengantar dari RT atau surat keterangan domisili",
            "atau surat keterangan domisili",
        ),
        ("Salah satu kartu berikut", "Salah satu kartu berikut"),
        (
            "Telah berusia 17 Tahun atau telah menikah",
            "atau telah menikah",
        ),
        (
            "Buku nikah atau kutipan akta perkawinan, salinan satu lembar",
            "atau kutipan akta perkawinan, salinan satu lembar",
        ),
    ] {
        assert_eq!(found(choice, sentence).as_deref(), Some(rest), "{sentence}");
    }
    for sentence in [
        "Surat keterangan hilang/rusak dari sekolah",
        "Usia 17 tahun atau lebih",
        "Usia 60 tahun atau di atasnya",
        "Surat lahir asli dari bidan atau dokter",
        "Surat pengantar diketahui Lurah atau Camat",
        "Surat pengajuan yang ditandatangani pemohon (orang tua, keluarga, pendamping atau pemerintah desa);",
        "Fotokopi KTP salah satu orang tua",
        "Surat keterangan dari RT dan/atau RW",
    ] {
        assert_eq!(found(choice, sentence), None, "{sentence}");
    }
}

/// The numbers of a sentence: value, side and what is counted.
fn numbers(sentence: &str) -> Vec<(i64, Bound, String)> {
    let list = mentions(sentence, 0).into_iter();
    list.map(|mention| (mention.value, mention.bound, mention.unit))
        .collect()
}

#[test]
fn numbers_that_count_something() {
    let one = |sentence: &str, value: i64, bound: Bound, unit: &str| {
        assert_eq!(
            numbers(sentence),
            [(value, bound, unit.to_owned())],
            "{sentence}"
        );
    };
    one(
        "Telah berusia 17 Tahun atau telah menikah",
        17,
        Bound::Least,
        "tahun",
    );
    one("Berusia 17 (tujuh belas) tahun", 17, Bound::Plain, "tahun");
    one("Usia 17 tahun ke atas", 17, Bound::Least, "tahun");
    one("Usia 60 tahun atau lebih", 60, Bound::Least, "tahun");
    one("Usia 5 tahun ke bawah", 5, Bound::Most, "tahun");
    one("Berusia di atas 17 tahun", 17, Bound::Above, "tahun");
    one(
        "Berusia tidak lebih dari 35 tahun",
        35,
        Bound::Most,
        "tahun",
    );
    one("Belum berusia 17 tahun", 17, Bound::Below, "tahun");
    one("Anak < 5 tahun", 5, Bound::Below, "tahun");
    one("Anak usia ≥ 7 thn", 7, Bound::Least, "tahun");
    one(
        "Surat pindah paling lama 100 hari",
        100,
        Bound::Most,
        "hari",
    );
    one("4 Hari kerja", 4, Bound::Plain, "hari kerja");
    one("Berusia tujuh belas tahun", 17, Bound::Plain, "tahun");
    one(
        "Telah berusia dua puluh satu tahun",
        21,
        Bound::Least,
        "tahun",
    );
    one(
        "Paling lambat tiga hari kerja",
        3,
        Bound::Most,
        "hari kerja",
    );
    one("Sebelas bulan", 11, Bound::Plain, "bulan");
    one("Telah 17tahun", 17, Bound::Least, "tahun");
    one(
        "Truk lebih dari 6 ban diuji di lajur 2",
        6,
        Bound::Above,
        "ban",
    );
    one(
        "Penghasilan di bawah Rp2.500.000",
        2_500_000,
        Bound::Below,
        "rupiah",
    );
    one("Berusia 17 ke atas", 17, Bound::Least, "");
    let range = [
        (17, Bound::Least, "tahun".to_owned()),
        (25, Bound::Most, "tahun".to_owned()),
    ];
    assert_eq!(numbers("Usia 17-25 tahun"), range);
    assert_eq!(numbers("Usia 17 - 25 tahun"), range);
    assert_eq!(numbers("Usia 17 s.d. 25 tahun"), range);
    assert_eq!(numbers("Usia 17 sampai dengan 25 tahun"), range);
    assert_eq!(numbers("Usia 17 tahun sampai 25 tahun"), range);
}

#[test]
fn numbers_that_are_names() {
    for sentence in [
        "UU No. 24 Tahun 2013",
        "Salah satu orang tua",
        "Dua orang saksi",
        "Peraturan Daerah Nomor 1 tahun 2020",
        "Formulir F-1.02",
        "1. Fotokopi KK",
        "Pas foto 3×4",
        "Pas foto 3x4",
        "Pasal 21 ayat 2",
        "Sejak 2 Januari 2025",
        "Pemadanan ketunggalan 1:N",
        "Langkah 3 dan syarat 2",
    ] {
        assert_eq!(numbers(sentence), [], "{sentence}");
    }
}
