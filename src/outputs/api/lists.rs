//! `/api/v1/lists.json`: what services name by id, and what the site says of itself.

use super::{FOLDER, Records, file};
use crate::model::site::OutputKind;
use crate::outputs::{Kind, Listing, Made, Make};
use crate::render::pen::{Desk, Pen};
use crate::resolve::Site;
use crate::route::{Route, Subject};

/// The shared lists as JSON.
pub(in crate::outputs) const KIND: Kind = Kind {
    called: ["data daftar bersama", "the data of the shared lists"],
    output: OutputKind::Api,
    linked: None,
    routes,
    make: Make::Shared(make),
};

fn routes(_: &Site, listing: &mut Listing) {
    listing.once(&Subject::Site, &format!("{FOLDER}/lists.json"));
}

fn make(desk: Desk<'_>, route: &Route) -> Made {
    let pen = &Pen::new(desk, route);
    let lists = &desk.site.registries;
    let mut records = Records::new(pen, |_| None);
    records.say("language", desk.routes.primary());
    records.put("site", &desk.site.config);
    records.put("documents", &lists.documents);
    records.put("questions", &lists.questions.list);
    records.put("regulations", &lists.regulations);
    records.put("categories", &lists.categories);
    records.put("life_events", &lists.life_events);
    records.put("holidays", &lists.holidays);
    file(pen, records.finish())
}
