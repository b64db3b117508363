//! `dokumen/ID.html`: a paper, the services that give it, and those that ask for it.

use super::artifact::Artifact;
use super::{Kind, Listing, Made, Make};
use crate::model::registry::DocumentRecord;
use crate::model::site::OutputKind;
use crate::render::frame::{About, frame};
use crate::render::index::documents;
use crate::render::listed::{list_title, listed, on_page};
use crate::render::pen::{Desk, Pen};
use crate::render::topics::way;
use crate::render::view::{DocumentPage, Fact, Link, Listed, Picture, TitledList};
use crate::resolve::Site;
use crate::route::{List, Route, Subject};

/// The page of a paper.
pub(super) const KIND: Kind = Kind {
    called: ["halaman dokumen", "the page of a document"],
    output: OutputKind::Html,
    linked: None,
    routes,
    make: Make::Shared(make),
};

fn routes(site: &Site, listing: &mut Listing) {
    let ids = documents(site, listing.shelves()).map(|(id, _)| id);
    for id in ids.collect::<Vec<_>>() {
        let subject = Subject::Document(id.into());
        listing.in_each_language(&subject, &format!("dokumen/{id}.html"));
    }
}

fn make(desk: Desk<'_>, route: &Route) -> Made {
    let Subject::Document(id) = &route.subject else {
        return None;
    };
    let pen = Pen::new(desk, route);
    let mut all = desk.site.registries.documents.iter();
    let document = all.find(|one| one.id.is(id))?;
    let title = pen.text(document.name.get()?);
    let own = Link {
        href: None,
        label: title.clone(),
    };
    let lists = [
        given(&pen, &List::Giving(id.clone())),
        asked(&pen, &List::Asking(id.clone())),
    ];
    let about = About {
        title: title.text.clone(),
        description: pen.fill("document.lead", &[("paper", &title.text)]),
        trail: way(&pen, &List::Documents)
            .into_iter()
            .chain([own])
            .collect(),
    };
    let view = DocumentPage {
        frame: frame(&pen, about, None),
        title,
        aliases: pen.joined(document.aliases.items()),
        picture: picture(&pen, document),
        facts: facts(&pen, document),
        lists: lists.into_iter().flatten().collect(),
    };
    Some(Artifact::page(&pen, "document.html", &view))
}

fn given(pen: &Pen<'_>, list: &List) -> Option<TitledList> {
    titled(pen, "given", list, || Some(listed(pen, list)))
}

/// Those who ask for a paper are many: their names will do.
fn asked(pen: &Pen<'_>, list: &List) -> Option<TitledList> {
    titled(pen, "asked", list, || on_page(pen, list, ""))
}

fn titled(
    pen: &Pen<'_>,
    id: &'static str,
    list: &List,
    shown: impl Fn() -> Option<Listed>,
) -> Option<TitledList> {
    if pen.desk.catalogue.shelves().of(list).is_empty() {
        return None;
    }
    Some(TitledList {
        id,
        title: list_title(pen, list)?.text,
        list: shown()?,
    })
}

fn picture(pen: &Pen<'_>, document: &DocumentRecord) -> Option<Picture> {
    Some(Picture {
        src: pen.file(&document.image.get()?.value)?,
        alt: pen.text(document.alt.get()?),
    })
}

/// Who issues it, where that is no service of this site, and how long it is valid.
fn facts(pen: &Pen<'_>, document: &DocumentRecord) -> Vec<Fact> {
    let issuer = document.issued_by.get();
    let issuer = issuer.filter(|by| pen.desk.site.service(&by.value).is_none());
    let issuer = issuer.map(|by| Fact {
        term: pen.word("item.issued_by"),
        value: pen.text(by),
        href: None,
    });
    let validity = document.validity.get().map(|validity| Fact {
        term: pen.word("document.validity"),
        value: pen.text(validity),
        href: None,
    });
    issuer.into_iter().chain(validity).collect()
}
