//! Where to go for a service, when, what it costs, when it is done and what one gets.

use super::amounts;
use super::basis::links as basis_links;
use super::conditions::Conditions;
use super::due::Dues;
use super::items::{self, line, said};
use super::paper::Paper;
use super::pen::Pen;
use super::places::{Destination, Office, row_of, ways, when};
use super::rows::{missing, row};
use super::view::{Fact, Item, Row, Words};
use crate::model::service::{Account, Product, ServiceDocument, Time};
use crate::model::{Slot, Text};
use crate::resolve::service::{List, Service, Written};

/// All rows that something is known of; cost and time also where nothing is.
pub fn details(
    pen: &Pen<'_>,
    rules: &Conditions<'_>,
    service: &Service<'_>,
    office: &Office<'_>,
    destinations: &[Destination],
    dues: &Dues<'_>,
) -> Vec<Row> {
    let document = service.document;
    // Where there are several places each says its own hours.
    let hours = match destinations.len() {
        0 | 1 => when(pen, office),
        _ => Row::default(),
    };
    let rows = [
        row_of(pen, destinations),
        hours,
        row(pen, "ways", ways(pen, rules, service)),
        cost(pen, rules, service),
        row(
            pen,
            "payment",
            pen.joined(document.payment_methods.items()).map(said),
        ),
        row(pen, "account", accounts(pen, document.accounts.items())),
        time(pen, rules, service, dues),
        products(pen, document),
    ];
    rows.into_iter()
        .filter(|row| !row.lines.is_empty())
        .collect()
}

/// The rows of the tariff.
pub fn cost(pen: &Pen<'_>, rules: &Conditions<'_>, service: &Service<'_>) -> Row {
    let rows = service.list(List::Cost).filter_map(|item| {
        let Written::Price(price) = item.written else {
            return None;
        };
        let own = line(pen, rules, item);
        let label = price.label.get().map(|label| pen.text(label));
        let amount = amounts::amount(pen, price).map(|amount| pen.said(amount));
        let text = price.text.get().map(|text| pen.text(text));
        let said = match (label, amount.or(text)) {
            (Some(label), Some(figure)) => {
                Some(label.saying(format!("{}: {}", label.text, figure.text)))
            }
            (label, figure) => label.or(figure),
        };
        let exempt = pen.joined(price.exempt.items()).map(|who| {
            let text = pen.fill("cost.exempt", &[("who", &who.text)]);
            who.saying(text)
        });
        let note = price.note.get().map(|note| pen.text(note));
        // A row without a figure says what it has.
        let mut words = said.into_iter().chain(exempt).chain(note);
        let label = words.next()?;
        Some(Item {
            condition: rules.said_beside(Some(&label), item.when.as_ref()),
            label,
            number: String::new(),
            details: words.collect(),
            ..own
        })
    });
    let lines: Vec<Item> = rows.collect();
    match lines.is_empty() {
        true => missing(pen, "cost", service.document.cost.state()),
        false => Row {
            free: is_free(service),
            ..row(pen, "cost", lines)
        },
    }
}

/// Whether every row of the tariff asks for nothing.
fn is_free(service: &Service<'_>) -> bool {
    service.list(List::Cost).all(|item| match item.written {
        Written::Price(price) => price.amount.get().is_some_and(|amount| amount.value == 0),
        _ => false,
    })
}

/// Into which accounts is paid: "Bank Contoh 0000 1111 2222, atas nama Kas Daerah".
pub fn accounts(pen: &Pen<'_>, accounts: &[Account]) -> Vec<Item> {
    let said = accounts.iter().filter_map(|account| {
        let number = &account.number.get()?.0;
        let first = account.bank.get().unwrap_or(number);
        let mut words = pen.worded(number).value.clone();
        if let Some(bank) = account.bank.get() {
            words = format!("{} {words}", pen.worded(bank).value);
        }
        if let Some(holder) = account.holder.get() {
            let values = [
                ("account", words.as_str()),
                ("holder", &pen.worded(holder).value),
            ];
            words = pen.fill("cost.account_of", &values);
        }
        Some(self::said(pen.text(first).saying(words)))
    });
    said.collect()
}

/// How long it takes: the whole, the cases; the phases in one sentence.
pub fn time(pen: &Pen<'_>, rules: &Conditions<'_>, service: &Service<'_>, dues: &Dues<'_>) -> Row {
    let slot = &service.document.time;
    let Some(time) = slot.get() else {
        return missing(pen, "time", slot.state());
    };
    let whole = amounts::time(pen, &time.text, &time.min, &time.max, &time.unit);
    let whole = whole
        .or_else(|| pen_text(pen, &time.note))
        .map(|words| Item {
            due: dues.line(&time.max, &time.unit),
            otherwise: if service.has_conditional(List::Time) {
                "time"
            } else {
                ""
            },
            ..said(words)
        });
    let cases = service.list(List::Time).filter_map(|item| {
        let Written::Case(case) = item.written else {
            return None;
        };
        let time = amounts::time(pen, &case.text, &case.min, &case.max, &case.unit);
        let mut words = time.into_iter().chain(pen_text(pen, &case.label));
        let mut words = words.by_ref().chain(pen_text(pen, &case.note));
        let label = words.next()?;
        let details: Vec<Words> = words.collect();
        let which = pen_text(pen, &case.label);
        let own = line(pen, rules, item);
        Some(Item {
            condition: rules.said_beside(which.as_ref(), item.when.as_ref()),
            details,
            label,
            number: String::new(),
            due: dues.line(&case.max, &case.unit),
            path: own.states.map(|_| own.path).unwrap_or_default(),
            ..own
        })
    });
    let from = time.from.get();
    let from = from.map(|from| pen.said(pen.word(&format!("time.from.{}", from.key()))));
    let lines: Vec<Item> = whole.into_iter().chain(cases).collect();
    let lines = match lines.is_empty() {
        true => phases(pen, time).map(said).collect(),
        false => lines,
    };
    if lines.is_empty() {
        return missing(pen, "time", "absent");
    }
    Row {
        notes: from.into_iter().collect(),
        ..row(pen, "time", lines)
    }
}

fn pen_text(pen: &Pen<'_>, slot: &Slot<Text>) -> Option<Words> {
    slot.get().map(|text| pen.text(text))
}

/// A case or phase: "Pindah di dalam kecamatan: 1 hari kerja".
pub fn labelled(
    pen: &Pen<'_>,
    label: &Slot<Text>,
    time: Option<Words>,
    note: &Slot<Text>,
) -> Option<Words> {
    match (pen_text(pen, label), time) {
        (Some(label), Some(time)) => Some(label.saying(format!("{}: {}", label.text, time.text))),
        (label, time) => label.or(time).or_else(|| pen_text(pen, note)),
    }
}

/// The phases, each by itself; they are added only where the standard says their sum.
pub fn phases(pen: &Pen<'_>, time: &Time) -> impl Iterator<Item = Words> {
    time.phases.items().iter().filter_map(|phase| {
        let time = amounts::time(pen, &phase.text, &phase.min, &phase.max, &phase.unit);
        labelled(pen, &phase.label, time, &phase.note)
    })
}

/// What one gets.
pub fn products(pen: &Pen<'_>, service: &ServiceDocument) -> Row {
    let items = service
        .products
        .items()
        .iter()
        .map(|product| of_product(pen, product));
    let lines: Vec<Item> = items.collect();
    match lines.is_empty() {
        true => missing(pen, "product", service.products.state()),
        false => row(pen, "product", lines),
    }
}

fn of_product(pen: &Pen<'_>, product: &Product) -> Item {
    let paper = product
        .document
        .get()
        .and_then(|name| Paper::named(pen, name));
    let facts = [
        ("product.validity", &product.validity),
        ("product.delivery", &product.delivery),
    ];
    let details = facts.into_iter().filter_map(|(key, slot)| {
        let words = pen.text(slot.get()?);
        let text = pen.fill(key, &[("value", &words.text)]);
        Some(words.saying(text))
    });
    let validity = paper.filter(|_| product.validity.get().is_none());
    let validity = validity.and_then(|paper| paper.validity(pen));
    Item {
        details: details.chain(validity).collect(),
        pictures: paper
            .and_then(|paper| paper.picture(pen))
            .into_iter()
            .collect(),
        links: paper
            .and_then(|paper| paper.service(pen))
            .into_iter()
            .collect(),
        ..said(items::wording(pen, &product.label, &product.text).0)
    }
}

/// The articles that a row of the tariff rests on.
pub fn price_basis(pen: &Pen<'_>, item: &crate::resolve::service::Item<'_>) -> Vec<Fact> {
    let links = basis_links(pen, item.legal_basis()).into_iter();
    let facts = links.map(|link| Fact {
        term: pen.word("item.legal_basis"),
        value: link.label,
        href: link.href,
    });
    facts.collect()
}
