//! Style sheets as they go into pages: one of several files, without comments and spare blanks.

/// What a file says last if it says something for paper.
const PAPER: &str = "@media print{";

/// One style sheet of several files, in their order. What files say for paper at their ends stands together at the end
/// of all: what one part looks like on paper is not taken back by the look of the next on a screen.
pub(super) fn bundle<'a>(files: impl Iterator<Item = &'a str>) -> String {
    let (mut all, mut paper) = (String::new(), String::new());
    for css in files {
        let small = compact(css);
        let (screen, on_paper) = without_paper(&small);
        all.push_str(screen);
        paper.push_str(on_paper);
    }
    if !paper.is_empty() {
        all.extend([PAPER, &paper, "}"]);
    }
    all
}

/// A compact style sheet without the rules for paper at its end, and those rules.
fn without_paper(css: &str) -> (&str, &str) {
    let mut at = 0;
    let mut depth = 0_usize;
    let mut last = 0;
    while let Some(first) = css[at..].chars().next() {
        match first {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        at += piece_length(&css[at..], first);
        if first == '}' && depth == 0 && at < css.len() {
            last = at;
        }
    }
    let rules = css[last..].strip_prefix(PAPER);
    match rules.and_then(|rules| rules.strip_suffix('}')) {
        Some(rules) if depth == 0 => (&css[..last], rules),
        _ => (css, ""),
    }
}

/// The same style sheet with fewer bytes. Strings stay as they are; nothing else is rewritten.
fn compact(css: &str) -> String {
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
            let length = piece_length(rest, first);
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
    // `+` is left alone: within `calc()` it needs its blanks.
    let tight = |c: char| matches!(c, '{' | '}' | ';' | ',' | '>' | '!');
    let before = out.chars().next_back();
    if piece == "}" && before == Some(';') {
        out.pop();
    } else if blank && before.is_some_and(|c| !tight(c) && c != ':') && !piece.starts_with(tight) {
        out.push(' ');
    }
    out.push_str(piece);
}

/// Bytes of the character or string that `text` starts with.
fn piece_length(text: &str, first: char) -> usize {
    match first {
        '"' | '\'' => string_length(text, first),
        _ => first.len_utf8(),
    }
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
    use super::{bundle, compact};

    #[test]
    fn what_files_say_for_paper_at_their_ends_stands_together_at_the_end() {
        let files = [
            "a { b: c; }\n@media print { a { b: d; } @supports (e: f) { a { b: g } } }\n",
            "@media print { h { i: j } }\nh { content: '} @media print{' }",
            "@media print {\n  k { l: m }\n}",
            "n { o: p }",
        ];
        assert_eq!(
            bundle(files.into_iter()),
            "a{b:c}@media print{h{i:j}}h{content:'} @media print{'}n{o:p}@media print{a{b:d}@supports (e:f){a{b:g}}k{l:m}}"
        );
    }

    #[test]
    fn rules_that_are_not_ended_stay_where_they_are() {
        let files = ["a{b:c}@media print{a{b:d}", "e{f:g}"];
        assert_eq!(bundle(files.into_iter()), "a{b:c}@media print{a{b:d}e{f:g}");
        assert_eq!(bundle([].into_iter()), "");
    }

    #[test]
    fn blanks_that_mean_something_stay() {
        let css = "/* a */ a :is(b, c) > d { margin: 0 calc(1px + 2px); }\n\n@media (width > 4em) { q::before { content: \" ; /* x */ \\\" \"; } }";
        assert_eq!(
            compact(css),
            "a :is(b,c)>d{margin:0 calc(1px + 2px)}@media (width>4em){q::before{content:\" ; /* x */ \\\" \"}}"
        );
    }

    #[test]
    fn an_open_comment_or_string_ends_with_the_file() {
        assert_eq!(compact("a{} /* b"), "a{}");
        assert_eq!(compact("a{content:\"b"), "a{content:\"b");
    }
}
