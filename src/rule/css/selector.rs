//! A decision as a selector of the root.

use std::collections::BTreeSet;

use crate::rule::check::Questions;
use crate::rule::compile::{Checklist, DecisionId};
use crate::rule::terms::Term;

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_quoted_where_they_must_be() {
        assert_eq!(value("hilang"), "hilang");
        assert_eq!(value("17"), "\"17\"");
        assert_eq!(value("a\"</style>"), "\"a\\22 \\3c /style>\"");
    }
}
