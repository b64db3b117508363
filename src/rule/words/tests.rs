//! How conditions read aloud.

use super::*;
use crate::rule::example::{rule, seed};

#[track_caller]
fn reads(text: &str, indonesian: &str, english: &str) {
    let questions = seed(&[
        ("dewasa", None, "usia >= 17 or kawin"),
        (
            "punya",
            Some("Anda pernah punya KTP"),
            "ktp_lama != belum_punya",
        ),
    ]);
    let rule = rule(text, &questions);
    assert_eq!(words(&rule, &questions, Lang::Id), indonesian, "{text}");
    assert_eq!(words(&rule, &questions, Lang::En), english, "{text}");
}

#[test]
fn one_question() {
    reads(
        "ktp_lama = hilang",
        "“Bagaimana keadaan KTP lama Anda?” dijawab “Hilang”",
        "“Bagaimana keadaan KTP lama Anda?” is answered “Hilang”",
    );
    reads(
        "ktp_lama != hilang",
        "“Bagaimana keadaan KTP lama Anda?” dijawab selain “Hilang”",
        "“Bagaimana keadaan KTP lama Anda?” is answered anything but “Hilang”",
    );
    reads(
        "not kawin",
        "“Apakah Anda sudah menikah?” dijawab tidak",
        "“Apakah Anda sudah menikah?” is answered no",
    );
    reads(
        "not usia < 17",
        "“Berapa usia Anda?” dijawab 17 tahun atau lebih",
        "“Berapa usia Anda?” is answered 17 tahun or more",
    );
    reads(
        "ktp_lama = rusak or ktp_lama = hilang",
        "“Bagaimana keadaan KTP lama Anda?” dijawab “Masih ada, tetapi rusak” atau “Hilang”",
        "“Bagaimana keadaan KTP lama Anda?” is answered “Masih ada, tetapi rusak” or “Hilang”",
    );
    reads("kawin or not kawin", "selalu", "always");
}

#[test]
fn groups_cannot_be_read_in_two_ways() {
    reads(
        "dewasa",
        "“Berapa usia Anda?” dijawab 17 tahun atau lebih, atau “Apakah Anda sudah menikah?” dijawab ya",
        "“Berapa usia Anda?” is answered 17 tahun or more, or “Apakah Anda sudah menikah?” is answered yes",
    );
    reads(
        "ktp_lama = rusak or (data_berubah and ktp_lama = baik)",
        "salah satu dari ini: (a) “Bagaimana keadaan KTP lama Anda?” dijawab “Masih ada, tetapi rusak”; \
         (b) semua ini: (1) “Apakah data Anda berubah?” dijawab ya; \
         (2) “Bagaimana keadaan KTP lama Anda?” dijawab “Masih ada, tidak rusak”",
        "one of these: (a) “Bagaimana keadaan KTP lama Anda?” is answered “Masih ada, tetapi rusak”; \
         (b) all of these: (1) “Apakah data Anda berubah?” is answered yes; \
         (2) “Bagaimana keadaan KTP lama Anda?” is answered “Masih ada, tidak rusak”",
    );
    reads(
        "not (kawin and not data_berubah)",
        "“Apakah Anda sudah menikah?” dijawab tidak, atau “Apakah data Anda berubah?” dijawab ya",
        "“Apakah Anda sudah menikah?” is answered no, or “Apakah data Anda berubah?” is answered yes",
    );
}

#[test]
fn a_fact_with_a_label_is_called_by_it() {
    reads("punya", "Anda pernah punya KTP", "Anda pernah punya KTP");
    reads(
        "not punya and kawin",
        "tidak benar bahwa Anda pernah punya KTP, dan “Apakah Anda sudah menikah?” dijawab ya",
        "it is not the case that Anda pernah punya KTP, and “Apakah Anda sudah menikah?” is answered yes",
    );
}

#[test]
fn bands_are_labels() {
    let questions = seed(&[]);
    let usia = &questions.list[0];
    assert_eq!(band(usia, (0, 16), Lang::Id), "di bawah 17 tahun");
    assert_eq!(band(usia, (17, 59), Lang::Id), "17 sampai 59 tahun");
    assert_eq!(band(usia, (60, 120), Lang::En), "60 tahun or more");
    let domain = crate::rule::domain::Domain::Bands(vec![(0, 16), (17, 59), (60, 120)]);
    assert_eq!(
        answers(usia, &domain, 0b110, Lang::Id),
        "“Berapa usia Anda?” dijawab 17 tahun atau lebih"
    );
    let outer = "“Berapa usia Anda?” dijawab di bawah 17 tahun, atau 60 tahun atau lebih";
    assert_eq!(answers(usia, &domain, 0b101, Lang::Id), outer);
}
