//! Conditions in the words of a page.

use std::borrow::Cow;

use super::pen::Pen;
use super::view::Words;
use crate::analyze::SoundService;
use crate::rule::check::{Questions, Rule};
use crate::rule::words;

/// Puts the conditions of a service into the words of a page.
#[derive(Debug)]
pub struct Conditions<'a> {
    pen: &'a Pen<'a>,
    questions: Cow<'a, Questions>,
}

impl<'a> Conditions<'a> {
    /// Those of a service; its questions are quoted as the page asks them.
    pub fn of(pen: &'a Pen<'a>, service: &'a SoundService<'_>) -> Self {
        let own = &service.service().questions;
        let questions = match service.words(pen.lang()) {
            Some(words) => Cow::Owned(service.service().questions_in(words)),
            None => Cow::Borrowed(own),
        };
        Self { pen, questions }
    }

    /// The questions as the page asks them.
    pub fn questions(&self) -> &Questions {
        &self.questions
    }

    /// "Hanya jika …" for an item with a condition.
    pub fn only_if(&self, when: Option<&Rule>) -> Option<Words> {
        let words = self.demand(when)?;
        let said = self
            .pen
            .fill("item.condition", &[("condition", &words.text)]);
        Some(self.pen.said(said))
    }

    /// What a condition demands, in words.
    pub fn demand(&self, rule: Option<&Rule>) -> Option<Words> {
        let words = words::words(rule?, &self.questions, self.pen.language());
        Some(self.pen.said(words))
    }
}
