//! Where to go for a service, when, and by which ways.

use super::channels;
use super::conditions::Conditions;
use super::items::{self, line, said};
use super::pen::Pen;
use super::rows::row;
use super::view::{Fact, Hours, Item, Row, Words};
use crate::model::agency::AgencyDocument;
use crate::model::service::ServiceChannel;
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
        let unknown = || pen.said(pen.word("facts.no_hours"));
        self.known_hours(pen).unwrap_or_else(unknown)
    }

    /// The opening hours in one line.
    fn known_hours(&self, pen: &Pen<'_>) -> Option<Words> {
        let hours = self.hours(pen);
        let lines: Vec<String> = hours.iter().map(days_and_times).collect();
        (!lines.is_empty()).then(|| pen.said(pen.language().row(&lines)))
    }
}

fn days_and_times(hours: &Hours) -> String {
    let note = hours.note.as_ref().filter(|_| hours.times.is_empty());
    let times = note.map_or(hours.times.as_str(), |note| &note.text);
    format!("{} {times}", hours.days)
}

/// A place to go to.
#[derive(Debug)]
pub struct Destination {
    /// What it is called, and for whom it is.
    pub line: Item,
    /// Its address.
    pub address: Option<Words>,
    /// When it is open.
    pub hours: Option<Words>,
}

impl From<Item> for Destination {
    fn from(line: Item) -> Self {
        Self {
            line,
            address: None,
            hours: None,
        }
    }
}

impl Destination {
    /// As a line with all that is known of it.
    fn whole(&self) -> Item {
        let known = self.address.iter().chain(&self.hours);
        Item {
            details: known.cloned().collect(),
            ..self.line.clone()
        }
    }

    /// As a line with its hours alone.
    pub fn short(&self) -> Item {
        Item {
            details: self.hours.iter().cloned().collect(),
            links: Vec::new(),
            ..self.line.clone()
        }
    }
}

/// Where to go: where the reader's own steps lead, if the answers decide it, then the agency and the other offices that
/// offer the service. Of the agency alone the hours are said in a row of their own.
pub fn destinations(
    pen: &Pen<'_>,
    rules: &Conditions<'_>,
    service: &Service<'_>,
    office: &Office<'_>,
) -> Vec<Destination> {
    let mut all = stations(pen, rules, service);
    let offices = offices(pen, rules, service);
    let listed = |own: &Item| {
        let mut lines = offices.iter().map(|other| &other.line);
        lines.any(|other| other.label == own.label)
    };
    let several = !(all.is_empty() && offices.is_empty());
    let own = own(pen, office).filter(|own| !listed(&own.line));
    all.extend(own.map(|own| match several {
        true => Destination {
            line: Item {
                otherwise: if service.leads_elsewhere() {
                    "place"
                } else {
                    ""
                },
                ..own.line
            },
            ..own
        },
        false => Destination { hours: None, ..own },
    }));
    all.extend(offices);
    all
}

/// The places of the reader's steps, one that several lead to once if somebody goes there in any case.
fn stations(pen: &Pen<'_>, rules: &Conditions<'_>, service: &Service<'_>) -> Vec<Destination> {
    let mut all: Vec<Item> = Vec::new();
    for (item, place) in service.stations() {
        let label = pen.text(place);
        let own = line(pen, rules, item);
        let own = Item {
            condition: rules.said_beside(Some(&label), item.when.as_ref()),
            path: own.states.map(|_| own.path).unwrap_or_default(),
            label,
            number: String::new(),
            ..own
        };
        let same = |other: &Item| other.label == own.label;
        let told = |other: &Item| other.states.is_none() || other.condition == own.condition;
        match all.iter().position(|other| same(other) && told(other)) {
            Some(_) => {}
            None if own.states.is_none() => {
                all.retain(|other| !same(other));
                all.push(own);
            }
            None => all.push(own),
        }
    }
    all.into_iter().map(Destination::from).collect()
}

/// The agency itself.
fn own(pen: &Pen<'_>, office: &Office<'_>) -> Option<Destination> {
    let name = office.agency?.name.get();
    let address = office.address(pen);
    if name.is_none() && address.is_none() {
        return None;
    }
    let label = name.map(|name| pen.text(name));
    let (label, address) = match label {
        Some(label) => (label, address),
        None => (address.unwrap_or_default(), None),
    };
    Some(Destination {
        line: said(label),
        address,
        hours: office.known_hours(pen),
    })
}

/// The row of them.
pub fn row_of(pen: &Pen<'_>, destinations: &[Destination]) -> Row {
    row(pen, "where", destinations.iter().map(Destination::whole))
}

/// The offices where the same service is offered, each with its address, its hours and its channels.
fn offices(pen: &Pen<'_>, rules: &Conditions<'_>, service: &Service<'_>) -> Vec<Destination> {
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
        let hours = office.known_hours(pen);
        // Its other channels stand on its own page.
        let mut reach = channels::agency_channels(pen, agency).into_iter();
        let reach = reach.find(|channel| channel.href.is_some());
        let reach = reach.map(|channel| Fact {
            term: channel.kind_label,
            value: channel.value,
            href: channel.href,
        });
        let line = Item {
            condition: rules.said_beside(Some(&label), item.when.as_ref()),
            label,
            href: pen.to(&Subject::Agency(folder.into())),
            links: reach.into_iter().collect(),
            path: item.path.clone(),
            states: items::states(item),
            ..Item::default()
        };
        Some(Destination {
            line,
            address: office.address(pen),
            hours,
        })
    });
    offered.collect()
}

/// When it is open, or that this is not known and which number to call before.
pub fn when(pen: &Pen<'_>, office: &Office<'_>) -> Row {
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
pub fn ways(pen: &Pen<'_>, rules: &Conditions<'_>, service: &Service<'_>) -> Vec<Item> {
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
