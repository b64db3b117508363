//! What the program published where: how a folder is known to be ours.
//!
//! One file per output stands in `.maklumat/outputs/`, never in the output itself. It lists the files made, so a
//! folder is ours exactly if it holds nothing else; one that was emptied and filled by hand is not.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::files::{cannot_write, make_folders, replace_file};
use super::site_folder::joined;
use super::state::State;
use crate::diagnostic::Failure;

/// The record of one output folder.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Manifest {
    /// The folder: relative to the site when inside it, so that the site may be moved; else absolute.
    pub(super) output: String,
    /// Whether it was last written in place, next to hidden files that are not ours.
    pub(super) in_place: bool,
    /// The files that the program made there, while it publishes those it is about to make as well.
    pub(super) files: BTreeSet<String>,
    /// Those of them that are the page of a service, in the content's own language.
    #[serde(default)]
    pub(super) services: BTreeSet<String>,
}

impl Manifest {
    /// The record of `output`, or `None` where the program never published (or the record is unreadable).
    pub(super) fn load(state: &State, output: &Path) -> Option<Self> {
        let text = fs::read(record(state, output)).ok()?;
        let found: Self = serde_json::from_slice(&text).ok()?;
        (found.output == key(&state.site, output)).then_some(found)
    }

    /// A record of `output` that lists nothing yet.
    pub(super) fn new(state: &State, output: &Path) -> Self {
        Self {
            output: key(&state.site, output),
            ..Self::default()
        }
    }

    /// Keeps the record.
    pub(super) fn save(&self, state: &State, output: &Path) -> Result<(), Failure> {
        let path = record(state, output);
        make_folders(&outputs(state))?;
        let text = serde_json::to_vec(self).map_err(|error| cannot_write(&path, &error.into()))?;
        replace_file(&path, &text)
    }

    /// Whether any record but that of `output` is kept.
    pub(super) fn has_others(state: &State, output: &Path) -> bool {
        let own = record(state, output);
        fs::read_dir(outputs(state))
            .into_iter()
            .flatten()
            .flatten()
            .any(|entry| entry.path() != own)
    }

    /// Forgets the record of `output`.
    pub(super) fn forget(state: &State, output: &Path) {
        // A record that stays lists files that are gone, which harms nobody.
        let _ = fs::remove_file(record(state, output));
    }
}

fn outputs(state: &State) -> PathBuf {
    state.folder.join("outputs")
}

fn record(state: &State, output: &Path) -> PathBuf {
    let digest = Sha256::digest(key(&state.site, output));
    let name: String = digest
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    outputs(state).join(format!("{name}.json"))
}

fn key(site: &Path, output: &Path) -> String {
    match output.strip_prefix(site) {
        Ok(inside) => joined(inside),
        Err(_) => output.to_string_lossy().into_owned(),
    }
}
