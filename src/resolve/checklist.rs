//! The checklist of a service: its rules gathered by the paths of the page, and compiled.

use super::rules::Rules;
use crate::diagnostic::Sink;
use crate::model::service::{Otherwise, OtherwiseKind, Requirement, ServiceDocument};
use crate::model::{Slot, values};
use crate::rule::check::Rule;
use crate::rule::compile::{self, Checklist, Kind};
use crate::rule::domain::Domains;

/// The rules of a service by the paths of its page: `requirements.2.1`, `cost.1`, `eligibility.1`.
///
/// A part of a group has the group's condition besides its own; a criterion in a group binds only those whom the
/// group concerns.
pub fn gather(service: &ServiceDocument, rules: &Rules) -> compile::Rules {
    let mut all = Gathered {
        rules,
        found: compile::Rules::default(),
    };
    all.requirements(service.requirements.items(), "requirements", None);
    for (index, criterion) in service.eligibility.items().iter().enumerate() {
        if let Some(must) = rules.get(&criterion.must) {
            let path = format!("eligibility.{}", index + 1);
            let kind = kind(&criterion.otherwise);
            all.found.criteria.push((path, must.clone(), kind));
        }
    }
    for (index, step) in service.procedure.items().iter().enumerate() {
        all.item(format!("procedure.{}", index + 1), &step.when);
    }
    let time = service.time.get();
    let cases = time.map_or(&[][..], |time| time.cases.items());
    for (index, case) in cases.iter().enumerate() {
        all.item(format!("time.{}", index + 1), &case.when);
    }
    let rows = service.cost.get().map_or(&[][..], |table| &table.0);
    for (index, row) in rows.iter().enumerate() {
        all.item(format!("cost.{}", index + 1), &row.when);
    }
    let cases = service.unsettled.items().iter();
    all.found.unsettled = cases
        .filter_map(|case| rules.get(&case.when))
        .cloned()
        .collect();
    all.found
}

/// Compiles gathered rules. `None` where the service asks nothing, or its rules are too intertwined, which is reported.
pub fn compile(rules: &Rules, gathered: &compile::Rules, sink: &mut Sink) -> Option<Checklist> {
    if rules.questions.list.is_empty() {
        return None;
    }
    let domains = Domains::of(&rules.questions, gathered.each(), sink)?;
    Checklist::compile(domains, gathered, sink)
}

struct Gathered<'a> {
    rules: &'a Rules,
    found: compile::Rules,
}

impl Gathered<'_> {
    fn requirements(&mut self, list: &[Requirement], parent: &str, outer: Option<&Rule>) {
        for (index, requirement) in list.iter().enumerate() {
            let path = format!("{parent}.{}", index + 1);
            let own = self.rules.get(&requirement.when).cloned();
            let when = match (outer.cloned(), own) {
                (Some(outer), Some(own)) => {
                    let span = own.span;
                    Some(Rule::all(vec![outer, own], span))
                }
                (outer, own) => outer.or(own),
            };
            if let Some(must) = self.rules.get(&requirement.must).cloned() {
                let must = match when.clone() {
                    Some(when) => must.only_when(when),
                    None => must,
                };
                let kind = kind(&requirement.otherwise);
                self.found.criteria.push((path.clone(), must, kind));
            } else if let Some(when) = &when {
                self.found.items.push((path.clone(), when.clone()));
            }
            self.requirements(requirement.items.items(), &path, when.as_ref());
        }
    }

    fn item(&mut self, path: String, when: &Slot<values::Condition>) {
        if let Some(rule) = self.rules.get(when) {
            self.found.items.push((path, rule.clone()));
        }
    }
}

fn kind(otherwise: &Slot<Otherwise>) -> Kind {
    let kind = otherwise.get().and_then(|otherwise| otherwise.kind.get());
    match kind {
        Some(OtherwiseKind::DoFirst) => Kind::DoFirst,
        Some(OtherwiseKind::NotNeeded) => Kind::NotNeeded,
        Some(OtherwiseKind::NotEligible) | None => Kind::NotEligible,
    }
}
