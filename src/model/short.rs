//! Short forms: a sentence where a record could stand, and what fits together within a record.

use super::decode::{Context, Decode};
use super::service::{
    Choice, CostRow, Facility, LegalBasis, Otherwise, Product, Requirement, Step, Time, TimeCase,
    TimeFrom, TimePhase, TimeUnit,
};
use super::{Integer, Slot, Text};
use crate::diagnostic::{Code, Diagnostic, Message, say};
use crate::figure::{self, Bound, Length, Period, Since, Unit, Whole};
use crate::yaml::Node;

macro_rules! from_text {
    ($(#[$doc:meta])* $name:ident -> $record:ident . $field:ident) => {
        $(#[$doc])*
        pub fn $name(node: &Node, cx: &mut Context<'_>) -> Option<$record> {
            Some($record {
                span: node.span,
                $field: Slot::Given(Text::decode(node, cx)?),
                ..$record::default()
            })
        }
    };
}

from_text!(
    /// `- Fotokopi KK`
    requirement -> Requirement.text
);
from_text!(
    /// `- Datang ke loket`
    step -> Step.text
);
from_text!(
    /// `- Kartu contoh`
    product -> Product.text
);
from_text!(
    /// `- Ruang tunggu`
    facility -> Facility.text
);
from_text!(
    /// `- Peraturan Daerah …`
    legal_basis -> LegalBasis.text
);
from_text!(
    /// `otherwise: the reason`
    otherwise -> Otherwise.say
);
from_text!(
    /// `baru: Baru pertama kali`
    choice -> Choice.label
);

/// `time: 4 hari kerja`, `1-3 hari`, `paling lama 4 (empat) hari kerja sejak berkas lengkap`, `2x24 jam`.
pub fn time(node: &Node, cx: &mut Context<'_>) -> Option<Time> {
    let text = Text::decode(node, cx)?;
    let whole = figure::read(&text.value).filter(|whole| whole.bound != Bound::Least);
    let Some((least, length, since)) = whole.as_ref().and_then(length_of) else {
        cx.sink.push(no_time(&text, cx));
        return None;
    };
    let integer = |value: i64| {
        Slot::Given(Integer {
            value,
            span: node.span,
        })
    };
    let from = since.map(|since| match since {
        Since::Submission => TimeFrom::Submission,
        Since::Complete => TimeFrom::DocumentsComplete,
        Since::Payment => TimeFrom::Payment,
    });
    Some(Time {
        span: node.span,
        min: least.map_or(Slot::Absent, integer),
        max: integer(length.value),
        unit: Slot::Given(unit_of(length.period)),
        from: from.map_or(Slot::Absent, Slot::Given),
        text: Slot::Given(text),
        ..Time::default()
    })
}

/// The least, the most and the start of a time that is certain.
fn length_of(whole: &Whole) -> Option<(Option<i64>, Length, Option<Since>)> {
    let length = whole.figure.length().filter(|_| whole.per.is_none())?;
    let least = whole.figure.least();
    let both = whole.figure.low.is_none() || least.is_some();
    both.then_some((least, length, whole.since))
}

/// A sentence that is not only a length of time; what is certain of it is offered.
fn no_time(text: &Text, cx: &Context<'_>) -> Diagnostic {
    let (key, found) = (&cx.key, &text.value);
    let finding = Diagnostic::new(
        Code::K0219,
        text.span,
        say!(
            "lamanya tidak terbaca dari `{found}`",
            "`{found}` is not a length of time that can be read"
        ),
    );
    let start = figure::starts_with(found).filter(|whole| whole.bound != Bound::Least);
    let Some((None, length, _)) = start.as_ref().and_then(length_of) else {
        return finding.help(say!(
            "tulis angka dan satuan, misalnya: {key}: 4 hari kerja; atau tulis kalimatnya di bawah {key}: sebagai bunyi: …",
            "write a number and a unit, for example: {key}: 4 hari kerja; or put the sentence below {key}: as text: …"
        ));
    };
    let (value, (id, en)) = (length.value, length.period.values());
    finding.help(say!(
        "ketik di bawah {key}: paling_lambat: {value}, lalu satuan: {id}, dan kalimatnya sebagai bunyi: …",
        "type below {key}: max: {value}, then unit: {en}, and the sentence as text: …"
    ))
}

/// The fixed value of a unit of time.
fn unit_of(period: Period) -> TimeUnit {
    match period {
        Period::Minute => TimeUnit::Minute,
        Period::Hour => TimeUnit::Hour,
        Period::Day => TimeUnit::Day,
        Period::WorkingDay => TimeUnit::WorkingDay,
        Period::Week => TimeUnit::Week,
        Period::Month => TimeUnit::Month,
        Period::Year => TimeUnit::Year,
    }
}

/// Words for a service that costs nothing.
const FREE: [&str; 7] = [
    "gratis",
    "free",
    "tidak dipungut biaya",
    "tidak ada biaya",
    "tanpa biaya",
    "tidak ada",
    "none",
];

/// `cost: gratis`, `Rp10.000`, `Rp. 10.000,- per lembar`, `50000`.
pub fn cost(node: &Node, cx: &mut Context<'_>) -> Option<CostRow> {
    let text = Text::decode(node, cx)?;
    let Some((amount, per)) = parse_cost(&text.value) else {
        let found = &text.value;
        let finding = Diagnostic::new(
            Code::K0219,
            node.span,
            say!(
                "biayanya tidak terbaca dari `{found}`",
                "`{found}` is not a cost that can be read"
            ),
        );
        cx.sink.push(finding.help(no_cost(found, &cx.key)));
        return None;
    };
    let unit = per.map_or(Slot::Absent, |value| {
        Slot::Given(Text {
            value,
            span: node.span,
            ..Text::default()
        })
    });
    // A number alone is a value and no sentence.
    let sentence = text.value.contains(char::is_alphabetic);
    Some(CostRow {
        span: node.span,
        amount: Slot::Given(Integer {
            value: amount,
            span: node.span,
        }),
        unit,
        text: if sentence {
            Slot::Given(text)
        } else {
            Slot::Absent
        },
        ..CostRow::default()
    })
}

/// The key that fits a text from which no cost is read.
fn no_cost(text: &str, key: &str) -> Message {
    let nothing = text.chars().all(|c| matches!(c, '0' | '-' | '.' | ','));
    if nothing {
        return say!(
            "ketik {key}: gratis jika tidak dipungut biaya, atau {key}: null jika dinas belum mencantumkannya",
            "type {key}: gratis if there is no charge, or {key}: null if the agency has not stated it"
        );
    }
    say!(
        "tulis {key}: gratis, atau {key}: Rp10.000; kisaran, persen, rumus dan kalimat lain tulis sebagai butir: - bunyi: …",
        "write {key}: gratis, or {key}: Rp10.000; write a range, percentage, formula or any other sentence as an item: - text: …"
    )
}

/// The amount in rupiah, and for each of what; `None` where it is not certain.
pub fn parse_cost(text: &str) -> Option<(i64, Option<String>)> {
    let lower = text.trim().trim_end_matches('.').to_lowercase();
    if FREE.contains(&lower.as_str()) {
        return Some((0, None));
    }
    let whole = figure::read(text)?;
    let plain = whole.bound == Bound::Plain && whole.since.is_none();
    let amount = whole.figure.whole().filter(|_| plain)?;
    let sound = match whole.figure.unit {
        Unit::Rupiah => true,
        // A zero alone may stand for "not filled in".
        Unit::None => amount > 0,
        _ => false,
    };
    sound.then_some((amount, whole.per))
}

/// The least is not above the most, and no number is negative.
pub fn check_time(time: &Time, cx: &mut Context<'_>) {
    check_range(&time.min, &time.max, cx);
    check_unit(&time.min, &time.max, &time.unit, &time.text, cx);
}

/// As [`check_time`].
pub fn check_case(case: &TimeCase, cx: &mut Context<'_>) {
    check_range(&case.min, &case.max, cx);
    check_unit(&case.min, &case.max, &case.unit, &case.text, cx);
}

/// As [`check_time`].
pub fn check_phase(phase: &TimePhase, cx: &mut Context<'_>) {
    check_range(&phase.min, &phase.max, cx);
    check_unit(&phase.min, &phase.max, &phase.unit, &phase.text, cx);
}

/// A tariff is not negative.
pub fn check_cost(row: &CostRow, cx: &mut Context<'_>) {
    if let Some(amount) = row.amount.get() {
        negative(*amount, cx);
    }
}

fn check_unit(
    min: &Slot<Integer>,
    max: &Slot<Integer>,
    unit: &Slot<TimeUnit>,
    text: &Slot<Text>,
    cx: &mut Context<'_>,
) {
    let (Some(number), Slot::Absent) = (max.get().or(min.get()), unit) else {
        return;
    };
    let value = number.value;
    let finding = Diagnostic::new(
        Code::K0208,
        number.span,
        say!(
            "satuan untuk {value} belum ditulis",
            "the unit of {value} is missing"
        ),
    );
    let said = figure::read(text.str()).and_then(|whole| whole.figure.length());
    let help = match said.filter(|said| said.value == value) {
        Some(said) => {
            let (id, en) = said.period.values();
            say!("tambahkan: satuan: {id}", "add: unit: {en}")
        }
        None => say!(
            "tambahkan satuan: dengan salah satu dari menit, jam, hari, hari_kerja, minggu, bulan, tahun",
            "add unit: with one of minute, hour, day, working_day, week, month, year"
        ),
    };
    cx.sink.push(finding.help(help));
}

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

fn negative(number: Integer, cx: &mut Context<'_>) {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_phrases_of_time_are_read() {
        let read = |text| {
            let (least, length, since) = length_of(&figure::read(text)?)?;
            Some((least, length.value, unit_of(length.period), since))
        };
        let day = TimeUnit::WorkingDay;
        assert_eq!(read("4 Hari kerja"), Some((None, 4, day, None)));
        assert_eq!(
            read("maksimal 4 (empat) hari kerja"),
            Some((None, 4, day, None))
        );
        assert_eq!(
            read("20-30 menit"),
            Some((Some(20), 30, TimeUnit::Minute, None))
        );
        assert_eq!(
            read("1 sampai 4 hari"),
            Some((Some(1), 4, TimeUnit::Day, None))
        );
        assert_eq!(read("2x24 jam"), Some((None, 48, TimeUnit::Hour, None)));
        assert_eq!(read("1x24"), Some((None, 24, TimeUnit::Hour, None)));
        assert_eq!(read("Rp4 per hari"), None);
        assert_eq!(
            read("Paling lama 6 (enam) hari kerja sejak berkas lengkap"),
            Some((None, 6, day, Some(Since::Complete)))
        );
        assert_eq!(read("4 hari kerja sejak berkas diterima"), None);
        assert_eq!(read("sebentar"), None);
    }

    #[test]
    fn plain_phrases_of_cost_are_read() {
        assert_eq!(parse_cost("Tidak dipungut biaya"), Some((0, None)));
        assert_eq!(parse_cost("tidak ada"), Some((0, None)));
        assert_eq!(parse_cost("Rp. 10.000,-"), Some((10_000, None)));
        assert_eq!(parse_cost("Rp16.000,00"), Some((16_000, None)));
        assert_eq!(
            parse_cost("Rp 10.000 (sepuluh ribu rupiah)"),
            Some((10_000, None))
        );
        assert_eq!(parse_cost("50000"), Some((50_000, None)));
        assert_eq!(
            parse_cost("Rp10.000/unit"),
            Some((10_000, Some("unit".to_owned())))
        );
        for unclear in [
            "Rp1.00",
            "0",
            "Gratis untuk BPJS",
            "10%",
            "maksimal Rp10.000",
            "Rp1.000-Rp2.000",
        ] {
            assert_eq!(parse_cost(unclear), None, "{unclear}");
        }
    }
}
