//! Which rows of the tariff are paid together: those without a condition always, the others as their conditions let
//! them.

use std::collections::{BTreeMap, BTreeSet};

use super::item::{Item, List, States, Written};
use crate::model::service::CostRow;
use crate::resolve::cost::{Cost, Sum, SumKey};
use crate::rule::compile::{Checklist, Condition, Key, State, Together};
use crate::rule::diagram::{Function, NEVER};

/// Sets of rows that are told apart; beyond, nobody says what the service costs without all answers.
const MOST_SETS: usize = 1_024;

/// Rows in all of these sets; beyond, nobody says it either.
const MOST_PARTS: usize = 100_000;

/// Sums of which a page says which one it is.
const MOST_SUMS: usize = 12;

/// The rows of a service's tariff, and which of them hold together.
#[derive(Debug, Default)]
pub struct Tariff {
    /// The rows that have a condition.
    conditional: Vec<Key>,
    /// The sets of them that hold for some answers; `None` where they cannot be told.
    sets: Option<Vec<Together>>,
    /// The sums that a page decides, each with its decision in [`Checklist::sums`]; none where there is only one.
    pub(super) decided: Vec<Sum>,
}

impl Tariff {
    /// That of a service with these items, whose rules are compiled unless it asks nothing.
    pub(super) fn of(items: &[Item<'_>], checklist: Option<&mut Checklist>) -> Self {
        let rows = items.iter().filter(|item| item.list == List::Cost);
        let conditional = rows.filter(|item| !item.is_unconditional());
        let conditional: Vec<Key> = conditional.map(|item| item.key).collect();
        if conditional.is_empty() {
            return Self::default();
        }
        let conditions = conditional
            .iter()
            .map(|key| items[*key].states.map(States::condition));
        let conditions = conditions.collect::<Option<Vec<Condition>>>();
        let (Some(checklist), Some(conditions)) = (checklist, conditions) else {
            return Self {
                conditional,
                ..Self::default()
            };
        };
        let count = items.iter().filter(|item| item.list == List::Cost).count();
        let most = MOST_SETS.min(MOST_PARTS / count.max(1));
        let mut tariff = Self {
            sets: checklist.together(&conditions, most),
            conditional,
            decided: Vec::new(),
        };
        tariff.decide(items, checklist);
        tariff
    }

    /// Makes the page say which sum it is, where that depends on the answers and there are not too many.
    fn decide(&mut self, items: &[Item<'_>], checklist: &mut Checklist) {
        let sets = self.sets.iter().flatten();
        let admitted = sets.filter(|set| set.admitted != NEVER);
        let mut places: BTreeMap<SumKey, usize> = BTreeMap::new();
        let mut sums: Vec<(Sum, Vec<Function>)> = Vec::new();
        for set in admitted {
            let sum = self.sum(items, set);
            let place = *places.entry(sum.key()).or_insert(sums.len());
            match sums.get_mut(place) {
                Some((_, cases)) => cases.push(set.function),
                None => sums.push((sum, vec![set.function])),
            }
        }
        if !(2..=MOST_SUMS).contains(&sums.len()) {
            return;
        }
        // Whoever is turned away is told a sum too, where it is one of these.
        for set in self.sets.iter().flatten() {
            if set.admitted != NEVER {
                continue;
            }
            let place = places.get(&self.sum(items, set).key());
            if let Some((_, cases)) = place.and_then(|place| sums.get_mut(*place)) {
                cases.push(set.function);
            }
        }
        let (sums, cases): (Vec<Sum>, Vec<Vec<Function>>) = sums.into_iter().unzip();
        checklist.decide_sums(&cases);
        if !checklist.sums.is_empty() {
            self.decided = sums;
        }
    }

    /// What is paid where exactly this set of rows holds.
    fn sum(&self, items: &[Item<'_>], set: &Together) -> Sum {
        let holding = set.holding.iter();
        let holding: BTreeSet<Key> = holding.map(|place| self.conditional[*place]).collect();
        sum(items, |item| {
            item.is_unconditional() || holding.contains(&item.key)
        })
    }

    /// What those pay who can use the service.
    pub(super) fn cost(&self, items: &[Item<'_>]) -> Cost {
        if self.conditional.is_empty() {
            return Cost::of([sum(items, |_| true)]);
        }
        let sets = self.sets.iter().flatten();
        let admitted = sets.filter(|set| set.admitted != NEVER);
        Cost::of(admitted.map(|set| self.sum(items, set)))
    }

    /// What is paid under these answers, as far as they decide it.
    pub(super) fn under(
        &self,
        items: &[Item<'_>],
        checklist: &Checklist,
        answers: &[Option<u8>],
    ) -> Cost {
        let state = |item: &Item<'_>| {
            let condition = item.states.map(States::condition);
            condition.map_or(State::Yes, |condition| checklist.state(condition, answers))
        };
        let mut rows = items.iter().filter(|item| item.list == List::Cost);
        if rows.all(|item| state(item) != State::Maybe) {
            return Cost::of([sum(items, |item| state(item) == State::Yes)]);
        }
        let diagrams = checklist.diagrams();
        let sets = self.sets.iter().flatten();
        let open = sets.filter(|set| diagrams.possible(set.function, answers));
        let open: Vec<&Together> = open.collect();
        let admitted = |set: &&&Together| diagrams.possible(set.admitted, answers);
        let someone = open.iter().any(|set| admitted(&set));
        let open = open.iter().filter(|set| !someone || admitted(set));
        Cost::of(open.map(|set| self.sum(items, set)))
    }
}

/// The sum of the rows that hold.
pub(super) fn sum(items: &[Item<'_>], holds: impl Fn(&Item<'_>) -> bool) -> Sum {
    Sum::of(
        items
            .iter()
            .filter_map(|item| row(item).filter(|_| holds(item))),
    )
}

fn row<'a>(item: &Item<'a>) -> Option<&'a CostRow> {
    match item.written {
        Written::Price(row) => Some(row),
        _ => None,
    }
}
