//! `check`: all findings.

use super::Outcome;
use super::args::{Arguments, Check, Format};
use super::asked;
use super::build::{settings, theme};
use super::fix::{Checked, fix};
use super::screen::Screen;
use crate::analyze::Deny;
use crate::diagnostic::{Failure, Report, Severity, say};
use crate::disk::SiteFolder;
use crate::output::Output;
use crate::pipeline::{self, Settings};
use crate::source::Sources;
use crate::theme::Theme;

/// How often files are mended and looked at again.
const MOST_ROUNDS: usize = 8;

/// Prints all findings.
pub fn check(check: &Check, arguments: &Arguments, screen: &Screen) -> Result<Outcome, Failure> {
    let screen = &screen.speaking(check.compile.language(arguments.lang()));
    let sources = SiteFolder::new(&check.compile.folder.site);
    let settings = settings(&check.compile, Deny::Errors)?;
    let theme = theme(&check.compile.folder.site)?;
    if check.fix {
        // What is mended may let more be read, and more be mended.
        for _ in 0..MOST_ROUNDS {
            let checked = Checked::new(&sources);
            let report = find(&checked, theme.as_ref().ok(), &settings)?;
            if fix(&report, &checked, &check.compile.folder.site, screen)? == 0 {
                break;
            }
        }
    }
    let mut report = find(&sources, theme.as_ref().ok(), &settings)?;
    if let Err(of_theme) = theme {
        report.findings.extend(of_theme.findings);
    }
    let site = &check.compile.folder.site;
    asked::only(&mut report, &check.only, site, &sources)?;
    if check.format.is_for_machines() {
        asked::from_here(&mut report, site);
    }
    screen.report(&report, check.format);
    let denied = check.deny.is_some() && report.count(Severity::Warning) > 0;
    if report.has_errors() || denied {
        return Ok(Outcome::Problems);
    }
    if check.format == Format::Human && report.findings.is_empty() {
        screen.say(&say!("tidak ada temuan", "no findings"));
    }
    Ok(Outcome::Clean)
}

/// All findings. What a site's own templates get wrong shows only in pages, so they are made and forgotten.
fn find(
    sources: &dyn Sources,
    theme: Option<&Theme>,
    settings: &Settings,
) -> Result<Report, Failure> {
    match theme {
        Some(theme) if theme.has_own_templates() => {
            let report = pipeline::compile(sources, theme, settings, &mut Forgotten)?;
            Ok(Report { pages: 0, ..report })
        }
        _ => pipeline::check(sources, theme, settings).map(|(report, _)| report),
    }
}

/// Takes files and keeps none.
struct Forgotten;

impl Output for Forgotten {
    fn put(&mut self, _: &str, _: &[u8]) -> Result<(), Failure> {
        Ok(())
    }
}
