//! `sitemap.xml`: the address of every page for search engines, with the day on which a standard last changed.
//!
//! A site whose address is not known has none, nor has an example, whose pages are for no search engine. What no sitemap
//! may hold in one file stands in `sitemap-1.xml`, `sitemap-2.xml` …, and `sitemap.xml` lists those.

use std::fmt::Write;
use std::ops::Range;

use super::artifact::Artifact;
use super::xml::{OPENING, escaped};
use super::{KINDS, Kind, Listing, Made, Make, not_found, pledge, redirect};
use crate::model::site::OutputKind;
use crate::percent::encode;
use crate::render::pen::Desk;
use crate::resolve::Site;
use crate::route::{Route, Routes, Subject};

/// The sitemap, and the parts of a large one.
pub(super) const KIND: Kind = Kind {
    called: ["peta situs", "the sitemap"],
    output: OutputKind::Html,
    linked: None,
    routes,
    make: Make::Whole(make),
};

/// Where it stands.
pub(super) const ADDRESS: &str = "sitemap.xml";

/// What one file of the protocol may hold, and a little less of its bytes than it allows.
const MOST: Limits = Limits {
    pages: 50_000,
    bytes: 49_000_000,
};

/// How much one file holds.
#[derive(Debug, Clone, Copy)]
struct Limits {
    pages: usize,
    bytes: usize,
}

fn routes(site: &Site, listing: &mut Listing) {
    if listing.base_url().contains("://") && site.config.example.get() != Some(&true) {
        listing.once(&Subject::Site, ADDRESS);
        let pages = pages(site, &listing.so_far(site), listing.base_url());
        let parts = parts(&pages, MOST).len();
        for part in (1..=parts).filter(|_| parts > 1) {
            listing.once(&Subject::Part(part), &format!("sitemap-{part}.xml"));
        }
    }
}

fn make(desk: Desk<'_>, route: &Route) -> Made {
    let pages = pages(desk.site, desk.routes, desk.base_url);
    let parts = parts(&pages, MOST);
    let text = match (&route.subject, parts.len()) {
        (Subject::Site, 0 | 1) => list(&pages),
        (Subject::Site, _) => index(&pages, &parts, desk.base_url),
        (Subject::Part(part), _) => list(&pages[parts.get(part - 1)?.clone()]),
        _ => return None,
    };
    Some(Ok(Artifact::Data(text.into_bytes())))
}

/// A page as the sitemap lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Page {
    /// Its element.
    element: String,
    /// When it last changed, where that is known.
    changed: Option<String>,
}

/// Every page that has one address and is there to be found.
fn pages(site: &Site, routes: &Routes, base_url: &str) -> Vec<Page> {
    let listed = routes
        .iter()
        .filter(|route| is_found(route) && !pledge::is_draft(site, route));
    let page = |route: &Route| {
        let mut versions: Vec<&Route> = routes.versions(route).collect();
        if versions.len() < 2 {
            versions.clear();
        }
        page(base_url, route, &versions, changed(site, &route.subject))
    };
    listed.map(page).collect()
}

/// Whether a route is a page that readers look for.
fn is_found(route: &Route) -> bool {
    let kind = &KINDS[route.kind];
    let is_page = kind.output != OutputKind::Posters && route.address.ends_with(".html");
    let apart = [not_found::KIND, redirect::KIND];
    let is_file = matches!(route.subject, Subject::File(_));
    is_page && !is_file && !apart.iter().any(|other| other.is(route))
}

/// The day on which what a page is about last changed: of a service what its standard says.
fn changed(site: &Site, subject: &Subject) -> Option<String> {
    let Subject::Service(id) = subject else {
        return None;
    };
    let date = site.service(id)?.card.dated?;
    Some(date.value.to_string())
}

fn page(base_url: &str, route: &Route, versions: &[&Route], changed: Option<String>) -> Page {
    let address = |route: &Route| escaped(&format!("{base_url}{}", encode(&route.address)));
    let mut element = format!("<url><loc>{}</loc>", address(route));
    if let Some(date) = &changed {
        let _ = write!(element, "<lastmod>{date}</lastmod>");
    }
    for version in versions {
        let (language, address) = (escaped(&version.language), address(version));
        let _ = write!(
            element,
            "<xhtml:link rel=\"alternate\" hreflang=\"{language}\" href=\"{address}\"/>"
        );
    }
    element.push_str("</url>\n");
    Page { element, changed }
}

/// How the pages are parted so that each part fits into one file.
fn parts(pages: &[Page], most: Limits) -> Vec<Range<usize>> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    let mut bytes = 0;
    for (at, page) in pages.iter().enumerate() {
        bytes += page.element.len();
        match parts.last_mut() {
            Some(part) if part.len() < most.pages && bytes <= most.bytes => part.end = at + 1,
            _ => {
                bytes = page.element.len();
                parts.push(at..at + 1);
            }
        }
    }
    parts
}

fn list(pages: &[Page]) -> String {
    let elements: String = pages.iter().map(|page| page.element.as_str()).collect();
    format!(
        "{OPENING}<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n{elements}</urlset>\n"
    )
}

fn index(pages: &[Page], parts: &[Range<usize>], base_url: &str) -> String {
    let mut out =
        format!("{OPENING}<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    for (at, part) in parts.iter().enumerate() {
        let address = escaped(&format!("{base_url}sitemap-{}.xml", at + 1));
        let _ = write!(out, "<sitemap><loc>{address}</loc>");
        let changed = pages[part.clone()].iter().map(|page| &page.changed).max();
        if let Some(date) = changed.and_then(Option::as_ref) {
            let _ = write!(out, "<lastmod>{date}</lastmod>");
        }
        out.push_str("</sitemap>\n");
    }
    out.push_str("</sitemapindex>\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pages(sizes: &[usize]) -> Vec<Page> {
        let page = |size: &usize| Page {
            element: "x".repeat(*size),
            changed: (*size > 3).then(|| format!("2026-01-0{size}")),
        };
        sizes.iter().map(page).collect()
    }

    #[test]
    fn a_part_holds_no_more_pages_and_bytes_than_a_file_may() {
        let most = Limits {
            pages: 3,
            bytes: 10,
        };
        assert!(parts(&[], most).is_empty());
        assert_eq!(parts(&pages(&[1; 3]), most), vec![0..3; 1]);
        assert_eq!(parts(&pages(&[1; 7]), most), [0..3, 3..6, 6..7]);
        assert_eq!(parts(&pages(&[5, 5, 1, 9, 2]), most), [0..2, 2..4, 4..5]);
    }

    #[test]
    fn the_index_names_each_part_with_its_latest_day() {
        let pages = pages(&[4, 9, 1, 2]);
        let index = index(&pages, &[0..2, 2..4], "https://contoh.example/a&b/");
        let rows: Vec<&str> = index.lines().skip(2).collect();
        assert_eq!(
            rows,
            [
                "<sitemap><loc>https://contoh.example/a&amp;b/sitemap-1.xml</loc><lastmod>2026-01-09</lastmod></sitemap>",
                "<sitemap><loc>https://contoh.example/a&amp;b/sitemap-2.xml</loc></sitemap>",
                "</sitemapindex>",
            ]
        );
    }
}
