//! The web editor: its forms are those of the checker, its files go where they are asked for.

use std::collections::BTreeMap;

use maklumat::cms::short_key;
use maklumat::diagnostic::Lang;
use maklumat::model::shape::{RecordShape, Shape};
use maklumat::parse::file_shapes;
use serde_json::Value;

use crate::site::{Folder, SERVICE, Site};

/// Every record that files hold, by name.
fn records() -> BTreeMap<&'static str, &'static RecordShape> {
    let mut found = BTreeMap::new();
    let mut open: Vec<Shape> = file_shapes().into_iter().map(|(_, shape)| shape).collect();
    while let Some(shape) = open.pop() {
        match shape {
            Shape::List(inner) | Shape::Named(inner) => open.push(*inner),
            Shape::Any(shapes) => open.extend(shapes),
            Shape::Record(record) if found.insert(record.name, record).is_none() => {
                open.extend(record.fields.iter().map(|field| (field.shape)()));
            }
            _ => {}
        }
    }
    found
}

/// The configuration that the command writes for a site.
fn config(site: &Folder) -> Value {
    serde_yaml::from_str(&site.read("editor/config.yml")).expect("YAML")
}

/// The field of a name among fields.
fn field<'a>(fields: &'a Value, name: &str) -> &'a Value {
    let mut fields = fields.as_array().into_iter().flatten();
    fields.find(|field| field["name"] == name).expect(name)
}

#[test]
fn a_short_form_says_the_same_as_the_key_that_the_form_shows() {
    // Where each record stands, with `{}` for its short form.
    let places = [
        ("requirement", "persyaratan:\n  - {}\n"),
        (
            "otherwise",
            "pertanyaan:\n  - {id: a, tanya: A?, ya_tidak: ya}\npersyaratan:\n  - {bunyi: Syarat, harus: a, jika_tidak: {}}\n",
        ),
        (
            "choice",
            "pertanyaan:\n  - {id: a, tanya: A?, pilihan: {x: {}, y: Ypsilon}}\npersyaratan:\n  - {bunyi: Surat, jika: a = x}\n",
        ),
        ("step", "prosedur:\n  - {}\n"),
        ("offered_at", "tersedia_di:\n  - {}\n"),
        ("product", "produk:\n  - {}\n"),
        ("facility", "sarana_prasarana:\n  - {}\n"),
        ("legal_basis", "dasar_hukum:\n  - {}\n"),
    ];
    let records = records();
    for (name, place) in places {
        let key = short_key(records[name]).expect(name).name(Lang::Id);
        let page = |value: &str| {
            let text = format!("judul: Contoh\n{}", place.replacen("{}", value, 1));
            let site = Site::new()
                .with("content/lain/agency.yaml", "nama: Lain\n")
                .with("content/kantor/agency.yaml", "nama: Kantor\n")
                .with(SERVICE, text);
            site.build().page("dinas-contoh/ktp.html").to_owned()
        };
        let (value, other) = if name == "offered_at" {
            ("lain", "kantor")
        } else {
            ("Sebuah kalimat", "Lain lagi")
        };
        let short = page(value);
        // The version in the foot of a page is of the file.
        let same = |page: &str| page.split("Versi").next().map(str::to_owned);
        assert_eq!(
            same(&short),
            same(&page(&format!("{{{key}: {value}}}"))),
            "{name}"
        );
        assert_ne!(same(&short), same(&page(other)), "{name}");
    }
    let mut others: Vec<&str> = records
        .into_values()
        .filter(|record| record.short.is_some())
        .map(|record| record.name)
        .filter(|name| places.iter().all(|(place, _)| place != name))
        .collect();
    others.sort_unstable();
    // Of these the short form is read as numbers; the editor leaves it as it is until its words are changed.
    assert_eq!(others, ["cost_row", "time"]);
}

#[test]
fn a_form_has_every_key_its_hint_and_what_must_be_there() {
    let site = Folder::site();
    site.run("cms").exits(0);
    let config = config(&site);
    let service = field(&config["collections"], "layanan-dinas-contoh");
    let fields = service["fields"].as_array().expect("fields");
    let names: Vec<&str> = fields
        .iter()
        .filter_map(|field| field["name"].as_str())
        .collect();
    assert_eq!(
        names,
        [
            "judul",
            "keraguan",
            "persyaratan",
            "prosedur",
            "waktu",
            "biaya",
            "produk",
            "pengaduan",
            "lanjutan",
            "asal"
        ]
    );
    let more = &field(&service["fields"], "lanjutan")["fields"];
    for shape in records()["service"].fields {
        let own = names.contains(&shape.id).then_some(&service["fields"]);
        let field = field(own.unwrap_or(more), shape.id);
        assert_eq!(field["hint"], shape.about_id);
        assert_eq!(field["required"], shape.required);
    }
    let requirements = &field(&service["fields"], "persyaratan")["fields"];
    assert_eq!(field(requirements, "bunyi")["required"], true);
    let kinds = &field(requirements, "bentuk")["options"];
    assert_eq!(kinds[1]["value"], "fotokopi");
    // A shared question is named by its id alone.
    let questions = &field(more, "pertanyaan")["fields"];
    assert_eq!(field(questions, "id")["required"], true);
    assert_eq!(field(questions, "tanya")["required"], false);
}

#[test]
fn a_form_speaks_the_language_of_most_keys_of_its_folder() {
    let site = Folder::site()
        .with(SERVICE, "title: A\nsummary: B\nrequirements:\n  - C\n")
        .with("content/dinas-contoh/lain.yaml", "judul: A\n")
        .with("content/kantor/agency.yaml", "nama: Kantor\n")
        .with(
            "content/kantor/kartu.md",
            "---\njudul: Kartu\n---\nPanduan.\n",
        );
    site.run("cms").exits(0);
    let config = config(&site);
    let title = |name: &str| field(&config["collections"], name)["fields"][0]["name"].clone();
    assert_eq!(title("layanan-dinas-contoh"), "title");
    assert_eq!(title("markdown-kantor"), "judul");
    assert!(!site.read("editor/config.yml").contains("layanan-kantor"));
}

#[test]
fn the_editor_is_told_of_the_repository_and_loads_nothing_it_does_not_name() {
    let site = Folder::site();
    let call = "cms --backend gitlab --repository kota/situs --branch utama --inside situs --app-id abc --assets /milik-sendiri/";
    site.run(call).exits(0);
    let config = config(&site);
    let backend = serde_json::json!({
        "name": "gitlab", "repo": "kota/situs", "branch": "utama", "app_id": "abc", "auth_type": "pkce",
    });
    assert_eq!(config["backend"], backend);
    assert_eq!(config["publish_mode"], "editorial_workflow");
    assert_eq!(
        config["collections"][0]["folder"],
        "situs/content/dinas-contoh"
    );
    let page = site.read("editor/index.html");
    assert!(
        page.contains("src=\"/milik-sendiri/@sveltia/cms@"),
        "{page}"
    );
    assert!(
        !page.contains("https://") && !page.contains("integrity"),
        "{page}"
    );
    // With or without a slash at its end, what comes from elsewhere must be what was looked at.
    site.run("cms --assets https://unpkg.com/").exits(0);
    let page = site.read("editor/index.html");
    assert!(page.contains("integrity=\"sha384-"), "{page}");
    // Called again it replaces its own files.
    site.run("cms").exits(0);
    let page = site.read("editor/index.html");
    assert!(page.contains("integrity=\"sha384-"), "{page}");
    let (_, map) = page
        .split_once("<script type=\"importmap\">")
        .expect("a map");
    let (map, _) = map.split_once("</script>").expect("an end");
    let map: Value = serde_json::from_str(map).expect("JSON");
    let sum = &map["integrity"][map["imports"]["yaml"].as_str().expect("an address")];
    assert!(sum.as_str().expect("a sum").starts_with("sha384-"), "{map}");
}

#[test]
fn nothing_of_others_is_overwritten_and_nothing_is_published() {
    let site = Folder::site()
        .with("editor/config.yml", "milik: sendiri\n")
        .with("static/logo.txt", "a");
    let run = site.run("cms --lang en").exits(2);
    assert!(
        run.err.contains("config.yml` is not from this program"),
        "{}",
        run.err
    );
    assert_eq!(site.read("editor/config.yml"), "milik: sendiri\n");
    assert!(!site.has("editor/index.html"));
    let outside = tempfile::tempdir().expect("a folder");
    let link = outside.path().join("tautan");
    #[cfg(unix)]
    std::os::unix::fs::symlink(site.root().join("static"), &link).expect("a link");
    let linked = link.join("editor").display().to_string();
    let mut places = vec![
        "static/editor",
        "public/editor",
        "content",
        "content/../static/editor",
        "belum/ada/../../public",
    ];
    if cfg!(unix) {
        places.push(&linked);
    }
    for place in places {
        let run = site
            .run(&format!("cms --lang en --output {place}"))
            .exits(2);
        assert!(
            run.err.contains("not published with the site"),
            "{}",
            run.err
        );
        assert!(!site.has("static/editor/index.html"), "{place}");
    }
    Folder::empty().run("cms").exits(2);
}
