//! Second stage: names become what they refer to.
//!
//! # Steps
//!
//! 1. [`names`] knows every document, regulation, agency, service, page and file of the site by name.
//! 2. [`registry`] checks the site's settings and shared lists, [`agency`] each agency.
//! 3. [`service`] makes a [`service::Service`] of each document alone, so that services need not be kept.

pub mod agency;
mod conditions;
pub mod languages;
pub mod names;
pub mod registry;
pub mod service;

use std::collections::BTreeMap;

use crate::language;
use crate::model::Slot;
use crate::model::agency::AgencyDocument;
use crate::model::site::SiteDocument;
use crate::parse::dictionary::Dictionary;
use crate::parse::layout::{Layout, Translated};
use crate::parse::{Fingerprint, Page, Registries, Versions};
use crate::route::Subject;

/// A site whose names are checked; what remains to be judged is whether it is sound.
#[derive(Debug, Default)]
pub struct Site {
    /// Which file is what.
    pub layout: Layout,
    /// `site.yaml`
    pub config: SiteDocument,
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

/// What lists show of a service: its document without the parts that only its page shows.
#[derive(Debug, Clone, Default)]
pub struct Card {
    /// Its title.
    pub title: crate::model::Text,
    /// Its summary.
    pub summary: Option<crate::model::Text>,
    /// Other names.
    pub aliases: Vec<crate::model::Text>,
    /// Its status.
    pub status: Option<crate::model::service::Status>,
    /// Its category.
    pub category: Option<String>,
    /// Its life events.
    pub life_events: Vec<String>,
    /// Further agencies that offer it.
    pub offered_at: Vec<String>,
    /// Old addresses of its page.
    pub moved_from: Vec<crate::model::Text>,
    /// How long it takes.
    pub time: Slot<crate::model::service::Time>,
    /// What it costs.
    pub cost: Slot<crate::model::service::CostTable>,
    /// The system its content was taken from.
    pub source_system: Option<String>,
}

impl Card {
    /// Every text of it that a translation may have words for.
    pub fn texts(&self) -> impl Iterator<Item = &crate::model::Text> {
        let time = self.time.get().and_then(|time| time.text.get());
        let rows = self.cost.get().map_or(&[][..], |table| &table.0);
        let rows = rows.iter().flat_map(|row| [&row.text, &row.unit]);
        let own = std::iter::once(&self.title).chain(&self.summary);
        own.chain(&self.aliases)
            .chain(time)
            .chain(rows.filter_map(Slot::get))
    }
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

    /// Language tags of the site; the first is the content's own.
    pub fn languages(&self) -> Vec<String> {
        let given: Vec<String> = self
            .config
            .languages
            .items()
            .iter()
            .map(|tag| tag.value.clone())
            .collect();
        if given.is_empty() {
            vec![language::FIRST.to_owned()]
        } else {
            given
        }
    }
}
