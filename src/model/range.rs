//! Numbers that belong together: the least and the most.

use super::{Context, Integer, Slot};
use crate::diagnostic::{Code, Diagnostic, say};

/// Reports a range whose least is above its most, and negative numbers.
pub fn check_range(min: &Slot<Integer>, max: &Slot<Integer>, cx: &mut Context<'_>) {
    for number in [min.get(), max.get()].into_iter().flatten() {
        negative(*number, cx);
    }
    if let (Some(min), Some(max)) = (min.get(), max.get())
        && min.value > max.value
    {
        let (least, most) = (min.value, max.value);
        cx.sink.push(
            Diagnostic::new(
                Code::K0216,
                min.span,
                say!(
                    "paling sedikit {least} lebih besar daripada paling banyak {most}",
                    "the minimum, {least}, is greater than the maximum, {most}"
                ),
            )
            .also(max.span, say!("paling banyak", "the maximum"))
            .help(say!("tukar keduanya", "swap them")),
        );
    }
}

/// Reports a number below zero.
pub(super) fn negative(number: Integer, cx: &mut Context<'_>) {
    let value = number.value;
    if value < 0 {
        cx.sink.push(
            Diagnostic::new(
                Code::K0216,
                number.span,
                say!("`{value}` kurang dari nol", "`{value}` is below zero"),
            )
            .help(say!("tulis angka 0 atau lebih", "write 0 or more")),
        );
    }
}
