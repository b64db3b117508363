//! `audit`: what is written of every service and agency, and what is not.

use super::Outcome;
use super::args::audit::AuditFormat;
use super::args::{Arguments, Audit as Asked, Format};
use super::build::settings;
use super::here::report_from_here;
use super::screen::Screen;
use crate::analyze::Deny;
use crate::audit::{Audit, write};
use crate::diagnostic::{Failure, Severity, say};
use crate::disk::SiteFolder;
use crate::pipeline;

/// Prints what is written of a sound site. It is no check: what lacks does not make it fail.
pub fn audit(asked: &Asked, arguments: &Arguments, screen: &Screen) -> Result<Outcome, Failure> {
    let screen = &screen.speaking(asked.compile.language(arguments.lang()));
    let sources = SiteFolder::new(&asked.compile.folder.site);
    let settings = settings(&asked.compile, Deny::Errors)?;
    let (mut report, sound) = pipeline::check(&sources, None, &settings)?;
    let Some(sound) = sound else {
        // What keeps the audit from being made, and not the thousand hints beside it.
        report
            .findings
            .retain(|finding| finding.severity == Severity::Error);
        report_from_here(&mut report, &asked.compile.folder.site);
        screen.report(&report, Format::Human);
        screen.say(&say!(
            "audit tidak dibuat: perbaiki dulu kesalahan di atas",
            "there is no audit: mend the errors above first"
        ));
        return Ok(Outcome::Problems);
    };
    let audit = Audit::of(&sound, &sources, settings.drafts, settings.today)?;
    let lang = screen.lang();
    screen.print(&match asked.format {
        AuditFormat::Table => write::text(&audit, lang),
        AuditFormat::Csv => write::csv(&audit, lang),
        AuditFormat::Json => write::json(&audit, lang),
        AuditFormat::Markdown => write::markdown(&audit, lang),
        AuditFormat::Html => write::html(&audit, lang),
    });
    let drafts = audit.drafts;
    if drafts > 0 {
        screen.say(&say!(
            "{drafts} rancangan tidak dihitung; dengan rancangan: maklumat audit --drafts",
            "{drafts} drafts are not counted; with them: maklumat audit --drafts"
        ));
    }
    Ok(Outcome::Clean)
}
