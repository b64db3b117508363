//! Documents of edits: a heading, the file before and after, and what is said. `UPDATE=1` writes what is said.

use std::fmt::Write as _;
use std::path::PathBuf;

use maklumat::diagnostic::Lang;
use maklumat::diff::state::State;
use maklumat::diff::{compare, write};
use maklumat::route::Drafts;

use crate::site::{SERVICE, Site};

/// What a service has that says nothing of itself.
const HEAD: &str = "judul: Contoh Layanan KTP\n";

/// A fenced block: what it is, and what stands in it.
struct Block {
    kind: String,
    text: String,
}

/// A part of a document: what stands before its first block, and its blocks.
struct Part {
    said: String,
    blocks: Vec<Block>,
}

fn parts(document: &str) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut fence: Option<Block> = None;
    for line in document.lines() {
        match (&mut fence, line.strip_prefix("```")) {
            (None, Some(kind)) => {
                fence = Some(Block {
                    kind: kind.to_owned(),
                    text: String::new(),
                });
            }
            (Some(_), Some(_)) => {
                let part = parts.last_mut().expect("a heading before the first block");
                part.blocks.extend(fence.take());
            }
            (Some(block), None) => block.text += &format!("{line}\n"),
            (None, None) if line.starts_with('#') => parts.push(Part {
                said: format!("{line}\n"),
                blocks: Vec::new(),
            }),
            (None, None) => match parts.last_mut() {
                Some(part) if part.blocks.is_empty() => part.said += &format!("{line}\n"),
                _ => assert!(line.is_empty(), "words behind a block: {line}"),
            },
        }
    }
    parts
}

impl Part {
    /// The site before or after: files that name themselves in their first line, else the service.
    fn site(&self, when: &str) -> Site {
        let blocks = self
            .blocks
            .iter()
            .filter(|block| block.kind == format!("yaml {when}"));
        blocks.fold(Site::new(), |site, block| {
            let named = block.text.strip_prefix("# ");
            let named = named.and_then(|text| text.split_once('\n'));
            match named.filter(|(path, _)| path.ends_with(".yaml")) {
                Some((path, text)) => site.with(path, text),
                None if block.text.starts_with("judul:") || block.text.starts_with("title:") => {
                    site.with(SERVICE, &block.text)
                }
                None => site.with(SERVICE, format!("{HEAD}{}", block.text)),
            }
        })
    }

    fn said(&self, lang: Lang) -> String {
        let (old, new) = (self.site("old"), self.site("new"));
        let (old, new) = (
            State::read(&old).expect("a map"),
            State::read(&new).expect("a map"),
        );
        write::text(&compare(&old, &new, lang, Drafts::Without), lang)
    }

    /// It, with what is said now.
    fn written(&self) -> String {
        let mut out = self.said.clone();
        for block in &self.blocks {
            let said = match block.kind.as_str() {
                "text" => self.said(Lang::Id),
                "text en" => self.said(Lang::En),
                _ => block.text.clone(),
            };
            let _ = write!(out, "```{}\n{said}```\n\n", block.kind);
        }
        out
    }
}

#[test]
fn each_edit_is_said_in_the_words_of_its_document() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/diff");
    let mut wrong = String::new();
    let mut edits = 0;
    for entry in walkdir::WalkDir::new(&folder).sort_by_file_name() {
        let path = entry.expect("an entry").into_path();
        if path.extension().is_none_or(|end| end != "md") {
            continue;
        }
        let document = std::fs::read_to_string(&path).expect("a document");
        let parts = parts(&document);
        edits += parts.iter().filter(|part| !part.blocks.is_empty()).count();
        let written: String = parts.iter().map(Part::written).collect();
        let written = written.trim_end().to_owned() + "\n";
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&path, &written).expect("a document");
        } else if written != document {
            let lines = document.lines().zip(written.lines());
            let first = lines.filter(|(old, new)| old != new).take(3);
            let _ = writeln!(
                wrong,
                "{}: {:#?}",
                path.display(),
                first.collect::<Vec<_>>()
            );
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(edits >= 20, "{edits} edits");
}
