//! What a template may see: one typed struct a page, holding finished words and links and nothing else.
//!
//! A page's view is *all* that rendering sees, so the page is a function of it. A field that the standard does
//! not fill is `None` or an empty list, and the template leaves the part out; what is known to be missing
//! arrives as words ("Instansi ini belum mencantumkannya") in a [`Slot`].

mod checklist;
mod finder;
mod lists;
mod paper;
mod service;

use serde::Serialize;

pub use checklist::{Asked, Checklist, Condition, Failed, Notice, OfferedAnswer};
pub use finder::{FinderPage, FinderPart, FoundService};
pub use lists::{
    CategoryPage, Directory, DocumentPage, Entry, EventPaper, LifeEventPage, ListPage, ListRow,
    Listed, Paper, Shelf, Stage, StagedService, TitledList, Topic,
};
pub use paper::{
    Annex, AnnexClause, AnnexGroup, AnnexRow, Code, PledgeSheet, Poster, PosterLine, PosterPart,
};
pub use service::{
    Block, Clause, Contact, Due, Item, Papers, Picture, Prose, Question, Related, Row, Section,
    ServicePage, Standard, StatusNotice, Steps, Unsettled,
};

/// A text and, where it is not the page's own, its language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Words {
    /// The text, unescaped.
    pub text: String,
    /// BCP 47 tag for a `lang` attribute, only when the text is not in the page's language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    /// `ltr` or `rtl` for a `dir` attribute, only when the text is not written from the same side as the page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dir: Option<&'static str>,
}

impl Words {
    /// Another text in the same language.
    pub fn saying(&self, text: String) -> Self {
        Self {
            text,
            ..self.clone()
        }
    }
}

/// A link: where to, and its text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Link {
    /// Relative address that names a file, or a whole URL. `None` where the text is no link (the current page).
    pub href: Option<String>,
    /// The link's text.
    pub label: Words,
}

/// A value of the standard in one of its three states.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Slot {
    /// `given`, `missing` (the agency says it has none: `null`) or `absent` (not written yet).
    pub state: &'static str,
    /// The value in words, or the sentence for a missing one.
    pub words: Words,
}

/// What stands on every page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Frame {
    /// BCP 47 tag of the page.
    pub lang: String,
    /// `ltr` or `rtl`: from which side the page is written.
    pub dir: &'static str,
    /// The `<title>`: the page's name and the site's.
    pub head_title: String,
    /// The meta description; empty for none.
    pub description: String,
    /// Absolute address of the page; `None` for 404.
    pub canonical: Option<String>,
    /// The page in every language of the site (this one included), or what there is of it; empty on a site of one language.
    pub alternates: Vec<Alternate>,
    /// On a page in another language than the site's first: that what is not translated stands in the first.
    pub translated_from: Option<String>,
    /// Prefix of every link to the site's root: empty, `../`, …, or a path for 404.html.
    pub root: String,
    /// The site's title.
    pub site_title: Words,
    /// Link to the home page in the page's language.
    pub home: String,
    /// Pages about the site to which every page links.
    pub menu: Vec<Link>,
    /// Whether phones keep a copy of the site.
    pub keeps: bool,
    /// Path of the logo, relative to the page.
    pub logo: Option<String>,
    /// Width and height of the logo in the head of a page.
    pub logo_size: [u32; 2],
    /// The way from the home page to this one; the last has no `href`. Empty on the home page.
    pub breadcrumb: Vec<Link>,
    /// What those who share the page show of it.
    pub social: Option<Social>,
    /// What it says to search engines, as JSON for a script that does not run.
    pub data: Option<String>,
    /// Free pages, and files about the site, for the footer.
    pub pages: Vec<Link>,
    /// The feed of what changed, for the head.
    pub feed: Option<Link>,
    /// What the site says of who can use it; the page itself is no link there.
    pub statement: Option<Link>,
    /// Where a mistake of the page is reported: an email or a message that names the page and its version.
    pub report: Option<String>,
    /// The notice of an example site; `None` on a real one. With it the page is `noindex`.
    pub example: Option<String>,
    /// Colours of the site as CSS declarations (`--brand:#0b5c8a;…`, with `--on-brand`, `--link-on-light` and
    /// `--link-on-dark`); empty for the theme's own.
    pub colours: String,
    /// Whom to ask: the same block in the same place of every page.
    pub help: Help,
}

/// What those who share a page show of it besides its address and description (Open Graph).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Social {
    /// The page's name, without the site's.
    pub title: String,
    /// `website` of the home page, else `article`.
    pub kind: &'static str,
    /// The language with a country: `id_ID`.
    pub locale: String,
}

/// One language of a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Alternate {
    /// BCP 47 tag.
    pub lang: String,
    /// The language's own name: "Bahasa Indonesia".
    pub name: String,
    /// Relative link.
    pub href: String,
    /// Absolute address of the same page; `None` where the language has no such page, or this is of no other.
    pub url: Option<String>,
    /// Whether this is the page itself.
    pub current: bool,
}

/// The help block: telephone, WhatsApp, hours, place, and who stands above the agency.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Help {
    /// Name of the agency, or of the site's owner on pages without one.
    pub name: Words,
    /// Link to the agency's page, where the page belongs to one and is not that page.
    pub href: Option<String>,
    /// What stands above the agency.
    pub parent: Option<Words>,
    /// Telephone, WhatsApp, email …: the agency's own.
    pub channels: Vec<Channel>,
    /// The agency's website.
    pub website: Option<Link>,
    /// Opening hours, a line each: days and times.
    pub hours: Vec<Hours>,
    /// The address in one line.
    pub address: Option<Words>,
    /// The next instances: LAPOR!, Ombudsman.
    pub ladder: Vec<Channel>,
}

/// A line of opening hours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Hours {
    /// "Senin–Kamis"
    pub days: String,
    /// "08.00–15.00", or the word for closed.
    pub times: String,
    /// A remark.
    pub note: Option<Words>,
}

/// A way to reach someone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Channel {
    /// Kind of `keys.md`: email, phone, whatsapp, … counter, box, lapor, other.
    pub kind: &'static str,
    /// The kind in words.
    pub kind_label: String,
    /// The value as written: the number, the address.
    pub value: Words,
    /// A remark: when somebody answers, what it is for.
    pub note: Option<Words>,
    /// `tel:`, `mailto:`, `https:` link where the kind has one.
    pub href: Option<String>,
}

/// `index.html`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Home {
    /// What stands on every page.
    pub frame: Frame,
    /// The page's one `<h1>`.
    pub title: Words,
    /// The government that owns the site, linked to its own website.
    pub owner: Option<Link>,
    /// The list of all services from A to Z.
    pub all: Option<Link>,
    /// The search; without it `all` leads to the list.
    pub search: Option<Search>,
    /// All services, on a small site.
    pub services: Vec<ServiceCard>,
    /// Life events, categories, agencies and papers, as far as there are any.
    pub shelves: Vec<Shelf>,
}

/// The search of a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Search {
    /// Where the form leads without script: the list from A to Z.
    pub action: String,
    /// Prefix of every link to the site's root.
    pub root: String,
    /// The folder of the index, from the site's root.
    pub index: String,
}

/// A service in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ServiceCard {
    /// The service, linked.
    pub link: Link,
    /// Its summary.
    pub summary: Option<Words>,
    /// Other names people use, joined: "e-KTP, KTP hilang".
    pub aliases: String,
    /// `active`, `suspended`, `withdrawn` or `draft`.
    pub status: &'static str,
    /// The status in words unless active.
    pub status_label: Option<String>,
    /// Time and cost in a few words, those that are given.
    pub facts: Vec<String>,
}

/// `AGENCY/index.html`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AgencyPage {
    /// What stands on every page.
    pub frame: Frame,
    /// The agency's name.
    pub title: Words,
    /// Its parent.
    pub parent: Option<Words>,
    /// The address, a line each.
    pub address: Vec<Words>,
    /// A link to a map, where the place is known.
    pub map: Option<String>,
    /// Its web site.
    pub website: Option<String>,
    /// Opening hours.
    pub hours: Vec<Hours>,
    /// The listed days on which it is closed, by year.
    pub holidays: Vec<Holidays>,
    /// Its channels.
    pub channels: Vec<Channel>,
    /// Its services, and those of others offered here.
    pub list: Listed,
    /// The signed pledge (maklumat pelayanan).
    pub pledge: Option<Pledge>,
    /// The page of the pledge, which says whether it is signed.
    pub pledge_page: Option<Link>,
    /// Further facts, each a term and its value: survey, consultation, decree, where the standard is posted.
    pub facts: Vec<Fact>,
}

/// The holidays of a year, as they concern one agency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Holidays {
    /// "Hari libur 2026"
    pub title: String,
    /// The decree that sets the list.
    pub basis: Option<Words>,
    /// Each day with its date and its name.
    pub days: Vec<Fact>,
}

/// A pledge as it is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Pledge {
    /// Its paragraphs.
    pub paragraphs: Vec<Words>,
    /// "Kota Contoh, 1 Februari 2025"
    pub place_and_date: String,
    /// The office.
    pub role: Option<Words>,
    /// Who signed.
    pub signed_by: Option<Words>,
}

/// A term and its value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// The term.
    pub term: String,
    /// The value.
    pub value: Words,
    /// A link on the value.
    pub href: Option<String>,
}

/// The gallery of a theme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Gallery {
    /// What stands on every page.
    pub frame: Frame,
    /// The styles by which an element with `data-shown` shows a state of the checklist.
    pub states: String,
    /// The parts of the theme with their examples.
    pub parts: Vec<crate::theme::Part>,
}

/// `PAGE.html`, and 404.html.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FreePage {
    /// What stands on every page.
    pub frame: Frame,
    /// The title.
    pub title: Words,
    /// One sentence about it.
    pub lead: Option<Words>,
    /// The body as HTML made from Markdown; its headings start at `<h2>`.
    pub body: String,
}

/// A page that sends the reader on: an address of the past.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Redirect {
    /// What stands on every page.
    pub frame: Frame,
    /// Where to: the service, linked.
    pub to: Link,
}
