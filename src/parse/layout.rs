//! Which file is what: the places of content files, and names that cannot be addresses.

mod missing;
mod names;
mod unread;

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Code, Diagnostic, Sink, say};
use crate::source::{SourceEntry, SourceKind};
use crate::span::{FileId, Span};
pub use names::{RESERVED, address_name};
use names::{good_name, not_reserved, split_language};

/// The files of a site by what they are.
#[derive(Debug, Clone, Default)]
pub struct Layout {
    /// Everything that stands in the sources, read or not; a [`FileId`] is an index into it.
    pub entries: Vec<SourceEntry>,
    /// `site.yaml`
    pub site: Option<FileId>,
    /// Agencies by folder name.
    pub agencies: BTreeMap<String, AgencyFiles>,
    /// `documents.yaml`, `documents/*.yaml`
    pub documents: Vec<FileId>,
    /// `regulations.yaml`
    pub regulations: Option<FileId>,
    /// `life-events.yaml`
    pub life_events: Option<FileId>,
    /// `categories.yaml`
    pub categories: Option<FileId>,
    /// `holidays.yaml`
    pub holidays: Option<FileId>,
    /// `questions.yaml` and its translations.
    pub questions: Translated,
    /// `pages/*.md` by name.
    pub pages: BTreeMap<String, Translated>,
    /// `static/**`: the path in the output, and the file.
    pub statics: BTreeMap<String, FileId>,
    /// What is found about files beside `site.yaml`, said only where that file shows the folder to be a site.
    beside: Vec<Diagnostic>,
}

/// The files of one agency.
#[derive(Debug, Clone, Default)]
pub struct AgencyFiles {
    /// `agency.yaml` and its translations.
    pub agency: Translated,
    /// Services by name.
    pub services: BTreeMap<String, Translated>,
}

/// A file and its translations by language.
#[derive(Debug, Clone, Default)]
pub struct Translated {
    /// The original.
    pub file: Option<FileId>,
    /// Translations by language tag.
    pub translations: BTreeMap<String, FileId>,
}

impl Layout {
    /// Sorts the entries of the sources; what stands where nothing reads it is reported.
    pub fn new(entries: Vec<SourceEntry>, sink: &mut Sink) -> Self {
        let mut layout = Self::default();
        for (index, entry) in entries.iter().enumerate() {
            let file = FileId(u32::try_from(index).unwrap_or(u32::MAX));
            layout.place(entry, file, sink);
        }
        layout.entries = entries;
        layout.report_missing(sink);
        layout
    }

    /// The path of a file.
    pub fn path(&self, file: FileId) -> &str {
        self.entries
            .get(file.0 as usize)
            .map_or("site.yaml", |entry| entry.path.as_str())
    }

    fn place(&mut self, entry: &SourceEntry, file: FileId, sink: &mut Sink) {
        let parts: Vec<&str> = entry.path.split('/').collect();
        if entry.kind != SourceKind::File {
            sink.extend(unread::not_a_file(entry, &parts, file));
            return;
        }
        match parts[..] {
            ["site.yaml"] => self.site = Some(file),
            [name] => self.beside.extend(unread::beside(name, file)),
            ["static", ..] => {
                self.statics.insert(parts[1..].join("/"), file);
            }
            ["content", .., name] if name.starts_with('.') => sink.push(unread::hidden(name, file)),
            ["content", name] => self.place_registry(name, file, sink),
            ["content", "documents", name] if name.ends_with(".yaml") => self.documents.push(file),
            ["content", "pages", name] => self.place_page(name, file, sink),
            ["content", agency, name] if agency != "documents" => {
                self.place_in_agency(agency, name, file, sink);
            }
            ["content", .., name] => sink.push(unread::unused(name, file)),
            _ => {}
        }
    }

    fn place_registry(&mut self, name: &str, file: FileId, sink: &mut Sink) {
        let stem = name.strip_suffix(".yaml").map(split_language);
        if let Some(("questions", lang)) = stem {
            // The name says it all: no other file can bear it.
            self.questions.add(lang, file);
            return;
        }
        match name {
            "documents.yaml" => self.documents.push(file),
            "regulations.yaml" => self.regulations = Some(file),
            "life-events.yaml" => self.life_events = Some(file),
            "categories.yaml" => self.categories = Some(file),
            "holidays.yaml" => self.holidays = Some(file),
            _ => sink.push(unread::unused(name, file)),
        }
    }

    fn place_page(&mut self, name: &str, file: FileId, sink: &mut Sink) {
        let Some(stem) = name.strip_suffix(".md") else {
            sink.push(unread::unused(name, file));
            return;
        };
        let (stem, lang) = split_language(stem);
        if good_name(stem, file, sink) {
            let page = self.pages.entry(stem.to_owned()).or_default();
            // The name says it all: no other file can bear it.
            page.add(lang, file);
        }
    }

    fn place_in_agency(&mut self, agency: &str, name: &str, file: FileId, sink: &mut Sink) {
        let stem = name
            .strip_suffix(".yaml")
            .or_else(|| name.strip_suffix(".md"));
        let Some(stem) = stem else {
            sink.push(unread::unused(name, file));
            return;
        };
        let (stem, lang) = split_language(stem);
        let known = self.agencies.contains_key(agency);
        if !(known || good_name(agency, file, sink) && not_reserved(agency, file, sink)) {
            return;
        }
        let folder = self.agencies.entry(agency.to_owned()).or_default();
        let files = match stem {
            "agency" => &mut folder.agency,
            _ if good_name(stem, file, sink) => folder.services.entry(stem.to_owned()).or_default(),
            _ => return,
        };
        if let Some(first) = files.add(lang, file) {
            let name = name.rsplit_once('.').map_or(name, |(name, _)| name);
            sink.push(unread::two_files(name, first, file));
        }
    }

    fn report_missing(&mut self, sink: &mut Sink) {
        match self.site {
            Some(_) => sink.extend(std::mem::take(&mut self.beside)),
            None => sink.push(missing::site(&self.entries)),
        }
        self.report_no_content(sink);
        for (name, folder) in &mut self.agencies {
            if folder.agency.file.is_none()
                && let Some((stem, file)) = folder.misnamed()
            {
                let entry = self.entries.get(file.0 as usize);
                sink.push(missing::misnamed_agency(name, &stem, entry, file));
                continue;
            }
            let first = folder.services.values().find_map(|service| service.file);
            if let (None, Some(first)) = (folder.agency.file, first) {
                sink.push(missing::agency(name, first));
            }
        }
        self.report_orphans(sink);
    }

    /// A site of which nothing was read, though nothing is wrong with its files: the folder `content` is not what it
    /// should be. Published all the same, it would take every service off the web.
    fn report_no_content(&self, sink: &mut Sink) {
        let lists = [
            &self.regulations,
            &self.life_events,
            &self.categories,
            &self.holidays,
        ];
        let something = !self.agencies.is_empty()
            || !self.pages.is_empty()
            || !self.documents.is_empty()
            || self.questions.file.is_some()
            || lists.iter().any(|list| list.is_some());
        if let (Some(site), false) = (self.site, something || sink.has_errors()) {
            sink.push(missing::content(&self.entries, site));
        }
    }

    /// Translations of files that do not exist.
    fn report_orphans(&self, sink: &mut Sink) {
        let services = self
            .agencies
            .values()
            .flat_map(|folder| folder.services.values());
        let agencies = self.agencies.values().map(|folder| &folder.agency);
        let shared = std::iter::once(&self.questions);
        let pages = self.pages.values();
        for translated in services.chain(agencies).chain(pages).chain(shared) {
            let orphans = translated.translations.values();
            for file in orphans.filter(|_| translated.file.is_none()) {
                sink.push(
                    Diagnostic::new(
                        Code::K0702,
                        Span::file_start(*file),
                        say!(
                            "terjemahan ini tidak punya berkas asli",
                            "this translation has no original"
                        ),
                    )
                    .help(say!(
                        "beri nama yang sama dengan berkas aslinya, atau hapus",
                        "give it the name of its original, or delete it"
                    )),
                );
            }
        }
    }

    /// Leaves out the translations into languages that the site does not have, and those into the content's own: nothing
    /// shows them, so nothing reads them. Each is reported.
    pub fn keep_languages(&mut self, languages: &[String], sink: &mut Sink) {
        let shown = |lang: &String| languages.iter().skip(1).any(|known| known == lang);
        let folders = self.agencies.values_mut();
        let of_agencies = folders.flat_map(|folder| {
            let services = folder.services.values_mut();
            services.chain(std::iter::once(&mut folder.agency))
        });
        let shared = std::iter::once(&mut self.questions);
        for translated in of_agencies.chain(self.pages.values_mut()).chain(shared) {
            let Translated { file, translations } = translated;
            translations.retain(|lang, translation| {
                // A translation without its original is reported as such.
                if !shown(lang) && file.is_some() {
                    sink.push(unread::language(lang, languages, *translation));
                }
                shown(lang)
            });
        }
    }

    /// The originals of all that can be translated.
    pub fn originals(&self) -> BTreeSet<FileId> {
        let agencies = self.agencies.values();
        let of_agencies = agencies.flat_map(|folder| {
            let services = folder.services.values();
            services.chain(std::iter::once(&folder.agency))
        });
        let all = of_agencies
            .chain(self.pages.values())
            .chain(std::iter::once(&self.questions));
        all.filter_map(|files| files.file).collect()
    }

    /// The paths of all static files, as content names them: `static/…`. A link there is reported where it stands.
    pub fn static_paths(&self) -> BTreeSet<String> {
        let links = self
            .entries
            .iter()
            .filter(|entry| entry.kind == SourceKind::Other && entry.path.starts_with("static/"));
        let files = self.statics.keys().map(|path| format!("static/{path}"));
        files.chain(links.map(|entry| entry.path.clone())).collect()
    }
}

/// Names that people give to the file of an agency.
const MISNAMED: [&str; 9] = [
    "agensi", "instansi", "dinas", "opd", "lembaga", "kantor", "agencies", "agancy", "agensy",
];

impl AgencyFiles {
    /// A file that is probably the agency's own under another name; it is no longer taken for a service.
    fn misnamed(&mut self) -> Option<(String, FileId)> {
        let stem = self
            .services
            .keys()
            .find(|stem| MISNAMED.contains(&stem.as_str()))?
            .clone();
        let file = self.services.remove(&stem)?.file?;
        Some((stem, file))
    }
}

impl Translated {
    /// Takes a file in; where there was one of the same kind, that stays and is returned.
    fn add(&mut self, lang: Option<&str>, file: FileId) -> Option<FileId> {
        match lang {
            None if self.file.is_some() => self.file,
            None => {
                self.file = Some(file);
                None
            }
            Some(lang) => match self.translations.entry(lang.to_owned()) {
                Entry::Occupied(first) => Some(*first.get()),
                Entry::Vacant(free) => {
                    free.insert(file);
                    None
                }
            },
        }
    }
}
