//! Removing what the program made, and nothing else.

use std::fs;
use std::path::{Path, PathBuf};

use super::exchange::repair;
use super::files::{exists, is_folder, remove_tree};
use super::guard::{refuse_sources, refuse_strangers, resolve_site, resolved};
use super::in_place::remove_file;
use super::lock::Lock;
use super::manifest::Manifest;
use super::publish_mode::PublishMode;
use super::state::State;
use crate::diagnostic::Failure;

/// What [`clean`] removed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cleaned {
    /// The folders that are gone.
    pub removed: Vec<PathBuf>,
}

/// Removes the built site at `output` and the program's own folder `.maklumat/`.
///
/// The latter stays while it still records another output, which would otherwise become a foreign folder.
///
/// # Errors
/// When `output` holds something the program did not make (then nothing is removed), or cannot be removed.
pub fn clean(site_dir: &Path, output: &Path) -> Result<Cleaned, Failure> {
    let site = resolve_site(site_dir)?;
    let output = resolved(output)?;
    refuse_sources(&site, &output)?;
    let mut cleaned = Cleaned::default();
    let state = State::left(&site, &output);
    if !is_folder(&state.folder) {
        // Nothing was ever built here. Taking the lock would make the very folder that is to go.
        refuse_strangers(&output, None, PublishMode::Exchange)?;
        return Ok(cleaned);
    }
    let _lock = Lock::take(&state, &|_| {})?;
    let manifest = Manifest::load(&state, &output);
    let mode = match &manifest {
        Some(manifest) if manifest.in_place => PublishMode::InPlace,
        _ => PublishMode::Exchange,
    };
    refuse_strangers(&output, manifest.as_ref(), mode)?;
    if let Some(manifest) = &manifest {
        repair(&output)?;
        if exists(&output) {
            remove_ours(&output, manifest)?;
            cleaned.removed.push(output.clone());
        }
    }
    Manifest::forget(&state, &output);
    if !Manifest::has_others(&state, &output) {
        remove_tree(&state.folder)?;
        cleaned.removed.push(state.folder);
    }
    Ok(cleaned)
}

/// Removes the files the manifest lists, one by one, then what is empty or only a file manager's leftover.
fn remove_ours(output: &Path, manifest: &Manifest) -> Result<(), Failure> {
    for path in &manifest.files {
        remove_file(output, path)?;
    }
    if manifest.in_place {
        // A mount point cannot be removed, and hidden files in it are not ours.
        let _ = fs::remove_dir(output);
        return Ok(());
    }
    remove_tree(output)
}
