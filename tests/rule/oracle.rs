//! The independent judge of the compiler: tries every completion, reading the expressions as they are written.

use maklumat::diagnostic::Sink;
use maklumat::rule::check::{Questions, check};
use maklumat::rule::compile::{Checklist, Key, Kind, Rules};
use maklumat::rule::domain::{Domain, Domains};
use maklumat::rule::questions::Kind as Answers;
use maklumat::rule::syntax::{Expr, ExprKind, Op, Value};

use crate::oracle::truths::{Shown, Truths, digits};

/// A service as its author writes it, without facts.
#[derive(Debug, Clone)]
pub struct Service {
    pub questions: Questions,
    pub items: Vec<(Key, Expr)>,
    pub criteria: Vec<(Key, Expr, Kind)>,
    pub concerned: Vec<(Key, Expr)>,
    pub unsettled: Vec<Expr>,
}

impl Service {
    pub fn rules(&self) -> Rules {
        let mut sink = Sink::default();
        let mut read =
            |expr: &Expr| check(expr, &self.questions, &mut sink).expect("a right condition");
        Rules {
            items: self
                .items
                .iter()
                .map(|(key, expr)| (*key, read(expr)))
                .collect(),
            criteria: self
                .criteria
                .iter()
                .map(|(key, expr, kind)| (*key, read(expr), *kind))
                .collect(),
            concerned: self
                .concerned
                .iter()
                .map(|(key, expr)| (*key, read(expr)))
                .collect(),
            unsettled: self.unsettled.iter().map(&mut read).collect(),
        }
    }

    pub fn compile(&self) -> Checklist {
        let mut sink = Sink::default();
        let rules = self.rules();
        let domains = Domains::of(&self.questions, rules.each(), &mut sink).expect("small domains");
        Checklist::compile(domains, &rules, &mut sink).expect("a small service")
    }

    /// The truth of every condition under one complete set of answers.
    pub fn truth(&self, domains: &Domains, complete: &[usize]) -> Vec<bool> {
        let exprs = self.exprs().into_iter();
        exprs
            .map(|expr| holds(expr, &self.questions, domains, complete, false))
            .collect()
    }

    /// All conditions: items, criteria, silences, whom criteria concern.
    pub fn exprs(&self) -> Vec<&Expr> {
        let items = self.items.iter().map(|(_, expr)| expr);
        items
            .chain(self.criteria.iter().map(|(_, expr, _)| expr))
            .chain(&self.unsettled)
            .chain(self.concerned.iter().map(|(_, expr)| expr))
            .collect()
    }
}

/// What the compiled checklist shows.
pub fn compiled(checklist: &Checklist, answers: &[Option<u8>]) -> Shown {
    Shown {
        items: checklist
            .items
            .iter()
            .map(|(_, condition)| checklist.state(*condition, answers))
            .collect(),
        criteria: checklist
            .criteria
            .iter()
            .map(|(_, condition, _)| checklist.state(*condition, answers))
            .collect(),
        unconcerned: checklist
            .unconcerned
            .iter()
            .map(|(_, never)| checklist.decided(*never, answers))
            .collect(),
        verdict: checklist.verdict(answers),
        irrelevant: (0..answers.len())
            .map(|question| answers[question].is_none() && checklist.irrelevant(question, answers))
            .collect(),
        notices: (0..checklist.unsettled.len())
            .map(|silence| checklist.notice(silence, answers))
            .collect(),
    }
}

/// The truth of every condition of a service under every complete set of answers.
pub fn truths(service: &Service, domains: &Domains) -> Truths {
    let sizes: Vec<usize> = domains.list.iter().map(Domain::size).collect();
    let exprs = service.exprs();
    let rows = (0..sizes.iter().product()).map(|number| {
        let complete: Vec<usize> = digits(number, &sizes)
            .into_iter()
            .map(usize::from)
            .collect();
        let row = |last: bool| -> Vec<bool> {
            let holds = |expr: &&Expr| holds(expr, &service.questions, domains, &complete, last);
            exprs.iter().map(holds).collect()
        };
        let truth = row(false);
        assert_eq!(truth, row(true), "a band is cut in the wrong place");
        truth
    });
    Truths {
        rows: rows.collect(),
        items: service.items.len(),
        criteria: service.criteria.iter().map(|(.., kind)| *kind).collect(),
        silences: service.unsettled.len(),
        sizes,
    }
}

/// Reads an expression as written. A number is its band's first, or its last.
fn holds(
    expr: &Expr,
    questions: &Questions,
    domains: &Domains,
    complete: &[usize],
    last: bool,
) -> bool {
    let again = |part: &Expr| holds(part, questions, domains, complete, last);
    match &expr.kind {
        ExprKind::And(parts) => parts.iter().all(again),
        ExprKind::Or(parts) => parts.iter().any(again),
        ExprKind::Not(part) => !again(part),
        ExprKind::Name(name) => complete[questions.find(&name.text).unwrap()] == 0,
        ExprKind::In { name, values } => values.iter().any(|value| {
            compared(
                &name.text,
                Op::Equal,
                value,
                questions,
                domains,
                complete,
                last,
            )
        }),
        ExprKind::Compare { name, op, value } => {
            compared(&name.text, *op, value, questions, domains, complete, last)
        }
    }
}

fn compared(
    name: &str,
    op: Op,
    value: &Value,
    questions: &Questions,
    domains: &Domains,
    complete: &[usize],
    last: bool,
) -> bool {
    let index = questions.find(name).unwrap();
    let answer = complete[index];
    let word = value.to_string();
    let order = match (&questions.list[index].kind, &domains.list[index]) {
        (Answers::Number { decimals, .. }, Domain::Bands(bands)) => {
            let written: f64 = word.replace(',', ".").parse().expect("a number");
            // A few digits fit any fraction of the machine.
            #[allow(clippy::cast_possible_truncation, reason = "the numbers are small")]
            let constant = (written * 10_f64.powi((*decimals).into())).round() as i64;
            let number = if last {
                bands[answer].1
            } else {
                bands[answer].0
            };
            return match op {
                Op::Equal => number == constant,
                Op::NotEqual => number != constant,
                Op::Below => number < constant,
                Op::AtMost => number <= constant,
                Op::Above => number > constant,
                Op::AtLeast => number >= constant,
            };
        }
        (Answers::YesNo, _) => ["ya", "tidak"][answer] == word,
        (Answers::Choices(choices), _) => choices[answer].id == word,
        _ => panic!("a number without bands"),
    };
    order == (op == Op::Equal)
}
