//! The styles of a page that sorts services: each stands once in every part that it can come to, and shows in one.
//!
//! `[data-sorted=VERDICT]` is a part, `[data-found=N]` a service in it, counted from 1 as the services were given;
//! one that is sure before any answer bears no number, and `[data-sure]` its part. Two custom properties for a verdict,
//! set on the element itself: its own, and `--m` while nothing is decided.

use super::question_rules;
use super::selector::Selectors;
use crate::rule::check::Questions;
use crate::rule::compile::{DecisionId, Finder, Verdict};

/// Without `:has()` nothing is asked, and what no answer is needed for stands in its part.
const BASE: &str = "\
[data-checklist],[data-sorted],[data-sorted] [data-found]{display:none}\
[data-sorted=incomplete],[data-sorted=incomplete] [data-found],[data-sure]{display:revert}";

/// What the custom properties mean.
const MEANING: &str = "\
[data-checklist]{display:revert}\
[data-question]:not(:has(:checked:not([value=\"-\"]))){display:var(--h,revert)}\
[data-sorted],[data-found]{--el:none;--df:none;--af:none;--nn:none;--ne:none;--m:initial}";

/// The parts of the page, and the custom property by which each shows.
const PARTS: [(Verdict, &str); 6] = [
    (Verdict::Eligible, "--el"),
    (Verdict::DoFirst, "--df"),
    (Verdict::AskFirst, "--af"),
    (Verdict::Incomplete, "--m"),
    (Verdict::NotNeeded, "--nn"),
    (Verdict::NotEligible, "--ne"),
];

/// The styles of a page that asks these questions.
pub fn finder_styles(finder: &Finder, questions: &Questions) -> String {
    let selectors = Selectors {
        checklist: &finder.checklist,
        questions,
    };
    let parts = PARTS.iter().map(|(verdict, property)| {
        let part = format!("[data-sorted={}]", verdict.name());
        format!("{part}:not([data-sure]),{part} [data-found]{{display:var({property},revert)}}")
    });
    let parts: String = parts.collect();
    let services = finder.found.iter().zip(1..);
    let services = services.map(|(found, number)| service_rules(number, found, &selectors));
    let services: String = services.collect();
    let settled = settled_rule(finder, &selectors);
    let asked = question_rules(&finder.checklist, questions, &selectors);
    format!("{BASE}@supports selector(:has(*)){{{MEANING}{parts}{services}{settled}{asked}}}")
}

/// The part in which a service shows.
fn service_rules(
    number: usize,
    found: &[(Verdict, DecisionId)],
    selectors: &Selectors<'_>,
) -> String {
    let rules = found.iter().filter_map(|(verdict, decision)| {
        let selector = selectors.of(*decision).filter(|one| !one.is_empty())?;
        let (_, property) = PARTS.iter().find(|(part, _)| part == verdict)?;
        let part = verdict.name();
        Some(format!(
            ":root{selector} :is([data-found=\"{number}\"],[data-sorted={part}]){{{property}:initial;--m:none}}"
        ))
    });
    rules.collect()
}

/// Nothing is open once every service is decided.
fn settled_rule(finder: &Finder, selectors: &Selectors<'_>) -> String {
    let each = finder.found.iter().filter(|found| !is_sure(finder, found));
    let all = each.map(|found| {
        let decisions = found.iter().map(|(_, decision)| *decision);
        let terms = decisions.flat_map(|one| finder.checklist.decisions[one].terms.clone());
        let terms: Vec<_> = terms.collect();
        selectors.any(&terms)
    });
    let all: Option<String> = all.collect();
    all.map_or_else(String::new, |all| {
        format!(":root{all} [data-sorted=incomplete]{{--m:none}}")
    })
}

/// Whether a service is decided before any answer.
fn is_sure(finder: &Finder, found: &[(Verdict, DecisionId)]) -> bool {
    let mut decisions = found.iter().map(|(_, decision)| *decision);
    decisions.any(|decision| finder.checklist.decided(decision, &[]))
}

#[cfg(test)]
mod tests {
    use super::PARTS;
    use crate::rule::compile::Verdict;

    #[test]
    fn every_verdict_has_its_part() {
        for verdict in Verdict::DECIDED {
            assert!(PARTS.iter().any(|(part, _)| *part == verdict));
        }
        assert!(PARTS.iter().any(|(part, _)| *part == Verdict::Incomplete));
    }
}
