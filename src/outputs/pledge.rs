//! `AGENCY/maklumat.html`: the pledge of an agency on a sheet for the wall, as it was signed, else marked as a draft.

use super::artifact::Artifact;
use super::{Kind, Listing, Made, Make};
use crate::model::site::OutputKind;
use crate::render::pen::{Desk, Pen};
use crate::render::pledge;
use crate::render::view::Link;
use crate::resolve::Site;
use crate::route::{Route, Subject};

/// The pledge of an agency.
pub(super) const KIND: Kind = Kind {
    called: ["maklumat pelayanan", "the pledge of an agency"],
    output: OutputKind::Html,
    linked: None,
    routes,
    make: Make::Shared(make),
};

fn routes(site: &Site, listing: &mut Listing) {
    for (folder, agency) in &site.agencies {
        let pledge = agency.pledge.get();
        if pledge.is_some_and(|pledge| pledge.text.get().is_some()) {
            let subject = Subject::Agency(folder.as_str().into());
            listing.in_each_language(&subject, &format!("{folder}/maklumat.html"));
        }
    }
}

fn make(desk: Desk<'_>, route: &Route) -> Made {
    let Subject::Agency(folder) = &route.subject else {
        return None;
    };
    let agency = desk.site.agencies.get(&**folder)?;
    let pen = Pen::new(desk, route);
    let view = pledge::view(&pen, folder, agency)?;
    Some(Artifact::page(&pen, "pledge.html", &view))
}

/// The link from another page of an agency to its pledge.
pub(super) fn link(pen: &Pen<'_>, folder: &str) -> Option<Link> {
    let route = KIND.route(pen, &Subject::Agency(folder.into()))?;
    let agency = pen.desk.site.agencies.get(folder)?;
    Some(Link {
        href: Some(pen.link(route)),
        label: pen.said(pledge::label(pen, agency)),
    })
}

/// Whether a route is that of a pledge which nobody signed.
pub(super) fn is_draft(site: &Site, route: &Route) -> bool {
    let Subject::Agency(folder) = &route.subject else {
        return false;
    };
    let agency = site.agencies.get(&**folder);
    let pledge = agency.and_then(|agency| agency.pledge.get());
    KIND.is(route) && pledge.is_some_and(|pledge| !pledge.lacking().is_empty())
}
