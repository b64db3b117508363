//! `index.html`: all services, by agency, life event and category.

use super::artifact::Artifact;
use super::{Kind, Listing, Made, Make};
use crate::model::site::OutputKind;
use crate::model::{Id, Slot, Text};
use crate::render::card::card;
use crate::render::channels::above;
use crate::render::frame::{About, frame};
use crate::render::pen::{Desk, Pen};
use crate::render::view::{AgencyGroup, Home, Link, ServiceCard, Topic};
use crate::resolve::{ServiceEntry, Site};
use crate::route::{Route, Subject};

/// The home page.
pub(super) const KIND: Kind = Kind {
    called: ["beranda", "the home page"],
    output: OutputKind::Html,
    linked: None,
    routes,
    make: Make::Shared(make),
};

fn routes(_: &Site, listing: &mut Listing) {
    listing.in_each_language(&Subject::Site, "index.html");
}

fn make(desk: Desk<'_>, route: &Route) -> Made {
    let pen = &Pen::new(desk, route);
    let (site, catalogue) = (desk.site, desk.catalogue);
    let title = site.config.title.get();
    let events = site.registries.life_events.iter();
    let categories = site.registries.categories.iter();
    let view = Home {
        frame: frame(pen, About::default(), None),
        title: title.map(|title| pen.text(title)).unwrap_or_default(),
        owner: owner(pen),
        agencies: agencies(pen),
        life_events: events
            .filter_map(|event| {
                let services = catalogue.of_life_event(&event.id.get()?.value);
                topic(pen, (&event.id, &event.title, &event.summary), services)
            })
            .collect(),
        categories: categories
            .filter_map(|category| {
                let services = catalogue.of_category(&category.id.get()?.value);
                let words = (&category.id, &category.title, &category.summary);
                topic(pen, words, services)
            })
            .collect(),
    };
    Some(Artifact::page(pen, "home.html", &view))
}

fn owner(pen: &Pen<'_>) -> Option<Link> {
    let owner = pen.desk.site.config.agency.get()?;
    Some(Link {
        href: owner.url.get().map(|url| url.value.clone()),
        label: pen.text(owner.name.get()?),
    })
}

fn agencies(pen: &Pen<'_>) -> Vec<AgencyGroup> {
    let site = pen.desk.site;
    site.agencies
        .iter()
        .filter_map(|(folder, agency)| {
            Some(AgencyGroup {
                agency: Link {
                    href: pen.to(&Subject::Agency(folder.as_str().into())),
                    label: pen.text(agency.name.get()?),
                },
                parent: above(pen, agency),
                services: cards(pen, pen.desk.catalogue.of_agency(folder)),
            })
        })
        .collect()
}

fn cards(pen: &Pen<'_>, services: &[&ServiceEntry]) -> Vec<ServiceCard> {
    services.iter().map(|entry| card(pen, entry)).collect()
}

fn topic(
    pen: &Pen<'_>,
    (id, title, summary): (&Slot<Id>, &Slot<Text>, &Slot<Text>),
    services: &[&ServiceEntry],
) -> Option<Topic> {
    if services.is_empty() {
        return None;
    }
    Some(Topic {
        id: id.get()?.value.clone(),
        title: pen.text(title.get()?),
        summary: summary.get().map(|summary| pen.text(summary)),
        services: cards(pen, services),
    })
}
