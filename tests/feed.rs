//! The feed of changes, by the rules of RFC 4287.

use std::collections::BTreeSet;

use crate::site::{PAGE, SERVICE, Site};
use crate::xml::{Element, read};

const SITE: &str = "judul: Standar Pelayanan Kota Contoh\nalamat_situs: https://contoh.example/kota/\nbahasa: [id, en]\n";

const KTP: &str = "judul: Contoh Layanan KTP\nperubahan:\n  - tanggal: 2025-02-01\n    catatan: Ada & <baru>\n  - tanggal: 2025-04-01\n    catatan: Biaya berubah\n  - tanggal: 2025-02-01\n    catatan: Yang lain\n";

fn site() -> Site {
    Site::new()
        .with("site.yaml", SITE)
        .with(SERVICE, KTP)
        .with("content/dinas-contoh/ktp.en.yaml", "judul: Identity card\n")
        .with(
            "content/dinas-contoh/kk.yaml",
            "judul: Kartu Keluarga\nperubahan:\n  - tanggal: 2025-03-01\n    catatan: Syarat berkurang\n",
        )
        .with(
            "content/dinas-contoh/baru.yaml",
            "judul: Layanan baru\nstatus: rancangan\nperubahan:\n  - tanggal: 2026-01-01\n    catatan: Belum\n",
        )
}

/// The root of a feed, which keeps to the specification.
fn feed(text: &str) -> Element {
    let root = read(text);
    assert_eq!(
        (&*root.name, root.attribute("xmlns")),
        ("feed", "http://www.w3.org/2005/Atom")
    );
    let known = ["title", "id", "updated", "link", "author", "entry"];
    assert!(
        root.children
            .iter()
            .all(|child| known.contains(&&*child.name))
    );
    named(&root);
    let own: Vec<&Element> = root.all("link").collect();
    let relations: Vec<&str> = own.iter().map(|link| link.attribute("rel")).collect();
    assert_eq!(relations, ["self", "alternate"]);
    assert_eq!(own[0].attribute("href"), root.only("id").text);
    let mut ids = BTreeSet::new();
    let mut before = root.only("updated").text.clone();
    for entry in root.all("entry") {
        let known = ["title", "id", "updated", "link", "author", "summary"];
        assert!(
            entry
                .children
                .iter()
                .all(|child| known.contains(&&*child.name))
        );
        named(entry);
        assert!(
            ids.insert(&entry.only("id").text),
            "an id twice: {entry:#?}"
        );
        let updated = &entry.only("updated").text;
        assert!(*updated <= before, "the newest first");
        before.clone_from(updated);
        assert_eq!(entry.only("link").attribute("rel"), "alternate");
        assert!(!entry.only("summary").text.trim().is_empty());
    }
    root
}

/// What a feed and each of its entries must have.
fn named(element: &Element) {
    assert!(!element.only("title").text.trim().is_empty());
    let id = &element.only("id").text;
    assert!(id.starts_with("tag:") || id.starts_with("https://"), "{id}");
    assert!(!id.contains(char::is_whitespace), "{id}");
    let _: jiff::Timestamp = element.only("updated").text.parse().expect("a moment");
    assert!(!element.only("author").only("name").text.trim().is_empty());
    for link in element.all("link") {
        assert!(link.attribute("href").starts_with("https://"), "{link:?}");
        assert!(!link.attribute("type").is_empty());
    }
}

fn column<'a>(root: &'a Element, name: &'a str) -> Vec<&'a str> {
    root.all("entry")
        .map(|entry| &*entry.only(name).text)
        .collect()
}

#[test]
fn changes_of_all_services_stand_in_it_the_newest_first() {
    let built = site().build();
    let feed = feed(built.page("perubahan.atom"));
    assert_eq!(
        column(&feed, "summary"),
        [
            "Biaya berubah",
            "Syarat berkurang",
            "Ada & <baru>",
            "Yang lain"
        ]
    );
    assert_eq!(column(&feed, "updated")[0], "2025-04-01T00:00:00Z");
    assert_eq!(feed.only("updated").text, "2025-04-01T00:00:00Z");
    assert_eq!(
        feed.only("author").only("name").text,
        "Standar Pelayanan Kota Contoh"
    );
    let authors = feed
        .all("entry")
        .map(|entry| &*entry.only("author").only("name").text);
    assert!(authors.eq(["Dinas Contoh"; 4]));
    let later = site().on(jiff::civil::date(2030, 1, 1)).build();
    assert_eq!(later.page("perubahan.atom"), built.page("perubahan.atom"));
}

#[test]
fn an_entry_is_named_for_ever() {
    let built = site().build();
    let whole = feed(built.page("perubahan.atom"));
    let ids = column(&whole, "id");
    assert_eq!(
        ids,
        [
            "tag:contoh.example,2025-04-01:dinas-contoh/ktp.html",
            "tag:contoh.example,2025-03-01:dinas-contoh/kk.html",
            "tag:contoh.example,2025-02-01:dinas-contoh/ktp.html-2",
            "tag:contoh.example,2025-02-01:dinas-contoh/ktp.html",
        ]
    );
    let moved = site()
        .with("site.yaml", SITE.replace("/kota/", "/"))
        .with(SERVICE, KTP.replace("Biaya berubah", "Biaya naik"))
        .build();
    assert_eq!(column(&feed(moved.page("perubahan.atom")), "id"), ids);
}

#[test]
fn a_further_change_of_a_day_takes_no_name_of_another() {
    let change =
        |day: u8, note: &str| format!("  - tanggal: 2025-02-{day:02}\n    catatan: {note}\n");
    let names = |changes: &[String]| -> Vec<(String, String)> {
        let text = format!(
            "judul: Contoh Layanan KTP\nperubahan:\n{}",
            changes.concat()
        );
        let built = Site::new()
            .with("site.yaml", SITE)
            .with(SERVICE, text)
            .build();
        let feed = feed(built.page("perubahan.atom"));
        let entries = feed.all("entry");
        let named = entries.map(|entry| {
            (
                entry.only("summary").text.clone(),
                entry.only("id").text.clone(),
            )
        });
        named.collect()
    };
    let (old, first, second) = (change(1, "Lama"), change(2, "Pertama"), change(2, "Kedua"));
    // The latest stands above, the latest stands below, and there is but one day.
    for (before, after) in [
        (vec![&first, &old], vec![&second, &first, &old]),
        (vec![&old, &first], vec![&old, &first, &second]),
        (vec![&first], vec![&second, &first]),
    ] {
        let own = |changes: Vec<&String>| names(&changes.into_iter().cloned().collect::<Vec<_>>());
        let (before, after) = (own(before), own(after));
        assert_eq!(after.len(), before.len() + 1);
        assert!(
            before.iter().all(|known| after.contains(known)),
            "{before:?} {after:?}"
        );
    }
}

#[test]
fn each_language_has_its_own_and_says_what_is_not_translated() {
    let built = site().build();
    let feed = feed(built.page("en/perubahan.atom"));
    assert_eq!(feed.attribute("xml:lang"), "en");
    assert_eq!(
        column(&feed, "title")[..2],
        ["Identity card", "Kartu Keluarga"]
    );
    let entry = feed.all("entry").next().expect("an entry");
    assert_eq!(entry.only("title").attribute("xml:lang"), "");
    assert_eq!(entry.only("summary").attribute("xml:lang"), "id");
    let page = "https://contoh.example/kota/en/dinas-contoh/ktp.html";
    assert_eq!(entry.only("link").attribute("href"), page);
}

#[test]
fn no_more_than_the_latest_hundred_stand_in_it() {
    let changes = |count: usize| {
        let rows = (0..count).map(|at| {
            let (month, day) = (at / 28 + 1, at % 28 + 1);
            format!("  - tanggal: 2025-{month:02}-{day:02}\n    catatan: Ubah {at}\n")
        });
        format!(
            "judul: Contoh Layanan KTP\nperubahan:\n{}",
            rows.collect::<String>()
        )
    };
    let built = site().with(SERVICE, changes(130)).build();
    let feed = feed(built.page("perubahan.atom"));
    let notes = column(&feed, "summary");
    assert_eq!(notes.len(), 100);
    assert_eq!((notes[0], notes[99]), ("Ubah 129", "Ubah 31"));
}

#[test]
fn it_is_linked_from_lists_and_costs_a_service_nothing() {
    let built = site().build();
    for (path, link) in [
        ("index.html", "perubahan.atom"),
        ("daftar.html", "perubahan.atom"),
        ("dinas-contoh/index.html", "../perubahan.atom"),
        ("en/index.html", "perubahan.atom"),
    ] {
        let page = built.page(path);
        assert_eq!(
            page.matches(&format!("href=\"{link}\"")).count(),
            2,
            "{path}"
        );
        assert!(page.contains("type=\"application/atom+xml\""), "{path}");
    }
    assert!(!built.page(PAGE).contains("atom"));
}

#[test]
fn a_site_has_none_without_an_address_a_change_or_its_name_among_the_outputs() {
    let none = [
        site().with("site.yaml", "judul: Standar Pelayanan\n"),
        site().with("site.yaml", format!("{SITE}keluaran: [html, api]\n")),
        Site::with_service().with("site.yaml", SITE),
    ];
    for site in none {
        let built = site.build();
        assert!(!built.page("index.html").contains("atom"));
        assert!(!built.files.keys().any(|path| path.ends_with(".atom")));
    }
    let asked = site()
        .with("site.yaml", format!("{SITE}keluaran: [html, umpan]\n"))
        .build();
    assert!(asked.files.contains_key("perubahan.atom"));
}
