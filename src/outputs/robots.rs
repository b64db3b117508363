//! `robots.txt`: where the sitemap is, or that an example is for no search engine.
//!
//! A site's own `static/robots.txt` stands in its place. Crawlers read it at the root of a host alone: of a site below a
//! path it says the same, and nobody asks for it.

use super::artifact::Artifact;
use super::{Kind, Listing, Made, Make, sitemap};
use crate::model::site::OutputKind;
use crate::render::pen::Desk;
use crate::resolve::Site;
use crate::route::{Route, Subject};

/// What crawlers may look at.
pub(super) const KIND: Kind = Kind {
    called: ["robots.txt", "robots.txt"],
    output: OutputKind::Html,
    linked: None,
    routes,
    make: Make::Whole(make),
};

/// Where it stands.
const ADDRESS: &str = "robots.txt";

fn routes(site: &Site, listing: &mut Listing) {
    if !site.layout.statics.contains_key(ADDRESS) {
        listing.once(&Subject::Site, ADDRESS);
    }
}

fn make(desk: Desk<'_>, _: &Route) -> Made {
    let example = desk.site.config.example.get() == Some(&true);
    let closed = if example { " /" } else { "" };
    let mut text = format!("User-agent: *\nDisallow:{closed}\n");
    let of_site = |route: &&Route| route.subject == Subject::Site;
    let mut of_site = desk.routes.iter().take_while(of_site);
    if of_site.any(|route| route.address == sitemap::ADDRESS) {
        text.push_str(&format!(
            "\nSitemap: {}{}\n",
            desk.base_url,
            sitemap::ADDRESS
        ));
    }
    Some(Ok(Artifact::Data(text.into_bytes())))
}
