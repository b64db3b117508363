//! What is printed of a service: the poster for the counter, and the annex of its decree.

use scraper::{Html, Selector};
use serde_yaml::Value;

use crate::site::{SERVICE, Site, text_of};

const POSTER: &str = "dinas-contoh/ktp-poster.html";
const ANNEX: &str = "dinas-contoh/ktp-lampiran.html";

/// The components at the counter.
const SIX: [[&str; 2]; 6] = [
    ["requirements", "persyaratan"],
    ["procedure", "prosedur"],
    ["time", "waktu"],
    ["cost", "biaya"],
    ["products", "produk"],
    ["complaints", "pengaduan"],
];

/// The others, which stand in the decree besides.
const EIGHT: [[&str; 2]; 8] = [
    ["legal_basis", "dasar_hukum"],
    ["facilities", "sarana_prasarana"],
    ["staff_competence", "kompetensi_pelaksana"],
    ["internal_supervision", "pengawasan_internal"],
    ["staff_count", "jumlah_pelaksana"],
    ["service_guarantee", "jaminan_pelayanan"],
    ["safety_guarantee", "jaminan_keamanan"],
    ["performance_evaluation", "evaluasi_kinerja"],
];

/// Services with something of everything: the folder of the site, the file, and the address without its ending.
const SERVICES: [[&str; 3]; 3] = [
    [
        ".",
        "content/disdukcapil-kota-serang/penerbitan-ktp-elektronik.yaml",
        "disdukcapil-kota-serang/penerbitan-ktp-elektronik",
    ],
    [
        "tests/data/reference",
        "content/dinas-contoh/layanan-lengkap.md",
        "dinas-contoh/layanan-lengkap",
    ],
    [
        "tests/sites/kota-contoh",
        "content/perhubungan-contoh/uji-berkala-pertama.yaml",
        "perhubungan-contoh/uji-berkala-pertama",
    ],
];

/// The words of a page as a reader meets them.
fn words(page: &str, selector: &str) -> Vec<String> {
    let html = Html::parse_document(page);
    let selector = Selector::parse(selector).expect("a selector");
    let found = html.select(&selector);
    found
        .map(|element| squeezed(&element.text().collect::<String>()))
        .collect()
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a file of a service says, as data.
fn written(folder: &str, file: &str) -> Value {
    let text = text_of(&format!("{folder}/{file}"));
    let front = text.strip_prefix("---\n");
    let yaml = front.map_or(text.as_str(), |rest| {
        rest.split_once("\n---\n").expect("front matter").0
    });
    serde_yaml::from_str(yaml).expect("YAML")
}

fn get<'a>(value: &'a Value, keys: &[&str]) -> Option<&'a Value> {
    keys.iter().find_map(|key| value.get(*key))
}

/// The sentences of a component: under the first of these keys that is there, at every level; a plain text is one.
fn sentences(value: &Value, keys: &[&[&str]], into: &mut Vec<String>) {
    match value {
        Value::String(text) => into.push(squeezed(text)),
        Value::Sequence(list) => list.iter().for_each(|one| sentences(one, keys, into)),
        Value::Mapping(_) => {
            let own = keys.iter().find_map(|names| get(value, names));
            if let Some(Value::String(text)) = own {
                into.push(squeezed(text));
            }
            let inner = [
                &["items", "rincian"][..],
                &["cases", "kasus"],
                &["phases", "tahap"],
                &["channels", "saluran"],
                &["steps", "langkah"],
                &["response_time", "waktu_tanggapan"],
                &["officer_role", "jabatan_petugas"],
            ];
            for part in inner.iter().filter_map(|names| get(value, names)) {
                sentences(part, keys, into);
            }
        }
        _ => {}
    }
}

/// The value of each channel of a service.
fn channels(service: &Value) -> Vec<String> {
    let complaints = get(service, &SIX[5]);
    let list = complaints.and_then(|own| get(own, &["channels", "saluran"])?.as_sequence());
    let channels = list.into_iter().flatten().filter_map(Value::as_mapping);
    channels
        .filter_map(|channel| channel.values().next()?.as_str())
        .map(squeezed)
        .collect()
}

#[test]
fn a_poster_says_the_six_components_in_the_words_for_the_citizen() {
    let citizens: &[&[&str]] = &[&["label"], &["text", "bunyi"]];
    for [folder, file, address] in SERVICES {
        let built = Site::read(folder).build();
        let page = built.page(&format!("{address}-poster.html"));
        let service = written(folder, file);
        let said = words(page, ".poster").concat();
        assert_eq!(
            words(page, ".poster [data-part] > h2").len(),
            6,
            "{address}"
        );
        let mut all = Vec::new();
        for keys in SIX.iter().filter(|keys| keys[0] != "cost") {
            if let Some(component) = get(&service, keys) {
                sentences(component, citizens, &mut all);
            }
        }
        all.extend(channels(&service));
        assert!(all.len() > 12, "{address}: {all:?}");
        for sentence in all {
            assert!(said.contains(&sentence), "{address}: {sentence}: {said}");
        }
    }
}

#[test]
fn a_poster_says_conditions_prices_and_how_to_pay() {
    let built = Site::read("tests/data/reference").build();
    let page = built.page("dinas-contoh/layanan-lengkap-poster.html");
    let said = words(page, ".poster").concat();
    for sentence in [
        "Surat kehilangan jika kartu Anda hilang",
        "Bagi yang menikah jika Anda sudah menikah",
        "Gratis jika kartu Anda tidak hilang",
        "Penggantian: Rp10.000 per lembar",
        "Cara bayar: tunai, QRIS",
        "Diminta syarat atau biaya yang tidak tertulis di sini?",
    ] {
        assert!(said.contains(sentence), "{sentence}: {said}");
    }
    assert_eq!(words(page, "h2").last().unwrap(), "Maklumat pelayanan");
}

#[test]
fn an_annex_says_all_fourteen_components_word_for_word() {
    let legal: &[&[&str]] = &[&["text", "bunyi"], &["label"]];
    for [folder, file, address] in SERVICES {
        let built = Site::read(folder).build();
        let page = built.page(&format!("{address}-lampiran.html"));
        let service = written(folder, file);
        let numbers = words(page, ".components td:first-child");
        let wanted = (1..=6).map(|n| format!("A.{n}"));
        let wanted: Vec<String> = wanted.chain((1..=8).map(|n| format!("B.{n}"))).collect();
        assert_eq!(numbers, wanted, "{address}");
        let rows = words(page, ".components td:last-child");
        for (keys, row) in SIX.iter().chain(&EIGHT).zip(&rows) {
            let mut all = Vec::new();
            match get(&service, keys) {
                Some(component) => sentences(component, legal, &mut all),
                None if keys[0] == "complaints" => {}
                None => assert_eq!(row, "Bagian ini belum ditulis.", "{address}: {keys:?}"),
            }
            for sentence in all {
                assert!(row.contains(&sentence), "{address}: {sentence}: {row}");
            }
        }
        for channel in channels(&service) {
            assert!(
                rows[5].contains(&channel),
                "{address}: {channel}: {}",
                rows[5]
            );
        }
    }
}

#[test]
fn an_annex_bears_the_decree_of_the_service_or_lines_to_fill_in() {
    let blanks = |page: &str| words(page, ".blank").len();
    let built = Site::with_service().build();
    let page = built.page(ANNEX);
    let said = words(page, ".annex").concat();
    assert!(
        said.contains("CONTOH/1/2025") && said.contains("1 Februari 2025"),
        "{said}"
    );
    assert!(
        said.contains("Standar Pelayanan pada Dinas Contoh"),
        "{said}"
    );
    assert_eq!(blanks(page), 4);
    let signed = "nama: Dinas Contoh\nsk:\n  ditandatangani_oleh: Nama Contoh\n";
    let site = Site::with_service().with("content/dinas-contoh/agency.yaml", signed);
    let built = site.build();
    let page = built.page(ANNEX);
    assert_eq!(words(page, ".sign p").last().unwrap(), "Nama Contoh");
    assert_eq!(blanks(page), 6);
}

#[test]
fn what_is_known_to_be_missing_is_told_from_what_is_not_written() {
    let service = "judul: KTP\npersyaratan: tidak ada\nwaktu: null\nbiaya: null\n";
    let built = Site::with_service().with(SERVICE, service).build();
    let rows = words(built.page(ANNEX), ".components td:last-child");
    let missing = "Instansi ini belum mencantumkannya.";
    let absent = "Bagian ini belum ditulis.";
    assert_eq!(
        rows[..5],
        ["Tidak ada persyaratan.", absent, missing, missing, absent]
    );
    let parts = words(built.page(POSTER), ".part").concat();
    assert_eq!(parts.matches(missing).count(), 2, "{parts}");
    assert!(parts.contains("Tidak ada persyaratan."), "{parts}");
}

#[test]
fn a_poster_has_a_code_where_the_address_is_known() {
    let with = Site::with_service().with(
        "site.yaml",
        "judul: Situs Kota\nalamat_situs: https://contoh.example/layanan/\nbahasa: [id, en]\n",
    );
    let built = with.build();
    for (page, address) in [
        (
            POSTER.to_owned(),
            "https://contoh.example/layanan/dinas-contoh/ktp.html",
        ),
        (
            format!("en/{POSTER}"),
            "https://contoh.example/layanan/en/dinas-contoh/ktp.html",
        ),
    ] {
        let page = built.page(&page);
        assert_eq!(words(page, ".address"), [address]);
        assert_eq!(words(page, "svg.code > path").len(), 1);
        assert!(page.contains(&format!("<link rel=\"canonical\" href=\"{address}\">")));
        assert!(page.contains("<meta name=\"robots\" content=\"noindex\">"));
    }
    assert!(!built.page("dinas-contoh/ktp.html").contains("noindex"));
    assert!(!built.files.contains_key(&format!("en/{ANNEX}")));
    let without = with.with("site.yaml", "judul: Situs Kota\n").build();
    let page = without.page(POSTER);
    assert_eq!(words(page, "svg").len(), 0);
    assert_eq!(
        words(page, ".address"),
        ["cari “Contoh Layanan KTP” di situs Situs Kota."]
    );
}

#[test]
fn paper_and_page_bear_the_same_version() {
    let built = Site::with_service().build();
    let [version] = &words(built.page(POSTER), ".version")[..] else {
        panic!("one version");
    };
    assert_eq!(version.len(), 8);
    let said = format!("Versi {version}");
    let on_page = words(built.page("dinas-contoh/ktp.html"), "#standard p.quiet");
    assert!(on_page.contains(&said), "{on_page:?}");
    assert!(words(built.page(ANNEX), ".annex").concat().contains(&said));
}

#[test]
fn only_a_signed_pledge_is_on_a_poster() {
    let agency = |more: &str| {
        let text =
            format!("nama: Dinas Contoh\nmaklumat:\n  bunyi: Kami sanggup melayani.\n{more}");
        let site = Site::with_service().with("content/dinas-contoh/agency.yaml", text);
        words(site.build().page(POSTER), ".vow").concat()
    };
    assert_eq!(agency(""), "");
    let part = "  ditandatangani_oleh: Nama Contoh\n  jabatan: Kepala Dinas\n";
    assert_eq!(agency(part), "");
    let signed = agency(&format!(
        "{part}  tempat: Kota Contoh\n  tanggal: 2025-02-01\n"
    ));
    assert_eq!(
        signed,
        "Maklumat pelayanan Kami sanggup melayani. Kota Contoh, 1 Februari 2025. Kepala Dinas, Nama Contoh"
    );
}

#[test]
fn letters_are_smaller_the_more_there_is_to_say() {
    let size = |papers: usize| {
        let paper = "  - Surat keterangan dari instansi yang berwenang di tempat tinggal\n";
        let service = format!("judul: KTP\npersyaratan:\n{}", paper.repeat(papers));
        let built = Site::with_service().with(SERVICE, service).build();
        let html = Html::parse_document(built.page(POSTER));
        let poster = Selector::parse(".poster").expect("a selector");
        let poster = html.select(&poster).next().expect("a poster");
        poster.attr("data-size").expect("a size").to_owned()
    };
    let sizes = [1, 12, 16, 20, 26, 60].map(size);
    let mut sorted = sizes.clone();
    sorted.sort();
    assert_eq!(sizes, sorted);
    assert_eq!((sizes[0].as_str(), sizes[5].as_str()), ("1", "two"));
}

#[test]
fn a_site_that_does_not_ask_for_posters_has_none() {
    let settings = "judul: Situs\nkeluaran: [html]\n";
    let built = Site::with_service().with("site.yaml", settings).build();
    let printed: Vec<&String> = built
        .files
        .keys()
        .filter(|path| path.contains("ktp-"))
        .collect();
    assert_eq!(printed, Vec::<&String>::new());
}
