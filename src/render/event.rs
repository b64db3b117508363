//! The services of a life event in their order, and one list of the papers to bring to all of them.

use super::card::{card, service_link};
use super::collate;
use super::listed::{FEW, listed};
use super::pen::Pen;
use super::view::{
    EventPaper, Fact, Link, Listed, Paper, ServiceCard, Stage, StagedService, Words,
};
use crate::language::uncapitalised;
use crate::model::Text;
use crate::model::registry::DocumentRecord;
use crate::resolve::ServiceEntry;
use crate::resolve::order::{Member, Need, Order};
use crate::route::{List, Subject};

/// What the page of a life event says.
#[derive(Debug, Default)]
pub struct Told {
    /// The services one after the other; empty where the order does not matter.
    pub stages: Vec<Stage>,
    /// The services that can be used at any time.
    pub list: Listed,
    /// What one brings from the start.
    pub bring: Vec<EventPaper>,
    /// What an earlier service gives.
    pub on_the_way: Vec<EventPaper>,
}

/// What the page of the life event with this id says. Of more services than a person would use for one event it only
/// says which they are.
pub fn told(pen: &Pen<'_>, id: &str) -> Told {
    let list = List::OfLifeEvent(id.into());
    let services = pen.desk.catalogue.shelves().of(&list);
    if services.len() > FEW {
        return Told {
            list: listed(pen, &list),
            ..Told::default()
        };
    }
    let issued = pen.desk.site.issued();
    let members = services.iter().map(|entry| Member::of(entry, &issued));
    let members: Vec<Member<'_>> = members.collect();
    let order = Order::of(&members);
    let event = Event {
        pen,
        services,
        members: &members,
        order: &order,
    };
    let (on_the_way, bring) = event
        .papers()
        .into_iter()
        .partition(|paper| paper.on_the_way);
    let shown = |papers: Vec<Merged<'_>>| {
        let papers = papers.into_iter();
        papers.map(|paper| event.shown(paper)).collect()
    };
    Told {
        stages: event.stages(),
        list: Listed {
            cards: event.cards(&order.free),
            ..Listed::default()
        },
        bring: shown(bring),
        on_the_way: shown(on_the_way),
    }
}

/// A life event while its page is written.
struct Event<'e> {
    pen: &'e Pen<'e>,
    services: &'e [&'e ServiceEntry],
    members: &'e [Member<'e>],
    order: &'e Order<'e>,
}

/// A paper of one or more services.
struct Merged<'e> {
    /// What it is called: a paper of documents.yaml, or words.
    called: Called<'e>,
    /// Who asks for it.
    askers: Vec<usize>,
    /// Who of the event gives it.
    givers: Vec<usize>,
    /// Whether some need it at none of them.
    is_for_some: bool,
    /// Whether one gets it before one needs it.
    on_the_way: bool,
}

#[derive(Debug, Clone, Copy)]
enum Called<'e> {
    Document(&'e str),
    Words(&'e Text),
}

impl<'e> Event<'e> {
    fn stages(&self) -> Vec<Stage> {
        let stages = self.order.stages.iter();
        stages
            .map(|services| Stage {
                note: (services.len() > 1).then(|| self.pen.word("order.together")),
                services: services.iter().map(|at| self.staged(*at)).collect(),
            })
            .collect()
    }

    fn staged(&self, service: usize) -> StagedService {
        let needs = self.order.needs[service].iter();
        let gives = self.members[service].gives.iter();
        let wanted = gives.filter(|document| self.is_needed(document));
        let card = card(self.pen, self.services[service]);
        StagedService {
            link: card.link,
            status_label: card.status_label,
            summary: card.summary,
            facts: card.facts,
            needs: needs.filter_map(|need| self.need(need)).collect(),
            gives: wanted
                .filter_map(|document| {
                    let record = self.record(document)?;
                    self.paper(record, self.validity(record).into_iter().collect())
                })
                .collect(),
        }
    }

    /// Whether a service waits for a paper.
    fn is_needed(&self, document: &str) -> bool {
        let mut needs = self.order.needs.iter().flatten();
        needs.any(|need| need.document == document)
    }

    fn need(&self, need: &Need<'_>) -> Option<Paper> {
        let maybe = self.pen.said(self.pen.word("order.if_needed"));
        let notes = need.is_for_some.then_some(maybe).into_iter().collect();
        self.paper(self.record(need.document)?, notes)
    }

    fn cards(&self, services: &[usize]) -> Vec<ServiceCard> {
        let services = services.iter();
        services
            .map(|at| card(self.pen, self.services[*at]))
            .collect()
    }

    /// What all services ask for, each paper once, in the order in which one comes to them.
    fn papers(&self) -> Vec<Merged<'e>> {
        let mut papers: Vec<Merged<'e>> = Vec::new();
        for service in self.in_order() {
            let card = &self.services[service].card;
            for asked in &card.asks {
                self.merge(
                    &mut papers,
                    Called::Document(&asked.document),
                    (service, asked.is_for_some),
                );
            }
            for other in &card.others {
                self.merge(
                    &mut papers,
                    Called::Words(&other.words),
                    (service, other.is_for_some),
                );
            }
        }
        for paper in &mut papers {
            paper.on_the_way = self.comes_in_time(paper);
        }
        papers
    }

    fn in_order(&self) -> impl Iterator<Item = usize> + 'e {
        let order = self.order;
        order.stages.iter().flatten().chain(&order.free).copied()
    }

    fn merge(
        &self,
        papers: &mut Vec<Merged<'e>>,
        called: Called<'e>,
        (service, is_for_some): (usize, bool),
    ) {
        let same = |other: &&mut Merged<'e>| self.are_same(called, other.called);
        if let Some(known) = papers.iter_mut().find(same) {
            if known.askers.last() != Some(&service) {
                known.askers.push(service);
            }
            known.is_for_some &= is_for_some;
            return;
        }
        let gives = |document: &'e str| {
            let members = self.members.iter().enumerate();
            let givers = members.filter(move |(_, member)| member.gives.contains(&document));
            givers.map(|(at, _)| at).collect()
        };
        papers.push(Merged {
            called,
            askers: vec![service],
            givers: match called {
                Called::Document(document) => gives(document),
                Called::Words(_) => Vec::new(),
            },
            is_for_some,
            on_the_way: false,
        });
    }

    fn are_same(&self, one: Called<'_>, other: Called<'_>) -> bool {
        let folded = |text: &Text| collate::folded(&self.pen.worded(text).value);
        match (one, other) {
            (Called::Document(one), Called::Document(other)) => one == other,
            (Called::Words(one), Called::Words(other)) => folded(one) == folded(other),
            _ => false,
        }
    }

    /// Whether each service that asks for a paper waits for those that give it.
    fn comes_in_time(&self, paper: &Merged<'_>) -> bool {
        let Called::Document(document) = paper.called else {
            return false;
        };
        let waits = |service: &usize| {
            let mut needs = self.order.needs[*service].iter();
            needs.any(|need| need.document == document)
        };
        !paper.givers.is_empty() && paper.askers.iter().all(waits)
    }

    fn shown(&self, paper: Merged<'_>) -> EventPaper {
        let pen = self.pen;
        let maybe = paper
            .is_for_some
            .then(|| pen.said(pen.word("order.if_needed")));
        let fact = |key: &str, services: &[usize]| {
            let titles = services.iter().map(|at| self.title(*at));
            Fact {
                term: pen.word(key),
                value: pen.said(pen.language().row(&titles.collect::<Vec<_>>())),
                href: None,
            }
        };
        let all = paper.askers.len() == self.services.len() && paper.askers.len() > 1;
        let asked = match all {
            true => Fact {
                term: pen.word("order.for"),
                value: pen.said(pen.word("order.for_all")),
                href: None,
            },
            false => fact("order.for", &paper.askers),
        };
        let given = paper.on_the_way.then(|| fact("order.from", &paper.givers));
        let paper = match paper.called {
            Called::Document(id) => {
                let record = self.record(id);
                let validity = record.and_then(|record| self.validity(record));
                let notes = maybe.into_iter().chain(validity).collect();
                record.and_then(|record| self.paper(record, notes))
            }
            Called::Words(words) => Some(Paper {
                link: Link {
                    href: None,
                    label: pen.text(words),
                },
                notes: maybe.into_iter().collect(),
            }),
        };
        EventPaper {
            paper: paper.unwrap_or_else(|| Paper {
                link: Link {
                    href: None,
                    label: Words::default(),
                },
                notes: Vec::new(),
            }),
            remarks: given.into_iter().chain([asked]).collect(),
        }
    }

    fn title(&self, service: usize) -> String {
        let link = service_link(self.pen, &self.services[service].id());
        link.map(|link| link.label.text).unwrap_or_default()
    }

    fn record(&self, id: &str) -> Option<&'e DocumentRecord> {
        let mut all = self.pen.desk.site.registries.documents.iter();
        all.find(|one| one.id.is(id))
    }

    fn paper(&self, record: &DocumentRecord, notes: Vec<Words>) -> Option<Paper> {
        let id = record.id.get()?;
        Some(Paper {
            link: Link {
                href: self.pen.to(&Subject::Document(id.value.as_str().into())),
                label: self.pen.text(record.name.get()?),
            },
            notes,
        })
    }

    /// "berlaku 3 bulan"
    fn validity(&self, record: &DocumentRecord) -> Option<Words> {
        let validity = self.pen.text(record.validity.get()?);
        let value = uncapitalised(&validity.text);
        let said = self.pen.fill("product.validity", &[("value", &value)]);
        Some(validity.saying(said))
    }
}
