//! What a service costs, in words: rows of the tariff that hold together are added, each unit by itself; what depends
//! on answers still open is a range.

use std::collections::BTreeSet;

use crate::language::Language;
use crate::model::service::CostRow;
use crate::model::{Slot, Text};

/// Puts costs into the words of a language, and texts of the content into those of a translation.
#[derive(Clone, Copy)]
pub struct Wording<'a> {
    /// The language.
    pub language: &'a Language,
    /// A text of the content as it is said there.
    pub of: &'a dyn Fn(&Text) -> String,
}

/// So much for each of a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amount {
    /// In rupiah; the least of several prices of which one is paid.
    pub rupiah: i64,
    /// In rupiah, the most of these prices.
    pub most: i64,
    /// Per what; `None` for the whole.
    pub unit: Option<Text>,
}

/// Rows of the tariff that are paid together, in the order of the file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sum {
    rows: Vec<Row>,
}

/// What is added of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Row {
    label: Option<Text>,
    /// `None` where only a sentence says it.
    amount: Option<Amount>,
    text: Option<Text>,
    /// Whether the agency is known not to state its amount.
    is_missing: bool,
    /// Whether it only says who pays nothing.
    is_exemption: bool,
    /// Whether it is a price for something, asked of everyone, of which there may be others: see [`is_price`].
    is_price: bool,
}

/// Whether a row is a price for each of something and has no condition: several of one unit are a tariff of which one
/// row is paid.
pub fn is_price(row: &CostRow) -> bool {
    row.amount.get().is_some() && row.when.is_absent() && row.unit.get().is_some()
}

/// What a service costs over some answers: every sum that can be asked, each once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cost {
    /// None where there are too many to be told.
    pub sums: Vec<Sum>,
}

/// The letters by which two units are the same.
pub fn unit_key(unit: Option<&Text>) -> String {
    unit.map(|unit| unit.value.trim().to_lowercase())
        .unwrap_or_default()
}

impl Amount {
    fn say(&self, wording: Wording<'_>) -> String {
        let unit = self.unit.as_ref().map(|unit| (wording.of)(unit));
        range((self.rupiah, self.most), unit.as_deref(), wording)
    }

    /// One more price of which only one is paid, or one more amount that is added.
    fn join(&mut self, other: &Self, is_price: bool) {
        if is_price {
            self.rupiah = self.rupiah.min(other.rupiah);
            self.most = self.most.max(other.most);
        } else {
            self.rupiah = self.rupiah.saturating_add(other.rupiah);
            self.most = self.most.saturating_add(other.most);
        }
    }
}

/// From the least to the most: `Rp1.500 sampai Rp15.000 per m²`.
fn range((least, most): (i64, i64), unit: Option<&str>, wording: Wording<'_>) -> String {
    let said = wording.language.price(most, unit);
    if least == most {
        return said;
    }
    let least = wording.language.price(least, None);
    let values = [("min", least.as_str()), ("max", &said)];
    wording.language.words().fill("cost.range", &values)
}

impl Sum {
    /// The sum of these rows.
    pub fn of<'a>(rows: impl IntoIterator<Item = &'a CostRow>) -> Self {
        let row = |row: &CostRow| Row {
            label: row.label.get().cloned(),
            amount: row.amount.get().map(|amount| Amount {
                rupiah: amount.value,
                most: amount.value,
                unit: row.unit.get().cloned(),
            }),
            text: row.text.get().cloned(),
            is_missing: matches!(row.amount, Slot::Missing(_)),
            is_exemption: row.amount.get().is_none() && !row.exempt.items().is_empty(),
            is_price: is_price(row),
        };
        Self {
            rows: rows.into_iter().map(row).collect(),
        }
    }

    /// Whether nothing is added at all.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// What it comes to, each unit by itself, in the order of the file; a single zero where everything is free. Several
    /// prices for one thing are a range. Rows of which only a sentence is known are not in it: see [`Sum::sentences`].
    pub fn amounts(&self) -> Vec<Amount> {
        let mut units: Vec<(String, Option<Amount>, Option<Amount>)> = Vec::new();
        for (amount, is_price) in self.paid() {
            let key = unit_key(amount.unit.as_ref());
            let at = units.iter().position(|(known, ..)| *known == key);
            let at = at.unwrap_or_else(|| {
                units.push((key, None, None));
                units.len() - 1
            });
            let (_, prices, others) = &mut units[at];
            let own = if is_price { prices } else { others };
            match own {
                Some(known) => known.join(amount, is_price),
                None => *own = Some(amount.clone()),
            }
        }
        let added = units.into_iter().filter_map(|(_, prices, others)| {
            let mut all = prices.into_iter().chain(others);
            let first = all.next()?;
            Some(all.fold(first, |mut sum, other| {
                sum.join(&other, false);
                sum
            }))
        });
        let mut added: Vec<Amount> = added.filter(|amount| amount.most != 0).collect();
        let stated = self.rows.iter().any(|row| row.amount.is_some());
        if added.is_empty() && stated {
            added.push(Amount {
                rupiah: 0,
                most: 0,
                unit: None,
            });
        }
        added
    }

    /// The sentences of rows that state no amount, or their labels.
    pub fn sentences(&self) -> impl Iterator<Item = &Text> {
        let unknown = self.rows.iter().filter(|row| row.amount.is_none());
        unknown.filter_map(|row| {
            let label = row.label.as_ref().filter(|_| !row.is_missing);
            row.text.as_ref().or(label)
        })
    }

    /// Every text that words are made of.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        self.rows.iter().flat_map(|row| {
            let unit = row.amount.as_ref().and_then(|amount| amount.unit.as_ref());
            row.label.iter().chain(unit).chain(&row.text)
        })
    }

    /// The label of the only row.
    pub fn label(&self) -> Option<&Text> {
        match self.rows.as_slice() {
            [only] => only.label.as_ref(),
            _ => None,
        }
    }

    /// The amounts above zero, row by row, and whether each is a price among others; of prices those of zero too.
    fn paid(&self) -> impl Iterator<Item = (&Amount, bool)> {
        let rows = self.rows.iter();
        let stated = rows.filter_map(|row| Some((row.amount.as_ref()?, row.is_price)));
        stated.filter(|(amount, is_price)| amount.rupiah != 0 || *is_price)
    }

    /// Whether some pay nothing, so that no amount is the least.
    fn exempts(&self) -> bool {
        self.rows.iter().any(|row| row.is_exemption)
    }

    fn is_stated(&self) -> bool {
        self.rows.iter().all(|row| row.amount.is_some())
    }

    /// What is paid, and of what it is made: "Rp40.000: retribusi Rp30.000, meterai Rp10.000". `None` for no rows.
    pub fn say(&self, wording: Wording<'_>) -> Option<String> {
        match self.rows.as_slice() {
            [] => None,
            [only] if only.is_missing && only.text.is_none() => {
                Some(wording.language.words().get("missing.value").to_owned())
            }
            [only] if only.amount.is_none() => {
                let text = only.text.as_ref().or(only.label.as_ref());
                text.map(|text| (wording.of)(text))
            }
            _ if self.is_stated() => Some(self.say_stated(wording)),
            _ if self.exempts() => Some(wording.language.words().get("cost.varies").to_owned()),
            _ => Some(at_least(&self.amounts(), wording)),
        }
    }

    fn say_stated(&self, wording: Wording<'_>) -> String {
        let amounts = self.amounts();
        let said: Vec<String> = amounts.iter().map(|amount| amount.say(wording)).collect();
        let total = wording.language.all_of(&said);
        let paid = self.rows.iter().filter_map(|row| {
            let amount = row.amount.as_ref().filter(|amount| amount.rupiah != 0)?;
            Some((row.label.as_ref(), amount))
        });
        let paid: Vec<(Option<&Text>, &Amount)> = paid.collect();
        let is_range = amounts.iter().any(|amount| amount.rupiah != amount.most);
        if paid.len() < 2 || is_range {
            return total;
        }
        let words = wording.language.words();
        let labelled = paid.iter().map(|(label, amount)| {
            let (label, amount) = ((wording.of)((*label)?), amount.say(wording));
            let values = [("label", label.as_str()), ("amount", &amount)];
            Some(words.fill("cost.part", &values))
        });
        let parts = labelled.collect::<Option<Vec<String>>>();
        let parts = parts.map(|parts| wording.language.row(&parts));
        let added = paid.len() > amounts.len();
        match parts {
            // Where nothing is added, the parts are all there is to say.
            Some(parts) if !added => parts,
            Some(parts) => words.fill("cost.sum", &[("total", &total), ("parts", &parts)]),
            None if !added => total,
            None => {
                let count = wording.language.few(paid.len());
                words.fill("cost.added", &[("total", &total), ("n", &count)])
            }
        }
    }
}

/// What is known of a sum that has rows without an amount.
fn at_least(known: &[Amount], wording: Wording<'_>) -> String {
    let words = wording.language.words();
    match known {
        [only] if only.rupiah > 0 => {
            let unit = only.unit.as_ref().map(|unit| (wording.of)(unit));
            let least = wording.language.price(only.rupiah, unit.as_deref());
            words.fill("cost.from", &[("amount", &least)])
        }
        _ => words.get("cost.varies").to_owned(),
    }
}

/// The least and the most of one unit, over all sums.
struct Range<'a> {
    unit: Option<&'a Text>,
    least: i64,
    most: i64,
    /// In how many of the sums it is paid.
    count: usize,
}

impl Range<'_> {
    fn say(&self, wording: Wording<'_>) -> String {
        let unit = self.unit.map(|unit| (wording.of)(unit));
        range((self.least, self.most), unit.as_deref(), wording)
    }
}

impl Cost {
    /// One sum, or several; what is said alike stands once.
    pub fn of(sums: impl IntoIterator<Item = Sum>) -> Self {
        let mut said = BTreeSet::new();
        let distinct = sums.into_iter().filter(|sum| said.insert(sum.key()));
        Self {
            sums: distinct.collect(),
        }
    }

    /// The sum, where there is only one.
    pub fn only(&self) -> Option<&Sum> {
        match self.sums.as_slice() {
            [only] => Some(only),
            _ => None,
        }
    }

    /// The sum, or the range from the least to the most: "Rp1.500 sampai Rp15.000 per m²". `None` where there are no
    /// rows.
    pub fn say(&self, wording: Wording<'_>) -> Option<String> {
        if let Some(only) = self.only() {
            return only.say(wording);
        }
        let words = wording.language.words();
        let ranges = self.ranges();
        let stated = self.sums.iter().all(Sum::is_stated);
        Some(match ranges.as_slice() {
            [] if stated && !self.sums.is_empty() => words.get("cost.free").to_owned(),
            [only] if stated => only.say(wording),
            [only] if only.least > 0 && !self.sums.iter().any(Sum::exempts) => {
                let unit = only.unit.map(|unit| (wording.of)(unit));
                let least = wording.language.price(only.least, unit.as_deref());
                words.fill("cost.from", &[("amount", &least)])
            }
            [_, _, ..] if stated => self.say_units(&ranges, wording),
            _ => words.get("cost.varies").to_owned(),
        })
    }

    /// Amounts for different things are not added: "Rp1.500 per m² atau Rp50.000", "Rp10.000 dan Rp1.500 per m²".
    fn say_units(&self, ranges: &[Range<'_>], wording: Wording<'_>) -> String {
        let count = self.sums.len();
        let paid: usize = ranges.iter().map(|range| range.count).sum();
        let of_one_unit = |sum: &Sum| sum.amounts().len() == 1;
        let said: Vec<String> = ranges.iter().map(|range| range.say(wording)).collect();
        if self.sums.iter().all(of_one_unit) {
            let free = (paid < count).then(|| wording.language.words().get("cost.free").to_owned());
            let either: Vec<String> = free.into_iter().chain(said).collect();
            return wording.language.one_of(&either);
        }
        let all = wording.language.all_of(&said);
        if ranges.iter().all(|range| range.count == count) {
            return all;
        }
        wording
            .language
            .words()
            .fill("cost.depends", &[("amount", &all)])
    }

    /// The range of each unit, in the order in which they are first met. Where a sum has none of it, the least is zero
    /// only if it is the one unit there is.
    fn ranges(&self) -> Vec<Range<'_>> {
        let mut ranges: Vec<Range<'_>> = Vec::new();
        for sum in &self.sums {
            for amount in sum.amounts().into_iter().filter(|amount| amount.most != 0) {
                let key = unit_key(amount.unit.as_ref());
                let known = ranges.iter_mut().find(|range| unit_key(range.unit) == key);
                if let Some(range) = known {
                    range.least = range.least.min(amount.rupiah);
                    range.most = range.most.max(amount.most);
                    range.count += 1;
                } else {
                    let same = |one: &&Amount| unit_key(one.unit.as_ref()) == key;
                    let unit = sum.paid().map(|(one, _)| one).find(same);
                    ranges.push(Range {
                        unit: unit.and_then(|one| one.unit.as_ref()),
                        least: amount.rupiah,
                        most: amount.most,
                        count: 1,
                    });
                }
            }
        }
        if let [only] = ranges.as_mut_slice()
            && only.count < self.sums.len()
        {
            only.least = 0;
        }
        ranges
    }
}

impl Sum {
    /// What sums have in common that are said alike in every language: the same amounts made of the same parts.
    pub(super) fn key(&self) -> SumKey {
        let letters = |text: &Option<Text>| text.as_ref().map(|text| text.value.clone());
        let row = |row: &Row| {
            let amount = row.amount.as_ref();
            RowKey {
                label: letters(&row.label),
                amount: amount.map(|amount| (amount.rupiah, unit_key(amount.unit.as_ref()))),
                sentence: letters(&row.text).filter(|_| amount.is_none()),
                is_price: row.is_price,
            }
        };
        let free = |row: &&Row| {
            let amount = row.amount.as_ref();
            amount.is_some_and(|amount| amount.rupiah == 0) && !row.is_price
        };
        let mut rows: Vec<RowKey> = self.rows.iter().filter(|row| !free(row)).map(row).collect();
        // The label of a single row is not part of what is paid.
        if let [only] = rows.as_mut_slice()
            && only.amount.is_some()
        {
            only.label = None;
        }
        SumKey {
            is_empty: self.is_empty(),
            rows,
        }
    }
}

/// See [`Sum::key`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct SumKey {
    is_empty: bool,
    rows: Vec<RowKey>,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct RowKey {
    label: Option<String>,
    amount: Option<(i64, String)>,
    sentence: Option<String>,
    is_price: bool,
}
