//! `AGENCY/SERVICE.html`: the page the whole program is for.

use super::artifact::Artifact;
use super::{Kind, Listing, Made, Make};
use crate::analyze::SoundService;
use crate::model::site::OutputKind;
use crate::render::pen::{Desk, Pen};
use crate::render::service;
use crate::resolve::Site;
use crate::route::Route;

/// The page of a service.
pub(super) const KIND: Kind = Kind {
    called: ["halaman layanan", "the page of a service"],
    output: OutputKind::Html,
    linked: None,
    routes,
    make: Make::Service(make),
};

fn routes(site: &Site, listing: &mut Listing) {
    for entry in &site.entries {
        listing.in_each_language(&entry.subject(), &entry.address());
    }
}

fn make(desk: Desk<'_>, route: &Route, service: &SoundService<'_>) -> Made {
    let pen = Pen::new(desk, route);
    let view = service::view(&pen, service);
    Some(Artifact::page(&pen, "service.html", &view))
}
