//! The names of services in the order of the alphabet: titles and the other names people use.

use super::collate;
use crate::model::Text;
use crate::parse::dictionary::Dictionary;
use crate::resolve::{ServiceEntry, Site};

/// A name under which a service is looked for.
#[derive(Debug, Clone, Copy)]
pub struct Name<'a> {
    /// The name, in the content's own language.
    pub text: &'a Text,
    /// The service.
    pub entry: &'a ServiceEntry,
    /// Whether it is the title or another name.
    pub role: Role,
}

/// What a name is to its service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// The title.
    Title,
    /// Another name.
    Alias,
}

/// The names of a site's services as the pages of one language say them, in order.
#[derive(Debug, Clone, Default)]
pub struct Index<'a> {
    names: Vec<Name<'a>>,
    /// The letters, each with the place of its first name; `None` for digits and signs.
    letters: Vec<(Option<String>, usize)>,
}

impl<'a> Index<'a> {
    /// The index of these services in a language, by its alphabet.
    pub fn new(
        site: &'a Site,
        language: &str,
        alphabet: &str,
        services: impl Iterator<Item = &'a ServiceEntry>,
    ) -> Self {
        let words = site.words.get(language);
        let mut folded: Vec<(String, Name<'a>)> =
            services.flat_map(|entry| names_of(entry, words)).collect();
        let order = |(folded, name): &(String, Name<'a>)| {
            let (key, entry) = (collate::key(folded, alphabet), name.entry);
            (key, name.role, entry.agency.clone(), entry.name.clone())
        };
        folded.sort_by_cached_key(order);
        let mut index = Self::default();
        for (place, (folded, name)) in folded.into_iter().enumerate() {
            let letter = collate::letter(&folded, alphabet);
            if index.letters.last().is_none_or(|(last, _)| *last != letter) {
                index.letters.push((letter, place));
            }
            index.names.push(name);
        }
        index
    }

    /// How many names that index has.
    pub fn count(
        site: &'a Site,
        language: &str,
        services: impl Iterator<Item = &'a ServiceEntry>,
    ) -> usize {
        let words = site.words.get(language);
        services.map(|entry| names_of(entry, words).len()).sum()
    }

    /// All names.
    pub fn names(&self) -> &[Name<'a>] {
        &self.names
    }

    /// The letters under which names stand, each with the place of its first name; `None` for digits and signs.
    pub fn letters(&self) -> &[(Option<String>, usize)] {
        &self.letters
    }
}

/// The title and the other names of a service with what tells them apart, none twice.
fn names_of<'a>(entry: &'a ServiceEntry, words: Option<&Dictionary>) -> Vec<(String, Name<'a>)> {
    let card = &entry.card;
    let aliases = card.aliases.iter().map(|alias| (alias, Role::Alias));
    let mut names: Vec<(String, Name<'a>)> = Vec::new();
    for (text, role) in std::iter::once((&card.title, Role::Title)).chain(aliases) {
        let worded = words.and_then(|words| words.get(text)).unwrap_or(text);
        let folded = collate::folded(&worded.value);
        if !names.iter().any(|(known, _)| *known == folded) {
            names.push((folded, Name { text, entry, role }));
        }
    }
    names
}
