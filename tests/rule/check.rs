//! Which conditions mean something, and what is said about the others.

use std::collections::BTreeSet;

use maklumat::diagnostic::{Code, Diagnostic, Sink};
use maklumat::rule::check::{Node, Questions, Rule, Test, check};
use maklumat::rule::domain::{Domain, Domains};
use maklumat::rule::questions::{Answer, Fact};
use maklumat::rule::syntax::Op;

use super::example::{expr, place, seed_list};

fn questions(facts: &[(&str, &str)], sink: &mut Sink) -> Questions {
    let mut list = seed_list();
    list.truncate(3);
    let facts: Vec<Fact> = facts
        .iter()
        .map(|(id, text)| Fact {
            id: (*id).into(),
            expr: expr(text),
            span: place(0, 0),
        })
        .collect();
    Questions::new(list, &facts, sink)
}

fn read(text: &str) -> (Option<Rule>, Vec<Diagnostic>) {
    let mut sink = Sink::default();
    let questions = questions(&[("dewasa", "usia >= 17 or kawin")], &mut sink);
    let rule = check(&expr(text), &questions, &mut sink);
    (rule, sink.into_findings())
}

#[track_caller]
fn wrong(text: &str, code: Code, marked: &str, help: &str) {
    let (rule, findings) = read(text);
    assert!(rule.is_none());
    assert_eq!(findings.len(), 1, "{text}: {findings:#?}");
    let finding = &findings[0];
    assert_eq!(finding.code, code, "{text}: {}", finding.message.id);
    assert_eq!(
        &text[finding.span.start as usize..finding.span.end as usize],
        marked
    );
    let said = finding.help.as_ref().map_or("", |help| &help.id);
    assert!(said.contains(help), "{text}: {said}");
}

#[track_caller]
fn test_of(text: &str) -> Node {
    let (rule, findings) = read(text);
    assert_eq!(findings, [], "{text}");
    rule.unwrap().node
}

#[test]
fn options_are_named_by_id_or_label() {
    assert_eq!(
        test_of("ktp_lama = hilang"),
        Node::Test(2, Test::OneOf(0b1000))
    );
    assert_eq!(
        test_of("ktp_lama = Hilang"),
        Node::Test(2, Test::OneOf(0b1000))
    );
    assert_eq!(
        test_of("ktp_lama = \"Masih ada, tidak rusak\""),
        Node::Test(2, Test::OneOf(0b0010))
    );
    assert_eq!(
        test_of("ktp_lama adalah belum pernah punya"),
        Node::Test(2, Test::OneOf(0b0001))
    );
    assert_eq!(
        test_of("ktp_lama != baik"),
        Node::Test(2, Test::OneOf(0b1101))
    );
    assert_eq!(
        test_of("ktp_lama in [rusak, hilang]"),
        Node::Test(2, Test::OneOf(0b1100))
    );
    assert_eq!(test_of("kawin"), test_of("kawin = ya"));
    assert_eq!(test_of("kawin != ya"), Node::Test(1, Test::OneOf(0b10)));
    assert_eq!(
        test_of("usia >= 17 tahun"),
        Node::Test(0, Test::Number(Op::AtLeast, 17))
    );
}

#[test]
fn the_model_message() {
    let text = "ktp_lama adalah KTP hilang";
    wrong(
        text,
        Code::K0312,
        "KTP hilang",
        "mungkin maksud Anda `hilang`, ketik: ktp_lama adalah hilang",
    );
    let (_, findings) = read(text);
    assert_eq!(
        findings[0].message.id,
        "`KTP hilang` bukan pilihan dari pertanyaan `ktp_lama`"
    );
    assert_eq!(
        findings[0].label.as_ref().unwrap().id,
        "pilihan yang ada: belum_punya, baik, rusak, hilang"
    );
}

#[test]
fn unknown_names_are_met_with_the_nearest() {
    wrong(
        "usai >= 17",
        Code::K0311,
        "usai",
        "mungkin maksud Anda `usia`, ketik: usia >= 17",
    );
    wrong(
        "KTP lama adalah hilang",
        Code::K0311,
        "KTP lama",
        "`ktp_lama`, ketik: ktp_lama = hilang",
    );
    wrong("dewaza", Code::K0311, "dewaza", "`dewasa`");
    wrong("hilang", Code::K0311, "hilang", "ketik: ktp_lama = hilang");
    wrong(
        "ktp_lama = rusak or hilang",
        Code::K0311,
        "hilang",
        "ketik: ktp_lama salah satu dari [rusak, hilang]",
    );
    wrong(
        "ktp_lama bukan rusak atau hilang",
        Code::K0311,
        "hilang",
        "ketik: ktp_lama bukan salah satu dari [rusak, hilang]",
    );
    wrong(
        "kawin dan (ktp_lama = rusak atau hilang)",
        Code::K0311,
        "hilang",
        "ganti bagian ini saja, ketik: ktp_lama salah satu dari [rusak, hilang]",
    );
    wrong(
        "xyz",
        Code::K0311,
        "xyz",
        "nama yang ada: usia, kawin, ktp_lama, dewasa",
    );
}

#[test]
fn types_are_strict() {
    wrong(
        "ktp_lama",
        Code::K0313,
        "ktp_lama",
        "sebutkan pilihannya: ktp_lama adalah … (belum_punya, baik, rusak, atau hilang)",
    );
    wrong(
        "usia",
        Code::K0313,
        "usia",
        "angka dari SK, misalnya `usia >= …`",
    );
    wrong("usia = hilang", Code::K0313, "hilang", "dengan angka");
    wrong("usia = 17 60", Code::K0313, "17 60", "dengan angka");
    wrong("usia >= 1.000", Code::K0313, "1.000", "1000");
    wrong(
        "ktp_lama < hilang",
        Code::K0313,
        "ktp_lama < hilang",
        "sebutkan pilihannya",
    );
    wrong(
        "kawin = hilang",
        Code::K0313,
        "hilang",
        "kawin = ya, atau kawin = tidak",
    );
    wrong("kawin >= 1", Code::K0313, "kawin >= 1", "kawin");
    wrong("dewasa = 17", Code::K0313, "17", "bukan dewasa");
    wrong("usia >= 121", Code::K0315, "121", "dari 0 sampai 120");
    let (_, both) = read("usai > 3 and ktp_lama = hilan");
    assert_eq!(both.len(), 2);
}

#[test]
fn a_unit_is_compared_and_converted_where_that_is_exact() {
    let adult = test_of("usia >= 17");
    assert_eq!(test_of("usia >= 17 tahun"), adult);
    assert_eq!(test_of("usia >= 204 bulan"), adult);
    for differs in ["usia >= 6205 hari", "usia >= 200 bulan", "usia >= 17 orang"] {
        let marked = &differs[8..];
        wrong(
            differs,
            Code::K0313,
            marked,
            "dijawab dalam tahun, di sini tertulis",
        );
    }
}

#[test]
fn advice_never_says_the_opposite() {
    let with = |text: &str, marked: &str, help: &str| {
        wrong(text, Code::K0312, marked, help);
    };
    with(
        "ktp_lama adalah tidak hilang",
        "tidak hilang",
        "ketik: ktp_lama bukan hilang",
    );
    with(
        "ktp_lama bukan tidak hilang",
        "tidak hilang",
        "ketik: ktp_lama adalah hilang",
    );
    with(
        "ktp_lama in [tidak hilang]",
        "tidak hilang",
        "sebutkan pilihan yang lain satu per satu: belum_punya, baik, rusak",
    );
    for opposite in ["nonhilang", "takrusak", "tidakbaik"] {
        let text = format!("ktp_lama adalah {opposite}");
        wrong(&text, Code::K0312, opposite, "ketik salah satu pilihan itu");
    }
    wrong(
        "hilang = tidak",
        Code::K0311,
        "hilang",
        "ketik: ktp_lama != hilang",
    );
    wrong(
        "bukan_dewasa",
        Code::K0311,
        "bukan_dewasa",
        "ketik: bukan dewasa",
    );
}

#[test]
fn a_missing_word_is_named() {
    wrong(
        "ktp_lama hilang",
        Code::K0311,
        "ktp_lama hilang",
        "ketik: ktp_lama adalah hilang",
    );
    wrong(
        "KTP lama Hilang",
        Code::K0311,
        "KTP lama Hilang",
        "ketik: ktp_lama adalah hilang",
    );
    wrong(
        "ktp_lama dicuri",
        Code::K0311,
        "ktp_lama dicuri",
        "sebutkan pilihannya",
    );
    wrong("usia dewasa", Code::K0311, "usia dewasa", "`usia >= …`");
    wrong(
        "ktp_lama hilang dan kawin",
        Code::K0311,
        "ktp_lama hilang",
        "ganti bagian ini saja, ketik: ktp_lama adalah hilang",
    );
}

#[test]
fn facts_may_use_facts_but_not_themselves() {
    let mut sink = Sink::default();
    let known = questions(
        &[("a", "b and kawin"), ("b", "not c"), ("c", "usia < 17")],
        &mut sink,
    );
    assert!(sink.is_empty());
    let rule = check(&expr("a = tidak"), &known, &mut sink).unwrap();
    assert_eq!(rule.reads(), BTreeSet::from([0, 1]));
    let mut sink = Sink::default();
    let known = questions(
        &[("a", "b or kawin"), ("b", "c"), ("c", "not a"), ("d", "a")],
        &mut sink,
    );
    assert!(check(&expr("d and kawin"), &known, &mut sink).is_none());
    let findings = sink.into_findings();
    assert_eq!(findings.len(), 1);
    assert_eq!(findings[0].code, Code::K0314);
    assert!(
        findings[0].message.id.contains("a → b → c → a"),
        "{}",
        findings[0].message.id
    );
}

#[test]
fn facts_that_double_are_stopped() {
    let mut sink = Sink::default();
    let texts: Vec<(String, String)> = (0..60)
        .map(|n| match n {
            0 => ("f0".to_owned(), "kawin".to_owned()),
            _ => (format!("f{n}"), format!("f{0} and f{0}", n - 1)),
        })
        .collect();
    let facts: Vec<(&str, &str)> = texts
        .iter()
        .map(|(id, text)| (id.as_str(), text.as_str()))
        .collect();
    questions(&facts, &mut sink);
    assert_eq!(sink.into_findings()[0].code, Code::K0301);
}

#[test]
fn numbers_are_cut_where_any_rule_cuts_them() {
    let mut sink = Sink::default();
    let known = questions(&[], &mut sink);
    let rules: Vec<Rule> = ["usia >= 17", "usia <= 60", "usia = 100", "usia >= 0"]
        .iter()
        .map(|text| check(&expr(text), &known, &mut sink).unwrap())
        .collect();
    let domains = Domains::of(&known, &rules, &mut sink).unwrap();
    let Domain::Bands(bands) = &domains.list[0] else {
        panic!("a number has bands")
    };
    let wanted = [(0, 16), (17, 60), (61, 99), (100, 100), (101, 120)];
    assert_eq!(bands[..], wanted);
    let named = wanted.map(|(first, _)| bands.named_by_last(first));
    assert_eq!(named, [false, false, true, false, true]);
    assert_eq!(domains.index(0, Answer::Number(61)), Some(2));
    assert!(domains.holds(&rules[1], &[1, 0, 0]) && !domains.holds(&rules[1], &[2, 0, 0]));
}
