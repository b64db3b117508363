//! Sentences as real pages write them: which are suspected, and which are not.

use super::clauses::{choice, condition};
use super::words::words;

/// The word found by `find`, with what follows it.
fn found(find: fn(&[super::words::Word]) -> Option<usize>, sentence: &str) -> Option<String> {
    let words = words(sentence);
    find(&words).map(|at| sentence[words[at].from..].to_owned())
}

#[test]
fn words_keep_their_places_and_codes_stay_whole() {
    let list = words("Formulir F-1.02 (KTP-el), 3×4 dan/atau Ijazah");
    let texts: Vec<&str> = list.iter().map(|word| word.text.as_str()).collect();
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
        ("Gratis, kecuali ketiga kalinya", "kecuali ketiga kalinya"),
        ("KITAP (hanya untuk WNA)", "hanya untuk WNA)"),
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
    ] {
        assert_eq!(found(condition, sentence), None, "{sentence}");
    }
}

#[test]
fn words_that_give_a_choice() {
    for (sentence, rest) in [
        ("Salinan KTP atau KK", "atau KK"),
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
        "Rapor dan/atau ijazah",
    ] {
        assert_eq!(found(choice, sentence), None, "{sentence}");
    }
}
