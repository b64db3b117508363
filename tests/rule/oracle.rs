//! The independent judge of the compiler: tries every completion, reading the expressions as they are written.

use maklumat::diagnostic::Sink;
use maklumat::rule::check::{Questions, check};
use maklumat::rule::compile::{Checklist, Key, Kind, Rules, State, Verdict};
use maklumat::rule::domain::{Domain, Domains};
use maklumat::rule::questions::Kind as Answers;
use maklumat::rule::syntax::{Expr, ExprKind, Op, Value, ValueKind};

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

/// Everything the page shows for some answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    pub items: Vec<State>,
    pub criteria: Vec<State>,
    /// For each criterion with a condition: it concerns nobody.
    pub unconcerned: Vec<bool>,
    pub verdict: Verdict,
    /// For each open question.
    pub irrelevant: Vec<bool>,
    pub notices: Vec<bool>,
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

/// The truth of every condition under every complete set of answers.
pub struct Oracle<'a> {
    service: &'a Service,
    sizes: Vec<usize>,
    /// By the number of the complete set: one bit for each condition.
    truths: Vec<Vec<bool>>,
}

impl<'a> Oracle<'a> {
    pub fn new(service: &'a Service, domains: &Domains) -> Self {
        let sizes: Vec<usize> = domains.list.iter().map(Domain::size).collect();
        let count = sizes.iter().product();
        let exprs = service.exprs();
        let truths = (0..count)
            .map(|number| {
                let complete = digits(number, &sizes);
                let row = |last: bool| -> Vec<bool> {
                    exprs
                        .iter()
                        .map(|expr| holds(expr, &service.questions, domains, &complete, last))
                        .collect()
                };
                let truth = row(false);
                assert_eq!(truth, row(true), "a band is cut in the wrong place");
                truth
            })
            .collect();
        Self {
            service,
            sizes,
            truths,
        }
    }

    /// The truth of one condition, by the number of the complete set.
    pub fn truths_of(&self, condition: usize) -> Vec<bool> {
        self.truths.iter().map(|truth| truth[condition]).collect()
    }

    /// All complete sets that agree with the answers.
    fn completions(&self, answers: &[Option<u8>]) -> Vec<usize> {
        let mut found = vec![0];
        let mut stride = 1;
        for (size, answer) in self.sizes.iter().zip(answers) {
            let choices: Vec<usize> = match answer {
                Some(answer) => vec![usize::from(*answer)],
                None => (0..*size).collect(),
            };
            found = found
                .iter()
                .flat_map(|number| choices.iter().map(move |choice| number + choice * stride))
                .collect();
            stride *= size;
        }
        found
    }

    /// What must be shown, by trying everything.
    pub fn shown(&self, answers: &[Option<u8>]) -> Shown {
        let completions = self.completions(answers);
        let state = |condition: usize| {
            let yes = completions
                .iter()
                .filter(|number| self.truths[**number][condition])
                .count();
            match yes {
                0 => State::No,
                _ if yes == completions.len() => State::Yes,
                _ => State::Maybe,
            }
        };
        let items = self.service.items.len();
        let criteria = items + self.service.criteria.len();
        let settled = criteria + self.service.unsettled.len();
        let all = settled + self.service.concerned.len();
        let first = self.complete_verdict(completions[0]);
        let shared = completions
            .iter()
            .all(|number| self.complete_verdict(*number) == first);
        let verdict = if shared { first } else { Verdict::Incomplete };
        Shown {
            items: (0..items).map(state).collect(),
            criteria: (items..criteria).map(state).collect(),
            unconcerned: (settled..all)
                .map(|condition| state(condition) == State::No)
                .collect(),
            verdict,
            irrelevant: (0..answers.len())
                .map(|question| {
                    answers[question].is_none() && self.irrelevant(question, answers, verdict)
                })
                .collect(),
            notices: (criteria..settled)
                .map(|condition| state(condition) == State::Yes)
                .collect(),
        }
    }

    fn complete_verdict(&self, number: usize) -> Verdict {
        let from = self.service.items.len();
        let fails = |kind: Kind| {
            let mut criteria = self.service.criteria.iter().enumerate();
            criteria
                .any(|(index, (_, _, other))| *other == kind && !self.truths[number][from + index])
        };
        let silences = from + self.service.criteria.len();
        let silences = silences..silences + self.service.unsettled.len();
        if fails(Kind::NotEligible) {
            Verdict::NotEligible
        } else if fails(Kind::NotNeeded) {
            Verdict::NotNeeded
        } else if self.truths[number][silences].contains(&true) {
            Verdict::AskFirst
        } else if fails(Kind::DoFirst) {
            Verdict::DoFirst
        } else {
            Verdict::Eligible
        }
    }

    fn irrelevant(&self, question: usize, answers: &[Option<u8>], verdict: Verdict) -> bool {
        if matches!(verdict, Verdict::NotEligible | Verdict::NotNeeded) {
            return true;
        }
        let stride: usize = self.sizes[..question].iter().product();
        let mut others = answers.to_vec();
        others[question] = Some(0);
        self.completions(&others).into_iter().all(|number| {
            let mut answers = 1..self.sizes[question];
            answers.all(|answer| self.truths[number + answer * stride] == self.truths[number])
        })
    }

    /// All partial sets of answers, by number.
    pub fn partial_count(&self) -> usize {
        self.sizes.iter().map(|size| size + 1).product()
    }

    /// One partial set of answers.
    pub fn partial(&self, number: usize) -> Vec<Option<u8>> {
        let sizes: Vec<usize> = self.sizes.iter().map(|size| size + 1).collect();
        digits(number, &sizes)
            .into_iter()
            .map(|digit| u8::try_from(digit).ok()?.checked_sub(1))
            .collect()
    }
}

fn digits(mut number: usize, sizes: &[usize]) -> Vec<usize> {
    sizes
        .iter()
        .map(|size| {
            let digit = number % size;
            number /= size;
            digit
        })
        .collect()
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
        (Answers::Number { .. }, Domain::Bands(bands)) => {
            let ValueKind::Integer(constant) = value.kind else {
                panic!("{value} is no number")
            };
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
