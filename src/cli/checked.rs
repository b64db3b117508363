//! Files that are changed only while they are still what was read: somebody may save one in the meantime.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use crate::diagnostic::{Failure, Message, say};
use crate::disk;
use crate::source::{SourceEntry, Sources};

/// Sources that keep the bytes of each file as they were first given.
pub struct Checked<'a> {
    sources: &'a dyn Sources,
    first: Mutex<BTreeMap<String, Vec<u8>>>,
}

impl<'a> Checked<'a> {
    /// Nothing is read yet.
    pub fn new(sources: &'a dyn Sources) -> Self {
        Self {
            sources,
            first: Mutex::default(),
        }
    }

    /// The bytes of a file as they were first given.
    pub fn first(&self, path: &str) -> Option<Vec<u8>> {
        let first = self.first.lock().unwrap_or_else(PoisonError::into_inner);
        first.get(path).cloned()
    }

    /// Whether a file is no longer as it was first given.
    pub fn is_changed(&self, path: &str) -> bool {
        self.sources.read(path).ok() != self.first(path)
    }

    /// Replaces the bytes of the file that stands at `file` and is called `path` here, if it is still as it was first
    /// given; whether it was.
    ///
    /// # Errors
    /// When it cannot be read or written.
    pub fn replace(&self, file: &Path, path: &str, bytes: &[u8]) -> Result<bool, Failure> {
        match self.first(path) {
            Some(before) => disk::replace_if_still(file, &before, bytes),
            None => Ok(false),
        }
    }
}

impl Sources for Checked<'_> {
    fn entries(&self) -> Result<Vec<SourceEntry>, Failure> {
        self.sources.entries()
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, String> {
        let bytes = self.sources.read(path)?;
        let mut first = self.first.lock().unwrap_or_else(PoisonError::into_inner);
        first
            .entry(path.to_owned())
            .or_insert_with(|| bytes.clone());
        Ok(bytes)
    }
}

/// What is said of a file that somebody saved meanwhile.
pub fn changed(path: &str) -> Message {
    say!(
        "{path}: berubah sesudah dibaca, jadi tidak ditulis; jalankan lagi",
        "{path}: changed after it was read, so nothing was written in it; run again"
    )
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::disk::SiteFolder;

    #[test]
    #[allow(clippy::disallowed_methods, reason = "somebody saves the file")]
    fn a_file_that_is_saved_meanwhile_is_left_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("site.yaml");
        fs::write(&file, "a").expect("written");
        let site = SiteFolder::new(folder.path());
        let checked = Checked::new(&site);
        let put = |text: &str| checked.replace(&file, "site.yaml", text.as_bytes());
        // What was not read is not replaced.
        assert!(!put("b").expect("read"));
        checked.read("site.yaml").expect("bytes");
        assert!(put("b").expect("written"));
        fs::write(&file, "c").expect("written");
        // What is read last does not count.
        checked.read("site.yaml").expect("bytes");
        assert!(!put("d").expect("read"));
        assert_eq!(fs::read_to_string(&file).expect("text"), "c");
    }
}
