//! `AGENCY/SERVICE-lampiran.html`: a service's standard as the annex of its decree, ready to be signed.

use super::artifact::Artifact;
use super::{Kind, Listing, Made, Make};
use crate::analyze::SoundService;
use crate::model::site::OutputKind;
use crate::render::annex;
use crate::render::pen::{Desk, Pen};
use crate::resolve::Site;
use crate::route::Route;

/// The annex of the decree of a service.
pub(super) const KIND: Kind = Kind {
    called: ["lampiran SK layanan", "the annex of a service's decree"],
    output: OutputKind::Posters,
    linked: None,
    routes,
    make: Make::Service(make),
};

/// Binding is what the agency signs: the content as it was written, and no translation.
fn routes(site: &Site, listing: &mut Listing) {
    for entry in &site.entries {
        let path = format!("{}/{}-lampiran.html", entry.agency, entry.name);
        listing.once(&entry.subject(), &path);
    }
}

fn make(desk: Desk<'_>, route: &Route, service: &SoundService<'_>) -> Made {
    let pen = Pen::new(desk, route);
    let view = annex::view(&pen, service);
    Some(Artifact::page(&pen, "annex.html", &view))
}
