//! `404.html`, which answers at every address.

use super::artifact::Artifact;
use super::{Kind, Listing, Made, Make};
use crate::model::site::OutputKind;
use crate::render::frame::{About, frame};
use crate::render::pen::{Desk, Pen};
use crate::render::view::{FreePage, Link};
use crate::resolve::Site;
use crate::route::{Route, Subject};

/// The page for addresses at which nothing stands.
pub(super) const KIND: Kind = Kind {
    called: ["halaman 404", "the 404 page"],
    output: OutputKind::Html,
    linked: None,
    routes,
    make: Make::Shared(make),
};

fn routes(_: &Site, listing: &mut Listing) {
    listing.once(&Subject::Site, "404.html");
}

fn make(desk: Desk<'_>, route: &Route) -> Made {
    let pen = Pen::anywhere(desk, route);
    let title = pen.said(pen.word("not_found.title"));
    let about = About {
        title: title.text.clone(),
        trail: vec![Link {
            href: None,
            label: title.clone(),
        }],
        ..About::default()
    };
    let (text, home) = (pen.word("not_found.text"), pen.word("not_found.home"));
    let link = pen.to(&Subject::Site)?;
    let view = FreePage {
        frame: frame(&pen, about, None),
        title,
        lead: None,
        body: format!("<p>{text}</p>\n<p><a href=\"{link}\">{home}</a></p>\n"),
    };
    Some(Artifact::page(&pen, "page.html", &view))
}
