//! An index as files.

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::index::{Found, Index};

/// An index as scripts that hand their data to the page, which also work from a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Packed {
    /// All words, and in which shard each stands.
    pub vocabulary: String,
    /// The services of some words each.
    pub shards: Vec<String>,
}

/// All words.
#[derive(Debug, Serialize)]
struct Vocabulary<'a> {
    /// Another one for each index, so that no shard of another one is read with it.
    version: &'a str,
    /// The words in order: a capital letter for what a word shares with the one before (`A` for nothing), then the rest.
    words: String,
    /// By shard the place of its first word.
    starts: Vec<usize>,
}

/// The services of some words.
#[derive(Debug, Serialize)]
struct Shard<'a> {
    version: &'a str,
    number: usize,
    /// Title, place and link of all that the words find.
    found: Vec<[&'a str; 3]>,
    /// By word the places in `found`, each followed by what it is worth.
    words: Vec<Vec<usize>>,
}

impl Index {
    /// Writes the index as so many shards, of about the same length each.
    pub fn pack(mut self, shards: usize) -> Packed {
        self.trim();
        let starts = self.starts(shards.max(1));
        let words: Vec<&str> = self.words.keys().map(String::as_str).collect();
        let words = front_coded(&words);
        let version = self.version();
        let ends = starts.iter().skip(1).copied().chain([self.words.len()]);
        let ranges = starts.iter().copied().zip(ends).enumerate();
        let shards =
            ranges.map(|(number, (start, end))| call(&self.shard(&version, number, start, end)));
        Packed {
            shards: shards.collect(),
            vocabulary: call(&Vocabulary {
                version: &version,
                words,
                starts,
            }),
        }
    }

    /// The place of the first word of each shard.
    fn starts(&self, shards: usize) -> Vec<usize> {
        let weigh = |services: &Vec<(usize, u32)>| services.len() + 1;
        let all: usize = self.words.values().map(weigh).sum();
        let mut starts = Vec::with_capacity(shards);
        let mut before = 0;
        for (place, services) in self.words.values().enumerate() {
            if before * shards >= all * starts.len() {
                starts.push(place);
            }
            before += weigh(services);
        }
        // With fewer words than shards the last have none.
        starts.resize(shards, self.words.len());
        starts
    }

    fn version(&self) -> String {
        let mut digest = Sha256::new();
        for Found {
            title,
            beside,
            href,
        } in &self.all
        {
            digest.update(format!("{title}\n{beside}\n{href}\n"));
        }
        for (word, services) in &self.words {
            digest.update(format!("{word} {services:?}\n"));
        }
        digest.finalize()[..4]
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect()
    }

    fn shard<'a>(&'a self, version: &'a str, number: usize, start: usize, end: usize) -> Shard<'a> {
        let words = self.words.values().skip(start).take(end - start);
        let mut places: Vec<usize> = words.clone().flatten().map(|(place, _)| *place).collect();
        places.sort_unstable();
        places.dedup();
        let flat = |services: &Vec<(usize, u32)>| {
            let of = |(place, weight): &(usize, u32)| {
                [
                    places.partition_point(|known| known < place),
                    *weight as usize,
                ]
            };
            services.iter().flat_map(of).collect()
        };
        let found = places.iter().map(|place| {
            let Found {
                title,
                beside,
                href,
            } = &self.all[*place];
            [title.as_str(), beside, href]
        });
        Shard {
            version,
            number,
            found: found.collect(),
            words: words.map(flat).collect(),
        }
    }
}

/// The words in order, each without what it shares with the one before.
fn front_coded(words: &[&str]) -> String {
    let mut coded = String::new();
    let mut before = "";
    for word in words {
        let shared = before.chars().zip(word.chars()).take_while(|(a, b)| a == b);
        let shared: String = shared.map(|(_, c)| c).take(25).collect();
        let count = u8::try_from(shared.chars().count()).unwrap_or_default();
        coded.push(char::from(b'A' + count));
        coded.push_str(&word[shared.len()..]);
        before = word;
    }
    coded
}

/// A script that hands data to the page.
fn call(data: &impl Serialize) -> String {
    let json = serde_json::to_string(data).unwrap_or_default();
    format!("maklumatSearch({json})\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_written_without_what_they_share() {
        assert_eq!(front_coded(&["akta", "akte", "ktp"]), "AaktaDeAktp");
    }
}
