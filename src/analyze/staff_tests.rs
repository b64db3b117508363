//! Tests of the rules, written by staff: each is run against the compiled checklist.

pub(super) mod amounts;

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Code, Diagnostic, Lang, Message, Sink, say};
use crate::language::Language;
use crate::model::service::{Requirement, RequirementKind, ServiceDocument, StaffTest};
use crate::model::{Slot, Text};
use crate::resolve::rules::Rules;
use crate::rule::compile::{Checklist, DecisionId, State};
use crate::rule::questions::Answer;
use crate::rule::syntax::Value as RuleValue;
use crate::rule::words::answers as answer_words;
use amounts::verdict_in_words;

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
        // What could not be read may have been the expectation.
        let understood = !sink.has_errors();
        for test in self.service.tests.items() {
            if understood && expects_nothing(test) {
                sink.push(without_expectation(test));
            }
            let answers = self.answers(test);
            // Of a wrong verdict everything else follows; it is said once.
            if self.check_verdict(test, &answers, sink) {
                self.check_bring(test, &answers, sink);
                self.check_fails(test, &answers, sink);
            }
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

    /// Whether the verdict is the one expected, if one is.
    fn check_verdict(&self, test: &StaffTest, answers: &Answers, sink: &mut Sink) -> bool {
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
            (None, None) => return true,
        };
        let actual = self.checklist.verdict(answers).name();
        if expected.contains(&actual) {
            return true;
        }
        // Where papers are brought, nothing turns away: that is what the test says first of all.
        let wanted = expected.first().copied().unwrap_or("eligible");
        let words = |lang: Lang| {
            (
                verdict_in_words(actual, lang),
                verdict_in_words(wanted, lang),
            )
        };
        let ((got_id, wanted_id), (got_en, wanted_en)) = (words(Lang::Id), words(Lang::En));
        let found = say!(
            "hasilnya {got_id}, padahal uji mengharapkan {wanted_id}",
            "the verdict is {got_en}, but the test expects {wanted_en}"
        );
        sink.push(self.failure(test, answers, found, self.why_verdict(answers)));
        false
    }

    fn check_bring(&self, test: &StaffTest, answers: &Answers, sink: &mut Sink) {
        let list = self.service.requirements.items();
        let known = |name: &Text| number_in(list, "", &name.value).is_some();
        // A name of nothing is a finding of its own.
        if test.bring.get().is_none() || !test.bring.items().iter().all(known) {
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
        let (found, help) = self.other_papers(&missing, &extra);
        let first = missing.first().or(extra.first());
        let why =
            first.and_then(|number| self.why_item(&format!("requirements.{number}"), answers));
        sink.push(self.failure(test, answers, found, why).help(help));
    }

    /// What is brought otherwise than expected, and what to type if that is right.
    fn other_papers(&self, missing: &[&String], extra: &[&String]) -> (Message, Message) {
        let list = |numbers: &[&String]| {
            let named = numbers.iter().map(|number| self.named(number));
            named.collect::<Vec<_>>().join(", ")
        };
        let items = |numbers: &[&String]| {
            let lines = numbers
                .iter()
                .map(|number| format!("- {}", self.id_or_number(number)));
            lines.collect::<Vec<_>>().join(", ")
        };
        let (gone, more) = (list(missing), list(extra));
        let (delete, add) = (items(missing), items(extra));
        let added = say!(
            "tambahkan di bawah `bawa`: {add}",
            "add below `bring`: {add}"
        );
        let deleted = say!(
            "hapus dari `bawa`: {delete}",
            "delete from `bring`: {delete}"
        );
        let needed = say!(
            "menurut aturan juga dibawa: {more}",
            "the rules also ask for: {more}"
        );
        let unneeded = say!(
            "menurut aturan tidak dibawa: {gone}",
            "the rules do not ask for: {gone}"
        );
        let (found, what) = match (missing.is_empty(), extra.is_empty()) {
            (true, _) => (needed, added),
            (_, true) => (unneeded, deleted),
            _ => (joined(&unneeded, &needed), joined(&deleted, &added)),
        };
        let Message { id, en } = what;
        let help = say!(
            "periksa aturannya; bila aturannya benar, {id}",
            "check the rule; if the rule is right, {en}"
        );
        (found, help)
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
        let list = |paths: &BTreeSet<String>, none: &str| {
            let list: Vec<String> = paths.iter().map(|path| self.criterion(path)).collect();
            if list.is_empty() {
                none.to_owned()
            } else {
                list.join(", ")
            }
        };
        let (wanted_id, got_id) = (list(&expected, "tidak ada"), list(&actual, "tidak ada"));
        let (wanted_en, got_en) = (list(&expected, "none"), list(&actual, "none"));
        let found = say!(
            "syarat yang tidak terpenuhi: {got_id}, padahal uji mengharapkan: {wanted_id}",
            "the criteria that fail: {got_en}, but the test expects: {wanted_en}"
        );
        let differing = expected.symmetric_difference(&actual).next();
        let why = differing.and_then(|path| self.why_criterion(path, answers));
        sink.push(self.failure(test, answers, found, why));
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
        match self.id_or_number(number) {
            same if same == number => same,
            id => format!("{number} ({id})"),
        }
    }

    fn id_or_number(&self, number: &str) -> String {
        let found = requirement_at(self.service.requirements.items(), number);
        let id = found.and_then(|requirement| requirement.id.get());
        id.map_or_else(|| number.to_owned(), |id| id.value.clone())
    }

    /// The criterion at a path, as a test would name it.
    fn criterion(&self, path: &str) -> String {
        if let Some(number) = path.strip_prefix("requirements.") {
            return self.named(number);
        }
        let number = path.strip_prefix("eligibility.");
        let index = number.and_then(|number| number.parse::<usize>().ok()?.checked_sub(1));
        let criterion = index.and_then(|index| self.service.eligibility.items().get(index));
        let id = criterion.and_then(|criterion| criterion.id.get());
        id.map_or_else(|| path.to_owned(), |id| id.value.clone())
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
                answer_words(asked, domain, *mask, Language::spoken(lang))
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
                Some(answer_words(
                    asked,
                    domain,
                    1 << (*answer)?,
                    Language::spoken(lang),
                ))
            });
            parts.collect::<Vec<_>>().join("; ")
        };
        let (id, en) = (say(Lang::Id), say(Lang::En));
        say!("jawaban: {id}", "answers: {en}")
    }
}

fn expects_nothing(test: &StaffTest) -> bool {
    let lists = [
        &test.bring,
        &test.fails,
        &test.not_eligible,
        &test.not_needed,
        &test.do_first,
    ];
    lists.iter().all(|list| list.is_absent())
        && test.verdict.get().is_none()
        && test.cost.get().is_none()
        && test.time.get().is_none()
}

fn without_expectation(test: &StaffTest) -> Diagnostic {
    let name = test.name.str();
    Diagnostic::new(
        Code::K0804,
        test.name.get().map_or(test.span, |name| name.span),
        say!(
            "uji `{name}` tidak mengharapkan apa pun, jadi tidak menguji apa pun",
            "the test `{name}` expects nothing, so it tests nothing"
        ),
    )
    .help(say!(
        "tambahkan di bawahnya, misalnya: hasil: memenuhi, atau bawa: dan daftar suratnya",
        "add below it, such as: verdict: eligible, or bring: and the list of papers"
    ))
}

fn joined(one: &Message, other: &Message) -> Message {
    let (id, en) = (&one.id, &one.en);
    let (other_id, other_en) = (&other.id, &other.en);
    say!("{id}; {other_id}", "{en}; {other_en}")
}

/// The requirement with a number such as `2.1`.
fn requirement_at<'s>(list: &'s [Requirement], number: &str) -> Option<&'s Requirement> {
    let (first, rest) = number.split_once('.').unwrap_or((number, ""));
    let requirement = list.get(first.parse::<usize>().ok()?.checked_sub(1)?)?;
    if rest.is_empty() {
        return Some(requirement);
    }
    requirement_at(requirement.items.items(), rest)
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
