//! Where one gets what one brings: the papers of a service by place, for a list that is walked once.

use std::collections::{BTreeMap, BTreeSet};

use super::item::{Item, Role, States, is_kept};
use crate::model::Text;
use crate::model::service::Requirement;
use crate::resolve::names::Names;
use crate::rule::compile::{DecisionId, Key};

/// Where a paper comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin<'a> {
    /// The reader has it already: one shows it or makes a copy, or this very service made it before.
    Own,
    /// Nobody wrote where.
    Unknown,
    /// A place in words.
    Named(&'a Text),
    /// The agency, by the name of its folder, of the service of this site that makes it.
    Agency(&'a str),
}

/// A place, and the papers that one gets there.
#[derive(Debug, PartialEq, Eq)]
pub struct Place<'a> {
    /// Which place; of several spellings the one that is written first.
    pub origin: Origin<'a>,
    /// The group of the standard that these papers are the parts of: they stay together, wherever each is got.
    pub group: Option<Key>,
    /// Its papers in the order of the file.
    pub papers: Vec<Key>,
    /// The decisions that are all made once none of its papers is needed; `None` where one of them always is.
    pub not_needed: Option<Vec<DecisionId>>,
}

/// The places of the papers among these items, in the order in which each is first asked of the reader, what has no
/// known place at the end. `own` is the id of the service, `agency/service`: what it makes itself, the reader has before.
pub(super) fn places<'a>(items: &[Item<'a>], own: &str, names: &Names<'a>) -> Vec<Place<'a>> {
    let mut known: BTreeMap<(Option<Key>, (u8, String)), usize> = BTreeMap::new();
    let mut places: Vec<Place<'a>> = Vec::new();
    for item in items.iter().filter(|item| item.role == Role::Paper) {
        let paper = item.requirement();
        let group = outermost(items, item);
        let paper = paper.filter(|_| group.is_none());
        let origin = paper.map_or(Origin::Unknown, |paper| origin(paper, own, names));
        let spelled = (group, origin.spelled());
        let at = *known.entry(spelled).or_insert(places.len());
        if at == places.len() {
            places.push(Place {
                origin,
                group,
                papers: Vec::new(),
                not_needed: None,
            });
        }
        places[at].papers.push(item.key);
    }
    // "Other" is what is left when all else is named.
    places.sort_by_key(|place| place.group.is_none() && place.origin == Origin::Unknown);
    for place in &mut places {
        place.not_needed = not_needed(items, &place.papers);
    }
    places
}

/// The outermost group around an item.
fn outermost(items: &[Item<'_>], item: &Item<'_>) -> Option<Key> {
    let around = |key: &Key| items.get(*key)?.group;
    std::iter::successors(item.group, around).last()
}

impl Origin<'_> {
    /// What is the same for all spellings of one place.
    fn spelled(self) -> (u8, String) {
        match self {
            Self::Own => (0, String::new()),
            Self::Unknown => (1, String::new()),
            Self::Named(text) => (2, text.value.trim().to_lowercase()),
            Self::Agency(folder) => (3, folder.to_owned()),
        }
    }
}

/// Where a paper comes from: as its requirement says, else as the list of documents says, unless one needs only show or
/// copy what one has.
fn origin<'a>(paper: &'a Requirement, own: &str, names: &Names<'a>) -> Origin<'a> {
    if let Some(place) = paper.obtain_from.get() {
        return Origin::Named(place);
    }
    if is_kept(paper) {
        return Origin::Own;
    }
    let lists = [&paper.any_of, &paper.all_of].into_iter();
    let listed = lists.flat_map(|list| list.items());
    let mut origins = paper.document.get().into_iter().chain(listed);
    let of_document = |name: &Text| issuer(&name.value, own, names);
    let first = origins.next().map_or(Origin::Unknown, of_document);
    // What comes from several places has no one place.
    let same = origins.all(|name| of_document(name).spelled() == first.spelled());
    if same { first } else { Origin::Unknown }
}

/// Who issues the document of that name.
fn issuer<'a>(name: &str, own: &str, names: &Names<'a>) -> Origin<'a> {
    let document = names.document(name);
    match document.and_then(|document| document.issued_by.get()) {
        Some(by) if by.value == own => Origin::Own,
        Some(by) => match by.value.split_once('/') {
            Some((agency, _)) if names.has_service(&by.value) => Origin::Agency(agency),
            _ => Origin::Named(by),
        },
        None => Origin::Unknown,
    }
}

/// What must be decided for none of these papers to be needed.
fn not_needed(items: &[Item<'_>], papers: &[Key]) -> Option<Vec<DecisionId>> {
    let decisions = papers.iter().map(|key| match items[*key].states? {
        States::Item(condition) => Some(condition.no),
        States::Criterion(_) => None,
    });
    let distinct = decisions.collect::<Option<BTreeSet<DecisionId>>>()?;
    Some(distinct.into_iter().collect())
}
