//! Standards as Word and Excel files, and back: the same texts, word for word, and the values that stand in them.

use std::collections::BTreeMap;

use maklumat::diagnostic::{Lang, Sink};
use maklumat::export;
use maklumat::import::columns::{COLUMNS, Column, EXAMPLE};
use maklumat::import::files::sheets;
use maklumat::import::write::{body, stamped};
use maklumat::import::{Component, Draft, Line, Papers, Sheet, understand};
use maklumat::model::{Encode, Encoder};
use maklumat::parse::Reader;
use maklumat::parse::layout::Layout;
use maklumat::pipeline::{self, Standard};
use maklumat::render::view::AnnexClause;
use maklumat::source::Sources;
use maklumat::theme::Theme;
use serde_json::{Value, json};

use crate::oracle::random::Random;
use crate::site::{Folder, Site, TOWN};

/// The standards of a site.
fn standards(site: &Site) -> Vec<Standard> {
    let site = site.clone().with_drafts();
    let theme = Theme::with_files(&BTreeMap::new()).expect("a sound theme");
    let (report, sound) = pipeline::check(&site, Some(&theme), site.settings()).expect("a map");
    let sound = sound.unwrap_or_else(|| panic!("{:#?}", report.findings));
    pipeline::standards(&sound, &site, &theme, site.settings(), |_| true).expect("a map")
}

/// The ways to write standards, and the names of such files.
fn ways(standards: &[Standard]) -> [(&'static str, Vec<u8>); 3] {
    [
        ("a.docx", export::docx(standards).expect("a Word file")),
        ("a.csv", export::csv(standards).expect("rows")),
        ("a.xlsx", export::workbook(standards).expect("a workbook")),
    ]
}

fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The data of the services of a site, by their titles as the source writes them.
fn originals(site: &Site) -> BTreeMap<String, Value> {
    let mut sink = Sink::default();
    let layout = Layout::new(site.entries().expect("a map"), &mut sink);
    let reader = Reader::new(site, &layout);
    let files = layout
        .agencies
        .values()
        .flat_map(|agency| agency.services.values());
    let services = files.filter_map(|files| reader.service(files, &mut sink));
    services
        .map(|read| {
            let title = read
                .document
                .title_verbatim
                .or(&read.document.title)
                .str()
                .to_owned();
            let data = read
                .document
                .encode(&mut Encoder::new(Vec::new(), str::to_owned));
            (title, data.expect("data"))
        })
        .collect()
}

/// All sentences of clauses, in their order.
fn sentences(clauses: &[AnnexClause]) -> Vec<String> {
    let all = clauses.iter().flat_map(|clause| {
        std::iter::once(plain(&clause.text.text)).chain(sentences(&clause.parts))
    });
    all.collect()
}

/// What a standard says under each component.
fn said(standard: &Standard) -> Vec<Vec<String>> {
    let rows = standard.view.groups.iter().flat_map(|group| &group.rows);
    rows.map(|row| sentences(&row.clauses)).collect()
}

fn texts(lines: &[Line]) -> Vec<String> {
    let all = lines
        .iter()
        .flat_map(|line| std::iter::once(plain(&line.text)).chain(texts(&line.lines)));
    all.collect()
}

/// The components, in the order of the law.
fn order() -> impl Iterator<Item = Component> {
    COLUMNS.iter().filter_map(|(column, _)| match column {
        Column::Of(component) => Some(*component),
        _ => None,
    })
}

/// What a sheet says under each component.
fn read(sheet: &Sheet) -> Vec<Vec<String>> {
    let part = |component| sheet.parts.iter().find(|part| part.component == component);
    let said =
        order().map(|component| part(component).map_or_else(Vec::new, |part| texts(&part.lines)));
    said.map(|texts| if texts == ["–"] { Vec::new() } else { texts })
        .collect()
}

#[track_caller]
fn comes_back(standards: &[Standard]) {
    for (name, bytes) in ways(standards) {
        let sheets = sheets(name, &bytes).unwrap_or_else(|why| panic!("{name}: {why:?}"));
        assert_eq!(sheets.len(), standards.len(), "{name}");
        for (sheet, standard) in sheets.iter().zip(standards) {
            let title = &standard.view.title.text;
            assert_eq!(sheet.title.as_ref(), Some(title), "{name}");
            let number = standard
                .view
                .number
                .as_ref()
                .map(|number| number.text.clone());
            assert_eq!(sheet.decree, number, "{name}: {title}");
            for ((found, written), component) in read(sheet).iter().zip(said(standard)).zip(order())
            {
                assert_eq!(*found, written, "{name}: {title}: {component:?}");
            }
        }
    }
}

#[test]
fn the_example_town_comes_back_word_for_word() {
    let standards = standards(&Site::read(TOWN));
    assert!(standards.len() >= 12, "{}", standards.len());
    comes_back(&standards);
}

#[test]
fn values_that_stand_in_the_texts_come_back() {
    let site = Site::read(TOWN);
    let originals = originals(&site);
    let file = export::docx(&standards(&site)).expect("a Word file");
    let (mut lengths, mut prices) = (0, 0);
    for sheet in sheets("a.docx", &file).expect("sheets") {
        let title = sheet.title.clone().expect("a title");
        let original = &originals[&title];
        let service = Value::Object(understand(&sheet, &Papers::default()).service);
        let listed = |value: &Value, key: &str| value[key].as_array().cloned().unwrap_or_default();
        let texts = |value: &Value, key: &str| -> Vec<Value> {
            let items = listed(value, key).into_iter();
            items.map(|item| item["text"].clone()).collect()
        };
        for key in ["requirements", "procedure"] {
            let plain = |texts: Vec<Value>| -> Vec<String> {
                texts
                    .iter()
                    .map(|text| plain(text.as_str().unwrap_or_default()))
                    .collect()
            };
            assert_eq!(
                plain(texts(&service, key)),
                plain(texts(original, key)),
                "{title}: {key}"
            );
        }
        let length = |value: &Value| (value["time"]["max"].clone(), value["time"]["unit"].clone());
        if !length(&service).0.is_null() {
            assert_eq!(length(&service), length(original), "{title}");
            lengths += 1;
        }
        let (read, written) = (listed(&service, "cost"), listed(original, "cost"));
        for (read, written) in read.iter().zip(&written) {
            let amount = &read["amount"];
            if !amount.is_null() {
                assert_eq!(*amount, written["amount"], "{title}");
                prices += 1;
            }
        }
    }
    assert!(lengths >= 18 && prices >= 20, "{lengths} {prices}");
}

/// Words of a drawn text: signs that mean something to YAML, Word or a spreadsheet, and none that begin a list.
const WORDS: [&str; 16] = [
    "kartu",
    "KK",
    "(asli)",
    "a: b",
    "=1+1",
    "@dinas",
    "“baru”",
    "R&D",
    "it's",
    "50%",
    "é",
    "1/2",
    "#1",
    "dan;",
    "x,",
    "*",
];

fn text(random: &mut Random) -> String {
    const FIRST: [&str; 5] = ["Surat", "Kartu", "=SUM(A1)", "@surat", "Formulir"];
    let mut text = FIRST[random.below(FIRST.len())].to_owned();
    for _ in 0..random.below(6) {
        text = format!("{text} {}", WORDS[random.below(WORDS.len())]);
    }
    text + " akhir"
}

#[test]
fn drawn_services_come_back_word_for_word() {
    let mut site = Site::new();
    for seed in 0..40 {
        let random = &mut Random(seed * 77 + 5);
        let list = |random: &mut Random| -> Value {
            let items = (0..=random.below(4)).map(|_| json!({"text": text(random)}));
            items.collect()
        };
        let group = json!({"text": text(random), "items": list(random)});
        let mut requirements = list(random);
        if let Some(items) = requirements.as_array_mut() {
            items.push(group);
        }
        let service = json!({
            "title": format!("Layanan {} {seed}", text(random)),
            "decree": {"number": format!("470/{seed}/2025")},
            "requirements": requirements,
            "procedure": list(random),
            "products": list(random),
            "staff_competence": [text(random), text(random)],
            "facilities": list(random),
            "staff_count": text(random),
        });
        let Value::Object(service) = service else {
            unreachable!()
        };
        let draft = Draft {
            service,
            ..Draft::default()
        };
        let file = stamped(&body(&draft, Lang::Id), "a.txt", Lang::Id);
        site = site.with(
            &format!("content/dinas-contoh/layanan-{seed:02}.yaml"),
            file,
        );
    }
    comes_back(&standards(&site));
}

#[test]
fn files_are_written_for_what_is_asked_and_never_over_others() {
    let folder = Site::small_town().on_disk();
    let done = folder.run("export --docx a.docx --csv a.csv --xlsx a.xlsx");
    assert_eq!(done.code, Some(0), "{}", done.err);
    assert_eq!(done.err.matches("4 layanan").count(), 3, "{}", done.err);
    let again = folder.run("export --csv a.csv");
    assert_eq!(again.code, Some(2), "{}", again.err);
    let some = folder.run("export --csv b.csv perhubungan-contoh");
    assert_eq!(some.code, Some(0), "{}", some.err);
    assert_eq!(
        sheets("b.csv", folder.read("b.csv").as_bytes())
            .expect("sheets")
            .len(),
        2
    );
    assert_eq!(folder.run("export").code, Some(2));
    assert_eq!(folder.run("export --csv c.csv tidak-ada").code, Some(2));
    let csv = folder.read("a.csv");
    assert!(csv.starts_with("\u{feff}Nama layanan;Instansi;"), "{csv}");
}

#[test]
fn no_cell_of_excel_is_cut() {
    let site = |count: usize| {
        let papers: Vec<String> = (0..count)
            .map(|paper| format!("  - Surat nomor {paper}{}\n", " panjang".repeat(10)))
            .collect();
        let service = format!("judul: Izin Panjang\npersyaratan:\n{}", papers.concat());
        standards(&Site::new().with("content/dinas-contoh/a.yaml", service))
    };
    comes_back(&site(90));
    let why = export::workbook(&site(400)).expect_err("a cell that is full");
    assert!(why.message.id.contains("“Izin Panjang”"), "{why:?}");
    assert!(export::csv(&site(400)).is_ok());
}

#[test]
fn no_cell_of_csv_is_a_formula() {
    let service = "judul: =HYPERLINK(\"x\")\nstatus: rancangan\npersyaratan:\n  - KTP\njumlah_pelaksana: \"=1+1\"\n";
    let site = Site::new().with("content/dinas-contoh/a.yaml", service);
    let csv = String::from_utf8(export::csv(&standards(&site)).expect("rows")).expect("text");
    assert!(csv.contains("\"'=HYPERLINK(\"\"x\"\")\";"), "{csv}");
    assert!(csv.contains(";'=1+1;"), "{csv}");
    comes_back(&standards(&site));
}

#[test]
fn the_template_is_read_once_its_example_is_a_service() {
    let folder = Folder::empty();
    for name in ["a.csv", "a.xlsx"] {
        let done = folder.run(&format!("new --spreadsheet {name}"));
        assert_eq!(done.code, Some(0), "{}", done.err);
        let bytes = std::fs::read(folder.path(name)).expect("a file");
        let why = sheets(name, &bytes).expect_err("an example is no service");
        assert!(why.en.contains("no component"), "{why:?}");
    }
    let filled = folder.read("a.csv").replace(&format!("{EXAMPLE} "), "");
    let [sheet] = sheets("a.csv", filled.as_bytes())
        .expect("sheets")
        .try_into()
        .expect("one");
    assert_eq!(sheet.title.as_deref(), Some("Surat Keterangan Contoh"));
    assert_eq!(sheet.parts.len(), 14);
    let done = Site::new().on_disk().with("tabel/a.csv", filled);
    assert_eq!(done.run("import tabel").code, Some(0));
    let checked = done.run("check --deny warnings");
    assert_eq!(checked.code, Some(0), "{}", checked.err);
    assert_eq!(folder.run("new --spreadsheet a.doc").code, Some(2));
}

#[test]
fn one_line_has_no_number_and_a_term_is_no_product() {
    let service = "judul: Izin\nstatus: rancangan\npersyaratan:\n  - bunyi: KTP\nbiaya:\n  - bunyi: Gratis\n    rupiah: 0\n\
        produk:\n  - bunyi: Surat izin\n    masa_berlaku: 6 bulan\n";
    let site = Site::new().with("content/dinas-contoh/a.yaml", service);
    let standards = standards(&site);
    let csv = String::from_utf8(export::csv(&standards).expect("rows")).expect("text");
    assert!(csv.contains(";KTP;") && csv.contains(";Gratis;"), "{csv}");
    for (name, bytes) in ways(&standards) {
        let found = sheets(name, &bytes).expect("sheets");
        let draft = understand(&found[0], &Papers::default());
        let product = json!([{"text": "Surat izin", "validity": "6 bulan"}]);
        assert_eq!(draft.service["products"], product, "{name}");
    }
}

#[test]
fn a_word_file_keeps_when_and_by_whom_the_decree_was_signed() {
    let service = "judul: Izin\nstatus: rancangan\nsk:\n  nomor: 470/1/2025\n  tanggal: 2025-02-03\n  \
        ditandatangani_oleh: Kepala Dinas\npersyaratan:\n  - bunyi: KTP\n";
    let site = Site::new().with("content/dinas-contoh/a.yaml", service);
    let file = export::docx(&standards(&site)).expect("a Word file");
    let found = sheets("a.docx", &file).expect("sheets");
    let decree = &understand(&found[0], &Papers::default()).service["decree"];
    let whole = json!({"number": "470/1/2025", "date": "2025-02-03", "signed_by": "Kepala Dinas"});
    assert_eq!(*decree, whole);
}

#[test]
fn what_no_component_states_is_not_taken_for_nothing_at_all() {
    let nulls = order().map(|component| format!("{}: null\n", component.key()));
    let text = format!(
        "title: Contoh\nsummary: Ringkasan contoh layanan.\nstatus: draft\n{}",
        nulls.collect::<String>()
    );
    let standards = standards(&Site::new().with(crate::site::SERVICE, text));
    for (name, bytes) in ways(&standards) {
        let sheets = sheets(name, &bytes).unwrap_or_else(|why| panic!("{name}: {why:?}"));
        let service = understand(&sheets[0], &Papers::default()).service;
        for component in order() {
            let value = service.get(component.key());
            assert_eq!(value, Some(&Value::Null), "{name}: {component:?}");
        }
    }
}

#[test]
fn a_price_keeps_its_label_and_what_is_left_out_is_told() {
    let folder = Folder::site().with(
        crate::site::SERVICE,
        "judul: Sambungan\nstatus: rancangan\nbiaya:\n  - label: Pipa Distribusi 2\"\n    bunyi: Ø 1/2\" Pipa HDPE Rp.1.225.000,00\n    rupiah: 1225000\n  - label: Retribusi\n    bunyi: Retribusi Rp10.000\n    rupiah: 10000\npengaduan:\n  saluran:\n    - whatsapp: \"081200000000\"\n",
    );
    let run = folder.run("export --csv a.csv").exits(0);
    let csv = folder.read("a.csv");
    assert!(
        csv.contains("Pipa Distribusi 2\"\": Ø 1/2\"\" Pipa HDPE"),
        "{csv}"
    );
    assert!(!csv.contains("Retribusi: Retribusi"), "{csv}");
    assert!(
        run.err.contains("1 di antaranya masih rancangan"),
        "{}",
        run.err
    );
    assert!(
        run.err
            .contains("1 saluran pengaduan tidak ikut (“Sambungan”)"),
        "{}",
        run.err
    );
}
