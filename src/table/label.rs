//! What the cells of the table say.

use std::collections::BTreeMap;

use crate::diagnostic::Lang;
use crate::language::Language;
use crate::model::service::{CostRow, Requirement, RequirementKind, ServiceDocument};
use crate::model::{Slot, Text};
use crate::parse::dictionary::Dictionary;

/// The words of a service's items by path, and which of them every citizen needs.
#[derive(Debug)]
pub struct Labels<'a> {
    translated: &'a Dictionary,
    words: BTreeMap<String, String>,
    /// Papers without groups and criteria, in the order of the file.
    pub papers: Vec<String>,
    /// Rows of the tariff.
    pub cost: Vec<String>,
    /// Cases of the time; the whole time stands for all where there are none.
    pub time: Vec<String>,
    /// The time given without a case, or that the agency is known to state none.
    pub whole_time: Option<String>,
    /// That the agency is known to state no cost, if so.
    pub missing_cost: Option<String>,
    /// The notices.
    pub notices: Vec<String>,
}

impl<'a> Labels<'a> {
    /// The words of a service, translated where they are.
    pub fn new(service: &ServiceDocument, translated: &'a Dictionary, lang: Lang) -> Self {
        let value = |text: &Text| value(text, translated);
        let mut labels = Self {
            translated,
            words: BTreeMap::new(),
            papers: Vec::new(),
            cost: Vec::new(),
            time: Vec::new(),
            whole_time: match &service.time {
                Slot::Missing(_) => Some(not_stated(lang)),
                time => time.get().and_then(|time| time.text.get()).map(value),
            },
            missing_cost: matches!(service.cost, Slot::Missing(_)).then(|| not_stated(lang)),
            notices: service
                .unsettled
                .items()
                .iter()
                .map(|case| case.say.get().map(value).unwrap_or_default())
                .collect(),
        };
        labels.requirements(service.requirements.items(), "");
        for (index, criterion) in service.eligibility.items().iter().enumerate() {
            let otherwise = criterion.otherwise.get();
            let said = otherwise.and_then(|otherwise| otherwise.say.get());
            let words = criterion.label.get().or(criterion.text.get()).or(said);
            let path = format!("eligibility.{}", index + 1);
            let words = words.map_or_else(|| path.clone(), value);
            labels.words.insert(path, words);
        }
        let rows = service.cost.get().map_or(&[][..], |table| &table.0);
        for (index, row) in rows.iter().enumerate() {
            let path = format!("cost.{}", index + 1);
            labels
                .words
                .insert(path.clone(), cost(row, translated, lang));
            labels.cost.push(path);
        }
        let time = service.time.get();
        let cases = time.map_or(&[][..], |time| time.cases.items());
        for (index, case) in cases.iter().enumerate() {
            let path = format!("time.{}", index + 1);
            let words = case.text.get().or(case.label.get()).map(value);
            labels.words.insert(path.clone(), words.unwrap_or_default());
            labels.time.push(path);
        }
        labels
    }

    /// The words at a path.
    pub fn get(&self, path: &str) -> String {
        self.words
            .get(path)
            .cloned()
            .unwrap_or_else(|| path.to_owned())
    }

    fn requirements(&mut self, list: &[Requirement], prefix: &str) {
        for (index, requirement) in list.iter().enumerate() {
            let number = format!("{prefix}{}", index + 1);
            let path = format!("requirements.{number}");
            let words = requirement.label.get().or(requirement.text.get());
            let words = words.map(|text| value(text, self.translated));
            let words = words.unwrap_or_default();
            self.words
                .insert(path.clone(), format!("{number}. {words}"));
            let parts = requirement.items.items();
            if parts.is_empty() && is_brought(requirement) {
                self.papers.push(path);
            }
            self.requirements(parts, &format!("{number}."));
        }
    }
}

fn is_brought(requirement: &Requirement) -> bool {
    let kind = requirement.kind.get();
    requirement.must.get().is_none()
        && kind.is_none_or(|kind| matches!(kind, RequirementKind::Document | RequirementKind::Form))
}

/// What stands for a value that the agency is known not to have.
fn not_stated(lang: Lang) -> String {
    match lang {
        Lang::Id => "dinas belum mencantumkan".to_owned(),
        Lang::En => "not stated by the agency".to_owned(),
    }
}

fn value(text: &Text, words: &Dictionary) -> String {
    words.get(text).unwrap_or(text).value.clone()
}

fn cost(row: &CostRow, words: &Dictionary, lang: Lang) -> String {
    let amount = match (&row.amount, lang) {
        (Slot::Given(amount), Lang::Id) if amount.value == 0 => "gratis".to_owned(),
        (Slot::Given(amount), Lang::En) if amount.value == 0 => "free".to_owned(),
        (Slot::Given(amount), _) => {
            let unit = row.unit.get().map(|unit| value(unit, words));
            Language::spoken(lang).price(amount.value, unit.as_deref())
        }
        _ => row
            .text
            .get()
            .map(|text| value(text, words))
            .unwrap_or_default(),
    };
    match row.label.get() {
        Some(label) => format!("{}: {amount}", value(label, words)),
        None => amount,
    }
}
