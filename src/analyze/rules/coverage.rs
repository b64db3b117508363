//! What the tests of staff never try: a condition in both directions, the two sides of a number's edge.
//!
//! Each finding brings a test that is ready to be copied. Its answers come from the rules, as far as possible those of
//! somebody who can use the service; its expectation too, so whoever copies it has to see that it is right.

pub(super) mod ready;

use std::collections::BTreeSet;

use crate::analyze::rules::staff_tests::Tested;
use crate::diagnostic::{Code, Diagnostic, Lang, Message, Sink, say};
use crate::rule::check::Rule;
use crate::rule::compile::{Condition, Kind, State};
use crate::rule::diagram::{ALWAYS, Diagrams, Function, NEVER};
use crate::rule::domain::{Domain, Domains};
use crate::rule::questions::Answer;
use crate::span::Span;

use ready::{Ready, Tried};

/// Reports what no test of the service tries.
pub fn check(tested: &Tested<'_>, sink: &mut Sink) {
    let mut diagrams = tested.checklist.diagrams().clone();
    let met = |kinds: &[Kind]| -> Vec<Function> {
        let criteria = tested.checklist.criteria.iter();
        let criteria = criteria.filter(|(_, _, kind)| kinds.contains(kind));
        criteria
            .map(|(_, condition, _)| tested.checklist.decisions[condition.yes].function)
            .collect()
    };
    let silences = tested.checklist.unsettled.iter();
    let settled = silences.map(|silence| tested.checklist.decisions[silence.no].function);
    let settled: Vec<Function> = settled.collect();
    let eligible = diagrams.all(&[met(&Kind::ALL), settled].concat());
    let admitted = diagrams.all(&met(&[Kind::NotEligible, Kind::NotNeeded]));
    let allowed = diagrams.all(&met(&[Kind::NotEligible]));
    let mut coverage = Coverage {
        tested,
        conditions: conditions(tested),
        diagrams,
        wishes: [eligible, admitted, allowed, ALWAYS],
        found: Vec::new(),
    };
    coverage.directions();
    coverage.edges();
    if !coverage.diagrams.overflowed() {
        report(coverage.found, sink);
    }
}

/// Something that no test tries, and the tests that would.
struct Untried {
    code: Code,
    span: Span,
    message: Message,
    ready: Vec<Ready>,
}

/// Reports what is untried, by place. A test that serves several findings is printed with the first.
fn report(mut found: Vec<Untried>, sink: &mut Sink) {
    found.sort_by_key(|untried| (untried.span.start, untried.code));
    for at in 0..found.len() {
        let (before, rest) = found.split_at_mut(at);
        if let Some(own) = rest.first_mut() {
            let earlier = before.iter_mut();
            let mut earlier: Vec<&mut Ready> =
                earlier.flat_map(|untried| &mut untried.ready).collect();
            let known = |ready: &Ready, earlier: &mut Vec<&mut Ready>| {
                earlier.iter_mut().any(|first| first.absorb(ready))
            };
            if own.ready.iter().all(|ready| known(ready, &mut earlier)) {
                continue;
            }
            own.ready.retain(|ready| !known(ready, &mut earlier));
        }
    }
    let mut printed = BTreeSet::new();
    for untried in found {
        sink.push(untried.finding(&mut printed));
    }
}

impl Untried {
    fn finding(self, printed: &mut BTreeSet<String>) -> Diagnostic {
        let name = |lang: Lang| self.ready.first().map(|ready| ready.name(lang));
        let (name_id, name_en) = (name(Lang::Id), name(Lang::En));
        let names = self.ready.iter().map(|ready| ready.name(Lang::Id));
        let fresh = names.filter(|name| printed.insert(name.clone())).count();
        let help = match (fresh, name_id, name_en) {
            (0, Some(id), Some(en)) => say!(
                "uji `{id}` dari petunjuk lain di berkas ini mencoba ini juga",
                "the test `{en}` suggested by another hint in this file covers this too"
            ),
            _ => {
                let id = ready::written(&self.ready, Lang::Id);
                let en = ready::written(&self.ready, Lang::En);
                say!(
                    "tambahkan di bawah `uji`, lalu periksa apakah hasilnya memang begitu:\n{id}",
                    "add this under `tests`, then check that the result is what it should be:\n{en}"
                )
            }
        };
        Diagnostic::new(self.code, self.span, self.message).help(help)
    }
}

/// A condition of the page, and the rule it was compiled from.
#[derive(Clone, Copy)]
struct Known<'a> {
    rule: &'a Rule,
    condition: Condition,
    function: Function,
    tried: Tried,
}

/// Every condition once; a condition and its opposite are one.
fn conditions<'a>(tested: &Tested<'a>) -> Vec<Known<'a>> {
    let checklist = tested.checklist;
    let items = checklist.items.iter();
    let items = items.map(|(key, condition)| {
        let item = &tested.service.items[*key];
        (*condition, Tried::of(item.list))
    });
    let criteria = checklist
        .criteria
        .iter()
        .map(|(_, condition, _)| (*condition, Tried::default()));
    let unsettled = checklist.unsettled.iter();
    let unsettled = unsettled.map(|condition| (*condition, Tried::default()));
    let all = items.chain(criteria).chain(unsettled);
    let mut found: Vec<(Known<'a>, Function)> = Vec::new();
    for (rule, (condition, tried)) in tested.service.rules.each().zip(all) {
        let function = checklist.decisions[condition.yes].function;
        if matches!(function, NEVER | ALWAYS) {
            continue;
        }
        let opposite = checklist.decisions[condition.no].function;
        let same = |(known, other): &&mut (Known<'_>, Function)| {
            known.function == function || *other == function
        };
        match found.iter_mut().find(same) {
            Some((known, _)) => known.tried = known.tried.or(tried),
            None => found.push((
                Known {
                    rule,
                    condition,
                    function,
                    tried,
                },
                opposite,
            )),
        }
    }
    found.into_iter().map(|(known, _)| known).collect()
}

struct Coverage<'a> {
    tested: &'a Tested<'a>,
    conditions: Vec<Known<'a>>,
    diagrams: Diagrams,
    /// Whose answers a new test should have: somebody eligible, not turned away, at least allowed, anybody.
    wishes: [Function; 4],
    found: Vec<Untried>,
}

impl Coverage<'_> {
    /// Conditions that no test meets, or none fails to meet.
    fn directions(&mut self) {
        let tests = self.tested.service.document.tests.items();
        let answers: Vec<Vec<Option<u8>>> =
            tests.iter().map(|test| self.tested.answers(test)).collect();
        for at in 0..self.conditions.len() {
            let Known {
                rule,
                condition,
                function,
                tried,
            } = self.conditions[at];
            let seen = |state: State| {
                let mut states = answers
                    .iter()
                    .map(|answers| self.tested.checklist.state(condition, answers));
                states.any(|known| known == state)
            };
            let (yes, no) = (seen(State::Yes), seen(State::No));
            if yes && no {
                continue;
            }
            let message = match (yes, no) {
                (false, true) => say!(
                    "belum ada uji yang memenuhi syarat ini",
                    "no test meets this condition"
                ),
                (true, _) => say!(
                    "belum ada uji yang tidak memenuhi syarat ini",
                    "no test fails to meet this condition"
                ),
                (false, false) => say!(
                    "belum ada uji bagi syarat ini",
                    "no test covers this condition"
                ),
            };
            let opposite = self.diagrams.not(function);
            let missing = [(yes, function), (no, opposite)];
            let missing = missing.into_iter().filter(|(seen, _)| !seen);
            let ready: Vec<Ready> = missing
                .filter_map(|(_, target)| self.somebody(target, tried))
                .collect();
            self.push(Code::K0802, rule.span, message, &ready);
        }
    }

    /// Numbers at which an answer changes something, of which a test tries one side only, or neither.
    fn edges(&mut self) {
        for question in 0..self.tested.checklist.domains.list.len() {
            let Domain::Bands(bands) = self.tested.checklist.domains.list[question].clone() else {
                continue;
            };
            let tried = self.numbers(question);
            for (band, pair) in bands.windows(2).enumerate() {
                let &[(_, below), (above, _)] = pair else {
                    continue;
                };
                let sides = [(band, below), (band + 1, above)];
                let missing: Vec<(usize, i64)> = sides
                    .into_iter()
                    .filter(|(_, number)| !tried.contains(number))
                    .collect();
                if !missing.is_empty() {
                    self.edge(question, band, (below, above), &missing);
                }
            }
        }
    }

    fn edge(
        &mut self,
        question: usize,
        band: usize,
        (below, above): (i64, i64),
        missing: &[(usize, i64)],
    ) {
        let Some((span, differs, tried)) = self.difference(question, band, above) else {
            return;
        };
        let ready: Vec<Ready> = missing
            .iter()
            .filter_map(|(side, number)| {
                self.somebody_of((question, *side), *number, (differs, tried))
            })
            .collect();
        let asked = &self.tested.service.questions.list[question];
        let id = &asked.id;
        let joined = |lang: Lang, and: &str| {
            let numbers = missing.iter();
            let numbers: Vec<String> = numbers.map(|(_, one)| asked.typed(*one, lang)).collect();
            let sides = [below, above].map(|number| asked.typed(number, lang));
            (numbers.join(and), sides)
        };
        let (both_id, [below_id, above_id]) = joined(Lang::Id, " dan ");
        let (both_en, [below_en, above_en]) = joined(Lang::En, " and ");
        let message = say!(
            "batas antara `{id}` {below_id} dan {above_id} belum diuji tepat di kedua sisinya: belum ada uji dengan {both_id}",
            "the boundary between `{id}` {below_en} and {above_en} is not tested on both sides: no test has {both_en}"
        );
        self.push(Code::K0803, span, message, &ready);
    }

    /// The first condition with this edge, and for which other answers it tells the two sides apart.
    fn difference(
        &mut self,
        question: usize,
        band: usize,
        cut: i64,
    ) -> Option<(Span, Function, Tried)> {
        for at in 0..self.conditions.len() {
            let Known {
                rule,
                function,
                tried,
                ..
            } = self.conditions[at];
            let mut cuts = BTreeSet::new();
            rule.each_test(&mut |asked, test| {
                if asked == question {
                    test.cuts(&mut cuts);
                }
            });
            if !cuts.contains(&cut) {
                continue;
            }
            let below = self.diagrams.given(function, question, band);
            let above = self.diagrams.given(function, question, band + 1);
            let (not_below, not_above) = (self.diagrams.not(below), self.diagrams.not(above));
            let differs = [
                self.diagrams.and(below, not_above),
                self.diagrams.and(above, not_below),
            ];
            let differs = self.diagrams.any(&differs);
            if differs != NEVER {
                return Some((rule.span, differs, tried));
            }
        }
        None
    }

    /// A test by somebody for whom `target` holds.
    fn somebody(&mut self, target: Function, tried: Tried) -> Option<Ready> {
        let answers = self.answers(target, None)?;
        Some(Ready::new(self.tested, &answers, None, tried))
    }

    /// A test by somebody with this number, for whom `target` holds besides.
    fn somebody_of(
        &mut self,
        (question, band): (usize, usize),
        number: i64,
        (target, tried): (Function, Tried),
    ) -> Option<Ready> {
        let mut answers = self.answers(target, Some((question, band)))?;
        answers[question] = u8::try_from(band).ok();
        let exact = Some((question, number));
        Some(Ready::new(self.tested, &answers, exact, tried))
    }

    /// Answers under which `target` holds, of somebody as welcome as possible; with one answer fixed, if asked for.
    fn answers(
        &mut self,
        target: Function,
        fixed: Option<(usize, usize)>,
    ) -> Option<Vec<Option<u8>>> {
        for wish in self.wishes {
            let wish = match fixed {
                Some((question, answer)) => self.diagrams.given(wish, question, answer),
                None => wish,
            };
            let both = self.diagrams.and(target, wish);
            if both != NEVER {
                return Some(way(both, &self.diagrams, &self.tested.checklist.domains));
            }
        }
        None
    }

    /// The numbers that tests answer a question with.
    fn numbers(&self, question: usize) -> BTreeSet<i64> {
        let tests = self.tested.service.document.tests.items().iter();
        let given = tests.flat_map(|test| self.tested.given_answers(test));
        let of_question = given.filter(|(at, _)| *at == question);
        of_question
            .filter_map(|(_, answer)| match answer {
                Answer::Number(number) => Some(number),
                Answer::Choice(_) => None,
            })
            .collect()
    }

    fn push(&mut self, code: Code, span: Span, message: Message, ready: &[Ready]) {
        self.found.push(Untried {
            code,
            span,
            message,
            ready: ready.to_vec(),
        });
    }
}

/// One way to make a function hold: the first answers, of a number the last band, which is seldom a child's.
pub(super) fn way(function: Function, diagrams: &Diagrams, domains: &Domains) -> Vec<Option<u8>> {
    let mut answers = vec![None; domains.list.len()];
    let mut at = function;
    while let Some((question, children)) = diagrams.node(at) {
        let mut open = (0..children.len()).filter(|answer| children[*answer] != NEVER);
        let chosen = match domains.list.get(question) {
            Some(Domain::Bands(_)) => open.next_back(),
            _ => open.next(),
        };
        let Some(chosen) = chosen else { break };
        answers[question] = u8::try_from(chosen).ok();
        at = children[chosen];
    }
    answers
}
