//! Silences of the text that the rules decide without a word.
//!
//! Seed, requirement 6: the old card is needed if it is damaged *or* the data changed, requirement 7: the police letter
//! if it is lost. Nobody can bring a card that is lost, so the author narrows the condition of 6; and whoever lost the
//! card *and* changed the data is then told to bring the letter only, which no sentence says.
//!
//! A paper with `cannot_have` is suspected exactly where all of this holds:
//! 1. its condition has a reason besides the answers that `cannot_have` reads: whatever those answers are, as long as
//!    the paper can be had, that reason alone makes it needed;
//! 2. another paper is needed only by people who cannot have this one, and its condition knows nothing of the reason;
//! 3. some people whom the service does not turn away are in both cases, and some in the second only;
//! 4. no item has a condition on both, and no `unsettled` covers them.

use std::collections::BTreeSet;

use super::papers::{name, needed};
use super::written::written_term;
use super::{Analysis, Paper};
use crate::analyze::texts;
use crate::diagnostic::{Code, Diagnostic, say};
use crate::resolve::service::{Item, Service};
use crate::rule::check::Rule;
use crate::rule::compile::Key;
use crate::rule::diagram::{ALWAYS, Function, NEVER};
use crate::rule::domain::Domain;
use crate::rule::terms::{Primes, Term};

/// Combinations of the answers that `cannot_have` reads; more are not tried.
const MOST_COMBINATIONS: usize = 512;

/// Terms of a case; one with more cannot be said in a line.
const MOST_TERMS: usize = 20;

impl Analysis<'_> {
    pub(super) fn silences(&mut self, admitted: Function) {
        let settled = self.service.rules.unsettled.iter();
        let settled: Vec<Function> = settled.map(|rule| self.function(rule)).collect();
        let declared = self.diagrams.any(&settled);
        let undeclared = self.diagrams.not(declared);
        let open = self.diagrams.and(admitted, undeclared);
        for paper in self.limited_papers() {
            let finding = match paper.0.inference() {
                None => self.silence(paper, (admitted, open)),
                Some(_) => None,
            };
            self.sink.extend(finding);
        }
    }

    fn silence(
        &mut self,
        paper: Paper<'_>,
        (admitted, open): (Function, Function),
    ) -> Option<Diagnostic> {
        let when = needed(paper.0)?;
        let reason = self.reason_besides(paper, when)?;
        let without = self.diagrams.not(reason);
        let cannot = self.function(paper.1);
        let can = self.diagrams.not(cannot);
        let needed = self.function(when);
        let not_needed = self.diagrams.not(needed);
        for (item, other) in demanded(self.service) {
            if related(self.service, item, paper.0) {
                continue;
            }
            let theirs = self.function(other);
            let only = self.diagrams.all(&[admitted, theirs, can]);
            let both = self
                .diagrams
                .all(&[open, theirs, cannot, reason, not_needed]);
            let alone = self.diagrams.all(&[admitted, theirs, cannot, without]);
            if only != NEVER || both == NEVER || alone == NEVER {
                continue;
            }
            let known = other.reads();
            let beside: BTreeSet<usize> =
                self.support(reason).difference(&known).copied().collect();
            if beside.is_empty() || combined(self.service, [item.key, paper.0.key], &known, &beside)
            {
                continue;
            }
            let case = self.diagrams.all(&[theirs, cannot, reason]);
            return self.told(paper.0, when, other, case);
        }
        None
    }

    /// What makes the paper needed by itself, whatever the answers to the questions of `cannot_have`, as long as the
    /// paper can be had. `None` where there is no such reason, or it is the only one and the sentence names another.
    fn reason_besides(&mut self, (paper, cannot_have): Paper<'_>, when: &Rule) -> Option<Function> {
        let questions = cannot_have.reads();
        let mut cases = vec![(self.function(when), self.function(cannot_have))];
        for question in questions.iter().copied() {
            let size = self.domains.list.get(question).map_or(0, Domain::size);
            if cases.len() * size > MOST_COMBINATIONS {
                return None;
            }
            let mut next = Vec::new();
            for (needed, cannot) in cases {
                for answer in 0..size {
                    let needed = self.diagrams.given(needed, question, answer);
                    next.push((needed, self.diagrams.given(cannot, question, answer)));
                }
            }
            cases = next;
        }
        let possible: Vec<Function> = cases
            .into_iter()
            .filter(|(_, cannot)| *cannot == NEVER)
            .map(|(needed, _)| needed)
            .collect();
        let reason = self.diagrams.all(&possible);
        let one_of_several = possible.iter().any(|needed| *needed != reason);
        let sentence = paper.wording().1.str();
        let found = reason != NEVER
            && reason != ALWAYS
            && (one_of_several || texts::names_other_reason(sentence, self.questions, &questions));
        found.then_some(reason)
    }

    /// The questions on which a function depends.
    fn support(&self, function: Function) -> BTreeSet<usize> {
        let mut found = BTreeSet::new();
        let mut seen = BTreeSet::from([function]);
        let mut open = vec![function];
        while let Some(function) = open.pop() {
            if let Some((question, children)) = self.diagrams.node(function) {
                found.insert(question);
                open.extend(children.iter().filter(|child| seen.insert(**child)));
            }
        }
        found
    }

    fn told(
        &mut self,
        paper: &Item<'_>,
        when: &Rule,
        other: &Rule,
        case: Function,
    ) -> Option<Diagnostic> {
        let terms: Vec<Term> = Primes::default().of(case, &mut self.diagrams, MOST_TERMS)?;
        let typed = written_term(terms.first()?, self.questions, &self.domains);
        let shown = self.example(case);
        let name = name(paper);
        let (typed_id, typed_en) = (typed.id, typed.en);
        let span = paper.when.as_ref().unwrap_or(when).span;
        Some(
            Diagnostic::new(
                Code::K0335,
                span,
                say!(
                    "`{name}` tidak diminta jika dua keadaan bertemu; kalimat resminya tidak mengatur itu",
                    "`{name}` is not required when two circumstances meet; the legal text does not settle that"
                ),
            )
            .label(shown)
            .also(
                other.span,
                say!("dokumen ini hanya menyebut keadaan yang lain", "this document mentions only the other one"),
            )
            .help(say!(
                "tanyakan kepada yang berwenang; selama belum ada jawaban, ketik di bawah belum_diatur: - jika: {typed_id}; lalu di baris berikutnya: pesan: …",
                "ask the office in charge; until it answers, type under unsettled: - when: {typed_en}; then on the next line: say: …"
            )),
        )
    }
}

/// What is demanded of some people: the conditional items of the requirements, and when; rows, cases and steps are not.
fn demanded<'a>(service: &'a Service<'_>) -> impl Iterator<Item = (&'a Item<'a>, &'a Rule)> {
    let items = service.requirements();
    items.filter_map(|item| Some((item, needed(item)?)))
}

/// Whether one item is the other or a part of it.
fn related(service: &Service<'_>, one: &Item<'_>, other: &Item<'_>) -> bool {
    let within = |inner, outer: &Item<'_>| service.around(inner).any(|item| item.key == outer.key);
    one.key == other.key || within(one, other) || within(other, one)
}

/// Whether some other item speaks of both circumstances.
fn combined(
    service: &Service<'_>,
    but: [Key; 2],
    known: &BTreeSet<usize>,
    beside: &BTreeSet<usize>,
) -> bool {
    let mut others = demanded(service).filter(|(item, _)| !but.contains(&item.key));
    others.any(|(_, rule)| {
        let reads = rule.reads();
        !reads.is_disjoint(known) && !reads.is_disjoint(beside)
    })
}
