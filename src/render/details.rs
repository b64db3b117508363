//! Where to go for a service, when, what it costs, when it is done and what one gets.

use super::amounts;
use super::basis::links as basis_links;
use super::channels;
use super::conditions::Conditions;
use super::due::Dues;
use super::items::{self, line};
use super::paper::Paper;
use super::pen::Pen;
use super::view::{Fact, Hours, Item, Row, Words};
use crate::model::agency::AgencyDocument;
use crate::model::service::{Account, Product, ServiceChannel, ServiceDocument, Time};
use crate::model::{Slot, Text};
use crate::resolve::service::{List, Service, Written};
use crate::route::Subject;

/// Where the citizen of a service goes.
#[derive(Debug, Clone, Copy)]
pub struct Office<'a> {
    /// The agency of the service; `None` where it has no file.
    pub agency: Option<&'a AgencyDocument>,
}

impl Office<'_> {
    /// The street alone, or the first line of the address.
    pub fn street(&self, pen: &Pen<'_>) -> Option<Words> {
        let address = self.agency?.address.get()?;
        channels::lines(pen, address).into_iter().next()
    }

    /// The whole address.
    fn address(&self, pen: &Pen<'_>) -> Option<Words> {
        channels::one_line(pen, self.agency?.address.get()?)
    }

    /// The opening hours, a line for each group of days.
    fn hours(&self, pen: &Pen<'_>) -> Vec<Hours> {
        let hours = self.agency.map_or(&[][..], |agency| agency.hours.items());
        channels::hours(pen, hours)
    }

    /// The opening hours in one line, or that they are not known.
    pub fn hours_in_short(&self, pen: &Pen<'_>) -> Words {
        let hours = self.hours(pen);
        let lines: Vec<String> = hours.iter().map(days_and_times).collect();
        match lines.is_empty() {
            true => pen.said(pen.word("facts.no_hours")),
            false => pen.said(pen.language().row(&lines)),
        }
    }
}

fn days_and_times(hours: &Hours) -> String {
    let note = hours.note.as_ref().filter(|_| hours.times.is_empty());
    let times = note.map_or(hours.times.as_str(), |note| &note.text);
    format!("{} {times}", hours.days)
}

/// A line that is no item of the contract.
pub fn said(words: Words) -> Item {
    Item {
        label: words,
        ..Item::default()
    }
}

/// All rows that something is known of; cost and time also where nothing is.
pub fn details(
    pen: &Pen<'_>,
    rules: &Conditions<'_>,
    service: &Service<'_>,
    office: &Office<'_>,
    dues: &Dues<'_>,
) -> Vec<Row> {
    let document = service.document;
    let rows = [
        places(pen, rules, service, office),
        when(pen, office),
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

fn row(pen: &Pen<'_>, key: &'static str, lines: impl IntoIterator<Item = Item>) -> Row {
    Row {
        key,
        term: pen.word(&format!("details.{key}")),
        lines: lines.into_iter().collect(),
        ..Row::default()
    }
}

/// The sentence for what is not given.
fn missing(pen: &Pen<'_>, key: &'static str, state: &str) -> Row {
    let word = match state {
        "missing" => "missing.component",
        _ => "missing.absent",
    };
    Row {
        missing: true,
        ..row(pen, key, [said(pen.said(pen.word(word)))])
    }
}

/// Where to go: the places of the citizen's steps where they differ by condition, then the agency and the other offices
/// that offer the service.
fn places(
    pen: &Pen<'_>,
    rules: &Conditions<'_>,
    service: &Service<'_>,
    office: &Office<'_>,
) -> Row {
    let stations = service.stations().map(|(item, place)| {
        let label = pen.text(place);
        Item {
            condition: rules.said_beside(Some(&label), item.when.as_ref()),
            label,
            number: String::new(),
            ..line(pen, rules, item)
        }
    });
    let mut lines: Vec<Item> = stations.collect();
    let offices = offices(pen, rules, service);
    if offices.is_empty() {
        add_address(pen, office, &mut lines);
    } else {
        // The agency offers it too, and may be listed among the others.
        let listed = |own: &Item| offices.iter().any(|other| other.label == own.label);
        let own = named(pen, office).filter(|own| !listed(own));
        lines.extend(own.into_iter().chain(offices));
    }
    row(pen, "where", lines)
}

/// The agency with its address.
fn named(pen: &Pen<'_>, office: &Office<'_>) -> Option<Item> {
    let name = office.agency?.name.get()?;
    let details = office.address(pen).into_iter().collect();
    let own = said(pen.text(name));
    Some(Item { details, ..own })
}

/// The address of the agency: at the place that bears its name, else as a place of its own.
fn add_address(pen: &Pen<'_>, office: &Office<'_>, places: &mut Vec<Item>) {
    let Some(address) = office.address(pen) else {
        return;
    };
    let Some(own) = named(pen, office) else {
        places.push(said(address));
        return;
    };
    let bears = |place: &&mut Item| place.label.text.contains(&own.label.text);
    match places.iter_mut().find(bears) {
        Some(place) => place.details.push(address),
        None => places.push(Item {
            otherwise: !places.is_empty(),
            ..own
        }),
    }
}

/// The offices where the same service is offered, each with its address, its hours and its channels.
fn offices(pen: &Pen<'_>, rules: &Conditions<'_>, service: &Service<'_>) -> Vec<Item> {
    let offered = service.list(List::Offices).filter_map(|item| {
        let Written::Office(offered) = item.written else {
            return None;
        };
        let folder = offered.agency.get()?.value.as_str();
        let agency = pen.desk.site.agencies.get(folder)?;
        let label = pen.text(agency.name.get()?);
        let office = Office {
            agency: Some(agency),
        };
        let hours = agency.hours.items();
        let hours = (!hours.is_empty()).then(|| office.hours_in_short(pen));
        // Its other channels stand on its own page.
        let mut reach = channels::agency_channels(pen, agency).into_iter();
        let reach = reach.find(|channel| channel.href.is_some());
        let reach = reach.map(|channel| Fact {
            term: channel.kind_label,
            value: channel.value,
            href: channel.href,
        });
        Some(Item {
            condition: rules.said_beside(Some(&label), item.when.as_ref()),
            label,
            href: pen.to(&Subject::Agency(folder.into())),
            details: office.address(pen).into_iter().chain(hours).collect(),
            links: reach.into_iter().collect(),
            path: item.path.clone(),
            states: items::states(item),
            ..Item::default()
        })
    });
    offered.collect()
}

/// When it is open, or that this is not known and which number to call before.
fn when(pen: &Pen<'_>, office: &Office<'_>) -> Row {
    let hours = office.hours(pen);
    let lines = hours.into_iter().map(|hours| Item {
        details: hours
            .note
            .iter()
            .filter(|_| !hours.times.is_empty())
            .cloned()
            .collect(),
        ..said(pen.said(days_and_times(&hours)))
    });
    let lines: Vec<Item> = lines.collect();
    if !lines.is_empty() {
        return row(pen, "when", lines);
    }
    let channels = office
        .agency
        .map(|agency| channels::agency_channels(pen, agency));
    let mut phones = channels.into_iter().flatten();
    let phone = phones.find(|channel| channel.kind == "phone");
    let call = phone.map(|phone| Fact {
        term: pen.word("details.call_first"),
        value: phone.value,
        href: phone.href,
    });
    Row {
        missing: true,
        ..row(
            pen,
            "when",
            [Item {
                links: call.into_iter().collect(),
                ..said(pen.said(pen.word("facts.no_hours")))
            }],
        )
    }
}

/// The ways to use the service.
fn ways(pen: &Pen<'_>, rules: &Conditions<'_>, service: &Service<'_>) -> Vec<Item> {
    let list = service.list(List::Channels).filter_map(|item| {
        let Written::Channel(channel) = item.written else {
            return None;
        };
        let own = way(pen, channel)?;
        Some(Item {
            condition: rules.said_beside(Some(&own.label), item.when.as_ref()),
            path: item.path.clone(),
            states: items::states(item),
            ..own
        })
    });
    list.collect()
}

fn way(pen: &Pen<'_>, channel: &ServiceChannel) -> Option<Item> {
    let kind = channel.kind.get()?.key();
    let kind = pen.word(&format!("service_channel.{kind}"));
    let place = channel.location.get().map(|place| pen.text(place));
    let label = match place {
        Some(place) => {
            let text = format!("{kind}: {}", place.text);
            place.saying(text)
        }
        None => pen.said(kind),
    };
    let appointment = channel.appointment.get().map(|needed| {
        let key = if *needed { "yes" } else { "no" };
        pen.said(pen.word(&format!("service_channel.appointment_{key}")))
    });
    let who = channel.representation.items().iter();
    let who: Vec<String> = who
        .map(|who| pen.word(&format!("delegation.{}", who.key())))
        .collect();
    let who = (!who.is_empty()).then(|| {
        let list = pen.language().row(&who);
        pen.said(pen.fill("service_channel.representation", &[("who", &list)]))
    });
    let hours = channel.hours.get().map(|hours| pen.text(hours));
    Some(Item {
        label,
        details: hours.into_iter().chain(appointment).chain(who).collect(),
        links: channel
            .url
            .get()
            .map(|url| Fact {
                term: String::new(),
                value: pen.said(url.value.clone()),
                href: Some(url.value.clone()),
            })
            .into_iter()
            .collect(),
        ..Item::default()
    })
}

/// The rows of the tariff.
fn cost(pen: &Pen<'_>, rules: &Conditions<'_>, service: &Service<'_>) -> Row {
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
fn accounts(pen: &Pen<'_>, accounts: &[Account]) -> Vec<Item> {
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
fn time(pen: &Pen<'_>, rules: &Conditions<'_>, service: &Service<'_>, dues: &Dues<'_>) -> Row {
    let slot = &service.document.time;
    let Some(time) = slot.get() else {
        return missing(pen, "time", slot.state());
    };
    let whole = amounts::time(pen, &time.text, &time.min, &time.max, &time.unit);
    let whole = whole
        .or_else(|| pen_text(pen, &time.note))
        .map(|words| Item {
            due: dues.line(&time.max, &time.unit),
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
        Some(Item {
            condition: rules.said_beside(which.as_ref(), item.when.as_ref()),
            details,
            label,
            number: String::new(),
            due: dues.line(&case.max, &case.unit),
            ..line(pen, rules, item)
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
fn labelled(
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
fn products(pen: &Pen<'_>, service: &ServiceDocument) -> Row {
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
