//! The data for other programs: it fits the schema that is published with it, and says what the pages say.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::schema::validate::misfits;
use crate::site::{Built, SERVICE, Site};

const FOLDERS: [&str; 3] = [".", "tests/data/reference", "tests/sites/kota-contoh"];

/// The files below `/api/v1/` that are described by the schema.
fn files(built: &Built) -> BTreeMap<&str, Value> {
    let data = built.files.iter().filter_map(|(path, bytes)| {
        let name = path.strip_prefix("api/v1/")?;
        let own = name.ends_with(".json") && !name.ends_with(".hsds.json") && name != "schema.json";
        own.then(|| (name, serde_json::from_slice(bytes).expect("JSON")))
    });
    data.collect()
}

/// The kind of a file by its name.
fn kind(name: &str) -> &'static str {
    match name {
        "agencies.json" => "agencies_file",
        "lists.json" => "lists_file",
        _ if name.starts_with("services") => "services_file",
        _ => "service_file",
    }
}

/// The schema of one kind of file.
fn schema(built: &Built, kind: &str) -> Value {
    let mut whole: Value = serde_json::from_str(built.page("api/v1/schema.json")).expect("JSON");
    let root = whole.as_object_mut().expect("an object");
    root.remove("anyOf");
    root.insert(
        "allOf".to_owned(),
        json!([{"$ref": format!("#/definitions/{kind}")}]),
    );
    whole
}

fn data(built: &Built, name: &str) -> Value {
    serde_json::from_str(built.page(&format!("api/v1/{name}"))).expect("JSON")
}

#[test]
fn every_file_fits_the_published_schema() {
    let mut fitting: BTreeMap<&str, usize> = BTreeMap::new();
    for folder in FOLDERS {
        let built = Site::read(folder).build();
        for (name, value) in files(&built) {
            let kind = kind(name);
            let found = misfits(&schema(&built, kind), &value);
            assert!(found.is_empty(), "{folder}: {name}: {found:#?}");
            *fitting.entry(kind).or_default() += 1;
        }
    }
    assert!(
        fitting.len() == 4 && fitting["service_file"] > 20,
        "{fitting:?}"
    );
}

#[test]
fn what_does_not_fit_is_noticed() {
    let built = Site::read("tests/data/reference").build();
    let file = data(&built, "dinas-contoh/layanan-lengkap.json");
    let schema = schema(&built, "service_file");
    for (pointer, wrong) in [
        ("/version", json!(7)),
        ("/standard/title", Value::Null),
        ("/standard/time/unit", json!("fortnight")),
        ("/standard/requirements/0/text", json!(["x"])),
        ("/items/0/role", json!("thing")),
        ("/rules/decisions/0", json!([["usia"]])),
        ("/rules/questions/0/kind", json!("text")),
    ] {
        let mut file = file.clone();
        *file.pointer_mut(pointer).expect(pointer) = wrong;
        assert!(!misfits(&schema, &file).is_empty(), "{pointer} is accepted");
    }
    let mut further = file.clone();
    further["standard"]["tests"] = json!([]);
    assert!(!misfits(&schema, &further).is_empty());
}

/// Everything in a value, with the pointer of each.
fn pointers(value: &Value, at: &str, found: &mut BTreeMap<String, String>) {
    match value {
        Value::Object(map) => map
            .iter()
            .for_each(|(key, value)| pointers(value, &format!("{at}/{key}"), found)),
        Value::Array(list) => list
            .iter()
            .enumerate()
            .for_each(|(key, value)| pointers(value, &format!("{at}/{key}"), found)),
        Value::String(text) => drop(found.insert(at.to_owned(), text.clone())),
        _ => {}
    }
}

#[test]
fn a_translation_stands_by_the_pointer_of_its_original() {
    let built = Site::read("tests/data/reference").build();
    for (name, file) in files(&built) {
        let translations = file["translations"].as_object().into_iter().flatten();
        for (language, words) in translations {
            assert_eq!(language, "en");
            for pointer in words.as_object().expect("an object").keys() {
                let original = file.pointer(pointer).and_then(Value::as_str);
                assert!(original.is_some(), "{name}: {pointer}");
            }
        }
    }
    let file = data(&built, "dinas-contoh/layanan-lengkap.json");
    let words = file["translations"]["en"].as_object().expect("words");
    assert!(words.contains_key("/standard/title"), "{words:?}");
}

#[test]
fn what_is_absent_and_what_is_known_to_be_missing_stay_apart() {
    let built = Site::with_service()
        .with(
            SERVICE,
            "judul: Contoh\nbiaya:\nwaktu: null\npersyaratan: tidak ada\nproduk: []\n",
        )
        .build();
    let standard = &data(&built, "dinas-contoh/ktp.json")["standard"];
    let standard = standard.as_object().expect("an object");
    assert_eq!(standard.get("cost"), Some(&Value::Null));
    assert_eq!(standard.get("time"), Some(&Value::Null));
    assert_eq!(standard.get("procedure"), None);
    assert_eq!(standard.get("requirements"), Some(&json!("none")));
    assert_eq!(standard.get("products"), Some(&json!([])));
}

#[test]
fn an_item_points_to_its_record_and_a_rule_to_its_item() {
    for folder in FOLDERS {
        let built = Site::read(folder).build();
        for (name, file) in files(&built) {
            let items = file["items"].as_array().into_iter().flatten();
            let items: BTreeMap<&str, &Value> = items
                .map(|item| (item["path"].as_str().expect("a path"), item))
                .collect();
            for (path, item) in &items {
                let pointer = item["at"].as_str().expect("a pointer");
                let record = file.pointer(pointer);
                assert!(
                    record.is_some_and(Value::is_object),
                    "{name}: {path}: {pointer}"
                );
                if let Some(id) = item.get("id") {
                    assert_eq!(record.and_then(|record| record.get("id")), Some(id));
                }
            }
            let rules = file["rules"]["items"].as_object().into_iter().flatten();
            for (path, _) in rules {
                assert!(items.contains_key(path.as_str()), "{name}: {path}");
            }
        }
    }
}

#[test]
fn a_number_that_may_be_somebodys_own_and_tests_of_staff_stay_at_home() {
    let agency = "nama: Dinas Contoh\nsk: null\nalamat:\n  jalan: Jalan Contoh 1\n  telepon: 0812 3456 7890\nsaluran:\n  - whatsapp: 0812 3456 7891\n  - whatsapp: 0812 3456 7892\n    resmi: ya\n";
    let service = "judul: Contoh\npertanyaan:\n  - id: kawin\n    tanya: Sudah kawin?\n    ya_tidak: ya\npersyaratan:\n  - bunyi: Sudah kawin\n    harus: kawin\npengaduan:\n  saluran:\n    - sms: 0812 3456 7893\nuji:\n  - nama: RAHASIA\n    jawaban: {kawin: ya}\n    hasil: memenuhi\n";
    let built = Site::with_service()
        .with("content/dinas-contoh/agency.yaml", agency)
        .with(SERVICE, service)
        .build();
    let mut found = BTreeMap::new();
    for (name, file) in files(&built) {
        pointers(&file, name, &mut found);
    }
    let all: String = found.into_values().collect::<Vec<_>>().join("\n");
    for (number, published) in [
        ("0812 3456 7890", false),
        ("0812 3456 7891", false),
        ("0812 3456 7892", true),
        ("0812 3456 7893", false),
        ("RAHASIA", false),
        ("Jalan Contoh 1", true),
        ("Sudah kawin?", true),
    ] {
        assert_eq!(all.contains(number), published, "{number}");
    }
}

#[test]
fn the_catalogue_lists_what_is_built_and_leads_to_it() {
    let site = Site::read("tests/sites/kota-contoh").with(
        "content/kecamatan-contoh/baru.yaml",
        "judul: Layanan baru\nstatus: rancangan\n",
    );
    let built = site.build();
    let catalogue = data(&built, "services.json");
    let services = catalogue["services"].as_array().expect("a list");
    let single = files(&built);
    let single = single
        .keys()
        .filter(|name| kind(name) == "service_file")
        .count();
    assert_eq!(
        (services.len(), &catalogue["total"]),
        (single, &json!(single))
    );
    assert!(
        services
            .iter()
            .all(|one| one["id"] != "kecamatan-contoh/baru")
    );
    for service in services {
        for link in [
            &service["data"],
            &service["pages"]["id"],
            &service["pages"]["en"],
        ] {
            let link = link.as_str().expect("a link");
            let path = link
                .strip_prefix("https://kota-contoh.example/")
                .expect("a whole address");
            assert!(built.files.contains_key(path), "{path}");
        }
    }
    let with_drafts = site.with_drafts().build();
    assert_eq!(
        data(&with_drafts, "services.json")["total"],
        json!(single + 1)
    );
}

#[test]
fn a_site_without_an_address_links_from_where_a_file_stands() {
    let built = Site::with_service()
        .with("site.yaml", "judul: Standar Pelayanan\ncontoh: ya\n")
        .build();
    let file = data(&built, "dinas-contoh/ktp.json");
    assert_eq!(file["pages"]["id"], "../../../dinas-contoh/ktp.html");
    assert_eq!(file["$schema"], "../schema.json");
    assert_eq!(
        data(&built, "services.json")["services"][0]["data"],
        "dinas-contoh/ktp.json"
    );
    assert_eq!(data(&built, "services.json")["$schema"], "schema.json");
}

#[test]
fn a_site_has_data_only_where_it_asks_for_it() {
    let without = Site::with_service()
        .with(
            "site.yaml",
            "judul: Standar Pelayanan\nkeluaran: [html, umpan]\n",
        )
        .build();
    without.page("index.html");
    assert!(!without.files.keys().any(|path| path.starts_with("api/")));
    let with = Site::with_service()
        .with(
            "site.yaml",
            "judul: Standar Pelayanan\nkeluaran: [html, api]\n",
        )
        .build();
    for name in [
        "services.json",
        "dinas-contoh/ktp.json",
        "dinas-contoh/ktp.cpsv.jsonld",
        "dinas-contoh/ktp.hsds.json",
    ] {
        assert!(with.files.contains_key(&format!("api/v1/{name}")), "{name}");
    }
}
