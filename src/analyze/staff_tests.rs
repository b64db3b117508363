//! Tests of the rules, written by staff: each is run against the compiled checklist.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Code, Diagnostic, Lang, Message, Sink, say};
use crate::model::service::{Requirement, RequirementKind, ServiceDocument, StaffTest};
use crate::model::{Slot, Text};
use crate::resolve::rules::Rules;
use crate::rule::compile::{Checklist, DecisionId, State};
use crate::rule::questions::Answer;
use crate::rule::syntax::Value as RuleValue;
use crate::rule::words::answers as answer_words;

/// A service with its compiled checklist, as tests see it.
#[derive(Debug)]
pub struct Tested<'a> {
    /// The service.
    pub service: &'a ServiceDocument,
    /// Its rules.
    pub rules: &'a Rules,
    /// The same, compiled.
    pub checklist: &'a Checklist,
}

/// The answers of a test, by question; `None` where the test leaves it open.
type Answers = Vec<Option<u8>>;

impl Tested<'_> {
    /// Runs every test of the service and reports those that fail.
    pub fn run(&self, sink: &mut Sink) {
        for test in self.service.tests.items() {
            let answers = self.answers(test);
            self.check_verdict(test, &answers, sink);
            self.check_bring(test, &answers, sink);
            self.check_fails(test, &answers, sink);
            self.check_cost(test, &answers, sink);
            self.check_time(test, &answers, sink);
        }
    }

    /// The answers of a test by question, bands of numbers as the rules cut them.
    pub(super) fn answers(&self, test: &StaffTest) -> Answers {
        let mut answers = vec![None; self.rules.questions.list.len()];
        for (at, answer) in self.given_answers(test) {
            answers[at] = self.checklist.domains.index(at, answer);
        }
        answers
    }

    /// The answers of a test as they are written.
    pub(super) fn given_answers(&self, test: &StaffTest) -> Vec<(usize, Answer)> {
        let mut unseen = Sink::default();
        let mut answers = Vec::new();
        for (name, answer) in test.answers.get().map_or(&[][..], |answers| &answers.0) {
            let Some(at) = self.rules.questions.find(&name.value) else {
                continue;
            };
            let value = RuleValue::plain(&answer.value, answer.span);
            let question = &self.rules.questions.list[at];
            let checked = crate::rule::check::check_answer(question, &value, &mut unseen);
            answers.extend(checked.map(|answer| (at, answer)));
        }
        answers
    }

    fn check_verdict(&self, test: &StaffTest, answers: &Answers, sink: &mut Sink) {
        let lists = [
            ("not_eligible", &test.not_eligible),
            ("not_needed", &test.not_needed),
            ("do_first", &test.do_first),
        ];
        let implied = lists.iter().find(|(_, list)| !list.is_absent());
        let expected = match (test.verdict.get(), implied) {
            (Some(verdict), _) => vec![verdict.key()],
            (None, Some((key, _))) => vec![*key],
            (None, None) if !test.bring.is_absent() => vec!["eligible", "do_first"],
            (None, None) => return,
        };
        let actual = self.checklist.verdict(answers).name();
        if !expected.contains(&actual) {
            let expected = expected.join(" / ");
            let found = say!(
                "hasilnya `{actual}`, bukan `{expected}`",
                "the verdict is `{actual}`, not `{expected}`"
            );
            sink.push(self.failure(test, answers, found, self.why_verdict(answers)));
        }
    }

    fn check_bring(&self, test: &StaffTest, answers: &Answers, sink: &mut Sink) {
        if test.bring.get().is_none() {
            return;
        }
        let mut papers = Vec::new();
        self.papers(self.service.requirements.items(), "", &mut papers);
        let needed: BTreeMap<String, &Requirement> = papers
            .into_iter()
            .filter(|(number, _)| {
                self.state_of(&format!("requirements.{number}"), answers) == State::Yes
            })
            .collect();
        let expected: BTreeSet<String> = test
            .bring
            .items()
            .iter()
            .map(|name| self.number_of(name))
            .collect();
        let missing: Vec<&String> = expected
            .iter()
            .filter(|number| !needed.contains_key(*number))
            .collect();
        let extra: Vec<&String> = needed
            .keys()
            .filter(|number| !expected.contains(*number))
            .collect();
        if missing.is_empty() && extra.is_empty() {
            return;
        }
        let list = |numbers: &[&String]| {
            if numbers.is_empty() {
                return "-".to_owned();
            }
            let named = numbers.iter().map(|number| self.named(number));
            named.collect::<Vec<_>>().join(", ")
        };
        let (gone, more) = (list(&missing), list(&extra));
        let found = say!(
            "yang dibawa berbeda; diharapkan tetapi tidak perlu: {gone}; perlu tetapi tidak diharapkan: {more}",
            "the papers differ; expected but not needed: {gone}; needed but not expected: {more}"
        );
        let first = missing.first().or(extra.first());
        let why =
            first.and_then(|number| self.why_item(&format!("requirements.{number}"), answers));
        sink.push(self.failure(test, answers, found, why));
    }

    fn check_fails(&self, test: &StaffTest, answers: &Answers, sink: &mut Sink) {
        let lists = [
            &test.fails,
            &test.not_eligible,
            &test.not_needed,
            &test.do_first,
        ];
        let given = lists.into_iter().find(|list| !list.is_absent());
        let Some(given) = given else { return };
        let expected: BTreeSet<String> = given
            .items()
            .iter()
            .map(|name| self.criterion_path(name))
            .collect();
        let actual: BTreeSet<String> = self
            .checklist
            .criteria
            .iter()
            .filter(|(_, condition, _)| self.checklist.state(*condition, answers) == State::No)
            .map(|(path, ..)| path.clone())
            .collect();
        if expected == actual {
            return;
        }
        let list = |paths: &BTreeSet<String>| {
            let list: Vec<&str> = paths
                .iter()
                .map(|path| path.strip_prefix("requirements.").unwrap_or(path))
                .collect();
            if list.is_empty() {
                "-".to_owned()
            } else {
                list.join(", ")
            }
        };
        let (wanted, got) = (list(&expected), list(&actual));
        let found = say!(
            "syarat yang tidak terpenuhi: {got}, bukan {wanted}",
            "the criteria that fail are {got}, not {wanted}"
        );
        let differing = expected.symmetric_difference(&actual).next();
        let why = differing.and_then(|path| self.why_criterion(path, answers));
        sink.push(self.failure(test, answers, found, why));
    }

    fn check_cost(&self, test: &StaffTest, answers: &Answers, sink: &mut Sink) {
        let Some(expected) = test.cost.get() else {
            return;
        };
        let rows = self.service.cost.get().map_or(&[][..], |table| &table.0);
        let amounts = rows.iter().enumerate().filter_map(|(index, row)| {
            let amount = row.amount.get()?.value.to_string();
            Some((format!("cost.{}", index + 1), amount))
        });
        let rows: Vec<(String, String)> = amounts.collect();
        let got: Vec<String> = self.holding(&rows, answers);
        if got != [expected.value.clone()] {
            let why = self.why_row(&rows, &expected.value, answers);
            let (wanted, got) = (&expected.value, none_or(&got));
            let found = say!(
                "biayanya {got}, bukan {wanted}",
                "the cost is {got}, not {wanted}"
            );
            sink.push(self.failure(test, answers, found, why));
        }
    }

    fn check_time(&self, test: &StaffTest, answers: &Answers, sink: &mut Sink) {
        let (Some(expected), Some(time)) = (test.time.get(), self.service.time.get()) else {
            return;
        };
        let cases = time.cases.items().iter().enumerate();
        let cases = cases.filter(|(_, case)| case.when.get().is_some());
        let cases: Vec<(String, String)> = cases
            .map(|(index, case)| (format!("time.{}", index + 1), case.text.str().to_owned()))
            .collect();
        let mut texts = self.holding(&cases, answers);
        if texts.is_empty() {
            texts.push(time.text.str().to_owned());
        }
        if texts != [expected.value.clone()] {
            let why = self.why_row(&cases, &expected.value, answers);
            let (wanted, got) = (&expected.value, none_or(&texts));
            let found = say!(
                "waktunya `{got}`, bukan `{wanted}`",
                "the time is `{got}`, not `{wanted}`"
            );
            sink.push(self.failure(test, answers, found, why));
        }
    }

    /// What the rows say that hold, by path and words.
    fn holding(&self, rows: &[(String, String)], answers: &Answers) -> Vec<String> {
        let holding = rows
            .iter()
            .filter(|(path, _)| self.state_of(path, answers) == State::Yes);
        holding.map(|(_, said)| said.clone()).collect()
    }

    /// Why the rows are not as expected: an unexpected one holds, or the expected one does not.
    fn why_row(
        &self,
        rows: &[(String, String)],
        expected: &str,
        answers: &Answers,
    ) -> Option<Message> {
        let wrong = |(path, said): &&(String, String)| {
            let holds = self.state_of(path, answers) == State::Yes;
            holds != (said == expected)
        };
        let mut whys = rows
            .iter()
            .filter(wrong)
            .map(|(path, _)| self.why_item(path, answers));
        whys.find_map(|why| why)
    }

    /// The state of an item; one without a condition is always needed.
    pub(super) fn state_of(&self, path: &str, answers: &[Option<u8>]) -> State {
        let item = self.checklist.items.iter().find(|(known, _)| known == path);
        item.map_or(State::Yes, |(_, condition)| {
            self.checklist.state(*condition, answers)
        })
    }

    /// Papers and forms by number, groups written out.
    pub(super) fn papers<'s>(
        &self,
        list: &'s [Requirement],
        prefix: &str,
        found: &mut Vec<(String, &'s Requirement)>,
    ) {
        for (index, requirement) in list.iter().enumerate() {
            let number = format!("{prefix}{}", index + 1);
            let inner = requirement.items.items();
            if !inner.is_empty() {
                self.papers(inner, &format!("{number}."), found);
            } else if is_paper(requirement) {
                found.push((number, requirement));
            }
        }
    }

    /// The number of a requirement named by id or number.
    fn number_of(&self, name: &Text) -> String {
        number_in(self.service.requirements.items(), "", &name.value)
            .unwrap_or_else(|| name.value.clone())
    }

    fn criterion_path(&self, name: &Text) -> String {
        if let Some(number) = number_in(self.service.requirements.items(), "", &name.value) {
            return format!("requirements.{number}");
        }
        let implied = self.service.eligibility.items().iter();
        let at = implied
            .clone()
            .position(|criterion| is_named(&criterion.id, &name.value));
        at.map_or_else(
            || name.value.clone(),
            |at| format!("eligibility.{}", at + 1),
        )
    }

    fn named(&self, number: &str) -> String {
        let mut papers = Vec::new();
        self.papers(self.service.requirements.items(), "", &mut papers);
        let found = papers.iter().find(|(known, _)| known == number);
        let id = found.and_then(|(_, requirement)| requirement.id.get());
        id.map_or_else(
            || number.to_owned(),
            |id| format!("{number} ({})", id.value),
        )
    }

    fn why_verdict(&self, answers: &Answers) -> Option<Message> {
        let failing = self.checklist.failing.iter().flatten();
        let decided = failing
            .copied()
            .find(|id| self.checklist.decided(*id, answers));
        self.reason(decided?, answers)
    }

    fn why_item(&self, path: &str, answers: &Answers) -> Option<Message> {
        let (_, condition) = self
            .checklist
            .items
            .iter()
            .find(|(known, _)| known == path)?;
        let decided = [condition.yes, condition.no].into_iter();
        let mut decided = decided.filter(|id| self.checklist.decided(*id, answers));
        self.reason(decided.next()?, answers)
    }

    fn why_criterion(&self, path: &str, answers: &Answers) -> Option<Message> {
        let (_, condition, _) = self
            .checklist
            .criteria
            .iter()
            .find(|(known, ..)| known == path)?;
        let decided = [condition.yes, condition.no].into_iter();
        let mut decided = decided.filter(|id| self.checklist.decided(*id, answers));
        self.reason(decided.next()?, answers)
    }

    /// The shortest set of answers that made a decision, in words.
    fn reason(&self, decision: DecisionId, answers: &Answers) -> Option<Message> {
        let term = self.checklist.reason(decision, answers)?;
        let say = |lang: Lang| {
            let parts = term.allowed.iter().map(|(question, mask)| {
                let asked = &self.rules.questions.list[*question];
                let domain = &self.checklist.domains.list[*question];
                answer_words(asked, domain, *mask, lang)
            });
            parts.collect::<Vec<_>>().join("; ")
        };
        let (id, en) = (say(Lang::Id), say(Lang::En));
        (!id.is_empty()).then_some(Message { id, en })
    }

    fn failure(
        &self,
        test: &StaffTest,
        answers: &Answers,
        found: Message,
        why: Option<Message>,
    ) -> Diagnostic {
        let name = test.name.str();
        let Message { id, en } = found;
        let finding = Diagnostic::new(
            Code::K0801,
            test.name.get().map_or(test.span, |name| name.span),
            say!("uji `{name}` gagal: {id}", "the test `{name}` fails: {en}"),
        );
        let given = self.given(answers);
        let finding = match why {
            Some(Message { id, en }) => finding.label(say!("karena {id}", "because {en}")),
            None => finding,
        };
        let finding = match test.answers.get().and_then(|answers| answers.0.first()) {
            Some((name, _)) => finding.also(name.span, given),
            None => finding,
        };
        finding.help(say!(
            "periksa aturannya; bila aturannya benar, perbaiki harapan uji ini",
            "check the rule; if the rule is right, mend what this test expects"
        ))
    }

    /// The answers of a test, in the author's labels.
    fn given(&self, answers: &Answers) -> Message {
        let say = |lang: Lang| {
            let parts = answers.iter().enumerate().filter_map(|(question, answer)| {
                let asked = &self.rules.questions.list[question];
                let domain = &self.checklist.domains.list[question];
                Some(answer_words(asked, domain, 1 << (*answer)?, lang))
            });
            parts.collect::<Vec<_>>().join("; ")
        };
        let (id, en) = (say(Lang::Id), say(Lang::En));
        say!("jawaban: {id}", "answers: {en}")
    }
}

fn none_or(list: &[String]) -> String {
    if list.is_empty() {
        "-".to_owned()
    } else {
        list.join(" + ")
    }
}

fn is_paper(requirement: &Requirement) -> bool {
    match requirement.kind.get() {
        Some(kind) => matches!(kind, RequirementKind::Document | RequirementKind::Form),
        None => requirement.must.get().is_none(),
    }
}

fn is_named(id: &Slot<crate::model::Id>, name: &str) -> bool {
    id.get().is_some_and(|id| id.value == name)
}

/// The number of the requirement that `name` means: `3`, `2.1`, or an id.
fn number_in(list: &[Requirement], prefix: &str, name: &str) -> Option<String> {
    list.iter().enumerate().find_map(|(index, requirement)| {
        let number = format!("{prefix}{}", index + 1);
        if number == name || is_named(&requirement.id, name) {
            return Some(number);
        }
        number_in(requirement.items.items(), &format!("{number}."), name)
    })
}
