//! Where the legal sentence and the rules beside it say different things.
//!
//! [`open`] finds sentences with a condition or a choice that no rule carries, [`figures`] and [`constants`] numbers that
//! differ. All of them read words, so they can be wrong: each keeps silent where an ordinary sentence would be suspected,
//! and `interpretation` or `note` at the item says "this is meant so".

mod clauses;
mod constants;
mod figures;
mod mentions;
mod open;
#[cfg(test)]
mod tests;
pub(super) mod words;

use crate::diagnostic::Sink;
use crate::model::service::ServiceDocument;
use crate::resolve::rules::Rules;

/// Reports the sentences of a service that its rules and figures do not bear out.
pub fn check(service: &ServiceDocument, rules: &Rules, sink: &mut Sink) {
    open::check(service, rules, sink);
    figures::check(service, sink);
    constants::check(service, rules, sink);
}
