//! Files outside the site that people name: what they want to bring in.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::files::{cannot_read, is_folder};
use super::site_folder::is_leftover;
use crate::diagnostic::Failure;

/// The first `most` bytes of a file and one more, if it has more.
///
/// # Errors
/// When the file cannot be read.
pub fn read_at_most(path: &Path, most: u64) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let file = fs::File::open(path);
    let read = file.and_then(|file| file.take(most + 1).read_to_end(&mut bytes));
    match read {
        Ok(_) => Ok(bytes),
        Err(error) => Err(cannot_read(path, &error)),
    }
}

/// The files that a path names: itself, or all below it in the order of their names. Links are not followed, and what
/// editors and systems leave lying about is not seen.
///
/// # Errors
/// When there is nothing, or a folder cannot be read.
pub fn files_at(path: &Path) -> Result<Vec<PathBuf>, Failure> {
    if !is_folder(path) {
        return match fs::metadata(path) {
            Ok(_) => Ok(vec![path.to_owned()]),
            Err(error) => Err(cannot_read(path, &error)),
        };
    }
    let seen = |name: &std::ffi::OsStr| !is_leftover(&name.to_string_lossy());
    let mut files = Vec::new();
    let walk = WalkDir::new(path).sort_by_file_name().into_iter();
    for entry in walk.filter_entry(|entry| entry.depth() == 0 || seen(entry.file_name())) {
        match entry {
            Ok(entry) if entry.file_type().is_file() => files.push(entry.into_path()),
            Ok(_) => {}
            Err(error) => {
                let at = error.path().unwrap_or(path).to_owned();
                let error = error.into_io_error();
                let error = error.unwrap_or_else(|| std::io::ErrorKind::Other.into());
                return Err(cannot_read(&at, &error));
            }
        }
    }
    Ok(files)
}
