//! A translation brings words for every text that a page shows: none is read past the pen.

mod left;
mod places;
mod stamps;

use maklumat::model::shape::{RecordShape, Shape};
use maklumat::parse::file_shapes;
use scraper::{Html, Selector};
use serde_yaml::{Mapping, Value};

use crate::site::{Built, SERVICE as SAMPLE, Site};

const FOLDER: &str = "tests/data/reference";
const SERVICE: &str = "content/dinas-contoh/layanan-lengkap";
const AGENCY: &str = "content/dinas-contoh/agency";

/// Keys whose text is a name, and so no sentence.
const NAMES: [&str; 18] = [
    "document",
    "any_of",
    "all_of",
    "category",
    "life_events",
    "offered_at",
    "moved_from",
    "source",
    "regulation",
    "see",
    "needs",
    "produces",
    "related",
    "tests",
    "timezone",
    "postal_code",
    "lat",
    "lon",
];

/// A text in the other language.
fn said(text: &str) -> String {
    format!("Diwarta {text}")
}

/// Translates every text of a value, and collects the texts.
fn translate(value: &Value, shape: &Shape, texts: &mut Vec<String>) -> Value {
    let list = value.is_sequence();
    match (shape, value) {
        (Shape::Text | Shape::Markdown | Shape::Lines | Shape::Record(_), Value::String(text)) => {
            texts.push(text.clone());
            Value::String(said(text))
        }
        (Shape::Any(shapes), _) => {
            let fits = |shape: &&Shape| matches!(shape, Shape::List(_)) == list;
            let shape = shapes.iter().find(fits).expect("a shape");
            translate(value, shape, texts)
        }
        (Shape::List(item), Value::Sequence(items)) if can_have_id(item) => {
            let own = items.iter().filter(|value| !is_id(item, value));
            let pairs = own.map(|value| {
                let id = value["id"].clone();
                (id, translate(value, item, texts))
            });
            Value::Mapping(pairs.collect())
        }
        (Shape::List(item), Value::Sequence(items)) => {
            let items = items.iter().map(|value| translate(value, item, texts));
            Value::Sequence(items.collect())
        }
        (Shape::Lines, Value::Sequence(items)) => {
            let items = items
                .iter()
                .map(|value| translate(value, &Shape::Text, texts));
            Value::Sequence(items.collect())
        }
        (Shape::Named(item), Value::Mapping(pairs)) => {
            let pairs = pairs.iter();
            let pairs = pairs.map(|(key, value)| (key.clone(), translate(value, item, texts)));
            Value::Mapping(pairs.collect())
        }
        (Shape::Record(record), Value::Mapping(pairs)) => {
            Value::Mapping(translate_record(pairs, record, texts))
        }
        _ => Value::Null,
    }
}

/// Gives every item of a value an id that can have one.
fn with_ids(value: &mut Value, shape: &Shape, count: &mut usize) {
    match (shape, value) {
        (Shape::Any(shapes), value) => {
            let list = value.is_sequence();
            let fits = |shape: &&Shape| matches!(shape, Shape::List(_)) == list;
            with_ids(value, shapes.iter().find(fits).expect("a shape"), count);
        }
        (Shape::List(item), Value::Sequence(items)) => {
            for value in items {
                if can_have_id(item) && !is_id(item, value) {
                    *count += 1;
                    if let Value::String(text) = value {
                        *value = Value::Mapping(
                            [("text".into(), text.as_str().into())]
                                .into_iter()
                                .collect(),
                        );
                    }
                    let pairs = value.as_mapping_mut().expect("a record");
                    pairs
                        .entry("id".into())
                        .or_insert(format!("butir-{count}").into());
                }
                with_ids(value, item, count);
            }
        }
        (Shape::Record(record), Value::Mapping(pairs)) => {
            for (key, value) in pairs {
                let field = record
                    .find(key.as_str().expect("a key"))
                    .expect("a known key");
                with_ids(value, &(field.shape)(), count);
            }
        }
        _ => {}
    }
}

fn can_have_id(item: &Shape) -> bool {
    match item {
        Shape::Record(record) => record.find("id").is_some(),
        Shape::Any(shapes) => shapes.iter().any(can_have_id),
        _ => false,
    }
}

/// Whether an item is no more than the id of something in another file.
fn is_id(item: &Shape, value: &Value) -> bool {
    let named = |shapes: &[Shape]| shapes.iter().any(|shape| matches!(shape, Shape::Id));
    matches!(item, Shape::Any(shapes) if named(shapes)) && value.is_string()
}

fn translate_record(pairs: &Mapping, record: &RecordShape, texts: &mut Vec<String>) -> Mapping {
    let translated = pairs.iter().filter_map(|(key, value)| {
        let field = record.find(key.as_str()?)?;
        let named = NAMES.contains(&field.en);
        let value = (!named).then(|| translate(value, &(field.shape)(), texts))?;
        Some((key.clone(), value))
    });
    translated.collect()
}

/// The reference in two languages; what is translated, and the texts.
fn translated() -> (Site, Value, Vec<String>) {
    let site = Site::read(FOLDER);
    let shape = |name: &str| {
        let mut shapes = file_shapes().into_iter();
        shapes.find(|(known, _)| *known == name).expect("a file").1
    };
    let file = crate::site::text_of(&format!("{FOLDER}/{SERVICE}.md"));
    let (front, body) = file[4..].split_once("\n---\n").expect("front matter");
    let mut texts = Vec::new();
    let mut original: Value = serde_yaml::from_str(front).expect("YAML");
    with_ids(&mut original, &shape("service"), &mut 0);
    let mut service = translate(&original, &shape("service"), &mut texts);
    service["body"] = Value::String(said(body));
    let agency = crate::site::text_of(&format!("{FOLDER}/{AGENCY}.yaml"));
    let agency: Value = serde_yaml::from_str(&agency).expect("YAML");
    let original = format!("---\n{}---\n{body}", written(&original));
    let agency = translate(&agency, &shape("agency"), &mut texts);
    let site = site
        .with(&format!("{SERVICE}.md"), original)
        .with(&format!("{AGENCY}.en.yaml"), written(&agency))
        .with(&format!("{SERVICE}.en.yaml"), written(&service));
    (site, service, texts)
}

fn written(value: &Value) -> String {
    serde_yaml::to_string(value).expect("YAML")
}

/// Everything that a page says, with single spaces.
fn text(page: &str) -> String {
    let html = Html::parse_document(page);
    let words: Vec<&str> = html.root_element().text().collect();
    words
        .join(" ")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// The texts that a page shows, and its English version does not show in English.
fn left(built: &Built, texts: &[String]) -> (usize, Vec<String>) {
    let site = crate::site::text_of(&format!("{FOLDER}/site.yaml"));
    let (mut shown, mut left) = (0, Vec::new());
    for address in [
        "dinas-contoh/index.html",
        "dinas-contoh/layanan-lengkap.html",
    ] {
        let original = text(built.page(address));
        let english = text(built.page(&format!("en/{address}")));
        for one in texts {
            // Markdown and line breaks look otherwise on a page; their first words tell.
            let one = one.lines().next().unwrap_or_default().replace('*', "");
            let one = one.split_whitespace().collect::<Vec<_>>().join(" ");
            // A short word stands in other texts too, and the site's own names are not those of an agency.
            // An amount is said by the program, which may use the same letters.
            let own = one.len() >= 8 && !site.contains(&one) && !one.starts_with("Rp");
            if own && original.contains(&one) {
                shown += 1;
                if !english.contains(&said(&one)) {
                    left.push(format!("{address}: {one}"));
                }
            }
        }
    }
    (shown, left)
}

#[test]
fn every_text_of_the_reference_is_shown_in_its_translation() {
    let (site, _, texts) = translated();
    let (shown, left) = left(&site.build(), &texts);
    println!("{} texts, shown {shown} times", texts.len());
    assert!(left.is_empty(), "{left:#?}");
    assert!(shown >= 60, "{shown}");
}

/// A text without its translation is noticed.
#[test]
fn a_text_in_the_original_language_is_noticed() {
    let (site, mut service, texts) = translated();
    service["summary"] = Value::Null;
    let site = site.with(&format!("{SERVICE}.en.yaml"), written(&service));
    let (_, left) = left(&site.build(), &texts);
    assert!(
        left.iter()
            .any(|one| one.ends_with("setiap kunci satu kali.")),
        "{left:?}"
    );
}

/// The sample service with a translation.
fn with_english(english: &str) -> Built {
    Site::new()
        .with(
            "site.yaml",
            "judul: Kota Contoh\nbahasa:\n  - id\n  - en\n",
        )
        .with(
            SAMPLE,
            "judul: Contoh Layanan KTP\npersyaratan:\n  - Fotokopi KK\nprosedur:\n  - Datang ke loket\n  - Ambil nomor\n",
        )
        .with(&SAMPLE.replace(".yaml", ".en.yaml"), english)
        .build()
}

fn found(built: &Built) -> Vec<&str> {
    let findings = built.report.findings.iter();
    findings.map(|finding| finding.code.name()).collect()
}

/// Which words belong to which item of a longer list cannot be told: the page keeps the original's.
#[test]
fn a_list_of_another_length_brings_no_words() {
    let built = with_english("judul: Sample Card Service\nprosedur:\n  - Take a number\n");
    assert!(
        found(&built).contains(&"stale-translation"),
        "{:?}",
        found(&built)
    );
    let english = text(built.page(&format!("en/{}", crate::site::PAGE)));
    for shown in ["Sample Card Service", "Datang ke loket", "Ambil nomor"] {
        assert!(english.contains(shown), "{shown}: {english}");
    }
    assert!(!english.contains("Take a number"), "{english}");
}

/// Only the text beside a stamp is the text: another key is a mistake, not what the page says.
#[test]
fn what_stands_beside_a_stamp_is_no_text() {
    let stamp = maklumat::parse::translate::hash8(&["Contoh Layanan KTP"]);
    let built = with_english(&format!(
        "judul:\n  of: {stamp}\n  bunyi: Sample Card Service\n"
    ));
    let english = text(built.page(&format!("en/{}", crate::site::PAGE)));
    assert!(english.contains("Sample Card Service"), "{english}");
    let built = with_english(&format!(
        "judul:\n  of: {stamp}\n  catatan: A stray remark\n"
    ));
    assert!(
        found(&built).contains(&"unknown-translation"),
        "{:?}",
        found(&built)
    );
    assert!(built.files.is_empty());
}

/// The original alone says what stands on pages in its own language.
#[test]
fn a_translation_into_the_language_of_the_content_is_read_nowhere() {
    let service = "judul: Contoh Layanan KTP
pertanyaan:
  - id: hilang
    tanya: Apakah KTP hilang?
    ya_tidak: ya
persyaratan:
  - id: surat
    bunyi: Surat kehilangan
    jika: hilang
biaya: Rp10.000 per lembar
";
    let other = "judul: Tersesat A
pertanyaan:
  hilang:
    tanya: Tersesat B?
persyaratan:
  surat: Tersesat C
biaya: Rp10.000 per tersesat
kunci_tersesat: Tersesat D
";
    let site = Site::new()
        .with(SAMPLE, service)
        .with(&SAMPLE.replace(".yaml", ".id.yaml"), other)
        .with("content/dinas-contoh/agency.id.yaml", "nama: Tersesat E\n")
        .with(
            "content/pages/tentang.md",
            "---\njudul: Tentang\n---\nIsi.\n",
        )
        .with(
            "content/pages/tentang.id.md",
            "---\njudul: Tersesat F\n---\nTersesat G.\n",
        );
    for languages in ["[id]", "[id, en]"] {
        let site = site.clone().with(
            "site.yaml",
            format!("judul: Kota Contoh\ncontoh: ya\nbahasa: {languages}\n"),
        );
        let built = site.build();
        let unused = found(&built).into_iter();
        assert_eq!(unused.filter(|code| *code == "unused-file").count(), 3);
        assert!(!found(&built).contains(&"unknown-translation"));
        assert!(built.files.len() > 4);
        for (path, bytes) in &built.files {
            let page = String::from_utf8_lossy(bytes).to_lowercase();
            assert!(!page.contains("tersesat"), "{path}: {page}");
        }
        let table = site.on_disk().run("table ktp").exits(0);
        assert!(table.out.contains("Surat kehilangan"), "{}", table.out);
        assert!(!table.out.contains("Tersesat"), "{}", table.out);
    }
}

/// One line of a price holds two texts.
#[test]
fn the_unit_of_a_price_in_one_line_is_translated_with_it() {
    for (original, translation) in [
        ("Rp10.000 per lembar", "IDR 10,000 per sheet"),
        ("Rp 10.000,- /lembar", "Rp10,000/sheet"),
    ] {
        let built = Site::new()
            .with("site.yaml", "judul: Kota Contoh\nbahasa: [id, en]\n")
            .with(
                SAMPLE,
                format!("judul: Contoh Layanan KTP\nbiaya: {original}\n"),
            )
            .with(
                &SAMPLE.replace(".yaml", ".en.yaml"),
                format!("biaya: {translation}\n"),
            )
            .build();
        let page = text(built.page(crate::site::PAGE));
        let english = text(built.page(&format!("en/{}", crate::site::PAGE)));
        assert!(page.contains("Rp10.000 per lembar"), "{page}");
        assert!(english.contains("per sheet"), "{english}");
        assert!(!english.contains("per lembar"), "{english}");
    }
}

/// Words by their order would end at another item's rules; a list of sentences has none.
#[test]
fn items_with_keys_are_translated_by_id() {
    let by_order = "prosedur:\n  - bunyi: Come\n  - bunyi: Take a number\n";
    let records =
        "prosedur:\n  - bunyi: Datang ke loket\n  - bunyi: Ambil nomor\n    oleh: pemohon\n";
    let named = records.replace("- bunyi: Datang", "- id: datang\n    bunyi: Datang");
    let with = |original: &str, translation: &str| {
        Site::new()
            .with("site.yaml", "judul: Kota Contoh\nbahasa: [id, en]\n")
            .with(SAMPLE, format!("judul: Contoh Layanan KTP\n{original}"))
            .with(&SAMPLE.replace(".yaml", ".en.yaml"), translation)
            .build()
    };
    for (original, typed) in [(records, "type here: item-1:"), (&*named, "type: datang:")] {
        let built = with(original, by_order);
        assert_eq!(found(&built)[0], "unknown-translation");
        let help = built.report.findings[0].help.as_ref().expect("help");
        assert!(help.en.contains(typed), "{help:?}");
    }
    let built = with(
        &named,
        "prosedur:\n  datang:\n    bunyi: Come to the counter\n",
    );
    let english = text(built.page(&format!("en/{}", crate::site::PAGE)));
    assert!(english.contains("Come to the counter"), "{english}");
    let plain = "prosedur:\n  - Datang ke loket\n  - Ambil nomor\n";
    let built = with(
        plain,
        "prosedur:\n  - Come to the counter\n  - Take a number\n",
    );
    let english = text(built.page(&format!("en/{}", crate::site::PAGE)));
    assert!(english.contains("Take a number"), "{english}");
}

/// Questions of which one is translated.
const HALF: &str = "judul: Contoh Layanan
pertanyaan:
  - id: asing
    tanya: Apakah Anda orang asing?
    ya_tidak: ya
    frasa: Anda orang asing
    frasa_bukan: Anda bukan orang asing
  - id: lama
    tanya: Bagaimana KTP lama Anda?
    pilihan:
      baik:
        label: Masih baik
        frasa: KTP lama masih baik
      rusak:
        label: Rusak
        frasa: KTP lama rusak
      hilang:
        label: Hilang
        frasa: KTP lama hilang
persyaratan:
  - bunyi: Paspor
    jika: asing
  - bunyi: Surat kehilangan
    jika: lama = hilang atau lama = rusak
  - bunyi: Surat pengantar
    jika: asing dan lama = hilang
";

/// A condition on a translated page is in one language, and says so where that is not the page's.
#[test]
fn what_is_not_translated_of_a_condition_says_its_language() {
    let built = Site::new()
        .with("site.yaml", "judul: Kota Contoh\nbahasa: [id, en]\n")
        .with(SAMPLE, HALF)
        .with(
            &SAMPLE.replace(".yaml", ".en.yaml"),
            "questions:
  asing:
    ask: Are you a foreigner?
    phrase: you are a foreigner
    phrase_not: you are no foreigner
",
        )
        .build();
    let found = |page: &str, selector: &str| -> Vec<String> {
        let html = Html::parse_document(built.page(page));
        let selector = Selector::parse(selector).expect("a selector");
        html.select(&selector)
            .map(|part| part.inner_html().trim().to_owned())
            .collect()
    };
    let english = format!("en/{}", crate::site::PAGE);
    let members = "<span class=\"clause\">you are a foreigner</span> \
        <span class=\"clause\"><span lang=\"id\">KTP lama hilang</span></span>";
    assert_eq!(
        found(&english, "#requirements [data-why]"),
        [
            "you are a foreigner",
            "<span lang=\"id\">KTP lama rusak, atau KTP lama hilang</span>",
            &format!("all of these: {members}"),
        ]
    );
    let answers = "fieldset label:not(.unknown) b";
    assert_eq!(
        found(&english, answers),
        [
            "you are a foreigner",
            "you are no foreigner",
            "<span lang=\"id\">KTP lama masih baik</span>",
            "<span lang=\"id\">KTP lama rusak</span>",
            "<span lang=\"id\">KTP lama hilang</span>",
        ]
    );
    let original = found(crate::site::PAGE, "#requirements [data-why]");
    let last = "Anda orang asing, dan KTP lama hilang";
    assert_eq!(original[2], last);
}
