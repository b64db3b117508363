//! Several services sorted by the answers to the questions that they share: for each the verdict that all completions
//! have in common, its own further questions taken as open.
//!
//! # Steps
//!
//! 1. [`Projection::of`] takes a service's own questions away: a verdict stays where it holds whatever these say.
//! 2. The questions of all services are joined: numbers are cut where the verdict of some service changes.
//! 3. [`Finder::compile`] carries the verdicts there and makes decisions of them, as those of a checklist.

use std::collections::{BTreeMap, BTreeSet};

use super::{Checklist, Compiler, DecisionId, Verdict};
use crate::rule::carry::{Carrier, Counterpart};
use crate::rule::diagram::{Diagrams, Function, NEVER};
use crate::rule::domain::{Bands, Domain, Domains};

/// The verdicts of a service over some of its questions.
#[derive(Debug, Clone)]
pub struct Projection {
    /// For each verdict that these questions can decide, where they do.
    verdicts: Vec<(Verdict, Function)>,
    /// The questions on which a verdict hangs, those that were taken away among them.
    besides: BTreeSet<usize>,
    domains: Domains,
    diagrams: Diagrams,
}

impl Projection {
    /// The verdicts of a checklist over the questions that are `kept`; `None` if its rules are too intertwined.
    pub fn of(checklist: &Checklist, kept: &dyn Fn(usize) -> bool) -> Option<Self> {
        let mut diagrams = checklist.diagrams().clone();
        let domains = checklist.domains.clone();
        let taken: Vec<usize> = (0..domains.list.len()).filter(|one| !kept(*one)).collect();
        let verdicts = checklist.verdicts(&mut diagrams);
        let besides = reads(verdicts.iter().map(|(_, one)| *one), &diagrams);
        let verdicts = verdicts.into_iter().map(|(verdict, function)| {
            let left = taken.iter().fold(function, |function, question| {
                whatever(function, *question, &domains, &mut diagrams)
            });
            (verdict, left)
        });
        let verdicts = verdicts.filter(|(_, function)| *function != NEVER);
        let verdicts = verdicts.collect();
        (!diagrams.overflowed()).then_some(Self {
            verdicts,
            besides,
            domains,
            diagrams,
        })
    }

    /// The questions on which a verdict hangs, alone or with others, kept or not.
    pub fn reads_besides(&self) -> &BTreeSet<usize> {
        &self.besides
    }

    /// The questions whose answers make a difference.
    pub fn reads(&self) -> BTreeSet<usize> {
        reads(self.verdicts.iter().map(|(_, one)| *one), &self.diagrams)
    }

    /// The first numbers of the bands at which a verdict changes, and whether the rules name that edge by the number
    /// before.
    fn edges(&mut self, question: usize) -> Vec<(i64, bool)> {
        let Some(Domain::Bands(bands)) = self.domains.list.get(question) else {
            return Vec::new();
        };
        let bands = bands.clone();
        let (diagrams, verdicts) = (&mut self.diagrams, &self.verdicts);
        let mut given = |answer: usize| -> Vec<Function> {
            let each = verdicts.iter();
            each.map(|(_, one)| diagrams.given(*one, question, answer))
                .collect()
        };
        let changes = (1..bands.len()).filter(|at| given(at - 1) != given(*at));
        let changes: Vec<usize> = changes.collect();
        let firsts = changes.into_iter().map(|at| bands[at].0);
        firsts
            .map(|first| (first, bands.named_by_last(first)))
            .collect()
    }
}

/// The questions that some functions ask.
fn reads(functions: impl Iterator<Item = Function>, diagrams: &Diagrams) -> BTreeSet<usize> {
    let mut seen = BTreeSet::new();
    let mut reads = BTreeSet::new();
    let mut open: Vec<Function> = functions.collect();
    while let Some(function) = open.pop() {
        if let Some((question, children)) = diagrams.node(function)
            && seen.insert(function)
        {
            reads.insert(question);
            open.extend(children);
        }
    }
    reads
}

/// Where a function holds whatever the answer to a question is.
fn whatever(
    function: Function,
    question: usize,
    domains: &Domains,
    diagrams: &mut Diagrams,
) -> Function {
    let answers = 0..domains.list[question].size();
    let given: Vec<Function> = answers
        .map(|answer| diagrams.given(function, question, answer))
        .collect();
    diagrams.all(&given)
}

/// A service among others: its projection, and for each of its questions the one that it is of all services'.
#[derive(Debug, Clone)]
pub struct Sorted {
    /// Its verdicts.
    pub projection: Projection,
    /// The number that its question has among those of all services; `None` of its own.
    pub joint: Vec<Option<usize>>,
}

/// The answers that all services tell apart together; `each` is the answers of each question as one service or the
/// other has it, of which only the bands of a number differ.
pub fn joint_domains(services: &mut [Sorted], ranges: &[Domain]) -> Domains {
    let mut edges: Vec<BTreeMap<i64, bool>> = vec![BTreeMap::new(); ranges.len()];
    for service in services {
        let Sorted { projection, joint } = service;
        for (own, question) in joint.iter().enumerate() {
            let Some(question) = *question else { continue };
            for (first, by_last) in projection.edges(own) {
                *edges[question].entry(first).or_insert(by_last) &= by_last;
            }
        }
    }
    let list = ranges.iter().zip(edges);
    let list = list.map(|(range, edges)| match range {
        Domain::Bands(whole) => Domain::Bands(cut(whole, &edges)),
        other => other.clone(),
    });
    Domains {
        list: list.collect(),
    }
}

/// The range of some bands, cut at these edges alone.
fn cut(whole: &Bands, edges: &BTreeMap<i64, bool>) -> Bands {
    let (Some((least, _)), Some((_, most))) = (whole.first(), whole.last()) else {
        return Bands::default();
    };
    let firsts = std::iter::once(*least).chain(edges.keys().copied());
    let lasts = edges.keys().map(|first| first - 1).chain([*most]);
    let bands: Vec<(i64, i64)> = firsts.zip(lasts).collect();
    let by_last = edges.iter().filter(|(_, by_last)| **by_last);
    by_last.fold(Bands::from(bands), |bands, (first, _)| {
        bands.naming_by_last(*first)
    })
}

/// Services, sorted by the answers to the questions that they share.
#[derive(Debug, Clone)]
pub struct Finder {
    /// The decisions, and where a question can change nothing: a checklist without items.
    pub checklist: Checklist,
    /// For each service its verdicts, each with the decision that it is reached.
    pub found: Vec<Vec<(Verdict, DecisionId)>>,
}

impl Finder {
    /// Compiles the verdicts of some services over the answers of all of them; `None` if they are too intertwined.
    pub fn compile(domains: Domains, services: &[Sorted]) -> Option<Self> {
        let mut compiler = Compiler::new(&domains);
        let mut functions: BTreeSet<Function> = BTreeSet::new();
        let found = services.iter().map(|service| {
            let counterparts = service.counterparts(&domains);
            let mut carrier = Carrier::new(&service.projection.diagrams, &counterparts);
            let verdicts = service.projection.verdicts.iter().map(|(verdict, own)| {
                let function = carrier.carry(*own, &mut compiler.diagrams);
                functions.insert(function);
                (*verdict, compiler.decision(function))
            });
            verdicts.collect()
        });
        let found: Vec<Vec<(Verdict, DecisionId)>> = found.collect();
        let functions: Vec<Function> = functions.into_iter().collect();
        let indifferent = (0..domains.list.len())
            .map(|question| compiler.indifferent(&functions, question))
            .collect();
        (!compiler.diagrams.overflowed()).then(|| Self {
            checklist: compiler.bare(domains, indifferent),
            found,
        })
    }

    /// The verdict of a service that all completions of these answers share.
    pub fn verdict(&self, service: usize, answers: &[Option<u8>]) -> Verdict {
        let mut verdicts = self.found[service].iter();
        let reached = verdicts.find(|(_, decision)| self.checklist.decided(*decision, answers));
        reached.map_or(Verdict::Incomplete, |(verdict, _)| *verdict)
    }
}

impl Sorted {
    /// What its questions are over the answers of all services.
    fn counterparts(&self, domains: &Domains) -> Vec<Option<Counterpart>> {
        let counterpart = |(own, question): (usize, &Option<usize>)| {
            // A question that is not shared was taken away, so no function reads it.
            let question = (*question)?;
            let (of_all, of_own) = (&domains.list[question], &self.projection.domains.list[own]);
            let answers = 0..of_all.size();
            Some(Counterpart {
                question,
                answers: answers.map(|one| of_own.holding(of_all, one)).collect(),
            })
        };
        self.joint.iter().enumerate().map(counterpart).collect()
    }
}
