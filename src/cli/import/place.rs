//! Where drafts go: a file for each service, never over what somebody edited.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::super::args::{Import, ImportFormat};
use super::super::make::no_site;
use super::super::new::choose_agency;
use super::Drafted;
use crate::diagnostic::{Failure, Lang, Sink};
use crate::disk;
use crate::import::write::{self, Standing};
use crate::scaffold;
use crate::span::FileId;
use crate::yaml;

/// What became of a draft. The paths are those of its file; the texts what stood there and what does now, or would.
pub enum Written {
    /// It was not asked for.
    Nowhere,
    /// A new file.
    New(PathBuf),
    /// The file says it already.
    Same(PathBuf),
    /// A file that nobody edited says it now.
    Updated(PathBuf, String, String),
    /// The file was edited, and stays as it is.
    Kept(PathBuf, String, String),
}

/// The folder of the drafts.
pub struct Target {
    folder: PathBuf,
    /// The agency that is not there yet.
    new_agency: Option<String>,
    /// The file of the agency, if it was written, and the name in it.
    pub made: Option<(PathBuf, String)>,
    /// The files of this run.
    taken: BTreeSet<PathBuf>,
}

/// The largest file that may be a draft.
const MOST_BYTES: u64 = yaml::text::MAX_BYTES;

impl Target {
    /// Where the drafts go; `None` where they are only printed.
    pub fn of(asked: &Import) -> Result<Option<Self>, Failure> {
        let site = &asked.folder.site;
        let folder = match &asked.output {
            Some(output) if disk::holds_site(output) => in_site(output, asked)?,
            Some(output) => match &asked.agency {
                Some(agency) if !output.ends_with(agency) => output.join(agency),
                _ => output.clone(),
            },
            None if asked.format == ImportFormat::Json => return Ok(None),
            None if disk::holds_site(site) => in_site(site, asked)?,
            None => return Err(no_site(site)),
        };
        let of_site = folder.parent().and_then(Path::parent);
        let lacking =
            of_site.is_some_and(disk::holds_site) && !disk::is_taken(&folder.join("agency.yaml"));
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        Ok(Some(Self {
            new_agency: lacking.then(|| name.into_owned()),
            made: None,
            folder,
            taken: BTreeSet::new(),
        }))
    }

    /// Writes a draft with keys in `lang`.
    pub fn write(
        &mut self,
        drafted: &Drafted,
        lang: Lang,
        today: Date,
    ) -> Result<Written, Failure> {
        self.make_agency(drafted, lang)?;
        let title = drafted.for_file("").service;
        let title = title.get("title").and_then(serde_json::Value::as_str);
        let stem = scaffold::service_stem(title.unwrap_or_default())
            .or_else(|_| scaffold::service_stem(&format!("layanan {}", drafted.from.0)))?;
        let (path, existing) = self.free(&stem, &drafted.from.0);
        self.taken.insert(path.clone());
        let imported = existing
            .as_deref()
            .and_then(|text| earlier(text, &drafted.from.1));
        let imported = imported.unwrap_or_else(|| today.to_string());
        let body = write::body(&drafted.for_file(&imported), lang);
        let text = write::stamped(&body, &drafted.from.0, lang);
        let Some(existing) = existing else {
            disk::create(&path, text.as_bytes())?;
            return Ok(Written::New(path));
        };
        if existing == text {
            return Ok(Written::Same(path));
        }
        match write::standing(&existing) {
            Standing::Untouched => {
                disk::replace(&path, text.as_bytes())?;
                Ok(Written::Updated(path, existing, text))
            }
            Standing::Edited => Ok(Written::Kept(path, existing, text)),
        }
    }

    /// The file of a service: the first of `stem`, `stem-2` … that is free, or that came from the file of that name. What
    /// somebody wrote without importing it is the same service if it has its name.
    fn free(&self, stem: &str, from: &str) -> (PathBuf, Option<String>) {
        let names = (1..).map(|number| match number {
            1 => format!("{stem}.yaml"),
            number => format!("{stem}-{number}.yaml"),
        });
        let mut paths = names.map(|name| self.folder.join(name));
        let found = paths.find_map(|path| {
            if self.taken.contains(&path) {
                return None;
            }
            if !disk::is_taken(&path) {
                return Some((path, None));
            }
            let bytes = disk::read_at_most(&path, MOST_BYTES).unwrap_or_default();
            let text = String::from_utf8_lossy(&bytes).into_owned();
            let same = write::source_of(&text).is_none_or(|source| source == from);
            same.then_some((path, Some(text)))
        });
        found.unwrap_or_default()
    }

    /// Writes the file of the agency, if the site has none, with the name that the page gives it.
    fn make_agency(&mut self, drafted: &Drafted, lang: Lang) -> Result<(), Failure> {
        let Some(folder) = self.new_agency.take() else {
            return Ok(());
        };
        let name = drafted.agency.clone().unwrap_or_else(|| in_words(&folder));
        let (_, text) = scaffold::agency(&name, lang)?;
        let path = self.folder.join("agency.yaml");
        disk::create(&path, text.as_bytes())?;
        self.made = Some((path, name));
        Ok(())
    }
}

/// The agency's folder in a site; one that is not there yet is made.
fn in_site(site: &Path, asked: &Import) -> Result<PathBuf, Failure> {
    let content = site.join("content");
    let agency = asked.agency.as_deref();
    let new = agency.filter(|agency| crate::parse::layout::address_name(agency) == **agency);
    match (choose_agency(site, agency, "maklumat import"), new) {
        (Ok(folder), _) => Ok(content.join(folder)),
        (Err(_), Some(folder)) => Ok(content.join(folder)),
        (Err(failure), None) => Err(failure),
    }
}

/// The name of a folder as words: `dinas-sosial` is `Dinas Sosial`.
fn in_words(folder: &str) -> String {
    let words = folder.split('-').map(|word| {
        let mut letters = word.chars();
        let first = letters.next().map(|c| c.to_uppercase().to_string());
        first.unwrap_or_default() + letters.as_str()
    });
    words.collect::<Vec<_>>().join(" ")
}

/// The date on which the very same file was imported, if that stands in a draft.
fn earlier(text: &str, hash: &str) -> Option<String> {
    let tree = yaml::read(FileId::default(), 0, text, &mut Sink::deaf())?;
    let source = ["sumber", "source"]
        .iter()
        .find_map(|key| tree.node.get(key))?;
    let same = source.get("sha256")?.as_str()? == hash;
    let date = ["diimpor", "imported"]
        .iter()
        .find_map(|key| source.get(key))?;
    date.as_str().filter(|_| same).map(str::to_owned)
}
