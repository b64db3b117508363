//! What lists show of a site, looked up once for all its pages.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::index::{Index, Name, Ordered, names};
use super::shelves::Shelves;
use crate::resolve::{ServiceEntry, Site};
use crate::route::{List, Routes};
use crate::search::Packed;
use crate::theme::Theme;

/// The lists of a whole site.
pub const OF_SITE: [List; 5] = [
    List::Names,
    List::LifeEvents,
    List::Categories,
    List::Agencies,
    List::Documents,
];

/// The services that have a page, by what they belong to, and the lists of their names.
#[derive(Debug)]
pub struct Catalogue<'a> {
    site: &'a Site,
    theme: &'a Theme,
    shelves: Shelves<'a>,
    source: Option<&'a str>,
    names: BTreeMap<List, Vec<Name<'a>>>,
    /// Their order by language: each list is put in order when its first page is made.
    orders: BTreeMap<String, BTreeMap<List, OnceLock<Ordered>>>,
    /// What a search reads, by language, made when it is asked for.
    searches: BTreeMap<String, OnceLock<Packed>>,
}

impl<'a> Catalogue<'a> {
    /// The services of a site that have a route; a theme knows the alphabet of each language.
    pub fn new(site: &'a Site, routes: &Routes, theme: &'a Theme) -> Self {
        let shown = |entry: &&ServiceEntry| {
            let page = routes.page(&entry.subject(), routes.primary());
            page.is_some()
        };
        let shelves = Shelves::new(site, site.entries.iter().filter(shown));
        let lists = || OF_SITE.iter().chain(shelves.lists()).cloned();
        let unordered = || lists().map(|list| (list, OnceLock::new())).collect();
        let languages = || site.languages().into_iter();
        let mut systems = site.entries.iter();
        let first = systems.next();
        let first = first.and_then(|entry| entry.card.source_system.as_deref());
        let is_first = |entry: &ServiceEntry| entry.card.source_system.as_deref() == first;
        Self {
            source: first.filter(|_| systems.all(is_first)),
            names: lists()
                .map(|list| (list.clone(), names(site, &shelves, &list)))
                .collect(),
            orders: languages()
                .map(|language| (language, unordered()))
                .collect(),
            searches: languages()
                .map(|language| (language, OnceLock::new()))
                .collect(),
            site,
            theme,
            shelves,
        }
    }

    /// All services, by agency and name.
    pub fn all(&self) -> &[&'a ServiceEntry] {
        self.shelves.all()
    }

    /// The services by what they belong to.
    pub fn shelves(&self) -> &Shelves<'a> {
        &self.shelves
    }

    /// The names of a list as the pages of a language say them, in order; nothing for a list without names.
    pub fn index(&self, list: &List, language: &str) -> Option<Index<'_>> {
        let names = self.names.get(list)?;
        let ordered = self.orders.get(language)?.get(list)?.get_or_init(|| {
            let words = self.theme.language(language).words();
            let alphabet = words.get("language.alphabet");
            Ordered::new(self.site, language, alphabet, names)
        });
        Some(Index::new(names, ordered))
    }

    /// What a search in a language reads, made once.
    pub fn search(&self, language: &str, make: impl FnOnce() -> Packed) -> Option<&Packed> {
        Some(self.searches.get(language)?.get_or_init(make))
    }

    /// The one system from which every service was taken.
    pub fn source(&self) -> Option<&'a str> {
        self.source
    }
}
