//! A decision as a selector, or as a custom property computed by a diagram.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use crate::rule::check::Questions;
use crate::rule::compile::{Checklist, DecisionId};
use crate::rule::diagram::{ALWAYS, Function, NEVER};
use crate::rule::terms::Term;

/// How the style sheet knows that a decision is made.
pub(super) enum Gate {
    /// It is never made.
    Never,
    /// The root matches this; empty if it is always made.
    Selector(String),
    /// This property of the root is valid.
    Property(String),
}

/// The decisions of a checklist, and the diagrams asked for so far.
pub(super) struct Gates<'a> {
    checklist: &'a Checklist,
    questions: &'a Questions,
    used: RefCell<BTreeSet<Function>>,
}

impl<'a> Gates<'a> {
    pub(super) fn new(checklist: &'a Checklist, questions: &'a Questions) -> Self {
        Self {
            checklist,
            questions,
            used: RefCell::default(),
        }
    }

    /// How one decision is known.
    pub(super) fn of(&self, decision: DecisionId) -> Gate {
        let decision = &self.checklist.decisions[decision];
        match &decision.terms {
            Some(terms) => self.terms(terms),
            None => {
                self.used.borrow_mut().insert(decision.function);
                Gate::Property(property(decision.function))
            }
        }
    }

    /// How it is known that all of several are made: what the root matches, and the properties that must be valid,
    /// as the beginning of a value. `None` if they never are.
    pub(super) fn all(
        &self,
        decisions: impl IntoIterator<Item = DecisionId>,
    ) -> Option<(String, String)> {
        let (mut selector, mut properties) = (String::new(), String::new());
        let distinct: BTreeSet<DecisionId> = decisions.into_iter().collect();
        for decision in distinct {
            match self.of(decision) {
                Gate::Never => return None,
                Gate::Selector(part) => selector += &part,
                Gate::Property(name) => properties += &format!("var({name}) "),
            }
        }
        Some((selector, properties))
    }

    /// The rules that compute the properties asked for: each node valid where its function holds whatever the open
    /// questions say. Unanswered, all its branches must be valid; answered, the one chosen.
    pub(super) fn diagrams(&self) -> String {
        let mut open: Vec<Function> = self.used.borrow().iter().copied().collect();
        let mut nodes = BTreeSet::new();
        let (mut unanswered, mut answered) =
            (String::new(), BTreeMap::<(usize, usize), String>::new());
        while let Some(function) = open.pop() {
            let Some((question, children)) = self.checklist.diagrams().node(function) else {
                continue;
            };
            if !nodes.insert(function) {
                continue;
            }
            let name = property(function);
            let distinct: BTreeSet<Function> = children.iter().copied().collect();
            if !distinct.contains(&NEVER) {
                let all: Vec<String> = distinct
                    .iter()
                    .filter(|child| **child != ALWAYS)
                    .map(|child| format!("var({})", property(*child)))
                    .collect();
                unanswered += &format!("{name}:{};", all.join(" "));
            }
            for (answer, child) in children.iter().enumerate() {
                let value = match *child {
                    NEVER => "initial".to_owned(),
                    ALWAYS => " ".to_owned(),
                    child => format!("var({})", property(child)),
                };
                *answered.entry((question, answer)).or_default() += &format!("{name}:{value};");
            }
            open.extend(distinct);
        }
        if nodes.is_empty() {
            return String::new();
        }
        let answered = answered.into_iter().map(|((question, answer), rules)| {
            format!(":root{}{{{rules}}}", self.chosen(question, 1 << answer))
        });
        format!(":root{{{unanswered}}}{}", answered.collect::<String>())
    }

    fn terms(&self, terms: &[Term]) -> Gate {
        let mut selectors: Vec<String> = terms.iter().map(|term| self.term(term)).collect();
        match selectors.pop() {
            None => Gate::Never,
            Some(only) if selectors.is_empty() => Gate::Selector(only),
            Some(last) => {
                selectors.push(last);
                Gate::Selector(format!(":is({})", selectors.join(",")))
            }
        }
    }

    fn term(&self, term: &Term) -> String {
        term.allowed
            .iter()
            .map(|(question, mask)| self.chosen(*question, *mask))
            .collect()
    }

    /// One of these answers is given.
    fn chosen(&self, question: usize, mask: u64) -> String {
        let (Some(declared), Some(domain)) = (
            self.questions.list.get(question),
            self.checklist.domains.list.get(question),
        ) else {
            return String::new();
        };
        let values = domain.values(declared);
        let pick = |wanted: u64| -> Vec<String> {
            let chosen = values
                .iter()
                .enumerate()
                .filter(|(index, _)| wanted >> index & 1 == 1);
            chosen
                .map(|(_, text)| format!("[value={}]", value(text)))
                .collect()
        };
        let (inside, outside) = (pick(mask), pick(!mask & domain.full()));
        let which = match inside.as_slice() {
            [only] => only.clone(),
            _ if outside.len() + 1 < inside.len() => {
                format!(":not({},[value=\"-\"])", outside.join(","))
            }
            _ => format!(":is({})", inside.join(",")),
        };
        format!(":has([name={}]{which}:checked)", value(&declared.id))
    }
}

fn property(function: Function) -> String {
    format!("--d{function}")
}

/// A text as the value in an attribute selector, in quotes where it is no plain word.
pub(super) fn value(text: &str) -> String {
    let plain = text.starts_with(|c: char| c.is_ascii_lowercase())
        && text
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-');
    if plain {
        return text.to_owned();
    }
    let escaped: String = text
        .chars()
        .map(|c| match c {
            '"' | '\\' | '<' | '\n' | '\r' | '\u{c}' | '\0' => format!("\\{:x} ", u32::from(c)),
            c => c.to_string(),
        })
        .collect();
    format!("\"{escaped}\"")
}
