//! `daftar.html`: all services and their other names by first letter; where they are many, the ways to the pages of each.

use serde::Serialize;

use super::artifact::Artifact;
use super::search;
use super::{Kind, Listing, Made, Make};
use crate::model::site::OutputKind;
use crate::render::frame::{About, frame};
use crate::render::index::Index;
use crate::render::listed::{entry, on_page};
use crate::render::pen::{Desk, Linked, Pen};
use crate::render::split::Page;
use crate::render::view::{Entry, Frame, Link, ListRow, Search};
use crate::resolve::Site;
use crate::route::{List, Route, Subject};

/// The list of services from A to Z.
pub(super) const KIND: Kind = Kind {
    called: ["daftar layanan A–Z", "the list of services from A to Z"],
    output: OutputKind::Html,
    linked: Some(Linked::Menu("a_to_z.title")),
    routes,
    make: Make::Shared(make),
};

/// What the template sees.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct View {
    /// What stands on every page.
    frame: Frame,
    /// The page's one `<h1>`.
    title: String,
    /// The search, which brings what one typed without script.
    search: Option<Search>,
    /// Every letter under which a name stands, linked to its place.
    letters: Vec<Link>,
    /// The names by letter.
    groups: Vec<Group>,
    /// Instead of them the pages on which they stand.
    rows: Vec<ListRow>,
}

/// The names under a letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Group {
    /// The letter.
    letter: String,
    /// Its anchor.
    id: String,
    /// The names.
    entries: Vec<Entry>,
}

fn routes(_: &Site, listing: &mut Listing) {
    listing.in_each_language(&Subject::Site, "daftar.html");
}

/// The list in the language of a page: like the home page, it is about the site.
pub(super) fn page<'a>(pen: &Pen<'a>) -> Option<&'a Route> {
    KIND.route(pen, &Subject::Site)
}

fn make(desk: Desk<'_>, route: &Route) -> Made {
    let pen = &Pen::new(desk, route);
    let index = desk.catalogue.index(&List::Names, pen.lang())?;
    let title = pen.word("a_to_z.title");
    let about = About {
        title: title.clone(),
        description: pen.word("a_to_z.lead"),
        trail: vec![Link {
            href: None,
            label: pen.said(&title),
        }],
    };
    let groups = match index.split().page("") {
        Some(Page::Names(_)) => groups(pen, index),
        _ => Vec::new(),
    };
    let rows = match groups.is_empty() {
        true => on_page(pen, &List::Names, "").unwrap_or_default().rows,
        false => Vec::new(),
    };
    let view = View {
        frame: frame(pen, about, None),
        search: search::form(pen, Some(pen.route())),
        letters: groups.iter().map(|group| letter(pen, group)).collect(),
        groups,
        rows,
        title,
    };
    Some(Artifact::page(pen, "a-to-z.html", &view))
}

fn letter(pen: &Pen<'_>, group: &Group) -> Link {
    Link {
        href: Some(format!("#{}", group.id)),
        label: pen.said(&group.letter),
    }
}

fn groups(pen: &Pen<'_>, index: Index<'_>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (place, name) in index.names().enumerate() {
        let (letter, id) = match index.letter(place) {
            Some(letter) => (letter.to_owned(), letter.to_lowercase()),
            None => (pen.word("a_to_z.digits"), "0-9".to_owned()),
        };
        if groups.last().is_none_or(|last| last.id != id) {
            groups.push(Group {
                letter,
                id,
                entries: Vec::new(),
            });
        }
        if let Some(group) = groups.last_mut() {
            group.entries.push(entry(pen, &List::Names, name));
        }
    }
    groups
}
