//! A site as it stands, read for what it says: neither judged nor reported.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use crate::diagnostic::{Failure, Lang, Sink};
use crate::model::agency::AgencyDocument;
use crate::model::service::{ServiceDocument, Status};
use crate::parse::dictionary::{Dictionary, Worded};
use crate::parse::layout::{Layout, Translated};
use crate::parse::{Fingerprint, Reader, Registries, Written};
use crate::resolve::Site;
use crate::resolve::names::Names;
use crate::route::Drafts;
use crate::source::Sources;
use crate::span::FileId;

/// A site, of whose services none is kept.
pub struct State<'a> {
    sources: &'a dyn Sources,
    /// Which file is what.
    pub layout: Layout,
    /// The lists that services share.
    pub registries: Registries,
    /// Agencies by folder name.
    pub agencies: BTreeMap<String, AgencyDocument>,
    /// What names the content of the lists that services share.
    pub shared: Fingerprint,
    words: BTreeMap<String, Dictionary>,
    language: String,
}

/// A site with its names, made once for all its services.
#[derive(Clone, Copy)]
pub struct Named<'a> {
    /// The site.
    pub state: &'a State<'a>,
    /// Its names.
    pub names: &'a Names<'a>,
}

/// A service of a [`State`].
#[derive(Debug)]
pub struct Read {
    /// Its id, `agency/service`.
    pub id: String,
    /// Its file.
    pub file: FileId,
    /// What was written.
    pub document: ServiceDocument,
    /// Whether all of its file could be read.
    pub whole: bool,
    words: BTreeMap<String, Dictionary>,
}

impl<'a> State<'a> {
    /// Reads a site.
    ///
    /// # Errors
    /// When its files cannot be listed.
    pub fn read(sources: &'a dyn Sources) -> Result<Self, Failure> {
        let mut told = Sink::deaf();
        let mut layout = Layout::new(sources.entries()?, &mut told);
        let site = Site {
            config: Reader::new(sources, &layout).site(&mut told),
            ..Site::default()
        };
        let languages = site.languages();
        layout.keep_languages(&languages, &mut told);
        let reader = Reader::new(sources, &layout);
        let registries = reader.registries(&mut told);
        let mut words = registries.questions.words.clone();
        let mut agencies = BTreeMap::new();
        for (name, files) in &layout.agencies {
            if let Some(agency) = reader.agency(&files.agency, &mut told) {
                agencies.insert(name.clone(), agency.document);
                for (lang, said) in agency.words {
                    words.entry(lang).or_default().extend(said);
                }
            }
        }
        Ok(Self {
            shared: shared(sources, &layout),
            sources,
            layout,
            registries,
            agencies,
            words,
            language: languages.into_iter().next().unwrap_or_default(),
        })
    }

    /// The ids of all its services.
    pub fn ids(&self) -> impl Iterator<Item = String> {
        let folders = self.layout.agencies.iter();
        folders.flat_map(|(agency, folder)| {
            let names = folder.services.keys();
            names.map(move |name| format!("{agency}/{name}"))
        })
    }

    /// What names the content of a service's files; nothing where it is not there.
    pub fn fingerprint(&self, id: &str) -> Option<Fingerprint> {
        let files = self.files(id)?;
        let held = Reader::new(self.sources, &self.layout).hold(files);
        Some(held.fingerprint())
    }

    /// Those of some services that are there; of drafts where they are asked for.
    pub fn shown(&self, ids: &BTreeSet<String>, drafts: Drafts) -> BTreeSet<String> {
        let ids = ids.iter().cloned();
        let is_shown = |id: &String| {
            let status = self
                .service(id)
                .map(|read| read.document.status.get().copied());
            status.is_some_and(|status| drafts == Drafts::With || status != Some(Status::Draft))
        };
        ids.filter(is_shown).collect()
    }

    /// Its names.
    pub fn names(&self) -> Names<'_> {
        Names::new(&self.layout, &self.registries)
    }

    /// The path of a file.
    pub fn path(&self, file: FileId) -> &str {
        self.layout.path(file)
    }

    /// A service's file as it is written.
    pub fn written(&self, file: FileId) -> Option<Written> {
        Reader::new(self.sources, &self.layout).written(file)
    }

    /// The content's own language, as far as the program speaks it.
    pub fn lang(&self) -> Lang {
        Lang::from_tag(&self.language).unwrap_or(Lang::Id)
    }

    fn files(&self, id: &str) -> Option<&Translated> {
        let (agency, name) = id.split_once('/')?;
        self.layout.agencies.get(agency)?.services.get(name)
    }

    /// Reads a service.
    pub fn service(&self, id: &str) -> Option<Read> {
        let files = self.files(id)?;
        let reader = Reader::new(self.sources, &self.layout);
        let held = reader.hold(files);
        let mut told = Sink::default();
        let Worded {
            document,
            whole,
            words,
            ..
        } = reader.with(&held).service(files, &mut told)?;
        Some(Read {
            id: id.to_owned(),
            file: files.file?,
            document,
            whole: whole && !told.has_errors(),
            words,
        })
    }

    /// What translations into a language say of a service and of what services share.
    pub fn words(&self, read: Option<&Read>, lang: Lang) -> Dictionary {
        let mut words = self.words.get(lang.tag()).cloned().unwrap_or_default();
        let own = read.and_then(|read| read.words.get(lang.tag()));
        words.extend(own.cloned().unwrap_or_default());
        words
    }

    /// What a service is called in a language.
    pub fn title_of(&self, read: &Read, lang: Lang) -> String {
        let title = read.document.title.get();
        let words = self.words(Some(read), lang);
        let title = title.map(|title| words.get(title).unwrap_or(title).value.clone());
        title.unwrap_or_else(|| read.id.clone())
    }
}

impl Read {
    /// Its title as it is written.
    pub fn title(&self) -> String {
        self.document.title.str().to_owned()
    }

    /// The addresses that its page had before.
    pub fn old_addresses(&self) -> Vec<String> {
        let moved = self.document.moved_from.items().iter();
        let plain = moved.map(|address| {
            let address = address.value.trim().trim_start_matches('/');
            match address.ends_with(".html") {
                true => address.to_owned(),
                false => format!("{}.html", address.trim_end_matches('/')),
            }
        });
        plain.collect()
    }
}

/// The hash of the lists that services share, and of their translations.
fn shared(sources: &dyn Sources, layout: &Layout) -> Fingerprint {
    let lists = [layout.regulations, layout.life_events, layout.categories];
    let questions = &layout.questions;
    let files = layout.documents.iter().copied();
    let files = files.chain(lists.into_iter().flatten());
    let files = files
        .chain(questions.file)
        .chain(questions.translations.values().copied());
    let mut hash = Sha256::new();
    for file in files {
        let path = layout.path(file);
        let bytes = sources.read(path).unwrap_or_default();
        hash.update(path.as_bytes());
        hash.update((bytes.len() as u64).to_le_bytes());
        hash.update(bytes);
    }
    hash.finalize().into()
}
