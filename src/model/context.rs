//! What it takes to be read from a content file, and what reading needs beside the node.

use super::shape::Shape;
use crate::diagnostic::{Code, Diagnostic, Lang, Sink, say};
use crate::yaml::{Node, Value};

/// A type that content files can hold.
pub trait Decode: Sized {
    /// What it looks like in a file.
    fn shape() -> Shape;

    /// Reads it; what does not fit is reported, and `None` returned when nothing can be used.
    fn decode(node: &Node, cx: &mut Context<'_>) -> Option<Self>;
}

/// What reading needs beside the node: where findings go, and the key being read for their wording.
#[derive(Debug)]
pub struct Context<'a> {
    /// Takes the findings.
    pub sink: &'a mut Sink,
    /// The key whose value is read, as the author wrote it.
    pub key: String,
    /// The language in which the author writes keys; suggestions follow it.
    pub lang: Lang,
    /// Whether the node that is read is an item of a list.
    pub item: bool,
    /// Whether the record that is read is said to be official: its numbers are not somebody's own.
    pub official: bool,
    /// Whether a part of the record that is read next was lost: then no key of it is said to be missing.
    pub lost: bool,
}

impl<'a> Context<'a> {
    /// A context that reports to `sink`.
    pub fn new(sink: &'a mut Sink) -> Self {
        Self {
            sink,
            key: String::new(),
            lang: Lang::Id,
            item: false,
            official: false,
            lost: false,
        }
    }

    /// Reports that the value is not of the kind `expected` (Indonesian, English).
    pub fn wrong_type(&mut self, node: &Node, expected: (&str, &str), help: (&str, &str)) {
        let key = &self.key;
        let (found_id, found_en) = kind_of(node);
        let (expected_id, expected_en) = expected;
        let (help_id, help_en) = help;
        self.sink.push(
            Diagnostic::new(
                Code::K0202,
                node.span,
                say!(
                    "`{key}` harus berisi {expected_id}, bukan {found_id}",
                    "`{key}` takes {expected_en}, not {found_en}"
                ),
            )
            .help(say!("{help_id}", "{help_en}")),
        );
    }

    /// The scalar of a node that must be one; anything else is reported.
    pub fn scalar<'n>(&mut self, node: &'n Node, expected: (&str, &str)) -> Option<&'n str> {
        let text = node.as_str();
        if text.is_none() {
            let key = self.key.clone();
            let (id, en) = (
                format!("tulis di baris yang sama: {key}: …"),
                format!("write it on the same line: {key}: …"),
            );
            self.wrong_type(node, expected, (&id, &en));
        }
        text
    }
}

fn kind_of(node: &Node) -> (&'static str, &'static str) {
    match &node.value {
        Value::Null => ("kosong", "nothing"),
        Value::Scalar(_) => ("teks", "a text"),
        Value::List(_) => ("daftar", "a list"),
        Value::Map(_) => ("pasangan kunci dan nilai", "a mapping"),
    }
}

/// A word for yes or for no, in the ways in which files may say it.
#[derive(Debug, Clone, Copy)]
pub struct YesNo {
    /// In Indonesian.
    pub id: &'static str,
    /// In English, as YAML has it: what is written among English keys.
    pub en: &'static str,
    /// In English, as people say it.
    pub said: &'static str,
}

/// Yes and no.
pub const YES_NO: [YesNo; 2] = [
    YesNo {
        id: "ya",
        en: "true",
        said: "yes",
    },
    YesNo {
        id: "tidak",
        en: "false",
        said: "no",
    },
];

impl YesNo {
    /// The word of a text, in whatever language and letters.
    pub fn of(text: &str) -> Option<&'static Self> {
        let is = |word: &str| word.eq_ignore_ascii_case(text);
        YES_NO
            .iter()
            .find(|word| is(word.id) || is(word.en) || is(word.said))
    }

    /// The word that is written among the keys of a language.
    pub fn name(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Id => self.id,
            Lang::En => self.en,
        }
    }
}

/// A yes or a no, in either language.
pub(super) fn yes_or_no(text: &str) -> Option<bool> {
    YesNo::of(text).map(|word| word.id == YES_NO[0].id)
}
