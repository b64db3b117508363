//! Figures of time, cost and copies that differ from those of their own sentence.

use super::words::words;
use crate::diagnostic::{Code, Diagnostic, Lang, Message, Sink, say};
use crate::figure::{Length, Period, Price, Stated, Unit, figures, price, says_free};
use crate::language::Language;
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
        let text = match item.written {
            Written::Requirement(requirement) => {
                copies(requirement, sink);
                &requirement.text
            }
            Written::Price(row) => {
                cost(row, sink);
                &row.text
            }
            Written::Criterion(criterion) => &criterion.text,
            Written::Step(step) => &step.text,
            Written::Case(case) => &case.text,
            Written::Channel(_) | Written::Office(_) => continue,
        };
        said_twice(text, sink);
    }
}

fn whole_time(time: &Time, sink: &mut Sink) {
    said_twice(&time.text, sink);
    for text in time.phases.items().iter().map(|phase| &phase.text) {
        said_twice(text, sink);
    }
    duration(&time.text, [&time.min, &time.max], &time.unit, sink);
    for case in time.cases.items() {
        duration(&case.text, [&case.min, &case.max], &case.unit, sink);
    }
    for phase in time.phases.items() {
        duration(&phase.text, [&phase.min, &phase.max], &phase.unit, sink);
    }
}

/// A length of time in a sentence, and where it stands.
struct Said {
    length: Length,
    /// Which end of a range it is.
    end: End,
    from: usize,
    to: usize,
}

/// What a length of time is in its figure.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    /// The lower end of a range.
    Low,
    /// The upper end of a range.
    High,
    /// No range.
    Whole,
}

/// The lengths of time in a sentence, both ends of a range; `None` if one of them can be read in two ways.
fn lengths(sentence: &str) -> Option<Vec<Said>> {
    let times = figures(sentence).into_iter();
    let times = times.filter(|figure| matches!(figure.unit, Unit::Time(_)));
    let mut found = Vec::new();
    for figure in times {
        let most = figure.length()?;
        let least = figure.least().map(|value| Length { value, ..most });
        let high = if least.is_some() {
            End::High
        } else {
            End::Whole
        };
        let ends = least.map(|least| (least, End::Low)).into_iter();
        found.extend(ends.chain([(most, high)]).map(|(length, end)| Said {
            length,
            end,
            from: figure.from,
            to: figure.to,
        }));
    }
    Some(found)
}

/// Days of a sentence may be working days; working days may not be days.
fn says(said: Length, value: Length) -> bool {
    let working = value.period == Period::WorkingDay && said.period != Period::WorkingDay;
    said.is(value) || (working && said.in_units_of(Period::Day) == Some(value.value))
}

/// The keys of the least and the most, and the end of a range that is not theirs.
const KEYS: [((&str, &str), End); 2] = [
    (("paling_cepat", "min"), End::High),
    (("paling_lambat", "max"), End::Low),
];

/// Whether parts of a sentence, "1 jam untuk verifikasi, 2 jam untuk pencetakan", make up a value.
fn adds_up_to(said: &[Said], value: Length) -> bool {
    let parts = said
        .iter()
        .map(|said| said.length.in_units_of(value.period));
    let sum = parts.collect::<Option<Vec<i64>>>();
    sum.is_some_and(|parts| parts.len() > 1 && parts.iter().sum::<i64>() == value.value)
}

/// The least and the most a sentence says beside those given as figures.
fn duration(
    text: &Slot<Text>,
    values: [&Slot<Integer>; 2],
    unit: &Slot<TimeUnit>,
    sink: &mut Sink,
) {
    let (Some(text), Some(unit)) = (text.get(), unit.get()) else {
        return;
    };
    let Some(period) = Period::named(unit.key()) else {
        return;
    };
    let said = lengths(&text.value).unwrap_or_default();
    let ends = [said.first(), said.last()];
    // What is exactly so long has its number twice: both are told at once.
    let [least, most] = values.map(|value| value.get().map(|value| value.value));
    let is_exact = least.is_some() && least == most;
    let once = ends
        .iter()
        .flatten()
        .all(|one| Some(one.from) == said.first().map(|one| one.from));
    for ((value, (key, other)), end) in values.into_iter().zip(KEYS).zip(ends) {
        // A short form is read from the sentence itself.
        let (Some(value), Some(end)) = (value.get().filter(|value| value.span != text.span), end)
        else {
            continue;
        };
        let own = Length {
            value: value.value,
            period,
        };
        let mut fitting = said.iter().filter(|said| said.end != other);
        if fitting.any(|said| says(said.length, own)) || adds_up_to(&said, own) {
            continue;
        }
        let alone = ends.iter().flatten().all(|one| one.from == end.from);
        let typed = alone.then(|| match is_exact {
            true => both(KEYS.map(|(key, _)| typed(key, end.length, period))),
            false => typed(key, end.length, period),
        });
        let there = in_words(end.length);
        let (from, to) = (end.from, end.to);
        sink.push(differing(
            text,
            (from, to),
            value,
            (&there, &in_words(own)),
            typed,
        ));
        if is_exact && once {
            break;
        }
    }
}

/// Two lines to type, one after the other.
fn both([one, other]: [Message; 2]) -> Message {
    Message {
        id: format!("{}, lalu {}", one.id, other.id),
        en: format!("{}, then {}", one.en, other.en),
    }
}

fn in_words(length: Length) -> String {
    format!("{} {}", length.value, length.period.word())
}

/// The line that says what the sentence does.
fn typed((id, en): (&str, &str), said: Length, own: Period) -> Message {
    let value = said.value;
    let same = said.period == own || (said.period == Period::Day && own == Period::WorkingDay);
    if same {
        return say!("{id}: {value}", "{en}: {value}");
    }
    let (unit_id, unit_en) = said.period.values();
    say!(
        "{id}: {value}, dan satuan: {unit_id}",
        "{en}: {value}, and unit: {unit_en}"
    )
}

fn cost(row: &CostRow, sink: &mut Sink) {
    let (Some(text), Some(amount)) = (row.text.get(), row.amount.get()) else {
        return;
    };
    if text.span == amount.span {
        return;
    }
    let Some(said) = money(&text.value) else {
        return;
    };
    let free = says_free(&text.value);
    if said.iter().any(|(value, ..)| *value == amount.value) {
        beside_amount(row, text, sink);
        return;
    }
    if free && amount.value == 0 {
        return;
    }
    let (value, from, to) = match (said.first(), free) {
        (Some(first), _) => *first,
        (None, true) => (0, 0, text.value.len()),
        (None, false) => return,
    };
    let indonesian = Language::spoken(Lang::Id);
    let there = match said.is_empty() {
        true => indonesian.price(0, None).to_lowercase(),
        false => indonesian.rupiah(value),
    };
    let here = indonesian.rupiah(amount.value);
    let typed = (said.len() < 2).then(|| say!("rupiah: {value}", "amount: {value}"));
    sink.push(differing(text, (from, to), amount, (&there, &here), typed));
}

/// The amounts of money in a sentence, with their places; `None` if one of them can be read in two ways.
fn money(sentence: &str) -> Option<Vec<(i64, usize, usize)>> {
    let mut found = Vec::new();
    for figure in figures(sentence) {
        let thousands = figure.is_scaled && figure.unit == Unit::None;
        if figure.unit != Unit::Rupiah && !thousands {
            continue;
        }
        let ends = figure.low.into_iter().chain([figure.value]);
        for end in ends {
            let value = end.whole().filter(|_| figure.is_certain)?;
            found.push((value, figure.from, figure.to));
        }
    }
    Some(found)
}

/// A sentence with the row's amount that says more: for each of what, or another amount.
fn beside_amount(row: &CostRow, text: &Text, sink: &mut Sink) {
    let whole = text.span_of(0, text.value.len());
    match price(&text.value) {
        Stated::Price(Price { per: Some(per), .. }) => {
            let same = row
                .unit
                .get()
                .is_some_and(|unit| same_unit(&unit.value, &per));
            if !same {
                sink.push(
                    Diagnostic::new(
                        Code::K0332,
                        whole,
                        say!(
                            "kalimat ini menyebut jumlah per {per}, tetapi `per` di butir ini tidak",
                            "this sentence states the amount per {per}, but `unit` in this row does not"
                        ),
                    )
                    .help(say!(
                        "jika kalimatnya benar menurut SK, ketik: per: {per}; jika tidak, perbaiki kalimatnya menurut SK",
                        "if the sentence matches the decree, type: unit: {per}; if not, correct the sentence to match the decree"
                    )),
                );
            }
        }
        Stated::Several(amounts) if row.note.get().is_none() => {
            let own = row.amount.get().map(|amount| amount.value);
            let indonesian = Language::spoken(Lang::Id);
            let more: Vec<String> = amounts
                .iter()
                .filter(|amount| Some(**amount) != own)
                .map(|amount| indonesian.rupiah(*amount))
                .collect();
            if more.is_empty() {
                return;
            }
            let more = more.join(", ");
            sink.push(
                Diagnostic::new(
                    Code::K0332,
                    whole,
                    say!(
                        "kalimat ini juga menyebut {more}, yang tidak ada di angka butir ini",
                        "this sentence states {more} too, which no number of this row has"
                    ),
                )
                .help(say!(
                    "tulis satu butir untuk tiap jumlah; jika memang tidak dibayar, jelaskan di bawahnya: catatan: …",
                    "write a row for each amount; if it is not paid, explain it below: note: …"
                )),
            );
        }
        _ => {}
    }
}

/// Whether two units are the same in other letters: `m²`, `m2`, `meter persegi`.
fn same_unit(one: &str, other: &str) -> bool {
    let plain = |unit: &str| {
        let unit = unit.to_lowercase();
        let unit = unit.replace("meter persegi", "m²").replace("m2", "m²");
        let unit = unit.replace("meter kubik", "m³").replace("m3", "m³");
        let parts = unit
            .split(['/', ' '])
            .filter(|part| !part.is_empty() && *part != "per");
        parts.map(str::to_owned).collect::<Vec<String>>()
    };
    plain(one) == plain(other)
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
    let typed = (said.len() < 2).then(|| say!("rangkap: {value}", "copies: {value}"));
    sink.push(differing(text, (from, to), copies, (&there, &here), typed));
}

/// "KTP asli dan 2 lembar fotokopi": whether the number holds for both, only the decree knows.
fn original_and_copies(sentence: &str) -> bool {
    let list = words(sentence);
    let named = |texts: &str| list.iter().any(|word| word.is(texts));
    named("asli aslinya") && named("fotokopi fotocopy fotocopi salinan copy kopi")
}

/// How many sheets a sentence asks for: "rangkap 2", "2 (dua) lembar", "rangkap dua", "selembar".
fn sheets(sentence: &str) -> Vec<(i64, usize, usize)> {
    let counted = |unit: &Unit| match unit {
        Unit::Other(word) => "lembar lbr rangkap eksemplar set buah kopi"
            .split(' ')
            .any(|sheet| sheet == word),
        _ => false,
    };
    let after = |from: usize| {
        sentence[..from]
            .trim_end()
            .to_lowercase()
            .ends_with("rangkap")
    };
    let mut found: Vec<(i64, usize, usize)> = figures(sentence)
        .into_iter()
        .filter(|figure| counted(&figure.unit) || after(figure.from))
        .filter_map(|figure| Some((figure.whole()?, figure.from, figure.to)))
        .collect();
    let list = words(sentence);
    let one = list.iter().filter(|word| word.is("selembar"));
    found.extend(one.map(|word| (1, word.from, word.to)));
    found
}

/// A sentence and a figure that differ.
fn differing(
    text: &Text,
    (from, to): (usize, usize),
    figure: &Integer,
    (there, here): (&str, &str),
    typed: Option<Message>,
) -> Diagnostic {
    let finding = Diagnostic::new(
        Code::K0332,
        text.span_of(from, to),
        say!(
            "kalimat ini menyebut {there}, tetapi angka di butir ini {here}",
            "this sentence says {there}, but the number in this item is {here}"
        ),
    )
    .also(figure.span, say!("di sini {here}", "here it is {here}"));
    let Some(Message { id, en }) = typed else {
        return finding.help(say!(
            "samakan keduanya menurut SK",
            "correct both to match the decree"
        ));
    };
    finding.help(say!(
        "jika kalimatnya benar menurut SK, ketik: {id}; jika tidak, perbaiki kalimatnya menurut SK",
        "if the sentence matches the decree, type: {en}; if not, correct the sentence to match the decree"
    ))
}

/// Reports digits that differ from the words in brackets beside them, `14 (tiga belas)`.
fn said_twice(text: &Slot<Text>, sink: &mut Sink) {
    let Some(text) = text.get().filter(|text| text.value.contains('(')) else {
        return;
    };
    for figure in figures(&text.value).iter().filter(|figure| figure.differs) {
        let said = &text.value[figure.from..figure.to];
        let finding = Diagnostic::new(
            Code::K0332,
            text.span_of(figure.from, figure.to),
            say!(
                "angka dan kata di dalam kurung berbeda: `{said}`",
                "the digits and the words in brackets differ: `{said}`"
            ),
        );
        sink.push(finding.help(say!(
            "samakan keduanya menurut SK",
            "correct both to match the decree"
        )));
    }
}
