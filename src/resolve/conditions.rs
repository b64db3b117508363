//! Conditions as they were written, read and checked: sentences of the rule language, or mappings.

use crate::diagnostic::{Code, Diagnostic, Sink, say};
use crate::model::Slot;
use crate::model::values::Condition;
use crate::rule::check::{self, Questions, Rule};
use crate::rule::parse;
use crate::rule::syntax::{Expr, Name, Value as RuleValue};
use crate::span::Span;
use crate::yaml::{Node, Value};

/// The checked form of a condition; what does not fit is reported.
pub(super) fn rule(
    condition: &Slot<Condition>,
    questions: &Questions,
    sink: &mut Sink,
) -> Option<Rule> {
    let expr = expression(condition.get()?, sink)?;
    check::check(&expr, questions, sink)
}

/// The expression of a condition: a sentence of the rule language, or a mapping of questions and answers.
pub(super) fn expression(condition: &Condition, sink: &mut Sink) -> Option<Expr> {
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
            Some(text) => values.push(RuleValue::alone(text, item.span)),
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
            "an answer to a question is expected here"
        ),
    )
    .help(say!(
        "tulis satu jawaban, atau beberapa sebagai daftar, misalnya: ktp_lama: hilang",
        "write one answer, or several as a list, for example: ktp_lama: hilang"
    ))
}
