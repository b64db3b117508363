//! The first screen of a service's page: for whom, what it costs, how long it takes, where to go.

use super::amounts::{cases_in_short, cost_in_short, sum_in_short, time_in_short};
use super::items::{self, said};
use super::pen::Pen;
use super::places::{Destination, Office};
use super::view::{Item, Row, Slot as SlotView, Words};
use crate::model::service::{Requirements, ServiceDocument};
use crate::resolve::service::{List, Service};
use crate::rule::compile::Kind;

/// The rows, those that follow the answers with their parts.
pub fn facts(
    pen: &Pen<'_>,
    service: &Service<'_>,
    office: &Office<'_>,
    destinations: &[Destination],
    details: &[Row],
) -> Vec<Row> {
    let of = |key: &str| details.iter().find(|row| row.key == key);
    let who = who(pen, service).map(|slot| row(pen, "who", slot));
    let others = [
        Row {
            sums: sums(pen, service),
            ..row(pen, "cost", cost_in_short(pen, &service.cost()))
        },
        time(pen, service, of("time")),
        place(pen, office, destinations),
    ];
    who.into_iter().chain(others).collect()
}

fn row(pen: &Pen<'_>, key: &'static str, slot: SlotView) -> Row {
    Row {
        key,
        term: pen.word(&format!("facts.{key}")),
        missing: slot.state != "given",
        lines: vec![said(slot.words)],
        ..Row::default()
    }
}

/// How long it takes: each case by itself where answers decide which one it is.
fn time(pen: &Pen<'_>, service: &Service<'_>, details: Option<&Row>) -> Row {
    let decided = details.filter(|_| service.has_conditional(List::Time));
    let cases = decided.map(|row| row.lines.iter().filter(|line| line.states.is_some()));
    let cases: Vec<Item> = cases.into_iter().flatten().map(short).collect();
    let whole = row(pen, "time", time_in_short(pen, &service.document.time));
    match cases.is_empty() {
        true => whole,
        false => Row {
            lines: cases,
            missing: false,
            range: cases_in_short(pen, &service.document.time),
            ..whole
        },
    }
}

/// Where to go and when: the street of the agency alone, else each place with its own hours.
fn place(pen: &Pen<'_>, office: &Office<'_>, destinations: &[Destination]) -> Row {
    let several = destinations.len() > 1;
    let street = || office.street(pen).map(said);
    let lines: Vec<Item> = match several {
        true => some(pen, destinations),
        false => {
            let own = destinations.first().map(Destination::short);
            street().or(own).into_iter().collect()
        }
    };
    let missing = lines.is_empty();
    let unknown = || vec![said(pen.said(pen.word("facts.no_address")))];
    let hours = (!several).then(|| office.hours_in_short(pen));
    Row {
        key: "where",
        term: pen.word("facts.where"),
        missing,
        lines: if missing { unknown() } else { lines },
        notes: hours.into_iter().collect(),
        ..Row::default()
    }
}

/// The most offices that the first screen names where each is for everybody.
const MOST: usize = 3;

/// The places, or the first of many and how many more there are.
fn some(pen: &Pen<'_>, destinations: &[Destination]) -> Vec<Item> {
    let mut lines: Vec<Item> = destinations.iter().map(Destination::short).collect();
    let alike = lines.iter().all(|line| line.states.is_none());
    if alike && lines.len() > MOST {
        let more = (lines.len() + 1 - MOST).to_string();
        lines.truncate(MOST - 1);
        lines.push(said(pen.said(pen.fill("facts.more", &[("n", &more)]))));
    }
    lines
}

/// A line with its condition alone.
fn short(line: &Item) -> Item {
    Item {
        details: Vec::new(),
        due: None,
        links: Vec::new(),
        ..line.clone()
    }
}

/// The costs of which the answers say which one it is, in the order of their decisions.
fn sums(pen: &Pen<'_>, service: &Service<'_>) -> Vec<Words> {
    let sums = service.decided_sums().iter();
    sums.map(|sum| sum_in_short(pen, sum)).collect()
}

/// Who may use it: its audience and the criteria that turn away; never more than the standard says, and nothing where
/// it says nothing.
fn who(pen: &Pen<'_>, service: &Service<'_>) -> Option<SlotView> {
    // A criterion of a group that concerns some people only says nothing of everyone.
    let criteria = service.criteria().filter(|item| item.condition.is_none());
    let criteria = criteria.filter(|item| item.kind() == Kind::NotEligible);
    let words: Vec<Words> = criteria
        .filter(|item| item.words().is_some())
        .map(|item| {
            let (label, text) = item.wording();
            items::wording(pen, label, text).0
        })
        .collect();
    let audience = audience(pen, service.document);
    if let Some(first) = words.first() {
        let texts = audience.iter().chain(words.iter().map(|words| &words.text));
        let texts: Vec<&str> = texts.map(String::as_str).collect();
        return Some(given(first.saying(texts.join("; "))));
    }
    let key = match service.document.requirements.get() {
        _ if items::says_who(service) => Some("facts.see_conditions"),
        Some(Requirements::None) => Some("facts.no_conditions"),
        _ => None,
    };
    let said = audience.or_else(|| key.map(|key| pen.word(key)));
    said.map(|said| given(pen.said(said)))
}

/// Whom the service is for, and where: "Perorangan di Kota Contoh".
fn audience(pen: &Pen<'_>, service: &ServiceDocument) -> Option<String> {
    let who = service.audience.items().iter();
    let who: Vec<String> = who
        .map(|who| pen.word(&format!("audience.{}", who.key())))
        .collect();
    let who = (!who.is_empty()).then(|| pen.language().row(&who));
    let area = pen.joined(service.service_area.items());
    match (who, area) {
        (Some(who), Some(area)) => {
            let values = [("who", who.as_str()), ("area", &area.text)];
            Some(pen.fill("facts.who_in_area", &values))
        }
        (None, Some(area)) => Some(pen.fill("facts.in_area", &[("area", &area.text)])),
        (who, None) => who,
    }
}

fn given(words: Words) -> SlotView {
    SlotView {
        state: "given",
        words,
    }
}
