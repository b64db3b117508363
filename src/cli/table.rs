//! `table`: the decision table of a service.

use std::path::Path;

use super::Outcome;
use super::args::{Arguments, Format, Table, TableFormat};
use super::build::settings;
use super::here::{meant, report_from_here};
use super::screen::Screen;
use crate::analyze::{Deny, SoundSite};
use crate::diagnostic::{Failure, say};
use crate::disk::SiteFolder;
use crate::pipeline;
use crate::resolve::ServiceEntry;
use crate::resolve::names::Names;
use crate::similar::nearest;
use crate::table;
use crate::table::write::{self, grid};

/// Prints the decision table of a service of a sound site.
pub fn table(asked: &Table, arguments: &Arguments, screen: &Screen) -> Result<Outcome, Failure> {
    let screen = &screen.speaking(asked.compile.language(arguments.lang()));
    let sources = SiteFolder::new(&asked.compile.folder.site);
    let settings = settings(&asked.compile, Deny::Errors)?;
    let (mut report, sound) = pipeline::check(&sources, None, &settings)?;
    let Some(sound) = sound else {
        report_from_here(&mut report, &asked.compile.folder.site);
        screen.report(&report, Format::Human);
        return Ok(Outcome::Problems);
    };
    let entry = find(&sound, &asked.service, &asked.compile.folder.site)?;
    let read = sound.read(entry, &sources)?;
    let lang = screen.lang();
    let site = sound.site();
    let service = read.resolve(&Names::new(&site.layout, &site.registries));
    let resolved = service.service();
    // Words of what the service shares with others, and its own.
    let mut words = site.words.get(lang.tag()).cloned().unwrap_or_default();
    words.extend(service.words(lang.tag()).cloned().unwrap_or_default());
    let title = resolved.document.title.get().map(|title| {
        let translated = words.get(title);
        &*translated.unwrap_or(title).value
    });
    let title = title.unwrap_or_default();
    let rows = table::rows(resolved, Some(&words), lang)?;
    let questions = table::questions(resolved, Some(&words));
    if asked.grid {
        screen.print(&match asked.format {
            TableFormat::Text => grid::text(title, &questions, &rows, lang),
            TableFormat::Markdown => grid::markdown(title, &questions, &rows, lang),
            TableFormat::Csv => grid::csv(&questions, &rows, lang),
            TableFormat::Json => grid::json(title, &questions, &rows),
            TableFormat::Html => grid::html(title, &questions, &rows, lang),
        });
        return Ok(Outcome::Clean);
    }
    screen.print(&match asked.format {
        TableFormat::Text => write::text(title, &rows, lang),
        TableFormat::Markdown => write::markdown(title, &rows, lang),
        TableFormat::Csv => write::csv(&rows, lang),
        TableFormat::Json => write::json(title, &rows),
        TableFormat::Html => write::html(title, &rows, lang),
    });
    Ok(Outcome::Clean)
}

/// `content/AGENCY/SERVICE.yaml` is the service `AGENCY/SERVICE`.
fn id_of(path: &str) -> &str {
    let path = path.strip_prefix("content/").unwrap_or(path);
    let stem = path.strip_suffix(".yaml").or(path.strip_suffix(".md"));
    stem.unwrap_or(path)
}

/// The service named by `agency/name`, by its file's name or path, or by its title.
fn find<'a>(sound: &'a SoundSite, asked: &str, site: &Path) -> Result<&'a ServiceEntry, Failure> {
    let entries = &sound.site().entries;
    let names = meant(asked, site);
    let mut ids = names.iter().map(|name| id_of(name));
    let exact = ids.find_map(|id| entries.iter().find(|entry| entry.id() == id));
    if let Some(exact) = exact {
        return Ok(exact);
    }
    let path = names.last().map_or(asked, |name| id_of(name));
    let title = |entry: &ServiceEntry| entry.card.title.value.clone();
    let called = asked.trim().to_lowercase();
    let fits = |entry: &&ServiceEntry| entry.name == path || title(entry).to_lowercase() == called;
    let found: Vec<&ServiceEntry> = entries.iter().filter(fits).collect();
    match found.as_slice() {
        [only] => return Ok(only),
        [] => {}
        several => {
            let ids: Vec<String> = several.iter().map(|entry| entry.id()).collect();
            let (first, list) = (ids[0].clone(), ids.join(", "));
            return Err(Failure::new(say!(
                "beberapa layanan bernama `{asked}`: {list}; ketik misalnya: maklumat table {first}",
                "several services are called `{asked}`: {list}; type, for example: maklumat table {first}"
            )));
        }
    }
    let names: Vec<(String, String)> = entries
        .iter()
        .flat_map(|entry| {
            let names = [entry.id(), entry.name.clone(), title(entry)];
            names.map(|name| (name, entry.id()))
        })
        .collect();
    let near = nearest(asked, names.iter().map(|(name, _)| name.as_str()));
    let meant = names.iter().find(|(name, _)| Some(name.as_str()) == near);
    Err(Failure::new(match meant {
        Some((_, id)) => say!(
            "tidak ada layanan bernama `{asked}`; mungkin maksud Anda: maklumat table {id}",
            "there is no service called `{asked}`; did you mean: maklumat table {id}"
        ),
        None => {
            let known: Vec<String> = entries.iter().take(8).map(ServiceEntry::id).collect();
            let (known, more) = (known.join(", "), if entries.len() > 8 { ", …" } else { "" });
            say!(
                "tidak ada layanan bernama `{asked}`; yang ada: {known}{more}",
                "there is no service called `{asked}`; available: {known}{more}"
            )
        }
    }))
}
