//! Writing single files of the site's own folder: what people asked to be made or mended.

use std::fs;
use std::io::Write;
use std::path::Path;

use super::files::{cannot_read, cannot_write, exists, is_folder, make_folders, replace_file};
use crate::diagnostic::{Failure, say};

/// Whether a folder is a site's: it has a `site.yaml`.
pub fn holds_site(folder: &Path) -> bool {
    exists(&folder.join("site.yaml"))
}

/// Whether a folder has a folder `content`.
pub fn holds_content(folder: &Path) -> bool {
    is_folder(&folder.join("content"))
}

/// Whether something stands where a file would be written, be it a link to nothing.
pub fn is_taken(path: &Path) -> bool {
    exists(path)
}

/// The text of a file; `None` where there is none that can be read as text.
pub fn text_of(path: &Path) -> Option<String> {
    fs::read_to_string(path).ok()
}

/// Writes a script that the system may run, over an older one, and the folders it needs.
///
/// # Errors
/// When it cannot be written.
pub fn write_program(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    replace_or_create(path, bytes)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let may_run = fs::Permissions::from_mode(0o755);
        fs::set_permissions(path, may_run).map_err(|error| cannot_write(path, &error))?;
    }
    Ok(())
}

/// Replaces a file's bytes in one step.
///
/// # Errors
/// When the file cannot be written; it then holds what it held.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    replace_file(path, bytes)
}

/// Replaces a file's bytes in one step, if it still holds those that were read: whoever saved it meanwhile loses nothing.
/// Whether it did.
///
/// # Errors
/// When the file cannot be read or written; it then holds what it held.
pub fn replace_if_still(path: &Path, before: &[u8], bytes: &[u8]) -> Result<bool, Failure> {
    let now = fs::read(path).map_err(|error| cannot_read(path, &error))?;
    if now != before {
        return Ok(false);
    }
    replace_file(path, bytes).map(|()| true)
}

/// Writes a file the program makes itself, over an older one, and the folders it needs.
///
/// # Errors
/// When the file cannot be written.
pub fn replace_or_create(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    if let Some(folder) = path.parent() {
        make_folders(folder)?;
    }
    replace_file(path, bytes)
}

/// Writes a new file and the folders it needs.
///
/// # Errors
/// When something stands there already, or the file cannot be written.
pub fn create(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    if let Some(folder) = path.parent() {
        make_folders(folder)?;
    }
    let file = fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(path);
    match file.and_then(|mut file| file.write_all(bytes)) {
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            let path = path.display();
            Err(Failure::new(say!(
                "`{path}` sudah ada dan tidak ditimpa; hapus atau ganti namanya lebih dulu",
                "`{path}` already exists and is not overwritten; delete or rename it first"
            )))
        }
        other => other.map_err(|error| cannot_write(path, &error)),
    }
}
