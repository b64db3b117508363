//! A site may speak any language that its theme has a file of words for: shown with two that are made here from the
//! Indonesian one, a language whose words are turned round, and one that is written from the right.

mod switch;

use std::collections::BTreeSet;

use maklumat::diagnostic::Code;
use maklumat::language::Words;
use maklumat::theme::Theme;
use scraper::{ElementRef, Html, Node, Selector};

use crate::site::{Built, Site};

/// The tag of the language whose words are turned round.
const TURNED: &str = "qaa";

/// The tag of the language that is written from the right.
const RIGHT: &str = "qab";

/// The words of the default theme in Indonesian.
fn indonesian() -> Words {
    Theme::embedded().language("id").words().clone()
}

/// A file of words in which every word of the Indonesian one is another.
fn file_of_words(direction: &str, other: fn(&str) -> String) -> String {
    let mut file = String::new();
    for (key, sentence) in indonesian().iter() {
        let said = match key {
            "language.direction" => direction.to_owned(),
            _ => outside_braces(sentence, other),
        };
        file += &format!("{key}: {}\n", serde_json::json!(said));
    }
    file
}

/// A sentence with the words outside its braces replaced.
fn outside_braces(sentence: &str, other: fn(&str) -> String) -> String {
    let mut out = String::new();
    for (at, part) in sentence.split_inclusive(['{', '}']).enumerate() {
        let place = part.ends_with('}') && at > 0;
        if place {
            out += part;
            continue;
        }
        let mut word = String::new();
        for c in part.chars() {
            if c.is_alphabetic() {
                word.push(c);
                continue;
            }
            out += &other(&word);
            word.clear();
            out.push(c);
        }
        out += &other(&word);
    }
    out
}

/// `isi` becomes `xisi`, `Beranda` becomes `xadnareB`.
fn turned(word: &str) -> String {
    if word.is_empty() {
        return String::new();
    }
    format!("x{}", word.chars().rev().collect::<String>())
}

/// The word in Arabic letters, one for each of its own.
fn arabic(word: &str) -> String {
    let letters: Vec<char> = "ابجدهوزحطيكلمنسعفصقرشتثخذض".chars().collect();
    word.chars()
        .map(|c| match c.to_ascii_lowercase() {
            c @ 'a'..='z' => letters[c as usize - 'a' as usize],
            _ => 'غ',
        })
        .collect()
}

/// A part of `Kota Contoh` in these languages, with the words of both made ones.
fn site(languages: &str) -> Site {
    let site = Site::small_town();
    let config = crate::site::text_of("tests/sites/kota-contoh/site.yaml");
    let config = config.replace("  - id\n  - en\n", "");
    let named = config.replace("bahasa:\n", &format!("bahasa: [{languages}]\n"));
    assert_ne!(config, named, "the site names its languages");
    site.with("site.yaml", named)
        .with(
            &format!("themes/default/words/{TURNED}.yaml"),
            file_of_words("ltr", turned),
        )
        .with(
            &format!("themes/default/words/{RIGHT}.yaml"),
            file_of_words("rtl", arabic),
        )
}

/// The words of a text, in small letters.
fn words_of(text: &str) -> BTreeSet<String> {
    text.split(|c: char| !c.is_alphabetic())
        .filter(|word| word.chars().count() > 1)
        .map(str::to_lowercase)
        .collect()
}

/// The translation of the questions that its services share.
fn translation(lang: &str) -> String {
    format!("content/questions.{lang}.yaml")
}

/// A translation of a question; without its phrase, which is then not said, the question is quoted.
const ASKED: &str = "usia:\n  ask: Berapa umur?\n";

/// Words of the Indonesian pages that no content of the site holds: a page in another language has none of them.
fn telltales(site: &Site) -> BTreeSet<String> {
    let content = words_of(&site.texts());
    let words = indonesian();
    let said = words.iter().flat_map(|(_, sentence)| {
        let parts = sentence
            .split('{')
            .map(|part| part.split_once('}').map_or(part, |(_, after)| after));
        words_of(&parts.collect::<Vec<&str>>().join(" "))
    });
    said.filter(|word| !content.contains(word)).collect()
}

/// What a page says in its own language: texts and attributes that are read, and the words that its script says.
fn own_text(page: &Html) -> String {
    let mut text = String::new();
    gather(page.root_element(), &mut text);
    let calendar = Selector::parse("script#calendar").expect("a selector");
    for script in page.select(&calendar) {
        let data: serde_json::Value =
            serde_json::from_str(&script.text().collect::<String>()).expect("JSON");
        let said = [&data["months"], &data["days"], &data["near"]];
        text += &format!("\n{}", serde_json::json!(said));
    }
    text
}

fn gather(element: ElementRef<'_>, text: &mut String) {
    let name = element.value().name();
    let foreign = name != "html" && element.value().attr("lang").is_some();
    if foreign || ["style", "script"].contains(&name) {
        return;
    }
    let scripts = ["and", "count", "left", "copied", "kept", "not", "forgotten"];
    let scripts = scripts.map(|name| format!("data-{name}"));
    let names = ["aria-label", "title", "data-today", "alt"];
    for read in names.into_iter().chain(scripts.iter().map(String::as_str)) {
        *text += element.value().attr(read).unwrap_or_default();
        text.push('\n');
    }
    for child in element.children() {
        match child.value() {
            Node::Text(own) => *text += own,
            Node::Element(_) => gather(ElementRef::wrap(child).expect("an element"), text),
            _ => {}
        }
        text.push('\n');
    }
}

/// The pages in a language, by address.
fn pages(built: &Built, lang: &str) -> Vec<(String, Html)> {
    assert!(!built.report.has_errors(), "{:#?}", built.report.findings);
    let folder = format!("{lang}/");
    let own = built
        .files
        .iter()
        .filter(|(path, _)| path.starts_with(&folder) && path.ends_with(".html"));
    own.map(|(path, bytes)| {
        let html = std::str::from_utf8(bytes).expect("UTF-8");
        (path.clone(), Html::parse_document(html))
    })
    .collect()
}

/// Words of another language, and keys in place of words, on the pages in a language.
fn left_over(site: &Site, built: &Built, lang: &str) -> BTreeSet<String> {
    let (telltales, words) = (telltales(site), indonesian());
    let keys: BTreeSet<&str> = words.keys().collect();
    let mut found = BTreeSet::new();
    for (_, page) in pages(built, lang) {
        let text = without_addresses(&own_text(&page));
        found.extend(words_of(&text).intersection(&telltales).cloned());
        let parts = text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '.' || c == '_'));
        found.extend(parts.filter(|part| keys.contains(part)).map(str::to_owned));
    }
    found
}

/// A text without the addresses of pages and files, which are the same in every language.
fn without_addresses(text: &str) -> String {
    let is_address = |part: &&str| part.contains('/') && part.contains('.');
    let parts = text.split_whitespace().filter(|part| !is_address(part));
    parts.collect::<Vec<&str>>().join(" ")
}

fn attributes(page: &Html, selector: &str, name: &str) -> BTreeSet<Option<String>> {
    let selector = Selector::parse(selector).expect("a selector");
    let found = page.select(&selector);
    found
        .map(|element| element.value().attr(name).map(str::to_owned))
        .collect()
}

fn only(value: Option<&str>) -> BTreeSet<Option<String>> {
    BTreeSet::from([value.map(str::to_owned)])
}

#[test]
fn pages_in_a_language_of_the_site_s_own_say_all_in_it() {
    let site = site(&format!("id, {TURNED}, {RIGHT}")).with(&translation(TURNED), ASKED);
    let built = site.build();
    let of_theme = |code: Code| matches!(code, Code::K0904 | Code::K0221 | Code::K0901);
    assert!(
        !built
            .report
            .findings
            .iter()
            .any(|finding| of_theme(finding.code))
    );
    assert!(telltales(&site).len() > 150, "{}", telltales(&site).len());
    for lang in [TURNED, RIGHT] {
        assert!(pages(&built, lang).len() > 8);
        assert_eq!(left_over(&site, &built, lang), BTreeSet::new(), "{lang}");
    }
    let services = pages(&built, TURNED);
    let (_, page) = services
        .iter()
        .find(|(path, _)| path.ends_with("ktp-elektronik.html"))
        .expect("a service with rules");
    let said = own_text(page);
    for words in ["xuata xhibel", "xid xhawab", "xiraunaJ"] {
        assert!(said.contains(words), "{words}\n{said}");
    }
}

#[test]
fn pages_say_their_language_and_their_direction() {
    let built = site(&format!("id, {TURNED}, {RIGHT}"))
        .with(
            &translation(RIGHT),
            format!("{ASKED}  phrase: \"umur {{}}\"\n"),
        )
        .build();
    let mut foreign = 0;
    for (lang, dir, other) in [(TURNED, None, None), (RIGHT, Some("rtl"), Some("ltr"))] {
        for (path, page) in pages(&built, lang) {
            assert_eq!(
                attributes(&page, "html", "lang"),
                only(Some(lang)),
                "{path}"
            );
            assert_eq!(attributes(&page, "html", "dir"), only(dir), "{path}");
            let texts = "span[lang=id]:not([aria-current]), section[lang=id], div[lang=id]";
            let directions = attributes(&page, texts, "dir");
            assert!(directions.is_subset(&only(other)), "{path}: {directions:?}");
            foreign += directions.len();
        }
    }
    assert!(foreign > 10, "{foreign}");
    let page = format!("{RIGHT}/kecamatan-contoh/ktp-elektronik.html");
    let phrase = "\u{2068}umur \u{2068}";
    assert!(
        built.page(&page).contains(phrase),
        "a phrase keeps its own order"
    );
    let quoted = site(&format!("id, {RIGHT}"))
        .with(&translation(RIGHT), ASKED)
        .build();
    let question = "“\u{2068}Berapa umur?\u{2069}”";
    assert!(
        quoted.page(&page).contains(question),
        "a question keeps its own order"
    );
    assert_eq!(
        attributes(
            &Html::parse_document(built.page("index.html")),
            "[dir]",
            "dir"
        ),
        BTreeSet::new()
    );
}

#[test]
fn a_language_written_from_the_right_may_be_the_only_one() {
    let built = site(RIGHT).build();
    let page = Html::parse_document(built.page("kecamatan-contoh/ktp-elektronik.html"));
    assert_eq!(attributes(&page, "html", "lang"), only(Some(RIGHT)));
    assert_eq!(attributes(&page, "html", "dir"), only(Some("rtl")));
    assert_eq!(attributes(&page, "[lang]", "lang"), only(Some(RIGHT)));
}

#[test]
fn words_that_a_language_lacks_are_noticed() {
    let file = file_of_words("ltr", turned);
    let kept = file
        .lines()
        .filter(|line| !line.starts_with("footer.accessible:"));
    let file: String = kept.map(|line| format!("{line}\n")).collect();
    let site =
        site(&format!("id, {TURNED}")).with(&format!("themes/default/words/{TURNED}.yaml"), file);
    let built = site.build();
    let of_words = built.report.findings.iter();
    let of_words: Vec<&str> = of_words
        .filter(|finding| finding.code == Code::K0904)
        .map(|finding| finding.place.path.as_str())
        .collect();
    assert_eq!(of_words, [format!("themes/default/words/{TURNED}.yaml")]);
    let left = left_over(&site, &built, TURNED);
    let sentence = indonesian().get("footer.accessible").to_owned();
    assert!(
        !left.is_empty() && left.is_subset(&words_of(&sentence)),
        "{left:?}"
    );
}
