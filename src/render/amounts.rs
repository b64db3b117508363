//! Times and amounts in words.

use super::pen::Pen;
use super::view::{Slot as SlotView, Words};
use crate::model::service::{CostRow, Time, TimeUnit};
use crate::model::{Integer, Slot, Text};
use crate::resolve::cost::{Cost, Sum, Wording};

/// A length of time in words: the text as written, else made from the numbers.
pub fn time(
    pen: &Pen<'_>,
    text: &Slot<Text>,
    min: &Slot<Integer>,
    max: &Slot<Integer>,
    unit: &Slot<TimeUnit>,
) -> Option<Words> {
    if let Some(text) = text.get() {
        return Some(pen.text(text));
    }
    let [min, max] = [min, max].map(|slot| slot.get().map(|count| count.value));
    let words = pen.language().time(min, max, unit.get()?.key())?;
    Some(pen.said(words))
}

/// The whole time of a service in a few words.
pub fn time_in_short(pen: &Pen<'_>, slot: &Slot<Time>) -> SlotView {
    in_short(pen, slot, |time_given| {
        let as_written = || {
            time(
                pen,
                &time_given.text,
                &time_given.min,
                &time_given.max,
                &time_given.unit,
            )
        };
        let whole = in_hours(pen, time_given).or_else(as_written);
        let phases = time_given.phases.items().len();
        let several = || match time_given.cases.items().is_empty() {
            false => Some(pen.word("time.varies")),
            true if phases > 0 => {
                let count = pen.language().few(phases);
                Some(pen.fill("time.in_phases", &[("n", &count)]))
            }
            true => None,
        };
        whole.or_else(|| several().map(|words| pen.said(words)))
    })
}

/// What stands for the cases until it is known which one holds: the whole time where it is given, for it is that of
/// whom no case concerns; else the range of all cases where they are counted alike.
pub fn cases_in_short(pen: &Pen<'_>, slot: &Slot<Time>) -> Option<Words> {
    let time = slot.get()?;
    if !(time.text.is_absent() && time.min.is_absent() && time.max.is_absent()) {
        return Some(time_in_short(pen, slot).words);
    }
    let cases = time.cases.items();
    let unit = cases.first()?.unit.get()?;
    let alike = cases.iter().all(|case| case.unit.get() == Some(unit));
    let most: Option<Vec<i64>> = cases
        .iter()
        .map(|case| Some(case.max.get()?.value))
        .collect();
    let most = most.filter(|_| alike);
    let least = cases.iter().map(|case| case.min.get().or(case.max.get()));
    let least = least.flatten().map(|count| count.value).min();
    let range = most.and_then(|most| {
        let most = most.into_iter().max();
        let least = least.filter(|least| Some(*least) != most);
        pen.language().time(least, most, unit.key())
    });
    let said = match range {
        Some(time) => pen.fill("time.depends", &[("time", &time)]),
        None => pen.word("time.varies"),
    };
    Some(pen.said(said))
}

/// Minutes that make whole hours, as hours: "120 Menit" is "2 jam".
fn in_hours(pen: &Pen<'_>, time: &Time) -> Option<Words> {
    if *time.unit.get()? != TimeUnit::Minute {
        return None;
    }
    let numbers = [&time.min, &time.max].map(|slot| slot.get().map(|count| count.value));
    let whole = |minutes: &i64| *minutes > 0 && minutes % 60 == 0;
    if !numbers.iter().flatten().all(whole) {
        return None;
    }
    let [least, most] = match numbers.map(|minutes| minutes.map(|minutes| minutes / 60)) {
        [None, most] if says_no_limit(pen, time) => [most, most],
        hours => hours,
    };
    let words = pen.language().time(least, most, TimeUnit::Hour.key())?;
    Some(pen.said(words))
}

/// Whether the sentence is a time and no limit: "120 Menit", not "Paling lama 120 menit".
fn says_no_limit(pen: &Pen<'_>, time: &Time) -> bool {
    let text = time
        .text
        .get()
        .map(|text| pen.worded(text).value.trim_start());
    text.is_some_and(|text| text.starts_with(|first: char| first.is_ascii_digit()))
}

/// The cost of a service in a few words: the sum, or the range of what can be asked.
pub fn cost_in_short(pen: &Pen<'_>, slot: &Slot<Cost>) -> SlotView {
    in_short(pen, slot, |cost| {
        let sentence = cost.only().and_then(sentence);
        let of = |text: &Text| pen.worded(text).value.clone();
        let said = || cost.say(wording(pen, &of)).map(|said| pen.said(said));
        sentence.map(|text| pen.text(text)).or_else(said)
    })
}

/// A sum in a few words.
pub fn sum_in_short(pen: &Pen<'_>, sum: &Sum) -> Words {
    let of = |text: &Text| pen.worded(text).value.clone();
    let said = || pen.said(sum.say(wording(pen, &of)).unwrap_or_default());
    sentence(sum).map_or_else(said, |text| pen.text(text))
}

fn wording<'a>(pen: &'a Pen<'_>, of: &'a dyn Fn(&Text) -> String) -> Wording<'a> {
    let language = pen.language();
    Wording { language, of }
}

/// The sentence that is all there is to say.
fn sentence(sum: &Sum) -> Option<&Text> {
    let mut sentences = sum.sentences();
    let first = sentences.next();
    first.filter(|_| sentences.next().is_none() && sum.amounts().is_empty())
}

/// A slot in a few words: the value, or the sentence for one that is missing or not written.
pub fn in_short<T>(pen: &Pen<'_>, slot: &Slot<T>, say: impl Fn(&T) -> Option<Words>) -> SlotView {
    let words = slot.get().and_then(say);
    let state = match (slot, &words) {
        (Slot::Given(_), None) => "absent",
        _ => slot.state(),
    };
    let words = words.unwrap_or_else(|| {
        let key = if state == "missing" {
            "missing.value"
        } else {
            "missing.absent"
        };
        pen.said(pen.word(key))
    });
    SlotView { state, words }
}

/// The amount of a row: "Gratis", "Rp10.000 per lembar"; `None` where only its text says it.
pub fn amount(pen: &Pen<'_>, row: &CostRow) -> Option<String> {
    if matches!(row.amount, Slot::Missing(_)) {
        return Some(pen.word("missing.value"));
    }
    let value = row.amount.get()?.value;
    let unit = row.unit.get().map(|unit| pen.worded(unit).value.as_str());
    let price = pen.language().price(value, unit);
    match unit {
        // Sums leave out of what nothing is paid; its row says it.
        Some(unit) if value == 0 => {
            Some(pen.fill("cost.per", &[("amount", &price), ("unit", unit)]))
        }
        _ => Some(price),
    }
}
