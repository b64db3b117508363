//! The papers that a site knows, for linking what a page asks for.

use super::words::squeezed;

/// The papers of `documents.yaml`: each by its id, with its name and its other names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Papers {
    known: Vec<(String, Vec<String>)>,
}

impl Papers {
    /// Adds a paper.
    pub fn add<'a>(&mut self, id: &'a str, names: impl IntoIterator<Item = &'a str>) {
        let names = names.into_iter().chain([id]);
        let names = names.map(|name| squeezed(name, "")).collect();
        self.known.push((id.to_owned(), names));
    }

    /// The paper with exactly this name, if there is only one.
    pub fn named(&self, name: &str) -> Option<&str> {
        let name = squeezed(name, "");
        let fits = |(_, names): &&(String, Vec<String>)| names.contains(&name);
        let mut found = self.known.iter().filter(fits);
        let first = found.next().filter(|_| !name.is_empty())?;
        found.next().is_none().then_some(first.0.as_str())
    }
}
