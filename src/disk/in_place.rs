//! Writing into a folder that cannot be exchanged: each file in one step, deletions last.
//!
//! This is *not* all or nothing. Each page is whole at any moment, but a reader may meet new pages beside old ones,
//! and a run that is killed leaves both; the next run completes it.

use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use walkdir::WalkDir;

use super::files::{
    cannot_read, cannot_write, is_folder, is_unfinished, make_folders, replace_file,
};
use crate::diagnostic::Failure;

/// Moves the changed files from `stage` into `output`, then deletes `removed`, which are our own.
pub(super) fn write(
    stage: &Path,
    output: &Path,
    changed: &BTreeSet<String>,
    removed: &BTreeSet<String>,
) -> Result<(), Failure> {
    make_folders(output)?;
    remove_unfinished(output);
    for path in changed {
        make_way(output, path, removed)?;
        let target = output.join(path);
        if let Some(parent) = target.parent() {
            make_folders(parent)?;
        }
        let staged = stage.join(path);
        let bytes = fs::read(&staged).map_err(|error| cannot_read(&staged, &error))?;
        replace_file(&target, &bytes)?;
    }
    for path in removed {
        remove_file(output, path)?;
    }
    Ok(())
}

/// Removes one of our files and the folders that are empty without it.
pub(super) fn remove_file(output: &Path, path: &str) -> Result<(), Failure> {
    let target = output.join(path);
    match fs::remove_file(&target) {
        Ok(()) => {}
        // It is gone, or a new file stands where a folder of it was, or the other way round.
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        Err(error) if error.kind() == ErrorKind::NotADirectory => {}
        Err(_) if is_folder(&target) => {}
        Err(error) => return Err(cannot_write(&target, &error)),
    }
    let folders = target
        .ancestors()
        .skip(1)
        .take_while(|&folder| folder != output);
    for folder in folders {
        if fs::remove_dir(folder).is_err() {
            break;
        }
    }
    Ok(())
}

/// Where a folder becomes a file, or a file a folder, the old one has to go first.
fn make_way(output: &Path, path: &str, removed: &BTreeSet<String>) -> Result<(), Failure> {
    let below = format!("{path}/");
    for old in removed {
        if old.starts_with(&below) || path.starts_with(&format!("{old}/")) {
            remove_file(output, old)?;
        }
    }
    Ok(())
}

/// Clears files that a killed run was about to put in place.
fn remove_unfinished(output: &Path) {
    let found = WalkDir::new(output).into_iter().flatten();
    for entry in found.filter(|entry| is_unfinished(&entry.file_name().to_string_lossy())) {
        // Best effort: such a file is hidden and linked from nowhere.
        let _ = fs::remove_file(entry.path());
    }
}
