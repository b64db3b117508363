//! The decision table of a service: every distinct result, and the answers that lead to it.
//!
//! # Steps
//!
//! 1. [`rows()`] cuts the set of all answers along every condition until each part has one result. It is exact: the
//!    parts are decision diagrams, and no answer is tried by itself.
//! 2. Parts with the same result are one row; the answers of a row are merged into the fewest lines that cover it.
//! 3. [`mod@write`] prints the rows as text, Markdown, CSV, JSON or HTML.
//!
//! The order is that of the verdicts and then of the answers, so a change of a rule shows as a readable difference.

mod drafts;
mod label;
mod split;
pub mod write;

use crate::diagnostic::{Failure, Lang, say};
use crate::parse::dictionary::Dictionary;
use crate::resolve::cost::Amount;
use crate::resolve::service::Service;
pub use drafts::{Drafts, drafts};
pub use label::Labels;

/// A row: the result, and all answers that lead to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// `eligible`, `do_first`, `ask_first`, `not_needed` or `not_eligible`.
    pub verdict: &'static str,
    /// The cases that lead here; each a list of what is answered. One empty case is "whatever is answered".
    pub answers: Vec<Vec<String>>,
    /// The same cases as a grid: for each question what is answered, nothing where that does not matter.
    pub grid: Vec<Vec<Option<String>>>,
    /// The criteria that fail.
    pub fails: Vec<String>,
    /// The papers to bring; none where the verdict turns away.
    pub papers: Vec<String>,
    /// The cost: the sum of the rows that hold, then the sentences of those that state no amount.
    pub cost: Vec<String>,
    /// The sum in rupiah, and for each of what; each unit by itself.
    pub amounts: Vec<(Amount, Option<String>)>,
    /// The time.
    pub time: Vec<String>,
    /// The notices about silences of the text.
    pub notices: Vec<String>,
}

/// The questions of a service, the columns of its grid.
pub fn questions(service: &Service<'_>, words: Option<&Dictionary>) -> Vec<String> {
    let own = Dictionary::default();
    let words = words.unwrap_or(&own);
    let questions = service
        .questions_in(&|text| words.get(text))
        .list
        .into_iter();
    questions.map(|question| question.ask).collect()
}

/// The rows of a service's table, in the words of a translation and of `lang`.
///
/// # Errors
/// When the rules have more results than a table can show.
pub fn rows(
    service: &Service<'_>,
    words: Option<&Dictionary>,
    lang: Lang,
) -> Result<Vec<Row>, Failure> {
    let own = Dictionary::default();
    let words = words.unwrap_or(&own);
    let labels = label::Labels::new(service, words, lang);
    split::split(service, &service.questions_in(&|text| words.get(text)), &labels, lang).ok_or_else(|| {
        Failure::new(say!(
            "aturan layanan ini punya terlalu banyak hasil untuk satu tabel; pecah menjadi beberapa layanan",
            "the rules of this service have too many outcomes for one table; split it into several services"
        ))
    })
}
