//! Functions carried from the answers of one service to those of several: each question and each answer has its
//! counterpart there, or none.

use std::collections::BTreeMap;

use crate::rule::diagram::{Diagrams, Function, NEVER};

/// What a question is among those of several services.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counterpart {
    /// The number of the question there.
    pub question: usize,
    /// For each answer there the one that it is here; `None` where it cannot be given here.
    pub answers: Vec<Option<usize>>,
}

/// Carries functions from some diagrams to others.
#[derive(Debug)]
pub struct Carrier<'a> {
    from: &'a Diagrams,
    questions: &'a [Option<Counterpart>],
    carried: BTreeMap<Function, Function>,
}

impl<'a> Carrier<'a> {
    /// From these diagrams, whose questions have these counterparts.
    pub fn new(from: &'a Diagrams, questions: &'a [Option<Counterpart>]) -> Self {
        Self {
            from,
            questions,
            carried: BTreeMap::new(),
        }
    }

    /// The same function over the answers of `into`. Of a question without a counterpart nothing holds.
    pub fn carry(&mut self, function: Function, into: &mut Diagrams) -> Function {
        if let Some(known) = self.carried.get(&function) {
            return *known;
        }
        let Some((own, children)) = self.from.node(function) else {
            return function;
        };
        let questions = self.questions;
        let Some(Some(there)) = questions.get(own) else {
            return NEVER;
        };
        let mut ways = Vec::new();
        for (answer, child) in children.iter().enumerate() {
            let answers = there.answers.iter().enumerate();
            let answers = answers.filter(|(_, here)| **here == Some(answer));
            let mask = answers.fold(0, |mask, (place, _)| mask | 1 << place);
            let child = self.carry(*child, into);
            let given = into.test(there.question, mask);
            ways.push(into.and(given, child));
        }
        let made = into.any(&ways);
        self.carried.insert(function, made);
        made
    }
}
