//! For the tests of the rule room: services written in a few lines.

use maklumat::diagnostic::Sink;
use maklumat::rule::check::{Questions, Rule, check};
use maklumat::rule::parse::parse;
use maklumat::rule::questions::{Choice, Fact, Kind, Phrase, Question};
use maklumat::rule::syntax::Expr;
use maklumat::span::{FileId, Span};

/// The place of a text that stands nowhere else.
pub fn place(start: usize, end: usize) -> Span {
    Span::new(FileId(0), start, end)
}

/// Reads a condition that must be right.
#[track_caller]
pub fn expr(text: &str) -> Expr {
    let mut sink = Sink::default();
    let expr = parse(text, &|range| place(range.start, range.end), &mut sink);
    assert!(sink.is_empty(), "{text}: {:?}", sink.into_findings());
    expr.expect("a condition without a finding")
}

/// Checks a condition that must be right.
#[track_caller]
pub fn rule(text: &str, questions: &Questions) -> Rule {
    let mut sink = Sink::default();
    let rule = check(&expr(text), questions, &mut sink);
    assert!(sink.is_empty(), "{text}: {:?}", sink.into_findings());
    rule.expect("a rule without a finding")
}

pub fn question(id: &str, ask: &str, kind: Kind) -> Question {
    Question {
        id: id.into(),
        ask: ask.into(),
        kind,
        phrase: Phrase::default(),
        sensitive: false,
        span: place(0, 0),
    }
}

pub fn choices(list: &[(&str, &str)]) -> Kind {
    let choice = |(id, label): &(&str, &str)| Choice {
        id: (*id).into(),
        label: (*label).into(),
        phrase: Phrase::default(),
    };
    Kind::Choices(list.iter().map(choice).collect())
}

/// The questions of the seed's service.
pub fn seed_list() -> Vec<Question> {
    let years = Kind::Number {
        min: 0,
        max: 120,
        decimals: 0,
        unit: Some("tahun".into()),
    };
    let card = choices(&[
        ("belum_punya", "Belum pernah punya"),
        ("baik", "Masih ada, tidak rusak"),
        ("rusak", "Masih ada, tetapi rusak"),
        ("hilang", "Hilang"),
    ]);
    vec![
        question("usia", "Berapa usia Anda?", years),
        question("kawin", "Apakah Anda sudah menikah?", Kind::YesNo),
        question("ktp_lama", "Bagaimana keadaan KTP lama Anda?", card),
        question("data_berubah", "Apakah data Anda berubah?", Kind::YesNo),
        question("perekaman", "Apakah Anda sudah merekam data?", Kind::YesNo),
    ]
}

/// The questions of the seed's service, with facts.
pub fn seed(facts: &[(&str, &str)]) -> Questions {
    let facts: Vec<Fact> = facts
        .iter()
        .map(|(id, text)| Fact {
            id: (*id).into(),
            expr: expr(text),
            span: place(0, 0),
        })
        .collect();
    let mut sink = Sink::default();
    let questions = Questions::new(seed_list(), &facts, &mut sink);
    assert!(sink.is_empty(), "{:?}", sink.into_findings());
    questions
}
