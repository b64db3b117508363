//! A number with its unit in the question's own, and what is said about something else where a number belongs.

use super::mistakes::{after_not, say_which};
use crate::diagnostic::{Code, Diagnostic, Message, say};
use crate::figure::{self, Figure, Period, Unit};
use crate::rule::questions::{Kind, Question};
use crate::rule::syntax::Value;

/// The number of `17 tahun` or `2 minggu` in the unit of its question; `None` where that is not exact.
pub(super) fn with_unit(words: &str, own: Option<&str>) -> Option<i64> {
    let own = own?;
    if let Some((number, unit)) = words.split_once(' ')
        && unit.eq_ignore_ascii_case(own)
    {
        return number.parse().ok();
    }
    let figure =
        figure::read(words).filter(|whole| whole.since.is_none() && whole.per.is_none())?;
    let length = figure.figure.length();
    let length = length.filter(|_| figure.figure.low.is_none())?;
    length.in_units_of(Period::named(own)?)
}

/// K0313. A number is offered only if it is certain, and means in the question's unit what was written.
pub(super) fn no_number(question: &Question, value: &Value) -> Diagnostic {
    let id = &question.id;
    let said = value.to_string();
    let finding = Diagnostic::new(
        Code::K0313,
        value.span,
        say!(
            "pertanyaan `{id}` dijawab dengan bilangan bulat, bukan `{value}`",
            "question `{id}` is answered with a whole number, not `{value}`"
        ),
    );
    let figure = figure::read(said.trim_matches('"')).filter(|_| after_not(&said).is_none());
    let whole = figure.filter(|whole| whole.per.is_none() && whole.since.is_none());
    let help = whole.and_then(|whole| in_its_unit(question, &whole.figure));
    finding.help(help.unwrap_or_else(|| say_which(question)))
}

/// What to type for a figure, if it is a certain whole number.
fn in_its_unit(question: &Question, figure: &Figure) -> Option<Message> {
    let own = match &question.kind {
        Kind::Number { unit, .. } => unit.as_deref(),
        _ => None,
    };
    let number = figure.whole();
    match (&figure.unit, own) {
        (Unit::None, _) => number.map(digits),
        (Unit::Time(period), Some(own)) => {
            let other = Period::named(own) != Some(*period);
            other.then(|| differs(period.word(), own))
        }
        (Unit::Rupiah, Some(own)) if own.eq_ignore_ascii_case("rupiah") => number.map(digits),
        (Unit::Rupiah, Some(own)) => Some(differs("rupiah", own)),
        (Unit::Other(word), Some(own)) if own.eq_ignore_ascii_case(word) => number.map(digits),
        (Unit::Other(word), Some(own)) => Some(differs(word, own)),
        (Unit::Time(period), None) => {
            number.map(|number| without_unit(question, period.word(), number))
        }
        (Unit::Rupiah, None) => number.map(|number| without_unit(question, "rupiah", number)),
        (Unit::Other(word), None) => number.map(|number| without_unit(question, word, number)),
        (Unit::Foreign, _) => None,
    }
}

fn digits(number: i64) -> Message {
    say!(
        "ketik angkanya saja: {number}",
        "type only the digits: {number}"
    )
}

/// The question counts something else; only the decree says how many that are.
fn differs(written: &str, own: &str) -> Message {
    say!(
        "pertanyaannya dijawab dalam {own}, di sini tertulis {written}: tulis angkanya dalam {own} menurut SK, atau ganti satuan pertanyaannya",
        "the question is answered in {own}, but here it says {written}: write the number in {own} as in the decree, or change the question's unit"
    )
}

/// The question does not say what it counts.
fn without_unit(question: &Question, unit: &str, number: i64) -> Message {
    let id = &question.id;
    say!(
        "tambahkan satuan: {unit} pada pertanyaan `{id}`, lalu ketik angkanya saja: {number}",
        "add unit: {unit} to question `{id}`, then type only the digits: {number}"
    )
}
