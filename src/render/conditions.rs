//! Conditions in words, and the compiled checklist behind them.

use super::pen::Pen;
use super::view::Words;
use crate::diagnostic::Sink;
use crate::model::Slot;
use crate::model::service::ServiceDocument;
use crate::model::values::Condition;
use crate::parse::dictionary::Dictionary;
use crate::resolve::checklist;
use crate::resolve::rules::Rules;
use crate::rule::check::Questions;
use crate::rule::compile::Checklist;
use crate::rule::words;

/// The rules of a service, ready to be put into words and into a checklist.
#[derive(Debug)]
pub struct Conditions {
    rules: Rules,
    checklist: Option<Checklist>,
}

impl Conditions {
    /// The rules of a sound service, in the words of a translation.
    pub fn of(service: &ServiceDocument, words: Option<&Dictionary>) -> Self {
        // The gate has seen every finding already.
        let mut seen = Sink::default();
        let mut rules = Rules::of(service, &mut seen);
        let gathered = checklist::gather(service, &rules);
        let checklist = checklist::compile(&rules, &gathered, &mut seen);
        if let Some(words) = words {
            rules.speak(service, words);
        }
        Self { rules, checklist }
    }

    /// The checklist with its questions; `None` where the service asks nothing.
    pub fn checklist(&self) -> Option<(&Checklist, &Questions)> {
        let checklist = self.checklist.as_ref()?;
        Some((checklist, &self.rules.questions))
    }

    /// Which states the item at a path has: those of an `item` or of a `criterion`; `None` where nothing decides it.
    pub fn states(&self, path: &str) -> Option<&'static str> {
        let checklist = self.checklist.as_ref()?;
        let is_item = checklist.items.iter().any(|(own, _)| own == path);
        let is_criterion = checklist.criteria.iter().any(|(own, ..)| own == path);
        match (is_criterion, is_item) {
            (true, _) => Some("criterion"),
            (_, true) => Some("item"),
            _ => None,
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
        let words = words::words(rule, &self.rules.questions, pen.language());
        Some(pen.said(words))
    }
}
