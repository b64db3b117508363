//! The whole way: sources in, a sound site out, findings for everything else.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::analyze::{self, Changed, Deny, SoundSite};
use crate::diagnostic::{Code, Failure, Located, Place, Report, Severity, Sink, say};
use crate::model::Slot;
use crate::model::service::ServiceDocument;
use crate::output::Output;
use crate::outputs::{self, Artifact, Stop};
use crate::parse::dictionary::{Dictionary, Worded};
use crate::parse::layout::Layout;
use crate::parse::{Reader, Registries};
use crate::render::catalogue::Catalogue;
use crate::render::pen::{Desk, Drafts};
use crate::resolve::names::Names;
use crate::resolve::service::Service;
use crate::resolve::{self, Card, ServiceEntry, Site};
use crate::route::Route;
use crate::seal::{Form, Hashes};
use crate::source::Sources;
use crate::span::{FileId, Lines, Span};
use crate::theme::{Theme, ThemeProblem};

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
const BATCH: usize = 256;

/// How often a build starts over because files changed under it.
const MAX_STARTS: usize = 5;

/// Compiles a site: checks everything, and hands the pages to `output` only if nothing denied was found.
///
/// The report's `pages` is 0 when nothing was handed over. What a theme's template gets wrong only while rendering is
/// reported too; then the output has some files and must not be published: ask [`Report::has_errors`].
///
/// # Errors
/// When the sources cannot be listed or the output cannot take a file.
pub fn compile(
    sources: &dyn Sources,
    theme: &Theme,
    settings: &Settings,
    output: &mut dyn Output,
) -> Result<Report, Failure> {
    for _ in 0..MAX_STARTS {
        let (mut report, sound) = check(sources, Some(theme), settings)?;
        let Some(sound) = sound else {
            return Ok(report);
        };
        match publish(&sound, sources, theme, settings, output)? {
            Ok(pages) => {
                report.pages = pages;
                return Ok(report);
            }
            Err(Stop::Changed(_)) => {}
            Err(Stop::Theme(problem)) => {
                let folder = theme_folder(sound.site());
                report
                    .findings
                    .push(theme_finding(&problem, &folder, theme.text(&problem.file)));
                return Ok(report);
            }
        }
    }
    Err(Failure::new(say!(
        "berkas terus berubah selagi situs dibuat; jalankan lagi sesudah selesai menyunting",
        "files keep changing while the site is built; run again when the editing is done"
    )))
}

/// Checks a site: all findings, and the site itself if it is sound. Without a theme its languages are not checked.
///
/// # Errors
/// When the sources cannot be listed.
pub fn check(
    sources: &dyn Sources,
    theme: Option<&Theme>,
    settings: &Settings,
) -> Result<(Report, Option<SoundSite>), Failure> {
    let mut sink = Sink::default();
    let layout = Layout::new(sources.entries()?, &mut sink);
    let reader = Reader::new(sources, &layout);
    let config = reader.site(&mut sink);
    let registries = reader.registries(&mut sink);
    let mut site = Site {
        config,
        ..Site::default()
    };
    for (name, files) in &layout.agencies {
        if let Some(agency) = reader.agency(&files.agency, &mut sink) {
            site.agencies.insert(name.clone(), agency.document);
            extend(&mut site.words, agency.words);
        }
    }
    for (name, files) in &layout.pages {
        if let Some(page) = reader.page(files, &mut sink) {
            site.pages.insert(name.clone(), page);
        }
    }
    if let Some(theme) = theme {
        let known: Vec<&str> = theme.languages().collect();
        resolve::languages::check(&site.config, &known, &layout, &mut sink);
    }
    layout.check_languages(&site.languages(), &mut sink);
    check_shared(&site, &layout, &registries, &mut sink);
    for (entry, words) in check_services(&reader, &site, &layout, &registries, settings, &mut sink)
    {
        site.entries.push(entry);
        extend(&mut site.words, words);
    }
    site.layout = layout;
    site.registries = registries;
    let routes = outputs::routes(&site, settings.drafts, &mut sink);
    let weights = analyze::strictness(&site.config);
    let read = |file: FileId| {
        let path = site.layout.path(file).to_owned();
        let bytes = sources.read(&path).unwrap_or_default();
        (path, String::from_utf8_lossy(&bytes).into_owned())
    };
    let mut report = Report::new(sink.into_findings(), &weights, read);
    let folder = theme_folder(&site);
    for (note, text) in theme.map_or(&[][..], Theme::notes) {
        let finding = theme_finding(note, &folder, text);
        let severity = weights(note.code);
        report.findings.extend(severity.map(|severity| Located {
            severity,
            ..finding
        }));
    }
    let sound = SoundSite::judge(site, routes, &report, settings.deny);
    Ok((report, sound))
}

fn check_shared(site: &Site, layout: &Layout, registries: &Registries, sink: &mut Sink) {
    let names = Names::new(layout, registries);
    resolve::registry::check_site(&site.config, &names, sink);
    resolve::registry::check_registries(registries, &names, sink);
    analyze::calendar::check_list(&registries.holidays, sink);
    for agency in site.agencies.values() {
        resolve::agency::check(agency, &names, sink);
        analyze::agency::check(agency, sink);
    }
    for page in site.pages.values() {
        for (_, body) in std::iter::once(&page.original).chain(page.translations.values()) {
            if let Some(body) = body {
                resolve::service::check_markdown(body, &names, sink);
            }
        }
    }
}

/// The first pass over the services: each is read and checked alone, in parallel, and only its entry kept.
fn check_services(
    reader: &Reader<'_>,
    site: &Site,
    layout: &Layout,
    registries: &Registries,
    settings: &Settings,
    sink: &mut Sink,
) -> Vec<(ServiceEntry, Words)> {
    let names = Names::new(layout, registries);
    let review = site.config.review_after_months.get();
    let work: Vec<_> = layout
        .agencies
        .iter()
        .flat_map(|(agency, folder)| {
            let services = folder.services.iter();
            services.map(move |(name, files)| (agency, name, files))
        })
        .collect();
    let checked: Vec<(Option<(ServiceEntry, Words)>, Option<Span>, Sink)> = work
        .into_par_iter()
        .map(|(agency, name, files)| {
            let mut own = Sink::default();
            let fingerprint = reader.fingerprint(files);
            let read = reader.service(files, &mut own);
            let around = analyze::service::Surroundings {
                whole: !own.has_errors_besides(Code::K0201),
                agency: site.agencies.get(agency),
                names: &names,
                today: settings.today,
                review_after_months: review.map(|months| months.value),
            };
            let counted = read.as_ref().and_then(|read| {
                check_service(read, &around, &mut own);
                analyze::calendar::counted(&read.document, around.agency)
            });
            let entry = read.map(|read| {
                let card = card(&read.document);
                let words = words_of(&card, read.words);
                let entry = ServiceEntry {
                    agency: agency.clone(),
                    name: name.clone(),
                    files: files.clone(),
                    fingerprint,
                    card,
                };
                (entry, words)
            });
            (entry, counted, own)
        })
        .collect();
    let counted = checked.iter().find_map(|(_, counted, _)| *counted);
    analyze::calendar::check(&registries.holidays, counted, settings.today, sink);
    checked
        .into_iter()
        .filter_map(|(entry, _, own)| {
            sink.append(own);
            entry
        })
        .collect()
}

fn check_service(
    read: &Worded<ServiceDocument>,
    around: &analyze::service::Surroundings<'_>,
    sink: &mut Sink,
) {
    let service = Service::of(&read.document, around.names, sink);
    analyze::service::check(&read.document, around, sink);
    analyze::rules::check(&service, sink);
    analyze::questions::check(&service, sink);
    analyze::texts::check(&service, sink);
    for text in read.words.values().flat_map(Dictionary::markdown) {
        resolve::service::check_markdown(text, around.names, sink);
    }
}

/// Words by language tag.
type Words = BTreeMap<String, Dictionary>;

/// The words for what lists show of a service.
fn words_of(card: &Card, words: Words) -> Words {
    let words = words.into_iter();
    let words = words.map(|(lang, words)| (lang, words.only(card.texts())));
    words.collect()
}

fn extend(all: &mut Words, words: Words) {
    for (lang, words) in words {
        all.entry(lang).or_default().extend(words);
    }
}

fn card(service: &ServiceDocument) -> Card {
    let values = |texts: &Slot<Vec<crate::model::Text>>| {
        texts
            .items()
            .iter()
            .map(|text| text.value.clone())
            .collect()
    };
    let source = service.source.get().and_then(|source| source.system.get());
    Card {
        title: service.title.get().cloned().unwrap_or_default(),
        summary: service.summary.get().cloned(),
        aliases: service.aliases.items().to_vec(),
        status: service.status.get().copied(),
        category: service
            .category
            .get()
            .map(|category| category.value.clone()),
        life_events: values(&service.life_events),
        offered_at: values(&service.offered_at),
        moved_from: service.moved_from.items().to_vec(),
        time: service.time.clone(),
        cost: service.cost.clone(),
        source_system: source.map(|system| system.value.clone()),
    }
}

/// The second pass: everything is made and handed over. Returns how many pages.
fn publish(
    sound: &SoundSite,
    sources: &dyn Sources,
    theme: &Theme,
    settings: &Settings,
    output: &mut dyn Output,
) -> Result<Result<usize, Stop>, Failure> {
    let site = sound.site();
    let names = Names::new(&site.layout, &site.registries);
    let base_url = base_url(site, settings);
    let catalogue = Catalogue::new(site, sound.routes());
    let desk = Desk {
        site,
        names: &names,
        routes: sound.routes(),
        catalogue: &catalogue,
        menu: &outputs::menu(),
        theme,
        base_url: &base_url,
        form: settings.form,
        hashes: &Hashes::default(),
    };
    let mut pages = 0;
    let subjects: Vec<&[Route]> = sound.routes().by_subject().collect();
    for batch in subjects.chunks(BATCH) {
        let made: Result<Vec<_>, Stop> = batch
            .par_iter()
            .map(|routes| outputs::make(desk, sound, sources, routes))
            .collect();
        let made = match made {
            Ok(made) => made,
            Err(stop) => return Ok(Err(stop)),
        };
        for (route, artifact) in made.into_iter().flatten() {
            match artifact {
                Artifact::Page(page) => {
                    pages += 1;
                    output.put(&route.address, page.html().as_bytes())?;
                }
                Artifact::Data(bytes) => output.put(&route.address, &bytes)?,
                Artifact::Copy(file) => match sources.read(site.layout.path(file)) {
                    Ok(bytes) => output.put(&route.address, &bytes)?,
                    Err(_) => return Ok(Err(Stop::Changed(Changed))),
                },
            }
        }
    }
    Ok(Ok(pages))
}

/// Where the site will stand, with a slash at its end: the address of site.yaml, of which the settings may replace the
/// whole or, as `/kota/`, the path.
fn base_url(site: &Site, settings: &Settings) -> String {
    let own = site
        .config
        .base_url
        .get()
        .map_or("", |url| url.value.as_str());
    let mut url = match settings.base_url.as_deref() {
        Some(path) if path.starts_with('/') && path != "/" => {
            let host = own.find("://").map_or(0, |at| at + 3);
            let origin = own[host..].find('/').map_or(own, |at| &own[..host + at]);
            format!("{origin}{path}")
        }
        Some(given) => given.to_owned(),
        None => own.to_owned(),
    };
    if !url.is_empty() && !url.ends_with('/') {
        url.push('/');
    }
    url
}

/// The folder of the site's theme.
fn theme_folder(site: &Site) -> String {
    let name = site.config.theme.str();
    format!("themes/{}", if name.is_empty() { "default" } else { name })
}

/// Problems of a theme's files, each at its place below `folder`.
pub fn theme_report(
    problems: &[ThemeProblem],
    folder: &str,
    files: &BTreeMap<String, String>,
) -> Report {
    let located = problems.iter().map(|problem| {
        let default = Theme::default_file(&problem.file).unwrap_or_default();
        let text = files.get(&problem.file).map_or(default, String::as_str);
        theme_finding(problem, folder, text)
    });
    Report {
        findings: located.collect(),
        pages: 0,
    }
}

/// A problem of a theme's file as a finding.
fn theme_finding(problem: &ThemeProblem, folder: &str, text: &str) -> Located {
    let span = Span::new(FileId::default(), problem.span.start, problem.span.end);
    let path = format!("{folder}/{}", problem.file);
    Located {
        code: problem.code,
        severity: Severity::Error,
        message: problem.message.clone(),
        place: Place::of(span, &path, &Lines::new(text)),
        label: None,
        also: Vec::new(),
        help: problem.help.clone(),
        fix: None,
    }
}
