//! Everything that content can name, and the findings for names that fit nothing.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Code, Diagnostic, Sink, say};
use crate::model::registry::{DocumentRecord, Regulation};
use crate::model::service::Question;
use crate::model::{FilePath, Id, Slot, Text};
use crate::parse::Registries;
use crate::parse::layout::{Layout, address_name};
use crate::percent::readings;
use crate::route::Subject;
use crate::similar::nearest;
use crate::span::Span;

/// The names of a site.
#[derive(Debug)]
pub struct Names<'a> {
    registries: &'a Registries,
    documents: BTreeMap<String, Vec<usize>>,
    regulations: BTreeMap<&'a str, usize>,
    agencies: BTreeSet<String>,
    categories: BTreeSet<String>,
    life_events: BTreeSet<String>,
    services: BTreeSet<String>,
    pages: BTreeSet<String>,
    statics: BTreeSet<String>,
}

/// A kind of thing that has a name, in both languages.
#[derive(Debug, Clone, Copy)]
pub struct Kind {
    id: &'static str,
    en: &'static str,
}

impl Kind {
    const fn of(id: &'static str, en: &'static str) -> Self {
        Self { id, en }
    }
}

/// A paper of documents.yaml.
pub const DOCUMENT: Kind = Kind::of("dokumen di documents.yaml", "a document in documents.yaml");
/// A regulation.
pub const REGULATION: Kind = Kind::of(
    "peraturan di regulations.yaml",
    "a regulation in regulations.yaml",
);
/// A service.
pub const SERVICE: Kind = Kind::of("layanan di situs ini", "a service of this site");
/// An agency.
pub const AGENCY: Kind = Kind::of("dinas di situs ini", "an agency of this site");
/// A category.
pub const CATEGORY: Kind = Kind::of(
    "kategori di categories.yaml",
    "a category in categories.yaml",
);
/// A life event.
pub const LIFE_EVENT: Kind = Kind::of(
    "peristiwa di life-events.yaml",
    "a life event in life-events.yaml",
);
/// A shared question.
pub const QUESTION: Kind = Kind::of(
    "pertanyaan di questions.yaml",
    "a question in questions.yaml",
);
/// A requirement of the same service.
pub const REQUIREMENT: Kind = Kind::of("persyaratan layanan ini", "a requirement of this service");
/// A page or file of the site.
pub const PAGE: Kind = Kind::of(
    "halaman atau berkas situs ini",
    "a page or file of this site",
);

/// The parts of pages that the theme gives a name to link to.
const PARTS: [&str; 13] = [
    "main",
    "requirements",
    "who",
    "steps",
    "standard",
    "guidance",
    "faq",
    "files",
    "related",
    "help",
    "ask",
    "result",
    "services",
];

fn dead_anchor(anchor: &str, span: Span) -> Diagnostic {
    let finding = Diagnostic::new(
        Code::K0410,
        span,
        say!(
            "tidak ada bagian halaman bernama `#{anchor}`, jadi link ini hanya sampai ke atas halaman",
            "no part of a page is called `#{anchor}`, so the link leads to the top of the page"
        ),
    );
    match nearest(anchor, PARTS) {
        Some(near) => finding.help(say!(
            "mungkin maksud Anda: #{near}",
            "did you mean: #{near}"
        )),
        None => finding.help(say!(
            "hapus `#{anchor}`; judul di dalam tulisan tidak dapat ditunjuk",
            "delete `#{anchor}`; headings in a text cannot be linked to"
        )),
    }
}

impl<'a> Names<'a> {
    /// The names in the layout and the shared lists.
    pub fn new(layout: &Layout, registries: &'a Registries) -> Self {
        let mut documents: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (index, document) in registries.documents.iter().enumerate() {
            for name in document_names(document) {
                let known = documents.entry(name).or_default();
                if !known.contains(&index) {
                    known.push(index);
                }
            }
        }
        let services = layout.agencies.iter().flat_map(|(agency, folder)| {
            let names = folder.services.keys();
            names.map(move |name| format!("{agency}/{name}"))
        });
        Self {
            documents,
            regulations: registries
                .regulations
                .iter()
                .enumerate()
                .filter_map(|(index, regulation)| {
                    Some((regulation.id.get()?.value.as_str(), index))
                })
                .collect(),
            agencies: layout.agencies.keys().cloned().collect(),
            categories: ids(registries.categories.iter().map(|category| &category.id)),
            life_events: ids(registries.life_events.iter().map(|event| &event.id)),
            services: services.collect(),
            pages: layout.pages.keys().cloned().collect(),
            statics: layout.static_paths(),
            registries,
        }
    }

    /// The document that `name` means: its id, its name or an alias, in any case.
    pub fn document(&self, name: &str) -> Option<&'a DocumentRecord> {
        let exact = self
            .registries
            .documents
            .iter()
            .find(|document| document.id.get().is_some_and(|id| id.value == name));
        exact.or_else(
            || match self.documents.get(&name.to_lowercase())?.as_slice() {
                [only] => self.registries.documents.get(*only),
                _ => None,
            },
        )
    }

    /// Every paper of the list by its name and each of its other names.
    pub fn document_names(&self) -> impl Iterator<Item = (&'a DocumentRecord, &'a str)> {
        self.registries.documents.iter().flat_map(|document| {
            let names = document.name.get().into_iter();
            let names = names.chain(document.aliases.items());
            names.map(move |name| (document, name.value.as_str()))
        })
    }

    /// The regulation with that id.
    pub fn regulation(&self, id: &str) -> Option<&'a Regulation> {
        let index = self.regulations.get(id)?;
        self.registries.regulations.get(*index)
    }

    /// Reports a document that is not in the list, or whose name fits several.
    pub fn expect_document(&self, name: &Text, sink: &mut Sink) {
        if self.document(&name.value).is_some() {
            return;
        }
        match self.documents.get(&name.value.to_lowercase()) {
            Some(several) => sink.push(self.ambiguous(name, several)),
            None => sink.push(self.unknown_document(name)),
        }
    }

    /// A paper that is not in the list: a near one, or the lines that add it.
    fn unknown_document(&self, name: &Text) -> Diagnostic {
        let text = &name.value;
        let known = self.registries.documents.iter().flat_map(|document| {
            let id = document.id.get().map(|id| id.value.as_str());
            let names = document.name.get().into_iter();
            let names = names.chain(document.aliases.items());
            id.into_iter().chain(names.map(|name| name.value.as_str()))
        });
        if nearest(text, known.clone()).is_some() {
            return unknown(text, name.span, DOCUMENT, known);
        }
        let listed = self.registries.documents.iter();
        let listed: Vec<&str> = listed.map(|document| document.name.str()).collect();
        let (id, Kind { id: kind, en }) = (address_name(text), DOCUMENT);
        let finding = Diagnostic::new(
            Code::K0401,
            name.span,
            say!("`{text}` bukan {kind}", "`{text}` is not {en}"),
        )
        .help(say!(
            "daftarkan dulu di content/documents.yaml, ketik: - id: {id}, lalu di bawahnya nama: {text}",
            "add it first to content/documents.yaml, type: - id: {id}, and below it name: {text}"
        ));
        if listed.is_empty() {
            return finding;
        }
        let more = if listed.len() > 8 { ", …" } else { "" };
        let list = listed.into_iter().take(8).collect::<Vec<_>>().join(", ");
        finding.label(say!("yang ada: {list}{more}", "available: {list}{more}"))
    }

    fn ambiguous(&self, name: &Text, several: &[usize]) -> Diagnostic {
        let documents = several.iter();
        let documents = documents.filter_map(|index| self.registries.documents.get(*index));
        let ids = documents.filter_map(|document| document.id.get());
        let ids: Vec<&str> = ids.map(|id| id.value.as_str()).collect();
        let (text, list) = (&name.value, ids.join(", "));
        Diagnostic::new(
            Code::K0402,
            name.span,
            say!(
                "`{text}` cocok dengan beberapa dokumen",
                "`{text}` matches several documents"
            ),
        )
        .label(say!("yaitu: {list}", "namely: {list}"))
        .help(say!(
            "tulis nama pendek salah satunya: {list}",
            "write the id of one of them: {list}"
        ))
    }

    /// Reports a regulation that is not in the list, or no longer in force.
    pub fn expect_regulation(&self, id: &Text, sink: &mut Sink) {
        let Some(regulation) = self.regulation(&id.value) else {
            sink.push(unknown(
                &id.value,
                id.span,
                REGULATION,
                self.regulations.keys().copied(),
            ));
            return;
        };
        if regulation.in_force.get() == Some(&false) {
            let name = &id.value;
            let finding = Diagnostic::new(
                Code::K0406,
                id.span,
                say!(
                    "`{name}` tidak berlaku lagi",
                    "`{name}` is no longer in force"
                ),
            );
            sink.push(match regulation.replaced_by.get() {
                Some(next) => {
                    let next = &next.value;
                    finding.help(say!(
                        "diganti oleh `{next}`; periksa pasalnya, lalu ketik: {next}",
                        "it was replaced by `{next}`; check the article, then type: {next}"
                    ))
                }
                None => finding.help(say!(
                    "cari peraturan penggantinya",
                    "look for the regulation that replaced it"
                )),
            });
        }
    }

    /// The question of questions.yaml with that id.
    pub fn question(&self, id: &str) -> Option<&'a Question> {
        let mut shared = self.registries.questions.list.iter();
        shared.find(|question| question.id.get().is_some_and(|own| own.value == id))
    }

    /// The same; reports one that is not in the list, unless the list could not be read, which is reported already.
    pub fn expect_question(&self, id: &Id, sink: &mut Sink) -> Option<&'a Question> {
        let found = self.question(&id.value);
        let shared = &self.registries.questions;
        if found.is_none() && shared.whole {
            let known = shared.list.iter().filter_map(|one| one.id.get());
            let known = known.map(|id| id.value.as_str());
            sink.push(unknown(&id.value, id.span, QUESTION, known));
        }
        found
    }

    /// Reports a service that does not exist.
    pub fn expect_service(&self, id: &Text, sink: &mut Sink) {
        expect(&self.services, id, SERVICE, sink);
    }

    /// Whether a service has the id `agency/service`.
    pub fn has_service(&self, id: &str) -> bool {
        self.services.contains(id)
    }

    /// Reports an agency that does not exist.
    pub fn expect_agency(&self, id: &Text, sink: &mut Sink) {
        expect(&self.agencies, id, AGENCY, sink);
    }

    /// Reports a category that is not in the list.
    pub fn expect_category(&self, id: &Text, sink: &mut Sink) {
        expect(&self.categories, id, CATEGORY, sink);
    }

    /// Reports a life event that is not in the list.
    pub fn expect_life_event(&self, id: &Text, sink: &mut Sink) {
        expect(&self.life_events, id, LIFE_EVENT, sink);
    }

    /// Reports a file that is not in `static/`.
    pub fn expect_file(&self, path: &FilePath, sink: &mut Sink) {
        if !self.has_file(&path.value) {
            sink.push(self.missing_file(&path.value, path.span));
        }
    }

    /// Whether an address names a file of `static/`: `static/sk.pdf#page=2`, `static/Formulir%20F-1.pdf`.
    fn has_file(&self, address: &str) -> bool {
        let mut readings = readings(address).into_iter();
        readings.any(|(path, _)| self.statics.contains(&path))
    }

    /// Reports a local address in Markdown that names neither a page nor a file; those that the program itself adds to
    /// the site (`daftar.html`) are known later.
    pub fn expect_target(&self, target: &str, span: Span, sink: &mut Sink) {
        let path = target.split(['?', '#']).next().unwrap_or_default();
        let anchor = target.split_once('#').map(|(_, anchor)| anchor);
        if let Some(anchor) =
            anchor.filter(|anchor| !path.starts_with("static/") && !PARTS.contains(anchor))
        {
            sink.push(dead_anchor(anchor, span));
        }
        if path.is_empty() {
            return;
        }
        if path.starts_with("static/") {
            if !self.has_file(target) {
                sink.push(self.missing_file(path, span));
            }
            return;
        }
        if self.page(path).is_none() {
            let pages = self.pages.iter().chain(&self.services).map(String::as_str);
            let pages = pages.filter(|_| !sink.has_many(Code::K0401));
            let finding = unknown(target, span, PAGE, pages);
            sink.push_unless(path.trim_start_matches('/'), finding);
        }
    }

    /// What a page that content names is about: `tentang`, `dinas/layanan`, with or without `.html`, `.md` or `.yaml`.
    pub fn page(&self, path: &str) -> Option<Subject> {
        let path = path.trim_start_matches('/');
        let stem = [".html", ".md", ".yaml"]
            .iter()
            .find_map(|end| path.strip_suffix(end))
            .unwrap_or(path);
        if stem == "index" {
            return Some(Subject::Site);
        }
        if self.pages.contains(stem) {
            return Some(Subject::Page(stem.into()));
        }
        if self.services.contains(stem) {
            return Some(Subject::Service(stem.into()));
        }
        let agency = stem.trim_end_matches("/index").trim_end_matches('/');
        let known = self.agencies.contains(agency);
        known.then(|| Subject::Agency(agency.into()))
    }

    fn missing_file(&self, path: &str, span: Span) -> Diagnostic {
        let finding = Diagnostic::new(
            Code::K0403,
            span,
            say!(
                "berkas `{path}` tidak ada",
                "the file `{path}` does not exist"
            ),
        );
        match nearest(path, self.statics.iter().map(String::as_str)) {
            Some(near) => finding.help(say!("mungkin maksud Anda: {near}", "did you mean: {near}")),
            None => finding.help(say!(
                "taruh berkas itu di folder `static`, dengan nama persis sama",
                "put the file in the folder `static`, with exactly that name"
            )),
        }
    }
}

/// Reports a name that is not among the known ones; where much is unknown, without a guess of what was meant.
fn expect(known: &BTreeSet<String>, name: &Text, kind: Kind, sink: &mut Sink) {
    if !known.contains(&name.value) {
        let most = if sink.has_many(Code::K0401) {
            0
        } else {
            known.len()
        };
        let near = known.iter().map(String::as_str).take(most);
        sink.push(unknown(&name.value, name.span, kind, near));
    }
}

/// The ids of a list.
fn ids<'a>(slots: impl Iterator<Item = &'a Slot<Id>>) -> BTreeSet<String> {
    let given = slots.filter_map(Slot::get);
    given.map(|id| id.value.clone()).collect()
}

fn document_names(document: &DocumentRecord) -> Vec<String> {
    let id = document.id.get().map(|id| id.value.to_lowercase());
    let name = document.name.get().map(|name| name.value.to_lowercase());
    let aliases = document.aliases.items().iter();
    let aliases = aliases.map(|alias| alias.value.to_lowercase());
    id.into_iter().chain(name).chain(aliases).collect()
}

/// The finding for a name that fits nothing of its kind.
pub fn unknown<'a>(
    name: &str,
    span: Span,
    kind: Kind,
    known: impl Iterator<Item = &'a str>,
) -> Diagnostic {
    let known: Vec<&str> = known.collect();
    let Kind { id, en } = kind;
    let finding = Diagnostic::new(
        Code::K0401,
        span,
        say!("`{name}` bukan {id}", "`{name}` is not {en}"),
    );
    match nearest(name, known.iter().copied()) {
        Some(near) => finding.help(say!(
            "mungkin maksud Anda `{near}`, ketik: {near}",
            "did you mean `{near}`? type: {near}"
        )),
        None if known.is_empty() => finding.help(say!(
            "daftarkan dulu, atau hapus baris ini",
            "add it to the list first, or delete this line"
        )),
        None => {
            let list = known.iter().take(8).copied().collect::<Vec<_>>().join(", ");
            let more = if known.len() > 8 { ", …" } else { "" };
            finding.help(say!(
                "yang ada: {list}{more}; atau daftarkan dulu",
                "available: {list}{more}; or add it to the list first"
            ))
        }
    }
}
