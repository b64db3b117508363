//! Where to ask or complain: one block of the service's page.

use super::amounts;
use super::channels;
use super::pen::Pen;
use super::view::{Channel, Contact, Fact, Words};
use crate::model::Slot;
use crate::model::agency::AgencyDocument;
use crate::model::channel::ChannelDocument;
use crate::model::service::{ServiceDocument, Time};

/// The block: the service's own channels, then those of its agency that are others.
pub fn contact(
    pen: &Pen<'_>,
    service: &ServiceDocument,
    agency: Option<&AgencyDocument>,
    has_decree: bool,
) -> Contact {
    let complaints = service.complaints.get();
    let own = complaints.map_or(&Slot::Absent, |complaints| &complaints.channels);
    let mut all = channels::channels(pen, own.items());
    let of_agency = agency.map(|agency| channels::agency_channels(pen, agency));
    let others: Vec<Channel> = of_agency.into_iter().flatten().collect();
    for channel in others {
        if !all.iter().any(|known| is_same(known, &channel)) {
            all.push(channel);
        }
    }
    let website = agency.and_then(|agency| channels::website_channel(pen, agency));
    all.extend(website);
    let listed = agency.map_or(&[][..], |agency| agency.channels.items());
    // A number that may be somebody's own is not printed: the agency listed it all the same.
    let listed: Vec<&ChannelDocument> = own.items().iter().chain(listed).collect();
    let is_hidden = all.is_empty() && listed.iter().any(|channel| !channel.is_published());
    let lacking = matches!(service.complaints, Slot::Missing(_))
        || matches!(own, Slot::Missing(_))
        || all.is_empty() && !listed.is_empty();
    let missing = match (is_hidden, lacking, all.is_empty() && complaints.is_none()) {
        (true, ..) => Some("contact.hidden"),
        (_, true, _) => Some("contact.missing"),
        (_, _, true) => Some("missing.absent"),
        _ => None,
    };
    let (channels, shared) = channels::own_and_shared(all);
    let name = agency.and_then(|agency| agency.name.get());
    Contact {
        name: name.map(|name| pen.text(name)).unwrap_or_default(),
        parent: agency.and_then(|agency| channels::above(pen, agency)),
        missing: missing.map(|key| pen.word(key)),
        channels,
        facts: facts(pen, service),
        steps: complaints
            .map_or(&[][..], |complaints| complaints.steps.items())
            .iter()
            .map(|step| pen.text(step))
            .collect(),
        if_asked_for_more: has_decree.then(|| pen.word("binding.if_asked_for_more")),
        ladder: channels::ladder(pen, shared),
    }
}

/// Whether two channels reach the same.
fn is_same(one: &Channel, other: &Channel) -> bool {
    match (&one.href, &other.href) {
        (Some(one), Some(other)) => one == other,
        _ => one.kind == other.kind && one.value == other.value,
    }
}

/// When a complaint is answered and by whom.
fn facts(pen: &Pen<'_>, service: &ServiceDocument) -> Vec<Fact> {
    let Some(complaints) = service.complaints.get() else {
        return Vec::new();
    };
    let response = complaints.response_time.get();
    let response = response.and_then(|time| self::response(pen, time));
    let officer = complaints.officer_role.get().map(|role| pen.text(role));
    let found = [
        ("complaint.response_time", response),
        ("complaint.officer_role", officer),
    ];
    let facts = found.into_iter().filter_map(|(key, value)| {
        Some(Fact {
            term: pen.word(key),
            value: value?,
            href: None,
        })
    });
    facts.collect()
}

/// When a complaint is answered, with what is remarked on it.
fn response(pen: &Pen<'_>, time: &Time) -> Option<Words> {
    let said = amounts::time(pen, &time.text, &time.min, &time.max, &time.unit);
    let note = time.note.get().map(|note| pen.text(note));
    Some(match (said, note) {
        (Some(words), Some(note)) => words.saying(format!("{} ({})", words.text, note.text)),
        (words, note) => words.or(note)?,
    })
}
