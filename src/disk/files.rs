//! Small steps on files, each with a failure that names the path and what to do.

use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::diagnostic::{Failure, say};
use crate::source::reason_in_indonesian;

/// End of the name of a file that is being written; what a killed run leaves can be told by it.
const UNFINISHED: &str = ".maklumat-new";

/// The failure to read `path`.
pub(super) fn cannot_read(path: &Path, error: &io::Error) -> Failure {
    let path = path.display();
    let reason = reason_in_indonesian(&error.to_string());
    Failure::new(match error.kind() {
        ErrorKind::PermissionDenied => say!(
            "`{path}` tidak dapat dibaca ({reason}); periksa izin berkas atau foldernya",
            "cannot read `{path}` ({error}); check the file's permissions or its folder",
        ),
        _ => say!(
            "`{path}` tidak dapat dibaca ({reason}); periksa apakah lokasi foldernya benar",
            "cannot read `{path}` ({error}); check that the path is correct",
        ),
    })
}

/// The failure to write, move or remove `path`.
pub(super) fn cannot_write(path: &Path, error: &io::Error) -> Failure {
    let path = path.display();
    let reason = reason_in_indonesian(&error.to_string());
    Failure::new(match error.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => say!(
            "`{path}` tidak dapat ditulis ({reason}); beri izin tulis pada folder induknya, atau pilih folder lain dengan `--output`",
            "cannot write `{path}` ({error}); allow writing in its parent folder, or choose another folder with `--output`",
        ),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => say!(
            "`{path}` tidak dapat ditulis ({reason}); kosongkan sebagian ruang disk, lalu ulangi",
            "cannot write `{path}` ({error}); free some disk space and run again",
        ),
        _ => say!(
            "`{path}` tidak dapat ditulis ({reason}); perbaiki sebabnya, lalu ulangi",
            "cannot write `{path}` ({error}); fix the cause and run again",
        ),
    })
}

/// Removes a folder and all below it; nothing to remove is fine.
pub(super) fn remove_tree(path: &Path) -> Result<(), Failure> {
    match fs::remove_dir_all(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(cannot_write(path, &error)),
        _ => Ok(()),
    }
}

/// Whether something stands at `path`, be it a link to nothing.
pub(super) fn exists(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Whether `path` itself is a folder, not a link to one.
pub fn is_folder(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|found| found.is_dir())
}

/// Makes the missing folders down to `path` and returns those it made, outermost first.
pub(super) fn make_folders(path: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut missing: Vec<PathBuf> = path
        .ancestors()
        .take_while(|folder| !folder.as_os_str().is_empty() && !exists(folder))
        .map(Path::to_path_buf)
        .collect();
    missing.reverse();
    for folder in &missing {
        match fs::create_dir(folder) {
            // Another run may have made it in the meantime.
            Err(error) if error.kind() != ErrorKind::AlreadyExists => {
                return Err(cannot_write(folder, &error));
            }
            _ => {}
        }
    }
    Ok(missing)
}

/// Replaces a file in one step: whoever reads sees the old bytes or the new ones.
///
/// The new file has the permissions the umask gives, so a web server can read it (a temporary file of the usual
/// kind would be for its owner alone).
pub(super) fn replace_file(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let unfinished = unfinished_name(path);
    let written = fs::File::create(&unfinished)
        .and_then(|mut file| file.write_all(bytes))
        .and_then(|()| fs::rename(&unfinished, path));
    written.map_err(|error| {
        // Best effort: the failure to tell about is the first one.
        let _ = fs::remove_file(&unfinished);
        cannot_write(path, &error)
    })
}

/// Where the new bytes of `path` stand until they take its place.
fn unfinished_name(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}{UNFINISHED}"))
}

/// Whether a name is that of a file a killed run was about to put in place.
pub(super) fn is_unfinished(name: &str) -> bool {
    name.starts_with('.') && name.ends_with(UNFINISHED)
}
