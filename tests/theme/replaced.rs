//! A site's own theme: what replaces what, and how each mistake is told.

use std::collections::BTreeMap;

use maklumat::diagnostic::Code;
use maklumat::theme::{Form, Theme, ThemeProblem};

use serde_json::json;

use super::views::{some_views, views};
use crate::site::{PAGE, Site};

fn with(files: &[(&str, &str)]) -> Result<Theme, Vec<ThemeProblem>> {
    let files: BTreeMap<String, String> = files
        .iter()
        .map(|(path, text)| ((*path).to_owned(), (*text).to_owned()))
        .collect();
    Theme::with_files(&files)
}

/// The one problem of a file: its code, the text it marks, its message, and what to type.
#[track_caller]
fn problem(path: &str, text: &str) -> (Code, String, String, Option<String>) {
    let mut problems = with(&[(path, text)]).expect_err("a problem");
    assert_eq!(problems.len(), 1, "{problems:?}");
    let problem = problems.remove(0);
    assert_eq!(problem.file, path);
    let marked = text[problem.span].to_owned();
    (
        problem.code,
        marked,
        problem.message.en,
        problem.help.map(|help| help.en),
    )
}

#[test]
fn a_file_replaces_its_default() {
    let theme = with(&[
        (
            "page.html",
            "{% extends \"base.html\" %}{% block main %}<h1>own</h1>{% endblock main %}",
        ),
        ("style.css", "/* own */ body { color: black; }"),
    ])
    .unwrap();
    let views = views();
    let page = views
        .iter()
        .find(|view| view.template == "page.html")
        .unwrap();
    let html = theme
        .render("page.html", Form::AsWritten, "id", &page.page)
        .unwrap();
    assert!(html.contains("<h1>own</h1>"));
    assert!(html.contains("<style>body{color:black}"), "{html}");
    assert_ne!(theme.fingerprint(), Theme::embedded().fingerprint());
    assert_eq!(
        Theme::embedded().fingerprint(),
        Theme::embedded().fingerprint()
    );
}

#[test]
fn styles_of_parts_go_into_the_pages_that_have_them() {
    let own = ["parts/help.css", "lists/cards.css", "service/items.css"];
    let style = |path: &str| format!(".own{{content:\"{path}\"}}");
    let texts = own.map(style);
    let files: Vec<(&str, &str)> = own
        .into_iter()
        .zip(texts.iter().map(String::as_str))
        .collect();
    let theme = with(&files).unwrap();
    let views = views();
    for (template, expected) in [
        ("service.html", [true, false, true]),
        ("home.html", [true, true, false]),
        ("agency.html", [true, true, false]),
        ("page.html", [true, false, false]),
    ] {
        let view = views.iter().find(|view| view.template == template);
        let page = &view.unwrap().page;
        let html = theme.render(template, Form::AsWritten, "id", page).unwrap();
        let found = own.map(|path| html.contains(&style(path)));
        assert_eq!(found, expected, "{template}");
    }
}

#[test]
fn words_are_replaced_key_by_key() {
    let theme = with(&[("words/id.yaml", "help.title: Tanya kami\n")]).unwrap();
    assert_eq!(theme.language("id").words().get("help.title"), "Tanya kami");
    assert_eq!(theme.language("id").words().get("unit.day"), "hari");
    let own = (
        "themes/default/words/id.yaml",
        "contact.title: Tanya kami\n",
    );
    let built = Site::with_service().with(own.0, own.1).build();
    assert!(built.page(PAGE).contains("Tanya kami"));
    assert!(with(&[("words/id.yaml", "# nothing yet\n")]).is_ok());
}

#[test]
fn words_are_filled() {
    let theme = Theme::embedded();
    let words = theme.language("en").words();
    assert_eq!(
        words.fill(
            "time.range",
            &[("max", "{min}"), ("min", "1"), ("unit", "days")]
        ),
        "1 to {min} days"
    );
    assert_eq!(
        words.fill("time.range", &[("min", "1")]),
        "1 to {max} {unit}"
    );
    assert_eq!(words.get("no.such"), "no.such");
}

#[test]
fn a_syntax_error_is_marked() {
    let (code, _, message, _) = problem("page.html", "<p>{{ page.title </p>");
    assert_eq!(code, Code::K0901);
    assert!(message.starts_with("this template is wrong: "), "{message}");
}

#[test]
fn what_a_template_cannot_call_is_marked() {
    let (_, marked, message, _) = problem("page.html", "<p>ç\n {{ page.title | shout }}</p>");
    assert_eq!(
        (marked.as_str(), message.as_str()),
        ("shout", "this template is wrong: Unknown filter `shout`")
    );
    let (_, marked, ..) = problem("page.html", "{{ <cardz a={1}/> }}");
    assert!(marked.contains("cardz"), "{marked}");
    let (_, _, message, _) = problem("page.html", "{% extends \"bas.html\" %}");
    assert!(message.contains("bas.html"), "{message}");
}

#[test]
fn an_unknown_variable_is_marked() {
    let (code, marked, message, help) =
        problem("page.html", "pgae {{ w.help.title }} {{ pgae.title.text }}");
    assert_eq!((code, marked.as_str()), (Code::K0901, "pgae"));
    assert_eq!(
        message,
        "a page has no `pgae`; it has `checklist_script`, `due_script`, `finder_script`, `finder_style`, `keep_script`, `lists_style`, `page`, `print_style`, `search_script`, `search_style`, `service_style`, `style`, `w`"
    );
    assert_eq!(help.unwrap(), "did you mean `page`?");
}

#[test]
fn an_unknown_field_is_marked_when_a_page_is_rendered() {
    let text = "<p>{{ page.titel.text }}</p>";
    let problem = with(&[("page.html", text)])
        .unwrap()
        .render("page.html", Form::AsWritten, "id", &json!({"title": {}}))
        .unwrap_err();
    assert_eq!(
        (problem.code, problem.file.as_str()),
        (Code::K0901, "page.html")
    );
    assert!(text[problem.span].contains("titel"));
    let none = Theme::embedded()
        .render("none.html", Form::AsWritten, "id", &json!({}))
        .unwrap_err();
    assert_eq!(none.message.en, "the theme has no template `none.html`");
}

#[test]
fn the_policy_is_kept() {
    for (text, marked) in [
        ("<p class=a style=\"color:red\">", "style=\"color:red\""),
        ("<p {% if 1 > 0 %}STYLE=x{% endif %}>", "STYLE=x"),
        (
            "<a href=\"{{ page.frame.home }}\" onClick='f()'>",
            "onClick='f()'",
        ),
        ("<a href=\" JavaScript:f()\">", "href=\" JavaScript:f()\""),
        ("<script src=\"a.js\"></script>", "<script src=\"a.js\">"),
        (
            "<link rel=stylesheet href=a.css>",
            "<link rel=stylesheet href=a.css>",
        ),
        ("<img src=//example.com/a.png>", "src=//example.com/a.png"),
    ] {
        let (code, found, ..) = problem("page.html", text);
        assert_eq!((code, found.as_str()), (Code::K0902, marked), "{text}");
    }
    for (text, marked) in [
        ("@import \"a.css\";", "@import"),
        ("a { b: URL('a.png') }", "URL("),
        ("</style>", "</style"),
    ] {
        let (code, found, ..) = problem("style.css", text);
        assert_eq!((code, found.as_str()), (Code::K0902, marked), "{text}");
    }
    let fine = "<!-- <p style=a> --><a href=\"https://example.com\" data-on=x>style=a</a><script>f()</script>{# <p style=a> #}";
    assert!(with(&[("page.html", fine)]).is_ok());
    assert!(with(&[("style.css", "a { b: url(\"data:image/svg+xml,x\") }")]).is_ok());
}

#[test]
fn an_unknown_file_is_refused() {
    let (code, _, message, help) = problem("servis.html", "");
    assert_eq!(code, Code::K0903);
    assert_eq!(
        message,
        "`servis.html` is not a file of the theme: the program would not read it"
    );
    assert_eq!(help.unwrap(), "did you mean `service.html`?");
    let (.., help) = problem("questions.css", "");
    assert_eq!(help.unwrap(), "did you mean `service/questions.css`?");
    let (.., help) = problem("logo.png", "");
    assert!(help.unwrap().starts_with("theme files: a-to-z.html, "));
}

#[test]
fn unknown_words_are_refused() {
    let (code, marked, _, help) = problem("words/id.yaml", "unit.day: hari\nhelp.titel: Tanya\n");
    assert_eq!((code, marked.as_str()), (Code::K0901, "help.titel"));
    assert_eq!(help.unwrap(), "did you mean `help.title`?");
    let (_, marked, message, help) = problem("words/id.yaml", "date.updated: Per {tanggal}\n");
    assert_eq!(marked, "date.updated");
    assert_eq!(message, "`{tanggal}` in `date.updated` is never filled in");
    assert_eq!(help.unwrap(), "available: `{date}`");
    let (_, _, message, _) = problem("words/id.yaml", "help.title: [a]\n");
    assert!(
        message.starts_with("the words file cannot be read: "),
        "{message}"
    );
}

#[test]
fn all_problems_are_told_at_once() {
    let problems = with(&[
        ("style.css", "@import \"a\";"),
        ("page.html", "{% if %}"),
        ("home.html", "{{ x. }}<p style=a>"),
        ("nothing.html", ""),
    ])
    .unwrap_err();
    let files: Vec<&str> = problems
        .iter()
        .map(|problem| problem.file.as_str())
        .collect();
    assert_eq!(
        files,
        [
            "home.html",
            "home.html",
            "nothing.html",
            "page.html",
            "style.css"
        ]
    );
}

#[test]
fn the_default_theme_keeps_its_own_policy() {
    let files: BTreeMap<String, String> = Theme::default_files()
        .iter()
        .map(|file| (file.path.to_owned(), file.text.to_owned()))
        .collect();
    let theme = Theme::with_files(&files).unwrap();
    for view in some_views() {
        let html = theme.render(view.template, Form::AsWritten, "id", &view.page);
        let own = Theme::embedded().render(view.template, Form::AsWritten, "id", &view.page);
        assert_eq!(html.unwrap(), own.unwrap(), "{}", view.address);
    }
}
