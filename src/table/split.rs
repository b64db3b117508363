//! Cuts the set of all answers into parts with one result each.

use std::collections::BTreeMap;

use super::Row;
use super::label::Labels;
use crate::diagnostic::Lang;
use crate::language::Language;
use crate::resolve::service::{Item, List, Service};
use crate::rule::check::{Questions, Rule};
use crate::rule::compile::{Key, Kind, Verdict};
use crate::rule::diagram::{ALWAYS, Diagrams, Function, NEVER};
use crate::rule::domain::Domains;
use crate::rule::terms::{Term, cover};
use crate::rule::words::{answers as answer_words, cell};

/// The most results of a table.
const MOST_ROWS: usize = 2_000;

/// The most terms of one row before they are merged.
const MOST_TERMS: usize = 2_000;

/// What holds in a part: failing criteria and needed items by their places, notices by number.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
struct Outcome<'a> {
    /// Place of the verdict in the table.
    rank: usize,
    fails: Vec<(&'a str, Key)>,
    items: Vec<(&'a str, Key)>,
    notices: Vec<usize>,
}

/// The rows, with `questions` in the words of the table; `None` if there are too many.
pub fn split(
    service: &Service<'_>,
    questions: &Questions,
    labels: &Labels<'_>,
    lang: Lang,
) -> Option<Vec<Row>> {
    let (diagrams, domains) = match &service.checklist {
        Some(checklist) => (checklist.diagrams().clone(), checklist.domains.clone()),
        None if questions.list.is_empty() => {
            let none = Domains { list: Vec::new() };
            (Diagrams::new(&none), none)
        }
        None => return None,
    };
    let mut splitter = Splitter {
        diagrams,
        domains,
        service,
    };
    let parts = splitter.parts()?;
    let mut rows = Vec::new();
    for (outcome, function) in parts {
        let terms = cover(function, &mut splitter.diagrams, MOST_TERMS)?;
        let words = Words {
            service,
            questions,
            domains: &splitter.domains,
            labels,
            lang,
        };
        rows.push(words.row(&outcome, &terms));
    }
    (!splitter.diagrams.overflowed()).then_some(rows)
}

/// The answers that lead to each result of a service that asks something, in the order of the table; `None` if there are
/// too many.
pub fn functions(service: &Service<'_>) -> Option<(Diagrams, Vec<Function>)> {
    let checklist = service.checklist.as_ref()?;
    let mut splitter = Splitter {
        diagrams: checklist.diagrams().clone(),
        domains: checklist.domains.clone(),
        service,
    };
    let functions = splitter.parts()?.into_values().collect();
    (!splitter.diagrams.overflowed()).then_some((splitter.diagrams, functions))
}

struct Splitter<'a> {
    diagrams: Diagrams,
    domains: Domains,
    service: &'a Service<'a>,
}

impl<'a> Splitter<'a> {
    /// Every outcome with the answers that lead to it, in the order of the table.
    fn parts(&mut self) -> Option<BTreeMap<Outcome<'a>, Function>> {
        let Service { items, rules, .. } = self.service;
        let mut open = vec![(Outcome::default(), ALWAYS)];
        for kind in Kind::ALL {
            let own = rank(kind.verdict());
            let criteria = rules.criteria.iter();
            for (key, rule, _) in criteria.filter(|(_, _, other)| *other == kind) {
                open = self.cut(open, rule, |outcome, holds| {
                    // A verdict that turns away hides the lighter ones.
                    if !holds && (outcome.rank == 0 || outcome.rank == own) {
                        outcome.rank = own;
                        outcome.fails.push((&items[*key].path, *key));
                    }
                })?;
            }
        }
        for (key, rule) in &rules.items {
            let item = &items[*key];
            if item.list.is_way() {
                continue;
            }
            open = self.cut(open, rule, |outcome, holds| {
                if holds && outcome.admitted() {
                    outcome.items.push((&item.path, *key));
                }
            })?;
        }
        for (index, rule) in rules.unsettled.iter().enumerate() {
            open = self.cut(open, rule, |outcome, holds| {
                if holds {
                    outcome.rank = outcome.rank.max(rank(Verdict::AskFirst));
                    outcome.notices.push(index);
                }
            })?;
        }
        Some(open.into_iter().collect())
    }

    /// Cuts every part along a rule and joins those that came out alike.
    fn cut(
        &mut self,
        parts: Vec<(Outcome<'a>, Function)>,
        rule: &Rule,
        mut note: impl FnMut(&mut Outcome<'a>, bool),
    ) -> Option<Vec<(Outcome<'a>, Function)>> {
        let holds = self.diagrams.rule(rule, &self.domains);
        let fails = self.diagrams.not(holds);
        let mut joined: BTreeMap<Outcome<'a>, Function> = BTreeMap::new();
        for (outcome, function) in parts {
            for (side, yes) in [(holds, true), (fails, false)] {
                let part = self.diagrams.and(function, side);
                if part != NEVER {
                    let mut outcome = outcome.clone();
                    note(&mut outcome, yes);
                    let known = joined.get(&outcome).copied().unwrap_or(NEVER);
                    let both = self.diagrams.any(&[known, part]);
                    joined.insert(outcome, both);
                }
            }
        }
        (joined.len() <= MOST_ROWS).then(|| joined.into_iter().collect())
    }
}

/// The place of a verdict in the table.
fn rank(verdict: Verdict) -> usize {
    let mut verdicts = Verdict::DECIDED.iter();
    verdicts.position(|one| *one == verdict).unwrap_or_default()
}

impl Outcome<'_> {
    /// Whether nobody is turned away: what is brought then counts.
    fn admitted(&self) -> bool {
        self.rank < rank(Verdict::NotNeeded)
    }
}

/// What the cells of a row are written from.
struct Words<'a> {
    service: &'a Service<'a>,
    questions: &'a Questions,
    domains: &'a Domains,
    labels: &'a Labels<'a>,
    lang: Lang,
}

impl Words<'_> {
    fn row(&self, outcome: &Outcome<'_>, terms: &[Term]) -> Row {
        let admitted = outcome.admitted();
        let needed = |item: &&Item<'_>| {
            // Beside cases with a condition, one without is nobody's.
            let free = item.states.is_none()
                && !(item.list == List::Time && self.service.has_conditional(List::Time));
            admitted && (free || outcome.items.iter().any(|(_, key)| *key == item.key))
        };
        let of = |list: List| -> Vec<String> {
            let shown = self.service.list(list).filter(needed);
            shown.map(|item| self.labels.of(item)).collect()
        };
        let mut time = of(List::Time);
        if admitted && time.is_empty() {
            time.extend(self.labels.whole_time.clone());
        }
        let sum = self.service.sum(|item| needed(&item));
        let mut cost = self.labels.cost(&sum);
        if admitted && cost.is_empty() {
            cost.extend(self.labels.missing_cost.clone());
        }
        let fails = outcome.fails.iter();
        let fails = fails.map(|(_, key)| &self.service.items[*key]);
        let papers = self.service.papers().filter(needed);
        let notices = outcome.notices.iter();
        Row {
            verdict: Verdict::DECIDED[outcome.rank].name(),
            answers: terms.iter().map(|term| self.answers(term)).collect(),
            grid: terms.iter().map(|term| self.cells(term)).collect(),
            fails: fails.map(|item| self.labels.of(item)).collect(),
            papers: papers.map(|item| self.labels.of(item)).collect(),
            cost,
            amounts: self.labels.amounts(&sum),
            time,
            notices: notices
                .filter_map(|index| self.labels.notices.get(*index).cloned())
                .collect(),
        }
    }

    /// What a case answers to each question.
    fn cells(&self, term: &Term) -> Vec<Option<String>> {
        let questions = self
            .questions
            .list
            .iter()
            .zip(&self.domains.list)
            .enumerate();
        let language = Language::spoken(self.lang);
        let cells =
            questions.map(|(at, (asked, domain))| cell(asked, domain, term.mask(at), language));
        cells.collect()
    }

    fn answers(&self, term: &Term) -> Vec<String> {
        let parts = term.allowed.iter().filter_map(|(question, mask)| {
            let asked = self.questions.list.get(*question)?;
            let domain = self.domains.list.get(*question)?;
            Some(answer_words(
                asked,
                domain,
                *mask,
                Language::spoken(self.lang),
            ))
        });
        parts.collect()
    }
}
