//! The door through which all content comes in: a list of files and their bytes.

use std::collections::BTreeMap;

use crate::diagnostic::Failure;

/// One file (or something that stands where a file could) below the site's folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceEntry {
    /// Path from the site's folder, parts joined by `/`.
    pub path: String,
    /// What stands at that path.
    pub kind: SourceKind,
    /// Size in bytes; 0 for a folder.
    pub size: u64,
}

/// What stands at a path of the sources.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SourceKind {
    /// An ordinary file.
    File,
    /// A folder. Listed, because a folder named like a content file is a mistake worth a message.
    Folder,
    /// A symbolic link, a device, a socket: never read.
    Other,
}

/// Why a file cannot be read or written, in Indonesian; `why` is what the operating system says.
pub fn reason_in_indonesian(why: &str) -> String {
    let known = [
        ("os error 2)", "berkas atau foldernya tidak ada"),
        ("os error 13)", "tidak diizinkan"),
        ("os error 17)", "sudah ada"),
        ("os error 20)", "lokasinya melewati berkas, bukan folder"),
        ("os error 21)", "itu folder, bukan berkas"),
        ("os error 28)", "disk penuh"),
        ("os error 30)", "disk hanya dapat dibaca"),
        ("not an ordinary file", "bukan berkas biasa"),
    ];
    let found = known.iter().find(|(end, _)| why.ends_with(end));
    found.map_or_else(|| why.to_owned(), |(_, words)| (*words).to_owned())
}

/// Everything the compiler may read: `site.yaml`, `content/`, `static/`.
///
/// The program reads a folder ([`crate::disk`]), tests read a map ([`MemorySources`]).
pub trait Sources: Sync {
    /// All entries, sorted by path.
    ///
    /// # Errors
    /// When the site's folder itself cannot be read.
    fn entries(&self) -> Result<Vec<SourceEntry>, Failure>;

    /// The bytes of one file.
    ///
    /// # Errors
    /// When the file is gone or may not be read; the text is the system's own.
    fn read(&self, path: &str) -> Result<Vec<u8>, String>;
}

/// Sources held in memory, path to bytes.
#[derive(Debug, Clone, Default)]
pub struct MemorySources {
    /// The files, by path from the site's folder.
    pub files: BTreeMap<String, Vec<u8>>,
}

impl MemorySources {
    /// The same sources with one more file, or with that file replaced.
    #[must_use]
    pub fn with(mut self, path: &str, text: impl Into<Vec<u8>>) -> Self {
        self.files.insert(path.to_owned(), text.into());
        self
    }
}

impl Sources for MemorySources {
    fn entries(&self) -> Result<Vec<SourceEntry>, Failure> {
        Ok(self
            .files
            .iter()
            .map(|(path, bytes)| SourceEntry {
                path: path.clone(),
                kind: SourceKind::File,
                size: bytes.len() as u64,
            })
            .collect())
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, String> {
        self.files
            .get(path)
            .cloned()
            .ok_or_else(|| "no such file".to_owned())
    }
}
