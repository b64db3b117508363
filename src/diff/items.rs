//! What changed of the items of a service: what one brings and must be, the steps, the rows of the tariff, the cases of
//! the time, the ways to use it.

use serde_json::Value;

use super::Change;
use super::amounts::{Length, price, says_more, times};
use super::choice::choice;
use super::conditions::Differs;
use super::fields::Fields;
use super::pairs::pairs;
use super::tell::headed;
use super::versions::Versions;
use crate::diagnostic::{Message, say};
use crate::language::uncapitalised;
use crate::model::service::{
    CostRow, Criterion, OfferedAt, Requirement, ServiceChannel, Step, TimeCase,
};
use crate::model::shape::RecordShape;
use crate::resolve::cost::unit_key;
use crate::resolve::service::{Item, List, Role, Written};
use crate::rule::compile::Key;

/// What is said of items elsewhere: their conditions, their parts, what has a sentence of its own.
const SAID: [&str; 12] = [
    "id",
    "when",
    "must",
    "cannot_have",
    "items",
    "source_number",
    "min",
    "max",
    "unit",
    "amount",
    "confirmed",
    "exempt",
];

/// The items of one list of two versions.
pub struct Items<'v, 'a> {
    versions: &'v Versions<'a>,
    fields: &'v Fields<'v>,
    list: List,
    /// Items of both versions that are the same, by key.
    groups: Vec<(Key, Key)>,
    said: Vec<String>,
}

/// What changed of the items of a list.
pub fn changed(
    versions: &Versions<'_>,
    fields: &Fields<'_>,
    list: List,
    field: &'static str,
) -> Vec<Change> {
    let mut items = Items {
        versions,
        fields,
        list,
        groups: Vec::new(),
        said: Vec::new(),
    };
    let [old, new] = versions.services;
    let pairs = pairs(old, new, list);
    let groups = pairs
        .iter()
        .filter_map(|(before, now)| Some((before.as_ref()?.key, now.as_ref()?.key)));
    items.groups = groups.collect();
    for (before, now) in pairs {
        match (before, now) {
            (None, Some(item)) => items.alone(item, 1),
            (Some(item), None) => items.alone(item, 0),
            (Some(before), Some(now)) => items.both(before, now),
            (None, None) => {}
        }
    }
    let said = items.said.into_iter();
    said.map(|says| Change { field, says }).collect()
}

impl Items<'_, '_> {
    fn say(&mut self, message: &Message) {
        let says = self.versions.voice.say(message);
        self.said.push(says);
    }

    /// What one of the list is called in a sentence.
    fn one(&self, item: &Item<'_>) -> String {
        let words = match (self.list, item.role) {
            (_, Role::Paper) => ["berkas", "paper"],
            (List::Requirements, Role::Group) => ["kelompok syarat", "group of requirements"],
            (List::Requirements | List::Eligibility, _) => ["syarat", "requirement"],
            (List::Procedure, _) => ["langkah", "step"],
            (List::Time, _) => ["waktu", "time"],
            (List::Cost, _) => ["biaya", "cost"],
            (List::Channels, _) => ["cara memakai layanan", "way to use the service"],
            (List::Offices, _) => ["tempat layanan", "place that offers it"],
        };
        self.versions.voice.word(words)
    }

    /// The words of an item as they stand within a sentence.
    fn words(&self, item: &Item<'_>, side: usize) -> String {
        let (words, voice) = (self.versions.words[side], self.versions.voice);
        let said = item.words().or_else(|| item.otherwise()?.say.get());
        let said = said.map(|text| words.get(text).unwrap_or(text).value.trim().to_owned());
        match item.written {
            Written::Case(case) => {
                let time = Length::of_case(case).said(words, voice);
                let label = case
                    .label
                    .get()
                    .map(|text| words.get(text).unwrap_or(text).value.clone());
                [label, time]
                    .into_iter()
                    .flatten()
                    .collect::<Vec<_>>()
                    .join(": ")
            }
            Written::Price(row) => {
                let label = row
                    .label
                    .get()
                    .map(|text| words.get(text).unwrap_or(text).value.clone());
                let label = label.map(|label| within(&label));
                let parts = label.into_iter().chain([price(row, words, voice)]);
                parts.collect::<Vec<_>>().join(" ")
            }
            Written::Channel(_) => {
                let value = self.versions.data[side].pointer(&pointer(item));
                value.map(|value| self.way(value)).unwrap_or_default()
            }
            Written::Office(office) => self.versions.agency(side, office.agency.str()),
            _ => said.unwrap_or_else(|| item.path.clone()),
        }
    }

    /// A way to use the service: its kind, and where.
    fn way(&self, value: &Value) -> String {
        let text = |key: &str| value.get(key).and_then(Value::as_str);
        let kind = text("type").unwrap_or_default();
        let key = format!("way.{kind}");
        let words = self.versions.voice.language.words();
        let kind = words
            .find(&key)
            .map_or_else(|| self.choice(kind), str::to_owned);
        let place = text("location").or(text("url"));
        place.map_or_else(|| kind.clone(), |place| format!("{kind}, {place}"))
    }

    fn choice(&self, key: &str) -> String {
        use crate::model::service::ChannelType;
        let known = ChannelType::CHOICES.iter().find(|choice| choice.en == key);
        known.map_or_else(
            || key.to_owned(),
            |choice| self.versions.voice.word([choice.id, choice.en]),
        )
    }

    /// " jika KTP hilang"; nothing for what holds for everyone.
    fn only_if(&self, item: &Item<'_>, side: usize) -> String {
        let Some(rule) = &item.condition else {
            return String::new();
        };
        let said = self.versions.conditions.said(rule, side);
        self.versions.voice.say(&say!(" jika {said}", " if {said}"))
    }

    /// An item that only one version has.
    fn alone(&mut self, item: &Item<'_>, side: usize) {
        // Of a group its parts are said.
        if item.role == Role::Group {
            return;
        }
        let (words, only) = (self.words(item, side), self.only_if(item, side));
        let one = self.one(item);
        let capital = crate::language::capitalised(&one);
        let small = without_end(&within(&words)).to_owned();
        let words = without_end(&words);
        let message = match (item.role, side) {
            (Role::Paper, 1) => say!("Kini perlu: {small}{only}", "Now needed: {small}{only}"),
            (Role::Paper, _) => say!(
                "Tidak lagi perlu: {small}{only}",
                "No longer needed: {small}{only}"
            ),
            (_, 1) => say!("{capital} baru: {words}{only}", "New {one}: {words}{only}"),
            _ => say!(
                "{capital} dihapus: {words}{only}",
                "{capital} removed: {words}{only}"
            ),
        };
        self.say(&message);
    }

    fn both(&mut self, before: &Item<'_>, now: &Item<'_>) {
        self.became(before, now);
        let name = format!("{} “{}”", self.one(now), self.short(now));
        self.fields(before, now, &name);
        self.amount(before, now, &name);
        self.condition(before, now, &name);
        self.demand(before, now, &name);
    }

    /// The words of an item in a sentence about it.
    fn short(&self, item: &Item<'_>) -> String {
        let words = self.versions.words[1];
        let said = match item.written {
            Written::Channel(_) | Written::Office(_) => return self.words(item, 1),
            _ => item.words().or_else(|| item.otherwise()?.say.get()),
        };
        let said = said.map(|text| words.get(text).unwrap_or(text).value.clone());
        let said = said.unwrap_or_else(|| item.number.clone());
        let quoted = super::tell::quoted(&said);
        quoted.trim_matches(['“', '”']).to_owned()
    }

    /// A paper that became a criterion, or the other way round.
    fn became(&mut self, before: &Item<'_>, now: &Item<'_>) {
        let paper = |item: &Item<'_>| item.role == Role::Paper;
        if paper(before) == paper(now) || before.role == Role::Group || now.role == Role::Group {
            return;
        }
        let words = self.short(now);
        let message = match paper(now) {
            true => say!(
                "“{words}” kini dibawa, dulu syarat yang harus dipenuhi",
                "“{words}” is brought now and was a requirement to be met"
            ),
            false => say!(
                "“{words}” kini syarat yang harus dipenuhi, dulu dibawa",
                "“{words}” is a requirement to be met now and was brought"
            ),
        };
        self.say(&message);
    }

    /// The keys without a sentence of their own.
    fn fields(&mut self, before: &Item<'_>, now: &Item<'_>, name: &str) {
        let [old, new] = &self.versions.data;
        let (Some(old), Some(new)) = (old.pointer(&pointer(before)), new.pointer(&pointer(now)))
        else {
            return;
        };
        let main = ["label", "text"]
            .into_iter()
            .find(|key| old.get(key).is_some() && new.get(key).is_some());
        let mut but: Vec<&str> = SAID.to_vec();
        if self.list == List::Cost || self.list == List::Time {
            // What a number says the sentence beside it says too.
            let counted = |value: &Value| {
                ["amount", "max", "min"]
                    .iter()
                    .any(|key| value.get(key).is_some())
            };
            let is_told = counted(old) && counted(new) && amounts(old) != amounts(new);
            // Neither has a word for its own sake.
            let is_bare = counted(old)
                && counted(new)
                && text(old, "text").is_empty() != text(new, "text").is_empty();
            if (is_told || is_bare) && !says_more(old, new) {
                but.push("text");
            }
            but.retain(|key| *key != "exempt");
            if counted(old) || counted(new) {
                but.retain(|key| *key != "label");
            }
        }
        if let Some(main) = main.filter(|main| !but.contains(main)) {
            but.push(main);
            let texts = (text(old, main), text(new, main));
            if super::pairs::plain(texts.0) != super::pairs::plain(texts.1) {
                let says = self.versions.voice.change(texts.0, texts.1);
                self.said.push(headed(&self.one(now), &says));
            }
        }
        if let Some(says) = choice(self.versions, name, (old, new)) {
            but.extend(["any_of", "all_of"]);
            self.said.push(says);
        }
        let says = self
            .fields
            .record(Some(name), shape(self.list), (old, new), &but);
        self.said.extend(says);
    }

    /// What is paid or waited.
    fn amount(&mut self, before: &Item<'_>, now: &Item<'_>, name: &str) {
        let (voice, [of_old, of_new]) = (self.versions.voice, self.versions.words);
        let says = match (before.written, now.written) {
            (Written::Price(old), Written::Price(new)) => {
                let numbers =
                    |row: &CostRow| (row.amount.get().map(|one| one.value), row.amount.state());
                let unit = |row: &CostRow| unit_key(row.unit.get());
                let (was, is) = (price(old, of_old, voice), price(new, of_new, voice));
                let differs = numbers(old) != numbers(new) || unit(old) != unit(new);
                if differs && was == is {
                    self.unit(before, now, name);
                }
                (differs && was != is).then(|| format!("{was} → {is}"))
            }
            (Written::Case(old), Written::Case(new)) => {
                let (old, new) = (Length::of_case(old), Length::of_case(new));
                match old.is_counted() || new.is_counted() {
                    true => times((Some(old), of_old), (Some(new), of_new), voice),
                    false => None,
                }
            }
            _ => None,
        };
        if let Some(says) = says {
            let alone = self.list == List::Cost
                && self
                    .versions
                    .services
                    .iter()
                    .all(|one| one.list(List::Cost).count() == 1);
            let head = if alone {
                self.one(now)
            } else {
                name.to_owned()
            };
            self.said.push(headed(&head, &says));
        }
    }

    /// Per what one pays, of a row whose price does not say it.
    fn unit(&mut self, before: &Item<'_>, now: &Item<'_>, name: &str) {
        let Some(field) = CostRow::SHAPE.find("unit") else {
            return;
        };
        let unit = |side: usize, item: &Item<'_>| {
            let row = self.versions.data[side].pointer(&pointer(item))?;
            row.get("unit").cloned()
        };
        let (old, new) = (unit(0, before), unit(1, now));
        let says = self
            .fields
            .field(Some(name), field, (old.as_ref(), new.as_ref()));
        self.said.extend(says);
    }

    /// For whom it holds.
    fn condition(&mut self, before: &Item<'_>, now: &Item<'_>, name: &str) {
        // In the same group its own condition is told, else that of its groups too.
        let same_group = match (before.group, now.group) {
            (None, None) => true,
            (Some(old), Some(new)) => self.groups.contains(&(old, new)),
            _ => false,
        };
        let rule = |item: &Item<'_>| match same_group {
            true => item.when.clone(),
            false => item.condition.clone(),
        };
        let (old, new) = (rule(before), rule(now));
        let conditions = &self.versions.conditions;
        let differs = conditions.compare(old.as_ref(), new.as_ref());
        let name = crate::language::capitalised(name);
        let paper = now.role == Role::Paper;
        let words = within(&self.short(now));
        let words = without_end(&words);
        match differs {
            Differs::No => {}
            Differs::For(gained, lost) => {
                if let Some(gained) = gained {
                    self.say(&match paper {
                        true => say!(
                            "Kini perlu: {words} jika {gained}",
                            "Now needed: {words} if {gained}"
                        ),
                        false => say!(
                            "{name}: kini juga jika {gained}",
                            "{name}: now also if {gained}"
                        ),
                    });
                }
                if let Some(lost) = lost {
                    self.say(&match paper {
                        true => say!(
                            "Tidak lagi perlu: {words} jika {lost}",
                            "No longer needed: {words} if {lost}"
                        ),
                        false => say!(
                            "{name}: tidak lagi jika {lost}",
                            "{name}: no longer if {lost}"
                        ),
                    });
                }
            }
            Differs::Whole(was, is) => {
                let said = |said: Option<String>| match said {
                    Some(said) => say!("jika {said}", "if {said}"),
                    None => say!("untuk semua", "for everyone"),
                };
                let (was, is) = (said(was), said(is));
                let ((was, is), (was_en, is_en)) = ((was.id, is.id), (was.en, is.en));
                self.say(&say!(
                    "{name}: dulu {was}; kini {is}",
                    "{name}: was {was_en}; is now {is_en}"
                ));
            }
        }
    }

    /// What a criterion demands.
    fn demand(&mut self, before: &Item<'_>, now: &Item<'_>, name: &str) {
        let conditions = &self.versions.conditions;
        let (was, is) = match (&before.must, &now.must) {
            (Some(old), Some(new)) if conditions.same(Some(old), Some(new)) => return,
            (None, None) => return,
            (was, is) => (
                was.as_ref().map(|rule| conditions.said(rule, 0)),
                is.as_ref().map(|rule| conditions.said(rule, 1)),
            ),
        };
        let name = crate::language::capitalised(name);
        let none = say!("tidak diperiksa", "not checked");
        let or_none = |said: Option<String>| match said {
            Some(said) => Message {
                id: said.clone(),
                en: said,
            },
            None => none.clone(),
        };
        let (was, is) = (or_none(was), or_none(is));
        let ((was, is), (was_en, is_en)) = ((was.id, is.id), (was.en, is.en));
        self.say(&say!(
            "{name}: dulu {was}; kini {is}",
            "{name}: was {was_en}; is now {is_en}"
        ));
    }
}

/// A text as it stands after a colon: small, unless its first words are a name.
pub fn within(text: &str) -> String {
    let second = text.split_whitespace().nth(1).unwrap_or_default();
    let mut letters = second.chars();
    let is_name = letters.next().is_some_and(char::is_uppercase) && letters.any(char::is_lowercase);
    match is_name {
        true => text.to_owned(),
        false => uncapitalised(text),
    }
}

/// The words of a sentence that goes on behind them.
fn without_end(text: &str) -> &str {
    text.trim_end_matches(['.', ' '])
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn amounts(value: &Value) -> [Option<&Value>; 4] {
    ["amount", "min", "max", "unit"].map(|key| value.get(key))
}

/// Where the data of an item stands.
fn pointer(item: &Item<'_>) -> String {
    let places = item
        .number
        .split('.')
        .filter_map(|part| part.parse::<usize>().ok());
    let places: Vec<String> = places.map(|place| (place - 1).to_string()).collect();
    let list = match item.list {
        List::Time => "time/cases",
        other => other.key(),
    };
    format!("/{list}/{}", places.join("/items/"))
}

/// What is declared of the items of a list.
fn shape(list: List) -> &'static RecordShape {
    match list {
        List::Requirements => &Requirement::SHAPE,
        List::Eligibility => &Criterion::SHAPE,
        List::Procedure => &Step::SHAPE,
        List::Time => &TimeCase::SHAPE,
        List::Cost => &CostRow::SHAPE,
        List::Channels => &ServiceChannel::SHAPE,
        List::Offices => &OfferedAt::SHAPE,
    }
}
