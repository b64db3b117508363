//! The old public addresses, written into what has a new one.

use super::{Changes, Renamed, unreadable};
use crate::diagnostic::{Failure, Sink};
use crate::edit::list;
use crate::model::agency::AgencyDocument;
use crate::model::registry::PageDocument;
use crate::model::service::ServiceDocument;
use crate::model::shape::RecordShape;
use crate::parse::layout::Layout;
use crate::parse::{Reader, language_of_keys};
use crate::span::FileId;
use crate::yaml::Node;

/// Writes old addresses into one file after the other.
struct Writer<'a> {
    reader: &'a Reader<'a>,
    layout: &'a Layout,
    /// The folders of the languages: that of the content's own is none.
    languages: Vec<String>,
    changes: Changes,
    addresses: Vec<String>,
}

/// The changes that write old addresses, and those addresses.
///
/// # Errors
/// When a file cannot be changed so.
pub(super) fn changes(
    reader: &Reader<'_>,
    layout: &Layout,
    renamed: &Renamed,
) -> Result<(Changes, Vec<String>), Failure> {
    let config = reader.site(&mut Sink::deaf());
    let further = config.languages.items().iter().skip(1);
    let further = further.map(|tag| format!("{}/", tag.value));
    let mut writer = Writer {
        reader,
        layout,
        languages: std::iter::once(String::new()).chain(further).collect(),
        changes: Changes::new(),
        addresses: Vec::new(),
    };
    match renamed {
        Renamed::Service([agency, name], new) => {
            writer.service(agency, name, &new.join("/"))?;
        }
        Renamed::Agency(old, new) => {
            let files = layout.agencies.get(old);
            for name in files.iter().flat_map(|files| files.services.keys()) {
                writer.service(old, name, &format!("{new}/{name}"))?;
            }
            writer.agency(old, new)?;
        }
        Renamed::Page(old, new) => {
            let files = layout.pages.get(old);
            let old = [format!("{old}.html")];
            let new = [format!("{new}.html")];
            if let Some(file) = files.and_then(|files| files.file) {
                writer.add(file, &PageDocument::SHAPE, &old, &new)?;
            }
        }
    }
    Ok((writer.changes, writer.addresses))
}

impl Writer<'_> {
    fn service(&mut self, agency: &str, name: &str, new: &str) -> Result<(), Failure> {
        let files = self.layout.agencies.get(agency);
        let files = files.and_then(|files| files.services.get(name));
        let Some(file) = files.and_then(|files| files.file) else {
            return Ok(());
        };
        let old = [format!("{agency}/{name}.html")];
        self.add(
            file,
            &ServiceDocument::SHAPE,
            &old,
            &[format!("{new}.html")],
        )
    }

    fn agency(&mut self, old: &str, new: &str) -> Result<(), Failure> {
        let files = self.layout.agencies.get(old);
        let Some(file) = files.and_then(|files| files.agency.file) else {
            return Ok(());
        };
        let mut sink = Sink::deaf();
        let pledge = self.reader.tree(file, &mut sink).is_some_and(|tree| {
            let pledge = tree.node.get("pledge").or(tree.node.get("maklumat"));
            pledge.is_some_and(|pledge| pledge.as_str().is_some() || has_text(pledge))
        });
        let pages = |folder: &str| {
            let pledge = pledge.then(|| format!("{folder}/maklumat.html"));
            let all = std::iter::once(format!("{folder}/index.html")).chain(pledge);
            all.collect::<Vec<_>>()
        };
        self.add(file, &AgencyDocument::SHAPE, &pages(old), &pages(new))
    }

    /// Writes `old` addresses, in each language, into a file; those that are its `new` ones are no longer old.
    fn add(
        &mut self,
        file: FileId,
        shape: &RecordShape,
        old: &[String],
        new: &[String],
    ) -> Result<(), Failure> {
        let path = self.layout.path(file);
        let mut sink = Sink::deaf();
        let (text, tree) = (
            self.reader.text(file, &mut sink),
            self.reader.tree(file, &mut sink),
        );
        let (Some(text), Some(tree)) = (text, tree) else {
            return Err(unreadable(path, None));
        };
        if is_draft(&tree.node) {
            return Ok(()); // Its address was never published.
        }
        let Some(field) = shape.find("moved_from") else {
            return Ok(());
        };
        let in_each = |addresses: &[String]| {
            let folders = self.languages.iter();
            let all = folders.flat_map(|folder| {
                let addresses = addresses.iter();
                addresses.map(move |address| format!("{folder}{address}"))
            });
            all.collect::<Vec<_>>()
        };
        let (old, new) = (in_each(old), in_each(new));
        let lang = language_of_keys(&tree.node, shape);
        let is_new = |address: &str| new.iter().any(|new| new == address);
        let changes = list::add(&text, &tree.node, shape, field, lang, &old, &is_new);
        let changes = changes.ok_or_else(|| unreadable(path, None))?;
        self.changes.entry(file).or_default().extend(changes);
        self.addresses.extend(old);
        Ok(())
    }
}

fn has_text(pledge: &Node) -> bool {
    let text = pledge.get("text").or(pledge.get("bunyi"));
    text.is_some_and(|text| text.as_str().is_some())
}

fn is_draft(service: &Node) -> bool {
    let status = service.get("status").and_then(Node::as_str);
    matches!(status, Some("draft" | "rancangan"))
}
