//! What the rules of a service mean: the mistakes in them, and whether the tests of staff come out.

use std::collections::BTreeMap;

use crate::analyze::coverage;
use crate::analyze::staff_tests::Tested;
use crate::analyze::texts;
use crate::diagnostic::Sink;
use crate::model::Slot;
use crate::model::service::{CostRow, Requirement, ServiceDocument, Time, TimeCase};
use crate::model::values::Condition;
use crate::resolve::checklist;
use crate::resolve::rules::Rules;
use crate::rule::analyse::{self, Inferred, Paper, Rest, Subject, Table};
use crate::rule::check::Rule;
use crate::rule::compile::Rules as Gathered;
use crate::span::Span;

/// Reports what is wrong with rules that are understood.
pub fn check(service: &ServiceDocument, rules: &Rules, sink: &mut Sink) {
    if rules.questions.list.is_empty() {
        return;
    }
    let gathered = checklist::gather(service, rules);
    if let Some(checklist) = checklist::compile(rules, &gathered, sink) {
        let tested = Tested {
            service,
            rules,
            checklist: &checklist,
        };
        tested.run(sink);
        coverage::check(&tested, &gathered, sink);
    }
    let mut subject = Subject {
        papers: Vec::new(),
        tables: tables(service, rules),
        inferred: inferred(service, &gathered),
        rules: gathered,
    };
    papers(
        service.requirements.items(),
        rules,
        "requirements",
        &mut subject,
    );
    analyse::analyse(&subject, &rules.questions, sink);
}

/// The papers that some people cannot have, each with its whole condition.
fn papers(list: &[Requirement], rules: &Rules, parent: &str, subject: &mut Subject) {
    for (index, requirement) in list.iter().enumerate() {
        let path = format!("{parent}.{}", index + 1);
        if let Some(cannot_have) = rules.get(&requirement.cannot_have) {
            let name = requirement.label.get().or(requirement.text.get());
            let when = subject.rules.items.iter().find(|(known, _)| *known == path);
            let text = requirement.text.str();
            let reads = cannot_have.reads();
            subject.papers.push(Paper {
                path: path.clone(),
                other_reason: texts::names_other_reason(text, &rules.questions, &reads),
                explained: requirement.interpretation.get().is_some(),
                name: name.map(|name| name.value.clone()).unwrap_or_default(),
                when: when.map(|(_, rule)| rule.clone()),
                own: rules.get(&requirement.when).cloned(),
                cannot_have: cannot_have.clone(),
            });
        }
        papers(requirement.items.items(), rules, &path, subject);
    }
}

/// What an editor inferred and nobody confirmed, by the criteria that rest on it.
fn inferred(service: &ServiceDocument, gathered: &Gathered) -> Vec<Inferred> {
    let mut notes: BTreeMap<String, Span> = BTreeMap::new();
    inferred_requirements(service.requirements.items(), "requirements", &mut notes);
    for (index, criterion) in service.eligibility.items().iter().enumerate() {
        if let (Some(note), None) = (criterion.interpretation.get(), criterion.confirmed.get()) {
            notes.insert(format!("eligibility.{}", index + 1), note.span);
        }
    }
    let criteria = gathered.criteria.iter();
    criteria
        .filter_map(|(path, must, kind)| {
            Some(Inferred {
                must: must.clone(),
                kind: *kind,
                span: *notes.get(path)?,
            })
        })
        .collect()
}

fn inferred_requirements(list: &[Requirement], parent: &str, notes: &mut BTreeMap<String, Span>) {
    for (index, requirement) in list.iter().enumerate() {
        let path = format!("{parent}.{}", index + 1);
        inferred_requirements(requirement.items.items(), &path, notes);
        if let (Some(note), None) = (
            requirement.interpretation.get(),
            requirement.confirmed.get(),
        ) {
            notes.insert(path, note.span);
        }
    }
}

/// The rows of the tariff and the cases of time, of which exactly one should hold.
fn tables(service: &ServiceDocument, rules: &Rules) -> Vec<Table> {
    let rows = service.cost.get().map_or(&[][..], |table| &table.0);
    let plain = rows.iter().any(|row: &CostRow| row.when.is_absent());
    let cost = table(rows.iter().map(|row| &row.when), rules, plain);
    let time = service.time.get();
    let cases = time.map_or(&[][..], |time| time.cases.items());
    let plain = cases.iter().any(|case: &TimeCase| case.when.is_absent());
    let whole = plain || time.is_some_and(has_whole);
    let time = table(cases.iter().map(|case| &case.when), rules, whole);
    cost.into_iter().chain(time).collect()
}

fn has_whole(time: &Time) -> bool {
    time.text.get().is_some() || time.max.get().is_some()
}

fn table<'a>(
    conditions: impl Iterator<Item = &'a Slot<Condition>>,
    rules: &Rules,
    given: bool,
) -> Option<Table> {
    let rows: Vec<Rule> = conditions
        .filter_map(|when| rules.get(when))
        .cloned()
        .collect();
    let span = rows.first()?.span;
    let rest = if given { Rest::Given } else { Rest::Nothing };
    Some(Table { span, rows, rest })
}
