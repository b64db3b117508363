//! Every fact of the one real page the project began from reaches the citizen.

use std::collections::BTreeSet;

use maklumat::theme::Form;
use scraper::{Html, Selector};

use crate::site::{Built, Site, text_of};

const SERVICE: &str = "disdukcapil-kota-serang/penerbitan-ktp-elektronik.html";

/// What the seed says, as it says it. Its own slips are kept: they are what the agency signed.
const FACTS: [&str; 35] = [
    "Dinas Kependudukan dan Pencatatan Sipil",
    "Pemerintah Kota Serang",
    "disdukcapil.serangkota.go.id",
    "Jl. Jendral sudirman no 5",
    "42118",
    "0254200083",
    "Penerbitan Ktp Elektronik",
    "Nomor SK belum dicantumkan",
    "Surat Pengantar Kelurahan diketahui Camat",
    "Menyerahkan formulir Pengajuan KTP eElektronik diketahui Lurah dan Camat",
    "Fotocopy KK",
    "Telah berusia 17 Tahun atau telah menikah",
    "Telah melakukan perekaman KTP elektronik di kecamatan setempat",
    "KTP asli apabila KTP lama rusak atau terjadi perubahan data",
    "Surat keterangan kehilangan dari kepolisian apabila KTP lama hilang",
    "Pemohon datang ke Disdukcapil (sesuai kebutuhan) dengan membawa berkas permohonan lengkap dengan persyaratannya",
    "Penyerahan berkas permohonan kepada Petugas Pelayanan Disdukcapil",
    "Petugas Pelayanan memeriksa kelengkapan dan kebenaran berkas/dokumen permohonan",
    "Proses verifikasi dan aktivasi KTP-el dengan mencocokkan sidik jari pemohon dengan data di dalam kartu",
    "Penyerahan dokumen asli KTP-elektronik kepada pemohon, serta pengarsipan berkas formulir dan persyaratan oleh petugas Pelayanan Disdukcapil",
    "Proses selesai",
    "4 Hari kerja",
    "Maksimal 4 (empat) hari kerja sejak berkas diterima dan dinyatakan lengkap di instansi penerbit KTP elektronik",
    "Tidak dipungut biaya",
    "KTP Elektrronik",
    "disdukcapilkotaserang@gmail.com",
    "0254 200 083",
    "085890153805",
    "Kotak Saran/Kotak Pengaduan",
    // The headings of the seed, as the law names the components.
    "Persyaratan",
    "Sistem, mekanisme, dan prosedur",
    "Jangka waktu penyelesaian",
    "Biaya/tarif",
    "Produk pelayanan",
    "Penanganan pengaduan",
];

/// Links by which the channels are reached.
const LINKS: [&str; 4] = [
    "http://disdukcapil.serangkota.go.id",
    "mailto:disdukcapilkotaserang@gmail.com",
    "tel:+62254200083",
    "https://wa.me/6285890153805",
];

const NOTICE: &str = "Contoh, bukan situs resmi Disdukcapil Kota Serang. Sumber: SIPPN";

/// The site of the repository, built.
fn example(form: Form) -> Built {
    Site::read(".").form(form).build()
}

/// The visible text of a page with single blanks.
fn words(html: &str) -> String {
    let page = Html::parse_document(html);
    let body = Selector::parse("body").expect("a selector");
    let text: Vec<&str> = page.select(&body).flat_map(|body| body.text()).collect();
    text.concat()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

fn missing(html: &str) -> Vec<&'static str> {
    let said = words(html);
    let facts = FACTS.iter().filter(|fact| !said.contains(**fact));
    let links = LINKS.iter().filter(|link| !html.contains(**link));
    facts.chain(links).copied().collect()
}

#[test]
fn every_fact_of_the_seed_is_on_the_page() {
    for form in [Form::AsWritten, Form::Minified] {
        let lost = missing(example(form).page(SERVICE));
        assert_eq!(lost, Vec::<&str>::new(), "{form:?}");
    }
}

#[test]
fn the_facts_stand_in_the_seed_itself() {
    let seed = text_of("tests/data/seed/penerbitan-ktp-elektronik.txt");
    // The sentence about the decree and the law's names of the components are the page's own.
    let own = [
        "Nomor SK belum dicantumkan",
        "Sistem, mekanisme, dan prosedur",
        "Jangka waktu penyelesaian",
        "Biaya/tarif",
        "Produk pelayanan",
        "Penanganan pengaduan",
    ];
    let unknown: Vec<&&str> = FACTS
        .iter()
        .filter(|fact| !own.contains(*fact) && !seed.to_lowercase().contains(&fact.to_lowercase()))
        .collect();
    assert_eq!(unknown, Vec::<&&str>::new());
}

#[test]
fn a_lost_fact_is_noticed() {
    let built = example(Form::AsWritten);
    let page = built.page(SERVICE).replace("Fotocopy KK", "Fotokopi KK");
    assert_eq!(missing(&page), ["Fotocopy KK"]);
}

#[test]
fn every_page_says_that_it_is_an_example() {
    let built = example(Form::Minified);
    let pages = built.files.keys().filter(|path| path.ends_with(".html"));
    for path in pages {
        let html = built.page(path);
        assert!(words(html).contains(NOTICE), "{path}");
        assert!(html.contains("noindex"), "{path}");
        assert!(
            !words(html).contains("Maklumat pelayanan"),
            "{path}: the seed has no pledge"
        );
    }
}

#[test]
fn the_agency_is_linked_and_the_law_keeps_its_numbers() {
    let built = example(Form::Minified);
    let agency = built.page("disdukcapil-kota-serang/index.html");
    assert!(agency.contains("http://disdukcapil.serangkota.go.id"));
    assert!(words(agency).contains("Pemerintah Kota Serang"));
    let page = Html::parse_document(built.page(SERVICE));
    let numbered = |selector: &str| {
        let items = Selector::parse(selector).expect("a selector");
        let items = page.select(&items).filter_map(|item| {
            let number = item.attr("data-n").or_else(|| item.attr("value"));
            Some((item.attr("data-item")?.to_owned(), number?.to_owned()))
        });
        items.collect::<BTreeSet<(String, String)>>()
    };
    let all = |list: &str, last: usize| {
        let numbers = (1..=last).map(|number| (format!("{list}.{number}"), number.to_string()));
        numbers.collect::<BTreeSet<_>>()
    };
    assert_eq!(
        numbered(":is(#requirements, #who) li"),
        all("requirements", 7)
    );
    assert_eq!(numbered("#steps li"), all("procedure", 6));
}

/// What the page says first of the one real service.
#[test]
fn the_first_screen_says_for_whom_what_it_costs_and_how_long_it_takes() {
    let built = example(Form::AsWritten);
    let page = Html::parse_document(built.page(SERVICE));
    let said = |selector: &str| {
        let parts = Selector::parse(selector).expect("a selector");
        let parts = page.select(&parts).map(|part| {
            let text: String = part.text().collect();
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        });
        parts.collect::<Vec<String>>()
    };
    assert_eq!(said("h1"), ["Penerbitan KTP Elektronik"]);
    let facts = said(".summary dd");
    for (fact, words) in facts.iter().zip([
        "17 tahun",
        "Gratis",
        "4 hari kerja",
        "Jl. Jendral sudirman no 5",
    ]) {
        assert!(
            fact.to_lowercase().contains(&words.to_lowercase()),
            "{facts:?}"
        );
    }
    assert_eq!(facts.len(), 4);
}
