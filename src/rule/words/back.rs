//! Reads a condition in words as a person does, and says what it means: the judge of the words.
//!
//! It knows the questions and the labels of their answers, and nothing of conditions.

use crate::diagnostic::Lang;
use crate::rule::check::Questions;
use crate::rule::domain::Domain;
use crate::rule::questions::{Kind, Question};

/// What a sentence says.
pub(super) enum Said {
    /// This question is answered by one of these.
    Answer(usize, u64),
    All(Vec<Said>),
    Any(Vec<Said>),
}

impl Said {
    pub(super) fn holds(&self, complete: &[usize]) -> bool {
        match self {
            Self::Answer(question, mask) => mask >> complete[*question] & 1 == 1,
            Self::All(parts) => parts.iter().all(|part| part.holds(complete)),
            Self::Any(parts) => parts.iter().any(|part| part.holds(complete)),
        }
    }
}

/// Whether a number passes a comparison with a constant.
type Passes = fn(i64, i64) -> bool;

/// A reader of one language, with what is left to read.
pub(super) struct Reader<'a> {
    pub questions: &'a Questions,
    pub domains: &'a [Domain],
    pub lang: Lang,
    pub rest: &'a str,
}

impl<'a> Reader<'a> {
    /// The whole sentence; `None` if it cannot be read, or something is left.
    pub(super) fn sentence(mut self) -> Option<Said> {
        let said = self.group(0)?;
        self.rest.is_empty().then_some(said)
    }

    fn pick(&self, indonesian: &'static str, english: &'static str) -> &'static str {
        match self.lang {
            Lang::Id => indonesian,
            Lang::En => english,
        }
    }

    fn take(&mut self, text: &str) -> bool {
        match self.rest.strip_prefix(text) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn group(&mut self, level: usize) -> Option<Said> {
        if self.take(self.pick("semua ini: ", "all of these: ")) {
            return self.counted(level).map(Said::All);
        }
        if self.take(self.pick("salah satu dari ini: ", "one of these: ")) {
            return self.counted(level).map(Said::Any);
        }
        let first = self.answer()?;
        if level > 0 {
            return Some(first);
        }
        let (and, or) = (self.pick(", dan ", ", and "), self.pick(", atau ", ", or "));
        let mut parts = vec![first];
        loop {
            let all = self.take(and);
            if all || self.take(or) {
                parts.push(self.answer()?);
                return Some(if all {
                    Said::All(parts)
                } else {
                    Said::Any(parts)
                });
            }
            if !self.take(", ") {
                return (parts.len() == 1).then(|| parts.pop())?;
            }
            parts.push(self.answer()?);
        }
    }

    /// "(a) …; (b) …": members of one level carry marks of one kind, in order.
    fn counted(&mut self, level: usize) -> Option<Vec<Said>> {
        let mut parts = Vec::new();
        loop {
            let number = parts.len() + 1;
            let mark = match level {
                0 => format!("({}) ", char::from(b'a' + u8::try_from(parts.len()).ok()?)),
                1 => format!("({number}) "),
                _ => format!("({level}.{number}) "),
            };
            let before = self.rest;
            if !parts.is_empty() && !self.take("; ") || !self.take(&mark) {
                self.rest = before;
                return (parts.len() > 1).then_some(parts);
            }
            parts.push(self.group(level + 1)?);
        }
    }

    fn answer(&mut self) -> Option<Said> {
        if self.take(self.pick("selalu", "always")) {
            return Some(Said::All(Vec::new()));
        }
        if self.take(self.pick("tidak pernah", "never")) {
            return Some(Said::Any(Vec::new()));
        }
        let dijawab = self.pick("dijawab", "is answered");
        for (index, question) in self.questions.list.iter().enumerate() {
            if self.take(&format!("“{}” {dijawab} ", question.ask)) {
                let mask = match question.kind {
                    Kind::Number { .. } => self.number(question, &self.domains[index])?,
                    _ => self.options(question)?,
                };
                return Some(Said::Answer(index, mask));
            }
        }
        None
    }

    fn options(&mut self, question: &Question) -> Option<u64> {
        let but = self.take(self.pick("selain ", "anything but "));
        let labels: Vec<String> = match &question.kind {
            Kind::Choices(choices) => choices
                .iter()
                .map(|choice| format!("“{}”", choice.label))
                .collect(),
            _ => vec![
                self.pick("ya", "yes").into(),
                self.pick("tidak", "no").into(),
            ],
        };
        let (last, or) = (self.pick(", atau ", ", or "), self.pick(" atau ", " or "));
        let mut mask = 0;
        loop {
            let at = labels.iter().position(|label| self.take(label))?;
            mask |= 1 << at;
            let before = self.rest;
            let several = matches!(question.kind, Kind::Choices(_));
            let more = several && (self.take(last) || self.take(or) || self.take(", "));
            if !more
                || !labels
                    .iter()
                    .any(|label| self.rest.starts_with(label.as_str()))
            {
                self.rest = before;
                let all = (1 << labels.len()) - 1;
                return Some(if but { all & !mask } else { mask });
            }
        }
    }

    fn number(&mut self, question: &Question, domain: &Domain) -> Option<u64> {
        let Domain::Bands(bands) = domain else {
            return None;
        };
        let words: [(&str, Passes); 4] = [
            (self.pick("tepat ", "exactly "), |n, c| n == c),
            (self.pick("selain ", "anything but "), |n, c| n != c),
            (self.pick("di bawah ", "under "), |n, c| n < c),
            (self.pick("di atas ", "over "), |n, c| n > c),
        ];
        let before = words.into_iter().find(|(word, _)| self.take(word));
        let constant = self.amount(question)?;
        let passes = match before {
            Some((_, passes)) => passes,
            None if self.take(self.pick(" atau lebih", " or more")) => |n: i64, c: i64| n >= c,
            None if self.take(self.pick(" atau kurang", " or less")) => |n: i64, c: i64| n <= c,
            None => return None,
        };
        let holds = bands
            .iter()
            .enumerate()
            .filter(|(_, (first, _))| passes(*first, constant));
        Some(holds.fold(0, |mask, (at, _)| mask | 1 << at))
    }

    fn amount(&mut self, question: &Question) -> Option<i64> {
        let digits = self
            .rest
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(self.rest.len());
        let number = self.rest[..digits].parse().ok()?;
        self.rest = &self.rest[digits..];
        if let Kind::Number {
            unit: Some(unit), ..
        } = &question.kind
            && !self.take(&format!(" {unit}"))
        {
            return None;
        }
        Some(number)
    }
}
