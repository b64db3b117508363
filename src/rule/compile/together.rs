//! Which conditions hold together, and further decisions of the same answers.

use std::collections::BTreeMap;

use super::{Checklist, Compiler, Condition, DecisionId, Kind, MOST_LITERALS, literals};
use crate::rule::diagram::{ALWAYS, Function, NEVER};
use crate::rule::terms::Primes;

/// Some of several conditions, by their places, and the answers under which exactly these hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Together {
    /// The places of those that hold.
    pub holding: Vec<usize>,
    /// The answers under which they do and no other does.
    pub function: Function,
    /// The same answers, as far as they turn nobody away; [`NEVER`] where all of them do.
    pub admitted: Function,
}

impl Checklist {
    /// Every set of these conditions that holds for some answers; `None` if there are more than `most`.
    pub fn together(&mut self, conditions: &[Condition], most: usize) -> Option<Vec<Together>> {
        // What overflows is thrown away with its copy.
        let mut diagrams = self.diagrams.clone();
        let function = |id: DecisionId| self.decisions[id].function;
        let kept = self.criteria.iter();
        let kept = kept.filter(|(_, _, kind)| *kind != Kind::DoFirst);
        let kept: Vec<Function> = kept.map(|(_, must, _)| function(must.yes)).collect();
        let admitted = diagrams.all(&kept);
        let mut parts = vec![(Vec::new(), ALWAYS)];
        for (place, condition) in conditions.iter().enumerate() {
            let mut next = Vec::new();
            for (holding, part) in parts {
                for (side, holds) in [(condition.yes, true), (condition.no, false)] {
                    let both = diagrams.and(part, function(side));
                    if both != NEVER {
                        let with = holds.then_some(place);
                        let holding: Vec<usize> = holding.iter().copied().chain(with).collect();
                        next.push((holding, both));
                    }
                }
            }
            if next.len() > most {
                return None;
            }
            parts = next;
        }
        parts.sort();
        let found = parts.into_iter().map(|(holding, function)| Together {
            admitted: diagrams.and(function, admitted),
            holding,
            function,
        });
        let found: Vec<Together> = found.collect();
        if diagrams.overflowed() {
            return None;
        }
        self.diagrams = diagrams;
        Some(found)
    }

    /// Lets a page say which of several sums is asked: each is given by the cases in which it is, and is decided where
    /// the page can still carry that.
    pub fn decide_sums(&mut self, sums: &[Vec<Function>]) {
        // Of two decisions of one function the first is the one that a page may make.
        let known = self.decisions.iter().enumerate().rev();
        let known = known.map(|(id, decision)| (decision.function, id));
        let before = self.decisions.len();
        let carried = self.decisions.iter().map(|one| literals(&one.terms));
        let mut compiler = Compiler {
            known: known.collect::<BTreeMap<Function, DecisionId>>(),
            diagrams: self.diagrams.clone(),
            primes: Primes::default(),
            literals_left: MOST_LITERALS.saturating_sub(carried.sum()),
            decisions: std::mem::take(&mut self.decisions),
        };
        let decided = sums.iter().map(|cases| {
            let any = compiler.diagrams.any(cases);
            compiler.decision(any)
        });
        self.sums = decided.collect();
        self.decisions = compiler.decisions;
        if compiler.diagrams.overflowed() {
            // What was made since points into diagrams that are thrown away.
            self.decisions.truncate(before);
            self.sums.clear();
        } else {
            self.diagrams = compiler.diagrams;
        }
    }
}
