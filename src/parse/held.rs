//! The bytes of a document's files, read once: what is parsed of them is what their hash is of.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::layout::{Layout, Translated};
use crate::source::Sources;
use crate::span::FileId;
use crate::yaml;

/// The SHA-256 of the files a document was read from.
pub type Fingerprint = [u8; 32];

/// The files of one document as they were at one moment.
#[derive(Debug, Clone, Default)]
pub struct Held {
    files: BTreeMap<FileId, Result<Vec<u8>, String>>,
}

impl Held {
    /// Reads the files of a document.
    pub(super) fn read(sources: &dyn Sources, layout: &Layout, files: &Translated) -> Self {
        let all = files.file.iter().chain(files.translations.values());
        // A file that is too large is refused by its size, unread.
        let size = |file: &FileId| layout.entries.get(file.0 as usize).map(|entry| entry.size);
        let fits = |file: &&FileId| size(file).is_some_and(|size| size <= yaml::text::MAX_BYTES);
        let all = all.filter(fits);
        let read = |file: &FileId| (*file, sources.read(layout.path(*file)));
        Self {
            files: all.map(read).collect(),
        }
    }

    /// A file of the document.
    pub(super) fn get(&self, file: FileId) -> Option<&Result<Vec<u8>, String>> {
        self.files.get(&file)
    }

    /// What names the content of one of the files on paper, wherever it was printed: as `sha256sum` begins.
    pub fn version(&self, file: FileId) -> String {
        let bytes = self.get(file).and_then(|bytes| bytes.as_deref().ok());
        short_hash(bytes.unwrap_or_default())
    }

    /// The hash of all the files, to see whether they are still the same at the next reading.
    pub fn fingerprint(&self) -> Fingerprint {
        let mut hash = Sha256::new();
        for bytes in self.files.values() {
            let bytes = bytes.as_deref();
            // A file that cannot be read is not an empty one.
            let length = bytes.map_or(u64::MAX, |bytes| bytes.len() as u64);
            hash.update(length.to_le_bytes());
            hash.update(bytes.unwrap_or_default());
        }
        hash.finalize().into()
    }
}

/// The first eight hexadecimal digits of the SHA-256 of some bytes.
pub(super) fn short_hash(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    let digits = digest[..4].iter().map(|byte| format!("{byte:02x}"));
    digits.collect()
}
