//! The page that sorts the services of a category or life event by the answers to the questions that they share.

use super::card::status_label;
use super::checklist::{asked_question, count, left};
use super::conditions::Conditions;
use super::frame::{About, frame};
use super::pen::Pen;
use super::view::{FinderPage, FinderPart, FoundService, Link};
use crate::analyze::SoundService;
use crate::model::service::Status;
use crate::resolve::ServiceEntry;
use crate::resolve::finder::{Finder, Found};
use crate::resolve::service::Service;
use crate::rule::compile::Verdict;

/// The verdicts in the order of the page, and those of them that say something has still to be decided.
const PARTS: [Verdict; 6] = [
    Verdict::Eligible,
    Verdict::DoFirst,
    Verdict::AskFirst,
    Verdict::Incomplete,
    Verdict::NotNeeded,
    Verdict::NotEligible,
];

/// The most services that stand on one page.
pub const MOST: usize = 30;

/// Whether a service can be used at all, so that it is worth to be found.
pub fn is_found(entry: &ServiceEntry) -> bool {
    entry.card.status != Some(Status::Withdrawn)
}

/// The page of some services that belong to a topic; `None` where no shared question decides anything.
pub fn view(pen: &Pen<'_>, topic: Link, services: &[SoundService<'_>]) -> Option<FinderPage> {
    let resolved: Vec<&Service<'_>> = services.iter().map(SoundService::service).collect();
    let finder = Finder::of(&pen.desk.site.registries, &resolved)?;
    let translated = finder.questions_in(&|text| pen.translation(text));
    let rules = Conditions::of_questions(pen, &finder.questions, translated);
    let domains = &finder.compiled.checklist.domains.list;
    let asked = finder
        .questions
        .list
        .iter()
        .zip(domains)
        .zip(&finder.written);
    let asked = asked
        .enumerate()
        .map(|(at, ((question, domain), written))| {
            asked_question(pen, &rules, (at, question), domain, written)
        });
    let all: Vec<(&SoundService<'_>, &Found)> = services.iter().zip(&finder.services).collect();
    let parts = PARTS.map(|verdict| part(pen, &finder, &all, verdict));
    let unknown = all.iter().filter(|(_, found)| found.place.is_none());
    let title = pen.word("finder.title");
    let (own, name) = (
        Link {
            href: None,
            label: pen.said(&title),
        },
        topic.label.clone(),
    );
    let lead = pen.fill("finder.lead", &[("topic", &name.text)]);
    let about = About {
        title: format!("{title} {}", name.text),
        description: lead.clone(),
        trail: vec![topic.clone(), own],
    };
    let questions: Vec<_> = asked.collect();
    Some(FinderPage {
        frame: frame(pen, about, None),
        count: count(pen, questions.len()),
        style: format!("{}{}", finder.style(), left(pen, questions.len())),
        parts: parts
            .into_iter()
            .filter(|part| !part.services.is_empty())
            .collect(),
        others: unknown
            .map(|(service, found)| line(pen, &finder, service, found))
            .collect(),
        questions,
        root: pen.root(),
        title,
        lead,
    })
}

fn part(
    pen: &Pen<'_>,
    finder: &Finder<'_>,
    all: &[(&SoundService<'_>, &Found)],
    verdict: Verdict,
) -> FinderPart {
    let name = verdict.name();
    let here = all.iter().filter_map(|(service, found)| {
        let parts = finder.parts(found);
        let number = found.place.filter(|_| parts.len() > 1);
        let number = number.map(|place| place + 1);
        let open = verdict == Verdict::Incomplete;
        parts.contains(&verdict).then(|| FoundService {
            number,
            further: further(pen, found).filter(|_| open),
            ..line(pen, finder, service, found)
        })
    });
    let services: Vec<FoundService> = here.collect();
    FinderPart {
        verdict: name,
        heading: pen.word(&format!("finder.{name}")),
        short: pen.word(&format!("finder.{name}_short")),
        sure: services.iter().any(|service| service.number.is_none()),
        services,
    }
}

/// "jawab 2 pertanyaan lagi di halamannya"
fn further(pen: &Pen<'_>, found: &Found) -> Option<String> {
    match found.further {
        0 => None,
        1 => Some(pen.word("finder.further_one")),
        many => Some(pen.fill("finder.further", &[("n", &many.to_string())])),
    }
}

fn line(
    pen: &Pen<'_>,
    finder: &Finder<'_>,
    service: &SoundService<'_>,
    found: &Found,
) -> FoundService {
    let entry = service.entry();
    let agency = pen.desk.site.agencies.get(&entry.agency);
    FoundService {
        number: None,
        link: Link {
            href: pen.to(&entry.subject()),
            label: pen.text(&entry.card.title),
        },
        agency: agency.and_then(|agency| Some(pen.text(agency.name.get()?))),
        status_label: status_label(pen, entry.card.status),
        further: None,
        asks: asks(finder, found),
    }
}

/// The answers that the page of a service takes over; of a number it cuts bands of its own.
fn asks(finder: &Finder<'_>, found: &Found) -> String {
    let asked = found.asks.iter().filter_map(|(question, domain)| {
        let question = finder.questions.list.get(*question)?;
        let bands = match question.options().is_empty() {
            true => format!("={}", domain.values(question).join(",")),
            false => String::new(),
        };
        (!question.sensitive).then(|| format!("{}{bands}", question.id))
    });
    let asked: Vec<String> = asked.collect();
    asked.join(" ")
}
