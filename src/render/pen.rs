//! How texts, dates and links look on one page.

use super::catalogue::Catalogue;
use super::view;
use crate::language::{Direction, Language};
use crate::markdown;
use crate::model::{Date, Markdown, Slot, Text};
use crate::parse::dictionary::Dictionary;
use crate::percent::{decode, encode, readings};
use crate::resolve::Site;
use crate::resolve::names::Names;
use crate::route::{Route, Routes, Subject};
use crate::seal::Hashes;
use crate::theme::{Form, Theme};

/// What all pages of a site share.
#[derive(Debug, Clone, Copy)]
pub struct Desk<'a> {
    /// The site.
    pub site: &'a Site,
    /// Its names.
    pub names: &'a Names<'a>,
    /// Where its pages and files stand.
    pub routes: &'a Routes,
    /// Which services its lists show.
    pub catalogue: &'a Catalogue<'a>,
    /// The kinds to which every page links.
    pub linked: &'a [(usize, Linked)],
    /// The theme.
    pub theme: &'a Theme,
    /// Where the site will stand, with a slash at its end; empty if unknown.
    pub base_url: &'a str,
    /// How much of a page's white space is kept.
    pub form: Form,
    /// Whether phones keep a copy of the site.
    pub keeps: bool,
    /// The hashes of the theme's styles and scripts, each made once.
    pub hashes: &'a Hashes,
}

/// From where pages link to a kind, under which word of the theme; it is about the site.
#[derive(Debug, Clone, Copy)]
pub enum Linked {
    /// From the menu of every page.
    Menu(&'static str),
    /// From the footer of every page but those about a service, on which each byte counts.
    Footer(&'static str),
    /// From there too, and from the head of the page, where readers of feeds look for it.
    Feed(&'static str),
    /// From the last line of every page.
    Statement(&'static str),
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
    route: &'a Route,
    links: Links,
    language: &'a Language,
    /// What translations say; none for a page in the content's own language.
    translated: Vec<&'a Dictionary>,
}

impl<'a> Pen<'a> {
    /// The pen of the page at `route`.
    pub fn new(desk: Desk<'a>, route: &'a Route) -> Self {
        let pen = Self {
            links: Links::Relative,
            language: desk.theme.language(&route.language),
            translated: Vec::new(),
            route,
            desk,
        };
        pen.with(desk.site.words.get(&*route.language))
    }

    /// The pen of a page that answers at every address.
    pub fn anywhere(desk: Desk<'a>, route: &'a Route) -> Self {
        Self {
            links: Links::FromRoot,
            ..Self::new(desk, route)
        }
    }

    /// The same with the words that a service's translation has for it.
    #[must_use]
    pub fn with(mut self, words: Option<&'a Dictionary>) -> Self {
        self.translated.extend(words);
        self
    }

    /// How the language of the page writes numbers, dates and conditions.
    pub fn language(&self) -> &'a Language {
        self.language
    }

    /// Where the page stands.
    pub fn route(&self) -> &'a Route {
        self.route
    }

    /// From which side a language is written, where it is not the page's side.
    fn turned(&self, lang: &str) -> Option<Direction> {
        let direction = self.desk.theme.language(lang).direction();
        (direction != self.language.direction()).then_some(direction)
    }

    /// The tag of the page's language.
    pub fn lang(&self) -> &'a str {
        &self.route.language
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
        self.translation(text).unwrap_or(text)
    }

    /// The translation of a text of the content, if this page has one.
    pub fn translation(&self, text: &Text) -> Option<&'a Text> {
        let mut known = self.translated.iter();
        known.find_map(|words| words.get(text))
    }

    /// The letters of a text of the content as this page says it; empty unless one is given.
    pub fn str<'t>(&'t self, slot: &'t Slot<Text>) -> &'t str {
        slot.get().map_or("", |text| &self.worded(text).value)
    }

    /// A text of the content.
    pub fn text(&self, text: &Text) -> view::Words {
        let text = self.worded(text);
        let lang = text.lang.as_deref().unwrap_or(self.desk.routes.primary());
        view::Words {
            text: text.value.clone(),
            lang: (lang != self.lang()).then(|| lang.to_owned()),
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

    /// A sentence that the program made of untranslated content, in the content's own language.
    pub fn said_in_original(&self, text: impl Into<String>) -> view::Words {
        let lang = self.desk.routes.primary();
        view::Words {
            text: text.into(),
            lang: (lang != self.lang()).then(|| lang.to_owned()),
            dir: self.turned(lang).map(Direction::key),
        }
    }

    /// How the content's own language writes numbers and conditions.
    pub fn original(&self) -> &'a Language {
        self.desk.theme.language(self.desk.routes.primary())
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

    /// The link to a route.
    pub fn link(&self, route: &Route) -> String {
        self.reach(&encode(&route.address))
    }

    /// The link to the page that stands for a subject, in this page's language.
    pub fn to(&self, subject: &Subject) -> Option<String> {
        let page = self.desk.routes.page(subject, self.lang())?;
        Some(self.link(page))
    }

    /// Whether this is the page that stands for a subject.
    pub fn is_page_of(&self, subject: &Subject) -> bool {
        self.desk.routes.page(subject, self.lang()) == Some(self.route)
    }

    /// The link to a file that content names: `static/ktp.png`, `static/sk.pdf#page=2`.
    pub fn file(&self, path: &str) -> Option<String> {
        let (route, rest) = self.named_file(path)?;
        Some(format!("{}{rest}", self.link(route)))
    }

    /// The file that content names, and what follows its path.
    fn named_file<'p>(&self, path: &'p str) -> Option<(&'a Route, &'p str)> {
        let statics = &self.desk.site.layout.statics;
        let mut readings = readings(path).into_iter();
        let (file, rest) = readings.find_map(|(path, rest)| {
            let file = statics.get(path.strip_prefix("static/")?)?;
            Some((*file, rest))
        })?;
        let routes = self.desk.routes;
        let route = routes.page(&Subject::File(file), routes.primary())?;
        Some((route, rest))
    }

    /// The address of a route: whole where that of the site is known, else as a link.
    pub fn address_of(&self, route: &Route) -> String {
        match self.desk.base_url.contains("://") {
            true => self.url(route),
            false => self.link(route),
        }
    }

    /// The same of a file that content names; what names none stays as it is.
    pub fn address_of_file(&self, path: &str) -> String {
        match self.named_file(path) {
            Some((route, rest)) => format!("{}{rest}", self.address_of(route)),
            None => path.to_owned(),
        }
    }

    /// The whole address of what a link on this page leads to.
    pub fn whole(&self, link: &str) -> String {
        let own = encode(&self.route.address);
        let mut folders: Vec<&str> = own.split('/').collect();
        folders.pop();
        let mut rest = link;
        while let Some(above) = rest.strip_prefix("../") {
            folders.pop();
            rest = above;
        }
        folders.push(rest);
        format!("{}{}", self.desk.base_url, folders.join("/"))
    }

    /// The absolute address of a route.
    pub fn url(&self, route: &Route) -> String {
        format!("{}{}", self.desk.base_url, encode(&route.address))
    }

    /// What to put before an address from the site's root.
    pub fn root(&self) -> String {
        match self.links {
            Links::FromRoot => self.base_path(),
            Links::Relative => "../".repeat(self.route.address.matches('/').count()),
        }
    }

    fn target(&self, target: &str) -> String {
        if !markdown::is_local(target) || target.starts_with('#') {
            return target.to_owned();
        }
        if let Some(link) = self.file(target) {
            return link;
        }
        let (path, rest) = match target.find(['?', '#']) {
            Some(at) => target.split_at(at),
            None => (target, ""),
        };
        let link = match self.desk.names.page(path) {
            Some(subject) => self.to(&subject).or_else(|| self.instead_of(&subject)),
            None => Some(self.to_address(path)),
        };
        link.map_or_else(|| target.to_owned(), |link| format!("{link}{rest}"))
    }

    /// The link to what stands at an address by itself: a list in this page's language, else just there.
    fn to_address(&self, path: &str) -> String {
        let (routes, path) = (self.desk.routes, path.trim_start_matches('/'));
        let mut lists = routes.iter().take_while(|route| route.subject.is_list());
        let Some(route) = lists.find(|route| route.address == path) else {
            let path = decode(path).unwrap_or_else(|| path.to_owned());
            return self.reach(&encode(&path));
        };
        let mut versions = routes.versions(route);
        let own = versions.find(|version| &*version.language == self.lang());
        self.link(own.unwrap_or(route))
    }

    /// Where a link to a page that is not built leads: for a draft, to its agency.
    fn instead_of(&self, subject: &Subject) -> Option<String> {
        let Subject::Service(id) = subject else {
            return None;
        };
        let (agency, _) = id.split_once('/')?;
        self.to(&Subject::Agency(agency.into()))
    }

    fn reach(&self, address: &str) -> String {
        match self.links {
            Links::FromRoot => format!("{}{address}", self.base_path()),
            Links::Relative => relative(&encode(&self.route.address), address),
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
}
