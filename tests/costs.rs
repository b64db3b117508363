//! What a service costs: rows that hold together are added, and whoever says it says the same.

mod drawn;

use scraper::{Html, Selector};

use maklumat::diagnostic::{Code, Lang};
use maklumat::resolve::names::Names;
use maklumat::table;

use crate::site::{PAGE, SERVICE, Site};

/// The text of every element that a selector finds, on one line.
fn texts(html: &str, selector: &str) -> Vec<String> {
    let html = Html::parse_document(html);
    let selector = Selector::parse(selector).expect("a selector");
    let text = |element: scraper::ElementRef<'_>| {
        let text = element.text().collect::<Vec<&str>>().join(" ");
        text.split_whitespace().collect::<Vec<&str>>().join(" ")
    };
    html.select(&selector).map(text).collect()
}

/// A service with two questions and these rows.
fn with_rows(rows: &str) -> String {
    format!(
        "judul: Contoh Layanan KTP\npertanyaan:\n  - id: asing\n    tanya: Apakah Anda WNA?\n    ya_tidak: ya\n  \
         - id: cepat\n    tanya: Apakah Anda minta layanan cepat?\n    ya_tidak: ya\npersyaratan:\n  - bunyi: Paspor\n    \
         jika: asing\n  - bunyi: Surat permohonan\n    jika: cepat\nbiaya:\n{rows}"
    )
}

/// What the summary of the page, the list on the home page and the agency's list say of the cost.
fn in_short(service: &str) -> (String, String) {
    let built = Site::new().with(SERVICE, service).build();
    let page = built.page(PAGE);
    let whole = texts(page, ".summary .cost [data-sum=\"0\"]");
    let summary = whole.into_iter().next().unwrap_or_else(|| {
        let mut only = texts(page, ".summary .cost dd");
        only.remove(0)
    });
    let lists = ["index.html", "dinas-contoh/index.html"].map(|list| {
        let facts = texts(built.page(list), ".brief li");
        facts.last().cloned().unwrap_or_default()
    });
    assert_eq!(lists[0], lists[1]);
    (summary, lists[0].clone())
}

#[test]
fn rows_without_a_condition_are_added_and_alternatives_are_a_range() {
    for (rows, said) in [
        (
            "  - {rupiah: 50000}\n  - {rupiah: 10000}\n",
            "Rp60.000 (dua biaya)",
        ),
        (
            "  - {label: retribusi, rupiah: 30000}\n  - {label: meterai, rupiah: 10000}\n",
            "Rp40.000: retribusi Rp30.000, meterai Rp10.000",
        ),
        (
            "  - {rupiah: 40000, jika: bukan asing}\n  - {rupiah: 90000, jika: asing}\n  - {rupiah: 20000}\n",
            "Rp60.000 sampai Rp110.000",
        ),
        (
            "  - {rupiah: 1500, per: m², jika: asing}\n  - {rupiah: 15000, per: m², jika: bukan asing}\n",
            "Rp1.500 sampai Rp15.000 per m²",
        ),
        (
            "  - {rupiah: 1500, per: m²}\n  - {rupiah: 10000}\n",
            "Rp1.500 per m² dan Rp10.000",
        ),
        (
            "  - {label: Semi permanen, rupiah: 1500, per: m²}\n  - {label: Permanen, rupiah: 15000, per: M²}\n",
            "Rp1.500 sampai Rp15.000 per m²",
        ),
        (
            "  - {rupiah: 2000, per: unit}\n  - {rupiah: 9000, per: unit}\n  - {rupiah: 1000, per: unit, jika: asing}\n  \
               - {rupiah: 10000}\n",
            "Rp2.000 sampai Rp10.000 per unit dan Rp10.000",
        ),
        (
            "  - {rupiah: 2000, per: lembar, catatan: Perda 5/2024}\n  - {rupiah: 500, per: lembar}\n",
            "Rp500 sampai Rp2.000 per lembar",
        ),
        (
            "  - {label: Rumah ibadah, rupiah: 0, per: m²}\n  - {label: Rumah, rupiah: 1500, per: m²}\n",
            "Gratis sampai Rp1.500 per m²",
        ),
        (
            "  - {rupiah: 0, per: m²}\n  - {rupiah: 0, per: m²}\n",
            "Gratis",
        ),
        (
            "  - {rupiah: 10000, jika: asing}\n  - {rupiah: 1500, per: m², jika: asing}\n  - {rupiah: 0, jika: bukan asing}\n",
            "Rp10.000 dan Rp1.500 per m² (tergantung keadaan Anda)",
        ),
        (
            "  - {rupiah: 1500, per: m², jika: asing}\n  - {rupiah: 50000, jika: bukan asing}\n",
            "Rp1.500 per m² atau Rp50.000",
        ),
        (
            "  - {rupiah: 1500, per: m², jika: asing}\n  - {rupiah: 10000}\n",
            "Rp10.000 dan Rp1.500 per m² (tergantung keadaan Anda)",
        ),
        (
            "  - {rupiah: 20000, jika: asing}\n  - {rupiah: 5000, jika: cepat}\n  - {rupiah: 0}\n",
            "Gratis sampai Rp25.000",
        ),
        (
            "  - {rupiah: 20000, jika: asing}\n  - {rupiah: 20000, jika: bukan asing}\n",
            "Rp20.000",
        ),
        ("  - {rupiah: 0}\n  - {rupiah: 0, jika: asing}\n", "Gratis"),
        (
            "  - {rupiah: 50000}\n  - {bunyi: Biaya lain menurut perda}\n",
            "Mulai Rp50.000",
        ),
        (
            "  - {bunyi: Gratis bagi peserta jaminan, dibebaskan: [peserta jaminan]}\n  - {label: umum, rupiah: 50000}\n",
            "Tergantung keadaan Anda",
        ),
        (
            "  - {bunyi: Gratis bagi peserta, dibebaskan: [peserta]}\n  - {rupiah: 50000, jika: asing}\n  - {rupiah: 70000, jika: bukan asing}\n",
            "Tergantung keadaan Anda",
        ),
        (
            "  - {rupiah: 0, jika: asing}\n  - {rupiah: 10000, per: lembar, jika: bukan asing}\n",
            "Gratis sampai Rp10.000 per lembar",
        ),
    ] {
        let (summary, listed) = in_short(&with_rows(rows));
        assert_eq!(summary, said, "{rows}");
        assert_eq!(listed, said, "{rows}");
    }
}

/// Rows of those whom the service turns away are nobody's cost.
#[test]
fn whoever_is_turned_away_pays_nothing_that_is_told() {
    let rows = "  - {rupiah: 20000, jika: bukan asing}\n  - {rupiah: 900000, jika: asing}\nsyarat_tersirat:\n  \
                - harus: bukan asing\n    jika_tidak: Hanya untuk WNI.\n";
    assert_eq!(in_short(&with_rows(rows)).0, "Rp20.000");
}

/// A service without questions says its sum in the table and on the page.
#[test]
fn what_asks_nothing_is_one_sum() {
    let service = "judul: Contoh Layanan KTP\npersyaratan:\n  - KK\nbiaya:\n  - rupiah: 50000\n  - rupiah: 10000\n";
    assert_eq!(in_short(service).0, "Rp60.000 (dua biaya)");
    assert_eq!(tabled(service), [vec!["Rp60.000 (dua biaya)".to_owned()]]);
}

/// The decision table of a service.
fn rows_of(service: &str) -> Vec<table::Row> {
    let site = Site::new().with(SERVICE, service);
    let sound = site.check().1.expect("a sound site");
    let resolved = sound.site();
    let names = Names::new(&resolved.layout, &resolved.registries);
    let read = sound.read(&resolved.entries[0], &site).expect("unchanged");
    let read = read.resolve(&names);
    table::rows(read.service(), None, Lang::Id).expect("a table")
}

/// The cells of the cost in the decision table.
fn tabled(service: &str) -> Vec<Vec<String>> {
    let rows = rows_of(service).into_iter();
    rows.map(|row| row.cost).collect()
}

#[test]
fn the_table_says_what_is_added() {
    let rows = "  - {label: Retribusi, rupiah: 30000}\n  - {label: Layanan cepat, rupiah: 20000, jika: cepat}\n  \
                - {bunyi: Ongkos kirim menurut tarif pos, jika: asing}\n";
    let mut cells = tabled(&with_rows(rows));
    cells.sort();
    let expected = [
        vec!["Mulai Rp30.000", "Ongkos kirim menurut tarif pos"],
        vec!["Mulai Rp50.000", "Ongkos kirim menurut tarif pos"],
        vec!["Retribusi: Rp30.000"],
        vec!["Rp50.000: Retribusi Rp30.000, Layanan cepat Rp20.000"],
    ];
    assert_eq!(cells, expected);
}

/// What is offered for a sentence is typed, and the page says that amount.
#[test]
fn an_amount_in_a_sentence_is_met_with_the_row_to_type() {
    for (label, said) in [
        ("", ""),
        ("Mobil barang", "Mobil barang: "),
        ("Retribusi", "a. Retribusi sebesar "),
    ] {
        for (amount, written) in [
            ("60000", "Rp. 60.000"),
            ("60000", "Rp 60.000,-"),
            ("6000", "Rp6.000,00"),
            ("1500000", "Rp1,5 juta"),
            ("10000", "Rp 10.000 (sepuluh ribu rupiah)"),
        ] {
            for (unit, per) in [
                ("", ""),
                ("unit", "/unit"),
                ("m²", " per m²"),
                ("lembar", " per lembar bagi WNI."),
            ] {
                let sentence = format!("{said}{written}{per}");
                let service = |more: &str| {
                    format!("judul: Contoh Layanan KTP\nbiaya:\n  - bunyi: \"{sentence}\"\n{more}")
                };
                let report = Site::new().with(SERVICE, service("")).check().0;
                let found = report
                    .findings
                    .iter()
                    .find(|found| found.code == Code::K0230);
                let help = found.and_then(|found| found.help.clone()).expect(&sentence);
                let lines = help
                    .id
                    .strip_prefix("ketik di bawahnya: ")
                    .expect("what to type");
                let lines = lines.split_once(';').expect("and a word about it").0;
                let keys = [("label", label), ("rupiah", amount), ("per", unit)];
                let keys = keys.iter().filter(|(_, value)| !value.is_empty());
                let wanted: Vec<String> =
                    keys.map(|(key, value)| format!("{key}: {value}")).collect();
                let offered: Vec<&str> = lines.split(", lalu ").collect();
                assert_eq!(offered, wanted, "{sentence}");
                let typed: String = offered.iter().map(|line| format!("    {line}\n")).collect();
                let report = Site::new().with(SERVICE, service(&typed)).check().0;
                let codes: Vec<Code> = report.findings.iter().map(|found| found.code).collect();
                assert!(
                    !codes.contains(&Code::K0230) && !codes.contains(&Code::K0332),
                    "{sentence}: {codes:?}"
                );
            }
        }
    }
}

/// What is no price, or one of something else than is read, is not offered as one.
#[test]
fn an_amount_that_is_not_the_price_is_offered_by_nobody() {
    for sentence in [
        "Rp25.000 per 10 lembar",
        "Rp50.000 untuk tiap 100 m² / 2 hari",
        "Denda paling banyak sebesar Rp500.000",
        "Biaya maksimal sebesar Rp500.000",
        "Mulai dari sejumlah Rp5.000",
        "Rp100.000 ke atas",
        "Rp100.000 atau lebih",
        "Rp1.000.000 maksimal",
        "Rp5.000 dikali jumlah lembar",
        "Rp5.000 kali luas",
    ] {
        let service = format!("judul: Contoh Layanan KTP\nbiaya:\n  - bunyi: \"{sentence}\"\n");
        let report = Site::new().with(SERVICE, &service).check().0;
        let found = report
            .findings
            .iter()
            .find(|found| found.code == Code::K0230);
        let help = found.and_then(|found| found.help.clone());
        assert!(
            help.is_none_or(|help| !help.id.contains("rupiah:")),
            "{sentence}"
        );
    }
    let long = "judul: Contoh Layanan KTP\nbiaya:\n  - bunyi: Rp50.000 per kendaraan bermotor roda empat\n";
    let report = Site::new().with(SERVICE, long).check().0;
    let helps = report
        .findings
        .iter()
        .filter_map(|found| found.help.as_ref());
    let typed = "rupiah: 50000, lalu per: kendaraan bermotor roda empat";
    assert!(helps.into_iter().any(|help| help.id.contains(typed)));
}

/// What the agency is known not to state is said to be so, and no label stands for an amount.
#[test]
fn an_amount_that_is_not_stated_is_said_to_be_missing() {
    let (summary, listed) = in_short(&with_rows("  - {label: Retribusi, rupiah: null}\n"));
    assert_eq!([summary, listed], ["Instansi ini belum mencantumkannya"; 2]);
    let sentence = "  - {label: Retribusi, rupiah: null, bunyi: Menurut perda}\n";
    assert_eq!(in_short(&with_rows(sentence)).0, "Menurut perda");
}

/// A time that is only given phase by phase depends on nobody's case.
#[test]
fn a_time_in_phases_says_how_many() {
    let service = "judul: Contoh Layanan KTP\nwaktu:\n  tahap:\n    - {label: Periksa, paling_lambat: 1, satuan: hari}\n    \
                   - {label: Cetak, paling_lambat: 2, satuan: hari}\n";
    let built = Site::new().with(SERVICE, service).build();
    let time = texts(built.page(PAGE), ".summary .time dd");
    assert_eq!(time, ["Dalam dua tahap"]);
}

/// A test of staff may expect what the page says.
#[test]
fn a_test_may_expect_the_words_of_the_page() {
    let rows = "  - {rupiah: 1500, per: m²}\n  - {rupiah: 15000, per: m²}\n";
    for (expected, fails) in [
        ("Rp1.500 sampai Rp15.000 per m²", false),
        ("1500 sampai 15000", false),
        ("1500", true),
        ("16500", true),
    ] {
        let test = "uji:\n  - nama: Uji\n    jawaban: {asing: ya, cepat: ya}\n    biaya: ";
        let service = format!("{}{test}{expected}\n", with_rows(rows));
        let report = Site::new().with(SERVICE, &service).check().0;
        let failed = report
            .findings
            .iter()
            .any(|found| found.code == Code::K0801);
        assert_eq!(failed, fails, "{expected}");
    }
}

/// A translation brings the words of labels and units, also to lists; English writes the numbers in its own way.
#[test]
fn a_sum_is_said_in_the_words_of_a_translation() {
    let service = with_rows(
        "  - {id: pokok, label: Retribusi, rupiah: 30000}\n  - {id: cepat, label: Layanan cepat, rupiah: 20000, jika: cepat}\n  \
         - {id: luas, rupiah: 1500, per: m², jika: asing}\n",
    );
    let english = "cost:\n  pokok:\n    label: Fee\n  cepat:\n    label: Express service\n  luas:\n    unit: square metre\n";
    let config =
        "judul: Contoh\nalamat_situs: https://contoh.example/\ncontoh: ya\nbahasa: [id, en]\n";
    let site = Site::new().with(SERVICE, service);
    let site = site.with("content/dinas-contoh/ktp.en.yaml", english);
    let built = site.with("site.yaml", config).build();
    let page = built.page(&format!("en/{PAGE}"));
    let mut sums = texts(page, ".summary .cost [data-sum]");
    let whole = sums.remove(0);
    assert_eq!(
        whole,
        "Rp30,000 to Rp50,000 and Rp1,500 per square metre (depending on your case)"
    );
    assert_eq!(
        sums,
        [
            "Rp30,000",
            "Rp50,000: Fee Rp30,000, Express service Rp20,000",
            "Rp50,000 and Rp1,500 per square metre (three fees)",
            "Rp30,000 and Rp1,500 per square metre",
        ]
    );
    for list in ["en/index.html", "en/dinas-contoh/index.html"] {
        assert_eq!(
            texts(built.page(list), ".brief li"),
            [whole.as_str()],
            "{list}"
        );
    }
}
