//! The site of a test: sound as it is, with files put, replaced or taken away; checked, built, or written to a disk.

mod folder;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use jiff::civil::{Date, date};
use maklumat::analyze::{Deny, SoundSite};
use maklumat::diagnostic::{Failure, Report};
use maklumat::output::MemoryOutput;
use maklumat::pipeline::{self, Settings};
use maklumat::route::Drafts;
use maklumat::source::{SourceEntry, SourceKind, Sources};
use maklumat::theme::{self, Form, Theme};

pub use folder::{Folder, Run};

/// Where the service of a test stands unless it needs another place.
pub const SERVICE: &str = "content/dinas-contoh/ktp.yaml";

/// The page of that service.
pub const PAGE: &str = "dinas-contoh/ktp.html";

/// `Kota Contoh`: one agency with a decree, nothing to complain about.
const FILES: [(&str, &str); 2] = [
    (
        "site.yaml",
        "judul: Standar Pelayanan Kota Contoh\nalamat_situs: https://contoh.example/layanan/\ncontoh: ya\n",
    ),
    (
        "content/dinas-contoh/agency.yaml",
        "nama: Dinas Contoh\nsk:\n  nomor: CONTOH/1/2025\n  tanggal: 2025-02-01\n",
    ),
];

/// The example town, and its papers.
pub const TOWN: &str = "tests/sites/kota-contoh";
const PAPERS: &str = "content/documents.yaml";

/// Services that name no others than each other.
pub const FEW: [&str; 4] = [
    "content/kecamatan-contoh/ktp-elektronik.yaml",
    "content/pendidikan-contoh/pengganti-ijazah.yaml",
    "content/perhubungan-contoh/uji-berkala-lanjutan.yaml",
    "content/perhubungan-contoh/uji-berkala-pertama.yaml",
];

/// The theme as it comes, read once for all tests.
static DEFAULT_THEME: LazyLock<Theme> =
    LazyLock::new(|| Theme::with_files(&BTreeMap::new()).expect("a sound theme"));

/// A site in memory. Beside files it can hold what only a disk has: folders, links, files nobody may read.
#[derive(Debug, Clone)]
pub struct Site {
    files: BTreeMap<String, Vec<u8>>,
    kinds: BTreeMap<String, SourceKind>,
    unreadable: BTreeSet<String>,
    settings: Settings,
}

/// What a build gave.
#[derive(Debug)]
pub struct Built {
    /// Everything that was found.
    pub report: Report,
    /// The files, if nothing stood against them.
    pub files: BTreeMap<String, Vec<u8>>,
}

impl Site {
    /// `Kota Contoh`, without a service.
    pub fn new() -> Self {
        Self::of(FILES)
    }

    /// `Kota Contoh` with one service, at [`SERVICE`].
    pub fn with_service() -> Self {
        Self::new().with(
            SERVICE,
            "judul: Contoh Layanan KTP\npersyaratan:\n  - Fotokopi KK\n",
        )
    }

    /// A site of these files and no others, on a fixed day, as the templates wrote it, without drafts.
    pub fn of<P: AsRef<str>, B: AsRef<[u8]>>(files: impl IntoIterator<Item = (P, B)>) -> Self {
        let settings = Settings {
            today: date(2026, 11, 1),
            base_url: None,
            form: Form::AsWritten,
            keeps: true,
            drafts: Drafts::Without,
            deny: Deny::Errors,
        };
        let site = Self {
            files: BTreeMap::new(),
            kinds: BTreeMap::new(),
            unreadable: BTreeSet::new(),
            settings,
        };
        site.with_all(files)
    }

    /// The site in a folder of the repository, or anywhere else.
    pub fn read(folder: impl AsRef<Path>) -> Self {
        let folder = repository().join(folder);
        let mut site = Self::of([("site.yaml", bytes_of(&folder.join("site.yaml")))]);
        for part in ["content", "static"] {
            let entries = walkdir::WalkDir::new(folder.join(part)).into_iter();
            for path in entries.flatten().map(walkdir::DirEntry::into_path) {
                if path.is_file() {
                    let name = path.strip_prefix(&folder).expect("below the folder");
                    let name = name.to_str().expect("a name in UTF-8").replace('\\', "/");
                    site.files.insert(name, bytes_of(&path));
                }
            }
        }
        site
    }

    /// Four services of the example town, for tests that check or build a site many times.
    pub fn small_town() -> Self {
        let mut site = Self::read(TOWN);
        let papers = String::from_utf8_lossy(&site.files[PAPERS]).into_owned();
        let known = |line: &&str| !line.contains("diterbitkan_oleh:");
        let papers: Vec<&str> = papers.lines().filter(known).collect();
        let papers = papers.join("\n") + "\n";
        site.files.retain(|path, _| {
            let service = path.starts_with("content/") && path.matches('/').count() == 2;
            !service || path.ends_with("/agency.yaml") || FEW.contains(&path.as_str())
        });
        site.with(PAPERS, papers)
    }

    /// The site with a file put or replaced.
    pub fn with(mut self, path: &str, bytes: impl AsRef<[u8]>) -> Self {
        self.files.insert(path.to_owned(), bytes.as_ref().to_vec());
        self
    }

    /// The site with some files put or replaced.
    pub fn with_all<P: AsRef<str>, B: AsRef<[u8]>>(
        self,
        files: impl IntoIterator<Item = (P, B)>,
    ) -> Self {
        let files = files.into_iter();
        files.fold(self, |site, (path, bytes)| site.with(path.as_ref(), bytes))
    }

    /// The site without a file.
    pub fn without(mut self, path: &str) -> Self {
        self.files.remove(path);
        self
    }

    /// The site with a folder or a link where a file could stand.
    pub fn with_other(mut self, path: &str, kind: SourceKind) -> Self {
        self.kinds.insert(path.to_owned(), kind);
        self.with(path, "")
    }

    /// The site with a file that nobody may read.
    pub fn with_unreadable(mut self, path: &str) -> Self {
        self.unreadable.insert(path.to_owned());
        self.with(path, "")
    }

    /// The site, built in this form.
    pub fn form(mut self, form: Form) -> Self {
        self.settings.form = form;
        self
    }

    /// The site with its drafts.
    pub fn with_drafts(mut self) -> Self {
        self.settings.drafts = Drafts::With;
        self
    }

    /// The site, checked and built on this day.
    pub fn on(mut self, today: Date) -> Self {
        self.settings.today = today;
        self
    }

    /// What its runs depend on beside the files.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// What is found in the files whatever the theme, and the site itself if it is sound.
    pub fn check(&self) -> (Report, Option<SoundSite>) {
        pipeline::check(self, None, &self.settings).expect("a map can always be read")
    }

    /// Everything that is found about the site and its theme, and the pages if nothing stands against them.
    pub fn build(&self) -> Built {
        let mut output = MemoryOutput::default();
        let (folder, overrides) = self.theme_files();
        let own;
        let theme = if overrides.is_empty() {
            Ok(&*DEFAULT_THEME)
        } else {
            own = Theme::with_files(&overrides);
            own.as_ref()
        };
        let report = match theme {
            Ok(theme) => pipeline::compile(self, theme, &self.settings, &mut output)
                .expect("a map can always be read"),
            Err(problems) => {
                let (mut report, _) = self.check();
                let of_theme = theme::report(problems, &folder, &overrides);
                report.findings.extend(of_theme.findings);
                report
            }
        };
        Built {
            report,
            files: output.files,
        }
    }

    /// Everything that its content and its `site.yaml` say.
    pub fn texts(&self) -> String {
        let files = self.files.iter();
        let own = files.filter(|(path, _)| path.ends_with(".yaml") && !path.starts_with("themes/"));
        own.map(|(_, bytes)| String::from_utf8_lossy(bytes) + "\n")
            .collect()
    }

    /// The text of a file.
    pub fn text(&self, path: &str) -> String {
        let bytes = self.files.get(path).unwrap_or_else(|| panic!("no {path}"));
        String::from_utf8_lossy(bytes).into_owned()
    }

    /// Writes the site into a folder.
    pub fn write_to(&self, folder: &Path) {
        for (path, bytes) in &self.files {
            let path = folder.join(path);
            std::fs::create_dir_all(path.parent().expect("below the folder")).expect("a folder");
            std::fs::write(path, bytes).expect("a file of the site");
        }
    }

    /// The site in a folder of its own.
    pub fn on_disk(&self) -> Folder {
        let folder = Folder::empty();
        for (path, bytes) in &self.files {
            folder.write(path, bytes);
        }
        folder
    }

    /// The theme's folder and its files.
    fn theme_files(&self) -> (String, BTreeMap<String, String>) {
        let mut folder = "themes/default".to_owned();
        let mut files = BTreeMap::new();
        for (path, bytes) in &self.files {
            let parts: Vec<&str> = path.splitn(3, '/').collect();
            if let ["themes", name, file] = parts[..] {
                folder = format!("themes/{name}");
                let text = String::from_utf8(bytes.clone()).expect("a theme is text");
                files.insert(file.to_owned(), text);
            }
        }
        (folder, files)
    }
}

impl Built {
    /// The text of a file, which must have been built without an error.
    #[track_caller]
    pub fn page(&self, path: &str) -> &str {
        assert!(!self.report.has_errors(), "{:#?}", self.report.findings);
        let Some(bytes) = self.files.get(path) else {
            panic!("{path} is not among {:?}", self.files.keys());
        };
        std::str::from_utf8(bytes).expect("UTF-8")
    }
}

impl Sources for Site {
    fn entries(&self) -> Result<Vec<SourceEntry>, Failure> {
        let seen = |path: &&String| !path.starts_with("themes/");
        let entries = self.files.keys().filter(seen).map(|path| SourceEntry {
            path: path.clone(),
            kind: self.kinds.get(path).copied().unwrap_or(SourceKind::File),
            size: self.files[path].len() as u64,
        });
        Ok(entries.collect())
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, String> {
        if self.unreadable.contains(path) {
            return Err("Permission denied (os error 13)".to_owned());
        }
        let found = self.files.get(path).cloned();
        found.ok_or_else(|| "No such file or directory (os error 2)".to_owned())
    }
}

/// The folder of this repository.
pub fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// The text of a file of this repository.
pub fn text_of(path: &str) -> String {
    String::from_utf8(bytes_of(&repository().join(path))).expect("UTF-8")
}

fn bytes_of(path: &Path) -> Vec<u8> {
    std::fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
