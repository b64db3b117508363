//! The figures of a text, each with its unit.

use super::Figure;
use super::exact::Exact;
use super::lexis::{FOREIGN, MONTHS, NAMES, NO_UNIT, RUPIAH, TO};
use super::number::{self, Number};
use super::tokens::{Kind, Token, cut, stands};
use super::unit::{PERIODS, Period, Unit};

/// Every figure of a text, in order; a number that names something (`Pasal 5`, `0254`, `2026-01-31`) is none.
pub fn figures(text: &str) -> Vec<Figure> {
    let tokens = cut(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match figure(&tokens, at) {
            Some((figure, next)) => {
                found.push(figure);
                at = next.max(at + 1);
            }
            None => at += 1,
        }
    }
    found
}

/// A number with its unit, before ranges and sums are made of it.
struct Simple {
    number: Number,
    unit: Unit,
    is_certain: bool,
    next: usize,
}

/// The figure that starts at a place, and the place after it.
pub(super) fn figure(tokens: &[Token], at: usize) -> Option<(Figure, usize)> {
    if is_inside_code(tokens, at) || is_name(tokens, at) {
        return None;
    }
    let first = simple(tokens, at)?;
    if let Some(range) = range(tokens, at, &first) {
        return Some(range);
    }
    if ends_in_code(tokens, first.next) {
        return None;
    }
    let whole = sum(tokens, first);
    let next = whole.next;
    Some((made(tokens, at, None, whole), next))
}

fn made(tokens: &[Token], at: usize, low: Option<Exact>, simple: Simple) -> Figure {
    Figure {
        low,
        value: simple.number.value,
        is_certain: simple.is_certain && simple.number.is_certain && simple.unit != Unit::Foreign,
        differs: simple.number.differs,
        is_scaled: simple.number.is_scaled,
        unit: simple.unit,
        from: tokens[at].from,
        to: tokens[simple.next - 1].to,
    }
}

fn is(tokens: &[Token], at: usize, words: &[&str]) -> bool {
    tokens.get(at).is_some_and(|token| token.is(words))
}

fn simple(tokens: &[Token], at: usize) -> Option<Simple> {
    if is(tokens, at, &RUPIAH) {
        let after = at + 1 + usize::from(is(tokens, at + 1, &["."]));
        let number = number::read(tokens, after)?;
        let next = number.next + usize::from(is(tokens, number.next, &["rupiah"]));
        let is_certain = !is(tokens, next, &["x", "×", "*"]) && !is(tokens, next, &FOREIGN);
        return Some(Simple {
            number,
            unit: Unit::Rupiah,
            is_certain,
            next,
        });
    }
    if is(tokens, at, &FOREIGN) {
        let after = (at + 1..).find(|at| !is(tokens, *at, &["$", "."]))?;
        let number = number::read(tokens, after)?;
        return Some(foreign(number, number.next));
    }
    let number = number::read(tokens, at)?;
    if is(tokens, number.next, &["x", "×", "*", "kali"])
        && let Some(product) = product(tokens, number)
    {
        return Some(product);
    }
    if number.says_rupiah {
        let next = number.next;
        return Some(with_unit(number, Unit::Rupiah, next));
    }
    let (unit, next, is_certain) = unit(tokens, number.next);
    Some(Simple {
        is_certain,
        ..with_unit(number, unit, next)
    })
}

fn with_unit(number: Number, unit: Unit, next: usize) -> Simple {
    Simple {
        number,
        unit,
        is_certain: true,
        next,
    }
}

fn foreign(number: Number, next: usize) -> Simple {
    with_unit(number, Unit::Foreign, next)
}

/// `2x24 jam`, two full days; any other product is a formula or a size. `None` for "3 kali".
fn product(tokens: &[Token], days: Number) -> Option<Simple> {
    let times = days.next;
    let Some(hours) = number::read(tokens, times + 1) else {
        let formula = !is(tokens, times, &["kali"]);
        return formula.then(|| foreign(days, times + 1));
    };
    let (unit, next, is_certain) = unit(tokens, hours.next);
    let day = hours.value == Exact::of(24) && days.value.whole().is_some();
    let in_hours = matches!(unit, Unit::Time(Period::Hour) | Unit::None);
    if !day || !in_hours {
        return Some(foreign(days, next));
    }
    let number = Number {
        value: days.value.times(24)?,
        is_certain: days.is_certain && hours.is_certain,
        next,
        ..days
    };
    Some(Simple {
        is_certain,
        ..with_unit(number, Unit::Time(Period::Hour), next)
    })
}

/// What is counted, the place after it, and whether it can be taken as it stands.
fn unit(tokens: &[Token], at: usize) -> (Unit, usize, bool) {
    let Some(token) = tokens.get(at) else {
        return (Unit::None, at, true);
    };
    if token.is(&FOREIGN) {
        return (Unit::Foreign, at + 1, false);
    }
    if token.is(&["rupiah"]) {
        return (Unit::Rupiah, at + 1, true);
    }
    if token.is(&["working"]) && is(tokens, at + 1, &["day", "days"]) {
        return (Unit::Time(Period::WorkingDay), at + 2, true);
    }
    let known = PERIODS.iter().find(|(word, _)| token.text == *word);
    match known.map(|(_, period)| *period) {
        Some(Period::Day) if is(tokens, at + 1, &["kerja"]) => {
            (Unit::Time(Period::WorkingDay), at + 2, true)
        }
        Some(Period::Day) if stands(tokens, at + 1, &["(", "kerja", ")"]) => {
            (Unit::Time(Period::WorkingDay), at + 4, true)
        }
        Some(Period::Day) if is(tokens, at + 1, &["kalender"]) => {
            (Unit::Time(Period::Day), at + 2, true)
        }
        // Working hours are no hours of the clock.
        Some(period) => (Unit::Time(period), at + 1, !is(tokens, at + 1, &["kerja"])),
        None if token.kind == Kind::Word && !token.is(&NO_UNIT) => {
            (Unit::Other(token.text.clone()), at + 1, !token.glued)
        }
        None => (Unit::None, at, true),
    }
}

/// `1-3 hari`, `3 s.d. 5 hari`, `30 menit sampai 1 jam`.
fn range(tokens: &[Token], at: usize, first: &Simple) -> Option<(Figure, usize)> {
    let join = TO.iter().find(|words| stands(tokens, first.next, words))?;
    let second = simple(tokens, first.next + join.len())?;
    if ends_in_code(tokens, second.next) {
        return None;
    }
    let next = second.next;
    let ends = (first.number.value, second.number.value);
    let (low, high, unit) = match (&first.unit, &second.unit) {
        (Unit::None, unit) => (ends.0, ends.1, Some(unit.clone())),
        (Unit::Rupiah, Unit::None) => (ends.0, ends.1, Some(Unit::Rupiah)),
        (Unit::Time(one), Unit::Time(other)) => in_one_unit((ends.0, *one), (ends.1, *other)),
        (one, other) => (ends.0, ends.1, (one == other).then(|| one.clone())),
    };
    // In "10 - 20 ribu" nobody knows whether the first is ten.
    let one_scale = first.number.is_scaled || !second.number.is_scaled;
    let is_certain = first.is_certain
        && first.number.is_certain
        && second.is_certain
        && unit.is_some()
        && one_scale
        && low < high;
    let whole = Simple {
        number: Number {
            value: high,
            differs: first.number.differs || second.number.differs,
            ..second.number
        },
        unit: unit.unwrap_or(second.unit),
        is_certain,
        next,
    };
    Some((made(tokens, at, Some(low), whole), next))
}

/// Two lengths of time in the smaller of their units.
fn in_one_unit(
    (low, one): (Exact, Period),
    (high, other): (Exact, Period),
) -> (Exact, Exact, Option<Unit>) {
    let small = one.min(other);
    let turned = |number: Exact, period: Period| number.times(period.in_units_of(small)?);
    match (turned(low, one), turned(high, other)) {
        (Some(low), Some(high)) => (low, high, Some(Unit::Time(small))),
        _ => (low, high, None),
    }
}

/// `1 jam 30 menit` as 90 menit.
fn sum(tokens: &[Token], first: Simple) -> Simple {
    let Unit::Time(large) = first.unit else {
        return first;
    };
    let at = first.next + usize::from(is(tokens, first.next, &["dan"]));
    let Some(second) = simple(tokens, at) else {
        return first;
    };
    let Unit::Time(small) = second.unit else {
        return first;
    };
    let factor = large.in_units_of(small).filter(|factor| *factor > 1);
    let Some(factor) = factor.filter(|factor| second.number.value < Exact::of(*factor)) else {
        return first;
    };
    let Some(turned) = first.number.value.times(factor) else {
        return first;
    };
    let number = Number {
        value: turned.plus(second.number.value),
        is_certain: first.number.is_certain && second.number.is_certain,
        differs: first.number.differs || second.number.differs,
        ..second.number
    };
    sum(
        tokens,
        Simple {
            number,
            is_certain: first.is_certain && second.is_certain,
            ..second
        },
    )
}

/// Whether a place is in the middle of a code: `F-1.02`, `470/1/2026`, `0254-200083`.
fn is_inside_code(tokens: &[Token], at: usize) -> bool {
    let Some(token) = tokens.get(at).filter(|token| token.glued && at > 0) else {
        return false;
    };
    let before = &tokens[at - 1];
    let tied = before.glued && at > 1 && tokens[at - 2].kind != Kind::Sign;
    match before.kind {
        Kind::Sign => tied && before.is(&["-", "/", ".", ":", "–"]),
        Kind::Word | Kind::Digits => token.kind == Kind::Digits,
    }
}

/// Whether more of a code follows: `2026-01-31`, `08:30`, `3/5`, `1:N`.
fn ends_in_code(tokens: &[Token], at: usize) -> bool {
    let glued = |at: usize| tokens.get(at).filter(|token| token.glued);
    let Some(sign) = glued(at) else {
        return false;
    };
    let Some(after) = glued(at + 1) else {
        return false;
    };
    let digits = after.kind == Kind::Digits && sign.is(&["-", "/", "–", "."]);
    digits || (after.kind != Kind::Sign && sign.is(&[":"]))
}

/// Whether a number names something: a law, a year, a day, a place in a list.
fn is_name(tokens: &[Token], at: usize) -> bool {
    let Some(token) = tokens.get(at) else {
        return true;
    };
    let before = |back: usize| at.checked_sub(back).and_then(|at| tokens.get(at));
    let word = match before(1) {
        Some(point) if point.is(&["."]) && point.glued => before(2),
        word => word,
    };
    let listed = at == 0
        && token.kind == Kind::Digits
        && tokens
            .get(1)
            .is_some_and(|sign| sign.glued && sign.is(&[")", "."]))
        && tokens.len() > 2
        && !tokens[2].glued;
    let year =
        token.text.len() == 4 && word.is_some_and(|word| word.is(&["tahun"]) || word.is(&MONTHS));
    let day = tokens.get(at + 1).is_some_and(|after| after.is(&MONTHS));
    let named = word.is_some_and(|word| word.is(&NAMES));
    listed || year || day || named
}
