//! `peristiwa.html`, `kategori.html`, `dinas.html`, `dokumen.html`: all that services can be found by.

use super::artifact::Artifact;
use super::part::stem;
use super::{Kind, Listing, Made, Make};
use crate::model::site::OutputKind;
use crate::render::frame::{About, frame};
use crate::render::index;
use crate::render::listed::{list_title, on_page};
use crate::render::pen::{Desk, Pen};
use crate::render::topics::{are_few, topics};
use crate::render::view::{Directory, Link};
use crate::resolve::Site;
use crate::route::{List, Route, Subject};

/// A list of the whole site that leads to pages with services.
pub(super) const KIND: Kind = Kind {
    called: [
        "daftar peristiwa, kategori, instansi, atau dokumen",
        "a list of life events, categories, agencies or documents",
    ],
    output: OutputKind::Html,
    linked: None,
    routes,
    make: Make::Shared(make),
};

const LISTS: [List; 4] = [
    List::LifeEvents,
    List::Categories,
    List::Agencies,
    List::Documents,
];

fn routes(site: &Site, listing: &mut Listing) {
    for list in LISTS {
        if !index::names(site, listing.shelves(), &list).is_empty() {
            let path = format!("{}.html", stem(&list));
            listing.in_each_language(&Subject::List(list, "".into()), &path);
        }
    }
}

fn make(desk: Desk<'_>, route: &Route) -> Made {
    let Subject::List(list, _) = &route.subject else {
        return None;
    };
    let pen = Pen::new(desk, route);
    let title = list_title(&pen, list)?;
    let lead = pen.word(match list {
        List::LifeEvents => "directory.life_events_lead",
        List::Categories => "directory.categories_lead",
        List::Documents => "directory.documents_lead",
        _ => "directory.agencies_lead",
    });
    let about = About {
        title: title.text.clone(),
        description: lead.clone(),
        trail: vec![Link {
            href: None,
            label: title.clone(),
        }],
    };
    let mut view = Directory {
        frame: frame(&pen, about, None),
        title: title.text,
        lead,
        topics: Vec::new(),
        list: Default::default(),
    };
    match are_few(&pen, list) {
        true => view.topics = topics(&pen, list),
        false => view.list = on_page(&pen, list, "").unwrap_or_default(),
    }
    Some(Artifact::page(&pen, "directory.html", &view))
}
