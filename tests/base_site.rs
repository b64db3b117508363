//! A small site that tests lay their files over: `Kota Contoh`, one agency with a decree, nothing to complain about.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::date;
use maklumat::analyze::Deny;
use maklumat::diagnostic::{Code, Failure, Report};
use maklumat::output::MemoryOutput;
use maklumat::pipeline::{self, Settings};
use maklumat::render::pen::Drafts;
use maklumat::seal::Form;
use maklumat::source::{SourceEntry, SourceKind, Sources};
use maklumat::theme::Theme;

/// The files of the site unless a test brings its own.
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

/// A site in memory. Beside files it can hold what only a disk has: folders, links, files nobody may read.
#[derive(Debug, Clone)]
pub struct BaseSite {
    files: BTreeMap<String, Vec<u8>>,
    kinds: BTreeMap<String, SourceKind>,
    unreadable: BTreeSet<String>,
}

impl BaseSite {
    /// The site as it is.
    pub fn new() -> Self {
        let files = FILES.map(|(path, text)| (path.to_owned(), text.into()));
        Self {
            files: files.into(),
            kinds: BTreeMap::new(),
            unreadable: BTreeSet::new(),
        }
    }

    /// Lays a file over the site.
    pub fn put(&mut self, path: &str, bytes: impl Into<Vec<u8>>) {
        self.files.insert(path.to_owned(), bytes.into());
    }

    /// Takes a file out of the site.
    pub fn remove(&mut self, path: &str) {
        self.files.remove(path);
    }

    /// Puts a folder or a link where a file could stand.
    pub fn put_other(&mut self, path: &str, kind: SourceKind) {
        self.put(path, "");
        self.kinds.insert(path.to_owned(), kind);
    }

    /// Lets nobody read a file.
    pub fn lock(&mut self, path: &str) {
        self.put(path, "");
        self.unreadable.insert(path.to_owned());
    }

    /// Everything that is found about the site and its theme.
    pub fn report(&self) -> Report {
        self.compile().0
    }

    /// Everything that is found, and the pages if nothing stands against them.
    pub fn compile(&self) -> (Report, MemoryOutput) {
        let mut output = MemoryOutput::default();
        let (folder, overrides) = self.theme_files();
        let report = match Theme::with_files(&overrides) {
            Ok(theme) => pipeline::compile(self, &theme, &settings(), &mut output),
            Err(problems) => pipeline::check(self, &settings()).map(|(mut report, _)| {
                let of_theme = pipeline::theme_report(&problems, &folder, &overrides);
                report.findings.extend(of_theme.findings);
                report
            }),
        };
        (report.expect("a map can always be read"), output)
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

impl Sources for BaseSite {
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
        self.files
            .get(path)
            .cloned()
            .ok_or_else(|| "No such file or directory (os error 2)".to_owned())
    }
}

/// The settings of every test: a fixed day, pages as the templates wrote them.
pub fn settings() -> Settings {
    Settings {
        today: date(2026, 11, 1),
        base_url: None,
        form: Form::AsWritten,
        drafts: Drafts::Without,
        deny: Deny::Errors,
    }
}

/// Hints that every short example would have: components that are not written yet, rules that no test tries.
const OF_EVERY_EXAMPLE: [Code; 3] = [Code::K0502, Code::K0802, Code::K0803];

/// The same findings without the hints that every short example has, unless they are wanted.
pub fn without_common_hints(mut report: Report, wanted: impl Fn(Code) -> bool) -> Report {
    report
        .findings
        .retain(|finding| wanted(finding.code) || !OF_EVERY_EXAMPLE.contains(&finding.code));
    report
}
