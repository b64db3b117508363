//! Mistakes in rules that mean something, and the answers that show them: the seed's service as design.md writes it,
//! changed in one place.

use std::collections::BTreeSet;

use maklumat::diagnostic::{Code, Lang};

use crate::site::{SERVICE, Site};

const QUESTIONS: &str = "judul: Penerbitan KTP Elektronik
pertanyaan:
  - id: usia
    tanya: Berapa usia Anda?
    angka:
      min: 0
      maks: 120
      satuan: tahun
  - id: kawin
    tanya: Apakah Anda sudah menikah?
    ya_tidak: ya
  - id: ktp_lama
    tanya: Bagaimana keadaan KTP lama Anda?
    pilihan:
      belum_punya: Belum pernah punya
      baik: Masih ada, tidak rusak
      rusak: Masih ada, tetapi rusak
      hilang: Hilang
  - id: data_berubah
    tanya: Apakah data Anda berubah?
    ya_tidak: ya
  - id: perekaman
    tanya: Apakah Anda sudah merekam data?
    ya_tidak: ya
";

const REQUIREMENTS: &str = "persyaratan:
  - bunyi: Telah berusia 17 tahun atau telah menikah
    harus: usia >= 17 or kawin
  - bunyi: Telah merekam data
    harus: perekaman
    jika_tidak:
      jenis: lakukan_dulu
      pesan: Rekam dahulu.
  - bunyi: KTP asli apabila KTP lama rusak atau terjadi perubahan data
    jika: ktp_lama = rusak or (data_berubah and ktp_lama = baik)
    tidak_mungkin_ada_jika: ktp_lama in [belum_punya, hilang]
  - bunyi: Surat kehilangan apabila KTP lama hilang
    jika: ktp_lama = hilang
syarat_tersirat:
  - harus: ktp_lama != baik or data_berubah
    jika_tidak:
      jenis: tidak_perlu
      pesan: KTP Anda masih baik.
    penafsiran: Disimpulkan dari syarat 3 dan 4.
    dikonfirmasi:
      oleh: Kepala Bidang Contoh
      tanggal: 2025-02-01
";

const UNSETTLED: &str = "belum_diatur:
  - jika: ktp_lama = hilang and data_berubah
    pesan: Belum diatur.
";

/// The condition of the old card.
const CARD: &str = "ktp_lama = rusak or (data_berubah and ktp_lama = baik)";

/// What analysis finds in a service, with the answers that it shows and what is to be typed.
fn found(text: &str) -> Vec<(Code, String)> {
    let (report, _) = Site::new().with(SERVICE, text).check();
    let findings = report.findings.into_iter();
    let findings = findings.filter(|found| (Code::K0321..=Code::K0337).contains(&found.code));
    findings
        .filter(|found| !matches!(found.code, Code::K0331 | Code::K0332))
        .map(|found| {
            let parts = [Some(found.message), found.label, found.help];
            let parts = parts.iter().flatten().map(|part| part.get(Lang::Id));
            (found.code, parts.collect::<Vec<_>>().join(" | "))
        })
        .collect()
}

fn codes(text: &str) -> Vec<Code> {
    found(text).into_iter().map(|(code, _)| code).collect()
}

fn seed() -> String {
    [QUESTIONS, REQUIREMENTS, UNSETTLED].concat()
}

/// The seed with one paper more.
fn with_paper(when: &str) -> String {
    let paper = format!("persyaratan:\n  - bunyi: Surat lain\n    jika: {when}\n");
    seed().replace("persyaratan:\n", &paper)
}

#[test]
fn the_seed_is_in_order() {
    assert_eq!(found(&seed()), []);
}

/// Requirement 6 read literally: a card is demanded of people who never had one, or lost it.
#[test]
fn the_literal_reading_of_requirement_6() {
    let literal = "ktp_lama = rusak or data_berubah";
    let findings = found(&seed().replace(CARD, literal));
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert_eq!(
        findings[0],
        (
            Code::K0323,
            "`KTP asli apabila KTP lama rusak atau terjadi perubahan data` diminta dari orang yang tidak mungkin \
             memilikinya | misalnya: “Berapa usia Anda?” dijawab 17 tahun atau lebih; “Bagaimana keadaan KTP lama \
             Anda?” dijawab “Belum pernah punya” atau “Hilang”; “Apakah data Anda berubah?” dijawab ya | persempit \
             syaratnya, ketik: jika: (ktp_lama = rusak atau data_berubah) dan ktp_lama salah satu dari [baik, rusak]"
                .to_owned()
        )
    );
}

#[test]
fn conditions_that_never_or_always_hold() {
    let never = with_paper("ktp_lama = hilang and not ktp_lama in [hilang, rusak]");
    assert_eq!(codes(&never), [Code::K0326]);
    assert_eq!(codes(&with_paper("usia >= 17 or usia < 60")), [Code::K0327]);
    let criterion = seed().replace("harus: perekaman", "harus: perekaman or not perekaman");
    assert_eq!(codes(&criterion), [Code::K0327]);
    let nobody = seed().replace("harus: perekaman", "harus: perekaman and not perekaman");
    assert!(codes(&nobody).contains(&Code::K0326));
}

#[test]
fn a_part_that_changes_nothing() {
    let findings = found(&with_paper("perekaman or (not perekaman and kawin)"));
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert_eq!(findings[0].0, Code::K0328);
    assert!(findings[0].1.contains("`tidak perekaman`"), "{findings:?}");
    assert!(
        findings[0].1.contains("ketik: perekaman atau kawin"),
        "{findings:?}"
    );
    assert_eq!(
        codes(&with_paper("usia >= 17 and usia >= 20")),
        [Code::K0328]
    );
}

#[test]
fn questions_and_options_without_effect() {
    let paper =
        "persyaratan:\n  - bunyi: Surat\n    jika: ktp_lama = hilang and kawin and usia < 17\n";
    let findings = found(&[QUESTIONS, paper].concat());
    let codes: BTreeSet<Code> = findings.iter().map(|(code, _)| *code).collect();
    assert_eq!(findings.len(), 3, "{findings:?}");
    assert_eq!(codes, BTreeSet::from([Code::K0321, Code::K0322]));
    let options = "pilihan `belum_punya`, `baik`, `rusak` dari `ktp_lama`";
    assert!(
        findings.iter().any(|(_, said)| said.starts_with(options)),
        "{findings:?}"
    );
}

#[test]
fn rows_at_once_and_no_row() {
    let table = |rows: &[&str], rest: &str| {
        let row = |when: &&str| format!("  - rupiah: 5000\n    jika: {when}\n");
        let rows: String = rows.iter().map(row).collect();
        found(&format!("{}biaya:\n{rows}{rest}", seed()))
    };
    assert_eq!(table(&["kawin", "not kawin"], ""), []);
    // Those under 17 and unmarried are turned away, so no row need hold for them.
    assert_eq!(table(&["usia >= 17", "usia < 17 and kawin"], ""), []);
    let both = table(&["usia >= 17", "kawin"], "");
    assert_eq!(both.len(), 1, "{both:?}");
    assert_eq!(both[0].0, Code::K0337);
    assert!(both[0].1.contains("17 tahun atau lebih"), "{both:?}");
    assert_eq!(table(&["ktp_lama = hilang"], "")[0].0, Code::K0325);
    assert_eq!(table(&["ktp_lama = hilang"], "  - rupiah: 1000\n"), []);
    let time = |whole: &str| {
        let case =
            "  kasus:\n    - paling_lambat: 2\n      satuan: hari\n      jika: ktp_lama = hilang\n";
        codes(&format!("{}waktu:\n{whole}{case}", seed()))
    };
    assert_eq!(time(""), [Code::K0325]);
    assert_eq!(time("  paling_lambat: 1\n  satuan: hari\n"), []);
    let two = |other: &str| {
        let case = |when: &str| format!("    - bunyi: 2 hari\n      jika: {when}\n");
        let cases = [case("kawin"), case("not kawin"), case(other)].concat();
        codes(&format!("{}waktu:\n  kasus:\n{cases}", seed()))
    };
    assert_eq!(two("ktp_lama = hilang"), [Code::K0324, Code::K0324]);
}

/// The seed's own silence: a lost card and changed data.
#[test]
fn a_silence_that_the_rules_decide() {
    let silent = [QUESTIONS, REQUIREMENTS].concat();
    let findings = found(&silent);
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert_eq!(findings[0].0, Code::K0335);
    let typed = "- jika: ktp_lama = hilang dan data_berubah; lalu";
    assert!(findings[0].1.contains(typed), "{findings:?}");
    // Its author explains it, or another paper speaks of both.
    let card = format!("    jika: {CARD}\n");
    let explained = format!("{card}    penafsiran: Yang hilang tidak diminta.\n");
    assert_eq!(found(&silent.replace(&card, &explained)), []);
    let both =
        "persyaratan:\n  - bunyi: Surat lain\n    jika: ktp_lama = hilang and data_berubah\n";
    assert_eq!(found(&silent.replace("persyaratan:\n", both)), []);
}

/// No reason besides the card itself: a lost card is simply another case.
#[test]
fn cases_that_exclude_each_other_are_no_silence() {
    let silent = [QUESTIONS, REQUIREMENTS].concat();
    for when in ["ktp_lama = rusak", "ktp_lama = rusak and kawin"] {
        let codes = codes(&silent.replace(CARD, when));
        assert!(!codes.contains(&Code::K0335), "{when}: {codes:?}");
    }
    // One reason beside the card, and the sentence names it; else it does not.
    let one = silent.replace(CARD, "data_berubah and ktp_lama in [baik, rusak]");
    let one = one.replace(
        " KTP lama rusak atau terjadi perubahan",
        " terjadi perubahan",
    );
    assert!(codes(&one).contains(&Code::K0335), "{:?}", found(&one));
    let plain = one.replace(" apabila terjadi perubahan data", "");
    assert!(!codes(&plain).contains(&Code::K0335), "{:?}", found(&plain));
}

#[test]
fn an_inference_that_turns_people_away() {
    let text = seed();
    let confirmed = text.find("    dikonfirmasi:").expect("a confirmation");
    let open = format!("{}{UNSETTLED}", &text[..confirmed]);
    let findings = found(&open);
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert_eq!(findings[0].0, Code::K0334);
    assert!(
        findings[0].1.contains("“Masih ada, tidak rusak”"),
        "{findings:?}"
    );
    assert_eq!(found(&open.replace("tidak_perlu", "lakukan_dulu")), []);
}

/// What a part of a group repeats of the group is told at the part.
#[test]
fn what_the_group_says_already() {
    let told = |own: &str| {
        let group = format!(
            "persyaratan:\n  - bunyi: Bagi yang kawin\n    jika: kawin\n    rincian:\n      - bunyi: Surat\n        jika: {own}\n"
        );
        found(&seed().replace("persyaratan:\n", &group))
    };
    let repeated = told("kawin and perekaman");
    assert_eq!(repeated.len(), 1, "{repeated:?}");
    assert!(
        repeated[0].1.ends_with("hapus, ketik: perekaman"),
        "{repeated:?}"
    );
    let idle = told("kawin or perekaman");
    assert_eq!(idle.len(), 1, "{idle:?}");
    assert!(idle[0].1.ends_with("hapus `jika` di butir ini"), "{idle:?}");
    assert_eq!(told("perekaman"), []);
}

/// The only requirement, and whether it says that there are none.
#[test]
fn a_requirement_is_no_sentence_that_there_are_none() {
    for (only, nothing) in [
        ("Tidak ada", true),
        ("Nihil.", true),
        ("Tidak ada persyaratan khusus apa pun", true),
        ("Tidak ada dokumen yang perlu dibawa", true),
        ("Tanpa syarat", true),
        ("No requirements", true),
        ("Tidak ada tunggakan PBB", false),
        ("Tidak ada sengketa", false),
        ("Tidak ada dokumen palsu", false),
        ("Tidak diperlukan surat pengantar RT", false),
        ("None of the parents is abroad", false),
        ("{bunyi: Tidak ada, harus: kawin}", false),
        ("{bunyi: Tidak ada, jenis: tindakan_awal}", false),
    ] {
        let text = format!("{QUESTIONS}persyaratan:\n  - {only}\n");
        let (report, _) = Site::new().with(SERVICE, text).check();
        let found = report
            .findings
            .iter()
            .any(|found| found.code == Code::K0209);
        assert_eq!(found, nothing, "{only}");
    }
}
