//! The schemas that help editors, and the one of published data: JSON Schema draft-07, made from the shapes that the strict reader itself uses.
//!
//! # Steps
//!
//! 1. [`crate::parse::file_shapes`] says what each kind of file holds.
//! 2. [`write`] turns that shape into a schema; each record becomes a definition, because requirements hold
//!    requirements.
//! 3. [`files`] lays the schemas out as `init` and `maklumat schema` write them.
//!
//! A schema knows keys, fixed values and types, in both languages. It is never stricter than the program about
//! what may be left out: whether names, conditions and dates fit together is said by `maklumat check`.

mod published;
mod write;

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::model::shape::Shape;
use crate::parse::file_shapes;
use write::Writer;

pub use published::published;

/// Folder of the schemas inside the site's folder.
pub const FOLDER: &str = ".vscode/schema";

/// The kind of a file that holds one paper: `content/documents/NAME.yaml`.
const ONE_DOCUMENT: &str = "document";

/// Which files an editor checks against which schema, as glob patterns of the YAML extension of VS Code.
///
/// `!(…)` leaves out `agency.yaml` and translations, whose names have a point more.
const PATTERNS: [(&str, &[&str]); 10] = [
    ("site", &["site.yaml"]),
    ("agency", &["content/*/agency.yaml"]),
    (
        "service",
        &["content/!(documents|pages)/!(agency|*.*).yaml"],
    ),
    ("documents", &["content/documents.yaml"]),
    (ONE_DOCUMENT, &["content/documents/*.yaml"]),
    ("regulations", &["content/regulations.yaml"]),
    ("life-events", &["content/life-events.yaml"]),
    ("categories", &["content/categories.yaml"]),
    ("holidays", &["content/holidays.yaml"]),
    ("questions", &["content/questions.yaml"]),
];

/// The schema of what `check --format json` prints; it is for programs, and no editor needs it.
pub const FINDINGS: &str = include_str!("schema/findings.json");

/// The kinds of files that have a schema.
pub fn kinds() -> impl Iterator<Item = &'static str> {
    PATTERNS.iter().map(|(kind, _)| *kind)
}

/// The schema of a kind of file; `None` when there is no such kind.
pub fn json_schema(kind: &str) -> Option<Value> {
    let shapes: BTreeMap<&str, Shape> = file_shapes().into_iter().collect();
    let mut writer = Writer::default();
    let body = match kind {
        // Such a file holds one paper, named after the file, or a list as documents.yaml does.
        ONE_DOCUMENT => writer.one_or_list(shapes.get("documents")?, "id"),
        _ => writer.shape(shapes.get(kind)?),
    };
    Some(writer.finish(kind, body))
}

/// Every schema as a file: its name inside [`FOLDER`], and its text.
pub fn files() -> Vec<(String, String)> {
    kinds()
        .filter_map(|kind| Some((format!("{kind}.json"), pretty(&json_schema(kind)?))))
        .collect()
}

/// The settings that tell VS Code's YAML extension which schema belongs to which files.
pub fn editor_settings() -> String {
    let schemas: serde_json::Map<String, Value> = PATTERNS
        .iter()
        .map(|(kind, patterns)| (format!("./{FOLDER}/{kind}.json"), json!(patterns)))
        .collect();
    pretty(&json!({
        "yaml.schemas": schemas,
        "yaml.yamlVersion": "1.2",
        "yaml.schemaStore.enable": false,
        "yaml.format.enable": false,
        "[yaml]": {
            "editor.insertSpaces": true,
            "editor.tabSize": 2,
            "editor.wordWrap": "on",
        },
        "files.eol": "\n",
        "files.insertFinalNewline": true,
    }))
}

fn pretty(value: &Value) -> String {
    format!("{value:#}\n")
}
