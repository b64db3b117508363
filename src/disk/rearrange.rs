//! Moving and rewriting several files of a site, all or nothing.

use std::fs;
use std::path::{Path, PathBuf};

use super::files::{cannot_read, cannot_write, exists, make_folders, replace_file};
use crate::diagnostic::{Failure, say};

/// One step that was done, and how it is undone.
enum Done {
    /// What stood at the first path stands at the second.
    Moved(PathBuf, PathBuf),
    /// A file that had these bytes has others.
    Written(PathBuf, Vec<u8>),
}

/// Moves files or folders, then gives files other bytes; paths are from the site's folder. After a failure everything is
/// as it was.
///
/// # Errors
/// When something stands where something should go, or a file cannot be moved or written.
pub fn rearrange<'a>(
    site: &Path,
    moves: &[(String, String)],
    texts: impl Iterator<Item = (&'a str, &'a str)>,
) -> Result<(), Failure> {
    let mut done = Vec::new();
    let result = steps(site, moves, texts, &mut done);
    if result.is_err() {
        for step in done.into_iter().rev() {
            // Best effort: the failure to tell about is the first one.
            let _ = match step {
                Done::Moved(old, new) => fs::rename(new, old),
                Done::Written(path, bytes) => fs::write(path, bytes),
            };
        }
    }
    result
}

fn steps<'a>(
    site: &Path,
    moves: &[(String, String)],
    texts: impl Iterator<Item = (&'a str, &'a str)>,
    done: &mut Vec<Done>,
) -> Result<(), Failure> {
    for (old, new) in moves {
        let (old, new) = (site.join(old), site.join(new));
        if exists(&new) {
            let new = new.display();
            return Err(Failure::new(say!(
                "`{new}` sudah ada; pilih nama lain",
                "`{new}` is there already; choose another name"
            )));
        }
        if let Some(folder) = new.parent() {
            make_folders(folder)?;
        }
        fs::rename(&old, &new).map_err(|error| cannot_write(&old, &error))?;
        done.push(Done::Moved(old, new));
    }
    for (path, text) in texts {
        let path = site.join(path);
        let before = fs::read(&path).map_err(|error| cannot_read(&path, &error))?;
        replace_file(&path, text.as_bytes())?;
        done.push(Done::Written(path, before));
    }
    Ok(())
}
