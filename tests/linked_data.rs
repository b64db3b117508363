//! A service as linked data and for directories, by rules taken from the specifications: the shapes of CPSV-AP 3.2.0 and
//! the schemas of HSDS 3; and what pages say in the words of schema.org.

use std::collections::{BTreeMap, BTreeSet};

use scraper::{Html, Selector};
use serde_json::{Value, json};

use crate::site::{Built, PAGE, SERVICE, Site};

const FOLDERS: [&str; 3] = [".", "tests/data/reference", "tests/sites/kota-contoh"];

/// A property of a class: how often at least and at most, and what its values are.
type Property = (&'static str, usize, usize, Of);

/// What the values of a property are.
#[derive(Debug, Clone, Copy)]
enum Of {
    /// Texts with their language.
    Words,
    /// A plain text.
    Text,
    /// Something of a class, or a mere link to something described elsewhere.
    Class(&'static str),
    /// A literal of a datatype.
    Literal(&'static str),
    /// A link.
    Link,
}

const ANY: usize = usize::MAX;

/// The classes that are used, with the properties that the shapes of CPSV-AP 3.2.0 demand or limit.
fn shape(class: &str) -> Option<Vec<Property>> {
    use Of::{Class, Link, Literal, Text, Words};
    Some(match class {
        "cpsv:PublicService" => vec![
            ("dct:identifier", 1, 1, Text),
            ("dct:title", 1, ANY, Words),
            ("dct:description", 1, ANY, Words),
            ("dcat:keyword", 0, ANY, Words),
            ("dct:language", 0, ANY, Class("dct:LinguisticSystem")),
            ("adms:status", 0, 1, Class("skos:Concept")),
            (
                "cv:hasCompetentAuthority",
                1,
                ANY,
                Class("cv:PublicOrganisation"),
            ),
            ("dct:spatial", 0, ANY, Class("dct:Location")),
            ("cv:processingTime", 0, 1, Literal("xsd:duration")),
            ("cv:holdsRequirement", 0, ANY, Class("cv:Requirement")),
            ("cpsv:produces", 0, ANY, Class("cv:Output")),
            ("cv:hasCost", 0, ANY, Class("cv:Cost")),
            ("cv:hasChannel", 0, ANY, Class("cv:Channel")),
            ("cpsv:follows", 0, ANY, Class("cpsv:Rule")),
            ("cv:hasLegalResource", 0, ANY, Class("eli:LegalResource")),
            ("cv:contactPoint", 0, ANY, Class("cv:ContactPoint")),
            ("cv:isGroupedBy", 0, ANY, Class("cv:Event")),
            ("foaf:page", 0, ANY, Class("foaf:Document")),
        ],
        "cv:PublicOrganisation" => vec![
            ("dct:identifier", 0, ANY, Text),
            ("skos:prefLabel", 1, ANY, Words),
            ("dct:spatial", 1, ANY, Class("dct:Location")),
        ],
        "cv:Requirement" => vec![
            ("dct:identifier", 1, 1, Text),
            ("dct:title", 1, ANY, Words),
            ("dct:description", 0, ANY, Words),
            ("cv:hasSupportingEvidence", 0, ANY, Class("cv:Evidence")),
        ],
        "cv:Evidence" => vec![
            ("dct:identifier", 1, 1, Text),
            ("dct:title", 1, ANY, Words),
            ("dct:conformsTo", 0, ANY, Class("cv:EvidenceType")),
        ],
        "cv:EvidenceType" => vec![
            ("dct:identifier", 1, 1, Text),
            ("skos:prefLabel", 0, ANY, Words),
        ],
        "cv:Output" => vec![("dct:identifier", 1, 1, Text), ("dct:title", 1, ANY, Words)],
        "cv:Event" => vec![("dct:identifier", 1, 1, Text), ("dct:title", 1, ANY, Words)],
        "cv:Cost" => vec![
            ("dct:identifier", 1, 1, Text),
            ("dct:description", 0, ANY, Words),
            ("cv:hasValue", 0, 1, Literal("xsd:double")),
            ("cv:currency", 0, 1, Class("skos:Concept")),
        ],
        "cv:Channel" => vec![
            ("dct:identifier", 1, 1, Text),
            ("dct:type", 0, 1, Class("skos:Concept")),
            ("dct:description", 0, ANY, Words),
            ("foaf:page", 0, ANY, Link),
        ],
        "cpsv:Rule" => vec![
            ("dct:identifier", 1, 1, Text),
            ("dct:title", 1, ANY, Words),
            ("dct:description", 1, ANY, Words),
        ],
        "cv:ContactPoint" => vec![
            ("cv:telephone", 0, ANY, Text),
            ("cv:email", 0, ANY, Text),
            ("cv:contactPage", 0, ANY, Class("foaf:Document")),
        ],
        "eli:LegalResource" => vec![("dct:title", 0, ANY, Words)],
        "skos:Concept" => vec![("skos:prefLabel", 0, ANY, Words)],
        "dct:Location" => vec![("locn:geographicName", 0, ANY, Words)],
        "dct:LinguisticSystem" => vec![("dct:identifier", 0, ANY, Text)],
        "foaf:Document" => vec![],
        _ => return None,
    })
}

/// What is wrong with a node of a graph; the classes that are met are noted.
fn faults(node: &Value, class: &str, met: &mut BTreeSet<String>, found: &mut Vec<String>) {
    let kinds = many(&node["@type"]);
    if !kinds.iter().any(|kind| *kind == class) {
        found.push(format!("no {class}: {node}"));
        return;
    }
    let Some(shape) = shape(class) else {
        found.push(format!("{class} is not known"));
        return;
    };
    met.insert(class.to_owned());
    for key in node.as_object().into_iter().flatten().map(|(key, _)| key) {
        let known = key.starts_with('@') || shape.iter().any(|(name, ..)| name == key);
        if !known {
            found.push(format!("{class} has no {key}"));
        }
    }
    for (name, least, most, of) in shape {
        let values = many(&node[name]);
        if values.len() < least || values.len() > most {
            found.push(format!("{class} has {} of {name}", values.len()));
        }
        for value in values {
            let fits = match of {
                Of::Text => value.as_str().is_some_and(|text| !text.is_empty()),
                Of::Words => is_literal(value, "@language"),
                Of::Literal(kind) => is_literal(value, "@type") && value["@type"] == kind,
                Of::Link => value["@id"].as_str().is_some_and(|id| id.contains(':')),
                Of::Class(class) => {
                    faults(value, class, met, found);
                    true
                }
            };
            if !fits {
                found.push(format!("{class} {name}: {value}"));
            }
        }
    }
}

fn many(value: &Value) -> Vec<&Value> {
    match value {
        Value::Null => Vec::new(),
        Value::Array(values) => values.iter().collect(),
        one => vec![one],
    }
}

fn is_literal(value: &Value, key: &str) -> bool {
    let keys = value.as_object().map_or(0, serde_json::Map::len);
    let said = value["@value"]
        .as_str()
        .is_some_and(|text| !text.is_empty());
    said && keys == 2 && value[key].is_string()
}

fn linked(built: &Built) -> impl Iterator<Item = (&String, Value)> {
    of_ending(built, ".cpsv.jsonld")
}

fn of_ending<'a>(built: &'a Built, end: &'static str) -> impl Iterator<Item = (&'a String, Value)> {
    let files = built
        .files
        .iter()
        .filter(move |(path, _)| path.ends_with(end));
    files.map(|(path, bytes)| (path, serde_json::from_slice(bytes).expect("JSON")))
}

#[test]
fn every_service_keeps_to_the_shapes_of_cpsv_ap() {
    let (mut met, mut count) = (BTreeSet::new(), 0);
    for folder in FOLDERS {
        let built = Site::read(folder).build();
        for (path, file) in linked(&built) {
            let mut found = Vec::new();
            let mut graph = file.clone();
            let context = graph
                .as_object_mut()
                .and_then(|graph| graph.remove("@context"));
            faults(&graph, "cpsv:PublicService", &mut met, &mut found);
            assert!(found.is_empty(), "{folder}: {path}: {found:#?}");
            names_are_known(&graph, &context.expect("a context"));
            count += 1;
        }
    }
    assert!(count > 20, "{count} services");
    for class in [
        "cv:Cost",
        "cv:Channel",
        "cv:Event",
        "cv:EvidenceType",
        "cpsv:Rule",
        "cv:ContactPoint",
        "eli:LegalResource",
    ] {
        assert!(met.contains(class), "no service has {class}");
    }
}

/// Every prefix is in the file's own context, and nothing has to be fetched.
fn names_are_known(value: &Value, context: &Value) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                if !key.starts_with('@') {
                    let (prefix, _) = key.split_once(':').expect("a prefix");
                    assert!(context[prefix].is_string(), "{key}");
                }
                names_are_known(value, context);
            }
        }
        Value::Array(list) => list
            .iter()
            .for_each(|value| names_are_known(value, context)),
        _ => assert!(context.is_object()),
    }
}

#[test]
fn what_breaks_a_shape_is_noticed() {
    let built = Site::read("tests/data/reference").build();
    let (_, file) = linked(&built)
        .find(|(path, _)| path.contains("lengkap"))
        .expect("a file");
    for (pointer, wrong) in [
        ("/dct:title", json!("plain")),
        ("/dct:description", Value::Null),
        ("/cv:hasCompetentAuthority/0/dct:spatial", json!([])),
        ("/cv:hasCost/0/@type", json!("cv:Price")),
        ("/cv:holdsRequirement/0/dct:identifier", json!(["a", "b"])),
        ("/cpsv:follows/0/dct:description", Value::Null),
    ] {
        let mut file = file.clone();
        file.as_object_mut()
            .and_then(|file| file.remove("@context"));
        *file
            .pointer_mut(pointer)
            .unwrap_or_else(|| panic!("{pointer}")) = wrong;
        let mut found = Vec::new();
        faults(
            &file,
            "cpsv:PublicService",
            &mut BTreeSet::new(),
            &mut found,
        );
        assert!(!found.is_empty(), "{pointer} is accepted");
    }
}

#[test]
fn working_days_are_no_duration_and_stay_in_words() {
    let service = |time: &str| {
        let text = format!("judul: Contoh\nwaktu: {time}\n");
        let built = Site::with_service().with(SERVICE, text).build();
        let (_, file) = linked(&built).next().expect("a file");
        file
    };
    let days = service("3 hari");
    assert_eq!(days["cv:processingTime"]["@value"], "P3D");
    assert!(days.get("cpsv:follows").is_none());
    let working = service("3 hari kerja");
    assert!(working.get("cv:processingTime").is_none());
    assert_eq!(
        working["cpsv:follows"][0]["dct:description"][0]["@value"],
        "3 hari kerja"
    );
}

/// The keys of each object that HSDS 3 demands, and those that it has.
const DIRECTORY: [(&str, &[&str], &[&str]); 8] = [
    (
        "service",
        &["id", "name", "status"],
        &[
            "alternate_name",
            "description",
            "url",
            "email",
            "alert",
            "application_process",
            "fees_description",
            "eligibility_description",
            "assured_date",
            "last_modified",
            "phones",
            "schedules",
            "service_areas",
            "languages",
            "organization",
            "cost_options",
            "required_documents",
        ],
    ),
    ("organization", &["id", "name", "description"], &["website"]),
    (
        "phones",
        &["id", "number"],
        &["extension", "type", "description"],
    ),
    (
        "schedules",
        &["id"],
        &["freq", "wkst", "byday", "opens_at", "closes_at", "notes"],
    ),
    ("service_areas", &["id"], &["name"]),
    ("languages", &["id"], &["name", "code"]),
    (
        "cost_options",
        &["id"],
        &["option", "currency", "amount", "amount_description"],
    ),
    ("required_documents", &["id"], &["document"]),
];

/// Checks an object of the directory and all in it; its ids are noted.
fn check_directory(value: &Value, name: &str, ids: &mut BTreeMap<String, String>) {
    let (_, demanded, further) = DIRECTORY
        .iter()
        .find(|(known, ..)| *known == name)
        .unwrap_or_else(|| panic!("{name}"));
    let map = value.as_object().expect("an object");
    for key in *demanded {
        assert!(map.contains_key(*key), "{name} without {key}: {value}");
    }
    for (key, value) in map {
        assert!(
            demanded.contains(&key.as_str()) || further.contains(&key.as_str()),
            "{name}: {key}"
        );
        match value {
            Value::Array(list) => list.iter().for_each(|one| check_directory(one, key, ids)),
            Value::Object(_) => check_directory(value, key, ids),
            Value::String(text) => check_text(name, key, text),
            Value::Number(_) => assert!(["amount", "extension"].contains(&key.as_str()), "{key}"),
            _ => panic!("{name}: {key}: {value}"),
        }
    }
    let id = map["id"].as_str().expect("an id").to_owned();
    let before = ids.insert(id, name.to_owned());
    assert!(
        before.is_none() || name == "organization",
        "an id twice: {value}"
    );
}

fn check_text(name: &str, key: &str, text: &str) {
    assert!(!text.is_empty(), "{name}: {key}");
    let clock = |text: &str| text.len() == 5 && text.as_bytes()[2] == b':';
    let days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    let fits = match key {
        "id" => {
            let parts: Vec<usize> = text.split('-').map(str::len).collect();
            parts == [8, 4, 4, 4, 12]
                && text.as_bytes()[14] == b'8'
                && "89ab".contains(&text[19..20])
        }
        "url" | "website" => text.contains("://"),
        "status" => ["active", "inactive", "defunct", "temporarily closed"].contains(&text),
        "assured_date" => text.parse::<jiff::civil::Date>().is_ok(),
        "last_modified" => text.parse::<jiff::Timestamp>().is_ok(),
        "freq" => text == "WEEKLY",
        "byday" => text.split(',').all(|day| days.contains(&day)),
        "opens_at" | "closes_at" => clock(text),
        _ => true,
    };
    assert!(fits, "{name}: {key}: {text}");
}

#[test]
fn every_service_keeps_to_the_schemas_of_the_directory() {
    let mut ids = BTreeMap::new();
    let mut count = 0;
    for folder in FOLDERS {
        let built = Site::read(folder).build();
        for (_, file) in of_ending(&built, ".hsds.json") {
            check_directory(&file, "service", &mut ids);
            count += 1;
        }
    }
    let kinds: BTreeSet<&str> = ids.values().map(String::as_str).collect();
    assert_eq!(kinds.len(), DIRECTORY.len(), "{kinds:?}");
    assert!(count > 20, "{count} services");
}

/// The graph that a page holds.
fn graph(built: &Built, path: &str) -> Vec<Value> {
    let page = Html::parse_document(built.page(path));
    let selector = Selector::parse("script[type='application/ld+json']").expect("a selector");
    let scripts: Vec<String> = page
        .select(&selector)
        .map(|script| script.text().collect())
        .collect();
    let [script] = &scripts[..] else {
        panic!("{} blocks of data on {path}", scripts.len());
    };
    let data: Value = serde_json::from_str(script).expect("JSON");
    assert_eq!(data["@context"], "https://schema.org");
    data["@graph"].as_array().expect("a graph").clone()
}

#[test]
fn each_page_says_what_it_is_in_the_words_of_schema_org() {
    let built = Site::read("tests/data/reference").build();
    for (path, kind) in [
        ("index.html", "WebSite"),
        ("en/index.html", "WebSite"),
        ("daftar.html", "CollectionPage"),
        ("dinas-contoh/index.html", "GovernmentOrganization"),
        ("tentang.html", "WebPage"),
    ] {
        let graph = graph(&built, path);
        assert_eq!(graph[0]["@type"], kind, "{path}");
        let page = Html::parse_document(built.page(path));
        let canonical = Selector::parse("link[rel=canonical]").expect("a selector");
        let canonical = page
            .select(&canonical)
            .next()
            .and_then(|link| link.attr("href"));
        assert_eq!(graph[0]["url"].as_str(), canonical, "{path}");
        assert!(!graph[0]["name"].as_str().unwrap_or_default().is_empty());
    }
    let agency = graph(&built, "dinas-contoh/index.html");
    assert_eq!(agency[0]["address"]["addressCountry"], "ID");
    let trail = &agency[1]["itemListElement"];
    assert_eq!(
        trail[0]["item"],
        "https://contoh.example/layanan/index.html"
    );
    assert_eq!(trail[1]["position"], 2);
    assert!(!built.page("404.html").contains("ld+json"));
}

#[test]
fn data_on_a_page_cannot_end_its_script_and_needs_no_hash() {
    let site = Site::with_service().with(
        "site.yaml",
        "judul: \"</script><!-- & 'x'\"\nalamat_situs: https://contoh.example/\n",
    );
    let built = site.build();
    let page = built.page("index.html");
    assert_eq!(
        graph(&built, "index.html")[0]["name"],
        "</script><!-- & 'x'"
    );
    assert!(page.contains("script-src 'none'") || page.matches("sha256-").count() >= 1);
    let after = page.split("application/ld+json").nth(1).expect("the data");
    assert_eq!(after.matches("</script>").count(), 1, "{after}");
}

#[test]
fn those_who_share_a_list_show_its_title_and_address() {
    let built = Site::read("tests/data/reference").build();
    let said = |path: &str, name: &str| {
        let page = Html::parse_document(built.page(path));
        let selector = Selector::parse(&format!("meta[property='og:{name}']")).expect("a selector");
        let values: Vec<String> = page
            .select(&selector)
            .filter_map(|meta| meta.attr("content").map(str::to_owned))
            .collect();
        values.join("|")
    };
    assert_eq!(said("index.html", "type"), "website");
    assert_eq!(said("index.html", "title"), "Standar Pelayanan Kota Contoh");
    assert_eq!(said("en/daftar.html", "type"), "article");
    assert_eq!(said("en/daftar.html", "locale"), "en_GB");
    assert_eq!(said("daftar.html", "locale"), "id_ID");
    assert_eq!(
        said("daftar.html", "url"),
        "https://contoh.example/layanan/daftar.html"
    );
    assert_eq!(
        said("daftar.html", "site_name"),
        "Standar Pelayanan Kota Contoh"
    );
    assert!(!said("daftar.html", "description").is_empty());
}

#[test]
fn the_page_about_the_data_leads_to_every_kind_of_file() {
    let site = Site::with_service().with(
        "site.yaml",
        "judul: Standar Pelayanan\nalamat_situs: https://contoh.example/kota/\nbahasa: [id, en]\ninstansi:\n  nama: Pemerintah Kota Contoh\n",
    );
    let built = site.build();
    for (path, owner) in [
        (
            "data-terbuka.html",
            "Tanyakan lebih dulu kepada Pemerintah Kota Contoh",
        ),
        ("en/data-terbuka.html", "Ask Pemerintah Kota Contoh first"),
    ] {
        let page = Html::parse_document(built.page(path));
        let selector = Selector::parse("main a").expect("a selector");
        let links = page.select(&selector).filter_map(|link| link.attr("href"));
        let links: BTreeSet<&str> = links.map(|link| link.trim_start_matches("../")).collect();
        let expected = [
            "services.json",
            "agencies.json",
            "lists.json",
            "schema.json",
            "dinas-contoh/ktp.json",
            "dinas-contoh/ktp.cpsv.jsonld",
            "dinas-contoh/ktp.hsds.json",
        ];
        let expected = expected.map(|name| format!("api/v1/{name}"));
        let expected: BTreeSet<&str> = expected.iter().map(String::as_str).collect();
        assert_eq!(links, expected);
        assert!(links.iter().all(|link| built.files.contains_key(*link)));
        assert!(built.page(path).contains(owner), "{path}");
    }
    assert!(built.page("index.html").contains("data-terbuka.html"));
    assert!(!built.page(PAGE).contains("data-terbuka.html"));
}

#[test]
fn a_service_says_who_offers_it_what_it_costs_and_what_is_asked() {
    let text = "judul: Contoh Layanan\nringkasan: Satu kalimat.\nwilayah_layanan: [Kota Contoh]\nwaktu: 2 jam\nbiaya: gratis\ntanya_jawab:\n  - tanya: Boleh diwakilkan?\n    jawab: \"Boleh, dengan **surat kuasa**.\"\n";
    let built = Site::with_service().with(SERVICE, text).build();
    let said = graph(&built, PAGE);
    let service = json!({
        "@type": "GovernmentService",
        "name": "Contoh Layanan",
        "description": "Satu kalimat.",
        "url": format!("https://contoh.example/layanan/{PAGE}"),
        "serviceOperator": {"@type": "GovernmentOrganization", "name": "Dinas Contoh"},
        "areaServed": ["Kota Contoh"],
        "availableChannel": {"@type": "ServiceChannel", "processingTime": "PT2H"},
        "offers": {"@type": "Offer", "price": 0, "priceCurrency": "IDR"},
    });
    assert_eq!(said[0], service);
    assert_eq!(said[1]["@type"], "BreadcrumbList");
    assert_eq!(
        said[1]["itemListElement"][1]["item"],
        "https://contoh.example/layanan/dinas-contoh/index.html"
    );
    assert_eq!(said[2]["mainEntity"][0]["name"], "Boleh diwakilkan?");
    let priced =
        "judul: Contoh\nbiaya:\n  - {bunyi: A, rupiah: 5000}\n  - {bunyi: B, rupiah: 7000}\n";
    let built = Site::with_service().with(SERVICE, priced).build();
    assert!(graph(&built, PAGE)[0].get("offers").is_none());
}
