//! Conditions in the words of a page.

use std::borrow::Cow;

use super::pen::Pen;
use super::view::{Condition, Words};
use crate::analyze::SoundService;
use crate::language::Language;
use crate::rule::check::{Questions, Rule};
use crate::rule::words::{self, Listed, Sentence};

/// Puts the conditions of a service into the words of a page.
#[derive(Debug)]
pub struct Conditions<'a> {
    pen: &'a Pen<'a>,
    original: &'a Questions,
    questions: Cow<'a, Questions>,
}

impl<'a> Conditions<'a> {
    /// Those of a service; its questions are quoted as the page asks them.
    pub fn of(pen: &'a Pen<'a>, service: &'a SoundService<'_>) -> Self {
        let own = &service.service().questions;
        let is_own = pen.lang() == pen.desk.routes.primary();
        let translated = || {
            service
                .service()
                .questions_in(&|text| pen.translation(text))
        };
        let questions = match is_own {
            true => Cow::Borrowed(own),
            false => Cow::Owned(translated()),
        };
        Self {
            pen,
            original: own,
            questions,
        }
    }

    /// Those of no service: only its questions are asked and quoted.
    pub fn of_questions(pen: &'a Pen<'a>, original: &'a Questions, translated: Questions) -> Self {
        Self {
            pen,
            original,
            questions: Cow::Owned(translated),
        }
    }

    /// The questions as the page asks them.
    pub fn questions(&self) -> &Questions {
        &self.questions
    }

    /// A condition in words: a line, or a heading and its members.
    pub fn said(&self, rule: Option<&Rule>) -> Option<Condition> {
        let rule = rule?;
        let language = self.pen.language();
        let sentence = words::words(rule, &self.questions, language);
        let text = self.line(rule);
        let members = self.members(rule, &sentence);
        let mixed = text.lang.is_none() && members.iter().any(|member| member.lang.is_some());
        let list = match mixed {
            true => sentence.list(language),
            false => sentence.listed(language),
        };
        Some(match list {
            Some(Listed { heading, .. }) => Condition {
                text: self.pen.said(heading),
                members,
            },
            None => Condition {
                text,
                members: Vec::new(),
            },
        })
    }

    fn line(&self, rule: &Rule) -> Words {
        self.worded(|questions, language| words::words(rule, questions, language).line(language))
    }

    /// The members of a condition, each in its own language.
    fn members(&self, rule: &Rule, sentence: &Sentence) -> Vec<Words> {
        let list = sentence.list(self.pen.language());
        let count = list.map_or(0, |list| list.members.len());
        let member = |at: usize| {
            self.worded(|questions, language| {
                let list = words::words(rule, questions, language).list(language);
                let members = list.map_or_else(Vec::new, |list| list.members);
                members.get(at).cloned().unwrap_or_default()
            })
        };
        (0..count).map(member).collect()
    }

    /// What is said of questions, wholly in the content's own language where none of its words is translated.
    pub fn worded(&self, say: impl Fn(&Questions, &Language) -> String) -> Words {
        let language = self.pen.language();
        let text = say(&self.questions, language);
        let phrases = language.phrases();
        let of_content = text != phrases.always && text != phrases.never;
        let is_other = self.pen.lang() != self.pen.desk.routes.primary();
        if is_other && of_content && say(self.original, language) == text {
            return self
                .pen
                .said_in_original(say(self.original, self.pen.original()));
        }
        self.pen.said(text)
    }

    /// The same, but nothing where the item's own label says it already.
    pub fn said_beside(&self, label: Option<&Words>, rule: Option<&Rule>) -> Option<Condition> {
        let language = self.pen.language();
        let words = words::words(rule?, &self.questions, language);
        let in_label = match &words {
            Sentence::One(text, _) => label.is_some_and(|label| says(&label.text, text)),
            _ => false,
        };
        if in_label { None } else { self.said(rule) }
    }

    /// What a condition demands, in words.
    pub fn demand(&self, rule: Option<&Rule>) -> Option<Words> {
        Some(self.line(rule?))
    }
}

/// Whether a label has the very words of a statement, whole words, in whatever case.
fn says(label: &str, statement: &str) -> bool {
    let is_mark = |c: char| matches!(c, '\u{2068}' | '\u{2069}');
    let plain = |text: &str| text.replace(is_mark, "").to_lowercase();
    let (label, statement) = (plain(label), plain(statement));
    let ends = |neighbour: Option<char>| neighbour.is_none_or(|c| !c.is_alphanumeric());
    let mut found = label.match_indices(&statement);
    found.any(|(at, _)| {
        let (before, after) = (&label[..at], &label[at + statement.len()..]);
        ends(before.chars().next_back()) && ends(after.chars().next())
    })
}

#[cfg(test)]
mod tests {
    use super::says;

    #[test]
    fn a_label_says_a_condition_in_its_very_words_alone() {
        assert!(says(
            "Rapor, jika Suratnya untuk sekolah",
            "suratnya untuk sekolah"
        ));
        assert!(says("STNK masih berlaku", "STNK masih berlaku"));
        assert!(says(
            "usia Anda 17 tahun",
            "\u{2068}usia Anda 17 tahun\u{2069}"
        ));
        assert!(!says("KTP lama, jika tidak rusak", "KTP lama rusak"));
        assert!(!says("Surat kehilangan", "hilang"));
        assert!(!says("STNK masih berlaku 17 tahunan", "berlaku 17 tahun"));
    }
}
