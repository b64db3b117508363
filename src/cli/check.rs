//! `check`: all findings.

use super::Outcome;
use super::accept::accept;
use super::args::{Arguments, Check, Format};
use super::asked::Asked;
use super::build::{settings, theme};
use super::checked::Checked;
use super::fix::{fix, stamp};
use super::here::report_from_here;
use super::outside;
use super::screen::Screen;
use super::untranslated::{Known, Left};
use crate::analyze::Deny;
use crate::diagnostic::{Failure, Report, Severity, say};
use crate::disk::SiteFolder;
use crate::output::Output;
use crate::pipeline::{self, Settings};
use crate::serve;
use crate::source::Sources;
use crate::theme::Theme;

/// How often files are mended and looked at again.
const MOST_ROUNDS: usize = 8;

/// Prints all findings; with `--watch` again after each change, until Ctrl-C.
pub fn check(check: &Check, arguments: &Arguments, screen: &Screen) -> Result<Outcome, Failure> {
    let screen = &screen.speaking(check.compile.language(arguments.lang()));
    if !check.watch {
        return check_once(check, screen);
    }
    let mut last = Ok(Outcome::Clean);
    serve::on_change(&check.compile.folder.site, &mut || {
        screen.clear();
        last = check_once(check, screen);
        if let Err(failure) = &last {
            screen.failure(failure);
        }
        screen.whisper(&say!(
            "diperiksa lagi sesudah setiap perubahan (hentikan dengan Ctrl-C)",
            "checked again after each change (stop with Ctrl-C)"
        ));
    })?;
    last
}

fn check_once(check: &Check, screen: &Screen) -> Result<Outcome, Failure> {
    let site = &check.compile.folder.site;
    let sources = SiteFolder::new(site);
    let settings = settings(&check.compile, Deny::Errors)?;
    let theme = theme(site)?;
    let asked = Asked::new(&check.only, site, &sources)?;
    if check.fix {
        mend(check, &asked, theme.as_ref().ok(), &settings, screen)?;
    }
    if check.accept {
        accept(&Checked::new(&sources), site, &asked, &settings, screen)?;
    }
    let mut report = find(&sources, theme.as_ref().ok(), &settings)?;
    if let Err(of_theme) = theme {
        report.findings.extend(of_theme.findings);
    }
    asked.only(&mut report);
    let mut left = left(check, &sources, &asked)?;
    left.add_to(&mut report);
    let mut outside = outside(check, &sources, &asked)?;
    outside.add_to(&mut report);
    if check.errors {
        let is_error = |weight: Severity| weight == Severity::Error;
        report.findings.retain(|finding| is_error(finding.severity));
        report.left_out.retain(|_, left| is_error(left.severity));
    }
    if check.format != Format::Markdown {
        report_from_here(&mut report, site);
    }
    match (check.format, &check.editor) {
        (Format::Markdown, Some(editor)) => screen.comment(&report, editor),
        (format, _) => screen.report(&report, format),
    }
    if matches!(check.format, Format::Human | Format::Short) {
        let counts = left.counts.iter().chain(&outside.counts);
        counts.for_each(|count| screen.say(count));
    }
    let denied = check.deny.is_some() && report.count(Severity::Warning) > 0;
    if report.has_errors() || denied {
        return Ok(Outcome::Problems);
    }
    if check.format == Format::Human && report.findings.is_empty() {
        screen.say(&say!("tidak ada temuan", "no findings"));
    }
    Ok(Outcome::Clean)
}

/// What is not translated, if that was asked.
fn left(check: &Check, sources: &dyn Sources, asked: &Asked) -> Result<Left, Failure> {
    if !check.untranslated {
        return Ok(Left::default());
    }
    Ok(Known::new(sources)?.left(asked))
}

/// What became of the addresses of other sites, if that was asked.
fn outside(check: &Check, sources: &dyn Sources, asked: &Asked) -> Result<Left, Failure> {
    match check.external {
        true => outside::tried(sources, asked, check.compile.base_url.as_deref()),
        false => Ok(Left::default()),
    }
}

/// Makes the safe changes, and stamps the translations that are asked for.
fn mend(
    check: &Check,
    asked: &Asked,
    theme: Option<&Theme>,
    settings: &Settings,
    screen: &Screen,
) -> Result<(), Failure> {
    let site = &check.compile.folder.site;
    let sources = SiteFolder::new(site);
    // What is mended may let more be read, and more be mended.
    for _ in 0..MOST_ROUNDS {
        let checked = Checked::new(&sources);
        let mut report = find(&checked, theme, settings)?;
        left(check, &checked, asked)?.add_to(&mut report);
        if fix(&report, &checked, site, screen)? == 0 {
            break;
        }
    }
    let checked = Checked::new(&sources);
    stamp(&Known::new(&checked)?, asked, &checked, site, screen)
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
