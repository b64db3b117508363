//! `_headers`: what a host that reads it (Netlify, Cloudflare Pages) sends along with each file.
//!
//! The policy of a page stands in the page, with the hashes of its styles and scripts. Here is only what a page cannot
//! say of itself, and nothing that a page's own policy would need. A site's own `static/_headers` stands in its place.
//! The guide has the same for nginx; a test keeps both equal.

use std::fmt::Write;

use super::artifact::Artifact;
use super::{Kind, Listing, Made, Make};
use crate::model::site::OutputKind;
use crate::render::pen::Desk;
use crate::resolve::Site;
use crate::route::{Route, Subject};

/// What a host sends along.
pub(super) const KIND: Kind = Kind {
    called: ["_headers", "_headers"],
    output: OutputKind::Html,
    linked: None,
    routes,
    make: Make::Shared(make),
};

/// Where it stands.
const ADDRESS: &str = "_headers";

/// Which addresses get which headers.
const RULES: [(&str, &[(&str, &str)]); 3] = [
    (
        "/*",
        &[
            (
                "Content-Security-Policy",
                "frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
            ),
            ("Cross-Origin-Opener-Policy", "same-origin"),
            (
                "Permissions-Policy",
                "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
            ),
            ("Referrer-Policy", "same-origin"),
            ("X-Content-Type-Options", "nosniff"),
        ],
    ),
    // What tells a phone that its copy is old must never be old itself.
    ("/sw.js", &[("Cache-Control", "no-cache")]),
    ("/offline.json", &[("Cache-Control", "no-cache")]),
];

fn routes(site: &Site, listing: &mut Listing) {
    if !site.layout.statics.contains_key(ADDRESS) {
        listing.once(&Subject::Site, ADDRESS);
    }
}

fn make(_: Desk<'_>, _: &Route) -> Made {
    let mut text = String::new();
    for (addresses, headers) in RULES {
        // Writing to a string does not fail.
        let _ = writeln!(text, "{addresses}");
        for (name, value) in headers {
            let _ = writeln!(text, "  {name}: {value}");
        }
    }
    Some(Ok(Artifact::Data(text.into_bytes())))
}
