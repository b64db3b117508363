//! A Word file (.docx) → the sheets of the services in it.
//!
//! # Steps
//!
//! 1. [`Package`] unpacks the few parts that are needed; docx-rs reads them.
//! 2. `content` makes blocks of what it read: paragraphs with the numbers that Word counts, and tables.
//! 3. `annex` finds the services: in tables *No · Komponen · Uraian*, else under headings in paragraphs.

mod annex;
mod content;
mod numbers;

use super::Sheet;
use super::package::{Package, damaged};
use crate::diagnostic::Message;

const TYPES: &str =
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>";

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const DOCUMENT: &str = "word/document.xml";

/// Parts beside the document, and what they are to it.
const BESIDE: [(&str, &str); 2] = [
    ("word/styles.xml", "styles"),
    ("word/numbering.xml", "numbering"),
];

/// The services of a Word file.
///
/// # Errors
/// Why it cannot be read.
pub fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, Message> {
    let is_document = |name: &str| name.starts_with("word/document") && name.ends_with(".xml");
    let package = Package::open(bytes, |name| {
        is_document(name) || BESIDE.iter().any(|(known, _)| *known == name)
    })?;
    let names: Vec<&str> = package.names().filter(|name| is_document(name)).collect();
    let name = names
        .iter()
        .find(|name| **name == DOCUMENT)
        .or(names.first());
    let document = name
        .and_then(|name| package.get(name))
        .ok_or_else(damaged)?;
    let with = |beside: &[(&str, &str)]| {
        let mut parts = Package::default();
        parts.put(DOCUMENT, document);
        for (name, _) in beside {
            if let Some(part) = package.get(name) {
                parts.put(name, part);
            }
        }
        put_relations(&mut parts);
        parts.packed()
    };
    let (styled, plain) = (with(&BESIDE), with(&[]));
    // Lists and styles that cannot be read are no reason to read nothing.
    let read = docx_rs::read_docx(&styled).or_else(|_| docx_rs::read_docx(&plain));
    let docx = read.map_err(|_| damaged())?;
    Ok(annex::sheets(&content::blocks(&docx)))
}

/// Puts in what says which part is what.
fn put_relations(package: &mut Package) {
    let relations = |list: String| {
        let space = "http://schemas.openxmlformats.org/package/2006/relationships";
        format!("<Relationships xmlns=\"{space}\">{list}</Relationships>")
    };
    let relation = |id: usize, kind: &str, target: &str| {
        format!("<Relationship Id=\"r{id}\" Type=\"{RELATIONS}/{kind}\" Target=\"{target}\"/>")
    };
    let beside = BESIDE.iter().enumerate();
    let beside = beside.filter(|(_, (name, _))| package.get(name).is_some());
    let list =
        beside.map(|(id, (name, kind))| relation(id, kind, name.trim_start_matches("word/")));
    let list = list.collect();
    package.put("word/_rels/document.xml.rels", relations(list));
    package.put(
        "_rels/.rels",
        relations(relation(0, "officeDocument", DOCUMENT)),
    );
    package.put("[Content_Types].xml", TYPES);
}
