//! What lists show: services, names, and the ways to the pages of a long list; life events in their order.

use serde::Serialize;

use super::service::Picture;
use super::{Fact, Frame, Link, ServiceCard, Words};

/// A list on one of its pages. Only one of its three forms is filled.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Listed {
    /// Services with what they are about, where they are few.
    pub cards: Vec<ServiceCard>,
    /// Names.
    pub names: Vec<Entry>,
    /// The pages on which the names stand.
    pub rows: Vec<ListRow>,
}

/// A name, linked to what has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// The name.
    pub link: Link,
    /// The title of what has it, where the name is another one.
    pub of: Option<Words>,
    /// The agency of a service, where the list is not that agency's.
    pub agency: Option<Words>,
    /// The status in words unless active.
    pub status_label: Option<String>,
}

/// The way to a page of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ListRow {
    /// Where it leads.
    pub href: String,
    /// With what the names there begin.
    pub start: String,
    /// The first of them.
    pub first: Words,
    /// The last, where there are several.
    pub last: Option<Words>,
}

/// A page of a list, behind its first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ListPage {
    /// What stands on every page.
    pub frame: Frame,
    /// What the list is called.
    pub title: Words,
    /// With what the names on this page begin.
    pub start: String,
    /// What stands on it.
    pub list: Listed,
}

/// A life event, a category, an agency or a paper, linked to its page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Topic {
    /// It.
    pub link: Link,
    /// A sentence about it.
    pub summary: Option<Words>,
    /// How many services: "3 layanan".
    pub count: String,
}

/// Topics of one sort on the home page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Shelf {
    /// Its anchor.
    pub id: &'static str,
    /// Its heading.
    pub title: String,
    /// The topics, or the first of them.
    pub topics: Vec<Topic>,
    /// The page that has all, where these are not all.
    pub more: Option<Link>,
}

/// `peristiwa.html`, `kategori.html`, `dinas.html`, `dokumen.html`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Directory {
    /// What stands on every page.
    pub frame: Frame,
    /// The page's one `<h1>`.
    pub title: String,
    /// What it is for.
    pub lead: String,
    /// What it lists, where that is not much.
    pub topics: Vec<Topic>,
    /// Else the names.
    pub list: Listed,
}

/// `kategori/ID.html`
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CategoryPage {
    /// What stands on every page.
    pub frame: Frame,
    /// The page's one `<h1>`.
    pub title: Words,
    /// A sentence about it.
    pub summary: Option<Words>,
    /// The page that sorts its services by answers, where there is one.
    pub finder: Option<String>,
    /// Its services.
    pub list: Listed,
}

/// `dokumen/ID.html`
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DocumentPage {
    /// What stands on every page.
    pub frame: Frame,
    /// The page's one `<h1>`.
    pub title: Words,
    /// The other names, joined.
    pub aliases: Option<Words>,
    /// A picture of the paper.
    pub picture: Option<Picture>,
    /// Who issues it, and how long it is valid.
    pub facts: Vec<Fact>,
    /// Who gives it and who asks for it, each under its heading; what nobody does is left out.
    pub lists: Vec<TitledList>,
}

/// A list under its heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TitledList {
    /// Its anchor.
    pub id: &'static str,
    /// The heading.
    pub title: String,
    /// What it names.
    pub list: Listed,
}

/// `peristiwa/ID.html`
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LifeEventPage {
    /// What stands on every page.
    pub frame: Frame,
    /// The page's one `<h1>`.
    pub title: Words,
    /// A sentence about it.
    pub summary: Option<Words>,
    /// The page that sorts its services by answers, where there is one.
    pub finder: Option<String>,
    /// Its services one after the other; empty where the order does not matter.
    pub stages: Vec<Stage>,
    /// The services that can be used at any time beside those, or all where there are no stages.
    pub list: Listed,
    /// What one brings from the start, over all services.
    pub bring: Vec<EventPaper>,
    /// What an earlier service gives.
    pub on_the_way: Vec<EventPaper>,
}

/// Services that can be used at the same time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Stage {
    /// That they can be, where there are several.
    pub note: Option<String>,
    /// They.
    pub services: Vec<StagedService>,
}

/// A service of a life event in its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StagedService {
    /// It.
    pub link: Link,
    /// The status in words unless active.
    pub status_label: Option<String>,
    /// Its summary.
    pub summary: Option<Words>,
    /// Time and cost in a few words, those that are given.
    pub facts: Vec<String>,
    /// "setelah Anda punya: …": papers that earlier services give, each linked to its page.
    pub needs: Vec<Paper>,
    /// What it gives that a later one asks for.
    pub gives: Vec<Paper>,
}

/// A paper, linked to its page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Paper {
    /// It.
    pub link: Link,
    /// How long it is valid, or that only some need it.
    pub notes: Vec<Words>,
}

/// A paper that one brings to services of a life event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EventPaper {
    /// It.
    pub paper: Paper,
    /// Who asks for it, and who gives it.
    pub remarks: Vec<Fact>,
}
