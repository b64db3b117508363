//! What to bring, by where one gets it; and what is known of a paper.

use super::card::service_link;
use super::conditions::Conditions;
use super::items;
use super::pen::Pen;
use super::view::{Block, Fact, Papers, Picture, Words};
use crate::model::registry::DocumentRecord;
use crate::model::service::{Requirement, Requirements};
use crate::model::{Slot, Text};
use crate::resolve::service::{Item, Origin, Place, Service};
use crate::route::Subject;

/// A paper of the registry.
#[derive(Debug, Clone, Copy)]
pub struct Paper<'a> {
    record: &'a DocumentRecord,
    /// Whether it is one of several that a requirement names, so that what is said of it must name it.
    of_several: bool,
}

impl<'a> Paper<'a> {
    /// The paper that a name means.
    pub fn named(pen: &Pen<'a>, name: &Text) -> Option<Self> {
        let record = pen.desk.names.document(&name.value)?;
        record.name.get()?;
        let of_several = false;
        Some(Self { record, of_several })
    }

    /// The papers that a requirement names.
    pub fn all(pen: &Pen<'a>, requirement: &Requirement) -> Vec<Self> {
        let several = requirement.any_of.items().iter();
        let several = several.chain(requirement.all_of.items());
        let own = requirement.document.get().into_iter();
        let own = own.filter_map(|name| Self::named(pen, name));
        let several = several.filter_map(|name| Self::named(pen, name));
        let several = several.map(|paper| Self {
            of_several: true,
            ..paper
        });
        own.chain(several).collect()
    }

    /// What it is called.
    pub fn name(&self, pen: &Pen<'_>) -> Words {
        let name = self.record.name.get();
        name.map(|name| pen.text(name)).unwrap_or_default()
    }

    /// How long it is valid.
    pub fn validity(&self, pen: &Pen<'_>) -> Option<Words> {
        let words = pen.text(self.record.validity.get()?);
        let term = self.term(pen, "item.validity");
        let text = format!("{term}: {}", words.text);
        Some(words.saying(text))
    }

    /// The service of this site that issues it; on the page of that service it goes without saying.
    pub fn service(&self, pen: &Pen<'_>) -> Option<Fact> {
        let by = self.record.issued_by.get()?;
        if pen.is_page_of(&Subject::Service(by.value.as_str().into())) {
            return None;
        }
        let link = service_link(pen, &by.value)?;
        Some(Fact {
            term: self.term(pen, "item.issued_at"),
            value: link.label,
            href: link.href,
        })
    }

    /// Who issues it, where that is no service of this site.
    pub fn issuer(&self, pen: &Pen<'_>) -> Option<Fact> {
        let by = self.record.issued_by.get()?;
        let known = service_link(pen, &by.value).is_some();
        (!known).then(|| Fact {
            term: self.term(pen, "item.issued_by"),
            value: pen.text(by),
            href: None,
        })
    }

    /// What it looks like.
    pub fn picture(&self, pen: &Pen<'_>) -> Option<Picture> {
        Some(Picture {
            src: pen.file(&self.record.image.get()?.value)?,
            alt: pen.text(self.record.alt.get()?),
        })
    }

    /// What is said of it, with its name where it is one of several.
    fn term(&self, pen: &Pen<'_>, key: &str) -> String {
        let said = pen.word(key);
        match self.of_several {
            true => format!("{}, {said}", self.name(pen).text),
            false => said,
        }
    }
}

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
