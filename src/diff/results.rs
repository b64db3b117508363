//! Which answers of the checklist lead to another result than before.
//!
//! The result of complete answers is the verdict and, where nobody is turned away, the papers, the cost and the time. It
//! is compared over the questions of both versions ([`Joint`]), for all answers at once: what differs is a decision
//! diagram, and the fewest terms that cover exactly that are what is told.

use std::collections::{BTreeMap, BTreeSet};

use super::pairs::pairs;
use crate::model::service::TimeUnit;
use crate::model::{Integer, Slot, Text};
use crate::resolve::cost::{Sum, unit_key};
use crate::resolve::service::{Item, List, Role, Service, States, Written};
use crate::rule::carry::Carrier;
use crate::rule::compile::{Key, Verdict};
use crate::rule::diagram::{ALWAYS, Diagrams, Function, NEVER};
use crate::rule::domain::Domains;
use crate::rule::joint::{Asked, Joint};
use crate::rule::terms::{Term, cover};

/// The most sets of rows of a tariff, or of cases of a time, that hold together.
const MOST_SETS: usize = 512;

/// The most terms that are told of one difference.
const MOST_TERMS: usize = 200;

/// The most terms that are told at all.
const MOST_TOLD: usize = 100;

/// The results of two versions, compared.
#[derive(Debug)]
pub enum Results {
    /// What differs, and over which questions; nothing differs where no difference is told.
    Told(Joint, Vec<Difference>),
    /// Nothing can be said.
    Untold(Why),
}

/// Why nothing can be said of the results.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The rules of one version have a mistake.
    Mistaken,
    /// They are too intertwined, or differ in too many ways.
    TooMany,
}

/// Something that differs, and for whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// What differs.
    pub what: What,
    /// The answers with which it does; a term that names no question stands for all.
    pub terms: Vec<Term>,
    /// Whether it is the same for everyone who is not turned away: no condition of its own decides it.
    pub general: bool,
}

/// What of a result differs. Keys are those of items of the version that is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// The verdict before, and now.
    Verdict(Verdict, Verdict),
    /// A paper of the new version that is needed now.
    Needed(Key),
    /// A paper of the old version that is needed no more.
    NotNeeded(Key),
    /// The rows of the tariff that hold before, and now.
    Cost(Vec<Key>, Vec<Key>),
    /// The cases of the time that hold before, and now; none where the whole time does.
    Time(Vec<Key>, Vec<Key>),
}

/// Compares the results of two versions of a service.
pub fn results(old: &Service<'_>, new: &Service<'_>) -> Results {
    if [old, new].into_iter().any(|one| !one.understood) {
        return Results::Untold(Why::Mistaken);
    }
    let none = Domains::default();
    let asked = |service: &Service<'_>| match &service.checklist {
        Some(checklist) => Some(checklist.domains.clone()),
        None => service.questions.list.is_empty().then(|| none.clone()),
    };
    let told = || {
        let (before, now) = (asked(old)?, asked(new)?);
        let (questions, domains) = (&old.questions, &before);
        let before = Asked { questions, domains };
        let (questions, domains) = (&new.questions, &now);
        let joint = Joint::of(before, Asked { questions, domains })?;
        let differences = Comparison::new(old, new, &joint).differences()?;
        Some((joint, differences))
    };
    match told() {
        Some((joint, differences)) => Results::Told(joint, differences),
        None => Results::Untold(Why::TooMany),
    }
}

/// One version over the answers of both.
struct Side<'a> {
    service: &'a Service<'a>,
    verdicts: Vec<(Verdict, Function)>,
    /// Nobody is turned away: what is brought then counts.
    admitted: Function,
    /// When items hold that have a condition.
    holds: BTreeMap<Key, Function>,
}

impl<'a> Side<'a> {
    fn new(service: &'a Service<'a>, joint: &Joint, side: usize, diagrams: &mut Diagrams) -> Self {
        let Some(checklist) = &service.checklist else {
            return Self {
                service,
                verdicts: vec![(Verdict::Eligible, ALWAYS)],
                admitted: ALWAYS,
                holds: BTreeMap::new(),
            };
        };
        let mut own = checklist.diagrams().clone();
        let verdicts = checklist.verdicts(&mut own);
        let mut carrier = Carrier::new(&own, &joint.sides[side]);
        let verdicts = verdicts.into_iter();
        let verdicts = verdicts.map(|(verdict, own)| (verdict, carrier.carry(own, diagrams)));
        let verdicts: Vec<(Verdict, Function)> = verdicts.collect();
        let admits =
            |verdict: Verdict| !matches!(verdict, Verdict::NotEligible | Verdict::NotNeeded);
        let admitted = verdicts.iter().filter(|(verdict, _)| admits(*verdict));
        let admitted: Vec<Function> = admitted.map(|(_, function)| *function).collect();
        let conditions = service.items.iter().filter_map(|item| match item.states? {
            States::Item(condition) => Some((item.key, condition.yes)),
            States::Criterion(_) => None,
        });
        let holds = conditions.map(|(key, yes)| {
            let function = checklist.decisions[yes].function;
            (key, carrier.carry(function, diagrams))
        });
        let holds = holds.collect();
        Self {
            admitted: diagrams.any(&admitted),
            service,
            verdicts,
            holds,
        }
    }

    fn holds(&self, item: Option<&Item<'_>>) -> Function {
        let known = |item: &Item<'_>| self.holds.get(&item.key).copied().unwrap_or(ALWAYS);
        item.map_or(NEVER, known)
    }

    /// The sets of items of a list that hold together, each with its answers; `None` if they are too many.
    fn sets(
        &self,
        list: List,
        within: Function,
        diagrams: &mut Diagrams,
    ) -> Option<Vec<(Vec<Key>, Function)>> {
        // Beside cases of the time with a condition, one without is nobody's.
        let conditional = list == List::Time && self.service.has_conditional(list);
        let items = self.service.list(list);
        let items = items.filter(|item| !(conditional && item.states.is_none()));
        let mut sets = vec![(Vec::new(), within)];
        for item in items {
            let holds = self.holds(Some(item));
            let fails = diagrams.not(holds);
            let mut next = Vec::new();
            for (keys, function) in sets {
                let with = [keys.as_slice(), &[item.key]].concat();
                for (keys, side) in [(with, holds), (keys, fails)] {
                    let both = diagrams.and(function, side);
                    if both != NEVER {
                        next.push((keys, both));
                    }
                }
            }
            if next.len() > MOST_SETS {
                return None;
            }
            sets = next;
        }
        Some(sets)
    }
}

struct Comparison<'a> {
    old: Side<'a>,
    new: Side<'a>,
    diagrams: Diagrams,
    found: Vec<(What, Function, bool)>,
}

impl<'a> Comparison<'a> {
    fn new(old: &'a Service<'a>, new: &'a Service<'a>, joint: &Joint) -> Self {
        let mut diagrams = Diagrams::new(&joint.domains);
        Self {
            old: Side::new(old, joint, 0, &mut diagrams),
            new: Side::new(new, joint, 1, &mut diagrams),
            diagrams,
            found: Vec::new(),
        }
    }

    fn differences(mut self) -> Option<Vec<Difference>> {
        self.verdicts();
        let both = self.diagrams.and(self.old.admitted, self.new.admitted);
        self.papers(both);
        self.ways(List::Cost, both, &cost, What::Cost)?;
        self.ways(List::Time, both, &time, What::Time)?;
        let mut told = 0;
        let mut differences = Vec::new();
        for (what, function, general) in self.found {
            let terms = cover(function, &mut self.diagrams, MOST_TERMS)?;
            told += terms.len();
            if told > MOST_TOLD {
                return None;
            }
            differences.push(Difference {
                what,
                terms,
                general,
            });
        }
        (!self.diagrams.overflowed()).then_some(differences)
    }

    fn note(&mut self, what: What, parts: &[Function], general: bool) {
        let function = self.diagrams.all(parts);
        if function != NEVER {
            self.found.push((what, function, general));
        }
    }

    fn verdicts(&mut self) {
        let (olds, news) = (self.old.verdicts.clone(), self.new.verdicts.clone());
        for (before, of_old) in olds {
            for (now, of_new) in news.iter().filter(|(now, _)| *now != before) {
                self.note(What::Verdict(before, *now), &[of_old, *of_new], false);
            }
        }
    }

    fn papers(&mut self, both: Function) {
        let (old, new) = (self.old.service, self.new.service);
        let paper = |item: &&Item<'_>| item.role == Role::Paper;
        for (before, now) in pairs(old, new, List::Requirements) {
            // What is no paper in one version is asked as one only in the other.
            let (before, now) = (before.filter(paper), now.filter(paper));
            let (of_old, of_new) = (self.old.holds(before), self.new.holds(now));
            let (not_old, not_new) = (self.diagrams.not(of_old), self.diagrams.not(of_new));
            let own = [(before, &self.old), (now, &self.new)];
            let general = own
                .iter()
                .all(|(item, side)| item.is_none_or(|item| !side.holds.contains_key(&item.key)));
            if let Some(item) = now {
                self.note(What::Needed(item.key), &[both, of_new, not_old], general);
            }
            if let Some(item) = before {
                self.note(What::NotNeeded(item.key), &[both, of_old, not_new], general);
            }
        }
    }

    /// Where one of several ways holds before and another now; `said` is what makes two of them the same.
    fn ways<K: Ord>(
        &mut self,
        list: List,
        both: Function,
        said: &dyn Fn(&Service<'_>, &[Key]) -> K,
        what: fn(Vec<Key>, Vec<Key>) -> What,
    ) -> Option<()> {
        let services = [self.old.service, self.new.service];
        let general = !services.iter().any(|service| service.has_conditional(list));
        let olds = self.old.sets(list, both, &mut self.diagrams)?;
        let news = self.new.sets(list, both, &mut self.diagrams)?;
        let olds = joined(
            olds,
            |keys| said(self.old.service, keys),
            &mut self.diagrams,
        );
        let news = joined(
            news,
            |keys| said(self.new.service, keys),
            &mut self.diagrams,
        );
        for (before, (keys, of_old)) in &olds {
            for (_, (other, of_new)) in news.iter().filter(|(now, _)| *now != before) {
                self.note(
                    what(keys.clone(), other.clone()),
                    &[*of_old, *of_new],
                    general,
                );
            }
        }
        Some(())
    }
}

/// The sets that come to the same, together; the first stands for all.
fn joined<K: Ord>(
    sets: Vec<(Vec<Key>, Function)>,
    said: impl Fn(&[Key]) -> K,
    diagrams: &mut Diagrams,
) -> BTreeMap<K, (Vec<Key>, Function)> {
    let mut joined: BTreeMap<K, (Vec<Key>, Function)> = BTreeMap::new();
    for (keys, function) in sets {
        let known = joined.entry(said(&keys)).or_insert((keys, NEVER));
        known.1 = diagrams.any(&[known.1, function]);
    }
    joined
}

/// What is paid, as far as two sums are the same: whether the agency is known to state nothing, the amounts, each unit by itself, and the sentences.
type CostKey = (bool, Vec<(i64, i64, String)>, BTreeSet<String>);

fn cost(service: &Service<'_>, keys: &[Key]) -> CostKey {
    let sum: Sum = service.sum(|item| keys.contains(&item.key));
    let amounts = sum.amounts().into_iter();
    let amounts = amounts.map(|one| (one.rupiah, one.most, unit_key(one.unit.as_ref())));
    let sentences = sum.sentences().map(plain);
    let is_missing = matches!(service.document.cost, Slot::Missing(_));
    (is_missing, amounts.collect(), sentences.collect())
}

/// What is waited, as far as two times are the same: whether the agency is known to state none, the numbers, else the sentence.
type TimeKey = (bool, Vec<Length>);

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Length {
    Counted(Option<i64>, Option<i64>, TimeUnit),
    Said(String),
}

fn time(service: &Service<'_>, keys: &[Key]) -> TimeKey {
    let cases = keys
        .iter()
        .filter_map(|key| match service.items[*key].written {
            Written::Case(case) => {
                let words = case.text.get().or(case.label.get());
                Some(length(&case.min, &case.max, &case.unit, words))
            }
            _ => None,
        });
    let mut lengths: Vec<Length> = cases.flatten().collect();
    lengths.sort();
    let whole = service.document.time.get().filter(|_| keys.is_empty());
    let whole = whole.and_then(|time| length(&time.min, &time.max, &time.unit, time.text.get()));
    lengths.extend(whole);
    (matches!(service.document.time, Slot::Missing(_)), lengths)
}

fn length(
    min: &Slot<Integer>,
    max: &Slot<Integer>,
    unit: &Slot<TimeUnit>,
    words: Option<&Text>,
) -> Option<Length> {
    let count = |slot: &Slot<Integer>| slot.get().map(|count| count.value);
    match (count(min), count(max), unit.get()) {
        (None, None, _) | (_, _, None) => words.map(|text| Length::Said(plain(text))),
        (min, max, Some(unit)) => Some(Length::Counted(min.filter(|_| min != max), max, *unit)),
    }
}

/// The letters of a text, white space aside.
fn plain(text: &Text) -> String {
    let words: Vec<&str> = text.value.split_whitespace().collect();
    words.join(" ")
}
