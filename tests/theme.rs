//! The default theme filled with views made by hand, and what happens when a site replaces its files.

mod full;
mod gallery;
mod look;
mod parts;
mod replaced;
mod seed;
mod sides;

use std::collections::BTreeSet;
use std::path::Path;

use maklumat::language::Words as ThemeWords;
use maklumat::render::view::*;
use maklumat::theme::{Form, Theme};
use scraper::{Html, Selector};
use serde::Serialize;

fn render(template: &str, lang: &str, view: &impl Serialize) -> String {
    render_as(Form::AsWritten, template, lang, view)
}

fn render_as(form: Form, template: &str, lang: &str, view: &impl Serialize) -> String {
    match Theme::embedded().render(template, form, lang, view) {
        Ok(html) => html,
        Err(problem) => panic!("{}: {}", problem.file, problem.message.en),
    }
}

fn free_page() -> FreePage {
    FreePage {
        frame: full::frame_of("About"),
        title: parts::say("free title"),
        lead: Some(parts::say("free lead")),
        body: "<h2>free heading</h2><p>free text</p>".to_owned(),
    }
}

/// One page of every template, with its name.
fn pages(form: Form) -> Vec<(&'static str, String)> {
    let redirect = Redirect {
        frame: full::frame_of("Moved"),
        to: parts::link("dinas/ktp.html", "moved here"),
    };
    vec![
        ("seed", render_as(form, "service.html", "id", &seed::page())),
        ("full", render_as(form, "service.html", "en", &full::page())),
        ("home", render_as(form, "home.html", "en", &full::home())),
        (
            "agency",
            render_as(form, "agency.html", "en", &full::agency()),
        ),
        ("free", render_as(form, "page.html", "en", &free_page())),
        (
            "redirect",
            render_as(form, "redirect.html", "en", &redirect),
        ),
    ]
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

#[test]
fn the_seed_is_shown_word_for_word() {
    let html = Html::parse_document(&render("service.html", "id", &seed::page()));
    let page = texts(&html, "body").remove(0);
    for fact in seed::facts() {
        assert!(page.contains(fact), "{fact}");
    }
    assert_eq!(texts(&html, "h1"), ["Penerbitan KTP Elektronik"]);
    assert_eq!(
        texts(&html, ".glance dd"),
        [
            "Warga 17 tahun ke atas, atau sudah menikah",
            "4 hari kerja",
            "Gratis",
            "KTP Elektronik"
        ]
    );
    for number in 1..=7 {
        let item =
            format!("#requirements li[value=\"{number}\"][data-item=\"requirements.{number}\"]");
        assert_eq!(count(&html, &item), 1, "{item}");
    }
    assert_eq!(count(&html, "#procedure li[data-item]"), 6);
    assert_eq!(count(&html, "li[value=\"1\"][data-item=\"cost.1\"]"), 1);
}

#[test]
fn no_field_of_a_view_is_lost() {
    for (name, template, view) in [
        (
            "service",
            "service.html",
            serde_json::to_value(full::page()).unwrap(),
        ),
        (
            "home",
            "home.html",
            serde_json::to_value(full::home()).unwrap(),
        ),
        (
            "agency",
            "agency.html",
            serde_json::to_value(full::agency()).unwrap(),
        ),
    ] {
        let html = render(template, "en", &view);
        let mut strings = Vec::new();
        collect(&view, &mut strings);
        for (key, text) in strings {
            // A group's own number and the frame's root are for links, states and kinds choose a class or a word.
            let silent = [
                "state",
                "root",
                "dir",
                "status",
                "kind",
                "otherwise_kind",
                "actor",
            ]
            .contains(&key.as_str());
            let implied = key == "path" && text.starts_with("eligibility.");
            // The language that is shown is named, not linked.
            let shown = key == "href" && text.ends_with("en/page.html");
            // A requirement's label names its paper already.
            let named = key == "text" && text.ends_with("paper name");
            // A home page's life event names its services only.
            assert!(
                silent || implied || shown || named || html.contains(&escaped(&text)),
                "{name}: {key}: {text}"
            );
        }
    }
}

/// All strings of a view with the key they stand under.
fn collect(value: &serde_json::Value, strings: &mut Vec<(String, String)>) {
    match value {
        serde_json::Value::Array(values) => values.iter().for_each(|value| collect(value, strings)),
        serde_json::Value::Object(map) => {
            for (key, value) in map {
                match value.as_str() {
                    Some(text) => strings.push((key.clone(), text.to_owned())),
                    None => collect(value, strings),
                }
            }
        }
        _ => {}
    }
}

/// As the template writes it; markup stays markup.
fn escaped(text: &str) -> String {
    if text.starts_with('<') {
        return text.to_owned();
    }
    text.replace('&', "&amp;").replace('"', "&quot;")
}

#[test]
fn items_carry_the_contract_and_never_nest() {
    let html = Html::parse_document(&render("service.html", "en", &full::page()));
    for item in [
        "requirements.1",
        "requirements.2",
        "requirements.2.1",
        "procedure.1",
        "time.1",
        "cost.2",
    ] {
        assert_eq!(
            count(&html, &format!("[data-item=\"{item}\"]")),
            1,
            "{item}"
        );
    }
    assert_eq!(count(&html, "[data-item] [data-item]"), 0);
    assert_eq!(count(&html, "[data-item^=eligibility]"), 0);
}

#[test]
fn a_text_in_another_language_says_so() {
    let html = Html::parse_document(&render("service.html", "en", &full::page()));
    assert_eq!(count(&html, "html[lang=en]"), 1);
    assert_eq!(texts(&html, "#binding [lang=id]"), ["LAYANAN LENGKAP"]);
    assert!(
        texts(&html, "#requirements .verbatim [lang=id]")
            .contains(&"requirements 1 legal sentence".to_owned())
    );
    assert_eq!(count(&html, "img[lang=id]"), count(&html, "#main img"));
    assert_eq!(texts(&html, "#guidance h2[lang=en]"), ["Guidance"]);
}

#[test]
fn each_page_has_its_frame() {
    for (name, text) in pages(Form::AsWritten) {
        let policy = "<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"@policy@\">";
        assert_eq!(text.matches(policy).count(), 1, "{name}");
        let html = Html::parse_document(&text);
        assert!(html.errors.is_empty(), "{name}: {:?}", html.errors);
        for (selector, wanted) in [
            ("h1", 1),
            ("main", 1),
            ("style", 1),
            ("body > a.skip[href=\"#main\"]", 1),
            ("main ~ section#help h2", 1),
            ("body > aside.example", 1),
            ("meta[name=robots][content=noindex]", 1),
            ("link[rel=canonical]", 1),
            ("link[rel=icon][href^=\"data:\"]", 1),
            (
                "[style], script[src], [value=\"\"], [id=\"\"], [lang=\"\"]",
                0,
            ),
            ("[aria-current=true]", usize::from(name != "seed")),
        ] {
            assert_eq!(count(&html, selector), wanted, "{name}: {selector}");
        }
    }
}

#[test]
fn a_page_of_the_past_leads_on() {
    let (_, text) = pages(Form::AsWritten).remove(5);
    let html = Html::parse_document(&text);
    assert_eq!(
        count(
            &html,
            "head > meta[http-equiv=refresh][content=\"0; url=dinas/ktp.html\"]"
        ),
        1
    );
    assert_eq!(
        texts(&html, "main a[href=\"dinas/ktp.html\"]"),
        ["moved here"]
    );
}

#[test]
fn what_a_site_says_is_escaped() {
    let mut page = seed::page();
    page.title = parts::say("<script>alert(1)</script>");
    page.glance[0].href = "#a\" onclick=\"x".to_owned();
    let html = Html::parse_document(&render("service.html", "id", &page));
    assert_eq!(count(&html, "script, [onclick]"), 0);
}

#[cfg(feature = "minify")]
#[test]
fn a_minified_template_changes_no_word() {
    let minified = pages(Form::Minified);
    for ((name, before), (_, after)) in pages(Form::AsWritten).into_iter().zip(minified) {
        assert!(after.len() < before.len(), "{name}");
        if let Err(difference) = crate::same_words::same_words(&before, &after) {
            panic!("{name}: {difference}");
        }
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
