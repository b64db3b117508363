//! In which order one uses services: what one of them gives, another asks for.
//!
//! # Steps
//!
//! 1. A *tie* leads from each service that gives a paper to each other one that asks for it. It is weak where the reader
//!    may have the paper already, where only some need it, or where several services give it.
//! 2. A weak tie orders nothing where it is in a circle of ties, a strong one where it is in a circle of strong ties,
//!    which is a mistake of the content. What is left has no circle.
//! 3. A service stands one stage behind the last of those that it waits for.
//!
//! Ties are never listed: they run through the papers, so that ten thousand services that give a paper and ten thousand
//! that ask for it take no more than twenty thousand steps.

mod components;

use std::collections::{BTreeMap, VecDeque};

use super::ServiceEntry;
use crate::span::Span;
use components::components;

/// A service among those to be ordered, with the papers that it gives and asks for.
#[derive(Debug, Clone, Default)]
pub struct Member<'a> {
    /// What it gives.
    pub gives: Vec<&'a str>,
    /// What it asks for, nothing twice.
    pub asks: Vec<Ask<'a>>,
}

/// A paper that a service asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ask<'a> {
    /// The paper.
    pub document: &'a str,
    /// Whether one may have it already, or only some need it.
    pub is_weak: bool,
    /// Whether only some need it.
    pub is_for_some: bool,
}

impl<'a> Member<'a> {
    /// A service of a site, with what it says and with what documents.yaml says that it issues.
    pub fn of(entry: &'a ServiceEntry, issued: &BTreeMap<&'a str, Vec<(&'a str, Span)>>) -> Self {
        let card = &entry.card;
        let says = card.gives.iter().map(|given| given.document.as_str());
        let issues = issued.get(&*entry.id()).into_iter().flatten();
        let mut gives: Vec<&str> = Vec::new();
        for document in says.chain(issues.map(|(document, _)| *document)) {
            if !gives.contains(&document) {
                gives.push(document);
            }
        }
        Self {
            gives,
            asks: card
                .asks
                .iter()
                .map(|asked| Ask {
                    document: &asked.document,
                    is_weak: asked.is_kept || asked.is_for_some,
                    is_for_some: asked.is_for_some,
                })
                .collect(),
        }
    }
}

/// The order of services, each by its place among those that were given.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Order<'a> {
    /// The services that can be used at the same time, the first first.
    pub stages: Vec<Vec<usize>>,
    /// The services that neither wait for another nor are waited for.
    pub free: Vec<usize>,
    /// What each service needs of those before it.
    pub needs: Vec<Vec<Need<'a>>>,
    /// The circles of strong ties, one of each knot: each service asks for the paper that the next one gives.
    pub circles: Vec<Vec<(usize, &'a str)>>,
}

/// A paper that a service needs of others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Need<'a> {
    /// The paper.
    pub document: &'a str,
    /// Whether the tie is weak.
    pub is_weak: bool,
    /// Whether only some need it.
    pub is_for_some: bool,
    /// Whether it orders nothing behind those who give the paper in the same circle.
    only_outside: bool,
}

impl<'a> Order<'a> {
    /// The order of services.
    pub fn of(members: &[Member<'a>]) -> Self {
        let ties = Ties::new(members);
        let all = components(&ties.graph(|_| true));
        let knots = Knots {
            outside: ties.given_outside(&all),
            strong: components(&ties.graph(|ask| !ask.is_weak)),
            all,
        };
        let needs: Vec<Vec<Need<'a>>> = (0..members.len())
            .map(|service| ties.needs(service, &knots))
            .collect();
        let (stages, free) = ties.stages(&needs, &knots);
        Self {
            circles: ties.circles(&knots.strong),
            stages,
            free,
            needs,
        }
    }
}

/// Who gives what, and who asks for it.
struct Ties<'m, 'a> {
    members: &'m [Member<'a>],
    /// The papers that are given, by their places.
    papers: BTreeMap<&'a str, usize>,
    /// Who gives each of them.
    givers: Vec<Vec<usize>>,
    /// What each service asks others for: the paper's place, and how.
    asks: Vec<Vec<(usize, Ask<'a>)>>,
}

/// Which services and papers are in circles together, of all ties and of strong ones.
struct Knots {
    all: Vec<usize>,
    strong: Vec<usize>,
    /// By paper whether a service outside its knot gives it.
    outside: Vec<bool>,
}

impl<'m, 'a> Ties<'m, 'a> {
    fn new(members: &'m [Member<'a>]) -> Self {
        let mut papers = BTreeMap::new();
        let mut givers: Vec<Vec<usize>> = Vec::new();
        for (service, member) in members.iter().enumerate() {
            for document in &member.gives {
                let paper = *papers.entry(*document).or_insert(givers.len());
                if paper == givers.len() {
                    givers.push(Vec::new());
                }
                if givers[paper].last() != Some(&service) {
                    givers[paper].push(service);
                }
            }
        }
        let asks_of = |service: usize| {
            let asks = members[service].asks.iter();
            let tied = asks.filter_map(|ask| {
                let paper = *papers.get(ask.document)?;
                // What a service makes itself, the reader has before.
                if givers[paper].binary_search(&service).is_ok() {
                    return None;
                }
                let is_weak = ask.is_weak || givers[paper].len() > 1;
                Some((paper, Ask { is_weak, ..*ask }))
            });
            tied.collect()
        };
        Self {
            asks: (0..members.len()).map(asks_of).collect(),
            members,
            papers,
            givers,
        }
    }

    /// The place of a paper in a graph, behind the services.
    fn node(&self, paper: usize) -> usize {
        self.members.len() + paper
    }

    /// From services to the papers that they give, and from those to the services that ask for them so.
    fn graph(&self, is_meant: impl Fn(&Ask<'_>) -> bool) -> Vec<Vec<usize>> {
        let mut graph = vec![Vec::new(); self.members.len() + self.papers.len()];
        for (paper, givers) in self.givers.iter().enumerate() {
            for giver in givers {
                graph[*giver].push(self.node(paper));
            }
        }
        for (service, asks) in self.asks.iter().enumerate() {
            for (paper, _) in asks.iter().filter(|(_, ask)| is_meant(ask)) {
                graph[self.node(*paper)].push(service);
            }
        }
        graph
    }

    /// By paper whether a service outside its knot gives it.
    fn given_outside(&self, knots: &[usize]) -> Vec<bool> {
        let papers = self.givers.iter().enumerate();
        let outside = papers.map(|(paper, givers)| {
            let own = knots[self.node(paper)];
            givers.iter().any(|giver| knots[*giver] != own)
        });
        outside.collect()
    }

    /// What a service waits for.
    fn needs(&self, service: usize, knots: &Knots) -> Vec<Need<'a>> {
        let asks = self.asks[service].iter();
        asks.filter_map(|(paper, ask)| {
            let node = self.node(*paper);
            let together = knots.all[node] == knots.all[service];
            let waits = match ask.is_weak {
                true => !together || knots.outside[*paper],
                false => knots.strong[node] != knots.strong[service],
            };
            waits.then_some(Need {
                document: ask.document,
                is_weak: ask.is_weak,
                is_for_some: ask.is_for_some,
                only_outside: ask.is_weak && together,
            })
        })
        .collect()
    }

    /// The services by stage, and those that no tie concerns. Beside each paper stands it again, as those outside its
    /// circle give it.
    fn stages(&self, needs: &[Vec<Need<'a>>], knots: &Knots) -> (Vec<Vec<usize>>, Vec<usize>) {
        let (services, papers) = (self.members.len(), self.papers.len());
        let mut next = vec![Vec::new(); services + 2 * papers];
        let mut tied = vec![false; services];
        for (service, needs) in needs.iter().enumerate() {
            for need in needs {
                let paper = self.papers[need.document];
                let node = self.node(paper) + usize::from(need.only_outside) * papers;
                next[node].push(service);
                tied[service] = true;
            }
        }
        for (paper, givers) in self.givers.iter().enumerate() {
            let node = self.node(paper);
            for giver in givers {
                let outside = knots.all[*giver] != knots.all[node];
                let nodes = [(node, true), (node + papers, outside)];
                for (node, _) in nodes.into_iter().filter(|(_, gives)| *gives) {
                    tied[*giver] |= !next[node].is_empty();
                    next[*giver].push(node);
                }
            }
        }
        let levels = levels(&next, services);
        let mut stages: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for service in (0..services).filter(|service| tied[*service]) {
            stages.entry(levels[service]).or_default().push(service);
        }
        let free = (0..services).filter(|service| !tied[*service]);
        (stages.into_values().collect(), free.collect())
    }

    /// A shortest circle through the first service of each knot of strong ties.
    fn circles(&self, strong: &[usize]) -> Vec<Vec<(usize, &'a str)>> {
        let mut seen = std::collections::BTreeSet::new();
        let in_knot = |service: &usize| self.strong_asks(*service, strong).next().is_some();
        let firsts = (0..self.members.len())
            .filter(in_knot)
            .filter(|service| seen.insert(strong[*service]));
        firsts.map(|service| self.circle(service, strong)).collect()
    }

    /// The papers that a service asks for in a circle of strong ties, each with the one service that gives it.
    fn strong_asks<'s>(
        &'s self,
        service: usize,
        strong: &'s [usize],
    ) -> impl Iterator<Item = (&'a str, usize)> + 's {
        let asks = self.asks[service].iter();
        let inside = asks.filter(move |(paper, ask)| {
            !ask.is_weak && strong[self.node(*paper)] == strong[service]
        });
        inside.filter_map(|(paper, ask)| Some((ask.document, *self.givers[*paper].first()?)))
    }

    fn circle(&self, start: usize, strong: &[usize]) -> Vec<(usize, &'a str)> {
        // By whom each was reached, and for which paper.
        let mut reached: BTreeMap<usize, (usize, &'a str)> = BTreeMap::new();
        let mut open = VecDeque::from([start]);
        while let Some(service) = open.pop_front() {
            for (document, giver) in self.strong_asks(service, strong) {
                reached.entry(giver).or_insert_with(|| {
                    open.push_back(giver);
                    (service, document)
                });
            }
            if reached.contains_key(&start) {
                break;
            }
        }
        let mut circle: Vec<(usize, &'a str)> = Vec::new();
        let mut at = start;
        while let Some(step) = reached.get(&at) {
            circle.push(*step);
            at = step.0;
            if at == start {
                break;
            }
        }
        circle.reverse();
        circle
    }
}

/// How many services stand before each node of a graph without circles at least; services are the first nodes.
fn levels(next: &[Vec<usize>], services: usize) -> Vec<usize> {
    let mut waiting = vec![0_usize; next.len()];
    for to in next.iter().flatten() {
        waiting[*to] += 1;
    }
    let mut levels = vec![0; next.len()];
    let mut open: Vec<usize> = (0..next.len()).filter(|node| waiting[*node] == 0).collect();
    while let Some(node) = open.pop() {
        for to in &next[node] {
            let level = levels[node] + usize::from(*to < services);
            levels[*to] = levels[*to].max(level);
            waiting[*to] -= 1;
            if waiting[*to] == 0 {
                open.push(*to);
            }
        }
    }
    levels
}
