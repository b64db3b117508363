//! Compiles the rules of a service: what is decided by which answers, as terms.
//!
//! Whatever the page shows is asked of *decisions*: "does this hold under every completion of the answers?". An item
//! has two (its condition and the opposite), the verdict is put together from those of the criteria and silences and
//! a few more ("some criterion of this kind fails"), and a question is irrelevant where several hold at once.
//!
//! A decision whose terms are too many for a page has none: no page claims it, and the condition stands there in words.
//! The analysis, which asks the diagrams, stays exact.

mod evaluate;
mod finder;
mod ladder;
mod together;

pub use evaluate::{State, Verdict};
pub use finder::{Finder, Projection, Sorted, joint_domains};
pub use ladder::{Claim, Rung};
pub use together::Together;

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Sink, say};
use crate::rule::check::Rule;
use crate::rule::diagram::{ALWAYS, Diagrams, Function, NEVER};
use crate::rule::domain::Domains;
use crate::rule::terms::{Primes, Term};
use crate::span::Span;

/// Terms one decision may have.
const MOST_TERMS: usize = 300;

/// Answers that the terms of a service may name, each of which is some 75 bytes of style before compression.
const MOST_LITERALS: usize = 1_000;

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

    /// The verdict of answers by which a criterion of this kind fails, and none of a heavier one.
    pub fn verdict(self) -> Verdict {
        match self {
            Self::NotEligible => Verdict::NotEligible,
            Self::NotNeeded => Verdict::NotNeeded,
            Self::DoFirst => Verdict::DoFirst,
        }
    }
}

/// What bears a rule, as whoever compiles counts it; the room knows nothing else of it.
pub type Key = usize;

/// The rules of a service, as they are given to the compiler.
#[derive(Debug, Clone, Default)]
pub struct Rules {
    /// Items with their condition.
    pub items: Vec<(Key, Rule)>,
    /// Criteria with what must hold (see [`Rule::only_when`] for one with a condition) and what follows otherwise.
    pub criteria: Vec<(Key, Rule, Kind)>,
    /// Whom a criterion concerns at all, for those that have a condition.
    pub concerned: Vec<(Key, Rule)>,
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
    /// All its prime implicants, shortest first; none where they are too many.
    pub terms: Vec<Term>,
}

impl Decision {
    /// Whether its terms are too many, so that no page can say when it is made.
    pub fn in_words(&self) -> bool {
        self.terms.is_empty() && self.function != NEVER
    }
}

/// The number of a decision in [`Checklist::decisions`].
pub type DecisionId = usize;

/// The decision that is made before any answer.
const SURE: DecisionId = 0;

/// A condition: decided to hold, decided not to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Condition {
    /// It holds under every completion.
    pub yes: DecisionId,
    /// It holds under none.
    pub no: DecisionId,
}

/// Criteria by key: what must hold, and what follows otherwise.
type Criteria = Vec<(Key, Condition, Kind)>;

/// The compiled rules of a service.
#[derive(Debug, Clone)]
pub struct Checklist {
    /// The answers of each question.
    pub domains: Domains,
    /// The decisions. No two are the same function, unless a page must not claim one of them.
    pub decisions: Vec<Decision>,
    /// Items by key.
    pub items: Vec<(Key, Condition)>,
    /// Criteria by key; the condition is what must hold.
    pub criteria: Vec<(Key, Condition, Kind)>,
    /// For criteria that have a condition themselves, by key: they concern nobody with these answers.
    pub unconcerned: Vec<(Key, DecisionId)>,
    /// The silences of the text.
    pub unsettled: Vec<Condition>,
    /// What the verdict rests on, the heaviest first; below all of it one is eligible.
    pub ladder: Vec<Rung>,
    /// For each question: it changes nothing where all of these hold.
    pub indifferent: Vec<Vec<DecisionId>>,
    /// The sums of which one is asked, each with the decision that it is this one: see [`Checklist::decide_sums`].
    pub sums: Vec<DecisionId>,
    diagrams: Diagrams,
}

impl Checklist {
    /// Compiles the rules. `None` if they are too intertwined for an exact answer; the sink then has the reason.
    /// A condition with more terms than a page can carry is reported too.
    pub fn compile(domains: Domains, rules: &Rules, sink: &mut Sink) -> Option<Self> {
        let mut compiler = Compiler::new(&domains);
        // What the verdict needs comes first: for it there are terms left.
        let (criteria, unconcerned) = compiler.criteria(rules, &domains);
        let unsettled = rules.unsettled.iter();
        let unsettled = unsettled.map(|rule| compiler.condition(rule, &domains));
        let unsettled: Vec<Condition> = unsettled.collect();
        let ladder = compiler.ladder(&criteria, &unsettled);
        let items = compiler.items(rules, &domains);
        let decided = conditions(&items, &criteria, &unsettled).map(|condition| condition.yes);
        let decided = decided.chain(unconcerned.iter().map(|(_, never)| *never));
        let functions: Vec<Function> = decided
            .map(|decision| compiler.decisions[decision].function)
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
            unconcerned,
            unsettled,
            ladder,
            indifferent,
            sums: Vec::new(),
        };
        let (items, criteria) = (&checklist.items, &checklist.criteria);
        let conditions = conditions(items, criteria, &checklist.unsettled);
        for (rule, condition) in rules.each().zip(conditions) {
            if checklist.in_words(*condition) {
                sink.push(too_many_ways(rule.span));
            }
        }
        Some(checklist)
    }

    /// The diagrams, for whoever analyzes further.
    pub fn diagrams(&self) -> &Diagrams {
        &self.diagrams
    }

    /// Whether no page can say of some answers what a condition comes to, so that it stands there in words.
    pub fn in_words(&self, condition: Condition) -> bool {
        let sides = [condition.yes, condition.no];
        sides.iter().any(|id| self.decisions[*id].in_words())
    }

    /// Whether no page can say of some answers what the verdict is, so that the reader must judge.
    pub fn waits(&self) -> bool {
        let criteria = self.criteria.iter().map(|(_, condition, _)| condition);
        let mut conditions = criteria.chain(&self.unsettled);
        conditions.any(|condition| self.in_words(*condition))
    }

    /// The decision with which a page shows the notice of a silence; one that stands in words always shows.
    pub fn noticed(&self, silence: usize) -> DecisionId {
        match self.unsettled[silence].yes {
            known if self.decisions[known].in_words() => SURE,
            known => known,
        }
    }
}

/// Every condition, in the order of [`Rules::each`].
fn conditions<'a>(
    items: &'a [(Key, Condition)],
    criteria: &'a [(Key, Condition, Kind)],
    unsettled: &'a [Condition],
) -> impl Iterator<Item = &'a Condition> {
    let items = items.iter().map(|(_, condition)| condition);
    let criteria = criteria.iter().map(|(_, condition, _)| condition);
    items.chain(criteria).chain(unsettled)
}

/// How many answers these terms name.
fn literals<'a>(terms: impl IntoIterator<Item = &'a Term>) -> usize {
    let each = terms.into_iter().map(|term| term.allowed.len());
    each.sum()
}

struct Compiler {
    diagrams: Diagrams,
    primes: Primes,
    decisions: Vec<Decision>,
    known: BTreeMap<Function, DecisionId>,
    literals_left: usize,
}

impl Compiler {
    fn new(domains: &Domains) -> Self {
        let sure = Decision {
            function: ALWAYS,
            terms: vec![Term::default()],
        };
        Self {
            diagrams: Diagrams::new(domains),
            primes: Primes::default(),
            decisions: vec![sure],
            known: BTreeMap::from([(ALWAYS, SURE)]),
            literals_left: MOST_LITERALS,
        }
    }

    /// A checklist of decisions alone.
    fn bare(self, domains: Domains, indifferent: Vec<Vec<DecisionId>>) -> Checklist {
        Checklist {
            decisions: self.decisions,
            diagrams: self.diagrams,
            domains,
            items: Vec::new(),
            criteria: Vec::new(),
            unconcerned: Vec::new(),
            unsettled: Vec::new(),
            ladder: Vec::new(),
            indifferent,
            sums: Vec::new(),
        }
    }

    fn items(&mut self, rules: &Rules, domains: &Domains) -> Vec<(Key, Condition)> {
        let items = rules.items.iter();
        items
            .map(|(key, rule)| (*key, self.condition(rule, domains)))
            .collect()
    }

    /// The criteria, and for those that have a condition that it does not hold. Where no page can tell that, it must
    /// not call the criterion met either.
    fn criteria(&mut self, rules: &Rules, domains: &Domains) -> (Criteria, Vec<(Key, DecisionId)>) {
        let criteria = rules.criteria.iter();
        let mut criteria: Criteria = criteria
            .map(|(key, rule, kind)| (*key, self.condition(rule, domains), *kind))
            .collect();
        let mut unconcerned = Vec::new();
        for (key, rule) in &rules.concerned {
            let never = self.condition(rule, domains).no;
            unconcerned.push((*key, never));
            let own = criteria.iter_mut().find(|(known, ..)| known == key);
            if let Some((_, own, _)) = own.filter(|_| self.decisions[never].in_words()) {
                own.yes = self.unclaimed(own.yes);
            }
        }
        (criteria, unconcerned)
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
        let terms = self.primes.of(function, &mut self.diagrams, MOST_TERMS);
        let terms = self.affordable(terms.unwrap_or_default());
        let id = self.decisions.len();
        self.decisions.push(Decision { function, terms });
        self.known.insert(function, id);
        id
    }

    /// The terms if the page can still carry them, else none.
    fn affordable(&mut self, terms: Vec<Term>) -> Vec<Term> {
        match self.literals_left.checked_sub(literals(&terms)) {
            Some(left) => {
                self.literals_left = left;
                terms
            }
            None => Vec::new(),
        }
    }

    /// The same decision as one that no page makes.
    fn unclaimed(&mut self, decision: DecisionId) -> DecisionId {
        let function = self.decisions[decision].function;
        self.decisions.push(Decision {
            function,
            terms: Vec::new(),
        });
        self.decisions.len() - 1
    }

    /// What must hold for the answer to `question` to change none of the functions.
    fn indifferent(&mut self, functions: &[Function], question: usize) -> Vec<DecisionId> {
        let mut decisions = Vec::new();
        for function in functions {
            let same = self.diagrams.indifferent(*function, question);
            if same == ALWAYS {
                continue;
            }
            if same == NEVER {
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
            "syarat ini dapat terpenuhi atau gagal dengan lebih banyak cara daripada yang bisa dimuat satu halaman, sehingga di sana hanya tampil dalam kata-kata",
            "this condition can be met or missed in more ways than a page can hold, so the page shows it only in words"
        ),
    )
    .help(say!(
        "pecah menjadi beberapa syarat, masing-masing dengan `jika` sendiri yang lebih pendek",
        "split it into several items, each with its own shorter `when`"
    ))
}

fn intertwined(span: Span) -> Diagnostic {
    Diagnostic::new(
        Code::K0301,
        span,
        say!(
            "syarat-syarat layanan ini terlalu rumit untuk dihitung dengan pasti",
            "the conditions of this service are too complex to be worked out exactly"
        ),
    )
    .help(say!(
        "bagi layanan ini menjadi beberapa layanan, atau pakai lebih sedikit pertanyaan dalam satu syarat",
        "split it into several services, or use fewer questions in each condition"
    ))
}
