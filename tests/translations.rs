//! A translation brings words for every text that a page shows: none is read past the pen.

use maklumat::model::shape::{RecordShape, Shape};
use maklumat::parse::file_shapes;
use scraper::Html;
use serde_yaml::{Mapping, Value};

use crate::site::{Built, Site};

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
            let own = one.len() >= 8 && !site.contains(&one);
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

/// Words in a list belong to items only where both lists are equally long, and what stands beside a stamp is not the
/// text: a page then keeps the original's words, and a finding says so.
#[test]
fn words_that_belong_to_no_text_are_on_no_page() {
    let stamp = maklumat::parse::translate::hash8(&["Contoh Layanan KTP"]);
    let built = Site::new()
        .with(
            "site.yaml",
            "judul: Kota Contoh\nbahasa:\n  - id\n  - en\n",
        )
        .with(
            crate::site::SERVICE,
            "judul: Contoh Layanan KTP\npersyaratan:\n  - Fotokopi KK\nprosedur:\n  - Datang ke loket\n  - Ambil nomor\n",
        )
        .with(
            &crate::site::SERVICE.replace(".yaml", ".en.yaml"),
            format!(
                "judul:\n  of: {stamp}\n  catatan: Stray remark\n  bunyi: Sample Card Service\nprosedur:\n  - Take a number\n"
            ),
        )
        .build();
    let english = text(built.page(&format!("en/{}", crate::site::PAGE)));
    assert!(english.contains("Sample Card Service"), "{english}");
    for kept in ["Datang ke loket", "Ambil nomor"] {
        assert!(english.contains(kept), "{kept}: {english}");
    }
    for stray in ["Stray remark", "Take a number"] {
        assert!(!english.contains(stray), "{stray}: {english}");
    }
    let said: Vec<&str> = built
        .report
        .findings
        .iter()
        .map(|finding| finding.code.name())
        .collect();
    for code in ["K0701", "K0702"] {
        assert!(said.contains(&code), "{said:?}");
    }
}
