//! Whatever is dropped into a site's folder is read or named in a finding; nothing is passed over in silence.

use std::collections::BTreeSet;
use std::sync::Mutex;

use maklumat::diagnostic::{Failure, Report};
use maklumat::disk::{SiteFolder, is_leftover};
use maklumat::pipeline;
use maklumat::source::{SourceEntry, Sources};

use crate::site::Site;

/// What names are made of.
const PIECES: [&str; 16] = [
    "a",
    "B",
    ".",
    "..",
    "en",
    "id",
    "yaml",
    "yml",
    "md",
    "txt",
    " ",
    "-",
    "é",
    "agency",
    "documents",
    "~",
];

/// Where files are dropped.
const FOLDERS: [&str; 6] = [
    "content",
    "content/dinas-contoh",
    "content/dinas-contoh/lain",
    "content/documents",
    "content/pages",
    "content/.lain",
];

/// The sources of a folder, and which of them were asked for.
struct Watched {
    folder: SiteFolder,
    read: Mutex<BTreeSet<String>>,
}

impl Sources for Watched {
    fn entries(&self) -> Result<Vec<SourceEntry>, Failure> {
        self.folder.entries()
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, String> {
        self.read.lock().expect("no panic").insert(path.to_owned());
        self.folder.read(path)
    }
}

/// Names of up to four pieces with an ending in most: one in so many of all that there are.
fn names(one_in: usize) -> BTreeSet<String> {
    let count = PIECES.len();
    let name = |number: usize| {
        let mut rest = number;
        let mut name = String::new();
        while rest > 0 {
            name.push_str(PIECES[rest % count]);
            rest /= count;
        }
        name
    };
    let ends = ["", ".yaml", ".md", ".en.yaml", ".yaml.txt"];
    (1..count.pow(3))
        .step_by(one_in)
        .map(|number| format!("{}{}", name(number), ends[number % ends.len()]))
        .filter(|name| !["", ".", ".."].contains(&name.as_str()) && !is_leftover(name))
        .collect()
}

/// The files that were neither read nor named, by themselves or by a folder above them.
fn passed_over(files: &BTreeSet<String>, read: &BTreeSet<String>, report: &Report) -> Vec<String> {
    let mut named = BTreeSet::new();
    for finding in &report.findings {
        named.insert(finding.place.path.as_str());
        named.extend(finding.also.iter().map(|(place, _)| place.path.as_str()));
    }
    let told = |path: &String| {
        let above = path.match_indices('/').map(|(at, _)| &path[..at]);
        read.contains(path)
            || above
                .chain([path.as_str()])
                .any(|path| named.contains(path))
    };
    files.iter().filter(|path| !told(path)).cloned().collect()
}

/// The files dropped into the folder of a small site, and what came of it.
fn drop_in(paths: &BTreeSet<String>) -> Vec<String> {
    let text = |path: &String| {
        let matter = if path.ends_with(".md") { "---\n" } else { "" };
        format!("{matter}judul: Contoh\n{matter}")
    };
    let site = Site::with_service()
        .with("site.yaml", "judul: Situs Contoh\nbahasa: [id, en]\n")
        .with_all(paths.iter().map(|path| (path, text(path))));
    let folder = site.on_disk();
    let sources = Watched {
        folder: SiteFolder::new(folder.root()),
        read: Mutex::default(),
    };
    let (report, _) =
        pipeline::check(&sources, None, site.settings()).expect("a folder can be listed");
    let read = sources.read.into_inner().expect("no panic");
    passed_over(paths, &read, &report)
}

#[test]
fn a_file_of_any_name_below_the_content_is_read_or_named() {
    let names = names(13);
    let files: BTreeSet<String> = FOLDERS
        .iter()
        .flat_map(|folder| names.iter().map(move |name| format!("{folder}/{name}")))
        .collect();
    assert!(files.len() > 1000, "{} files are few", files.len());
    let passed = drop_in(&files);
    assert!(passed.is_empty(), "passed over: {passed:#?}");
}

#[test]
fn a_file_of_two_meanings_is_named() {
    for path in [
        "site.en.yaml",
        "situs.yaml",
        "documents.yaml",
        "layanan.yaml",
        "layanan.yaml.txt",
        "KTP.YAML",
        "standar.docx",
        "CNAME",
        "content/dinas-contoh/agency.md",
        "content/dinas-contoh/ktp.md",
        "content/dinas-contoh/ktp.jv.yaml",
        "content/dinas-contoh/ktp.id.yaml",
        "content/dinas-contoh/a..yaml",
    ] {
        let passed = drop_in(&BTreeSet::from([path.to_owned()]));
        assert!(passed.is_empty(), "passed over: {path}");
    }
    let both = [
        "content/dinas-contoh/ktp.en.md",
        "content/dinas-contoh/ktp.en.yaml",
    ];
    let passed = drop_in(&both.map(str::to_owned).into());
    assert!(passed.is_empty(), "passed over: {passed:?}");
}

#[test]
fn files_of_other_programs_beside_the_site_are_not_named() {
    for path in [
        "README.md",
        "LICENSE-MIT",
        "package.json",
        "docker-compose.yml",
        ".gitlab-ci.yml",
    ] {
        let passed = drop_in(&BTreeSet::from([path.to_owned()]));
        assert_eq!(passed, [path]);
    }
}
