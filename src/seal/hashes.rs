//! The hashes of styles and scripts, each worked out once however many pages hold it.

use std::collections::VecDeque;
use std::sync::{Arc, PoisonError, RwLock};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// How many are remembered: those of the theme, and those of the services at work.
const REMEMBERED: usize = 64;

/// Hashes of the styles and scripts that were sealed last, as a policy names them.
#[derive(Debug, Default)]
pub struct Hashes {
    latest: RwLock<VecDeque<(Box<str>, Arc<str>)>>,
}

impl Hashes {
    /// The hash of a style or script.
    pub(super) fn of(&self, content: &str) -> Arc<str> {
        if let Some(known) = self.known(content) {
            return known;
        }
        let hash: Arc<str> = hash(content).into();
        let mut latest = self.latest.write().unwrap_or_else(PoisonError::into_inner);
        latest.push_front((content.into(), Arc::clone(&hash)));
        latest.truncate(REMEMBERED);
        hash
    }

    fn known(&self, content: &str) -> Option<Arc<str>> {
        let latest = self.latest.read().unwrap_or_else(PoisonError::into_inner);
        let same = latest.iter().find(|(known, _)| **known == *content)?;
        Some(Arc::clone(&same.1))
    }
}

/// The hash of a style or script as a policy names it, without quotes.
///
/// Browsers hash what they parsed: there every line break is a line feed.
pub(crate) fn hash(content: &str) -> String {
    let digest = if content.contains('\r') {
        Sha256::digest(content.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        Sha256::digest(content)
    };
    format!("sha256-{}", STANDARD.encode(digest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_breaks_are_hashed_as_the_browser_parses_them() {
        assert_eq!(hash("a\r\nb\rc"), hash("a\nb\nc"));
    }

    #[test]
    fn a_hash_is_worked_out_once_and_the_oldest_is_forgotten() {
        let hashes = Hashes::default();
        let first = hashes.of("first");
        assert_eq!(*first, *hash("first"));
        assert!(Arc::ptr_eq(&first, &hashes.of("first")));
        for number in 0..REMEMBERED {
            hashes.of(&number.to_string());
        }
        assert!(!Arc::ptr_eq(&first, &hashes.of("first")));
        assert_eq!(first, hashes.of("first"));
    }
}
