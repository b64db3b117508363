//! What single sentences show at first sight: that nothing is paid, that somebody can be reached.

use super::lexis::{AGENCIES, CHANNEL_WORDS, HOURS};
use super::words::{is_one, says, squeezed, words};
use crate::figure;

/// Whether a sentence says that nothing is paid, by somebody at least.
pub(super) fn says_free_of_cost(text: &str) -> bool {
    figure::says_free(text) || says(text, super::lexis::FREE)
}

/// Whether a cost is said to be nothing: `Nihil`, `Tidak ada`.
pub(super) fn is_nothing(text: &str) -> bool {
    let said = squeezed(text, "biaya tarif retribusi");
    matches!(said.as_str(), "nihil" | "tidak ada" | "nol" | "free" | "0")
}

/// Whether an address or a number by which somebody is reached stands in a text, or the name of such a way.
pub(super) fn has_channel(text: &str) -> bool {
    let email = text.split_whitespace().any(|word| {
        word.split_once('@')
            .is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
    });
    email || says(text, CHANNEL_WORDS) || numbers(text) > 0
}

/// Whether a text says where something stands: a street and perhaps a number.
pub(super) fn is_address(text: &str) -> bool {
    let lower = text.trim_start_matches('(').to_lowercase();
    let street = lower.starts_with("jalan ") || lower.contains(", jalan ");
    let marked = says(text, "jl, jln, kompleks, komplek, gedung, alamat");
    (street || marked) && words(text).len() > 2
}

/// Whether a line is nothing but the name of an agency.
pub(super) fn is_agency(text: &str) -> bool {
    let words = words(text);
    let first = words.first().is_some_and(|word| is_one(word, AGENCIES));
    first
        && (2..=9).contains(&words.len())
        && !text.contains([':', '@', '/', ',', ';'])
        && !text.ends_with('.')
        && !text.chars().any(|c| c.is_ascii_digit())
}

/// Whether a line says when somebody is there.
pub(super) fn is_hours(text: &str) -> bool {
    let clock = text.split([' ', '-', '–', '/']).any(|word| {
        let word = word.trim_matches(|c: char| !c.is_ascii_digit());
        let mut parts = word.split(['.', ':']);
        let two = |part: Option<&str>| {
            part.is_some_and(|part| {
                part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit())
            })
        };
        two(parts.next()) && two(parts.next()) && parts.next().is_none()
    });
    let apart = text.replace(['-', '–', '/'], " ");
    (clock || !figure::lengths(text).is_empty()) && says(&apart, HOURS)
}

/// How many telephone numbers stand in a text.
fn numbers(text: &str) -> usize {
    let part = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '(' | ')' | '+');
    let runs = text.split(|c: char| !part(c));
    let fits = |run: &&str| {
        let digits = run.chars().filter(char::is_ascii_digit).count();
        let run = run.trim();
        digits >= 8 && run.starts_with(['0', '(', '+']) && crate::telephone::read(run).is_ok()
    };
    runs.filter(fits).count()
}
