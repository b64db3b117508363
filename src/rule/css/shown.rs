//! The styles of states that no answers decide: for a page that shows them one beside the other.

use super::{BASE, BRING, CONCERN, MEANING, NOTHING, SUMS, one_sum, told};
use crate::rule::compile::Verdict;

/// The states that an element with `data-shown` can give to all that stands in it, the verdicts besides.
const STATES: [(&str, &str); 8] = [
    (
        "needed",
        " :is([data-item],[data-notice]){--y:initial;--m:none}",
    ),
    ("met", " [data-item]{--y:initial;--m:none}"),
    (
        "failed",
        " :is([data-item],[data-failed]){--n:initial;--m:none}",
    ),
    ("not_concerned", " [data-item]{--c:none;--d:block;--m:none}"),
    ("told", " [data-range]{display:none}"),
    ("sum", "{--s:hidden;--s1:visible}"),
    ("nothing", NOTHING),
    ("nothing", " [data-group]{--h:none}"),
];

/// The styles by which `[data-shown="eligible needed"]` shows all it holds in these states; without it, as nothing answered.
pub fn shown() -> String {
    let verdicts = Verdict::DECIDED.iter().map(|verdict| {
        format!(
            "[data-shown~={}]{{{};--v:none}}",
            verdict.name(),
            told(*verdict)
        )
    });
    let states = STATES
        .iter()
        .map(|(state, told)| format!("[data-shown~={state}]{told}"));
    let rules: String = verdicts.chain(states).collect();
    let sum = one_sum(1);
    format!("{BASE}{SUMS}{BRING}@supports selector(:has(*)){{{MEANING}{CONCERN}{sum}{rules}}}")
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn a_verdict_is_shown_by_what_the_answers_would_set() {
        let styles = shown();
        assert!(styles.contains("[data-shown~=not_needed]{--nn:block;--l:none;--v:none}"));
        assert_eq!(styles.matches('{').count(), styles.matches('}').count());
    }
}
