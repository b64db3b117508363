//! A compiled checklist as CSS, so that the page answers without script; and as data for the script.
//!
//! Everything stands inside `@supports selector(:has(*))`. A decision is a selector: its terms as a list, each term a
//! chain of `:has(…:checked)`. What an element shows is said by three custom properties that hide (`none`) or do not
//! (`initial`): `--y` what shows when yes, `--n` when no, `--m` while open. They are set on the element itself, so a
//! click restyles little and nested items do not inherit. Where terms explode, a decision of the verdict is a
//! diagram: one property a node, valid where the function holds whatever else is answered.

mod gate;
mod script;
#[cfg(test)]
mod tests;

pub use script::script_data;

use crate::rule::check::Questions;
use crate::rule::compile::{Checklist, Condition, Kind};
use gate::{Gate, Gates};

/// Bytes of rules a page may have before compression; they shrink to about a tenth.
const MOST_BYTES: usize = 60_000;

/// The styles of a checklist.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Styles {
    /// The style sheet's text.
    pub text: String,
    /// Paths of items and criteria that stay *maybe*, in words, without script: their rules would be too long.
    pub in_words: Vec<String>,
}

/// The same for every checklist: what the custom properties mean.
///
/// Before it, for browsers without `:has()`, stands [`BASE`].
const MEANING: &str = "\
[data-checklist]{display:revert}\
[data-item],[data-failed],[data-notice]{--y:none;--n:none;--m:initial}\
[data-state=needed],[data-state=met],[data-notice]{display:var(--y,revert)}\
[data-state=not_needed],[data-state=failed],[data-failed]{display:var(--n,revert)}\
[data-state=maybe]{display:var(--m,revert)}\
[data-verdict=not_eligible]{display:var(--ne,none)}\
[data-verdict=not_needed]{display:var(--nn,none)}\
[data-verdict=do_first]{display:var(--df,none)}\
[data-verdict=eligible]{display:var(--el,none)}\
[data-verdict=incomplete]{display:var(--ne0,var(--nn0,var(--df0,var(--el0,block))))}\
[data-lists]{display:var(--ne0,var(--nn0,revert))}\
[data-question]:not(:has(:checked:not([value=\"-\"]))){display:var(--ne0,var(--nn0,var(--h,revert)))}";

/// Without `:has()` no question is asked and no state is claimed: the conditions stand in words.
const BASE: &str =
    "[data-checklist],[data-state],[data-failed],[data-notice],[data-verdict]{display:none}";

/// The styles of a checklist, for the contract of the page.
///
/// `[data-lists]` marks what folds away under `not_eligible` and `not_needed`.
pub fn styles(checklist: &Checklist, questions: &Questions) -> Styles {
    let gates = Gates::new(checklist, questions);
    let (fixed, mut flexible) = (
        fixed_rules(checklist, questions, &gates),
        item_rules(checklist, &gates),
    );
    let mut in_words = Vec::new();
    let mut total: usize = fixed.len()
        + flexible
            .iter()
            .map(|(_, rules)| rules.as_deref().map_or(0, str::len))
            .sum::<usize>();
    // The longest go first; each stays whole or goes whole.
    let mut longest: Vec<usize> = (0..flexible.len()).collect();
    longest.sort_by_key(|index| {
        std::cmp::Reverse(flexible[*index].1.as_deref().map_or(usize::MAX, str::len))
    });
    for index in longest {
        let (path, rules) = &mut flexible[index];
        let length = rules.as_deref().map_or(0, str::len);
        if rules.is_none() || total > MOST_BYTES {
            total -= length;
            *rules = None;
            in_words.push(path.clone());
        }
    }
    in_words.sort();
    let items: String = flexible
        .into_iter()
        .filter_map(|(_, rules)| rules)
        .collect();
    let text = format!("{BASE}@supports selector(:has(*)){{{MEANING}{items}{fixed}}}");
    Styles { text, in_words }
}

/// Items and criteria with their rules; `None` where there are too many terms.
fn item_rules(checklist: &Checklist, gates: &Gates<'_>) -> Vec<(String, Option<String>)> {
    let items = checklist.items.iter().map(|(path, condition)| {
        let element = format!("[data-item=\"{path}\"]");
        (
            path.clone(),
            state_rules(&element, &element, *condition, gates),
        )
    });
    let criteria = checklist.criteria.iter().map(|(path, condition, _)| {
        let element = format!("[data-item=\"{path}\"]");
        let failed = format!(":is({element},[data-failed=\"{path}\"])");
        (
            path.clone(),
            state_rules(&element, &failed, *condition, gates),
        )
    });
    items.chain(criteria).collect()
}

fn state_rules(yes: &str, no: &str, condition: Condition, gates: &Gates<'_>) -> Option<String> {
    let rule = |gate: Gate, element: &str, shown: &str| match gate {
        Gate::Never => Some(String::new()),
        Gate::Selector(selector) => Some(format!(
            ":root{selector} {element}{{{shown}:initial;--m:none}}"
        )),
        Gate::Property(_) => None,
    };
    let yes = rule(gates.of(condition.yes), yes, "--y")?;
    let no = rule(gates.of(condition.no), no, "--n")?;
    Some(yes + &no)
}

/// Verdict, notices, questions, and the diagrams they need.
fn fixed_rules(checklist: &Checklist, questions: &Questions, gates: &Gates<'_>) -> String {
    let mut rules = verdict_rules(checklist, gates);
    for (index, silence) in checklist.unsettled.iter().enumerate() {
        let element = format!("[data-notice=\"{}\"]", index + 1);
        match gates.of(silence.yes) {
            Gate::Never => {}
            Gate::Selector(selector) => {
                rules += &format!(":root{selector} {element}{{--y:initial}}")
            }
            Gate::Property(name) => {
                rules += &format!("{element}{{--b:var({name}) block;display:var(--b,none)}}");
            }
        }
    }
    for (question, decisions) in checklist.indifferent.iter().enumerate() {
        let Some(declared) = questions.list.get(question) else {
            continue;
        };
        let all = gates.all(decisions.iter().copied());
        let element = format!("[data-question={}]", gate::value(&declared.id));
        if let Some((selector, properties)) = all {
            rules += &format!(":root{selector} {element}{{--h:{properties}none}}");
        }
    }
    gates.diagrams() + &rules
}

/// Each verdict sets `block` for itself and `none` for what gives way to it.
fn verdict_rules(checklist: &Checklist, gates: &Gates<'_>) -> String {
    let mut rules = String::new();
    let mut met = Vec::new();
    for (kind, failing) in Kind::ALL.into_iter().zip(checklist.failing) {
        let name = match kind {
            Kind::NotEligible => "--ne",
            Kind::NotNeeded => "--nn",
            Kind::DoFirst => "--df",
        };
        if let Some(failing) = failing {
            let all = met.iter().copied().chain([failing]);
            rules += &verdict_rule(name, gates.all(all));
        }
        let of_kind = checklist
            .criteria
            .iter()
            .filter(|(_, _, other)| *other == kind);
        met.extend(of_kind.map(|(_, condition, _)| condition.yes));
    }
    rules + &verdict_rule("--el", gates.all(met))
}

fn verdict_rule(name: &str, gate: Option<(String, String)>) -> String {
    let Some((selector, properties)) = gate else {
        return String::new();
    };
    format!(":root{selector}{{{name}:{properties}block;{name}0:{properties}none}}")
}
