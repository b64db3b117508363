//! Conditions in words.

use super::pen::Pen;
use super::view::Words;
use crate::diagnostic::{Lang, Sink};
use crate::model::Slot;
use crate::model::service::ServiceDocument;
use crate::model::values::Condition;
use crate::resolve::rules::Rules;
use crate::rule::words;

/// The rules of a service, ready to be put into words.
#[derive(Debug)]
pub struct Conditions {
    rules: Rules,
}

impl Conditions {
    /// The rules of a sound service.
    pub fn of(service: &ServiceDocument) -> Self {
        // The gate has seen every finding already.
        Self {
            rules: Rules::of(service, &mut Sink::default()),
        }
    }

    /// "Hanya jika …" for an item with a condition.
    pub fn only_if(&self, pen: &Pen<'_>, when: &Slot<Condition>) -> Option<Words> {
        let words = self.demand(pen, when)?;
        Some(pen.said(pen.fill("item.condition", &[("condition", &words.text)])))
    }

    /// What a condition demands, in words.
    pub fn demand(&self, pen: &Pen<'_>, rule: &Slot<Condition>) -> Option<Words> {
        let rule = self.rules.get(rule)?;
        let lang = Lang::from_tag(pen.lang()).unwrap_or(Lang::Id);
        Some(pen.said(words::words(rule, &self.rules.questions, lang)))
    }
}
