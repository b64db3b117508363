//! A strict reader of the XML that the program writes: whatever is not well-formed stops the test.
//!
//! It knows elements, attributes in double quotes and the five named signs; a comment, a section, a processing
//! instruction or a document type is nothing that the program writes.

use std::collections::BTreeMap;

/// An element.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Element {
    /// Its name, with its prefix.
    pub name: String,
    /// Its attributes.
    pub attributes: BTreeMap<String, String>,
    /// The elements in it.
    pub children: Vec<Element>,
    /// The text in it, without that of the elements in it.
    pub text: String,
}

impl Element {
    /// An attribute; empty where there is none.
    pub fn attribute(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }

    /// The elements of a name directly in it.
    pub fn all<'e>(&'e self, name: &'e str) -> impl Iterator<Item = &'e Element> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// The one element of a name directly in it.
    #[track_caller]
    pub fn only(&self, name: &str) -> &Element {
        let all = self.children.iter().filter(|child| child.name == name);
        let all: Vec<&Element> = all.collect();
        assert_eq!(all.len(), 1, "one <{name}> in {self:#?}");
        all[0]
    }
}

/// The root of a document.
#[track_caller]
pub fn read(text: &str) -> Element {
    let opening = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
    let rest = text.strip_prefix(opening).expect("the opening line");
    let mut open: Vec<Element> = vec![Element::default()];
    let mut rest = rest.trim_end();
    while !rest.is_empty() {
        let end = rest.find('<').expect("nothing after the root");
        let inner = open.last_mut().expect("an open element");
        inner.text.push_str(&decoded(&rest[..end]));
        let close = rest.find('>').expect("a tag that ends");
        let tag = &rest[end + 1..close];
        rest = &rest[close + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            let closed = open.pop().expect("an open element");
            assert_eq!(closed.name, name, "the element that is open");
            open.last_mut().expect("a root").children.push(closed);
            continue;
        }
        let (tag, empty) = match tag.strip_suffix('/') {
            Some(tag) => (tag, true),
            None => (tag, false),
        };
        let element = started(tag);
        if empty {
            open.last_mut().expect("a root").children.push(element);
        } else {
            open.push(element);
        }
    }
    assert_eq!(open.len(), 1, "every element is closed");
    let mut outside = open.pop().expect("what stands around the root");
    assert_eq!(outside.text.trim(), "", "no text outside the root");
    assert_eq!(outside.children.len(), 1, "one root");
    outside.children.remove(0)
}

fn started(tag: &str) -> Element {
    let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, ':' | '-');
    assert!(!name.is_empty() && name.chars().all(is_name), "<{tag}>");
    let mut attributes = BTreeMap::new();
    while !rest.is_empty() {
        let (name, after) = rest.split_once("=\"").expect("a value in double quotes");
        let (value, after) = after.split_once('"').expect("a value that ends");
        assert!(name.chars().all(is_name), "{name} in <{tag}>");
        let before = attributes.insert(name.to_owned(), decoded(value));
        assert_eq!(before, None, "{name} twice in <{tag}>");
        rest = after.trim_start();
    }
    Element {
        name: name.to_owned(),
        attributes,
        ..Element::default()
    }
}

/// A text with its signs read.
fn decoded(text: &str) -> String {
    let fits = |c: char| matches!(c, '\t' | '\n' | '\r') || c >= ' ';
    let noncharacter = |c: char| matches!(c, '\u{fffe}' | '\u{ffff}');
    assert!(
        text.chars().all(|c| fits(c) && !noncharacter(c)),
        "{text:?}"
    );
    assert!(!text.contains(['<', '>']), "{text}");
    let mut parts = text.split('&');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once(';').expect("a sign that ends");
        out.push(match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "apos" => '\'',
            _ => panic!("&{name};"),
        });
        out.push_str(rest);
    }
    out
}

#[test]
fn what_is_not_well_formed_is_refused() {
    let opening = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
    let sound = read(&format!("{opening}<a b=\"&lt;\"><c/>x &amp; y</a>\n"));
    assert_eq!((sound.attribute("b"), &*sound.text), ("<", "x & y"));
    assert_eq!(sound.only("c").name, "c");
    for wrong in [
        "<a></b>",
        "<a>",
        "<a/><b/>",
        "<a/>x",
        "<a b=c/>",
        "<a b=\"1\" b=\"2\"/>",
        "<a>&x;</a>",
        "<a>a & b</a>",
        "<a>\u{1}</a>",
        "<!-- a --><a/>",
    ] {
        let text = format!("{opening}{wrong}");
        let read = std::panic::catch_unwind(|| read(&text));
        assert!(read.is_err(), "{wrong} is accepted");
    }
}
