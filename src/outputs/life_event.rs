//! `peristiwa/ID.html`: the services of a life event in their order, and the papers to bring to all of them.

use std::sync::Arc;

use super::artifact::Artifact;
use super::{Kind, Listing, Made, Make};
use crate::model::site::OutputKind;
use crate::render::event;
use crate::render::frame::{About, frame};
use crate::render::index::life_events;
use crate::render::pen::{Desk, Pen};
use crate::render::topics::way;
use crate::render::view::{LifeEventPage, Link};
use crate::resolve::Site;
use crate::route::{List, Route, Subject};

/// The page of a life event.
pub(super) const KIND: Kind = Kind {
    called: ["halaman peristiwa", "the page of a life event"],
    output: OutputKind::Html,
    linked: None,
    routes,
    make: Make::Shared(make),
};

fn routes(site: &Site, listing: &mut Listing) {
    let ids = life_events(site, listing.shelves()).map(|(id, _)| id);
    for id in ids.collect::<Vec<_>>() {
        let subject = Subject::LifeEvent(id.into());
        listing.in_each_language(&subject, &format!("peristiwa/{id}.html"));
    }
}

fn make(desk: Desk<'_>, route: &Route) -> Made {
    let Subject::LifeEvent(id) = &route.subject else {
        return None;
    };
    let pen = Pen::new(desk, route);
    let mut all = desk.site.registries.life_events.iter();
    let event = all.find(|one| one.id.is(id))?;
    let title = pen.text(event.title.get()?);
    let own = Link {
        href: None,
        label: title.clone(),
    };
    let about = About {
        title: title.text.clone(),
        description: pen.str(&event.summary).to_owned(),
        trail: way(&pen, &List::LifeEvents)
            .into_iter()
            .chain([own])
            .collect(),
    };
    let told = event::told(&pen, id);
    let view = LifeEventPage {
        frame: frame(&pen, about, None),
        title,
        summary: event.summary.get().map(|summary| pen.text(summary)),
        finder: pen.to(&Subject::Finder(Arc::new(route.subject.clone()))),
        stages: told.stages,
        list: told.list,
        bring: told.bring,
        on_the_way: told.on_the_way,
    };
    Some(Artifact::page(&pen, "life-event.html", &view))
}
