//! What an advice tells to type is YAML that means the words which it repeats.

use maklumat::diagnostic::{Lang, Sink};
use maklumat::span::FileId;
use maklumat::yaml::read;
use maklumat::yaml::write::quoted;

use crate::oracle::random::Random;
use crate::site::{SERVICE, Site};

/// Pieces of a text that mean something to YAML.
const PIECES: [&str; 12] = [
    "kartu", "\"dua\"", "1/2\"", "a: b", "#1", "it's", "\\", "[x]", "{y}", "-", "%", "KK",
];

fn drawn(random: &mut Random) -> String {
    let count = 1 + random.below(4);
    let pieces: Vec<&str> = (0..count)
        .map(|_| PIECES[random.below(PIECES.len())])
        .collect();
    pieces.join(" ")
}

/// The helps of all findings of a service.
fn helps(text: &str) -> Vec<String> {
    let site = Site::with_service().with(SERVICE, text);
    let (report, _) = site.check();
    let helps = report.findings.iter().filter_map(|one| one.help.as_ref());
    helps.map(|help| help.get(Lang::Id).to_owned()).collect()
}

#[track_caller]
fn means(typed: &str, words: &str) {
    let mut sink = Sink::default();
    let text = format!("x: {typed}\n");
    let tree = read(FileId::default(), 0, &text, &mut sink).expect("a tree");
    let found = tree.node.get("x").and_then(|node| node.as_str());
    assert_eq!(found, Some(words), "{typed}");
}

#[test]
fn labels_and_sentences_are_quoted_as_yaml_needs_it() {
    let mut random = Random(0x6e61_7365_6861_7400);
    for _ in 0..40 {
        let words = drawn(&mut random);
        let label = quoted(&words);
        let service = format!(
            "judul: Contoh\npertanyaan:\n  - id: jenis\n    tanya: Yang mana?\n    pilihan:\n      satu: {label}\n      dua: Dua\npersyaratan:\n  - bunyi: KK\n    jika: jenis = satu\n"
        );
        let helps = helps(&service);
        let typed = helps.iter().find_map(|help| {
            let (_, typed) = help.split_once("label: ")?;
            Some(typed.split_once(", lalu frasa")?.0.to_owned())
        });
        means(&typed.unwrap_or_else(|| panic!("{helps:#?}")), &words);
        let service = format!(
            "judul: Contoh\npertanyaan:\n  - id: usia\n    tanya: Berapa?\n    angka: {{min: 0, max: 9}}\n    frasa: {label}\npersyaratan:\n  - bunyi: KK\n    jika: usia > 3\n"
        );
        let typed = self::helps(&service).into_iter().find_map(|help| {
            let (_, typed) = help.split_once("ketik: frasa: ")?;
            Some(typed.to_owned())
        });
        let typed = typed.expect("an advice");
        means(
            &typed,
            &format!(
                "{} {{}}",
                words.split_whitespace().collect::<Vec<_>>().join(" ")
            ),
        );
    }
}

#[test]
fn a_quote_at_the_end_belongs_to_the_sentence() {
    let helps = helps(
        "judul: Contoh\nbiaya:\n  - label: \"Distribusi 2\", rumah 1/2\"\"\n    rupiah: 1000\n",
    );
    let typed = helps.iter().find_map(|help| {
        let (_, typed) = help.split_once("label: ")?;
        Some(typed.to_owned())
    });
    let typed = typed.unwrap_or_else(|| panic!("{helps:#?}"));
    means(&typed, "Distribusi 2\", rumah 1/2\"");
}

#[test]
fn nothing_stated_and_nothing_needed_are_told_apart() {
    for text in ["persyaratan: -\n", "persyaratan: KTP asli\n"] {
        let helps = helps(&format!("judul: Contoh\n{text}"));
        let told = helps.iter().any(|help| {
            help.contains("jika dinas belum mencantumkannya, ketik: persyaratan: null")
                && help
                    .contains("jika memang tidak ada yang diminta, ketik: persyaratan: tidak ada")
        });
        assert!(told, "{text}: {helps:#?}");
    }
}

#[test]
fn a_dash_without_a_blank_is_told_where_it_stands() {
    for (text, typed) in [
        (
            "persyaratan:\n  -bunyi: KTP\n    catatan: a\n",
            "ketik: - bunyi: KTP",
        ),
        ("persyaratan:\n  -KTP\n  -KK\n", "ketik: - KTP"),
    ] {
        let site = Site::with_service().with(SERVICE, format!("judul: Contoh\n{text}"));
        let (report, _) = site.check();
        let found = report
            .findings
            .iter()
            .find(|one| one.message.get(Lang::Id) == "sesudah `-` harus ada satu spasi");
        let found = found.unwrap_or_else(|| panic!("{:#?}", report.findings));
        assert_eq!(found.place.line, 3, "{text}");
        let help = found.help.as_ref().map(|help| help.get(Lang::Id));
        assert!(help.is_some_and(|help| help.starts_with(typed)), "{help:?}");
    }
}

#[test]
fn prices_of_two_cases_are_not_added_without_a_word() {
    let rows = |one: &str, other: &str, more: &str| {
        format!(
            "judul: Contoh\nbiaya:\n  - label: {one}\n    rupiah: 1500000\n  - label: {other}\n    rupiah: 2000000\n{more}"
        )
    };
    let told = |text: &str| {
        let (report, _) = Site::with_service().with(SERVICE, text).check();
        report
            .findings
            .iter()
            .any(|one| one.code.number() == "K0337")
    };
    for (one, other) in [
        ("Sewa siang", "Sewa malam"),
        ("Kelas I", "Kelas II"),
        ("Dewasa", "Anak"),
    ] {
        assert!(told(&rows(one, other, "")), "{one}, {other}");
        assert!(
            !told(&rows(one, other, "    catatan: Dibayar bersama\n")),
            "{one}, {other}"
        );
    }
    for (one, other) in [
        ("PNBP", "Biaya layanan"),
        ("Retribusi", "Meterai"),
        ("Cetak kartu", "Kirim kartu"),
    ] {
        assert!(!told(&rows(one, other, "")), "{one}, {other}");
    }
}
