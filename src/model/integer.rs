//! Whole numbers: digits alone, and what to type for anything else, as far as that is certain.

use super::context::{Context, Decode};
use super::shape::Shape;
use crate::diagnostic::{Code, Diagnostic, Lang, Message, say};
use crate::figure::{self, Bound, Since, Unit, Whole};
use crate::span::Span;
use crate::yaml::Node;

/// A whole number.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Integer {
    /// The number.
    pub value: i64,
    /// Where it stands.
    pub span: Span,
}

impl Decode for Integer {
    fn shape() -> Shape {
        Shape::Integer
    }

    fn decode(node: &Node, cx: &mut Context<'_>) -> Option<Self> {
        let text = cx.scalar(node, ("bilangan bulat", "a whole number"))?;
        let digits = text.strip_prefix('-').unwrap_or(text);
        let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        if let (true, Ok(value)) = (plain, text.parse()) {
            return Some(Self {
                value,
                span: node.span,
            });
        }
        let finding = Diagnostic::new(
            Code::K0203,
            node.span,
            say!(
                "`{text}` bukan bilangan bulat",
                "`{text}` is not a whole number"
            ),
        );
        let key = Key::of(&cx.key);
        let help = certain(text, key, cx).unwrap_or_else(|| doubtful(text, key, cx));
        let finding = finding.help(help);
        cx.sink.push(match only_number(text, key) {
            Some(number) => finding.fix(node.span, number.to_string()),
            None => finding,
        });
        None
    }
}

/// The number of a text that is an amount and nothing else, and can be read in one way only: `Rp 10.000,00`.
fn only_number(text: &str, key: Key) -> Option<i64> {
    let whole = figure::read(text).filter(|_| key == Key::Money)?;
    let figure = &whole.figure;
    let alone = whole.bound == Bound::Plain && whole.per.is_none() && figure.low.is_none();
    let money = matches!(figure.unit, Unit::Rupiah | Unit::None);
    let plain = figure.is_certain && !figure.differs && whole.since.is_none();
    figure.whole().filter(|_| alone && money && plain)
}

/// What a number is for, by its key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Key {
    Money,
    Least,
    Most,
    Other,
}

impl Key {
    fn of(key: &str) -> Self {
        match key {
            "rupiah" | "amount" => Self::Money,
            "paling_cepat" | "min" => Self::Least,
            "paling_lambat" | "maks" | "max" => Self::Most,
            _ => Self::Other,
        }
    }
}

/// The lines to type for a text that is one figure, read in one way only.
fn certain(text: &str, key: Key, cx: &Context<'_>) -> Option<Message> {
    let name = cx.key.as_str();
    let free = matches!(text.to_lowercase().as_str(), "gratis" | "free");
    if key == Key::Money && free {
        return Some(say!("ketik: {name}: 0", "type: {name}: 0"));
    }
    let whole = figure::read(text)?;
    // "paling lama 3 hari" is a most; an amount that is only a most is not the amount.
    let fits = match whole.bound {
        Bound::Plain => true,
        Bound::Most => key == Key::Most,
        Bound::Least => key == Key::Least,
    };
    if !fits || !whole.figure.is_certain {
        return None;
    }
    // Nothing else than a length of time has a place there.
    let of_time = matches!(name, "paling_cepat" | "paling_lambat");
    if of_time && !matches!(whole.figure.unit, Unit::Time(_) | Unit::None) {
        return None;
    }
    if whole.figure.low.is_some() {
        return matches!(key, Key::Least | Key::Most)
            .then(|| range(&whole, cx))
            .flatten();
    }
    let (number, below) = match (key, &whole.figure.unit) {
        (Key::Money, Unit::Rupiah | Unit::None) => (whole.figure.whole()?, per(&whole)),
        (Key::Least | Key::Most, _) if whole.per.is_none() => {
            (value(&whole)?, unit_and_start(&whole))
        }
        (Key::Other, Unit::None | Unit::Other(_)) if whole.per.is_none() => {
            (whole.figure.whole()?, None)
        }
        _ => return None,
    };
    Some(match below {
        None => say!(
            "tulis dengan angka saja, tanpa titik dan satuan: {name}: {number}",
            "write only digits, without separators or units: {name}: {number}"
        ),
        Some(Message { id, en }) => say!(
            "ketik: {name}: {number}, dan di bawahnya {id}",
            "type: {name}: {number}, and below it {en}"
        ),
    })
}

/// The number in the unit that [`unit_and_start`] names.
fn value(whole: &Whole) -> Option<i64> {
    match whole.figure.length() {
        Some(length) => Some(length.value),
        None => whole.figure.whole(),
    }
}

fn per(whole: &Whole) -> Option<Message> {
    let per = whole.per.as_ref()?;
    Some(say!("per: {per}", "unit: {per}"))
}

/// `satuan: menit`, `satuan: hari_kerja dan sejak: berkas_lengkap`
fn unit_and_start(whole: &Whole) -> Option<Message> {
    let unit = match (&whole.figure.unit, whole.figure.length()) {
        (Unit::Time(_), Some(length)) => {
            let (id, en) = length.period.values();
            say!("satuan: {id}", "unit: {en}")
        }
        (Unit::Rupiah, _) => say!("satuan: rupiah", "unit: rupiah"),
        (Unit::Other(word), _) => say!("satuan: {word}", "unit: {word}"),
        _ => return None,
    };
    let (id, en) = match whole.since {
        None => return Some(unit),
        Some(since) => start(since),
    };
    let Message {
        id: unit_id,
        en: unit_en,
    } = unit;
    Some(say!("{unit_id}, sejak: {id}", "{unit_en}, from: {en}"))
}

/// The fixed value for the start of a time, in Indonesian and in English.
fn start(since: Since) -> (&'static str, &'static str) {
    match since {
        Since::Submission => ("permohonan", "submission"),
        Since::Complete => ("berkas_lengkap", "documents_complete"),
        Since::Payment => ("pembayaran", "payment"),
    }
}

/// The two lines of a range.
fn range(whole: &Whole, cx: &Context<'_>) -> Option<Message> {
    let figure = &whole.figure;
    let (low, high) = match figure.length() {
        Some(length) => (figure.least()?, length.value),
        None => (figure.low?.whole()?, figure.value.whole()?),
    };
    let (least, most) = match (cx.key.as_str(), cx.lang) {
        ("paling_cepat" | "paling_lambat", _) => ("paling_cepat", "paling_lambat"),
        ("min" | "maks", Lang::Id) => ("min", "maks"),
        _ => ("min", "max"),
    };
    let both = format!("{least}: {low}, dan di bawahnya {most}: {high}");
    let both_en = format!("{least}: {low}, and below it {most}: {high}");
    Some(match unit_and_start(whole) {
        None => say!("ketik: {both}", "type: {both_en}"),
        Some(Message { id, en }) => say!("ketik: {both}, {id}", "type: {both_en}, {en}"),
    })
}

/// What the model offers where no number is certain.
fn doubtful(text: &str, key: Key, cx: &Context<'_>) -> Message {
    let name = cx.key.as_str();
    let mut figures = figure::figures(text).into_iter();
    if figures.any(|figure| figure.differs) {
        return say!(
            "angka dan kata di dalam kurung berbeda; periksa di SK, lalu tulis angkanya saja",
            "the digits and the words in brackets differ; check the decree, then write only the digits"
        );
    }
    match key {
        Key::Money => say!(
            "tulis jumlahnya dalam rupiah dengan angka saja, misalnya: {name}: 10000; persen, mata uang lain, rumus dan kisaran ditulis sebagai kalimat di `bunyi:`, tanpa `{name}`",
            "write the amount in rupiah, only in digits, for example: {name}: 10000; write percentages, other currencies, formulas and ranges as a sentence in `text:`, without `{name}`"
        ),
        Key::Least | Key::Most => say!(
            "tulis satu bilangan bulat dengan angka saja, misalnya: {name}: 4; pecahan dalam satuan yang lebih kecil, misalnya 90 menit",
            "write one whole number, only in digits, for example: {name}: 4; write fractions in a smaller unit, such as 90 minutes"
        ),
        Key::Other => say!(
            "tulis satu bilangan bulat dengan angka saja, misalnya: {name}: 4",
            "write one whole number, only in digits, for example: {name}: 4"
        ),
    }
}
