//! Numbers without rounding.

/// A number with a few decimals: `units / 1000`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Exact {
    thousandths: i128,
}

/// How many parts one has.
const PARTS: i128 = 1_000;

impl Exact {
    /// A whole number.
    pub fn of(whole: i64) -> Self {
        Self {
            thousandths: i128::from(whole) * PARTS,
        }
    }

    /// `whole` and the digits behind the comma; `None` for more than three.
    pub(super) fn with_decimals(whole: &str, decimals: &str) -> Option<Self> {
        if decimals.len() > 3 || whole.len() > 18 {
            return None;
        }
        let part: i128 = format!("{decimals:0<3}").parse().ok()?;
        let whole: i128 = whole.parse().ok()?;
        Some(Self {
            thousandths: whole * PARTS + part,
        })
    }

    /// One half more.
    pub(super) fn and_a_half(self) -> Self {
        Self {
            thousandths: self.thousandths + PARTS / 2,
        }
    }

    /// The number, if it is whole.
    pub fn whole(self) -> Option<i64> {
        let whole = self.thousandths % PARTS == 0;
        whole
            .then(|| i64::try_from(self.thousandths / PARTS).ok())
            .flatten()
    }

    /// The number times ten to the power of `decimals`, if that is whole.
    pub fn scaled(self, decimals: u8) -> Option<i64> {
        let scale = 10_i128.checked_pow(decimals.into())?;
        let scaled = self.thousandths.checked_mul(scale)?;
        (scaled % PARTS == 0).then(|| i64::try_from(scaled / PARTS).ok())?
    }

    /// So many times as much; `None` beyond all bounds.
    pub fn times(self, factor: i64) -> Option<Self> {
        let thousandths = self.thousandths.checked_mul(i128::from(factor))?;
        (thousandths < i128::from(i64::MAX)).then_some(Self { thousandths })
    }

    /// The product of two numbers, if it has no more than three decimals.
    pub fn product(self, other: Self) -> Option<Self> {
        let product = self.thousandths.checked_mul(other.thousandths)?;
        (product % PARTS == 0).then_some(Self {
            thousandths: product / PARTS,
        })
    }

    /// The sum of two numbers.
    pub fn plus(self, other: Self) -> Self {
        Self {
            thousandths: self.thousandths + other.thousandths,
        }
    }
}
