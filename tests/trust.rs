//! What a reader can rely on: where mistakes are reported, who helps after the office, the pledge as it was signed, and what
//! the site says of its accessibility.

use maklumat::diagnostic::Code;
use scraper::{ElementRef, Html, Selector};

use crate::site::{Built, PAGE, SERVICE, Site, text_of};

const AGENCY: &str = "content/dinas-contoh/agency.yaml";
const PLEDGE: &str = "dinas-contoh/maklumat.html";
const STATEMENT: &str = "aksesibilitas.html";

fn select<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(selector).expect("a selector");
    html.select(&selector).collect()
}

fn words(element: ElementRef<'_>) -> String {
    let text: String = element.text().collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of all that a selector finds, each on its own.
fn said(page: &str, selector: &str) -> Vec<String> {
    let html = Html::parse_document(page);
    select(&html, selector).into_iter().map(words).collect()
}

fn attribute(page: &str, selector: &str, name: &str) -> Option<String> {
    let html = Html::parse_document(page);
    let found = select(&html, selector);
    found
        .first()
        .and_then(|one| Some(one.attr(name)?.to_owned()))
}

/// An agency that says this, with one service.
fn with_agency(more: &str) -> Site {
    Site::with_service().with(AGENCY, format!("nama: Dinas Contoh\n{more}"))
}

/// Where a mistake of the service's page is reported, with its codes read.
fn report(site: &Site) -> Option<String> {
    let built = site.build();
    let href = attribute(
        built.page(PAGE),
        "footer .quiet a:not([href*=aksesibilitas])",
        "href",
    );
    Some(href?.replace("%20", " "))
}

/// The version that the page of the service says it has.
fn version(site: &Site) -> String {
    let built = site.build();
    let line = said(built.page(PAGE), "#standard p.quiet");
    let last = line.last().and_then(|line| line.split(' ').next_back());
    last.expect("a version").to_owned()
}

#[test]
fn a_mistake_is_reported_by_email_with_the_page_and_its_version() {
    let channels =
        "saluran:\n  - whatsapp: \"081200000000\"\n    resmi: ya\n  - email: adu@dinas.example\n";
    let nowhere = "judul: Kota Contoh\ncontoh: ya\n";
    let site = with_agency(channels).with("site.yaml", nowhere);
    let version = version(&site);
    assert_eq!(version.len(), 8);
    // A site that does not know where it will stand names the page by its title.
    assert_eq!(
        report(&site).as_deref(),
        Some(&*format!(
            "mailto:adu@dinas.example?subject=Kesalahan {version}&body=Contoh Layanan KTP"
        ))
    );
    let address = "judul: Kota Contoh\ncontoh: ya\nalamat_situs: https://contoh.example/kota/\n";
    let found = report(&site.with("site.yaml", address)).expect("a link");
    let page = format!("&body=https://contoh.example/kota/{PAGE}");
    assert!(found.ends_with(&page), "{found}");
}

#[test]
fn a_mistake_is_reported_to_an_official_whatsapp_where_there_is_no_email_and_else_nowhere() {
    let own = "saluran:\n  - whatsapp: \"081200000000\"\n";
    let nowhere = "judul: Kota Contoh\ncontoh: ya\n";
    let official = with_agency(&format!("{own}    resmi: ya\n")).with("site.yaml", nowhere);
    let version = version(&official);
    assert_eq!(
        report(&official).as_deref(),
        Some(&*format!(
            "https://wa.me/6281200000000?text=Kesalahan {version} Contoh Layanan KTP"
        ))
    );
    assert_eq!(
        report(&with_agency("saluran:\n  - telepon: 0254 000 000\n")),
        None
    );
    assert_eq!(report(&with_agency("")), None);
    // A number that may be somebody's own is on no page, so not in this link.
    let (_, sound) = with_agency(own).check();
    if sound.is_some() {
        assert_eq!(report(&with_agency(own)), None);
    }
}

#[test]
fn the_ladder_of_help_is_on_every_service_as_the_site_sets_it_and_apart_from_the_office() {
    let built = Site::read("tests/data/reference").build();
    let rungs = ["SP4N-LAPOR!", "Ombudsman RI 137"];
    let mut services = 0;
    for (path, bytes) in &built.files {
        let page = String::from_utf8_lossy(bytes);
        if !path.ends_with(".html") || !page.contains("id=\"standard\"") {
            continue;
        }
        services += 1;
        let ladder = said(&page, "main #help > h3 + .links > li");
        // A standard that names it among the office's channels does not make it one.
        let named = path.contains("layanan-lengkap");
        let first = if named {
            "www.lapor.go.id SP4N-LAPOR!"
        } else {
            rungs[0]
        };
        assert_eq!(ladder, [first, rungs[1]], "{path}");
        let own = said(&page, "#help .reach").concat();
        assert!(!own.is_empty(), "{path}");
        assert!(
            !own.contains("LAPOR") && !own.contains("Ombudsman"),
            "{path}: {own}"
        );
    }
    assert!(services >= 8, "{services}");
    // Nothing that the site does not set.
    let without = with_agency("saluran:\n  - email: adu@dinas.example\n").build();
    for word in ["LAPOR", "Ombudsman"] {
        assert!(!without.page(PAGE).contains(word), "{word}");
    }
}

#[test]
fn a_new_site_has_the_ladder_as_a_setting() {
    let files = maklumat::scaffold::init(maklumat::scaffold::NAME);
    let files = files.into_iter().filter(|(path, _)| !path.starts_with('.'));
    let built = Site::of(files).build();
    let mut services = built
        .files
        .iter()
        .filter(|(_, bytes)| String::from_utf8_lossy(bytes).contains("id=\"standard\""));
    let (path, page) = services.next().expect("a service");
    let page = String::from_utf8_lossy(page);
    assert_eq!(
        said(&page, "#help > h3 + .links > li"),
        ["SP4N-LAPOR!", "Ombudsman RI 137"],
        "{path}"
    );
}

#[test]
fn a_free_service_says_where_to_report_whoever_asks_for_money() {
    let cost = |rows: &str| {
        let service = format!("judul: Contoh Layanan KTP\nbiaya:{rows}\n");
        let site = with_agency("saluran:\n  - email: adu@dinas.example\n");
        let page = site.with(SERVICE, service).build().page(PAGE).to_owned();
        assert_eq!(said(&page, "#help").len(), 1);
        said(&page, "#details p:has(> a[href=\"#help\"])")
    };
    assert_eq!(cost(" gratis"), ["Diminta membayar? Laporkan."]);
    assert_eq!(cost("\n  - rupiah: 0"), ["Diminta membayar? Laporkan."]);
    let none = Vec::<String>::new();
    assert_eq!(cost("\n  - rupiah: 5000"), none);
    assert_eq!(cost("\n  - rupiah: 0\n  - rupiah: 5000"), none);
}

/// An agency with a pledge of these lines.
fn pledge(lines: &str) -> Built {
    let agency = format!("maklumat:\n  bunyi: Kami sanggup melayani.\n{lines}");
    // An example is for no search engine anyway.
    let settings = "judul: Kota Contoh\n";
    with_agency(&agency).with("site.yaml", settings).build()
}

const SIGNATURE: [(&str, &str); 4] = [
    (
        "  ditandatangani_oleh: Pejabat Kota\n",
        "nama penanda tangan",
    ),
    ("  jabatan: Kepala Dinas\n", "jabatannya"),
    ("  tempat: Kota Contoh\n", "tempat"),
    ("  tanggal: 2025-02-01\n", "tanggal"),
];

#[test]
fn a_pledge_stands_on_its_page_as_it_was_signed() {
    let built = pledge(&SIGNATURE.map(|(line, _)| line).concat());
    let page = built.page(PLEDGE);
    assert_eq!(
        said(page, ".signed > p"),
        [
            "Kota Contoh, 1 Februari 2025",
            "Kepala Dinas",
            "Pejabat Kota"
        ]
    );
    assert_eq!(said(page, ".oath-words > p"), ["Kami sanggup melayani."]);
    assert!(!page.contains("RANCANGAN") && !page.contains("noindex"));
    let agency = built.page("dinas-contoh/index.html");
    assert_eq!(said(agency, "#pledge .charter").len(), 1);
    assert_eq!(
        said(agency, "#pledge a[href=\"maklumat.html\"]"),
        ["Maklumat untuk dicetak"]
    );
}

#[test]
fn a_pledge_that_lacks_part_of_its_signature_is_marked_as_a_draft() {
    for (at, (_, lacks)) in SIGNATURE.iter().enumerate() {
        let lines = SIGNATURE.iter().enumerate();
        let lines: String = lines
            .filter(|(other, _)| *other != at)
            .map(|(_, (line, _))| *line)
            .collect();
        let built = pledge(&lines);
        let page = built.page(PLEDGE);
        assert_eq!(said(page, ".stamp"), ["RANCANGAN"], "{lacks}");
        let said_lacks = said(page, ".stamp + .note").concat();
        assert_eq!(
            said_lacks,
            format!("Belum berlaku. Yang belum ditulis: {lacks}.")
        );
        assert!(said(page, "title").concat().starts_with("RANCANGAN:"));
        assert!(page.contains("noindex"));
        let agency = built.page("dinas-contoh/index.html");
        assert!(said(agency, "#pledge .charter").is_empty(), "{lacks}");
        let link = said(agency, "#pledge a[href=\"maklumat.html\"]").concat();
        assert!(link.contains("RANCANGAN"), "{link}");
        let poster = built.page("dinas-contoh/ktp-poster.html");
        assert!(said(poster, ".vow").is_empty(), "{lacks}");
    }
}

#[test]
fn no_pledge_no_page_and_a_draft_is_not_in_the_sitemap() {
    let built = with_agency("").build();
    assert!(!built.files.contains_key(PLEDGE));
    assert!(
        !built
            .page("dinas-contoh/index.html")
            .contains("maklumat.html")
    );
    let signed = SIGNATURE.map(|(line, _)| line).concat();
    for (lines, listed) in [("", false), (&*signed, true)] {
        let agency = format!("nama: Dinas Contoh\nmaklumat:\n  bunyi: Kami sanggup.\n{lines}");
        let settings = "judul: Kota Contoh\nalamat_situs: https://contoh.example/\n";
        let site = Site::with_service().with(AGENCY, agency);
        let built = site.with("site.yaml", settings).build();
        let sitemap = built.page("sitemap.xml");
        assert_eq!(sitemap.contains(PLEDGE), listed, "{sitemap}");
    }
}

#[test]
fn a_service_at_the_address_of_the_pledge_is_told() {
    let service = "content/dinas-contoh/maklumat.yaml";
    let site = with_agency("maklumat:\n  bunyi: Kami sanggup.\n");
    let (report, sound) = site.with(service, "judul: Maklumat\n").check();
    assert!(sound.is_none());
    let met = report.findings.iter().find(|one| one.code == Code::K0404);
    assert_eq!(met.expect("a finding").place.path, service);
}

#[test]
fn letters_of_a_pledge_are_smaller_the_more_it_says() {
    let size = |paragraphs: usize| {
        let paragraph = "    Dengan ini kami menyatakan sanggup menyelenggarakan pelayanan.\n\n";
        let text = paragraph.repeat(paragraphs);
        let site = with_agency(&format!("maklumat:\n  bunyi: |\n{text}"));
        let built = site.build();
        attribute(built.page(PLEDGE), ".oath", "data-size").expect("a size")
    };
    let sizes = [1, 6, 8, 12, 17, 60].map(size);
    let mut sorted = sizes.clone();
    sorted.sort();
    assert_eq!(sizes, sorted);
    assert_eq!((sizes[0].as_str(), sizes[5].as_str()), ("1", "two"));
}

#[test]
fn the_accessibility_statement_says_what_was_tested_and_what_lacks() {
    let settings = "judul: Kota Contoh\ncontoh: ya\nbahasa: [id, en]\n";
    let site = with_agency("saluran:\n  - email: adu@dinas.example\n").with("site.yaml", settings);
    let built = site.build();
    let page = built.page(STATEMENT);
    assert!(page.contains("WCAG 2.2 tingkat AA"));
    let limits = |page: &str| said(page, ".prose ul ~ h2 + ul > li");
    assert_eq!(limits(page).len(), 4, "{:?}", limits(page));
    assert_eq!(said(page, ".prose h2 + p + ul > li").len(), 8);
    assert!(page.contains("Beri tahu lewat kontak di bawah ini."));
    assert!(
        built
            .page("en/aksesibilitas.html")
            .contains("Not yet tested in Firefox")
    );
    // Of a changed theme the tests say nothing.
    let changed = site
        .clone()
        .with("themes/default/parts/footer.css", ".footer { padding: 0; }")
        .with("static/formulir.pdf", "PDF")
        .build();
    let said = limits(changed.page(STATEMENT));
    assert_eq!(said.len(), 6, "{said:?}");
    assert!(
        said.iter()
            .any(|line| line.contains("Tampilan situs ini diubah"))
    );
    // What is the same as the program's own is no change.
    let own = text_of("themes/default/parts/footer.css");
    let same = site.with("themes/default/parts/footer.css", own).build();
    assert_eq!(limits(same.page(STATEMENT)).len(), 4);
}

#[test]
fn every_page_leads_to_the_statement_and_the_sites_own_page_stands_in_its_place() {
    let link = "footer a[href$=\"aksesibilitas.html\"]";
    let built = with_agency("").build();
    for path in built.files.keys().filter(|path| path.ends_with(".html")) {
        let links = said(built.page(path), link).len();
        assert_eq!(links, usize::from(path != STATEMENT), "{path}");
    }
    let page = "---\njudul: Untuk semua orang\n---\nDiuji bersama warga.\n";
    let own = with_agency("").with("content/pages/aksesibilitas.md", page);
    let built = own.build();
    assert!(built.page(STATEMENT).contains("Diuji bersama warga."));
    assert_eq!(said(built.page(PAGE), link), ["Untuk semua orang"]);
}
