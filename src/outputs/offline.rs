//! `offline.json`: what phones keep of a site, with the hash of each file. It is made last, of all that was made before.

use serde::Serialize;
use std::collections::BTreeMap;

use super::artifact::Artifact;
use super::kept::{Kept, hash};
use super::{Kind, Listing, Made, Make};
use crate::model::site::OutputKind;
use crate::resolve::Site;
use crate::route::{Route, Subject};

/// The list of what is kept.
pub(super) const KIND: Kind = Kind {
    called: ["daftar salinan untuk HP", "the list of what phones keep"],
    output: OutputKind::Offline,
    linked: None,
    routes,
    make: Make::Last(make),
};

/// Where it stands.
const ADDRESS: &str = "offline.json";

#[derive(Debug, Serialize)]
struct List {
    /// Another one for each build that changed any of the files.
    version: String,
    /// The hash of each file, by address.
    files: BTreeMap<String, String>,
}

fn routes(_: &Site, listing: &mut Listing) {
    listing.once(&Subject::Site, ADDRESS);
}

fn make(kept: &Kept, _: &Route) -> Made {
    let files = kept.files();
    let all: String = files
        .iter()
        .flat_map(|(address, hash)| [address, " ", hash, "\n"])
        .collect();
    let list = List {
        version: hash(all.as_bytes()),
        files,
    };
    let json = serde_json::to_vec(&list).unwrap_or_default();
    Some(Ok(Artifact::Data(json)))
}
