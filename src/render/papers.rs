//! What to bring, by where one gets it.

use super::conditions::Conditions;
use super::items;
use super::pen::Pen;
use super::view::{Block, Papers, Words};
use crate::model::Slot;
use crate::model::service::Requirements;
use crate::resolve::service::{Item, Origin, Place, Service};

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
    Papers {
        none: none.map(|key| pen.word(key)),
        blocks: blocks(pen, rules, service),
    }
}

fn blocks(pen: &Pen<'_>, rules: &Conditions<'_>, service: &Service<'_>) -> Vec<Block> {
    let alone = service.places.len() == 1;
    let block = |(place, number): (&Place<'_>, usize)| {
        let group = place.group.and_then(|key| service.items.get(key));
        let from = origin(pen, place.origin);
        let papers = place
            .papers
            .iter()
            .filter_map(|key| service.items.get(*key));
        let said = from.as_ref().map(|place| place.text.as_str());
        Block {
            group: place.not_needed.as_ref().map_or(0, |_| number),
            heading: heading(pen, from.as_ref(), group.is_some() || alone),
            item: group.map(|group| items::paper(pen, rules, group, None)),
            papers: papers
                .map(|item| paper(pen, rules, item, group, said))
                .collect(),
        }
    };
    service.places.iter().zip(1..).map(block).collect()
}

/// What a place is called; nothing for what the reader has.
fn origin(pen: &Pen<'_>, origin: Origin<'_>) -> Option<Words> {
    match origin {
        Origin::Own => None,
        Origin::Named(text) => Some(pen.text(text)),
        Origin::Agency(folder) => {
            let agency = pen.desk.site.agencies.get(folder)?;
            Some(pen.text(agency.name.get()?))
        }
    }
}

/// "Dari kelurahan"; nothing where the list says it, or there is but one.
fn heading(pen: &Pen<'_>, place: Option<&Words>, bare: bool) -> Words {
    match place {
        Some(place) => {
            let said = pen.fill("papers.from", &[("place", &place.text)]);
            place.saying(said)
        }
        None if bare => Words::default(),
        None => pen.said(pen.word("papers.own")),
    }
}

/// A paper of a block; below a group within a group it says the condition of that too.
fn paper(
    pen: &Pen<'_>,
    rules: &Conditions<'_>,
    item: &Item<'_>,
    group: Option<&Item<'_>>,
    place: Option<&str>,
) -> super::view::Item {
    let mut own = items::paper(pen, rules, item, place);
    let outer = group.map(|group| group.key);
    if item.group != outer {
        own.condition = rules.said_beside(Some(&own.label), item.condition.as_ref());
    }
    own
}
