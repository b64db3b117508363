//! The output folder: filled beside the old site, then published.

use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::exchange::{exchange, leftovers, next_of, refuse_mount_point, repair};
use super::files::{cannot_write, exists, is_folder, make_folders, remove_tree};
use super::guard::{is_safe_path, refuse_sources, refuse_strangers, resolve_site, resolved};
use super::lock::Lock;
use super::manifest::Manifest;
use super::publish_mode::PublishMode;
use super::state::State;
use crate::diagnostic::{Failure, Message, say};
use crate::output::Output;

/// What [`Folder::publish`] did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// The folder with the site, links followed.
    pub folder: PathBuf,
    /// Files that are new or whose bytes changed.
    pub written: usize,
    /// Files that stayed as they were, time stamp included.
    pub unchanged: usize,
    /// Files of the old site that are no longer made.
    pub removed: usize,
}

/// The services that publishing would take off the web.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Losses {
    /// How many are published now.
    pub before: usize,
    /// The addresses that are no longer made.
    pub gone: Vec<String>,
}

impl Losses {
    /// Whether so much goes that it is hardly meant: more than half, and not only one page that was renamed.
    pub fn are_heavy(&self) -> bool {
        self.gone.len() > 1 && self.gone.len() * 2 > self.before
    }
}

/// An output folder that is being filled. Until [`publish`](Folder::publish) the old site stands untouched; a
/// folder that is dropped instead leaves no trace.
#[derive(Debug)]
pub struct Folder {
    state: State,
    output: PathBuf,
    mode: PublishMode,
    /// What earlier runs made.
    old: Manifest,
    /// Whether they left a manifest.
    known: bool,
    /// Where the new site is filled.
    fresh: PathBuf,
    /// Folders made so that `fresh` could be made, outermost first.
    parents: Vec<PathBuf>,
    made: BTreeSet<String>,
    /// Those of them that are the page of a service.
    services: BTreeSet<String>,
    changed: BTreeSet<String>,
    published: bool,
    _lock: Lock,
}

impl Folder {
    /// Makes ready to publish the site in the folder `site` to `output`; `waiting` is told if another run of the
    /// same site has to end first.
    ///
    /// # Errors
    /// When `output` holds the sources, is not ours, cannot be exchanged, or cannot be written.
    pub fn open(
        site: &Path,
        output: &Path,
        mode: PublishMode,
        waiting: &dyn Fn(&Message),
    ) -> Result<Self, Failure> {
        let site = resolve_site(site)?;
        refuse_sources(&site, &resolved(output)?)?;
        let state = State::of(&site, &resolved(output)?);
        let lock = Lock::take(&state, waiting)?;
        // Once more: while this run waited, the other one may have made the folder or the link to it.
        let output = resolved(output)?;
        refuse_sources(&site, &output)?;
        // The site may have been open when it was built last.
        let earlier = || Manifest::load(&State::own(&site), &output);
        let manifest = Manifest::load(&state, &output).or_else(earlier);
        clear_leftovers(&state, &output, manifest.is_some())?;
        if mode == PublishMode::Exchange {
            refuse_mount_point(&output)?;
        }
        refuse_strangers(&output, manifest.as_ref(), mode)?;
        let mut folder = Self {
            fresh: match mode {
                PublishMode::Exchange => next_of(&output),
                PublishMode::InPlace => state.stage(),
            },
            known: manifest.is_some(),
            old: manifest.unwrap_or_default(),
            parents: Vec::new(),
            made: BTreeSet::new(),
            services: BTreeSet::new(),
            changed: BTreeSet::new(),
            published: false,
            state,
            output,
            mode,
            _lock: lock,
        };
        folder.make_fresh()?;
        Ok(folder)
    }

    /// The services that [`publish`](Folder::publish) would take off the web: of those published before, the ones at whose
    /// address nothing stands any more, not even a way to the new one.
    pub fn losses(&self) -> Losses {
        Losses {
            before: self.old.services.len(),
            gone: self.old.services.difference(&self.made).cloned().collect(),
        }
    }

    /// Puts the finished site in place of the old one.
    ///
    /// # Errors
    /// When the folder cannot be exchanged or, in place, a file cannot be written. After a failure of
    /// [`PublishMode::Exchange`] the old site stands.
    pub fn publish(mut self) -> Result<Published, Failure> {
        let gone: BTreeSet<String> = self.old.files.difference(&self.made).cloned().collect();
        let removed: BTreeSet<String> = gone
            .into_iter()
            .filter(|path| exists(&self.output.join(path)))
            .collect();
        if !self.changed.is_empty() || !removed.is_empty() || !exists(&self.output) {
            // While both folders exist, the files of both are ours: a run killed here is no stranger to the next.
            let both = self.old.files.union(&self.made).cloned().collect();
            let services = self.old.services.union(&self.services);
            let manifest = Manifest {
                services: services.cloned().collect(),
                ..self.manifest(both)
            };
            refuse_strangers(
                &self.output,
                Some(&self.manifest(self.old.files.clone())),
                self.mode,
            )?;
            manifest.save(&self.state, &self.output)?;
            self.replace(&removed)?;
        }
        self.published = true;
        self.manifest(self.made.clone())
            .save(&self.state, &self.output)?;
        // If something keeps the old folder, the next run removes it; the new site stands.
        let _ = remove_tree(&self.fresh);
        Ok(Published {
            folder: self.output.clone(),
            written: self.changed.len(),
            unchanged: self.made.len() - self.changed.len(),
            removed: removed.len(),
        })
    }

    fn replace(&self, removed: &BTreeSet<String>) -> Result<(), Failure> {
        match self.mode {
            PublishMode::Exchange => exchange(&self.fresh, &self.output),
            PublishMode::InPlace => {
                super::in_place::write(&self.fresh, &self.output, &self.changed, removed)
            }
        }
    }

    fn manifest(&self, files: BTreeSet<String>) -> Manifest {
        Manifest {
            files,
            services: self.services.clone(),
            in_place: self.mode == PublishMode::InPlace,
            ..Manifest::new(&self.state, &self.output)
        }
    }

    /// Makes the folder to fill. The manifest comes first, so that what a killed run leaves is known as ours.
    fn make_fresh(&mut self) -> Result<(), Failure> {
        if !self.known {
            Manifest::new(&self.state, &self.output).save(&self.state, &self.output)?;
        }
        if let Some(parent) = self.fresh.parent() {
            self.parents = make_folders(parent)?;
        }
        fs::create_dir(&self.fresh).map_err(|error| cannot_write(&self.fresh, &error))
    }

    /// Whether the old site has exactly these bytes at `path`.
    fn is_unchanged(&self, path: &str, bytes: &[u8]) -> bool {
        let old = self.output.join(path);
        fs::symlink_metadata(&old)
            .is_ok_and(|found| found.is_file() && found.len() == bytes.len() as u64)
            && fs::read(&old).is_ok_and(|there| there == bytes)
    }

    /// In place, a file that is not ours may stand where one of ours is to go: hidden entries are tolerated.
    fn refuse_in_the_way(&self, path: &str) -> Result<(), Failure> {
        let target = self.output.join(path);
        if self.old.files.contains(path) || !exists(&target) || is_folder(&target) {
            return Ok(());
        }
        let shown = target.display();
        Err(Failure::new(say!(
            "`{shown}` bukan buatan program ini dan akan tertimpa; pindahkan atau hapus sendiri",
            "`{shown}` was not made by this program and would be overwritten; move or delete it yourself",
        )))
    }

    fn fill(&mut self, path: &str, bytes: &[u8], unchanged: bool) -> Result<(), Failure> {
        let target = self.fresh.join(path);
        if let Some(parent) = target.parent() {
            make_folders(parent)?;
        }
        let old = self.output.join(path);
        let filled = if unchanged && fs::hard_link(&old, &target).is_ok() {
            Ok(())
        } else {
            write_new(&target, bytes, unchanged.then_some(old.as_path()))
        };
        filled.map_err(|error| match error.kind() {
            // Only where a file system holds `A.html` and `a.html` for the same name.
            ErrorKind::AlreadyExists => twice(path),
            _ => cannot_write(&target, &error),
        })
    }
}

impl Output for Folder {
    fn note_service(&mut self, path: &str) {
        self.services.insert(path.to_owned());
    }

    fn put(&mut self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        if !is_safe_path(path) {
            return Err(Failure::new(say!(
                "`{path}` tidak dapat menjadi nama berkas situs; ganti nama berkas sumbernya",
                "`{path}` cannot be the name of a file of the site; rename its source file",
            )));
        }
        if !self.made.insert(path.to_owned()) {
            return Err(twice(path));
        }
        let unchanged = self.is_unchanged(path, bytes);
        if !unchanged {
            self.changed.insert(path.to_owned());
        }
        match self.mode {
            PublishMode::Exchange => self.fill(path, bytes, unchanged),
            PublishMode::InPlace => {
                self.refuse_in_the_way(path)?;
                if unchanged {
                    Ok(())
                } else {
                    self.fill(path, bytes, false)
                }
            }
        }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if self.published {
            return;
        }
        // Nobody is left to tell; what stays is cleared by the next run.
        if remove_tree(&self.fresh).is_err() {
            return;
        }
        for parent in self.parents.iter().rev() {
            let _ = fs::remove_dir(parent);
        }
        if !self.known {
            Manifest::forget(&self.state, &self.output);
        }
    }
}

/// Clears what a killed run left, but only of a run that the manifest knows.
fn clear_leftovers(state: &State, output: &Path, known: bool) -> Result<(), Failure> {
    remove_tree(&state.stage())?;
    if known {
        return repair(output);
    }
    let Some(left) = leftovers(output).next() else {
        return Ok(());
    };
    let left = left.display();
    Err(Failure::new(say!(
        "`{left}` menghalangi dan tidak dikenal sebagai buatan program ini; hapus sendiri jika isinya tidak diperlukan",
        "`{left}` is in the way and is not known to be made by this program; delete it yourself if nothing in it is needed",
    )))
}

fn twice(path: &str) -> Failure {
    Failure::new(say!(
        "dua berkas situs memakai alamat `{path}`; ganti nama salah satu sumbernya",
        "two files of the site use the address `{path}`; rename one of their sources",
    ))
}

/// Writes a file that must not exist yet, with the time stamp of `like`.
fn write_new(target: &Path, bytes: &[u8], like: Option<&Path>) -> io::Result<()> {
    let mut file: File = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(target)?;
    file.write_all(bytes)?;
    if let Some(time) = like.and_then(|old| fs::metadata(old).ok()?.modified().ok()) {
        file.set_modified(time)?;
    }
    Ok(())
}
