//! The ways to services: the home page, life events, categories, papers, and lists that need several pages.

mod drawn;

use std::collections::BTreeSet;
use std::io::Write;
use std::sync::OnceLock;

use flate2::Compression;
use flate2::write::GzEncoder;
use maklumat::diagnostic::Code;
use maklumat::theme::Form;
use scraper::{Html, Selector};

use crate::oracle::random::Random;
use crate::site::{Built, Site};

const CONFIG: &str = "judul: Standar Pelayanan Kota Contoh\nalamat_situs: https://contoh.example/\ncontoh: ya\nbahasa: [id, en]\n";

/// Papers, a life event and a category; one letter is needed for another.
const SHARED: [(&str, &str); 5] = [
    ("static/akta.png", "PNG"),
    ("site.yaml", CONFIG),
    (
        "content/documents.yaml",
        "- id: kk
  nama: Kartu Keluarga
  nama_lain: [KK]
  diterbitkan_oleh: dinas-contoh/kk
- id: pengantar
  nama: Surat Pengantar Nikah
  diterbitkan_oleh: dinas-contoh/pengantar
  masa_berlaku: 3 bulan
- id: akta
  nama: Akta Nikah
  gambar: static/akta.png
  keterangan_gambar: Akta berwarna hijau
- id: ijazah
  nama: Ijazah
",
    ),
    (
        "content/life-events.yaml",
        "- {id: menikah, judul: Menikah, ringkasan: Anda akan menikah.}\n- {id: pensiun, judul: Pensiun}\n",
    ),
    (
        "content/categories.yaml",
        "- {id: kependudukan, judul: Kependudukan}\n- {id: usaha, judul: Usaha}\n",
    ),
];

/// The services of a marriage, in no order.
const MARRIAGE: [(&str, &str); 4] = [
    (
        "content/dinas-contoh/akta.yaml",
        "judul: Pencatatan Nikah
peristiwa: [menikah]
kategori: kependudukan
persyaratan:
  - {bunyi: Surat pengantar, dokumen: pengantar}
  - {bunyi: Fotokopi KK, dokumen: kk, bentuk: fotokopi}
  - Pas foto
produk:
  - {bunyi: Akta nikah, dokumen: akta}
",
    ),
    (
        "content/dinas-contoh/kk.yaml",
        "judul: KK Baru
peristiwa: [menikah]
kategori: kependudukan
persyaratan:
  - {bunyi: Akta nikah, dokumen: akta}
  - {bunyi: KK lama, dokumen: kk}
",
    ),
    (
        "content/dinas-contoh/pengantar.yaml",
        "judul: Pengantar Nikah
peristiwa: [menikah]
persyaratan:
  - {bunyi: Fotokopi KK, dokumen: kk, bentuk: fotokopi}
  - pas  foto
",
    ),
    (
        "content/dinas-contoh/kursus.yaml",
        "judul: Kursus Calon Pengantin\nperistiwa: [menikah]\npersyaratan: tidak ada\n",
    ),
];

fn town() -> Site {
    Site::new().with_all(SHARED).with_all(MARRIAGE)
}

fn html(built: &Built, path: &str) -> Html {
    Html::parse_document(built.page(path))
}

fn texts(html: &Html, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).expect("a selector");
    let words = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    html.select(&selector)
        .map(|element| words(element.text().collect()))
        .collect()
}

fn links(html: &Html, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).expect("a selector");
    let links = html.select(&selector);
    links
        .filter_map(|link| Some(link.attr("href")?.to_owned()))
        .collect()
}

#[test]
fn a_life_event_says_what_comes_first() {
    let built = town().build();
    let page = html(&built, "peristiwa/menikah.html");
    assert_eq!(texts(&page, "h1"), ["Menikah"]);
    assert_eq!(texts(&page, ".lead"), ["Anda akan menikah."]);
    let stages = ["Pengantar Nikah", "Pencatatan Nikah", "KK Baru"];
    assert_eq!(texts(&page, ".stages > li .name"), stages);
    assert_eq!(
        texts(&page, ".stages > li p:not(.name)"),
        [
            "Anda dapat: Surat Pengantar Nikah (berlaku 3 bulan)",
            "Setelah Anda punya: Surat Pengantar Nikah",
            "Anda dapat: Akta Nikah",
            "Setelah Anda punya: Akta Nikah",
        ]
    );
    assert_eq!(texts(&page, "#services h2"), ["Boleh kapan saja"]);
    assert_eq!(texts(&page, "#services .name"), ["Kursus Calon Pengantin"]);
    let page = html(&built, "en/peristiwa/menikah.html");
    assert_eq!(texts(&page, "#order h2"), ["In which order"]);
    assert!(links(&page, "#order a").contains(&"../dokumen/pengantar.html".to_owned()));
}

#[test]
fn the_papers_for_all_services_stand_once() {
    let built = town().build();
    let page = html(&built, "peristiwa/menikah.html");
    assert_eq!(
        texts(&page, "#bring li"),
        [
            "Kartu Keluarga untuk Pengantar Nikah, Pencatatan Nikah, KK Baru",
            "pas foto untuk Pengantar Nikah, Pencatatan Nikah",
        ]
    );
    assert_eq!(
        texts(&page, "#on-the-way li"),
        [
            "Surat Pengantar Nikah (berlaku 3 bulan) dari Pengantar Nikah, untuk Pencatatan Nikah",
            "Akta Nikah dari Pencatatan Nikah, untuk KK Baru",
        ]
    );
}

/// What some alone need says so. What one shows or copies everyone needs.
#[test]
fn a_paper_that_some_need_says_so() {
    let some = "judul: Pencatatan Nikah
peristiwa: [menikah]
pertanyaan:
  - {id: duda, tanya: Apakah Anda duda?, ya_tidak: ya, frasa: Anda duda, frasa_bukan: Anda bukan duda}
persyaratan:
  - {bunyi: Surat pengantar, dokumen: pengantar, jika: duda}
";
    let built = town().with("content/dinas-contoh/akta.yaml", some).build();
    let page = html(&built, "peristiwa/menikah.html");
    let needs = texts(&page, ".stages p:not(.name, .line)");
    assert_eq!(
        needs,
        [
            "Setelah Anda punya: Kartu Keluarga",
            "Setelah Anda punya: Surat Pengantar Nikah (jika perlu)",
        ]
    );
    let found = texts(&page, "#on-the-way .name");
    assert_eq!(
        found,
        ["Surat Pengantar Nikah (jika perlu) (berlaku 3 bulan)"]
    );
}

#[test]
fn services_without_an_order_are_a_plain_list() {
    let built = town()
        .without("content/dinas-contoh/akta.yaml")
        .without("content/dinas-contoh/kk.yaml")
        .build();
    let page = html(&built, "peristiwa/menikah.html");
    assert!(texts(&page, "#order").is_empty());
    assert_eq!(texts(&page, "#services h2"), ["Layanan"]);
    let names = ["Kursus Calon Pengantin", "Pengantar Nikah"];
    assert_eq!(texts(&page, "#services .name"), names);
}

#[test]
fn services_that_wait_for_each_other_are_reported_with_both_places() {
    let site = town().with(
        "content/dinas-contoh/pengantar.yaml",
        "judul: Pengantar Nikah\nperistiwa: [menikah]\npersyaratan:\n  - {bunyi: Akta nikah, dokumen: akta}\n",
    );
    let built = site.build();
    let findings = built.report.findings.iter();
    let circles: Vec<_> = findings.filter(|one| one.code == Code::K0408).collect();
    assert_eq!(circles.len(), 1);
    let said = &circles[0].message.id;
    assert!(
        said.contains("`dinas-contoh/akta` → `dinas-contoh/pengantar` → `dinas-contoh/akta`"),
        "{said}"
    );
    let places =
        std::iter::once(&circles[0].place).chain(circles[0].also.iter().map(|(place, _)| place));
    let files: Vec<&str> = places.map(|place| &*place.path).collect();
    assert_eq!(
        files,
        [
            "content/dinas-contoh/akta.yaml",
            "content/dinas-contoh/pengantar.yaml"
        ]
    );
    // They stand beside each other, before what waits for one of them.
    let page = html(&built, "peristiwa/menikah.html");
    let first = texts(&page, ".stages > li:first-child .name");
    assert!(first.contains(&"Pencatatan Nikah".to_owned()), "{first:?}");
}

#[test]
fn a_paper_says_who_gives_it_and_who_asks_for_it() {
    let built = town().build();
    let page = html(&built, "dokumen/kk.html");
    assert_eq!(texts(&page, "h1"), ["Kartu Keluarga"]);
    assert_eq!(texts(&page, ".title .quiet"), ["Nama lain: KK"]);
    assert_eq!(texts(&page, "#given .name"), ["KK Baru"]);
    let asking = ["KK Baru", "Pencatatan Nikah", "Pengantar Nikah"];
    assert_eq!(texts(&page, "#asked .names a"), asking);
    let page = html(&built, "dokumen/akta.html");
    let picture = "main img[alt=\"Akta berwarna hijau\"][src=\"../akta.png\"]";
    assert_eq!(texts(&page, picture).len(), 1);
    let page = html(&built, "dokumen/pengantar.html");
    assert_eq!(texts(&page, ".facts dd"), ["3 bulan"]);
}

#[test]
fn what_has_no_service_has_no_page() {
    let built = town().build();
    for there in [
        "kategori/kependudukan.html",
        "en/kategori/kependudukan.html",
        "kategori.html",
        "dinas.html",
        "peristiwa.html",
        "dokumen.html",
    ] {
        assert!(built.files.contains_key(there), "{there}");
    }
    for not_there in [
        "kategori/usaha.html",
        "peristiwa/pensiun.html",
        "dokumen/ijazah.html",
    ] {
        assert!(!built.files.contains_key(not_there), "{not_there}");
    }
    let bare = Site::with_service().build();
    for not_there in ["kategori.html", "peristiwa.html", "dokumen.html"] {
        assert!(!bare.files.contains_key(not_there), "{not_there}");
    }
    // A draft makes no page either.
    let draft = "judul: Rancangan\nkategori: usaha\nstatus: rancangan\n";
    let site = town().with("content/dinas-contoh/baru.yaml", draft);
    assert!(!site.build().files.contains_key("kategori/usaha.html"));
    assert!(
        site.with_drafts()
            .build()
            .files
            .contains_key("kategori/usaha.html")
    );
}

#[test]
fn the_home_page_of_a_small_site_has_its_services() {
    let built = town().build();
    let page = html(&built, "index.html");
    assert_eq!(links(&page, ".find a"), ["daftar.html"]);
    assert_eq!(texts(&page, "#services .name").len(), 4);
    assert_eq!(links(&page, "#life-events a"), ["peristiwa/menikah.html"]);
    assert_eq!(texts(&page, "#life-events li .count"), ["4 layanan"]);
    assert_eq!(
        links(&page, "#categories a"),
        ["kategori/kependudukan.html"]
    );
    assert_eq!(links(&page, "#agencies a"), ["dinas-contoh/index.html"]);
    assert_eq!(links(&page, "#documents a"), ["dokumen.html"]);
    assert_eq!(texts(&page, "#documents a"), ["Semua 3 dokumen"]);
}

/// Services of one agency, all of one category, one event and with one paper.
fn many(services: usize) -> Site {
    let files = (0..services).map(|n| {
        let first = ["Akta", "Izin", "Kartu", "Surat"][n % 4];
        let (second, third) = (n / 4 % 23, n / 92);
        let letter = char::from(b'a' + u8::try_from(second).expect("a letter"));
        (
            format!("content/dinas-contoh/layanan-{n}.yaml"),
            format!("judul: {first} {letter}contoh {third}\nperistiwa: [menikah]\nkategori: kependudukan\npersyaratan:\n  - {{bunyi: KK, dokumen: ijazah}}\n"),
        )
    });
    Site::new()
        .with_all(SHARED)
        .with("content/dinas-contoh/kk.yaml", "judul: KK Baru\n")
        .with("content/dinas-contoh/pengantar.yaml", "judul: Pengantar\n")
        .with_all(files)
}

fn large() -> &'static Built {
    static LARGE: OnceLock<Built> = OnceLock::new();
    LARGE.get_or_init(|| many(620).build())
}

#[test]
fn no_page_grows_with_the_number_of_services() {
    let built = large();
    let link = Selector::parse("main a").expect("a selector");
    for path in built.files.keys().filter(|path| path.ends_with(".html")) {
        let page = html(built, path);
        let count = page.select(&link).count();
        assert!(count <= 160, "{path}: {count}");
    }
    let home = built.page("index.html");
    assert!(!home.contains("contoh/layanan-"), "{home}");
    for path in built.files.keys().filter(|path| path.ends_with(".html")) {
        let weight = weight(built.page(path));
        assert!(weight <= FIRST_FLIGHT, "{path}: {weight} bytes");
    }
}

/// What a page may weigh.
const FIRST_FLIGHT: usize = 14_600;

/// How many bytes a page has as a server sends it.
fn weight(page: &str) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder
        .write_all(page.as_bytes())
        .expect("a vector takes all");
    encoder.finish().expect("a vector takes all").len()
}

/// A sentence of so many words that are hard to compress.
fn sentence(random: &mut Random, words: usize) -> String {
    let word = |random: &mut Random| -> String {
        let syllables = 2 + random.below(3);
        let syllable = |random: &mut Random| {
            let letter = |letters: &str, at: usize| letters.as_bytes()[at % letters.len()] as char;
            [
                letter("bcdghjklmnprst", random.below(14)),
                letter("aiueo", random.below(5)),
            ]
        };
        (0..syllables).flat_map(|_| syllable(random)).collect()
    };
    (0..words)
        .map(|_| word(random))
        .collect::<Vec<_>>()
        .join(" ")
}

/// The most that a home page shows, in words of which none is another: as many events, categories and agencies as it
/// names.
#[test]
fn the_fullest_home_page_fits_into_one_flight() {
    let mut random = Random(0x6265_7261_6e64_6121);
    let mut list = |name: &str| -> String {
        let mut one = |n: usize| {
            let (title, summary) = (sentence(&mut random, 4), sentence(&mut random, 9));
            format!("- {{id: {name}-{n}, judul: {title}, ringkasan: {summary}}}\n")
        };
        (0..24).map(&mut one).collect()
    };
    let (events, categories) = (list("acara"), list("jenis"));
    let agencies = (0..23).map(|n| {
        (
            format!("content/dinas-{n}/agency.yaml"),
            format!(
                "nama: {}\ninduk: {}\n",
                sentence(&mut random, 5),
                sentence(&mut random, 4)
            ),
        )
    });
    let agencies: Vec<_> = agencies.collect();
    let services = (0..48).map(|n| {
        let (agency, topic) = (n % 23, n % 24);
        (
            format!("content/dinas-{agency}/layanan-{n}.yaml"),
            format!("judul: Layanan {n}\nperistiwa: [acara-{topic}]\nkategori: jenis-{topic}\n"),
        )
    });
    let built = Site::new()
        .with("site.yaml", CONFIG)
        .with("content/life-events.yaml", events)
        .with("content/categories.yaml", categories)
        .with_all(agencies)
        .with_all(services)
        .form(Form::Minified)
        .build();
    let page = html(&built, "index.html");
    assert_eq!(texts(&page, ".topics > li").len(), 72);
    let weight = weight(built.page("index.html"));
    assert!(weight <= FIRST_FLIGHT, "{weight} bytes");
}

/// From the first page of each list one comes to each of its services, over few pages.
#[test]
fn every_service_is_found_on_every_list() {
    let built = large();
    for folder in ["", "en/"] {
        for first in [
            "daftar.html",
            "dinas-contoh/index.html",
            "kategori/kependudukan.html",
            "peristiwa/menikah.html",
            "dokumen/ijazah.html",
        ] {
            let (mut open, mut seen) = (vec![(format!("{folder}{first}"), 0)], BTreeSet::new());
            let mut found = BTreeSet::new();
            while let Some((path, depth)) = open.pop() {
                assert!(depth < 4, "{path} is {depth} pages away");
                let page = html(built, &path);
                for href in links(&page, ".ways a, .names a, .cards a") {
                    let to = join(&path, &href);
                    if to.contains("/layanan-") {
                        found.insert(to);
                    } else if to.contains("daftar-") || to.contains("peminta-") {
                        assert!(built.files.contains_key(&to), "{path}: {to}");
                        if seen.insert(to.clone()) {
                            open.push((to, depth + 1));
                        }
                    }
                }
            }
            assert_eq!(found.len(), 620, "{folder}{first}");
        }
    }
}

/// Where a link leads.
fn join(page: &str, href: &str) -> String {
    let mut path: Vec<&str> = page.split('/').collect();
    path.pop();
    for part in href.split('/') {
        match part {
            ".." => drop(path.pop()),
            part => path.push(part),
        }
    }
    path.join("/")
}

#[test]
fn a_page_of_a_list_leads_back_to_its_first() {
    let built = large();
    for (path, above) in [
        ("daftar-k.html", vec!["index.html", "daftar.html"]),
        (
            "dinas-contoh/daftar-s.html",
            vec!["../index.html", "../dinas.html", "index.html"],
        ),
    ] {
        let page = html(built, path);
        let trail = links(&page, ".breadcrumb a");
        assert!(
            trail.iter().all(|link| above.contains(&&**link)),
            "{path}: {trail:?}"
        );
        assert!(trail.len() >= 2, "{path}: {trail:?}");
    }
}

/// More than the home page can name are cut to a page of their own, which is parted like the list from A to Z.
#[test]
fn many_events_categories_and_agencies_have_their_own_pages() {
    let list = |name: &str, count: usize| -> String {
        let one = |n: usize| format!("- {{id: {name}-{n}, judul: {name} {n}}}\n");
        (0..count).map(one).collect()
    };
    let services = (0..160).map(|n| {
        (
            format!("content/dinas-{n}/satu.yaml"),
            format!(
                "judul: Layanan {n}\nperistiwa: [acara-{}]\nkategori: jenis-{}\n",
                n % 30,
                n % 50
            ),
        )
    });
    let agencies = (0..160).map(|n| {
        (
            format!("content/dinas-{n}/agency.yaml"),
            format!("nama: Dinas {n}\n"),
        )
    });
    let built = Site::new()
        .with("site.yaml", CONFIG)
        .with("content/life-events.yaml", list("acara", 30))
        .with("content/categories.yaml", list("jenis", 50))
        .with_all(agencies)
        .with_all(services)
        .build();
    let home = html(&built, "index.html");
    assert_eq!(texts(&home, "#life-events .topics > li").len(), 12);
    assert_eq!(
        texts(&home, "#life-events .links a"),
        ["Semua 30 peristiwa"]
    );
    assert_eq!(texts(&home, "#categories .links a"), ["Semua 50 kategori"]);
    assert_eq!(texts(&home, "#agencies a"), ["Semua 161 instansi"]);
    assert_eq!(
        texts(&html(&built, "peristiwa.html"), ".topics > li").len(),
        30
    );
    assert_eq!(
        texts(&html(&built, "kategori.html"), ".names > li").len(),
        50
    );
    let rows = links(&html(&built, "dinas.html"), ".ways a");
    assert!(rows.contains(&"dinas-dinas-1.html".to_owned()), "{rows:?}");
}
