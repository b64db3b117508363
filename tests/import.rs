//! Pages of catalogues are understood: what is plain is read, what is not is doubted.

use maklumat::import::{Component, Draft, Papers, sheet_of_html, sheet_of_text, understand};
use serde_json::Value;

mod cautious;
mod channels;
mod corpus;
mod costs;
mod drawn;
mod ends;
mod head;
mod kept;
mod persons;
mod residue;
mod score;
mod shape;
mod times;

use corpus::{CATALOGUE, CORPUS, INVENTED};
use score::Score;

/// What is understood of a page.
fn draft(page: &str) -> Draft {
    understand(&sheet_of_text(page), &Papers::default())
}

/// The sentences of a list of a draft.
fn texts(draft: &Draft, key: &str) -> Vec<String> {
    let items = draft.service.get(key).and_then(Value::as_array);
    let items = items.into_iter().flatten();
    items
        .map(|item| item["text"].as_str().unwrap_or_default().to_owned())
        .collect()
}

#[test]
fn a_page_without_headings_has_its_parts_in_the_order_of_the_catalogue() {
    for (name, text) in corpus::pages(CORPUS) {
        let sheet = sheet_of_text(&text);
        let parts: Vec<Component> = sheet.parts.iter().map(|part| part.component).collect();
        let mut sorted = parts.clone();
        sorted.sort_unstable();
        sorted.dedup();
        assert_eq!(parts, sorted, "{name}");
    }
}

/// Scores the pages of a folder and demands what the importer promises.
fn demand(folder: &str) {
    let mut score = Score::default();
    for (name, text) in corpus::pages(folder) {
        let wanted = corpus::expected(folder, &name);
        score.page(&name, &sheet_of_text(&text), &wanted);
    }
    println!("{}", score.table());
    let all = score.all();
    let misses = score.misses.join("\n");
    assert_eq!(
        (all.wrong, all.invented),
        (0, 0),
        "without a doubt:\n{misses}"
    );
    assert!(
        all.right * 100 >= all.all() * 95,
        "{} of {} are right:\n{misses}",
        all.right,
        all.all()
    );
    assert!(
        all.doubt_on_right * 100 <= all.right * 15,
        "{} of {} right values are doubted",
        all.doubt_on_right,
        all.right
    );
}

#[test]
fn the_corpus_is_understood() {
    demand(CORPUS);
}

#[test]
fn pages_that_were_written_without_knowing_the_program_are_understood() {
    demand(CATALOGUE);
}

#[test]
fn other_kinds_of_pages_are_understood() {
    demand(INVENTED);
}

#[test]
fn every_word_of_a_page_stands_in_its_draft() {
    for folder in [CORPUS, INVENTED] {
        for (name, text) in corpus::pages(folder) {
            let sheet = sheet_of_text(&text);
            let draft = understand(&sheet, &Papers::default());
            let lost = kept::lost(&sheet, &draft);
            assert_eq!(lost, [""; 0], "{name}");
        }
    }
}

#[test]
fn a_page_of_html_says_what_its_text_says() {
    let html = "<!doctype html><html><head><title>x</title><style>p { margin: 0 }</style></head><body>\
        <nav><ul><li>Beranda</li></ul></nav><h2>Dinas Contoh</h2><p>Jl. Contoh 1</p>\
        <h1>Penerbitan Akta &amp; Kutipan</h1><p>No. SK : 5/2023</p><h2>Persyaratan</h2>\
        <ol><li>Surat kematian</li><li><p>KK&nbsp;asli</p></li><li>Bagi WNA:<ul><li>Paspor</li></ul></li></ol>\
        <h2>Sistem, Mekanisme dan Prosedur</h2><ol><li>Pemohon datang</li></ol>\
        <h3>Waktu Penyelesaian</h3><p>1 Hari kerja</p><h3>Biaya / Tarif</h3><p>Gratis</p>\
        <h3>Pengaduan Layanan</h3><p>Email : <a href=\"mailto:a@b.example\">a@b.example</a><br>WA : 081200000000</p>\
        <footer>Website LAPOR! Play Store</footer></body></html>";
    let text = "## Dinas Contoh\n\nJl. Contoh 1\n\n# Penerbitan Akta & Kutipan\n\nNo. SK : 5/2023\n\n## Persyaratan\n\n\
        1. Surat kematian\n2. KK asli\n3. Bagi WNA:\n   • Paspor\n\n## Sistem, Mekanisme dan Prosedur\n\n1. Pemohon datang\n\n\
        ### Waktu Penyelesaian\n\n1 Hari kerja\n\n### Biaya / Tarif\n\nGratis\n\n### Pengaduan Layanan\n\n\
        Email : a@b.example\nWA : 081200000000\n";
    let (html, text) = (sheet_of_html(html), sheet_of_text(text));
    assert_eq!(html.agency.as_deref(), Some("Dinas Contoh"));
    assert_eq!(html, text);
}

#[test]
fn a_table_of_components_is_read_row_by_row() {
    let html = "<table><tr><td>No</td><td>Komponen</td><td>Uraian</td></tr>\
        <tr><td>1</td><td>Persyaratan</td><td><ol><li>KTP</li><li>KK</li></ol></td></tr>\
        <tr><td>2</td><td>Jangka Waktu</td><td>3 hari</td></tr>\
        <tr><td>3</td><td>Biaya/Tarif</td><td>Motor Rp5.000</td></tr></table>";
    let sheet = sheet_of_html(html);
    let parts: Vec<_> = sheet
        .parts
        .iter()
        .map(|part| (part.component, part.lines.len()))
        .collect();
    let wanted = [
        (Component::Requirements, 2),
        (Component::Time, 1),
        (Component::Cost, 1),
    ];
    assert_eq!((sheet.title, parts), (None, wanted.to_vec()));
}

#[test]
fn a_number_of_a_person_is_nowhere_in_a_draft() {
    let page = "Layanan Contoh\n\n1. KTP\n2. KK, hubungi NIP 19700101 199003 1 001\n\n1. Pemohon datang\n\n1 hari\n\nGratis\n\n\
        Surat\n\nKepala Seksi Pengaduan: Budi 081299990000\nBapak Ahmad, WA 0813 1111 0000\nTelepon : 0299 123123\n";
    let draft = draft(page);
    let said = serde_json::to_string(&draft.service).unwrap();
    for number in ["081299990000", "0813 1111 0000", "19700101"] {
        assert!(!said.contains(number), "{number} in {said}");
    }
    assert!(said.contains("0299 123123"), "{said}");
    let doubted = |key: &str| {
        draft
            .doubts
            .iter()
            .filter(|doubt| doubt.field.starts_with(key))
            .count()
    };
    assert_eq!(
        (doubted("complaints"), doubted("requirements")),
        (2, 1),
        "{:?}",
        draft.doubts
    );
}

/// The doubts of a page with some time and cost.
fn doubts_of(time: &str, cost: &str) -> Vec<(String, String)> {
    let page = format!(
        "Layanan Contoh\n\nPersyaratan\n\n1. KTP\n2. KK\n\nProsedur\n\n1. Pemohon datang\n\nWaktu Penyelesaian\n\n{time}\n\n\
         Biaya / Tarif\n\n{cost}\n\nProduk Pelayanan\n\nSurat\n"
    );
    let draft = draft(&page);
    let doubts = draft.doubts.into_iter();
    doubts.map(|doubt| (doubt.field, doubt.reason.id)).collect()
}

#[test]
fn a_fraction_of_a_day_is_no_number_of_hours() {
    for time in [
        "setengah hari",
        "1,5 hari",
        "0,5 - 1 hari kerja",
        "paling lama 1,5 minggu",
    ] {
        let doubts = doubts_of(time, "Gratis");
        assert!(
            doubts
                .iter()
                .any(|(field, why)| field.starts_with("time") && why.contains("pecahan")),
            "{time}: {doubts:?}"
        );
    }
    for time in ["1,5 jam", "2 hari kerja"] {
        assert_eq!(doubts_of(time, "Gratis"), [], "{time}");
    }
}

#[test]
fn a_fine_or_stamp_duty_alone_is_no_cost() {
    for cost in [
        "Denda Rp. 50.000 jika terlambat",
        "Meterai Rp 10.000",
        "Tarif lama Rp 15.000",
        "Sesuai Perda Nomor 3 Tahun 2020\nDenda Rp. 50.000",
    ] {
        let doubts = doubts_of("2 hari", cost);
        assert!(
            doubts.iter().any(|(field, _)| field == "cost"),
            "{cost}: {doubts:?}"
        );
    }
    // Beside a price it is doubted by itself, and the price is not.
    let doubts = doubts_of("2 hari", "Rp 25.000\nDenda Rp 50.000 jika terlambat");
    let of_price = |field: &str| field == "cost" || field == "cost[0]";
    assert!(
        !doubts.iter().any(|(field, _)| of_price(field)),
        "{doubts:?}"
    );
}

#[test]
fn what_is_free_for_some_is_doubted() {
    for cost in [
        "Gratis untuk penduduk Kota Contoh",
        "Gratis 1 kali pertama",
        "Gratis, materai ditanggung pemohon",
    ] {
        let doubts = doubts_of("2 hari", cost);
        assert!(
            doubts.iter().any(|(field, _)| field == "cost"),
            "{cost}: {doubts:?}"
        );
    }
    assert_eq!(doubts_of("2 hari", "Gratis untuk semua pemohon"), []);
}
