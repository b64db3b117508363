//! Every page leads to itself in the other languages, and says so to machines.

use std::collections::BTreeMap;

use scraper::{Html, Selector};

use crate::site::Site;

const BASE: &str = "https://kota-contoh.example/";

/// What a page says of its versions.
#[derive(Debug, PartialEq, Eq)]
struct Versions {
    lang: String,
    /// The page to which the switch leads, by language; itself where it is named and no link.
    switch: BTreeMap<String, String>,
    /// The addresses in the head, by language.
    head: BTreeMap<String, String>,
}

/// The address of a relative link on a page.
fn target(from: &str, href: &str) -> String {
    let whole = url(from).join(href).expect("an address");
    whole.strip_prefix(BASE).expect("on the site").to_owned()
}

/// A page's own address.
fn url(path: &str) -> Address {
    Address(format!("{BASE}{path}"))
}

struct Address(String);

impl Address {
    fn join(&self, href: &str) -> Option<String> {
        if href.starts_with('/') {
            return Some(format!("{}{href}", BASE.trim_end_matches('/')));
        }
        let mut parts: Vec<&str> = self.0.split('/').collect();
        parts.pop();
        for part in href.split('/') {
            match part {
                ".." => drop(parts.pop()?),
                part => parts.push(part),
            }
        }
        Some(parts.join("/"))
    }
}

fn versions(path: &str, page: &str) -> Versions {
    let html = Html::parse_document(page);
    let all = |selector: &str| {
        let selector = Selector::parse(selector).expect("a selector");
        html.select(&selector).collect::<Vec<_>>()
    };
    let lang = html
        .root_element()
        .attr("lang")
        .expect("a language")
        .to_owned();
    let links = all("nav.languages a").into_iter().map(|link| {
        let tag = link.attr("hreflang").expect("a language").to_owned();
        (tag, target(path, link.attr("href").expect("a link")))
    });
    let own = all("nav.languages [aria-current=true]").into_iter();
    let own = own.map(|own| {
        (
            own.attr("lang").expect("a language").to_owned(),
            path.to_owned(),
        )
    });
    let head = all("link[rel=alternate][hreflang]")
        .into_iter()
        .map(|link| {
            let tag = link.attr("hreflang").expect("a language").to_owned();
            let address = link.attr("href").expect("an address");
            (
                tag,
                address.strip_prefix(BASE).expect("on the site").to_owned(),
            )
        });
    Versions {
        lang,
        switch: links.chain(own).collect(),
        head: head.collect(),
    }
}

/// All pages of the small town, in two languages, with a page that moved and a free page that is not translated.
fn town() -> BTreeMap<String, Versions> {
    let service = "content/kecamatan-contoh/ktp-elektronik.yaml";
    let moved = format!(
        "{}\npindah_dari:\n  - lama.html\n",
        crate::site::text_of(&format!("{}/{service}", crate::site::TOWN))
    );
    let built = Site::small_town()
        .with(service, moved)
        .with(
            "content/pages/tentang.md",
            "---\njudul: Tentang\n---\nIsi.\n",
        )
        .build();
    assert!(!built.report.has_errors(), "{:#?}", built.report.findings);
    let pages = built
        .files
        .iter()
        .filter(|(path, _)| path.ends_with(".html"));
    pages
        .map(|(path, bytes)| {
            (
                path.clone(),
                versions(path, std::str::from_utf8(bytes).expect("UTF-8")),
            )
        })
        .collect()
}

#[test]
fn the_switch_leads_to_the_same_page() {
    let town = town();
    let alone = ["404.html", "lama.html"];
    let mut pairs = 0;
    for (path, page) in &town {
        assert_eq!(
            page.switch.keys().collect::<Vec<_>>(),
            ["en", "id"],
            "{path}"
        );
        assert_eq!(page.switch[&page.lang], *path);
        for (lang, other) in &page.switch {
            let there = town
                .get(other)
                .unwrap_or_else(|| panic!("{path}: {other} is no page"));
            assert_eq!(there.lang, *lang, "{path}: {other}");
        }
        // The annex of a decree is in the language of the decree.
        if alone.contains(&path.as_str()) || path.ends_with("-lampiran.html") {
            assert_eq!(page.head, BTreeMap::new(), "{path}");
            continue;
        }
        let original = path.strip_prefix("en/").unwrap_or(path);
        assert_eq!(page.switch["id"], original, "{path}");
        assert_eq!(page.switch["en"], format!("en/{original}"), "{path}");
        let mut head = page.switch.clone();
        head.insert("x-default".to_owned(), original.to_owned());
        assert_eq!(page.head, head, "{path}");
        pairs += 1;
    }
    assert!(pairs >= 20, "{pairs}");
}

/// What is there in one language only leads on in the other.
#[test]
fn a_page_of_one_language_leads_on_in_the_other() {
    let town = town();
    assert_eq!(town["404.html"].switch["en"], "en/index.html");
    assert_eq!(
        town["lama.html"].switch["en"],
        "en/kecamatan-contoh/ktp-elektronik.html"
    );
}
