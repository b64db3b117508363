//! `index.html`: the ways to all services: from A to Z, by life event, category, agency and paper.

use super::a_to_z;
use super::artifact::Artifact;
use super::search;
use super::{Kind, Listing, Made, Make};
use crate::model::site::OutputKind;
use crate::render::card::card;
use crate::render::frame::{About, frame};
use crate::render::index::{Index, Named};
use crate::render::pen::{Desk, Pen};
use crate::render::topics::{count, topics, way};
use crate::render::view::{Home, Link, ServiceCard, Shelf};
use crate::resolve::Site;
use crate::route::{List, Route, Subject};

/// The home page.
pub(super) const KIND: Kind = Kind {
    called: ["beranda", "the home page"],
    output: OutputKind::Html,
    linked: None,
    routes,
    make: Make::Shared(make),
};

/// On a site of no more services than these the home page shows them all.
const SMALL: usize = 12;

/// How many life events, categories or agencies the home page names.
const NAMED: usize = 24;

/// How many of more than those it names, where whoever lists them says which come first.
const FIRST: usize = 12;

fn routes(_: &Site, listing: &mut Listing) {
    listing.in_each_language(&Subject::Site, "index.html");
}

fn make(desk: Desk<'_>, route: &Route) -> Made {
    let pen = &Pen::new(desk, route);
    let title = desk.site.config.title.get();
    let shelves = [
        shelf(pen, "life-events", &List::LifeEvents, FIRST),
        shelf(pen, "categories", &List::Categories, FIRST),
        shelf(pen, "agencies", &List::Agencies, 0),
        papers(pen),
    ];
    let view = Home {
        frame: frame(pen, About::default(), None),
        title: title.map(|title| pen.text(title)).unwrap_or_default(),
        owner: owner(pen),
        all: a_to_z::page(pen).map(|page| Link {
            href: Some(pen.link(page)),
            label: pen.said(pen.word("a_to_z.title")),
        }),
        search: search::form(pen, a_to_z::page(pen)),
        services: services(pen),
        shelves: shelves.into_iter().flatten().collect(),
    };
    Some(Artifact::page(pen, "home.html", &view))
}

fn owner(pen: &Pen<'_>) -> Option<Link> {
    let owner = pen.desk.site.config.agency.get()?;
    Some(Link {
        href: owner.url.get().map(|url| url.value.clone()),
        label: pen.text(owner.name.get()?),
    })
}

/// All services of a small site: nobody should have to choose a way to them.
fn services(pen: &Pen<'_>) -> Vec<ServiceCard> {
    let catalogue = pen.desk.catalogue;
    if catalogue.shelves().all().len() > SMALL {
        return Vec::new();
    }
    let index = catalogue.index(&List::Names, pen.lang());
    let names = index.into_iter().flat_map(Index::names);
    let titles = names.filter(|name| name.is_title());
    let services = titles.filter_map(|name| match name.of {
        Named::Service(entry) => Some(card(pen, entry)),
        _ => None,
    });
    services.collect()
}

/// What one list names, or as much of it as comes `first` where it is long.
fn shelf(pen: &Pen<'_>, id: &'static str, list: &List, first: usize) -> Option<Shelf> {
    let all = count(pen, list);
    if all == 0 {
        return None;
    }
    let (shown, key) = match (all <= NAMED, list) {
        (true, _) => (all, None),
        (false, List::LifeEvents) => (first, Some("directory.all_life_events")),
        (false, List::Categories) => (first, Some("directory.all_categories")),
        (false, _) => (first, Some("directory.all_agencies")),
    };
    let mut topics = match shown {
        0 => Vec::new(),
        _ => topics(pen, list),
    };
    topics.truncate(shown);
    Some(Shelf {
        title: pen.word(match list {
            List::LifeEvents => "home.life_events",
            List::Categories => "home.categories",
            _ => "home.agencies",
        }),
        more: key.and_then(|key| more(pen, list, key, all)),
        topics,
        id,
    })
}

/// The way to the papers, of which the home page names none.
fn papers(pen: &Pen<'_>) -> Option<Shelf> {
    let all = count(pen, &List::Documents);
    (all > 0).then(|| Shelf {
        id: "documents",
        title: pen.word("home.documents"),
        topics: Vec::new(),
        more: more(pen, &List::Documents, "directory.all_documents", all),
    })
}

fn more(pen: &Pen<'_>, list: &List, key: &str, all: usize) -> Option<Link> {
    let all = i64::try_from(all).unwrap_or(i64::MAX);
    let label = pen.fill(key, &[("n", &pen.language().number(all))]);
    let way = way(pen, list)?;
    Some(Link {
        label: pen.said(label),
        ..way
    })
}
