//! What lists show of a service.

use super::cost::{Cost, Sum};
use super::service::Service;
use crate::model::service::{Status, Time};
use crate::model::{Slot, Text};

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
}

impl Card {
    /// The card of a service.
    pub fn of(resolved: &Service<'_>) -> Self {
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
        }
    }

    /// Every text of it that a translation may have words for.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        let time = self.time.get().and_then(|time| time.text.get());
        let sums = self.cost.get().map_or(&[][..], |cost| &cost.sums);
        let own = std::iter::once(&self.title).chain(&self.summary);
        own.chain(&self.aliases)
            .chain(time)
            .chain(sums.iter().flat_map(Sum::texts))
    }
}

fn values<'a>(texts: impl Iterator<Item = &'a Text>) -> Vec<String> {
    texts.map(|text| text.value.clone()).collect()
}
