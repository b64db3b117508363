//! How texts, dates and links look on one page.

use crate::language::{Direction, Language};
use crate::markdown;
use crate::model::{Date, Markdown, Slot, Text};
use crate::parse::dictionary::Dictionary;
use crate::resolve::Site;
use crate::resolve::names::Names;
use crate::theme::Theme;

use super::view;

/// What all pages of a site share.
#[derive(Debug, Clone, Copy)]
pub struct Desk<'a> {
    /// The site.
    pub site: &'a Site,
    /// Its names.
    pub names: &'a Names<'a>,
    /// The theme.
    pub theme: &'a Theme,
    /// Where the site will stand, with a slash at its end; empty if unknown.
    pub base_url: &'a str,
    /// Whether drafts are part of the site.
    pub drafts: Drafts,
}

/// Whether drafts are built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drafts {
    /// They are left out.
    Without,
    /// They are built, marked as drafts.
    With,
}

/// Where the links of a page start from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Links {
    /// From the page itself: the site works at any address.
    Relative,
    /// From the server's root: for 404.html, which answers at every address.
    FromRoot,
}

/// Writes one page.
#[derive(Debug, Clone)]
pub struct Pen<'a> {
    /// What all pages share.
    pub desk: Desk<'a>,
    lang: String,
    primary: String,
    path: String,
    address: String,
    links: Links,
    language: &'a Language,
    /// What translations say; none for a page in the content's own language.
    translated: Vec<&'a Dictionary>,
}

impl<'a> Pen<'a> {
    /// The pen of the page at `path` (without a language) in `lang`.
    pub fn new(desk: Desk<'a>, lang: &str, path: &str) -> Self {
        let primary = desk.site.languages().swap_remove(0);
        let translated = desk.site.words.get(lang).filter(|_| lang != primary);
        Self {
            translated: translated.into_iter().collect(),
            address: address_in(path, lang, &primary),
            lang: lang.to_owned(),
            primary,
            path: path.to_owned(),
            links: Links::Relative,
            language: desk.theme.language(lang),
            desk,
        }
    }

    /// The pen of a page that answers at every address.
    pub fn anywhere(desk: Desk<'a>, lang: &str, path: &str) -> Self {
        Self {
            links: Links::FromRoot,
            ..Self::new(desk, lang, path)
        }
    }

    /// The same with the words that a service's translation has for it.
    #[must_use]
    pub fn with(mut self, words: Option<&'a Dictionary>) -> Self {
        self.translated
            .extend(words.filter(|_| self.lang != self.primary));
        self
    }

    /// How the language of the page writes numbers, dates and conditions.
    pub fn language(&self) -> &'a Language {
        self.language
    }

    /// From which side a language is written, where it is not the page's side.
    fn turned(&self, lang: &str) -> Option<Direction> {
        let direction = self.desk.theme.language(lang).direction();
        (direction != self.language.direction()).then_some(direction)
    }

    /// The tag of the page's language.
    pub fn lang(&self) -> &str {
        &self.lang
    }

    /// The address of the page from the site's root.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// The address of the page without its language.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Whether the page has one address, so that it can be named and translated.
    pub fn has_address(&self) -> bool {
        self.links == Links::Relative
    }

    /// A word of the theme.
    pub fn word(&self, key: &str) -> String {
        self.language.words().get(key).to_owned()
    }

    /// A word of the theme in another language.
    pub fn word_in(&self, lang: &str, key: &str) -> String {
        self.desk.theme.language(lang).words().get(key).to_owned()
    }

    /// A sentence of the theme with its places filled.
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.language.words().fill(key, values)
    }

    /// A text of the content as this page says it: its translation, if there is one.
    pub fn worded<'t>(&'t self, text: &'t Text) -> &'t Text {
        let mut known = self.translated.iter();
        known.find_map(|words| words.get(text)).unwrap_or(text)
    }

    /// The letters of a text of the content as this page says it; empty unless one is given.
    pub fn str<'t>(&'t self, slot: &'t Slot<Text>) -> &'t str {
        slot.get().map_or("", |text| &self.worded(text).value)
    }

    /// A text of the content.
    pub fn text(&self, text: &Text) -> view::Words {
        let text = self.worded(text);
        let lang = text.lang.as_deref().unwrap_or(&self.primary);
        let foreign = lang != self.lang;
        view::Words {
            text: text.value.clone(),
            lang: foreign.then(|| lang.to_owned()),
            dir: self.turned(lang).map(Direction::key),
        }
    }

    /// A sentence made by the program, in the page's language.
    pub fn said(&self, text: impl Into<String>) -> view::Words {
        view::Words {
            text: text.into(),
            ..view::Words::default()
        }
    }

    /// Several texts of the content in one, joined by commas.
    pub fn joined(&self, texts: &[Text]) -> Option<view::Words> {
        let first = self.text(texts.first()?);
        let texts: Vec<&str> = texts.iter().map(|text| &*self.worded(text).value).collect();
        Some(first.saying(self.language.row(&texts)))
    }

    /// A date in words.
    pub fn date(&self, date: &Date) -> String {
        self.language.date(date.value)
    }

    /// The HTML of a Markdown text whose highest headings become `<h{top}>`.
    pub fn html(&self, text: &Markdown, top: u8) -> String {
        let text = &self.worded(&text.0).value;
        markdown::to_html(text, top, &|target| self.target(target))
    }

    /// The link to the page at `path`, in this page's language.
    pub fn link(&self, path: &str) -> String {
        self.reach(&address_in(path, &self.lang, &self.primary))
    }

    /// The link to the same page in another language.
    pub fn link_in(&self, lang: &str) -> String {
        self.reach(&address_in(&self.path, lang, &self.primary))
    }

    /// The link to a file that content names: `static/ktp.png` stands at the site's root as `ktp.png`.
    pub fn file(&self, path: &str) -> String {
        self.reach(&encode(path.strip_prefix("static/").unwrap_or(path)))
    }

    /// The absolute address of this page in a language.
    pub fn url_in(&self, lang: &str) -> String {
        let address = address_in(&self.path, lang, &self.primary);
        format!("{}{address}", self.desk.base_url)
    }

    /// What to put before an address from the site's root.
    pub fn root(&self) -> String {
        match self.links {
            Links::FromRoot => self.base_path(),
            Links::Relative => "../".repeat(self.address.matches('/').count()),
        }
    }

    fn target(&self, target: &str) -> String {
        if !markdown::is_local(target) || target.starts_with('#') {
            return target.to_owned();
        }
        if target.starts_with("static/") {
            return self.file(target);
        }
        let (path, rest) = match target.find(['?', '#']) {
            Some(at) => target.split_at(at),
            None => (target, ""),
        };
        match self.desk.names.page_address(path) {
            Some(address) => format!("{}{rest}", self.link(&address)),
            None => target.to_owned(),
        }
    }

    fn reach(&self, address: &str) -> String {
        match self.links {
            Links::FromRoot => format!("{}{address}", self.base_path()),
            Links::Relative => relative(&self.address, address),
        }
    }

    fn base_path(&self) -> String {
        let url = self.desk.base_url;
        if url.starts_with('/') {
            return url.to_owned();
        }
        let after_scheme = url.split_once("://").map(|(_, rest)| rest);
        let path = after_scheme.and_then(|rest| rest.find('/').map(|at| &rest[at..]));
        path.unwrap_or("/").to_owned()
    }
}

/// The address of a page in a language: the content's own stands at the root, others below their tag.
fn address_in(path: &str, lang: &str, primary: &str) -> String {
    if lang == primary {
        path.to_owned()
    } else {
        format!("{lang}/{path}")
    }
}

/// The link from one address to another, both from the site's root.
fn relative(from: &str, to: &str) -> String {
    let from: Vec<&str> = from.split('/').collect();
    let to: Vec<&str> = to.split('/').collect();
    let folders = from.len() - 1;
    let shared = from[..folders]
        .iter()
        .zip(&to[..to.len() - 1])
        .take_while(|(a, b)| a == b)
        .count();
    let up = "../".repeat(folders - shared);
    format!("{up}{}", to[shared..].join("/"))
}

/// A path as part of an address.
fn encode(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~!$&'()*+,;=:@".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_name_the_file_from_where_the_page_stands() {
        assert_eq!(relative("index.html", "a/b.html"), "a/b.html");
        assert_eq!(relative("a/b.html", "index.html"), "../index.html");
        assert_eq!(relative("a/b.html", "a/c.html"), "c.html");
        assert_eq!(relative("en/a/b.html", "en/a/index.html"), "index.html");
        assert_eq!(relative("en/a/b.html", "a/b.html"), "../../a/b.html");
    }

    #[test]
    fn a_path_is_encoded_for_an_address() {
        assert_eq!(encode("formulir F-1 é.pdf"), "formulir%20F-1%20%C3%A9.pdf");
    }
}
