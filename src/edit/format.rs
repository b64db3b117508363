//! The order of the model for the keys of a file, and its keys in one language. Every comment stays with its key, every text
//! and line break stays byte for byte.
//!
//! 1. The tree says which mappings have declared keys, and in what order they should stand (`order`).
//! 2. Keys and fixed values are changed by place (`words`).
//! 3. The new text is read again: unless it means what the old one meant (`meaning`), it is not used.

mod lines;
mod meaning;
mod order;
mod words;

use super::files::{ContentFile, Form, content_files};
use super::walk::{Visit, walk};
use crate::diagnostic::{Diagnostic, Failure, Lang, Severity, Sink};
use crate::model::shape::{RecordShape, Shape};
use crate::parse::layout::Layout;
use crate::parse::{Reader, front_matter};
use crate::source::Sources;
use crate::span::FileId;
use crate::yaml::change::Change;
use crate::yaml::{self, Node, Pair, Tree};
use order::Order;

/// What became of a file.
#[derive(Debug, Clone)]
pub struct Formatted {
    /// Its path from the site's folder.
    pub path: String,
    /// Its new text, if it is another.
    pub result: Outcome,
}

/// What became of the text of a file.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// It is as it should be.
    Same,
    /// This text is.
    New(String),
    /// It cannot be read without error, or not be changed safely, and is left alone; why, where that is known.
    Left(Option<Diagnostic>),
}

/// Formats every file that is asked for; with `keys`, in that language.
///
/// # Errors
/// When the files cannot be listed.
pub fn format(
    sources: &dyn Sources,
    keys: Option<Lang>,
    asked: &dyn Fn(&str) -> bool,
) -> Result<Vec<Formatted>, Failure> {
    let layout = Layout::new(sources.entries()?, &mut Sink::deaf());
    let reader = Reader::new(sources, &layout);
    let mut all = Vec::new();
    for content in content_files(&layout) {
        let path = layout.path(content.file);
        if asked(path) {
            all.push(Formatted {
                path: path.to_owned(),
                result: format_file(&reader, path, &content, keys),
            });
        }
    }
    all.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(all)
}

fn format_file(
    reader: &Reader<'_>,
    path: &str,
    content: &ContentFile,
    keys: Option<Lang>,
) -> Outcome {
    let mut sink = Sink::default();
    let tree = reader.tree(content.file, &mut sink);
    let text = reader.text(content.file, &mut Sink::deaf());
    let mut findings = sink.into_findings().into_iter();
    let error = findings.find(|found| found.code.severity() == Severity::Error);
    let (Some(tree), Some(text), None) = (tree.filter(|tree| tree.whole), text, &error) else {
        return Outcome::Left(error);
    };
    let new = formatted(&text, &tree, content, keys);
    if new == text {
        return Outcome::Same;
    }
    let means = |tree: &Tree| meaning::of(&tree.node, &content.shape, content.form);
    let again = read_again(content.file, path, &new);
    match again.is_some_and(|again| means(&again) == means(&tree)) {
        true => Outcome::New(new),
        false => Outcome::Left(None),
    }
}

fn read_again(file: FileId, path: &str, text: &str) -> Option<Tree> {
    let mut sink = Sink::default();
    let tree = match path.ends_with(".md") {
        true => front_matter::read(file, text, &mut sink),
        false => yaml::read(file, 0, text, &mut sink),
    };
    tree.filter(|tree| tree.whole && !sink.has_errors())
}

/// The text of a file with its keys in their order and language.
fn formatted(text: &str, tree: &Tree, content: &ContentFile, keys: Option<Lang>) -> String {
    let mut found = Found {
        text,
        keys,
        form: content.form,
        changes: Vec::new(),
        orders: Vec::new(),
    };
    walk(&tree.node, &content.shape, content.form, &mut found);
    lines::write(text, found.changes, found.orders)
}

struct Found<'a> {
    text: &'a str,
    keys: Option<Lang>,
    form: Form,
    changes: Vec<Change>,
    orders: Vec<Order>,
}

impl<'n> Visit<'n> for Found<'_> {
    fn record(&mut self, node: &'n Node, shape: &'static RecordShape) {
        self.orders.extend(order::of(self.text, node, shape));
        if let Some(lang) = self.keys {
            let changes = words::keys(node, shape, self.form, lang);
            self.changes.extend(changes);
        }
    }

    fn stamped(&mut self, pairs: &'n [Pair]) {
        if let Some(lang) = self.keys {
            self.changes.extend(words::stamps(pairs, lang));
        }
    }

    fn scalar(&mut self, node: &'n Node, shape: &Shape, _: Option<super::walk::At>) {
        if let Some(lang) = self.keys {
            self.changes.extend(words::value(node, shape, lang));
        }
    }
}
