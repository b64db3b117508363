//! `export`: standards as files that offices pass around.

use std::path::PathBuf;

use super::Outcome;
use super::args::{Arguments, Export, Format};
use super::asked::Asked;
use super::build::{settings, theme};
use super::here::report_from_here;
use super::screen::Screen;
use crate::analyze::Deny;
use crate::diagnostic::{Failure, say};
use crate::disk::{self, SiteFolder};
use crate::export;
use crate::pipeline::{self, Settings, Standard};
use crate::route::Drafts;

/// Writes the annexes and the list of a sound site.
pub fn export(asked: &Export, arguments: &Arguments, screen: &Screen) -> Result<Outcome, Failure> {
    let screen = &screen.speaking(asked.compile.language(arguments.lang()));
    let site = &asked.compile.folder.site;
    let sources = SiteFolder::new(site);
    let settings = Settings {
        drafts: Drafts::With,
        ..settings(&asked.compile, Deny::Errors)?
    };
    let only = Asked::new(&asked.only, site, &sources)?;
    let found = match theme(site)? {
        Err(report) => Err(report),
        Ok(theme) => match pipeline::check(&sources, Some(&theme), &settings)? {
            (_, Some(sound)) => Ok((theme, sound)),
            (report, None) => Err(report),
        },
    };
    let (theme, sound) = match found {
        Ok(found) => found,
        Err(mut report) => {
            report_from_here(&mut report, site);
            screen.report(&report, Format::Human);
            return Ok(Outcome::Problems);
        }
    };
    let layout = &sound.site().layout;
    let standards = pipeline::standards(&sound, &sources, &theme, &settings, |entry| {
        let file = entry.files.file;
        file.is_some_and(|file| only.has(layout.path(file)))
    })?;
    write(&asked.docx, &standards, export::docx, screen)?;
    write(&asked.csv, &standards, export::csv, screen)?;
    write(&asked.xlsx, &standards, export::workbook, screen)?;
    tell_left_out(&standards, screen);
    Ok(Outcome::Clean)
}

/// Says which standards are drafts, which no file says, and what is left out.
fn tell_left_out(standards: &[Standard], screen: &Screen) {
    let drafts = standards.iter().filter(|one| one.is_draft).count();
    if drafts > 0 {
        screen.say(&say!(
            "{drafts} di antaranya masih rancangan; di berkasnya itu tidak ditandai",
            "{drafts} of these are drafts; the files do not say so"
        ));
    }
    let hidden: usize = standards.iter().map(|one| one.hidden).sum();
    if hidden > 0 {
        let named = standards.iter().filter(|one| one.hidden > 0);
        let titles: Vec<&str> = named.map(|one| one.view.title.text.as_str()).collect();
        let titles = titles.join("”, “");
        screen.say(&say!(
            "{hidden} saluran pengaduan tidak ikut (“{titles}”): nomornya mungkin milik pribadi; jika milik dinas, tulis `resmi: ya` di bawahnya",
            "{hidden} channels for complaints are left out (“{titles}”): their numbers may be somebody's own; if they are the agency's, write `official: yes` below them"
        ));
    }
}

/// Writes a file that is asked for; one that is there may have been edited, and stays.
fn write(
    path: &Option<PathBuf>,
    standards: &[Standard],
    make: fn(&[Standard]) -> Result<Vec<u8>, Failure>,
    screen: &Screen,
) -> Result<(), Failure> {
    let Some(path) = path else { return Ok(()) };
    disk::create(path, &make(standards)?)?;
    let (path, count) = (path.display(), standards.len());
    screen.say(&say!(
        "{path} ditulis: {count} layanan",
        "{path} written: {count} services"
    ));
    Ok(())
}
