//! The tests that hints suggest are what they promise: copied into the file they pass, and the hints are gone.

use std::collections::BTreeSet;

use maklumat::diagnostic::{Code, Lang, Report};

use crate::site::{SERVICE, Site, repository, text_of};

/// A service of the repository, its tests left out.
fn service(path: &str, tests: &str) -> String {
    let text = text_of(path);
    let start = text.find(&format!("\n{tests}:\n")).expect("tests");
    text[..=start].to_owned()
}

/// What is found in a service beside the papers and the shared questions of a folder.
fn report(content: &str, text: &str) -> Report {
    let names = ["documents.yaml", "questions.yaml"];
    let paths = names.map(|name| (format!("content/{name}"), format!("{content}/{name}")));
    let there = paths
        .into_iter()
        .filter(|(_, path)| repository().join(path).exists());
    let site = Site::new().with_all(there.map(|(name, path)| (name, text_of(&path))));
    site.with(SERVICE, text).check().0
}

/// The lines to copy that the hints of a report bring.
fn suggested(report: &Report, lang: Lang) -> Vec<String> {
    let hints = report.findings.iter();
    let hints = hints.filter(|found| matches!(found.code, Code::K0802 | Code::K0803));
    hints
        .filter_map(|found| {
            let help = found.help.as_ref().expect("a test to copy").get(lang);
            // A test that serves two findings is printed once.
            let (_, lines) = help.split_once('\n')?;
            Some(lines.to_owned())
        })
        .collect()
}

#[test]
fn what_is_suggested_passes_and_suffices() {
    for (content, path, key, lang) in [
        (
            "content",
            "content/disdukcapil-kota-serang/penerbitan-ktp-elektronik.yaml",
            "uji",
            Lang::Id,
        ),
        (
            "tests/sites/kota-contoh/content",
            "tests/sites/kota-contoh/content/kecamatan-contoh/ktp-elektronik.yaml",
            "uji",
            Lang::Id,
        ),
        (
            "tests/sites/kota-contoh/content",
            "tests/sites/kota-contoh/content/perhubungan-contoh/uji-berkala-pertama.yaml",
            "tests",
            Lang::En,
        ),
    ] {
        let mut text = service(path, key);
        let bare = report(content, &text);
        let lines = suggested(&bare, lang);
        assert!(lines.len() > 4, "{path}: {lines:#?}");
        let names = lines.iter().flat_map(|lines| lines.lines());
        let names: Vec<&str> = names.filter(|line| line.starts_with("  - ")).collect();
        let different: BTreeSet<&&str> = names.iter().collect();
        assert_eq!(names.len(), different.len(), "{path}: {names:#?}");
        text.push_str(&format!("{key}:\n{}\n", lines.join("\n")));
        let mended = report(content, &text);
        assert_eq!(suggested(&mended, lang), [""; 0], "{path}");
        let failing = mended
            .findings
            .iter()
            .filter(|found| found.code == Code::K0801);
        assert_eq!(failing.count(), 0, "{path}: {:#?}", mended.findings);
    }
}
