//! The gallery: every part of a theme in every state, on one page a language, for those who make themes. It stands on
//! no site.

use std::collections::{BTreeMap, BTreeSet};

use super::artifact::{SealedPage, unsealed};
use crate::html::scan;
use crate::render::view::{Alternate, Frame, Gallery, Help, Words};
use crate::rule::css;
use crate::seal::Hashes;
use crate::theme::{Form, Part, Theme, ThemeProblem};

/// Attributes that name ids.
const NAMES_IDS: [&str; 6] = [
    "aria-controls",
    "aria-describedby",
    "aria-labelledby",
    "for",
    "form",
    "list",
];

/// The gallery in each of the languages, by file; the first is `index.html`. `colours` are those of a site.
///
/// # Errors
/// All that is wrong with the examples, or with the page that shows them.
pub fn gallery(
    theme: &Theme,
    languages: &[String],
    colours: &str,
) -> Result<Vec<(String, SealedPage)>, Vec<ThemeProblem>> {
    let mut pages = Vec::with_capacity(languages.len());
    for lang in languages {
        let view = Gallery {
            frame: frame(theme, languages, lang, colours),
            states: css::shown(),
            parts: with_own_ids(theme.gallery(lang)?),
        };
        let template = "gallery.html";
        let html = theme.render(template, Form::Minified, lang, &view);
        let file = file(languages, lang);
        let page = html.and_then(|html| {
            let page = SealedPage::new(&html, &Hashes::default());
            page.map_err(|problem| unsealed(template, &file, &problem))
        });
        pages.push((file, page.map_err(|problem| vec![problem])?));
    }
    Ok(pages)
}

/// The file of the page in a language.
fn file(languages: &[String], lang: &str) -> String {
    match languages.first() {
        Some(first) if first != lang => format!("index-{lang}.html"),
        _ => "index.html".to_owned(),
    }
}

/// The frame of a page that belongs to no site.
fn frame(theme: &Theme, languages: &[String], lang: &str, colours: &str) -> Frame {
    let language = theme.language(lang);
    let title = language.words().get("gallery.title").to_owned();
    let alternates = languages.iter().map(|other| Alternate {
        name: theme
            .language(other)
            .words()
            .get("language.name")
            .to_owned(),
        href: file(languages, other),
        url: None,
        current: other == lang,
        lang: other.clone(),
    });
    Frame {
        lang: lang.to_owned(),
        dir: language.direction().key(),
        head_title: title.clone(),
        description: String::new(),
        canonical: None,
        alternates: alternates.collect(),
        translated_from: None,
        root: String::new(),
        site_title: Words {
            text: title,
            ..Words::default()
        },
        home: file(languages, lang),
        menu: Vec::new(),
        keeps: false,
        statement: None,
        report: None,
        logo: None,
        logo_size: [0; 2],
        breadcrumb: Vec::new(),
        pages: Vec::new(),
        feed: None,
        social: None,
        data: None,
        example: Some(language.words().get("gallery.notice").to_owned()),
        colours: colours.to_owned(),
        help: Help::default(),
    }
}

/// The parts with ids of which each stands on the page once: examples of one component share theirs.
fn with_own_ids(mut parts: Vec<Part>) -> Vec<Part> {
    let mut taken = BTreeSet::from(["main".to_owned()]);
    let names = parts.iter().map(|part| part.name.replace('/', "-"));
    taken.extend(names);
    let examples = parts.iter_mut().flat_map(|part| &mut part.examples);
    for (number, example) in examples.enumerate() {
        let mut renamed = BTreeMap::new();
        for id in scan(&example.html).filter_map(|tag| tag.value("id")) {
            if !taken.insert(id.to_owned()) {
                renamed.insert(id.to_owned(), format!("{id}-{number}"));
            }
        }
        taken.extend(renamed.values().cloned());
        example.html = renaming(&example.html, &renamed);
    }
    parts
}

/// The same HTML with other ids, and what names them.
fn renaming(html: &str, renamed: &BTreeMap<String, String>) -> String {
    let mut out = String::with_capacity(html.len());
    let mut at = 0;
    let tags = scan(html);
    for attribute in tags.flat_map(|tag| tag.attributes) {
        let new = |id: &str| renamed.get(id).map_or(id.to_owned(), String::clone);
        let name = attribute.name;
        let value = if name == "id" {
            new(attribute.value)
        } else if NAMES_IDS.contains(&name) {
            let ids: Vec<String> = attribute.value.split(' ').map(new).collect();
            ids.join(" ")
        } else if let ("href", Some(id)) = (name, attribute.value.strip_prefix('#')) {
            format!("#{}", new(id))
        } else {
            continue;
        };
        if value != attribute.value {
            out.push_str(&html[at..attribute.range.start]);
            out.push_str(&format!("{name}=\"{value}\""));
            at = attribute.range.end;
        }
    }
    out.push_str(&html[at..]);
    out
}

#[cfg(test)]
mod tests {
    use super::with_own_ids;
    use crate::theme::{Example, Part};

    #[test]
    fn an_id_that_an_earlier_example_has_gets_another_name_with_all_that_name_it() {
        let html = "<section id=\"help\" aria-labelledby=\"a b\"><h2 id=\"a\">Help</h2><a href=\"#help\">Up</a><a href=\"#x\">X</a></section>";
        let example = || Example {
            title: "A".to_owned(),
            state: String::new(),
            html: html.to_owned(),
        };
        let part = Part {
            name: "parts/help".to_owned(),
            files: Vec::new(),
            examples: vec![example(), example()],
        };
        let parts = with_own_ids(vec![part]);
        assert_eq!(parts[0].examples[0].html, html);
        assert_eq!(
            parts[0].examples[1].html,
            "<section id=\"help-1\" aria-labelledby=\"a-1 b\"><h2 id=\"a-1\">Help</h2><a href=\"#help-1\">Up</a><a href=\"#x\">X</a></section>"
        );
    }
}
