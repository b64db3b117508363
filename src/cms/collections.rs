//! Which files of a site the editor shows, each with its form.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::fields::Fields;
use super::form::{Form, Record, form};
use crate::diagnostic::{Failure, Lang, Sink, say};
use crate::model::Decode;
use crate::model::registry::PageDocument;
use crate::model::shape::{RecordShape, Shape};
use crate::parse::file_shapes;
use crate::parse::layout::Layout;
use crate::percent::encode;
use crate::source::Sources;
use crate::span::FileId;

/// What the form of a service opens with.
const FIRST: [&str; 7] = [
    "title",
    "requirements",
    "procedure",
    "time",
    "cost",
    "products",
    "complaints",
];

/// The lists that services share, by the names of their files.
const LISTS: [&str; 6] = [
    "documents",
    "regulations",
    "life-events",
    "categories",
    "questions",
    "holidays",
];

/// The collections of shared lists, agencies, and free pages.
const SHARED: &str = "daftar";
/// See [`SHARED`].
const AGENCIES: &str = "dinas";
/// See [`SHARED`].
const PAGES: &str = "halaman";
/// The name of a list in a file that is nothing else.
const ITEMS: &str = "butir";
/// The names of services' files: no translation, and not the agency's.
const SERVICES: &str = "^(?!agency$)[^.]+$";

/// Where the editor shows a file of the site: what follows the editor's own address.
///
/// Translations and what is not content have no entry.
pub fn entry(path: &str) -> Option<String> {
    let (collection, name) = place_of(path)?;
    Some(format!(
        "#/collections/{}/entries/{}",
        encode(&collection),
        encode(&name)
    ))
}

/// The collection and the name in it that a file has in the editor.
fn place_of(path: &str) -> Option<(String, String)> {
    let inside = path.strip_prefix("content/")?;
    let (folder, file) = inside.split_once('/').unwrap_or(("", inside));
    let (name, extension) = file.rsplit_once('.')?;
    if name.contains(['/', '.']) {
        return None;
    }
    let collection = match (folder, name, extension) {
        ("", name, "yaml") if LISTS.contains(&name) => SHARED.to_owned(),
        ("" | "documents", ..) => return None,
        ("pages", _, "md") => PAGES.to_owned(),
        ("pages", ..) => return None,
        (_, "agency", "yaml") => return Some((AGENCIES.to_owned(), folder.to_owned())),
        (_, _, "yaml") => format!("layanan-{folder}"),
        (_, _, "md") => format!("markdown-{folder}"),
        _ => return None,
    };
    Some((collection, name.to_owned()))
}

/// The collections of a site, and the formats that they name.
///
/// # Errors
/// When the site's folder cannot be read.
pub fn of_site(sources: &dyn Sources, inside: &str) -> Result<(Value, Value), Failure> {
    let layout = Layout::new(sources.entries()?, &mut Sink::default());
    let mut shelf = Shelf {
        sources,
        layout: &layout,
        inside,
        formats: Map::new(),
    };
    let mut collections = Vec::new();
    for folder in layout.agencies.keys() {
        collections.extend(shelf.services(folder));
    }
    collections.push(shelf.agencies());
    collections.push(shelf.lists());
    if !layout.pages.is_empty() {
        collections.extend(shelf.pages());
    }
    Ok((collections.into(), Value::Object(shelf.formats)))
}

/// Writes collections, and notes the formats that they need.
struct Shelf<'a> {
    sources: &'a dyn Sources,
    layout: &'a Layout,
    inside: &'a str,
    formats: Map<String, Value>,
}

impl Shelf<'_> {
    /// The services of an agency: those in YAML, and those with Markdown below if there are any.
    fn services(&mut self, folder: &str) -> Vec<Value> {
        let Some(shape) = shape_of("service") else {
            return Vec::new();
        };
        let files = self.layout.agencies.get(folder);
        let files = files.map(|agency| agency.services.values().filter_map(|service| service.file));
        let files: Vec<FileId> = files.into_iter().flatten().collect();
        let extension = |file: &FileId| self.layout.path(*file).rsplit('.').next().unwrap_or("");
        let extensions: BTreeSet<&str> = files.iter().map(extension).collect();
        let lang = self.language(&files, shape);
        let mut made = Vec::new();
        if extensions.is_empty() || extensions.contains("yaml") {
            made.push(self.folder("layanan", folder, "yaml", lang));
        }
        if extensions.contains("md") {
            made.push(self.folder("markdown", folder, "md", lang));
        }
        made.into_iter().flatten().collect()
    }

    fn folder(&mut self, prefix: &str, folder: &str, extension: &str, lang: Lang) -> Option<Value> {
        let record = record(&shape(&"service")?, lang)?;
        let body = (extension == "md").then(|| key(&record, "body")).flatten();
        let format = self.format("service", lang, extension, &record, &FIRST, body);
        let title = key(&record, "title")?;
        let mut fields = Fields(lang).of_file(&record, &FIRST, body);
        if let Some(fields) = fields.as_array_mut() {
            fields.insert(1, Fields(lang).doubts());
        }
        Some(json!({
            "name": format!("{prefix}-{folder}"),
            "label": folder,
            "folder": format!("{}content/{folder}", self.inside),
            "extension": extension,
            "format": format,
            "create": true,
            "identifier_field": title,
            "slug": format!("{{{{{title}}}}}"),
            "summary": format!("{{{{{title}}}}}"),
            "filter": {"field": "slug", "pattern": SERVICES},
            "fields": fields,
        }))
    }

    /// `agency.yaml` of each agency.
    fn agencies(&mut self) -> Value {
        let mut files = Vec::new();
        for (folder, agency) in &self.layout.agencies {
            let Some(file) = agency.agency.file else {
                continue;
            };
            let found = shape_of("agency").map(|shape| self.language(&[file], shape));
            let lang = found.unwrap_or(Lang::Id);
            let Some(record) = shape(&"agency").and_then(|shape| record(&shape, lang)) else {
                continue;
            };
            let first = ["name", "address", "hours", "channels"];
            let format = self.format("agency", lang, "yaml", &record, &first, None);
            files.push(json!({
                "name": folder,
                "label": folder,
                "file": format!("{}{}", self.inside, self.layout.path(file)),
                "format": format,
                "fields": Fields(lang).of_file(&record, &first, None),
            }));
        }
        json!({"name": AGENCIES, "label": "Dinas", "files": files})
    }

    /// The lists that services share, those that there are.
    fn lists(&mut self) -> Value {
        let mut files = Vec::new();
        for kind in LISTS {
            let path = format!("content/{kind}.yaml");
            let at = self
                .layout
                .entries
                .iter()
                .position(|entry| entry.path == path);
            let Some(file) = at.and_then(|at| u32::try_from(at).ok()).map(FileId) else {
                continue;
            };
            let Some(Shape::List(item)) = shape(&kind) else {
                continue;
            };
            let Shape::Record(of) = *item else {
                continue;
            };
            let lang = self.language(&[file], of);
            let Some(list) = form(&Shape::List(Box::new(Shape::Record(of))), lang) else {
                continue;
            };
            let name = format!("{kind}-{lang}");
            let mut data = list.data();
            data["name"] = ITEMS.into();
            let format = json!({"extension": "yaml", "form": data});
            self.formats.insert(name.clone(), format);
            let about = say!("Butir di daftar ini", "The items of this list");
            files.push(json!({
                "name": kind,
                "label": kind,
                "file": format!("{}{path}", self.inside),
                "format": name,
                "fields": Fields(lang).of_list(ITEMS, &about, &list),
            }));
        }
        json!({"name": SHARED, "label": "Daftar", "files": files})
    }

    /// Free pages.
    fn pages(&mut self) -> Option<Value> {
        let files: Vec<FileId> = self
            .layout
            .pages
            .values()
            .filter_map(|page| page.file)
            .collect();
        let lang = self.language(&files, &PageDocument::SHAPE);
        let record = record(&PageDocument::shape(), lang)?;
        let (title, body) = match lang {
            Lang::Id => ("judul", "isi"),
            Lang::En => ("title", "body"),
        };
        let first = ["title", "summary"];
        let format = self.format("page", lang, "md", &record, &first, Some(body));
        Some(json!({
            "name": PAGES,
            "label": "Halaman",
            "folder": format!("{}content/pages", self.inside),
            "extension": "md",
            "format": format,
            "create": true,
            "identifier_field": title,
            "slug": format!("{{{{{title}}}}}"),
            "filter": {"field": "slug", "pattern": SERVICES},
            "fields": Fields(lang).of_file(&record, &first, Some(body)),
        }))
    }

    /// Notes a format, and gives its name.
    fn format(
        &mut self,
        kind: &str,
        lang: Lang,
        extension: &str,
        record: &Record,
        first: &[&str],
        body: Option<&str>,
    ) -> String {
        // The editor wants this ending for what stands above Markdown.
        let ending = match body {
            Some(_) => "-frontmatter",
            None => "",
        };
        let name = format!("{kind}-{lang}{ending}");
        let data = top(record, first, body);
        let format = json!({"extension": extension, "form": data});
        self.formats.insert(name.clone(), format);
        name
    }

    /// The language of most keys that stand at the left of these files; Indonesian unless more are English only.
    fn language(&self, files: &[FileId], shape: &RecordShape) -> Lang {
        let mut balance = 0_i32;
        for file in files {
            let bytes = self
                .sources
                .read(self.layout.path(*file))
                .unwrap_or_default();
            let text = String::from_utf8_lossy(&bytes);
            for line in text.lines() {
                let start = line.strip_prefix("- ").unwrap_or(line);
                let Some((key, _)) = start.split_once(':') else {
                    continue;
                };
                match shape.find(key) {
                    Some(field) if field.en == field.id => {}
                    Some(field) if field.id == key => balance += 1,
                    Some(_) => balance -= 1,
                    None => {}
                }
            }
        }
        if balance < 0 { Lang::En } else { Lang::Id }
    }
}

fn shape(kind: &&str) -> Option<Shape> {
    let mut shapes = file_shapes().into_iter();
    shapes
        .find(|(name, _)| name == kind)
        .map(|(_, shape)| shape)
}

fn shape_of(kind: &str) -> Option<&'static RecordShape> {
    match shape(&kind)? {
        Shape::Record(record) => Some(record),
        _ => None,
    }
}

fn record(shape: &Shape, lang: Lang) -> Option<Record> {
    match form(shape, lang)? {
        Form::Record(record) => Some(record),
        _ => None,
    }
}

/// The key of a field in a form.
fn key(record: &Record, en: &str) -> Option<&'static str> {
    let entry = record.fields.iter().find(|entry| entry.field.en == en);
    entry.map(|entry| entry.key)
}

/// A whole file's form as the script is told: what stands in the group of the rest is marked.
fn top(record: &Record, first: &[&str], body: Option<&str>) -> Value {
    let kept = record.fields.iter().filter(|entry| Some(entry.key) != body);
    let whole = Record {
        fields: kept.cloned().collect(),
        ..record.clone()
    };
    let mut data = Form::Record(whole.clone()).data();
    data["top"] = true.into();
    if let Some(body) = body {
        data["body"] = body.into();
    }
    for (at, entry) in whole.fields.iter().enumerate() {
        if !first.contains(&entry.field.en) {
            data["fields"][at]["more"] = true.into();
        }
    }
    data
}

#[cfg(test)]
mod tests {
    use super::entry;

    #[test]
    fn a_file_has_its_entry() {
        let entry = |path: &str| entry(path).unwrap_or_default();
        for (path, shown) in [
            ("dinas-a/ktp.yaml", "layanan-dinas-a/entries/ktp"),
            ("dinas-a/ktp.md", "markdown-dinas-a/entries/ktp"),
            ("dinas-a/agency.yaml", "dinas/entries/dinas-a"),
            ("pages/tentang.md", "halaman/entries/tentang"),
            ("documents.yaml", "daftar/entries/documents"),
        ] {
            let link = format!("#/collections/{shown}");
            assert_eq!(entry(&format!("content/{path}")), link);
        }
        for none in [
            "content/dinas-a/ktp.en.yaml",
            "content/documents/ktp.yaml",
            "content/lain.yaml",
            "site.yaml",
        ] {
            assert_eq!(entry(none), "");
        }
    }
}
