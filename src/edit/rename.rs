//! A new name for a service, an agency or a free page: its files are moved, its old addresses written into it, and
//! everything that names it is changed.

mod links;
mod old;
mod references;

use crate::diagnostic::{Diagnostic, Failure, Sink, say};
use crate::parse::Reader;
use crate::parse::layout::{AgencyFiles, Layout, RESERVED, Translated, address_name};
use crate::source::Sources;
use crate::span::FileId;

use super::planned::{Plan, Planned};
use crate::yaml::change::{Change, apply};
use std::collections::BTreeMap;

/// What gets a new name, and which.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Renamed {
    /// A service: agency and name, before and after.
    Service([String; 2], [String; 2]),
    /// An agency: its folder before and after.
    Agency(String, String),
    /// A free page: its name before and after.
    Page(String, String),
}

/// What a plan does, to be told.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Told {
    /// How many references change in which file, by its new path.
    pub mended: BTreeMap<String, usize>,
    /// The addresses that lead on from now on.
    pub old: Vec<String>,
}

/// Names of services whose address or file is taken: `agency.yaml`, and the pages of the agency and of its pledge.
const TAKEN: [&str; 3] = ["agency", "index", "maklumat"];

/// The changes of each file that changes.
type Changes = BTreeMap<FileId, Vec<Change>>;

/// Plans a new name.
///
/// # Errors
/// When there is no such thing, the new name is taken or none, or a file that would have to be looked through cannot
/// be read.
pub fn plan(sources: &dyn Sources, renamed: &Renamed) -> Result<(Plan, Told), Failure> {
    let layout = Layout::new(sources.entries()?, &mut Sink::deaf());
    let moves = moves(&layout, renamed)?;
    let reader = Reader::new(sources, &layout);
    let mut told = Told::default();
    let references = references::changes(&reader, &layout, renamed)?;
    let mut changes: Changes = BTreeMap::new();
    let (old, addresses) = old::changes(&reader, &layout, renamed)?;
    told.old = addresses;
    let mended: Vec<(FileId, usize)> = references
        .iter()
        .map(|(file, changes)| (*file, changes.len()))
        .collect();
    // An old address is no text, so it makes no stamp old.
    let stamps = stamps(sources, &layout, &texts(&reader, &references))?;
    for (file, more) in references.into_iter().chain(old).chain(stamps) {
        changes.entry(file).or_default().extend(more);
    }
    let mut plan = Plan {
        moves,
        texts: BTreeMap::new(),
    };
    for (file, text) in texts(&reader, &changes) {
        let path = plan.moved(layout.path(file));
        plan.texts.insert(path, text);
    }
    for (file, count) in mended {
        told.mended.insert(plan.moved(layout.path(file)), count);
    }
    Ok((plan, told))
}

/// The new texts of the files that change.
fn texts(reader: &Reader<'_>, changes: &Changes) -> Vec<(FileId, String)> {
    let of_file = |(file, changes): (&FileId, &Vec<Change>)| {
        let text = reader.text(*file, &mut Sink::deaf())?;
        Some((*file, apply(&text, changes.clone())))
    };
    changes.iter().filter_map(of_file).collect()
}

/// Stamps of translations whose original says the same with another link: they go along with it.
fn stamps(
    sources: &dyn Sources,
    layout: &Layout,
    texts: &[(FileId, String)],
) -> Result<Changes, Failure> {
    let originals = layout.originals();
    let texts = texts.iter().filter(|(file, _)| originals.contains(file));
    let texts = texts.map(|(file, text)| (layout.path(*file).to_owned(), text.clone()));
    let plan = Plan {
        moves: Vec::new(),
        texts: texts.collect(),
    };
    if plan.texts.is_empty() {
        return Ok(Changes::new());
    }
    let planned = Planned::new(sources, &plan);
    let after = Layout::new(planned.entries()?, &mut Sink::deaf());
    let before = Reader::new(sources, layout).stale();
    let stale = Reader::new(&planned, &after).stale();
    let mut changes: Changes = BTreeMap::new();
    for stale in stale {
        if !before.iter().any(|known| known.span == stale.span) {
            let list = changes.entry(stale.span.file).or_default();
            list.push(Change::at(stale.span, stale.now));
        }
    }
    Ok(changes)
}

/// What is moved where.
fn moves(layout: &Layout, renamed: &Renamed) -> Result<Vec<(String, String)>, Failure> {
    match renamed {
        Renamed::Agency(old, new) => {
            demand(layout.agencies.contains_key(old), old)?;
            good_agency(new)?;
            free(layout, &format!("content/{new}"))?;
            Ok(vec![(format!("content/{old}"), format!("content/{new}"))])
        }
        Renamed::Service([agency, name], [to, new]) => {
            let files = layout.agencies.get(agency);
            let files = files.and_then(|files: &AgencyFiles| files.services.get(name));
            let files = files.ok_or_else(|| unknown(&format!("{agency}/{name}")))?;
            demand(layout.agencies.contains_key(to), to)?;
            good_service(new)?;
            move_files(layout, files, name, &format!("content/{to}"), new)
        }
        Renamed::Page(old, new) => {
            let files = layout.pages.get(old).ok_or_else(|| unknown(old))?;
            good_name(new)?;
            move_files(layout, files, old, "content/pages", new)
        }
    }
}

/// An original and its translations go to a folder under a new name, with the same endings.
fn move_files(
    layout: &Layout,
    files: &Translated,
    old: &str,
    folder: &str,
    new: &str,
) -> Result<Vec<(String, String)>, Failure> {
    let mut moves = Vec::new();
    for file in files.file.iter().chain(files.translations.values()) {
        let path = layout.path(*file).to_owned();
        let name = path.rsplit('/').next().unwrap_or_default();
        let ending = name.strip_prefix(old).unwrap_or_default();
        moves.push((path.clone(), format!("{folder}/{new}{ending}")));
    }
    for ending in ["yaml", "md"] {
        free(layout, &format!("{folder}/{new}.{ending}"))?;
    }
    moves
        .iter()
        .try_for_each(|(_, path)| free(layout, path))
        .map(|()| moves)
}

fn demand(is_there: bool, name: &str) -> Result<(), Failure> {
    is_there.then_some(()).ok_or_else(|| unknown(name))
}

fn unknown(name: &str) -> Failure {
    Failure::new(say!(
        "tidak ada layanan, dinas, atau halaman bernama `{name}`",
        "there is no service, agency or page called `{name}`"
    ))
}

fn free(layout: &Layout, path: &str) -> Result<(), Failure> {
    match layout.entries.iter().any(|entry| entry.path == path) {
        false => Ok(()),
        true => Err(Failure::new(say!(
            "`{path}` sudah ada; pilih nama lain",
            "`{path}` is there already; choose another name"
        ))),
    }
}

fn good_name(new: &str) -> Result<(), Failure> {
    let name = address_name(new);
    if name == new && !name.is_empty() {
        return Ok(());
    }
    Err(Failure::new(match name.is_empty() {
        true => say!(
            "`{new}` tidak dapat menjadi alamat; pakai huruf a-z, angka, dan tanda hubung",
            "`{new}` cannot be an address; use letters a-z, digits and hyphens"
        ),
        false => say!(
            "`{new}` tidak dapat menjadi alamat; ketik: {name}",
            "`{new}` cannot be an address; type: {name}"
        ),
    }))
}

fn good_service(new: &str) -> Result<(), Failure> {
    good_name(new)?;
    taken(new, TAKEN.contains(&new))
}

fn good_agency(new: &str) -> Result<(), Failure> {
    good_name(new)?;
    // Two letters may be those of a language, whose pages stand in such a folder.
    taken(new, RESERVED.contains(&new) || new.len() == 2)
}

fn taken(new: &str, is_taken: bool) -> Result<(), Failure> {
    match is_taken {
        false => Ok(()),
        true => Err(Failure::new(say!(
            "nama `{new}` dipakai program ini sendiri; pilih nama lain",
            "the name `{new}` is used by the program itself; choose another name"
        ))),
    }
}

/// The failure to look through a file.
fn unreadable(path: &str, found: Option<&Diagnostic>) -> Failure {
    let (id, en) = match found {
        Some(found) => (
            format!(": {}", found.message.id),
            format!(": {}", found.message.en),
        ),
        None => Default::default(),
    };
    Failure::new(say!(
        "`{path}` tidak terbaca seluruhnya{id}; perbaiki dulu yang disebut oleh: maklumat check {path}",
        "`{path}` cannot be read in full{en}; first mend what this names: maklumat check {path}"
    ))
}
