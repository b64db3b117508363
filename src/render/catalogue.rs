//! Which services lists show, looked up once for the whole site.

use std::collections::BTreeMap;

use super::index::Index;
use crate::resolve::{ServiceEntry, Site};
use crate::route::Routes;
use crate::theme::Theme;

/// The services that have a page, by what they belong to.
#[derive(Debug, Default)]
pub struct Catalogue<'a> {
    all: Vec<&'a ServiceEntry>,
    agencies: Group<'a>,
    life_events: Group<'a>,
    categories: Group<'a>,
    source: Option<&'a str>,
    /// All names from A to Z, by language.
    indexes: BTreeMap<String, Index<'a>>,
}

type Group<'a> = BTreeMap<&'a str, Vec<&'a ServiceEntry>>;

impl<'a> Catalogue<'a> {
    /// The services of a site that have a route; a theme knows the alphabet of each language.
    pub fn new(site: &'a Site, routes: &Routes, theme: &Theme) -> Self {
        let mut catalogue = Self::default();
        for entry in &site.entries {
            if routes.page(&entry.subject(), routes.primary()).is_some() {
                catalogue.add(entry);
            }
        }
        for language in site.languages() {
            let alphabet = theme.language(&language).words().get("language.alphabet");
            let services = catalogue.all.iter().copied();
            let index = Index::new(site, &language, alphabet, services);
            catalogue.indexes.insert(language, index);
        }
        let systems = site.entries.iter();
        let mut systems = systems.map(|entry| entry.card.source_system.as_deref());
        let first = systems.next().flatten();
        catalogue.source = first.filter(|_| systems.all(|system| system == first));
        catalogue
    }

    fn add(&mut self, entry: &'a ServiceEntry) {
        let card = &entry.card;
        self.all.push(entry);
        put(&mut self.agencies, &entry.agency, entry);
        for agency in card
            .offered_at
            .iter()
            .filter(|other| **other != entry.agency)
        {
            put(&mut self.agencies, agency, entry);
        }
        for event in &card.life_events {
            put(&mut self.life_events, event, entry);
        }
        if let Some(category) = &card.category {
            put(&mut self.categories, category, entry);
        }
    }

    /// All services, by agency and name.
    pub fn all(&self) -> &[&'a ServiceEntry] {
        &self.all
    }

    /// The services of an agency, and those of others that it offers.
    pub fn of_agency(&self, folder: &str) -> &[&'a ServiceEntry] {
        self.agencies.get(folder).map_or(&[], Vec::as_slice)
    }

    /// The services that concern a life event.
    pub fn of_life_event(&self, id: &str) -> &[&'a ServiceEntry] {
        self.life_events.get(id).map_or(&[], Vec::as_slice)
    }

    /// The services of a category.
    pub fn of_category(&self, id: &str) -> &[&'a ServiceEntry] {
        self.categories.get(id).map_or(&[], Vec::as_slice)
    }

    /// All names of services from A to Z, as the pages of a language say them.
    pub fn index(&self, language: &str) -> Option<&Index<'a>> {
        self.indexes.get(language)
    }

    /// The one system from which every service was taken.
    pub fn source(&self) -> Option<&'a str> {
        self.source
    }
}

/// Adds a service that may be named twice.
fn put<'a>(group: &mut Group<'a>, key: &'a str, entry: &'a ServiceEntry) {
    let list = group.entry(key).or_default();
    if list.last().is_none_or(|last| !std::ptr::eq(*last, entry)) {
        list.push(entry);
    }
}
