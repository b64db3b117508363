//! A number with its unit in the question's own, and what is said about something else where a number belongs.

use super::mistakes::{after_not, say_which};
use crate::diagnostic::{Code, Diagnostic, Lang, Message, say};
use crate::figure::{self, Decimal, Figure, Period, Unit};
use crate::rule::questions::{Kind, Question};
use crate::rule::syntax::{Value, ValueKind};

/// A number as it is typed, in units of the last of so many decimals.
pub(super) fn scaled(text: &str, decimals: u8) -> Option<i64> {
    Decimal::read(text)?.scaled(decimals)
}

/// The number of `17 tahun` or `2 minggu` in the unit of its question; `None` where that is not exact.
pub(super) fn with_unit(words: &str, own: Option<&str>, decimals: u8) -> Option<i64> {
    if let Some(number) = scaled(words, decimals).filter(|_| decimals > 0) {
        return Some(number);
    }
    let own = own?;
    if let Some((number, unit)) = words.split_once(' ')
        && unit.eq_ignore_ascii_case(own)
    {
        return scaled(number, decimals);
    }
    let figure =
        figure::read(words).filter(|whole| whole.since.is_none() && whole.per.is_none())?;
    let length = figure.figure.length();
    let length = length.filter(|_| figure.figure.low.is_none())?;
    let length = length.in_units_of(Period::named(own)?)?;
    scaled(&length.to_string(), decimals)
}

/// The values of a list: `17,18` without a blank is two of them.
pub(super) fn parted(values: &[Value]) -> Vec<Value> {
    let parts = values.iter().flat_map(|value| match &value.kind {
        ValueKind::Words(words) if is_parted(words) => {
            let parts = words.split(',');
            parts.map(|part| Value::plain(part, value.span)).collect()
        }
        _ => vec![value.clone()],
    });
    parts.collect()
}

fn is_parted(words: &str) -> bool {
    words.contains(',') && words.chars().all(|c| c.is_ascii_digit() || c == ',')
}

/// K0313: a comma in a list, which may part two numbers of the question or begin the decimals of one.
pub(super) fn parted_or_decimal(question: &Question, values: &[Value]) -> Option<Diagnostic> {
    let unclear = values.iter().find_map(|value| match &value.kind {
        ValueKind::Words(words) if is_parted(words) => Some((words, value.span)),
        _ => None,
    });
    let (number, span) = unclear.filter(|_| question.decimals() > 0)?;
    let (point, blank) = (number.replacen(',', ".", 1), number.replace(',', ", "));
    let finding = Diagnostic::new(
        Code::K0313,
        span,
        say!(
            "`{number}` di dalam daftar dapat berarti satu bilangan atau beberapa",
            "`{number}` in a list can be one number or several"
        ),
    );
    Some(finding.help(say!(
        "ketik {point} jika satu bilangan, atau {blank} jika beberapa",
        "type {point} if it is one number, or {blank} if it is several"
    )))
}

/// K0315.
pub(super) fn out_of_range(question: &Question, value: &Value, number: i64) -> Diagnostic {
    let id = &question.id;
    let (least, most) = match question.kind {
        Kind::Number { min, max, .. } => (min, max),
        _ => (0, 0),
    };
    let said = |lang: Lang| [number, least, most].map(|number| question.typed(number, lang));
    let ([number_id, min_id, max_id], [number_en, min_en, max_en]) =
        (said(Lang::Id), said(Lang::En));
    Diagnostic::new(
        Code::K0315,
        value.span,
        say!(
            "`{number_id}` di luar batas pertanyaan `{id}`, yaitu {min_id} sampai {max_id}",
            "`{number_en}` is outside the range of question `{id}`, which is {min_en} to {max_en}"
        ),
    )
    .also(
        question.span,
        say!("batasnya ditulis di sini", "the range is set here"),
    )
    .help(say!(
        "ketik bilangan dari {min_id} sampai {max_id}, atau ubah `min` dan `maks` pertanyaan itu",
        "type a number from {min_en} to {max_en}, or change that question's `min` and `max`"
    ))
}

/// More digits behind the comma than the question has.
fn too_fine(question: &Question, value: &Value) -> Option<Diagnostic> {
    let said = value.to_string();
    let number = said.split(' ').next().and_then(Decimal::read)?;
    let (places, own, id) = (number.places(), question.decimals(), &question.id);
    let message = match own {
        0 => say!(
            "pertanyaan `{id}` dijawab dengan bilangan bulat, bukan `{value}`",
            "question `{id}` is answered with a whole number, not `{value}`"
        ),
        _ => say!(
            "`{value}` punya {places} angka di belakang koma, pertanyaan `{id}` hanya {own}",
            "`{value}` has {places} decimals, but question `{id}` has {own}"
        ),
    };
    let finding = || {
        Diagnostic::new(Code::K0313, value.span, message)
        .help(say!(
            "jika angkanya memang begitu menurut SK, ketik di bawah `angka` pertanyaan `{id}`: desimal: {places}",
            "if the decree says so, type below `number` of question `{id}`: decimals: {places}"
        ))
    };
    (places > own).then(finding)
}

/// What to type for `1.500`, whose mark may group thousands or begin decimals.
fn grouped_or_decimal(question: &Question, value: &Value) -> Option<Message> {
    let said = value.to_string();
    let (whole, part) = said.split_once(['.', ','])?;
    let digits = [whole, part]
        .iter()
        .all(|text| text.bytes().all(|b| b.is_ascii_digit()));
    if question.decimals() == 0 || !digits || part.len() != 3 {
        return None;
    }
    let fine = Decimal::read(&format!("{whole},{part}0"))?;
    let Some(scaled) = fine.scaled(question.decimals()) else {
        let places = fine.places();
        return Some(say!(
            "ketik {whole}{part} jika tandanya memisahkan ribuan; jika di belakangnya pecahan, ketik desimal: {places} di bawah `angka` pertanyaannya, dan di sini {whole},{part}0",
            "type {whole}{part} if the mark groups thousands; if decimals follow it, type decimals: {places} below `number` of the question, and here {whole}.{part}0"
        ));
    };
    let [id, en] = [Lang::Id, Lang::En].map(|lang| question.typed(scaled, lang));
    Some(say!(
        "ketik {whole}{part} jika tandanya memisahkan ribuan, atau {id} jika di belakangnya pecahan",
        "type {whole}{part} if the mark groups thousands, or {en} if decimals follow it"
    ))
}

/// K0313. A number is offered only if it is certain, and means in the question's unit what was written.
pub(super) fn no_number(question: &Question, value: &Value) -> Diagnostic {
    if let Some(finding) = too_fine(question, value) {
        return finding;
    }
    let id = &question.id;
    let said = value.to_string();
    let (kind_id, kind_en) = match question.decimals() {
        0 => ("bilangan bulat", "whole number"),
        _ => ("bilangan", "number"),
    };
    let finding = Diagnostic::new(
        Code::K0313,
        value.span,
        say!(
            "pertanyaan `{id}` dijawab dengan {kind_id}, bukan `{value}`",
            "question `{id}` is answered with a {kind_en}, not `{value}`"
        ),
    );
    let figure = figure::read(said.trim_matches('"')).filter(|_| after_not(&said).is_none());
    let whole = figure.filter(|whole| whole.per.is_none() && whole.since.is_none());
    let help = whole.and_then(|whole| in_its_unit(question, &whole.figure));
    let help = grouped_or_decimal(question, value).or(help);
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
