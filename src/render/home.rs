//! `index.html`: all services, by agency, life event and category.

use super::card::{built, card};
use super::frame::{About, frame};
use super::pen::{Desk, Pen};
use super::view::{AgencyGroup, Home, Link, ServiceCard, Topic};
use super::{Page, page};
use crate::model::{Id, Slot, Text};
use crate::resolve::Card;
use crate::theme::ThemeProblem;

/// The home page in a language.
///
/// # Errors
/// What the theme's template asks of the view and the view does not hold.
pub fn home(desk: Desk<'_>, lang: &str) -> Result<Page, ThemeProblem> {
    let pen = Pen::new(desk, lang, "index.html");
    let site = desk.site;
    let title = site.config.title.get();
    let view = Home {
        frame: frame(&pen, About::default(), None),
        title: title.map(|title| pen.text(title)).unwrap_or_default(),
        agencies: agencies(&pen),
        life_events: site
            .registries
            .life_events
            .iter()
            .filter_map(|event| {
                topic(&pen, &event.id, &event.title, &event.summary, |card, id| {
                    card.life_events.iter().any(|event| event == id)
                })
            })
            .collect(),
        categories: site
            .registries
            .categories
            .iter()
            .filter_map(|category| {
                topic(
                    &pen,
                    &category.id,
                    &category.title,
                    &category.summary,
                    |card, id| card.category.as_deref() == Some(id),
                )
            })
            .collect(),
    };
    page(desk.theme, "home.html", &pen, &view)
}

fn agencies(pen: &Pen<'_>) -> Vec<AgencyGroup> {
    let site = pen.desk.site;
    let owner = site.config.agency.get().and_then(|owner| owner.name.get());
    site.agencies
        .iter()
        .filter_map(|(folder, agency)| {
            let parent = agency.parent.get().or(owner);
            Some(AgencyGroup {
                agency: Link {
                    href: Some(pen.link(&format!("{folder}/index.html"))),
                    label: pen.text(agency.name.get()?),
                },
                parent: parent.map(|parent| pen.text(parent)),
                services: services_of(pen, folder),
            })
        })
        .collect()
}

/// The services of an agency, and those of others that it offers.
pub fn services_of(pen: &Pen<'_>, folder: &str) -> Vec<ServiceCard> {
    built(pen)
        .filter(|entry| {
            let offered = &entry.card.offered_at;
            entry.agency == folder || offered.iter().any(|agency| agency == folder)
        })
        .map(|entry| card(pen, entry))
        .collect()
}

fn topic(
    pen: &Pen<'_>,
    id: &Slot<Id>,
    title: &Slot<Text>,
    summary: &Slot<Text>,
    belongs: impl Fn(&Card, &str) -> bool,
) -> Option<Topic> {
    let id = &id.get()?.value;
    let services: Vec<ServiceCard> = built(pen)
        .filter(|entry| belongs(&entry.card, id))
        .map(|entry| card(pen, entry))
        .collect();
    if services.is_empty() {
        return None;
    }
    Some(Topic {
        id: id.clone(),
        title: pen.text(title.get()?),
        summary: summary.get().map(|summary| pen.text(summary)),
        services,
    })
}
