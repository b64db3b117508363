//! `daftar-k.html`, `DINAS/daftar-k.html`, …: the further pages of a list that is too long for one.

use super::artifact::Artifact;
use super::{Kind, Listing, Made, Make, a_to_z};
use crate::model::site::OutputKind;
use crate::render::catalogue::OF_SITE;
use crate::render::frame::{About, frame};
use crate::render::index;
use crate::render::listed::{list_title, on_page, start};
use crate::render::pen::{Desk, Pen};
use crate::render::split::slug;
use crate::render::view::{Link, ListPage};
use crate::resolve::Site;
use crate::route::{List, Route, Subject};

/// A page of a list, behind its first.
pub(super) const KIND: Kind = Kind {
    called: ["halaman lanjutan sebuah daftar", "a further page of a list"],
    output: OutputKind::Html,
    linked: None,
    routes,
    make: Make::Shared(make),
};

fn routes(site: &Site, listing: &mut Listing) {
    let shelves = listing.shelves().clone();
    for list in OF_SITE.iter().chain(shelves.lists()) {
        let names = index::names(site, &shelves, list);
        for language in listing.languages() {
            let pages = index::pages(site, &language, &names);
            for (start, _) in pages.pages().filter(|(start, _)| !start.is_empty()) {
                let subject = Subject::List(list.clone(), start.into());
                let path = format!("{}-{}.html", stem(list), slug(start));
                listing.in_language(&subject, &language, &path);
            }
        }
    }
}

/// With what the addresses of a list's pages begin.
pub(super) fn stem(list: &List) -> String {
    match list {
        List::Names => "daftar".to_owned(),
        List::LifeEvents => "peristiwa".to_owned(),
        List::Categories => "kategori".to_owned(),
        List::Agencies => "dinas".to_owned(),
        List::Documents => "dokumen".to_owned(),
        List::OfAgency(folder) => format!("{folder}/daftar"),
        List::OfLifeEvent(id) => format!("peristiwa/{id}/daftar"),
        List::OfCategory(id) => format!("kategori/{id}/daftar"),
        List::Giving(id) => format!("dokumen/{id}/pemberi"),
        List::Asking(id) => format!("dokumen/{id}/peminta"),
    }
}

fn make(desk: Desk<'_>, route: &Route) -> Made {
    let Subject::List(list, beginning) = &route.subject else {
        return None;
    };
    let pen = Pen::new(desk, route);
    let title = list_title(&pen, list)?;
    let start = start(&pen, beginning);
    let words = [("list", &*title.text), ("start", &*start)];
    let about = About {
        title: pen.fill("list.part", &words),
        description: String::new(),
        trail: trail(&pen, list, beginning),
    };
    let view = ListPage {
        frame: frame(&pen, about, None),
        list: on_page(&pen, list, beginning)?,
        title,
        start,
    };
    Some(Artifact::page(&pen, "list.html", &view))
}

/// The first page of the list, the pages that lead to this one, and this one.
fn trail(pen: &Pen<'_>, list: &List, beginning: &str) -> Vec<Link> {
    let first = match list {
        List::Names => a_to_z::page(pen).map(|page| pen.link(page)),
        _ => pen.to(&list.begins_at()),
    };
    let named = list_title(pen, list).map(|label| Link { href: first, label });
    let mut trail: Vec<Link> = named.into_iter().collect();
    let index = pen.desk.catalogue.index(list, pen.lang());
    let above = index.map(|index| index.split().above(beginning));
    let pages = above.into_iter().flatten();
    trail.extend(pages.chain([beginning]).map(|page| {
        let subject = Subject::List(list.clone(), page.into());
        Link {
            href: pen.to(&subject).filter(|_| page != beginning),
            label: pen.said(start(pen, page)),
        }
    }));
    trail
}
