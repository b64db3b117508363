//! The same service at several agencies: which papers one asks for and another does not.
//!
//! Two services are the same if their files have the same name, or their titles the same words but for the names of
//! their agencies.

use std::collections::{BTreeMap, BTreeSet};

use crate::resolve::{ServiceEntry, Site};

/// A service that several agencies describe.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shared {
    /// Its title, as the first has it.
    pub title: String,
    /// Those who describe it.
    pub offices: Vec<Office>,
    /// The papers that not all of them ask for alike.
    pub differing: Vec<Compared>,
}

/// One of those who describe a service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Office {
    /// `agency/service`
    pub id: String,
    /// Name of the agency.
    pub agency: String,
}

/// A paper, and who asks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// Its name.
    pub paper: String,
    /// What each office asks, in the order of [`Shared::offices`].
    pub asked: Vec<Ask>,
}

/// Whether an office asks for a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ask {
    /// Of nobody.
    Nobody,
    /// Of some, by a condition or as one of several.
    Some,
    /// Of everyone.
    Everyone,
}

impl Ask {
    /// Its name in data.
    pub fn key(self) -> &'static str {
        match self {
            Self::Nobody => "nobody",
            Self::Some => "some",
            Self::Everyone => "everyone",
        }
    }
}

/// The services that several agencies describe, by their titles.
pub fn shared(entries: &[&ServiceEntry], site: &Site) -> Vec<Shared> {
    let members = joined(entries.len(), by_name(entries, site).into_values());
    let members = members.into_iter().map(|group| {
        let members = group.into_iter().filter_map(|at| entries.get(at).copied());
        members.collect::<Vec<&ServiceEntry>>()
    });
    let several = members.filter(|members| {
        let agencies: BTreeSet<&str> = members.iter().map(|one| one.agency.as_str()).collect();
        agencies.len() > 1
    });
    let mut shared: Vec<Shared> = several.map(|members| compare(&members, site)).collect();
    shared.sort_by(|one, other| one.title.cmp(&other.title));
    shared
}

/// Sets that have one in common, together: each place of `0..count` in one of them, unless it is in none of the sets.
fn joined(count: usize, sets: impl Iterator<Item = BTreeSet<usize>>) -> Vec<BTreeSet<usize>> {
    fn first(leads: &mut [usize], mut at: usize) -> usize {
        while leads[at] != at {
            leads[at] = leads[leads[at]];
            at = leads[at];
        }
        at
    }
    let mut leads: Vec<usize> = (0..count).collect();
    let mut known = BTreeSet::new();
    for set in sets {
        let one = set.first().copied();
        for (one, other) in one
            .into_iter()
            .flat_map(|one| set.iter().map(move |at| (one, *at)))
        {
            let (one, other) = (first(&mut leads, one), first(&mut leads, other));
            leads[one.max(other)] = one.min(other);
        }
        known.extend(set);
    }
    let mut groups: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for at in known {
        groups.entry(first(&mut leads, at)).or_default().insert(at);
    }
    groups.into_values().collect()
}

/// The services of each name: that of the file, and that of the title.
fn by_name(entries: &[&ServiceEntry], site: &Site) -> BTreeMap<String, BTreeSet<usize>> {
    let mut by_name: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for (at, entry) in entries.iter().enumerate() {
        let agency = agency_name(site, &entry.agency);
        let (of_agency, of_title) = (plain(agency), plain(&entry.card.title.value));
        let own = of_title.iter().filter(|word| !of_agency.contains(word));
        let own: Vec<&str> = own.map(String::as_str).collect();
        let title = match own.is_empty() {
            true => of_title.join(" "),
            false => own.join(" "),
        };
        for name in [plain(&entry.name).join(" "), title] {
            by_name.entry(name).or_default().insert(at);
        }
    }
    by_name
}

fn agency_name<'a>(site: &'a Site, folder: &'a str) -> &'a str {
    let agency = site.agencies.get(folder);
    let name = agency.and_then(|agency| agency.name.get());
    name.map_or(folder, |name| name.value.as_str())
}

/// The words of a text in small letters.
fn plain(text: &str) -> Vec<String> {
    let text = text.to_lowercase();
    let words = text.split(|c: char| !c.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

fn compare(members: &[&ServiceEntry], site: &Site) -> Shared {
    // By what makes two papers the same, each with its name and what each office asks.
    let mut papers: BTreeMap<String, Compared> = BTreeMap::new();
    for (at, member) in members.iter().enumerate() {
        for (key, name, ask) in asked_by(member, site) {
            let paper = papers.entry(key).or_insert_with(|| Compared {
                paper: name,
                asked: vec![Ask::Nobody; members.len()],
            });
            if let Some(asked) = paper.asked.get_mut(at) {
                *asked = (*asked).max(ask);
            }
        }
    }
    let differs = |paper: &Compared| {
        paper
            .asked
            .iter()
            .any(|ask| Some(ask) != paper.asked.first())
    };
    let offices = members.iter().map(|member| Office {
        id: member.id(),
        agency: agency_name(site, &member.agency).to_owned(),
    });
    Shared {
        title: members
            .first()
            .map(|first| first.card.title.value.clone())
            .unwrap_or_default(),
        offices: offices.collect(),
        differing: papers.into_values().filter(differs).collect(),
    }
}

/// What a service asks for: what makes it the same elsewhere, its name, and of whom.
fn asked_by(entry: &ServiceEntry, site: &Site) -> Vec<(String, String, Ask)> {
    let of = |is_for_some: bool| match is_for_some {
        true => Ask::Some,
        false => Ask::Everyone,
    };
    let known = entry.card.asks.iter().map(|asked| {
        let documents = site.registries.documents.iter();
        let mut named = documents.filter(|document| document.id.is(&asked.document));
        let name = named.find_map(|document| document.name.get());
        let name = name.map_or(asked.document.as_str(), |name| name.value.as_str());
        (
            plain(name).join(" "),
            name.to_owned(),
            of(asked.is_for_some),
        )
    });
    let others = entry.card.others.iter().map(|other| {
        let words = &other.words.value;
        (plain(words).join(" "), words.clone(), of(other.is_for_some))
    });
    known.chain(others).collect()
}
