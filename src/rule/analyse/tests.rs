//! Mistakes in rules that mean something, and the answers that show them.

use super::*;
use crate::rule::compile::random::seed_service;
use crate::rule::example::{place, rule, seed};

fn found(subject: &Subject) -> Vec<(Code, String)> {
    let mut sink = Sink::default();
    analyse(subject, &seed(&[]), &mut sink);
    let said = |finding: Diagnostic| {
        let label = finding
            .label
            .map_or(String::new(), |label| format!(" | {}", label.id));
        let help = finding
            .help
            .map_or(String::new(), |help| format!(" | {}", help.id));
        (finding.code, format!("{}{label}{help}", finding.message.id))
    };
    sink.into_findings().into_iter().map(said).collect()
}

fn subject() -> Subject {
    let questions = seed(&[]);
    let rules = seed_service().rules();
    let paper = Paper {
        name: "KTP asli".into(),
        when: Some(rules.items[0].1.clone()),
        own: Some(rules.items[0].1.clone()),
        cannot_have: rule("ktp_lama in [belum_punya, hilang]", &questions),
    };
    Subject {
        rules,
        papers: vec![paper],
        tables: Vec::new(),
    }
}

/// The seed with one condition more.
fn with_item(text: &str) -> Subject {
    let mut subject = subject();
    subject
        .rules
        .items
        .push(("requirements.8".into(), rule(text, &seed(&[]))));
    subject
}

#[test]
fn the_seed_is_in_order() {
    assert_eq!(found(&subject()), []);
}

/// Requirement 6 read literally: a card is demanded of people who never had one, or lost it.
#[test]
fn the_literal_reading_of_requirement_6() {
    let mut subject = subject();
    let literal = rule("ktp_lama = rusak or data_berubah", &seed(&[]));
    subject.papers[0].when = Some(literal.clone());
    subject.papers[0].own = Some(literal);
    let findings = found(&subject);
    assert_eq!(findings.len(), 1);
    assert_eq!(findings[0].0, Code::K0323);
    assert_eq!(
        findings[0].1,
        "`KTP asli` diminta dari orang yang tidak mungkin memilikinya | misalnya: “Berapa usia Anda?” dijawab 17 tahun \
         atau lebih; “Bagaimana keadaan KTP lama Anda?” dijawab “Belum pernah \
         punya” atau “Hilang”; “Apakah data Anda berubah?” dijawab ya | persempit syaratnya, ketik: jika: (ktp_lama = rusak or \
         data_berubah) dan tidak (ktp_lama in [belum_punya, hilang])"
    );
}

#[test]
fn conditions_that_never_or_always_hold() {
    let never = found(&with_item(
        "ktp_lama = hilang and not ktp_lama in [hilang, rusak]",
    ));
    assert_eq!(never[0].0, Code::K0326, "{never:?}");
    let always = found(&with_item("usia >= 17 or usia < 60"));
    assert_eq!(always[0].0, Code::K0327, "{always:?}");
    let mut criterion = subject();
    criterion.rules.criteria.push((
        "eligibility.2".into(),
        rule("usia >= 0", &seed(&[])),
        Kind::NotEligible,
    ));
    assert_eq!(found(&criterion)[0].0, Code::K0327);
}

#[test]
fn a_part_that_changes_nothing() {
    let findings = found(&with_item("perekaman or (not perekaman and kawin)"));
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert_eq!(findings[0].0, Code::K0328);
    assert!(
        findings[0].1.contains("`not perekaman`")
            && findings[0].1.contains("ketik: perekaman or kawin"),
        "{findings:?}"
    );
    assert_eq!(
        found(&with_item("usia >= 17 and usia >= 20"))[0].0,
        Code::K0328
    );
}

#[test]
fn questions_and_options_without_effect() {
    let mut subject = Subject::default();
    subject.rules.items.push((
        "requirements.1".into(),
        rule("ktp_lama = hilang and kawin and usia < 17", &seed(&[])),
    ));
    let findings = found(&subject);
    let codes: Vec<Code> = findings.iter().map(|(code, _)| *code).collect();
    assert_eq!(
        codes,
        [Code::K0322, Code::K0321, Code::K0321],
        "{findings:?}"
    );
    assert!(
        findings[0]
            .1
            .starts_with("pilihan `belum_punya`, `baik`, `rusak` dari `ktp_lama`")
    );
}

#[test]
fn rows_at_once_and_no_row() {
    let questions = seed(&[]);
    let table = |rows: &[&str], rest: Rest| {
        let rows = rows.iter().map(|row| rule(row, &questions)).collect();
        let mut subject = subject();
        subject.tables.push(Table {
            span: place(0, 0),
            rows,
            rest,
        });
        found(&subject)
    };
    assert_eq!(table(&["kawin", "not kawin"], Rest::Nothing), []);
    // Those under 17 and unmarried are turned away, so no row need hold for them.
    assert_eq!(
        table(&["usia >= 17", "usia < 17 and kawin"], Rest::Nothing),
        []
    );
    let both = table(&["usia >= 17", "kawin"], Rest::Nothing);
    assert_eq!(both.len(), 1);
    assert_eq!(both[0].0, Code::K0324);
    assert!(both[0].1.contains("17 tahun atau lebih"), "{both:?}");
    assert_eq!(
        table(&["ktp_lama = hilang"], Rest::Nothing)[0].0,
        Code::K0325
    );
    assert_eq!(table(&["ktp_lama = hilang"], Rest::Given), []);
}
