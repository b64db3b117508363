//! What changed for a citizen between two states of a site, in words.
//!
//! # Steps
//!
//! 1. [`state`] reads a site as it stands, sound or not, and keeps what its services share.
//! 2. [`pairs`] finds which item of a list was which before: order alone changes nothing.
//! 3. [`service`] and [`agency`] say what changed, key by key; both ask [`tell`] for the words, and [`fields`] for every
//!    key that has no sentence of its own, so that no key is forgotten.
//! 4. [`results`] finds the answers of the checklist that lead to another result, from the compiled rules.
//! 5. [`mod@write`] prints it; [`note`] writes it into the files as `changes`.
//!
//! Nothing is compared as YAML: the keys' language, comments and quotes are no change.

pub mod agency;
mod amounts;
mod channels;
mod choice;
mod conditions;
pub mod fields;
mod items;
pub mod note;

pub mod pairs;
pub mod results;
mod said;
pub mod service;
pub mod state;
pub mod tell;
mod versions;
pub mod write;

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::diagnostic::Lang;
use crate::route::Drafts;
pub use said::{Line, Outcome};
use state::{Named, Read, State};

/// What changed on a site.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// Agencies of which something changed, by the name of their folder.
    pub agencies: Vec<Changed>,
    /// Services of which something changed, are new, gone or moved, by their id.
    pub services: Vec<Changed>,
}

/// What changed of one agency or service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// Its id: `agency` or `agency/service`.
    pub id: String,
    /// What it is called now; of one that is gone, what it was called.
    pub title: String,
    /// What became of it.
    pub fate: Fate,
    /// What changed, in words.
    pub changes: Vec<Change>,
    /// What changed of the results of its checklist.
    pub outcome: Outcome,
}

/// What became of a service or an agency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// It was not there before.
    New,
    /// It is there no more.
    Gone,
    /// It had another id before.
    Moved(String),
    /// It is what it was, but for what changed.
    Stays,
}

/// A change, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The English name of the key below which it was written.
    pub field: &'static str,
    /// What changed.
    pub says: String,
}

/// What changed between two states of a site, in the words of `lang`.
pub fn compare(old: &State<'_>, new: &State<'_>, lang: Lang, drafts: Drafts) -> Changes {
    let ids = old.ids().chain(new.ids()).collect::<BTreeSet<String>>();
    let differs =
        |id: &String| old.shared != new.shared || old.fingerprint(id) != new.fingerprint(id);
    let ids: BTreeSet<String> = ids.into_par_iter().filter(differs).collect();
    let (old_ids, new_ids) = (old.shown(&ids, drafts), new.shown(&ids, drafts));
    let moved = moves(old, new, &old_ids, &new_ids);
    let from = |id: &str| {
        let known = moved.iter().find(|(_, to)| to == id);
        known.map_or_else(|| id.to_owned(), |(from, _)| from.clone())
    };
    let left = |id: &&String| !new_ids.contains(*id) && !moved.iter().any(|(from, _)| from == *id);
    let gone = old_ids
        .iter()
        .filter(left)
        .map(|id| (Some(id.clone()), None));
    let kept = new_ids.iter().map(|id| {
        let before = Some(from(id)).filter(|before| old_ids.contains(before));
        (before, Some(id.clone()))
    });
    let pairs: Vec<(Option<String>, Option<String>)> = kept.chain(gone).collect();
    let (old_names, new_names) = (old.names(), new.names());
    let named = |state, names| Named { state, names };
    let (was, is) = (named(old, &old_names), named(new, &new_names));
    let changed = pairs.par_iter().filter_map(|(before, now)| {
        let before = before.as_ref().and_then(|id| old.service(id));
        let now = now.as_ref().and_then(|id| new.service(id));
        of_service((was, before.as_ref()), (is, now.as_ref()), lang)
    });
    let mut services: Vec<Changed> = changed.collect();
    services.sort_by(|one, other| one.id.cmp(&other.id));
    Changes {
        agencies: agency::changed(old, new, lang),
        services,
    }
}

/// The services that moved: where they were, and where they are. One says so itself, or has the title of one that is
/// gone, which no other has.
fn moves(
    old: &State<'_>,
    new: &State<'_>,
    old_ids: &BTreeSet<String>,
    new_ids: &BTreeSet<String>,
) -> Vec<(String, String)> {
    let gone: Vec<&String> = old_ids.difference(new_ids).collect();
    let come: Vec<&String> = new_ids.difference(old_ids).collect();
    if gone.is_empty() || come.is_empty() {
        return Vec::new();
    }
    let read = |state: &State<'_>, ids: &[&String]| -> Vec<(String, String, Vec<String>)> {
        let read = ids.iter().filter_map(|id| state.service(id));
        read.map(|read| (read.id.clone(), read.title(), read.old_addresses()))
            .collect()
    };
    let (gone, come) = (read(old, &gone), read(new, &come));
    let mut moved: Vec<(String, String)> = Vec::new();
    for (to, title, addresses) in &come {
        let says = |(from, ..): &&(String, String, Vec<String>)| {
            addresses.contains(&format!("{from}.html"))
        };
        let called = |(_, other, _): &&(String, String, Vec<String>)| other == title;
        let mut named = gone.iter().filter(called);
        let alone = come.iter().filter(called).count() == 1;
        let only = named.next().filter(|_| alone && named.next().is_none());
        if let Some((from, ..)) = gone.iter().find(says).or(only)
            && !moved.iter().any(|(known, _)| known == from)
        {
            moved.push((from.clone(), to.clone()));
        }
    }
    moved
}

/// What became of a service; `None` if nothing changed.
fn of_service(
    (old, before): (Named<'_>, Option<&Read>),
    (new, now): (Named<'_>, Option<&Read>),
    lang: Lang,
) -> Option<Changed> {
    let alone = |site: Named<'_>, read: &Read, fate: Fate| Changed {
        id: read.id.clone(),
        title: site.state.title_of(read, lang),
        fate,
        changes: Vec::new(),
        outcome: Outcome::default(),
    };
    match (before, now) {
        (None, None) => None,
        (None, Some(now)) => Some(alone(new, now, Fate::New)),
        (Some(before), None) => Some(alone(old, before, Fate::Gone)),
        (Some(before), Some(now)) => {
            let fate = match before.id == now.id {
                true => Fate::Stays,
                false => Fate::Moved(before.id.clone()),
            };
            let (changes, outcome) = match before.whole && now.whole {
                true => service::changed((old, before), (new, now), lang),
                // What could not be read would be told as gone.
                false => (Vec::new(), Outcome::unread()),
            };
            let same = fate == Fate::Stays && changes.is_empty() && outcome.is_empty();
            (!same).then(|| Changed {
                changes,
                outcome,
                ..alone(new, now, fate)
            })
        }
    }
}
