//! Tests of the rules, written by staff: each is run against the compiled checklist.

pub(super) mod amounts;

use std::collections::BTreeSet;

use crate::diagnostic::{Code, Diagnostic, Lang, Message, Sink, say};
use crate::language::Language;
use crate::model::service::{StaffTest, Verdict};
use crate::resolve::service::{Item, List, Service, States};
use crate::rule::compile::{Checklist, DecisionId, Key, State};
use crate::rule::questions::Answer;
use crate::rule::syntax::Value as RuleValue;
use crate::rule::words::answers as answer_words;
use crate::span::Span;
use amounts::verdict_in_words;

/// A service with its compiled checklist, as tests see it.
#[derive(Debug)]
pub struct Tested<'a> {
    /// The service.
    pub service: &'a Service<'a>,
    /// Its compiled rules.
    pub checklist: &'a Checklist,
}

/// The answers of a test, by question; `None` where the test leaves it open.
type Answers = Vec<Option<u8>>;

impl Tested<'_> {
    /// Runs every test of the service and reports those that fail.
    pub fn run(&self, sink: &mut Sink) {
        // What could not be read may have been the expectation.
        let understood = !sink.has_errors();
        for test in self.service.document.tests.items() {
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
        let tests = self.service.document.tests.items().iter();
        let waiting = tests.filter(|test| test.draft.get() == Some(&true));
        let waiting: Vec<&StaffTest> = waiting.collect();
        sink.extend(
            waiting
                .first()
                .map(|first| unconfirmed(first, waiting.len())),
        );
    }

    /// The answers of a test by question, bands of numbers as the rules cut them.
    pub(super) fn answers(&self, test: &StaffTest) -> Answers {
        let mut answers = vec![None; self.service.questions.list.len()];
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
            let Some(at) = self.service.questions.find(&name.value) else {
                continue;
            };
            let value = RuleValue::plain(&answer.value, answer.span);
            let question = &self.service.questions.list[at];
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
            (None, None) if !test.bring.is_absent() => vec!["eligible", "do_first", "ask_first"],
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
        let mut finding = self.failure(test, answers, found, self.why_verdict(answers, actual));
        if let (Some(case), "ask_first") = (self.open_case(answers), actual) {
            finding = finding.also(case, say!("kasus yang belum diatur", "the unsettled case"));
        }
        let implied = implied.map(|(key, _)| *key);
        let open = self.unanswered(answers);
        sink.push(match (actual, open.is_empty()) {
            ("incomplete", false) => finding.help(say!(
                "jawab juga: {open}; jika memang belum semua dijawab, ketik: hasil: belum_lengkap",
                "answer this too: {open}; if it is meant to be incomplete, type: verdict: incomplete"
            )),
            _ => finding.help(as_it_is(test, implied, actual)),
        });
        false
    }

    /// The questions without an answer that can still change something.
    fn unanswered(&self, answers: &Answers) -> String {
        let questions = self.service.questions.list.iter().enumerate();
        let open = questions
            .filter(|(at, _)| answers[*at].is_none() && !self.checklist.irrelevant(*at, answers));
        let names: Vec<&str> = open.map(|(_, question)| question.id.as_str()).collect();
        names.join(", ")
    }

    /// Where the first silence stands that these answers fall into.
    fn open_case(&self, answers: &Answers) -> Option<Span> {
        let cases = self.service.unsettled.iter();
        let mut cases = cases.filter_map(|case| case.when.as_ref()).enumerate();
        let open = cases.find(|(index, _)| self.checklist.notice(*index, answers));
        open.map(|(_, when)| when.span)
    }

    fn check_bring(&self, test: &StaffTest, answers: &Answers, sink: &mut Sink) {
        let names = test.bring.items().iter();
        let expected = names.map(|name| Some(self.service.requirement(&name.value)?.key));
        // A name of nothing is a finding of its own.
        let Some(expected) = expected.collect::<Option<BTreeSet<Key>>>() else {
            return;
        };
        if test.bring.get().is_none() {
            return;
        }
        let needed: BTreeSet<Key> = self.brought(answers).map(|item| item.key).collect();
        let item = |key: &Key| &self.service.items[*key];
        let missing: Vec<&Item<'_>> = expected.difference(&needed).map(item).collect();
        let extra: Vec<&Item<'_>> = needed.difference(&expected).map(item).collect();
        if missing.is_empty() && extra.is_empty() {
            return;
        }
        let (found, help) = self.other_papers(&missing, &extra);
        let first = missing.first().or(extra.first());
        let why = first.and_then(|item| self.why(item, answers));
        sink.push(self.failure(test, answers, found, why).help(help));
    }

    /// What is brought otherwise than expected, and what to type if that is right.
    fn other_papers(&self, missing: &[&Item<'_>], extra: &[&Item<'_>]) -> (Message, Message) {
        let list = |items: &[&Item<'_>]| {
            let named = items.iter().map(|item| named(item));
            named.collect::<Vec<_>>().join(", ")
        };
        let items = |items: &[&Item<'_>]| {
            let lines = items.iter().map(|item| format!("- {}", item.name()));
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
            "periksa aturannya; jika aturannya benar, {id}",
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
        let names = given.items().iter();
        let expected = names.map(|name| Some(self.service.find(&name.value)?.key));
        // A name of nothing is a finding of its own.
        let Some(expected) = expected.collect::<Option<BTreeSet<Key>>>() else {
            return;
        };
        let actual: BTreeSet<Key> = self
            .checklist
            .criteria
            .iter()
            .filter(|(_, condition, _)| self.checklist.state(*condition, answers) == State::No)
            .map(|(key, ..)| *key)
            .collect();
        if expected == actual {
            return;
        }
        let list = |keys: &BTreeSet<Key>, none: &str| {
            let items = keys.iter().map(|key| &self.service.items[*key]);
            let list: Vec<String> = items.map(named).collect();
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
        let why = differing.and_then(|key| self.why(&self.service.items[*key], answers));
        sink.push(self.failure(test, answers, found, why));
    }

    /// The state of an item; one without a condition is always needed.
    pub(super) fn state_of(&self, item: &Item<'_>, answers: &[Option<u8>]) -> State {
        let states = item.states.map(States::condition);
        states.map_or(State::Yes, |condition| {
            self.checklist.state(condition, answers)
        })
    }

    /// The papers that these answers ask for.
    pub(super) fn brought(&self, answers: &[Option<u8>]) -> impl Iterator<Item = &Item<'_>> {
        let papers = self.service.papers();
        papers.filter(move |item| self.state_of(item, answers) == State::Yes)
    }

    /// The answers that made the verdict; none for one that waits.
    fn why_verdict(&self, answers: &Answers, verdict: &str) -> Option<Message> {
        let mut rungs = self.checklist.ladder.iter();
        let own = rungs.find(|rung| rung.verdict.name() == verdict);
        self.reason(own?.reached, answers)
    }

    /// The answers that decided an item.
    fn why(&self, item: &Item<'_>, answers: &Answers) -> Option<Message> {
        let condition = item.states?.condition();
        let decided = [condition.yes, condition.no].into_iter();
        let mut decided = decided.filter(|id| self.checklist.decided(*id, answers));
        self.reason(decided.next()?, answers)
    }

    /// The shortest set of answers that made a decision, in words.
    fn reason(&self, decision: DecisionId, answers: &Answers) -> Option<Message> {
        let term = self.checklist.reason(decision, answers)?;
        let say = |lang: Lang| {
            let parts = term.allowed.iter().map(|(question, mask)| {
                let asked = &self.service.questions.list[*question];
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
            "periksa aturannya; jika aturannya benar, perbaiki harapan uji ini",
            "check the rule; if the rule is right, correct what this test expects"
        ))
    }

    /// The answers of a test, in the author's labels.
    fn given(&self, answers: &Answers) -> Message {
        let say = |lang: Lang| {
            let parts = answers.iter().enumerate().filter_map(|(question, answer)| {
                let asked = &self.service.questions.list[question];
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

/// Tests that the program wrote and nobody confirmed.
fn unconfirmed(first: &StaffTest, count: usize) -> Diagnostic {
    let finding = Diagnostic::new(
        Code::K0341,
        first.name.get().map_or(first.span, |name| name.span),
        say!(
            "{count} uji masih rancangan: hasilnya diambil dari aturan, dan belum ada yang membenarkannya",
            "{count} tests are drafts: their results come from the rules, and nobody has confirmed them"
        ),
    );
    finding.help(say!(
        "baca tiap uji: jika hasilnya memang begitu, hapus barisnya: rancangan: ya; jika tidak, perbaiki aturannya",
        "read each test: if its result is what it should be, delete its line: draft: true; if not, correct the rule"
    ))
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
        "tambahkan di bawahnya, misalnya: hasil: memenuhi, atau bawa: dan daftar dokumennya",
        "add below it, for example: verdict: eligible, or bring: and the list of documents"
    ))
}

/// What to type if the verdict is right as it is; `implied` is the list that says another.
fn as_it_is(test: &StaffTest, implied: Option<&str>, verdict: &str) -> Message {
    let mut words = Verdict::CHOICES.iter();
    let id = words
        .find(|word| word.en == verdict)
        .map_or(verdict, |word| word.id);
    if test.verdict.get().is_some() {
        return say!(
            "periksa aturannya; jika aturannya benar, ketik: hasil: {id}",
            "check the rule; if the rule is right, type: verdict: {verdict}"
        );
    }
    let other = StaffTest::SHAPE.find(implied.unwrap_or("bring"));
    let (list_id, list_en) = other.map_or(("bawa", "bring"), |field| (field.id, field.en));
    say!(
        "periksa aturannya; jika aturannya benar, hapus `{list_id}`, lalu ketik: hasil: {id}",
        "check the rule; if the rule is right, delete `{list_en}`, then type: verdict: {verdict}"
    )
}

fn joined(one: &Message, other: &Message) -> Message {
    let (id, en) = (&one.id, &one.en);
    let (other_id, other_en) = (&other.id, &other.en);
    say!("{id}; {other_id}", "{en}; {other_en}")
}

/// An item as a test names it, with its number besides: `6 (ktp-asli)`.
fn named(item: &Item<'_>) -> String {
    let (number, name) = (item.call_number(), item.name());
    match item.list {
        List::Requirements if number != name => format!("{number} ({name})"),
        _ => name.to_owned(),
    }
}
