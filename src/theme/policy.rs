//! What a theme may not hold, because each page carries a strict content-security policy.
//!
//! Styles stand in the one `<style>`, scripts are sealed by their hash, and nothing comes from elsewhere.

use std::ops::Range;

use crate::diagnostic::{Code, Message, say};
use crate::html::{StartTag, scan, without_expressions};
use crate::seal::{Hashes, seal};

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

fn check_template(path: &str, text: &str) -> Vec<ThemeProblem> {
    let plain = without_expressions(text);
    let tags = scan(&plain);
    let mut problems: Vec<ThemeProblem> = tags
        .iter()
        .flat_map(forbidden)
        .map(|(span, what)| problem(path, span, what))
        .collect();
    // The rest is what the seal would find in the page. A template without a head stands below the policy of another.
    let is_whole = tags.iter().any(|tag| tag.is("html") || tag.is("head"));
    let above = if is_whole { "" } else { POLICY };
    if problems.is_empty()
        && let Err(found) = seal(&format!("{above}{plain}"), &Hashes::default())
    {
        let at_fault = tags.iter().find(|tag| found.is_about(&plain, tag));
        let span = at_fault.map_or(0..0, |tag| tag.range.clone());
        let problem = ThemeProblem::new(path, span, Code::K0902, found.message());
        problems.push(problem.help(found.help()));
    }
    problems
}

/// What one tag must not hold, each with its place.
fn forbidden(tag: &StartTag<'_>) -> Vec<(Range<usize>, Message)> {
    let mut found = Vec::new();
    if tag.is("script") && tag.attribute("src").is_some() {
        let message = say!(
            "`<script src>` memuat berkas lain",
            "`<script src>` loads another file"
        );
        found.push((tag.range.clone(), message));
    }
    let sheet = tag
        .value("rel")
        .is_some_and(|rel| rel.to_ascii_lowercase().contains("stylesheet"));
    if tag.is("link") && sheet {
        let message = say!(
            "`<link rel=stylesheet>` memuat berkas lain",
            "`<link rel=stylesheet>` loads another file"
        );
        found.push((tag.range.clone(), message));
    }
    for attribute in &tag.attributes {
        let name = attribute.name.to_ascii_lowercase();
        let link = attribute.value.trim_start().to_ascii_lowercase();
        if name == "style" || (name.len() > 2 && name.starts_with("on")) {
            let message = say!(
                "atribut `{name}` ditolak oleh kebijakan keamanan halaman",
                "the page's security policy blocks the attribute `{name}`"
            );
            found.push((attribute.range.clone(), message));
        } else if link.starts_with("javascript:") {
            let message = say!(
                "link `javascript:` ditolak oleh kebijakan keamanan halaman",
                "the page's security policy blocks a `javascript:` link"
            );
            found.push((attribute.range.clone(), message));
        } else if matches!(name.as_str(), "src" | "srcset" | "poster") && is_elsewhere(&link) {
            let message = say!(
                "`{name}` memuat sesuatu dari situs lain",
                "`{name}` loads something from another site"
            );
            found.push((attribute.range.clone(), message));
        }
    }
    found
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

/// Whether an address names another site.
fn is_elsewhere(link: &str) -> bool {
    ["http:", "https:", "//"]
        .iter()
        .any(|start| link.starts_with(start))
}
