//! Numbers, money, dates and lists as a language writes them.

use jiff::civil::Date;

use super::{Language, fill};
use crate::figure;

/// Whether a unit is that of money.
pub fn is_rupiah(unit: &str) -> bool {
    ["rupiah", "rp", "rp.", "idr"].contains(&unit.to_lowercase().as_str())
}

/// A sentence with a capital at its start.
pub fn capitalised(sentence: &str) -> String {
    let mut letters = sentence.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// A text as it stands within a sentence: without the capital of its first word, unless that is all in capitals.
pub fn uncapitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next();
    match letters.clone().next() {
        Some(second) if second.is_lowercase() => {
            let first = first.into_iter().flat_map(char::to_lowercase);
            first.chain(letters).collect()
        }
        _ => text.to_owned(),
    }
}

impl Language {
    /// A whole number, its digits in groups: `12.500`.
    pub fn number(&self, number: i64) -> String {
        let digits = number.unsigned_abs().to_string();
        let mark = self.words.get("number.group");
        let mut grouped = String::from(if number < 0 { "-" } else { "" });
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                grouped.push_str(mark);
            }
            grouped.push(digit);
        }
        grouped
    }

    /// A small count in words, a larger one in digits: `dua`, `12`.
    pub fn few(&self, count: usize) -> String {
        let key = format!("count.{count}");
        match count {
            2..=9 => self.words.get(&key).to_owned(),
            _ => count.to_string(),
        }
    }

    /// A number in units of the last of so many decimals: `2,75`, `12.500`.
    pub fn decimal(&self, number: i64, decimals: u8) -> String {
        let (whole, part) = figure::parts(number, decimals);
        let sign = if number < 0 && whole == 0 { "-" } else { "" };
        let whole = format!("{sign}{}", self.number(whole));
        match part.as_str() {
            "" => whole,
            part => format!("{whole}{}{part}", self.words.get("number.decimal")),
        }
    }

    /// An amount of rupiah, also of none: `Rp12.500`.
    pub fn rupiah(&self, amount: i64) -> String {
        self.money(&self.number(amount))
    }

    fn money(&self, amount: &str) -> String {
        self.words.fill("cost.amount", &[("amount", amount)])
    }

    /// So many of a unit, in units of the last of so many decimals; rupiah are written as money.
    pub fn counted(&self, number: i64, decimals: u8, unit: Option<&str>) -> String {
        let said = self.decimal(number, decimals);
        match unit {
            Some(unit) if is_rupiah(unit) => self.money(&said),
            Some(unit) => fill(&self.phrases.with_unit, &[("n", &said), ("unit", unit)]),
            // Without a unit it may be a year.
            None if decimals == 0 && (1_000..10_000).contains(&number) => number.to_string(),
            None => said,
        }
    }

    /// What a row of a tariff asks: `Gratis`, `Rp12.500`, `Rp12.500 per lembar`.
    pub fn price(&self, amount: i64, unit: Option<&str>) -> String {
        if amount == 0 {
            return self.words.get("cost.free").to_owned();
        }
        let amount = self.rupiah(amount);
        match unit {
            Some(unit) => self
                .words
                .fill("cost.per", &[("amount", &amount), ("unit", unit)]),
            None => amount,
        }
    }

    /// A length of time from its least and its most, in a unit called by its English key: `2 sampai 4 hari kerja`.
    pub fn time(&self, min: Option<i64>, max: Option<i64>, unit: &str) -> Option<String> {
        let unit = |n: i64| {
            let set = if n == 1 { "unit" } else { "units" };
            self.words.get(&format!("{set}.{unit}")).to_owned()
        };
        let say = |key: &str, n: i64| {
            let values = [("n", &*self.number(n)), ("unit", &*unit(n))];
            self.words.fill(key, &values)
        };
        Some(match (min, max) {
            (Some(min), Some(max)) if min == max => say("time.exact", max),
            (Some(min), Some(max)) => {
                let (least, most) = (self.number(min), self.number(max));
                let values = [("min", &*least), ("max", &*most), ("unit", &*unit(max))];
                self.words.fill("time.range", &values)
            }
            (None, Some(max)) => say("time.max", max),
            (Some(min), None) => say("time.min", min),
            (None, None) => return None,
        })
    }

    /// A date in words.
    pub fn date(&self, date: Date) -> String {
        let (day, year) = (date.day().to_string(), date.year().to_string());
        let month = self.months()[usize::from(date.month().unsigned_abs()) - 1];
        let values = [("day", day.as_str()), ("month", month), ("year", &year)];
        self.words.fill("date.format", &values)
    }

    /// The names of the months, from January.
    pub fn months(&self) -> [&str; 12] {
        [
            "month.1", "month.2", "month.3", "month.4", "month.5", "month.6", "month.7", "month.8",
            "month.9", "month.10", "month.11", "month.12",
        ]
        .map(|key| self.words.get(key))
    }

    /// The names of the days, from Sunday as scripts count them.
    pub fn weekdays(&self) -> [&str; 7] {
        [
            "day.sun", "day.mon", "day.tue", "day.wed", "day.thu", "day.fri", "day.sat",
        ]
        .map(|key| self.words.get(key))
    }

    /// A sentence's list of which all hold: "Lurah dan Camat".
    pub fn all_of(&self, parts: &[String]) -> String {
        self.listed(parts, "list.and", "list.and_many")
    }

    /// A sentence's list of which one holds: "asli atau fotokopi".
    pub fn one_of(&self, parts: &[String]) -> String {
        self.listed(parts, "list.or", "list.or_many")
    }

    /// A list without a last word: "asli, fotokopi".
    pub fn row(&self, parts: &[impl AsRef<str>]) -> String {
        let Some((first, rest)) = parts.split_first() else {
            return String::new();
        };
        rest.iter().fold(first.as_ref().to_owned(), |row, part| {
            let values = [("first", row.as_str()), ("last", part.as_ref())];
            self.words.fill("list.comma", &values)
        })
    }

    fn listed(&self, parts: &[String], two: &str, many: &str) -> String {
        match parts {
            [] => String::new(),
            [only] => only.clone(),
            [first, last] => self.words.fill(two, &[("first", first), ("last", last)]),
            [most @ .., last] => {
                let values = [("first", self.row(most)), ("last", last.clone())];
                let values = values.each_ref().map(|(name, said)| (*name, said.as_str()));
                self.words.fill(many, &values)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Lang;

    #[test]
    fn numbers_are_grouped_as_the_language_groups_them() {
        let (indonesian, english) = (Language::spoken(Lang::Id), Language::spoken(Lang::En));
        for (number, id, en) in [
            (0, "0", "0"),
            (999, "999", "999"),
            (1_000, "1.000", "1,000"),
            (2_500_000_000, "2.500.000.000", "2,500,000,000"),
            (-12_500, "-12.500", "-12,500"),
        ] {
            assert_eq!(indonesian.number(number), id);
            assert_eq!(english.number(number), en);
        }
        assert_eq!(
            indonesian.price(12_500, Some("lembar")),
            "Rp12.500 per lembar"
        );
        assert_eq!(indonesian.price(0, Some("lembar")), "Gratis");
    }

    #[test]
    fn lists_end_with_the_word_that_joins_them() {
        let english = Language::spoken(Lang::En);
        let parts = ["a", "b", "c", "d"].map(str::to_owned);
        assert_eq!(english.all_of(&parts[..1]), "a");
        assert_eq!(english.all_of(&parts[..2]), "a and b");
        assert_eq!(english.one_of(&parts), "a, b, c, or d");
        assert_eq!(english.row(&parts), "a, b, c, d");
    }
}
