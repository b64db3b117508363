//! A decision as a selector of the root.

use std::collections::BTreeSet;

use crate::rule::check::Questions;
use crate::rule::compile::{Checklist, DecisionId};
use crate::rule::terms::Term;

/// Leaves out the answer that is none.
pub(super) const OPEN: &str = ":not([value=\"-\"])";

/// The decisions of a checklist as selectors.
pub(super) struct Selectors<'a> {
    pub(super) checklist: &'a Checklist,
    pub(super) questions: &'a Questions,
}

impl Selectors<'_> {
    /// What the root matches once a decision is made, empty if it always is; `None` if no answers are known to make it.
    pub(super) fn of(&self, decision: DecisionId) -> Option<String> {
        self.any(&self.checklist.decisions[decision].terms)
    }

    /// What it matches once one of these terms does; `None` if there is none.
    pub(super) fn any(&self, terms: &[Term]) -> Option<String> {
        let terms: Vec<String> = terms.iter().map(|term| self.term(term)).collect();
        match terms.as_slice() {
            [] => None,
            [only] => Some(only.clone()),
            _ => Some(format!(":is({})", terms.join(","))),
        }
    }

    /// What it matches once all of several are made.
    pub(super) fn all(&self, decisions: impl IntoIterator<Item = DecisionId>) -> Option<String> {
        let distinct: BTreeSet<DecisionId> = decisions.into_iter().collect();
        distinct.into_iter().map(|one| self.of(one)).collect()
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
        let name = format!("[name={}]", value(&declared.id));
        let picked = |wanted: u64| {
            let places = values.iter().enumerate();
            let wanted = places.filter(move |(place, _)| wanted >> place & 1 == 1);
            wanted.map(|(_, text)| format!("[value={}]", value(text)))
        };
        let inside: Vec<String> = picked(mask).collect();
        let outside: Vec<String> = picked(!mask & domain.full()).collect();
        if outside.len() + 1 < inside.len() {
            let others: String = outside.iter().map(|one| format!(":not({one})")).collect();
            return format!(":has({name}:checked{others}{OPEN})");
        }
        let chosen = inside.iter().map(|one| format!("{name}{one}:checked"));
        format!(":has({})", chosen.collect::<Vec<String>>().join(","))
    }
}

/// A text as the value in an attribute selector, in quotes where it is no plain word, without any sign of a selector.
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
            c if c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ' ') => c.to_string(),
            c => format!("\\{:x} ", u32::from(c)),
        })
        .collect();
    format!("\"{escaped}\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_quoted_where_they_must_be() {
        assert_eq!(value("hilang"), "hilang");
        assert_eq!(value("17"), "\"17\"");
        assert_eq!(value("a\"</style>"), "\"a\\22 \\3c \\2f style\\3e \"");
    }
}
