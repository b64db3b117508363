//! Ways to reach an agency, its hours and its address.

use super::pen::Pen;
use super::view::{Channel, Help, Hours, Link, Words};
use crate::model::Text;
use crate::model::agency::{Address, AgencyDocument};
use crate::model::channel::{ChannelDocument, telephone_address};
use crate::model::hours::HoursDocument;
use crate::resolve::opening;
use crate::route::Subject;

/// The channels that may be printed.
pub fn channels(pen: &Pen<'_>, channels: &[ChannelDocument]) -> Vec<Channel> {
    channels
        .iter()
        .filter(|channel| channel.is_published())
        .filter_map(|channel| {
            let (kind, value) = channel.entry()?;
            Some(Channel {
                kind: kind.key(),
                kind_label: pen.word(&format!("channel.{}", kind.key())),
                value: if channel.is_only_named() {
                    pen.said(String::new())
                } else {
                    with_extension(pen, value_of(pen, value, channel), channel)
                },
                note: channel.note.get().map(|note| pen.text(note)),
                href: channel.href(),
            })
        })
        .collect()
}

/// What is written of a channel. A number or an address that leads somewhere is in no language.
fn value_of(pen: &Pen<'_>, value: &Text, channel: &ChannelDocument) -> Words {
    match channel.href() {
        Some(_) => pen.said(pen.worded(value).value.clone()),
        None => pen.text(value),
    }
}

/// A number with its extension: "0254 000 000 pesawat 12".
fn with_extension(pen: &Pen<'_>, mut value: Words, channel: &ChannelDocument) -> Words {
    if let Some(extension) = channel.extension.get() {
        let parts = [
            ("number", value.text.as_str()),
            ("extension", &extension.value),
        ];
        value.text = pen.fill("channel.extension", &parts);
    }
    value
}

/// A telephone number as a channel.
pub fn telephone(pen: &Pen<'_>, number: &crate::model::Text) -> Channel {
    Channel {
        kind: "phone",
        kind_label: pen.word("channel.phone"),
        value: pen.said(pen.worded(number).value.clone()),
        note: None,
        href: telephone_address(number),
    }
}

/// The channels of an agency, with the telephone of its address where no other is given.
pub fn agency_channels(pen: &Pen<'_>, agency: &AgencyDocument) -> Vec<Channel> {
    let mut all = channels(pen, agency.channels.items());
    let address = agency.address.get();
    if let Some(phone) = address.and_then(Address::published_phone)
        && !all.iter().any(|channel| channel.kind == "phone")
    {
        all.insert(0, telephone(pen, phone));
    }
    all
}

/// The help block of a page about an agency.
pub fn help(pen: &Pen<'_>, folder: &str, agency: &AgencyDocument) -> Help {
    let page = Subject::Agency(folder.into());
    let (own, shared) = own_and_shared(agency_channels(pen, agency));
    Help {
        name: agency
            .name
            .get()
            .map(|name| pen.text(name))
            .unwrap_or_default(),
        href: pen.to(&page).filter(|_| !pen.is_page_of(&page)),
        parent: above(pen, agency),
        channels: own,
        website: agency.website.get().map(|url| website(pen, &url.value)),
        hours: hours(pen, agency.hours.items()),
        address: agency
            .address
            .get()
            .and_then(|address| one_line(pen, address)),
        ladder: ladder(pen, shared),
    }
}

/// What stands above an agency: its own word, else the owner of the site, unless that is the agency itself.
pub fn above(pen: &Pen<'_>, agency: &AgencyDocument) -> Option<Words> {
    let owner = pen.desk.site.config.agency.get();
    let owner = owner.and_then(|owner| owner.name.get());
    let owner = owner.filter(|owner| agency.name.get().is_none_or(|own| own.value != owner.value));
    let above = agency.parent.get().or(owner);
    above.map(|above| pen.text(above))
}

/// An agency's website as a channel.
pub fn website_channel(pen: &Pen<'_>, agency: &AgencyDocument) -> Option<Channel> {
    let link = website(pen, &agency.website.get()?.value);
    Some(Channel {
        kind: "web",
        kind_label: pen.word("channel.web"),
        value: link.label,
        note: None,
        href: link.href,
    })
}

/// A website, called by its address without what a browser adds.
fn website(pen: &Pen<'_>, url: &str) -> Link {
    let shown = url.split_once("://").map_or(url, |(_, rest)| rest);
    Link {
        href: Some(url.to_owned()),
        label: pen.said(shown.trim_end_matches('/').to_owned()),
    }
}

/// The office's own channels, and SP4N-LAPOR!, which is no office's own wherever its standard names it.
pub fn own_and_shared(channels: Vec<Channel>) -> (Vec<Channel>, Vec<Channel>) {
    let own = |channel: &Channel| channel.kind != "lapor";
    channels.into_iter().partition(own)
}

/// Where to turn after the agency: what its standard names of that, and what the site does.
pub fn ladder(pen: &Pen<'_>, named: Vec<Channel>) -> Vec<Channel> {
    let known = |rung: &Channel| {
        let mut named = named.iter();
        rung.href.is_some() && named.any(|channel| channel.href == rung.href)
    };
    let rungs: Vec<Channel> = rungs(pen).filter(|rung| !known(rung)).collect();
    named.into_iter().chain(rungs).collect()
}

/// The ladder of the site.
fn rungs(pen: &Pen<'_>) -> impl Iterator<Item = Channel> {
    let rungs = pen.desk.site.config.help_ladder.items();
    rungs.iter().filter_map(move |rung| {
        let label = rung.label.get()?;
        let phone = rung.phone.get();
        let href = rung.url.get().map(|url| url.value.clone());
        Some(Channel {
            kind: if href.is_some() { "web" } else { "phone" },
            kind_label: phone.map(|phone| phone.value.clone()).unwrap_or_default(),
            value: pen.text(label),
            note: None,
            href: href.or_else(|| telephone_address(phone?)),
        })
    })
}

/// Opening hours, a line for each group of days.
pub fn hours(pen: &Pen<'_>, hours: &[HoursDocument]) -> Vec<Hours> {
    hours
        .iter()
        .map(|line| Hours {
            days: opening::days(line.days.items(), pen.language()),
            times: opening::times(line, pen.language()),
            note: line.note.get().map(|note| pen.text(note)),
        })
        .collect()
}

/// The address, a line each.
pub fn lines(pen: &Pen<'_>, address: &Address) -> Vec<Words> {
    let city = match (address.city.get(), address.postal_code.get()) {
        (Some(city), Some(code)) => {
            let mut words = pen.text(city);
            words.text = format!("{} {}", words.text, pen.worded(code).value);
            Some(words)
        }
        (city, code) => city.or(code).map(|text| pen.text(text)),
    };
    let text =
        |slot: &crate::model::Slot<crate::model::Text>| slot.get().map(|text| pen.text(text));
    [
        text(&address.street),
        text(&address.village),
        text(&address.district),
        city,
        text(&address.province),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The address in one line.
pub fn one_line(pen: &Pen<'_>, address: &Address) -> Option<Words> {
    let lines = lines(pen, address);
    let parts: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
    Some(lines.first()?.saying(pen.language().row(&parts)))
}
