//! Where the program keeps its lock and its manifests: in the site's folder, or beside the output where that is closed.

use std::fs::OpenOptions;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::STATE_FOLDER;
use super::exchange::beside;
use super::files::{is_folder, replace_file};
use crate::diagnostic::Failure;

/// The folder of the program's own files for the site in `site` and one output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct State {
    /// The site, links followed.
    pub(super) site: PathBuf,
    /// The folder itself.
    pub(super) folder: PathBuf,
}

impl State {
    /// The folder to use: the one beside the output if there is one or the site may only be read, else the site's own.
    pub(super) fn of(site: &Path, output: &Path) -> Self {
        let left = Self::left(site, output);
        if is_closed(&left.folder) {
            return Self {
                folder: beside(output, "maklumat"),
                ..left
            };
        }
        left
    }

    /// The folder that earlier runs left, if any; nothing is made.
    pub(super) fn left(site: &Path, output: &Path) -> Self {
        let other = beside(output, "maklumat");
        let own = Self::own(site);
        match is_folder(&other) {
            true => Self {
                folder: other,
                ..own
            },
            false => own,
        }
    }

    /// The folder in the site, whether or not it can be written.
    pub(super) fn own(site: &Path) -> Self {
        Self {
            site: site.to_path_buf(),
            folder: site.join(STATE_FOLDER),
        }
    }

    /// Where a site is filled that is written into its folder file by file.
    pub(super) fn stage(&self) -> PathBuf {
        self.folder.join("stage")
    }

    /// Keeps the folder out of git, whose users need not know about it.
    pub(super) fn hide_from_git(&self) -> Result<(), Failure> {
        let ignore = self.folder.join(".gitignore");
        if ignore.exists() {
            Ok(())
        } else {
            replace_file(&ignore, b"*\n")
        }
    }
}

/// Whether nothing can be written in a folder, or it cannot be made, because the site is for reading only.
fn is_closed(folder: &Path) -> bool {
    let probe = || -> io::Result<()> {
        match std::fs::create_dir(folder) {
            Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(error),
            _ => {}
        }
        let lock = folder.join("lock");
        OpenOptions::new().create(true).append(true).open(lock)?;
        Ok(())
    };
    probe().is_err_and(|error| {
        matches!(
            error.kind(),
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem
        )
    })
}
