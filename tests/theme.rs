//! What the default theme makes of the views of real pages, and what happens when a site replaces its files.

mod gallery;
mod hues;
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
use views::{some_views, views};

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

/// What no page of these sites says at its own place, and why.
const NOT_SHOWN: [(&str, &str); 6] = [
    (
        "service.html.checklist.verdicts",
        "which verdicts have a heading, in the theme's words",
    ),
    (
        "frame.translated_from",
        "only a service has a standard that stays in its own language",
    ),
    (
        "service.html.papers.blocks.item.number",
        "those of its papers begin with it",
    ),
    (
        "finder.html.frame.help",
        "the sites with such a page say nothing of whom to ask",
    ),
    (
        "service.html.frame.help",
        "a service says itself whom to ask",
    ),
    (
        "service.html.unsettled.say.text",
        "the notice of the checklist says it, and the standard",
    ),
];

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

/// On how many pages a text is looked for that none has shown so far.
const TRIES: usize = 12;

#[test]
fn no_field_of_a_view_is_lost() {
    let (mut shown, mut lost) = (BTreeSet::new(), BTreeMap::new());
    let mut tried: BTreeMap<String, usize> = BTreeMap::new();
    for view in views() {
        let mut view = view.clone();
        let mut words = BTreeMap::new();
        told_apart(&mut view.page, view.template, &mut words);
        let own: BTreeSet<&str> = words
            .values()
            .filter_map(|said| said.split(": ").next())
            .collect();
        let open = own.into_iter().filter(|place| !shown.contains(*place));
        let open: Vec<&str> = open
            .filter(|place| tried.get(*place).is_none_or(|times| *times < TRIES))
            .collect();
        if open.is_empty() {
            continue;
        }
        for place in open {
            *tried.entry(place.to_owned()).or_default() += 1;
        }
        let html = view.render(Form::AsWritten);
        for (word, said) in words {
            let (place, said) = said.split_once(": ").expect("a place");
            match html.contains(&word) {
                true => drop(shown.insert(place.to_owned())),
                false => drop(lost.insert(place.to_owned(), format!("{said} ({})", view.address))),
            }
        }
    }
    lost.retain(|place, _| !shown.contains(place));
    for (part, why) in NOT_SHOWN {
        let before = lost.len();
        lost.retain(|place, _| !place.contains(part));
        assert!(lost.len() < before, "{part} is shown: {why}");
    }
    assert_eq!(lost, BTreeMap::new());
    assert!(shown.len() > 200, "only {} places are shown", shown.len());
}

#[test]
fn every_field_of_the_views_is_filled_on_some_page() {
    let (mut filled, mut empty) = (BTreeSet::new(), BTreeSet::new());
    for view in views() {
        places(&view.page, view.template, &mut filled, &mut empty);
    }
    let own = |place: &String| place.rsplit('.').next().map(str::to_owned);
    let filled: BTreeSet<String> = filled.iter().filter_map(own).collect();
    let empty: BTreeSet<String> = empty.iter().filter_map(own).collect();
    let never: Vec<&String> = empty.difference(&filled).collect();
    assert_eq!(never, Vec::<&String>::new());
}

#[test]
fn items_carry_the_contract_and_nest_in_their_group_alone() {
    let html = reference("dinas-contoh/layanan-lengkap.html");
    for item in [
        "requirements.1",
        "requirements.2",
        "requirements.8",
        "requirements.8.1",
        "procedure.2",
    ] {
        let item = format!("[data-item=\"{item}\"]");
        assert_eq!(count(&html, &item), 1, "{item}");
    }
    // A time stands on the first screen and among the details; of the costs it says the sum.
    for (part, item) in [
        (".summary", "time.1"),
        ("#details", "time.1"),
        ("#details", "cost.2"),
    ] {
        let item = format!("{part} [data-item=\"{item}\"]");
        assert_eq!(count(&html, &item), 1, "{item}");
    }
    assert_eq!(count(&html, ".summary [data-sum]"), 3);
    assert_eq!(count(&html, "#who [data-item=\"eligibility.1\"]"), 1);
    // Only the papers of a group stand in an item, that of their group.
    assert_eq!(count(&html, "[data-item] [data-item]"), 2);
    let of_group = "[data-item=\"requirements.8\"] [data-item^=\"requirements.8.\"]";
    assert_eq!(count(&html, of_group), 2);
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
    let papers = texts(&html, ".papers label [lang=id]");
    assert!(papers.contains(&"Fotokopi KK".to_owned()), "{papers:?}");
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
    for view in some_views() {
        let name = format!("{}/{}", view.site, view.address);
        let text = view.render(Form::AsWritten);
        let policy = "<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"@policy@\">";
        assert_eq!(text.matches(policy).count(), 1, "{name}");
        let html = Html::parse_document(&text);
        assert!(html.errors.is_empty(), "{name}: {:?}", html.errors);
        let has_address = usize::from(view.address != "404.html");
        let frame = &view.page["frame"];
        let fills = |value: &Value| {
            value
                .as_array()
                .map_or(!value.is_null(), |all| !all.is_empty())
        };
        let languages = fills(&frame["alternates"]);
        let parts = ["href", "channels", "hours", "address", "ladder"];
        let of_service = view.template == "service.html";
        let helps = of_service || parts.iter().any(|part| fills(&frame["help"][part]));
        for (selector, wanted) in [
            ("h1", 1),
            ("main", 1),
            ("style", 1),
            ("body > a.skip[href=\"#main\"]", 1),
            ("section#help > h2", usize::from(helps)),
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
        assert_eq!(inside, usize::from(of_service), "{name}");
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
    let asks = |view: &views::View| !view.page["checklist"].is_null();
    let mut view = views()
        .iter()
        .find(|view| asks(view))
        .cloned()
        .expect("a checklist");
    let quiet = count(
        &Html::parse_document(&view.render(Form::AsWritten)),
        "script",
    );
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
                    Value::String(own)
                        if ["text", "href", "term", "label"].contains(&key.as_str()) =>
                    {
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
