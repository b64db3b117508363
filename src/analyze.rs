//! Fourth stage, and the only gate: what a standard lacks, and whether the site may be rendered at all.
//!
//! [`Examined`] is a site with all that was found about it; [`service`] and [`agency`] look at one document each.
//! [`SoundSite::judge`] is the only way to a [`SoundSite`]: it takes what was examined, findings included, and what
//! comes after takes nothing else.

pub mod agency;
pub mod calendar;
mod circles;
mod examine;
mod logo;
mod named_papers;
mod plain;
pub mod rules;
pub mod service;
pub mod texts;
mod validity;

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Failure, Located, Report, Severity, Sink, say};
use crate::model::service::ServiceDocument;
use crate::model::site::{SiteDocument, Strictness};
use crate::parse::Reader;
use crate::parse::dictionary::{Dictionary, Worded};
use crate::resolve::names::Names;
use crate::resolve::service::Service;
use crate::resolve::{ServiceEntry, Site};
use crate::route::Routes;
use crate::source::Sources;

pub use examine::Examined;

/// A site without errors, and where its pages stand.
#[derive(Debug)]
pub struct SoundSite {
    site: Site,
    routes: Routes,
}

/// The document of a service of a [`SoundSite`], read again and found unchanged.
#[derive(Debug)]
pub struct SoundDocument<'a> {
    entry: &'a ServiceEntry,
    version: String,
    read: Worded<ServiceDocument>,
}

/// A service of a [`SoundSite`], with the words of its translations.
#[derive(Debug)]
pub struct SoundService<'a> {
    entry: &'a ServiceEntry,
    version: &'a str,
    service: Service<'a>,
    words: &'a BTreeMap<String, Dictionary>,
}

/// A file is no longer the one that was checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// Its path, or that of the original where a translation changed.
    pub path: String,
}

impl From<Changed> for Failure {
    fn from(Changed { path }: Changed) -> Self {
        Self::new(say!(
            "`{path}` atau terjemahannya berubah selagi program ini membacanya; jalankan lagi sesudah selesai menyunting",
            "`{path}` or its translation changed while this program was reading it; run again when the editing is done"
        ))
    }
}

/// Which findings stop the build.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deny {
    /// Errors.
    Errors,
    /// Errors and warnings.
    Warnings,
}

impl SoundSite {
    /// Judges a site by all that was found about it, and about its theme: sound if nothing of that is denied.
    pub fn judge(
        mut examined: Examined,
        of_theme: Vec<Located>,
        sources: &dyn Sources,
        deny: Deny,
    ) -> (Report, Option<Self>) {
        let report = examined.report(sources, of_theme);
        let warned = deny == Deny::Warnings && report.count(Severity::Warning) > 0;
        let sound = !report.has_errors() && !warned;
        let Examined { site, routes, .. } = examined;
        (report, sound.then_some(Self { site, routes }))
    }

    /// The site.
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// Where its pages and files stand.
    pub fn routes(&self) -> &Routes {
        &self.routes
    }

    /// Reads a service again for its page.
    ///
    /// # Errors
    /// [`Changed`] when its files are no longer those that were checked.
    pub fn read<'a>(
        &'a self,
        entry: &'a ServiceEntry,
        sources: &dyn Sources,
    ) -> Result<SoundDocument<'a>, Changed> {
        let reader = Reader::new(sources, &self.site.layout);
        let held = reader.hold(&entry.files);
        let unchanged = held.fingerprint() == entry.fingerprint;
        // The first pass has told every finding.
        let mut told = Sink::deaf();
        let read = reader.with(&held).service(&entry.files, &mut told);
        let read = read.filter(|_| unchanged).ok_or_else(|| Changed {
            path: self.path_of(entry),
        })?;
        let version = held.version(entry.files.file.unwrap_or_default());
        Ok(SoundDocument {
            entry,
            version,
            read,
        })
    }

    fn path_of(&self, entry: &ServiceEntry) -> String {
        let file = entry.files.file.unwrap_or_default();
        self.site.layout.path(file).to_owned()
    }
}

impl SoundDocument<'_> {
    /// What it means: the very service whose findings were judged.
    pub fn resolve<'s>(&'s self, names: &Names<'s>) -> SoundService<'s> {
        // The gate has seen every finding already.
        let mut seen = Sink::deaf();
        SoundService {
            entry: self.entry,
            version: &self.version,
            service: Service::of(&self.read.document, &self.entry.id(), names, &mut seen),
            words: &self.read.words,
        }
    }
}

impl<'a> SoundService<'a> {
    /// Its entry.
    pub fn entry(&self) -> &ServiceEntry {
        self.entry
    }

    /// What names its content, so that one can tell whether a paper is of today's: the first eight digits of the SHA-256
    /// of its file, without those of its translations.
    pub fn version(&self) -> &str {
        self.version
    }

    /// What it means, in every language.
    pub fn service(&self) -> &Service<'a> {
        &self.service
    }

    /// What its translation into a language says.
    pub fn words(&self, lang: &str) -> Option<&Dictionary> {
        self.words.get(lang)
    }
}

/// The weight of each code under `strictness` of site.yaml.
pub fn strictness(site: &SiteDocument) -> impl Fn(Code) -> Option<Severity> + use<> {
    let mut weights: BTreeMap<Code, Option<Severity>> = BTreeMap::new();
    if let Some(strictness) = site.strictness.get() {
        for (name, weight) in &strictness.0 {
            if let Some(code) = Code::find(&name.value) {
                let weight = match weight {
                    Strictness::Error => Some(Severity::Error),
                    Strictness::Warning => Some(Severity::Warning),
                    Strictness::Hint => Some(Severity::Hint),
                    Strictness::Off => None,
                };
                weights.insert(code, weight);
            }
        }
    }
    move |code| match weights.get(&code) {
        // What is unsound stays an error; only what may stand can be weighed.
        Some(weight) if code.severity() != Severity::Error => *weight,
        _ => Some(code.severity()),
    }
}
