//! The minifier, set so that a page stays valid and keeps its words.

use minify_html::Cfg;

/// The page without the white space and quotes that say nothing.
pub fn minify(html: &str) -> String {
    let bytes = minify_html::minify(html.as_bytes(), &settings());
    // The minifier cuts between characters only; if it ever did not, the page as written is the better one.
    String::from_utf8(bytes).unwrap_or_else(|_| html.to_owned())
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
        preserve_brace_template_syntax: false,
        preserve_chevron_percent_template_syntax: false,
        remove_bangs: false,
        remove_processing_instructions: false,
    }
}
