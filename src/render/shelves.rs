//! Which services belong to what: one list of services for each agency, life event, category and paper.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::resolve::{ServiceEntry, Site};
use crate::route::List;

/// The services of a site that lists show, by what they belong to.
#[derive(Debug, Clone, Default)]
pub struct Shelves<'a> {
    all: Vec<&'a ServiceEntry>,
    lists: BTreeMap<List, Vec<&'a ServiceEntry>>,
}

impl<'a> Shelves<'a> {
    /// The shelves of a site on which these of its services stand.
    pub fn new(site: &'a Site, services: impl Iterator<Item = &'a ServiceEntry>) -> Self {
        let mut shelves = Self {
            all: services.collect(),
            ..Self::default()
        };
        let issued = site.issued();
        for entry in shelves.all.clone() {
            for list in lists_of(entry) {
                shelves.put(list, entry);
            }
            for (document, _) in issued.get(&*entry.id()).into_iter().flatten() {
                shelves.put(List::Giving((*document).into()), entry);
            }
        }
        shelves
    }

    /// All services.
    pub fn all(&self) -> &[&'a ServiceEntry] {
        &self.all
    }

    /// The services of a list.
    pub fn of(&self, list: &List) -> &[&'a ServiceEntry] {
        match list {
            List::Names => &self.all,
            _ => self.lists.get(list).map_or(&[], Vec::as_slice),
        }
    }

    /// Every list on which services stand, but that of all.
    pub fn lists(&self) -> impl Iterator<Item = &List> {
        self.lists.keys()
    }

    /// Adds a service that may belong to a list twice.
    fn put(&mut self, list: List, entry: &'a ServiceEntry) {
        let list = self.lists.entry(list).or_default();
        if list.last().is_none_or(|last| !std::ptr::eq(*last, entry)) {
            list.push(entry);
        }
    }
}

/// The lists to which a service says it belongs.
fn lists_of(entry: &ServiceEntry) -> Vec<List> {
    let card = &entry.card;
    let named = |list: fn(Arc<str>) -> List, name: &String| list(name.as_str().into());
    let offices = std::iter::once(&entry.agency).chain(&card.offered_at);
    let events = card.life_events.iter();
    let gives = card.gives.iter();
    let asks = card.asks.iter();
    offices
        .map(|name| named(List::OfAgency, name))
        .chain(events.map(|name| named(List::OfLifeEvent, name)))
        .chain(
            card.category
                .iter()
                .map(|name| named(List::OfCategory, name)),
        )
        .chain(gives.map(|given| named(List::Giving, &given.document)))
        .chain(asks.map(|asked| named(List::Asking, &asked.document)))
        .collect()
}
