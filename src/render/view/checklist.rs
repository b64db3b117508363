//! What a template sees of the eligibility checklist.

use serde::Serialize;

use super::{Channel, Link, Words};

/// The questions of a service and what the answers lead to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Checklist {
    /// "5 pertanyaan, jawaban tidak dikirim"
    pub count: String,
    /// The questions in the author's order.
    pub questions: Vec<Asked>,
    /// What each failing criterion says.
    pub failed: Vec<Failed>,
    /// The verdicts to which failing criteria lead: `not_eligible`, `not_needed`, `do_first`.
    pub verdicts: Vec<&'static str>,
    /// Whether a criterion stands in words only, so that the reader must judge it.
    pub in_words: bool,
    /// What is known of what to bring: `papers`, `nothing`, or `unknown` where the requirements are not written.
    pub brings: &'static str,
    /// What the text leaves open.
    pub notices: Vec<Notice>,
    /// Where to ask about a doubtful case.
    pub channels: Vec<Channel>,
    /// The rules as a style sheet, safe inside a `style` element.
    pub style: String,
}

/// A question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Asked {
    /// Its name in the page's contract.
    pub id: String,
    /// The question.
    pub ask: Words,
    /// A hint.
    pub hint: Option<Words>,
    /// Whether its answers are short enough to stand beside each other.
    pub short: bool,
    /// Whether its answer is never kept or shared.
    pub sensitive: bool,
    /// Its answers; "I don't know" is the template's.
    pub answers: Vec<OfferedAnswer>,
}

/// An answer to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OfferedAnswer {
    /// The radio button's value.
    pub value: String,
    /// Its words.
    pub label: Words,
    /// A hint.
    pub hint: Option<Words>,
    /// What it says of the reader: "KTP lama hilang"; fits after "karena".
    pub said: Words,
}

/// What a failing criterion says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Failed {
    /// `requirements.N`, `eligibility.N`
    pub path: String,
    /// The criterion itself.
    pub label: Words,
    /// What follows, linked where a service helps.
    pub say: Option<Link>,
    /// The inference it rests on, where nobody has confirmed it.
    pub interpretation: Option<Words>,
}

/// A case that the text does not settle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Notice {
    /// Its number in the page's contract.
    pub number: usize,
    /// When the case is the reader's, where the page cannot tell and always shows it.
    pub condition: Option<Condition>,
    /// What to tell the reader.
    pub say: Words,
}

/// A condition in words that fit after "jika" and after "karena".
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Condition {
    /// The whole sentence, or what stands above its members.
    pub text: Words,
    /// The members of a condition that is too long for one sentence, or of which some are not translated.
    pub members: Vec<Words>,
}
