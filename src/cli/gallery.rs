//! `theme --gallery`.

use std::path::Path;

use super::Outcome;
use super::args::Format;
use super::build;
use super::language;
use super::screen::Screen;
use crate::diagnostic::{Failure, Report, say};
use crate::disk::{self, Folder, PublishMode};
use crate::output::Output;
use crate::outputs;
use crate::render::frame::colours;
use crate::theme;

/// Shows every part of a site's theme, or of the default one where there is no site, on pages in `output`.
pub fn gallery(site: &Path, output: &Path, screen: &Screen) -> Result<Outcome, Failure> {
    let refused = |report: &Report| {
        screen.report(report, Format::Human);
        Ok(Outcome::Problems)
    };
    let theme = match build::theme(site)? {
        Ok(theme) => theme,
        Err(report) => return refused(&report),
    };
    let config = language::site(site).filter(|_| disk::holds_site(site));
    let languages = config.as_ref().map(|config| config.languages.items());
    let languages: Vec<String> = match languages {
        Some([]) => vec![crate::language::FIRST.to_owned()],
        Some(named) => named.iter().map(|tag| tag.value.to_string()).collect(),
        None => theme.languages().map(str::to_owned).collect(),
    };
    let colours = config.as_ref().map(colours).unwrap_or_default();
    let pages = match outputs::gallery(&theme, &languages, &colours) {
        Ok(pages) => pages,
        Err(problems) => {
            let name = config.as_ref().and_then(|config| config.theme.get());
            let folder = theme::folder(name.map_or("", |name| &name.value));
            let located = problems
                .iter()
                .map(|problem| problem.located(&folder, theme.text(&problem.file)));
            return refused(&Report {
                findings: located.collect(),
                ..Report::default()
            });
        }
    };
    let mode = PublishMode::Exchange;
    let mut folder = Folder::open(site, output, mode, &|message| screen.whisper(message))?;
    for (path, page) in &pages {
        folder.put(path, page.html().as_bytes())?;
    }
    folder.publish()?;
    let place = output.join("index.html");
    let place = place.display();
    screen.say(&say!(
        "galeri tema ada di {place}; buka dengan peramban",
        "the theme's gallery is in {place}; open it in a browser"
    ));
    Ok(Outcome::Clean)
}
