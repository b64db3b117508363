//! The questions of a service and the answers each can have.

use crate::diagnostic::{Code, Diagnostic, Lang, Sink, say};
use crate::figure;
use crate::rule::syntax::Expr;
use crate::span::Span;

/// The most answers (or bands of a number) a question can have.
pub const MOST_ANSWERS: usize = 64;

/// What is asked of the citizen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Its name in conditions and on the page.
    pub id: String,
    /// The question itself, a whole sentence.
    pub ask: String,
    /// Which answers it has.
    pub kind: Kind,
    /// What yes and no say; of a number, what it says with `{}` where the number stands.
    pub phrase: Phrase,
    /// Whether its answer must never be kept or shared.
    pub sensitive: bool,
    /// Where it is declared.
    pub span: Span,
}

/// Which answers a question has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// Yes (answer 0) or no (answer 1).
    YesNo,
    /// One of several.
    Choices(Vec<Choice>),
    /// A number. The rules count it in units of its last decimal: with two decimals 2,75 is 275.
    Number {
        /// The smallest, in these units.
        min: i64,
        /// The largest, in these units.
        max: i64,
        /// How many digits stand behind the comma; 0 for a whole number.
        decimals: u8,
        /// What is counted: `tahun`.
        unit: Option<String>,
    },
}

/// One answer of several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Its name in conditions and on the page.
    pub id: String,
    /// Its words.
    pub label: String,
    /// What it says of the one who chooses it.
    pub phrase: Phrase,
}

/// What an answer says in a sentence, fit to follow "jika" and "karena": KTP lama rusak.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Phrase {
    /// Where it is the answer.
    pub is: Option<String>,
    /// Where another one is.
    pub is_not: Option<String>,
}

/// Where the number stands in the phrase of a question for a number.
pub const PLACE: &str = "{}";

/// A named condition, as declared under `facts`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// Its name in conditions.
    pub id: String,
    /// What it stands for.
    pub expr: Expr,
    /// Where its name is declared.
    pub span: Span,
}

/// An answer to a question: to a number the number in units of its last decimal, to any other its place in the list (yes 0, no 1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Answer {
    /// The place of the answer among those of the question.
    Choice(u8),
    /// The number.
    Number(i64),
}

impl Question {
    /// The ids of the answers in order; none for a number.
    pub fn options(&self) -> Vec<&str> {
        match &self.kind {
            Kind::YesNo => vec!["ya", "tidak"],
            Kind::Choices(choices) => choices.iter().map(|choice| choice.id.as_str()).collect(),
            Kind::Number { .. } => Vec::new(),
        }
    }

    /// How many digits of a number stand behind the comma.
    pub fn decimals(&self) -> u8 {
        match self.kind {
            Kind::Number { decimals, .. } => decimals,
            _ => 0,
        }
    }

    /// A number of this question as a rule or a file writes it: `2,75`, in English `2.75`.
    pub fn typed(&self, number: i64, lang: Lang) -> String {
        let mark = match lang {
            Lang::Id => ',',
            Lang::En => '.',
        };
        figure::typed(number, self.decimals(), mark)
    }

    /// The same within a list, whose commas part the numbers, and as the page's contract names a band.
    pub fn typed_in_list(&self, number: i64) -> String {
        self.typed(number, Lang::En)
    }

    /// Reports a question whose answers cannot be told apart or counted.
    pub(crate) fn inspect(&self, sink: &mut Sink) {
        let id = &self.id;
        let count = self.options().len();
        if count > MOST_ANSWERS {
            sink.push(
                Diagnostic::new(
                    Code::K0316,
                    self.span,
                    say!(
                        "pertanyaan `{id}` punya {count} pilihan; paling banyak {MOST_ANSWERS}",
                        "question `{id}` has {count} choices, but at most {MOST_ANSWERS} are possible"
                    ),
                )
                .help(say!(
                    "gabungkan pilihan yang akibatnya sama, misalnya: lainnya",
                    "merge choices that have the same effect, for example: lainnya"
                )),
            );
        }
    }
}
