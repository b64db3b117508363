//! Life events, categories, agencies and papers, each with how many services it has.

use super::channels::above;
use super::index::{Index, Named, categories, documents, life_events};
use super::listed::{FEW, list_title, title};
use super::pen::Pen;
use super::view::{Link, Topic, Words};
use crate::model::{Slot, Text};
use crate::route::{List, Subject};

/// What a list of the whole site names, life events and categories in the order of their files.
pub fn topics(pen: &Pen<'_>, list: &List) -> Vec<Topic> {
    let (site, shelves) = (pen.desk.site, pen.desk.catalogue.shelves());
    let said = |slot: &Slot<Text>| slot.get().map(|text| pen.text(text));
    let topics: Vec<Option<Topic>> = match list {
        List::LifeEvents => life_events(site, shelves)
            .map(|(id, one)| topic(pen, Named::LifeEvent(id), said(&one.summary)))
            .collect(),
        List::Categories => categories(site, shelves)
            .map(|(id, one)| topic(pen, Named::Category(id), said(&one.summary)))
            .collect(),
        _ => {
            let index = pen.desk.catalogue.index(list, pen.lang());
            let names = index.into_iter().flat_map(Index::names);
            names
                .filter(|name| name.is_title())
                .map(|name| topic(pen, name.of, about(pen, name.of)))
                .collect()
        }
    };
    topics.into_iter().flatten().collect()
}

/// What stands above an agency, unless it is the owner of the site; the other names of a paper.
fn about(pen: &Pen<'_>, of: Named<'_>) -> Option<Words> {
    let site = pen.desk.site;
    match of {
        Named::Agency(folder) => {
            let owner = site.config.agency.get();
            let owner = owner.and_then(|owner| owner.name.get());
            let owner = owner.map(|name| pen.text(name));
            above(pen, site.agencies.get(folder)?).filter(|above| Some(above) != owner.as_ref())
        }
        Named::Document(id) => {
            let mut all = site.registries.documents.iter();
            pen.joined(all.find(|one| one.id.is(id))?.aliases.items())
        }
        _ => None,
    }
}

/// How many services something has; of a paper, how many ask for it, or give it where those are more.
fn services_of(pen: &Pen<'_>, of: Named<'_>) -> usize {
    let shelves = pen.desk.catalogue.shelves();
    let count = |list: List| shelves.of(&list).len();
    match of {
        Named::Service(_) => 1,
        Named::Agency(folder) => count(List::OfAgency(folder.into())),
        Named::LifeEvent(id) => count(List::OfLifeEvent(id.into())),
        Named::Category(id) => count(List::OfCategory(id.into())),
        Named::Document(id) => count(List::Asking(id.into())).max(count(List::Giving(id.into()))),
    }
}

/// How many things a list of the whole site names.
pub fn count(pen: &Pen<'_>, list: &List) -> usize {
    let (site, shelves) = (pen.desk.site, pen.desk.catalogue.shelves());
    match list {
        List::LifeEvents => life_events(site, shelves).count(),
        List::Categories => categories(site, shelves).count(),
        List::Agencies => site.agencies.len(),
        List::Documents => documents(site, shelves).count(),
        _ => shelves.of(list).len(),
    }
}

/// Whether a page can say more of what a list names than the names.
pub fn are_few(pen: &Pen<'_>, list: &List) -> bool {
    count(pen, list) <= FEW
}

fn topic(pen: &Pen<'_>, of: Named<'_>, summary: Option<Words>) -> Option<Topic> {
    Some(Topic {
        link: Link {
            href: pen.to(&of.subject()),
            label: title(pen, of)?,
        },
        summary,
        count: services_in_words(pen, services_of(pen, of)),
    })
}

/// "3 layanan"
fn services_in_words(pen: &Pen<'_>, services: usize) -> String {
    match services {
        0 => pen.word("list.no_services"),
        1 => pen.word("list.one_service"),
        n => {
            let n = i64::try_from(n).unwrap_or(i64::MAX);
            pen.fill("list.services", &[("n", &pen.language().number(n))])
        }
    }
}

/// The way from the home page to the first page of a list of the whole site.
pub fn way(pen: &Pen<'_>, list: &List) -> Option<Link> {
    Some(Link {
        href: pen.to(&Subject::List(list.clone(), "".into())),
        label: list_title(pen, list)?,
    })
}
