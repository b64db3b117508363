//! Which services say which words.

use std::collections::BTreeMap;

use super::words::words;

/// How many services a word keeps, the best first.
const KEPT: usize = 50;

/// How many words are kept. Beyond them the least telling ones are left out: those that stand only in papers or summaries,
/// and in few of them.
const WORDS: usize = 6500;

/// Something that can be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Its title.
    pub title: String,
    /// Where it belongs.
    pub beside: String,
    /// The link to it from the site's root.
    pub href: String,
}

/// A text by which something is found.
#[derive(Debug, Clone, Copy)]
pub struct Field<'a> {
    /// The text.
    pub text: &'a str,
    /// How much a word of it says, from 1 to 100: less where it stands among many.
    pub weight: u32,
}

/// Words, each with what it finds.
#[derive(Debug, Default)]
pub struct Index {
    /// All that can be found.
    pub(super) all: Vec<Found>,
    /// By word the places in `all` with what they are worth.
    pub(super) words: BTreeMap<String, Vec<(usize, u32)>>,
}

impl Index {
    /// Adds something, and the texts by which it is found.
    pub fn add(&mut self, found: Found, fields: &[Field<'_>]) {
        let place = self.all.len();
        self.all.push(found);
        let mut said: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        for field in fields {
            let words = words(field.text);
            let weight = among(field.weight, words.len());
            for word in words {
                said.entry(word).or_default().push(weight);
            }
        }
        for (word, weights) in said {
            let services = self.words.entry(word).or_default();
            services.push((place, together(&weights)));
        }
    }

    /// Keeps of each word the best services, and of all words the most telling.
    pub(super) fn trim(&mut self) {
        for services in self.words.values_mut() {
            services.sort_by_key(|(place, weight)| (std::cmp::Reverse(*weight), *place));
            services.truncate(KEPT);
        }
        if self.words.len() <= WORDS {
            return;
        }
        let telling = |(word, services): (String, Vec<(usize, u32)>)| {
            let best = services.first().map_or(0, |(_, weight)| *weight);
            ((best, services.len()), word, services)
        };
        let words = std::mem::take(&mut self.words).into_iter();
        let mut all: Vec<_> = words.map(telling).collect();
        all.sort_by(|a, b| (&b.0, &a.1).cmp(&(&a.0, &b.1)));
        let best = all.into_iter().take(WORDS);
        self.words = best.map(|(_, word, services)| (word, services)).collect();
    }
}

/// What a word is worth that stands in several texts: as in the best, and a quarter of the others.
fn together(weights: &[u32]) -> u32 {
    let best = weights.iter().copied().max().unwrap_or_default();
    best + (weights.iter().sum::<u32>() - best) / 4
}

/// What a word is worth among so many: half of it among five.
fn among(weight: u32, words: usize) -> u32 {
    let words = u32::try_from(words.clamp(1, 40)).unwrap_or(40);
    (weight * 4 / (words + 3)).max(1)
}
