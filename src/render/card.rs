//! A service in a list.

use super::amounts::{cost_in_short, time_in_short};
use super::pen::Pen;
use super::view::{Link, ServiceCard};
use crate::model::service::Status;
use crate::resolve::ServiceEntry;

/// A service as lists show it.
pub fn card(pen: &Pen<'_>, entry: &ServiceEntry) -> ServiceCard {
    let card = &entry.card;
    let status = card.status.unwrap_or(Status::Active);
    let aliases: Vec<&str> = card
        .aliases
        .iter()
        .map(|alias| pen.worded(alias).value.as_str())
        .collect();
    let facts = [
        time_in_short(pen, &card.time),
        cost_in_short(pen, &card.cost),
    ];
    ServiceCard {
        link: Link {
            href: pen.to(&entry.subject()),
            label: pen.text(&card.title),
        },
        summary: card.summary.as_ref().map(|summary| pen.text(summary)),
        aliases: pen.language().row(&aliases),
        status: status.key(),
        status_label: status_label(pen, card.status),
        facts: facts
            .into_iter()
            .filter(|fact| fact.state == "given")
            .map(|fact| fact.words.text)
            .collect(),
    }
}

/// The status in words, unless it is what everybody expects.
pub fn status_label(pen: &Pen<'_>, status: Option<Status>) -> Option<String> {
    let status = status.filter(|status| *status != Status::Active)?;
    Some(pen.word(&format!("status.{}", status.key())))
}

/// The link to a service by its id; without an address where the service has no page.
pub fn service_link(pen: &Pen<'_>, id: &str) -> Option<Link> {
    let entry = pen.desk.site.service(id)?;
    Some(Link {
        href: pen.to(&entry.subject()),
        label: pen.text(&entry.card.title),
    })
}
