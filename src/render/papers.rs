//! What to bring, by where one gets it.

use super::conditions::Conditions;
use super::items::{self, brings};
use super::pen::Pen;
use super::view::{Block, Papers, Words};
use crate::model::Slot;
use crate::model::service::Requirements;
use crate::resolve::service::{Item, Origin, Place, Role, Service};

/// What to bring.
pub fn papers(pen: &Pen<'_>, rules: &Conditions<'_>, service: &Service<'_>) -> Papers {
    let slot = &service.document.requirements;
    let none = match (slot, slot.get()) {
        _ if service.papers().next().is_some() => None,
        (_, Some(Requirements::None)) => Some("requirements.none"),
        (Slot::Missing(_), _) => Some("missing.component"),
        _ if slot.listed().is_empty() => Some("missing.absent"),
        _ => Some("requirements.no_papers"),
    };
    // A place without decisions has something that everyone brings.
    let mut places = service.places.iter();
    let spared = none.is_none() && places.all(|place| place.not_needed.is_some());
    Papers {
        spared: spared.then(|| pen.word("requirements.no_papers")),
        none: none.map(|key| pen.word(key)),
        blocks: blocks(pen, rules, service),
    }
}

fn blocks(pen: &Pen<'_>, rules: &Conditions<'_>, service: &Service<'_>) -> Vec<Block> {
    let alone = service.places.len() == 1;
    let block = |(place, number): (&Place<'_>, usize)| {
        let group = place.group.and_then(|key| service.items.get(key));
        let from = origin(pen, place.origin);
        let rest = match place.origin {
            _ if group.is_some() || alone => None,
            Origin::Own => Some("papers.own"),
            _ => Some("papers.other"),
        };
        let papers = place.papers.iter();
        let papers = papers.filter_map(|key| service.items.get(*key));
        let said = from.as_ref().map(|place| place.text.as_str());
        Block {
            group: place.not_needed.as_ref().map_or(0, |_| number),
            heading: heading(pen, from.as_ref(), rest),
            item: group.map(|group| items::paper(pen, rules, group, None)),
            papers: match group {
                Some(group) => parts(pen, rules, service, group),
                None => papers
                    .map(|item| items::paper(pen, rules, item, said))
                    .collect(),
            },
        }
    };
    service.places.iter().zip(1..).map(block).collect()
}

/// What a place is called; nothing for what the reader has, or nobody says where it is got.
fn origin(pen: &Pen<'_>, origin: Origin<'_>) -> Option<Words> {
    match origin {
        Origin::Own | Origin::Unknown => None,
        Origin::Named(text) => Some(pen.text(text)),
        Origin::Agency(folder) => {
            let agency = pen.desk.site.agencies.get(folder)?;
            Some(pen.text(agency.name.get()?))
        }
    }
}

/// "Dari kelurahan"; `rest` is the word for what has no such place, nothing where the list says it, or there is but one.
fn heading(pen: &Pen<'_>, place: Option<&Words>, rest: Option<&str>) -> Words {
    match place {
        Some(place) => {
            let said = pen.fill("papers.from", &[("place", &place.text)]);
            place.saying(said)
        }
        None => rest.map_or_else(Words::default, |key| pen.said(pen.word(key))),
    }
}

/// The papers of a group, those of a group within it below its own line; each says the condition that is its own.
fn parts(
    pen: &Pen<'_>,
    rules: &Conditions<'_>,
    service: &Service<'_>,
    group: &Item<'_>,
) -> Vec<super::view::Item> {
    let brought = service.parts_of(group);
    let brought = brought.filter(|part| part.role == Role::Paper || brings(service, part));
    let lines = brought.map(|part| super::view::Item {
        parts: parts(pen, rules, service, part),
        ..items::paper(pen, rules, part, None)
    });
    lines.collect()
}
