//! Figures of time, cost and copies that differ from those of their own sentence.

use super::mentions::mentions;
use super::words::words;
use crate::diagnostic::{Code, Diagnostic, Message, Sink, say};
use crate::model::service::{CostRow, Requirement, Time, TimeUnit};
use crate::model::{Integer, Slot, Text};
use crate::resolve::service::{Service, Written};

/// Reports every such figure of a service.
pub fn check(service: &Service<'_>, sink: &mut Sink) {
    let document = service.document;
    let answer = document.complaints.get();
    let answer = answer.and_then(|complaints| complaints.response_time.get());
    for time in document.time.get().into_iter().chain(answer) {
        whole_time(time, sink);
    }
    for item in &service.items {
        match item.written {
            Written::Price(row) => cost(row, sink),
            Written::Requirement(requirement) => copies(requirement, sink),
            _ => {}
        }
    }
}

fn whole_time(time: &Time, sink: &mut Sink) {
    duration(&time.text, [&time.min, &time.max], &time.unit, sink);
    for case in time.cases.items() {
        duration(&case.text, [&case.min, &case.max], &case.unit, sink);
    }
    for phase in time.phases.items() {
        duration(&phase.text, [&phase.min, &phase.max], &phase.unit, sink);
    }
}

/// A length that can be compared: minutes, working days, months.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Length {
    Minutes(i64),
    WorkingDays(i64),
    Months(i64),
}

impl Length {
    fn of(value: i64, unit: &str) -> Option<Self> {
        Some(match unit {
            "menit" => Self::Minutes(value),
            "jam" => Self::Minutes(value.checked_mul(60)?),
            "hari" => Self::Minutes(value.checked_mul(1440)?),
            "minggu" => Self::Minutes(value.checked_mul(10_080)?),
            "hari kerja" => Self::WorkingDays(value),
            "bulan" => Self::Months(value),
            "tahun" => Self::Months(value.checked_mul(12)?),
            _ => return None,
        })
    }

    /// Days of a sentence may be working days; working days may not be days.
    fn says(self, other: Self) -> bool {
        match (self, other) {
            (Self::Minutes(minutes), Self::WorkingDays(days)) => {
                days.checked_mul(1440) == Some(minutes)
            }
            _ => self == other,
        }
    }
}

/// A length of time in a sentence, as written.
struct Said {
    length: Length,
    value: i64,
    unit: String,
    from: usize,
    to: usize,
}

fn lengths(sentence: &str) -> Vec<Said> {
    let mut found: Vec<Said> = mentions(sentence)
        .into_iter()
        .filter_map(|mention| {
            Some(Said {
                length: Length::of(mention.value, &mention.unit)?,
                value: mention.value,
                unit: mention.unit,
                from: mention.from,
                to: mention.to,
            })
        })
        .collect();
    // "2x24 jam", "2 x 24 jam" are two full days.
    let flat: String = sentence
        .to_lowercase()
        .replace('×', "x")
        .replace("x ", "x")
        .replace(" x", "x");
    for word in words(&flat) {
        let Some((days, hours)) = word.text.split_once('x') else {
            continue;
        };
        if let (Ok(days), Ok(hours)) = (days.parse::<i64>(), hours.parse::<i64>())
            && let Some(product) = days.checked_mul(hours)
            && flat[word.to..].trim_start().starts_with("jam")
            && let Some(length) = Length::of(product, "jam")
        {
            found.retain(|said| said.unit != "jam");
            found.push(Said {
                length,
                value: product,
                unit: "jam".to_owned(),
                from: 0,
                to: sentence.len(),
            });
        }
    }
    found
}

/// The keys of the least and the most.
const KEYS: [(&str, &str); 2] = [("paling_cepat", "min"), ("paling_lambat", "max")];

/// The least and the most a sentence says beside those given as figures.
fn duration(
    text: &Slot<Text>,
    figures: [&Slot<Integer>; 2],
    unit: &Slot<TimeUnit>,
    sink: &mut Sink,
) {
    let (Some(text), Some(unit)) = (text.get(), unit.get()) else {
        return;
    };
    let said = lengths(&text.value);
    let name = unit_name(*unit);
    for (figure, (key_id, key_en)) in figures.into_iter().zip(KEYS) {
        let Some(figure) = figure.get() else { continue };
        // A short form is read from the sentence itself.
        let Some(length) = Length::of(figure.value, name).filter(|_| figure.span != text.span)
        else {
            continue;
        };
        let Some(other) = said.last() else { continue };
        if said.iter().any(|said| said.length.says(length)) {
            continue;
        }
        let (there, here) = (
            format!("{} {}", other.value, other.unit),
            format!("{} {name}", figure.value),
        );
        let mend = other.value;
        let other_unit = other.unit != name && !(other.unit == "hari" && name == "hari kerja");
        let typed = if other_unit {
            let (id, en) = unit_values(&other.unit);
            say!(
                "{key_id}: {mend}, dan satuan: {id}",
                "{key_en}: {mend}, and unit: {en}"
            )
        } else {
            say!("{key_id}: {mend}", "{key_en}: {mend}")
        };
        sink.push(differing(
            text,
            (other.from, other.to),
            figure,
            (&there, &here),
            &typed,
        ));
    }
}

fn unit_name(unit: TimeUnit) -> &'static str {
    match unit {
        TimeUnit::Minute => "menit",
        TimeUnit::Hour => "jam",
        TimeUnit::Day => "hari",
        TimeUnit::WorkingDay => "hari kerja",
        TimeUnit::Week => "minggu",
        TimeUnit::Month => "bulan",
        TimeUnit::Year => "tahun",
    }
}

/// The fixed values that a unit of a sentence has in a file.
fn unit_values(name: &str) -> (&'static str, &'static str) {
    match name {
        "menit" => ("menit", "minute"),
        "jam" => ("jam", "hour"),
        "hari" => ("hari", "day"),
        "minggu" => ("minggu", "week"),
        "bulan" => ("bulan", "month"),
        "tahun" => ("tahun", "year"),
        _ => ("hari_kerja", "working_day"),
    }
}

fn cost(row: &CostRow, sink: &mut Sink) {
    let (Some(text), Some(amount)) = (row.text.get(), row.amount.get()) else {
        return;
    };
    if text.span == amount.span {
        return;
    }
    let said = money(&text.value);
    let free = says_free(&text.value);
    if said.iter().any(|(value, ..)| *value == amount.value) || (free && amount.value == 0) {
        return;
    }
    let (value, from, to) = match (said.first(), free) {
        (Some(first), _) => *first,
        (None, true) => (0, 0, text.value.len()),
        (None, false) => return,
    };
    let there = if said.is_empty() {
        "gratis".to_owned()
    } else {
        rupiah(value)
    };
    let here = rupiah(amount.value);
    let typed = say!("rupiah: {value}", "amount: {value}");
    sink.push(differing(text, (from, to), amount, (&there, &here), &typed));
}

/// `Rp50.000`
fn rupiah(amount: i64) -> String {
    let digits = amount.to_string();
    let mut grouped = String::from("Rp");
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push('.');
        }
        grouped.push(digit);
    }
    grouped
}

fn says_free(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    [
        "gratis",
        "tidak dipungut",
        "tidak ada biaya",
        "tanpa biaya",
        "cuma-cuma",
        "tidak dikenakan",
        "free",
    ]
    .iter()
    .any(|word| lower.contains(word))
}

/// The amounts of money in a sentence, with their places: `Rp. 10.000,-`, `Rp16.000,00`, `50.000 rupiah`.
fn money(sentence: &str) -> Vec<(i64, usize, usize)> {
    let list = words(sentence);
    let mut found = Vec::new();
    for (at, word) in list.iter().enumerate() {
        let own = word
            .text
            .strip_prefix("rp")
            .map(|rest| rest.trim_start_matches('.'));
        let marked = own.is_some_and(|rest| !rest.is_empty())
            || at
                .checked_sub(1)
                .is_some_and(|before| list[before].is("rp idr"));
        let rupiah = list.get(at + 1).is_some_and(|after| after.is("rupiah"));
        let figure = own.filter(|rest| !rest.is_empty()).unwrap_or(&word.text);
        let thousands = list.get(at + 1).is_some_and(|after| after.is("ribu"));
        if (marked || rupiah || thousands)
            && let Some(value) = amount(figure)
        {
            let value = if thousands {
                value.saturating_mul(1_000)
            } else {
                value
            };
            found.push((value, word.from, word.to));
        }
    }
    found
}

/// `10.000`, `10,000`, `16.000,00`, `125.000,-/unit`
fn amount(figure: &str) -> Option<i64> {
    let figure = figure.split(['/', '-']).next().unwrap_or(figure);
    let figure = figure.strip_suffix(",00").unwrap_or(figure);
    let mut groups = figure.split(['.', ',']);
    let first = groups.next()?;
    let grouped = groups.all(|group| group.len() == 3);
    let digits: String = figure.chars().filter(char::is_ascii_digit).collect();
    let clean = figure
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '.' | ','));
    (grouped && clean && !first.is_empty())
        .then(|| digits.parse().ok())
        .flatten()
}

fn copies(requirement: &Requirement, sink: &mut Sink) {
    let (Some(text), Some(copies)) = (requirement.text.get(), requirement.copies.get()) else {
        return;
    };
    if original_and_copies(&text.value) {
        return;
    }
    let said = sheets(&text.value);
    let Some((value, from, to)) = said.first().copied() else {
        return;
    };
    if said.iter().any(|(value, ..)| *value == copies.value) {
        return;
    }
    let (there, here) = (
        format!("{value} lembar"),
        format!("{} rangkap", copies.value),
    );
    let typed = say!("rangkap: {value}", "copies: {value}");
    sink.push(differing(text, (from, to), copies, (&there, &here), &typed));
}

/// "KTP asli dan 2 lembar fotokopi": whether the number holds for both, only the decree knows.
fn original_and_copies(sentence: &str) -> bool {
    let list = words(sentence);
    let named = |texts: &str| list.iter().any(|word| word.is(texts));
    named("asli aslinya") && named("fotokopi fotocopy fotocopi salinan copy kopi")
}

const SMALL: [&str; 10] = [
    "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh",
];

/// How many sheets a sentence asks for: "rangkap 2", "2 (dua) lembar", "rangkap dua", "selembar".
fn sheets(sentence: &str) -> Vec<(i64, usize, usize)> {
    let counted = |unit: &str| {
        matches!(
            unit,
            "lembar" | "rangkap" | "eksemplar" | "set" | "buah" | "kopi"
        )
    };
    let list = words(sentence);
    let before = |from: usize| list.iter().rev().find(|word| word.from < from);
    let mut found: Vec<(i64, usize, usize)> = mentions(sentence)
        .into_iter()
        .filter(|mention| {
            counted(&mention.unit) || before(mention.from).is_some_and(|word| word.is("rangkap"))
        })
        .map(|mention| (mention.value, mention.from, mention.to))
        .collect();
    for (at, word) in list.iter().enumerate() {
        if word.is("selembar") {
            found.push((1, word.from, word.to));
        }
        let value = SMALL.iter().position(|small| *small == word.text);
        let beside = list.get(at + 1).is_some_and(|after| counted(&after.text))
            || at.checked_sub(1).is_some_and(|at| list[at].is("rangkap"));
        if let (Some(value), true) = (value, beside && !word.gap.contains('(')) {
            found.push((
                i64::try_from(value).unwrap_or_default() + 1,
                word.from,
                word.to,
            ));
        }
    }
    found
}

/// A sentence and a figure that differ.
fn differing(
    text: &Text,
    (from, to): (usize, usize),
    figure: &Integer,
    (there, here): (&str, &str),
    typed: &Message,
) -> Diagnostic {
    let (id, en) = (&typed.id, &typed.en);
    Diagnostic::new(
        Code::K0332,
        text.span_of(from, to),
        say!(
            "kalimat ini menyebut {there}, tetapi angka di butir ini {here}",
            "this sentence says {there}, but the number beside it is {here}"
        ),
    )
    .also(figure.span, say!("di sini {here}", "here it is {here}"))
    .help(say!(
        "bila kalimatnya benar menurut SK, ketik: {id}; bila tidak, perbaiki kalimatnya menurut SK",
        "if the sentence is as the decree has it, type: {en}; if not, mend the sentence after the decree"
    ))
}
