//! Third stage: names become what they refer to.
//!
//! # Steps
//!
//! 1. [`names`] knows every document, regulation, agency, service, page and file of the site by name.
//! 2. [`registry`] checks the site's settings and shared lists, [`agency`] each agency.
//! 3. [`service`] makes a [`service::Service`] of each document alone, so that services need not be kept.
//! 4. [`order`] says which of several services one uses first.

pub mod agency;
mod card;
mod colours;
pub mod components;
mod conditions;
pub mod cost;
pub mod finder;
mod hours;
pub mod languages;
pub mod names;
pub mod old_address;
pub mod opening;
pub mod order;
pub mod question;
pub mod registry;
pub mod service;

use std::collections::BTreeMap;

use crate::language;
use crate::model::agency::AgencyDocument;
use crate::model::site::SiteDocument;
use crate::parse::dictionary::Dictionary;
use crate::parse::layout::{Layout, Translated};
use crate::parse::{Fingerprint, Page, Registries, Versions};
use crate::route::Subject;
use crate::span::Span;

pub use card::{Asked, Brought, Card, Change, Given, page_date};

/// How many changes of services a site remembers for lists of what is new.
const LATEST_CHANGES: usize = 100;

/// A site whose names are checked; what remains to be judged is whether it is sound.
#[derive(Debug, Default)]
pub struct Site {
    /// Which file is what.
    pub layout: Layout,
    /// `site.yaml`
    pub config: SiteDocument,
    /// Width and height of the logo, if it is a picture.
    pub logo_size: Option<(u32, u32)>,
    /// The shared lists.
    pub registries: Registries,
    /// Agencies by folder name.
    pub agencies: BTreeMap<String, AgencyDocument>,
    /// Free pages by name.
    pub pages: BTreeMap<String, Versions<Page>>,
    /// Services, by agency and name.
    pub entries: Vec<ServiceEntry>,
    /// What translations say of agencies and of what lists show of services, by language tag.
    pub words: BTreeMap<String, Dictionary>,
}

/// What is kept of a service between the two passes: enough to list it and to read it again.
#[derive(Debug, Clone)]
pub struct ServiceEntry {
    /// Folder name of its agency.
    pub agency: String,
    /// Its own name.
    pub name: String,
    /// Its files.
    pub files: Translated,
    /// The hash of its files when they were checked.
    pub fingerprint: Fingerprint,
    /// What lists show of it.
    pub card: Card,
}

impl ServiceEntry {
    /// `agency/name`, by which other services refer to it.
    pub fn id(&self) -> String {
        format!("{}/{}", self.agency, self.name)
    }

    /// It, as routes name it.
    pub fn subject(&self) -> Subject {
        Subject::Service(self.id().into())
    }

    /// The address of its page in the content's language.
    pub fn address(&self) -> String {
        format!("{}/{}.html", self.agency, self.name)
    }

    /// Whether it is a draft, built only on request.
    pub fn is_draft(&self) -> bool {
        self.card.status == Some(crate::model::service::Status::Draft)
    }
}

impl Site {
    /// The service with the id `agency/name`.
    pub fn service(&self, id: &str) -> Option<&ServiceEntry> {
        let (agency, name) = id.split_once('/')?;
        let at = self
            .entries
            .binary_search_by(|entry| {
                (entry.agency.as_str(), entry.name.as_str()).cmp(&(agency, name))
            })
            .ok()?;
        self.entries.get(at)
    }

    /// The papers of documents.yaml, by the id of the service that issues them.
    pub fn issued(&self) -> BTreeMap<&str, Vec<(&str, Span)>> {
        let mut issued: BTreeMap<&str, Vec<(&str, Span)>> = BTreeMap::new();
        for document in &self.registries.documents {
            if let (Some(id), Some(by)) = (document.id.get(), document.issued_by.get()) {
                let papers = issued.entry(&by.value).or_default();
                papers.push((&id.value, by.span));
            }
        }
        issued
    }

    /// The latest changes of these services, the newest first.
    pub fn latest_changes<'s>(
        entries: impl IntoIterator<Item = &'s ServiceEntry>,
    ) -> Vec<(&'s ServiceEntry, &'s Change)> {
        let entries = entries.into_iter();
        let all =
            entries.flat_map(|entry| entry.card.changes.iter().map(move |change| (entry, change)));
        let mut all: Vec<(&ServiceEntry, &Change)> = all.collect();
        all.sort_by_key(|(_, change)| std::cmp::Reverse(change.date.value));
        all.truncate(LATEST_CHANGES);
        all
    }

    /// Adds what a translation says.
    pub fn learn(&mut self, words: BTreeMap<String, Dictionary>) {
        for (lang, words) in words {
            self.words.entry(lang).or_default().extend(words);
        }
    }

    /// Forgets all changes of services but the latest of the whole site; those of one day stay together.
    pub fn keep_latest_changes(&mut self) {
        let built = self.entries.iter().filter(|entry| !entry.is_draft());
        let days =
            built.flat_map(|entry| entry.card.changes.iter().map(|change| change.date.value));
        let mut days: Vec<_> = days.collect();
        if days.len() > LATEST_CHANGES {
            let (_, oldest, _) = days.select_nth_unstable_by(LATEST_CHANGES - 1, |a, b| b.cmp(a));
            for entry in &mut self.entries {
                let changes = &mut entry.card.changes;
                changes.retain(|change| change.date.value >= *oldest);
                changes.shrink_to_fit();
            }
        }
    }

    /// Where the site will stand, with a slash at its end: the address of site.yaml, of which `given` replaces the
    /// whole or, as `/kota/`, the path. Empty if unknown.
    pub fn base_url(&self, given: Option<&str>) -> String {
        let own = self.config.base_url.get();
        let own = own.map_or("", |url| url.value.as_str());
        let mut url = match given {
            Some(path) if path.starts_with('/') && path != "/" => {
                let host = own.find("://").map_or(0, |at| at + 3);
                let origin = own[host..].find('/').map_or(own, |at| &own[..host + at]);
                format!("{origin}{path}")
            }
            Some(given) => given.to_owned(),
            None => own.to_owned(),
        };
        if !url.is_empty() && !url.ends_with('/') {
            url.push('/');
        }
        url
    }

    /// Language tags of the site, none twice; the first is the content's own.
    pub fn languages(&self) -> Vec<String> {
        let mut tags: Vec<String> = Vec::new();
        for tag in self.config.languages.items() {
            if language::is_tag(&tag.value) && !tags.contains(&tag.value) {
                tags.push(tag.value.clone());
            }
        }
        if tags.is_empty() {
            tags.push(language::FIRST.to_owned());
        }
        tags
    }
}
