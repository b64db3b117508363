//! `check`: all findings, and the mending of those that cannot be mended wrongly.

use std::collections::BTreeMap;

use super::Outcome;
use super::args::{Arguments, Check, Format};
use super::build::{settings, theme};
use super::screen::Screen;
use crate::analyze::Deny;
use crate::diagnostic::{Failure, Fix, Report, Severity, say};
use crate::disk::{self, SiteFolder};
use crate::output::Output;
use crate::pipeline::{self, Settings};
use crate::source::Sources;
use crate::theme::Theme;

/// Prints all findings.
pub fn check(check: &Check, arguments: &Arguments, screen: &Screen) -> Result<Outcome, Failure> {
    let screen = &screen.speaking(check.compile.language(arguments.lang()));
    let sources = SiteFolder::new(&check.compile.folder.site);
    let settings = settings(&check.compile, Deny::Errors)?;
    let theme = theme(&check.compile)?;
    let mut report = find(&sources, theme.as_ref().ok(), &settings)?;
    if check.fix && mend(&report, &sources, &check.compile.folder.site, screen)? {
        report = find(&sources, theme.as_ref().ok(), &settings)?;
    }
    if let Err(of_theme) = theme {
        report.findings.extend(of_theme.findings);
    }
    screen.report(&report, check.format);
    let denied = check.deny.is_some() && report.count(Severity::Warning) > 0;
    if report.has_errors() || denied {
        return Ok(Outcome::Problems);
    }
    if check.format == Format::Human && report.findings.is_empty() {
        screen.say(&say!("tidak ada temuan", "nothing was found"));
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

/// Applies the safe changes; whether there were any.
fn mend(
    report: &Report,
    sources: &dyn Sources,
    site: &std::path::Path,
    screen: &Screen,
) -> Result<bool, Failure> {
    let mut by_file: BTreeMap<&str, Vec<&Fix>> = BTreeMap::new();
    for finding in &report.findings {
        if let Some(fix) = &finding.fix {
            by_file.entry(&finding.place.path).or_default().push(fix);
        }
    }
    for (path, mut fixes) in by_file.clone() {
        let Ok(mut bytes) = sources.read(path) else {
            continue;
        };
        // From the end, so that earlier places stay where they are.
        fixes.sort_by_key(|fix| std::cmp::Reverse(fix.span.start));
        fixes.dedup_by_key(|fix| fix.span);
        for fix in &fixes {
            let range = fix.span.start as usize..fix.span.end as usize;
            if range.end <= bytes.len() {
                bytes.splice(range, fix.text.bytes());
            }
        }
        disk::replace(&site.join(path), &bytes)?;
        let count = fixes.len();
        screen.say(&say!(
            "{path}: {count} diperbaiki",
            "{path}: {count} mended"
        ));
    }
    Ok(!by_file.is_empty())
}
