//! The list of services from A to Z, and the list of routes that a whole site is made from.

use std::collections::{BTreeMap, BTreeSet};

use scraper::{ElementRef, Html, Selector};

use crate::site::Site;

const SITE: &str = "judul: Standar Pelayanan Kota Contoh\nalamat_situs: https://contoh.example/\nbahasa: [id, en]\n";

fn all<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(selector).expect("a selector");
    page.select(&selector).collect()
}

fn words(element: ElementRef<'_>) -> String {
    let text: String = element.text().collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn page(files: &BTreeMap<String, Vec<u8>>, path: &str) -> Html {
    let bytes = files.get(path).unwrap_or_else(|| panic!("no {path}"));
    Html::parse_document(&String::from_utf8_lossy(bytes))
}

/// The letters of a page, each with its names.
fn groups(page: &Html) -> Vec<(String, Vec<String>)> {
    let names = Selector::parse(".names > li > p:first-child").expect("a selector");
    let heading = Selector::parse("h2").expect("a selector");
    all(page, "main > section")
        .into_iter()
        .map(|section| {
            let letter = section.select(&heading).next().map(words);
            let names = section.select(&names).map(words).collect();
            (letter.expect("a letter"), names)
        })
        .collect()
}

fn small() -> Site {
    Site::new()
        .with("site.yaml", SITE)
        .with(
            "content/dinas-contoh/ktp.yaml",
            "judul: Penerbitan KTP\nnama_lain: [e-KTP, KTP hilang, penerbitan ktp]\n",
        )
        .with(
            "content/dinas-contoh/ktp.en.yaml",
            "judul: Identity card\nnama_lain:\n  - e-KTP\n  - Lost card\n",
        )
        .with(
            "content/dinas-contoh/kk.yaml",
            "judul: Kartu Keluarga\nstatus: dicabut\nalasan_status: Contoh\n",
        )
        .with(
            "content/dinas-contoh/anak.yaml",
            "judul: \"3 dokumen anak\"\n",
        )
        .with(
            "content/dinas-contoh/baru.yaml",
            "judul: Layanan baru\nstatus: rancangan\n",
        )
}

#[test]
fn every_name_stands_under_its_letter_with_its_service_and_agency() {
    let built = small().build();
    let page = &page(&built.files, "daftar.html");
    let expected = [
        ("0–9", vec!["3 dokumen anak"]),
        ("E", vec!["e-KTP"]),
        ("K", vec!["Kartu Keluarga Dicabut", "KTP hilang"]),
        ("P", vec!["Penerbitan KTP"]),
    ];
    let expected = expected.map(|(letter, names)| {
        let names: Vec<String> = names.into_iter().map(str::to_owned).collect();
        (letter.to_owned(), names)
    });
    assert_eq!(groups(page), expected);
    let entry = all(page, ".names > li").into_iter();
    let entry = entry
        .map(words)
        .find(|entry| entry.starts_with("KTP hilang"));
    assert_eq!(
        entry.as_deref(),
        Some("KTP hilang Penerbitan KTP – Dinas Contoh")
    );
    let links = all(page, ".names a").into_iter();
    let links: Vec<&str> = links.filter_map(|link| link.attr("href")).collect();
    let [ktp, kk, anak] = ["ktp", "kk", "anak"].map(|name| format!("dinas-contoh/{name}.html"));
    assert_eq!(links, [&*anak, &*ktp, &*kk, &*ktp, &*ktp]);
}

#[test]
fn each_language_has_its_own_order() {
    let built = small().build();
    let letters: Vec<String> = groups(&page(&built.files, "en/daftar.html"))
        .into_iter()
        .map(|(letter, _)| letter)
        .collect();
    assert_eq!(letters, ["0–9", "E", "I", "K", "L", "P"]);
}

#[test]
fn a_draft_is_listed_where_it_is_built() {
    let has = |site: Site| {
        let page = String::from_utf8_lossy(&site.build().files["daftar.html"]).into_owned();
        page.contains("Layanan baru")
    };
    assert!(!has(small()));
    assert!(has(small().with_drafts()));
}

#[test]
fn every_page_leads_to_the_list_and_the_list_is_there_without_services() {
    let built = small().build();
    for (path, bytes) in built
        .files
        .iter()
        .filter(|(path, _)| path.ends_with(".html"))
    {
        let page = Html::parse_document(&String::from_utf8_lossy(bytes));
        let menu = all(&page, "footer nav.menu li");
        assert_eq!(menu.len(), 1, "{path}");
        let own = path.trim_start_matches("en/") == "daftar.html";
        assert_eq!(all(&page, "footer nav.menu a").is_empty(), own, "{path}");
    }
    let home = Html::parse_document(&String::from_utf8_lossy(&built.files["index.html"]));
    assert_eq!(all(&home, ".find a[href=\"daftar.html\"]").len(), 1);
    let empty = Site::new().build();
    let page = page(&empty.files, "daftar.html");
    assert!(groups(&page).is_empty());
    assert_eq!(all(&page, "main .missing").len(), 1);
}

/// The letters lead to their names, wherever these stand.
#[test]
fn a_letter_leads_to_its_names() {
    let built = small().build();
    let page = page(&built.files, "daftar.html");
    let targets = all(&page, ".letters a").into_iter();
    let targets: Vec<&str> = targets.filter_map(|link| link.attr("href")).collect();
    assert_eq!(targets, ["#0-9", "#e", "#k", "#p"]);
    let sections = all(&page, "main > section").into_iter();
    let ids: Vec<String> = sections
        .filter_map(|section| Some(format!("#{}", section.attr("id")?)))
        .collect();
    assert_eq!(targets, ids);
}

#[test]
fn exactly_what_is_listed_is_made() {
    for folder in ["tests/sites/kota-contoh", "tests/data/reference"] {
        let site = Site::read(folder).with_drafts();
        let (_, sound) = site.check();
        let sound = sound.expect("a sound site");
        let listed: Vec<&str> = sound.routes().iter().map(|route| &*route.address).collect();
        let once: BTreeSet<&str> = listed.iter().copied().collect();
        assert_eq!(listed.len(), once.len());
        let built = site.build();
        let made: BTreeSet<&str> = built.files.keys().map(|path| &**path).collect();
        assert_eq!(once, made);
    }
}
