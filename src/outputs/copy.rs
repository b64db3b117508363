//! A file of `static/`, published as it is.

use super::artifact::Artifact;
use super::{Kind, Listing, Made, Make};
use crate::model::site::OutputKind;
use crate::render::pen::Desk;
use crate::resolve::Site;
use crate::route::{Route, Subject};

/// A file of `static/`.
pub(super) const KIND: Kind = Kind {
    called: ["berkas di `static`", "a file in `static`"],
    output: OutputKind::Html,
    linked: None,
    routes,
    make: Make::Shared(make),
};

fn routes(site: &Site, listing: &mut Listing) {
    for (path, file) in &site.layout.statics {
        listing.once(&Subject::File(*file), path);
    }
}

fn make(_: Desk<'_>, route: &Route) -> Made {
    match route.subject {
        Subject::File(file) => Some(Ok(Artifact::Copy(file))),
        _ => None,
    }
}
