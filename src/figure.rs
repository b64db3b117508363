//! Figures as Indonesian offices write them: money, counts, lengths of time, ranges.
//!
//! `.` groups thousands, `,` begins decimals, `,-` and `,00` are no sen; *ribu*, *juta*, *miliar*; numbers in words, and
//! in digits with the words in brackets; `2x24 jam`, `1-3`, `3 s.d. 5`.
//!
//! # Steps
//!
//! 1. `tokens` cuts a text into digits, words and signs.
//! 2. `literal` reads digits with their points and commas, `spelled` numbers in words, `number` both with their scale
//!    and the bracket that says it again.
//! 3. `sentence` finds every [`Figure`] of a text with its unit; `whole` reads a text that is nothing but one, `price` a
//!    sentence that states what is paid.
//!
//! What can be read in two ways is a figure that is not [certain](Figure::is_certain): nobody is ever told to type it.

mod decimal;
mod exact;
mod lengths;
mod lexis;
mod literal;
mod number;
mod price;
mod sentence;
mod spelled;
mod tokens;
mod unit;
mod whole;

pub use decimal::{Decimal, MOST_DECIMALS, parts, typed};
pub use exact::Exact;
pub use lengths::{Said, lengths};
pub use lexis::{Bound, Since};
pub use price::{Price, Stated, price, says_free};
pub use sentence::figures;
pub use unit::{Length, Period, Unit};
pub use whole::{Whole, only_time, read, starts_with};

/// A figure in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// The lower end of a range.
    pub low: Option<Exact>,
    /// The number; the upper end of a range.
    pub value: Exact,
    /// What is counted.
    pub unit: Unit,
    /// Whether it can be read in one way only.
    pub is_certain: bool,
    /// Whether a word such as *ribu* multiplies it.
    pub is_scaled: bool,
    /// Whether the digits and the words in brackets say different numbers.
    pub differs: bool,
    /// Its first byte in the text.
    pub from: usize,
    /// The byte after it.
    pub to: usize,
}

impl Figure {
    /// The number, if it is certain, whole and no range.
    pub fn whole(&self) -> Option<i64> {
        let single = self.is_certain && self.low.is_none();
        single.then(|| self.value.whole()).flatten()
    }

    /// The amount in rupiah, if it is one and certain.
    pub fn rupiah(&self) -> Option<i64> {
        self.whole().filter(|_| self.unit == Unit::Rupiah)
    }

    /// The length of time, if it is one and certain; the upper end of a range.
    pub fn length(&self) -> Option<Length> {
        let Unit::Time(period) = self.unit else {
            return None;
        };
        let length = self.is_certain.then(|| Length::of(self.value, period));
        length.flatten()
    }

    /// The lower end of a range of time, in the unit of the upper one, if that is certain.
    pub fn least(&self) -> Option<i64> {
        let (Unit::Time(period), Some(low)) = (&self.unit, self.low) else {
            return None;
        };
        let low = Length::of(low, *period)?;
        low.in_units_of(self.length()?.period)
    }
}
