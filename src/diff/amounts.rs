//! Times and prices that differ, as short as people say them: "4 → 3 hari kerja".

use serde_json::Value;

use super::pairs::plain;
use super::tell::Voice;
use crate::diagnostic::Lang;
use crate::language::{Language, uncapitalised};
use crate::model::service::{CostRow, Time, TimeCase, TimePhase, TimeUnit};
use crate::model::{Integer, Slot, Text};
use crate::parse::dictionary::Dictionary;

/// A length of time as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Length<'a> {
    min: Option<i64>,
    max: Option<i64>,
    /// Whether it is exactly so long: the least that it takes is the most.
    is_exact: bool,
    unit: Option<TimeUnit>,
    text: Option<&'a Text>,
}

impl<'a> Length<'a> {
    fn new([min, max]: [&Slot<Integer>; 2], unit: &Slot<TimeUnit>, text: &'a Slot<Text>) -> Self {
        let count = |slot: &Slot<Integer>| slot.get().map(|count| count.value);
        let is_exact = count(min).is_some() && count(min) == count(max);
        Self {
            min: count(min).filter(|_| !is_exact),
            max: count(max),
            is_exact,
            unit: unit.get().copied(),
            text: text.get(),
        }
    }

    /// That of the whole service.
    pub fn of(time: &'a Time) -> Self {
        Self::new([&time.min, &time.max], &time.unit, &time.text)
    }

    /// That of a case.
    pub fn of_case(case: &'a TimeCase) -> Self {
        Self::new([&case.min, &case.max], &case.unit, &case.text)
    }

    /// That of a phase.
    pub fn of_phase(phase: &'a TimePhase) -> Self {
        Self::new([&phase.min, &phase.max], &phase.unit, &phase.text)
    }

    /// Whether it has numbers.
    pub fn is_counted(self) -> bool {
        self.counted().is_some()
    }

    /// Its numbers, where it has any.
    fn counted(self) -> Option<(Option<i64>, Option<i64>, TimeUnit)> {
        let some = self.min.or(self.max).is_some();
        some.then_some((self.min, self.max, self.unit?))
    }

    /// Its numbers as the page says them: "paling lama 3 hari kerja".
    fn as_on_page(self, voice: Voice) -> Option<String> {
        let least = if self.is_exact { self.max } else { self.min };
        voice.language.time(least, self.max, self.unit?.key())
    }

    /// It in words: "3 hari kerja", else the sentence.
    pub fn said(self, words: &Dictionary, voice: Voice) -> Option<String> {
        let numbers = self.counted().and_then(|(min, max, unit)| {
            // "4 hari kerja": that it is the most, everybody knows.
            let min = match max {
                Some(_) => min.or(max),
                None => min,
            };
            voice.language.time(min, max, unit.key())
        });
        let written = || {
            let text = self.text?;
            Some(words.get(text).unwrap_or(text).value.clone())
        };
        numbers.or_else(written)
    }
}

/// A time that differs: "4 → 3 hari kerja"; `None` where its numbers, or without numbers its words, are the same.
pub fn times(
    (old, of_old): (Option<Length<'_>>, &Dictionary),
    (new, of_new): (Option<Length<'_>>, &Dictionary),
    voice: Voice,
) -> Option<String> {
    let counted = |length: Option<Length<'_>>| length.and_then(Length::counted);
    match (counted(old), counted(new)) {
        (Some(was), Some(is)) if was == is => {
            let exact = |length: Option<Length<'_>>| length.is_some_and(|one| one.is_exact);
            let (was, is) = (old?.as_on_page(voice)?, new?.as_on_page(voice)?);
            return (exact(old) != exact(new)).then(|| format!("{was} → {is}"));
        }
        (Some((None, Some(old), unit)), Some((None, Some(new), same))) if unit == same => {
            let new = voice.language.time(Some(new), Some(new), same.key())?;
            return Some(format!("{} → {new}", voice.language.number(old)));
        }
        _ => {}
    }
    let none = || voice.word(["belum diisi", "not filled in"]);
    let old = old
        .and_then(|old| old.said(of_old, voice))
        .unwrap_or_else(none);
    let new = new
        .and_then(|new| new.said(of_new, voice))
        .unwrap_or_else(none);
    (plain(&old) != plain(&new)).then(|| format!("{old} → {new}"))
}

/// Whether the sentences beside two counted amounts differ in more than these amounts.
pub fn says_more(old: &Value, new: &Value) -> bool {
    is_counted(old) && is_counted(new) && beside_number(old) != beside_number(new)
}

/// Whether the sentence beside a counted amount has words of its own.
pub fn has_own_words(value: &Value) -> bool {
    is_counted(value) && !beside_number(value).is_empty()
}

fn is_counted(value: &Value) -> bool {
    ["amount", "max", "min"]
        .iter()
        .any(|key| value.get(key).is_some_and(Value::is_number))
}

/// The words of a sentence without its amounts, what they count, and the same number in words behind them.
fn beside_number(value: &Value) -> Vec<String> {
    let numbers = ["amount", "max", "min"].map(|key| value.get(key).and_then(Value::as_i64));
    let unit = value.get("unit").and_then(Value::as_str).unwrap_or("");
    let counted = [Lang::Id, Lang::En].map(|lang| {
        let said = Language::spoken(lang).time(Some(2), Some(2), unit);
        said.unwrap_or_default().to_lowercase()
    });
    let unit = unit.to_lowercase();
    let mut named: Vec<&str> = counted.iter().flat_map(|said| said.split(' ')).collect();
    named.extend(unit.split(' '));
    if value.get("amount").is_some() {
        named.extend(["rp", "rupiah", "per", "gratis", "free"]);
    }
    if value.get("amount").and_then(Value::as_i64) == Some(0) {
        named.extend(["tidak", "tanpa", "ada", "dipungut", "biaya"]);
    }
    let text = value.get("text").and_then(Value::as_str).unwrap_or("");
    let text = text.to_lowercase();
    let (mut words, mut after_number, mut inside) = (Vec::new(), false, false);
    for word in text.split(|c: char| c.is_whitespace() || "-–/".contains(c)) {
        inside |= after_number && word.starts_with('(');
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let number = bare.strip_prefix("rp").unwrap_or(bare);
        let number = number.trim_start_matches('.').replace('.', "");
        let number = number.strip_suffix(",00").unwrap_or(&number).parse().ok();
        let is_number = number.is_some() && numbers.contains(&number);
        if !(inside || bare.is_empty() || is_number || named.contains(&bare)) {
            words.push(bare.to_owned());
        }
        after_number = is_number;
        inside &= !word.contains(')');
    }
    words
}

/// What a row asks: "Rp10.000 per lembar", "gratis", else its sentence.
pub fn price(row: &CostRow, words: &Dictionary, voice: Voice) -> String {
    let said = |text: &Text| words.get(text).unwrap_or(text).value.clone();
    let unit = row.unit.get().map(said);
    match (&row.amount, row.text.get()) {
        (Slot::Given(amount), _) => {
            let price = voice.language.price(amount.value, unit.as_deref());
            match amount.value {
                0 => uncapitalised(&price),
                _ => price,
            }
        }
        (Slot::Missing(_), None) => voice.word(["diketahui belum ada", "known to be missing"]),
        (_, Some(text)) => format!("“{}”", said(text)),
        _ => voice.word(["belum diisi", "not filled in"]),
    }
}
