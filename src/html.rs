//! Finds the start tags of a page or of a template, as a browser's tokenizer would.
//!
//! Not a parser: no tree is built. It knows attributes, comments and the elements whose content is text.

use std::ops::Range;

use memchr::{memchr, memchr_iter};

/// One attribute of a start tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Attribute<'a> {
    /// The name as written.
    pub(crate) name: &'a str,
    /// The value as written, without its quotes and with its character references.
    pub(crate) value: &'a str,
    /// Where name and value stand.
    pub(crate) range: Range<usize>,
    /// Where the value stands, quotes included; empty where there is none.
    pub(crate) value_range: Range<usize>,
}

/// One start tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct StartTag<'a> {
    /// The name as written.
    pub(crate) name: &'a str,
    /// The whole tag, from `<` to `>`.
    pub(crate) range: Range<usize>,
    /// The attributes in the order written.
    pub(crate) attributes: Vec<Attribute<'a>>,
    /// The content, of elements whose content is text.
    pub(crate) content: Option<&'a str>,
    /// Whether it stands in an SVG or MathML picture, where other rules hold.
    pub(crate) foreign: bool,
}

impl<'a> StartTag<'a> {
    /// Whether this is the tag of an element `name`.
    pub(crate) fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// The attribute `name`.
    pub(crate) fn attribute(&self, name: &str) -> Option<&Attribute<'a>> {
        let same = |attribute: &&Attribute| attribute.name.eq_ignore_ascii_case(name);
        self.attributes.iter().find(same)
    }

    /// Whether it states a content-security policy.
    pub(crate) fn is_policy(&self) -> bool {
        let kind = self.value("http-equiv").unwrap_or_default();
        self.is("meta") && kind.eq_ignore_ascii_case("content-security-policy")
    }

    /// The value of the attribute `name`.
    pub(crate) fn value(&self, name: &str) -> Option<&'a str> {
        self.attribute(name).map(|attribute| attribute.value)
    }
}

/// A template as [`scan`] can read it: what the engine would replace is written over, byte for byte, so that every place
/// stays. A value becomes letters, a statement or comment blanks: `{% if a > b %}` ends no tag.
pub(crate) fn without_expressions(template: &str) -> String {
    const KINDS: [(&str, &str, &str); 3] =
        [("{{", "}}", "x"), ("{%", "%}", " "), ("{#", "#}", " ")];
    let mut plain = String::with_capacity(template.len());
    let mut rest = template;
    while let Some(open) = rest.find('{') {
        plain.push_str(&rest[..open]);
        rest = &rest[open..];
        let kind = KINDS.iter().find(|(start, ..)| rest.starts_with(start));
        let length = kind.map_or(1, |(_, end, _)| {
            rest.find(end).map_or(rest.len(), |at| at + end.len())
        });
        match kind {
            Some((.., filler)) => plain.push_str(&filler.repeat(length)),
            None => plain.push('{'),
        }
        rest = &rest[length..];
    }
    plain.push_str(rest);
    plain
}

/// The start tags of a page in order. A tag or comment that never ends is not reported, as a browser drops it.
pub(crate) fn scan(html: &str) -> impl Iterator<Item = StartTag<'_>> {
    Tags {
        scanner: Scanner { html, at: 0 },
        foreign: 0,
    }
}

struct Tags<'a> {
    scanner: Scanner<'a>,
    /// How many pictures are open.
    foreign: usize,
}

impl<'a> Iterator for Tags<'a> {
    type Item = StartTag<'a>;

    fn next(&mut self) -> Option<StartTag<'a>> {
        let scanner = &mut self.scanner;
        loop {
            scanner.at += memchr(b'<', scanner.rest().as_bytes())?;
            let rest = scanner.rest();
            if rest[1..].starts_with(|next: char| next.is_ascii_alphabetic()) {
                let Some(tag) = scanner.start_tag() else {
                    scanner.at = scanner.html.len();
                    return None;
                };
                return Some(self.with_content(tag));
            } else if let Some(end) = rest.strip_prefix("</") {
                let name = end.split(|c: char| !c.is_ascii_alphanumeric()).next();
                if name.is_some_and(is_foreign_root) {
                    self.foreign = self.foreign.saturating_sub(1);
                }
                scanner.skip_past(b'>');
            } else if let Some(comment) = rest.strip_prefix("<!--") {
                scanner.skip_comment(comment);
            } else if rest.starts_with("<!") || rest.starts_with("<?") {
                scanner.skip_past(b'>');
            } else {
                scanner.at += 1;
            }
        }
    }
}

impl<'a> Tags<'a> {
    fn with_content(&mut self, mut tag: StartTag<'a>) -> StartTag<'a> {
        tag.foreign = self.foreign > 0;
        let closed = self.scanner.html[..tag.range.end].ends_with("/>");
        if is_foreign_root(tag.name) && !closed {
            self.foreign += 1;
        }
        if has_text_content(tag.name) && !(self.foreign > 0 && closed) {
            tag.content = Some(self.scanner.text_content(tag.name));
        }
        tag
    }
}

fn is_foreign_root(name: &str) -> bool {
    name.eq_ignore_ascii_case("svg") || name.eq_ignore_ascii_case("math")
}

fn has_text_content(name: &str) -> bool {
    const NAMES: [&str; 8] = [
        "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes",
    ];
    NAMES.iter().any(|text| name.eq_ignore_ascii_case(text))
}

struct Scanner<'a> {
    html: &'a str,
    at: usize,
}

impl<'a> Scanner<'a> {
    fn rest(&self) -> &'a str {
        &self.html[self.at..]
    }

    fn skip_past(&mut self, end: u8) {
        let found = memchr(end, self.rest().as_bytes());
        self.at = found.map_or(self.html.len(), |found| self.at + found + 1);
    }

    fn skip_comment(&mut self, comment: &str) {
        // `<!-->` and `<!--->` are whole comments.
        let length = if comment.starts_with('>') {
            1
        } else if comment.starts_with("->") {
            2
        } else {
            comment.find("-->").map_or(comment.len(), |end| end + 3)
        };
        self.at += "<!--".len() + length;
    }

    /// The byte that stands here.
    fn next(&self) -> Option<u8> {
        self.html.as_bytes().get(self.at).copied()
    }

    /// What stands before the next byte that `ends` names: an ASCII character, or the first byte of any.
    fn take_until(&mut self, ends: impl Fn(u8) -> bool) -> &'a str {
        let rest = self.rest();
        let length = rest.bytes().position(ends);
        let taken = &rest[..length.unwrap_or(rest.len())];
        self.at += taken.len();
        taken
    }

    fn skip_blanks(&mut self) {
        self.take_until(|byte| !is_blank(byte));
    }

    fn start_tag(&mut self) -> Option<StartTag<'a>> {
        let start = self.at;
        self.at += 1;
        let name = self.take_until(|byte| is_blank(byte) || matches!(byte, b'/' | b'>'));
        let mut attributes: Vec<Attribute<'a>> = Vec::new();
        loop {
            self.take_until(|byte| !is_blank(byte) && byte != b'/');
            match self.next()? {
                b'>' => {
                    self.at += 1;
                    let range = start..self.at;
                    return Some(StartTag {
                        name,
                        range,
                        attributes,
                        content: None,
                        foreign: false,
                    });
                }
                _ => attributes.push(self.attribute()?),
            }
        }
    }

    fn attribute(&mut self) -> Option<Attribute<'a>> {
        let start = self.at;
        // A name may begin with `=`, and with nothing else that ends one.
        self.at += self.rest().chars().next()?.len_utf8();
        self.take_until(|byte| is_blank(byte) || matches!(byte, b'/' | b'>' | b'='));
        let name = &self.html[start..self.at];
        let after_name = self.at;
        self.skip_blanks();
        if self.next() != Some(b'=') {
            return Some(Attribute {
                name,
                value: "",
                range: start..after_name,
                value_range: after_name..after_name,
            });
        }
        self.at += 1;
        self.skip_blanks();
        let from = self.at;
        let value = match self.next()? {
            quote @ (b'"' | b'\'') => {
                self.at += 1;
                let value = self.take_until(|byte| byte == quote);
                // Past the closing quote, if there is one.
                self.next()?;
                self.at += 1;
                value
            }
            _ => self.take_until(|byte| is_blank(byte) || byte == b'>'),
        };
        Some(Attribute {
            name,
            value,
            range: start..self.at,
            value_range: from..self.at,
        })
    }

    /// What stands before the end tag of `name`; the scanner stands at that tag afterwards.
    fn text_content(&mut self, name: &str) -> &'a str {
        let rest = self.rest();
        let ends = |at: &usize| {
            let after = rest.as_bytes()[at + 1..].strip_prefix(b"/");
            let after = after.and_then(|after| after.split_at_checked(name.len()));
            after.is_some_and(|(end, after)| {
                let closes = |byte: &u8| is_blank(*byte) || matches!(byte, b'/' | b'>');
                end.eq_ignore_ascii_case(name.as_bytes()) && after.first().is_some_and(closes)
            })
        };
        let mut found = memchr_iter(b'<', rest.as_bytes());
        let length = found.find(ends).unwrap_or(rest.len());
        self.at += length;
        &rest[..length]
    }
}

/// White space as HTML counts it.
fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'\x0c')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(html: &str) -> Vec<&str> {
        scan(html).map(|tag| tag.name).collect()
    }

    #[test]
    fn tags_in_comments_and_texts_are_none() {
        let html = "<!doctype html><!-- <b> --><p>1 < 2 <!----><i></i><title><u></title><textarea><s></TEXTAREA ></b>";
        assert_eq!(names(html), ["p", "i", "title", "textarea"]);
        assert_eq!(names("<!--><b><!---><i><!-- <u>"), ["b", "i"]);
        assert_eq!(names("<p><b title=\"never ends"), ["p"]);
    }

    #[test]
    fn attributes_are_read_as_a_browser_reads_them() {
        let html = "<a b c=d e='f>' g=\"h'\" i = j/k L/><m>";
        let tags: Vec<_> = scan(html).collect();
        let pairs: Vec<_> = tags[0]
            .attributes
            .iter()
            .map(|a| (a.name, a.value))
            .collect();
        let expected = [
            ("b", ""),
            ("c", "d"),
            ("e", "f>"),
            ("g", "h'"),
            ("i", "j/k"),
            ("L", ""),
        ];
        assert_eq!(pairs, expected);
        assert_eq!(&html[tags[0].attributes[3].value_range.clone()], "\"h'\"");
        assert_eq!(tags[0].value("l"), Some(""));
        assert_eq!(tags[1].name, "m");
    }

    #[test]
    fn content_ends_at_its_own_end_tag() {
        let tags: Vec<_> = scan("<script>a</scripty></b></Script ><style></style><p>").collect();
        assert_eq!(tags[0].content, Some("a</scripty></b>"));
        assert_eq!(tags[1].content, Some(""));
        assert_eq!(tags[2].content, None);
    }

    #[test]
    fn expressions_end_no_tag_and_move_nothing() {
        let template = "é{# <u> #}<p{% if a > \"b\" %} class=\"c {{ \"d\" }}\"{% endif %} id={{ e > f }} style=g>{";
        let plain = without_expressions(template);
        assert_eq!(plain.len(), template.len());
        let tags: Vec<_> = scan(&plain).collect();
        let [tag] = tags.as_slice() else {
            panic!("{tags:?}");
        };
        let written: Vec<_> = tag
            .attributes
            .iter()
            .map(|a| &template[a.range.clone()])
            .collect();
        assert_eq!(
            written,
            ["class=\"c {{ \"d\" }}\"", "id={{ e > f }}", "style=g"]
        );
        assert_eq!(without_expressions("a{{ b"), "axxxx");
    }

    #[test]
    fn a_picture_is_foreign_ground() {
        let tags: Vec<_> = scan("<svg><style/><g></g></svg><svg/><b>").collect();
        let foreign: Vec<_> = tags.iter().map(|tag| (tag.name, tag.foreign)).collect();
        assert_eq!(
            foreign,
            [
                ("svg", false),
                ("style", true),
                ("g", true),
                ("svg", false),
                ("b", false)
            ]
        );
    }
}
