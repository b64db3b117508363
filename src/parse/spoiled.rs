//! Which parts of a document hold a reported mistake, and what follows from it and is not said besides.

use std::collections::BTreeSet;

use crate::diagnostic::{Code, Diagnostic, Severity, Sink};
use crate::model::shape::{Field, RecordShape};
use crate::similar::nearest;
use crate::span::Span;
use crate::yaml::Tree;

/// The keys of a document, in English, below which something could not be read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Spoiled {
    parts: BTreeSet<&'static str>,
    /// Whether any key may be spoiled: a block was lost, or a key is unknown.
    everything: bool,
    /// The parts that call requirements by their names.
    callers: Vec<Span>,
}

/// What the questions of a service are, and the names in its conditions.
const QUESTIONS: [&str; 2] = ["questions", "facts"];

/// What its rules are made of.
const RULES: [&str; 11] = [
    "questions",
    "facts",
    "requirements",
    "eligibility",
    "unsettled",
    "procedure",
    "time",
    "cost",
    "products",
    "tests",
    "status",
];

impl Spoiled {
    /// What the errors found while a file was read spoil of it; everything if there is no tree.
    pub(super) fn of(tree: Option<&Tree>, shape: &'static RecordShape, found: &Sink) -> Self {
        let mut spoiled = Self::default();
        let Some(tree) = tree else {
            spoiled.everything = true;
            return spoiled;
        };
        spoiled.everything = !tree.whole;
        spoiled.note_callers(tree, shape);
        let errors = found.findings().iter();
        let readable = [Code::K0214, Code::K0225];
        let unread = |error: &&Diagnostic| {
            error.code.severity() == Severity::Error && !readable.contains(&error.code)
        };
        for error in errors.filter(unread) {
            if spoiled.everything {
                break;
            }
            let pairs = tree.node.pairs().iter();
            let mut around = pairs.filter(|pair| {
                let whole = pair.key.span.to(pair.value.span);
                whole.start <= error.span.start && error.span.start <= whole.end
            });
            match around.next() {
                Some(pair) => match meant(&pair.key.text, shape) {
                    Some(field) => drop(spoiled.parts.insert(field.en)),
                    None => spoiled.everything = true,
                },
                None => spoiled.everything |= error.code != Code::K0208,
            }
        }
        spoiled
    }

    /// Remembers where other parts call the requirements by their names.
    fn note_callers(&mut self, tree: &Tree, shape: &'static RecordShape) {
        let calls = |key: &str| {
            let field = meant(key, shape);
            field.is_some_and(|field| matches!(field.en, "tests" | "procedure"))
        };
        let pairs = tree.node.pairs().iter();
        let calling = pairs.filter(|pair| calls(&pair.key.text));
        self.callers.extend(calling.map(|pair| pair.value.span));
    }

    /// Takes a part for spoiled by what it refers to.
    pub fn add(&mut self, part: &'static str) {
        self.parts.insert(part);
    }

    /// Whether any part may be spoiled.
    pub fn everything(&self) -> bool {
        self.everything
    }

    fn any_of(&self, parts: &[&str]) -> bool {
        self.everything || parts.iter().any(|part| self.parts.contains(part))
    }

    /// Whether a finding about what was read may be no more than a consequence of a mistake in reading.
    pub fn explains(&self, finding: &Diagnostic) -> bool {
        use Code as C;
        match finding.code {
            C::K0311 | C::K0312 | C::K0313 | C::K0314 | C::K0315 | C::K0316 => {
                self.any_of(&QUESTIONS)
            }
            C::K0317
            | C::K0321
            | C::K0322
            | C::K0323
            | C::K0324
            | C::K0325
            | C::K0326
            | C::K0327
            | C::K0328
            | C::K0331
            | C::K0332
            | C::K0333
            | C::K0334
            | C::K0335
            | C::K0337
            | C::K0338
            | C::K0504
            | C::K0801
            | C::K0802
            | C::K0803
            | C::K0804 => self.any_of(&RULES),
            C::K0401 => {
                let at = finding.span;
                let mut callers = self.callers.iter();
                let calls = callers.any(|part| part.start <= at.start && at.end <= part.end);
                calls && self.any_of(&["requirements", "eligibility"])
            }
            C::K0208 | C::K0222 => self.any_of(&["requirements", "eligibility"]),
            C::K0501 | C::K0508 => self.any_of(&["decree"]),
            C::K0502 => self.everything,
            C::K0503 => self.any_of(&["status_note", "status"]),
            _ => false,
        }
    }
}

/// The key that a word is, or is near to.
fn meant(key: &str, shape: &'static RecordShape) -> Option<&'static Field> {
    let known = || shape.fields.iter().flat_map(|field| [field.id, field.en]);
    shape
        .find(key)
        .or_else(|| shape.find(nearest(key, known())?))
}
