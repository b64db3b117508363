//! Reading: nothing that stands in a file makes the program fall over, and what is sound is read as `serde_yaml` reads it.
//!
//! The cases are drawn with a fixed seed. `FULL=1` draws twenty times as many.

mod oracle;
mod spoil;

use std::panic::{AssertUnwindSafe, catch_unwind};

use maklumat::diagnostic::format::{Colour, github, human, json, sarif, short};
use maklumat::diagnostic::{Lang, Sink};
use maklumat::span::FileId;
use maklumat::yaml;

use crate::site::{Site, repository};

use oracle::difference;
pub use spoil::Dice;

/// How often a file is spoilt, unless all is asked for.
const CASES: usize = 600;

fn cases() -> usize {
    let full = std::env::var_os("FULL").is_some();
    CASES * if full { 20 } else { 1 }
}

/// The files below a folder of the repository, by path from it.
fn files_of(folder: &str) -> Vec<(String, Vec<u8>)> {
    let root = repository().join(folder);
    let mut found = Vec::new();
    for entry in walkdir::WalkDir::new(&root).sort_by_file_name() {
        let entry = entry.expect("an entry");
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(&root).expect("below the folder");
            let path = path.to_str().expect("a name in UTF-8").replace('\\', "/");
            let bytes = std::fs::read(entry.path()).expect("a file");
            found.push((path, bytes));
        }
    }
    assert!(!found.is_empty(), "{folder} holds no file");
    found
}

/// The YAML of a file: all of it, or the front matter of a Markdown file.
fn yaml_of(path: &str, text: &str) -> Option<String> {
    if path.ends_with(".yaml") {
        return Some(text.to_owned());
    }
    let matter = text.strip_prefix("---\n")?.split_once("\n---\n")?.0;
    path.ends_with(".md").then(|| format!("{matter}\n"))
}

/// Every YAML document of the repository.
fn documents() -> Vec<(String, String)> {
    let mut all = Vec::new();
    for folder in ["content", "tests/data/reference", "tests/data/corpus"] {
        for (path, bytes) in files_of(folder) {
            if let Ok(text) = String::from_utf8(bytes)
                && let Some(yaml) = yaml_of(&path, &text)
            {
                all.push((format!("{folder}/{path}"), yaml));
            }
        }
    }
    all
}

/// What our reader makes of a text, and whether it found anything to say.
fn read(text: &str) -> (Option<yaml::Node>, bool) {
    let mut sink = Sink::default();
    let node = yaml::read(FileId(0), 0, text, &mut sink);
    (node.map(|tree| tree.node), sink.is_empty())
}

/// Checks a site and prints what was found in every form.
fn check_and_print(site: &Site) {
    let (report, _) = site.check();
    for lang in [Lang::Id, Lang::En] {
        let printed = [
            human(&report, lang, Colour::Always),
            short(&report, lang),
            json(&report, lang),
            sarif(&report, lang),
            github(&report, lang),
        ];
        assert!(report.findings.is_empty() || printed.iter().all(|text| !text.is_empty()));
    }
}

#[test]
fn no_file_makes_the_check_fall_over() {
    let reference = files_of("tests/data/reference");
    let site = Site::of(reference.iter().map(|(path, bytes)| (path, bytes))).with_drafts();
    let content: Vec<&(String, Vec<u8>)> = reference
        .iter()
        .filter(|(path, _)| path == "site.yaml" || path.starts_with("content/"))
        .collect();
    for seed in 0..cases() {
        let mut dice = Dice::new(seed as u64);
        let (path, bytes) = content[dice.below(content.len())];
        let (_, other) = content[dice.below(content.len())];
        let spoilt = spoil::spoil(bytes, other, &mut dice);
        let site = site.clone().with(path, &spoilt);
        let checked = catch_unwind(AssertUnwindSafe(|| check_and_print(&site)));
        assert!(
            checked.is_ok(),
            "seed {seed}, {path}:\n{}",
            String::from_utf8_lossy(&spoilt)
        );
    }
}

#[test]
fn every_document_is_read_as_serde_yaml_reads_it() {
    let documents = documents();
    assert!(documents.len() > 30, "{} documents", documents.len());
    for (path, text) in documents {
        let (node, quiet) = read(&text);
        assert!(quiet, "{path}: our reader has something to say");
        let theirs = serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"));
        let node = node.expect("a document");
        assert_eq!(difference(&node, &theirs, "$"), None, "{path}");
    }
}

#[test]
fn spoilt_documents_that_are_sound_are_read_as_serde_yaml_reads_them() {
    let documents = documents();
    let mut compared = 0;
    for seed in 0..cases() * 5 {
        let mut dice = Dice::new(1_000_000 + seed as u64);
        let (path, text) = &documents[dice.below(documents.len())];
        let spoilt = spoil::spoil(text.as_bytes(), b"", &mut dice);
        let Ok(spoilt) = String::from_utf8(spoilt) else {
            continue;
        };
        if spoilt.contains(['\0', '\u{85}', '\u{2028}', '\u{2029}']) {
            continue; // Refused before any parser sees it, or a line end to one parser only.
        }
        let (Some(node), true) = read(&spoilt) else {
            continue;
        };
        // To us the last line of a file is a line, whether it ends or not.
        let ended = format!("{}\n", spoilt.strip_suffix('\n').unwrap_or(&spoilt));
        let Ok(theirs) = serde_yaml::from_str(&ended) else {
            continue; // The other reader is stricter here; ours has read all of it.
        };
        compared += 1;
        let found = difference(&node, &theirs, "$");
        assert_eq!(found, None, "seed {seed}, {path}:\n{spoilt}");
    }
    assert!(compared > cases(), "only {compared} were sound");
}

#[test]
fn what_serde_yaml_writes_is_read_back() {
    for seed in 0..cases() * 5 {
        let mut dice = Dice::new(2_000_000 + seed as u64);
        let value = oracle::drawn(&mut dice, 3);
        let text = serde_yaml::to_string(&value).expect("YAML");
        let (node, _) = read(&text);
        let node = node.unwrap_or_else(|| panic!("seed {seed}: nothing was read of:\n{text}"));
        let found = difference(&node, &value, "$");
        assert_eq!(found, None, "seed {seed}:\n{text}");
    }
}

#[test]
fn a_value_read_otherwise_is_noticed() {
    let (node, _) = read("nomor: 0254200083\n");
    let theirs = serde_yaml::from_str("nomor: \"254200083\"\n").expect("YAML");
    assert_eq!(
        difference(&node.expect("a document"), &theirs, "$"),
        Some("$.nomor: we read `0254200083`, they String(\"254200083\")".to_owned())
    );
}
