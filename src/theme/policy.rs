//! What a theme may not hold, because each page carries a strict content-security policy.
//!
//! Styles stand in the one `<style>`, scripts are sealed by their hash, and nothing comes from elsewhere.

use std::ops::Range;

use crate::diagnostic::{Code, Message, say};
use crate::html::{scan, without_expressions};
use crate::seal;

use super::problem::ThemeProblem;

/// A policy as it stands in a template.
const POLICY: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"@policy@\">";

/// The problems of one file of a theme.
pub(super) fn check(path: &str, text: &str) -> Vec<ThemeProblem> {
    if path.ends_with(".html") {
        check_template(path, text)
    } else if path.ends_with(".css") {
        check_style(path, text)
    } else if path.ends_with(".js") {
        check_script(path, text)
    } else {
        Vec::new()
    }
}

/// What the seal would find in a page of this template. One without a head stands below the policy of another.
fn check_template(path: &str, text: &str) -> Vec<ThemeProblem> {
    let plain = without_expressions(text);
    let is_whole = scan(&plain).any(|tag| tag.is("html") || tag.is("head"));
    let above = if is_whole { "" } else { POLICY };
    let found = seal::problems(&format!("{above}{plain}")).into_iter();
    found
        .map(|problem| {
            let at = |byte: usize| byte.saturating_sub(above.len());
            let span = at(problem.range.start)..at(problem.range.end);
            ThemeProblem::new(path, span, Code::K0902, problem.message()).help(problem.help())
        })
        .collect()
}

/// A style sheet that would fetch something, or end the element it stands in.
fn check_style(path: &str, text: &str) -> Vec<ThemeProblem> {
    let lower = text.to_ascii_lowercase();
    let mut problems = Vec::new();
    for word in ["@import", "</style"] {
        for (at, _) in lower.match_indices(word) {
            let message = say!(
                "`{word}` tidak boleh ada di lembar gaya",
                "`{word}` is not allowed in the style sheet"
            );
            problems.push(problem(path, at..at + word.len(), message));
        }
    }
    for (at, _) in lower.match_indices("url(") {
        let target = lower[at + 4..].trim_start_matches(['"', '\'', ' ']);
        if !target.starts_with("data:") && !target.starts_with('#') {
            let message = say!(
                "`url()` memuat berkas lain; gaya harus ada di dalam halaman itu sendiri",
                "`url()` loads another file; styles are part of the page itself"
            );
            problems.push(problem(path, at..at + 4, message));
        }
    }
    problems
}

/// A script that would end the element it stands in, or hide that element's end.
fn check_script(path: &str, text: &str) -> Vec<ThemeProblem> {
    let lower = text.to_ascii_lowercase();
    let mut problems = Vec::new();
    for word in ["</script", "<!--", "<script"] {
        for (at, _) in lower.match_indices(word) {
            let message = say!(
                "`{word}` tidak boleh ada di skrip; pecah tulisannya: \"<\" + \"…\"",
                "`{word}` is not allowed in the script; split it: \"<\" + \"…\""
            );
            problems.push(problem(path, at..at + word.len(), message));
        }
    }
    problems
}

/// A problem of the policy, with the way out.
fn problem(path: &str, span: Range<usize>, message: Message) -> ThemeProblem {
    ThemeProblem::new(path, span, Code::K0902, message).help(say!(
        "pakai `class` dan tulis gayanya di `style.css`; berkas lain disalin ke `static/`",
        "use a `class` and write its style in `style.css`; other files belong in `static/`"
    ))
}
