//! A plan of changes, and the sources as they would be.

use std::collections::BTreeMap;

use crate::diagnostic::Failure;
use crate::source::{SourceEntry, SourceKind, Sources};

/// What is moved, and what is written. Paths are from the site's folder.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// Files or folders and their new paths.
    pub moves: Vec<(String, String)>,
    /// New texts of files, by the path at which they will stand.
    pub texts: BTreeMap<String, String>,
}

impl Plan {
    /// Where what stands at a path will stand.
    pub fn moved(&self, path: &str) -> String {
        place(self.moves.iter().map(|(old, new)| (old, new)), path)
    }

    /// Where what will stand at a path stands now.
    pub fn before(&self, path: &str) -> String {
        place(self.moves.iter().map(|(old, new)| (new, old)), path)
    }
}

fn place<'m>(moves: impl Iterator<Item = (&'m String, &'m String)>, path: &str) -> String {
    for (from, to) in moves {
        match path.strip_prefix(from.as_str()) {
            Some(rest) if rest.is_empty() || rest.starts_with('/') => return format!("{to}{rest}"),
            _ => {}
        }
    }
    path.to_owned()
}

/// Sources as they will be after a plan is carried out.
#[derive(Clone, Copy)]
pub struct Planned<'a> {
    sources: &'a dyn Sources,
    plan: &'a Plan,
}

impl<'a> Planned<'a> {
    /// The sources with the changes of a plan.
    pub fn new(sources: &'a dyn Sources, plan: &'a Plan) -> Self {
        Self { sources, plan }
    }
}

impl Sources for Planned<'_> {
    fn entries(&self) -> Result<Vec<SourceEntry>, Failure> {
        let mut entries = self.sources.entries()?;
        for entry in &mut entries {
            entry.path = self.plan.moved(&entry.path);
            let text = self.plan.texts.get(&entry.path);
            if let Some(text) = text.filter(|_| entry.kind == SourceKind::File) {
                entry.size = text.len() as u64;
            }
        }
        entries.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(entries)
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, String> {
        match self.plan.texts.get(path) {
            Some(text) => Ok(text.clone().into_bytes()),
            None => self.sources.read(&self.plan.before(path)),
        }
    }
}
