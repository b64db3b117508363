//! `perubahan.atom`: what changed in the standards of all services, as a feed that people and programs subscribe to.
//!
//! Nothing in it depends on the day of the build. An entry's id is made from the site's host, the day of the change and
//! the address of the page, so that it stays when the site moves to another path, its note is mended, or a further change of that
//! day is written.

use std::fmt::Write;

use super::artifact::Artifact;
use super::xml::{OPENING, escaped};
use super::{Kind, Listing, Made, Make};
use crate::model::Date;
use crate::model::site::OutputKind;
use crate::percent::encode;
use crate::render::pen::{Desk, Linked, Pen};
use crate::render::view::Words;
use crate::resolve::{Change, ServiceEntry, Site};
use crate::route::{Route, Subject};

/// The feed of changes.
pub(super) const KIND: Kind = Kind {
    called: ["umpan perubahan", "the feed of changes"],
    output: OutputKind::Feed,
    linked: Some(Linked::Feed("feed.title")),
    routes,
    make: Make::Shared(make),
};

/// A site has one if its address is known, because entries are named by it, and something has changed.
fn routes(_: &Site, listing: &mut Listing) {
    let mut shown = listing.shelves().all().iter();
    let changed = shown.any(|entry| !entry.card.changes.is_empty());
    if changed && listing.base_url().contains("://") {
        listing.in_each_language(&Subject::Site, "perubahan.atom");
    }
}

fn make(desk: Desk<'_>, route: &Route) -> Made {
    let pen = &Pen::new(desk, route);
    let entries = Site::latest_changes(desk.catalogue.all().iter().copied());
    let (_, newest) = entries.first()?;
    let site = desk.site;
    let title = pen.fill("feed.of", &[("site", site.config.title.str())]);
    let own = escaped(&pen.url(route));
    let mut out = format!(
        "{OPENING}<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n<title>{}</title>\n<id>{own}</id>\n<updated>{}</updated>\n<link rel=\"self\" type=\"application/atom+xml\" href=\"{own}\"/>\n",
        escaped(pen.lang()),
        escaped(&title),
        at_midnight(&newest.date),
    );
    if let Some(home) = desk.routes.page(&Subject::Site, pen.lang()) {
        let home = escaped(&pen.url(home));
        let _ = writeln!(
            out,
            "<link rel=\"alternate\" type=\"text/html\" href=\"{home}\"/>"
        );
    }
    let owner = site.config.agency.get().and_then(|owner| owner.name.get());
    let owner = owner
        .or(site.config.title.get())
        .map(|owner| pen.text(owner));
    out.push_str(&author(&owner.unwrap_or_default()));
    for (entry, change) in entries {
        out.push_str(&item(pen, entry, change));
    }
    out.push_str("</feed>\n");
    Some(Ok(Artifact::Data(out.into_bytes())))
}

fn item(pen: &Pen<'_>, entry: &ServiceEntry, change: &Change) -> String {
    let Some(page) = pen.desk.routes.page(&entry.subject(), pen.lang()) else {
        return String::new();
    };
    let agency = pen.desk.site.agencies.get(&entry.agency);
    let agency = agency.and_then(|agency| agency.name.get());
    format!(
        "<entry>\n{}<id>{}</id>\n<updated>{}</updated>\n<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n{}{}</entry>\n",
        text("title", &pen.text(&entry.card.title)),
        escaped(&id(pen.desk.base_url, page, change)),
        at_midnight(&change.date),
        escaped(&pen.url(page)),
        agency
            .map(|agency| author(&pen.text(agency)))
            .unwrap_or_default(),
        text("summary", &pen.text(&change.note)),
    )
}

/// What names a change for ever: a URI of the scheme `tag` (RFC 4151).
fn id(base_url: &str, page: &Route, change: &Change) -> String {
    let host = base_url
        .split_once("://")
        .map_or(base_url, |(_, rest)| rest);
    let host = host.split(['/', ':']).next().unwrap_or_default();
    let (day, page) = (change.date.value, encode(&page.address));
    match change.number {
        1 => format!("tag:{host},{day}:{page}"),
        number => format!("tag:{host},{day}:{page}-{number}"),
    }
}

fn author(name: &Words) -> String {
    format!("<author>{}</author>\n", text("name", name).trim_end())
}

/// An element with a text, and the text's language where it is another one.
fn text(name: &str, words: &Words) -> String {
    let lang = words.lang.as_ref();
    let lang = lang.map(|lang| format!(" xml:lang=\"{}\"", escaped(lang)));
    let (lang, text) = (lang.unwrap_or_default(), escaped(&words.text));
    format!("<{name}{lang}>{text}</{name}>\n")
}

/// A day as a moment: midnight UTC, which is morning of the same day in Indonesia.
fn at_midnight(date: &Date) -> String {
    format!("{}T00:00:00Z", date.value)
}
