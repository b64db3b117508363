//! What the cells of the table say.

use crate::diagnostic::Lang;
use crate::language::Language;
use crate::model::service::TimeUnit;
use crate::model::{Integer, Slot, Text};
use crate::parse::dictionary::Dictionary;
use crate::resolve::cost::{Amount, Sum, Wording};
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

    /// What is paid, and of what it is made; the sentences of rows that state no amount stand by themselves.
    pub fn cost(&self, sum: &Sum) -> Vec<String> {
        let of = |text: &Text| value(text, self.translated);
        let said = sum.say(Wording {
            language: Language::spoken(self.lang),
            of: &of,
        });
        let said = match (said, sum.label()) {
            (Some(said), Some(label)) => Some(format!("{}: {said}", of(label))),
            (said, _) => said,
        };
        let sentences: Vec<String> = sum.sentences().map(of).collect();
        let said = said.filter(|said| !sentences.contains(said));
        said.into_iter().chain(sentences).collect()
    }

    /// What is paid, as numbers, and for each of what, in the words of this language.
    pub fn amounts(&self, sum: &Sum) -> Vec<(Amount, Option<String>)> {
        let amounts = sum.amounts().into_iter();
        amounts
            .map(|amount| {
                let unit = amount.unit.as_ref();
                let unit = unit.map(|unit| value(unit, self.translated));
                (amount, unit)
            })
            .collect()
    }

    /// The words of an item.
    pub fn of(&self, item: &Item<'_>) -> String {
        let said = |text: Option<&Text>| text.map(|text| value(text, self.translated));
        match item.written {
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
            _ => {
                let words = said(item.words()).unwrap_or_default();
                format!("{}. {words}", item.number)
            }
        }
    }
}

/// What stands for a value that the agency is known not to have.
fn not_stated(lang: Lang) -> String {
    match lang {
        Lang::Id => "instansi belum mencantumkan".to_owned(),
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
