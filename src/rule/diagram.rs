//! Ordered decision diagrams over questions with several answers: exact, canonical, shared.
//!
//! Two conditions are the same function if and only if they have the same node. A node asks one question, in the
//! author's order, and goes on by the answer; equal parts are one node, a question that changes nothing has none.

use std::collections::{BTreeMap, BTreeSet};

use crate::rule::check::{Node, Rule};
use crate::rule::domain::{Domain, Domains};

/// A function of the answers: the number of its first node.
pub type Function = u32;

/// The function that never holds.
pub const NEVER: Function = 0;

/// The function that always holds.
pub const ALWAYS: Function = 1;

/// Nodes a service may need; beyond it nothing can be said about its conditions.
const MOST_NODES: usize = 100_000;

/// The diagrams of one service.
#[derive(Debug, Clone)]
pub struct Diagrams {
    /// The number of answers of each question.
    sizes: Vec<usize>,
    /// Question and a function for each answer; the first two places stand for never and always.
    nodes: Vec<(usize, Vec<Function>)>,
    known: BTreeMap<(usize, Vec<Function>), Function>,
    ands: BTreeMap<(Function, Function), Function>,
    nots: BTreeMap<Function, Function>,
    overflowed: bool,
}

impl Diagrams {
    /// No diagrams yet, over questions with so many answers.
    pub fn new(domains: &Domains) -> Self {
        let end = (usize::MAX, Vec::new());
        Self {
            sizes: domains.list.iter().map(Domain::size).collect(),
            nodes: vec![end.clone(), end],
            known: BTreeMap::new(),
            ands: BTreeMap::new(),
            nots: BTreeMap::from([(NEVER, ALWAYS), (ALWAYS, NEVER)]),
            overflowed: false,
        }
    }

    /// Whether there were too many nodes; every function made since is meaningless.
    pub fn overflowed(&self) -> bool {
        self.overflowed
    }

    /// The question a function asks first, and its function for each answer; `None` for never and always.
    pub fn node(&self, function: Function) -> Option<(usize, &[Function])> {
        let (question, children) = self.nodes.get(function as usize)?;
        (!children.is_empty()).then_some((*question, children.as_slice()))
    }

    /// The function of a checked rule.
    pub fn rule(&mut self, rule: &Rule, domains: &Domains) -> Function {
        match &rule.node {
            Node::Test(question, test) => {
                let passing = domains
                    .list
                    .get(*question)
                    .map_or(0, |domain| domain.passing(test));
                self.test(*question, passing)
            }
            Node::Fact(fact) => self.rule(&fact.rule, domains),
            Node::And(parts) => {
                let parts: Vec<Function> =
                    parts.iter().map(|part| self.rule(part, domains)).collect();
                self.all(&parts)
            }
            Node::Or(parts) => {
                let parts: Vec<Function> =
                    parts.iter().map(|part| self.rule(part, domains)).collect();
                self.any(&parts)
            }
            Node::Not(part) => {
                let part = self.rule(part, domains);
                self.not(part)
            }
        }
    }

    /// The answer to `question` is one of `passing`, a bit for each.
    pub fn test(&mut self, question: usize, passing: u64) -> Function {
        let size = self.sizes.get(question).copied().unwrap_or(0);
        let children = (0..size)
            .map(|answer| u32::from(passing >> answer & 1 == 1))
            .collect();
        self.make(question, children)
    }

    /// The opposite function.
    pub fn not(&mut self, function: Function) -> Function {
        if let Some(known) = self.nots.get(&function) {
            return *known;
        }
        let (question, children) = self.nodes[function as usize].clone();
        let children = children.into_iter().map(|child| self.not(child)).collect();
        let made = self.make(question, children);
        self.nots.insert(function, made);
        self.nots.insert(made, function);
        made
    }

    /// Both hold.
    pub fn and(&mut self, one: Function, other: Function) -> Function {
        let (one, other) = (one.min(other), one.max(other));
        match (one, other) {
            (NEVER, _) => return NEVER,
            (ALWAYS, _) => return other,
            _ if one == other => return one,
            _ => {}
        }
        if let Some(known) = self.ands.get(&(one, other)) {
            return *known;
        }
        let question = self.nodes[one as usize].0.min(self.nodes[other as usize].0);
        let children = (0..self.sizes[question])
            .map(|answer| {
                let (one, other) = (
                    self.after(one, question, answer),
                    self.after(other, question, answer),
                );
                self.and(one, other)
            })
            .collect();
        let made = self.make(question, children);
        self.ands.insert((one, other), made);
        made
    }

    /// All hold.
    pub fn all(&mut self, functions: &[Function]) -> Function {
        functions
            .iter()
            .fold(ALWAYS, |all, function| self.and(all, *function))
    }

    /// At least one holds.
    pub fn any(&mut self, functions: &[Function]) -> Function {
        let mut none = ALWAYS;
        for function in functions {
            let not = self.not(*function);
            none = self.and(none, not);
        }
        self.not(none)
    }

    /// The function once `question` has this answer.
    pub fn given(&mut self, function: Function, question: usize, answer: usize) -> Function {
        self.given_known(function, question, answer, &mut BTreeMap::new())
    }

    fn given_known(
        &mut self,
        function: Function,
        question: usize,
        answer: usize,
        known: &mut BTreeMap<Function, Function>,
    ) -> Function {
        if let Some(made) = known.get(&function) {
            return *made;
        }
        let made = match self.node(function) {
            Some((first, children)) if first < question => {
                let children: Vec<Function> = children.to_vec();
                let children = children
                    .into_iter()
                    .map(|child| self.given_known(child, question, answer, known))
                    .collect();
                self.make(first, children)
            }
            _ => self.after(function, question, answer),
        };
        known.insert(function, made);
        made
    }

    /// Holds where the answer to `question` changes nothing of `function`, whatever the others say.
    pub fn indifferent(&mut self, function: Function, question: usize) -> Function {
        let size = self.sizes.get(question).copied().unwrap_or(0);
        let given: Vec<Function> = (0..size)
            .map(|answer| self.given(function, question, answer))
            .collect();
        let opposite: Vec<Function> = given.iter().map(|function| self.not(*function)).collect();
        let (always, never) = (self.all(&given), self.all(&opposite));
        self.any(&[always, never])
    }

    /// Whether `function` holds under every completion of `answers`; a place past the end is open.
    pub fn forced(&self, function: Function, answers: &[Option<u8>]) -> bool {
        let allowed = |question: usize| match answers.get(question) {
            Some(Some(answer)) => 1 << answer,
            _ => u64::MAX,
        };
        self.holds_within(function, &allowed)
    }

    /// Whether `function` holds wherever every answer is among those allowed, a bit for each.
    pub fn holds_within(&self, function: Function, allowed: &dyn Fn(usize) -> u64) -> bool {
        let mut seen = BTreeSet::new();
        let mut open = vec![function];
        while let Some(function) = open.pop() {
            match self.node(function) {
                None if function == NEVER => return false,
                None => {}
                Some((question, children)) => {
                    let mask = allowed(question);
                    for (answer, child) in children.iter().enumerate() {
                        if mask >> answer & 1 == 1 && seen.insert(*child) {
                            open.push(*child);
                        }
                    }
                }
            }
        }
        true
    }

    /// Whether `function` holds under some completion of `answers`; a place past the end is open.
    pub fn possible(&self, function: Function, answers: &[Option<u8>]) -> bool {
        let mut seen = BTreeSet::new();
        let mut open = vec![function];
        while let Some(function) = open.pop() {
            match self.node(function) {
                None if function == ALWAYS => return true,
                None => {}
                Some((question, children)) => {
                    let given = answers.get(question).copied().flatten();
                    for (answer, child) in children.iter().enumerate() {
                        let agrees = given.is_none_or(|given| usize::from(given) == answer);
                        if agrees && seen.insert(*child) {
                            open.push(*child);
                        }
                    }
                }
            }
        }
        false
    }

    /// Answers under which `function` holds: the first way in the author's order; open where it does not matter.
    pub fn example(&self, function: Function) -> Option<Vec<Option<u8>>> {
        let mut answers = vec![None; self.sizes.len()];
        let mut at = function;
        while let Some((question, children)) = self.node(at) {
            let (answer, child) = children
                .iter()
                .enumerate()
                .find(|(_, child)| **child != NEVER)?;
            answers[question] = u8::try_from(answer).ok();
            at = *child;
        }
        (at == ALWAYS).then_some(answers)
    }

    fn after(&self, function: Function, question: usize, answer: usize) -> Function {
        match self.node(function) {
            Some((first, children)) if first == question => children[answer],
            _ => function,
        }
    }

    fn make(&mut self, question: usize, children: Vec<Function>) -> Function {
        match children.first() {
            None => return NEVER,
            Some(first) if children.iter().all(|child| child == first) => return *first,
            _ => {}
        }
        let key = (question, children);
        if let Some(known) = self.known.get(&key) {
            return *known;
        }
        if self.nodes.len() >= MOST_NODES {
            self.overflowed = true;
            return NEVER;
        }
        let made = u32::try_from(self.nodes.len()).unwrap_or(NEVER);
        self.nodes.push(key.clone());
        self.known.insert(key, made);
        made
    }
}
