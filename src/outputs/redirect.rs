//! A service's old address, which leads to the service.

use super::artifact::Artifact;
use super::{Kind, Listing, Made, Make};
use crate::model::site::OutputKind;
use crate::render::frame::{About, frame};
use crate::render::pen::{Desk, Pen};
use crate::render::view::{Link, Redirect};
use crate::resolve::Site;
use crate::route::{Route, Subject};

/// An old address.
pub(super) const KIND: Kind = Kind {
    called: [
        "alamat lama di `pindah_dari`",
        "an old address in `moved_from`",
    ],
    output: OutputKind::Html,
    linked: None,
    routes,
    make: Make::Shared(make),
};

fn routes(site: &Site, listing: &mut Listing) {
    for entry in &site.entries {
        for old in &entry.card.moved_from {
            listing.once(&entry.subject(), &old.value);
        }
    }
}

fn make(desk: Desk<'_>, route: &Route) -> Made {
    let Subject::Service(id) = &route.subject else {
        return None;
    };
    let entry = desk.site.service(id)?;
    let pen = Pen::new(desk, route);
    let title = pen.word("redirect.title");
    let about = About {
        title: title.clone(),
        trail: vec![Link {
            href: None,
            label: pen.said(title),
        }],
        ..About::default()
    };
    let agency = desk.site.agencies.get(&entry.agency);
    let agency = agency.map(|agency| (entry.agency.as_str(), agency));
    let mut frame = frame(&pen, about, agency);
    // The address that counts is the new one.
    let to = desk.routes.page(&route.subject, pen.lang())?;
    frame.canonical = frame.canonical.map(|_| pen.url(to));
    let view = Redirect {
        frame,
        to: Link {
            href: Some(pen.link(to)),
            label: pen.text(&entry.card.title),
        },
    };
    Some(Artifact::page(&pen, "redirect.html", &view))
}
