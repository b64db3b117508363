//! Tests that the program writes from the rules, for somebody to confirm.

use super::coverage::ready::{Ready, Standing, Tried};
use super::coverage::way;
use super::staff_tests::Tested;
use crate::diagnostic::Lang;
use crate::resolve::service::Service;
use crate::rule::diagram::{Diagrams, Function};

/// Writes tests of a service.
#[derive(Debug)]
pub struct Drafter<'a> {
    tested: Tested<'a>,
}

impl<'a> Drafter<'a> {
    /// Of a service whose rules are compiled.
    pub fn of(service: &'a Service<'a>) -> Option<Self> {
        let checklist = service.checklist.as_ref()?;
        Some(Self {
            tested: Tested { service, checklist },
        })
    }

    /// Whether a test that is there gives answers for which a function holds, whatever it leaves open.
    pub fn is_tried(&self, function: Function, diagrams: &Diagrams) -> bool {
        let mut tests = self.tested.service.document.tests.items().iter();
        tests.any(|test| diagrams.forced(function, &self.tested.answers(test)))
    }

    /// A test by somebody for whom a function holds, as the lines of an item, marked as a draft.
    pub fn test(&self, function: Function, diagrams: &Diagrams, lang: Lang) -> Vec<String> {
        let answers = way(function, diagrams, &self.tested.checklist.domains);
        let verdict = self.tested.checklist.verdict(&answers);
        let tried = Tried::by(self.tested.service, verdict);
        let ready = Ready::new(&self.tested, &answers, None, tried);
        ready.lines(lang, Standing::Draft)
    }
}
