//! The door through which the finished site goes out, one sealed file at a time.

use std::collections::BTreeMap;

use crate::diagnostic::Failure;

/// Takes the files of a finished site: a folder, the preview server, or a test's map.
pub trait Output {
    /// Takes one file. `path` is relative to the site's root, parts joined by `/`; each path comes once.
    ///
    /// # Errors
    /// When the file cannot be kept (disk full, no permission).
    fn put(&mut self, path: &str, bytes: &[u8]) -> Result<(), Failure>;

    /// Learns that the file at `path` is the page of a service, in the content's own language.
    fn note_service(&mut self, _path: &str) {}
}

/// A site held in memory, path to bytes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MemoryOutput {
    /// The files, by path from the site's root.
    pub files: BTreeMap<String, Vec<u8>>,
}

impl Output for MemoryOutput {
    fn put(&mut self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        self.files.insert(path.to_owned(), bytes.to_vec());
        Ok(())
    }
}
