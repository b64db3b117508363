//! The names of a list in the order of the alphabet: titles, and the other names people use.

use super::collate;
use super::shelves::Shelves;
use super::split::{self, Split};
use crate::model::registry::{Category, DocumentRecord, LifeEvent};
use crate::model::{Id, Slot, Text};
use crate::parse::dictionary::Dictionary;
use crate::resolve::{ServiceEntry, Site};
use crate::route::{List, Subject};

/// A name under which something is looked for.
#[derive(Debug, Clone, Copy)]
pub struct Name<'a> {
    /// The name, in the content's own language.
    pub text: &'a Text,
    /// What has it.
    pub of: Named<'a>,
    /// Whether it is the title or another name.
    pub role: Role,
}

impl Name<'_> {
    /// Whether it is the title, and no other name.
    pub fn is_title(&self) -> bool {
        self.role == Role::Title
    }
}

/// What has a name in a list.
#[derive(Debug, Clone, Copy)]
pub enum Named<'a> {
    /// A service.
    Service(&'a ServiceEntry),
    /// An agency, by the name of its folder.
    Agency(&'a str),
    /// A life event, by its id.
    LifeEvent(&'a str),
    /// A category, by its id.
    Category(&'a str),
    /// A paper, by its id.
    Document(&'a str),
}

/// What a name is to its service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// The title.
    Title,
    /// Another name.
    Alias,
}

impl Named<'_> {
    /// It, as routes name it.
    pub fn subject(self) -> Subject {
        match self {
            Self::Service(entry) => entry.subject(),
            Self::Agency(folder) => Subject::Agency(folder.into()),
            Self::LifeEvent(id) => Subject::LifeEvent(id.into()),
            Self::Category(id) => Subject::Category(id.into()),
            Self::Document(id) => Subject::Document(id.into()),
        }
    }
}

/// The order of the names of a list as the pages of one language say them, and the pages on which they stand.
#[derive(Debug, Clone, Default)]
pub struct Ordered {
    /// The places of the names in their list.
    order: Vec<usize>,
    /// Under which letter each stands; `None` for digits and signs.
    letters: Vec<Option<String>>,
    split: Split,
}

impl Ordered {
    /// The order of these names in a language, by its alphabet; what differs in nothing but its looks stands once.
    pub fn new(site: &Site, language: &str, alphabet: &str, names: &[Name<'_>]) -> Self {
        let mut folded = folded(names, site.words.get(language));
        let order = |(folded, place): &(String, usize)| {
            let name = &names[*place];
            let key = collate::key(folded, alphabet);
            (key, name.role, name.of.subject())
        };
        folded.sort_by_cached_key(order);
        let letter = |(folded, _): &(String, usize)| collate::letter(folded, alphabet);
        Self {
            letters: folded.iter().map(letter).collect(),
            split: Split::of(&keys(&folded)),
            order: folded.into_iter().map(|(_, place)| place).collect(),
        }
    }
}

/// The names of a list in order.
#[derive(Debug, Clone, Copy)]
pub struct Index<'a> {
    names: &'a [Name<'a>],
    ordered: &'a Ordered,
}

impl<'a> Index<'a> {
    /// Names in their order.
    pub fn new(names: &'a [Name<'a>], ordered: &'a Ordered) -> Self {
        Self { names, ordered }
    }

    /// All names.
    pub fn names(self) -> impl Iterator<Item = &'a Name<'a>> {
        let order = self.ordered.order.iter();
        order.filter_map(move |place| self.names.get(*place))
    }

    /// The name at this place.
    pub fn name(self, place: usize) -> Option<&'a Name<'a>> {
        self.names.get(*self.ordered.order.get(place)?)
    }

    /// The letter under which the name at this place stands; `None` for digits and signs.
    pub fn letter(self, place: usize) -> Option<&'a str> {
        self.ordered.letters.get(place)?.as_deref()
    }

    /// The pages on which the names stand.
    pub fn split(self) -> &'a Split {
        &self.ordered.split
    }
}

/// The pages that a list needs in a language. They are the same whatever its alphabet.
pub fn pages(site: &Site, language: &str, names: &[Name<'_>]) -> Split {
    Split::of(&keys(&folded(names, site.words.get(language))))
}

fn keys(folded: &[(String, usize)]) -> Vec<String> {
    folded
        .iter()
        .map(|(folded, _)| split::key(folded))
        .collect()
}

/// The names of a list, those of one thing together.
pub fn names<'a>(site: &'a Site, shelves: &Shelves<'a>, list: &List) -> Vec<Name<'a>> {
    match list {
        List::Names => {
            let all = shelves.all().iter();
            all.flat_map(|entry| {
                let card = &entry.card;
                named(Named::Service(entry), &card.title, &card.aliases)
            })
            .collect()
        }
        List::Agencies => {
            let agencies = site.agencies.iter();
            agencies
                .filter_map(|(folder, agency)| Some((Named::Agency(folder), agency.name.get()?)))
                .flat_map(|(of, name)| named(of, name, &[]))
                .collect()
        }
        List::LifeEvents => life_events(site, shelves)
            .flat_map(|(id, one)| titled(Named::LifeEvent(id), &one.title, &[]))
            .collect(),
        List::Categories => categories(site, shelves)
            .flat_map(|(id, one)| titled(Named::Category(id), &one.title, &[]))
            .collect(),
        List::Documents => documents(site, shelves)
            .flat_map(|(id, one)| titled(Named::Document(id), &one.name, one.aliases.items()))
            .collect(),
        List::OfAgency(_)
        | List::OfLifeEvent(_)
        | List::OfCategory(_)
        | List::Giving(_)
        | List::Asking(_) => {
            let entries = shelves.of(list).iter();
            entries
                .flat_map(|entry| named(Named::Service(entry), &entry.card.title, &[]))
                .collect()
        }
    }
}

/// The life events that concern services, in the order of their list.
pub fn life_events<'a>(
    site: &'a Site,
    shelves: &Shelves<'_>,
) -> impl Iterator<Item = (&'a str, &'a LifeEvent)> {
    let events = site.registries.life_events.iter();
    events
        .filter_map(|one| Some((id_of(&one.id)?, one)))
        .filter(|(id, _)| !shelves.of(&List::OfLifeEvent((*id).into())).is_empty())
}

/// The categories that have services, in the order of their list.
pub fn categories<'a>(
    site: &'a Site,
    shelves: &Shelves<'_>,
) -> impl Iterator<Item = (&'a str, &'a Category)> {
    let categories = site.registries.categories.iter();
    categories
        .filter_map(|one| Some((id_of(&one.id)?, one)))
        .filter(|(id, _)| !shelves.of(&List::OfCategory((*id).into())).is_empty())
}

/// The papers that services ask for or give, in the order of their list.
pub fn documents<'a>(
    site: &'a Site,
    shelves: &Shelves<'_>,
) -> impl Iterator<Item = (&'a str, &'a DocumentRecord)> {
    let documents = site.registries.documents.iter();
    documents
        .filter_map(|one| Some((id_of(&one.id)?, one)))
        .filter(|(id, _)| {
            let lists = [List::Giving((*id).into()), List::Asking((*id).into())];
            lists.iter().any(|list| !shelves.of(list).is_empty())
        })
}

fn id_of(id: &Slot<Id>) -> Option<&str> {
    id.get().map(|id| id.value.as_str())
}

fn named<'a>(of: Named<'a>, title: &'a Text, aliases: &'a [Text]) -> Vec<Name<'a>> {
    let name = |text, role| Name { text, of, role };
    let aliases = aliases.iter().map(|alias| name(alias, Role::Alias));
    std::iter::once(name(title, Role::Title))
        .chain(aliases)
        .collect()
}

fn titled<'a>(of: Named<'a>, title: &'a Slot<Text>, aliases: &'a [Text]) -> Vec<Name<'a>> {
    title
        .get()
        .map_or_else(Vec::new, |title| named(of, title, aliases))
}

/// What tells the names of a list apart, each with its place; none of one thing twice.
fn folded(names: &[Name<'_>], words: Option<&Dictionary>) -> Vec<(String, usize)> {
    let mut folded: Vec<(String, usize)> = Vec::with_capacity(names.len());
    // Where the names of the thing at hand begin.
    let mut own = 0;
    for (place, name) in names.iter().enumerate() {
        if name.is_title() {
            own = folded.len();
        }
        let worded = words.and_then(|words| words.get(name.text));
        let letters = collate::folded(&worded.unwrap_or(name.text).value);
        if !folded[own..].iter().any(|(known, _)| *known == letters) {
            folded.push((letters, place));
        }
    }
    folded
}
