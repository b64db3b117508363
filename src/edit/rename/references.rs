//! Everything that names a service, an agency or a page, in every file.

use super::links;
use super::{Changes, Renamed, unreadable};
use crate::diagnostic::{Code, Failure, Severity, Sink};
use crate::edit::files::{Form, content_files};
use crate::edit::walk::{At, Visit, walk};
use crate::model::shape::Shape;
use crate::parse::Reader;
use crate::parse::layout::Layout;
use crate::yaml::change::Change;
use crate::yaml::{Node, Scalar, Value};

/// Keys that name a service, by their record.
const SERVICES: [(&str, &str); 5] = [
    ("related", "requires"),
    ("related", "next"),
    ("related", "see_also"),
    ("otherwise", "see"),
    ("document", "issued_by"),
];

/// Keys that name an agency, by their record.
const AGENCIES: [(&str, &str); 2] = [("service", "offered_at"), ("offered_at", "agency")];

/// The changes of every file that names it.
///
/// # Errors
/// When a file cannot be looked through.
pub(super) fn changes(
    reader: &Reader<'_>,
    layout: &Layout,
    renamed: &Renamed,
) -> Result<Changes, Failure> {
    let config = reader.site(&mut Sink::deaf());
    let languages = config.languages.items().iter().skip(1);
    let languages: Vec<String> = languages.map(|tag| tag.value.clone()).collect();
    let mut all = Changes::new();
    for content in content_files(layout) {
        let file = content.file;
        let mut sink = Sink::default();
        let tree = reader.tree(file, &mut sink);
        let findings = sink.into_findings();
        // An empty file names nothing.
        if findings.iter().any(|one| one.code == Code::K0006) {
            continue;
        }
        let error = findings
            .iter()
            .find(|one| one.code.severity() == Severity::Error);
        let (Some(tree), None) = (tree.filter(|tree| tree.whole), error) else {
            return Err(unreadable(layout.path(file), error));
        };
        let text = reader.text(file, &mut Sink::deaf()).unwrap_or_default();
        let mut found = Found {
            renamed,
            languages: &languages,
            text: &text,
            changes: Vec::new(),
        };
        walk(&tree.node, &content.shape, content.form, &mut found);
        // The text below the front matter of a page is no key of its record.
        if let (Form::Original, Some(body)) = (content.form, tree.node.get("body"))
            && layout.path(file).starts_with("content/pages/")
        {
            found.markdown(body);
        }
        if !found.changes.is_empty() {
            all.insert(file, found.changes);
        }
    }
    Ok(all)
}

struct Found<'a> {
    renamed: &'a Renamed,
    languages: &'a [String],
    text: &'a str,
    changes: Vec<Change>,
}

impl<'n> Visit<'n> for Found<'_> {
    fn scalar(&mut self, node: &'n Node, shape: &Shape, under: Option<At>) {
        if matches!(shape, Shape::Markdown) {
            return self.markdown(node);
        }
        let Some(under) = under else { return };
        let name = (under.record.name, under.field.en);
        let written = node.as_str().unwrap_or_default();
        let new = if SERVICES.contains(&name) {
            self.renamed.service(written)
        } else if AGENCIES.contains(&name) {
            self.renamed.agency(written)
        } else {
            None
        };
        if let Some(new) = new {
            let span = match &node.value {
                // Quotes stay.
                Value::Scalar(Scalar {
                    verbatim_at: Some(_),
                    ..
                }) => node.span_of(0, written.len()),
                _ => node.span,
            };
            self.changes.push(Change::at(span, new));
        }
    }
}

impl Found<'_> {
    fn markdown(&mut self, node: &Node) {
        let (start, end) = (node.span.start as usize, node.span.end as usize);
        let Some(source) = self.text.get(start..end) else {
            return;
        };
        let text = node.as_str().unwrap_or_default();
        for (target, new) in links::changed(self.renamed, text, self.languages) {
            for at in links::places(source, &target) {
                self.changes.push(Change {
                    from: start + at,
                    to: start + at + target.len(),
                    text: new.clone(),
                });
            }
        }
    }
}
