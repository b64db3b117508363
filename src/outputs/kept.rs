//! What phones keep of a site: how much of it, with the hash of each file.

use std::collections::BTreeMap;
use std::io::Write;
use std::sync::Mutex;

use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

use super::{KINDS, Make};
use crate::model::site::OutputKind;
use crate::percent::encode;
use crate::route::{Route, Subject};

/// How much a phone keeps at most, in bytes as gzip sends them.
const LIMIT: usize = 1024 * 1024;

/// What a phone keeps first where it cannot keep all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    /// The pages about the whole site, and the words that a search knows.
    Site,
    /// The other lists and the free pages.
    Lists,
    /// The services, and where a search finds them.
    Services,
    /// Pictures and forms.
    Files,
}

/// All files that were made, as far as a phone may keep them.
#[derive(Debug, Default)]
pub struct Kept {
    levels: Mutex<BTreeMap<Level, Files>>,
}

/// The files of a level.
#[derive(Debug, Default)]
struct Files {
    /// Their bytes as gzip sends them; counted until they are too many.
    size: usize,
    /// Their hashes, by address as links write it.
    hashes: BTreeMap<String, String>,
}

impl Kept {
    /// Counts a file that was made.
    pub fn count(&self, route: &Route, bytes: &[u8]) {
        let Some(level) = level(route) else {
            return;
        };
        let is_full = |levels: &BTreeMap<Level, Files>| {
            levels.get(&level).is_some_and(|files| files.size > LIMIT)
        };
        if self.levels.lock().is_ok_and(|levels| is_full(&levels)) {
            return;
        }
        let (size, hash) = (compressed(bytes), hash(bytes));
        if let Ok(mut levels) = self.levels.lock() {
            let files = levels.entry(level).or_default();
            files.size += size;
            files.hashes.insert(encode(&route.address), hash);
        }
    }

    /// The hashes of what is kept, by address: level after level, each wholly, as long as they are not too much.
    pub(super) fn files(&self) -> BTreeMap<String, String> {
        let mut files = BTreeMap::new();
        let mut size = 0;
        let Ok(levels) = self.levels.lock() else {
            return files;
        };
        for level in levels.values() {
            size += level.size;
            if size > LIMIT {
                break;
            }
            files.extend(level.hashes.clone());
        }
        files
    }
}

/// Where a file stands among what is kept; `None` for what programs, printers and hosts read, and for old addresses.
fn level(route: &Route) -> Option<Level> {
    let kind = &KINDS[route.kind];
    match (kind.output, kind.make, &route.subject) {
        (OutputKind::Html, _, Subject::File(_)) if is_for_hosts(route) => None,
        (OutputKind::Html, _, Subject::File(_)) => Some(Level::Files),
        (OutputKind::Html, Make::Service(_), _) => Some(Level::Services),
        // An old address.
        (OutputKind::Html, _, Subject::Service(_)) => None,
        (OutputKind::Html, Make::Shared(_), Subject::Site) if is_page(route) => Some(Level::Site),
        (OutputKind::Html, Make::Shared(_) | Make::Services(_), _) if is_page(route) => {
            Some(Level::Lists)
        }
        // The page about the data, not the data.
        (OutputKind::Api, Make::Shared(_), _) if is_page(route) => Some(Level::Lists),
        (OutputKind::Search, _, Subject::Site) => Some(Level::Site),
        (OutputKind::Search, _, _) => Some(Level::Services),
        _ => None,
    }
}

/// Whether a file tells a host what to do, which does not hand it out: `_headers`, `.htaccess`.
fn is_for_hosts(route: &Route) -> bool {
    route
        .address
        .split('/')
        .any(|part| part.starts_with(['_', '.']))
}

fn is_page(route: &Route) -> bool {
    route.address.ends_with(".html") && route.address != "404.html"
}

fn compressed(bytes: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    let written = encoder.write_all(bytes).and_then(|()| encoder.finish());
    written.map_or(bytes.len(), |gzip| gzip.len())
}

/// The first 16 hexadecimal digits of the SHA-256.
pub(super) fn hash(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest[..8]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
