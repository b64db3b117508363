//! `table`: the decision table of a service.

use super::Outcome;
use super::args::{Arguments, Format, Table, TableFormat};
use super::build::settings;
use super::screen::Screen;
use crate::analyze::{Changed, Deny, SoundSite};
use crate::diagnostic::{Failure, say};
use crate::disk::SiteFolder;
use crate::model::decode::nearest;
use crate::pipeline;
use crate::resolve::ServiceEntry;
use crate::table::{self, write};

/// Prints the decision table of a service of a sound site.
pub fn table(asked: &Table, arguments: &Arguments, screen: &Screen) -> Result<Outcome, Failure> {
    let screen = &screen.speaking(asked.compile.language(arguments.lang()));
    let sources = SiteFolder::new(&asked.compile.folder.site);
    let settings = settings(&asked.compile, Deny::Errors)?;
    let (report, sound) = pipeline::check(&sources, &settings)?;
    let Some(sound) = sound else {
        screen.report(&report, Format::Human);
        return Ok(Outcome::Problems);
    };
    let entry = find(&sound, &asked.service)?;
    let service = sound.read(entry, &sources).map_err(|Changed| {
        Failure::new(say!(
            "berkas berubah selagi dibaca; jalankan lagi",
            "a file changed while it was read; run again"
        ))
    })?;
    let lang = screen.lang();
    let document = service.document(lang.tag());
    let title = document.title.str();
    let rows = table::rows(document, lang)?;
    screen.print(&match asked.format {
        TableFormat::Text => write::text(title, &rows, lang),
        TableFormat::Markdown => write::markdown(title, &rows, lang),
        TableFormat::Csv => write::csv(&rows, lang),
        TableFormat::Json => write::json(title, &rows),
        TableFormat::Html => write::html(title, &rows, lang),
    });
    Ok(Outcome::Clean)
}

/// The service named by `agency/name`, or by its name alone where only one agency has it.
fn find<'a>(sound: &'a SoundSite, asked: &str) -> Result<&'a ServiceEntry, Failure> {
    let entries = &sound.site().entries;
    let fits = |entry: &&ServiceEntry| entry.id() == asked || entry.name == asked;
    let found: Vec<&ServiceEntry> = entries.iter().filter(fits).collect();
    if let [only] = found.as_slice() {
        return Ok(only);
    }
    let known: Vec<String> = entries.iter().map(ServiceEntry::id).collect();
    let near = nearest(asked, known.iter().map(String::as_str));
    let near = near.or(known.first().map(String::as_str)).unwrap_or("-");
    Err(Failure::new(say!(
        "`{asked}` bukan satu layanan di situs ini; mungkin maksud Anda: maklumat table {near}",
        "`{asked}` is not one service of this site; did you mean: maklumat table {near}"
    )))
}
