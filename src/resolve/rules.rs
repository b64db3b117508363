//! The conditions of a service: read, checked against its questions, and kept by where they stand.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Sink, say};
use crate::model::decode::nearest;
use crate::model::service::{Question as QuestionDocument, Requirement, ServiceDocument};
use crate::model::values::Condition;
use crate::model::{Slot, Text};
use crate::parse::dictionary::Dictionary;
use crate::rule::check::{self, Questions, Rule};
use crate::rule::parse;
use crate::rule::questions::{Choice, Fact, Kind, Question};
use crate::rule::syntax::{Expr, Name, Value as RuleValue};
use crate::span::Span;
use crate::yaml::{Node, Value};

/// The questions and conditions of a service.
#[derive(Debug, Default)]
pub struct Rules {
    /// The questions, with the facts.
    pub questions: Questions,
    /// Conditions by where they stand in the file.
    conditions: BTreeMap<Span, Rule>,
}

impl Rules {
    /// Reads and checks every condition of a service; what does not fit is reported.
    pub fn of(service: &ServiceDocument, sink: &mut Sink) -> Self {
        let list = service.questions.items().iter();
        let own = Dictionary::default();
        let list: Vec<Question> = list
            .filter_map(|document| question(document, &own))
            .collect();
        let facts = service.facts.get().map_or(&[][..], |facts| &facts.0);
        let facts: Vec<Fact> = facts
            .iter()
            .filter_map(|(name, condition)| {
                Some(Fact {
                    id: name.value.clone(),
                    label: None,
                    expr: expression(condition, sink)?,
                    span: name.span,
                })
            })
            .collect();
        let mut rules = Self {
            questions: Questions::new(list, &facts, sink),
            conditions: BTreeMap::new(),
        };
        for condition in conditions(service) {
            if let Some(expr) = expression(condition, sink)
                && let Some(rule) = check::check(&expr, &rules.questions, sink)
            {
                rules.conditions.insert(condition.span(), rule);
            }
        }
        rules.check_tests(service, sink);
        rules
    }

    /// The checked form of a condition of this service.
    pub fn get(&self, condition: &Slot<Condition>) -> Option<&Rule> {
        self.conditions.get(&condition.get()?.span())
    }

    /// Takes the words of the questions from a translation of the service.
    pub fn speak(&mut self, service: &ServiceDocument, words: &Dictionary) {
        let worded = service.questions.items().iter();
        let worded = worded.filter_map(|document| question(document, words));
        for (own, worded) in self.questions.list.iter_mut().zip(worded) {
            own.ask = worded.ask;
            match (&mut own.kind, worded.kind) {
                (Kind::Choices(own), Kind::Choices(worded)) => *own = worded,
                (Kind::Number { unit, .. }, Kind::Number { unit: worded, .. }) => *unit = worded,
                _ => {}
            }
        }
    }

    /// Every checked condition, in the order of the file.
    pub fn all(&self) -> impl Iterator<Item = &Rule> {
        self.conditions.values()
    }

    /// Answers in tests name questions and options that exist.
    fn check_tests(&self, service: &ServiceDocument, sink: &mut Sink) {
        for test in service.tests.items() {
            for (name, answer) in test.answers.get().map_or(&[][..], |answers| &answers.0) {
                match self.questions.find(&name.value) {
                    Some(at) => {
                        let value = RuleValue::plain(&answer.value, answer.span);
                        if let Some(question) = self.questions.list.get(at) {
                            check::check_answer(question, &value, sink);
                        }
                    }
                    None => sink.push(self.no_question(&name.value, name.span)),
                }
            }
        }
    }
}

impl Rules {
    /// An answer of a test to a question that is not there.
    fn no_question(&self, name: &str, span: Span) -> Diagnostic {
        let ids: Vec<&str> = self
            .questions
            .list
            .iter()
            .map(|question| question.id.as_str())
            .collect();
        let ids = ids.join(", ");
        let finding = Diagnostic::new(
            Code::K0311,
            span,
            say!(
                "`{name}` bukan id pertanyaan",
                "`{name}` is no id of a question"
            ),
        );
        if ids.is_empty() {
            return finding.help(say!(
                "layanan ini belum punya pertanyaan; tulis dahulu di bawah `pertanyaan:`",
                "this service has no questions yet; write them under `questions:`"
            ));
        }
        match nearest(
            name,
            self.questions
                .list
                .iter()
                .map(|question| question.id.as_str()),
        ) {
            Some(near) => finding.help(say!(
                "mungkin maksud Anda `{near}`; id yang ada: {ids}",
                "did you mean `{near}`? the ids there are: {ids}"
            )),
            None => finding.help(say!("id yang ada: {ids}", "the ids there are: {ids}")),
        }
    }
}

fn question(document: &QuestionDocument, words: &Dictionary) -> Option<Question> {
    let said = |text: &Text| words.get(text).unwrap_or(text).value.clone();
    let text = |slot: &Slot<Text>| slot.get().map(said);
    let id = document.id.get()?;
    let kind = if let Some(choices) = document.choices.get() {
        let choices = choices.0.iter().map(|(id, choice)| Choice {
            id: id.value.clone(),
            label: text(&choice.label).unwrap_or_default(),
        });
        Kind::Choices(choices.collect())
    } else if let Some(range) = document.number.get() {
        Kind::Number {
            min: range.min.get()?.value,
            max: range.max.get()?.value,
            unit: text(&range.unit),
        }
    } else {
        Kind::YesNo
    };
    Some(Question {
        id: id.value.clone(),
        ask: text(&document.ask).unwrap_or_default(),
        kind,
        sensitive: document.sensitive.get() == Some(&true),
        span: id.span,
    })
}

/// Every condition of a service but its facts.
fn conditions(service: &ServiceDocument) -> Vec<&Condition> {
    let mut all = Vec::new();
    of_requirements(service.requirements.items(), &mut all);
    for criterion in service.eligibility.items() {
        all.extend(criterion.must.get());
    }
    all.extend(
        service
            .unsettled
            .items()
            .iter()
            .filter_map(|case| case.when.get()),
    );
    all.extend(
        service
            .procedure
            .items()
            .iter()
            .filter_map(|step| step.when.get()),
    );
    let time = service.time.get();
    let cases = time.map_or(&[][..], |time| time.cases.items());
    all.extend(cases.iter().filter_map(|case| case.when.get()));
    let rows = service.cost.get().map_or(&[][..], |table| &table.0);
    all.extend(rows.iter().filter_map(|row| row.when.get()));
    all
}

fn of_requirements<'a>(list: &'a [Requirement], all: &mut Vec<&'a Condition>) {
    for requirement in list {
        all.extend(requirement.when.get());
        all.extend(requirement.must.get());
        all.extend(requirement.cannot_have.get());
        of_requirements(requirement.items.items(), all);
    }
}

/// The expression of a condition: a sentence of the rule language, or a mapping of questions and answers.
fn expression(condition: &Condition, sink: &mut Sink) -> Option<Expr> {
    let node = &condition.0;
    match &node.value {
        Value::Scalar(scalar) => {
            let locate = |range: std::ops::Range<usize>| node.span_of(range.start, range.end);
            parse::parse(&scalar.text, &locate, sink)
        }
        Value::Map(_) => mapping(node, sink),
        Value::Null | Value::List(_) => None,
    }
}

/// A map is *and*, a list *or*.
fn mapping(node: &Node, sink: &mut Sink) -> Option<Expr> {
    let mut parts = Vec::new();
    let mut whole = true;
    for pair in node.pairs() {
        let name = Name::new(&pair.key.text, pair.key.span);
        let part = match &pair.value.value {
            Value::List(items) => one_of(name, items, sink),
            _ => entry(name, &pair.value, sink),
        };
        whole &= part.is_some();
        parts.extend(part);
    }
    (whole && !parts.is_empty()).then(|| Expr::all(parts, node.span))
}

fn one_of(name: Name, items: &[Node], sink: &mut Sink) -> Option<Expr> {
    let mut values = Vec::new();
    for item in items {
        match item.as_str() {
            Some(text) => values.push(RuleValue::plain(text, item.span)),
            None => {
                sink.push(no_answer(item.span));
                return None;
            }
        }
    }
    Some(Expr::one_of(name, values))
}

fn entry(name: Name, node: &Node, sink: &mut Sink) -> Option<Expr> {
    let Some(text) = node.as_str() else {
        sink.push(no_answer(node.span));
        return None;
    };
    let locate = |range: std::ops::Range<usize>| node.span_of(range.start, range.end);
    parse::parse_entry(name, text, &locate, sink)
}

fn no_answer(span: Span) -> Diagnostic {
    Diagnostic::new(
        Code::K0301,
        span,
        say!(
            "di sini harus ada jawaban pertanyaan",
            "the answer of a question must stand here"
        ),
    )
    .help(say!(
        "tulis satu jawaban, atau beberapa sebagai daftar; misalnya: ktp_lama: hilang",
        "write one answer, or several as a list; such as: ktp_lama: hilang"
    ))
}
