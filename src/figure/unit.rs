//! What figures count, and how lengths of time compare.

use super::exact::Exact;

/// Units of time.
pub(super) const PERIODS: [(&str, Period); 26] = [
    ("menit", Period::Minute),
    ("mnt", Period::Minute),
    ("minute", Period::Minute),
    ("minutes", Period::Minute),
    ("jam", Period::Hour),
    ("hour", Period::Hour),
    ("hours", Period::Hour),
    ("hari", Period::Day),
    ("hr", Period::Day),
    ("hk", Period::WorkingDay),
    ("day", Period::Day),
    ("days", Period::Day),
    ("minggu", Period::Week),
    ("mgg", Period::Week),
    ("pekan", Period::Week),
    ("week", Period::Week),
    ("weeks", Period::Week),
    ("bulan", Period::Month),
    ("bln", Period::Month),
    ("month", Period::Month),
    ("months", Period::Month),
    ("tahun", Period::Year),
    ("thn", Period::Year),
    ("th", Period::Year),
    ("year", Period::Year),
    ("years", Period::Year),
];

/// What a figure counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unit {
    /// Nothing is said.
    None,
    /// Rupiah.
    Rupiah,
    /// A length of time.
    Time(Period),
    /// Per cent, another currency, a formula: nothing that a field of a standard holds.
    Foreign,
    /// Something else, by its word in small letters: `lembar`, `orang`.
    Other(String),
}

impl Unit {
    /// The word in Indonesian, in small letters: `rupiah`, `hari kerja`, `lembar`; empty where there is none.
    pub fn word(&self) -> &str {
        match self {
            Self::None | Self::Foreign => "",
            Self::Rupiah => "rupiah",
            Self::Time(period) => period.word(),
            Self::Other(word) => word,
        }
    }
}

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Period {
    /// Minutes.
    Minute,
    /// Hours.
    Hour,
    /// Calendar days.
    Day,
    /// Working days.
    WorkingDay,
    /// Weeks.
    Week,
    /// Months.
    Month,
    /// Years.
    Year,
}

/// What periods are made of: minutes, working days or months, which do not convert into each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Base {
    Minutes(i64),
    WorkingDays,
    Months(i64),
}

impl Period {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Minute,
        Self::Hour,
        Self::Day,
        Self::WorkingDay,
        Self::Week,
        Self::Month,
        Self::Year,
    ];

    /// The unit that a word names in either language: `hari`, `hari_kerja`, `working_day`.
    pub fn named(word: &str) -> Option<Self> {
        let word = word.trim().to_lowercase().replace('_', " ");
        if matches!(word.as_str(), "hari kerja" | "working day" | "working days") {
            return Some(Self::WorkingDay);
        }
        let known = PERIODS.iter().find(|(name, _)| *name == word);
        known.map(|(_, period)| *period)
    }

    fn base(self) -> Base {
        match self {
            Self::Minute => Base::Minutes(1),
            Self::Hour => Base::Minutes(60),
            Self::Day => Base::Minutes(24 * 60),
            Self::Week => Base::Minutes(7 * 24 * 60),
            Self::WorkingDay => Base::WorkingDays,
            Self::Month => Base::Months(1),
            Self::Year => Base::Months(12),
        }
    }

    /// How many of `smaller` make one of these, where that is exact.
    pub fn in_units_of(self, smaller: Self) -> Option<i64> {
        match (self.base(), smaller.base()) {
            (Base::Minutes(own), Base::Minutes(other))
            | (Base::Months(own), Base::Months(other)) => (own % other == 0).then_some(own / other),
            (Base::WorkingDays, Base::WorkingDays) => Some(1),
            _ => None,
        }
    }

    /// The word in Indonesian: `hari kerja`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Minute => "menit",
            Self::Hour => "jam",
            Self::Day => "hari",
            Self::WorkingDay => "hari kerja",
            Self::Week => "minggu",
            Self::Month => "bulan",
            Self::Year => "tahun",
        }
    }

    /// The fixed value of content files, in Indonesian and in English.
    pub fn values(self) -> (&'static str, &'static str) {
        match self {
            Self::Minute => ("menit", "minute"),
            Self::Hour => ("jam", "hour"),
            Self::Day => ("hari", "day"),
            Self::WorkingDay => ("hari_kerja", "working_day"),
            Self::Week => ("minggu", "week"),
            Self::Month => ("bulan", "month"),
            Self::Year => ("tahun", "year"),
        }
    }
}

/// A whole length of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Length {
    /// How many.
    pub value: i64,
    /// Of what.
    pub period: Period,
}

impl Length {
    /// A length as it is written, in smaller units where it has decimals: 1,5 jam are 90 menit.
    pub fn of(number: Exact, period: Period) -> Option<Self> {
        if let Some(value) = number.whole() {
            return Some(Self { value, period });
        }
        let mut smaller = Period::ALL.iter().rev().filter(|one| **one < period);
        smaller.find_map(|one| {
            let value = number.times(period.in_units_of(*one)?)?.whole()?;
            Some(Self {
                value,
                period: *one,
            })
        })
    }

    /// The same length in another unit, where that is exact.
    pub fn in_units_of(self, other: Period) -> Option<i64> {
        if let Some(factor) = self.period.in_units_of(other) {
            return self.value.checked_mul(factor);
        }
        let divisor = other.in_units_of(self.period)?;
        (self.value % divisor == 0).then_some(self.value / divisor)
    }

    /// Whether two lengths are the same: 1 jam 30 menit and 90 menit.
    pub fn is(self, other: Self) -> bool {
        match (
            self.in_units_of(other.period),
            other.in_units_of(self.period),
        ) {
            (Some(value), _) => value == other.value,
            (None, Some(value)) => value == self.value,
            (None, None) => {
                let small = Period::ALL.iter().find(|one| {
                    self.period.in_units_of(**one).is_some()
                        && other.period.in_units_of(**one).is_some()
                });
                small.is_some_and(|small| self.in_units_of(*small) == other.in_units_of(*small))
            }
        }
    }
}
