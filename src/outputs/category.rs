//! `kategori/ID.html`: the services of a category.

use std::sync::Arc;

use super::artifact::Artifact;
use super::{Kind, Listing, Made, Make};
use crate::model::site::OutputKind;
use crate::render::frame::{About, frame};
use crate::render::index::categories;
use crate::render::listed::listed;
use crate::render::pen::{Desk, Pen};
use crate::render::topics::way;
use crate::render::view::{CategoryPage, Link};
use crate::resolve::Site;
use crate::route::{List, Route, Subject};

/// The page of a category.
pub(super) const KIND: Kind = Kind {
    called: ["halaman kategori", "the page of a category"],
    output: OutputKind::Html,
    linked: None,
    routes,
    make: Make::Shared(make),
};

fn routes(site: &Site, listing: &mut Listing) {
    let ids = categories(site, listing.shelves()).map(|(id, _)| id);
    for id in ids.collect::<Vec<_>>() {
        let subject = Subject::Category(id.into());
        listing.in_each_language(&subject, &format!("kategori/{id}.html"));
    }
}

fn make(desk: Desk<'_>, route: &Route) -> Made {
    let Subject::Category(id) = &route.subject else {
        return None;
    };
    let pen = Pen::new(desk, route);
    let mut all = desk.site.registries.categories.iter();
    let category = all.find(|one| one.id.is(id))?;
    let title = pen.text(category.title.get()?);
    let own = Link {
        href: None,
        label: title.clone(),
    };
    let about = About {
        title: title.text.clone(),
        description: pen.str(&category.summary).to_owned(),
        trail: way(&pen, &List::Categories)
            .into_iter()
            .chain([own])
            .collect(),
    };
    let view = CategoryPage {
        frame: frame(&pen, about, None),
        title,
        summary: category.summary.get().map(|summary| pen.text(summary)),
        finder: pen.to(&Subject::Finder(Arc::new(route.subject.clone()))),
        list: listed(&pen, &List::OfCategory(id.clone())),
    };
    Some(Artifact::page(&pen, "category.html", &view))
}
