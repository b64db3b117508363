//! What lists show of a service.

use std::collections::BTreeMap;

use super::cost::{Cost, Sum};
use super::finder::sorted_by;
use super::names::Names;
use super::service::{Item, Service, is_kept};
use crate::model::service::{Requirement, ServiceDocument, Status, Time};
use crate::model::{Date, Slot, Text};
use crate::span::Span;

/// What lists show of a service.
#[derive(Debug, Clone, Default)]
pub struct Card {
    /// Its title.
    pub title: Text,
    /// Its summary.
    pub summary: Option<Text>,
    /// Other names.
    pub aliases: Vec<Text>,
    /// Its status.
    pub status: Option<Status>,
    /// Its category.
    pub category: Option<String>,
    /// Its life events.
    pub life_events: Vec<String>,
    /// Further agencies that offer it.
    pub offered_at: Vec<String>,
    /// Old addresses of its page.
    pub moved_from: Vec<Text>,
    /// How long it takes.
    pub time: Slot<Time>,
    /// What it costs.
    pub cost: Slot<Cost>,
    /// The system its content was taken from.
    pub source_system: Option<String>,
    /// The day of its page: the latest of its changes and its review.
    pub dated: Option<Date>,
    /// What changed, the latest first.
    pub changes: Vec<Change>,
    /// What one brings, as lists of papers name it.
    pub papers: Vec<Text>,
    /// What one gets.
    pub products: Vec<Text>,
    /// The papers of documents.yaml that it asks for.
    pub asks: Vec<Asked>,
    /// What one brings that is no paper of documents.yaml.
    pub others: Vec<Brought>,
    /// The papers of documents.yaml that it gives.
    pub gives: Vec<Given>,
    /// The questions of questions.yaml that it asks, by id.
    pub shares: Vec<String>,
    /// Those of them whose answers decide something by themselves.
    pub sorted_by: Vec<String>,
}

/// A change of a standard.
#[derive(Debug, Clone)]
pub struct Change {
    /// The day.
    pub date: Date,
    /// What changed.
    pub note: Text,
    /// Its number among those of its day, in the order in which they were written.
    pub number: usize,
}

/// Something that one brings, in the words of the service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brought {
    /// Its words.
    pub words: Text,
    /// Whether only some must bring it.
    pub is_for_some: bool,
}

/// A paper of documents.yaml that a service gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// Its id.
    pub document: String,
    /// Where the service says so.
    pub span: Span,
}

/// A paper of documents.yaml that a service asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Its id.
    pub document: String,
    /// Where the service names it first.
    pub span: Span,
    /// Whether one needs only show or copy what one has.
    pub is_kept: bool,
    /// Whether only some must bring it, or it is one of several that will do.
    pub is_for_some: bool,
}

impl Card {
    /// The card of a service.
    pub fn of(resolved: &Service<'_>, names: &Names<'_>) -> Self {
        let service = resolved.document;
        let source = service.source.get().and_then(|source| source.system.get());
        let category = service.category.get();
        let offices = service.offered_at.items().iter();
        Self {
            title: service.title.get().cloned().unwrap_or_default(),
            summary: service.summary.get().cloned(),
            aliases: service.aliases.items().to_vec(),
            status: service.status.get().copied(),
            category: category.map(|category| category.value.clone()),
            life_events: values(service.life_events.items().iter()),
            offered_at: values(offices.filter_map(|office| office.agency.get())),
            moved_from: service.moved_from.items().to_vec(),
            time: service.time.clone(),
            cost: resolved.cost(),
            source_system: source.map(|system| system.value.clone()),
            dated: page_date(service).cloned(),
            changes: changes(service),
            papers: resolved.papers().filter_map(Item::words).cloned().collect(),
            products: products(service).cloned().collect(),
            asks: asks(resolved, names),
            others: others(resolved, names),
            gives: gives(service, names),
            shares: shares(resolved),
            sorted_by: sorted_by(resolved),
        }
    }

    /// Every text of it that a translation may have words for.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        let time = self.time.get().and_then(|time| time.text.get());
        let sums = self.cost.get().map_or(&[][..], |cost| &cost.sums);
        let own = std::iter::once(&self.title).chain(&self.summary);
        let others = self.others.iter().map(|other| &other.words);
        own.chain(&self.aliases)
            .chain(others)
            .chain(time)
            .chain(sums.iter().flat_map(Sum::texts))
            .chain(self.changes.iter().map(|change| &change.note))
    }
}

/// A page's date: the latest of its changes and its review.
pub fn page_date(service: &ServiceDocument) -> Option<&Date> {
    let changes = service.changes.items().iter();
    let changes = changes.filter_map(|change| change.date.get());
    let review = service.reviewed.get().and_then(|review| review.date.get());
    changes.chain(review).max_by_key(|date| date.value)
}

/// What changed when, the latest first; of one day in the order of the file.
fn changes(service: &ServiceDocument) -> Vec<Change> {
    let changes = service.changes.items().iter();
    let changes = changes.filter_map(|change| {
        Some(Change {
            date: *change.date.get()?,
            note: change.note.get()?.clone(),
            number: 0,
        })
    });
    let mut changes: Vec<Change> = changes.collect();
    number(&mut changes);
    changes.sort_by_key(|change| std::cmp::Reverse(change.date.value));
    changes
}

/// Counts the changes of each day as they were written: where later days stand below, from above, else from below. So a
/// change keeps its number when another of its day is added where changes are added.
fn number(changes: &mut [Change]) {
    let ends = changes.first().zip(changes.last());
    let downward = ends.is_some_and(|(first, last)| first.date.value < last.date.value);
    let mut on_day: BTreeMap<jiff::civil::Date, usize> = BTreeMap::new();
    let mut count = |change: &mut Change| {
        let count = on_day.entry(change.date.value).or_default();
        *count += 1;
        change.number = *count;
    };
    match downward {
        true => changes.iter_mut().for_each(&mut count),
        false => changes.iter_mut().rev().for_each(&mut count),
    }
}

fn products(service: &ServiceDocument) -> impl Iterator<Item = &Text> {
    let products = service.products.items().iter();
    products.filter_map(|product| product.label.get().or(product.text.get()))
}

/// The papers of documents.yaml among those that one brings, none twice: what one person must have new, another must.
fn asks(service: &Service<'_>, names: &Names<'_>) -> Vec<Asked> {
    let mut asks: Vec<Asked> = Vec::new();
    for item in service.papers() {
        let Some(paper) = item.requirement() else {
            continue;
        };
        for (document, span) in named(paper, names) {
            let is_kept = is_kept(paper);
            let is_for_some = !item.is_unconditional() || !paper.any_of.is_absent();
            match asks.iter_mut().find(|asked| asked.document == document) {
                Some(asked) => {
                    asked.is_kept &= is_kept;
                    asked.is_for_some &= is_for_some;
                }
                None => asks.push(Asked {
                    document,
                    span,
                    is_kept,
                    is_for_some,
                }),
            }
        }
    }
    asks
}

/// What one brings that is no paper of documents.yaml.
fn others(service: &Service<'_>, names: &Names<'_>) -> Vec<Brought> {
    let papers = service.papers();
    let unlisted = papers.filter(|item| {
        let paper = item.requirement();
        paper.is_some_and(|paper| named(paper, names).next().is_none())
    });
    let brought = unlisted.filter_map(|item| {
        Some(Brought {
            words: item.words()?.clone(),
            is_for_some: item.condition.is_some() || !item.is_unconditional(),
        })
    });
    brought.collect()
}

/// The papers of documents.yaml that a requirement names, each with its place.
fn named<'n>(
    paper: &'n Requirement,
    names: &'n Names<'_>,
) -> impl Iterator<Item = (String, Span)> + 'n {
    let lists = [paper.any_of.items(), paper.all_of.items()];
    let document = paper.document.get().into_iter();
    let all = document.chain(lists.into_iter().flatten());
    all.filter_map(|name| Some((id_of(&name.value, names)?, name.span)))
}

fn gives(service: &ServiceDocument, names: &Names<'_>) -> Vec<Given> {
    let products = service.products.items().iter();
    let named = products.filter_map(|product| product.document.get());
    let mut gives: Vec<Given> = Vec::new();
    for name in named {
        let known = |id: &String| gives.iter().any(|given| given.document == *id);
        if let Some(document) = id_of(&name.value, names).filter(|id| !known(id)) {
            gives.push(Given {
                document,
                span: name.span,
            });
        }
    }
    gives
}

fn shares(service: &Service<'_>) -> Vec<String> {
    let posed = service.posed.iter().filter(|posed| posed.is_shared);
    let ids = posed.filter_map(|posed| posed.written.id.get());
    ids.map(|id| id.value.clone()).collect()
}

/// The id of the paper that a service calls by id, name or alias.
fn id_of(name: &str, names: &Names<'_>) -> Option<String> {
    Some(names.document(name)?.id.get()?.value.clone())
}

fn values<'a>(texts: impl Iterator<Item = &'a Text>) -> Vec<String> {
    texts.map(|text| text.value.clone()).collect()
}
