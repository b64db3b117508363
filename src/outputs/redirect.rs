//! An old address of a service, an agency or a free page, which leads there.

use super::artifact::Artifact;
use super::{Kind, Listing, Made, Make};
use crate::model::Text;
use crate::model::site::OutputKind;
use crate::render::frame::{About, frame};
use crate::render::pen::{Desk, Pen};
use crate::render::view::{Link, Redirect};
use crate::resolve::Site;
use crate::route::{Route, Subject};

/// An old address.
pub(super) const KIND: Kind = Kind {
    called: [
        "alamat lama di `pindah_dari`",
        "an old address in `moved_from`",
    ],
    output: OutputKind::Html,
    linked: None,
    routes,
    make: Make::Shared(make),
};

fn routes(site: &Site, listing: &mut Listing) {
    for (subject, old) in old_addresses(site) {
        let languages = listing.languages();
        let further = languages.iter().skip(1).find_map(|language| {
            let path = old.value.strip_prefix(&**language)?.strip_prefix('/')?;
            Some((language, path))
        });
        match further {
            Some((language, path)) => listing.in_language(&subject, language, path),
            None => listing.once(&subject, &old.value),
        }
    }
}

/// Every old address of the site and what it leads to.
pub(super) fn old_addresses(site: &Site) -> impl Iterator<Item = (Subject, &Text)> {
    let services = site
        .entries
        .iter()
        .map(|entry| (entry.subject(), &entry.card.moved_from[..]));
    let agencies = site.agencies.iter().map(|(folder, agency)| {
        let subject = Subject::Agency(folder.as_str().into());
        (subject, agency.moved_from.items())
    });
    let pages = site.pages.iter().flat_map(|(name, versions)| {
        let translated = versions.translations.values();
        let all = std::iter::once(&versions.original).chain(translated);
        all.map(|(page, _)| (Subject::Page(name.as_str().into()), page.moved_from.items()))
    });
    services
        .chain(agencies)
        .chain(pages)
        .flat_map(|(subject, old)| old.iter().map(move |old| (subject.clone(), old)))
}

fn make(desk: Desk<'_>, route: &Route) -> Made {
    let site = desk.site;
    let (folder, name) = match &route.subject {
        Subject::Service(id) => {
            let entry = site.service(id)?;
            (Some(&*entry.agency), &entry.card.title)
        }
        Subject::Agency(folder) => (Some(&**folder), site.agencies.get(&**folder)?.name.get()?),
        Subject::Page(name) => {
            let (page, _) = site.pages.get(&**name)?.for_language(&route.language);
            (None, page.title.get()?)
        }
        _ => return None,
    };
    let pen = Pen::new(desk, route);
    let title = pen.word("redirect.title");
    let about = About {
        title: title.clone(),
        trail: vec![Link {
            href: None,
            label: pen.said(title),
        }],
        ..About::default()
    };
    let agency = folder.and_then(|folder| Some((folder, site.agencies.get(folder)?)));
    let mut frame = frame(&pen, about, agency);
    // The address that counts is the new one.
    let to = desk.routes.page(&route.subject, pen.lang())?;
    frame.canonical = frame.canonical.map(|_| pen.url(to));
    for alternate in &mut frame.alternates {
        alternate.url = None;
        let page = desk.routes.page(&route.subject, &alternate.lang);
        if let Some(page) = page.filter(|_| !alternate.current) {
            alternate.href = pen.link(page);
        }
    }
    let view = Redirect {
        frame,
        to: Link {
            href: Some(pen.link(to)),
            label: pen.text(name),
        },
    };
    Some(Artifact::page(&pen, "redirect.html", &view))
}
