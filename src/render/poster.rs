//! `AGENCY/SERVICE-poster.html`: the six components that the law wants at the counter, in the citizen's words.

mod size;

use super::conditions::Conditions;
use super::contact::contact;
use super::details;
use super::due::Dues;
use super::frame::{About, frame};
use super::items;
use super::pen::Pen;
use super::pledge::pledge;
use super::qr;
use super::service::{agency_link, status, words};
use super::standing;
use super::view::{Help, Item, Link, Poster, PosterLine, PosterPart, Row, Words};
use crate::analyze::SoundService;
use crate::model::service::Requirements;
use crate::resolve::page_date;
use crate::resolve::service::{Item as Resolved, List, Role, Service};

/// The view of a service's poster in the language of the pen.
pub fn view(pen: &Pen<'_>, sound: &SoundService<'_>) -> Poster {
    let pen = &pen.clone().with(sound.words(pen.lang()));
    let rules = &Conditions::of(pen, sound);
    let (service, document) = (sound.service(), sound.service().document);
    let folder = sound.entry().agency.as_str();
    let agency = pen.desk.site.agencies.get(folder);
    let title = words(pen, document.title.get());
    let page = pen.desk.routes.page(&sound.entry().subject(), pen.lang());
    let about = about(
        pen,
        &title,
        [agency_link(pen, folder, agency), {
            let href = page.map(|page| pen.link(page));
            let label = title.clone();
            Link { href, label }
        }],
    );
    let mut frame = frame(pen, about, agency.map(|agency| (folder, agency)));
    // What they say of the office is in their own parts, and the address that counts is that of the page.
    frame.help = Help::default();
    let address = frame.canonical.as_ref().and(page).map(|page| pen.url(page));
    frame.canonical.clone_from(&address);
    let site = pen.desk.site.config.title.str();
    let somewhere = [("title", title.text.as_str()), ("site", site)];
    let found_at = address.clone();
    let (facts, others) = in_short(vec![
        time(pen, rules, service),
        cost(pen, rules, service),
        products(pen, service),
    ]);
    let parts = [
        requirements(pen, rules, service),
        procedure(pen, rules, service),
    ];
    let date = page_date(document).map(|date| pen.date(date));
    let mut poster = Poster {
        size: "",
        summary: document.summary.get().map(|summary| pen.text(summary)),
        status: status(pen, document),
        in_force: standing::in_force(pen, document),
        facts,
        parts: parts.into_iter().chain(others).collect(),
        contact: contact(pen, document, agency, false),
        contact_title: heading(pen, "complaints"),
        pledge: agency.and_then(|agency| pledge(pen, agency)),
        code: address.as_deref().and_then(qr::code),
        found_at: found_at.unwrap_or_else(|| pen.fill("poster.find", &somewhere)),
        version: sound.version().to_owned(),
        date_words: date.map(|date| pen.fill("date.updated", &[("date", &date)])),
        title,
        frame,
    };
    poster.size = size::of(&poster);
    poster
}

/// What the page says of itself.
fn about(pen: &Pen<'_>, title: &Words, way: [Link; 2]) -> About {
    let own = pen.word("poster.name");
    let head = format!("{own}: {}", title.text);
    let here = Link {
        href: None,
        label: pen.said(own),
    };
    About {
        title: head,
        description: String::new(),
        trail: way.into_iter().chain([here]).collect(),
    }
}

/// The heading of a component: that of the site, else a short one.
fn heading(pen: &Pen<'_>, key: &str) -> String {
    let own = standing::own_title(pen, key);
    own.unwrap_or_else(|| pen.word(&format!("poster.{key}")))
}

/// A component of these lines.
fn part(pen: &Pen<'_>, key: &'static str, lines: Vec<PosterLine>, state: &str) -> PosterPart {
    let missing = match state {
        "missing" => "missing.component",
        _ => "missing.absent",
    };
    PosterPart {
        key,
        title: heading(pen, key),
        none: lines.is_empty().then(|| pen.word(missing)),
        lines,
        notes: Vec::new(),
    }
}

/// The same of a row of the page's details.
fn of_row(pen: &Pen<'_>, key: &'static str, row: Row) -> PosterPart {
    let none = row.lines.first().filter(|_| row.missing);
    let none = none.map(|line| line.label.text.clone());
    let lines = match none {
        Some(_) => Vec::new(),
        None => row.lines.into_iter().map(PosterLine::from).collect(),
    };
    PosterPart {
        none,
        notes: row.notes,
        ..part(pen, key, lines, "given")
    }
}

impl From<Item> for PosterLine {
    fn from(item: Item) -> Self {
        Self {
            number: item.number,
            label: item.label,
            details: item.details,
            condition: item.condition,
            parts: Vec::new(),
        }
    }
}

/// What the standard requires, in its order and its groups.
fn requirements(pen: &Pen<'_>, rules: &Conditions<'_>, service: &Service<'_>) -> PosterPart {
    let slot = &service.document.requirements;
    let listed = service.list(List::Requirements);
    let lines = listed.map(|item| requirement(pen, rules, service, item));
    let part = part(pen, "requirements", lines.collect(), slot.state());
    match slot.get() {
        Some(Requirements::None) => PosterPart {
            none: Some(pen.word("requirements.none")),
            ..part
        },
        _ => part,
    }
}

fn requirement(
    pen: &Pen<'_>,
    rules: &Conditions<'_>,
    service: &Service<'_>,
    item: &Resolved<'_>,
) -> PosterLine {
    let mut line = PosterLine::from(items::paper(pen, rules, item, None));
    let kind = items::kind(pen, item).filter(|_| !matches!(item.role, Role::Paper | Role::Group));
    line.details.splice(0..0, kind);
    let parts = service.parts_of(item);
    line.parts = parts
        .map(|part| requirement(pen, rules, service, part))
        .collect();
    line
}

/// All steps, those of the office too.
fn procedure(pen: &Pen<'_>, rules: &Conditions<'_>, service: &Service<'_>) -> PosterPart {
    let steps = service.list(List::Procedure);
    let lines = steps.map(|item| items::step(pen, rules, service, item).into());
    let state = service.document.procedure.state();
    part(pen, "procedure", lines.collect(), state)
}

/// How long it takes, with the phases where the whole is known too.
fn time(pen: &Pen<'_>, rules: &Conditions<'_>, service: &Service<'_>) -> PosterPart {
    let dues = Dues::of(pen, service.document, None);
    let mut part = of_row(pen, "time", details::time(pen, rules, service, &dues));
    let time = service.document.time.get();
    let phases = time.into_iter().flat_map(|time| details::phases(pen, time));
    let said = |words: &Words| part.lines.iter().any(|line| line.label == *words);
    let phases: Vec<Words> = phases.filter(|phase| !said(phase)).collect();
    part.notes.extend(phases);
    part
}

/// What is paid, and how.
fn cost(pen: &Pen<'_>, rules: &Conditions<'_>, service: &Service<'_>) -> PosterPart {
    let document = service.document;
    let mut part = of_row(pen, "cost", details::cost(pen, rules, service));
    let means = pen.joined(document.payment_methods.items());
    let accounts = details::accounts(pen, document.accounts.items());
    let accounts = accounts.into_iter().map(|account| account.label);
    let said = |key: &str, words: Words| {
        let term = pen.word(key);
        words.saying(format!("{term}: {}", words.text))
    };
    let means = means.map(|means| said("details.payment", means));
    let accounts = accounts.map(|account| said("details.account", account));
    part.notes.extend(means.into_iter().chain(accounts));
    part
}

fn products(pen: &Pen<'_>, service: &Service<'_>) -> PosterPart {
    of_row(pen, "products", details::products(pen, service.document))
}

/// The most letters of a component that is said in a few words.
const SHORT: usize = 80;

/// The components that are said in a few words, and those that are not; they stand beside each other, so one alone is
/// none of the first.
fn in_short(parts: Vec<PosterPart>) -> (Vec<PosterPart>, Vec<PosterPart>) {
    let short = |part: &PosterPart| {
        let told = |line: &PosterLine| line.condition.is_none();
        part.lines.len() < 3 && part.lines.iter().all(told) && size::letters(part) <= SHORT
    };
    let (short, long): (Vec<_>, Vec<_>) = parts.into_iter().partition(short);
    match short.len() {
        0 | 1 => (Vec::new(), long.into_iter().chain(short).collect()),
        _ => (short, long),
    }
}
