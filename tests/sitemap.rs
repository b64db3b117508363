//! The sitemap, by the rules of its protocol, and what crawlers are told.

use std::collections::BTreeSet;

use crate::site::{SERVICE, Site};
use crate::xml::{Element, read};

const SITE: &str = "judul: Standar Pelayanan Kota Contoh\nalamat_situs: https://contoh.example/kota/\nbahasa: [id, en]\n";

const SERVICES: [(&str, &str); 3] = [
    (
        SERVICE,
        "judul: Contoh Layanan KTP\npindah_dari: [lama/ktp.html]\nperubahan:\n  - tanggal: 2025-02-01\n    catatan: Ada\n  - tanggal: 2025-03-01\n    catatan: Ada lagi\n",
    ),
    ("content/dinas-contoh/kk.yaml", "judul: Kartu Keluarga\n"),
    (
        "content/dinas-contoh/baru.yaml",
        "judul: Layanan baru\nstatus: rancangan\n",
    ),
];

fn site(config: &str) -> Site {
    let page = "---\njudul: Tentang\n---\nTentang situs.\n";
    Site::new()
        .with("site.yaml", config)
        .with_all(SERVICES)
        .with("content/pages/tentang.md", page)
        .with("static/formulir.html", "<p>Formulir")
}

/// The entries of a sitemap, each of which keeps to the protocol.
fn entries(text: &str) -> Vec<Element> {
    let root = read(text);
    assert_eq!(root.name, "urlset");
    let names = [
        ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"),
        ("xmlns:xhtml", "http://www.w3.org/1999/xhtml"),
    ];
    let declared = root.attributes.iter().map(|(name, of)| (&**name, &**of));
    assert_eq!(declared.collect::<Vec<_>>(), names);
    assert!(!root.children.is_empty() && root.children.len() <= 50_000);
    for entry in &root.children {
        assert_eq!(entry.name, "url");
        let order: Vec<&str> = entry.children.iter().map(|child| &*child.name).collect();
        let rest = order.strip_prefix(&["loc"]).expect("the address first");
        let rest = rest.strip_prefix(&["lastmod"]).unwrap_or(rest);
        assert!(rest.iter().all(|name| *name == "xhtml:link"), "{order:?}");
        let address = &entry.only("loc").text;
        assert!(
            address.starts_with("https://contoh.example/kota/"),
            "{address}"
        );
        assert!(address.len() < 2_048 && !address.contains(' '), "{address}");
        for date in entry.all("lastmod") {
            let _: jiff::civil::Date = date.text.parse().expect("a date");
        }
    }
    root.children
}

fn address(entry: &Element) -> &str {
    let whole = &entry.only("loc").text;
    whole
        .strip_prefix("https://contoh.example/kota/")
        .expect("a page of this site")
}

#[test]
fn every_page_that_readers_look_for_is_listed_once() {
    let built = site(SITE).build();
    let entries = entries(built.page("sitemap.xml"));
    let listed: Vec<&str> = entries.iter().map(address).collect();
    let all: BTreeSet<&str> = listed.iter().copied().collect();
    assert_eq!(all.len(), listed.len());
    let pages = built.files.keys().map(String::as_str);
    let apart = [
        "404.html",
        "lama/ktp.html",
        "formulir.html",
        "-poster.html",
        "-lampiran.html",
    ];
    let is_apart = |path: &&str| apart.iter().any(|end| path.ends_with(end));
    let pages = pages.filter(|path| path.ends_with(".html") && !is_apart(path));
    assert_eq!(all, pages.collect::<BTreeSet<&str>>());
    assert!(all.contains("en/dinas-contoh/ktp.html") && all.contains("index.html"));
}

#[test]
fn a_service_has_the_day_of_its_latest_change_and_no_page_that_of_the_build() {
    let built = site(SITE).build();
    let entries = entries(built.page("sitemap.xml"));
    let dated = entries.iter().filter_map(|entry| {
        let date = entry.all("lastmod").next()?;
        Some((address(entry), &*date.text))
    });
    let expected = [
        ("dinas-contoh/ktp.html", "2025-03-01"),
        ("en/dinas-contoh/ktp.html", "2025-03-01"),
    ];
    assert_eq!(dated.collect::<Vec<_>>(), expected);
    let later = site(SITE).on(jiff::civil::date(2030, 1, 1)).build();
    assert_eq!(later.page("sitemap.xml"), built.page("sitemap.xml"));
}

#[test]
fn a_page_names_itself_and_its_translations_and_they_name_it() {
    let built = site(SITE).build();
    let entries = entries(built.page("sitemap.xml"));
    for entry in &entries {
        let alternates = entry.all("xhtml:link").map(|link| {
            assert_eq!(link.attribute("rel"), "alternate");
            (link.attribute("hreflang"), link.attribute("href"))
        });
        let alternates: Vec<_> = alternates.collect();
        let own = &*entry.only("loc").text;
        assert!(alternates.iter().any(|(_, href)| *href == own), "{own}");
        let languages: Vec<&str> = alternates.iter().map(|(language, _)| *language).collect();
        assert_eq!(languages, ["id", "en"], "{own}");
        for (_, href) in alternates {
            assert!(
                entries.iter().any(|entry| entry.only("loc").text == href),
                "{href}"
            );
        }
    }
    let one = site(&SITE.replace("bahasa: [id, en]\n", "")).build();
    assert!(!one.page("sitemap.xml").contains("xhtml:link "));
}

#[test]
fn crawlers_are_told_where_the_sitemap_is() {
    let built = site(SITE).build();
    assert_eq!(
        built.page("robots.txt"),
        "User-agent: *\nDisallow:\n\nSitemap: https://contoh.example/kota/sitemap.xml\n"
    );
}

#[test]
fn an_example_and_a_site_without_an_address_have_no_sitemap() {
    let example = site(&format!("{SITE}contoh: ya\n")).build();
    assert_eq!(example.page("robots.txt"), "User-agent: *\nDisallow: /\n");
    assert!(!example.files.contains_key("sitemap.xml"));
    let nowhere = site("judul: Standar Pelayanan Kota Contoh\n").build();
    assert_eq!(nowhere.page("robots.txt"), "User-agent: *\nDisallow:\n");
    assert!(!nowhere.files.contains_key("sitemap.xml"));
}

#[test]
fn the_sites_own_file_for_crawlers_stands_in_place_of_the_programs() {
    let built = site(SITE)
        .with("static/robots.txt", "User-agent: x\n")
        .build();
    assert_eq!(built.page("robots.txt"), "User-agent: x\n");
}

#[test]
fn a_sitemap_of_the_sites_own_is_a_finding_of_two_files_at_one_address() {
    let built = site(SITE).with("static/sitemap.xml", "x").build();
    let findings = built.report.findings.iter();
    let found = findings.filter(|finding| finding.code.number() == "K0404");
    let places: Vec<&str> = found.map(|finding| &*finding.place.path).collect();
    assert_eq!(places, ["static/sitemap.xml"]);
}
