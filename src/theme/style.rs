//! The style sheet as it goes into every page: without comments and spare blanks.

/// The same style sheet with fewer bytes. Strings stay as they are; nothing else is rewritten.
pub(super) fn compact(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    let mut blank = false;
    while let Some(first) = rest.chars().next() {
        let taken = if rest.starts_with("/*") {
            blank = true;
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if first.is_ascii_whitespace() {
            blank = true;
            1
        } else {
            let length = match first {
                '"' | '\'' => string_length(rest, first),
                _ => first.len_utf8(),
            };
            push(&mut out, &rest[..length], blank);
            blank = false;
            length
        };
        rest = &rest[taken..];
    }
    out
}

/// Adds one character or string, with a blank before it only where the blank may mean something.
fn push(out: &mut String, piece: &str, blank: bool) {
    let tight = |c: char| matches!(c, '{' | '}' | ';' | ',');
    let before = out.chars().next_back();
    if piece == "}" && before == Some(';') {
        out.pop();
    } else if blank && before.is_some_and(|c| !tight(c) && c != ':') && !piece.starts_with(tight) {
        out.push(' ');
    }
    out.push_str(piece);
}

/// Bytes of the string that `text` starts with, its quotes included.
fn string_length(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if c == quote => return at + 1,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::compact;

    #[test]
    fn blanks_that_mean_something_stay() {
        let css = "/* a */ a :is(b, c) > d { margin: 0 calc(1px + 2px); }\n\n@media (width > 4em) { q::before { content: \" ; /* x */ \\\" \"; } }";
        assert_eq!(
            compact(css),
            "a :is(b,c) > d{margin:0 calc(1px + 2px)}@media (width > 4em){q::before{content:\" ; /* x */ \\\" \"}}"
        );
    }

    #[test]
    fn an_open_comment_or_string_ends_with_the_file() {
        assert_eq!(compact("a{} /* b"), "a{}");
        assert_eq!(compact("a{content:\"b"), "a{content:\"b");
    }
}
