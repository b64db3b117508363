//! Where the legal sentence and the rules beside it say different things.
//!
//! `open` finds sentences with a condition or a choice that no rule carries, `figures` and `constants` numbers that
//! differ. The words they look for stand in `lexicon`. All of them read words, so they can be wrong: each keeps silent where an ordinary sentence would be suspected,
//! and `interpretation` or `note` at the item says "this is meant so".

mod clauses;
mod constants;
mod figures;
pub(super) mod lexicon;
mod mentions;
mod nothing;
mod open;
#[cfg(test)]
mod tests;
pub(super) mod words;

use std::collections::BTreeSet;

use crate::diagnostic::Sink;
use crate::resolve::service::Service;
use crate::rule::check::Questions;
use crate::rule::questions::Kind;

/// Reports the sentences of a service that its rules and figures do not bear out.
pub fn check(service: &Service<'_>, sink: &mut Sink) {
    open::check(service, sink);
    nothing::check(service, sink);
    figures::check(service, sink);
    constants::check(service, sink);
}

/// Whether a sentence names a circumstance ("apabila …") and none of the answers to these questions in it.
pub fn names_other_reason(sentence: &str, questions: &Questions, known: &BTreeSet<usize>) -> bool {
    let words = words::words(sentence);
    let Some(at) = clauses::condition(&words) else {
        return false;
    };
    let asked = known.iter().filter_map(|index| questions.list.get(*index));
    !asked.into_iter().any(|question| match &question.kind {
        Kind::Choices(choices) => choices.iter().any(|choice| {
            open::is_named(&words[at..], &choice.id) || open::is_named(&words[at..], &choice.label)
        }),
        _ => false,
    })
}
