//! The guide for staff keeps its word: every example is sound, and every key of the table exists.
//!
//! `UPDATE_DOCS=1 cargo test --test tests guide::` writes the table of keys anew.

use std::fmt::Write;

use maklumat::diagnostic::{Located, Severity};
use maklumat::model::shape::{Choice, RecordShape, Shape};
use maklumat::parse::file_shapes;
use maklumat::scaffold;

use crate::site::{Site, repository};

const GUIDE: &str = include_str!("../docs/panduan.md");

/// The examples of the guide: the path each names in its first line, and its text.
fn examples() -> Vec<(String, String)> {
    GUIDE
        .split("\n```yaml\n")
        .skip(1)
        .map(|rest| {
            let text = rest.split("\n```").next().unwrap_or(rest).to_owned() + "\n";
            let first = text.lines().next().unwrap_or_default();
            let path = first.strip_prefix("# ").expect("an example names its file");
            assert!(path.starts_with("content/"), "{path}");
            (path.to_owned(), text)
        })
        .collect()
}

/// What is found in a new site with these files, hints left out.
fn findings(files: &[(String, String)]) -> Vec<Located> {
    let site = Site::of(scaffold::init("Kota Contoh"))
        .with_all(files.iter().map(|(path, text)| (path, text)));
    let (report, _) = site.with_drafts().check();
    let heavy = |finding: &Located| finding.severity != Severity::Hint;
    report.findings.into_iter().filter(heavy).collect()
}

#[test]
fn every_example_of_the_guide_is_sound() {
    let examples = examples();
    assert!(examples.len() >= 10, "{}", examples.len());
    for (at, example) in examples.iter().enumerate() {
        let mut files = vec![example.clone()];
        if example.0.ends_with(".en.yaml") {
            // A translation lies over the example before it.
            files.insert(0, examples[at - 1].clone());
        }
        // A service that names shared questions comes after their list.
        let before = at.checked_sub(1).map(|at| &examples[at]);
        files.extend(
            before
                .filter(|(path, _)| path == "content/questions.yaml")
                .cloned(),
        );
        let wrong: Vec<String> = findings(&files)
            .iter()
            .filter(|finding| finding.severity == Severity::Error)
            .map(|finding| format!("{}: {}", finding.code.number(), finding.message.en))
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}\n{}", example.1);
    }
}

#[test]
fn the_table_of_keys_is_that_of_the_program() {
    let path = repository().join("docs/kunci.md");
    let table = table();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&path, &table).expect("docs/kunci.md is written");
    }
    let written = std::fs::read_to_string(&path).expect("docs/kunci.md");
    assert!(
        written == table,
        "docs/kunci.md is not that of the program: UPDATE_DOCS=1 cargo test --test tests guide::"
    );
}

/// The table of all keys, by file and record.
fn table() -> String {
    let mut text = "# Semua kunci\n\n\
        Kunci boleh ditulis dalam bahasa Indonesia atau Inggris. Tanda * berarti wajib ada. \
        Tabel ini dibuat dari program.\n"
        .to_owned();
    let mut told = Vec::new();
    for (kind, shape) in file_shapes() {
        let file = match kind {
            "site" => "site.yaml".to_owned(),
            "agency" => "content/DINAS/agency.yaml".to_owned(),
            "service" => "content/DINAS/LAYANAN.yaml".to_owned(),
            other => format!("content/{other}.yaml"),
        };
        let _ = write!(text, "\n## {file}\n");
        tell(&shape, "", &mut told, &mut text);
    }
    text
}

/// One table for each record that was not told before; `at` is the key that holds it.
fn tell(shape: &Shape, at: &str, told: &mut Vec<&'static str>, text: &mut String) {
    match shape {
        Shape::List(inner) | Shape::Named(inner) => tell(inner, at, told, text),
        Shape::Any(shapes) => shapes.iter().for_each(|shape| tell(shape, at, told, text)),
        Shape::Record(record) if !told.contains(&record.name) => {
            told.push(record.name);
            tell_record(record, at, text);
            for field in record.fields {
                let at = match at {
                    "" => field.id.to_owned(),
                    at => format!("{at}, {}", field.id),
                };
                tell(&(field.shape)(), &at, told, text);
            }
        }
        _ => {}
    }
}

fn tell_record(record: &RecordShape, at: &str, text: &mut String) {
    if !at.is_empty() {
        let _ = write!(text, "\n### {at}\n");
    }
    text.push_str("\n| kunci | English | arti |\n| --- | --- | --- |\n");
    for field in record.fields {
        let (id, en, about) = (field.id, field.en, field.about_id);
        let mark = if field.required { " *" } else { "" };
        let values = match choices(&(field.shape)()) {
            values if values.is_empty() => String::new(),
            values => format!(": {values}"),
        };
        let _ = writeln!(text, "| `{id}`{mark} | `{en}` | {about}{values} |");
    }
}

/// The fixed values of a key as Indonesian words, with the English ones where they differ.
fn choices(shape: &Shape) -> String {
    match shape {
        Shape::List(inner) | Shape::Named(inner) => choices(inner),
        Shape::Choice(choices) => {
            let word = |choice: &Choice| {
                if choice.en == choice.id {
                    format!("`{}`", choice.id)
                } else {
                    format!("`{}` ({})", choice.id, choice.en)
                }
            };
            choices.iter().map(word).collect::<Vec<_>>().join(", ")
        }
        _ => String::new(),
    }
}
