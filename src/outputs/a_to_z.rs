//! `daftar.html`: all services and their other names by first letter, on as many pages as they need.

use serde::Serialize;

use super::artifact::Artifact;
use super::{Kind, Listing, Made, Make};
use crate::model::site::OutputKind;
use crate::render::card::status_label;
use crate::render::frame::{About, frame};
use crate::render::index::{Index, Name, Role};
use crate::render::pen::{Desk, Linked, Pen};
use crate::render::view::{Frame, Link, Words};
use crate::resolve::Site;
use crate::route::{Route, Subject};

/// The list of services from A to Z.
pub(super) const KIND: Kind = Kind {
    called: ["daftar layanan A–Z", "the list of services from A to Z"],
    output: OutputKind::Html,
    linked: Some(Linked::Menu("a_to_z.title")),
    routes,
    make: Make::Shared(make),
};

/// How many names stand on a page.
const ON_A_PAGE: usize = 150;

/// What the template sees.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct View {
    /// What stands on every page.
    frame: Frame,
    /// The page's one `<h1>`.
    title: String,
    /// Every letter under which a name stands, linked to its first page.
    letters: Vec<Link>,
    /// The names on this page by letter.
    groups: Vec<Group>,
    /// Which of several pages this is, in words; `None` where there is one.
    part: Option<String>,
    /// The page before.
    previous: Option<String>,
    /// The page after.
    next: Option<String>,
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

/// A name, linked to its service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Entry {
    /// The name.
    link: Link,
    /// The title of the service, where the name is another one.
    service: Option<Words>,
    /// The agency.
    agency: Option<Words>,
    /// The status in words unless active.
    status_label: Option<String>,
}

fn routes(site: &Site, listing: &mut Listing) {
    for language in listing.languages() {
        let shown = listing.shown(&site.entries);
        let names = Index::count(site, &language, shown);
        for part in 1..=names.div_ceil(ON_A_PAGE).max(1) {
            listing.in_language(&subject(part), &language, &path(part));
        }
    }
}

/// The pages of the list are about the site and its further parts.
fn subject(part: usize) -> Subject {
    match part {
        1 => Subject::Site,
        _ => Subject::Part(part),
    }
}

fn path(part: usize) -> String {
    match part {
        1 => "daftar.html".to_owned(),
        _ => format!("daftar-{part}.html"),
    }
}

fn make(desk: Desk<'_>, route: &Route) -> Made {
    let part = match route.subject {
        Subject::Site => 1,
        Subject::Part(part) => part,
        _ => return None,
    };
    let pen = &Pen::new(desk, route);
    let index = desk.catalogue.index(pen.lang())?;
    let from = (part - 1) * ON_A_PAGE;
    let to = index.names().len().min(from + ON_A_PAGE);
    let all = index.names().len().div_ceil(ON_A_PAGE).max(1);
    let title = pen.word("a_to_z.title");
    let numbers = [("n", &*part.to_string()), ("all", &*all.to_string())];
    let part_of = (all > 1).then(|| pen.fill("a_to_z.part", &numbers));
    let titles: Vec<&str> = std::iter::once(&*title).chain(part_of.as_deref()).collect();
    let about = About {
        title: titles.join(", "),
        description: pen.word("a_to_z.lead"),
        trail: vec![Link {
            href: None,
            label: pen.said(&title),
        }],
    };
    let view = View {
        frame: frame(pen, about, None),
        letters: letters(pen, index),
        groups: groups(pen, index, from..to),
        part: part_of,
        previous: link(pen, part - 1),
        next: link(pen, part + 1),
        title,
    };
    Some(Artifact::page(pen, "a-to-z.html", &view))
}

/// The link to a part of the list, if it has that part.
fn link(pen: &Pen<'_>, part: usize) -> Option<String> {
    let route = pen.route();
    let routes = pen.desk.routes;
    let page = routes.find(route.kind, &subject(part), pen.lang())?;
    (page != route).then(|| pen.link(page))
}

fn letters(pen: &Pen<'_>, index: &Index<'_>) -> Vec<Link> {
    let letters = index.letters().iter();
    letters
        .map(|(letter, first)| {
            let (label, id) = shown(pen, letter.as_deref());
            let page = link(pen, first / ON_A_PAGE + 1).unwrap_or_default();
            Link {
                href: Some(format!("{page}#{id}")),
                label: pen.said(label),
            }
        })
        .collect()
}

/// How a letter is written, and its anchor.
fn shown(pen: &Pen<'_>, letter: Option<&str>) -> (String, String) {
    match letter {
        Some(letter) => (letter.to_owned(), letter.to_lowercase()),
        None => (pen.word("a_to_z.digits"), "0-9".to_owned()),
    }
}

fn groups(pen: &Pen<'_>, index: &Index<'_>, on_page: std::ops::Range<usize>) -> Vec<Group> {
    let ends = index.letters().iter().skip(1).map(|(_, first)| *first);
    let ends = ends.chain([index.names().len()]);
    let letters = index.letters().iter().zip(ends);
    letters
        .filter_map(|((letter, first), end)| {
            let range = *first.max(&on_page.start)..end.min(on_page.end);
            let names = index.names().get(range)?;
            let (letter, id) = shown(pen, letter.as_deref());
            (!names.is_empty()).then(|| Group {
                letter,
                id,
                entries: names.iter().map(|name| entry(pen, name)).collect(),
            })
        })
        .collect()
}

fn entry(pen: &Pen<'_>, name: &Name<'_>) -> Entry {
    let card = &name.entry.card;
    let agency = pen.desk.site.agencies.get(&name.entry.agency);
    Entry {
        link: Link {
            href: pen.to(&name.entry.subject()),
            label: pen.text(name.text),
        },
        service: (name.role == Role::Alias).then(|| pen.text(&card.title)),
        agency: agency.and_then(|agency| Some(pen.text(agency.name.get()?))),
        status_label: status_label(pen, card.status),
    }
}
