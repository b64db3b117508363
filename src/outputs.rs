//! Fifth stage: all that is published, as one table of kinds and one list of routes.
//!
//! # Steps
//!
//! 1. Each kind of `KINDS` lists the routes it has on a resolved site; `addresses` reports those that meet.
//! 2. Behind the gate, [`make`] makes the [`Artifact`] of a route: the kind fills its view, and the page is sealed.
//!
//! Who builds, shows or lists the site walks [`Routes`]. A new kind is a file of its own and a line of the table.

mod a_to_z;
mod accessibility;
mod addresses;
mod agency;
mod annex;
mod api;
mod artifact;
mod category;
mod copy;
mod cpsv;
mod directory;
mod document;
mod feed;
mod finder;
mod gallery;
mod headers;
mod home;
mod hsds;
mod kept;
mod life_event;
mod listing;
mod not_found;
mod offline;
mod open_data;
mod page;
mod part;
mod pledge;
mod poster;
mod redirect;
mod robots;
mod search;
mod service;
mod sitemap;
mod worker;
mod xml;

pub use artifact::{Artifact, SealedPage};
pub use gallery::gallery;
pub use kept::Kept;

use crate::analyze::{SoundDocument, SoundService, SoundSite};
use crate::diagnostic::{Code, Diagnostic, Failure, Sink, say};
use crate::model::Placed;
use crate::model::site::OutputKind;
use crate::render::pen::{Desk, Linked, Pen};
use crate::resolve::{ServiceEntry, Site};
use crate::route::{Drafts, Route, Routes, Subject};
use crate::source::Sources;
use crate::theme::ThemeProblem;
use listing::Listing;

/// A kind of page or file.
#[derive(Debug, Clone, Copy)]
struct Kind {
    /// What findings call one, in Indonesian and in English.
    called: [&'static str; 2],
    /// Under which of the `outputs` of site.yaml it is made.
    output: OutputKind,
    /// From where every page links to it; its subject is the site.
    linked: Option<Linked>,
    /// Lists where it stands.
    routes: fn(&Site, &mut Listing),
    /// Makes what stands there.
    make: Make,
}

impl Kind {
    /// Whether a route is of this kind; each kind has its own name.
    fn is(&self, route: &Route) -> bool {
        KINDS[route.kind].called == self.called
    }

    /// What this kind makes of a subject in the language of a page.
    fn route<'a>(&self, pen: &Pen<'a>, subject: &Subject) -> Option<&'a Route> {
        self.route_in(pen, subject, pen.lang())
    }

    /// The same in any language.
    fn route_in<'a>(&self, pen: &Pen<'a>, subject: &Subject, language: &str) -> Option<&'a Route> {
        let place = KINDS.iter().position(|kind| kind.called == self.called)?;
        pen.desk.routes.find(place, subject, language)
    }
}

/// How a kind makes its artifacts.
#[derive(Debug, Clone, Copy)]
enum Make {
    /// From the site and the entries of its services.
    Shared(fn(Desk<'_>, &Route) -> Made),
    /// From all routes of the other kinds, which are listed before it.
    Whole(fn(Desk<'_>, &Route) -> Made),
    /// From one service, which is read for it.
    Service(fn(Desk<'_>, &Route, &SoundService<'_>) -> Made),
    /// From several services that belong together, which are read for it, in the order of the site.
    Services(fn(Desk<'_>, &Route, &[SoundService<'_>]) -> Made),
    /// From all that was made before.
    Last(fn(&Kept, &Route) -> Made),
}

/// What a kind makes of a route, or what its template gets wrong; nothing of a subject that it does not list.
type Made = Option<Result<Artifact, ThemeProblem>>;

/// A route, and what was made of it.
pub type AtRoute<'r> = (&'r Route, Result<Artifact, ThemeProblem>);

/// All kinds. The first about a subject is the page to which a link to that subject leads; those whose addresses the
/// site's own staff choose stand last, so that a finding about two at one address is about these.
const KINDS: &[Kind] = &[
    home::KIND,
    agency::KIND,
    pledge::KIND,
    service::KIND,
    not_found::KIND,
    a_to_z::KIND,
    accessibility::KIND,
    directory::KIND,
    life_event::KIND,
    category::KIND,
    document::KIND,
    part::KIND,
    finder::KIND,
    search::KIND,
    feed::KIND,
    open_data::KIND,
    api::services::KIND,
    api::service::KIND,
    api::agencies::KIND,
    api::lists::KIND,
    api::schema::KIND,
    cpsv::KIND,
    hsds::KIND,
    sitemap::KIND,
    robots::KIND,
    headers::KIND,
    worker::KIND,
    offline::KIND,
    poster::KIND,
    annex::KIND,
    page::KIND,
    redirect::KIND,
    copy::KIND,
];

/// Lists everything that stands on a site and reports addresses that meet. A draft takes its address even where it is
/// not built. `base_url` is given over that of site.yaml.
pub fn routes(site: &Site, drafts: Drafts, base_url: Option<&str>, sink: &mut Sink) -> Routes {
    let mut listing = Listing::new(site, drafts, site.base_url(base_url));
    let asked = site.config.outputs.items();
    let kinds = KINDS.iter().enumerate();
    let kinds = kinds.filter(|(_, kind)| is_asked_for(kind.output, asked));
    let (of_all, others): (Vec<_>, Vec<_>) =
        kinds.partition(|(_, kind)| matches!(kind.make, Make::Whole(_)));
    for (place, kind) in others.into_iter().chain(of_all) {
        listing.begin(place);
        (kind.routes)(site, &mut listing);
    }
    check_named(site, sink);
    let routes = listing.so_far(site);
    addresses::check(site, &listing.into_routes(), sink);
    routes
}

/// Whether site.yaml asks for an output: everything where it names nothing, and pages always.
fn is_asked_for(output: OutputKind, asked: &[Placed<OutputKind>]) -> bool {
    asked.is_empty()
        || output == OutputKind::Html
        || asked.iter().any(|named| named.value == output)
}

/// Reports that site.yaml does not name the pages among what is made besides them.
fn check_named(site: &Site, sink: &mut Sink) {
    let outputs = site.config.outputs.items();
    let pages = outputs.iter().any(|named| named.value == OutputKind::Html);
    if let Some(first) = outputs.first().filter(|_| !pages) {
        let finding = Diagnostic::new(
            Code::K0229,
            first.span,
            say!(
                "halaman tetap dibuat, walaupun `html` tidak disebut",
                "the pages are made, although `html` is not listed"
            ),
        );
        sink.push(finding.help(say!("tambahkan: html", "add: html")));
    }
}

/// The kinds, by their place in the table, to which every page links.
pub fn linked() -> Vec<(usize, Linked)> {
    let kinds = KINDS.iter().enumerate();
    kinds
        .filter_map(|(kind, of)| Some((kind, of.linked?)))
        .collect()
}

/// Makes what stands at routes about one subject; a service is read once for all of them. A template that asks for what
/// its view does not hold, or makes a page that cannot be sealed, spoils no other page.
///
/// # Errors
/// When a file is no longer the one that was checked.
pub fn make<'r>(
    desk: Desk<'_>,
    sound: &SoundSite,
    sources: &dyn Sources,
    routes: &'r [Route],
) -> Result<Vec<AtRoute<'r>>, Failure> {
    let entries = entries_of(desk, sound, routes);
    let read = entries.into_iter().map(|entry| sound.read(entry, sources));
    let read: Vec<SoundDocument<'_>> = read.collect::<Result<_, _>>()?;
    let services = read.iter().map(|read| read.resolve(desk.names));
    let services: Vec<SoundService<'_>> = services.collect();
    let mut artifacts = Vec::with_capacity(routes.len());
    for route in routes {
        let made = match KINDS[route.kind].make {
            Make::Shared(make) | Make::Whole(make) => make(desk, route),
            Make::Service(make) => {
                let service = services.first();
                service.and_then(|service| make(desk, route, service))
            }
            Make::Services(make) => make(desk, route, &services),
            Make::Last(_) => None,
        };
        artifacts.extend(made.map(|made| (route, made)));
    }
    Ok(artifacts)
}

/// Makes what is made last: what it says of all that was made before.
pub fn make_last<'r>(routes: &'r Routes, kept: &Kept) -> Vec<AtRoute<'r>> {
    let last = routes
        .iter()
        .filter_map(|route| match KINDS[route.kind].make {
            Make::Last(make) => Some((route, make(kept, route)?)),
            _ => None,
        });
    last.collect()
}

/// Whether a site asks for a copy on phones.
pub fn asks_to_be_kept(routes: &Routes) -> bool {
    routes
        .iter()
        .any(|route| KINDS[route.kind].output == OutputKind::Offline)
}

/// What the kind of a route is called, in Indonesian and in English; each kind has its own name.
pub fn called(route: &Route) -> [&'static str; 2] {
    KINDS[route.kind].called
}

/// Whether a route is the page of a service, and not an old address, a list or a paper about it.
pub fn is_of_service(route: &Route) -> bool {
    service::KIND.is(route)
}

/// The entries of the services that must be read for routes about one subject.
fn entries_of<'a>(desk: Desk<'a>, sound: &'a SoundSite, routes: &[Route]) -> Vec<&'a ServiceEntry> {
    let mut found = routes
        .iter()
        .map(|route| match (KINDS[route.kind].make, &route.subject) {
            (Make::Service(_), Subject::Service(id)) => {
                sound.site().service(id).into_iter().collect()
            }
            (Make::Services(_), subject) => finder::entries(desk.catalogue.shelves(), subject),
            _ => Vec::new(),
        });
    found
        .find(|entries| !entries.is_empty())
        .unwrap_or_default()
}
