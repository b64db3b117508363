//! `aksesibilitas.html`: by what the site is built for everyone, what was tested, what is known to lack, whom to tell.
//!
//! It says of the program's tests what they do, and of the site only what is known of it. A site's own page
//! `content/pages/aksesibilitas.md` stands in its place.

use serde::Serialize;

use super::artifact::Artifact;
use super::{Kind, Listing, Made, Make};
use crate::model::site::OutputKind;
use crate::render::frame::{About, frame};
use crate::render::pen::{Desk, Linked, Pen};
use crate::render::view::{Frame, Link};
use crate::resolve::Site;
use crate::route::{Route, Subject};

/// The accessibility statement.
pub(super) const KIND: Kind = Kind {
    called: ["pernyataan aksesibilitas", "the accessibility statement"],
    output: OutputKind::Html,
    linked: Some(Linked::Statement("accessibility.title")),
    routes,
    make: Make::Shared(make),
};

/// Its name among the free pages.
const NAME: &str = "aksesibilitas";

/// What the tests of the program do in a browser, by the words for it.
const TESTED: [&str; 8] = [
    "axe", "contrast", "zoom", "targets", "keyboard", "script", "paper", "markup",
];

/// What the template sees.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct View {
    /// What stands on every page.
    frame: Frame,
    /// What was tested.
    tested: Vec<String>,
    /// What was not, or is known to lack.
    limits: Vec<String>,
    /// Whom to tell.
    tell: String,
    /// Link to the list of all services.
    home: Option<String>,
}

fn routes(site: &Site, listing: &mut Listing) {
    let address = format!("{NAME}.html");
    if !site.pages.contains_key(NAME) && !site.layout.statics.contains_key(&*address) {
        listing.in_each_language(&Subject::Site, &address);
    }
}

fn make(desk: Desk<'_>, route: &Route) -> Made {
    let pen = Pen::new(desk, route);
    let title = pen.word("accessibility.title");
    let about = About {
        title: title.clone(),
        description: pen.word("accessibility.lead"),
        trail: vec![Link {
            href: None,
            label: pen.said(title),
        }],
    };
    let frame = frame(&pen, about, None);
    let reached = !frame.help.channels.is_empty();
    let tested = TESTED.map(|name| pen.word(&format!("accessibility.test.{name}")));
    let view = View {
        tested: tested.into(),
        limits: limits(&pen),
        tell: pen.word(if reached {
            "accessibility.tell_below"
        } else {
            "accessibility.tell_agency"
        }),
        home: pen.to(&Subject::Site).filter(|_| !reached),
        frame,
    };
    Some(Artifact::page(&pen, "accessibility.html", &view))
}

/// What was not tested, and what is known to lack on this site.
fn limits(pen: &Pen<'_>) -> Vec<String> {
    let (site, theme) = (pen.desk.site, pen.desk.theme);
    let limits = [
        ("people", true),
        ("browsers", true),
        ("official", true),
        ("files", !site.layout.statics.is_empty()),
        ("theme", theme.is_changed()),
    ];
    let limits = limits.into_iter().filter(|(_, holds)| *holds);
    let limits = limits.map(|(name, _)| pen.word(&format!("accessibility.limit.{name}")));
    let untranslated = site.languages().len() > 1;
    let language = pen.word_in(pen.desk.routes.primary(), "language.name");
    let partly = pen.fill("language.partly", &[("language", &language)]);
    limits.chain(untranslated.then_some(partly)).collect()
}
