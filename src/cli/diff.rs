//! `diff`: what changed for a citizen.

use std::path::{Path, PathBuf};

use super::Outcome;
use super::args::{Arguments, Diff, DiffFormat};
use super::checked::{Checked, changed};
use super::screen::Screen;
use super::{build, language};
use crate::diagnostic::{Failure, Lang, say};
use crate::diff::note::{self, Noted};
use crate::diff::state::State;
use crate::diff::{self, write};
use crate::disk::{self, ContentFolder, Revision, SiteFolder};
use crate::route::Drafts;
use crate::source::Sources;

/// Prints what changed between two folders or git revisions.
pub fn diff(asked: &Diff, arguments: &Arguments, screen: &Screen) -> Result<Outcome, Failure> {
    let site = &asked.folder.site;
    let lang = arguments.lang();
    let lang = lang.or_else(|| language::of_site(site));
    let lang: Lang = lang.unwrap_or_else(language::of_environment);
    let screen = &screen.speaking(lang);
    let old = version(site, &asked.old)?;
    let new = match &asked.new {
        Some(new) => version(site, new)?,
        None => folder(site).ok_or_else(|| no_site(site))?,
    };
    let checked = Checked::new(&*new.sources);
    let (before, now) = (State::read(&*old.sources)?, State::read(&checked)?);
    let drafts = if asked.drafts {
        Drafts::With
    } else {
        Drafts::Without
    };
    let changes = diff::compare(&before, &now, screen.lang(), drafts);
    screen.print(&match asked.format {
        DiffFormat::Human => write::text(&changes, screen.lang()),
        DiffFormat::Markdown => write::markdown(&changes, screen.lang()),
        DiffFormat::Json => write::json(&changes, screen.lang()),
        DiffFormat::Feed => write::feed(&changes, screen.lang()),
    });
    if asked.write {
        let Some((folder, outside)) = &new.folder else {
            return Err(only_folders());
        };
        let today = build::today(asked.today.as_deref())?;
        let own = diff::compare(&before, &now, now.lang(), drafts);
        for noted in note::noted((&before, &now), &own, now.lang(), today) {
            let path = noted.path.strip_prefix(outside).unwrap_or(&noted.path);
            write_note(&checked, &folder.join(path), &noted, screen)?;
        }
    }
    Ok(Outcome::Clean)
}

fn write_note(
    checked: &Checked<'_>,
    file: &Path,
    noted: &Noted,
    screen: &Screen,
) -> Result<(), Failure> {
    let Noted { path, note, text } = noted;
    match text {
        Some(text) => screen.say(&match checked.replace(file, path, text.as_bytes())? {
            true => say!(
                "{path}: dicatat di `perubahan`: {note}",
                "{path}: noted in `changes`: {note}"
            ),
            false => changed(path),
        }),
        None => screen.say(&say!(
            "{path}: tidak dicatat, karena `perubahan` ditulis di dalam kurung [] atau berkasnya tidak terbaca seluruhnya; tulis sendiri: {note}",
            "{path}: not noted, because `changes` is written in [] or not all of the file can be read; write it yourself: {note}"
        )),
    }
    Ok(())
}

fn only_folders() -> Failure {
    Failure::new(say!(
        "--write hanya dapat menulis ke folder, bukan ke revisi git; hapus NEW, atau sebutkan foldernya",
        "--write writes only into a folder, not into a git revision; leave NEW out, or name the folder"
    ))
}

/// A version of the site.
struct Version {
    sources: Box<dyn Sources>,
    /// The folder, if it is one, and what its paths begin with that is not in it.
    folder: Option<(PathBuf, &'static str)>,
}

/// What a name means: a folder, if there is one, else a git revision of the site's folder.
fn version(site: &Path, name: &str) -> Result<Version, Failure> {
    let path = PathBuf::from(name);
    if disk::is_folder(&path) {
        return folder(&path).ok_or_else(|| no_site(&path));
    }
    let revision = Revision::open(site, name)?;
    Ok(Version {
        sources: Box::new(revision),
        folder: None,
    })
}

/// A folder with a site, or one of agencies and lists; `None` for any other.
fn folder(path: &Path) -> Option<Version> {
    if disk::holds_site(path) || disk::holds_content(path) {
        return Some(Version {
            sources: Box::new(SiteFolder::new(path)),
            folder: Some((path.to_owned(), "")),
        });
    }
    let sources = ContentFolder::new(path);
    let entries = sources.entries().ok()?;
    let is_agency = |path: &str| path.ends_with("/agency.yaml") && path.matches('/').count() == 2;
    let holds = entries.iter().any(|entry| is_agency(&entry.path));
    holds.then(|| Version {
        sources: Box::new(sources),
        folder: Some((path.to_owned(), "content/")),
    })
}

fn no_site(path: &Path) -> Failure {
    let path = path.display();
    Failure::new(say!(
        "di folder `{path}` tidak ada site.yaml dan tidak ada dinas; sebutkan folder situs, misalnya: maklumat diff --site FOLDER main",
        "the folder `{path}` has no site.yaml and no agencies; name a site's folder, for example: maklumat diff --site FOLDER main"
    ))
}
