//! `AGENCY/SERVICE-poster.html`: a service for the wall beside the counter.

use super::artifact::Artifact;
use super::{Kind, Listing, Made, Make};
use crate::analyze::SoundService;
use crate::model::site::OutputKind;
use crate::render::pen::{Desk, Pen};
use crate::render::poster;
use crate::resolve::Site;
use crate::route::Route;

/// The poster of a service.
pub(super) const KIND: Kind = Kind {
    called: ["poster layanan", "the poster of a service"],
    output: OutputKind::Posters,
    linked: None,
    routes,
    make: Make::Service(make),
};

fn routes(site: &Site, listing: &mut Listing) {
    for entry in &site.entries {
        let path = format!("{}/{}-poster.html", entry.agency, entry.name);
        listing.in_each_language(&entry.subject(), &path);
    }
}

fn make(desk: Desk<'_>, route: &Route, service: &SoundService<'_>) -> Made {
    let pen = Pen::new(desk, route);
    let view = poster::view(&pen, service);
    Some(Artifact::page(&pen, "poster.html", &view))
}
