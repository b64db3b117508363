//! Which folders may be replaced, and which must never be touched.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};
use std::{env, fs};

use walkdir::WalkDir;

use super::STATE_FOLDER;
use super::files::{cannot_read, exists, is_unfinished};
use super::manifest::Manifest;
use super::publish_mode::PublishMode;
use super::site_folder::joined;
use crate::diagnostic::{Failure, say};

/// The site's folder without links and dots.
pub(super) fn resolve_site(site: &Path) -> Result<PathBuf, Failure> {
    fs::canonicalize(site).map_err(|error| cannot_read(site, &error))
}

/// The folder a path means: links followed, `.` and `..` worked out, whether or not it exists.
///
/// # Errors
/// When a folder on the way cannot be read.
pub fn resolved(output: &Path) -> Result<PathBuf, Failure> {
    let absolute = env::current_dir()
        .map_err(|error| cannot_read(Path::new("."), &error))?
        .join(output);
    let mut resolved = PathBuf::new();
    for part in absolute.components() {
        match part {
            Component::ParentDir => {
                resolved.pop();
            }
            Component::CurDir => {}
            other => {
                resolved.push(other);
                match fs::canonicalize(&resolved) {
                    Ok(real) => resolved = real,
                    Err(error) if error.kind() == ErrorKind::NotFound && !exists(&resolved) => {}
                    Err(error) => return Err(cannot_read(&resolved, &error)),
                }
            }
        }
    }
    Ok(resolved)
}

/// Refuses an output whose replacement would take the site itself with it.
pub(super) fn refuse_sources(site: &Path, output: &Path) -> Result<(), Failure> {
    let shown = output.display();
    if output.file_name().is_none() {
        return Err(Failure::new(say!(
            "`{shown}` adalah akar sistem berkas; pilih folder lain dengan `--output`",
            "`{shown}` is the root of the file system; choose another folder with `--output`",
        )));
    }
    if site.starts_with(output) {
        return Err(Failure::new(say!(
            "`{shown}` berisi sumber situs ini dan tidak boleh diganti; pilih folder lain dengan `--output`, misalnya `public`",
            "`{shown}` contains the sources of this site and must not be replaced; choose another folder with `--output`, such as `public`",
        )));
    }
    for name in ["content", "static", "themes", STATE_FOLDER, ".git"] {
        let source = site.join(name);
        let real = fs::canonicalize(&source).unwrap_or_else(|_| source.clone());
        let touches = |folder: &Path| output.starts_with(folder) || folder.starts_with(output);
        if touches(&source) || touches(&real) {
            return Err(Failure::new(say!(
                "`{shown}` bertumpuk dengan `{name}/` milik situs ini; pilih folder lain dengan `--output`, misalnya `public`",
                "`{shown}` overlaps `{name}/` of this site; choose another folder with `--output`, such as `public`",
            )));
        }
    }
    if exists(output) && !output.is_dir() {
        return Err(Failure::new(say!(
            "`{shown}` bukan folder; hapus berkas itu atau pilih nama lain dengan `--output`",
            "`{shown}` is not a folder; delete that file or choose another name with `--output`",
        )));
    }
    Ok(())
}

/// Refuses a folder that holds files which the program did not put there.
pub(super) fn refuse_strangers(
    output: &Path,
    manifest: Option<&Manifest>,
    mode: PublishMode,
) -> Result<(), Failure> {
    let none = BTreeSet::new();
    let ours = manifest.map_or(&none, |manifest| &manifest.files);
    let strangers = strangers(output, ours, mode)?;
    let Some(first) = strangers.first() else {
        return Ok(());
    };
    let shown = output.display();
    let count = strangers.len();
    Err(Failure::new(if first.split('/').next() == Some(".git") {
        say!(
            "`{shown}` memuat `.git`, yang akan hilang jika foldernya diganti; pakai `--in-place` agar berkas tersembunyi dibiarkan",
            "`{shown}` contains `.git`, which would be lost if the folder were replaced; use `--in-place` to leave hidden files alone",
        )
    } else if ours.is_empty() {
        say!(
            "`{shown}` tidak kosong dan bukan buatan program ini dari situs ini ({count} berkas lain, misalnya `{first}`); hapus folder itu sendiri jika isinya tidak diperlukan, atau pilih folder lain dengan `--output`",
            "`{shown}` is not empty and was not made by this program from this site ({count} other files, such as `{first}`); delete the folder yourself if nothing in it is needed, or choose another one with `--output`",
        )
    } else {
        say!(
            "`{shown}` memuat {count} berkas yang bukan buatan program ini, misalnya `{first}`, dan akan hilang; pindahkan ke `static/` atau hapus sendiri",
            "`{shown}` contains {count} files that this program did not make, such as `{first}`, and they would be lost; move them to `static/` or delete them yourself",
        )
    }))
}

/// The files, links and devices in `output` that are not in `ours`, by path. Empty folders are nobody's loss.
fn strangers(
    output: &Path,
    ours: &BTreeSet<String>,
    mode: PublishMode,
) -> Result<Vec<String>, Failure> {
    let mut found = Vec::new();
    if !exists(output) {
        return Ok(found);
    }
    let seen = |entry: &walkdir::DirEntry| {
        entry.depth() == 0 || !is_tolerated(entry.file_name(), entry.depth(), mode)
    };
    for step in WalkDir::new(output)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(seen)
    {
        let entry = step.map_err(|error| {
            let path = error.path().unwrap_or(output).to_path_buf();
            let error = error
                .into_io_error()
                .unwrap_or_else(|| ErrorKind::Other.into());
            cannot_read(&path, &error)
        })?;
        if entry.file_type().is_dir() {
            continue;
        }
        let relative = entry.path().strip_prefix(output).unwrap_or(entry.path());
        let path = joined(relative);
        if relative.to_str().is_none() || !ours.contains(&path) {
            found.push(path);
        }
    }
    Ok(found)
}

/// Whether something in an output that is not ours needs no care, or is left alone.
///
/// What a file manager leaves may go with the folder. Written in place, a folder keeps its hidden entries (`.git`)
/// and the `lost+found` of a file system's root.
fn is_tolerated(name: &OsStr, depth: usize, mode: PublishMode) -> bool {
    let name = name.to_string_lossy();
    if matches!(&*name, ".DS_Store" | "Thumbs.db" | "desktop.ini") || is_unfinished(&name) {
        return true;
    }
    mode == PublishMode::InPlace && depth == 1 && (name.starts_with('.') || name == "lost+found")
}

/// Whether a path may be put into an output: relative, of plain parts, the same on every system.
pub(super) fn is_safe_path(path: &str) -> bool {
    !path.contains(['\\', '\0'])
        && path
            .split('/')
            .all(|part| !part.is_empty() && part != "." && part != ".." && !is_unfinished(part))
}
