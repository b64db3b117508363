//! `PAGE.html`: a free page.

use super::artifact::Artifact;
use super::{Kind, Listing, Made, Make};
use crate::model::Markdown;
use crate::model::site::OutputKind;
use crate::render::frame::{About, frame};
use crate::render::pen::{Desk, Pen};
use crate::render::view::{FreePage, Link};
use crate::resolve::Site;
use crate::route::{Route, Subject};

/// A free page.
pub(super) const KIND: Kind = Kind {
    called: ["halaman di `content/pages`", "a page in `content/pages`"],
    output: OutputKind::Html,
    linked: None,
    routes,
    make: Make::Shared(make),
};

fn routes(site: &Site, listing: &mut Listing) {
    for name in site.pages.keys() {
        let subject = Subject::Page(name.as_str().into());
        listing.in_each_language(&subject, &format!("{name}.html"));
    }
}

fn make(desk: Desk<'_>, route: &Route) -> Made {
    let Subject::Page(name) = &route.subject else {
        return None;
    };
    let pen = Pen::new(desk, route);
    let (document, body) = desk.site.pages.get(&**name)?.for_language(pen.lang());
    let title = document.title.get().map(|title| pen.text(title));
    let title = title.unwrap_or_default();
    let about = About {
        title: title.text.clone(),
        description: document.summary.str().to_owned(),
        trail: vec![Link {
            href: None,
            label: title.clone(),
        }],
    };
    let body = body.clone().map(Markdown);
    let view = FreePage {
        frame: frame(&pen, about, None),
        title,
        lead: document.summary.get().map(|summary| pen.text(summary)),
        body: body.map(|body| pen.html(&body, 2)).unwrap_or_default(),
    };
    Some(Artifact::page(&pen, "page.html", &view))
}
