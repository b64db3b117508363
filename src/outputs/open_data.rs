//! `data-terbuka.html`: what there is for other programs, with examples.

use serde::Serialize;

use super::api::{made_by, schema, services};
use super::artifact::Artifact;
use super::{Kind, Listing, Made, Make, api, cpsv, feed, hsds};
use crate::model::site::OutputKind;
use crate::render::frame::{About, frame};
use crate::render::pen::{Desk, Linked, Pen};
use crate::render::view::{Fact, Frame, Link};
use crate::resolve::Site;
use crate::route::{Route, Subject};

/// The page about the data.
pub(super) const KIND: Kind = Kind {
    called: ["halaman data terbuka", "the page about open data"],
    output: OutputKind::Api,
    linked: Some(Linked::Footer("data.title")),
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
    /// The files about the whole site: what each holds, and its address.
    files: Vec<Fact>,
    /// The files of one service, as an example.
    example: Vec<Fact>,
    /// Whom to ask how the data may be used.
    licence: String,
}

fn routes(_: &Site, listing: &mut Listing) {
    listing.in_each_language(&Subject::Site, "data-terbuka.html");
}

fn make(desk: Desk<'_>, route: &Route) -> Made {
    let pen = &Pen::new(desk, route);
    let title = pen.word("data.title");
    let about = About {
        title: title.clone(),
        description: pen.word("data.lead"),
        trail: vec![Link {
            href: None,
            label: pen.said(&title),
        }],
    };
    let files = [
        ("data.services", &services::KIND),
        ("data.agencies", &api::agencies::KIND),
        ("data.lists", &api::lists::KIND),
        ("data.schema", &schema::KIND),
        ("data.feed", &feed::KIND),
    ];
    let of_service = [
        ("data.service", &api::service::KIND),
        ("data.linked", &cpsv::KIND),
        ("data.directory", &hsds::KIND),
    ];
    let example = desk.catalogue.all().first().map(|entry| entry.subject());
    let of_example = |subject: Subject| {
        of_service
            .iter()
            .filter_map(move |of| fact(pen, of, &subject))
    };
    let owner = desk
        .site
        .config
        .agency
        .get()
        .and_then(|owner| owner.name.get());
    let owner = owner.or(desk.site.config.title.get());
    let owner = owner.map(|owner| pen.text(owner).text).unwrap_or_default();
    let view = View {
        frame: frame(pen, about, None),
        title,
        files: files
            .iter()
            .filter_map(|of| fact(pen, of, &Subject::Site))
            .collect(),
        example: example.into_iter().flat_map(of_example).collect(),
        licence: pen.fill("data.licence_text", &[("owner", &owner)]),
    };
    Some(Artifact::page(pen, "open-data.html", &view))
}

/// A file that is made: what it holds, and its address.
fn fact(pen: &Pen<'_>, (word, kind): &(&str, &Kind), subject: &Subject) -> Option<Fact> {
    let file = made_by(kind, pen, subject)?;
    Some(Fact {
        term: pen.word(word),
        value: pen.said(&file.address),
        href: Some(pen.link(file)),
    })
}
