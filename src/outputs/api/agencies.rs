//! `/api/v1/agencies.json`: the agencies, by the name of their folder.

use serde_json::{Map, Value};

use super::{FOLDER, Records, file, pages};
use crate::model::site::OutputKind;
use crate::outputs::{Kind, Listing, Made, Make};
use crate::render::pen::{Desk, Pen};
use crate::resolve::Site;
use crate::route::{Route, Subject};

/// The agencies as JSON.
pub(in crate::outputs) const KIND: Kind = Kind {
    called: ["data dinas", "the data of the agencies"],
    output: OutputKind::Api,
    linked: None,
    routes,
    make: Make::Shared(make),
};

fn routes(_: &Site, listing: &mut Listing) {
    listing.once(&Subject::Site, &format!("{FOLDER}/agencies.json"));
}

fn make(desk: Desk<'_>, route: &Route) -> Made {
    let pen = &Pen::new(desk, route);
    let agencies = &desk.site.agencies;
    let mut records = Records::new(pen, |_| None);
    records.say("language", desk.routes.primary());
    let of_each = agencies.keys().map(|folder| {
        let subject = Subject::Agency(folder.as_str().into());
        (folder.clone(), pages(pen, &subject).into())
    });
    records.say("pages", of_each.collect::<Map<String, Value>>());
    records.put_all("agencies", agencies.iter());
    file(pen, records.finish())
}
