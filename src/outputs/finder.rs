//! `kategori/ID-untuk-saya.html` and `peristiwa/ID-untuk-saya.html`: which of the services of a topic is for the reader.
//!
//! A topic has the page if its services are few enough and an answer to a question that they share decides something.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::artifact::Artifact;
use super::{Kind, Listing, Made, Make};
use crate::analyze::SoundService;
use crate::model::site::OutputKind;
use crate::model::{Slot, Text};
use crate::render::finder::{MOST, is_found, view};
use crate::render::pen::{Desk, Pen};
use crate::render::view::Link;
use crate::resolve::{ServiceEntry, Site};
use crate::route::{Route, Subject};

/// The page that sorts the services of a topic.
pub(super) const KIND: Kind = Kind {
    called: [
        "halaman \u{201c}Layanan apa untuk saya?\u{201d}",
        "a page \u{201c}Which service is for me?\u{201d}",
    ],
    output: OutputKind::Html,
    linked: None,
    routes,
    make: Make::Services(make),
};

fn routes(site: &Site, listing: &mut Listing) {
    let mut topics: BTreeMap<Subject, (usize, bool)> = BTreeMap::new();
    for entry in listing.shown(&site.entries).filter(|entry| is_found(entry)) {
        for topic in topics_of(entry) {
            let (count, decides) = topics.entry(topic).or_default();
            *count += 1;
            *decides |= !entry.card.sorted_by.is_empty();
        }
    }
    for (topic, (count, decides)) in topics {
        if let Some(path) = path(site, &topic).filter(|_| decides && (2..=MOST).contains(&count)) {
            listing.in_each_language(&Subject::Finder(Arc::new(topic)), &path);
        }
    }
}

fn topics_of(entry: &ServiceEntry) -> impl Iterator<Item = Subject> {
    let (category, events) = (&entry.card.category, &entry.card.life_events);
    let category = category
        .iter()
        .map(|id| Subject::Category(id.as_str().into()));
    let events = events
        .iter()
        .map(|id| Subject::LifeEvent(id.as_str().into()));
    category.chain(events)
}

fn path(site: &Site, topic: &Subject) -> Option<String> {
    title(site, topic)?;
    match topic {
        Subject::Category(id) => Some(format!("kategori/{id}-untuk-saya.html")),
        Subject::LifeEvent(id) => Some(format!("peristiwa/{id}-untuk-saya.html")),
        _ => None,
    }
}

/// The title of a category or life event.
fn title<'a>(site: &'a Site, topic: &Subject) -> Option<&'a Text> {
    let lists = &site.registries;
    let found = match topic {
        Subject::Category(id) => {
            let mut all = lists.categories.iter();
            &all.find(|one| one.id.get().is_some_and(|own| own.value == **id))?
                .title
        }
        Subject::LifeEvent(id) => {
            let mut all = lists.life_events.iter();
            &all.find(|one| one.id.get().is_some_and(|own| own.value == **id))?
                .title
        }
        _ => return None,
    };
    Slot::get(found)
}

/// The services that the page of a subject sorts, in the order of the site.
pub(super) fn entries<'a>(
    site: &'a Site,
    has_page: impl Fn(&ServiceEntry) -> bool,
    subject: &Subject,
) -> Vec<&'a ServiceEntry> {
    let Subject::Finder(topic) = subject else {
        return Vec::new();
    };
    let of_topic = |entry: &&ServiceEntry| topics_of(entry).any(|one| one == **topic);
    let shown = site.entries.iter().filter(of_topic);
    shown
        .filter(|entry| is_found(entry) && has_page(entry))
        .collect()
}

fn make(desk: Desk<'_>, route: &Route, services: &[SoundService<'_>]) -> Made {
    let Subject::Finder(topic) = &route.subject else {
        return None;
    };
    let pen = Pen::new(desk, route);
    let topic = Link {
        href: pen.to(topic),
        label: pen.text(title(desk.site, topic)?),
    };
    let view = view(&pen, topic, services)?;
    Some(Artifact::page(&pen, "finder.html", &view))
}
