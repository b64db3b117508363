//! Comments drawn into drawn documents are found, each at its place, and nothing else is.

use super::*;
use crate::diagnostic::Sink;
use crate::span::FileId;

/// Where a document starts in its file.
const BASE: usize = 7;

fn found(text: &str) -> Vec<(String, bool)> {
    let mut sink = Sink::default();
    let tree = super::super::read(FileId(3), BASE, text, &mut sink).expect("a document");
    assert!(!sink.has_errors(), "{text}\n{sink:#?}");
    let comments = comments(BASE, text, &tree);
    let words = comments.iter().map(|comment| {
        assert_eq!(comment.span.file, FileId(3));
        let (start, end) = (comment.span.start as usize, comment.span.end as usize);
        (text[start - BASE..end - BASE].to_owned(), comment.is_alone)
    });
    words.collect()
}

#[track_caller]
fn demand(text: &str, wanted: &[(&str, bool)]) {
    let wanted: Vec<(String, bool)> = wanted.iter().map(|(a, b)| ((*a).into(), *b)).collect();
    assert_eq!(found(text), wanted, "{text}");
}

#[test]
fn comments_are_found_beside_and_between() {
    let text = "# a\njudul: KTP  # b\n\n  # c #d\npersyaratan:  # e\n  - KK#1  # f\n#\n  - \"x # y\" # g\r\n# h";
    let wanted = [
        ("# a", true),
        ("# b", false),
        ("# c #d", true),
        ("# e", false),
        ("# f", false),
        ("#", true),
        ("# g", false),
        ("# h", true),
    ];
    demand(text, &wanted);
    demand("\u{feff}# a  \nb: c\n", &[("# a", true)]);
}

#[test]
fn a_text_below_a_sign_has_none_but_beside_its_sign() {
    let text = "a: |  # b\n  # c\n  d # e\n\n  # f\n\n# g\nh: >-  # i\n  # j\n  k\n # l\nm: n\n";
    let wanted = [("# b", false), ("# g", true), ("# i", false), ("# l", true)];
    demand(text, &wanted);
}

#[test]
fn lists_in_brackets_have_them() {
    let text = "a: [b, 'c # d',  # e\n  # f\n  g]  # h\n\"i # j\": {k: \"#\", 'l #': m}  # n\n";
    let wanted = [
        ("# e", false),
        ("# f", true),
        ("# h", false),
        ("# n", false),
    ];
    demand(text, &wanted);
}

/// A small generator of numbers.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 40).unwrap() % end
    }

    fn pick<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }
}

/// A document in the making, and the comments that were drawn into it.
struct Document {
    dice: Dice,
    text: String,
    comments: Vec<(String, bool)>,
    keys: usize,
}

impl Document {
    /// The end of a line, perhaps with a comment before it.
    fn end(&mut self) {
        if self.dice.below(3) == 0 {
            let words = self
                .dice
                .pick(&["# a", "#", "# it's: [\"", "# é # ü", "# - x: |"]);
            let blanks = self.dice.pick(&["  ", "   "]);
            self.text += &format!("{blanks}{words}");
            self.comments.push((words.to_owned(), false));
        }
        self.text += self.dice.pick(&["\n", "\n", "\r\n", "  \n"]);
    }

    /// Lines that have nothing but a comment or nothing at all; further right it would go on with a text below a sign.
    fn between(&mut self, indent: usize) {
        while self.dice.below(4) == 0 {
            if self.dice.below(3) == 0 {
                self.text += "\n";
                continue;
            }
            let words = self.dice.pick(&["# a", "#!", "## 'b", "# {c", "#d: e"]);
            self.text += &format!("{}{words}\n", " ".repeat(self.dice.below(indent + 1)));
            self.comments.push((words.to_owned(), true));
        }
    }

    fn key(&mut self) -> String {
        self.keys += 1;
        let before = self.dice.pick(&["a", "b#", "\"c # ", "'d #"]);
        let quote = before.chars().next().filter(|c| matches!(c, '"' | '\''));
        let quote = quote.map(String::from).unwrap_or_default();
        format!("{before}{}{quote}", self.keys)
    }

    fn in_brackets(&mut self, indent: usize) {
        self.text += "[";
        for at in 0..self.dice.below(4) {
            if at > 0 {
                self.text += ",";
                if self.dice.below(2) == 0 {
                    self.end();
                    self.between(indent + 2);
                    self.text += &" ".repeat(indent + 2);
                } else {
                    self.text += " ";
                }
            }
            let item = ["a", "b#c", "' # '", "\"\\\" # d\"", "{e: \"# f\", g: h}"];
            self.text += self.dice.pick(&item);
        }
        self.text += "]";
        self.end();
    }

    /// A value behind a key or a dash, whose children stand at `indent`.
    fn value(&mut self, indent: usize) {
        let blanks = " ".repeat(indent);
        match self.dice.below(if indent < 9 { 8 } else { 6 }) {
            0 => self.end(),
            1 => {
                self.text += " ";
                self.in_brackets(indent);
            }
            2 => {
                let signs = ["|", ">", "|-", ">+"];
                self.text += &format!(" {}", self.dice.pick(&signs));
                self.end();
                let lines = ["a # b", "c", "#d", "'e", "f: [g", "\"h", "| i # j"];
                for _ in 0..=self.dice.below(3) {
                    self.text += &format!("{blanks}{}\n", self.dice.pick(&lines));
                    self.text += self.dice.pick(&["", "", "\n"]);
                }
            }
            3 => {
                self.text += &format!(" \"a # b\n\n{blanks}# c\\\" # d\n{blanks}\"");
                self.end();
            }
            4 => {
                self.text += &format!(" kata#kata\n{blanks}lagi#lagi");
                self.end();
            }
            5 => {
                let values = [" a", " b#c", " 'd '' # e'", " \"# f\"", " g:h"];
                self.text += self.dice.pick(&values);
                self.end();
            }
            6 => {
                self.end();
                self.list(indent);
            }
            _ => {
                self.end();
                self.map(indent);
            }
        }
    }

    fn list(&mut self, indent: usize) {
        for _ in 0..=self.dice.below(3) {
            self.between(indent);
            self.text += &format!("{}-", " ".repeat(indent));
            self.value(indent + 2);
        }
    }

    fn map(&mut self, indent: usize) {
        for _ in 0..=self.dice.below(3) {
            self.between(indent);
            let key = self.key();
            self.text += &format!("{}{key}:", " ".repeat(indent));
            self.value(indent + 2);
        }
    }
}

#[test]
fn every_comment_of_drawn_documents_is_found_and_nothing_else() {
    let (mut of_lines, mut beside) = (0, 0);
    for seed in 1..=2_000 {
        let mut document = Document {
            dice: Dice(seed * 0x9e37_79b9),
            text: String::new(),
            comments: Vec::new(),
            keys: 0,
        };
        document.map(0);
        document.between(0);
        assert_eq!(
            found(&document.text),
            document.comments,
            "seed {seed}:\n{}",
            document.text
        );
        let alone = document.comments.iter().filter(|(_, alone)| *alone).count();
        of_lines += alone;
        beside += document.comments.len() - alone;
    }
    assert!(of_lines > 1_000 && beside > 1_000, "{of_lines}, {beside}");
}
