//! The numbers that a question is answered with, whole or with decimals.

use super::context::{Context, Decode};
use super::encode::{Encode, Encoder};
use super::record::record;
use super::shape::Shape;
use super::{Integer, Slot, Text};
use crate::diagnostic::{Code, Diagnostic, say};
use crate::figure::{self, Decimal, MOST_DECIMALS};
use crate::span::Span;
use crate::yaml::Node;

/// A number as it was written: whole, or with decimals after a comma or a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Number {
    /// The number.
    pub value: Decimal,
    /// Where it stands.
    pub span: Span,
}

impl Encode for Number {
    fn encode(&self, _: &mut Encoder<'_>) -> Option<serde_json::Value> {
        let places = self.value.places();
        let written = figure::typed(self.value.scaled(places)?, places, '.');
        let number: serde_json::Number = written.parse().ok()?;
        Some(number.into())
    }
}

impl Decode for Number {
    fn shape() -> Shape {
        Shape::Number
    }

    fn decode(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        let span = node.span;
        if let Some(value) = node.as_str().and_then(Decimal::read) {
            return Some(Self { value, span });
        }
        // What is no number is met with what a whole number is met with.
        let whole = Integer::decode(node, cx)?;
        let value = Decimal::read(&whole.value.to_string())?;
        Some(Self { value, span })
    }
}

record! {
    /// The numbers a question can be answered with.
    pub struct NumberRange as "number_range", check check_decimals {
        min / "min" required: Number = "The smallest" | "Paling kecil",
        max / "maks" required: Number = "The largest" | "Paling besar",
        decimals / "desimal": Integer = "How many digits stand behind the comma, for 2,75 two" | "Berapa angka di belakang koma, untuk 2,75 dua",
        unit / "satuan": Text = "What is counted" | "Satuannya",
    }
}

impl NumberRange {
    /// How many digits stand behind the comma; as many as an end has, where fewer are written, which is reported.
    pub fn places(&self) -> u8 {
        let ends = [&self.min, &self.max].into_iter().filter_map(Slot::get);
        let of_ends = ends.map(|number| number.value.places()).max();
        self.written_places().max(of_ends.unwrap_or(0))
    }

    /// As many as are written, if that many are possible.
    fn written_places(&self) -> u8 {
        let decimals = self.decimals.get().map(|decimals| decimals.value);
        let decimals = decimals.and_then(|decimals| u8::try_from(decimals).ok());
        decimals
            .filter(|decimals| *decimals <= MOST_DECIMALS)
            .unwrap_or(0)
    }

    /// The smallest and the largest in units of the last decimal.
    pub fn scaled(&self) -> Option<(i64, i64)> {
        let end = |number: &Slot<Number>| number.get()?.value.scaled(self.places());
        Some((end(&self.min)?, end(&self.max)?))
    }
}

/// The decimals are few, and no end has more of them.
fn check_decimals(range: &NumberRange, cx: &mut Context<'_>) {
    if let Some(decimals) = range.decimals.get()
        && !(0..=i64::from(MOST_DECIMALS)).contains(&decimals.value)
    {
        let value = decimals.value;
        cx.sink.push(
            Diagnostic::new(
                Code::K0216,
                decimals.span,
                say!(
                    "`{value}` angka di belakang koma; paling banyak {MOST_DECIMALS}",
                    "`{value}` decimals, but at most {MOST_DECIMALS} are possible"
                ),
            )
            .help(say!(
                "tulis angka 0 sampai {MOST_DECIMALS}, misalnya 2 untuk 2,75",
                "write 0 to {MOST_DECIMALS}, such as 2 for 2.75"
            )),
        );
        return;
    }
    for number in [&range.min, &range.max].into_iter().filter_map(Slot::get) {
        let (own, places) = (range.written_places(), number.value.places());
        if number.value.scaled(own).is_none() {
            cx.sink.push(too_fine(number, places, own));
        }
    }
}

fn too_fine(number: &Number, places: u8, own: u8) -> Diagnostic {
    let typed = |mark: char| {
        let digits = number.value.scaled(places).unwrap_or_default();
        figure::typed(digits, places, mark)
    };
    let (id, en) = (typed(','), typed('.'));
    Diagnostic::new(
        Code::K0203,
        number.span,
        say!(
            "`{id}` punya {places} angka di belakang koma, tetapi `desimal` pertanyaan ini {own}",
            "`{en}` has {places} decimals, but the `decimals` of this question are {own}"
        ),
    )
    .help(say!(
        "ketik di bawah `angka`: desimal: {places}",
        "type below `number`: decimals: {places}"
    ))
}
