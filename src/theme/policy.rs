//! What a theme may not hold, because each page carries a strict content-security policy.
//!
//! Styles stand in the one `<style>`, scripts are sealed by their hash, and nothing comes from elsewhere.

use std::ops::Range;

use crate::diagnostic::{Code, Message, say};

use super::problem::ThemeProblem;

/// The problems of one file of a theme.
pub(super) fn check(path: &str, text: &str) -> Vec<ThemeProblem> {
    if path.ends_with(".html") {
        tags(text)
            .iter()
            .flat_map(|tag| forbidden(tag))
            .map(|(span, what)| problem(path, span, what))
            .collect()
    } else if path.ends_with(".css") {
        check_style(path, text)
    } else if path.ends_with(".js") {
        check_script(path, text)
    } else {
        Vec::new()
    }
}

/// A start tag of a template, with the attributes that are written out in it.
struct Tag<'a> {
    /// Name in lower case.
    name: String,
    /// Where the tag starts.
    span: Range<usize>,
    /// Name, value and place of each attribute.
    attributes: Vec<Attribute<'a>>,
}

/// An attribute as written.
struct Attribute<'a> {
    /// Name in lower case.
    name: String,
    /// The value without its quotes; may hold template expressions.
    value: &'a str,
    /// Where it stands.
    span: Range<usize>,
}

/// What one tag must not hold, each with its place.
fn forbidden(tag: &Tag) -> Vec<(Range<usize>, Message)> {
    let mut found = Vec::new();
    let value = |name: &str| {
        tag.attributes
            .iter()
            .find(|a| a.name == name)
            .map(|a| a.value)
    };
    if tag.name == "script" && value("src").is_some() {
        let message = say!(
            "`<script src>` memuat berkas lain",
            "`<script src>` loads another file"
        );
        found.push((tag.span.clone(), message));
    }
    let sheet = value("rel").is_some_and(|rel| rel.to_ascii_lowercase().contains("stylesheet"));
    if tag.name == "link" && sheet {
        let message = say!(
            "`<link rel=stylesheet>` memuat berkas lain",
            "`<link rel=stylesheet>` loads another file"
        );
        found.push((tag.span.clone(), message));
    }
    for attribute in &tag.attributes {
        let name = &attribute.name;
        let link = attribute.value.trim_start().to_ascii_lowercase();
        if name == "style" || (name.len() > 2 && name.starts_with("on")) {
            let message = say!(
                "atribut `{name}` ditolak oleh kebijakan keamanan halaman",
                "the page's security policy refuses the attribute `{name}`"
            );
            found.push((attribute.span.clone(), message));
        } else if link.starts_with("javascript:") {
            let message = say!(
                "link `javascript:` ditolak oleh kebijakan keamanan halaman",
                "the page's security policy refuses a `javascript:` link"
            );
            found.push((attribute.span.clone(), message));
        } else if matches!(name.as_str(), "src" | "srcset" | "poster") && is_elsewhere(&link) {
            let message = say!(
                "`{name}` memuat sesuatu dari situs lain",
                "`{name}` loads something from another site"
            );
            found.push((attribute.span.clone(), message));
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
                "`{word}` must not stand in the style sheet"
            );
            problems.push(problem(path, at..at + word.len(), message));
        }
    }
    for (at, _) in lower.match_indices("url(") {
        let target = lower[at + 4..].trim_start_matches(['"', '\'', ' ']);
        if !target.starts_with("data:") && !target.starts_with('#') {
            let message = say!(
                "`url()` memuat berkas lain; gaya berdiri di dalam halaman",
                "`url()` loads another file; the style stands inside the page"
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
                "`{word}` must not stand in the script; divide it: \"<\" + \"…\""
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

/// The start tags of a template. Expressions and comments are skipped, so `{% if a > b %}` ends no tag.
fn tags(text: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        if let Some(length) = skipped(rest) {
            at += length;
        } else if rest.starts_with('<') && rest[1..].starts_with(|c: char| c.is_ascii_alphabetic())
        {
            let tag = read_tag(text, at);
            at = tag.span.end;
            tags.push(tag);
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    tags
}

/// Bytes of the comment or expression that `text` starts with.
fn skipped(text: &str) -> Option<usize> {
    [("{{", "}}"), ("{%", "%}"), ("{#", "#}"), ("<!--", "-->")]
        .iter()
        .find(|(open, _)| text.starts_with(open))
        .map(|(_, close)| text.find(close).map_or(text.len(), |at| at + close.len()))
}

/// The start tag at `start`.
fn read_tag(text: &str, start: usize) -> Tag<'_> {
    let is_name = |c: char| !c.is_ascii_whitespace() && !"=>/{\"'".contains(c);
    let name_end = run(text, start + 1, is_name);
    let mut attributes = Vec::new();
    let mut at = name_end;
    while at < text.len() && !text[at..].starts_with('>') {
        if let Some(length) = skipped(&text[at..]) {
            at += length;
            continue;
        }
        let end = run(text, at, is_name);
        if end == at {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
            continue;
        }
        let (value, after) = read_value(text, end);
        attributes.push(Attribute {
            name: text[at..end].to_ascii_lowercase(),
            value,
            span: at..after,
        });
        at = after;
    }
    Tag {
        name: text[start + 1..name_end].to_ascii_lowercase(),
        span: start..(at + 1).min(text.len()),
        attributes,
    }
}

/// The value after an attribute's name that ends at `at`, and where it ends.
fn read_value(text: &str, at: usize) -> (&str, usize) {
    let equals = run(text, at, |c| c.is_ascii_whitespace());
    if !text[equals..].starts_with('=') {
        return ("", at);
    }
    let start = run(text, equals + 1, |c| c.is_ascii_whitespace());
    let quote = text[start..]
        .chars()
        .next()
        .filter(|c| matches!(c, '"' | '\''));
    let from = start + quote.map_or(0, char::len_utf8);
    let mut end = from;
    while let Some(c) = text[end..].chars().next() {
        if let Some(length) = skipped(&text[end..]) {
            end += length;
            continue;
        }
        let done = match quote {
            Some(quote) => c == quote,
            None => c.is_ascii_whitespace() || c == '>',
        };
        if done {
            break;
        }
        end += c.len_utf8();
    }
    let after = (end + quote.map_or(0, char::len_utf8)).min(text.len());
    (&text[from..end], after)
}

/// Where the characters from `at` stop being of a kind.
fn run(text: &str, at: usize, kind: impl Fn(char) -> bool) -> usize {
    text[at..]
        .find(|c: char| !kind(c))
        .map_or(text.len(), |length| at + length)
}
