//! What stands on every page.

use super::channels;
use super::pen::{Linked, Pen};
use super::schema_org;
use super::view::{Alternate, Frame, Help, Link, Social, Words};
use crate::model::agency::AgencyDocument;
use crate::model::site::SiteDocument;
use crate::route::{List, Route, Subject};

/// What a page says of itself.
#[derive(Debug, Clone, Default)]
pub struct About {
    /// Its name; empty for the home page, which bears the site's.
    pub title: String,
    /// A sentence about it.
    pub description: String,
    /// The way from the home page, without the home page.
    pub trail: Vec<Link>,
}

/// The frame of a page; `agency` is the one it belongs to, by folder.
pub fn frame(pen: &Pen<'_>, about: About, agency: Option<(&str, &AgencyDocument)>) -> Frame {
    let site = pen.desk.site;
    let config = &site.config;
    let title = config.title.str();
    let own = about.title.as_str();
    let name = if own.is_empty() { title } else { own }.to_owned();
    let breadcrumb = breadcrumb(pen, about.trail);
    let of_agency = agency.map(|(_, agency)| agency);
    let data = schema_org::data(pen, (&name, &about.description), of_agency, &breadcrumb);
    Frame {
        lang: pen.lang().to_owned(),
        dir: pen.language().direction().key(),
        head_title: if own.is_empty() || own == title {
            title.to_owned()
        } else {
            pen.fill("head.title", &[("page", own), ("site", title)])
        },
        description: about.description,
        canonical: canonical(pen),
        alternates: alternates(pen),
        translated_from: translated_from(pen),
        root: pen.root(),
        site_title: config
            .title
            .get()
            .map(|title| pen.text(title))
            .unwrap_or_default(),
        home: pen.to(&Subject::Site).unwrap_or_default(),
        menu: menu(pen),
        keeps: pen.desk.keeps,
        logo: config.logo.get().and_then(|logo| pen.file(&logo.value)),
        logo_size: site.logo_size.map_or([LOGO; 2], logo_size),
        breadcrumb,
        social: social(pen, name),
        data,
        pages: free_pages(pen).into_iter().chain(footer(pen)).collect(),
        feed: feed(pen),
        statement: statement(pen),
        report: None,
        example: example(pen),
        colours: colours(config),
        help: match agency {
            Some((folder, agency)) => channels::help(pen, folder, agency),
            None => site_help(pen),
        },
    }
}

/// What those who share the page show of it, if it has an address.
fn social(pen: &Pen<'_>, title: String) -> Option<Social> {
    let kind = match &pen.route().subject {
        subject @ Subject::Site if pen.is_page_of(subject) => "website",
        _ => "article",
    };
    canonical(pen).is_some().then(|| Social {
        title,
        kind,
        locale: pen.word("language.locale"),
    })
}

/// As large as a logo may be: so high, and four times as wide.
const LOGO: u32 = 40;

/// The size of a logo in the head of a page, of the shape that it has.
fn logo_size((width, height): (u32, u32)) -> [u32; 2] {
    let (width, height) = (u64::from(width), u64::from(height));
    let most = u64::from(LOGO);
    let (wide, high) = match (width * most).div_ceil(height) {
        wide if wide > 4 * most => (4 * most, (4 * most * height).div_ceil(width)),
        wide => (wide, most),
    };
    [wide, high].map(|side| u32::try_from(side).unwrap_or(LOGO))
}

fn canonical(pen: &Pen<'_>) -> Option<String> {
    let known = pen.has_address() && pen.desk.base_url.contains("://");
    known.then(|| pen.url(pen.route()))
}

/// The page in every language of the site; where a language has no such page, what there is of it instead.
fn alternates(pen: &Pen<'_>) -> Vec<Alternate> {
    let routes = pen.desk.routes;
    if routes.languages().count() < 2 {
        return Vec::new();
    }
    let versions: Vec<&Route> = routes.versions(pen.route()).collect();
    let translated = versions.len() > 1 && pen.has_address();
    let of_language = |lang: &str| {
        let version = versions.iter().find(|version| &*version.language == lang);
        let target = version.copied().or_else(|| instead(pen, lang))?;
        Some(Alternate {
            name: pen.word_in(lang, "language.name"),
            href: pen.link(target),
            url: version
                .filter(|_| translated)
                .map(|version| pen.url(version)),
            current: target == pen.route(),
            lang: lang.to_owned(),
        })
    };
    routes.languages().filter_map(of_language).collect()
}

/// Where a reader goes on in a language that has no such page: a list to its beginning, a page that leads on to where it
/// leads, any other to the home page.
fn instead<'a>(pen: &Pen<'a>, lang: &str) -> Option<&'a Route> {
    let (routes, route) = (pen.desk.routes, pen.route());
    let same = match &route.subject {
        Subject::Part(_) => routes.find(route.kind, &Subject::Site, lang),
        Subject::List(List::Names, _) => names(pen, lang),
        Subject::List(list, _) => routes.page(&list.begins_at(), lang),
        subject => routes.page(subject, lang),
    };
    same.or_else(|| routes.page(&Subject::Site, lang))
}

/// The list of all names: like the home page, it is about the site.
fn names<'a>(pen: &Pen<'a>, lang: &str) -> Option<&'a Route> {
    let mut linked = pen.desk.linked.iter();
    let is_meant = |linked: &Linked| matches!(linked, Linked::Menu("a_to_z.title"));
    let (kind, _) = linked.find(|(_, linked)| is_meant(linked))?;
    pen.desk.routes.find(*kind, &Subject::Site, lang)
}

/// What a page in another language than the site's first says of texts that nobody has translated.
fn translated_from(pen: &Pen<'_>) -> Option<String> {
    let primary = pen.desk.routes.primary();
    let name = pen.word_in(primary, "language.name");
    (primary != pen.lang()).then(|| pen.fill("language.partly", &[("language", &name)]))
}

/// The pages about the site to which every page links.
fn menu(pen: &Pen<'_>) -> Vec<Link> {
    let linked = |linked: Linked| match linked {
        Linked::Menu(word) => Some(word),
        Linked::Footer(_) | Linked::Feed(_) | Linked::Statement(_) => None,
    };
    linked_from(pen, linked)
}

/// What else stands in the footer of a page that is not about a service.
fn footer(pen: &Pen<'_>) -> Vec<Link> {
    let linked = |linked: Linked| match linked {
        Linked::Footer(word) | Linked::Feed(word) => Some(word),
        Linked::Menu(_) | Linked::Statement(_) => None,
    };
    match pen.route().subject {
        Subject::Service(_) => Vec::new(),
        _ => linked_from(pen, linked),
    }
}

/// The feed, for the head of a page that is not about a service.
fn feed(pen: &Pen<'_>) -> Option<Link> {
    let linked = |linked: Linked| match linked {
        Linked::Feed(word) => Some(word),
        Linked::Menu(_) | Linked::Footer(_) | Linked::Statement(_) => None,
    };
    match pen.route().subject {
        Subject::Service(_) => None,
        _ => linked_from(pen, linked).pop(),
    }
}

/// What the site says of who can use it, for the last line of every page.
fn statement(pen: &Pen<'_>) -> Option<Link> {
    let linked = |linked: Linked| match linked {
        Linked::Statement(word) => Some(word),
        Linked::Menu(_) | Linked::Footer(_) | Linked::Feed(_) => None,
    };
    linked_from(pen, linked).pop()
}

/// The links to kinds about the site, under the word that `word` gives.
fn linked_from(pen: &Pen<'_>, word: impl Fn(Linked) -> Option<&'static str>) -> Vec<Link> {
    let kinds = pen.desk.linked.iter();
    kinds
        .filter_map(|(kind, linked)| {
            let word = word(*linked)?;
            let page = pen.desk.routes.find(*kind, &Subject::Site, pen.lang())?;
            Some(Link {
                href: (page != pen.route()).then(|| pen.link(page)),
                label: pen.said(pen.word(word)),
            })
        })
        .collect()
}

fn breadcrumb(pen: &Pen<'_>, trail: Vec<Link>) -> Vec<Link> {
    if trail.is_empty() {
        return trail;
    }
    let home = Link {
        href: pen.to(&Subject::Site),
        label: pen.said(pen.word("breadcrumb.home")),
    };
    std::iter::once(home).chain(trail).collect()
}

fn free_pages(pen: &Pen<'_>) -> Vec<Link> {
    let pages = pen.desk.site.pages.iter();
    pages
        .filter_map(|(name, page)| {
            let (document, _) = page.for_language(pen.lang());
            let subject = Subject::Page(name.as_str().into());
            let here = pen.is_page_of(&subject);
            Some(Link {
                href: pen.to(&subject).filter(|_| !here),
                label: pen.text(document.title.get()?),
            })
        })
        .collect()
}

/// The notice of an example site: whose site it is not, and where its content is from if all of it is from one place.
fn example(pen: &Pen<'_>) -> Option<String> {
    let site = pen.desk.site;
    if site.config.example.get() != Some(&true) {
        return None;
    }
    let owner = site.config.agency.get().and_then(|owner| owner.name.get());
    let name = owner.map_or(site.config.title.str(), |name| name.value.as_str());
    Some(match pen.desk.catalogue.source() {
        Some(system) => {
            let key = format!("source.short.{system}");
            let known = pen.word(&key);
            let source = if known == key { system } else { &known };
            pen.fill("example.notice", &[("name", name), ("source", source)])
        }
        None => pen.fill("example.notice_without_source", &[("name", name)]),
    })
}

/// The colours of a site as CSS declarations: its own, and the shades of links on light and on dark pages.
pub fn colours(site: &SiteDocument) -> String {
    let Some(colours) = site.colours.get() else {
        return String::new();
    };
    let Some(brand) = colours.brand.get() else {
        return String::new();
    };
    let on_brand = colours.on_brand.get().cloned();
    let declarations = [
        ("--brand", brand.clone()),
        ("--on-brand", on_brand.unwrap_or_else(|| brand.text_on())),
        ("--link-on-light", brand.link_on_light()),
        ("--link-on-dark", brand.link_on_dark()),
    ];
    declarations
        .iter()
        .map(|(name, colour)| format!("{name}:{};", colour.css()))
        .collect()
}

/// The help block of a page that belongs to no agency: the only agency's, or the owner's name and where to turn.
fn site_help(pen: &Pen<'_>) -> Help {
    let site = pen.desk.site;
    let mut agencies = site.agencies.iter();
    if let (Some((folder, agency)), None) = (agencies.next(), agencies.next()) {
        return channels::help(pen, folder, agency);
    }
    let owner = site.config.agency.get();
    let name = owner.and_then(|owner| owner.name.get());
    Help {
        name: name
            .or(site.config.title.get())
            .map_or_else(Words::default, |name| pen.text(name)),
        href: owner
            .and_then(|owner| owner.url.get())
            .map(|url| url.value.clone()),
        ladder: channels::ladder(pen, Vec::new()),
        ..Help::default()
    }
}
