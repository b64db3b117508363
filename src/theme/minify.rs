//! Templates without the white space, quotes and comments that say nothing. Each is made smaller once, when the theme is
//! read; the pages made with it are small then.
//!
//! # Traps
//!
//! The minifier keeps what a page says only if the template is written for it. A template must not
//!
//! - rely on a blank between inline elements that stand directly in `div`, `section`, `nav` or another element that
//!   holds blocks, or in none (`<div><span>Rp</span> <span>5.000</span></div>` becomes `Rp5.000`; inside `p`, `li`,
//!   `td` or `span` the blank stays),
//! - give `value=""` (it is dropped, and a radio then sends `on`) or `hidden="until-found"` (it becomes `hidden`),
//! - leave out end tags that HTML implies, least of all in tables,
//! - put blanks into the content of the viewport,
//! - write an attribute with its default (`type="submit"` on a button) and select by it.
//!
//! The tests hold a comparison that parses each page of the example sites, made with the templates as written and as
//! they are here, and demands the same words and attributes; each trap is shown to it.

use std::ops::Range;

use minify_html::Cfg;

use crate::html::{StartTag, scan, without_expressions};

/// The template without what says nothing; `None` where its tags and expressions interlock in a way that cannot be kept.
pub fn minify(template: &str) -> Option<String> {
    let (guarded, kept) = guard(template)?;
    let bytes = minify_html::minify(guarded.as_bytes(), &settings());
    let mut small = String::from_utf8(bytes).ok()?;
    for (stand_in, expression) in kept {
        if small.matches(&stand_in).count() != 1 {
            return None;
        }
        small = small.replacen(&stand_in, &expression, 1);
    }
    Some(small)
}

/// Every choice is spelled out, so that a new version of the minifier cannot change one unseen.
fn settings() -> Cfg {
    Cfg {
        // Nothing that only "almost all browsers" read right.
        allow_noncompliant_unquoted_attribute_values: false,
        allow_optimal_entities: false,
        allow_removing_spaces_between_attributes: false,
        minify_doctype: false,
        // The minifier's idea of an implied end tag differs from the parser's in tables.
        keep_closing_tags: true,
        keep_html_and_head_opening_tags: true,
        keep_input_type_text_attr: true,
        keep_comments: false,
        keep_ssi_comments: false,
        // Style and script are written small, and their bytes are what the policy's hashes are of.
        minify_css: false,
        minify_js: false,
        // Between tags only; what stands inside of them is guarded here.
        preserve_brace_template_syntax: true,
        preserve_chevron_percent_template_syntax: false,
        remove_bangs: false,
        remove_processing_instructions: false,
    }
}

/// The template with a stand-in for each expression inside a tag, and what each stands for.
fn guard(template: &str) -> Option<(String, Vec<(String, String)>)> {
    let plain = without_expressions(template);
    let mut kept = Vec::new();
    let mut guarded = String::with_capacity(template.len());
    let mut at = 0;
    for tag in scan(&plain) {
        while let Some(open) = next_expression(template, at.max(tag.range.start)) {
            if open >= tag.range.end {
                break;
            }
            let whole = if is_in_value(&tag, open) {
                end_of(template, open).map(|end| open..end)?
            } else {
                among_attributes(template, open)?
            };
            if whole.end > tag.range.end {
                return None;
            }
            guarded.push_str(&template[at..whole.start]);
            let number = kept.len();
            let stand_in = if is_in_value(&tag, open) {
                // A value with this sign keeps its quotes, whatever it will be.
                format!("`{number}`")
            } else {
                format!(" tpl{number}-")
            };
            guarded.push_str(&stand_in);
            kept.push((stand_in, template[whole.clone()].to_owned()));
            at = whole.end;
        }
    }
    guarded.push_str(&template[at..]);
    Some((guarded, kept))
}

/// Where the next expression, statement or comment of the engine starts.
fn next_expression(template: &str, from: usize) -> Option<usize> {
    let rest = template.get(from..)?;
    let starts = ["{{", "{%", "{#"].iter().filter_map(|open| rest.find(open));
    starts.min().map(|start| from + start)
}

/// Where the one that starts at `open` ends.
fn end_of(template: &str, open: usize) -> Option<usize> {
    let rest = &template[open..];
    let close = match rest.as_bytes().get(1)? {
        b'{' => "}}",
        b'%' => "%}",
        _ => "#}",
    };
    rest.find(close).map(|end| open + end + close.len())
}

fn is_in_value(tag: &StartTag<'_>, at: usize) -> bool {
    let mut attributes = tag.attributes.iter();
    attributes.any(|attribute| attribute.value_range.contains(&at))
}

/// What stands between the attributes of a tag from `open` on, with the blanks before it: one value, or all from
/// `{% if … %}` to its `{% endif %}`.
fn among_attributes(template: &str, open: usize) -> Option<Range<usize>> {
    let start = template[..open].trim_end().len();
    let mut end = end_of(template, open)?;
    let mut depth = step(&template[open..end]);
    while depth > 0 {
        let next = next_expression(template, end)?;
        end = end_of(template, next)?;
        depth += step(&template[next..end]);
    }
    (depth == 0).then_some(start..end)
}

/// How a statement nests: 1 where it opens a block, -1 where it ends one.
fn step(expression: &str) -> i32 {
    let inside = expression.trim_start_matches(['{', '%', '-', ' ']);
    let word = inside
        .split([' ', '-', '%', '}'])
        .next()
        .unwrap_or_default();
    match word {
        _ if !expression.starts_with("{%") => 0,
        "if" | "for" => 1,
        "endif" | "endfor" => -1,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::minify;

    #[test]
    fn expressions_stay_where_they_are() {
        let template = "{% extends \"a\" %}\n<ul>\n<li{% if a > 1 %} class=\"b\"{% elif c %} id=\"d\"{% endif %} value=\"{{ e }}\">{{ <t v={f}/> }}</li>\n</ul>";
        assert_eq!(
            minify(template).as_deref(),
            Some(
                "{% extends \"a\" %} <ul><li value=\"{{ e }}\"{% if a > 1 %} class=\"b\"{% elif c %} id=\"d\"{% endif %}>{{ <t v={f}/> }}</li></ul>"
            )
        );
        let value = "<p class=\"a {{ b or \"c\" }}{% if d %} e{% endif %}\" title=\"f\">g</p>";
        assert_eq!(
            minify(value).as_deref(),
            Some("<p class=\"a {{ b or \"c\" }}{% if d %} e{% endif %}\" title=f>g</p>")
        );
        let name = "<p {{ a }}=\"b\" c>d</p>";
        assert_eq!(minify(name).as_deref(), Some("<p c {{ a }}=b>d</p>"));
    }

    #[test]
    fn what_interlocks_is_left_alone() {
        assert_eq!(
            minify("<a {% if b %}href=\"c\">{% else %}>{% endif %}d</a>"),
            None
        );
        assert_eq!(minify("<a {% endif %}>b</a>"), None);
    }
}
