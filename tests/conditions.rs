//! Conditions as people write them: each is answered with the line to type, and that line is understood.

use maklumat::diagnostic::Severity;

use crate::site::{SERVICE, Site};

/// Conditions as people write them, and the line that each is answered with.
const SAID_OTHERWISE: [(&str, &str); 11] = [
    ("usia lebih dari 17", "usia di atas 17"),
    ("usia kurang dari 17", "usia di bawah 17"),
    ("usia sampai dengan 17", "usia <= 17"),
    ("usia s/d 17", "usia <= 17"),
    ("usia tidak lebih dari 17", "usia paling banyak 17"),
    (
        "usia lebih dari 17 dan/atau menikah",
        "usia di atas 17 atau menikah",
    ),
    (
        "status = cerai, mati",
        "status salah satu dari [cerai, mati]",
    ),
    (
        "status adalah cerai / mati",
        "status salah satu dari [cerai, mati]",
    ),
    (
        "status adalah Cerai hidup/Cerai mati",
        "status salah satu dari [cerai, mati]",
    ),
    (
        "status bukan cerai, mati",
        "status bukan salah satu dari [cerai, mati]",
    ),
    (
        "menikah && usia kurang dari 17",
        "menikah dan usia di bawah 17",
    ),
];

/// What is wrong with a service whose paper has this condition, beside a key that is none: its helps.
fn answered(condition: &str) -> Vec<String> {
    let text = format!(
        "judul: Layanan Contoh\npertanyaan:\n  - id: usia\n    tanya: Berapa usia Anda?\n    angka:\n      min: 0\n      maks: 120\n  - id: menikah\n    tanya: Apakah Anda sudah menikah?\n    ya_tidak: ya\n  - id: status\n    tanya: Apa status Anda?\n    pilihan:\n      lajang: Belum kawin\n      cerai: Cerai hidup\n      mati: Cerai mati\npersyaratan:\n  - bunyi: Surat\n    jika: {condition}\nramalan: cerah\n"
    );
    let (report, _) = Site::new().with(SERVICE, text).check();
    let findings = report.findings.into_iter();
    let of_rules = findings.filter(|finding| finding.severity == Severity::Error);
    let helps = of_rules.filter_map(|finding| Some(finding.help?.id));
    helps.collect()
}

/// All mistakes of a file at once: the unknown key is told beside the condition.
#[test]
fn what_is_said_otherwise_is_answered_with_the_whole_line() {
    for (condition, line) in SAID_OTHERWISE {
        let helps = answered(condition);
        assert!(helps.len() >= 2, "{condition}: {helps:?}");
        let advice = format!("ketik: {line}");
        assert!(
            helps.iter().any(|help| help.contains(&advice)),
            "{condition}: {helps:?}"
        );
        assert_eq!(answered(line).len(), 1, "{line} is no better");
    }
}

/// The codes and messages of a service with this question and paper.
fn found(question: &str, condition: &str) -> Vec<String> {
    let text = format!(
        "judul: Layanan Contoh\npertanyaan:\n  - id: ukuran\n    tanya: Berapa ukurannya?\n{question}persyaratan:\n  - bunyi: Surat\n    jika:\n      ukuran: {condition}\n"
    );
    let (report, _) = Site::new().with(SERVICE, text).check();
    let findings = report.findings.into_iter();
    let errors = findings.filter(|finding| finding.severity == Severity::Error);
    errors
        .map(|finding| format!("{:?} {}", finding.code, finding.message.id))
        .collect()
}

/// An item of a list in the file is one answer, whatever stands in it.
#[test]
fn a_comma_in_an_answer_of_its_own_parts_nothing() {
    let choices = "    pilihan:\n      kecil: 1,5\n      besar: 2,5\n      besok: 1,5 atau lebih\n";
    let number = "    angka:\n      min: 0\n      maks: 9\n      desimal: 1\n";
    for (question, condition) in [
        (choices, "[\"1,5\"]"),
        (choices, "[\"1,5\", besar]"),
        (choices, "[\"1,5\", \"2,5\"]"),
        (number, "[\"1,5\"]"),
        (number, "[\"1,5\", 2]"),
        (number, "[1.5, \"2,5\"]"),
    ] {
        assert_eq!(found(question, condition), [""; 0], "{condition}");
    }
    // What fits nothing is called as it was written.
    for (question, condition) in [(choices, "[\"3,5\"]"), (number, "[\"1,75\"]")] {
        let messages = found(question, condition);
        let written = condition.trim_matches(['[', ']', '"']);
        assert_eq!(messages.len(), 1, "{messages:?}");
        assert!(
            messages[0].contains(&format!("`{written}`")),
            "{messages:?}"
        );
    }
}
