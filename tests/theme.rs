//! What the default theme makes of the views of real pages, and what happens when a site replaces its files.

mod gallery;
mod look;
mod replaced;
mod sides;
mod views;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use maklumat::language::Words as ThemeWords;
use maklumat::theme::{Form, Theme};
use scraper::{Html, Selector};
use serde_json::Value;

use crate::site::Site;
use views::views;

/// A page of the site in which every key is used once.
fn reference(address: &str) -> Html {
    let built = Site::read("tests/data/reference").build();
    Html::parse_document(built.page(address))
}

fn count(html: &Html, selector: &str) -> usize {
    html.select(&Selector::parse(selector).unwrap()).count()
}

fn texts(html: &Html, selector: &str) -> Vec<String> {
    html.select(&Selector::parse(selector).unwrap())
        .map(|element| {
            element
                .text()
                .collect::<String>()
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
        })
        .collect()
}

#[test]
fn every_file_of_the_folder_is_embedded() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default");
    let mut found = BTreeSet::new();
    for entry in walkdir::WalkDir::new(&root) {
        let entry = entry.unwrap();
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(&root).unwrap();
            found.insert(path.to_str().unwrap().replace('\\', "/"));
        }
    }
    let embedded: Vec<&str> = Theme::default_files()
        .iter()
        .map(|file| file.path)
        .collect();
    assert_eq!(
        embedded,
        found.iter().map(String::as_str).collect::<Vec<_>>()
    );
    assert!(
        Theme::default_file("service.html")
            .unwrap()
            .contains("extends")
    );
    assert_eq!(Theme::default_file("nothing.html"), None);
}

#[test]
fn both_languages_have_the_same_words() {
    let theme = Theme::embedded();
    let places = |words: &ThemeWords, key: &str| -> BTreeSet<String> {
        let parts = words.get(key).split('{').skip(1);
        parts
            .map(|part| part.split('}').next().unwrap().to_owned())
            .collect()
    };
    let (id, en) = (theme.language("id").words(), theme.language("en").words());
    assert_eq!(id.keys().collect::<Vec<_>>(), en.keys().collect::<Vec<_>>());
    for key in id.keys() {
        assert_eq!(places(id, key), places(en, key), "{key}");
        assert!(
            !id.get(key).trim().is_empty() && !en.get(key).trim().is_empty(),
            "{key}"
        );
        let inside = format!("{key}.");
        assert!(
            !id.keys().any(|other| other.starts_with(&inside)),
            "{key} is a sentence and a group"
        );
    }
    assert_eq!(theme.language("en-GB").words().get("unit.day"), "day");
    assert_eq!(theme.language("jv").words().get("unit.day"), "hari");
}

/// Places of views whose words choose something, or say it of another.
const CHOOSE: [&str; 8] = [
    "brings", "dir", "key", "kind", "lang", "state", "states", "status",
];

/// What a page has no place for: each place of a view, and why.
const NOT_SHOWN: [(&str, &str); 0] = [];

/// Puts a word of its own in the place of each text of a view, so that all are told apart.
fn told_apart(value: &mut Value, place: &str, words: &mut BTreeMap<String, String>) {
    match value {
        Value::Array(values) => values
            .iter_mut()
            .for_each(|value| told_apart(value, place, words)),
        Value::Object(map) => {
            for (key, value) in map {
                if !CHOOSE.contains(&key.as_str()) {
                    told_apart(value, &format!("{place}.{key}"), words);
                }
            }
        }
        Value::String(text) if !text.is_empty() => {
            let word = format!("kata{}x", words.len());
            words.insert(word.clone(), format!("{place}: {text}"));
            *text = word;
        }
        _ => {}
    }
}

/// All places of a view that hold something, and all that hold nothing.
fn places(value: &Value, place: &str, filled: &mut BTreeSet<String>, empty: &mut BTreeSet<String>) {
    match value {
        Value::Array(values) if !values.is_empty() => values
            .iter()
            .for_each(|value| places(value, place, filled, empty)),
        Value::Object(map) => {
            filled.insert(place.to_owned());
            for (key, value) in map {
                places(value, &format!("{place}.{key}"), filled, empty);
            }
        }
        Value::Null | Value::Array(_) => drop(empty.insert(place.to_owned())),
        Value::String(text) if text.is_empty() => drop(empty.insert(place.to_owned())),
        _ => drop(filled.insert(place.to_owned())),
    }
}

#[test]
fn no_field_of_a_view_is_lost() {
    let mut lost = BTreeMap::new();
    for mut view in views() {
        let mut words = BTreeMap::new();
        told_apart(&mut view.page, view.template, &mut words);
        let html = view.render(Form::AsWritten);
        for (word, said) in words {
            if !html.contains(&word) {
                let (place, said) = said.split_once(": ").expect("a place");
                let first = format!("{} of {}/{}", said, view.site, view.address);
                lost.entry(place.to_owned()).or_insert(first);
            }
        }
    }
    for (place, why) in NOT_SHOWN {
        assert!(lost.remove(place).is_some(), "{place} is shown: {why}");
    }
    assert_eq!(lost, BTreeMap::new());
}

#[test]
fn every_place_of_a_view_is_filled_on_some_page() {
    let (mut filled, mut empty) = (BTreeSet::new(), BTreeSet::new());
    for view in views() {
        places(&view.page, view.template, &mut filled, &mut empty);
    }
    let never: Vec<&String> = empty.difference(&filled).collect();
    assert_eq!(never, Vec::<&String>::new());
}

#[test]
fn items_carry_the_contract_and_never_nest() {
    let html = reference("dinas-contoh/layanan-lengkap.html");
    for item in [
        "requirements.1",
        "requirements.2",
        "requirements.7",
        "requirements.7.1",
        "procedure.2",
    ] {
        let item = format!("[data-item=\"{item}\"]");
        assert_eq!(count(&html, &item), 1, "{item}");
    }
    for item in ["time.1", "cost.2"] {
        for part in [".summary", "#where"] {
            let item = format!("{part} [data-item=\"{item}\"]");
            assert_eq!(count(&html, &item), 1, "{item}");
        }
    }
    assert_eq!(count(&html, "#who [data-item=\"eligibility.1\"]"), 1);
    assert_eq!(count(&html, "[data-item] [data-item]"), 0);
}

#[test]
fn a_text_in_another_language_says_so() {
    let html = reference("en/dinas-contoh/layanan-lengkap.html");
    assert_eq!(count(&html, "html[lang=en]"), 1);
    assert_eq!(texts(&html, "h1:not([lang])"), ["A complete service"]);
    let said = texts(&html, "#standard dd [lang=id]");
    assert!(said.contains(&"LAYANAN LENGKAP".to_owned()), "{said:?}");
    let clauses = texts(&html, "#standard .clauses [lang=id]");
    assert!(clauses.contains(&"KARTU".to_owned()), "{clauses:?}");
    assert_eq!(texts(&html, ".papers [lang=id]")[0], "Fotokopi KK");
    assert_eq!(
        texts(&html, "#guidance .prose:not([lang])"),
        ["Guidance in English."]
    );
    assert_eq!(count(&html, "#faq .prose[lang=id]"), 1);
    let pictures = "#main :is(section, details) img";
    assert!(count(&html, pictures) > 0);
    let own = format!("{pictures}[lang=id]");
    assert_eq!(count(&html, &own), count(&html, pictures));
}

#[test]
fn each_page_has_its_frame() {
    for view in views() {
        let name = format!("{}/{}", view.site, view.address);
        let text = view.render(Form::AsWritten);
        let policy = "<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"@policy@\">";
        assert_eq!(text.matches(policy).count(), 1, "{name}");
        let html = Html::parse_document(&text);
        assert!(html.errors.is_empty(), "{name}: {:?}", html.errors);
        let has_address = usize::from(view.address != "404.html");
        let languages = &view.page["frame"]["alternates"];
        let languages = languages.as_array().is_some_and(|all| !all.is_empty());
        for (selector, wanted) in [
            ("h1", 1),
            ("main", 1),
            ("style", 1),
            ("body > a.skip[href=\"#main\"]", 1),
            ("section#help h2", 1),
            ("body > aside.example", 1),
            ("meta[name=robots][content=noindex]", 1),
            ("link[rel=canonical]", has_address),
            ("link[rel=icon][href^=\"data:\"]", 1),
            (
                "[style], script[src], [value=\"\"], [id=\"\"], [lang=\"\"]",
                0,
            ),
            ("[aria-current=true]", usize::from(languages)),
        ] {
            assert_eq!(count(&html, selector), wanted, "{name}: {selector}");
        }
        let inside = count(&html, "main section#help");
        let wanted = usize::from(view.template == "service.html");
        assert_eq!(inside, wanted, "{name}: a service says whom to ask itself");
    }
}

#[test]
fn a_page_of_the_past_leads_on() {
    let html = reference("lama/layanan.html");
    let to = "../dinas-contoh/layanan-lengkap.html";
    let refresh = format!("head > meta[http-equiv=refresh][content=\"0; url={to}\"]");
    assert_eq!(count(&html, &refresh), 1);
    let link = format!("main a[href=\"{to}\"]");
    assert_eq!(texts(&html, &link), ["Layanan Lengkap"]);
}

#[test]
fn what_a_site_says_is_escaped() {
    let text = "<script>alert(1)</script>\" onclick=\"x";
    let mut view = views().pop().expect("a page");
    let quiet = count(&Html::parse_document(&view.render(Form::AsWritten)), "script");
    let mut filled = 0;
    spoil(&mut view.page, text, &mut filled);
    let html = Html::parse_document(&view.render(Form::AsWritten));
    assert!(filled > 20, "only {filled} texts were spoilt");
    assert_eq!(count(&html, "[onclick]"), 0);
    assert_eq!(count(&html, "script"), quiet);
}

/// Puts a text in the place of all words and links of a view.
fn spoil(value: &mut Value, text: &str, filled: &mut usize) {
    match value {
        Value::Array(values) => values.iter_mut().for_each(|one| spoil(one, text, filled)),
        Value::Object(map) => {
            for (key, value) in map {
                match value {
                    Value::String(own) if ["text", "href", "term", "label"].contains(&key.as_str()) => {
                        text.clone_into(own);
                        *filled += 1;
                    }
                    _ => spoil(value, text, filled),
                }
            }
        }
        _ => {}
    }
}

#[test]
fn a_table_in_markdown_needs_no_style_of_its_own() {
    let table = "| biaya | rupiah |\n| --- | ---: |\n| cetak | 5.000 |\n";
    let page = format!("---\njudul: Contoh\n---\n{table}");
    let built = crate::site::Site::new()
        .with("content/pages/contoh.md", page)
        .build();
    assert!(!built.report.has_errors(), "{:?}", built.report.findings);
    let html = Html::parse_document(built.page("contoh.html"));
    assert_eq!(texts(&html, "td.end"), ["5.000"]);
}
