//! The whole way: sources in, a sound site out, findings for everything else.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::analyze::{Deny, Examined, SoundSite};
use crate::diagnostic::{Failure, Report, say};
use crate::output::Output;
use crate::outputs::{self, Artifact};
use crate::render::catalogue::Catalogue;
use crate::render::pen::Desk;
use crate::resolve::names::Names;
use crate::route::{Drafts, Route};
use crate::seal::Hashes;
use crate::source::{Sources, reason_in_indonesian};
use crate::theme::{self, Form, Theme, ThemeProblem};

/// What a run depends on beside the sources and the theme.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Today; only hints and the audit depend on it.
    pub today: Date,
    /// Where the site will stand, over `base_url` of site.yaml.
    pub base_url: Option<String>,
    /// How much of a page's white space is kept.
    pub form: Form,
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
        |site, sink| outputs::routes(site, settings.drafts, sink),
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
    let site = sound.site();
    let desk = Desk {
        site,
        names: &Names::new(&site.layout, &site.registries),
        routes: sound.routes(),
        catalogue: &Catalogue::new(site, sound.routes(), theme),
        linked: &outputs::linked(),
        theme,
        base_url: &site.base_url(settings.base_url.as_deref()),
        form: settings.form,
        hashes: &Hashes::default(),
    };
    let primary = sound.routes().primary();
    let mut published = Published::default();
    let subjects: Vec<&[Route]> = sound.routes().by_subject().collect();
    for batch in subjects.chunks(BATCH) {
        let made: Result<Vec<_>, Failure> = batch
            .par_iter()
            .map(|routes| outputs::make(desk, sound, sources, routes))
            .collect();
        for (route, artifact) in made?.into_iter().flatten() {
            let artifact = match artifact {
                Ok(artifact) => artifact,
                Err(problem) => {
                    published.note(problem);
                    continue;
                }
            };
            match artifact {
                Artifact::Page(page) => {
                    published.pages += 1;
                    output.put(&route.address, page.html().as_bytes())?;
                    if outputs::is_of_service(route) && *route.language == *primary {
                        output.note_service(&route.address);
                    }
                }
                Artifact::Data(bytes) => output.put(&route.address, &bytes)?,
                Artifact::Copy(file) => {
                    let path = site.layout.path(file);
                    let bytes = sources.read(path).map_err(|why| cannot_copy(path, &why))?;
                    output.put(&route.address, &bytes)?;
                }
            }
        }
    }
    Ok(published)
}

impl Published {
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
