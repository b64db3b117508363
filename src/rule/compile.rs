//! Compiles the rules of a service: what is decided by which answers, as terms, or as a diagram where terms explode.
//!
//! Whatever the page shows is asked of *decisions*: "does this hold under every completion of the answers?". An item
//! has two (its condition and the opposite), the verdict is put together from the criteria's own and three more
//! ("some criterion of this kind fails"), and a question is irrelevant where several hold at once.

mod evaluate;
#[cfg(test)]
pub(crate) mod oracle;
#[cfg(test)]
pub(crate) mod random;
#[cfg(test)]
mod tests;

pub use evaluate::{State, Verdict};

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Sink, say};
use crate::rule::check::Rule;
use crate::rule::diagram::{Diagrams, Function};
use crate::rule::domain::Domains;
use crate::rule::terms::{Primes, Term};
use crate::span::Span;

/// Terms a service may have.
const MOST_TERMS: usize = 2_000;

/// Terms one decision may have; a longer list is a diagram.
const MOST_OF_ONE: usize = 300;

/// What follows when a criterion is false.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The service is not for this person.
    NotEligible,
    /// There is no need for it.
    NotNeeded,
    /// Something must be done before.
    DoFirst,
}

impl Kind {
    /// All kinds, the heaviest first.
    pub const ALL: [Kind; 3] = [Kind::NotEligible, Kind::NotNeeded, Kind::DoFirst];
}

/// The rules of a service, as they are given to the compiler. A path is that of the page: `requirements.6`.
#[derive(Debug, Clone, Default)]
pub struct Rules {
    /// Items with their condition.
    pub items: Vec<(String, Rule)>,
    /// Criteria with what must hold (see [`Rule::only_when`] for one with a condition) and what follows otherwise.
    pub criteria: Vec<(String, Rule, Kind)>,
    /// The silences of the text.
    pub unsettled: Vec<Rule>,
}

impl Rules {
    /// Every rule, in order: what [`Domains::of`] wants to see.
    pub fn each(&self) -> impl Iterator<Item = &Rule> {
        let items = self.items.iter().map(|(_, rule)| rule);
        let criteria = self.criteria.iter().map(|(_, rule, _)| rule);
        items.chain(criteria).chain(&self.unsettled)
    }
}

/// Whether something holds under every completion of the answers.
#[derive(Debug, Clone)]
pub struct Decision {
    /// What must hold.
    pub function: Function,
    /// All its prime implicants, shortest first; `None` where they are too many and the diagram decides.
    pub terms: Option<Vec<Term>>,
}

/// The number of a decision in [`Checklist::decisions`].
pub type DecisionId = usize;

/// A condition: decided to hold, decided not to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Condition {
    /// It holds under every completion.
    pub yes: DecisionId,
    /// It holds under none.
    pub no: DecisionId,
}

/// The compiled rules of a service.
#[derive(Debug, Clone)]
pub struct Checklist {
    /// The answers of each question.
    pub domains: Domains,
    /// The decisions; no two are the same function.
    pub decisions: Vec<Decision>,
    /// Items by path.
    pub items: Vec<(String, Condition)>,
    /// Criteria by path; the condition is what must hold.
    pub criteria: Vec<(String, Condition, Kind)>,
    /// The silences of the text.
    pub unsettled: Vec<Condition>,
    /// For each kind, the heaviest first: some criterion of it is false. `None` if it has none.
    pub failing: [Option<DecisionId>; 3],
    /// For each question: it changes nothing where all of these hold.
    pub indifferent: Vec<Vec<DecisionId>>,
    diagrams: Diagrams,
}

impl Checklist {
    /// Compiles the rules. `None` if they are too intertwined for an exact answer; the sink then has the reason.
    /// A condition whose terms are too many is reported too, but stays exact through its diagram.
    pub fn compile(domains: Domains, rules: &Rules, sink: &mut Sink) -> Option<Self> {
        let mut compiler = Compiler::new(&domains);
        let items = compiler.items(rules, &domains);
        let criteria = compiler.criteria(rules, &domains);
        let unsettled: Vec<Condition> = rules
            .unsettled
            .iter()
            .map(|rule| compiler.condition(rule, &domains))
            .collect();
        let failing = Kind::ALL.map(|kind| compiler.failing(&criteria, kind));
        let conditions = items.iter().map(|(_, condition)| condition);
        let conditions = conditions
            .chain(criteria.iter().map(|(_, condition, _)| condition))
            .chain(&unsettled);
        let functions: Vec<Function> = conditions
            .map(|condition| compiler.decisions[condition.yes].function)
            .collect();
        let indifferent = (0..domains.list.len())
            .map(|question| compiler.indifferent(&functions, question))
            .collect();
        if compiler.diagrams.overflowed() {
            if let Some(rule) = rules.each().next() {
                sink.push(intertwined(rule.span));
            }
            return None;
        }
        let checklist = Self {
            decisions: compiler.decisions,
            diagrams: compiler.diagrams,
            domains,
            items,
            criteria,
            unsettled,
            failing,
            indifferent,
        };
        checklist.report_large(rules, sink);
        Some(checklist)
    }

    /// The number of terms of all decisions.
    pub fn term_count(&self) -> usize {
        let terms = self
            .decisions
            .iter()
            .filter_map(|decision| decision.terms.as_ref());
        terms.map(Vec::len).sum()
    }

    /// The diagrams, for whoever analyses further.
    pub fn diagrams(&self) -> &Diagrams {
        &self.diagrams
    }

    /// A warning for each condition whose terms are too many.
    fn report_large(&self, rules: &Rules, sink: &mut Sink) {
        let large = |condition: &Condition| {
            [condition.yes, condition.no]
                .iter()
                .any(|id| self.decisions[*id].terms.is_none())
        };
        let items = rules
            .items
            .iter()
            .zip(&self.items)
            .map(|((_, rule), (_, condition))| (rule, condition));
        let criteria = rules
            .criteria
            .iter()
            .zip(&self.criteria)
            .map(|((_, rule, _), (_, condition, _))| (rule, condition));
        let unsettled = rules.unsettled.iter().zip(&self.unsettled);
        for (rule, condition) in items.chain(criteria).chain(unsettled) {
            if large(condition) {
                sink.push(too_many_ways(rule.span));
            }
        }
    }
}

struct Compiler {
    diagrams: Diagrams,
    primes: Primes,
    decisions: Vec<Decision>,
    known: BTreeMap<Function, DecisionId>,
    terms_left: usize,
}

impl Compiler {
    fn new(domains: &Domains) -> Self {
        Self {
            diagrams: Diagrams::new(domains),
            primes: Primes::default(),
            decisions: Vec::new(),
            known: BTreeMap::new(),
            terms_left: MOST_TERMS,
        }
    }

    fn items(&mut self, rules: &Rules, domains: &Domains) -> Vec<(String, Condition)> {
        let items = rules.items.iter();
        items
            .map(|(path, rule)| (path.clone(), self.condition(rule, domains)))
            .collect()
    }

    fn criteria(&mut self, rules: &Rules, domains: &Domains) -> Vec<(String, Condition, Kind)> {
        let criteria = rules.criteria.iter();
        criteria
            .map(|(path, rule, kind)| (path.clone(), self.condition(rule, domains), *kind))
            .collect()
    }

    fn condition(&mut self, rule: &Rule, domains: &Domains) -> Condition {
        let yes = self.diagrams.rule(rule, domains);
        let no = self.diagrams.not(yes);
        Condition {
            yes: self.decision(yes),
            no: self.decision(no),
        }
    }

    fn decision(&mut self, function: Function) -> DecisionId {
        if let Some(known) = self.known.get(&function) {
            return *known;
        }
        let most = self.terms_left.min(MOST_OF_ONE);
        let terms = self.primes.of(function, &mut self.diagrams, most);
        self.terms_left -= terms.as_ref().map_or(0, Vec::len);
        let id = self.decisions.len();
        self.decisions.push(Decision { function, terms });
        self.known.insert(function, id);
        id
    }

    /// Some criterion of this kind is false.
    fn failing(
        &mut self,
        criteria: &[(String, Condition, Kind)],
        kind: Kind,
    ) -> Option<DecisionId> {
        let of_kind = criteria.iter().filter(|(_, _, other)| *other == kind);
        let fails: Vec<Function> = of_kind
            .map(|(_, condition, _)| self.decisions[condition.no].function)
            .collect();
        let any = self.diagrams.any(&fails);
        (!fails.is_empty()).then(|| self.decision(any))
    }

    /// What must hold for the answer to `question` to change none of the functions.
    fn indifferent(&mut self, functions: &[Function], question: usize) -> Vec<DecisionId> {
        let mut decisions = Vec::new();
        for function in functions {
            let same = self.diagrams.indifferent(*function, question);
            if same == crate::rule::diagram::ALWAYS {
                continue;
            }
            if same == crate::rule::diagram::NEVER {
                return vec![self.decision(same)];
            }
            let id = self.decision(same);
            if !decisions.contains(&id) {
                decisions.push(id);
            }
        }
        decisions
    }
}

fn too_many_ways(span: Span) -> Diagnostic {
    Diagnostic::new(
        Code::K0317,
        span,
        say!(
            "syarat ini dapat terpenuhi atau gagal dengan lebih dari {MOST_OF_ONE} cara, sehingga tanpa JavaScript hanya tampil dalam kata-kata",
            "this condition can be met or missed in more than {MOST_OF_ONE} ways, so without JavaScript it stands in words only"
        ),
    )
    .help(say!(
        "pecah menjadi beberapa syarat, masing-masing dengan `jika` sendiri yang lebih pendek",
        "split it into several items, each with a shorter `when` of its own"
    ))
}

fn intertwined(span: Span) -> Diagnostic {
    Diagnostic::new(
        Code::K0301,
        span,
        say!(
            "syarat-syarat layanan ini terlalu rumit untuk dihitung dengan pasti",
            "the conditions of this service are too intertwined to be decided exactly"
        ),
    )
    .help(say!(
        "bagi layanan ini menjadi beberapa layanan, atau pakai lebih sedikit pertanyaan dalam satu syarat",
        "divide it into several services, or let each condition read fewer questions"
    ))
}
