//! Numbers with decimals as rules and files write them: digits alone, `2,75`, `2.75`.

/// A number with a few decimals, kept as a whole number and how many of its digits stand behind the comma.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decimal {
    digits: i64,
    places: u8,
}

/// So many digits after a mark may be a group of thousands.
const GROUP: usize = 3;

/// The most digits behind the comma.
pub const MOST_DECIMALS: u8 = 6;

impl Decimal {
    /// Reads a number; `None` for anything else, and for `1.500` and `1,500`, which are one and a half or fifteen hundred
    /// to different people: one more zero, `1,5000`, makes it clear.
    pub fn read(text: &str) -> Option<Self> {
        let unsigned = text.strip_prefix('-').unwrap_or(text);
        let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        let Some((whole, part)) = unsigned.split_once([',', '.']) else {
            let digits = is_digits(unsigned).then(|| text.parse().ok())??;
            return Some(Self { digits, places: 0 });
        };
        let grouped = part.len() == GROUP && !whole.trim_matches('0').is_empty();
        if !is_digits(whole) || !is_digits(part) || grouped {
            return None;
        }
        let part = part.trim_end_matches('0');
        let places = u8::try_from(part.len()).ok()?;
        let digits: i64 = format!("{whole}{part}").parse().ok()?;
        let negative = text.starts_with('-');
        (places <= MOST_DECIMALS).then_some(Self {
            digits: if negative { -digits } else { digits },
            places,
        })
    }

    /// How many digits stand behind the comma, without zeros at the end.
    pub fn places(self) -> u8 {
        self.places
    }

    /// The number without what stands behind the comma.
    pub fn whole(self) -> i64 {
        let scale = 10_i64.checked_pow(self.places.into());
        self.digits / scale.unwrap_or(i64::MAX)
    }

    /// The number times ten to the power of `decimals`; `None` if it has more decimals than that.
    pub fn scaled(self, decimals: u8) -> Option<i64> {
        let more = decimals.checked_sub(self.places)?;
        self.digits.checked_mul(10_i64.checked_pow(more.into())?)
    }
}

/// A scaled number in two parts: the whole, and the digits behind the comma without zeros at the end.
pub fn parts(number: i64, decimals: u8) -> (i64, String) {
    let scale = 10_i64.checked_pow(decimals.into()).unwrap_or(i64::MAX);
    let part = (number % scale).unsigned_abs();
    let width = usize::from(decimals);
    let part = match part {
        0 => String::new(),
        part => format!("{part:0>width$}"),
    };
    (number / scale, part.trim_end_matches('0').to_owned())
}

/// A scaled number as it is typed, with this mark before its decimals; what could be a group of thousands has a zero more.
pub fn typed(number: i64, decimals: u8, mark: char) -> String {
    let (whole, part) = parts(number, decimals);
    let sign = if number < 0 { "-" } else { "" };
    let whole = whole.unsigned_abs();
    match part.as_str() {
        "" => format!("{sign}{whole}"),
        part if part.len() == GROUP && whole != 0 => format!("{sign}{whole}{mark}{part}0"),
        part => format!("{sign}{whole}{mark}{part}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_read_with_a_comma_or_a_point_and_written_back() {
        for (text, decimals, number) in [
            ("2,75", 2, 275),
            ("2.75", 2, 275),
            ("2,5", 2, 250),
            ("2,5000", 2, 250),
            ("3", 2, 300),
            ("0,5", 1, 5),
            ("0.125", 3, 125),
            ("1,1250", 3, 1_125),
            ("-0,5", 1, -5),
            ("-12,05", 2, -1_205),
            ("1500", 0, 1_500),
        ] {
            let read = Decimal::read(text).and_then(|read| read.scaled(decimals));
            assert_eq!(read, Some(number), "{text}");
            for mark in [',', '.'] {
                let again = typed(number, decimals, mark);
                let read = Decimal::read(&again).and_then(|read| read.scaled(decimals));
                assert_eq!(read, Some(number), "{again}");
            }
        }
        for text in [
            "",
            "1.500",
            "300,000",
            "2,",
            ",5",
            "2,7,5",
            "1.500,5",
            "+2",
            "2,75 hektare",
            "0,1234567",
        ] {
            assert_eq!(Decimal::read(text), None, "{text}");
        }
        assert_eq!(Decimal::read("2,755").and_then(|read| read.scaled(2)), None);
        assert_eq!(typed(300, 2, ','), "3");
        assert_eq!(typed(5, 2, ','), "0,05");
    }
}
