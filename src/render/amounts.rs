//! Times and amounts in words.

use super::pen::Pen;
use super::view::{Slot as SlotView, Words};
use crate::model::service::{CostRow, CostTable, Time, TimeUnit};
use crate::model::{Integer, Slot, Text};

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
        let several = !time_given.cases.items().is_empty() || !time_given.phases.items().is_empty();
        whole.or_else(|| several.then(|| pen.said(pen.word("time.varies"))))
    })
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
        // The sentence says a time, not a limit.
        [None, most] if time.text.get().is_some() => [most, most],
        hours => hours,
    };
    let words = pen.language().time(least, most, TimeUnit::Hour.key())?;
    Some(pen.said(words))
}

/// The cost of a service in a few words: never free unless every row says so.
pub fn cost_in_short(pen: &Pen<'_>, slot: &Slot<CostTable>) -> SlotView {
    in_short(pen, slot, |table| {
        let amounts: Option<Vec<i64>> = table
            .0
            .iter()
            .map(|row| row.amount.get().map(|amount| amount.value))
            .collect();
        match (amounts, table.0.as_slice()) {
            (Some(_), [only]) => amount(pen, only).map(|words| pen.said(words)),
            (None, [only]) => only.text.get().map(|text| pen.text(text)),
            (Some(amounts), [_, ..]) => {
                let least = amounts.iter().min().copied().unwrap_or_default();
                let most = amounts.iter().max().copied().unwrap_or_default();
                let price = |amount| pen.language().price(amount, None);
                let words = if least == most {
                    price(least)
                } else {
                    let (least, most) = (price(least), price(most));
                    pen.fill("cost.range", &[("min", &least), ("max", &most)])
                };
                Some(pen.said(words))
            }
            (None, [_, ..]) => Some(pen.said(pen.word("cost.varies"))),
            (_, []) => None,
        }
    })
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
    let value = row.amount.get()?.value;
    let unit = row.unit.get().map(|unit| pen.worded(unit).value.as_str());
    Some(pen.language().price(value, unit))
}
