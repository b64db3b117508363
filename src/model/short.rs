//! Short forms: a sentence where a record could stand, and what fits together within a record.

use super::decode::{Context, Decode};
use super::service::{
    Choice, CostRow, Facility, LegalBasis, Otherwise, Product, Requirement, Step, Time, TimeCase,
    TimePhase, TimeUnit,
};
use super::{Integer, Slot, Text};
use crate::diagnostic::{Code, Diagnostic, say};
use crate::span::Span;
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

/// `time: 4 hari kerja`, `1-3 hari`, `paling lama 4 (empat) hari kerja`, `2x24 jam`.
pub fn time(node: &Node, cx: &mut Context<'_>) -> Option<Time> {
    let text = Text::decode(node, cx)?;
    let Some(read) = Duration::parse(&text.value) else {
        let (key, found) = (&cx.key, &text.value);
        cx.sink.push(
            Diagnostic::new(
                Code::K0219,
                node.span,
                say!(
                    "lamanya tidak terbaca dari `{found}`",
                    "no length of time can be read from `{found}`"
                ),
            )
            .help(say!(
                "tulis angka dan satuan, misalnya: {key}: 4 hari kerja; atau tulis kalimatnya di bawah {key}: sebagai bunyi: …",
                "write a number and a unit, such as: {key}: 4 hari kerja; or put the sentence below {key}: as text: …"
            )),
        );
        return None;
    };
    let integer = |value: i64| {
        Slot::Given(Integer {
            value,
            span: node.span,
        })
    };
    Some(Time {
        span: node.span,
        min: read.min.map_or(Slot::Absent, integer),
        max: integer(read.max),
        unit: Slot::Given(read.unit),
        text: Slot::Given(text),
        ..Time::default()
    })
}

/// A length of time as a plain phrase says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Duration {
    /// The least, where a range is given.
    pub min: Option<i64>,
    /// The most.
    pub max: i64,
    /// The unit of both.
    pub unit: TimeUnit,
}

impl Duration {
    /// Reads a phrase that is nothing but a length of time; `None` when anything else stands in it.
    pub fn parse(text: &str) -> Option<Self> {
        let lower = text.trim().trim_end_matches('.').to_lowercase();
        let rest = [
            "paling lama",
            "paling lambat",
            "maksimal",
            "maksimum",
            "selama",
            "at most",
        ]
        .iter()
        .find_map(|word| lower.strip_prefix(word))
        .unwrap_or(&lower)
        .trim_start();
        let (first, rest) = number(rest)?;
        if let Some(times) = rest.strip_prefix('x') {
            // "2x24 jam" is how offices write two full days.
            let (hours, rest) = number(times.trim_start())?;
            let unit = unit(rest.trim())?;
            return (unit == TimeUnit::Hour).then_some(Self {
                min: None,
                max: first.checked_mul(hours)?,
                unit,
            });
        }
        let range = [
            "-",
            "–",
            "—",
            "sampai dengan",
            "sampai",
            "s.d.",
            "s/d",
            "hingga",
            "to",
        ]
        .iter()
        .find_map(|word| rest.strip_prefix(word));
        let (min, max, rest) = match range {
            Some(rest) => {
                let (second, rest) = number(rest.trim_start())?;
                (Some(first), second, rest)
            }
            None => (None, first, rest),
        };
        Some(Self {
            min,
            max,
            unit: unit(rest.trim())?,
        })
    }
}

/// A number and the same in words in brackets, `4 (empat)`; and what follows.
fn number(text: &str) -> Option<(i64, &str)> {
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    let value = text[..end].parse().ok()?;
    let rest = text[end..].trim_start();
    let rest = match rest
        .strip_prefix('(')
        .and_then(|inner| inner.split_once(')'))
    {
        Some((words, after)) if words.chars().all(|c| c.is_alphabetic() || c == ' ') => {
            after.trim_start()
        }
        _ => rest,
    };
    Some((value, rest))
}

fn unit(text: &str) -> Option<TimeUnit> {
    Some(match text {
        "menit" | "minute" | "minutes" => TimeUnit::Minute,
        "jam" | "hour" | "hours" => TimeUnit::Hour,
        "hari" | "hari kalender" | "day" | "days" => TimeUnit::Day,
        "hari kerja" | "working day" | "working days" => TimeUnit::WorkingDay,
        "minggu" | "week" | "weeks" => TimeUnit::Week,
        "bulan" | "month" | "months" => TimeUnit::Month,
        "tahun" | "year" | "years" => TimeUnit::Year,
        _ => return None,
    })
}

/// `cost: gratis`, `Rp10.000`, `Rp. 10.000,- per lembar`.
pub fn cost(node: &Node, cx: &mut Context<'_>) -> Option<CostRow> {
    let text = Text::decode(node, cx)?;
    let Some((amount, per)) = parse_cost(&text.value) else {
        let (key, found) = (&cx.key, &text.value);
        cx.sink.push(
            Diagnostic::new(
                Code::K0219,
                node.span,
                say!(
                    "biayanya tidak terbaca dari `{found}`",
                    "no cost can be read from `{found}`"
                ),
            )
            .help(say!(
                "tulis {key}: gratis, atau {key}: Rp10.000; kalimat lain tulis sebagai butir: - bunyi: …",
                "write {key}: gratis, or {key}: Rp10.000; any other sentence as an item: - text: …"
            )),
        );
        return None;
    };
    let unit = per.map_or(Slot::Absent, |value| {
        Slot::Given(Text {
            value,
            span: node.span,
            ..Text::default()
        })
    });
    Some(CostRow {
        span: node.span,
        amount: Slot::Given(Integer {
            value: amount,
            span: node.span,
        }),
        unit,
        text: Slot::Given(text),
        ..CostRow::default()
    })
}

/// The amount in rupiah, and for each of what.
fn parse_cost(text: &str) -> Option<(i64, Option<String>)> {
    let lower = text.trim().trim_end_matches('.').to_lowercase();
    let free = [
        "gratis",
        "free",
        "tidak dipungut biaya",
        "tidak ada biaya",
        "tanpa biaya",
    ];
    if free.contains(&lower.as_str()) {
        return Some((0, None));
    }
    let rest = lower.strip_prefix("rp")?.trim_start_matches(['.', ' ']);
    let end = rest
        .find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',')
        .unwrap_or(rest.len());
    let (figure, after) = rest.split_at(end);
    let figure = figure.trim_end_matches(['.', ',']);
    let figure = figure.strip_suffix(",00").unwrap_or(figure);
    let mut groups = figure.split('.');
    let first = groups.next()?;
    let grouped = groups.clone().count() > 0;
    let fits = !first.is_empty()
        && first.bytes().all(|byte| byte.is_ascii_digit())
        && (!grouped || first.len() <= 3)
        && groups.all(|group| group.len() == 3 && group.bytes().all(|b| b.is_ascii_digit()));
    if !fits {
        return None;
    }
    let amount = figure.replace('.', "").parse().ok()?;
    let after = after.trim_start_matches('-').trim();
    let per = after
        .strip_prefix('/')
        .or_else(|| after.strip_prefix("per "))
        .map(|unit| unit.trim().to_owned());
    (per.is_some() || after.is_empty()).then_some((amount, per))
}

/// The least is not above the most, and no number is negative.
pub fn check_time(time: &Time, cx: &mut Context<'_>) {
    check_range(&time.min, &time.max, cx);
    check_unit(&time.min, &time.max, &time.unit, time.span, cx);
}

/// As [`check_time`].
pub fn check_case(case: &TimeCase, cx: &mut Context<'_>) {
    check_range(&case.min, &case.max, cx);
    check_unit(&case.min, &case.max, &case.unit, case.span, cx);
}

/// As [`check_time`].
pub fn check_phase(phase: &TimePhase, cx: &mut Context<'_>) {
    check_range(&phase.min, &phase.max, cx);
    check_unit(&phase.min, &phase.max, &phase.unit, phase.span, cx);
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
    span: Span,
    cx: &mut Context<'_>,
) {
    let number = max.get().or(min.get());
    if let (Some(number), Slot::Absent) = (number, unit) {
        let value = number.value;
        cx.sink.push(
            Diagnostic::new(
                Code::K0208,
                number.span,
                say!(
                    "satuan untuk {value} belum ditulis",
                    "the unit of {value} is missing"
                ),
            )
            .also(span, say!("di waktu ini", "in this time"))
            .help(say!(
                "tambahkan: satuan: hari_kerja (atau menit, jam, hari, minggu, bulan, tahun)",
                "add: unit: working_day (or minute, hour, day, week, month, year)"
            )),
        );
    }
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
                    "the least, {least}, is above the most, {most}"
                ),
            )
            .also(max.span, say!("paling banyak", "the most"))
            .help(say!("tukar keduanya", "exchange the two")),
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
        let read = |text| Duration::parse(text).map(|time| (time.min, time.max, time.unit));
        assert_eq!(read("4 Hari kerja"), Some((None, 4, TimeUnit::WorkingDay)));
        assert_eq!(
            read("maksimal 4 (empat) hari kerja"),
            Some((None, 4, TimeUnit::WorkingDay))
        );
        assert_eq!(read("20-30 menit"), Some((Some(20), 30, TimeUnit::Minute)));
        assert_eq!(read("1 sampai 4 hari"), Some((Some(1), 4, TimeUnit::Day)));
        assert_eq!(read("2x24 jam"), Some((None, 48, TimeUnit::Hour)));
        assert_eq!(read("4 hari kerja sejak berkas lengkap"), None);
        assert_eq!(read("sebentar"), None);
    }

    #[test]
    fn plain_phrases_of_cost_are_read() {
        assert_eq!(parse_cost("Tidak dipungut biaya"), Some((0, None)));
        assert_eq!(parse_cost("Rp. 10.000,-"), Some((10_000, None)));
        assert_eq!(parse_cost("Rp16.000,00"), Some((16_000, None)));
        assert_eq!(
            parse_cost("Rp10.000/unit"),
            Some((10_000, Some("unit".to_owned())))
        );
        assert_eq!(parse_cost("Rp1.00"), None);
        assert_eq!(parse_cost("Gratis untuk BPJS"), None);
    }
}
