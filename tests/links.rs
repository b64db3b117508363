//! Links in content lead to whatever stands on the site, and to nothing else.

use std::collections::BTreeSet;

use maklumat::diagnostic::Code;
use scraper::{Html, Selector};

use crate::site::{Built, SERVICE, Site};

const PAGE: &str = "content/pages/tautan.md";

/// A site with a page, a redirect, a file and two languages.
fn site() -> Site {
    Site::new()
        .with(
            "site.yaml",
            "judul: Kota Contoh\ncontoh: ya\nbahasa: [id, en]\nalamat_situs: https://contoh.example/\n",
        )
        .with(
            SERVICE,
            "judul: Contoh Layanan KTP\npindah_dari: [lama/ktp.html]\n",
        )
        .with("static/formulir.pdf", "PDF")
        .with(PAGE, "---\njudul: Tautan\n---\n\nKosong.\n")
}

/// The site with links to these addresses on a free page.
fn linking<'a>(addresses: impl IntoIterator<Item = &'a str>) -> Built {
    let links = addresses.into_iter();
    let links: Vec<String> = links.map(|to| format!("- [{to}]({to})\n")).collect();
    let page = format!("---\njudul: Tautan\n---\n\n{}", links.concat());
    site().with(PAGE, page).build()
}

/// The addresses to which the links in the main part of a page lead.
fn targets(built: &Built, page: &str) -> BTreeSet<String> {
    let html = Html::parse_document(built.page(page));
    let links = Selector::parse("main li a[href]").expect("a selector");
    let folder: Vec<&str> = page.split('/').collect();
    let folder = &folder[..folder.len() - 1];
    html.select(&links)
        .filter_map(|link| link.attr("href"))
        .map(|href| {
            let mut path = folder.to_vec();
            for part in href.split('/') {
                match part {
                    ".." => drop(path.pop().expect("inside the site")),
                    part => path.push(part),
                }
            }
            path.join("/")
        })
        .collect()
}

/// How many links are said to lead nowhere.
fn unknown(built: &Built) -> usize {
    let findings = built.report.findings.iter();
    findings.filter(|found| found.code == Code::K0401).count()
}

#[test]
fn a_link_to_any_page_of_the_site_resolves() {
    let built = site().build();
    let pages: Vec<&str> = built.files.keys().map(String::as_str).collect();
    let pages: Vec<&str> = pages
        .into_iter()
        .filter(|path| path.ends_with(".html"))
        .collect();
    for needed in [
        "daftar.html",
        "en/daftar.html",
        "404.html",
        "lama/ktp.html",
        "index.html",
    ] {
        assert!(pages.contains(&needed), "{pages:?}");
    }
    let linked = linking(pages.iter().copied());
    assert_eq!(unknown(&linked), 0, "{:#?}", linked.report.findings);
    for page in ["tautan.html", "en/tautan.html"] {
        let found = targets(&linked, page);
        assert!(found.len() > 5, "{found:?}");
        for target in &found {
            assert!(linked.files.contains_key(target), "{page}: {target}");
        }
    }
    // A list of the site is linked in the page's own language.
    assert!(targets(&linking(["daftar.html"]), "tautan.html").contains("daftar.html"));
    assert!(targets(&linking(["daftar.html"]), "en/tautan.html").contains("en/daftar.html"));
}

#[test]
fn a_link_to_nothing_is_reported() {
    for nowhere in [
        "dafter.html",
        "daftar-k.html",
        "kategori/kependudukan.html",
        "jv/daftar.html",
        "lama/kk.html",
        "formulir.pd",
    ] {
        let built = linking([nowhere]);
        assert_eq!(unknown(&built), 1, "{nowhere}");
    }
}
