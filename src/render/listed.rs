//! A list on one of its pages: cards where it is short, else names, else the ways to the pages on which they stand.

use super::card::{card, status_label};
use super::index::{Index, Name, Named, Role};
use super::pen::Pen;
use super::split::{self, Page, Row};
use super::view::{Entry, Link, ListRow, Listed, Words};
use crate::resolve::ServiceEntry;
use crate::route::{List, Subject};

/// How many services or topics a page says more of than their names.
pub const FEW: usize = 40;

/// The first page of a list.
pub fn listed(pen: &Pen<'_>, list: &List) -> Listed {
    let services = pen.desk.catalogue.shelves().of(list);
    if services.len() > FEW {
        return on_page(pen, list, "").unwrap_or_default();
    }
    let index = pen.desk.catalogue.index(list, pen.lang());
    let names = index.into_iter().flat_map(Index::names);
    let services = names.filter_map(|name| match name.of {
        Named::Service(entry) => Some(card(pen, entry)),
        _ => None,
    });
    Listed {
        cards: services.collect(),
        ..Listed::default()
    }
}

/// The page of a list whose names begin so.
pub fn on_page(pen: &Pen<'_>, list: &List, start: &str) -> Option<Listed> {
    let index = pen.desk.catalogue.index(list, pen.lang())?;
    Some(match index.split().page(start)? {
        Page::Names(places) => Listed {
            names: places
                .iter()
                .filter_map(|place| index.name(*place))
                .map(|name| entry(pen, list, name))
                .collect(),
            ..Listed::default()
        },
        Page::Rows(rows) => Listed {
            rows: rows_of(pen, list, index, rows),
            ..Listed::default()
        },
    })
}

fn rows_of(pen: &Pen<'_>, list: &List, index: Index<'_>, rows: &[Row]) -> Vec<ListRow> {
    let text = |place: usize| Some(pen.text(index.name(place)?.text));
    rows.iter()
        .filter_map(|row| {
            let page = Subject::List(list.clone(), row.start.as_str().into());
            Some(ListRow {
                href: pen.to(&page)?,
                start: start(pen, &row.start),
                first: text(row.first)?,
                last: text(row.last).filter(|_| row.first != row.last),
            })
        })
        .collect()
}

/// The beginning of names as readers see it.
pub fn start(pen: &Pen<'_>, start: &str) -> String {
    split::shown(start).unwrap_or_else(|| pen.word("a_to_z.digits"))
}

/// A name in a list.
pub fn entry(pen: &Pen<'_>, list: &List, name: &Name<'_>) -> Entry {
    let alias = name.role == Role::Alias;
    let service = match name.of {
        Named::Service(entry) => Some(entry),
        _ => None,
    };
    Entry {
        link: Link {
            href: pen.to(&name.of.subject()),
            label: pen.text(name.text),
        },
        of: alias.then(|| title(pen, name.of)).flatten(),
        agency: service.and_then(|entry| agency(pen, list, entry)),
        status_label: service.and_then(|entry| status_label(pen, entry.card.status)),
    }
}

/// The agency of a service, unless the list is that agency's own.
fn agency(pen: &Pen<'_>, list: &List, entry: &ServiceEntry) -> Option<Words> {
    if matches!(list, List::OfAgency(folder) if **folder == *entry.agency) {
        return None;
    }
    let agency = pen.desk.site.agencies.get(&entry.agency)?;
    Some(pen.text(agency.name.get()?))
}

/// What the page of something is called.
pub fn title(pen: &Pen<'_>, of: Named<'_>) -> Option<Words> {
    let shared = &pen.desk.site.registries;
    let title = match of {
        Named::Service(entry) => Some(&entry.card.title),
        Named::Agency(folder) => pen.desk.site.agencies.get(folder)?.name.get(),
        Named::LifeEvent(id) => {
            let mut all = shared.life_events.iter();
            all.find(|one| one.id.is(id))?.title.get()
        }
        Named::Category(id) => {
            let mut all = shared.categories.iter();
            all.find(|one| one.id.is(id))?.title.get()
        }
        Named::Document(id) => {
            let mut all = shared.documents.iter();
            all.find(|one| one.id.is(id))?.name.get()
        }
    };
    Some(pen.text(title?))
}

/// What a list is called.
pub fn list_title(pen: &Pen<'_>, list: &List) -> Option<Words> {
    let word = |key: &str| Some(pen.said(pen.word(key)));
    match list {
        List::Names => word("a_to_z.title"),
        List::LifeEvents => word("directory.life_events"),
        List::Categories => word("directory.categories"),
        List::Agencies => word("directory.agencies"),
        List::Documents => word("directory.documents"),
        List::OfAgency(folder) => title(pen, Named::Agency(folder)),
        List::OfLifeEvent(id) => title(pen, Named::LifeEvent(id)),
        List::OfCategory(id) => title(pen, Named::Category(id)),
        List::Giving(id) => paper_title(pen, "document.given_by", id),
        List::Asking(id) => paper_title(pen, "document.asked_by", id),
    }
}

fn paper_title(pen: &Pen<'_>, key: &str, id: &str) -> Option<Words> {
    let paper = title(pen, Named::Document(id))?;
    Some(pen.said(pen.fill(key, &[("paper", &paper.text)])))
}
