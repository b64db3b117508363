//! `import`: from what an office has to drafts of its services.

mod known;
mod place;
mod told;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use super::Outcome;
use super::args::{Arguments, Import, ImportFormat};
use super::screen::Screen;
use crate::diagnostic::{Failure, Lang, Message, Sink, say};
use crate::disk::{self, SiteFolder};
use crate::import::files::{MAX_BYTES, drafts, is_known};
use crate::import::{Doubt, Draft, Papers};
use crate::parse::Reader;
use crate::parse::layout::Layout;
use crate::source::Sources;
use place::{Target, Written};

/// What came of a file.
pub(super) struct Imported {
    /// Its path as it was named.
    shown: String,
    /// Its drafts, or why it has none.
    drafts: Result<Vec<Drafted>, Message>,
}

/// A draft, and what became of it.
pub(super) struct Drafted {
    draft: Draft,
    /// The agency that the file names.
    agency: Option<String>,
    /// The name and hash of the file it was read from.
    from: (String, String),
    written: Written,
}

/// Writes a draft for each service that the files tell of.
pub fn import(asked: &Import, arguments: &Arguments, screen: &Screen) -> Result<Outcome, Failure> {
    let of_site = super::language::of_site(&asked.folder.site);
    let screen = &screen.speaking(arguments.lang().or(of_site).unwrap_or(screen.lang()));
    let files = files(&asked.files)?;
    let today = super::build::today(asked.today.as_deref())?;
    let papers = papers(&asked.folder.site);
    let bar = screen.bar(files.len() as u64);
    let read = |path: &PathBuf| {
        let imported = read(path, &papers);
        bar.inc(1);
        imported
    };
    let mut all: Vec<Imported> = files.par_iter().map(read).collect();
    bar.finish_and_clear();
    let mut target = Target::of(asked, sources(&all))?;
    let drafts = all.iter_mut().filter_map(|one| one.drafts.as_mut().ok());
    for drafted in drafts.flatten() {
        if let Some(target) = &mut target {
            drafted.written = target.write(drafted, asked.keys.lang(), today)?;
        }
    }
    if let Some((path, name)) = target.and_then(|target| target.made) {
        let path = told::shown(&path);
        screen.say(&say!(
            "{path} ditulis, karena dinasnya belum ada; namanya di situ `{name}`: periksa, lalu lengkapi",
            "{path} written, as there was no such agency; its name there is `{name}`: check it and add the rest"
        ));
    }
    match asked.format {
        ImportFormat::Human => told::people(&all, screen),
        ImportFormat::Json => screen.print(&told::machines(&all, screen.lang())),
    }
    if all.iter().any(|one| one.drafts.is_err()) {
        return Ok(Outcome::Problems);
    }
    Ok(Outcome::Clean)
}

/// The names of the files that gave drafts, and how many each gave.
fn sources(all: &[Imported]) -> BTreeMap<String, usize> {
    let mut sources = BTreeMap::new();
    let drafts = all.iter().filter_map(|one| one.drafts.as_ref().ok());
    for drafted in drafts.flatten() {
        *sources.entry(drafted.from.0.clone()).or_default() += 1;
    }
    sources
}

/// The files that are meant: those named, and those of a known kind below folders that are named.
fn files(named: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    let mut files: Vec<PathBuf> = Vec::new();
    for path in named {
        let found = disk::files_at(path)?;
        let is_named = found.as_slice() == [path.clone()];
        let known = found.into_iter().filter(|file| {
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            is_named || is_known(&name)
        });
        files.extend(known);
    }
    let mut seen = std::collections::BTreeSet::new();
    files.retain(|file| seen.insert(file.clone()));
    if files.is_empty() {
        return Err(Failure::new(say!(
            "di folder itu tidak ada berkas .txt, .html, .docx, .xlsx atau .csv",
            "there is no .txt, .html, .docx, .xlsx or .csv file in that folder"
        )));
    }
    Ok(files)
}

/// The papers that the site knows; none where there is no site.
fn papers(site: &Path) -> Papers {
    let mut papers = Papers::default();
    let sources = SiteFolder::new(site);
    let Ok(entries) = sources.entries() else {
        return papers;
    };
    let mut unseen = Sink::deaf();
    let layout = Layout::new(entries, &mut unseen);
    for record in Reader::new(&sources, &layout)
        .registries(&mut unseen)
        .documents
    {
        let Some(id) = record.id.get() else { continue };
        let aliases = record
            .aliases
            .items()
            .iter()
            .map(|alias| alias.value.as_str());
        papers.add(&id.value, aliases.chain([record.name.str()]));
    }
    papers
}

/// Reads a file and understands what it says.
fn read(path: &Path, papers: &Papers) -> Imported {
    let name = path.file_name().unwrap_or_default();
    let name = name.to_string_lossy().into_owned();
    let read = disk::read_at_most(path, MAX_BYTES).map_err(|failure| failure.message);
    let drafts = read.and_then(|bytes| {
        let found = drafts(&name, &bytes, papers)?;
        let hash = hexadecimal(&bytes);
        let drafts = found.into_iter().map(|(draft, agency)| Drafted {
            draft,
            agency,
            from: (name.clone(), hash.clone()),
            written: Written::Nowhere,
        });
        Ok(drafts.collect())
    });
    Imported {
        shown: path.display().to_string(),
        drafts,
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Drafted {
    /// Whether its file was there and stays as it is.
    fn is_left(&self) -> bool {
        matches!(self.written, Written::Kept(_) | Written::Differs(..))
    }

    /// The draft as its file holds it: with a name to call it by, and where it came from.
    fn for_file(&self, imported: &str) -> Draft {
        let mut draft = self.draft.clone();
        let (name, hash) = &self.from;
        if !draft.service.get("title").is_some_and(Value::is_string) {
            let stem = name
                .rsplit_once('.')
                .map_or(name.as_str(), |(stem, _)| stem);
            draft.service.insert("title".to_owned(), stem.into());
            if !draft.doubts.iter().any(|doubt| doubt.field == "title") {
                draft.doubts.push(Doubt {
                    field: "title".to_owned(),
                    reason: say!(
                        "nama layanannya tidak tertulis; ini nama berkasnya",
                        "the name of the service is not written; this is the name of the file"
                    ),
                });
            }
        }
        let source = draft.service.entry("source").or_insert_with(|| json!({}));
        if !source.is_object() {
            *source = Value::Object(Map::new());
        }
        source["sha256"] = hash.as_str().into();
        source["imported"] = imported.into();
        draft
    }

    /// The name of the service, as far as it is known.
    fn title(&self, lang: Lang) -> String {
        let title = self.draft.service.get("title").and_then(Value::as_str);
        let nameless = say!("(tanpa nama)", "(no name)");
        title.map_or_else(|| nameless.get(lang).to_owned(), str::to_owned)
    }
}
