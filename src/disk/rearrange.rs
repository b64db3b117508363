//! Moving and rewriting several files of a site, all or nothing.

use std::fs;
use std::path::{Path, PathBuf};

use super::edit::replace_if_still;
use super::files::{cannot_write, exists, make_folders, replace_file};
use crate::diagnostic::{Failure, say};

/// A file that gets other bytes.
#[derive(Debug, Clone, Copy)]
pub struct Rewrite<'a> {
    /// Its path after the moves, from the site's folder.
    pub path: &'a str,
    /// What was read of it.
    pub before: &'a [u8],
    /// What it gets.
    pub text: &'a str,
}

/// One step that was done, and how it is undone.
enum Done<'a> {
    /// A folder that was not there.
    Made(PathBuf),
    /// What stood at the first path stands at the second.
    Moved(PathBuf, PathBuf),
    /// A file that had these bytes has others.
    Written(PathBuf, &'a [u8]),
}

/// Moves files or folders, then gives files other bytes; paths are from the site's folder. After a failure every step is
/// undone that can be.
///
/// # Errors
/// When something stands where something should go, a file was saved after it was read, or one cannot be moved or written.
pub fn rearrange<'a>(
    site: &Path,
    moves: &[(String, String)],
    texts: impl Iterator<Item = Rewrite<'a>>,
) -> Result<(), Failure> {
    let mut done = Vec::new();
    let result = steps(site, moves, texts, &mut done);
    if result.is_err() {
        for step in done.into_iter().rev() {
            // Best effort: the failure to tell about is the first one.
            let _ = match step {
                Done::Made(folder) => fs::remove_dir(folder).is_ok(),
                Done::Moved(old, new) => fs::rename(new, old).is_ok(),
                Done::Written(path, bytes) => replace_file(&path, bytes).is_ok(),
            };
        }
    }
    result
}

fn steps<'a>(
    site: &Path,
    moves: &[(String, String)],
    texts: impl Iterator<Item = Rewrite<'a>>,
    done: &mut Vec<Done<'a>>,
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
            done.extend(make_folders(folder)?.into_iter().map(Done::Made));
        }
        fs::rename(&old, &new).map_err(|error| cannot_write(&old, &error))?;
        done.push(Done::Moved(old, new));
    }
    for Rewrite { path, before, text } in texts {
        let path = site.join(path);
        if !replace_if_still(&path, before, text.as_bytes())? {
            let path = path.display();
            return Err(Failure::new(say!(
                "`{path}` berubah sesudah dibaca, jadi tidak ada yang ditulis; jalankan lagi",
                "`{path}` changed after it was read, so nothing was written; run again"
            )));
        }
        done.push(Done::Written(path, before));
    }
    Ok(())
}
