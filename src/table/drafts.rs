//! Tests of the results of a decision table that no test of the service tries yet.

use super::split::functions;
use crate::analyze::rules::Drafter;
use crate::diagnostic::Lang;
use crate::resolve::service::Service;

/// The most tests that are written for one service.
const MOST: usize = 60;

/// Tests for somebody to confirm.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Drafts {
    /// Each as the lines of an item.
    pub tests: Vec<Vec<String>>,
    /// How many results are left without one.
    pub left: usize,
}

/// A test for each result that none tries, with the keys of a language; `None` where the service asks nothing, or has more
/// results than a table can show.
pub fn drafts(service: &Service<'_>, keys: Lang) -> Option<Drafts> {
    let drafter = Drafter::of(service)?;
    let (diagrams, functions) = functions(service)?;
    let untried = functions.into_iter();
    let untried: Vec<_> = untried
        .filter(|one| !drafter.is_tried(*one, &diagrams))
        .collect();
    let first = untried.iter().take(MOST);
    Some(Drafts {
        tests: first
            .map(|one| drafter.test(*one, &diagrams, keys))
            .collect(),
        left: untried.len().saturating_sub(MOST),
    })
}
