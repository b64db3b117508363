//! The routes of a site while its kinds list them.

use std::sync::Arc;

use crate::render::shelves::Shelves;
use crate::resolve::{ServiceEntry, Site};
use crate::route::{Drafts, Route, Routes, Subject};

/// Takes the routes of one kind after the other.
pub(super) struct Listing<'a> {
    languages: Vec<Arc<str>>,
    drafts: Drafts,
    base_url: String,
    shelves: Shelves<'a>,
    kind: usize,
    routes: Vec<Route>,
}

impl<'a> Listing<'a> {
    /// An empty list for a site in its languages.
    pub(super) fn new(site: &'a Site, drafts: Drafts, base_url: String) -> Self {
        let shown = move |entry: &&ServiceEntry| drafts == Drafts::With || !entry.is_draft();
        Self {
            languages: site.languages().into_iter().map(Arc::from).collect(),
            shelves: Shelves::new(site, site.entries.iter().filter(shown)),
            drafts,
            base_url,
            kind: 0,
            routes: Vec::new(),
        }
    }

    /// What follows is of the kind at this place of the table.
    pub(super) fn begin(&mut self, kind: usize) {
        self.kind = kind;
    }

    /// The services that lists show, by what they belong to.
    pub(super) fn shelves(&self) -> &Shelves<'a> {
        &self.shelves
    }

    /// Where the site will stand, with a slash at its end; empty if unknown.
    pub(super) fn base_url(&self) -> &str {
        &self.base_url
    }

    /// The languages of the site, the content's own first.
    pub(super) fn languages(&self) -> Vec<Arc<str>> {
        self.languages.clone()
    }

    /// A page in every language: at `path` in the content's own, below the language's tag in others.
    pub(super) fn in_each_language(&mut self, subject: &Subject, path: &str) {
        for language in self.languages() {
            self.in_language(subject, &language, path);
        }
    }

    /// A page in one of the languages.
    pub(super) fn in_language(&mut self, subject: &Subject, language: &Arc<str>, path: &str) {
        let address = if self.languages.first() == Some(language) {
            path.to_owned()
        } else {
            format!("{language}/{path}")
        };
        self.routes.push(Route {
            subject: subject.clone(),
            kind: self.kind,
            language: Arc::clone(language),
            address,
        });
    }

    /// What is there once, in the content's language.
    pub(super) fn once(&mut self, subject: &Subject, address: &str) {
        if let Some(first) = self.languages.first().cloned() {
            self.in_language(subject, &first, address);
        }
    }

    /// What was listed so far and is built.
    pub(super) fn so_far(&self, site: &Site) -> Routes {
        let drafts = self.drafts;
        let built = |route: &&Route| match &route.subject {
            Subject::Service(id) => {
                let entry = site.service(id);
                drafts == Drafts::With || entry.is_some_and(|entry| !entry.is_draft())
            }
            _ => true,
        };
        let routes = self.routes.iter().filter(built).cloned().collect();
        Routes::new(routes, self.languages.clone())
    }

    /// All that was listed, drafts too.
    pub(super) fn into_routes(self) -> Routes {
        Routes::new(self.routes, self.languages)
    }
}
