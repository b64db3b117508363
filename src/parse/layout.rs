//! Which file is what: the places of content files, and names that cannot be addresses.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Code, Diagnostic, Sink, say};
use crate::language::is_tag;
use crate::model::decode::nearest;
use crate::source::{SourceEntry, SourceKind};
use crate::span::{FileId, Span};

/// The files of a site by what they are.
#[derive(Debug, Clone, Default)]
pub struct Layout {
    /// Every entry; a [`FileId`] is an index into it.
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
    /// `pages/*.md` by name.
    pub pages: BTreeMap<String, Translated>,
    /// `static/**`: the path in the output, and the file.
    pub statics: BTreeMap<String, FileId>,
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

/// Names of the content folder that are not those of an agency.
pub const RESERVED: [&str; 4] = ["pages", "documents", "static", "api"];

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
        let content = matches!(parts[..], ["site.yaml"] | ["content", _, ..]);
        let looks_like_file = entry.path.ends_with(".yaml") || entry.path.ends_with(".md");
        if entry.kind != SourceKind::File {
            if content && (looks_like_file || entry.kind == SourceKind::Other) {
                sink.push(not_a_file(entry, file));
            }
            return;
        }
        match parts[..] {
            ["site.yaml"] => self.site = Some(file),
            ["static", ..] => {
                self.statics.insert(parts[1..].join("/"), file);
            }
            ["content", name] => self.place_registry(name, file, sink),
            ["content", "documents", name] if name.ends_with(".yaml") => self.documents.push(file),
            ["content", "pages", name] => self.place_page(name, file, sink),
            ["content", agency, name] => self.place_in_agency(agency, name, file, sink),
            ["content", ..] => sink.push(unused(parts[parts.len() - 1], file)),
            _ => {}
        }
    }

    fn place_registry(&mut self, name: &str, file: FileId, sink: &mut Sink) {
        match name {
            "documents.yaml" => self.documents.push(file),
            "regulations.yaml" => self.regulations = Some(file),
            "life-events.yaml" => self.life_events = Some(file),
            "categories.yaml" => self.categories = Some(file),
            "holidays.yaml" => self.holidays = Some(file),
            _ => sink.push(unused(name, file)),
        }
    }

    fn place_page(&mut self, name: &str, file: FileId, sink: &mut Sink) {
        let Some(stem) = name.strip_suffix(".md") else {
            sink.push(unused(name, file));
            return;
        };
        let (stem, lang) = split_language(stem);
        if good_name(stem, file, sink) {
            let page = self.pages.entry(stem.to_owned()).or_default();
            page.add(lang, file);
        }
    }

    fn place_in_agency(&mut self, agency: &str, name: &str, file: FileId, sink: &mut Sink) {
        let stem = name
            .strip_suffix(".yaml")
            .or_else(|| name.strip_suffix(".md"));
        let Some(stem) = stem else {
            sink.push(unused(name, file));
            return;
        };
        let (stem, lang) = split_language(stem);
        let known = self.agencies.contains_key(agency);
        if !(known || good_name(agency, file, sink) && not_reserved(agency, file, sink)) {
            return;
        }
        let folder = self.agencies.entry(agency.to_owned()).or_default();
        if stem == "agency" {
            folder.agency.add(lang, file);
        } else if good_name(stem, file, sink) {
            let service = folder.services.entry(stem.to_owned()).or_default();
            match (lang, service.file) {
                (None, Some(first)) => sink.push(two_files(stem, first, file)),
                _ => service.add(lang, file),
            }
        }
    }

    fn report_missing(&mut self, sink: &mut Sink) {
        if self.site.is_none() {
            sink.push(
                Diagnostic::new(
                    Code::K0010,
                    Span::file_start(FileId(u32::MAX)),
                    say!(
                        "`site.yaml` tidak ada di folder ini",
                        "there is no `site.yaml` in this folder"
                    ),
                )
                .help(say!(
                    "pindah ke folder situs Anda, atau buat yang baru dengan `maklumat init`",
                    "change to the folder of your site, or make a new one with `maklumat init`"
                )),
            );
        }
        for (name, folder) in &mut self.agencies {
            if folder.agency.file.is_none()
                && let Some((stem, file)) = folder.misnamed()
            {
                sink.push(misnamed_agency(
                    name,
                    &stem,
                    self.entries.get(file.0 as usize),
                    file,
                ));
                continue;
            }
            let first = folder.services.values().find_map(|service| service.file);
            if let (None, Some(first)) = (folder.agency.file, first) {
                sink.push(
                    Diagnostic::new(
                        Code::K0009,
                        Span::file_start(first),
                        say!(
                            "folder `content/{name}` tidak punya berkas `agency.yaml`",
                            "the folder `content/{name}` has no file `agency.yaml`"
                        ),
                    )
                    .help(say!(
                        "buat berkas content/{name}/agency.yaml dengan isi: nama: Nama dinas",
                        "make a file content/{name}/agency.yaml that says: name: Name of the agency"
                    )),
                );
            }
        }
        self.report_orphans(sink);
    }

    /// Translations of files that do not exist.
    fn report_orphans(&self, sink: &mut Sink) {
        let services = self
            .agencies
            .values()
            .flat_map(|folder| folder.services.values());
        let agencies = self.agencies.values().map(|folder| &folder.agency);
        for translated in services.chain(agencies).chain(self.pages.values()) {
            if let (None, Some(file)) = (translated.file, translated.translations.values().next()) {
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

    /// The paths of all static files, as content names them: `static/…`.
    pub fn static_paths(&self) -> BTreeSet<String> {
        self.statics
            .keys()
            .map(|path| format!("static/{path}"))
            .collect()
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

fn misnamed_agency(
    folder: &str,
    stem: &str,
    entry: Option<&SourceEntry>,
    file: FileId,
) -> Diagnostic {
    let name = entry
        .and_then(|entry| entry.path.rsplit('/').next())
        .map_or(format!("{stem}.yaml"), str::to_owned);
    Diagnostic::new(
        Code::K0009,
        Span::file_start(file),
        say!(
            "folder `content/{folder}` tidak punya berkas `agency.yaml`",
            "the folder `content/{folder}` has no file `agency.yaml`"
        ),
    )
    .help(say!(
        "bila `{name}` adalah data dinas, ganti namanya menjadi: agency.yaml; bila bukan, buat berkas content/{folder}/agency.yaml dengan isi: nama: Nama dinas",
        "if `{name}` describes the agency, rename it to: agency.yaml; if not, make a file content/{folder}/agency.yaml that says: name: Name of the agency"
    ))
}

impl Translated {
    fn add(&mut self, lang: Option<&str>, file: FileId) {
        match lang {
            None => self.file = Some(file),
            Some(lang) => {
                self.translations.insert(lang.to_owned(), file);
            }
        }
    }
}

/// `layanan.en` is the English translation of `layanan`.
fn split_language(stem: &str) -> (&str, Option<&str>) {
    match stem.rsplit_once('.') {
        Some((name, lang)) if is_tag(lang) => (name, Some(lang)),
        _ => (stem, None),
    }
}

fn good_name(name: &str, file: FileId, sink: &mut Sink) -> bool {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let good = !name.is_empty() && name.chars().all(fits) && !name.starts_with('-');
    if !good {
        let mend = address_name(name);
        sink.push(
            Diagnostic::new(
                Code::K0007,
                Span::file_start(file),
                say!(
                    "nama `{name}` tidak dapat menjadi alamat halaman",
                    "the name `{name}` cannot be the address of a page"
                ),
            )
            .label(say!(
                "hanya huruf kecil a-z, angka dan tanda hubung",
                "lower-case a-z, digits and hyphens only"
            ))
            .help(say!(
                "ganti namanya menjadi: {mend}",
                "rename it to: {mend}"
            )),
        );
    }
    good
}

/// A name made fit for an address: `KTP Hilang` becomes `ktp-hilang`.
pub fn address_name(name: &str) -> String {
    let mut out = String::new();
    for c in name.to_lowercase().chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c);
        } else if !out.ends_with('-') && !out.is_empty() {
            out.push('-');
        }
    }
    out.trim_end_matches('-').to_owned()
}

fn not_reserved(agency: &str, file: FileId, sink: &mut Sink) -> bool {
    let reserved = RESERVED.contains(&agency);
    if reserved {
        sink.push(
            Diagnostic::new(
                Code::K0007,
                Span::file_start(file),
                say!(
                    "nama folder `{agency}` dipakai program ini sendiri",
                    "the folder name `{agency}` is used by the program itself"
                ),
            )
            .help(say!(
                "beri folder itu nama dinasnya, misalnya: dinas-{agency}",
                "name the folder after its agency, such as: dinas-{agency}"
            )),
        );
    }
    !reserved
}

fn not_a_file(entry: &SourceEntry, file: FileId) -> Diagnostic {
    let path = &entry.path;
    let message = match entry.kind {
        SourceKind::Folder => say!(
            "`{path}` adalah folder, bukan berkas",
            "`{path}` is a folder, not a file"
        ),
        _ => say!(
            "`{path}` adalah pintasan atau benda lain yang tidak pernah dibaca, bukan berkas biasa",
            "`{path}` is a link or something else that is never read, not an ordinary file"
        ),
    };
    Diagnostic::new(Code::K0002, Span::file_start(file), message).help(say!(
        "ganti dengan berkas biasa, atau hapus",
        "put an ordinary file there, or delete it"
    ))
}

fn unused(name: &str, file: FileId) -> Diagnostic {
    let known = [
        "documents.yaml",
        "regulations.yaml",
        "life-events.yaml",
        "categories.yaml",
        "holidays.yaml",
        "agency.yaml",
    ];
    let finding = Diagnostic::new(
        Code::K0008,
        Span::file_start(file),
        say!(
            "berkas `{name}` tidak dibaca program di sini",
            "nothing reads the file `{name}` here"
        ),
    );
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    if name.ends_with(".yml") {
        return finding.help(say!(
            "ganti namanya menjadi: {stem}.yaml",
            "rename it to: {stem}.yaml"
        ));
    }
    match nearest(name, known) {
        Some(near) => finding.help(say!("mungkin maksud Anda: {near}", "did you mean: {near}")),
        None => finding.help(say!(
            "layanan ditulis di `content/DINAS/LAYANAN.yaml`; gambar dan PDF ditaruh di `static/`",
            "a service is `content/AGENCY/SERVICE.yaml`; pictures and PDFs go into `static/`"
        )),
    }
}

fn two_files(stem: &str, first: FileId, second: FileId) -> Diagnostic {
    Diagnostic::new(
        Code::K0404,
        Span::file_start(second),
        say!(
            "layanan `{stem}` ditulis di dua berkas",
            "the service `{stem}` is written in two files"
        ),
    )
    .also(
        Span::file_start(first),
        say!("berkas pertama", "the first file"),
    )
    .help(say!(
        "hapus salah satu, atau ganti namanya",
        "delete one of them, or rename it"
    ))
}
