//! The shortest sufficient grounds of a condition: its prime implicants, all of them (the Blake canonical form).
//!
//! A term allows a set of answers for each question it names. A condition is decided by some answers exactly when
//! one of its terms matches them, an open question matching only a term that does not name it. Proof in one line:
//! the completions of the answers are themselves a term, and a term on which the condition always holds lies within
//! a prime one.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::rule::diagram::{ALWAYS, Diagrams, Function, NEVER};

/// Sets of answers, a bit for each, of the questions that matter; in the order of questions.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Term {
    /// Question and allowed answers; never all of them.
    pub allowed: Vec<(usize, u64)>,
}

impl Term {
    /// Whether the answers lie within the term.
    pub fn matches(&self, answers: &[Option<u8>]) -> bool {
        self.allowed.iter().all(|(question, mask)| {
            matches!(answers.get(*question), Some(Some(answer)) if mask >> answer & 1 == 1)
        })
    }

    /// The answers it allows for a question.
    pub fn mask(&self, question: usize) -> u64 {
        self.allowed
            .iter()
            .find(|(named, _)| *named == question)
            .map_or(u64::MAX, |(_, mask)| *mask)
    }

    /// Whether all answers that it allows lie within another.
    pub fn is_within(&self, other: &Self) -> bool {
        let mut literals = other.allowed.iter();
        literals.all(|(question, mask)| self.mask(*question) & !mask == 0)
    }

    /// Where its answers are given.
    pub fn function(&self, diagrams: &mut Diagrams) -> Function {
        let tests = self.allowed.iter();
        let tests: Vec<Function> = tests
            .map(|(question, mask)| diagrams.test(*question, *mask))
            .collect();
        diagrams.all(&tests)
    }

    /// Shorter first, then by the order of questions.
    fn rank(&self) -> (usize, Vec<usize>, &[(usize, u64)]) {
        let questions = self.allowed.iter().map(|(question, _)| *question).collect();
        (self.allowed.len(), questions, &self.allowed)
    }
}

/// Finds terms; keeps those of shared parts.
#[derive(Debug, Default)]
pub struct Primes {
    known: BTreeMap<Function, Arc<Vec<Term>>>,
}

/// Steps one function may take before it is given up.
const MOST_STEPS: usize = 20_000;

impl Primes {
    /// All prime implicants of `function`, shortest first; `None` if there are more than `most`.
    pub fn of(
        &mut self,
        function: Function,
        diagrams: &mut Diagrams,
        most: usize,
    ) -> Option<Vec<Term>> {
        let mut steps = MOST_STEPS;
        let found = self.find(function, diagrams, most, &mut steps)?;
        let mut terms = found.to_vec();
        terms.sort_by(|one, other| one.rank().cmp(&other.rank()));
        (!diagrams.overflowed()).then_some(terms)
    }

    fn find(
        &mut self,
        function: Function,
        diagrams: &mut Diagrams,
        most: usize,
        steps: &mut usize,
    ) -> Option<Arc<Vec<Term>>> {
        if let Some(known) = self.known.get(&function) {
            return Some(Arc::clone(known));
        }
        let terms = match function {
            NEVER => Vec::new(),
            ALWAYS => vec![Term::default()],
            _ => self.split(function, diagrams, most, steps)?,
        };
        let terms = Arc::new(terms);
        self.known.insert(function, Arc::clone(&terms));
        Some(terms)
    }

    /// The terms by what they allow for the first question.
    ///
    /// A term that allows the set `S` there is prime if its rest is prime for "holds whatever the answer in `S`",
    /// and no further answer would do as well.
    fn split(
        &mut self,
        function: Function,
        diagrams: &mut Diagrams,
        most: usize,
        steps: &mut usize,
    ) -> Option<Vec<Term>> {
        let (question, groups) = grouped(function, diagrams)?;
        let whole = groups.iter().fold(0, |whole, (mask, _)| whole | mask);
        let mut terms = Vec::new();
        // Sets of groups still to look at: next group, answers taken, what must hold then.
        let mut open = vec![(0, 0_u64, ALWAYS)];
        while let Some((next, taken, rest)) = open.pop() {
            *steps = steps.checked_sub(1)?;
            if let Some((mask, child)) = groups.get(next) {
                open.push((next + 1, taken, rest));
                let both = diagrams.and(rest, *child);
                if both != NEVER {
                    open.push((next + 1, taken | mask, both));
                }
                continue;
            }
            let others: Vec<Function> = groups
                .iter()
                .filter(|(mask, _)| taken & mask == 0)
                .map(|(_, child)| *child)
                .collect();
            if taken == 0
                || others
                    .iter()
                    .any(|other| diagrams.and(rest, *other) == rest)
            {
                continue;
            }
            for tail in self.find(rest, diagrams, most, steps)?.iter() {
                let within = |question: usize| tail.mask(question);
                if others
                    .iter()
                    .any(|other| diagrams.holds_within(*other, &within))
                {
                    continue;
                }
                let head = (taken != whole).then_some((question, taken));
                terms.push(Term {
                    allowed: head
                        .into_iter()
                        .chain(tail.allowed.iter().copied())
                        .collect(),
                });
                if terms.len() > most {
                    return None;
                }
            }
        }
        Some(terms)
    }
}

/// The fewest terms found that together are exactly the function: all prime ones, less those that others cover; `None`
/// if there are more than `most` to begin with.
pub fn cover(function: Function, diagrams: &mut Diagrams, most: usize) -> Option<Vec<Term>> {
    let primes = Primes::default().of(function, diagrams, most)?;
    let mut kept = primes.clone();
    // Long terms go first: what remains is short.
    for candidate in primes.iter().rev() {
        let others: Vec<Function> = kept
            .iter()
            .filter(|term| *term != candidate)
            .map(|term| term.function(diagrams))
            .collect();
        if diagrams.any(&others) == function {
            kept.retain(|term| term != candidate);
        }
    }
    Some(kept)
}

/// The answers to the first question, those with the same consequence together.
fn grouped(function: Function, diagrams: &Diagrams) -> Option<(usize, Vec<(u64, Function)>)> {
    let (question, children) = diagrams.node(function)?;
    let mut groups: Vec<(u64, Function)> = Vec::new();
    for (answer, child) in children.iter().enumerate() {
        match groups.iter_mut().find(|(_, known)| known == child) {
            Some((mask, _)) => *mask |= 1 << answer,
            None => groups.push((1 << answer, *child)),
        }
    }
    Some((question, groups))
}
