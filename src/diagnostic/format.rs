//! Findings as people and machines read them.

mod human;
mod machine;
mod review;

use super::{Lang, Report, Severity};

pub use human::{Colour, human, human_each};
pub use machine::{github, json, sarif, short};
pub use review::{gitlab, markdown};

/// The word for a weight.
pub fn severity_word(severity: Severity, lang: Lang) -> &'static str {
    match (severity, lang) {
        (Severity::Error, Lang::Id) => "kesalahan",
        (Severity::Warning, Lang::Id) => "peringatan",
        (Severity::Hint, Lang::Id) => "petunjuk",
        (Severity::Error, Lang::En) => "error",
        (Severity::Warning, Lang::En) => "warning",
        (Severity::Hint, Lang::En) => "hint",
    }
}

/// The last line of a run: how many findings of each weight.
pub fn summary(report: &Report, lang: Lang) -> String {
    let errors = report.count(Severity::Error);
    let warnings = report.count(Severity::Warning);
    let hints = report.count(Severity::Hint);
    match lang {
        Lang::Id => format!("{errors} kesalahan, {warnings} peringatan, {hints} petunjuk"),
        Lang::En => {
            let many = |count: usize, word: &str| match count {
                1 => format!("1 {word}"),
                _ => format!("{count} {word}s"),
            };
            format!(
                "{}, {}, {}",
                many(errors, "error"),
                many(warnings, "warning"),
                many(hints, "hint")
            )
        }
    }
}
