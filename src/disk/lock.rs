//! One build of a site at a time: a second one waits for the first.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind};
use std::path::Path;

use super::files::{cannot_read, cannot_write, make_folders};
use super::state::State;
use crate::diagnostic::{Failure, Message, say};

/// Holds the lock of a site until it is dropped. The system frees it when the program is killed.
#[derive(Debug)]
pub(super) struct Lock {
    _file: File,
}

impl Lock {
    /// Takes the lock of a site, calling `waiting` once if another run holds it.
    pub(super) fn take(state: &State, waiting: &dyn Fn(&Message)) -> Result<Self, Failure> {
        let path = state.folder.join("lock");
        let mut told = false;
        loop {
            make_folders(&state.folder)?;
            let file = match OpenOptions::new()
                .create(true)
                .truncate(false)
                .write(true)
                .open(&path)
            {
                Ok(file) => file,
                // `clean` removed the folder between the two steps.
                Err(error) if error.kind() == ErrorKind::NotFound => continue,
                Err(error) => return Err(cannot_write(&path, &error)),
            };
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => {
                    if !told {
                        waiting(&someone_else(&state.site));
                        told = true;
                    }
                    wait(&file).map_err(|error| cannot_read(&path, &error))?;
                }
                // Some network file systems know no locks; better to build without than not at all.
                Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => {}
                Err(TryLockError::Error(error)) => return Err(cannot_read(&path, &error)),
            }
            // Whoever held the lock may have removed the file: then ours locks nothing.
            if is_the_file_at(&file, &path) {
                state.hide_from_git()?;
                return Ok(Self { _file: file });
            }
        }
    }
}

fn someone_else(site: &Path) -> Message {
    let site = site.display();
    say!(
        "menunggu: perintah lain sedang membangun situs di `{site}`",
        "waiting: another run is building the site in `{site}`",
    )
}

/// Waits for the lock, however often a signal interrupts.
fn wait(file: &File) -> io::Result<()> {
    loop {
        match file.lock() {
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            other => return other,
        }
    }
}

#[cfg(unix)]
fn is_the_file_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (file.metadata(), fs::metadata(path)) {
        (Ok(ours), Ok(there)) => ours.dev() == there.dev() && ours.ino() == there.ino(),
        _ => false,
    }
}

#[cfg(not(unix))]
fn is_the_file_at(_file: &File, path: &Path) -> bool {
    fs::metadata(path).is_ok()
}
