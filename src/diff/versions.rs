//! Two versions of a service, and what both say of names.

use serde_json::Value;

use super::conditions::Conditions;
use super::state::Named;
use super::tell::Voice;
use crate::parse::dictionary::Dictionary;
use crate::resolve::registry;
use crate::resolve::service::Service;

/// Two versions of a service.
pub struct Versions<'a> {
    /// What they mean.
    pub services: [&'a Service<'a>; 2],
    /// What they say, with English keys, in the words of the voice.
    pub data: [Value; 2],
    /// The words of translations.
    pub words: [&'a Dictionary; 2],
    /// Their conditions.
    pub conditions: Conditions<'a>,
    /// Who speaks.
    pub voice: Voice,
    /// The sites they stand in.
    pub sites: [Named<'a>; 2],
}

impl Versions<'_> {
    /// What the value of a key that names something else is called.
    pub fn name(&self, key: &str, value: &str) -> Option<String> {
        let found = self
            .sites
            .iter()
            .rev()
            .find_map(|Named { state, names }| match key {
                "category" => {
                    let mut known = state.registries.categories.iter();
                    known
                        .find(|one| one.id.is(value))
                        .map(|one| one.title.str().to_owned())
                }
                "life_events" => {
                    let mut known = state.registries.life_events.iter();
                    known
                        .find(|one| one.id.is(value))
                        .map(|one| one.title.str().to_owned())
                }
                "regulation" => {
                    let regulation = names.regulation(value)?;
                    Some(registry::regulation(regulation, self.voice.language))
                }
                "document" | "any_of" | "all_of" | "produces" => {
                    names.document(value).map(|one| one.name.str().to_owned())
                }
                "see" | "requires" | "next" | "see_also" => {
                    let read = state.service(value)?;
                    Some(state.title_of(&read, self.voice.lang))
                }
                _ => None,
            });
        found
            .filter(|name| !name.is_empty())
            .map(|name| format!("“{name}”"))
    }

    /// The name of an agency.
    pub fn agency(&self, side: usize, folder: &str) -> String {
        let agency = self.sites[side].state.agencies.get(folder);
        let name = agency.and_then(|agency| agency.name.get());
        name.map_or_else(|| folder.to_owned(), |name| name.value.clone())
    }
}
