//! The old public addresses, written into what has a new one.

use super::{Changes, Renamed, unreadable};
use crate::diagnostic::{Failure, Sink};
use crate::model::agency::AgencyDocument;
use crate::model::registry::PageDocument;
use crate::model::service::ServiceDocument;
use crate::model::shape::RecordShape;
use crate::parse::layout::Layout;
use crate::parse::{Reader, more_items};
use crate::span::FileId;
use crate::yaml::change::Change;
use crate::yaml::{Node, Side};

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
        let in_each = |addresses: &[String]| {
            let folders = self.languages.iter();
            let all = folders.flat_map(|folder| {
                let addresses = addresses.iter();
                addresses.map(move |address| format!("{folder}{address}"))
            });
            all.collect::<Vec<_>>()
        };
        let (old, new) = (in_each(old), in_each(new));
        let changes = exchanged(&text, &tree.node, shape, (&old, &new));
        let changes = changes.ok_or_else(|| unreadable(path, None))?;
        self.changes.entry(file).or_default().extend(changes);
        self.addresses.extend(old);
        Ok(())
    }
}

/// The changes of a file that put `old` addresses into its list of them, where that does not have them: in the place of its
/// `new` ones, which are no longer old, and behind the last. `None` where the list has no room for them.
fn exchanged(
    text: &str,
    root: &Node,
    shape: &RecordShape,
    (old, new): (&[String], &[String]),
) -> Option<Vec<Change>> {
    let field = shape.find("moved_from")?;
    let list = [field.en, field.id]
        .into_iter()
        .find_map(|key| root.get(key));
    let written = list.map_or(&[][..], Node::items);
    let has = |address: &str| written.iter().any(|item| item.as_str() == Some(address));
    let mut more: Vec<String> = old
        .iter()
        .filter(|old| !has(old.as_str()))
        .cloned()
        .collect();
    let mut changes = Vec::new();
    for item in written {
        let is_new = |address: &str| new.iter().any(|new| new == address);
        if item.as_str().is_some_and(is_new) && !more.is_empty() {
            changes.push(Change::at(item.span, more.remove(0)));
        }
    }
    if !more.is_empty() {
        let items: Vec<Vec<String>> = more.into_iter().map(|address| vec![address]).collect();
        changes.push(more_items(text, root, shape, field.en, &items, Side::Last)?);
    }
    Some(changes)
}

fn has_text(pledge: &Node) -> bool {
    let text = pledge.get("text").or(pledge.get("bunyi"));
    text.is_some_and(|text| text.as_str().is_some())
}

fn is_draft(service: &Node) -> bool {
    let status = service.get("status").and_then(Node::as_str);
    matches!(status, Some("draft" | "rancangan"))
}
