//! `kategori/ID-untuk-saya.html` and `peristiwa/ID-untuk-saya.html`: which of the services of a topic is for the reader.
//!
//! A topic has the page if its services are few enough and an answer to a question that they share decides something.

use std::sync::Arc;

use super::artifact::Artifact;
use super::{Kind, Listing, Made, Make};
use crate::analyze::SoundService;
use crate::model::site::OutputKind;
use crate::model::{Slot, Text};
use crate::render::finder::{MOST, is_found, view};
use crate::render::pen::{Desk, Pen};
use crate::render::shelves::Shelves;
use crate::render::view::Link;
use crate::resolve::{ServiceEntry, Site};
use crate::route::{List, Route, Subject};

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
    let shelves = listing.shelves();
    let topics = shelves.lists().filter_map(|list| {
        let topic = match list {
            List::OfCategory(id) => Subject::Category(Arc::clone(id)),
            List::OfLifeEvent(id) => Subject::LifeEvent(Arc::clone(id)),
            _ => return None,
        };
        let found = found(shelves, &topic);
        let decides = found.iter().any(|entry| !entry.card.sorted_by.is_empty());
        let path = path(site, &topic)?;
        (decides && (2..=MOST).contains(&found.len())).then_some((topic, path))
    });
    for (topic, path) in topics.collect::<Vec<_>>() {
        listing.in_each_language(&Subject::Finder(Arc::new(topic)), &path);
    }
}

/// The services of a topic that are worth to be found, in the order of the site.
fn found<'a>(shelves: &Shelves<'a>, topic: &Subject) -> Vec<&'a ServiceEntry> {
    let list = match topic {
        Subject::Category(id) => List::OfCategory(Arc::clone(id)),
        Subject::LifeEvent(id) => List::OfLifeEvent(Arc::clone(id)),
        _ => return Vec::new(),
    };
    let all = shelves.of(&list).iter().copied();
    all.filter(|entry| is_found(entry)).collect()
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
            &all.find(|one| one.id.is(id))?.title
        }
        Subject::LifeEvent(id) => {
            let mut all = lists.life_events.iter();
            &all.find(|one| one.id.is(id))?.title
        }
        _ => return None,
    };
    Slot::get(found)
}

/// The services that the page of a subject sorts.
pub(super) fn entries<'a>(shelves: &Shelves<'a>, subject: &Subject) -> Vec<&'a ServiceEntry> {
    match subject {
        Subject::Finder(topic) => found(shelves, topic),
        _ => Vec::new(),
    }
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
