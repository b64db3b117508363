//! `/api/v1/schema.json`: the JSON Schema of all files of the folder.

use super::{FOLDER, bytes};
use crate::model::site::OutputKind;
use crate::outputs::{Kind, Listing, Made, Make};
use crate::render::pen::Desk;
use crate::resolve::Site;
use crate::route::{Route, Subject};

/// The schema.
pub(in crate::outputs) const KIND: Kind = Kind {
    called: ["skema data", "the schema of the data"],
    output: OutputKind::Api,
    linked: None,
    routes,
    make: Make::Shared(make),
};

fn routes(_: &Site, listing: &mut Listing) {
    listing.once(&Subject::Site, &format!("{FOLDER}/schema.json"));
}

fn make(_: Desk<'_>, _: &Route) -> Made {
    Some(Ok(bytes(&crate::schema::published())))
}
