//! Compares two pages by what they say: the same elements, attributes and words, blanks between words included.
//!
//! White space counts as a reader sees it: none at the edges of a block, one blank inside a line wherever there is
//! any, and every character in `pre` and `textarea`.

use std::fmt;

use scraper::node::{Element, Node};
use scraper::{ElementRef, Html};

/// The first place where two pages differ.
#[derive(Debug, PartialEq, Eq)]
pub struct Difference {
    /// What the page said before, from there on.
    pub before: String,
    /// What it says after, from there on.
    pub after: String,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "before: {}\n after: {}", self.before, self.after)
    }
}

/// Demands that both pages have the same text and attributes.
pub fn same_words(before: &str, after: &str) -> Result<(), Difference> {
    let (before, after) = (pieces(before), pieces(after));
    if before == after {
        return Ok(());
    }
    let pairs = before.iter().zip(&after);
    let same = pairs.take_while(|(one, other)| one == other).count();
    let from = same.saturating_sub(2);
    let show = |pieces: &[String]| {
        pieces[from.min(pieces.len())..]
            .iter()
            .take(8)
            .cloned()
            .collect()
    };
    Err(Difference {
        before: show(&before),
        after: show(&after),
    })
}

/// The page as a flat list of tags and words.
fn pieces(html: &str) -> Vec<String> {
    let page = Html::parse_document(html);
    let mut reader = Reader {
        pieces: Vec::new(),
        blank: false,
        in_line: false,
        word_end: 0,
    };
    reader.element(page.root_element(), false);
    reader.pieces
}

struct Reader {
    pieces: Vec<String>,
    /// Whether white space was seen since the last word.
    blank: bool,
    /// Whether a word stands before on the same line.
    in_line: bool,
    /// How many pieces there were when the last one, a word, was added: what follows at once belongs to it.
    word_end: usize,
}

impl Reader {
    fn element(&mut self, element: ElementRef, verbatim: bool) {
        let name = element.value().name();
        if is_inline(name) {
            if is_replaced(name) {
                self.word(String::new());
            }
        } else {
            self.new_line();
        }
        self.pieces.push(open_tag(element.value()));
        let verbatim = verbatim || matches!(name, "pre" | "textarea" | "script" | "style");
        for child in element.children() {
            match child.value() {
                Node::Text(text) if matches!(name, "script" | "style") => {
                    self.pieces.push(text.trim().to_owned())
                }
                Node::Text(text) if verbatim => self.pieces.push(text.to_string()),
                Node::Text(text) => self.text(text),
                _ => {
                    if let Some(child) = ElementRef::wrap(child) {
                        self.element(child, verbatim);
                    }
                }
            }
        }
        self.pieces.push(format!("</{name}>"));
        if !is_inline(name) {
            self.new_line();
        }
    }

    fn text(&mut self, text: &str) {
        let blank = |c: char| c.is_ascii_whitespace();
        let mut rest = text;
        while !rest.is_empty() {
            let word = rest.split(blank).next().unwrap_or_default();
            if word.is_empty() {
                self.blank = true;
                rest = rest.trim_start_matches(blank);
            } else {
                self.word(word.to_owned());
                rest = &rest[word.len()..];
            }
        }
    }

    fn word(&mut self, word: String) {
        if self.blank && self.in_line {
            self.pieces.push(" ".to_owned());
            self.word_end = 0;
        }
        self.blank = false;
        self.in_line = true;
        if word.is_empty() {
            return;
        }
        let goes_on = self.word_end == self.pieces.len();
        match self.pieces.last_mut() {
            // A comment between two texts splits no word.
            Some(last) if goes_on => last.push_str(&word),
            _ => self.pieces.push(word),
        }
        self.word_end = self.pieces.len();
    }

    fn new_line(&mut self) {
        self.blank = false;
        self.in_line = false;
    }
}

fn open_tag(element: &Element) -> String {
    let mut attributes: Vec<_> = element
        .attrs()
        .map(|(name, value)| format!(" {name}={value:?}"))
        .collect();
    attributes.sort();
    format!("<{}{}>", element.name(), attributes.concat())
}

/// Whether an element stands in a line of text. All others begin and end one.
fn is_inline(name: &str) -> bool {
    const NAMES: [&str; 34] = [
        "a", "abbr", "b", "bdi", "bdo", "button", "cite", "code", "data", "del", "dfn", "em", "i",
        "img", "input", "ins", "kbd", "label", "mark", "meter", "output", "progress", "q", "s",
        "samp", "select", "small", "span", "strong", "sub", "sup", "svg", "time", "u",
    ];
    NAMES.contains(&name) || matches!(name, "var" | "wbr" | "text" | "tspan")
}

/// Whether an inline element takes room of its own, as a word does.
fn is_replaced(name: &str) -> bool {
    matches!(
        name,
        "button" | "img" | "input" | "meter" | "progress" | "select" | "svg"
    )
}
