//! Mistakes in rules that mean something, and the answers that show them.

use super::*;
use crate::rule::compile::random::seed_service;
use crate::rule::example::{place, rule, seed};

fn found(subject: &Subject) -> Vec<(Code, String)> {
    let mut sink = Sink::default();
    analyze(subject, &seed(&[]), &mut sink);
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
        key: 6,
        other_reason: true,
        explained: false,
        name: "KTP asli".into(),
        when: Some(rules.items[0].1.clone()),
        own: Some(rules.items[0].1.clone()),
        cannot_have: rule("ktp_lama in [belum_punya, hilang]", &questions),
    };
    Subject {
        rules,
        papers: vec![paper],
        demanded: (1..10).collect(),
        ..Subject::default()
    }
}

/// The seed with one condition more.
fn with_item(text: &str) -> Subject {
    let mut subject = subject();
    subject.rules.items.push((8, rule(text, &seed(&[]))));
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
         punya” atau “Hilang”; “Apakah data Anda berubah?” dijawab ya | persempit syaratnya, ketik: jika: (ktp_lama = rusak atau \
         data_berubah) dan ktp_lama salah satu dari [baik, rusak]"
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
    criterion
        .rules
        .criteria
        .push((102, rule("usia >= 0", &seed(&[])), Kind::NotEligible));
    assert_eq!(found(&criterion)[0].0, Code::K0327);
}

#[test]
fn a_part_that_changes_nothing() {
    let findings = found(&with_item("perekaman or (not perekaman and kawin)"));
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert_eq!(findings[0].0, Code::K0328);
    assert!(
        findings[0].1.contains("`tidak perekaman`")
            && findings[0].1.contains("ketik: perekaman atau kawin"),
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
        1,
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

/// The seed's own silence: a lost card and changed data.
#[test]
fn a_silence_that_the_rules_decide() {
    let mut silent = subject();
    silent.rules.unsettled.clear();
    let findings = found(&silent);
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert_eq!(findings[0].0, Code::K0335);
    assert!(
        findings[0]
            .1
            .contains("- jika: ktp_lama = hilang dan data_berubah; lalu"),
        "{findings:?}"
    );
    // Its author explains it, or another paper speaks of both.
    silent.papers[0].explained = true;
    assert_eq!(found(&silent), []);
    silent.papers[0].explained = false;
    let both = rule("ktp_lama = hilang and data_berubah", &seed(&[]));
    silent.rules.items.push((8, both));
    assert_eq!(found(&silent), []);
}

/// No reason besides the card itself: a lost card is simply another case.
#[test]
fn cases_that_exclude_each_other_are_no_silence() {
    let mut subject = subject();
    subject.rules.unsettled.clear();
    for when in ["ktp_lama = rusak", "ktp_lama = rusak and kawin"] {
        let when = rule(when, &seed(&[]));
        subject.papers[0].when = Some(when.clone());
        subject.papers[0].own = Some(when.clone());
        subject.rules.items[0].1 = when;
        let codes: Vec<Code> = found(&subject).iter().map(|(code, _)| *code).collect();
        assert!(!codes.contains(&Code::K0335), "{codes:?}");
    }
    // One reason beside the card, and the sentence names it.
    let when = rule("data_berubah and ktp_lama in [baik, rusak]", &seed(&[]));
    subject.papers[0].when = Some(when.clone());
    subject.papers[0].own = Some(when.clone());
    subject.rules.items[0].1 = when;
    let silent = |subject: &Subject| found(subject).iter().any(|(code, _)| *code == Code::K0335);
    assert!(silent(&subject));
    subject.papers[0].other_reason = false;
    assert!(!silent(&subject));
}

#[test]
fn an_inference_that_turns_people_away() {
    let mut subject = subject();
    let (_, must, kind) = subject.rules.criteria[2].clone();
    assert_eq!(kind, Kind::NotNeeded);
    let inferred = |kind: Kind| Inferred {
        must: must.clone(),
        kind,
        span: place(3, 9),
    };
    subject.inferred = vec![inferred(Kind::NotNeeded)];
    let findings = found(&subject);
    assert_eq!(findings[0].0, Code::K0334, "{findings:?}");
    assert!(
        findings[0].1.contains("“Masih ada, tidak rusak”"),
        "{findings:?}"
    );
    subject.inferred = vec![inferred(Kind::DoFirst)];
    assert_eq!(found(&subject), []);
}

/// What a part of a group repeats of the group is told at the part.
#[test]
fn what_the_group_says_already() {
    let questions = seed(&[]);
    let at = |text: &str, from: usize| {
        let mut rule = rule(text, &questions);
        shift(&mut rule, u32::try_from(from).expect("small"));
        rule
    };
    let told = |own: Rule| {
        let group = at("kawin", 100);
        let span = own.span;
        let mut subject = subject();
        subject.rules.items.push((9, group.clone()));
        let joined = Rule::all(vec![group, own], span);
        subject.rules.items.push((10, joined));
        subject.groups.insert(10, 9);
        let mut sink = Sink::default();
        analyze(&subject, &questions, &mut sink);
        let findings = sink.into_findings();
        let last = findings.into_iter().next_back().expect("a finding");
        (last.code, last.span.start, last.help.expect("help").en)
    };
    let (code, start, help) = told(at("kawin and perekaman", 200));
    assert_eq!(
        (code, start, help.as_str()),
        (Code::K0328, 200, "delete it, type: perekaman")
    );
    let (code, start, help) = told(at("kawin or perekaman", 200));
    assert_eq!((code, start), (Code::K0328, 200));
    assert_eq!(help, "delete the `when` of this item");
}

/// Moves a rule to another place of the file.
fn shift(rule: &mut Rule, by: u32) {
    rule.span.start += by;
    rule.span.end += by;
    match &mut rule.node {
        crate::rule::check::Node::And(parts) | crate::rule::check::Node::Or(parts) => {
            parts.iter_mut().for_each(|part| shift(part, by));
        }
        crate::rule::check::Node::Not(part) => shift(part, by),
        _ => {}
    }
}
