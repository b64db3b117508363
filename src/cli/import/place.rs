//! Where drafts go: a file for each service, never over what somebody edited.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::super::args::{Import, ImportFormat};
use super::super::make::no_site;
use super::super::new::choose_agency;
use super::Drafted;
use super::known::{self, Known};
use crate::diagnostic::{Failure, Lang, Sink, say};
use crate::disk;
use crate::import::files::is_table;
use crate::import::write::{self, Standing, lines};
use crate::import::{Doubt, Draft};
use crate::model::service::ServiceDocument;
use crate::parse::language_of_keys;
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
    /// The file was edited, and stays as it is; its source is the one it was made of.
    Kept(PathBuf),
    /// The file was edited or made of another source, and stays as it is; the lines of the draft that it does not have.
    Differs(PathBuf, Vec<String>),
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
    /// The services that were there.
    known: Vec<Known>,
    /// The files that are read in this run, and how many drafts each gave.
    sources: BTreeMap<String, usize>,
    /// What the agency is called; nothing where that is not known.
    called: Vec<String>,
}

/// Where a draft belongs.
enum Spot {
    /// A file that is not there.
    Free(PathBuf),
    /// The file that was made of the same source.
    Own(PathBuf),
    /// The same service from elsewhere.
    Other(PathBuf),
}

impl Target {
    /// Where the drafts go; `None` where they are only printed.
    pub fn of(asked: &Import, sources: BTreeMap<String, usize>) -> Result<Option<Self>, Failure> {
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
        let content = folder.parent().unwrap_or(Path::new(""));
        let in_site = content.parent().is_some_and(disk::holds_site);
        let lacking = in_site && !disk::is_taken(&folder.join("agency.yaml"));
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        Ok(Some(Self {
            new_agency: lacking.then(|| name.into_owned()),
            made: None,
            taken: BTreeSet::new(),
            known: Known::below(if in_site { content } else { &folder }),
            sources,
            called: called(&folder),
            folder,
        }))
    }

    /// Writes a draft with keys in `lang`.
    pub fn write(
        &mut self,
        drafted: &mut Drafted,
        lang: Lang,
        today: Date,
    ) -> Result<Written, Failure> {
        self.make_agency(drafted, lang)?;
        self.doubt_agency(drafted);
        let title = drafted.for_file("").service;
        let title = title.get("title").and_then(serde_json::Value::as_str);
        let title = title.unwrap_or_default();
        let stem = scaffold::service_stem(title)
            .or_else(|_| scaffold::service_stem(&format!("layanan {}", drafted.from.0)))?;
        let spot = self.spot(&stem, title, &drafted.from);
        let path = match &spot {
            Spot::Free(path) | Spot::Own(path) | Spot::Other(path) => path.clone(),
        };
        self.taken.insert(path.clone());
        match spot {
            Spot::Free(_) => {
                let text = text_of(drafted, &today.to_string(), lang);
                disk::create(&path, text.as_bytes())?;
                Ok(Written::New(path))
            }
            Spot::Own(_) => again(path, drafted, lang, today),
            Spot::Other(_) => {
                let existing = known::text(&path);
                Ok(differs(path, &existing, &drafted.draft))
            }
        }
    }

    /// Where a draft belongs: to the file that its source gave, in whatever folder and under whatever name that is now; else
    /// to the service of that agency that has its name; else to the first of `stem`, `stem-2` … that is free.
    fn spot(&self, stem: &str, title: &str, (source, hash): &(String, String)) -> Spot {
        let folder = self.folder.file_name().unwrap_or_default();
        let address = format!("{}/{stem}.html", folder.to_string_lossy());
        let is_own = |known: &&Known| known.source.as_deref() == Some(source.as_str());
        let all = || {
            let left = self.known.iter();
            left.filter(|known| !self.taken.contains(&known.path))
        };
        let named = names(stem).map(|name| self.folder.join(name));
        let mut named = named.take_while(|path| disk::is_taken(path));
        let here = named.find_map(|path| all().filter(is_own).find(|known| known.path == path));
        let alone = self.sources.get(source) == Some(&1);
        let own = here.or_else(|| {
            let mut own = all().filter(is_own);
            own.find(|known| {
                known.is_called(title) || known.was_at(&address) || alone && known.is_from(hash)
            })
        });
        if let Some(own) = own {
            return Spot::Own(own.path.clone());
        }
        let first = self.folder.join(format!("{stem}.yaml"));
        let other = all().find(|known| {
            let is_here = known.path.parent() == Some(self.folder.as_path());
            let comes = known.source.as_ref();
            let comes = comes.is_some_and(|source| self.sources.contains_key(source));
            let by_hand = known.source.is_none() && known.path.with_extension("yaml") == first;
            !comes && (is_here && known.is_called(title) || by_hand || known.was_at(&address))
        });
        if let Some(other) = other {
            return Spot::Other(other.path.clone());
        }
        let free = names(stem).map(|name| self.folder.join(name)).find(|path| {
            let address = path.with_extension("html");
            let address = address.file_name().unwrap_or_default().to_string_lossy();
            let address = format!("{}/{address}", folder.to_string_lossy());
            let was = |known: &Known| known.was_at(&address);
            let is_taken = disk::is_taken(path) || disk::is_taken(&path.with_extension("md"));
            !is_taken && !self.taken.contains(path) && !self.known.iter().any(was)
        });
        Spot::Free(free.unwrap_or_default())
    }

    /// Doubts a row of a table that names another agency than the one it is written for.
    fn doubt_agency(&self, drafted: &mut Drafted) {
        let Some(named) = drafted
            .agency
            .as_ref()
            .filter(|_| is_table(&drafted.from.0))
        else {
            return;
        };
        let plain = format!(" {} ", known::plain(named));
        let is_same = |called: &String| {
            let called = format!(" {} ", known::plain(called));
            called.contains(&plain) || plain.contains(&called)
        };
        let Some(ours) = self
            .called
            .first()
            .filter(|_| !self.called.iter().any(is_same))
        else {
            return;
        };
        drafted.draft.doubts.push(Doubt {
            field: "title".to_owned(),
            reason: say!(
                "tabelnya menyebut instansi “{named}”, padahal berkas ini di dinas “{ours}”; pindahkan berkasnya, atau hapus baris ini",
                "the table names the agency “{named}”, but this file is with “{ours}”; move the file, or delete this line"
            ),
        });
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
        self.called = vec![name.clone()];
        self.made = Some((path, name));
        Ok(())
    }
}

/// The agency's folder in a site; one that is not there yet is made.
fn in_site(site: &Path, asked: &Import) -> Result<PathBuf, Failure> {
    let content = site.join("content");
    let agency = asked.agency.as_deref();
    let new = agency.filter(|agency| crate::parse::layout::address_name(agency) == **agency);
    let call = format!("maklumat import {}", typed(&asked.files));
    match (choose_agency(site, agency, &call), new) {
        (Ok(folder), _) => Ok(content.join(folder)),
        (Err(_), Some(folder)) => Ok(content.join(folder)),
        (Err(failure), None) => Err(failure),
    }
}

/// The most names of files that an advice repeats.
const MOST_NAMES: usize = 3;

/// Names of files as they are typed again, in quotes where they have a blank.
fn typed(files: &[PathBuf]) -> String {
    let names = files.iter().take(MOST_NAMES).map(|file| {
        let name = file.display().to_string();
        let is_plain = |c: char| c.is_alphanumeric() || "._-/\\:".contains(c);
        match name.chars().all(is_plain) {
            true => name,
            false => format!("\"{name}\""),
        }
    });
    let more = (files.len() > MOST_NAMES).then(|| "…".to_owned());
    names.chain(more).collect::<Vec<_>>().join(" ")
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

/// The names of files for a service: `stem.yaml`, `stem-2.yaml` …
fn names(stem: &str) -> impl Iterator<Item = String> {
    (1..).map(move |number| match number {
        1 => format!("{stem}.yaml"),
        number => format!("{stem}-{number}.yaml"),
    })
}

/// What the agency of a folder is called: by its file, and as its folder.
fn called(folder: &Path) -> Vec<String> {
    let text = known::text(&folder.join("agency.yaml"));
    let tree = yaml::read(FileId::default(), 0, &text, &mut Sink::deaf());
    let keys = ["nama", "name"].iter();
    let name = keys.into_iter().find_map(|key| {
        let name = tree.as_ref()?.node.get(key)?.as_str()?;
        Some(name.to_owned())
    });
    let folder = folder.file_name().unwrap_or_default().to_string_lossy();
    name.into_iter().chain([folder.into_owned()]).collect()
}

/// The file of a draft.
fn text_of(drafted: &Drafted, imported: &str, lang: Lang) -> String {
    let body = write::body(&drafted.for_file(imported), lang);
    write::stamped(&body, &drafted.from.0, lang)
}

/// Writes a draft over the file that its source gave before, unless somebody edited that.
fn again(path: PathBuf, drafted: &Drafted, lang: Lang, today: Date) -> Result<Written, Failure> {
    let existing = known::text(&path);
    let earlier = earlier(&existing, &drafted.from.1);
    let imported = earlier.clone().unwrap_or_else(|| today.to_string());
    let text = text_of(drafted, &imported, lang);
    if existing == text {
        return Ok(Written::Same(path));
    }
    match (write::standing(&existing), earlier) {
        (Standing::Untouched, _) => {
            disk::replace(&path, text.as_bytes())?;
            Ok(Written::Updated(path, existing, text))
        }
        (Standing::Edited, Some(_)) => Ok(Written::Kept(path)),
        (Standing::Edited, None) => Ok(differs(path, &existing, &drafted.draft)),
    }
}

/// What a draft has that the file of its service has not.
fn differs(path: PathBuf, existing: &str, draft: &Draft) -> Written {
    let lang = known::tree(&path, existing).map_or(Lang::Id, |tree| {
        language_of_keys(&tree.node, &ServiceDocument::SHAPE)
    });
    let body = write::body(draft, lang);
    let new = lines::unseen(existing, &body);
    Written::Differs(path, new)
}

/// The date on which the very same file was imported, if that stands in a draft.
fn earlier(text: &str, hash: &str) -> Option<String> {
    let tree = yaml::read(FileId::default(), 0, text, &mut Sink::deaf())?;
    let same = known::hash(&tree)? == hash;
    let source = known::source(&tree)?;
    let date = ["diimpor", "imported"]
        .iter()
        .find_map(|key| source.get(key))?;
    date.as_str().filter(|_| same).map(str::to_owned)
}
