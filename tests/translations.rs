//! A translation brings words for every text that a page shows: none is read past the pen.

use maklumat::model::shape::{RecordShape, Shape};
use maklumat::parse::file_shapes;
use scraper::Html;
use serde_yaml::{Mapping, Value};

use crate::site::{Built, SERVICE as SAMPLE, Site};

const FOLDER: &str = "tests/data/reference";
const SERVICE: &str = "content/dinas-contoh/layanan-lengkap";
const AGENCY: &str = "content/dinas-contoh/agency";

/// Keys whose text is a name, and so no sentence.
const NAMES: [&str; 16] = [
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
    let service: Value = serde_yaml::from_str(front).expect("YAML");
    let mut service = translate(&service, &shape("service"), &mut texts);
    service["body"] = Value::String(said(body));
    let agency = crate::site::text_of(&format!("{FOLDER}/{AGENCY}.yaml"));
    let agency: Value = serde_yaml::from_str(&agency).expect("YAML");
    let agency = translate(&agency, &shape("agency"), &mut texts);
    let site = site
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
