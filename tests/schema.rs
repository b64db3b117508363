//! The schemas fit the reference, in both languages, and refuse what the program refuses.

pub mod validate;

use std::collections::BTreeSet;

use maklumat::model::Decode;
use maklumat::model::registry::PageDocument;
use maklumat::model::shape::{RecordShape, Shape};
use maklumat::parse::file_shapes;
use maklumat::schema::{editor_settings, files, json_schema, kinds};
use serde_json::{Value, json};

use crate::site::{Folder, SERVICE, text_of};
use validate::misfits;

/// Files of the reference, each with its kind.
const REFERENCE: [(&str, &str); 13] = [
    ("site", "site.yaml"),
    ("agency", "content/dinas-contoh/agency.yaml"),
    ("service", "content/dinas-contoh/layanan-lengkap.md"),
    ("service", "content/dinas-contoh/ambil-kartu.yaml"),
    ("service", "content/dinas-contoh/kk.yaml"),
    ("service", "content/dinas-contoh/rekam-data.yaml"),
    ("documents", "content/documents.yaml"),
    ("document", "content/documents.yaml"),
    ("regulations", "content/regulations.yaml"),
    ("life-events", "content/life-events.yaml"),
    ("categories", "content/categories.yaml"),
    ("holidays", "content/holidays.yaml"),
    ("questions", "content/questions.yaml"),
];

/// What does not fit of a value.
fn check(kind: &str, value: &Value) -> Vec<String> {
    misfits(&json_schema(kind).expect("a known kind"), value)
}

/// A file of the reference as an editor sees it; of a `.md` file the front matter.
fn read(path: &str) -> Value {
    let text = text_of(&format!("tests/data/reference/{path}"));
    let yaml = match text.strip_prefix("---\n") {
        Some(rest) => rest.split_once("\n---").expect("front matter").0,
        None => &text,
    };
    serde_yaml::from_str(yaml).expect("YAML")
}

fn demand_fit(kind: &str, value: &Value, what: &str) {
    let misfits = check(kind, value);
    assert!(misfits.is_empty(), "{what} ({kind}): {misfits:#?}");
}

fn demand_misfit(kind: &str, value: &Value, what: &str) {
    assert!(
        !check(kind, value).is_empty(),
        "{what} ({kind}) is accepted"
    );
}

/// The same value with keys and fixed values in Indonesian.
fn twin(value: &Value, shape: &Shape) -> Value {
    match (shape, value) {
        (Shape::Record(record), Value::Object(map)) => map
            .iter()
            .map(|(key, value)| {
                let field = record.find(key).expect("a declared key");
                (field.id.to_owned(), twin(value, &(field.shape)()))
            })
            .collect::<serde_json::Map<_, _>>()
            .into(),
        (Shape::List(item), Value::Array(items)) => items
            .iter()
            .map(|value| twin(value, item))
            .collect::<Vec<_>>()
            .into(),
        (Shape::Named(item), Value::Object(map)) => map
            .iter()
            .map(|(key, value)| (key.clone(), twin(value, item)))
            .collect::<serde_json::Map<_, _>>()
            .into(),
        (Shape::Any(shapes), Value::Array(_)) => twin(value, &shapes[0]),
        (Shape::Choice(choices), Value::String(word)) => {
            let choice = choices.iter().find(|choice| choice.en == word);
            json!(choice.expect("a fixed value").id)
        }
        _ => value.clone(),
    }
}

fn shape_of(kind: &str) -> Shape {
    let kind = if kind == "document" {
        "documents"
    } else {
        kind
    };
    let found = file_shapes().into_iter().find(|(name, _)| *name == kind);
    found.expect("a known kind").1
}

/// The first record of a file: the file itself, or the first item of its list.
fn first_record(value: &mut Value) -> &mut serde_json::Map<String, Value> {
    let record = if value.is_array() {
        &mut value[0]
    } else {
        value
    };
    record.as_object_mut().expect("a record")
}

#[test]
fn every_shape_of_a_file_has_a_schema() {
    let kinds: BTreeSet<&str> = kinds().collect();
    for (kind, _) in file_shapes() {
        assert!(kinds.contains(kind), "{kind}");
    }
    for kind in kinds {
        assert!(json_schema(kind).is_some(), "{kind}");
    }
    assert_eq!(json_schema("layanan"), None);
}

#[test]
fn the_reference_fits_in_both_languages() {
    for (kind, path) in REFERENCE {
        let value = read(path);
        demand_fit(kind, &value, "the reference");
        demand_fit(kind, &twin(&value, &shape_of(kind)), "its Indonesian twin");
    }
}

#[test]
fn an_unknown_key_is_refused() {
    for (kind, path) in REFERENCE {
        let mut value = read(path);
        first_record(&mut value).insert("persaratan".to_owned(), json!("x"));
        demand_misfit(kind, &value, "an unknown key");
    }
}

#[test]
fn a_record_without_its_title_is_refused() {
    for (kind, path) in REFERENCE {
        let mut value = read(path);
        let record = first_record(&mut value);
        let missing = ["title", "name", "year", "ask"]
            .iter()
            .find(|key| record.contains_key(**key))
            .copied()
            .expect("a required key");
        if kind == "regulations" {
            continue; // Only its id is required.
        }
        record.remove(missing);
        demand_misfit(kind, &value, missing);
        first_record(&mut value).insert(missing.to_owned(), Value::Null);
        demand_misfit(kind, &value, "a required key with null");
    }
}

#[test]
fn a_wrong_fixed_value_is_refused() {
    let service = |extra: Value| {
        let mut value = json!({"judul": "Layanan"});
        first_record(&mut value).extend(extra.as_object().expect("keys").clone());
        value
    };
    let cases = [
        json!({"status": "selesai"}),
        json!({"persyaratan": [{"bunyi": "KTP", "bentuk": "salinan"}]}),
        json!({"persyaratan": [{"bunyi": "Bagi WNA", "rincian": [{"bunyi": "Paspor", "jenis": "buku"}]}]}),
        json!({"waktu": {"paling_lambat": 4, "satuan": "hari_libur"}}),
        json!({"saluran": [{"jenis": "radio"}]}),
        json!({"biaya": [{"rupiah": "sepuluh ribu"}]}),
        json!({"pertanyaan": [{"id": "dua kata", "tanya": "Apa?"}]}),
        json!({"berlaku_mulai": "22-11-2026"}),
        json!({"sk": {"berkas": "sk.pdf"}}),
        json!({"judul": ""}),
    ];
    for case in cases {
        let what = case.to_string();
        demand_misfit("service", &service(case), &what);
    }
    demand_misfit(
        "site",
        &json!({"judul": "Situs", "keluaran": ["pdf"]}),
        "an output",
    );
    demand_misfit(
        "agency",
        &json!({"nama": "Dinas", "hari_layanan": ["ahad"]}),
        "a day",
    );
}

#[test]
fn what_staff_write_is_accepted() {
    let service = json!({
        "judul": "Layanan",
        "status": "rancangan",
        "sk": null,
        "persyaratan": ["Fotokopi KK", {"bunyi": 12, "jika": {"kawin": "ya"}, "dokumen": null}],
        "pertanyaan": [{"id": "kawin", "tanya": "Menikah?", "ya_tidak": "Ya"}],
        "waktu": "4 hari kerja",
        "biaya": {"rupiah": 0},
        "produk": null,
        "pengawasan_internal": "Oleh atasan langsung",
        "jumlah_pelaksana": 4,
    });
    demand_fit("service", &service, "a short service");
    demand_fit(
        "document",
        &json!({"nama": "Kartu Keluarga"}),
        "one paper in a file of its own",
    );
    demand_misfit(
        "documents",
        &json!([{"nama": "Kartu Keluarga"}]),
        "a paper without an id",
    );
}

/// Every record that a file can hold.
pub fn records() -> Vec<&'static RecordShape> {
    fn gather(shape: &Shape, found: &mut Vec<&'static RecordShape>) {
        match shape {
            Shape::List(inner) | Shape::Named(inner) => gather(inner, found),
            Shape::Any(shapes) => shapes.iter().for_each(|shape| gather(shape, found)),
            Shape::Record(record) => {
                let keys = |record: &RecordShape| {
                    record
                        .fields
                        .iter()
                        .map(|field| field.en)
                        .collect::<Vec<_>>()
                };
                if let Some(known) = found.iter().find(|known| known.name == record.name) {
                    assert_eq!(
                        keys(known),
                        keys(record),
                        "two records are named {}",
                        record.name
                    );
                    return;
                }
                found.push(record);
                for field in record.fields {
                    gather(&(field.shape)(), found);
                }
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    let shapes = file_shapes().into_iter().map(|(_, shape)| shape);
    for shape in shapes.chain([PageDocument::shape()]) {
        gather(&shape, &mut found);
    }
    found
}

#[test]
fn every_key_says_what_it_means_in_both_languages() {
    for record in records() {
        for field in record.fields {
            let place = format!("{}.{}", record.name, field.en);
            assert!(
                !field.about_en.trim().is_empty(),
                "{place} has no English meaning"
            );
            assert!(
                !field.about_id.trim().is_empty(),
                "{place} has no Indonesian meaning"
            );
        }
    }
}

#[test]
fn the_keys_of_a_record_are_its_own() {
    for record in records() {
        let mut seen = BTreeSet::new();
        for field in record.fields {
            let names: BTreeSet<&str> = [field.en, field.id].into();
            for name in names {
                assert!(
                    seen.insert(name),
                    "{}: `{name}` is the name of two keys",
                    record.name
                );
            }
        }
    }
}

#[test]
fn fixed_values_are_no_other_value_in_the_other_language() {
    for record in records() {
        for field in record.fields {
            let mut shape = (field.shape)();
            while let Shape::List(inner) | Shape::Named(inner) = shape {
                shape = *inner;
            }
            let Shape::Choice(choices) = shape else {
                continue;
            };
            let mut seen = BTreeSet::new();
            for choice in choices {
                let words: BTreeSet<&str> = [choice.en, choice.id].into();
                for word in words {
                    assert!(seen.insert(word), "{}.{}: `{word}`", record.name, field.en);
                }
            }
        }
    }
}

#[test]
fn schemas_are_the_same_each_time_and_small() {
    assert_eq!(files(), files());
    for (path, text) in files() {
        assert!(path.ends_with(".json") && !path.contains('/'), "{path}");
        assert!(text.ends_with("}\n"), "{path}");
        assert!(!text.contains("\"$id\""), "{path}");
    }
}

#[test]
fn the_editor_finds_every_schema() {
    let settings: Value = serde_json::from_str(&editor_settings()).expect("JSON");
    let mapped: BTreeSet<String> = settings["yaml.schemas"]
        .as_object()
        .expect("a mapping")
        .keys()
        .filter_map(|path| path.strip_prefix("./.vscode/schema/"))
        .map(str::to_owned)
        .collect();
    let written: BTreeSet<String> = files().into_iter().map(|(path, _)| path).collect();
    assert_eq!(mapped, written);
}

#[test]
fn what_check_prints_for_programs_fits_its_published_schema() {
    let schema: Value = serde_json::from_str(maklumat::schema::FINDINGS).expect("JSON");
    let printed = Folder::site().run("schema findings").exits(0).out;
    assert_eq!(printed, maklumat::schema::FINDINGS);
    let keys: String = (0..1100).map(|n| format!("zzz{n}: a\n")).collect();
    let mut shown = 0;
    for (text, code) in [
        ("judul: Contoh Layanan KTP\n".to_owned(), 0),
        (
            "judul: “Contoh”\ntitle: Contoh\npersyaratan:\n\t- KTP\nringkassan: a\n".to_owned(),
            1,
        ),
        (format!("judul: Contoh Layanan KTP\n{keys}"), 1),
    ] {
        let case = Folder::site().with(SERVICE, &text);
        let run = case.run("check --format json").exits(code);
        let found: Value = serde_json::from_str(&run.out).expect("JSON");
        assert_eq!(misfits(&schema, &found), Vec::<String>::new());
        shown += found["findings"].as_array().map_or(0, Vec::len);
        for (key, wrong) in [
            ("version", json!(2)),
            ("errors", json!("1")),
            ("findings", json!([{}])),
        ] {
            let mut other = found.clone();
            other[key] = wrong;
            assert_ne!(misfits(&schema, &other), Vec::<String>::new(), "{key}");
        }
    }
    assert!(shown > 1000, "{shown}");
}
