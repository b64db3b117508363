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

/// Where to go: the places of the citizen's steps where they differ by condition, then the agency and the other offices
/// that offer the service.
pub fn places(
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
