//! What the tests of staff never try: a condition in both directions, the two sides of a number's edge.
//!
//! Each finding brings a test that is ready to be copied. Its answers come from the rules, as far as possible those of
//! somebody who can use the service; its expectation too, so whoever copies it has to see that it is right.

mod ready;

use std::collections::BTreeSet;

use crate::analyze::staff_tests::Tested;
use crate::diagnostic::{Code, Diagnostic, Lang, Message, Sink, say};
use crate::rule::check::Rule;
use crate::rule::compile::{Condition, Kind, Rules, State};
use crate::rule::diagram::{ALWAYS, Diagrams, Function, NEVER};
use crate::rule::domain::Domain;
use crate::rule::questions::Answer;
use crate::span::Span;

use ready::Ready;

/// Reports what no test of the service tries.
pub fn check(tested: &Tested<'_>, gathered: &Rules, sink: &mut Sink) {
    let mut diagrams = tested.checklist.diagrams().clone();
    let met = |kinds: &[Kind]| -> Vec<Function> {
        let criteria = tested.checklist.criteria.iter();
        let criteria = criteria.filter(|(_, _, kind)| kinds.contains(kind));
        criteria
            .map(|(_, condition, _)| tested.checklist.decisions[condition.yes].function)
            .collect()
    };
    let eligible = diagrams.all(&met(&Kind::ALL));
    let admitted = diagrams.all(&met(&[Kind::NotEligible, Kind::NotNeeded]));
    let allowed = diagrams.all(&met(&[Kind::NotEligible]));
    let mut coverage = Coverage {
        tested,
        conditions: conditions(tested, gathered),
        diagrams,
        wishes: [eligible, admitted, allowed, ALWAYS],
        sink: Sink::default(),
    };
    coverage.directions();
    coverage.edges();
    if !coverage.diagrams.overflowed() {
        sink.append(coverage.sink);
    }
}

/// A condition of the page, and the rule it was compiled from.
#[derive(Clone, Copy)]
struct Known<'a> {
    rule: &'a Rule,
    condition: Condition,
    function: Function,
}

/// Every condition once; a condition and its opposite are one.
fn conditions<'a>(tested: &Tested<'_>, gathered: &'a Rules) -> Vec<Known<'a>> {
    let checklist = tested.checklist;
    let items = checklist.items.iter().map(|(_, condition)| *condition);
    let criteria = checklist
        .criteria
        .iter()
        .map(|(_, condition, _)| *condition);
    let unsettled = checklist.unsettled.iter().copied();
    let all = items.chain(criteria).chain(unsettled);
    let mut seen = BTreeSet::from([NEVER, ALWAYS]);
    gathered
        .each()
        .zip(all)
        .filter_map(|(rule, condition)| {
            let function = checklist.decisions[condition.yes].function;
            let new = seen.insert(function);
            seen.insert(checklist.decisions[condition.no].function);
            new.then_some(Known {
                rule,
                condition,
                function,
            })
        })
        .collect()
}

struct Coverage<'a> {
    tested: &'a Tested<'a>,
    conditions: Vec<Known<'a>>,
    diagrams: Diagrams,
    /// Whose answers a new test should have: somebody eligible, not turned away, at least allowed, anybody.
    wishes: [Function; 4],
    sink: Sink,
}

impl Coverage<'_> {
    /// Conditions that no test meets, or none fails to meet.
    fn directions(&mut self) {
        let tests = self.tested.service.tests.items();
        let answers: Vec<Vec<Option<u8>>> =
            tests.iter().map(|test| self.tested.answers(test)).collect();
        for at in 0..self.conditions.len() {
            let Known {
                rule,
                condition,
                function,
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
                    "no test tries this condition"
                ),
            };
            let opposite = self.diagrams.not(function);
            let missing = [(yes, function), (no, opposite)];
            let missing = missing.into_iter().filter(|(seen, _)| !seen);
            let ready: Vec<Ready> = missing
                .filter_map(|(_, target)| self.somebody(target))
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
        let Some((span, differs)) = self.difference(question, band, above) else {
            return;
        };
        let ready: Vec<Ready> = missing
            .iter()
            .filter_map(|(side, number)| self.somebody_of((question, *side), *number, differs))
            .collect();
        let id = &self.tested.rules.questions.list[question].id;
        let numbers: Vec<String> = missing
            .iter()
            .map(|(_, number)| number.to_string())
            .collect();
        let (both_id, both_en) = (numbers.join(" dan "), numbers.join(" and "));
        let message = say!(
            "batas antara `{id}` {below} dan {above} belum diuji tepat di kedua sisinya: belum ada uji dengan {both_id}",
            "the edge between `{id}` {below} and {above} is not tested on both its sides: no test has {both_en}"
        );
        self.push(Code::K0803, span, message, &ready);
    }

    /// The first condition with this edge, and for which other answers it tells the two sides apart.
    fn difference(&mut self, question: usize, band: usize, cut: i64) -> Option<(Span, Function)> {
        for at in 0..self.conditions.len() {
            let Known { rule, function, .. } = self.conditions[at];
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
                return Some((rule.span, differs));
            }
        }
        None
    }

    /// A test by somebody for whom `target` holds.
    fn somebody(&mut self, target: Function) -> Option<Ready> {
        let answers = self.answers(target, None)?;
        Some(Ready::new(self.tested, &answers, None))
    }

    /// A test by somebody with this number, for whom `target` holds besides.
    fn somebody_of(
        &mut self,
        (question, band): (usize, usize),
        number: i64,
        target: Function,
    ) -> Option<Ready> {
        let mut answers = self.answers(target, Some((question, band)))?;
        answers[question] = u8::try_from(band).ok();
        Some(Ready::new(self.tested, &answers, Some((question, number))))
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
                return Some(self.way(both));
            }
        }
        None
    }

    /// One way to make a function hold: the first answers, of a number the last band, which is seldom a child's.
    fn way(&self, function: Function) -> Vec<Option<u8>> {
        let domains = &self.tested.checklist.domains.list;
        let mut answers = vec![None; domains.len()];
        let mut at = function;
        while let Some((question, children)) = self.diagrams.node(at) {
            let mut open = (0..children.len()).filter(|answer| children[*answer] != NEVER);
            let chosen = match domains.get(question) {
                Some(Domain::Bands(_)) => open.next_back(),
                _ => open.next(),
            };
            let Some(chosen) = chosen else { break };
            answers[question] = u8::try_from(chosen).ok();
            at = children[chosen];
        }
        answers
    }

    /// The numbers that tests answer a question with.
    fn numbers(&self, question: usize) -> BTreeSet<i64> {
        let tests = self.tested.service.tests.items().iter();
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
        let (id, en) = (
            ready::written(ready, Lang::Id),
            ready::written(ready, Lang::En),
        );
        self.sink
            .push(Diagnostic::new(code, span, message).help(say!(
                "tambahkan di bawah `uji`, lalu periksa apakah hasilnya memang begitu:\n{id}",
                "add below `tests`, then see whether the result is as it should be:\n{en}"
            )));
    }
}
