//! Diagnostics as documents: `tests/diagnostics/*.md`, each section a sentence, a small file, and what is printed.
//!
//! A section's heading ends with the codes it shows. A file is a bold path and the fence below it; `human` is what
//! staff read, `short` the same findings in English, with the labels and the help below each. The files are laid over a
//! small site (`tests/site.rs`).
//! `UPDATE=1 cargo test --test tests diagnostics::` writes the `human` and `short` fences anew.

mod document;
mod values;

use std::collections::BTreeSet;
use std::path::PathBuf;

use maklumat::diagnostic::format::{Colour, human, short};
use maklumat::diagnostic::{Code, Lang, Located, Report, Sink};
use maklumat::parse::Reader;
use maklumat::parse::layout::Layout;
use maklumat::source::Sources;

use crate::site::{Site, repository};

use document::{Document, Section, visible};

/// Codes whose help ends with lines to copy.
const READY_MADE: [Code; 2] = [Code::K0802, Code::K0803];

/// Hints that many short examples would have: answers without a phrase, components that are not written yet, words that are
/// not plain, rules that no test tries, translations without stamps.
const OF_EVERY_EXAMPLE: [Code; 9] = [
    Code::K0338,
    Code::K0409,
    Code::K0502,
    Code::K0606,
    Code::K0607,
    Code::K0608,
    Code::K0703,
    Code::K0802,
    Code::K0803,
];

/// What is found only where a network is: tests/outside.rs shows it.
const OF_A_NETWORK: [&str; 3] = ["K0411", "K0412", "K0413"];

/// The documents, sorted by name.
fn paths() -> Vec<PathBuf> {
    let folder = repository().join("tests/diagnostics");
    let entries = std::fs::read_dir(folder).expect("tests/diagnostics");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let mut paths: Vec<PathBuf> = paths
        .filter(|path| path.extension().is_some_and(|end| end == "md"))
        .collect();
    paths.sort();
    paths
}

/// What the program prints about the site of a section, and the codes it found.
fn run(section: &Section) -> (String, String, BTreeSet<&'static str>) {
    let mut report = section.site().build().report;
    if section.codes.contains(Code::K0704.number()) {
        report.findings.extend(untranslated(&section.site()));
    }
    let named = |code: Code| section.codes.contains(code.number());
    let told = |code| named(code) || !OF_EVERY_EXAMPLE.contains(&code);
    report.findings.retain(|finding| told(finding.code));
    let codes = report.findings.iter().map(|found| found.code.number());
    let codes = codes.collect();
    let people = visible(&human(&report, Lang::Id, Colour::Never));
    let machines = visible(&in_english(&report));
    (people, machines, codes)
}

/// What is found only when it is asked for.
fn untranslated(site: &Site) -> Vec<Located> {
    let layout = Layout::new(site.entries().expect("a map"), &mut Sink::deaf());
    let reader = Reader::new(site, &layout);
    let surveyed = reader.survey(&["id".to_owned(), "en".to_owned()]);
    let findings = surveyed.into_iter().flat_map(|one| one.findings);
    let read = |file| {
        let path = layout.path(file).to_owned();
        let text = site.read(&path).expect("a file");
        (path, String::from_utf8(text).expect("UTF-8"))
    };
    let weigh = |code: Code, _| Some(code.severity());
    Report::new(findings.collect(), weigh, read).findings
}

/// The short lines in English, each with what else its finding says.
fn in_english(report: &Report) -> String {
    let mut out = String::new();
    for (line, found) in short(report, Lang::En).lines().zip(&report.findings) {
        out.push_str(&format!("{line}\n"));
        let also = found.also.iter().map(|(_, label)| label);
        let labels = found.label.iter().chain(also).map(|label| ("label", label));
        let help = found.help.iter().map(|help| ("help", help));
        for (what, message) in labels.chain(help) {
            let text = message.en.replace('\n', "\n    ");
            out.push_str(&format!("  {what}: {text}\n"));
        }
    }
    out
}

#[test]
fn each_document_says_what_is_printed() {
    let update = std::env::var_os("UPDATE").is_some();
    let mut complaints = Vec::new();
    for path in paths() {
        let text = std::fs::read_to_string(&path).expect("a document");
        let document = Document::parse(&text);
        let name = path.file_name().expect("a name").display().to_string();
        assert!(!document.sections.is_empty(), "{name} has no section");
        let mut results = Vec::new();
        for section in &document.sections {
            let (people, machines, codes) = run(section);
            let heading = &section.heading;
            let named: BTreeSet<&str> = section.codes.iter().map(String::as_str).collect();
            if codes != named {
                complaints.push(format!("{name}: `{heading}` found {codes:?}"));
            }
            for (what, wanted, found) in [
                ("human", &section.human, &people),
                ("short", &section.short, &machines),
            ] {
                if !update && wanted != found {
                    complaints.push(format!(
                        "{name}: `{heading}`, {what}, expected:\n{wanted}\nbut found:\n{found}"
                    ));
                }
            }
            results.push((people, machines));
        }
        if update {
            std::fs::write(&path, document.with_results(&results)).expect("write the document");
        }
    }
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

#[test]
fn every_code_has_a_section() {
    let mut shown = BTreeSet::new();
    for path in paths() {
        let text = std::fs::read_to_string(&path).expect("a document");
        for section in Document::parse(&text).sections {
            shown.extend(section.codes);
        }
    }
    let missing: Vec<_> = Code::ALL
        .iter()
        .map(|code| code.number())
        .filter(|number| !shown.contains(*number) && !OF_A_NETWORK.contains(number))
        .collect();
    assert!(missing.is_empty(), "no section shows {missing:?}");
}

#[test]
fn every_message_says_what_to_type_in_both_languages() {
    for path in paths() {
        let text = std::fs::read_to_string(&path).expect("a document");
        for section in Document::parse(&text).sections {
            for found in section.site().build().report.findings {
                let (heading, number) = (&section.heading, found.code.number());
                if found.code == Code::K0901 {
                    continue; // The template engine speaks for itself.
                }
                let help = found.help.as_ref();
                let help = help.unwrap_or_else(|| panic!("`{heading}`: {number} has no help"));
                for sentence in [&found.message, help] {
                    for text in [&sentence.id, &sentence.en] {
                        assert!(
                            !text.trim().is_empty(),
                            "`{heading}`: {number}: an empty sentence"
                        );
                        assert!(
                            !text.ends_with('.'),
                            "`{heading}`: {number}: ends with a period"
                        );
                        let ready = READY_MADE.contains(&found.code) && sentence == help;
                        let lines = text.lines().count();
                        assert!(ready || lines == 1, "`{heading}`: {number}: two lines");
                    }
                }
            }
        }
    }
}
