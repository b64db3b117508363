//! The gallery: every part of the theme in every state, and how mistakes in examples are told.

use std::collections::{BTreeMap, BTreeSet};

use maklumat::diagnostic::Code;
use maklumat::outputs;
use maklumat::theme::{Theme, ThemeProblem};
use scraper::{Html, Selector};

use super::{count, texts};

const LANGUAGES: [&str; 2] = ["id", "en"];

/// Where the parts of a service's page stand beside each other: the one style that is no part's.
const WHOLE_PAGE: &str = "service/page.css";

/// The files of the default theme, some of them replaced.
fn theme_of(own: &[(&str, &str)]) -> BTreeMap<String, String> {
    let defaults = Theme::default_files().iter();
    let mut files: BTreeMap<String, String> = defaults
        .map(|file| (file.path.to_owned(), file.text.to_owned()))
        .collect();
    files.extend(
        own.iter()
            .map(|(path, text)| ((*path).to_owned(), (*text).to_owned())),
    );
    files
}

/// The components that a template defines, or with `{%- component ` replaced by `<` those that it calls.
fn named_after<'a>(text: &'a str, mark: &str) -> BTreeSet<&'a str> {
    let pieces = text.split(mark).skip(1);
    pieces
        .map(|piece| piece.split([' ', '(', '/', '>']).next().unwrap_or(piece))
        .collect()
}

/// What no example shows: parts without a file of examples, and components that none calls.
fn unshown(files: &BTreeMap<String, String>) -> Vec<String> {
    let part = |path: &str| {
        path.split_once('.')
            .map_or(path, |(name, _)| name)
            .to_owned()
    };
    let of_parts = files.iter().filter(|(path, _)| {
        let folders = ["parts/", "lists/", "print/", "service/"];
        let shows = !path.ends_with(".js") && path.as_str() != WHOLE_PAGE;
        shows && folders.iter().any(|folder| path.starts_with(folder))
    });
    let mut lacking = BTreeSet::new();
    for (path, text) in of_parts {
        let name = format!("{}.example.html", part(path));
        let Some(examples) = files.get(&name) else {
            lacking.insert(name);
            continue;
        };
        let called = named_after(examples, "<");
        let defined = named_after(text, "{%- component ");
        lacking.extend(
            defined
                .difference(&called)
                .map(|component| format!("{path}: {component}")),
        );
    }
    lacking.into_iter().collect()
}

#[test]
fn every_part_and_every_component_has_an_example() {
    assert_eq!(unshown(&theme_of(&[])), Vec::<String>::new());
}

#[test]
fn a_part_or_a_component_without_an_example_is_noticed() {
    let files = theme_of(&[
        ("parts/stamp.css", ".stamp{color:red}"),
        (
            "lists/pledge.example.html",
            "{% <example title=\"A\"> %}{% </example> %}",
        ),
    ]);
    assert_eq!(
        unshown(&files),
        ["lists/pledge.html: pledge", "parts/stamp.example.html"]
    );
}

fn gallery_of(theme: &Theme) -> Result<Vec<(String, String)>, Vec<ThemeProblem>> {
    let pages = outputs::gallery(theme, &LANGUAGES.map(str::to_owned), "--brand:#0b5c8a;")?;
    let html = |(file, page): (String, outputs::SealedPage)| (file, page.html().to_owned());
    Ok(pages.into_iter().map(html).collect())
}

#[test]
fn the_gallery_shows_every_example_in_every_language_and_is_sealed() {
    let pages = gallery_of(&Theme::embedded()).unwrap();
    let files: Vec<&str> = pages.iter().map(|(file, _)| file.as_str()).collect();
    assert_eq!(files, ["index.html", "index-en.html"]);
    let written: usize = Theme::default_files()
        .iter()
        .filter(|file| file.path.ends_with(".example.html"))
        .map(|file| file.text.matches("{% <example ").count())
        .sum();
    for ((_, text), lang) in pages.iter().zip(LANGUAGES) {
        let html = Html::parse_document(text);
        assert!(html.errors.is_empty(), "{:?}", html.errors);
        assert_eq!(count(&html, "figure"), written, "{lang}");
        assert_eq!(count(&html, &format!("html[lang={lang}]")), 1);
        assert_eq!(count(&html, "section#parts-help figure section.contact"), 2);
        assert_eq!(
            texts(&html, "#parts-hours > p"),
            ["parts/hours.css, parts/hours.example.html, parts/hours.html"]
        );
        let title = if lang == "id" {
            "Perlu bantuan?"
        } else {
            "Need help?"
        };
        assert_eq!(texts(&html, "#help h2"), [title]);
        assert!(text.contains(":root{--brand:#0b5c8a;}"));
        assert!(
            !text.contains("@policy@") && text.contains("style-src 'sha256-"),
            "{lang}"
        );
    }
}

#[test]
fn the_gallery_knows_every_state_that_an_example_is_in() {
    let pages = gallery_of(&Theme::embedded()).unwrap();
    let (_, text) = &pages[0];
    let html = Html::parse_document(text);
    let shown = Selector::parse("figure[data-shown]").unwrap();
    let states: BTreeSet<&str> = html
        .select(&shown)
        .flat_map(|figure| figure.attr("data-shown").unwrap_or_default().split(' '))
        .collect();
    let unknown: Vec<&&str> = states
        .iter()
        .filter(|state| !text.contains(&format!("[data-shown~={state}]")))
        .collect();
    assert!(unknown.is_empty(), "{unknown:?}");
    let verdicts = [
        "eligible",
        "do_first",
        "ask_first",
        "not_needed",
        "not_eligible",
    ];
    assert!(verdicts.iter().all(|verdict| states.contains(verdict)));
}

/// The one problem that a file of examples has: its code, what it marks, its message.
#[track_caller]
fn problem(text: &str) -> (Code, String, String) {
    let own = BTreeMap::from([("parts/help.example.html".to_owned(), text.to_owned())]);
    let theme = Theme::with_files(&own).expect("pages can be made");
    let mut problems = gallery_of(&theme).expect_err("a problem");
    assert_eq!(problems.len(), 1, "{problems:?}");
    let problem = problems.remove(0);
    assert_eq!(problem.file, "parts/help.example.html");
    assert_eq!(theme.text(&problem.file), text);
    (
        problem.code,
        text[problem.span].to_owned(),
        problem.message.en,
    )
}

#[test]
fn mistakes_in_examples_have_their_place() {
    let in_example = |text: &str| format!("{{% <example title=\"A\"> %}}{text}{{% </example> %}}");
    let (code, marked, _) = problem(&in_example("{{ <help_blok help={1}/> }}"));
    assert_eq!(code, Code::K0901);
    assert!(marked.contains("help_blok"), "{marked}");
    let (_, marked, message) = problem(&in_example("{{ page.title }}"));
    assert_eq!(
        (marked.as_str(), message.as_str()),
        ("page", "a page has no `page`; it has `w`")
    );
    let (_, marked, _) = problem(&in_example("{{ w.help.titel }}"));
    assert!(marked.contains("titel"), "{marked}");
    let (_, _, message) = problem("{% <example title=\"A\"> %}");
    assert!(message.contains("Unclosed component"), "{message}");
}

#[test]
fn a_file_of_examples_holds_examples_and_nothing_else() {
    let told = "a file of examples holds examples and nothing else, at least one";
    for text in [
        "",
        "<p>a</p>",
        "{% <example title=\"A\"> %}a{% </example> %} b",
    ] {
        assert_eq!(problem(text).2, told, "{text}");
    }
}
