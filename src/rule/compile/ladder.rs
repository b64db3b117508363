//! How the verdict is found: a ladder of decisions, and what a page has to ask for each verdict.

use std::collections::BTreeSet;

use super::{Checklist, Compiler, Condition, Criteria, DecisionId, Kind, MOST_TERMS, Verdict};
use crate::rule::diagram::{ALWAYS, Diagrams, Function, NEVER};
use crate::rule::terms::{Primes, Term};

/// A step of the ladder, from the heaviest down: criteria of one kind, or the silences of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rung {
    /// The verdict of answers that reach it, and have passed all above.
    pub verdict: Verdict,
    /// Some criterion of it fails, or some silence holds.
    pub reached: DecisionId,
    /// Each of its criteria is met, each of its silences does not hold: passed are answers for which all of these are
    /// decided.
    pub passed: Vec<DecisionId>,
}

/// What makes a verdict by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// The verdict.
    pub verdict: Verdict,
    /// It is reached once each of these lists has a term that matches.
    pub all: Vec<Vec<Term>>,
}

impl Compiler {
    /// Not eligible before not needed, before what the text leaves open, before what is to be done first.
    pub(super) fn ladder(&mut self, criteria: &Criteria, unsettled: &[Condition]) -> Vec<Rung> {
        let of_kind = |kind: Kind| -> Vec<(DecisionId, DecisionId)> {
            let of_kind = criteria.iter().filter(|(_, _, own)| *own == kind);
            of_kind
                .map(|(_, condition, _)| (condition.no, condition.yes))
                .collect()
        };
        // The notice of a silence that no page can tell always shows, so nobody is told that all is settled.
        let silences = unsettled.iter().map(|silence| {
            let told = !self.decisions[silence.yes].in_words();
            let passed = if told {
                silence.no
            } else {
                self.unclaimed(silence.no)
            };
            (silence.yes, passed)
        });
        let silences = silences.collect();
        let rungs = [
            (Verdict::NotEligible, of_kind(Kind::NotEligible)),
            (Verdict::NotNeeded, of_kind(Kind::NotNeeded)),
            (Verdict::AskFirst, silences),
            (Verdict::DoFirst, of_kind(Kind::DoFirst)),
        ];
        let rungs = rungs.into_iter().filter(|(_, sides)| !sides.is_empty());
        rungs
            .map(|(verdict, sides)| {
                let (against, passed): (Vec<_>, Vec<_>) = sides.into_iter().unzip();
                Rung {
                    verdict,
                    reached: self.some(&against),
                    passed,
                }
            })
            .collect()
    }

    /// Some of these hold. Where that is the case in too many ways, the page knows it once one of them holds by itself:
    /// later than it might, but always once every question is answered.
    fn some(&mut self, each: &[DecisionId]) -> DecisionId {
        let functions = each.iter().map(|id| self.decisions[*id].function);
        let functions: Vec<Function> = functions.collect();
        let any = self.diagrams.any(&functions);
        let id = self.decision(any);
        if self.decisions[id].in_words() {
            let each = each.iter().flat_map(|id| &self.decisions[*id].terms);
            let terms: BTreeSet<Term> = each.cloned().collect();
            self.decisions[id].terms = self.affordable(terms.into_iter().collect());
        }
        id
    }
}

impl Checklist {
    /// Where each verdict is reached when every question is answered.
    pub fn verdicts(&self, diagrams: &mut Diagrams) -> Vec<(Verdict, Function)> {
        let function = |id: DecisionId| self.decisions[id].function;
        let mut passed = ALWAYS;
        let mut verdicts = Vec::new();
        for rung in &self.ladder {
            verdicts.push((rung.verdict, diagrams.and(passed, function(rung.reached))));
            let own: Vec<Function> = rung.passed.iter().map(|id| function(*id)).collect();
            let own = diagrams.all(&own);
            passed = diagrams.and(passed, own);
        }
        verdicts.push((Verdict::Eligible, passed));
        verdicts
    }

    /// What makes each verdict, without what follows from the rest; none for a verdict that no page can tell.
    pub fn claims(&self) -> Vec<Claim> {
        let mut diagrams = self.diagrams().clone();
        let mut claims = Vec::new();
        let mut passed = Vec::new();
        for rung in &self.ladder {
            let all = [passed.as_slice(), &[rung.reached]].concat();
            claims.extend(self.claim(rung.verdict, &all, &mut diagrams));
            passed.extend(&rung.passed);
        }
        claims.extend(self.claim(Verdict::Eligible, &passed, &mut diagrams));
        claims
    }

    /// A verdict that is reached once all of these are decided; `None` if no page can tell that of one of them, or no
    /// answers reach it.
    fn claim(
        &self,
        verdict: Verdict,
        all: &[DecisionId],
        diagrams: &mut Diagrams,
    ) -> Option<Claim> {
        let mut distinct: Vec<DecisionId> = Vec::new();
        for id in all {
            if self.decisions[*id].terms.is_empty() {
                return None;
            }
            if !distinct.contains(id) {
                distinct.push(*id);
            }
        }
        let claimed = |all| Some(Claim { verdict, all });
        let mut made = diagrams.clone();
        let reduced = self.reduced(&distinct, &mut made);
        if made.overflowed() {
            // Nothing that was found is true then; the whole lists are, and some of them only say more than they need.
            let whole = |id: &DecisionId| self.decisions[*id].terms.clone();
            return claimed(distinct.iter().map(whole).collect());
        }
        *diagrams = made;
        reduced.and_then(claimed)
    }

    /// The terms of these decisions without what follows from the rest; `None` where they are never made together.
    fn reduced(&self, distinct: &[DecisionId], diagrams: &mut Diagrams) -> Option<Vec<Vec<Term>>> {
        let function = |id: &DecisionId| self.decisions[*id].function;
        let together: Vec<Function> = distinct.iter().map(function).collect();
        if diagrams.all(&together) == NEVER {
            return None;
        }
        let mut lists = Vec::new();
        for id in distinct {
            let others = distinct.iter().filter(|one| *one != id);
            let others: Vec<Function> = others.map(function).collect();
            let rest = diagrams.all(&others);
            let terms = told_apart(&self.decisions[*id].terms, rest, diagrams);
            let told: Vec<Function> = terms.iter().map(|term| term.function(diagrams)).collect();
            lists.push((terms, diagrams.any(&told)));
        }
        for at in (0..lists.len()).rev() {
            let (_, own) = lists[at];
            let others = lists.iter().enumerate().filter(|(other, _)| *other != at);
            let others: Vec<Function> = others.map(|(_, (_, told))| *told).collect();
            let rest = diagrams.all(&others);
            if implies(rest, own, diagrams) {
                lists.remove(at);
            }
        }
        Some(lists.into_iter().map(|(terms, _)| terms).collect())
    }
}

/// The terms without those that the others make up for wherever `rest` holds.
fn told_apart(terms: &[Term], rest: Function, diagrams: &mut Diagrams) -> Vec<Term> {
    let mut kept = terms.to_vec();
    for term in terms.iter().filter(|_| rest != ALWAYS) {
        let own = term.function(diagrams);
        let own = diagrams.and(own, rest);
        // Answers for which both are decided lie within one of these.
        let Some(parts) = Primes::default().of(own, diagrams, MOST_TERMS) else {
            continue;
        };
        let others = || kept.iter().filter(|other| *other != term);
        if parts
            .iter()
            .all(|part| others().any(|other| part.is_within(other)))
        {
            kept.retain(|other| other != term);
        }
    }
    kept
}

/// Whether the second holds wherever the first does.
fn implies(one: Function, other: Function, diagrams: &mut Diagrams) -> bool {
    let not = diagrams.not(other);
    diagrams.and(one, not) == NEVER
}
