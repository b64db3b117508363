//! The whole way: sources in, a sound site out, findings for everything else.

mod standards;

use std::collections::BTreeMap;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::analyze::{Deny, Examined, SoundSite};
use crate::diagnostic::{Failure, Report, say};
use crate::output::Output;
use crate::outputs::{self, Artifact, AtRoute, Kept};
use crate::render::catalogue::Catalogue;
use crate::render::pen::Desk;
use crate::resolve::names::Names;
use crate::route::{Drafts, Route};
use crate::seal::Hashes;
use crate::source::{Sources, reason_in_indonesian};
use crate::theme::{self, Form, Theme, ThemeProblem};
pub use standards::{Standard, standards};

/// What a run depends on beside the sources and the theme.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Today; only hints and the audit depend on it.
    pub today: Date,
    /// Where the site will stand, over `base_url` of site.yaml.
    pub base_url: Option<String>,
    /// How much of a page's white space is kept.
    pub form: Form,
    /// Whether phones may keep a copy of the site: not of a preview.
    pub keeps: bool,
    /// Whether drafts are built.
    pub drafts: Drafts,
    /// Which findings stop the build.
    pub deny: Deny,
}

/// How many subjects are shown before their pages are handed to the output.
const BATCH: usize = 64;

/// Compiles a site: checks everything, and hands the pages to `output` only if nothing denied was found.
///
/// The report's `pages` is 0 when nothing was handed over. What a theme's template gets wrong only while rendering is
/// reported too; then the output has some files and must not be published: ask [`Report::has_errors`].
///
/// # Errors
/// When the sources cannot be listed, a file is no longer the one that was checked, or the output cannot take a file.
pub fn compile(
    sources: &dyn Sources,
    theme: &Theme,
    settings: &Settings,
    output: &mut dyn Output,
) -> Result<Report, Failure> {
    let (mut report, sound) = check(sources, Some(theme), settings)?;
    let Some(sound) = sound else {
        return Ok(report);
    };
    let published = publish(&sound, sources, theme, settings, output)?;
    let folder = theme::folder(sound.site().config.theme.str());
    let located = |problem: &ThemeProblem| problem.located(&folder, theme.text(&problem.file));
    report.pages = published.pages;
    if settings.drafts == Drafts::Without {
        let drafts = sound.site().entries.iter().filter(|entry| entry.is_draft());
        report.drafts = drafts.count();
    }
    report
        .findings
        .extend(published.problems.values().map(located));
    Ok(report)
}

/// Checks a site, the first pass: all findings, and the site itself if it is sound. Without a theme its languages are
/// not checked.
///
/// # Errors
/// When the sources cannot be listed.
pub fn check(
    sources: &dyn Sources,
    theme: Option<&Theme>,
    settings: &Settings,
) -> Result<(Report, Option<SoundSite>), Failure> {
    let languages: Option<Vec<&str>> = theme.map(|theme| theme.languages().collect());
    let examined = Examined::new(
        sources,
        languages.as_deref(),
        settings.today,
        |site, sink| {
            let base_url = settings.base_url.as_deref();
            outputs::routes(site, settings.drafts, base_url, sink)
        },
    )?;
    let folder = theme::folder(examined.site().config.theme.str());
    let notes = theme.map_or(&[][..], Theme::notes).iter();
    let notes = notes.map(|(note, text)| note.located(&folder, text));
    let notes = notes.collect();
    Ok(SoundSite::judge(examined, notes, sources, settings.deny))
}

/// What the second pass gave.
#[derive(Debug, Default)]
struct Published {
    /// How many pages.
    pages: usize,
    /// What templates get wrong, by file, place and message: on however many pages, it is told once.
    problems: BTreeMap<(String, usize, String), ThemeProblem>,
}

/// The second pass: everything is made and handed over.
fn publish(
    sound: &SoundSite,
    sources: &dyn Sources,
    theme: &Theme,
    settings: &Settings,
    output: &mut dyn Output,
) -> Result<Published, Failure> {
    at_desk(sound, theme, settings, |desk| {
        publish_from(desk, sound, sources, output)
    })
}

/// Does something at the desk of a site.
fn at_desk<T>(
    sound: &SoundSite,
    theme: &Theme,
    settings: &Settings,
    work: impl FnOnce(Desk<'_>) -> T,
) -> T {
    let site = sound.site();
    work(Desk {
        site,
        names: &Names::new(&site.layout, &site.registries),
        routes: sound.routes(),
        catalogue: &Catalogue::new(site, sound.routes(), theme),
        linked: &outputs::linked(),
        theme,
        base_url: &site.base_url(settings.base_url.as_deref()),
        form: settings.form,
        keeps: settings.keeps && outputs::asks_to_be_kept(sound.routes()),
        hashes: &Hashes::default(),
    })
}

fn publish_from(
    desk: Desk<'_>,
    sound: &SoundSite,
    sources: &dyn Sources,
    output: &mut dyn Output,
) -> Result<Published, Failure> {
    let mut published = Published::default();
    let kept = Kept::default();
    let subjects: Vec<&[Route]> = sound.routes().by_subject().collect();
    for batch in subjects.chunks(BATCH) {
        let made: Result<Vec<_>, Failure> = batch
            .par_iter()
            .map(|routes| {
                let made = outputs::make(desk, sound, sources, routes)?;
                if desk.keeps {
                    count(&made, &kept);
                }
                Ok(made)
            })
            .collect();
        for (route, artifact) in made?.into_iter().flatten() {
            let copied = published.hand_over(desk, route, artifact, sources, output)?;
            if let Some(bytes) = copied.filter(|_| desk.keeps) {
                kept.count(route, &bytes);
            }
        }
    }
    if desk.keeps {
        for (route, artifact) in outputs::make_last(sound.routes(), &kept) {
            published.hand_over(desk, route, artifact, sources, output)?;
        }
    }
    Ok(published)
}

/// Counts what was made for what phones keep.
fn count(made: &[AtRoute<'_>], kept: &Kept) {
    for (route, artifact) in made {
        match artifact {
            Ok(Artifact::Page(page)) => kept.count(route, page.html().as_bytes()),
            Ok(Artifact::Data(bytes)) => kept.count(route, bytes),
            _ => {}
        }
    }
}

impl Published {
    /// Hands over what was made of a route; the bytes of a file that was copied.
    fn hand_over(
        &mut self,
        desk: Desk<'_>,
        route: &Route,
        made: Result<Artifact, ThemeProblem>,
        sources: &dyn Sources,
        output: &mut dyn Output,
    ) -> Result<Option<Vec<u8>>, Failure> {
        match made {
            Err(problem) => self.note(problem),
            Ok(Artifact::Page(page)) => {
                self.pages += 1;
                output.put(&route.address, page.html().as_bytes())?;
                if outputs::is_of_service(route) && *route.language == *desk.routes.primary() {
                    output.note_service(&route.address);
                }
            }
            Ok(Artifact::Data(bytes)) => output.put(&route.address, &bytes)?,
            Ok(Artifact::Copy(file)) => {
                let path = desk.site.layout.path(file);
                let bytes = sources.read(path).map_err(|why| cannot_copy(path, &why))?;
                output.put(&route.address, &bytes)?;
                return Ok(Some(bytes));
            }
        }
        Ok(None)
    }

    fn note(&mut self, problem: ThemeProblem) {
        let (file, start) = (problem.file.clone(), problem.span.start);
        let key = (file, start, problem.message.en.clone());
        self.problems.entry(key).or_insert(problem);
    }
}

fn cannot_copy(path: &str, why: &str) -> Failure {
    let reason = reason_in_indonesian(why);
    Failure::new(say!(
        "`{path}` tidak dapat disalin: {reason}; periksa berkas itu, lalu jalankan lagi",
        "cannot copy `{path}`: {why}; check that file and run again"
    ))
}
