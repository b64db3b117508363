//! Where each page and file of a site stands: plain data, listed once, before anything is made.
//!
//! A [`Route`] is the address of one [`Subject`] in one language, as one kind of page shows it. The table of kinds is
//! `outputs`; here, below the gate, is only what findings, links and the walk over the site need of it.

use std::sync::Arc;

use crate::span::FileId;

/// What a page or file is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// The site as a whole.
    Site,
    /// A part of a file about the whole site that is too long for one, by its number.
    Part(usize),
    /// A page of a list, by the letters with which its names begin; its first page has none.
    List(List, Arc<str>),
    /// A life event, by its id.
    LifeEvent(Arc<str>),
    /// A category, by its id.
    Category(Arc<str>),
    /// A paper of documents.yaml, by its id.
    Document(Arc<str>),
    /// An agency, by the name of its folder.
    Agency(Arc<str>),
    /// Which of the services of a category or life event is for the reader.
    Finder(Arc<Subject>),
    /// A free page, by its name.
    Page(Arc<str>),
    /// A service, by its id.
    Service(Arc<str>),
    /// A file of `static/`.
    File(FileId),
}

impl Subject {
    /// Whether the program itself adds it to what staff put into the site: a list, or what a shared list names.
    pub fn is_list(&self) -> bool {
        matches!(
            self,
            Self::Site
                | Self::Part(_)
                | Self::List(..)
                | Self::LifeEvent(_)
                | Self::Category(_)
                | Self::Document(_)
        )
    }
}

/// A list of names that may need several pages.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum List {
    /// All services, by all their names.
    Names,
    /// The life events that concern services.
    LifeEvents,
    /// The categories that have services.
    Categories,
    /// The agencies.
    Agencies,
    /// The papers that services ask for or give.
    Documents,
    /// The services of an agency, and those of others that it offers.
    OfAgency(Arc<str>),
    /// The services of a life event.
    OfLifeEvent(Arc<str>),
    /// The services of a category.
    OfCategory(Arc<str>),
    /// The services that give a paper.
    Giving(Arc<str>),
    /// The services that ask for a paper.
    Asking(Arc<str>),
}

impl List {
    /// What the page is about on which it begins.
    pub fn begins_at(&self) -> Subject {
        match self {
            Self::Names => Subject::Site,
            Self::LifeEvents | Self::Categories | Self::Agencies | Self::Documents => {
                Subject::List(self.clone(), "".into())
            }
            Self::OfAgency(folder) => Subject::Agency(folder.clone()),
            Self::OfLifeEvent(id) => Subject::LifeEvent(id.clone()),
            Self::OfCategory(id) => Subject::Category(id.clone()),
            Self::Giving(id) | Self::Asking(id) => Subject::Document(id.clone()),
        }
    }
}

/// The address of a page or a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    /// What it is about.
    pub subject: Subject,
    /// Which kind of output it is, by its place in the table of kinds.
    pub kind: usize,
    /// Its language.
    pub language: Arc<str>,
    /// The address from the site's root, parts joined by `/`, not yet encoded.
    pub address: String,
}

/// Whether drafts are built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drafts {
    /// They are left out.
    Without,
    /// They are built, marked as drafts.
    With,
}

/// All routes of a site.
#[derive(Debug, Clone, Default)]
pub struct Routes {
    /// By subject and kind; those that differ only in their language in the order of the site's languages.
    list: Vec<Route>,
    languages: Vec<Arc<str>>,
}

impl Routes {
    /// The routes, whose languages are given in the order of the site: the content's own first.
    pub fn new(mut list: Vec<Route>, languages: Vec<Arc<str>>) -> Self {
        list.sort_by(|a, b| (&a.subject, a.kind).cmp(&(&b.subject, b.kind)));
        Self { list, languages }
    }

    /// The language of the content.
    pub fn primary(&self) -> &str {
        self.languages.first().map_or("", |first| first)
    }

    /// The languages of the site, the content's own first.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        self.languages.iter().map(|language| &**language)
    }

    /// All routes, those about one subject together.
    pub fn iter(&self) -> impl Iterator<Item = &Route> {
        self.list.iter()
    }

    /// The routes about each subject.
    pub fn by_subject(&self) -> impl Iterator<Item = &[Route]> {
        self.list.chunk_by(|a, b| a.subject == b.subject)
    }

    /// The page that stands for a subject in a language: what a link to the subject leads to. It is of the first kind
    /// about that subject.
    pub fn page(&self, subject: &Subject, language: &str) -> Option<&Route> {
        let about = self.between(|route| route.subject.cmp(subject));
        let first = about.first()?.kind;
        let mut pages = about.iter().take_while(|route| route.kind == first);
        pages.find(|route| &*route.language == language)
    }

    /// The page of one kind about a subject in a language.
    pub fn find(&self, kind: usize, subject: &Subject, language: &str) -> Option<&Route> {
        let alike = self.alike(kind, subject);
        alike.iter().find(|route| &*route.language == language)
    }

    /// The same page in every language, itself included.
    pub fn versions(&self, route: &Route) -> impl Iterator<Item = &Route> {
        let alike = self.alike(route.kind, &route.subject).iter();
        alike
            .filter(move |other| other.language != route.language || other.address == route.address)
    }

    fn alike(&self, kind: usize, subject: &Subject) -> &[Route] {
        self.between(|route| (&route.subject, route.kind).cmp(&(subject, kind)))
    }

    /// The routes that are equal in an order in which the list stands.
    fn between(&self, compare: impl Fn(&Route) -> std::cmp::Ordering) -> &[Route] {
        let start = self.list.partition_point(|route| compare(route).is_lt());
        let rest = &self.list[start..];
        let end = rest.partition_point(|route| compare(route).is_eq());
        &rest[..end]
    }
}
