//! Asks a compiled checklist what it says to some answers: what the page shows, and exactly so where the page has words.

use super::{Checklist, Condition, DecisionId};
use crate::rule::terms::Term;

/// What is known of a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// It holds whatever else is answered: an item is needed, a criterion met.
    Yes,
    /// It holds under no further answers: an item is not needed, a criterion failed.
    No,
    /// It depends on answers still open.
    Maybe,
}

/// The result as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// Every criterion is met.
    Eligible,
    /// A criterion of the heaviest kind fails.
    NotEligible,
    /// Something must be done before.
    DoFirst,
    /// There is no need for the service.
    NotNeeded,
    /// The text does not settle what holds: one asks before coming.
    AskFirst,
    /// The open questions decide.
    Incomplete,
}

impl Verdict {
    /// The verdicts that answers come to, from the lightest to the heaviest.
    pub const DECIDED: [Self; 5] = [
        Self::Eligible,
        Self::DoFirst,
        Self::AskFirst,
        Self::NotNeeded,
        Self::NotEligible,
    ];

    /// Its name in the page's contract and in tests.
    pub fn name(self) -> &'static str {
        match self {
            Self::Eligible => "eligible",
            Self::NotEligible => "not_eligible",
            Self::DoFirst => "do_first",
            Self::NotNeeded => "not_needed",
            Self::AskFirst => "ask_first",
            Self::Incomplete => "incomplete",
        }
    }
}

/// Answers are given by the place of each among those of its question; `None` is open.
impl Checklist {
    /// Whether a decision is made.
    pub fn decided(&self, decision: DecisionId, answers: &[Option<u8>]) -> bool {
        let decision = &self.decisions[decision];
        decision.terms.iter().any(|term| term.matches(answers))
            || decision.in_words() && self.diagrams.forced(decision.function, answers)
    }

    /// What is known of a condition: of an item, a criterion or a silence.
    pub fn state(&self, condition: Condition, answers: &[Option<u8>]) -> State {
        if self.decided(condition.yes, answers) {
            State::Yes
        } else if self.decided(condition.no, answers) {
            State::No
        } else {
            State::Maybe
        }
    }

    /// The verdict that all completions share.
    pub fn verdict(&self, answers: &[Option<u8>]) -> Verdict {
        for rung in &self.ladder {
            if self.decided(rung.reached, answers) {
                return rung.verdict;
            }
            if !rung.passed.iter().all(|one| self.decided(*one, answers)) {
                return Verdict::Incomplete;
            }
        }
        Verdict::Eligible
    }

    /// Whether the answer to `question` can change nothing any more; an open one then hides.
    pub fn irrelevant(&self, question: usize, answers: &[Option<u8>]) -> bool {
        matches!(
            self.verdict(answers),
            Verdict::NotEligible | Verdict::NotNeeded
        ) || self.indifferent[question]
            .iter()
            .all(|decision| self.decided(*decision, answers))
    }

    /// Whether the notice of a silence shows, by its number from 0.
    pub fn notice(&self, silence: usize, answers: &[Option<u8>]) -> bool {
        self.decided(self.unsettled[silence].yes, answers)
    }

    /// Why a decision is made: the shortest term that matches, of equals the first in the order of questions.
    /// Where no term does, a part of the answers that suffices.
    pub fn reason(&self, decision: DecisionId, answers: &[Option<u8>]) -> Option<Term> {
        let mut terms = self.decisions[decision].terms.iter();
        let known = terms.find(|term| term.matches(answers)).cloned();
        known.or_else(|| self.enough(decision, answers))
    }

    /// Answers taken away from the last question on, as long as the rest still decides.
    fn enough(&self, decision: DecisionId, answers: &[Option<u8>]) -> Option<Term> {
        let function = self.decisions[decision].function;
        if !self.diagrams.forced(function, answers) {
            return None;
        }
        let mut kept = answers.to_vec();
        for question in (0..kept.len()).rev() {
            let answer = kept[question].take();
            if !self.diagrams.forced(function, &kept) {
                kept[question] = answer;
            }
        }
        let allowed = kept.iter().enumerate();
        let allowed = allowed.filter_map(|(question, answer)| Some((question, 1 << (*answer)?)));
        Some(Term {
            allowed: allowed.collect(),
        })
    }
}
