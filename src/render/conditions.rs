//! Conditions in words.

use super::pen::Pen;
use super::view::Words;
use crate::model::Slot;
use crate::model::service::ServiceDocument;
use crate::model::values::Condition;

/// The rules of a service, ready to be put into words.
#[derive(Debug)]
pub struct Conditions<'a> {
    service: &'a ServiceDocument,
}

impl<'a> Conditions<'a> {
    /// The rules of a service.
    pub fn of(service: &'a ServiceDocument) -> Self {
        Self { service }
    }

    /// "Hanya jika: …" for an item with a condition.
    pub fn only_if(&self, pen: &Pen<'_>, when: &Slot<Condition>) -> Option<Words> {
        let words = self.demand(pen, when)?;
        Some(pen.said(pen.fill("item.condition", &[("condition", &words.text)])))
    }

    /// What a condition demands, in words.
    pub fn demand(&self, pen: &Pen<'_>, rule: &Slot<Condition>) -> Option<Words> {
        let _ = (pen, rule, self.service);
        None
    }
}
