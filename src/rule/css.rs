//! A compiled checklist as CSS, so that the page answers without script.
//!
//! Everything stands inside `@supports selector(:has(*))`. A decision is a selector: its terms as a list, each term a
//! chain of `:has(…:checked)`; one without terms has no rule. The page's script reads the same text, rule by rule:
//!
//! ```text
//! :root:has([name=Q][value=A]:checked) [data-item="requirements.1"]{--y:initial;--m:none}
//! :root:is(TERM,TERM):has([name=Q][value=A]:checked,[name=Q][value=B]:checked) [data-verdict=…]{…}
//! :root:has([name=Q]:checked:not([value=A]):not([value="-"])) :is(ELEMENT,ELEMENT){…}
//! ```
//!
//! `:has()` stands behind `:root` only and holds no bracket in a bracket; no text holds a sign of a selector
//! (`selector::value`), nor any rule `@`; and no block stands within the block. What an element shows is said by three custom properties
//! that hide (`none`) or do not (`initial`): `--y` what shows when yes, `--n` when no, `--m` while open. They are set
//! on the element itself, so a click restyles little and nested items do not inherit.

mod finder;
mod selector;
mod shown;

pub use finder::finder_styles;
pub use shown::shown;

use crate::rule::check::Questions;
use crate::rule::compile::{Checklist, DecisionId, Key, Verdict};
use selector::{OPEN, Selectors};

/// The same for every checklist: what the custom properties mean.
///
/// Before it, for browsers without `:has()`, stands [`BASE`].
const MEANING: &str = "\
[data-checklist]{display:revert}\
[data-item],[data-failed],[data-notice],[data-group]{--y:none;--n:none;--m:initial;--h:initial}\
[data-item],[data-group]{display:var(--h,revert)}\
[data-state=needed],[data-state=met],[data-notice]{display:var(--y,revert)}\
[data-state=failed],[data-failed]{display:var(--n,revert)}\
[data-state=maybe]{display:var(--m,revert)}\
[data-verdict=not_eligible]{display:var(--ne,none)}\
[data-verdict=not_needed]{display:var(--nn,none)}\
[data-verdict=ask_first]{display:var(--af,none)}\
[data-verdict=do_first]{display:var(--df,none)}\
[data-verdict=eligible]{display:var(--el,none)}\
[data-verdict=incomplete]{display:var(--v,block)}\
[data-lists]{display:var(--l,revert)}\
[data-question],[data-open]{display:var(--l,var(--h,revert))}";

/// For criteria that some answers do not concern: they are met then, and do not say so.
const CONCERN: &str = "\
[data-state=met]{display:var(--c,var(--y,revert))}\
[data-state=not_concerned]{display:var(--d,none)}";

/// Without `:has()` no question is asked and no state is claimed: the conditions stand in words.
const BASE: &str = "\
[data-question]:has(:checked:not([value=\"-\"])){display:revert}\
[data-checklist],[data-state],[data-failed],[data-notice],[data-verdict]{display:none}\
[data-state=maybe]{display:revert}\
[data-verdict=incomplete]{display:block}";

/// Where several sums can be asked they stand in one place, so that nothing moves when one of them is told; without
/// `:has()` the range stands there.
const SUMS: &str = "[data-sum]{visibility:hidden}[data-sum=\"0\"]{visibility:var(--s,visible)}";

/// Where every paper hangs on the answers, what stands for none of them and what announces some give way to each other.
const BRING: &str =
    "[data-bring=nothing]{display:var(--bn,none)}[data-bring=papers]{display:var(--bp,revert)}";

/// What an item is told that is needed, or a criterion that is met.
const NEEDED: &str = "--y:initial;--m:none";

/// What a criterion and its finding are told where it is not met.
const FAILED: &str = "--n:initial;--m:none";

/// What an item or a group is told that is not needed.
const HIDDEN: &str = "--h:none;--m:none";

/// What the root is told once nothing is to be brought.
const NOTHING: &str = "{--bn:block;--bp:none}";

/// The styles of a checklist, for the contract of the page.
///
/// `name` says what the page calls an item or criterion; `groups` are parts of a list, each with the decisions that are
/// all made once nothing of it is needed; `alternatives` are items
/// for which `[data-range=NAME]` stands until one of them holds. `[data-lists]` marks what folds away under `not_eligible` and `not_needed`.
pub fn styles<'n>(
    checklist: &Checklist,
    questions: &Questions,
    name: &dyn Fn(Key) -> &'n str,
    groups: &[Option<&[DecisionId]>],
    alternatives: &[(&str, Vec<Key>)],
) -> String {
    let selectors = Selectors {
        checklist,
        questions,
    };
    let concern = match checklist.unconcerned.as_slice() {
        [] => "",
        _ => CONCERN,
    };
    let rules = [
        concern.to_owned(),
        item_rules(checklist, &selectors, name, groups),
        range_rules(checklist, &selectors, alternatives),
        verdict_rules(checklist, &selectors),
        notice_rules(checklist, &selectors),
        question_rules(checklist, questions, &selectors),
        bring_rule(groups, &selectors),
        sum_rules(checklist, &selectors),
    ]
    .concat();
    let sums = match checklist.sums.is_empty() {
        true => "",
        false => SUMS,
    };
    let bring = match all_of(groups) {
        Some(_) => BRING,
        None => "",
    };
    format!("{BASE}{sums}{bring}@supports selector(:has(*)){{{MEANING}{rules}}}")
}

/// What stands for several alternatives, `[data-range=NAME]`, gives way to the one that holds.
fn range_rules(
    checklist: &Checklist,
    selectors: &Selectors<'_>,
    alternatives: &[(&str, Vec<Key>)],
) -> String {
    let rules = alternatives.iter().map(|(name, keys)| {
        let items = checklist.items.iter().filter(|(key, _)| keys.contains(key));
        let rules = items.filter_map(|(_, condition)| {
            let selector = selectors.of(condition.yes)?;
            Some(format!(":root{selector}{{--{name}:none}}"))
        });
        let rules: String = rules.collect();
        match rules.is_empty() {
            true => rules,
            false => format!("[data-range={name}]{{display:var(--{name},revert)}}{rules}"),
        }
    });
    rules.collect()
}

/// Rules that tell elements something. Those that are told the same by the same answers share one.
#[derive(Default)]
struct Told(Vec<(String, &'static str, Vec<String>)>);

impl Told {
    /// Tells an element something once a decision is made, if any answers are known to make it.
    fn tell(&mut self, selector: Option<String>, element: String, told: &'static str) {
        let Some(selector) = selector else { return };
        let mut rules = self.0.iter_mut();
        match rules.find(|(asked, says, _)| *asked == selector && *says == told) {
            Some((_, _, elements)) => elements.push(element),
            None => self.0.push((selector, told, vec![element])),
        }
    }

    fn styles(self) -> String {
        let rules = self.0.into_iter();
        let rules = rules.map(|(selector, told, elements)| match elements.as_slice() {
            [only] => format!(":root{selector} {only}{{{told}}}"),
            _ => format!(":root{selector} :is({}){{{told}}}", elements.join(",")),
        });
        rules.collect()
    }
}

/// What items and criteria show, and which groups hide: those of which nothing is needed.
fn item_rules<'n>(
    checklist: &Checklist,
    selectors: &Selectors<'_>,
    name: &dyn Fn(Key) -> &'n str,
    groups: &[Option<&[DecisionId]>],
) -> String {
    let mut rules = Told::default();
    let item = |key| format!("[data-item=\"{}\"]", name(key));
    for (key, condition) in &checklist.items {
        rules.tell(selectors.of(condition.yes), item(*key), NEEDED);
        rules.tell(selectors.of(condition.no), item(*key), HIDDEN);
    }
    for (key, condition, _) in &checklist.criteria {
        rules.tell(selectors.of(condition.yes), item(*key), NEEDED);
        let findings = format!("[data-failed=\"{}\"]", name(*key));
        for element in [item(*key), findings] {
            rules.tell(selectors.of(condition.no), element, FAILED);
        }
    }
    for (key, never) in &checklist.unconcerned {
        let told = "--c:none;--d:block;--m:none";
        rules.tell(selectors.of(*never), item(*key), told);
    }
    for (decisions, number) in groups.iter().zip(1..) {
        let never = decisions.and_then(|all| selectors.all(all.iter().copied()));
        rules.tell(never, format!("[data-group=\"{number}\"]"), HIDDEN);
    }
    rules.styles()
}

fn notice_rules(checklist: &Checklist, selectors: &Selectors<'_>) -> String {
    let notices = (0..checklist.unsettled.len()).filter_map(|index| {
        let selector = selectors.of(checklist.noticed(index))?;
        let number = index + 1;
        // Of several the office is named once, below them all.
        let named = match checklist.unsettled.len() {
            1 => String::new(),
            _ => format!(":root{selector}{{--nt:block}}"),
        };
        Some(format!(
            "{named}:root{selector} [data-notice=\"{number}\"]{{--y:initial}}"
        ))
    });
    notices.collect()
}

/// Which sum shows; none while several can be asked, and then what stands for all of them, number 0.
fn sum_rules(checklist: &Checklist, selectors: &Selectors<'_>) -> String {
    let sums = checklist.sums.iter().zip(1..);
    let rules: Vec<String> = sums
        .filter_map(|(decision, number)| {
            let selector = selectors.of(*decision)?;
            let shown = one_sum(number);
            Some(format!(
                "{shown}:root{selector}{{--s:hidden;--s{number}:visible}}"
            ))
        })
        .collect();
    rules.concat()
}

/// The sum of this number shows where its property says so.
fn one_sum(number: usize) -> String {
    format!("[data-sum=\"{number}\"]{{visibility:var(--s{number},hidden)}}")
}

/// Which questions hide while they are open.
fn question_rules(
    checklist: &Checklist,
    questions: &Questions,
    selectors: &Selectors<'_>,
) -> String {
    let pairs = questions.list.iter().zip(&checklist.indifferent);
    let rules = pairs.map(|(question, decisions)| {
        let id = selector::value(&question.id);
        let answered =
            format!(":root:has([name={id}]:checked{OPEN}) [data-open={id}]{{display:none}}");
        let indifferent = selectors.all(decisions.iter().copied()).map(|selector| {
            format!(":root{selector} :is([data-question={id}],[data-open={id}]){{--h:none}}")
        });
        answered + &indifferent.unwrap_or_default()
    });
    rules.collect()
}

/// Nothing is to be brought once nothing of any group is needed.
fn bring_rule(groups: &[Option<&[DecisionId]>], selectors: &Selectors<'_>) -> String {
    let selector = all_of(groups).and_then(|decisions| selectors.all(decisions));
    selector.map_or_else(String::new, |selector| format!(":root{selector}{NOTHING}"))
}

/// The decisions of all groups; `None` where there is none, or of one something is always needed.
fn all_of(groups: &[Option<&[DecisionId]>]) -> Option<Vec<DecisionId>> {
    let all: Vec<&[DecisionId]> = groups.iter().copied().collect::<Option<_>>()?;
    (!all.is_empty()).then(|| all.concat())
}

/// Each verdict sets `block` for itself and `none` for what gives way to it: no two are ever reached at once.
fn verdict_rules(checklist: &Checklist, selectors: &Selectors<'_>) -> String {
    let claims = checklist.claims().into_iter().filter_map(|claim| {
        let lists = claim.all.iter().map(|terms| selectors.any(terms));
        let selector: String = lists.collect::<Option<_>>()?;
        let shown = told(claim.verdict);
        Some(format!(":root{selector}{{{shown};--v:none}}"))
    });
    claims.collect()
}

/// What the root is told under a verdict.
fn told(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::NotEligible => "--ne:block;--l:none",
        Verdict::NotNeeded => "--nn:block;--l:none",
        Verdict::AskFirst => "--af:block;--q:none",
        Verdict::DoFirst => "--df:block;--q:none",
        Verdict::Eligible | Verdict::Incomplete => "--el:block",
    }
}
