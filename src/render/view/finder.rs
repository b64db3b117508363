//! What a template sees of the page that sorts services by answers.

use serde::Serialize;

use super::{Asked, Frame, Link, Words};

/// "Layanan apa untuk saya?" of a category or life event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FinderPage {
    /// What stands on every page.
    pub frame: Frame,
    /// The page's one `<h1>`.
    pub title: String,
    /// What the page is for.
    pub lead: String,
    /// From the page to the folder of the site's first page: what answers are kept for.
    pub root: String,
    /// "5 pertanyaan, jawaban tidak dikirim"
    pub count: String,
    /// The questions in the order of questions.yaml.
    pub questions: Vec<Asked>,
    /// The parts that services can come to, in the order of the page.
    pub parts: Vec<FinderPart>,
    /// Services whose verdict the program does not know: they ask nothing.
    pub others: Vec<FoundService>,
    /// What shows for which answers, as a style sheet, safe inside a `style` element.
    pub style: String,
}

/// The services of one verdict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FinderPart {
    /// The verdict's name in the page's contract.
    pub verdict: &'static str,
    /// Its heading.
    pub heading: String,
    /// The same in a word or two, said with a number before it.
    pub short: String,
    /// Whether some service stands here whatever is answered.
    pub sure: bool,
    /// Its services.
    pub services: Vec<FoundService>,
}

/// A service in one of the parts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FoundService {
    /// Its number in the page's contract, from 1; `None` where it stands in this part alone.
    pub number: Option<usize>,
    /// Its name, linked to its page.
    pub link: Link,
    /// Its agency.
    pub agency: Option<Words>,
    /// The status in words unless active.
    pub status_label: Option<String>,
    /// What its page asks besides, where that decides.
    pub further: Option<String>,
    /// Which answers its page takes over: `menikah usia=0,17`, of a number with the first of each of its bands.
    pub asks: String,
}
