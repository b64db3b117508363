//! What the cells of the table say.

use crate::diagnostic::Lang;
use crate::language::Language;
use crate::model::service::{CostRow, TimeUnit};
use crate::model::{Integer, Slot, Text};
use crate::parse::dictionary::Dictionary;
use crate::resolve::service::{Item, Service, Written};

/// The words of a service for its table.
#[derive(Debug)]
pub struct Labels<'a> {
    translated: &'a Dictionary,
    lang: Lang,
    /// The time given without a case, or that the agency is known to state none.
    pub whole_time: Option<String>,
    /// That the agency is known to state no cost, if so.
    pub missing_cost: Option<String>,
    /// The notices.
    pub notices: Vec<String>,
}

impl<'a> Labels<'a> {
    /// The words of a service, translated where they are.
    pub fn new(service: &Service<'_>, translated: &'a Dictionary, lang: Lang) -> Self {
        let value = |text: &Text| value(text, translated);
        let document = service.document;
        let notices = service.unsettled.iter();
        let notices = notices.map(|case| case.written.say.get().map(value));
        Self {
            translated,
            lang,
            whole_time: match &document.time {
                Slot::Missing(_) => Some(not_stated(lang)),
                time => time.get().and_then(|time| {
                    let numbers = (&time.min, &time.max, &time.unit);
                    duration(&time.text, numbers, translated, lang)
                }),
            },
            missing_cost: matches!(document.cost, Slot::Missing(_)).then(|| not_stated(lang)),
            notices: notices.map(Option::unwrap_or_default).collect(),
        }
    }

    /// The words of an item.
    pub fn of(&self, item: &Item<'_>) -> String {
        let said = |text: Option<&Text>| text.map(|text| value(text, self.translated));
        match item.written {
            Written::Price(row) => cost(row, self.translated, self.lang),
            Written::Case(case) => {
                let numbers = (&case.min, &case.max, &case.unit);
                duration(&case.text, numbers, self.translated, self.lang)
                    .or_else(|| said(case.label.get()))
                    .unwrap_or_default()
            }
            Written::Criterion(_) => {
                let otherwise = item.otherwise();
                let say = || otherwise.and_then(|otherwise| otherwise.say.get());
                said(item.words().or_else(say)).unwrap_or_else(|| item.path.clone())
            }
            Written::Requirement(_) | Written::Step(_) => {
                let words = said(item.words()).unwrap_or_default();
                format!("{}. {words}", item.number)
            }
        }
    }
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

/// A time as it is written, else its numbers in words.
fn duration(
    text: &Slot<Text>,
    (min, max, unit): (&Slot<Integer>, &Slot<Integer>, &Slot<TimeUnit>),
    words: &Dictionary,
    lang: Lang,
) -> Option<String> {
    if let Some(text) = text.get() {
        return Some(value(text, words));
    }
    let [min, max] = [min, max].map(|slot| slot.get().map(|count| count.value));
    Language::spoken(lang).time(min, max, unit.get()?.key())
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
