//! The first pass: everything is read, resolved and checked, and of a service only its entry is kept.

use std::collections::{BTreeMap, HashSet};

use jiff::civil::Date;
use rayon::prelude::*;

use super::calendar;
use super::service::Surroundings;
use crate::diagnostic::{Code, Failure, Located, Report, Severity, Sink};
use crate::model::service::ServiceDocument;
use crate::parse::dictionary::{Dictionary, Worded};
use crate::parse::layout::{Layout, Translated};
use crate::parse::{Reader, Registries};
use crate::resolve::names::Names;
use crate::resolve::service::Service;
use crate::resolve::{self, Card, ServiceEntry, Site};
use crate::route::Routes;
use crate::source::Sources;
use crate::span::{FileId, Span};

/// A site, where its pages stand, and everything that was found about it. They never part, so that what is judged is
/// what was looked at.
#[derive(Debug)]
pub struct Examined {
    pub(super) site: Site,
    pub(super) routes: Routes,
    findings: Sink,
}

impl Examined {
    /// Reads and checks a site. `languages` are those the theme speaks, where there is one; `list` gives the routes of
    /// the resolved site.
    ///
    /// # Errors
    /// When the sources cannot be listed.
    pub fn new(
        sources: &dyn Sources,
        languages: Option<&[&str]>,
        today: Date,
        list: impl FnOnce(&Site, &mut Sink) -> Routes,
    ) -> Result<Self, Failure> {
        let mut sink = Sink::default();
        let mut layout = Layout::new(sources.entries()?, &mut sink);
        let mut site = Site {
            config: Reader::new(sources, &layout).site(&mut sink),
            ..Site::default()
        };
        resolve::languages::check(&site.config, languages, &layout, &mut sink);
        layout.keep_languages(&site.languages(), &mut sink);
        site.logo_size = super::logo::check(&site.config, &layout, sources, &mut sink);
        let reader = Reader::new(sources, &layout).of(&site.config);
        let registries = reader.registries(&mut sink);
        site.learn(registries.questions.words.clone());
        for (name, files) in &layout.agencies {
            if let Some(agency) = reader.agency(&files.agency, &mut sink) {
                site.agencies.insert(name.clone(), agency.document);
                site.learn(agency.words);
            }
        }
        for (name, files) in &layout.pages {
            let page = reader.page(files, &mut sink);
            site.pages.extend(page.map(|page| (name.clone(), page)));
        }
        check_shared(&site, &layout, &registries, today, &mut sink);
        for (entry, words) in check_services(&reader, &layout, &site, &registries, today, &mut sink)
        {
            site.entries.push(entry);
            site.learn(words);
        }
        let asked = site.entries.iter().flat_map(|entry| &entry.card.shares);
        let asked = asked.map(String::as_str).collect();
        // Beside an error the question may be asked where a name is misspelled or a file cannot be read.
        let asked = Some(&asked).filter(|_| !sink.has_errors());
        super::rules::check_shared(&registries.questions, asked, &mut sink);
        site.keep_latest_changes();
        site.layout = layout;
        site.registries = registries;
        super::circles::check(&site, &mut sink);
        let routes = list(&site, &mut sink);
        let addresses: HashSet<&str> = routes.iter().map(|route| &*route.address).collect();
        sink.settle(|address| addresses.contains(address));
        Ok(Self {
            routes,
            findings: sink,
            site,
        })
    }

    /// The site.
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// The files of drafts.
    fn drafts(&self) -> HashSet<FileId> {
        let drafts = self.site.entries.iter().filter(|entry| entry.is_draft());
        let files = drafts.map(|entry| &entry.files);
        files
            .flat_map(|files| {
                files
                    .file
                    .into_iter()
                    .chain(files.translations.values().copied())
            })
            .collect()
    }

    /// The findings at their places and those of the theme, weighed as the site says; the files with findings are read
    /// for it.
    pub(super) fn report(&mut self, sources: &dyn Sources, of_theme: Vec<Located>) -> Report {
        let weigh = super::strictness(&self.site.config);
        let findings = std::mem::take(&mut self.findings).into_findings();
        let drafts = self.drafts();
        let of_file = |code: Code, file: FileId| {
            let weight = weigh(code)?;
            // Nobody published a draft yet, so what it lacks is no reason to stop.
            let lighter = weight == Severity::Warning && drafts.contains(&file);
            Some(if lighter { Severity::Hint } else { weight })
        };
        let mut report = Report::new(findings, of_file, |file: FileId| {
            let path = self.site.layout.path(file).to_owned();
            let bytes = sources.read(&path).unwrap_or_default();
            (path, String::from_utf8_lossy(&bytes).into_owned())
        });
        let weighed = |finding: Located| -> Option<Located> {
            let severity: Severity = weigh(finding.code)?;
            Some(Located {
                severity,
                ..finding
            })
        };
        report
            .findings
            .extend(of_theme.into_iter().filter_map(weighed));
        report
    }
}

fn check_shared(
    site: &Site,
    layout: &Layout,
    registries: &Registries,
    today: Date,
    sink: &mut Sink,
) {
    let names = Names::new(layout, registries);
    resolve::registry::check_site(&site.config, &names, sink);
    resolve::registry::check_registries(registries, &names, sink);
    calendar::check_list(&registries.holidays, sink);
    for agency in site.agencies.values() {
        resolve::agency::check(agency, &names, sink);
        super::agency::check(agency, sink);
        super::validity::check_decree(&agency.decree, today, sink);
    }
    for page in site.pages.values() {
        for (document, body) in std::iter::once(&page.original).chain(page.translations.values()) {
            resolve::old_address::check(&document.moved_from, sink);
            if let Some(body) = body {
                resolve::service::check_markdown(body, &names, sink);
            }
        }
    }
}

/// Words by language tag.
type Words = BTreeMap<String, Dictionary>;

/// What one service gave.
struct Checked {
    entry: Option<(ServiceEntry, Words)>,
    /// Where it says that it takes working days.
    counted: Option<Span>,
    findings: Sink,
}

/// Each service is read and checked alone, in parallel.
fn check_services(
    reader: &Reader<'_>,
    layout: &Layout,
    site: &Site,
    registries: &Registries,
    today: Date,
    sink: &mut Sink,
) -> Vec<(ServiceEntry, Words)> {
    let names = Names::new(layout, registries);
    let review = site.config.review_after_months.get();
    let languages = site.languages();
    let around = Surroundings {
        agency: None,
        language: languages.first().map_or("", String::as_str),
        whole: true,
        names: &names,
        today,
        review_after_months: review.map(|months| months.value),
    };
    let folders = layout.agencies.iter();
    let work: Vec<_> = folders
        .flat_map(|(agency, folder)| {
            let services = folder.services.iter();
            services.map(move |(name, files)| (agency.as_str(), name.as_str(), files))
        })
        .collect();
    let checked: Vec<Checked> = work
        .into_par_iter()
        .map(|of| check_alone(reader, of, site, around))
        .collect();
    let counted = checked.iter().find_map(|one| one.counted);
    calendar::check(&registries.holidays, counted, today, sink);
    checked
        .into_iter()
        .filter_map(|one| {
            sink.append(one.findings);
            one.entry
        })
        .collect()
}

fn check_alone(
    reader: &Reader<'_>,
    (agency, name, files): (&str, &str, &Translated),
    site: &Site,
    around: Surroundings<'_>,
) -> Checked {
    let mut findings = Sink::default();
    let held = reader.hold(files);
    let read = reader.with(&held).service(files, &mut findings);
    let around = Surroundings {
        whole: read.as_ref().is_some_and(|read| read.whole),
        agency: site.agencies.get(agency),
        ..around
    };
    let card = read.as_ref();
    let card = card.map(|read| {
        let mut meant = Sink::default();
        let id = format!("{agency}/{name}");
        let card = check_service(read, &id, &around, &mut meant);
        findings.append(meant);
        card
    });
    let counted = read.as_ref();
    let counted = counted.and_then(|read| calendar::counted(&read.document, around.agency));
    let entry = read.zip(card).map(|(read, card)| {
        let words = read.words.into_iter();
        let words = words.map(|(lang, words)| (lang, words.only(card.texts())));
        let words = words.collect();
        let entry = ServiceEntry {
            agency: agency.to_owned(),
            name: name.to_owned(),
            files: files.clone(),
            fingerprint: held.fingerprint(),
            card,
        };
        (entry, words)
    });
    Checked {
        entry,
        counted,
        findings,
    }
}

/// Checks a service; what lists show of it.
fn check_service(
    read: &Worded<ServiceDocument>,
    id: &str,
    around: &Surroundings<'_>,
    sink: &mut Sink,
) -> Card {
    let service = Service::of(&read.document, id, around.names, sink);
    let mut spoiled = read.spoiled.clone();
    if !service.knows_questions {
        spoiled.add("questions");
    }
    super::service::check(&service, around, sink);
    super::rules::check(&service, sink);
    super::texts::check(&service, sink);
    let words = read
        .words
        .iter()
        .map(|(lang, words)| (lang.as_str(), words));
    super::named_papers::check(&service, around.names, sink);
    super::plain::check(&service, around.language, words, around.names, sink);
    for text in read.words.values().flat_map(Dictionary::markdown) {
        resolve::service::check_markdown(text, around.names, sink);
    }
    // What follows from a reported mistake is silent.
    sink.retain(|finding| !spoiled.explains(finding));
    Card::of(&service, around.names)
}
