//! The lists of a document as items, with their conditions read and checked.

use super::item::{Item, List, Role, States, Unsettled, Written, role_of};
use crate::diagnostic::Sink;
use crate::model::service::{Requirement, ServiceDocument};
use crate::model::{Id, Slot, values};
use crate::resolve::conditions;
use crate::rule::check::{Questions, Rule};
use crate::rule::compile::{Checklist, Key, Rules};

/// Every item of a service, in the order of the file.
pub(super) fn items<'a>(
    service: &'a ServiceDocument,
    questions: &Questions,
    sink: &mut Sink,
) -> Vec<Item<'a>> {
    let mut all = Items {
        questions,
        sink,
        made: Vec::new(),
    };
    all.requirements(service.requirements.listed(), None);
    for (index, one) in service.eligibility.items().iter().enumerate() {
        let key = all.item(List::Eligibility, index, Written::Criterion(one), &one.id);
        let must = all.rule(&one.must);
        all.made[key].must = must;
    }
    for (index, one) in service.procedure.items().iter().enumerate() {
        let key = all.item(List::Procedure, index, Written::Step(one), &one.id);
        all.when(key, &one.when);
    }
    let time = service.time.get();
    let cases = time.map_or(&[][..], |time| time.cases.items());
    for (index, one) in cases.iter().enumerate() {
        let key = all.item(List::Time, index, Written::Case(one), &one.id);
        all.when(key, &one.when);
    }
    let rows = service.cost.get().map_or(&[][..], |table| &table.0);
    for (index, one) in rows.iter().enumerate() {
        let key = all.item(List::Cost, index, Written::Price(one), &one.id);
        all.when(key, &one.when);
    }
    for (index, one) in service.channels.items().iter().enumerate() {
        let key = all.item(List::Channels, index, Written::Channel(one), &Slot::Absent);
        all.when(key, &one.when);
    }
    for (index, one) in service.offered_at.items().iter().enumerate() {
        let key = all.item(List::Offices, index, Written::Office(one), &Slot::Absent);
        all.when(key, &one.when);
    }
    all.made
}

/// The silences of the text.
pub(super) fn unsettled<'a>(
    service: &'a ServiceDocument,
    questions: &Questions,
    sink: &mut Sink,
) -> Vec<Unsettled<'a>> {
    let cases = service.unsettled.items().iter();
    cases
        .map(|written| Unsettled {
            when: conditions::rule(&written.when, questions, sink),
            written,
        })
        .collect()
}

/// What is compiled. A part of a group has the group's condition besides its own; a criterion in a group binds only
/// those whom the group concerns.
pub(super) fn rules(items: &[Item<'_>], unsettled: &[Unsettled<'_>]) -> Rules {
    let mut rules = Rules::default();
    for item in items {
        match (item.must.clone(), item.condition.clone()) {
            (Some(must), Some(when)) => {
                rules.concerned.push((item.key, when.clone()));
                let must = must.only_when(when);
                rules.criteria.push((item.key, must, item.kind()));
            }
            (Some(must), None) => rules.criteria.push((item.key, must, item.kind())),
            (None, Some(when)) => rules.items.push((item.key, when)),
            (None, None) => {}
        }
    }
    rules.unsettled = unsettled
        .iter()
        .filter_map(|case| case.when.clone())
        .collect();
    rules
}

/// Says of each item what decides it.
pub(super) fn decide(items: &mut [Item<'_>], checklist: &Checklist) {
    for (key, condition) in &checklist.items {
        items[*key].states = Some(States::Item(*condition));
    }
    for (key, condition, _) in &checklist.criteria {
        items[*key].states = Some(States::Criterion(*condition));
    }
}

struct Items<'a, 'q> {
    questions: &'q Questions,
    sink: &'q mut Sink,
    made: Vec<Item<'a>>,
}

impl<'a> Items<'a, '_> {
    /// Requirements and, after each, its parts.
    fn requirements(&mut self, list: &'a [Requirement], group: Option<Key>) {
        for (index, one) in list.iter().enumerate() {
            let written = Written::Requirement(one);
            let key = self.item(List::Requirements, index, written, &one.id);
            if let Some(group) = group {
                self.join(key, group);
            }
            self.when(key, &one.when);
            let must = self.rule(&one.must);
            let cannot_have = self.rule(&one.cannot_have);
            let item = &mut self.made[key];
            item.role = role_of(one);
            item.cannot_have = cannot_have;
            item.must = must;
            self.requirements(one.items.items(), Some(key));
        }
    }

    /// Adds an item that holds for everyone and demands nothing.
    fn item(&mut self, list: List, index: usize, written: Written<'a>, id: &'a Slot<Id>) -> Key {
        let number = (index + 1).to_string();
        let key = self.made.len();
        self.made.push(Item {
            key,
            list,
            id: id.get().map(|id| id.value.as_str()),
            path: format!("{}.{number}", list.key()),
            number,
            role: match list {
                List::Requirements => Role::Paper,
                List::Eligibility => Role::Criterion,
                List::Procedure => Role::Step,
                List::Time => Role::Case,
                List::Cost => Role::Price,
                List::Channels => Role::Channel,
                List::Offices => Role::Office,
            },
            group: None,
            parts: Vec::new(),
            when: None,
            condition: None,
            must: None,
            cannot_have: None,
            states: None,
            written,
        });
        key
    }

    /// Makes an item a part of a group: numbered below it, and under its condition.
    fn join(&mut self, key: Key, group: Key) {
        let outer = &mut self.made[group];
        outer.parts.push(key);
        let (number, condition) = (outer.number.clone(), outer.condition.clone());
        let item = &mut self.made[key];
        item.group = Some(group);
        item.number = format!("{number}.{}", item.number);
        item.path = format!("{}.{}", item.list.key(), item.number);
        item.condition = condition;
    }

    /// Puts an item under its own condition, beside that of its group.
    fn when(&mut self, key: Key, when: &Slot<values::Condition>) {
        let own = self.rule(when);
        let item = &mut self.made[key];
        item.condition = match (item.condition.take(), own.clone()) {
            (Some(outer), Some(own)) => {
                let span = own.span;
                Some(Rule::all(vec![outer, own], span))
            }
            (outer, own) => outer.or(own),
        };
        item.when = own;
    }

    fn rule(&mut self, condition: &Slot<values::Condition>) -> Option<Rule> {
        conditions::rule(condition, self.questions, self.sink)
    }
}
