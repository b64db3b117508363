//! `sw.js`: the service worker that keeps the site on a phone. Where site.yaml does not ask for an offline copy, and in a
//! preview, it is one that removes what an earlier build kept, and itself.

use std::collections::BTreeMap;

use super::artifact::Artifact;
use super::{Kind, Listing, Made, Make};
use crate::model::site::OutputKind;
use crate::render::pen::Desk;
use crate::resolve::Site;
use crate::route::{Route, Subject};
use crate::theme::Program;

/// The worker. It is always there: a browser asks for it as long as it has one.
pub(super) const KIND: Kind = Kind {
    called: ["program untuk salinan di HP", "the service worker"],
    output: OutputKind::Html,
    linked: None,
    routes,
    make: Make::Shared(make),
};

/// What the worker says, by its own names and by the theme's.
const SAID: [(&str, &str); 4] = [
    ("copy", "offline.copy"),
    ("title", "offline.title"),
    ("text", "offline.text"),
    ("home", "not_found.home"),
];

fn routes(_: &Site, listing: &mut Listing) {
    listing.once(&Subject::Site, "sw.js");
}

fn make(desk: Desk<'_>, _: &Route) -> Made {
    let script = if desk.keeps {
        let languages = desk.site.languages();
        let said: serde_json::Map<_, _> = languages
            .into_iter()
            .map(|language| (language.clone(), said(desk, &language).into()))
            .collect();
        let said = serde_json::Value::from(said);
        format!(
            "const SAID={said};\n{}",
            desk.theme.program(Program::Worker)
        )
    } else {
        desk.theme.program(Program::Leave).to_owned()
    };
    Some(Ok(Artifact::Data(script.into_bytes())))
}

/// What the worker says in a language.
fn said(desk: Desk<'_>, language: &str) -> serde_json::Map<String, serde_json::Value> {
    let words = desk.theme.language(language).words();
    let said: BTreeMap<_, _> = SAID.into_iter().collect();
    said.into_iter()
        .map(|(name, key)| (name.to_owned(), words.get(key).into()))
        .collect()
}
